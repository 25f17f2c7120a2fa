"""Whether a font file is whole, of a kind we embed, and may be embedded."""

import struct
from pathlib import Path

MAX_BYTES = 50_000_000
NEEDED = {b"cmap": 4, b"head": 54, b"hhea": 36, b"hmtx": 4, b"maxp": 6, b"name": 6, b"OS/2": 68, b"post": 32}
"""The tables that every font has, and their least lengths (OpenType specification)."""
RESTRICTED = 0x0002
NO_SUBSETTING = 0x0100
BITMAP_ONLY = 0x0200


class FontFault(Exception):
    """A font that cannot be used: ``code``, message, and a ``hint`` what to do."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


def checked_font(path: Path) -> bytes:
    """The bytes of a font file that can be embedded: TrueType outlines, whole tables, embedding permitted. Raises `FontFault`."""
    if not path.is_file():
        raise FontFault("font-missing", f"there is no font file {path.name}", "put the file into assets/fonts, or name another in styles/tokens.yaml")
    if path.stat().st_size > MAX_BYTES:
        raise FontFault("font-too-large", f"the font {path.name} is larger than {MAX_BYTES // 1_000_000} MB")
    data = path.read_bytes()
    _require_sfnt(path.name, data)
    try:
        tables = _tables(data)
    except struct.error:
        raise FontFault("font-broken", f"the font {path.name} is cut off in its table directory", "export or download it again") from None
    for tag, (offset, length) in tables.items():
        if offset + length > len(data):
            raise FontFault("font-broken", f"the font {path.name} is cut off in its table ‘{tag.decode('latin-1')}’", "export or download it again")
    if list(tables) != sorted(tables):
        raise FontFault("font-broken", f"the tables of the font {path.name} are out of order", "export or download it again")
    missing = [tag.decode() for tag, least in NEEDED.items() if tables.get(tag, (0, 0))[1] < least]
    if missing:
        raise FontFault("font-broken", f"the font {path.name} lacks the table ‘{missing[0]}’", "export or download it again")
    if b"glyf" not in tables or b"loca" not in tables:
        raise FontFault("font-kind", f"the font {path.name} has no TrueType outlines", "use the .ttf of this font")
    _require_sane(path.name, data, tables)
    _require_permission(path.name, data, tables)
    return data


def _require_sfnt(name: str, data: bytes) -> None:
    kinds = {b"OTTO": "an OpenType font with CFF outlines", b"wOFF": "a WOFF web font", b"wOF2": "a WOFF2 web font", b"ttcf": "a font collection"}
    if data[:4] in kinds:
        raise FontFault("font-kind", f"{name} is {kinds[data[:4]]}", "use the .ttf of this font")
    if data[:4] not in (b"\x00\x01\x00\x00", b"true"):
        raise FontFault("font-broken", f"{name} is no font file", "use the .ttf of this font")


def _tables(data: bytes) -> dict[bytes, tuple[int, int]]:
    (count,) = struct.unpack_from(">H", data, 4)
    entries = (struct.unpack_from(">4sLLL", data, 12 + 16 * i) for i in range(count))
    return {tag: (offset, length) for tag, _, offset, length in entries}


def _require_sane(name: str, data: bytes, tables: dict[bytes, tuple[int, int]]) -> None:
    try:
        (upem,) = struct.unpack_from(">H", data, tables[b"head"][0] + 18)
        (glyphs,) = struct.unpack_from(">H", data, tables[b"maxp"][0] + 4)
        (metrics,) = struct.unpack_from(">H", data, tables[b"hhea"][0] + 34)
    except struct.error:
        raise FontFault("font-broken", f"the font {name} is cut off", "export or download it again") from None
    if not 16 <= upem <= 16384 or glyphs == 0 or not 0 < metrics <= glyphs or tables[b"hmtx"][1] < 4 * metrics + 2 * (glyphs - metrics):
        raise FontFault("font-broken", f"the font {name} has impossible measures", "export or download it again")


def _require_permission(name: str, data: bytes, tables: dict[bytes, tuple[int, int]]) -> None:
    """OpenType specification, OS/2 fsType: bit 1 forbids embedding, bit 9 allows bitmaps only; bit 8 forbids subsetting."""
    (flags,) = struct.unpack_from(">H", data, tables[b"OS/2"][0] + 8)
    if flags & 0x000E == RESTRICTED or flags & BITMAP_ONLY:
        raise FontFault("font-not-embeddable", f"the maker of the font {name} does not permit embedding (fsType {flags})", "use another font or buy a licence that permits it")
    if flags & NO_SUBSETTING:
        raise FontFault("font-not-embeddable", f"the maker of the font {name} does not permit subsetting (fsType {flags})", "use another font")

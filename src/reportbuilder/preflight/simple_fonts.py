"""Programs of simple fonts, whose codes are single bytes: which sign a code stands for (ISO 32000-1, 9.6.6), whether it is in, how wide it is."""

import re
from collections.abc import Callable, Collection, Mapping

from msgspec import Struct
from pikepdf import Array, Dictionary, Name, Object

from reportbuilder.preflight.fonts import Font
from reportbuilder.preflight.glyphs import OutlineProgram, Program, tables
from reportbuilder.preflight.space import whole

NOTDEF = ".notdef"
SYMBOLIC = 4
"""Of the flags of a font descriptor (table 123)."""
HIGH = (0, 0xF000, 0xF100, 0xF200)
"""Where the codes of symbolic TrueType fonts begin in their table (9.6.6.4)."""
EEXEC, CHARSTRINGS = 55665, 4330
"""Keys of the encryption of Type 1 fonts (Adobe Type 1 Font Format, 7)."""
_OUTLINE = re.compile(rb"/([^\x00\t\n\f\r /(){}<>\[\]%]+) +(\d+) +(?:RD|-\||\S+) ")
_ENCODED = re.compile(rb"dup\s+(\d+)\s*/([^\s/]+)\s+put")


class Named(Struct):
    """A program that knows its signs by name; ``names`` says which a code stands for, ``signs`` are all there are. Widths are thousandths of the size."""

    names: Mapping[int, str]
    has: Callable[[str], bool]
    wide: Callable[[str], float | None]
    broken: bool = False
    signs: Collection[str] = ()

    def glyph(self, code: int) -> int | None:
        """1 when the sign is there; None when it is not, or nothing is meant by the code."""
        name = self.names.get(code, NOTDEF)
        return 1 if name != NOTDEF and self.has(name) else None

    def width(self, code: int) -> float | None:
        return self.wide(self.names.get(code, NOTDEF))


class Mapped(Struct):
    """A TrueType program, and the glyph of each code."""

    program: Program
    glyphs: Mapping[int, int]

    @property
    def broken(self) -> bool:
        return self.program.broken

    def glyph(self, code: int) -> int | None:
        return self.program.glyph(self.glyphs.get(code, 0))

    def width(self, code: int) -> float | None:
        return self.program.width(self.glyphs.get(code, 0))


def simple_program(font: Font) -> Named | Mapped | None:
    """The program of a simple font; None where it is of a kind that is not read, or does not say which sign a code is."""
    stream = font.program
    if stream is None or font.subtype not in ("Type1", "MMType1", "TrueType"):
        return None
    data, kind = stream.read_bytes(), stream.get("/Subtype")
    if kind == "/OpenType":
        found = tables(data).get(b"CFF ")
        return _compact(font, data[found:]) if found else _true_type(font, data)
    if kind == "/Type1C":
        return _compact(font, data)
    if data[:4] in (b"\0\1\0\0", b"true"):
        return _true_type(font, data)
    return _type1(font, data)


# ---------------------------------------------------------------- names of codes


def names_of(encoding: Object | None, own: Mapping[int, str]) -> Mapping[int, str] | None:
    """What codes are called; ``own`` is the encoding of the program. None when the encoding is not known."""
    base: Object | None = encoding.get("/BaseEncoding") if isinstance(encoding, Dictionary) else encoding
    names = _standard(str(base)) if isinstance(base, Name) else dict(own)
    if names is None:
        return None
    differences = encoding.get("/Differences") if isinstance(encoding, Dictionary) else None
    code = 0
    for item in list(differences) if isinstance(differences, Array) else ():
        if isinstance(item, Name):
            names[code] = str(item)[1:]
            code += 1
        else:
            code = whole(item, 0)
    return names


def _standard(name: str) -> dict[int, str] | None:
    """An encoding by its name (annex D)."""
    from fontTools.agl import UV2AGL
    from fontTools.encodings import MacRoman, StandardEncoding

    if name == "/WinAnsiEncoding":
        names = {code: UV2AGL.get(ord(bytes((code,)).decode("cp1252", "replace")), "bullet") for code in range(32, 256)}
        return names | {127: "bullet", 160: "space", 173: "hyphen"}
    if name == "/MacRomanEncoding":
        return {code: sign for code, sign in enumerate(MacRoman.MacRoman) if sign != NOTDEF} | {202: "space"}
    if name == "/StandardEncoding":
        return {code: sign for code, sign in enumerate(StandardEncoding.StandardEncoding) if sign != NOTDEF}
    return None


# ---------------------------------------------------------------- kinds of programs


def _compact(font: Font, data: bytes) -> Named | None:
    program = OutlineProgram(data)
    names = names_of(font.encoding, program.encoding)
    return None if names is None else Named(names, program.has, program.width_of, program.broken, program.names)


def _true_type(font: Font, data: bytes) -> Mapped | None:
    program = Program(data, None)
    mapping = None if program.broken else _mapping(font, data)
    return Mapped(program, mapping or {}) if program.broken or mapping is not None else None


def _mapping(font: Font, data: bytes) -> dict[int, int] | None:
    """Glyphs by code (9.6.6.4): by the names of codes, or as the program itself numbers them."""
    from io import BytesIO

    from fontTools.agl import toUnicode
    from fontTools.encodings import MacRoman
    from fontTools.ttLib import TTFont

    try:
        read = TTFont(BytesIO(data), lazy=True)
        order = {name: number for number, name in enumerate(read.getGlyphOrder())}
        subtables = {(table.platformID, table.platEncID): table.cmap for table in read["cmap"].tables}
    except Exception:  # its readers raise whatever befalls them
        return None
    glyphs: dict[int, int] = {}
    symbols, unicodes, mac = (subtables.get(key, {}) for key in ((3, 0), (3, 1), (1, 0)))
    for code in range(256):
        name = next((table[start + code] for table in (symbols, mac) for start in HIGH if start + code in table), None)
        glyphs[code] = order.get(name, 0)
    if isinstance(font.encoding, (Name, Dictionary)) and not _is_symbolic(font):
        for code, name in (names_of(font.encoding, _standard("/StandardEncoding") or {}) or {}).items():
            points = toUnicode(name)
            known = unicodes.get(ord(points)) if len(points) == 1 else None
            known = known or (mac.get(MacRoman.MacRoman.index(name)) if name in MacRoman.MacRoman else None) or (name if name in order else None)
            glyphs[code] = order.get(known, 0)
    return glyphs


def _is_symbolic(font: Font) -> bool:
    return font.descriptor is not None and bool(whole(font.descriptor.get("/Flags"), 0) & SYMBOLIC)


def _type1(font: Font, data: bytes) -> Named | None:
    """A Type 1 program: its signs stand encrypted behind the word ``eexec``."""
    from fontTools.misc.eexec import decrypt

    start = data.find(b"eexec")
    if start < 0:
        return Named({}, lambda name: False, lambda name: None, broken=True)
    clear = data[:start]
    hidden = data[start + 5 :].lstrip(b" \t\r\n")
    if re.match(rb"[0-9A-Fa-f]{4}", hidden):
        hidden = bytes.fromhex(re.sub(rb"[^0-9A-Fa-f]", b"", hidden)[: len(hidden) // 2 * 2].decode("ascii"))
    private = decrypt(hidden, EEXEC)[0][4:]
    widths = dict(_outlines(private))
    own = {int(code): name.decode("latin-1") for code, name in _ENCODED.findall(clear)} or (_standard("/StandardEncoding") or {})
    names = names_of(font.encoding, own)
    return None if names is None else Named(names, widths.__contains__, widths.get, broken=not widths, signs=widths.keys())


def _outlines(private: bytes) -> list[tuple[str, float | None]]:
    """Names and widths of all signs."""
    from fontTools.misc.eexec import decrypt

    skipped = re.search(rb"/lenIV\s+(\d+)", private)
    before = int(skipped[1]) if skipped else 4
    found, place = [], max(private.find(b"/CharStrings"), 0) + 12
    while sign := _OUTLINE.search(private, place):
        place = sign.end() + int(sign[2])
        found.append((sign[1].decode("latin-1"), _own_width(decrypt(private[sign.end() : place], CHARSTRINGS)[0][before:])))
    return found


def _own_width(code: bytes) -> float | None:
    """What ``hsbw`` or ``sbw`` says, with which every sign begins."""
    stack: list[float] = []
    place = 0
    while place < len(code):
        first = code[place]
        place += 1
        if first >= 32:
            number, place = _number(code, first, place)
            stack.append(number)
        elif first == 13 and len(stack) >= 2:
            return stack[1]
        elif first == 12 and code[place : place + 1] == b"\x0c" and len(stack) >= 2 and stack[-1]:
            stack[-2:] = [stack[-2] / stack[-1]]
            place += 1
        elif first == 12 and code[place : place + 1] == b"\x07" and len(stack) >= 4:
            return stack[2]
        else:
            return None
    return None


def _number(code: bytes, first: int, place: int) -> tuple[int, int]:
    """A number of a charstring, and where it ends (Adobe Type 1 Font Format, 6.2)."""
    if first <= 246:
        return first - 139, place
    if first == 255:
        return int.from_bytes(code[place : place + 4], "big", signed=True), place + 4
    second = code[place] if place < len(code) else 0
    return ((first - 247) * 256 + second + 108 if first <= 250 else -(first - 251) * 256 - second - 108), place + 1

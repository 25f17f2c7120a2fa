"""Embedded font programs as far as preflight needs them: which glyphs are in, and how wide they are."""

from struct import error as StructError
from struct import unpack_from

from pikepdf import Stream

from reportbuilder.preflight.fonts import Font


class Program:
    """A TrueType program by glyph number (OpenType 1.9, head, hhea, hmtx, maxp). ``mapping`` takes codes to glyphs; none is the identity."""

    def __init__(self, data: bytes, mapping: bytes | None) -> None:
        self.broken = False
        self._data = data
        self._mapping = mapping
        try:
            places = tables(data)
            self._units = unpack_from(">H", data, places[b"head"] + 18)[0] or 1000
            self.count = unpack_from(">H", data, places[b"maxp"] + 4)[0]
            self._metrics = unpack_from(">H", data, places[b"hhea"] + 34)[0]
            self._widths = places[b"hmtx"]
            if not self._metrics or self._widths + 4 * self._metrics > len(data):
                self.broken = True
        except (StructError, KeyError, IndexError):
            self.broken = True

    def glyph(self, code: int) -> int | None:
        """The glyph of a code; None when it is not there or is the one that stands for missing ones."""
        found = code
        if self._mapping is not None:
            pair = self._mapping[2 * code : 2 * code + 2]
            found = int.from_bytes(pair, "big") if len(pair) == 2 else 0
        return found if 0 < found < self.count else None

    def width(self, code: int) -> float | None:
        """In thousandths of the size."""
        glyph = self.glyph(code)
        return None if glyph is None else self._width(glyph)

    @property
    def missing_width(self) -> float | None:
        """That of the sign for missing ones."""
        return self._width(0)

    def _width(self, glyph: int) -> float:
        own: int = unpack_from(">H", self._data, self._widths + 4 * min(glyph, self._metrics - 1))[0]
        return own * 1000 / self._units


class OutlineProgram:
    """A CFF program (Adobe TN 5176). In a CIDFont codes are CIDs, or glyph numbers where the program has no CIDs; ``encoding`` is its own, for a
    simple font.
    """

    missing_width: float | None = None

    def __init__(self, data: bytes) -> None:
        from io import BytesIO

        from fontTools.cffLib import CFFFontSet
        from fontTools.encodings.StandardEncoding import StandardEncoding

        self.broken = False
        self.encoding: dict[int, str] = {}
        try:
            fonts = CFFFontSet()
            fonts.decompile(BytesIO(data), None)
            self._font = fonts[0]
            self._strings = self._font.CharStrings
            self._by_cid = {name: name for name in self._font.charset} if hasattr(self._font, "ROS") else {}
            self._names = list(self._font.charset)
            own = getattr(self._font, "Encoding", [])
            self.encoding = dict(enumerate(StandardEncoding if own == "StandardEncoding" else [] if isinstance(own, str) else own))
        except Exception:  # its readers raise whatever befalls them
            self.broken = True

    def glyph(self, code: int) -> int | None:
        """1 when the sign is there; None when it is not."""
        if self._by_cid:
            return 1 if f"cid{code:05d}" in self._by_cid and code else None
        return 1 if 0 < code < len(self._names) else None

    def width(self, code: int) -> float | None:
        """In thousandths of the size; None where it can't be told."""
        return self.width_of(f"cid{code:05d}" if self._by_cid else self._names[code] if code < len(self._names) else "")

    @property
    def names(self) -> list[str]:
        """Those of all signs."""
        return [] if self.broken else self._names

    def has(self, name: str) -> bool:
        """Whether a sign of that name is in."""
        return name in self._strings

    def width_of(self, name: str) -> float | None:
        """The same of a sign by its name."""
        from fontTools.misc.psCharStrings import T2WidthExtractor

        try:
            charstring = self._strings[name]
            private = charstring.private
            extractor = T2WidthExtractor(private.Subrs if hasattr(private, "Subrs") else [], charstring.globalSubrs, private.nominalWidthX, private.defaultWidthX)
            extractor.execute(charstring)
            matrix = getattr(self._font, "FontMatrix", [0.001])
            return float(extractor.width) * (matrix[0] or 0.001) * 1000
        except Exception:  # as above
            return None


def program_of(font: Font) -> Program | OutlineProgram | None:
    """The program of a composite font with readable codes, of TrueType or CFF; None for others."""
    stream, cid = font.program, font.descendant
    if stream is None or cid is None or not font.readable:
        return None
    data = stream.read_bytes()
    if cid.get("/Subtype") == "/CIDFontType2":
        mapping = cid.get("/CIDToGIDMap")
        return Program(data, mapping.read_bytes() if isinstance(mapping, Stream) else None)
    if stream.get("/Subtype") == "/CIDFontType0C":
        return OutlineProgram(data)
    found = tables(data).get(b"CFF ") if stream.get("/Subtype") == "/OpenType" else None
    return OutlineProgram(data[found:]) if found else None


def tables(data: bytes) -> dict[bytes, int]:
    """Where each table of a TrueType or OpenType program begins; as far as they are there."""
    count = unpack_from(">H", data, 4)[0] if len(data) > 12 else 0
    whole = min(count, 100, (len(data) - 12) // 16)
    return {data[12 + 16 * i : 16 + 16 * i]: unpack_from(">I", data, 20 + 16 * i)[0] for i in range(whole)}

"""Fonts of a placed page: whether they are embedded, as every standard wants, and fit for PDF/A-2a and PDF/UA-1."""

import re
from io import BytesIO

from pikepdf import Array, Dictionary, PdfError, Stream

from reportbuilder.assets.placed.page import Told

FILES = ("/FontFile", "/FontFile2", "/FontFile3")
SUBSET = re.compile(r"^[A-Z]{6}\+")
ENCODINGS = ("/WinAnsiEncoding", "/MacRomanEncoding")
HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
BAD = frozenset(("0000", "FEFF", "FFFE"))
SYMBOLIC, NON_SYMBOLIC = 4, 32
SLACK = 1.5
"""Thousandths of the size that a width may be off."""


def embedded(font: Dictionary, told: Told) -> None:
    """Note a font that is not embedded, and one that is not fit for screens."""
    name = SUBSET.sub("", str(font.get("/BaseFont", "/?"))[1:])
    descendants = font.get("/DescendantFonts")
    inner = descendants[0] if isinstance(descendants, Array) and len(descendants) else font
    descriptor = inner.get("/FontDescriptor") if isinstance(inner, Dictionary) else None
    program = next((descriptor[key] for key in FILES if key in descriptor), None) if isinstance(descriptor, Dictionary) else None
    if not isinstance(program, Stream):
        told.bare_fonts.add(name)
    elif not _is_fit(font, inner, descriptor, program):
        told.unfit_fonts.add(name)


def _is_fit(font: Dictionary, inner: Dictionary, descriptor: Dictionary, program: Stream) -> bool:
    """Whether it keeps what we can measure of ISO 19005-2, 6.2.11 and ISO 14289-1, 7.21. In doubt it does not."""
    try:
        if not _has_unicode(font):
            return False
        if font.get("/Subtype") == "/Type0":
            return _is_fit_composite(font, inner, program)
        if font.get("/Subtype") == "/TrueType":
            return _is_fit_truetype(font, descriptor, program)
        return False
    except (PdfError, KeyError, AttributeError, ValueError, TypeError, IndexError):
        return False


def _has_unicode(font: Dictionary) -> bool:
    """A map to Unicode without what is no character (7.21.7)."""
    cmap = font.get("/ToUnicode")
    if not isinstance(cmap, Stream):
        return False
    text = cmap.read_bytes()
    targets = []
    for block in re.findall(rb"beginbfchar(.*?)endbfchar|beginbfrange(.*?)endbfrange", text, re.DOTALL):
        values = [value.decode("ascii").replace(" ", "").upper() for value in HEX.findall(block[0] or block[1])]
        targets += values[1::2] if block[0] else values[2::3]
    return bool(targets) and not any(target in BAD or not target for target in targets)


def _is_fit_composite(font: Dictionary, inner: Dictionary, program: Stream) -> bool:
    if font.get("/Encoding") != "/Identity-H":
        return False
    if inner.get("/Subtype") == "/CIDFontType2":
        if inner.get("/CIDToGIDMap") != "/Identity":
            return False
        return _widths_agree(inner, _truetype_widths(program))
    if program.get("/Subtype") not in ("/CIDFontType0C", "/OpenType"):
        return False
    return _widths_agree(inner, _cff_widths(program))


def _is_fit_truetype(font: Dictionary, descriptor: Dictionary, program: Stream) -> bool:
    flags = int(descriptor.get("/Flags", 0))
    if flags & SYMBOLIC or not flags & NON_SYMBOLIC or font.get("/Encoding") not in ENCODINGS:
        return False
    from fontTools.ttLib import TTFont, TTLibError

    try:
        opened = TTFont(BytesIO(program.read_bytes()), lazy=True)
        cmap = opened["cmap"].getcmap(3, 1)
        if cmap is None or font.get("/Encoding") != "/WinAnsiEncoding":
            return False
        widths, upem = opened["hmtx"].metrics, opened["head"].unitsPerEm
        first = int(font.FirstChar)
        for place, width in enumerate(font.Widths):
            glyph = cmap.cmap.get(ord(bytes([first + place]).decode("cp1252", "replace")))
            if glyph is not None and float(width) and abs(widths[glyph][0] * 1000 / upem - float(width)) > SLACK:
                return False
    except (TTLibError, KeyError, AssertionError):
        return False
    return True


def _truetype_widths(program: Stream) -> dict[int, float]:
    from fontTools.ttLib import TTFont, TTLibError

    try:
        font = TTFont(BytesIO(program.read_bytes()), lazy=True)
        upem, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
        return {gid: metrics[name][0] * 1000 / upem for gid, name in enumerate(font.getGlyphOrder()) if name in metrics}
    except (TTLibError, KeyError, AssertionError):
        raise ValueError("a font program that can't be read") from None


def _cff_widths(program: Stream) -> dict[int, float]:
    from fontTools.cffLib import CFFFontSet

    if program.get("/Subtype") == "/OpenType":
        raise ValueError("an OpenType program")
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(program.read_bytes()), None)
    top = fonts[0]
    if not hasattr(top, "ROS"):
        raise ValueError("no CIDs in the program")
    widths = {}
    for name in top.charset:
        string, _ = top.CharStrings.getItemAndSelector(name)
        string.decompile()
        string.draw(_Nowhere())
        cid = 0 if name == ".notdef" else int(name[3:])
        widths[cid] = float(string.width)
    return widths


class _Nowhere:
    """A pen that draws nothing."""

    def __getattr__(self, _name: str) -> object:
        return lambda *_: None


def _widths_agree(inner: Dictionary, real: dict[int, float]) -> bool:
    """Whether each width of ``W`` is that of the font program (ISO 19005-2, 6.2.11.5)."""
    said: dict[int, float] = {}
    entries = list(inner.get("/W", []))
    while entries:
        first, second = int(entries.pop(0)), entries.pop(0)
        if isinstance(second, Array):
            said |= {first + place: float(width) for place, width in enumerate(second)}
        else:
            width = float(entries.pop(0))
            said |= {cid: width for cid in range(first, min(int(second), 65535) + 1)}
    return all(abs(width - real[cid]) <= SLACK for cid, width in said.items() if cid in real)


"""Fonts of a placed page: whether they are embedded, as every standard wants, and fit for PDF/A-2a and PDF/UA-1 by what can be measured."""

import re

from pikepdf import Array, Dictionary, PdfError, Stream

from reportbuilder.assets.placed.page import Told
from reportbuilder.assets.placed.programs import Program, cff, encoded, truetype, type1

FILES = ("/FontFile", "/FontFile2", "/FontFile3")
SUBSET = re.compile(r"^[A-Z]{6}\+")
HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
PAIR = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]*)>")
RANGE = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])")
BLOCK = re.compile(rb"beginbfchar(.*?)endbfchar|beginbfrange(.*?)endbfrange", re.DOTALL)
BAD = frozenset("\0\ufeff\ufffe")
SYMBOLIC, NON_SYMBOLIC = 4, 32
SLACK = 1.5
"""Thousandths of the size that a width may be off."""


def embedded(font: Dictionary, told: Told) -> str | None:
    """Note a font that is not embedded, and one that is not fit for screens. Gives a map to Unicode for one that has none but names its letters."""
    name = SUBSET.sub("", str(font.get("/BaseFont", "/?"))[1:])
    descendants = font.get("/DescendantFonts")
    inner = descendants[0] if isinstance(descendants, Array) and len(descendants) else font
    descriptor = inner.get("/FontDescriptor") if isinstance(inner, Dictionary) else None
    program = next((descriptor[key] for key in FILES if key in descriptor), None) if isinstance(descriptor, Dictionary) else None
    if not isinstance(program, Stream):
        told.bare_fonts.add(name)
        return None
    try:
        return _fit(font, inner, descriptor, program)
    except (_Unfit, PdfError, KeyError, AttributeError, ValueError, TypeError, IndexError, AssertionError):
        told.unfit_fonts.add(name)
        return None


class _Unfit(Exception):
    """A font breaks, or may break, ISO 19005-2, 6.2.11 or ISO 14289-1, 7.21."""


def _fit(font: Dictionary, inner: Dictionary, descriptor: Dictionary, program: Stream) -> str | None:
    kind = str(font.get("/Subtype"))
    mapping = _unicode(font)
    if kind == "/Type0":
        _require(bool(mapping) and font.get("/Encoding") == "/Identity-H")
        opened = truetype(program) if inner.get("/Subtype") == "/CIDFontType2" else cff(program)
        _require(inner.get("/Subtype") != "/CIDFontType2" or inner.get("/CIDToGIDMap") == "/Identity")
        _require(opened.by_number is not None)
        widths = _composite_widths(inner)
        _require(all(cid in mapping for cid in widths if cid))
        _agree(widths, opened.by_number or {})
        return None
    if kind == "/TrueType":
        glyphs = _truetype_glyphs(font, descriptor, truetype(program))
    else:
        _require(kind in ("/Type1", "/MMType1"))
        opened = type1(program) if "/FontFile" in descriptor else cff(program)
        glyphs = {code: (name, opened.by_name.get(name)) for code, name in encoded(font, opened).items()}
    return _simple(font, glyphs, mapping)


def _require(fit: bool) -> None:
    if not fit:
        raise _Unfit


def _simple(font: Dictionary, glyphs: dict[int, tuple[str, float | None]], mapping: dict[int, str]) -> str | None:
    """Each code that has a width has a glyph of that width and a meaning; the map to Unicode if it had none."""
    from fontTools.agl import toUnicode

    first = int(font.FirstChar)
    used = {first + place: float(width) for place, width in enumerate(font.Widths) if float(width) and first + place in glyphs}
    _require(bool(used))
    widths = {code: width for code in used if (width := glyphs[code][1]) is not None}
    _agree({code: said for code, said in used.items() if code in widths}, widths)
    unnamed = [code for code in widths if code not in mapping]
    if not unnamed:
        return None
    meanings = {code: toUnicode(glyphs[code][0]) for code in unnamed}
    _require(all(meanings.values()))
    return _cmap(mapping | meanings)


def _cmap(meanings: dict[int, str]) -> str:
    """A map to Unicode (ISO 32000-1, 9.10.3)."""
    lines = [f"<{code:02X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in sorted(meanings.items())]
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    head = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
    head += "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
    return f"{head}{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


def _unicode(font: Dictionary) -> dict[int, str]:
    """The text of each code that the font maps. What is no character is unfit (ISO 14289-1, 7.21.7)."""
    cmap = font.get("/ToUnicode")
    if not isinstance(cmap, Stream):
        return {}
    found: dict[int, str] = {}
    for singles, ranges in BLOCK.findall(cmap.read_bytes()):
        for code, target in PAIR.findall(singles):
            found[int(b"".join(code.split()), 16)] = _text(target)
        for low, high, target, several in RANGE.findall(ranges):
            first, last = int(b"".join(low.split()), 16), int(b"".join(high.split()), 16)
            _require(last - first < 65536)
            texts = [_text(each) for each in HEX.findall(several)] if several else [_text(target, step) for step in range(last - first + 1)]
            found |= dict(zip(range(first, last + 1), texts))
    _require(bool(found) and all(text and not BAD & set(text) for text in found.values()))
    return found


def _text(digits: bytes, more: int = 0) -> str:
    """UTF-16 as text, its last character so many further on."""
    data = bytes.fromhex(b"".join(digits.split()).decode("ascii"))
    text = data.decode("utf-16-be")
    return text[:-1] + chr(ord(text[-1]) + more) if more and text else text


def _composite_widths(inner: Dictionary) -> dict[int, float]:
    """``W`` of a font of many glyphs (9.7.4.3)."""
    said: dict[int, float] = {}
    entries = list(inner.get("/W", []))
    place = 0
    while place + 1 < len(entries):
        first, second = int(entries[place]), entries[place + 1]
        if isinstance(second, Array):
            said |= {first + step: float(width) for step, width in enumerate(second)}
            place += 2
        else:
            width = float(entries[place + 2])
            said |= {cid: width for cid in range(first, min(int(second), 65535) + 1)}
            place += 3
    return said


def _agree(said: dict[int, float], real: dict[int, float]) -> None:
    """Widths are those of the font program (ISO 19005-2, 6.2.11.5)."""
    _require(all(abs(width - real[code]) <= SLACK for code, width in said.items() if code in real))


def _truetype_glyphs(font: Dictionary, descriptor: Dictionary, program: Program) -> dict[int, tuple[str, float | None]]:
    """By code the name and width of each glyph, as 9.6.6.4 finds it and ISO 14289-1, 7.21.6 allows."""
    flags = int(descriptor.get("/Flags", 0))
    encoding = font.get("/Encoding")
    if flags & SYMBOLIC:
        _require(encoding is None and bool(program.symbols))
        return {code: (name, program.by_name.get(name)) for code, name in program.symbols.items()}
    _require(bool(flags & NON_SYMBOLIC) and encoding == "/WinAnsiEncoding" and program.characters is not None)
    glyphs = {}
    for code in range(256):
        name = (program.characters or {}).get(ord(bytes([code]).decode("cp1252", "replace")))
        if name is not None:
            glyphs[code] = (name, program.by_name.get(name))
    return glyphs

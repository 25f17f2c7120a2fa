"""A face as a font of the PDF: its subset, its widths and what its glyphs read as (Type 0, Identity-H, TrueType outlines)."""

import hashlib
import struct
from collections.abc import Iterator, Mapping

import uharfbuzz as hb

from reportbuilder.assets.faces import Face
from reportbuilder.pdf.glyphs import Code, Glyphs
from reportbuilder.pdf.syntax import name, num, nums, utf16
from reportbuilder.pdf.writer import Writer

DROPPED = ("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "OS/2", "STAT", "cmap", "gasp", "name", "post")
"""Tables that a reader of a CIDFontType2 has no use for (ISO 32000-1, 9.9)."""

SYMBOLIC, ITALIC = 4, 64
BFCHAR_LIMIT = 100


def add_font(writer: Writer, resource: str, glyphs: Glyphs) -> None:
    """Embed what was shown, as the font ``resource`` of all pages."""
    face, codes = glyphs.face, glyphs.codes()
    base = f"{_prefix(face, codes)}+{face.name}"
    program = subset(face, {code.glyph for code in codes.values()})
    file = writer.stream({"Length1": str(len(program))}, program)
    descriptor = writer.dictionary(_descriptor(face, base) | {"FontFile2": file})
    descendant = {
        "Type": "/Font",
        "Subtype": "/CIDFontType2",
        "BaseFont": name(base),
        "CIDSystemInfo": "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
        "CIDToGIDMap": _glyph_map(writer, codes),
        "DW": "0",
        "W": f"[{''.join(_widths(face, codes))}]",
        "FontDescriptor": descriptor,
    }
    font = {
        "Type": "/Font",
        "Subtype": "/Type0",
        "BaseFont": name(base),
        "Encoding": "/Identity-H",
        "DescendantFonts": f"[{writer.dictionary(descendant)}]",
        "ToUnicode": writer.stream({}, to_unicode(codes).encode()),
    }
    writer.font(resource, writer.dictionary(font))


def subset(face: Face, glyphs: set[int]) -> bytes:
    """The font program with the outlines of these glyphs, which keep their numbers."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    for tag, place in face.variations.items():
        wanted.pin_axis_location(face.hb_face, tag, place)
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in DROPPED)
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    return hb.subset(face.hb_face, wanted).blob.data


def _glyph_map(writer: Writer, codes: Mapping[int, Code]) -> str:
    """From code to glyph: the same number, but where a glyph has further codes."""
    if all(number == code.glyph for number, code in codes.items()):
        return "/Identity"
    numbers = range(max(codes) + 1)
    return writer.stream({}, b"".join(struct.pack(">H", codes[number].glyph if number in codes else 0) for number in numbers))


def to_unicode(codes: Mapping[int, Code]) -> str:
    """The CMap from code to text (ISO 32000-1, 9.10.3)."""
    entries = [f"<{number:04X}><{utf16(code.text)}>" for number, code in codes.items()]
    blocks = [entries[start : start + BFCHAR_LIMIT] for start in range(0, len(entries), BFCHAR_LIMIT)]
    mapped = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return f"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
{mapped}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def _prefix(face: Face, codes: Mapping[int, Code]) -> str:
    """Six letters that stand for this choice of glyphs, the same in every build (ISO 32000-1, 9.6.4)."""
    digest = hashlib.sha256(f"{face.name} {[tuple(code) for code in codes.values()]}".encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _widths(face: Face, codes: Mapping[int, Code]) -> Iterator[str]:
    """The W array: neighbouring codes share an entry."""
    previous = None
    for number, code in codes.items():
        if previous is None or number != previous + 1:
            yield f"{'' if previous is None else ']'}{number}["
        else:
            yield " "
        yield num(face.nominal_advance(code.glyph))
        previous = number
    if previous is not None:
        yield "]"


def _descriptor(face: Face, base: str) -> dict[str, str]:
    def table(tag: str) -> bytes:
        return face.hb_face.reference_table(tag).data

    scale = 1000 / face.upem
    box = [edge * scale for edge in struct.unpack_from(">4h", table("head"), 36)]
    slant = struct.unpack_from(">l", table("post"), 4)[0] / 65536
    weight = round(face.variations.get("wght", 0)) or struct.unpack_from(">H", table("OS/2"), 4)[0]
    return {
        "Type": "/FontDescriptor",
        "FontName": name(base),
        "Flags": str(SYMBOLIC | (ITALIC if slant else 0)),
        "FontBBox": f"[{nums(*box)}]",
        "ItalicAngle": num(slant),
        "Ascent": num(face.ascent),
        "Descent": num(face.descent),
        "CapHeight": num(face.cap_height),
        "StemV": num(stem(weight)),
    }


def stem(weight: int) -> float:
    """A likely width of upright stems for a weight of 100 to 900; fonts do not tell it and no reader of embedded fonts asks."""
    return 50 + (weight / 65) ** 2

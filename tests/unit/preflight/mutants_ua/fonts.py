"""Fonts: their encodings, their glyphs and how those are read (ISO 14289-1, 7.21)."""

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from unit.preflight.mutants_ua.edits import draw, font, read_as, reading
from unit.preflight.mutants_ua.mutant import breaks


@breaks("7.21.3.1-1", "7.21.3.3-1")
def an_encoding_that_is_elsewhere(pdf: Pdf) -> None:
    font(pdf).Encoding = Name("/Eigen-H")


def encoding(pdf: Pdf, **entries: object) -> Stream:
    more = bytes(entries.pop("code", b""))  # type: ignore[call-overload]
    code = b"/CIDInit /ProcSet findresource begin begincmap %b /CMapName /Eigen-H def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 begincidrange <0000> <FFFF> 0 endcidrange endcmap end" % more
    info = Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0)
    held = pdf.make_stream(code, Type=Name.CMap, CMapName=Name("/Eigen-H"), CIDSystemInfo=info)
    for key, value in entries.items():
        held["/" + key] = value
    return held


@breaks()
def an_encoding_of_its_own(pdf: Pdf) -> None:
    font(pdf).Encoding = encoding(pdf)


@breaks("7.21.3.1-1")
def an_encoding_of_another_collection(pdf: Pdf) -> None:
    font(pdf).Encoding = encoding(pdf, CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Japan1"), Supplement=0))


@breaks("7.21.3.3-2")
def an_encoding_of_two_directions(pdf: Pdf) -> None:
    font(pdf).Encoding = encoding(pdf, code=b"/WMode 1 def", WMode=0)


@breaks("7.21.3.3-3", foreign=())
def an_encoding_that_builds_on_another(pdf: Pdf) -> None:
    """Foreign: veraPDF 1.30 breaks off at such a file and gives no verdict."""
    font(pdf).Encoding = encoding(pdf, UseCMap=Name("/Ander-H"))


@breaks("7.21.3.2-1")
def a_font_without_a_mapping(pdf: Pdf) -> None:
    del font(pdf).DescendantFonts[0]["/CIDToGIDMap"]


@breaks("7.21.4.1-1")
def a_font_that_is_elsewhere(pdf: Pdf) -> None:
    del font(pdf).DescendantFonts[0].FontDescriptor["/FontFile2"]


def type1(pdf: Pdf, **entries: object) -> None:
    """Text in a Type 1 font that is packed as CFF."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.t2CharStringPen import T2CharStringPen

    made = FontBuilder(1000, isTTF=False)
    names = [".notdef", "A", "B"]
    made.setupGlyphOrder(names)
    pens = {name: T2CharStringPen(600, None) for name in names}
    made.setupCFF("Proef", {}, {name: pen.getCharString() for name, pen in pens.items()}, {})
    data = made.font["CFF "].compile(made.font)
    descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Proef"), Flags=32, FontBBox=[0, 0, 600, 700], ItalicAngle=0, Ascent=700, Descent=0, CapHeight=700, StemV=80)
    descriptor.FontFile3 = pdf.make_stream(data, Subtype=Name.Type1C)
    held = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/ABCDEF+Proef"), FirstChar=65, LastChar=66, Widths=[600, 600], Encoding=Name.WinAnsiEncoding)
    held.FontDescriptor = pdf.make_indirect(descriptor)
    for key, value in entries.items():
        (descriptor if key == "CharSet" else held)["/" + key] = value
    pdf.pages[0].Resources.Font.F98 = pdf.make_indirect(held)
    draw(pdf, "/Artifact BMC BT /F98 9 Tf 50 50 Td (A) Tj ET EMC")


@breaks()
def a_plain_font_without_a_map(pdf: Pdf) -> None:
    type1(pdf, CharSet=String("/A/B"))


@breaks("7.21.4.2-1")
def a_list_of_signs_that_lacks_one(pdf: Pdf) -> None:
    type1(pdf, CharSet=String("/A"))


@breaks("7.21.5-1")
def plain_widths_that_are_wrong(pdf: Pdf) -> None:
    type1(pdf, Widths=Array([500, 500]))


@breaks("7.21.4.2-2")
def a_list_of_characters_that_lacks_some(pdf: Pdf) -> None:
    font(pdf).DescendantFonts[0].FontDescriptor.CIDSet = pdf.make_stream(b"\x80")


@breaks("7.21.5-1")
def widths_that_are_wrong(pdf: Pdf) -> None:
    held = font(pdf).DescendantFonts[0]
    del held["/W"]
    held.DW = 37


@breaks("7.21.7-1")
def signs_without_a_reading(pdf: Pdf) -> None:
    del font(pdf)["/ToUnicode"]


@breaks("7.21.7-2")
def signs_that_are_read_as_nothing(pdf: Pdf) -> None:
    read_as(pdf, rb"(beginbfchar\s*<[0-9A-Fa-f]+>\s*)<[0-9A-Fa-f]+>", rb"\1<FEFF>")


@breaks("7.21.8-1", "7.21.5-1")
def the_sign_for_missing_ones(pdf: Pdf) -> None:
    reading(pdf, b"0000")
    draw(pdf, "/Artifact BMC BT /F1 9 Tf 50 50 Td <0000> Tj ET EMC")


@breaks("7.21.4.1-2", "7.21.5-1", "7.21.8-1")
def a_sign_that_its_font_lacks(pdf: Pdf) -> None:
    reading(pdf, b"FFF0")
    draw(pdf, "/Artifact BMC BT /F1 9 Tf 50 50 Td <FFF0> Tj ET EMC")


def plain(pdf: Pdf, flags: int, encoding_: object = None) -> None:
    """Text in a TrueType font whose codes are bytes."""
    cid = font(pdf).DescendantFonts[0]
    descriptor = pdf.make_indirect(Dictionary({**dict(cid.FontDescriptor.items()), "/Flags": flags}))
    widths = Array([600] * 224)
    held = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=cid.BaseFont, FirstChar=32, LastChar=255, Widths=widths, FontDescriptor=descriptor)
    held.ToUnicode = pdf.make_stream(b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <0041> endbfchar endcmap")
    if encoding_ is not None:
        held.Encoding = encoding_
    page = pdf.pages[0]
    page.Resources.Font.F99 = pdf.make_indirect(held)
    draw(pdf, "/Artifact BMC BT 3 Tr /F99 9 Tf 50 50 Td (A) Tj ET EMC")


@breaks("7.21.6-1", "7.21.6-2")
def a_plain_font_of_no_encoding(pdf: Pdf) -> None:
    plain(pdf, 32)


@breaks("7.21.6-3", "7.21.6-4")
def a_symbolic_font_with_an_encoding(pdf: Pdf) -> None:
    plain(pdf, 4, Name.WinAnsiEncoding)

"""Fonts whose codes are single bytes, of all kinds that other programs make: every sign is in, and as wide as the file says."""

from collections.abc import Callable
from functools import cache
from io import BytesIO

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.eexec import encrypt
from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from reportbuilder.preflight.judge import judged
from reportbuilder.preflight.limits import Limits

SIGNS, WIDTHS = (".notdef", "A", "adieresis"), (300, 600, 510)
CODES = {65: "A", 228: "adieresis"}


def built(true_type: bool) -> FontBuilder:
    builder = FontBuilder(1000, isTTF=true_type)
    builder.setupGlyphOrder(list(SIGNS))
    builder.setupCharacterMap({65: "A", 0xE4: "adieresis"})
    if true_type:
        pen = TTGlyphPen(None)
        builder.setupGlyf(dict.fromkeys(SIGNS, pen.glyph()))
    else:
        # In Type 2 charstrings a width stands before the end when it is not the default.
        shapes = {sign: T2CharString(program=[width, "endchar"]) for sign, width in zip(SIGNS, WIDTHS)}
        builder.setupCFF("Proef", {}, shapes, {"defaultWidthX": 0, "nominalWidthX": 0})
    builder.setupHorizontalMetrics({sign: (width, 0) for sign, width in zip(SIGNS, WIDTHS)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupPost()
    return builder


@cache
def program(kind: str) -> bytes:
    if kind == "type 1":
        return type1()
    file = BytesIO()
    builder = built(kind == "true type")
    builder.save(file)
    return builder.font.getTableData("CFF ") if kind == "compact" else file.getvalue()


def type1() -> bytes:
    """By hand: the clear part with its encoding, and the signs, encrypted (Adobe Type 1 Font Format, 2 and 7)."""
    signs = b""
    for sign, width in zip(SIGNS, WIDTHS):
        # 0 width hsbw endchar; 255 and four bytes are a number.
        code, _ = encrypt(b"\0\0\0\0" + bytes((139, 255)) + width.to_bytes(4, "big") + bytes((13, 14)), 4330)
        signs += b"/%s %d RD %s ND\n" % (sign.encode(), len(code), code)
    hidden, _ = encrypt(b"\0\0\0\0dup /Private 9 dict dup begin /lenIV 4 def 2 index /CharStrings 3 dict dup begin\n" + signs + b"end end", 55665)
    return b"%!PS-AdobeFont-1.0: Proef\n/Encoding 256 array\ndup 65 /A put\ndup 228 /adieresis put\nreadonly def\ncurrentfile eexec\n" + hidden


def font(pdf: Pdf, kind: str) -> Dictionary:
    key, subtype, packed = {
        "type 1": ("/FontFile", "/Type1", None),
        "compact": ("/FontFile3", "/Type1", Name.Type1C),
        "open type": ("/FontFile3", "/Type1", Name.OpenType),
        "true type": ("/FontFile2", "/TrueType", None),
    }[kind]
    stream = pdf.make_stream(program(kind))
    if packed is not None:
        stream["/Subtype"] = packed
    descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name("/AAAAAA+Proef"), Flags=32)
    descriptor[key] = stream
    widths = Array([WIDTHS[SIGNS.index(CODES[code])] if code in CODES else 0 for code in range(65, 229)])
    return Dictionary(
        Type=Name.Font, Subtype=Name(subtype), BaseFont=Name("/AAAAAA+Proef"), Encoding=Name.WinAnsiEncoding, FirstChar=65, LastChar=228, Widths=widths, FontDescriptor=descriptor
    )  # fmt: skip


def found(kind: str, shown: str, change: Callable[[Dictionary], None] = lambda made: None) -> list[str]:
    file = BytesIO()
    with Pdf.new() as pdf:
        made = font(pdf, kind)
        change(made)
        page = pdf.add_blank_page()
        page.Resources = Dictionary(Font=Dictionary(F9=made))
        page.Contents = pdf.make_stream(f"BT /F9 12 Tf <{shown}> Tj ET".encode())
        pdf.save(file)
    return [finding.message for finding in judged(file.getvalue(), Limits()).findings if finding.rule == "X4-43"]


KINDS = pytest.mark.parametrize("kind", ["type 1", "compact", "open type", "true type"])


@KINDS
def test_a_font_that_is_right_is_right(kind: str) -> None:
    assert found(kind, "41e441") == []


@KINDS
def test_a_sign_that_is_not_in_the_font_is_told(kind: str) -> None:
    assert found(kind, "4142") == ["the font ‘AAAAAA+Proef’ lacks 1 of the signs that are shown"]


@KINDS
def test_another_width_than_the_file_says_is_told(kind: str) -> None:
    def widen(made: Dictionary) -> None:
        made.Widths[0] = 640

    assert found(kind, "41e4", widen) == ["1 signs of the font ‘AAAAAA+Proef’ have other widths than the file says"]


@KINDS
def test_differences_say_which_sign_a_code_is(kind: str) -> None:
    def exchanged(made: Dictionary) -> None:
        made.Encoding = Dictionary(BaseEncoding=Name.WinAnsiEncoding, Differences=Array([65, Name.adieresis, Name.Zcaron]))
        made.Widths[0] = 510

    assert found(kind, "41", exchanged) == []
    assert found(kind, "42", exchanged) == ["the font ‘AAAAAA+Proef’ lacks 1 of the signs that are shown"]


@pytest.mark.parametrize("kind", ["type 1", "compact"])
def test_without_an_encoding_that_of_the_program_counts(kind: str) -> None:
    def bare(made: Dictionary) -> None:
        del made.Encoding

    assert found(kind, "41", bare) == []


def test_a_broken_program_is_told() -> None:
    def broken(made: Dictionary) -> None:
        stream = made.FontDescriptor.FontFile
        assert isinstance(stream, Stream)
        stream.write(b"%!PS-AdobeFont-1.0: nothing")

    assert found("type 1", "41", broken) == ["the font ‘AAAAAA+Proef’ is broken"]

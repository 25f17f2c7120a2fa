"""Faces as fonts of the PDF."""

import re
from io import BytesIO

import pytest
import uharfbuzz as hb
from pikepdf import Pdf
from pypdfium2 import PdfDocument
from unit.pdf.by_hand import face, painted, words

from reportbuilder.assets.shaped import Shaped
from reportbuilder.layout.page import Run
from reportbuilder.pdf.fonts import stem, subset, to_unicode
from reportbuilder.pdf.glyphs import Code
from reportbuilder.pdf.profile import PRINT, WEB


def test_a_subset_keeps_the_numbers_of_its_glyphs_and_their_outlines_alone() -> None:
    a, b = face().shape("ab").glyphs
    font = hb.Font(hb.Face(subset(face(), {b})))
    assert font.get_glyph_extents(b).width == face().hb_font.get_glyph_extents(b).width > 0
    assert font.get_glyph_extents(a).width == 0
    assert {"GSUB", "GPOS", "cmap"}.isdisjoint(font.face.table_tags)


def test_unicode_maps_come_in_blocks_of_at_most_a_hundred() -> None:
    made = to_unicode({number: Code(number, chr(number)) for number in range(40, 290)})
    blocks = re.findall(r"(\d+) beginbfchar\n(.*?)\nendbfchar", made, re.DOTALL)
    assert [(int(count), len(lines.splitlines())) for count, lines in blocks] == [(100, 100), (100, 100), (50, 50)]


def test_unicode_maps_take_several_letters_and_letters_beyond_the_basic_plane() -> None:
    made = to_unicode({7: Code(7, "ffi"), 8: Code(8, "\U0001d400")})
    assert "<0007><006600660069>\n<0008><D835DC00>" in made


def test_every_font_is_embedded_with_the_widths_of_its_program() -> None:
    with Pdf.open(BytesIO(painted(PRINT, words("Zo efficiënt")).data)) as pdf:
        (font,) = pdf.pages[0].Resources.Font.values()
        cid = font.DescendantFonts[0]
        program = hb.Font(hb.Face(cid.FontDescriptor.FontFile2.read_bytes()))
        assert (font.Subtype, font.Encoding, cid.Subtype, cid.CIDToGIDMap) == ("/Type0", "/Identity-H", "/CIDFontType2", "/Identity")
        assert "/CIDSet" not in cid.FontDescriptor
        widths = {}
        for first, run in zip(cid.W[::2], cid.W[1::2]):
            widths.update(enumerate(map(float, run), int(first)))
        assert set(widths) == set(face().shape("Zo efficiënt").glyphs)
        assert all(width == pytest.approx(program.get_glyph_h_advance(glyph) * 1000 / face().upem) for glyph, width in widths.items())


def test_a_glyph_with_two_readings_has_two_codes_and_one_outline() -> None:
    hyphen = face().shape("-")
    soft = Shaped("-", hyphen.glyphs, hyphen.advances, hyphen.clusters, None, "\u00ad")
    made = painted(WEB, Run(40, 60, face(), 20, "text", (face().shape("a"), hyphen, soft), 0, 1))
    with Pdf.open(BytesIO(made.data)) as pdf:
        table = pdf.pages[0].Resources.Font.F1.DescendantFonts[0].CIDToGIDMap.read_bytes()
    glyph, extra = hyphen.glyphs[0], face().hb_face.glyph_count
    assert len(table) == 2 * extra + 2
    assert int.from_bytes(table[2 * glyph : 2 * glyph + 2], "big") == int.from_bytes(table[-2:], "big") == glyph
    with PdfDocument(made.data) as pdf:
        text = pdf[0].get_textpage()
        first, second = text.get_charbox(1), text.get_charbox(2)
        assert second[0] - first[0] == pytest.approx(hyphen.width * 20 / 1000, abs=0.1)
        assert second[2] - second[0] == pytest.approx(first[2] - first[0], abs=0.1)


FORMS = [("smcp", "c2sc"), ("sups",), ("onum", "pnum"), ("lnum", "tnum"), ("frac",), ("case",)]


def formed() -> list[Run]:
    """One line in the forms of each of several features."""
    return [words("Een URC, 1e van 3/8 (2025)", y=40.0 + 20 * number, node=1, features=features) for number, features in enumerate(FORMS)]


def test_text_in_all_forms_of_letters_is_copied_as_it_was_typed() -> None:
    with PdfDocument(painted(WEB, *formed()).data) as pdf:
        assert pdf[0].get_textpage().get_text_bounded().splitlines() == ["Een URC, 1e van 3/8 (2025)"] * len(FORMS)


def test_the_name_of_a_subset_comes_from_its_glyphs() -> None:
    def name(text: str) -> str:
        return re.findall(rb"/BaseFont /(\w{6}\+[\w-]+)", painted(WEB, words(text)).data)[0].decode()

    assert name("ab") == name("ba") != name("abc")
    assert name("ab").endswith("+SourceSerif4-Regular")


def test_no_font_comes_from_reportlab() -> None:
    assert b"Helvetica" not in painted(WEB, words("a")).data


def test_bolder_faces_have_thicker_stems() -> None:
    assert 60 < stem(300) < stem(400) < stem(900) < 260

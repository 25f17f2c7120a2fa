"""One file for several weights: each face is its own place on the axes, in the lines and in the PDF (THREATS N3)."""

from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables.TupleVariation import TupleVariation
from pikepdf import Pdf
from unit.pdf.by_hand import painted

from reportbuilder.assets.faces import Face, Faces, open_face
from reportbuilder.layout.page import Run
from reportbuilder.pdf.profile import WEB
from reportbuilder.style.sheet import FaceKey


@cache
def made() -> bytes:
    """A square of half an em that is a whole em wide at weight 900, from 400."""
    pen = TTGlyphPen(None)
    for number, point in enumerate(((0, 0), (0, 500), (500, 500), (500, 0))):
        (pen.lineTo if number else pen.moveTo)(point)
    pen.closePath()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "n"])
    builder.setupCharacterMap({ord("n"): "n", ord(" "): ".notdef"})
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "n": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "n": (500, 0)})
    builder.setupHorizontalHeader(ascent=1000, descent=0)
    builder.setupNameTable({"familyName": "Grow", "styleName": "Regular", "psName": "Grow-Regular"})
    builder.setupOS2(sTypoAscender=1000, usWinAscent=1000, sCapHeight=500, sxHeight=500, fsType=0)
    builder.setupPost()
    builder.setupFvar([("wght", 400, 400, 900, "Weight")], [])
    wider = [(0, 0), (0, 0), (500, 0), (500, 0), (0, 0), (500, 0), (0, 0), (0, 0)]
    builder.setupGvar({"n": [TupleVariation({"wght": (0.0, 1.0, 1.0)}, wider)], ".notdef": []})
    file = BytesIO()
    builder.save(file)
    return file.getvalue()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Grow.ttf"
    path.write_bytes(made())
    return path


def width(face: Face) -> float:
    return face.shape("n").width


def test_each_weight_is_a_place_on_the_axis_as_far_as_it_goes(file: Path) -> None:
    keys = {FaceKey("f", weight): file for weight in ("light", "regular", "semibold", "black")}
    faces = Faces(keys)
    assert [width(faces.face(key)) for key in keys] == [500, 500, 700, 1000]
    assert len({faces.face(key).name for key in keys}) == 4


def test_the_pdf_has_the_outlines_and_widths_of_the_weight(file: Path) -> None:
    face = open_face(FaceKey("f", "black"), file)
    data = painted(WEB, Run(40, 60, face, 10, "text", (face.shape("nn"),), 0, 1)).data
    with Pdf.open(BytesIO(data)) as pdf:
        font = pdf.pages[0].Resources.Font.F1.DescendantFonts[0]
        program = hb.Face(font.FontDescriptor.FontFile2.read_bytes())
        assert not program.has_var_data and "gvar" not in program.table_tags
        assert hb.Font(program).get_glyph_extents(1).width == 1000 and hb.Font(program).get_glyph_h_advance(1) == 1000
        assert [float(value) for value in font.W[1]] == [1000.0]

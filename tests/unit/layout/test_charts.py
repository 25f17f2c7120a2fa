"""Charts on their pages: lengths are true to the numbers, and what is drawn is what is told."""

from io import BytesIO

import pytest
from laid import check_all, lay_out_yaml, small_sheet
from PIL import Image, ImageOps
from pikepdf import Pdf, parse_content_stream
from square import config
from unit.pdf.tree_of import written

from reportbuilder.assets.drawings import drawn
from reportbuilder.layout.drawings import AIR, drawings, drawings_alone
from reportbuilder.layout.page import Layout, Run, Shape
from reportbuilder.layout.paths import circle, ring_part
from reportbuilder.model.nodes import Chart, Document
from reportbuilder.model.walk import walk
from reportbuilder.pdf.boxes import page_boxes
from reportbuilder.pdf.elements import picture_frames
from reportbuilder.pdf.paint import paint
from reportbuilder.pdf.profile import PRINT, WEB, Profile
from reportbuilder.pdf.tags import structure

TEXT = """\
chapter: H
id: h
body:
  - chart:
      kind: {kind}
      title: Titel
      unit: keer
      values:
        - {{label: een, value: 1000}}
        - {{label: twee, value: 250, highlight: yes}}
        - {{label: drie, value: 0}}
      source: Bron
      alt: Een is het meest.
"""


def laid(kind: str) -> tuple[Document, Layout, list[Shape]]:
    document, layout, log = lay_out_yaml(TEXT.format(kind=kind))
    assert not log.diagnostics
    return document, layout, [item for page in layout.pages for item in page.items if isinstance(item, Shape)]


def size(shape: Shape) -> tuple[float, float]:
    left, top, right, bottom = shape.box
    return right - left, bottom - top


def test_bars_are_as_long_as_their_numbers() -> None:
    bars = [shape for shape in laid("bar")[2] if shape.fill]
    lengths = [size(shape)[0] for shape in bars]
    assert lengths == pytest.approx([lengths[0], lengths[0] / 4, 0.0])
    assert [shape.fill for shape in bars] == ["accent2", "accent", "accent2"]


def test_columns_stand_on_the_grid_and_are_as_high_as_their_numbers() -> None:
    columns = [shape for shape in laid("column")[2] if shape.fill]
    heights = [size(shape)[1] for shape in columns]
    assert heights == pytest.approx([112.0, 28.0, 0.0])
    assert len({round(shape.box[3], 6) for shape in columns}) == 1


@pytest.mark.parametrize("kind", ["bar", "column", "line", "donut"])
@pytest.mark.parametrize(
    "values",
    [
        "{label: a, value: 999999999.999999999}, {label: b, value: 0.000000001}",
        "{label: a, value: 1, shown: om en bij een stuk of wat zo ongeveer}, {label: b, value: 1}",
        "{label: een lang verhaal over wat hier geteld wordt en waarom, value: 1}, {label: b, value: 2}",
        ", ".join(f"{{label: l, value: {number}}}" for number in range(10)),
        "{label: a, value: 0.0001}, {label: b, value: 0.0001}, {label: c, value: 100000}",
    ],
)
def test_whatever_its_numbers_a_chart_stays_on_its_page_or_is_told(kind: str, values: str) -> None:
    document, layout, log = lay_out_yaml(f"chapter: H\nid: h\nbody:\n  - chart: {{kind: {kind}, title: T, alt: a, values: [{values}]}}\n")
    assert {fault.code for fault in log.diagnostics} <= {"word-too-wide"}
    if not log.diagnostics:
        check_all(document, layout)


def test_parts_of_a_ring_are_left_out_when_they_are_nothing() -> None:
    assert len([shape for shape in laid("donut")[2] if shape.fill]) == 2


@pytest.mark.parametrize(("start", "end", "edges"), [(0.0, 1.0, (-10, -10, 10, 10)), (0.0, 0.25, (0, -10, 10, 0)), (0.25, 0.5, (0, 0, 10, 10))])
def test_a_part_of_a_ring_lies_where_its_turn_says(start: float, end: float, edges: tuple[float, ...]) -> None:
    points = [value for name, *values in ring_part(0.0, 0.0, 10.0, 0.0, start, end) for value in values[-2:]]
    assert (min(points[::2]), min(points[1::2]), max(points[::2]), max(points[1::2])) == pytest.approx(edges, abs=1e-6)


def test_a_circle_closes_where_it_begins() -> None:
    ops = circle(3.0, 4.0, 2.0)
    assert ops[0][1:] == pytest.approx(ops[-2][-2:]) and len(ops) == 6


@pytest.mark.parametrize("kind", ["bar", "column", "line", "donut"])
def test_a_chart_is_a_figure_with_its_message_and_a_table_of_its_numbers(kind: str) -> None:
    document, layout, _ = laid(kind)
    made = paint(layout, small_sheet(), WEB, {})
    frames = picture_frames(layout, page_boxes(small_sheet(), WEB))
    tree = structure(document, layout, made, frames)
    told = written(tree, layout).partition("    Captioned\n")[2]
    lines = [line[6:] for line in told.splitlines()]
    assert lines[:8] == ["Caption", "  “Figuur 1. ”", "  “Titel”", "P", "  “keer”", "Figure alt=Een is het meest.", "  (picture)", "Table"]
    assert lines[8:15] == ["  TBody", "    TR", "      TH Row", "        “een”", "      TD", "        “1.000”", "    TR"]
    assert lines[-2:] == ["P", "  “Bron”"]
    (chart,) = (node.id for node in walk(*document.parts) if isinstance(node, Chart))
    assert chart in frames


@pytest.mark.parametrize(("profile", "colours"), [(PRINT, {"k", "K"}), (WEB, {"rg", "RG"})], ids=["print", "web"])
def test_shapes_are_painted_in_the_inks_of_the_profile(profile: Profile, colours: set[str]) -> None:
    layout = laid("line")[1]
    with Pdf.open(BytesIO(paint(layout, small_sheet(), profile, {}).data)) as pdf:
        operators = [str(operator) for page in pdf.pages for _, operator in parse_content_stream(page)]
    assert {name for name in operators if name in ("k", "K", "rg", "RG", "g", "G", "cs", "CS", "sh")} == colours
    assert operators.count("c") == 3 * 4 and operators.count("S") == 2


@pytest.mark.parametrize("kind", ["bar", "column", "line", "donut"])
def test_the_drawing_for_other_formats_has_all_its_shapes_and_labels(kind: str) -> None:
    document, layout, shapes = laid(kind)
    ((chart, drawing),) = drawings(document, layout, small_sheet()).items()
    assert len(drawing.paths) == len(shapes)
    shown = "".join(piece.text for lettering in drawing.letterings for piece in lettering.pieces)
    assert shown.replace(" ", "") == "een1.000twee250drie0"
    assert not any(isinstance(item, Run) and item.node == chart for item in drawing.letterings)
    (alone,) = drawings_alone(document, config(small_sheet(), document)).values()
    assert len(alone.paths) == len(drawing.paths) and len(alone.letterings) == len(drawing.letterings)
    files = drawn(drawing)
    assert files.svg.startswith(b"<svg ") and files.svg.count(b"<path") == len(drawing.paths) + len(drawing.letterings)
    assert files == drawn(drawing)
    with Image.open(BytesIO(files.png)) as image:
        seen = ImageOps.invert(image.convert("L")).getbbox()
        air = image.width / drawing.width * AIR
        assert seen and seen[0] > air / 2 and image.width - seen[2] > air / 2
    for path in drawing.paths:
        points = [value for _, *values in path.ops for value in values]
        assert all(0 <= x <= drawing.width for x in points[::2]) and all(0 <= y <= drawing.height for y in points[1::2])

"""Text is advised on where it can hardly be read on what stands behind it."""

from io import BytesIO

import pytest
from msgspec.structs import replace
from PIL import Image as Pixels
from square import FONT, HERE, KEY, sheet

from reportbuilder.assets.faces import Faces
from reportbuilder.assets.pictures import Job, Rendition
from reportbuilder.assets.samples import Encoded
from reportbuilder.diag.diagnostic import Log
from reportbuilder.layout.legibility import advise_on_grounds
from reportbuilder.layout.page import Fill, Image, Item, Kind, Layout, Page, Run, Shape
from reportbuilder.model import nodes as n
from reportbuilder.style.sheet import Ink

FACE = Faces({KEY: FONT}).face(KEY)
JOB = Job("pictures/foto.jpg", 100, 100)
SHEET = replace(sheet(), inks={name: Ink(name, (0, 0, 0, 0), (level,) * 3) for name, level in (("text", 0), ("white", 255), ("gray", 150), ("pale", 240))})
DOCUMENT = n.Document(n.Meta("T", "", "W", "2025", "t", "nl-BE", "", ()), (n.Chapter(n.Heading(1, (n.Text("abcd", HERE, 7),), HERE, id=6), None, None, (), (), HERE, id=5),))


def line(x: float, ink: str = "white", size: float = 10.0) -> Run:
    return Run(x, 50.0, FACE, size, ink, (FACE.shape("abcd"),), 0.0, 7)


def photo() -> Encoded:
    """Black at the left, white at the right."""
    image, stream = Pixels.new("RGB", (100, 100), "white"), BytesIO()
    image.paste("black", (0, 0, 50, 100))
    image.save(stream, "JPEG", quality=95)
    return Encoded(stream.getvalue(), 100, 100, "rgb", "jpeg")


def told(*items: Item, kind: Kind = "text") -> list[str]:
    log = Log()
    page = Page(0, "1", kind, (), items, (), ())
    advise_on_grounds(DOCUMENT, Layout((page,), {}), SHEET, {JOB: Rendition(None, photo())}, log)
    assert all(one.code == "low-contrast-ground" and one.span == HERE for one in log.diagnostics)
    return [one.message.partition(" has a ")[2] or one.message for one in log.diagnostics]


@pytest.mark.parametrize(("x", "part"), [(2.0, None), (30.0, "in 50% of its place"), (55.0, "‘pictures/foto.jpg’")])
def test_the_picture_behind_a_line_is_looked_at_where_the_line_stands(x: float, part: str | None) -> None:
    found = told(Image(0, 0, 100, 100, JOB, 0), line(x))
    assert [part in one for one in found] == ([True] if part else [])


def test_a_ground_above_the_picture_is_what_the_text_stands_on() -> None:
    assert told(Image(0, 0, 100, 100, JOB, 0), Fill(50, 40, 50, 20, "text"), line(55.0)) == []
    assert told(Fill(0, 0, 100, 100, "gray"), line(0.0)) == ["contrast of 3.0 to 1 with the ground ‘gray’"]


def test_large_text_needs_less() -> None:
    assert told(Fill(0, 0, 100, 100, "gray"), line(0.0, "text", 20.0)) == [] and len(told(Fill(0, 0, 100, 100, "gray"), line(0.0, "white", 20.0))) == 1


def test_paper_is_looked_at_on_composed_pages() -> None:
    assert len(told(line(0.0), kind="cover")) == 1 and told(line(0.0)) == []


def test_each_part_of_a_chart_can_be_seen() -> None:
    square = (("m", 0, 0), ("l", 10, 0), ("l", 10, 10), ("l", 0, 10), ("h",))
    assert [told(Fill(0, 0, 100, 100, ground), Shape(5, 5, square, fill, node=6)) != [] for fill, ground in (("white", "text"), ("text", "white"), ("pale", "white"))] == [
        False, False, True,
    ]  # fmt: skip

"""Paints a `Layout` for a profile: every item of every page as operators, and a note of which content shows which node."""

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from itertools import groupby
from typing import NamedTuple, assert_never

from reportbuilder.assets.pictures import Encoded, Job, Rendition
from reportbuilder.layout.page import Area, Fill, Image, Item, Layout, Page, Rule, Run, Shape
from reportbuilder.layout.paths import circle
from reportbuilder.pdf.boxes import Boxes, page_boxes
from reportbuilder.pdf.content import PLAIN, Content
from reportbuilder.pdf.inks import OVERPRINTED_LINE
from reportbuilder.pdf.marks import printers_marks
from reportbuilder.pdf.profile import Profile
from reportbuilder.pdf.resources import Resources
from reportbuilder.pdf.syntax import num, nums
from reportbuilder.pdf.writer import Writer
from reportbuilder.style.sheet import Sheet

DECORATION = "/Artifact<</Type/Layout>>"
HEADER = "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>"
FOOTER = "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>"


SAMPLE = 65_536
"""Bytes."""


class Mark(NamedTuple):
    """Marked content ``mcid`` of a page (index) shows the ``node``; ``text`` is false where it is a picture, a line or a ground. ``place`` tells
    where on the page its first item stands in the order of reading, if that is not the order of ``mcid``: something runs from right to left.
    """

    page: int
    mcid: int
    node: int
    text: bool
    place: int = -1


class Painted(NamedTuple):
    """A whole PDF file that still lacks its structure, links and metadata. ``areas`` are with the index of their page; ``identity`` is the
    same for the same pages only; ``contents`` are for the stubs in it.
    """

    data: bytes
    marks: tuple[Mark, ...]
    areas: tuple[tuple[int, Area], ...]
    identity: bytes = b""
    contents: tuple[bytes, ...] = ()


def paint(layout: Layout, sheet: Sheet, profile: Profile, renditions: Mapping[Job, Rendition]) -> Painted:
    """Paint all pages; ``renditions`` has every job that an `Image` of the layout names."""
    boxes = page_boxes(sheet, profile)
    writer = Writer(profile.version, boxes)
    resources = Resources(writer, sheet, profile, renditions)
    around = printers_marks(boxes, sheet.print)
    marks: list[Mark] = []
    areas: list[tuple[int, Area]] = []
    identity = blake2b(repr(profile).encode(), digest_size=16)
    for page in layout.pages:
        painter = _PagePainter(page, boxes, resources, profile.tagged, around)
        code = painter.painted()
        identity.update("\n".join(code).encode())
        writer.page(code, resources.of_page(painter.pictures), resources.blended(painter.pictures))
        marks += painter.marks
        areas += ((page.index, area) for area in painter.areas)
    resources.add_fonts()
    for rendition in renditions.values():
        identity.update(b"".join(_sample(encoded) for encoded in (rendition.print, rendition.web) if encoded))
    return Painted(writer.data(), tuple(marks), tuple(areas), identity.digest(), tuple(writer.contents))


def as_seen(items: tuple[Item, ...]) -> Iterable[Item]:
    """The items, the runs of each line in which something is read from right to left in the order in which they stand, from left to right.

    Programs that take text out of a PDF turn such words round by themselves, and need them so; readers of the structure have their text there.
    """
    if not any(isinstance(item, Run) and item.reversed for item in items):
        return items
    lines = groupby(items, key=lambda item: item.y if isinstance(item, Run) else None)
    return (item for y, line in lines for item in (sorted(line, key=lambda run: run.x) if y is not None else line))


def _sample(encoded: Encoded) -> bytes:
    """Enough of a picture to tell it from others, without reading all of it."""
    return len(encoded.data).to_bytes(8, "big") + encoded.data[-SAMPLE:]


def _operator(op: tuple, left: float, top: float) -> str:
    """One step of a path, from where its shape stands to the page, whose y runs up."""
    name, *numbers = op
    return " ".join([*(num(top - value if place % 2 else left + value) for place, value in enumerate(numbers)), name])


class _PagePainter:
    """Paints one page. ``around`` is drawn outside its bleed. ``marks``, ``areas`` and ``pictures`` are what it met on the way."""

    def __init__(self, page: Page, boxes: Boxes, resources: Resources, tagged: bool, around: list[str]) -> None:
        self.marks: list[Mark] = []
        self.areas: list[Area] = []
        self.pictures: dict[str, str] = {}
        self._page = page
        self._marks = around
        self._boxes = boxes
        self._resources = resources
        self._inks = resources.inks
        self._content = Content()
        self._tagged = tagged
        self._in_content = False
        self._marked: tuple[int, bool] | None = None
        self._place = -1

    def painted(self) -> list[str]:
        """The operators of the page."""
        boxes, page = self._boxes, self._page
        self._aside(page.background, f"/Artifact<</Type/Background/BBox[{nums(*boxes.bleed)}]>>")
        self._in_content = self._tagged
        items = as_seen(page.items)
        places = {} if items is page.items else {id(item): place for place, item in enumerate(page.items)}
        for item in items:
            self._place = places.get(id(item), -1)
            self._item(item)
        self._in_content = False
        self._content.unmark()
        self._aside(page.header, HEADER)
        self._aside(page.footer, FOOTER)
        code = self._content.finish()
        marks = self._marks
        if not marks:
            return code
        left, bottom, right, top = boxes.bleed
        return [f"q {nums(left, bottom, right - left, top - bottom)} re W n", *code, "Q", *marks]

    def _aside(self, items: tuple[Item, ...], tag: str) -> None:
        """Items that are no content of the report, all under one tag."""
        drawn = [item for item in items if not isinstance(item, Area)]
        if not drawn:
            return
        if self._tagged:
            self._content.mark(tag, text=False)
        for item in drawn:
            self._item(item)
        self._content.unmark()

    def _item(self, item: Item) -> None:
        match item:
            case Run():
                self._run(item)
            case Rule():
                self._rule(item)
            case Fill():
                self._fill(item)
            case Image():
                self._image(item)
            case Shape():
                self._shape(item)
            case Area():
                self.areas.append(item)
            case _:
                assert_never(item)

    def _mark(self, node: int, text: bool) -> None:
        """Consecutive items of one node share their marked content."""
        if not self._in_content or self._marked == (node, text):
            return
        self._marked = node, text
        if node:
            self._content.mark(f"/Span<</MCID {len(self.marks)}>>", text)
            self.marks.append(Mark(self._page.index, len(self.marks), node, text, self._place))
        else:
            self._content.mark(DECORATION, text)

    def _run(self, run: Run) -> None:
        glyphs, font = self._resources.font(run.face, run.size)
        shown = glyphs.line(run.pieces, run.gap / run.scale, run.size)
        if not shown:
            return
        self._mark(run.node, True)
        boxes, inks = self._boxes, self._inks
        state = self._state(inks.text_overprints(run.ink, run.size))
        spacing = f"{num(run.tracking * run.size / 1000)} Tc {num(100 * run.scale)} Tz" if run.tracking or run.scale != 1.0 else PLAIN
        x, y = round((boxes.left + run.x) * 100), round((boxes.top - run.y) * 100)
        self._content.show(x, y, state, inks.text_fill(run.ink, run.size), font, spacing, shown)

    def _rule(self, rule: Rule) -> None:
        self._mark(rule.node, False)
        left, top = self._boxes.left, self._boxes.top
        state = self._state(self._inks.overprints(rule.ink, rule.thickness, OVERPRINTED_LINE))
        ends = left + rule.x, top - rule.y, left + rule.x2, top - rule.y2
        self._content.line(*ends, rule.thickness, state, self._inks.strokes[rule.ink])

    def _fill(self, fill: Fill) -> None:
        self._mark(fill.node, False)
        box = self._boxes.placed(fill.x, fill.y, fill.width, fill.height)
        thickness = min(fill.width, fill.height)
        state = self._state(self._inks.overprints(fill.ink, thickness, OVERPRINTED_LINE))
        self._content.fill(box, state, self._inks.ground(fill.ink, thickness))

    def _image(self, image: Image) -> None:
        self._mark(image.node, False)
        resource, reference = self._resources.images.resource(image.job)
        self.pictures[resource] = reference
        box = self._boxes.placed(image.x, image.y, image.width, image.height)
        self._content.picture(box, self._state(False), resource, self._clip(image) if image.disc else "")

    def _clip(self, image: Image) -> str:
        """The circle in the middle of a picture."""
        path = circle(image.width / 2, image.height / 2, min(image.width, image.height) / 2)
        return " ".join(_operator(op, self._boxes.left + image.x, self._boxes.top - image.y) for op in path)

    def _shape(self, shape: Shape) -> None:
        self._mark(shape.node, False)
        left, top, inks = self._boxes.left + shape.x, self._boxes.top - shape.y, self._inks
        path = "\n".join(_operator(op, left, top) for op in shape.ops)
        stroked = bool(shape.stroke) and shape.thickness > 0
        over = not shape.fill and stroked and inks.overprints(shape.stroke, shape.thickness, OVERPRINTED_LINE)
        fill = inks.fills[shape.fill] if shape.fill else ""
        self._content.shape(path, self._state(over), fill, inks.strokes[shape.stroke] if stroked else "", shape.thickness)

    def _state(self, overprint: bool) -> str:
        return self._resources.overprint if overprint else self._resources.knockout

"""The structure tree as plain values, and the store of marked content and areas from which it takes what it shows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msgspec import Struct

from reportbuilder.layout.page import Area, Image, Layout, Shape
from reportbuilder.pdf.boxes import Box, Boxes
from reportbuilder.pdf.paint import Mark
from reportbuilder.pdf.turned import Turned


class StructureFault(Exception):
    """Something on the pages has no place in the structure tree: a fault of ours, never of the report."""


class Spot(NamedTuple):
    """A link annotation: an area on a page (index) and what a reader says of it."""

    page: int
    area: Area
    contents: str


class Elem(Struct, frozen=True):
    """One structure element (ISO 32000-1, 14.7.2). ``kids`` are in reading order; ``box`` is in the coordinates of the page; ``actual`` is what
    is to be read instead of what the kids show, ``expansion`` what they are short for. ``node`` is the node of the document that the element is,
    where something may lead to it; ``refs`` are the nodes that it refers to.
    """

    tag: str
    kids: "tuple[Kid, ...]"
    alt: str = ""
    ident: str = ""
    numbering: str = ""
    scope: str = ""
    box: Box | None = None
    actual: str = ""
    language: str = ""
    expansion: str = ""
    node: int = 0
    refs: tuple[int, ...] = ()


Kid = Elem | Mark | Spot
Kids = tuple[Kid, ...]


def elem(
    tag: str, kids: Kids, ident: str = "", numbering: str = "", language: str = "", expansion: str = "", node: int = 0, refs: tuple[int, ...] = ()
) -> tuple[Elem, ...]:
    """An element, or nothing when there is nothing in it."""
    return (Elem(tag, kids, ident=ident, numbering=numbering, language=language, expansion=expansion, node=node, refs=refs),) if kids else ()


def in_order(kids: Kids) -> Kids:
    """The kids in the order of reading: that in which their first content was painted, but for pages that say otherwise."""
    return tuple(sorted(kids, key=_position))


def _position(kid: Kid) -> tuple[int, int]:
    match kid:
        case Mark():
            return kid.page, kid.mcid if kid.place < 0 else kid.place
        case Elem() if kid.kids:
            return min(_position(inner) for inner in kid.kids)
        case _:
            return 1 << 31, 0


class Store:
    """Marked content and areas by node. What is taken is gone, so nothing stands in the tree twice. ``turned`` tells of what is seen in another
    order than it is read.
    """

    def __init__(self, marks: Iterable[Mark], areas: Iterable[tuple[int, Area]], turned: Turned) -> None:
        self._turned = turned
        self._marks: dict[int, list[Mark]] = defaultdict(list)
        self._areas: dict[int, list[tuple[int, Area]]] = defaultdict(list)
        for mark in marks:
            self._marks[mark.node].append(mark)
        for page, area in areas:
            self._areas[area.node].append((page, area))

    def marks(self, node: int) -> tuple[Mark, ...]:
        """All content that shows the node."""
        return tuple(self._marks.pop(node, ()))

    def text(self, node: int) -> Kids:
        """All content that shows the node, which is text; where it is turned, within a Span that says how it is read."""
        marks = self.marks(node)
        said = self._turned.texts.get(node, "")
        return (Elem("Span", marks, actual=said),) if marks and said else marks

    def parted(self, node: int) -> Kids:
        """The same of a text between whose parts others stand."""
        marks = self.marks(node)
        if node not in self._turned.texts:
            return marks
        parts: dict[tuple[int, str], list[Mark]] = defaultdict(list)
        for mark in marks:
            parts[self._turned.parts.get((mark.page, mark.place), (-1, ""))].append(mark)
        return tuple(Elem("Span", tuple(shown), actual=said) for (_, said), shown in parts.items())

    def drawn(self, node: int) -> tuple[Mark, ...]:
        """What shows the node and is no text; the text stays."""
        found = self._marks.pop(node, [])
        texts = [mark for mark in found if mark.text]
        if texts:
            self._marks[node] = texts
        return tuple(mark for mark in found if not mark.text)

    def spots(self, node: int, contents: str) -> tuple[Spot, ...]:
        """The areas of a link, saying ``contents``."""
        return tuple(Spot(page, area, contents) for page, area in self._areas.pop(node, ()))

    def check_empty(self) -> None:
        """Raises `StructureFault` when something was not taken."""
        if self._marks:
            node, marks = next(iter(self._marks.items()))
            raise StructureFault(f"content {marks[0].mcid} of page {marks[0].page + 1} shows node {node}, which the structure tree has no place for")
        if self._areas:
            node, areas = next(iter(self._areas.items()))
            raise StructureFault(f"an area on page {areas[0][0] + 1} belongs to node {node}, which is no link of the structure tree")


def picture_frames(layout: Layout, boxes: Boxes) -> Mapping[int, Box]:
    """Where each picture or drawing that stands on one page only is seen on it."""
    seen: dict[int, list[tuple[int, Box]]] = defaultdict(list)
    for page in layout.pages:
        for item in page.items:
            if isinstance(item, Image) and item.node:
                seen[item.node].append((page.index, _within(boxes.placed(item.x, item.y, item.width, item.height), boxes.media)))
            elif isinstance(item, Shape) and item.node:
                left, top, right, bottom = item.box
                seen[item.node].append((page.index, _within(boxes.placed(left, top, right - left, bottom - top), boxes.media)))
    return {node: _around([box for _, box in frames]) for node, frames in seen.items() if len({page for page, _ in frames}) == 1}


def _within(box: Box, limit: Box) -> Box:
    return max(box[0], limit[0]), max(box[1], limit[1]), min(box[2], limit[2]), min(box[3], limit[3])


def _around(boxes: list[Box]) -> Box:
    left, bottom, right, top = zip(*boxes)
    return min(left), min(bottom), max(right), max(top)

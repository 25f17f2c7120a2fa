"""Where on the pages of a PDF each line of the sources shows: for whoever finds something on a page and wants to know where it comes from."""

from operator import attrgetter

from reportbuilder.diag.span import Span
from reportbuilder.layout.page import Area, Fill, Image, Item, Layout, Rule, Run, Shape
from reportbuilder.model.nodes import Document
from reportbuilder.model.walk import walk
from reportbuilder.pdf.boxes import Box, Boxes

_WIDTH, _IS_SPACE = attrgetter("width"), attrgetter("is_space")


def places(layout: Layout, document: Document, boxes: Boxes) -> tuple[tuple[tuple[Box, Span], ...], ...]:
    """For each page the boxes of what it shows of each node, in the coordinates of the page, with the span of that node."""
    spans = {node.id: node.span for node in walk(*document.parts)}
    pages = []
    for page in layout.pages:
        found: dict[int, Box] = {}
        for item in page.items:
            if item.node in spans and not isinstance(item, Area):
                box = _box(item)
                old = found.get(item.node, box)
                found[item.node] = (min(old[0], box[0]), min(old[1], box[1]), max(old[2], box[2]), max(old[3], box[3]))
        pages.append(tuple((boxes.placed(x, y, right - x, low - y), spans[node]) for node, (x, y, right, low) in found.items()))
    return tuple(pages)


def _box(item: Item) -> Box:
    """Left, top, right and bottom in the coordinates of the layout."""
    match item:
        case Run():
            width = sum(map(_WIDTH, item.pieces)) * item.size / 1000
            if item.gap:
                width += item.gap * sum(map(_IS_SPACE, item.pieces))
            return (item.x, item.y - item.size, item.x + width, item.y + 0.3 * item.size)
        case Rule():
            return (min(item.x, item.x2), min(item.y, item.y2), max(item.x, item.x2), max(item.y, item.y2))
        case Shape():
            return item.box
        case Fill() | Image() | Area():
            return (item.x, item.y, item.x + item.width, item.y + item.height)

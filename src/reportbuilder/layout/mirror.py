"""A report that runs from right to left: laid out as one from left to right, and each page then mirrored, but not what is in pictures and letters.

So whatever has a place – columns, margins, marks of lists, cells, bars of charts – changes sides by one rule, and none can be forgotten.
"""

from typing import assert_never

from msgspec.structs import replace

from reportbuilder.layout.page import Area, Fill, Image, Item, Layout, Page, Rule, Run, Shape
from reportbuilder.layout.rows import Line


def mirrored(layout: Layout, width: float, height: float) -> Layout:
    """All pages of that size, mirrored. What stands on the spine is counted from the foot of the page then: there it begins for who reads it from the
    right (see `pdf.cover`).
    """
    spine = tuple(mirrored_item(item, height) for item in layout.spine)
    return replace(layout, pages=tuple(_page(page, width) for page in layout.pages), spine=spine)


def mirrored_line(line: Line, width: float) -> Line:
    """A line of a column of that width. Lines are set as they are seen, and mirrored once before their page is: so they stay as they are."""
    words = tuple(_moved(word, width - word.x - word.extent) for word in line.words)
    return replace(line, words=words, spots=tuple(replace(spot, x=width - spot.x - spot.width) for spot in line.spots))


def mirrored_ops(ops: tuple[tuple, ...], middle: float) -> tuple[tuple, ...]:
    """The steps of a path, mirrored about an upright line."""
    return tuple((name, *(value if place % 2 else 2 * middle - value for place, value in enumerate(numbers))) for name, *numbers in ops)


def _page(page: Page, width: float) -> Page:
    background, items, header, footer = (
        tuple(mirrored_item(item, width) for item in group) for group in (page.background, page.items, page.header, page.footer)
    )
    return Page(page.index, page.label, page.kind, background, items, header, footer)


def mirrored_item(item: Item, width: float) -> Item:
    """What stands on a page, or in a column, of that width, at the other side of it."""
    match item:
        case Run():
            return _moved(item, width - item.x - item.extent)
        case Rule():
            return replace(item, x=width - item.x2, x2=width - item.x)
        case Fill() | Image() | Area():
            return replace(item, x=width - item.x - item.width)
        case Shape():
            return replace(item, x=width - item.x, ops=mirrored_ops(item.ops, 0.0))
        case _:
            assert_never(item)


def _moved(run: Run, x: float) -> Run:
    return Run(x, run.y, run.face, run.size, run.ink, run.pieces, run.gap, run.node, run.tracking, run.scale)

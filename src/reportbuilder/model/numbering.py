"""Numbers: of chapters, of figures, charts and tables with a caption, of list items; and the levels of headings."""

from itertools import count
from typing import Any

from msgspec.structs import replace

from reportbuilder.diag.diagnostic import Log
from reportbuilder.model.labels import Labels
from reportbuilder.model.nodes import Block, Chapter, Chart, Cluster, Figure, Heading, List, ListItem, Numbers, Part, Table
from reportbuilder.model.walk import Parts, with_children

BULLETS = ("•", "–", "·")
"""The marks of bullet lists by their depth."""


def with_numbers(parts: Parts, labels: Labels, log: Log) -> Parts:
    """Chapters are numbered from 1, figures and tables with a caption each from 1 through the whole report.

    A chart counts as a figure, but not where all is figures; of a cluster without a caption for all, each picture with one of its own does.
    """
    chapters, figures, tables = count(1), count(1), count(1)

    def change(node: Any) -> tuple[Any]:
        match node:
            case Chapter():
                node = replace(node, number=str(next(chapters)))
            case Figure() | Cluster() if node.caption:
                return (replace(node, kind=labels.figure, number=next(figures)),)
            case Cluster():
                each = tuple(replace(one, kind=labels.figure, number=next(figures)) if one.caption else one for one in node.pictures)
                return (replace(node, pictures=each),)
            case Chart():
                return (replace(node, kind=labels.figure, number=next(figures)),)
            case Numbers():
                return (node,)
            case Table() if node.caption:
                return (replace(node, kind=labels.table, number=next(tables)),)
            case List():
                return (_marked(node, 0, 0),)
        return (with_children(node, change),)

    return tuple(new for part in parts for new in change(_without_jumps(part, log)))


def _without_jumps(part: Part, log: Log) -> Part:
    """No heading more than one level below the one before it, or else readers by ear miss a level (PDF/UA 7.4.2)."""
    level = 1

    def change(node: Any) -> tuple[Any]:
        nonlocal level
        if not isinstance(node, Heading):
            return (with_children(node, change),)
        if node.level > level + 1:
            message = f"a heading of level {node.level} follows one of level {level}"
            log.error("heading-jump", message, node.span, "put a ‘- section:’ before it, or make it a section")
        level = min(node.level, level + 1)
        return (replace(node, level=level),)

    new: Part
    (new,) = change(part)
    return new


def _marked(node: List, bullets: int, ordered: int) -> List:
    """The list with the marks of its items; so many lists with bullets and with numbers stand around it."""
    inside = (bullets, ordered + 1) if node.ordered else (bullets + 1, ordered)

    def block(inner: Block) -> Block:
        return _marked(inner, *inside) if isinstance(inner, List) else inner

    def item(old: ListItem, number: int) -> ListItem:
        marker = _ordinal(number, ordered) if node.ordered else BULLETS[min(bullets, len(BULLETS) - 1)]
        return replace(old, marker=marker, blocks=tuple(map(block, old.blocks)))

    return replace(node, items=tuple(map(item, node.items, count(node.start))))


def _ordinal(number: int, depth: int) -> str:
    """“1.” and in it “a.”, by turns."""
    return f"{_letters(number)}." if depth % 2 and number > 0 else f"{number}."


def _letters(number: int) -> str:
    """a … z, aa, ab …"""
    before, last = divmod(number - 1, 26)
    return (_letters(before) if before else "") + chr(ord("a") + last)

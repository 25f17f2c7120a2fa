"""Text whose content is in the order in which it is seen, since something on its line is read from right to left: how it is to be read.

The letters of such a run are turned round too (`paint.as_seen`), as ReversedChars of ISO 32000-1, 14.8.2.3.3, would say of each string.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, pairwise

from msgspec import Struct

from reportbuilder.layout.page import Item, Layout, Run
from reportbuilder.pdf.paint import Mark
from reportbuilder.pdf.spoken import SOFT_HYPHEN


class Turned(Struct, frozen=True):
    """``texts`` has the text of each such node; ``parts``, by page (index) and place among its items, where the unbroken part of a text begins in
    which that item stands, and the words of the part.
    """

    texts: Mapping[int, str] = {}
    parts: Mapping[tuple[int, int], tuple[int, str]] = {}


def turned(layout: Layout, marks: Iterable[Mark]) -> Turned:
    """The words of nodes that stand, be it in part, on a line that is not read from left to right; marks on pages with such lines tell their place."""
    pages = sorted({mark.page for mark in marks if mark.place >= 0})
    nodes = {node for page in pages for node in _nodes(layout.pages[page].items)}
    texts = dict.fromkeys(sorted(nodes), "")
    parts: dict[tuple[int, int], tuple[int, str]] = {}
    for page in layout.pages if nodes else ():
        place = 0
        for node, group in groupby(page.items, key=lambda item: item.node if isinstance(item, Run) else 0):
            items = list(group)
            if node in nodes:
                words = "".join(item.text for item in items if isinstance(item, Run)).replace(SOFT_HYPHEN, "")
                texts[node] += words
                parts |= {(page.index, place + number): (place, words) for number in range(len(items))}
            place += len(items)
    return Turned(texts, parts)


def _nodes(items: tuple[Item, ...]) -> Iterator[int]:
    for y, line in groupby(items, key=lambda item: item.y if isinstance(item, Run) else None):
        runs = [run for run in line if isinstance(run, Run)]
        if y is not None and (any(run.reversed for run in runs) or any(run.x > after.x for run, after in pairwise(runs))):
            yield from (run.node for run in runs if run.node)

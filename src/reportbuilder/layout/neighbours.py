"""How blocks stand to each other: where a page should not part them, and which of them may move away from their place in the text."""

from collections.abc import Iterable

from msgspec.structs import replace

from reportbuilder.layout.demerits import FEW_LINES, INTRODUCED
from reportbuilder.layout.rows import Block as Movable, Piece, Row
from reportbuilder.model.nodes import Block, Box, Facts, Heading, Paragraph, Quote, Table
from reportbuilder.model.text import plain_text

LEAST_UNDER = 3
"""So many lines should stand under a heading at the foot of a page."""
MOST_MOVED = 0.4
"""A block higher than this part of the page stays where it is in the text."""


def joined(made: Iterable[tuple[Block, list[Piece]]], page_height: float, movable: bool) -> list[Piece]:
    """The pieces of blocks under each other, each with its rows. ``movable``: blocks that stand by themselves may move like figures."""
    pieces: list[Piece] = []
    before: Block | None = None
    under = LEAST_UNDER
    for block, rows in made:
        introduced = not isinstance(block, Paragraph | Heading) and _introduces(before)
        if introduced and pieces and isinstance(last := pieces[-1], Row):
            pieces[-1] = replace(last, cost=last.cost + INTRODUCED)
        if isinstance(block, Heading):
            under = 0
        elif under < LEAST_UNDER:
            under = _begin_under(rows, under)
        if movable and not introduced and not isinstance(before, Heading) and _moves(block, rows, page_height):
            rows = [_movable(rows)]
        pieces += rows
        before = block
    return pieces


def _introduces(block: Block | None) -> bool:
    """What comes next belongs to this: “we deden drie dingen:”."""
    return isinstance(block, Paragraph) and plain_text(block.content).rstrip().endswith(":")


def _begin_under(rows: list[Piece], under: int) -> int:
    """Make it dear to end a page behind the first lines under a heading; gives how many lines stand there now."""
    for number, row in enumerate(rows):
        under += 1
        if under >= LEAST_UNDER:
            break
        if isinstance(row, Row) and not row.keep:
            rows[number] = replace(row, cost=row.cost + FEW_LINES)
    return under


def _moves(block: Block, rows: list[Piece], page_height: float) -> bool:
    match block:
        case Facts() | Quote() | Box():
            pass
        case Table() if block.caption:
            pass
        case _:
            return False
    height = 0.0
    for row in rows:
        if not isinstance(row, Row):
            return False
        height += row.height
    return height < MOST_MOVED * page_height


def _movable(rows: list[Piece]) -> Movable:
    first, *others = (row for row in rows if isinstance(row, Row))
    return Movable((replace(first, before=0.0), *others), first.before)

"""Stacks of rows to placed items, and the pages of a part before they have numbers."""

from collections.abc import Iterable, Sequence
from itertools import chain, repeat
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.diag.diagnostic import Family
from reportbuilder.diag.span import NOWHERE
from reportbuilder.layout.compose import Stack, compose
from reportbuilder.layout.trial import NOTE_GAP, PlacedRow
from reportbuilder.layout.config import Config
from reportbuilder.layout.beside import placed_beside
from reportbuilder.layout.page import Area, Fill, Image, Item, Kind, Rule, Run, Shape
from reportbuilder.layout.rows import Anchor, Frame, Piece, Row
from reportbuilder.style.sheet import PageStyle

MOST_PAGES = 5000
"""Pages of one part; no report comes near it."""
EMPTY = Stack((), ())
"""A page for what found no room beside the text until its end."""
CUT_PAD = 6.0
"""By how much a ground reaches beyond its text where a page divides it."""


class Running(Struct, frozen=True):
    """A title for the heads of pages, and the node that it is the title of."""

    text: str
    node: int


class Leaf(Struct, frozen=True):
    """One page of a part: its items, where nodes begin on it (id, y from the top of the page), the running title it is to carry, and
    whether a picture stands where its header would be.
    """

    kind: Kind
    background: tuple[Item, ...]
    items: tuple[Item, ...]
    begins: tuple[tuple[int, float], ...]
    running: Running | None = None
    headless: bool = False


def place(items: Iterable[Item], x: float, y: float) -> list[Item]:
    """The items of a row moved to their place on the page."""
    return [_moved(item, x, y) for item in items]


def _moved(item: Item, x: float, y: float) -> Item:
    match item:
        case Run():
            return Run(x + item.x, y + item.y, item.face, item.size, item.ink, item.pieces, item.gap, item.node, item.tracking, item.scale)
        case Area():
            return Area(x + item.x, y + item.y, item.width, item.height, item.target, item.node)
        case Fill():
            return Fill(x + item.x, y + item.y, item.width, item.height, item.ink, item.node)
        case Rule():
            return Rule(x + item.x, y + item.y, x + item.x2, y + item.y2, item.thickness, item.ink, item.node)
        case Shape():
            return Shape(x + item.x, y + item.y, item.ops, item.fill, item.stroke, item.thickness, item.node)
        case Image():
            return Image(x + item.x, y + item.y, item.width, item.height, item.job, item.node, item.disc)
        case _:
            assert_never(item)


def left_of(anchor: Anchor, page: PageStyle, right_hand: bool) -> float:
    """Where x = 0 of a row stands on the page."""
    match anchor:
        case "text":
            return page.text_left(right_hand)
        case "full":
            return page.full_left(right_hand)
        case "side":
            return page.side_left(right_hand)
        case "page":
            return 0.0
        case _:
            assert_never(anchor)


def grounded(leaves: Iterable[Leaf], part: str, config: Config) -> list[Leaf]:
    """The pages with the ink behind them that the sheet has for the part of that name, if it has one."""
    ink, page = config.sheet.grounds.get(part), config.sheet.page
    if ink is None:
        return list(leaves)
    ground = Fill(-page.bleed, -page.bleed, page.width + 2 * page.bleed, page.height + 2 * page.bleed, ink)
    return [replace(leaf, background=(ground, *leaf.background)) for leaf in leaves]


def leaf(stack: Stack, carried: Sequence[Row], kind: Kind, running: Running, config: Config, right_hand: bool) -> tuple[Leaf, list[Row]]:
    """A composed page as items in reading order: text, what stands beside it before it, then notes; and what beside it found no room."""
    page, details = config.sheet.page, config.sheet.details
    aside, left_over = placed_beside(stack.rows, carried, page)
    rows = [one for number, placed in enumerate(stack.rows) for one in (*aside.pop(number, ()), placed)] + [one for found in aside.values() for one in found]
    items: list[Item] = []
    begins: list[tuple[int, float]] = []
    for placed in (one for one in rows if one.row.anchor == "side" and one.row.height > page.text_height):
        report_too_tall(placed.row.begins[0], config)
    for placed in (*rows, *stack.notes):
        row, y = placed.row, page.top + placed.y
        items += place(row.marks, left_of(row.anchor, page, right_hand) + placed.x, y)
        begins += ((node, y) for node in row.begins)
    background = _grounds(stack.rows, page, right_hand)
    if stack.notes and details.note_rule:
        x, y = page.text_left(right_hand), page.top + stack.notes[0].y - NOTE_GAP / 2
        length = details.note_rule_length if stack.notes[0].row.begins else page.text_width  # a note that goes on from the page before
        background.append(Rule(x, y, x + length, y, details.note_rule, details.note_rule_ink))
    if not items:
        return Leaf("blank", (), (), ()), left_over
    headless = any(placed.row.anchor == "page" for placed in stack.rows)
    return Leaf(kind, tuple(background), tuple(items), tuple(begins), running, headless), left_over


def _grounds(rows: Sequence[PlacedRow], page: PageStyle, right_hand: bool) -> list[Item]:
    """One fill for each frame, behind all its rows on the page."""
    spans: list[tuple[Frame, Row, float, float]] = []
    for placed in rows:
        frame = placed.row.frame
        if frame is None:
            continue
        cut = CUT_PAD if placed.row.marks else 0.0  # the first and last row of a box are empty; a row with marks stands where a page cuts it
        top, bottom = placed.y - cut, placed.y + placed.row.height - placed.row.after + cut
        if frame.first and frame.first in placed.row.begins:
            top = placed.y + frame.inset
        if frame.last and frame.last in placed.row.begins:
            bottom = placed.y + frame.inset
        if spans and spans[-1][0] is frame:
            spans[-1] = (*spans[-1][:3], bottom)
        else:
            spans.append((frame, placed.row, top, bottom))
    return [
        Fill(left_of(row.anchor, page, right_hand) + frame.left, page.top + top, frame.width, bottom - top, frame.ink)
        for frame, row, top, bottom in spans
    ]


def flow(
    pieces: Sequence[Piece],
    notes: dict[int, tuple[Row, ...]],
    kind: Kind,
    running: Running,
    config: Config,
    right_hand: bool,
    left: Sequence[Row] = (),
) -> list[Leaf]:
    """Pieces composed to pages, beginning on a right-hand page or not; ``left`` are lines of notes from the page before."""
    leaves: list[Leaf] = []
    carried: list[Row] = []
    for stack in chain(compose(pieces, notes, config.sheet.page, right_hand, left), repeat(EMPTY)):
        if stack is EMPTY and not carried:
            break
        if stack.overfull:
            _report_overfull(stack, config)
        if len(leaves) == MOST_PAGES:
            message = f"this part has more than {MOST_PAGES} pages"
            config.log.error("too-large", message, config.spans.get(running.node, NOWHERE), "divide it", Family.LIMIT)
            break
        made, carried = leaf(stack, carried, kind, running, config, right_hand)
        leaves.append(made)
        right_hand = not right_hand
    return leaves


def report_too_tall(node: int, config: Config) -> None:
    """Say that something is taller than its page."""
    config.log.error("block-too-tall", "this is taller than its page", config.spans.get(node, NOWHERE), "divide it, or make it shorter")


def _report_overfull(stack: Stack, config: Config) -> None:
    """Name what begins in the first row that passes the foot of the page, or else last before it."""
    bottom = config.sheet.page.text_height
    rows = [placed.row for placed in stack.rows]
    over = next((number for number, placed in enumerate(stack.rows, 1) if placed.y + placed.row.height > bottom), len(rows))
    begun = [row.begins[0] for row in rows[:over] if row.begins]
    report_too_tall(begun[-1] if begun else 0, config)

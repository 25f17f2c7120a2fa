"""Rows to pages: the footnotes of each page at its foot, figures at or near their call, the breaks of the whole chapter the best together."""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil, floor

from msgspec import Struct

from reportbuilder.layout.elastic import Carried, filled, reset
from reportbuilder.layout.rows import Piece, Row
from reportbuilder.layout.search import Page, best_pages, flow_of
from reportbuilder.layout.trial import NOTE_GAP, Flow, PlacedRow, State, Trial, note_height
from reportbuilder.style.sheet import PageStyle

BEFORE = -1
"""The lines of notes that are left from the page before count as a note of this id."""
ROUNDING = 0.03
"""A page has whole lines; one of which so small a part passes the margin was meant to be there (paper has no whole points)."""


class Stack(Struct, frozen=True):
    """What one page holds: rows of the text from the top, rows of notes for the foot; y from the top margin."""

    rows: tuple[PlacedRow, ...]
    notes: tuple[PlacedRow, ...]
    overfull: bool = False


def compose(
    pieces: Sequence[Piece], notes: Mapping[int, tuple[Row, ...]], page: PageStyle, right_hand: bool, left: Sequence[Row] = ()
) -> Iterator[Stack]:
    """The pages for these pieces, the first a right-hand one or not; ``left`` are lines of notes from the page before.

    Nothing is lost: what no page can hold stands alone, ``overfull``.
    """
    height = floor(page.text_height / page.baseline + ROUNDING) * page.baseline
    flow = flow_of(list(pieces), {**notes, BEFORE: tuple(left)}, height, page.baseline)
    start = State(0, left=((BEFORE, 0),) if left else ())
    carried: Carried = {}
    for chosen in best_pages(flow, start, right_hand):
        stack, carried = _stack(flow, chosen, carried)
        yield stack


def _stack(flow: Flow, page: Page, carried: Carried) -> tuple[Stack, Carried]:
    """The page filled once more, up to its end; and what it leaves of paragraphs that are set otherwise."""
    end = page.end
    trial = filled(flow, page.state, page.right_hand, page.plan, end)
    placed = _stretched(trial, end.rows, end.spaces, page.stretch)
    left: Carried = {}
    if end.reset or carried:
        placed, left = reset(flow, placed, end, carried)
    foot = flow.height - page.short * flow.baseline
    noted = trial.notes[: end.notes]
    top = foot - note_height(flow, noted)
    if noted:
        note, _, stop = noted[-1]
        top += flow.notes[note][stop - 1].after
    elif placed and not trial.foot:
        placed[-1] = _landed(placed[-1], flow)
    if trial.foot:
        y = (top - NOTE_GAP if noted else foot) - trial.foot[-1].y - trial.foot[-1].row.height + trial.foot[-1].row.after
        placed += (PlacedRow(y + one.y, one.row) for one in trial.foot)
    return Stack(tuple(placed), _at_foot(flow, noted, top, bool(end.state.left and noted)), end.overfull), left


def _landed(placed: PlacedRow, flow: Flow) -> PlacedRow:
    """The last row of a page, moved down within its space so that what it ends with stands on the grid."""
    row = placed.row
    if row.columns is not None:
        return placed
    bottom = placed.y + row.height - row.after
    down = ceil(bottom / flow.baseline - 1e-3) * flow.baseline - bottom
    return PlacedRow(placed.y + down, row) if 0 < down < row.after else placed


def _stretched(trial: Trial, rows: int, spaces: int, lines: int) -> list[PlacedRow]:
    """The rows, with the spaces above some of them larger (or smaller) by lines of the grid: the largest spaces first, from below."""
    places = [place for place, can in trial.spaces[:spaces] if lines > 0 or can]
    places.sort(key=lambda place: (-trial.rows[place][1].before, -place))
    step = trial.flow.baseline if lines > 0 else -trial.flow.baseline
    shifts = [0.0] * rows
    for number in range(abs(lines)):
        shifts[places[number % len(places)]] += step
    placed: list[PlacedRow] = []
    shift = 0.0
    for position, ((y, row), more) in enumerate(zip(trial.rows[:rows], shifts)):
        shift += more
        placed.append(PlacedRow(y + shift, row, trial.across.get(position, 0.0) if trial.across else 0.0))
    return placed


def _at_foot(flow: Flow, noted: Sequence[tuple[int, int, int]], y: float, divided: bool) -> tuple[PlacedRow, ...]:
    placed: list[PlacedRow] = []
    for note, first, stop in _in_order(noted, divided):
        for row in flow.notes[note][first:stop]:
            placed.append(PlacedRow(y, row))
            y += row.height
    return tuple(placed)


def _in_order(noted: Sequence[tuple[int, int, int]], divided: bool) -> list[tuple[int, int, int]]:
    """The notes by their ids, and so by their numbers: lines of a table call those of all its cells by turns, a figure may stand above text
    that calls earlier ones. What goes on from the page before stays first, and what goes on on the next one last.
    """
    rest = [(0 if first else note, first, stop) for note, first, stop in noted]
    order = sorted(range(len(noted) - divided), key=lambda number: (rest[number][0], number))
    return [noted[number] for number in (*order, *range(len(noted) - divided, len(noted)))]

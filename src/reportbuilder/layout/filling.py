"""One page filled in thought: from a state, by a plan for its figures, to all the places where it may end.

Rows are stacked until one does not fit. Nothing is undone: a page that is not chosen is forgotten, the chosen one is filled once more.
"""

from bisect import bisect_left
from collections.abc import Sequence
from math import ceil

from reportbuilder.layout.demerits import (
    BROKEN, DIVIDED_NOTE, FIGURE_BEFORE, FIGURE_FACING, FIGURE_FAR, FIGURE_MOVED, FIGURE_OVER_TITLE, FIGURE_TURN, HYPHEN_FACING, HYPHEN_TURN, NOTHING,
)
from reportbuilder.layout.packing import Packed, balanced, packed
from reportbuilder.layout.rows import Block, Columns, Piece, Row
from reportbuilder.layout.trial import INLINE, MOST_SHORT, End, Flow, PlacedRow, Plan, State, Trial, note_height

MOST_REPEATED = 0.5
"""A table's head that would take, with the row below it, more than this part of a page is not set again."""
LEAST_COLUMN = 2
"""Columns of which a page has room for fewer lines are not begun on it."""
LEAST_FULL = 0.55
"""A page that would be emptier than this part of its height gets a row that must not end it after all, and the row's notes are divided."""


def fill(flow: Flow, state: State, right_hand: bool, plan: Plan, beyond: int = 0) -> Trial:
    """The page with all its ends; none if the plan can't be followed. ``beyond``: also ends by so many lines too low."""
    trial = Trial(flow, right_hand, beyond)
    if state.facing >= 0:
        for row in _spread(flow, state.facing).rows:
            trial.put(row)
    trial.divide([(note, first, len(flow.notes[note])) for note, first in state.left], least=0 if state.facing >= 0 else 1)
    trial.waiting = state.waiting
    _put_waiting(trial)
    if trial.left or trial.facing >= 0:
        _stand(trial, state)
        return trial
    for index in plan.top:
        block = _block(flow, index)
        if trial.waiting or (block.top and trial.rows) or (block.spread and right_hand) or not _fits(trial, block):
            return trial
        _put_block(trial, block)
        trial.moved += FIGURE_MOVED + (FIGURE_OVER_TITLE if _titled(flow, state.index, index) else NOTHING)
        if block.spread is not None:
            trial.facing = index
            if trial.left:
                return trial
    _fill(trial, state, plan)
    _place(trial, state, plan)
    return trial


def _titled(flow: Flow, begin: int, end: int) -> bool:
    """Whether a title of a section stands there."""
    return bisect_left(flow.barriers, begin - 1) < bisect_left(flow.barriers, end)


def _stand(trial: Trial, state: State) -> None:
    """The page is full before any text."""
    trial.end(state.index, NOTHING)
    _place(trial, state, INLINE)


def _place(trial: Trial, state: State, plan: Plan) -> None:
    """Ends as they count: figures that wait, and those set before their call."""
    if trial.early is not None and not trial.ends:
        trial.ends.append(trial.early)
    ahead = (*state.ahead, *plan.top)
    new: list[End] = []
    for end in trial.ends:
        index = end.state.index
        if (plan.foot >= 0 and index <= plan.foot) or (plan.off >= 0 and (index <= plan.off or not (end.rows or end.notes))):
            continue  # the plan has not come to its figure, or nothing stands on the page for which it was put off
        kept = tuple(block for block in ahead if block >= index)
        cost = end.demerits + (BROKEN if trial.right_hand else FIGURE_BEFORE) * len(kept)
        for block in end.state.waiting:
            cost += FIGURE_FAR if block in state.waiting else FIGURE_TURN if trial.right_hand else FIGURE_FACING
        new.append(end._replace(state=end.state._replace(ahead=kept), demerits=cost))
    trial.ends = new


def _block(flow: Flow, index: int) -> Block:
    block = flow.pieces[index]
    assert isinstance(block, Block)
    return block


def _spread(flow: Flow, index: int) -> Block:
    other = _block(flow, index).spread
    assert other is not None
    return other


def _put_waiting(trial: Trial) -> None:
    """Figures that were put off, in order, while they fit."""
    while trial.waiting and not trial.left and trial.facing < 0:
        block = _block(trial.flow, trial.waiting[0])
        if (block.spread is not None and trial.right_hand) or (block.top and trial.rows) or not _fits(trial, block):
            return
        _put_block(trial, block)
        if block.spread is not None:
            trial.facing = trial.waiting[0]
        trial.waiting = trial.waiting[1:]


def _put_block(trial: Trial, block: Block) -> None:
    if trial.rows:
        trial.y += block.before
        trial.space(block.before)
    for row in block.rows:
        trial.put(row)
    trial.divide(_called(trial.flow, block.rows), air=trial.flow.baseline)


def _stacked(trial: Trial, rows: Sequence[Row], y: float, first: bool) -> tuple[PlacedRow, ...]:
    """Where rows stand from y on; the space above the first is dropped at the top of a page."""
    placed: list[PlacedRow] = []
    for row in rows:
        y = trial.top_of(row, y + (0.0 if first else row.before))
        placed.append(PlacedRow(y, row))
        y += row.height
        first = False
    return tuple(placed)


def _bottom(placed: Sequence[PlacedRow]) -> float:
    last = placed[-1]
    return last.y + last.row.height - last.row.after


def _fits(trial: Trial, block: Block) -> bool:
    if not trial.rows and not trial.notes:
        return True
    called = note_height(trial.flow, _called(trial.flow, block.rows))
    y = trial.y + (block.before if trial.rows else 0.0)
    return _bottom(_stacked(trial, block.rows, y, not trial.rows)) <= trial.room(called)


def _called(flow: Flow, rows: Sequence[Row]) -> list[tuple[int, int, int]]:
    return [(note, 0, len(flow.notes[note])) for row in rows for note in row.notes if note in flow.notes]

def _fill(trial: Trial, state: State, plan: Plan) -> None:
    """Stack pieces from the state's index until one does not fit."""
    flow, pieces = trial.flow, trial.flow.pieces
    index, count = state.index, len(pieces)
    if trial.rows:
        trial.end(index, NOTHING)
    first = _repeat(trial, pieces[index], index) if index < count else len(trial.rows)
    hyphen = HYPHEN_TURN if trial.right_hand else HYPHEN_FACING
    baseline = flow.baseline
    while index < count:
        if flow.plain[index] > 1:
            index = _run(trial, index, hyphen)
        piece = pieces[index]
        index += 1
        if piece.__class__ is Row:
            assert isinstance(piece, Row)
            if piece.columns is not None:
                known = len(trial.ends)
                if not _columns(trial, index - 1, piece.columns, hyphen):
                    if len(trial.ends) == known:
                        _stop(trial, piece, index - 1, first, _called(flow, (piece,)), trial.y + piece.before + piece.height)
                    return
                index = flow.columns[index - 1]
                continue
            called = _called(flow, (piece,)) if piece.notes else ()
            height = note_height(flow, called) if called else 0.0
            before = piece.before if trial.rows else 0.0
            bottom = trial.top_of(piece, trial.y + before) + piece.height - piece.after
            if bottom > trial.room(height) + (trial.smaller + trial.beyond) * baseline:
                _stop(trial, piece, index - 1, first, called, bottom)
                return
            trial.put(piece)
            if called:
                trial.call(called, height)
            if not piece.keep:
                trial.end(index, piece.cost + (hyphen if piece.hyphenated else 0))
        elif isinstance(piece, Block):
            if index - 1 in plan.top or index - 1 in state.ahead:
                continue
            headed = bool(trial.rows) and trial.rows[-1][1].keep
            here = _meet(trial, piece, index - 1, plan)
            if here or not headed:
                trial.end(index, NOTHING)
            if trial.left:
                return
        elif trial.waiting or trial.foot:
            break
    trial.end(index, BROKEN if trial.rows and trial.rows[-1][1].keep else NOTHING)


def _run(trial: Trial, index: int, hyphen: int) -> int:
    """Stack plain lines, all at once, as far as the page will surely not end there; gives the index of the first that is not stacked."""
    flow = trial.flow
    baseline = flow.baseline
    y = ceil(trial.y / baseline - 1e-6) * baseline
    lines = min(flow.plain[index] - 1, int((trial.room() - y) / baseline) - MOST_SHORT - 1)
    if lines < 1:
        return index
    after = index + lines
    trial.rows += zip([y + number * baseline for number in range(lines)], flow.pieces[index:after])
    trial.y = y + lines * baseline
    for last in range(after - 1, index - 1, -1):
        row = flow.pieces[last]
        if isinstance(row, Row) and not row.keep:
            back = after - 1 - last
            demerits = row.cost + (hyphen if row.hyphenated else 0)
            trial.early = trial.ending(last + 1, demerits, trial.y - back * baseline, len(trial.rows) - back)
            break
    return after


def _columns(trial: Trial, index: int, columns: Columns, hyphen: int) -> bool:
    """Rows in columns: all of them, ending together, which gives True; or as many as the page has room for, which ends it."""
    flow, baseline = trial.flow, trial.flow.baseline
    after = flow.columns[index]
    rows = [row for row in flow.pieces[index:after] if isinstance(row, Row)]
    top = ceil((trial.y + (rows[0].before if trial.rows else 0.0)) / baseline - 1e-6) * baseline
    height = note_height(flow, _called(flow, rows))
    lines = balanced(rows, columns.count, int((trial.room(height) - top) / baseline), baseline)
    if lines is not None:
        _put_columns(trial, rows, packed(rows, columns.count, lines * baseline, baseline), columns, top, lines)
        trial.end(after, rows[-1].cost + (hyphen if rows[-1].hyphenated else 0))
        return True
    for lines in range(int((trial.room() - top) / baseline), LEAST_COLUMN - 1, -1):
        places = packed(rows, columns.count, lines * baseline, baseline)
        height = note_height(flow, _called(flow, rows[: len(places)]))
        if places and len(places) < len(rows) and top + lines * baseline <= trial.room(height):
            _put_columns(trial, rows, places, columns, top, lines)
            last = rows[len(places) - 1]
            trial.end(index + len(places), last.cost + (BROKEN if last.keep else 0) + (hyphen if last.hyphenated else 0))
            return False
    return False


def _put_columns(trial: Trial, rows: Sequence[Row], places: Sequence[Packed], columns: Columns, top: float, lines: int) -> None:
    """Place rows in their columns, and their notes at the foot."""
    for row, (column, y) in zip(rows, places):
        trial.across[len(trial.rows)] = column * columns.step
        trial.rows.append((top + y, row))
    trial.y = top + lines * trial.flow.baseline
    called = _called(trial.flow, rows[: len(places)])
    trial.call(called, note_height(trial.flow, called))


def _meet(trial: Trial, block: Block, index: int, plan: Plan) -> bool:
    """A figure at its call: here, which gives True; at the foot; or put off."""
    if index == plan.foot and trial.rows and not (block.top or trial.waiting or trial.foot) and _fits(trial, block):
        called = _called(trial.flow, block.rows)
        trial.foot = _stacked(trial, block.rows, 0.0, first=True)
        trial.foot_height = block.before + _bottom(trial.foot)
        trial.call(called, note_height(trial.flow, called))
        trial.moved += FIGURE_MOVED
    elif block.top or trial.waiting or trial.foot or index == plan.off or not _fits(trial, block):
        trial.waiting += (index,)
    else:
        _put_block(trial, block)
        return True
    return False


def _repeat(trial: Trial, piece: Piece, index: int) -> int:
    """Set the head of a table again; gives the number of rows on the page before its text."""
    if isinstance(piece, Row) and piece.repeat and index > 0:
        if sum(row.height for row in piece.repeat) + piece.height < MOST_REPEATED * trial.flow.height:
            for row in piece.repeat:
                trial.put(row)
    return len(trial.rows)


def _stop(trial: Trial, row: Row, index: int, first: int, called: Sequence[tuple[int, int, int]], bottom: float) -> None:
    """The row at ``index`` does not fit. Its notes may be divided; and when there is no end, the page ends where none may."""
    last = trial.ends[-1] if trial.ends else trial.early
    emptied = last is None or last.y < LEAST_FULL * trial.flow.height
    if called and (emptied or not row.keep):
        line = trial.flow.notes[called[0][0]][0].height
        if bottom + line <= trial.room(line):
            trial.put(row)
            others = _company(trial, row, index + 1, line)
            for other in others:
                trial.put(other)
            trial.divide(called, least=1)
            trial.end(index + 1 + len(others), DIVIDED_NOTE + (BROKEN if row.keep and not others else 0))
            return
    if last is None:
        if len(trial.rows) > first or trial.notes:
            trial.end(index, BROKEN)
            return
        trial.put(row)
        trial.left += tuple((note, 0) for note, _, _ in called)
        trial.end(index + 1, BROKEN)


def _company(trial: Trial, row: Row, index: int, line: float) -> list[Row]:
    """The rows from ``index`` on without which a page may not end behind ``row``, if they all fit above the first line of its notes; else none."""
    others: list[Row] = []
    y = trial.y
    while row.keep and index < len(trial.flow.pieces):
        piece = trial.flow.pieces[index]
        if not isinstance(piece, Row) or piece.notes or piece.columns is not None:
            return []
        top = trial.top_of(piece, y + piece.before)
        if top + piece.height - piece.after > trial.room(line):
            return []
        others.append(piece)
        y, row, index = top + piece.height, piece, index + 1
    return [] if row.keep else others

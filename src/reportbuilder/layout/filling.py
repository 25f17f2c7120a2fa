"""One page filled in thought: from a state, by a plan for its figures, to all the places where it may end.

Rows are stacked until one does not fit. Nothing is undone: a page that is not chosen is forgotten, the chosen one is filled once more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import NamedTuple

from reportbuilder.layout.demerits import (
    BROKEN, DIVIDED_NOTE, FIGURE_BEFORE, FIGURE_FACING, FIGURE_FAR, FIGURE_MOVED, FIGURE_TURN, HYPHEN_FACING, HYPHEN_TURN, NOTHING, Slack,
)
from reportbuilder.layout.rows import Barrier, Block, Piece, Row

NOTE_GAP = 14.0
"""Space above the notes, the rule in its middle."""
MOST_REPEATED = 0.5
"""A table's head that would take, with the row below it, more than this part of a page is not set again."""
LEAST_FULL = 0.55
"""A page that would be emptier than this part of its height gets a row that must not end it after all, and the row's notes are divided."""
MOST_SHORT = 6
"""Ends more lines above the foot than this are looked at only when there are no others."""
LEAST_SPACE = 0.7
"""A space above a row of at least so many lines can be a line larger."""
LEAST_SHRUNK = 1.75
"""A space of at least so many lines can be a line smaller."""
AIR = 0.01


class State(NamedTuple):
    """What the pages so far leave for the next: the piece to go on from, figures put off, the spread whose second half comes next, what is
    left of notes (id, first line), and figures set before their call.
    """

    index: int
    waiting: tuple[int, ...] = ()
    facing: int = -1
    left: tuple[tuple[int, int], ...] = ()
    ahead: tuple[int, ...] = ()


class Plan(NamedTuple):
    """Where figures called on this page are to stand: on top of it, at its foot, or put off though there were room."""

    top: tuple[int, ...] = ()
    foot: int = -1
    off: int = -1


INLINE = Plan()


class End(NamedTuple):
    """A place where the page may end: the state it leaves, its slack, its own demerits, and how much of all that was tried is on it."""

    state: State
    slack: Slack
    demerits: int
    rows: int
    notes: int
    spaces: int
    y: float
    overfull: bool


@dataclass(frozen=True, slots=True)
class Flow:
    """What is to be divided into pages, and the height of these and their grid. ``blocks`` and ``barriers``: where among the pieces these are;
    ``depths``: how far down each piece would stand if all were one column; ``plain``: how many lines of plain text begin with each piece.
    """

    pieces: Sequence[Piece]
    notes: Mapping[int, tuple[Row, ...]]
    height: float
    baseline: float
    blocks: tuple[int, ...]
    barriers: tuple[int, ...]
    depths: tuple[float, ...]
    plain: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row and its top, from the top margin or from that of what it belongs to."""

    y: float
    row: Row


@dataclass(slots=True)
class Trial:
    """A page being filled. ``spaces``: (position, can be smaller) of the rows whose space above can change; ``foot``: a figure at the foot."""

    flow: Flow
    right_hand: bool
    y: float = 0.0
    rows: list[tuple[float, Row]] = field(default_factory=list)
    notes: list[tuple[int, int, int]] = field(default_factory=list)
    notes_height: float = 0.0
    spaces: list[tuple[int, bool]] = field(default_factory=list)
    smaller: int = 0
    foot: tuple[PlacedRow, ...] = ()
    foot_height: float = 0.0
    left: tuple[tuple[int, int], ...] = ()
    waiting: tuple[int, ...] = ()
    facing: int = -1
    moved: int = 0
    ends: list[End] = field(default_factory=list)
    early: End | None = None

    def room(self, more: float = 0.0) -> float:
        """The lowest y that text may reach, with more points of notes at the foot."""
        notes = self.notes_height + more
        return self.flow.height - self.foot_height - (notes + NOTE_GAP if notes else 0.0) + AIR

    def top_of(self, row: Row, y: float) -> float:
        """Where a row stands that may begin at y."""
        baseline = self.flow.baseline
        if row.grid:
            return ceil(y / baseline - 1e-6) * baseline
        if row.land:
            return max(y, ceil((y + row.height) / baseline - 1e-6) * baseline - row.height)
        return y

    def put(self, row: Row) -> None:
        """Stack it."""
        before = row.before if self.rows else 0.0
        top = self.top_of(row, self.y + before)
        self.space(before)
        self.rows.append((top, row))
        self.y = top + row.height

    def space(self, before: float) -> None:
        """Remember a space that can change."""
        if before >= LEAST_SPACE * self.flow.baseline:
            can = before >= LEAST_SHRUNK * self.flow.baseline
            self.spaces.append((len(self.rows), can))
            self.smaller += can

    def call(self, called: Sequence[tuple[int, int, int]], height: float) -> None:
        """Put whole notes at the foot."""
        self.notes += called
        self.notes_height += height

    def divide(self, called: Sequence[tuple[int, int, int]], least: int = 0, air: float = 0.0) -> None:
        """The notes as far as there is room for them, but ``least`` lines in any case; the rest is left for the next page. The ``air`` at the
        end of the text may be taken.
        """
        lines = [(note, line) for note, first, stop in called for line in range(first, stop)]
        rows = [self.flow.notes[note][line] for note, line in lines]
        room = self.flow.height - self.foot_height - NOTE_GAP - self.notes_height - self.y + air + AIR
        fits = 0 if self.left else max(fitting(rows, room), min(least, len(rows)))
        for (note, line), row in zip(lines[:fits], rows):
            if self.notes and self.notes[-1][0] == note and self.notes[-1][2] == line:
                self.notes[-1] = (note, self.notes[-1][1], line + 1)
            else:
                self.notes.append((note, line, line + 1))
            self.notes_height += row.height
        rest = dict[int, int]()
        for note, line in lines[fits:]:
            rest.setdefault(note, line)
        self.left += tuple(rest.items())

    def ending(self, index: int, demerits: int, y: float, rows: int) -> End:
        """The page as it would end before the piece ``index``, its text at y."""
        flow = self.flow
        while index < len(flow.pieces) and _gone(flow.pieces[index], bool(self.waiting)):
            index += 1
        lines = int((self.room() - y) / flow.baseline // 1)
        slack = Slack(max(lines, -self.smaller), len(self.spaces), self.smaller, bool(self.notes))
        overfull = y > flow.height + self.smaller * flow.baseline + 2 * AIR
        state = State(index, self.waiting, self.facing, self.left)
        return End(state, slack, demerits + self.moved, rows, len(self.notes), len(self.spaces), y, overfull)

    def end(self, index: int, demerits: int) -> None:
        """The page may end here, before the piece ``index``."""
        after = self.rows[-1][1].after if self.rows else 0.0
        end = self.ending(index, demerits, self.y - after, len(self.rows))
        if end.slack.lines > MOST_SHORT:
            self.early = end
        else:
            self.ends.append(end)


def _gone(piece: Piece, waiting: bool) -> bool:
    """Nothing of this is left when a page ends before it: space, or a barrier to figures when there are none."""
    return piece.after == piece.height > 0 if isinstance(piece, Row) else isinstance(piece, Barrier) and not waiting


def fitting(notes: Sequence[Row], room: float) -> int:
    """How many lines of notes a page can take in ``room`` points, the rest going on the next page."""
    fits = 0
    for count, row in enumerate(notes, 1):
        room -= row.height
        if room < 0:
            break
        if not row.keep:
            fits = count
    return fits


def fill(flow: Flow, state: State, right_hand: bool, plan: Plan) -> Trial:
    """The page with all its ends; none if the plan can't be followed."""
    trial = Trial(flow, right_hand)
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
        trial.moved += FIGURE_MOVED
        if block.spread is not None:
            trial.facing = index
            if trial.left:
                return trial
    _fill(trial, state, plan)
    _place(trial, state, plan)
    return trial


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
        if (plan.foot >= 0 and index <= plan.foot) or (plan.off >= 0 and index <= plan.off):
            continue
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


def note_height(flow: Flow, called: Sequence[tuple[int, int, int]]) -> float:
    """Points that these lines of notes take."""
    return sum(row.height for note, first, stop in called for row in flow.notes[note][first:stop])


def _fill(trial: Trial, state: State, plan: Plan) -> None:
    """Stack pieces from the state's index until one does not fit."""
    flow, pieces = trial.flow, trial.flow.pieces
    index, count = state.index, len(pieces)
    first = _repeat(trial, pieces[index], index) if index < count else len(trial.rows)
    if first and first == len(trial.rows):
        trial.end(index, NOTHING)
    hyphen = HYPHEN_TURN if trial.right_hand else HYPHEN_FACING
    baseline = flow.baseline
    while index < count:
        if flow.plain[index] > 1:
            index = _run(trial, index, hyphen)
        piece = pieces[index]
        index += 1
        if piece.__class__ is Row:
            assert isinstance(piece, Row)
            called = _called(flow, (piece,)) if piece.notes else ()
            height = note_height(flow, called) if called else 0.0
            before = piece.before if trial.rows else 0.0
            bottom = trial.top_of(piece, trial.y + before) + piece.height - piece.after
            if bottom > trial.room(height) + (trial.smaller * baseline if trial.smaller else 0.0):
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
            trial.divide(called, least=1)
            trial.end(index + 1, DIVIDED_NOTE + (BROKEN if row.keep else 0))
            return
    if last is None:
        if len(trial.rows) > first or trial.notes:
            trial.end(index, BROKEN)
            return
        trial.put(row)
        trial.left += tuple((note, 0) for note, _, _ in called)
        trial.end(index + 1, BROKEN)

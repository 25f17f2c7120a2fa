"""Rows to pages: the footnotes of each page at its foot, figures at their call or on top of the next page, no bad ends.

Page by page: rows are stacked until one does not fit; then the page ends at the last place where it may. All that was tried is thrown away,
never undone: a page is built from the index where the last one ended.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil

from reportbuilder.layout.rows import Barrier, Block, Piece, Row
from reportbuilder.style.sheet import PageStyle

NOTE_GAP = 14.0
"""Space above the notes, the rule in its middle."""
LEAST_FULL = 0.55
"""A page that would be emptier than this part of its height gets the row after all, and the row's notes are divided."""


@dataclass(frozen=True, slots=True)
class PlacedRow:
    y: float
    row: Row


@dataclass(frozen=True, slots=True)
class Stack:
    """What one page holds: rows of the text from the top, rows of notes for the foot; y from the top margin."""

    rows: tuple[PlacedRow, ...]
    notes: tuple[PlacedRow, ...]
    overfull: bool = False


@dataclass(slots=True)
class _Trial:
    """A page being filled."""

    height: float
    baseline: float
    y: float = 0.0
    rows: list[PlacedRow] = field(default_factory=list)
    notes: list[Row] = field(default_factory=list)
    notes_height: float = 0.0
    waiting: list[Block] = field(default_factory=list)
    overfull: bool = False

    def top_of(self, row: Row) -> float:
        """Where the row would stand."""
        y = self.y + row.before if self.rows else 0.0
        if row.grid:
            return ceil(y / self.baseline - 1e-6) * self.baseline
        if row.land:
            return max(y, ceil((y + row.height) / self.baseline - 1e-6) * self.baseline - row.height)
        return y

    def room(self, extra_notes: float = 0.0) -> float:
        """The lowest y that text may reach, with more points of notes at the foot."""
        notes = self.notes_height + extra_notes
        return self.height - (notes + NOTE_GAP if notes else 0.0) + 0.01

    def put(self, row: Row) -> None:
        y = self.top_of(row)
        self.rows.append(PlacedRow(y, row))
        self.y = y + row.height

    def add_notes(self, rows: Sequence[Row]) -> None:
        self.notes += rows
        self.notes_height += sum(row.height for row in rows)


@dataclass(frozen=True, slots=True)
class _End:
    """A place where the page may end: the index to go on from, and how much was there."""

    index: int
    rows: int
    notes: int
    waiting: int
    y: float


def compose(pieces: Sequence[Piece], notes: Mapping[int, tuple[Row, ...]], page: PageStyle, right_hand: bool) -> Iterator[Stack]:
    """The pages for these pieces, the first a right-hand one or not. Nothing is lost: what no page can hold stands alone, ``overfull``."""
    index = 0
    carried: list[Row] = []
    waiting: list[Block] = []
    facing: Block | None = None
    while index < len(pieces) or carried or waiting or facing:
        trial = _Trial(page.text_height, page.baseline)
        _put_carried(trial, carried)
        carried = carried[len(trial.notes) :]
        facing = _put_waiting(trial, waiting, facing, right_hand, notes)
        if not carried:
            index, carried = _fill(trial, pieces, index, notes)
        waiting = waiting + trial.waiting
        yield Stack(tuple(trial.rows), _at_foot(trial), trial.overfull)
        right_hand = not right_hand


def _put_carried(trial: _Trial, carried: list[Row]) -> None:
    """What was left of a divided note comes first; as much as a page holds."""
    for count, row in enumerate(carried):
        if count and trial.notes_height + row.height + NOTE_GAP > trial.height:
            return
        trial.add_notes([row])


def _put_waiting(
    trial: _Trial, waiting: list[Block], facing: Block | None, right_hand: bool, notes: Mapping[int, tuple[Row, ...]]
) -> Block | None:
    """Figures that were put off, in order, while they fit; the second half of a spread before all. Gives the half that must come next."""
    if facing is not None:
        for row in facing.rows:
            trial.put(row)
    while waiting:
        block = waiting[0]
        if block.spread is not None and right_hand:
            return None
        if trial.rows and (block.top or not _fits_block(trial, block, notes)):
            return None
        waiting.pop(0)
        _put_block(trial, block)
        trial.add_notes(_note_rows(block.rows, notes))
        if block.spread is not None:
            return block.spread
    return None


def _put_block(trial: _Trial, block: Block) -> None:
    if trial.rows:
        trial.y += block.before
    for row in block.rows:
        trial.put(row)


def _fill(trial: _Trial, pieces: Sequence[Piece], index: int, notes: Mapping[int, tuple[Row, ...]]) -> tuple[int, list[Row]]:
    """Stack rows from ``index``; gives the index for the next page and what is left of a divided note."""
    start = index
    end: _End | None = None
    first_of_text = len(trial.rows)
    if trial.rows:
        end = _End(index, len(trial.rows), len(trial.notes), 0, trial.y)
    while index < len(pieces):
        piece = pieces[index]
        if isinstance(piece, Barrier):
            if trial.waiting:
                return index + 1, []
        elif isinstance(piece, Block):
            if piece.top or trial.waiting or not _fits_block(trial, piece, notes):
                trial.waiting.append(piece)
            else:
                _put_block(trial, piece)
                trial.add_notes(_note_rows(piece.rows, notes))
            end = _End(index + 1, len(trial.rows), len(trial.notes), len(trial.waiting), trial.y)
        else:
            if piece.repeat and index == start and index > 0:
                for row in piece.repeat:
                    trial.put(row)
            called = _note_rows((piece,), notes)
            bottom = trial.top_of(piece) + piece.height
            if bottom > trial.room(sum(row.height for row in called)):
                return _stop(trial, piece, index, end, first_of_text, called, bottom)
            trial.put(piece)
            trial.add_notes(called)
            if not piece.keep:
                end = _End(index + 1, len(trial.rows), len(trial.notes), len(trial.waiting), trial.y)
        index += 1
    return index, []


def _fits_block(trial: _Trial, block: Block, notes: Mapping[int, tuple[Row, ...]]) -> bool:
    called = sum(row.height for row in _note_rows(block.rows, notes))
    top = trial.y + block.before if trial.rows else 0.0
    height = ceil(block.height / trial.baseline) * trial.baseline + trial.baseline
    return top + height <= trial.room(called) or (not trial.rows and not trial.notes)


def _note_rows(rows: Sequence[Row], notes: Mapping[int, tuple[Row, ...]]) -> list[Row]:
    return [line for row in rows for note in row.notes for line in notes.get(note, ())]


def _stop(trial: _Trial, row: Row, index: int, end: _End | None, first: int, called: list[Row], bottom: float) -> tuple[int, list[Row]]:
    """The row at ``index`` does not fit: end the page where it may end, or divide the row's notes when they are why it cannot be helped."""
    emptied = end is None or end.y < LEAST_FULL * trial.height
    if called and emptied and bottom + called[0].height <= trial.room(called[0].height):
        return _divide(trial, row, index, called)
    if end is not None:
        del trial.rows[end.rows :]
        del trial.waiting[end.waiting :]
        for dropped in trial.notes[end.notes :]:
            trial.notes_height -= dropped.height
        del trial.notes[end.notes :]
        return end.index, []
    if len(trial.rows) > first or trial.notes:
        return index, []  # a chain of rows that keep together is longer than a page: it must break somewhere; so must a page full of older notes
    trial.overfull = bottom > trial.height + 0.01
    trial.put(row)
    return index + 1, called


def _divide(trial: _Trial, row: Row, index: int, called: list[Row]) -> tuple[int, list[Row]]:
    trial.put(row)
    fits = 0
    height = 0.0
    for count, line in enumerate(called, 1):
        height += line.height
        if trial.y > trial.room(height):
            break
        if not line.keep:
            fits = count
    fits = fits or 1
    trial.add_notes(called[:fits])
    return index + 1, called[fits:]


def _at_foot(trial: _Trial) -> tuple[PlacedRow, ...]:
    placed: list[PlacedRow] = []
    y = trial.height - trial.notes_height
    for row in trial.notes:
        placed.append(PlacedRow(y, row))
        y += row.height
    return tuple(placed)

"""Rows to pages: the footnotes of each page at its foot, figures at their call or on top of the next page, no bad ends.

Page by page: rows are stacked until one does not fit; then the page ends at the last place where it may. All that was tried is thrown away,
never undone: a page is built from the index where the last one ended.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from operator import itemgetter

from reportbuilder.layout.rows import Barrier, Block, Piece, Row
from reportbuilder.style.sheet import PageStyle

NOTE_GAP = 14.0
"""Space above the notes, the rule in its middle."""
MOST_REPEATED = 0.5
"""A table's head that would take, with the row below it, more than this part of a page is not set again."""
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
    """A page being filled. ``left``: lines of notes for the next page; ``waiting``: figures for it."""

    height: float
    baseline: float
    y: float = 0.0
    rows: list[PlacedRow] = field(default_factory=list)
    notes: list[Row] = field(default_factory=list)
    notes_height: float = 0.0
    left: list[Row] = field(default_factory=list)
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
        self.overfull = self.overfull or self.y > self.height + 0.01

    def add_notes(self, rows: Sequence[Row]) -> None:
        self.notes += rows
        self.notes_height += sum(row.height for row in rows)

    def divide_notes(self, rows: Sequence[Row], least: int = 0, air: float = 0.0) -> None:
        """The notes as far as there is room for them, but ``least`` lines in any case; the rest is left for the next page. The ``air`` at the
        end of the text may be taken.
        """
        room = self.height - NOTE_GAP - self.notes_height - self.y + air + 0.01
        fits = 0 if self.left else max(fitting(rows, room), min(least, len(rows)))
        self.add_notes(rows[:fits])
        self.left += rows[fits:]


@dataclass(frozen=True, slots=True)
class _End:
    """A place where the page may end: the index to go on from, and how much was there."""

    index: int
    rows: int
    notes: int
    waiting: int
    y: float


def compose(
    pieces: Sequence[Piece], notes: Mapping[int, tuple[Row, ...]], page: PageStyle, right_hand: bool, left: Sequence[Row] = ()
) -> Iterator[Stack]:
    """The pages for these pieces, the first a right-hand one or not; ``left`` are lines of notes from the page before.

    Nothing is lost: what no page can hold stands alone, ``overfull``.
    """
    index = 0
    left = list(left)
    waiting: list[Block] = []
    facing: Block | None = None
    while index < len(pieces) or left or waiting or facing:
        trial = _Trial(page.text_height, page.baseline)
        for row in facing.rows if facing else ():
            trial.put(row)
        trial.divide_notes(left, least=0 if facing else 1)
        facing = _put_waiting(trial, waiting, right_hand, notes)
        if not trial.left:
            index = _fill(trial, pieces, index, notes)
        left, waiting = trial.left, waiting + trial.waiting
        yield Stack(tuple(trial.rows), _at_foot(trial), trial.overfull)
        right_hand = not right_hand


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


def _put_waiting(trial: _Trial, waiting: list[Block], right_hand: bool, notes: Mapping[int, tuple[Row, ...]]) -> Block | None:
    """Figures that were put off, in order, while they fit. Gives the second half of a spread, which must come next."""
    while waiting and not trial.left:
        block = waiting[0]
        if block.spread is not None and right_hand:
            return None
        if (block.top and trial.rows) or not _fits_block(trial, block, notes):
            return None
        waiting.pop(0)
        _put_block(trial, block, notes)
        if block.spread is not None:
            return block.spread
    return None


def _put_block(trial: _Trial, block: Block, notes: Mapping[int, tuple[Row, ...]]) -> None:
    if trial.rows:
        trial.y += block.before
    for row in block.rows:
        trial.put(row)
    trial.divide_notes(_note_rows(block.rows, notes), air=trial.baseline)


def _fill(trial: _Trial, pieces: Sequence[Piece], index: int, notes: Mapping[int, tuple[Row, ...]]) -> int:
    """Stack rows from ``index``; gives the index for the next page."""
    start = index
    end: _End | None = None
    first_of_text = len(trial.rows)
    if trial.rows:
        end = _End(index, len(trial.rows), len(trial.notes), 0, trial.y)
    while index < len(pieces):
        piece = pieces[index]
        if isinstance(piece, Barrier):
            if trial.waiting:
                return index + 1
        elif isinstance(piece, Block):
            if piece.top or trial.waiting or not _fits_block(trial, piece, notes):
                trial.waiting.append(piece)
            else:
                _put_block(trial, piece, notes)
                if trial.left:
                    return index + 1
            end = _End(index + 1, len(trial.rows), len(trial.notes), len(trial.waiting), trial.y)
        else:
            if index == start and index > 0 and _height(piece.repeat) + piece.height < MOST_REPEATED * trial.height:
                for row in piece.repeat:
                    trial.put(row)
                first_of_text = len(trial.rows)
            called = _note_rows((piece,), notes)
            bottom = trial.top_of(piece) + piece.height
            if bottom > trial.room(_height(called)):
                return _stop(trial, piece, index, end, first_of_text, called, bottom)
            trial.put(piece)
            trial.add_notes(called)
            if not piece.keep:
                end = _End(index + 1, len(trial.rows), len(trial.notes), len(trial.waiting), trial.y)
        index += 1
    return index


def _fits_block(trial: _Trial, block: Block, notes: Mapping[int, tuple[Row, ...]]) -> bool:
    called = _height(_note_rows(block.rows, notes))
    top = trial.y + block.before if trial.rows else 0.0
    height = ceil(block.height / trial.baseline) * trial.baseline + trial.baseline
    return top + height <= trial.room(called) or (not trial.rows and not trial.notes)


def _height(rows: Sequence[Row]) -> float:
    return sum(row.height for row in rows)


def _note_rows(rows: Sequence[Row], notes: Mapping[int, tuple[Row, ...]]) -> list[Row]:
    return [line for row in rows for note in row.notes for line in notes.get(note, ())]


def _stop(trial: _Trial, row: Row, index: int, end: _End | None, first: int, called: list[Row], bottom: float) -> int:
    """The row at ``index`` does not fit: end the page where it may end, or divide the row's notes when they are why it cannot be helped."""
    emptied = end is None or end.y < LEAST_FULL * trial.height
    if called and emptied and bottom + called[0].height <= trial.room(called[0].height):
        trial.put(row)
        trial.divide_notes(called, least=1)
        return index + 1
    if end is not None:
        del trial.rows[end.rows :]
        del trial.waiting[end.waiting :]
        trial.notes_height -= _height(trial.notes[end.notes :])
        del trial.notes[end.notes :]
        return end.index
    if len(trial.rows) > first or trial.notes:
        return index  # a chain of rows that keep together is longer than a page: it must break somewhere; so must a page full of older notes
    trial.put(row)
    trial.left += called
    return index + 1


def _at_foot(trial: _Trial) -> tuple[PlacedRow, ...]:
    placed: list[PlacedRow] = []
    y = trial.height - trial.notes_height
    for row in _in_order(trial):
        placed.append(PlacedRow(y, row))
        y += row.height
    return tuple(placed)


def _in_order(trial: _Trial) -> list[Row]:
    """The notes by their ids, and so by their numbers: lines of a table call those of all its cells by turns, a figure may stand above text
    that calls earlier ones. What goes on from the page before stays first, and what goes on on the next one last.
    """
    groups: list[tuple[int, list[Row]]] = []
    for row in trial.notes:
        if row.begins or not groups:
            groups.append((row.begins[0] if row.begins else 0, []))
        groups[-1][1].append(row)
    divided = groups[-1:] if trial.left else []
    whole = sorted(groups[: len(groups) - len(divided)], key=itemgetter(0))
    return [row for _, rows in (*whole, *divided) for row in rows]

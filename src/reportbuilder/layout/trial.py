"""A page being filled, and what a search for page breaks knows of it: the state before, the plan for its figures, the ends that it may have."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from reportbuilder.layout.demerits import Slack
from reportbuilder.layout.packing import top_in_grid
from reportbuilder.layout.rows import Barrier, Piece, Row

NOTE_GAP = 14.0
"""Space above the notes, the rule in its middle."""
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


class Reset(NamedTuple):
    """The paragraph that begins with the piece ``index`` set with so many lines ``more``, or so that its line ``whole`` (from 1) ends with a word."""

    index: int
    more: int
    whole: int = 0


class End(NamedTuple):
    """A place where the page may end: the state it leaves, its slack, its own demerits, and how much of all that was tried is on it. ``beyond``: by how many
    lines it passes the foot though spaces have given way; ``reset``: the paragraphs that are set otherwise to end here.
    """

    state: State
    slack: Slack
    demerits: int
    rows: int
    notes: int
    spaces: int
    y: float
    overfull: bool
    beyond: int = 0
    reset: tuple[Reset, ...] = ()


class Flow(Struct, frozen=True):
    """What is to be divided into pages, and the height of these and their grid. ``blocks`` and ``barriers``: where among the pieces these are;
    ``depths``: how far down each piece would stand if all were one column; ``plain``: how many lines of plain text begin with each piece;
    ``columns``: for each row in columns the index behind the last one of these; ``elastic``: where paragraphs begin that may be set otherwise.
    """

    pieces: Sequence[Piece]
    notes: Mapping[int, tuple[Row, ...]]
    height: float
    baseline: float
    blocks: tuple[int, ...]
    barriers: tuple[int, ...]
    depths: tuple[float, ...]
    plain: tuple[int, ...]
    columns: Mapping[int, int]
    elastic: tuple[int, ...]


class PlacedRow(Struct, frozen=True):
    """A row and its top, from the top margin or from that of what it belongs to; ``x``: how far it stands to the right of its anchor."""

    y: float
    row: Row
    x: float = 0.0


class Trial(Struct):
    """A page being filled. ``spaces``: (position, can be smaller) of the rows whose space above can change; ``foot``: a figure at the foot;
    ``across``: how far to the right rows in columns stand, by their position; ``beyond``: so many lines more than there is room for are tried, for the case
    that a paragraph can be set shorter.
    """

    flow: Flow
    right_hand: bool
    beyond: int = 0
    y: float = 0.0
    rows: list[tuple[float, Row]] = []
    across: dict[int, float] = {}
    notes: list[tuple[int, int, int]] = []
    notes_height: float = 0.0
    spaces: list[tuple[int, bool]] = []
    smaller: int = 0
    foot: tuple[PlacedRow, ...] = ()
    foot_height: float = 0.0
    left: tuple[tuple[int, int], ...] = ()
    waiting: tuple[int, ...] = ()
    facing: int = -1
    moved: int = 0
    ends: list[End] = []
    early: End | None = None

    def room(self, more: float = 0.0) -> float:
        """The lowest y that text may reach, with more points of notes at the foot."""
        notes = self.notes_height + more
        return self.flow.height - self.foot_height - (notes + NOTE_GAP if notes else 0.0) + AIR

    def top_of(self, row: Row, y: float) -> float:
        """Where a row stands that may begin at y."""
        return top_in_grid(row, y, self.flow.baseline)

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
        return End(state, slack, demerits + self.moved, rows, len(self.notes), len(self.spaces), y, overfull, slack.lines - lines)

    def end(self, index: int, demerits: int) -> None:
        """The page may end here, before the piece ``index``."""
        after = self.rows[-1][1].after if self.rows and self.rows[-1][1].columns is None else 0.0
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

def note_height(flow: Flow, called: Sequence[tuple[int, int, int]]) -> float:
    """Points that these lines of notes take."""
    return sum(row.height for note, first, stop in called for row in flow.notes[note][first:stop])

"""What the page composer stacks: rows with their height, their notes, and where a page may end.

Items in rows and lines are those of `page`, with places relative to the row: x from its anchor, y from its top.
"""

from collections.abc import Callable, Mapping
from typing import Literal

from msgspec import Struct

from reportbuilder.layout.page import Area, Item, Run

Anchor = Literal["text", "full", "page", "side"]
ABLE_TO_GROW, ABLE_TO_SHRINK = 0.045, 0.035
"""By what part of the measure each line of a paragraph gives way at most; what needs more is not even tried."""


class Line(Struct, frozen=True):
    """One line of a paragraph: its marks relative to (left edge, baseline), its natural width, and the notes first called on it;
    ``hyphenated``: it ends within a word.
    """

    words: tuple[Run, ...]
    spots: tuple[Area, ...]
    width: float
    notes: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    hyphenated: bool = False


class Frame(Struct, eq=False):
    """A tinted ground behind consecutive rows, from ``left`` of the anchor; compared by identity. If it has a ``first`` or a ``last`` node, it begins or
    ends ``inset`` below the top of the row in which that begins.
    """

    ink: str
    width: float
    left: float
    first: int = 0
    last: int = 0
    inset: float = 0.0


class Columns(Struct, eq=False):
    """Consecutive rows that run in ``count`` columns, each ``step`` points to the right of the one before; compared by identity."""

    count: int
    step: float


class Setting(Struct, frozen=True):
    """A way to set a paragraph other than the best: what that costs a page, in demerits, what makes its rows if it is chosen, and the numbers (from 1) of the
    lines that end within a word.
    """

    demerits: int
    rows: Callable[[], tuple["Row", ...]]
    hyphenated: tuple[int, ...] = ()


class Elastic(Struct, eq=False):
    """A paragraph of ``lines`` lines, of the last of which the part ``last`` is filled, that can perhaps be set with one more or one fewer, or with as many of
    which a certain one does not end within a word. ``set`` gives the settings by how many lines they have more, for the line (0: none) that must end with
    a word. It is asked only when a page would gain by it, and once. Compared by identity.
    """

    lines: int
    last: float
    set: Callable[[int], Mapping[int, Setting]]
    known: dict[int, Mapping[int, Setting]] = {}

    def can(self, more: int) -> bool:
        """Whether it is worth asking for so many lines more."""
        return self.last >= 1 - ABLE_TO_GROW * self.lines if more > 0 else self.last <= ABLE_TO_SHRINK * (self.lines - 1)

    def setting(self, more: int, whole: int = 0) -> Setting | None:
        """The setting with so many lines more; None if that can't be had with decent lines."""
        if whole not in self.known:
            self.known[whole] = self.set(whole)
        return self.known[whole].get(more)


class Row(Struct, frozen=True):
    """A strip that is never divided.

    ``before`` is space above it that is dropped at the top of a page; ``grid``: its top stands on the baseline grid; ``land``: its bottom does.
    ``keep``: no page may end after it. ``notes``: ids of the notes first called in it; ``begins``: ids of nodes that begin here.
    ``repeat``: rows to be set again when a page begins with this one (a table's head). ``hyphenated``: it ends within a word, which no reader
    should have to turn the page for. ``after``: so much of its height is space below it, which may pass the foot of a page. ``cost``: the
    demerits of a page that ends after it. ``columns``: it runs in these with the rows beside it. ``asides`` go with it in the side column, as near as there is room; they are no part of its height.
    ``elastic``: it is the first of a paragraph that may be set otherwise.
    """

    height: float
    marks: tuple[Item, ...] = ()
    before: float = 0.0
    anchor: Anchor = "text"
    grid: bool = False
    land: bool = False
    keep: bool = False
    notes: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    frame: Frame | None = None
    repeat: tuple["Row", ...] = ()
    hyphenated: bool = False
    after: float = 0.0
    cost: int = 0
    asides: tuple["Row", ...] = ()
    columns: Columns | None = None
    elastic: Elastic | None = None


class Block(Struct, frozen=True):
    """A figure that may move to the top of the next page while the text runs on. ``top``: it stands only at the very top, bleeding out."""

    rows: tuple[Row, ...]
    before: float = 0.0
    top: bool = False
    spread: "Block | None" = None

    @property
    def height(self) -> float:
        """Of all its rows, in points below the top margin (a bleeding picture begins above it)."""
        return sum(row.height for row in self.rows)


class Barrier(Struct, frozen=True):
    """Figures that were put off are set before what follows."""


Piece = Row | Block | Barrier

"""What the page composer stacks: rows with their height, their notes, and where a page may end.

Items in rows and lines are those of `page`, with places relative to the row: x from its anchor, y from its top.
"""

from dataclasses import dataclass
from typing import Literal

from reportbuilder.layout.page import Area, Item, Run

Anchor = Literal["text", "full", "page", "side"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph: its marks relative to (left edge, baseline), its natural width, and the notes first called on it;
    ``hyphenated``: it ends within a word.
    """

    words: tuple[Run, ...]
    spots: tuple[Area, ...]
    width: float
    notes: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    hyphenated: bool = False


@dataclass(eq=False, slots=True)
class Frame:
    """A tinted ground behind consecutive rows, from ``left`` of the anchor; compared by identity."""

    ink: str
    width: float
    left: float


@dataclass(eq=False, slots=True)
class Columns:
    """Consecutive rows that run in ``count`` columns, each ``step`` points to the right of the one before; compared by identity."""

    count: int
    step: float


@dataclass(frozen=True, slots=True)
class Row:
    """A strip that is never divided.

    ``before`` is space above it that is dropped at the top of a page; ``grid``: its top stands on the baseline grid; ``land``: its bottom does.
    ``keep``: no page may end after it. ``notes``: ids of the notes first called in it; ``begins``: ids of nodes that begin here.
    ``repeat``: rows to be set again when a page begins with this one (a table's head). ``hyphenated``: it ends within a word, which no reader
    should have to turn the page for. ``after``: so much of its height is space below it, which may pass the foot of a page. ``cost``: the
    demerits of a page that ends after it. ``columns``: it runs in these with the rows beside it. ``asides`` go with it in the side column, as near as there is room; they are no part of its height.
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


@dataclass(frozen=True, slots=True)
class Block:
    """A figure that may move to the top of the next page while the text runs on. ``top``: it stands only at the very top, bleeding out."""

    rows: tuple[Row, ...]
    before: float = 0.0
    top: bool = False
    spread: "Block | None" = None

    @property
    def height(self) -> float:
        """Of all its rows, in points below the top margin (a bleeding picture begins above it)."""
        return sum(row.height for row in self.rows)


@dataclass(frozen=True, slots=True)
class Barrier:
    """Figures that were put off are set before what follows."""


Piece = Row | Block | Barrier

"""What the page composer stacks: rows with their height, their notes, and where a page may end."""

from dataclasses import dataclass
from typing import Literal

from reportbuilder.assets.faces import Face, Shaped
from reportbuilder.assets.pictures import Job

Anchor = Literal["text", "full", "page"]


@dataclass(frozen=True, slots=True)
class Words:
    """A run relative to the row: ``x`` from the anchor, ``y`` of the baseline from the row's top."""

    x: float
    y: float
    face: Face
    size: float
    ink: str
    pieces: tuple[Shaped, ...]
    gap: float
    node: int
    tracking: float = 0.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to click, relative to the row."""

    x: float
    y: float
    width: float
    height: float
    target: int | str
    node: int


@dataclass(frozen=True, slots=True)
class Patch:
    x: float
    y: float
    width: float
    height: float
    ink: str


@dataclass(frozen=True, slots=True)
class Stroke:
    x: float
    y: float
    x2: float
    y2: float
    thickness: float
    ink: str


@dataclass(frozen=True, slots=True)
class Photo:
    x: float
    y: float
    width: float
    height: float
    job: Job
    node: int


Mark = Words | Spot | Patch | Stroke | Photo


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph: its marks relative to (left edge, baseline), its natural width, and the notes first called on it."""

    words: tuple[Words, ...]
    spots: tuple[Spot, ...]
    width: float
    notes: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()


@dataclass(eq=False, slots=True)
class Frame:
    """A tinted ground behind consecutive rows, from ``left`` of the anchor; compared by identity."""

    ink: str
    width: float
    left: float


@dataclass(frozen=True, slots=True)
class Row:
    """A strip that is never divided.

    ``before`` is space above it that is dropped at the top of a page; ``grid``: its top stands on the baseline grid; ``land``: its bottom does.
    ``keep``: no page may end after it. ``notes``: ids of the notes first called in it; ``begins``: ids of nodes that begin here.
    ``repeat``: rows to be set again when a page begins with this one (a table's head).
    """

    height: float
    marks: tuple[Mark, ...] = ()
    before: float = 0.0
    anchor: Anchor = "text"
    grid: bool = False
    land: bool = False
    keep: bool = False
    notes: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    frame: Frame | None = None
    repeat: tuple["Row", ...] = ()


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

"""The finished pages: a closed set of dumb placed items.

``x`` runs right and ``y`` runs down from the top left corner of the trimmed page, in points; ``y`` of a run is its baseline. ``node`` is the id of
the document node that the item shows; 0 is decoration.
"""

from operator import attrgetter
from typing import Literal

from msgspec import Struct

from reportbuilder.assets.faces import Face
from reportbuilder.assets.pictures import Job
from reportbuilder.assets.shaped import Shaped

_REVERSED = attrgetter("reversed")
Kind = Literal["cover", "front", "opener", "text", "picture", "blank", "back"]


class Run(Struct, frozen=True):
    """Run in one face, size and ink on one line. ``gap`` points are added to the advance of each piece that is a space; ``scale`` stretches all
    glyphs across, those of spaces too, but not the gap.

    ``pieces`` stand from left to right, also those of words that are read from right to left; such words have a run of their own.
    """

    x: float
    y: float
    face: Face
    size: float
    ink: str
    pieces: tuple[Shaped, ...]
    gap: float
    node: int
    tracking: float = 0.0
    scale: float = 1.0

    @property
    def reversed(self) -> bool:
        """Whether it is read from right to left."""
        return any(map(_REVERSED, self.pieces))

    @property
    def extent(self) -> float:
        """Points from ``x`` to where its last letter ends; spaces behind it don't count."""
        pieces = list(self.pieces)
        while pieces and pieces[-1].is_space:
            pieces.pop()
        em = self.size * self.scale / 1000
        return sum((piece.width + self.tracking * len(piece.glyphs)) * em + (self.gap if piece.is_space else 0.0) for piece in pieces)

    @property
    def text(self) -> str:
        """What is to be read, in reading order."""
        pieces = reversed(self.pieces) if self.reversed else self.pieces
        return "".join(piece.actual or piece.text for piece in pieces)


class Rule(Struct, frozen=True):
    """A straight line of the given thickness, its centre from (x, y) to (x2, y2)."""

    x: float
    y: float
    x2: float
    y2: float
    thickness: float
    ink: str
    node: int = 0


class Fill(Struct, frozen=True):
    x: float
    y: float
    width: float
    height: float
    ink: str
    node: int = 0


class Image(Struct, frozen=True):
    """A picture scaled to the given frame; ``job`` names the rendition (file, crop, size), made by `assets.pictures`. Of a ``disc`` only
    the circle in it is seen.
    """

    x: float
    y: float
    width: float
    height: float
    job: Job
    node: int
    disc: bool = False


class Area(Struct, frozen=True):
    """A place to click: ``target`` is a node id (inside) or an address (outside). ``node`` is the link it belongs to."""

    x: float
    y: float
    width: float
    height: float
    target: int | str
    node: int


class Shape(Struct, frozen=True):
    """A path from (x, y): ``ops`` are ("m", x, y), ("l", x, y), ("c", x1, y1, x2, y2, x3, y3) and ("h",). It is filled with the ink ``fill`` and
    drawn along with ``stroke``, ``thickness`` points wide; an empty name is no ink.
    """

    x: float
    y: float
    ops: tuple[tuple, ...]
    fill: str = ""
    stroke: str = ""
    thickness: float = 0.0
    node: int = 0

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of all its points, with its line; a curve stays within."""
        xs = [self.x + value for _, *numbers in self.ops for value in numbers[::2]]
        ys = [self.y + value for _, *numbers in self.ops for value in numbers[1::2]]
        air = self.thickness / 2 if self.stroke else 0.0
        return min(xs) - air, min(ys) - air, max(xs) + air, max(ys) + air


Item = Run | Rule | Fill | Image | Area | Shape


class Page(Struct, frozen=True):
    """``index`` from 0; ``label`` is its number as readers know it. ``items`` are in reading order; ``background`` is painted first,
    ``header`` and ``footer`` last; these three are no content. Page 0 is a right-hand page.
    """

    index: int
    label: str
    kind: Kind
    background: tuple[Item, ...]
    items: tuple[Item, ...]
    header: tuple[Item, ...]
    footer: tuple[Item, ...]


class Place(Struct, frozen=True):
    """Where a node begins: index of its page and the top of its first line."""

    page: int
    y: float


class Layout(Struct, frozen=True):
    """All pages, and where each node begins that others point at (headings, figures, tables, notes and their marks, parts). ``spine``: what stands on the
    spine of a separate cover, if it is ``spine_width`` wide; ``y`` from its middle.
    """

    pages: tuple[Page, ...]
    places: dict[int, Place]
    spine: tuple[Item, ...] = ()
    spine_width: float = 0.0

    def label(self, node: int) -> str:
        """The page number of a node, as printed."""
        return self.pages[self.places[node].page].label

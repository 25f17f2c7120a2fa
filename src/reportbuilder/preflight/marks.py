"""What a page shows, one value for each thing painted, with its place and the way it is laid on."""

from dataclasses import dataclass

from pikepdf import Object

from reportbuilder.preflight.finding import Box
from reportbuilder.preflight.lexer import Inline
from reportbuilder.preflight.matrix import Matrix
from reportbuilder.preflight.space import Space
from reportbuilder.preflight.state import Paint


@dataclass(frozen=True, slots=True)
class ShownText:
    """One showing of a string: ``size`` is its height on paper in points; ``stroked`` when its outline is drawn (alone or too)."""

    box: Box
    paint: Paint
    size: float
    stroked: bool


@dataclass(frozen=True, slots=True)
class ShownPath:
    """A path that is filled or stroked. ``thickness`` is the width of its line on paper, or of a filled rectangle its shorter side; None for
    another filled shape.
    """

    box: Box
    paint: Paint
    stroked: bool
    thickness: float | None


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """An image with samples. ``object`` is its XObject or what stands inline; ``matrix`` takes the unit square to the page. ``paint`` counts for
    stencil masks only, which have no ``space``.
    """

    box: Box
    paint: Paint
    object: Object | Inline
    matrix: Matrix
    width: int
    height: int
    bits: int
    space: Space | None
    stencil: bool
    name: str


@dataclass(frozen=True, slots=True)
class ShownShading:
    box: Box
    paint: Paint
    space: Space


Shown = ShownText | ShownPath | ShownPicture | ShownShading

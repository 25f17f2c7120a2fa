"""What a page shows, one value for each thing painted, with its place and the way it is laid on."""

from msgspec import Struct
from pikepdf import Object

from reportbuilder.preflight.finding import Box
from reportbuilder.preflight.lexer import Inline
from reportbuilder.preflight.matrix import Matrix
from reportbuilder.preflight.space import Space
from reportbuilder.preflight.state import Paint


class ShownText(Struct, frozen=True):
    """One showing of a string: ``size`` is its height on paper in points; ``stroked`` when its outline is drawn (alone or too)."""

    box: Box
    paint: Paint
    size: float
    stroked: bool


class ShownPath(Struct, frozen=True):
    """A path that is filled or stroked. ``thickness`` is the width of its line on paper, or of a filled rectangle its shorter side; None for
    another filled shape.
    """

    box: Box
    paint: Paint
    stroked: bool
    thickness: float | None


class ShownPicture(Struct, frozen=True):
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
    name: str


class ShownShading(Struct, frozen=True):
    box: Box
    paint: Paint
    space: Space


Shown = ShownText | ShownPath | ShownPicture | ShownShading

"""Vector pictures as values: paths, images and groups, with the paints they are laid on with. Coordinates have y down."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from reportbuilder.assets.decimals import decimal
from reportbuilder.assets.samples import Encoded
from reportbuilder.assets.shapes import IDENTITY, Matrix

Rgb = tuple[int, int, int]
Cmyk = tuple[float, float, float, float]
Blend = Literal[
    "Normal", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn", "HardLight", "SoftLight", "Difference", "Exclusion",
    "Hue", "Saturation", "Color", "Luminosity",
]  # fmt: skip
"""The modes of ISO 32000-1, 11.3.5, which are also those of CSS."""


class Flat(Struct, frozen=True, tag=True):
    """One colour; ``cmyk``, in parts of 1, is ``rgb`` separated for print."""

    rgb: Rgb
    cmyk: Cmyk | None = None


class Stop(Struct, frozen=True):
    """The colour at a place of a gradient (0 to 1). ``chosen`` by its maker; the others stand between so that inks keep near to the colours of a screen."""

    place: float
    colour: Flat
    alpha: float = 1.0
    chosen: bool = True


class Gradient(Struct, frozen=True, tag=True):
    """Colours along a line (``coords``: x1, y1, x2, y2) or between two circles (x1, y1, r1, x2, y2, r2), which go on beyond their ends. ``matrix`` takes
    the coordinates to those of the picture. There are two stops or more, the first at 0 and the last at 1.
    """

    coords: tuple[float, ...]
    matrix: Matrix
    stops: tuple[Stop, ...]

    @property
    def is_opaque(self) -> bool:
        """Whether nothing shows through."""
        return all(stop.alpha == 1 for stop in self.stops)


Paint = Flat | Gradient


class Stroke(Struct, frozen=True):
    """The line along a path; ``width`` and ``dashes`` are in the coordinates of the path. ``cap`` and ``join`` are 0, 1 or 2 as in PDF."""

    paint: Paint
    width: float
    alpha: float = 1.0
    cap: int = 0
    join: int = 0
    miter: float = 4.0
    dashes: tuple[float, ...] = ()
    phase: float = 0.0


class VectorPath(Struct, frozen=True, tag=True):
    """A path: ``code`` are its operators in a content stream (ISO 32000-1, 8.5.2), one a line. ``matrix`` takes it to the coordinates of the picture."""

    code: str
    fill: Paint | None
    even_odd: bool = False
    alpha: float = 1.0
    stroke: Stroke | None = None
    matrix: Matrix = IDENTITY


class Samples(Struct, frozen=True):
    """A picture inside a drawing for print and for screens; ``alpha`` (grey) says how much of each sample covers."""

    print: Encoded
    web: Encoded
    alpha: Encoded | None = None


class VectorImage(Struct, frozen=True, tag=True):
    """A picture in the unit square, its first row at y = 0, which ``matrix`` takes to the coordinates of the drawing: a whole ``file``, or, when it is
    rendered, its ``samples``.
    """

    file: bytes
    matrix: Matrix
    samples: Samples | None = None


class Clip(Struct, frozen=True):
    """What lies outside of the path is not seen; its ``code`` is in the coordinates of the picture."""

    code: str
    even_odd: bool = False


class VectorGroup(Struct, frozen=True, tag=True):
    """Items that are clipped, or laid on as one. ``mask``: the lightness of these shows how much is seen."""

    items: tuple["Item", ...]
    clips: tuple[Clip, ...] = ()
    alpha: float = 1.0
    blend: Blend = "Normal"
    mask: tuple["Item", ...] | None = None
    isolated: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether it only clips."""
        return self.alpha == 1 and self.blend == "Normal" and self.mask is None and not self.isolated


Item = VectorPath | VectorImage | VectorGroup


class VectorPicture(Struct, frozen=True):
    """Items in painting order; what they paint outside of the frame from (``left``, ``top``) is not to be seen."""

    width: float
    height: float
    items: tuple[Item, ...]
    left: float = 0.0
    top: float = 0.0


def paths(items: tuple[Item, ...]) -> Iterator[VectorPath]:
    """All paths, also those in groups and their masks."""
    for item in items:
        if isinstance(item, VectorPath):
            yield item
        elif isinstance(item, VectorGroup):
            yield from paths(item.items)
            yield from paths(item.mask or ())


def path_code(ops: tuple[tuple, ...] | list[tuple]) -> str:
    """Operations of a path as operators."""
    return "\n".join(" ".join((*map(decimal, numbers), name)) for name, *numbers in ops)


def is_transparent(items: tuple[Item, ...]) -> bool:
    """Whether something shows through some of the items, so that their colours have to be blended."""
    return any(_shows_through(item) for item in items)


def _shows_through(item: Item) -> bool:
    match item:
        case VectorPath():
            stroke = item.stroke
            return item.fill is not None and not _is_solid(item.fill, item.alpha) or stroke is not None and not _is_solid(stroke.paint, stroke.alpha)
        case VectorImage():
            return item.samples is not None and item.samples.alpha is not None
        case VectorGroup():
            return not item.is_plain or is_transparent(item.items)


def _is_solid(paint: Paint, alpha: float) -> bool:
    return alpha == 1 and (isinstance(paint, Flat) or paint.is_opaque)


def faded(inks: list[Cmyk], ends: tuple[Cmyk, Cmyk], parts: list[float]) -> list[Cmyk]:
    """Inks along a ramp (``parts`` from 0 to 1) that begin and end with others than they had; between, the change goes over from one to the other."""
    first = [end - ink for end, ink in zip(ends[0], inks[0])]
    last = [end - ink for end, ink in zip(ends[1], inks[-1])]

    def moved(ink: Cmyk, part: float) -> Cmyk:
        c, m, y, k = (min(1.0, max(0.0, amount + (1 - part) * a + part * b)) for amount, a, b in zip(ink, first, last))
        return c, m, y, k

    return [moved(ink, part) for ink, part in zip(inks, parts)]

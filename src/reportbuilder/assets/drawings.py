"""Drawings that were made for the pages, for formats that take pictures only: as SVG, and as PNG for programs that can't read it.

Letters become outlines, so that a drawing looks the same where its fonts are not installed.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path as FilePath

from msgspec import Struct

from reportbuilder.assets.artwork import Flat, Stroke, VectorPath, VectorPicture, path_code
from reportbuilder.assets.faces import Face, Shaped
from reportbuilder.kept import made

PPI = 220
VERSION = "drawing 3"
"""To be raised with every change of code that changes what a PNG looks like."""

Rgb = tuple[int, int, int]
Point = tuple[float, float]


class Path(Struct, frozen=True):
    """Ops are ("m", x, y), ("l", x, y), ("c", x1, y1, x2, y2, x3, y3) and ("h",), in points, y down; None is no colour."""

    ops: tuple[tuple, ...]
    fill: Rgb | None
    stroke: Rgb | None
    thickness: float


class Lettering(Struct, frozen=True):
    """Text from (x, y) on its baseline; ``gap`` points are added to each space, ``tracking`` thousandths of the size to each letter, and all is
    stretched by ``scale``.
    """

    x: float
    y: float
    face: Face
    size: float
    rgb: Rgb
    pieces: tuple[Shaped, ...]
    gap: float = 0.0
    tracking: float = 0.0
    scale: float = 1.0


class Drawing(Struct, frozen=True):
    """Paths, and text on top of them, in a frame of ``width`` × ``height`` points."""

    width: float
    height: float
    paths: tuple[Path, ...]
    letterings: tuple[Lettering, ...]


class Drawn(Struct, frozen=True):
    """A drawing as files; its size is in points."""

    svg: bytes
    png: bytes
    width: float
    height: float


def drawn(drawing: Drawing, folder: FilePath | None = None) -> Drawn:
    """Both files of a drawing. The PNG, which takes time, is kept in the ``folder`` if there is one: the SVG tells all that goes into it."""
    svg = _svg(drawing).encode()
    png = made(folder, VERSION, svg, lambda: _png(drawing)) if folder else _png(drawing)
    return Drawn(svg, png, drawing.width, drawing.height)


# ---------------------------------------------------------------- SVG


def _svg(drawing: Drawing) -> str:
    shapes = "".join(f'<path d="{_data(path.ops)}"{_inks(path)}/>' for path in drawing.paths)
    letters = "".join(map(_outlined, drawing.letterings))
    size = f'width="{drawing.width:.2f}pt" height="{drawing.height:.2f}pt" viewBox="0 0 {drawing.width:.2f} {drawing.height:.2f}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{shapes}{letters}</svg>'


def _data(ops: tuple[tuple, ...]) -> str:
    return "".join("Z" if name == "h" else name.upper() + " ".join(f"{number:.2f}" for number in numbers) for name, *numbers in ops)


def _inks(path: Path) -> str:
    line = f' stroke="{_hex(path.stroke)}" stroke-width="{path.thickness:.2f}" stroke-linejoin="round" stroke-linecap="round"' if path.stroke else ""
    return f' fill="{_hex(path.fill) if path.fill else "none"}"{line}'


def _hex(rgb: Rgb) -> str:
    return "#%02X%02X%02X" % rgb


def _outlined(lettering: Lettering) -> str:
    scale = lettering.size / lettering.face.upem
    outlines = "".join(_outline(lettering.face, glyph, x / scale, y / scale) for glyph, x, y in _glyphs(lettering))
    place = f"matrix({scale * lettering.scale:.6f} 0 0 {-scale:.6f} {lettering.x:.2f} {lettering.y:.2f})"
    return f'<path transform="{place}" fill="{_hex(lettering.rgb)}" d="{outlines}"/>' if outlines else ""


def _glyphs(lettering: Lettering) -> Iterator[tuple[int, float, float]]:
    """Each glyph with its place from the beginning of the text, in points."""
    em = lettering.size / 1000
    x = 0.0
    for piece in lettering.pieces:
        for number, (glyph, advance) in enumerate(zip(piece.glyphs, piece.advances)):
            across, up = piece.shifts[number] if piece.shifts else (0.0, 0.0)
            yield glyph, x + across * em, up * em
            x += (advance + lettering.tracking) * em
        x += lettering.gap / lettering.scale if piece.is_space else 0.0


class _Pen:
    """Takes an outline in the units of its font, and writes it as path data moved by (x, y)."""

    def __init__(self, x: float, y: float) -> None:
        self.data: list[str] = []
        self._x, self._y = x, y

    def _add(self, name: str, *points: Point) -> None:
        self.data.append(name + " ".join(f"{x + self._x:.0f} {y + self._y:.0f}" for x, y in points))

    def moveTo(self, point: Point) -> None:
        self._add("M", point)

    def lineTo(self, point: Point) -> None:
        self._add("L", point)

    def curveTo(self, *points: Point) -> None:
        self._add("C", *points)

    def qCurveTo(self, *points: Point) -> None:
        self._add("Q", *points)

    def closePath(self) -> None:
        self.data.append("Z")


def _outline(face: Face, glyph: int, x: float, y: float) -> str:
    pen = _Pen(x, y)
    face.hb_font.draw_glyph_with_pen(glyph, pen)
    return "".join(pen.data)


# ---------------------------------------------------------------- PNG


def _png(drawing: Drawing) -> bytes:
    """Letters as outlines here too: a font engine would move them to whole pixels."""
    from PIL import Image

    from reportbuilder.assets.shown import rasterise

    items = (*map(_shape, drawing.paths), *filter(None, map(_letters, drawing.letterings)))
    picture = VectorPicture(drawing.width, drawing.height, items)
    image = rasterise(picture, *(round(side * PPI / 72) for side in (drawing.width, drawing.height)))
    stream = BytesIO()
    image.quantize(64, dither=Image.Dither.NONE).save(stream, "PNG", compress_level=7)
    return stream.getvalue()


def _shape(path: Path) -> VectorPath:
    stroke = Stroke(Flat(path.stroke), path.thickness, cap=1, join=1) if path.stroke else None
    return VectorPath(path_code(path.ops), Flat(path.fill) if path.fill else None, stroke=stroke)


def _letters(lettering: Lettering) -> VectorPath | None:
    """The outlines in the units of their font; None where there are none, as of a space."""
    scale = lettering.size / lettering.face.upem
    pen = _OpsPen()
    for glyph, x, y in _glyphs(lettering):
        pen.place = (x / scale, y / scale)
        lettering.face.hb_font.draw_glyph_with_pen(glyph, pen)
    matrix = (scale * lettering.scale, 0.0, 0.0, -scale, lettering.x, lettering.y)
    return VectorPath(path_code(pen.ops), Flat(lettering.rgb), matrix=matrix) if pen.ops else None


class _OpsPen:
    """Takes outlines as ops, each moved to its ``place``."""

    def __init__(self) -> None:
        self.ops: list[tuple] = []
        self.place: Point = (0.0, 0.0)
        self._last: Point = (0.0, 0.0)

    def _add(self, name: str, *points: Point) -> None:
        moved = [(x + self.place[0], y + self.place[1]) for x, y in points]
        self._last = moved[-1]
        self.ops.append((name, *(number for point in moved for number in point)))

    def moveTo(self, point: Point) -> None:
        self._add("m", point)

    def lineTo(self, point: Point) -> None:
        self._add("l", point)

    def curveTo(self, *points: Point) -> None:
        self._add("c", *points)

    def qCurveTo(self, *points: Point) -> None:
        """A quadratic curve as the cubic one that is the same."""
        (x0, y0), (x1, y1), (x2, y2) = (self._last[0] - self.place[0], self._last[1] - self.place[1]), *points
        self._add("c", ((x0 + 2 * x1) / 3, (y0 + 2 * y1) / 3), ((x2 + 2 * x1) / 3, (y2 + 2 * y1) / 3), (x2, y2))

    def closePath(self) -> None:
        self.ops.append(("h",))

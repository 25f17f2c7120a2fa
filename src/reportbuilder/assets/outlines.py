"""Letters as outlines, for words that are drawn and not read."""

from reportbuilder.assets.faces import Face, Shaped

Point = tuple[float, float]


def outlined(shaped: Shaped, face: Face, size: float) -> tuple[tuple, ...]:
    """The paths of all letters from the beginning of the baseline, in points, y down: ("m", x, y), ("l", x, y), ("c", …) and ("h",)."""
    pen = _Pen(size / face.upem)
    for glyph, advance in zip(shaped.glyphs, shaped.advances):
        face.hb_font.draw_glyph_with_pen(glyph, pen)
        pen.x += advance * size / 1000
    return tuple(pen.ops)


class _Pen:
    """Takes outlines in the units of their font; their y runs up."""

    def __init__(self, scale: float) -> None:
        self.x = 0.0
        self.ops: list[tuple] = []
        self._scale = scale
        self._last: Point = (0.0, 0.0)

    def _add(self, name: str, *points: Point) -> None:
        self.ops.append((name, *(value for x, y in points for value in (self.x + x * self._scale, -y * self._scale))))
        self._last = points[-1]

    def moveTo(self, point: Point) -> None:
        self._add("m", point)

    def lineTo(self, point: Point) -> None:
        self._add("l", point)

    def curveTo(self, first: Point, second: Point, end: Point) -> None:
        self._add("c", first, second, end)

    def qCurveTo(self, bend: Point, end: Point) -> None:
        """A quadratic curve is a cubic one whose inner points lie at two thirds of the way to its own."""
        (x0, y0), (x, y), (x1, y1) = self._last, bend, end
        self._add("c", (x0 + 2 / 3 * (x - x0), y0 + 2 / 3 * (y - y0)), (x1 + 2 / 3 * (x - x1), y1 + 2 / 3 * (y - y1)), end)

    def closePath(self) -> None:
        self.ops.append(("h",))

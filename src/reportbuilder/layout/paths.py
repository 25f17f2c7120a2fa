"""Paths of drawings: rectangles, circles, lines and parts of rings, as steps relative to where a `Shape` stands."""

from collections.abc import Iterator
from math import ceil, cos, pi, sin, tan

Op = tuple
Point = tuple[float, float]


def rectangle(x: float, y: float, width: float, height: float) -> tuple[Op, ...]:
    return ("m", x, y), ("l", x + width, y), ("l", x + width, y + height), ("l", x, y + height), ("h",)


def polyline(points: list[Point]) -> tuple[Op, ...]:
    """From point to point, not closed."""
    return tuple(("l" if number else "m", x, y) for number, (x, y) in enumerate(points))


def circle(x: float, y: float, radius: float) -> tuple[Op, ...]:
    """A whole circle round (x, y)."""
    return ("m", x, y - radius), *_arc(x, y, radius, 0.0, 1.0), ("h",)


def ring_part(x: float, y: float, outer: float, inner: float, start: float, end: float, gap: float = 0.0) -> tuple[Op, ...]:
    """The part of a ring from ``start`` to ``end``, in parts of a turn clockwise from the top; ``gap`` points are left free at both ends."""
    trim_out, trim_in = (min(gap / (2 * pi * radius), (end - start) / 2.5) if radius else 0.0 for radius in (outer, inner))
    first = _at(x, y, outer, start + trim_out)
    back = _at(x, y, inner, end - trim_in)
    return (
        ("m", *first),
        *_arc(x, y, outer, start + trim_out, end - trim_out),
        ("l", *back),
        *(_arc(x, y, inner, end - trim_in, start + trim_in) if inner else ()),
        ("h",),
    )


def _at(x: float, y: float, radius: float, turn: float) -> Point:
    return x + radius * sin(2 * pi * turn), y - radius * cos(2 * pi * turn)


def _arc(x: float, y: float, radius: float, start: float, end: float) -> Iterator[Op]:
    """Bézier curves of a quarter of a turn at most; they are true to 0.03 % of the radius."""
    count = max(1, ceil(abs(end - start) * 4 - 1e-9))
    step = (end - start) / count
    reach = 4 / 3 * tan(pi * step / 2) * radius
    for number in range(count):
        one, two = start + step * number, start + step * (number + 1)
        (x1, y1), (x2, y2) = _at(x, y, radius, one), _at(x, y, radius, two)
        along1, along2 = 2 * pi * one, 2 * pi * two
        yield "c", x1 + reach * cos(along1), y1 + reach * sin(along1), x2 - reach * cos(along2), y2 - reach * sin(along2), x2, y2

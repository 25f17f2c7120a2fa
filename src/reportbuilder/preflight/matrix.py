"""Matrices of PDF (ISO 32000-1, 8.3.4) and what they do to lengths and boxes."""

from math import hypot, sqrt

from reportbuilder.preflight.finding import Box

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
EVERYWHERE: Box = (-1e9, -1e9, 1e9, 1e9)


def product(first: Matrix, then: Matrix) -> Matrix:
    """First one, then the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def shifted(matrix: Matrix, x: float, y: float) -> Matrix:
    """First a move, then the matrix."""
    a, b, c, d, e, f = matrix
    return (a, b, c, d, x * a + y * c + e, x * b + y * d + f)


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a point comes to stand."""
    return matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]


def around(matrix: Matrix, left: float, bottom: float, right: float, top: float) -> Box:
    """The upright box around a transformed one."""
    a, b, c, d, e, f = matrix
    if not b and not c:
        x1, x2, y1, y2 = a * left + e, a * right + e, d * bottom + f, d * top + f
        if x1 <= x2 and y1 <= y2:
            return (x1, y1, x2, y2)
        return (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return (min(xs), min(ys), max(xs), max(ys))


def scale(matrix: Matrix) -> float:
    """By how much lengths grow, on average over directions."""
    return sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


def height(matrix: Matrix, size: float) -> float:
    """What becomes of a length that points up."""
    return abs(size * matrix[3]) if not matrix[2] else abs(size) * hypot(matrix[2], matrix[3])


def sides(matrix: Matrix) -> tuple[float, float]:
    """Width and height of the transformed unit square along its own sides."""
    return hypot(matrix[0], matrix[1]), hypot(matrix[2], matrix[3])


def cut(box: Box, by: Box) -> Box:
    """What two boxes share; its right is left of its left where they share nothing."""
    left, bottom, right, top = box
    low, under, high, over = by
    if left >= low and bottom >= under and right <= high and top <= over:
        return box
    return (max(left, low), max(bottom, under), min(right, high), min(top, over))


def is_empty(box: Box) -> bool:
    """Whether nothing is in it; a line has no width and is something."""
    return box[2] < box[0] or box[3] < box[1]


def touch(one: Box, other: Box) -> bool:
    """Whether two boxes share more than an edge."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]

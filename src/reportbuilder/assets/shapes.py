"""The shapes of SVG as path operations: paths, rectangles, ellipses, polygons and lines, under an affine transform."""

import math
import re
from collections.abc import Callable, Mapping

Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f: (x, y) goes to (ax + cy + e, bx + dy + f)."""
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
Op = tuple  # ("m", x, y), ("l", x, y), ("c", x1, y1, x2, y2, x3, y3) or ("h",)

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
KAPPA = 0.5522847498307936
"""Handle length of a Bézier quarter circle of radius 1."""
UNITS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
LENGTH = re.compile(r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*(px|pt|pc|mm|cm|in|)\s*")
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
PATH_DATA = re.compile(r"[MmZzLlHhVvCcSsQqTtAa0-9eE+\-.,\s]*")
TRANSFORM = re.compile(r"\s*,?\s*(matrix|translate|scale|rotate|skewX|skewY)\s*\(([-+0-9eE.,\s]*)\)\s*")
LARGEST = 1e7


def length(text: str) -> float:
    """A length in user units (pixels). Raises ValueError for percentages and anything else that is none."""
    match = LENGTH.fullmatch(text)
    if not match:
        raise ValueError(f"‘{text[:40]}’ is no length")
    return float(match[1]) * UNITS[match[2]]


def numbers(text: str) -> list[float]:
    """The numbers of a list such as ``points`` or ``viewBox``. Raises ValueError when something else stands between them."""
    if NUMBER.sub("", text).strip(" \t\r\n,"):
        raise ValueError(f"‘{text[:40]}’ is no list of numbers")
    return [float(number) for number in NUMBER.findall(text)]


def fraction(text: str, _axis: str = "") -> float:
    """A number, or per cent of 1; it may lie outside of 0 to 1. Raises ValueError."""
    text = text.strip()
    value = float(text[:-1]) / 100 if text.endswith("%") else float(text)
    if not abs(value) < LARGEST:
        raise ValueError(f"‘{text[:40]}’ is no number")
    return value


def part(text: str) -> float:
    """A number or percentage as a part of a whole: what is less than 0 or more than 1 counts as those. Raises ValueError."""
    return min(max(fraction(text), 0.0), 1.0)


def inverse(matrix: Matrix) -> Matrix:
    """The transform back. Raises ValueError when there is none."""
    a, b, c, d, e, f = matrix
    size = a * d - b * c
    if abs(size) < 1e-12:
        raise ValueError("a transform makes everything flat")
    return (d / size, -b / size, -c / size, a / size, (c * f - d * e) / size, (b * e - a * f) / size)


def corners(box: Box, matrix: Matrix) -> list[tuple[float, float]]:
    """The four corners of a box (left, top, right, bottom) under a transform."""
    a, b, c, d, e, f = matrix
    left, top, right, bottom = box
    return [(a * x + c * y + e, b * x + d * y + f) for x, y in ((left, top), (right, top), (right, bottom), (left, bottom))]


def around(points: list[tuple[float, float]]) -> Box:
    """The box around points."""
    return min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points)


def bounds(ops: list[Op]) -> Box | None:
    """The box around a path, its curves taken where they turn; None for no path."""
    points: list[tuple[float, float]] = []
    here = (0.0, 0.0)
    for name, *xy in ops:
        if name == "h":
            continue
        if name == "c":
            points += _turning(here, xy)
        here = (xy[-2], xy[-1])
        points.append(here)
    return around(points) if points else None


def _turning(start: tuple[float, float], xy: list[float]) -> list[tuple[float, float]]:
    """The points of a Bézier curve at which it turns in x or y."""
    found = []
    for axis in (0, 1):
        p0, p1, p2, p3 = start[axis], xy[axis], xy[2 + axis], xy[4 + axis]
        a, b, c = p3 - 3 * p2 + 3 * p1 - p0, 2 * (p2 - 2 * p1 + p0), p1 - p0
        root = b * b - 4 * a * c
        if abs(a) < 1e-12:
            times = [-c / b] if abs(b) > 1e-12 else []
        else:
            times = [(-b + sign * math.sqrt(root)) / (2 * a) for sign in (1, -1)] if root >= 0 else []
        found += [_at(t, start, xy) for t in times if 0 < t < 1]
    return found


def _at(t: float, start: tuple[float, float], xy: list[float]) -> tuple[float, float]:
    weights = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    xs, ys = (start[0], *xy[::2]), (start[1], *xy[1::2])
    return sum(w * x for w, x in zip(weights, xs)), sum(w * y for w, y in zip(weights, ys))


def transform(text: str) -> Matrix:
    """The matrix of a ``transform`` attribute. Raises ValueError."""
    matrix = IDENTITY
    end = 0
    while end < len(text.rstrip()):
        match = TRANSFORM.match(text, end)
        if not match:
            raise ValueError(f"the transform ‘{text[:40]}’ can't be read")
        matrix = product(matrix, _single(match[1], numbers(match[2])))
        end = match.end()
    return matrix


def product(outer: Matrix, inner: Matrix) -> Matrix:
    """The transform that applies ``inner`` first."""
    a, b, c, d, e, f = outer
    p, q, r, s, t, u = inner
    return (a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f)


def _single(name: str, values: list[float]) -> Matrix:
    match name, values:
        case "matrix", [a, b, c, d, e, f]:
            return (a, b, c, d, e, f)
        case "translate", [x, *rest] if len(rest) < 2:
            return (1, 0, 0, 1, x, rest[0] if rest else 0)
        case "scale", [x, *rest] if len(rest) < 2:
            return (x, 0, 0, rest[0] if rest else x, 0, 0)
        case "rotate", [angle, *centre] if len(centre) in (0, 2):
            x, y = centre or (0, 0)
            cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            return product((1, 0, 0, 1, x, y), product((cos, sin, -sin, cos, 0, 0), (1, 0, 0, 1, -x, -y)))
        case "skewX", [angle]:
            return (1, 0, math.tan(math.radians(angle)), 1, 0, 0)
        case "skewY", [angle]:
            return (1, math.tan(math.radians(angle)), 0, 1, 0, 0)
    raise ValueError(f"the transform ‘{name}’ has {len(values)} numbers")


AXES = {"x": "x", "cx": "x", "x1": "x", "x2": "x", "rx": "x", "width": "x", "r": "r"}
"""Along which side of the view the percentages of an attribute count; of others it is ``y``."""


def outline(name: str, attributes: Mapping[str, str], share: Callable[[str, str], float]) -> list[Op]:
    """The operations of one shape in its own coordinates; ``share`` makes a number of a length or percentage along an axis. Raises ValueError."""

    def value(key: str) -> float:
        return share(attributes.get(key, "0"), AXES.get(key, "y"))

    match name:
        case "path":
            return _path(attributes.get("d", ""))
        case "rect":
            return rectangle(value("x"), value("y"), value("width"), value("height"), *_radii(attributes, share))
        case "circle":
            return _ellipse(value("cx"), value("cy"), value("r"), value("r"))
        case "ellipse":
            return _ellipse(value("cx"), value("cy"), value("rx"), value("ry"))
        case "polygon" | "polyline":
            return _polygon(numbers(attributes.get("points", "")), name == "polygon")
        case "line":
            return [("m", value("x1"), value("y1")), ("l", value("x2"), value("y2"))]
    raise ValueError(f"‘{name}’ is no shape")


def placed(ops: list[Op], matrix: Matrix) -> tuple[Op, ...]:
    """The operations under a transform. Raises ValueError when they leave all bounds."""
    a, b, c, d, e, f = matrix
    result = []
    for name, *xy in ops:
        moved = [v for x, y in zip(xy[::2], xy[1::2]) for v in (a * x + c * y + e, b * x + d * y + f)]
        if not all(abs(v) < LARGEST for v in moved):
            raise ValueError("a shape lies out of all bounds")
        result.append((name, *moved))
    return tuple(result)


def _path(data: str) -> list[Op]:
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.svgLib.path import parse_path

    if not PATH_DATA.fullmatch(data):
        raise ValueError("the path has signs that do not belong there")
    pen = RecordingPen()
    try:
        parse_path(data, pen)
    except Exception as error:  # its parser has no error of its own: IndexError, ValueError, AssertionError and others
        raise ValueError("the path is broken") from error
    ops: list[Op] = []
    here = (0.0, 0.0)
    for name, points in pen.value:
        match name:
            case "moveTo":
                ops.append(("m", *points[0]))
            case "lineTo":
                ops.append(("l", *points[0]))
            case "curveTo":
                ops.append(("c", *points[0], *points[1], *points[2]))
            case "qCurveTo":
                ops.append(("c", *_toward(here, points[0]), *_toward(points[1], points[0]), *points[1]))
            case "closePath":
                ops.append(("h",))
        here = points[-1] if points else here
    return ops


def _toward(start: tuple[float, float], handle: tuple[float, float]) -> tuple[float, float]:
    """Two thirds of the way: a quadratic curve's handle as a cubic one's."""
    return (start[0] + (handle[0] - start[0]) * 2 / 3, start[1] + (handle[1] - start[1]) * 2 / 3)


def _radii(attributes: Mapping[str, str], share: Callable[[str, str], float]) -> tuple[float, float]:
    """Corner radii of a rectangle; one that is not given equals the other (SVG 1.1 §9.2)."""
    rx, ry = (None if text in (None, "auto") else text for text in (attributes.get("rx"), attributes.get("ry")))
    return (share(rx or ry or "0", "x"), share(ry or rx or "0", "y"))


def rectangle(x: float, y: float, width: float, height: float, rx: float = 0.0, ry: float = 0.0) -> list[Op]:
    """A rectangle, its corners round with these radii."""
    if width <= 0 or height <= 0:
        return []
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    if rx <= 0 or ry <= 0:
        return _polygon([x, y, x + width, y, x + width, y + height, x, y + height], True)
    right, bottom, kx, ky = x + width, y + height, rx * (1 - KAPPA), ry * (1 - KAPPA)
    return [
        ("m", x + rx, y),
        ("l", right - rx, y),
        ("c", right - kx, y, right, y + ky, right, y + ry),
        ("l", right, bottom - ry),
        ("c", right, bottom - ky, right - kx, bottom, right - rx, bottom),
        ("l", x + rx, bottom),
        ("c", x + kx, bottom, x, bottom - ky, x, bottom - ry),
        ("l", x, y + ry),
        ("c", x, y + ky, x + kx, y, x + rx, y),
        ("h",),
    ]


def _ellipse(x: float, y: float, rx: float, ry: float) -> list[Op]:
    return rectangle(x - rx, y - ry, 2 * rx, 2 * ry, rx, ry)


def _polygon(values: list[float], closed: bool) -> list[Op]:
    if len(values) % 2:
        raise ValueError("a polygon has an odd number of coordinates")
    points = list(zip(values[::2], values[1::2]))
    ops: list[Op] = [("m" if i == 0 else "l", *point) for i, point in enumerate(points)]
    return [*ops, ("h",)] if points and closed else ops

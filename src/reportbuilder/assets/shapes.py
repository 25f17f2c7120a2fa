"""The shapes of SVG as path operations: paths, rectangles, ellipses, polygons and lines, under an affine transform."""

import math
import re
from collections.abc import Mapping

Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f: (x, y) goes to (ax + cy + e, bx + dy + f)."""
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


def outline(name: str, attributes: Mapping[str, str], stroke_width: float = 1.0) -> list[Op]:
    """The operations of one shape in its own coordinates; a line is given as the area of its stroke. Raises ValueError."""

    def value(key: str) -> float:
        return length(attributes.get(key, "0"))

    match name:
        case "path":
            return _path(attributes.get("d", ""))
        case "rect":
            return _rectangle(value("x"), value("y"), value("width"), value("height"), *_radii(attributes))
        case "circle":
            return _ellipse(value("cx"), value("cy"), value("r"), value("r"))
        case "ellipse":
            return _ellipse(value("cx"), value("cy"), value("rx"), value("ry"))
        case "polygon" | "polyline":
            return _polygon(numbers(attributes.get("points", "")))
        case "line":
            return _line(value("x1"), value("y1"), value("x2"), value("y2"), stroke_width)
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


def _radii(attributes: Mapping[str, str]) -> tuple[float, float]:
    """Corner radii of a rectangle; one that is not given equals the other (SVG 1.1 §9.2)."""
    rx, ry = attributes.get("rx"), attributes.get("ry")
    return (length(rx or ry or "0"), length(ry or rx or "0"))


def _rectangle(x: float, y: float, width: float, height: float, rx: float, ry: float) -> list[Op]:
    if width <= 0 or height <= 0:
        return []
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    if rx <= 0 or ry <= 0:
        return _polygon([x, y, x + width, y, x + width, y + height, x, y + height])
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
    return _rectangle(x - rx, y - ry, 2 * rx, 2 * ry, rx, ry)


def _polygon(values: list[float]) -> list[Op]:
    if len(values) % 2:
        raise ValueError("a polygon has an odd number of coordinates")
    points = list(zip(values[::2], values[1::2]))
    return [("m" if i == 0 else "l", *point) for i, point in enumerate(points)] + [("h",)] if points else []


def _line(x1: float, y1: float, x2: float, y2: float, width: float) -> list[Op]:
    span = math.hypot(x2 - x1, y2 - y1)
    if span == 0 or width <= 0:
        return []
    dx, dy = (y1 - y2) / span * width / 2, (x2 - x1) / span * width / 2
    return _polygon([x1 + dx, y1 + dy, x2 + dx, y2 + dy, x2 - dx, y2 - dy, x1 - dx, y1 - dy])

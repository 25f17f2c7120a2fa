"""Outlines: polygons, smooth curves with corners, ribbons that taper."""
import math
from collections.abc import Sequence

import numpy as np
import skia

Point = tuple[float, float]


def poly(points: Sequence[Point], close: bool = True) -> skia.Path:
    path = skia.Path()
    path.addPoly([skia.Point(float(x), float(y)) for x, y in points], close)
    return path


def rect(x: float, y: float, w: float, h: float, r: float = 0) -> skia.Path:
    path = skia.Path()
    path.addRRect(skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(x, y, w, h), r, r))
    return path


def ell(cx: float, cy: float, rx: float, ry: float | None = None, rot: float = 0) -> skia.Path:
    ry = rx if ry is None else ry
    path = skia.Path()
    path.addOval(skia.Rect.MakeLTRB(cx - rx, cy - ry, cx + rx, cy + ry))
    return moved(path, skia.Matrix().setRotate(rot, cx, cy)) if rot else path


def smooth(points: Sequence[Point | tuple[float, float, str]], close: bool = True, k: float = 1 / 6) -> skia.Path:
    """A curve through all points (Catmull-Rom as Bézier curves); a point with a third member is a corner."""
    n = len(points)
    xy = [np.array(p[:2], float) for p in points]
    corner = [len(p) > 2 for p in points]
    at = (lambda i: i % n) if close else (lambda i: max(0, min(n - 1, i)))
    path = skia.Path()
    path.moveTo(*xy[0])
    for i in range(n if close else n - 1):
        a, b, c, d = (xy[at(j)] for j in (i - 1, i, i + 1, i + 2))
        p = b + (0 if corner[at(i)] else (c - a) * k)
        q = c - (0 if corner[at(i + 1)] else (d - b) * k)
        path.cubicTo(*p, *q, *c)
    if close:
        path.close()
    return path


def moved(path: skia.Path, matrix: skia.Matrix) -> skia.Path:
    out = skia.Path(path)
    out.transform(matrix)
    return out


def shifted(path: skia.Path, dx: float, dy: float) -> skia.Path:
    out = skia.Path(path)
    out.offset(dx, dy)
    return out


def course(points: Sequence[Point], n: int = 10, tension: float = .4) -> np.ndarray:
    """Points of a smooth line through the given ones, close together."""
    p = np.array(points, float)
    if len(p) == 2:
        return p[0] + (p[1] - p[0]) * np.linspace(0, 1, n)[:, None]
    out = []
    for i in range(len(p) - 1):
        a, b, c, d = p[max(i - 1, 0)], p[i], p[i + 1], p[min(i + 2, len(p) - 1)]
        for t in np.linspace(0, 1, n, endpoint=i == len(p) - 2):
            h = (2 * t**3 - 3 * t**2 + 1, t**3 - 2 * t**2 + t, -2 * t**3 + 3 * t**2, t**3 - t**2)
            out.append(h[0] * b + h[1] * (c - a) * tension + h[2] * c + h[3] * (d - b) * tension)
    return np.array(out)


def ribbon(points: Sequence[Point], radii: Sequence[float], flat: tuple[bool, bool] = (False, False), n: int = 10, tension: float = .4) -> skia.Path:
    """A band along the points with half-widths `radii`, its ends round or cut flat."""
    c = course(points, n, tension)
    m = len(points)
    where = np.linspace(0, m - 1, len(c))
    r = np.interp(where, np.arange(m), radii)
    t = np.gradient(c, axis=0)
    t /= np.maximum(np.linalg.norm(t, axis=1, keepdims=True), 1e-9)
    nrm = np.stack([-t[:, 1], t[:, 0]], 1)
    left, right = c + nrm * r[:, None], c - nrm * r[:, None]
    out = [tuple(q) for q in left]
    if not flat[1]:
        a = math.atan2(nrm[-1][1], nrm[-1][0])
        out += [(c[-1][0] + r[-1] * math.cos(a - s), c[-1][1] + r[-1] * math.sin(a - s)) for s in np.linspace(.2, math.pi - .2, 9)]
    out += [tuple(q) for q in right[::-1]]
    if not flat[0]:
        a = math.atan2(-nrm[0][1], -nrm[0][0])
        out += [(c[0][0] + r[0] * math.cos(a - s), c[0][1] + r[0] * math.sin(a - s)) for s in np.linspace(.2, math.pi - .2, 9)]
    return poly(out)


def joined(*paths: skia.Path) -> skia.Path:
    """All the paths as one; they may overlap."""
    out = skia.Path()
    for path in paths:
        out.addPath(path)
    return out


def bend(a: Point, b: Point, first: float, second: float, side: float) -> tuple[Point, Point]:
    """Elbow or knee between `a` and `b` for the two lengths, bent to `side` (1 or -1), and the end that can be reached."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    d = max(math.hypot(dx, dy), 1e-6)
    reach = (first + second) * .999
    if d > reach:
        b = (a[0] + dx * reach / d, a[1] + dy * reach / d)
        d = reach
    d = max(d, abs(first - second) + 1e-4)
    c = (first**2 + d * d - second**2) / (2 * first * d)
    angle = math.atan2(dy, dx) + side * math.acos(max(-1, min(1, c)))
    return (a[0] + first * math.cos(angle), a[1] + first * math.sin(angle)), b

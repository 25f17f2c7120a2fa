"""A drawing as pixels, for formats that take no paths: anti-aliased polygons on white, with exact winding rules."""

import math
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reportbuilder.assets.pictures import VectorPath, VectorPicture
from reportbuilder.assets.shapes import Op

if TYPE_CHECKING:
    from PIL import Image

SMALL = 1000
FINE, COARSE = 4, 2
"""Samples per pixel in each direction: of a drawing with sides up to `SMALL` pixels, and of a larger one, where two do."""
FLATNESS = 0.1
"""How far a chord may be from its curve, in samples."""
MAX_SIDE = 2000

Point = tuple[float, float]
Edge = tuple[float, float, float, float, int]
"""Upper y, lower y, x at the upper end, x per y, direction (1: down)."""


def rasterise(picture: VectorPicture, width: int, height: int) -> "Image.Image":
    """The drawing in RGB on white at that size in pixels, scaled down if a side is longer than `MAX_SIDE`."""
    from PIL import Image

    scale = min(1.0, MAX_SIDE / max(width, height))
    width, height = max(1, round(width * scale)), max(1, round(height * scale))
    canvas = Image.new("RGB", (width, height), (255, 255, 255))
    sampling = FINE if max(width, height) <= SMALL else COARSE
    for path in picture.paths:
        _paint(canvas, path, width / picture.width, height / picture.height, sampling)
    return canvas


def _paint(canvas: "Image.Image", path: VectorPath, across: float, down: float, sampling: int) -> None:
    from PIL import Image

    outlines = list(_flattened(path.ops, across * sampling, down * sampling))
    points = [point for outline in outlines for point in outline]
    if not points:
        return
    left = max(0, math.floor(min(x for x, _ in points) / sampling))
    top = max(0, math.floor(min(y for _, y in points) / sampling))
    right = min(canvas.width, math.ceil(max(x for x, _ in points) / sampling))
    bottom = min(canvas.height, math.ceil(max(y for _, y in points) / sampling))
    if right <= left or bottom <= top:
        return
    size = ((right - left) * sampling, (bottom - top) * sampling)
    samples = bytearray(size[0] * size[1])
    for row, start, end in _spans(outlines, path.even_odd, top * sampling, size[1]):
        first = min(max(round(start) - left * sampling, 0), size[0])
        last = min(max(round(end) - left * sampling, 0), size[0])
        samples[row * size[0] + first : row * size[0] + last] = b"\xff" * (last - first)
    coverage = Image.frombuffer("L", size, samples).reduce(sampling)
    canvas.paste(path.rgb, (left, top, right, bottom), coverage)


def _spans(outlines: list[list[Point]], even_odd: bool, top: int, rows: int) -> Iterator[tuple[int, float, float]]:
    """Row, start and end of each stretch inside the outlines, by the winding number at the middle of each row of samples."""
    edges = sorted(_edges(outlines))
    active: list[Edge] = []
    coming = 0
    for row in range(rows):
        y = top + row + 0.5
        while coming < len(edges) and edges[coming][0] <= y:
            active.append(edges[coming])
            coming += 1
        active = [edge for edge in active if edge[1] > y]
        crossings = sorted((x + (y - upper) * slope, direction) for upper, _, x, slope, direction in active)
        winding = 0
        for (x, direction), (following, _) in zip(crossings, crossings[1:]):
            winding += direction
            if winding & 1 if even_odd else winding:
                yield row, x, following


def _edges(outlines: Iterable[list[Point]]) -> Iterator[Edge]:
    for outline in outlines:
        for (x1, y1), (x2, y2) in zip(outline, outline[1:] + outline[:1]):
            if y1 < y2:
                yield (y1, y2, x1, (x2 - x1) / (y2 - y1), 1)
            elif y2 < y1:
                yield (y2, y1, x2, (x1 - x2) / (y1 - y2), -1)


def _flattened(ops: tuple[Op, ...], across: float, down: float) -> Iterator[list[Point]]:
    """Each subpath as a polygon in samples; filling closes it."""
    outline: list[Point] = []
    for name, *values in ops:
        points = [(x * across, y * down) for x, y in zip(values[::2], values[1::2])]
        match name:
            case "m":
                yield outline
                outline = points
            case "l":
                outline.extend(points)
            case "c":
                outline.extend(_chords(outline[-1] if outline else points[0], *points))
            case "h":
                yield outline
                outline = outline[:1]
    yield outline


def _chords(p0: Point, p1: Point, p2: Point, p3: Point) -> Iterator[Point]:
    """Ends of the chords of a Bézier curve; their number follows from its second differences."""
    bend = max(
        math.hypot(p0[0] - 2 * p1[0] + p2[0], p0[1] - 2 * p1[1] + p2[1]),
        math.hypot(p1[0] - 2 * p2[0] + p3[0], p1[1] - 2 * p2[1] + p3[1]),
    )
    count = min(200, math.ceil(math.sqrt(0.75 * bend / FLATNESS)) or 1)
    for i in range(1, count + 1):
        t = i / count
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        yield (a * p0[0] + b * p1[0] + c * p2[0] + d * p3[0], a * p0[1] + b * p1[1] + c * p2[1] + d * p3[1])

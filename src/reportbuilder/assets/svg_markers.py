"""Arrowheads and other markers on lines (SVG 2, 13.6 to 13.8): what stands at which corner, and how it is turned."""

import math
from collections.abc import Iterator, Mapping

from msgspec import Struct

from reportbuilder.assets.shapes import Matrix, Op, product
from reportbuilder.assets.svg_elements import FLATTEN, Element, refused
from reportbuilder.assets.svg_paint import REFERENCE, Document

MARKED = frozenset(("path", "line", "polyline", "polygon"))
PLACES = ("marker-start", "marker-mid", "marker-end")
Point = tuple[float, float]


class Corner(Struct):
    """A corner of a path, and the directions in which the path comes there and goes on."""

    at: Point
    coming: Point | None = None
    going: Point | None = None

    @property
    def angle(self) -> float:
        """Half way between both directions, in degrees."""
        parts = [(x / math.hypot(x, y), y / math.hypot(x, y)) for x, y in (self.coming or (0.0, 0.0), self.going or (0.0, 0.0)) if x or y]
        return math.degrees(math.atan2(sum(y for _, y in parts), sum(x for x, _ in parts))) if parts else 0.0


def placed_markers(element: Element, said: Mapping[str, str], ops: list[Op], width: float, document: Document) -> Iterator[tuple[Element, Matrix]]:
    """Each marker of a shape with what takes its own units to the coordinates of the shape; ``width`` is that of the line.

    Raises `PictureFault` ``svg-feature`` for a marker that is not in the file; ValueError for what can't be read.
    """
    if element.name not in MARKED or not any(_named(said, place) for place in PLACES):
        return
    corners = _corners(ops)
    for number, corner in enumerate(corners):
        for place in _places(number, len(corners)):
            text = _named(said, place)
            if text:
                yield _marker(text, corner, place, width, element, document)


def _named(said: Mapping[str, str], place: str) -> str:
    text = said.get(place, said.get("marker", "none"))
    return "" if text == "none" else text


def _places(number: int, count: int) -> list[str]:
    first, last = number == 0, number == count - 1
    return (["marker-start"] if first else []) + (["marker-end"] if last else []) + (["marker-mid"] if not (first or last) else [])


def _marker(text: str, corner: Corner, place: str, width: float, element: Element, document: Document) -> tuple[Element, Matrix]:
    reference = REFERENCE.fullmatch(text)
    found = document.named(reference[1]) if reference else None
    if found is None or found.name != "marker":
        raise refused(document.file, f"an arrowhead that is not in the file (‘{text[:40]}’)", FLATTEN, element.line)
    orient = found.attributes.get("orient", "0").strip()
    if orient in ("auto", "auto-start-reverse"):
        angle = corner.angle + (180 if orient == "auto-start-reverse" and place == "marker-start" else 0)
    else:
        angle = float(orient.removesuffix("deg"))
    scale = 1.0 if found.attributes.get("markerUnits") == "userSpaceOnUse" else width
    cos, sin = math.cos(math.radians(angle)) * scale, math.sin(math.radians(angle)) * scale
    return found, (cos, sin, -sin, cos, *corner.at)


def framed(marker: Element, matrix: Matrix, fit: Matrix, document: Document) -> Matrix:
    """The matrix of the frame of a marker: its point of reference, which ``fit`` takes into the frame, comes to lie on the corner."""
    x, y = (document.share(marker.attributes.get(key, "0"), axis) for key, axis in (("refX", "x"), ("refY", "y")))
    a, b, c, d, e, f = fit
    return product(matrix, (1, 0, 0, 1, -(a * x + c * y + e), -(b * x + d * y + f)))


def _corners(ops: list[Op]) -> list[Corner]:
    corners: list[Corner] = []
    first = 0
    for name, *xy in ops:
        if name == "m":
            first = len(corners)
            corners.append(Corner((xy[0], xy[1])))
            continue
        here = corners[-1].at
        points = [here, *zip(xy[::2], xy[1::2])] if name != "h" else [here, corners[first].at]
        if name == "h" and here == corners[first].at:  # it came back by itself
            corners[-1].going, corners[first].coming = corners[first].going, corners[-1].coming
            continue
        steps = [(x - here[0], y - here[1]) for x, y in points[1:]]
        end = points[-1]
        back = [(end[0] - x, end[1] - y) for x, y in reversed(points[:-1])]
        corners[-1].going = next((step for step in steps if any(step)), None)
        corners.append(Corner(end, next((step for step in back if any(step)), None)))
        if name == "h":
            corners[-1].going = corners[first].going
            corners[first].coming = corners[-1].coming
    return corners

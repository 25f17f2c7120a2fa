"""One shape of SVG with its fill and stroke as a path."""

from collections.abc import Mapping

from reportbuilder.assets.artwork import Flat, Paint, Stroke, VectorPath, path_code
from reportbuilder.assets.shapes import IDENTITY, Box, Matrix, around, bounds, corners, outline, part, placed
from reportbuilder.assets.svg_elements import Element, refused
from reportbuilder.assets.svg_paint import PLAIN_COLOURS, REFERENCE, Document, colour, gradient

SHAPES = frozenset(("path", "rect", "circle", "ellipse", "polygon", "polyline", "line"))
CAPS = {"butt": 0, "round": 1, "square": 2}
JOINS = {"miter": 0, "round": 1, "bevel": 2, "miter-clip": 0, "arcs": 0}
EVEN = 1e-4
"""How unlike the sides of a transformed square may be for a line to count as equally thick in all directions."""


def shape(element: Element, said: Mapping[str, str], matrix: Matrix, document: Document) -> tuple[tuple[VectorPath, ...], Box | None]:
    """The paths of a shape, one or two or none, and the box around it in the coordinates of the picture. ``said`` are its properties, with those that it inherits.

    Raises `PictureFault` ``svg-feature``; ValueError for what can't be read.
    """
    ops = outline(element.name, element.attributes, document.share)
    own = bounds(ops)
    if own is None:
        return (), None
    box = around(corners(own, matrix))
    moved = placed(ops, matrix)
    reader = _Paints(said, matrix, own, element, document)
    fill = reader.paint("fill", "#000") if has_area(ops) else None
    stroke = _stroke(said, reader, document)
    if fill is None and stroke is None:
        return (), box
    # A line that is thick in one direction and thin in another is drawn where it is so, and then transformed.
    local = stroke is not None and not _is_even(matrix)
    scale = 1.0 if local else _scale(matrix)
    code = path_code(ops if local else moved)
    if stroke and scale != 1:
        stroke = Stroke(
            stroke.paint, stroke.width * scale, stroke.alpha, stroke.cap, stroke.join, stroke.miter, tuple(d * scale for d in stroke.dashes), stroke.phase * scale
        )
    even_odd = said.get("fill-rule") == "evenodd"
    whole = VectorPath(code, fill and fill[0], even_odd, fill[1] if fill else 1.0, stroke, matrix if local else IDENTITY)
    if fill and stroke and [*said.get("paint-order", "").split(), "normal"][0] in ("stroke", "markers"):
        over = VectorPath(code, fill[0], even_odd, fill[1], None, whole.matrix)
        return (VectorPath(code, None, even_odd, 1.0, stroke, whole.matrix), over), box
    return (whole,), box


def has_area(ops: list[tuple]) -> bool:
    """Whether there is something to fill: SVG paints nothing of a path without area, PDF a line as thin as the device can."""
    points: set[tuple[float, ...]] = set()
    for name, *xy in ops:
        if name == "m":
            points = set()
        points |= set(zip(xy[::2], xy[1::2]))
        if len(points) > 2 and len({x for x, _ in points}) > 1 and len({y for _, y in points}) > 1:
            return True
    return False


def _is_even(matrix: Matrix) -> bool:
    a, b, c, d, _, _ = matrix
    size = max(abs(a), abs(b), abs(c), abs(d)) or 1.0
    return abs(a * c + b * d) < EVEN * size * size and abs(a * a + b * b - c * c - d * d) < EVEN * size * size


def _scale(matrix: Matrix) -> float:
    a, b, c, d, _, _ = matrix
    return abs(a * d - b * c) ** 0.5


def _stroke(said: Mapping[str, str], reader: "_Paints", document: Document) -> Stroke | None:
    paint = reader.paint("stroke", "none")
    if paint is None:
        return None
    width = document.share(said.get("stroke-width", "1"), "r")
    if width <= 0:
        return None
    dashes = _dashes(said.get("stroke-dasharray", "none"), document)
    cap, join = said.get("stroke-linecap", "butt"), said.get("stroke-linejoin", "miter")
    if cap not in CAPS or join not in JOINS:
        raise ValueError(f"‘{cap[:20]}’ or ‘{join[:20]}’ is no end or join of lines")
    miter = max(1.0, float(said.get("stroke-miterlimit", "4")))
    phase = document.share(said.get("stroke-dashoffset", "0"), "r") if dashes else 0.0
    return Stroke(paint[0], width, paint[1], CAPS[cap], JOINS[join], miter, dashes, phase % sum(dashes) if dashes else 0.0)


def _dashes(text: str, document: Document) -> tuple[float, ...]:
    if text == "none" or not text.strip():
        return ()
    values = tuple(document.share(each, "r") for each in text.replace(",", " ").split())
    if len(values) > 200 or any(value < 0 for value in values):
        raise ValueError(f"‘{text[:40]}’ are no dashes")
    if sum(values) <= 0:
        return ()
    return values * 2 if len(values) % 2 else values


class _Paints:
    """Reads the paints of one shape with the box ``own`` in its own coordinates."""

    def __init__(self, said: Mapping[str, str], matrix: Matrix, own: Box, element: Element, document: Document) -> None:
        self._said = said
        self._matrix = matrix
        self._own = own
        self._element = element
        self._document = document

    def paint(self, key: str, default: str) -> tuple[Paint, float] | None:
        """What it is filled or stroked with, and how much of it covers; None if nothing shows."""
        said = self._said
        opacity = part(said.get(f"{key}-opacity", "1"))
        found = self._found(said.get(key, default).strip())
        if found is None or found[1] * opacity == 0:
            return None
        return found[0], found[1] * opacity

    def _found(self, text: str) -> tuple[Paint, float] | None:
        if text in ("none", "transparent", ""):
            return None
        document, element = self._document, self._element
        reference = REFERENCE.fullmatch(text)
        if reference:
            if document.named(reference[1]) is None and reference[2]:
                return self._found(reference[2].strip())
            return gradient(reference[1], document, self._matrix, self._own, element)
        if text.startswith("url("):
            raise refused(document.file, "a fill of another file", PLAIN_COLOURS, element.line)
        rgb, alpha = colour(text, self._said.get("color", "#000"), document.file)
        return Flat(rgb), alpha


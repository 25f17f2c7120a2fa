"""Colours and gradients of SVG (SVG 2, 13 and 14) as paints."""

import re
from collections.abc import Mapping
from typing import Protocol

from reportbuilder.assets.artwork import Flat, Gradient, Paint, Rgb, Stop
from reportbuilder.assets.shapes import IDENTITY, Box, Matrix, corners, fraction, inverse, part, product, transform
from reportbuilder.assets.svg_elements import Element, refused

PLAIN_COLOURS = "fill with plain colours or gradients"
FUNCTION = re.compile(r"(rgba?)\(\s*([^)]*)\)")
REFERENCE = re.compile(r"url\(\s*['\"]?#([^'\")]+)['\"]?\s*\)\s*(.*)", re.DOTALL)
MOST_REPEATS = 200
DEEPEST = 50
"""References from one gradient to another."""
NEAREST_EDGE = 0.999
"""How near to its outer circle the focus of a gradient may be, in radii; on the circle the colours would form a cone."""


class Document(Protocol):
    """What a paint must know of its drawing."""

    file: str

    def named(self, id: str) -> Element | None:
        """The element of that id."""

    def properties(self, element: Element) -> Mapping[str, str]:
        """All that is said of an element."""

    def share(self, text: str, axis: str) -> float:
        """A length or percentage of the view: along ``x``, ``y`` or, for radii, ``r``."""


def colour(text: str, current: str, file: str) -> tuple[Rgb, float]:
    """A colour and how much of it covers. ``current`` is what ‘currentColor’ means. Raises `PictureFault` ``svg-feature``."""
    from PIL import ImageColor

    if text.lower() == "currentcolor":
        text = current
    try:
        found = FUNCTION.fullmatch(text.lower())
        if found:
            return _function(found[2])
        red, green, blue, *alpha = ImageColor.getrgb(text)
        bytes((red, green, blue))  # the library lets numbers above 255 pass
        return (red, green, blue), alpha[0] / 255 if alpha else 1.0
    except ValueError:
        raise refused(file, f"the colour ‘{text[:40]}’", PLAIN_COLOURS) from None


def _function(inside: str) -> tuple[Rgb, float]:
    """The colour of ``rgb(…)`` or ``rgba(…)``, its numbers of 0 to 255 or per cent. Raises ValueError."""
    parts = re.split(r"[\s,/]+", inside.strip())
    if len(parts) not in (3, 4):
        raise ValueError(inside)
    red, green, blue = (float(text[:-1]) * 2.55 if text.endswith("%") else float(text) for text in parts[:3])
    rgb = (round(red), round(green), round(blue))
    bytes(rgb)
    return rgb, part(parts[3]) if len(parts) == 4 else 1.0


def gradient(id: str, document: Document, matrix: Matrix, box: Box, element: Element) -> tuple[Paint, float] | None:
    """The gradient of that id on a shape with this box in its own coordinates, which ``matrix`` takes to those of the picture, and how much of it covers.
    None if it paints nothing. Raises `PictureFault` ``svg-feature``; ValueError for what can't be read.
    """
    chain = _chain(id, document, element)
    kind = chain[0].name

    def value(key: str) -> str | None:
        return next((each.attributes[key] for each in chain if key in each.attributes and (each.name == kind or key not in _GEOMETRY)), None)

    stops = _stops(next((each for each in chain if any(child.name == "stop" for child in each.children)), chain[0]), document)
    if not stops:
        return None
    last = (stops[-1].colour, stops[-1].alpha)
    units = IDENTITY
    boxed = value("gradientUnits") != "userSpaceOnUse"
    if boxed:
        left, top, right, bottom = box
        if right <= left or bottom <= top:
            return None
        units = (right - left, 0, 0, bottom - top, left, top)
    read = _Coordinates(value, fraction if boxed else document.share)
    coords = read.line() if kind == "linearGradient" else read.circles()
    if coords is None or len(stops) == 1:
        return last
    placed = product(product(matrix, units), transform(value("gradientTransform") or ""))
    spread = value("spreadMethod") or "pad"
    if spread in ("reflect", "repeat"):
        return _repeated(Gradient(coords, placed, stops), spread == "reflect", matrix, box), 1.0
    return Gradient(coords, placed, stops), 1.0


_GEOMETRY = ("x1", "y1", "x2", "y2", "cx", "cy", "r", "fx", "fy", "fr")


def _chain(id: str, document: Document, element: Element) -> list[Element]:
    """The gradient and those that it takes over from."""
    chain: list[Element] = []
    while len(chain) < DEEPEST:
        found = document.named(id)
        if found is None or found.name not in ("linearGradient", "radialGradient"):
            what = f"a fill that is not in the file (‘#{id[:40]}’)" if found is None else f"a fill of the kind ‘{found.name}’"
            raise refused(document.file, what, PLAIN_COLOURS, element.line)
        if found in chain:
            break
        chain.append(found)
        href = found.attributes.get("href", "")
        if not href:
            return chain
        if not href.startswith("#"):
            raise refused(document.file, "a gradient of another file", PLAIN_COLOURS, found.line)
        id = href[1:]
    raise ValueError("gradients refer to each other in a circle")


class _Coordinates:
    """Reads the geometry of a gradient; ``share`` makes numbers of lengths and percentages."""

    def __init__(self, value: "Value", share: "Share") -> None:
        self._value = value
        self._share = share

    def _read(self, key: str, default: str, axis: str) -> float:
        text = self._value(key)
        return self._share(default if text is None else text, axis)

    def line(self) -> tuple[float, ...] | None:
        """x1, y1, x2, y2; None when they are one point."""
        x1, y1 = self._read("x1", "0%", "x"), self._read("y1", "0%", "y")
        x2, y2 = self._read("x2", "100%", "x"), self._read("y2", "0%", "y")
        return None if (x1, y1) == (x2, y2) else (x1, y1, x2, y2)

    def circles(self) -> tuple[float, ...] | None:
        """The inner and the outer circle; None when the outer is a point."""
        cx, cy, r = self._read("cx", "50%", "x"), self._read("cy", "50%", "y"), self._read("r", "50%", "r")
        if r <= 0:
            return None
        fx = cx if self._value("fx") is None else self._read("fx", "", "x")
        fy = cy if self._value("fy") is None else self._read("fy", "", "y")
        fr = min(max(self._read("fr", "0%", "r"), 0.0), r)
        away = ((fx - cx) ** 2 + (fy - cy) ** 2) ** 0.5
        most = max(0.0, NEAREST_EDGE * r - fr)
        if away > most:
            fx, fy = cx + (fx - cx) * most / away, cy + (fy - cy) * most / away
        return fx, fy, fr, cx, cy, r


class Value(Protocol):
    """An attribute of a gradient by its name."""

    def __call__(self, key: str) -> str | None: ...


class Share(Protocol):
    """A number from a length or a percentage along an axis."""

    def __call__(self, text: str, axis: str) -> float: ...


def _stops(holder: Element, document: Document) -> tuple[Stop, ...]:
    stops: list[Stop] = []
    for child in holder.children:
        if child.name != "stop":
            continue
        said = document.properties(child)
        rgb, alpha = colour(said.get("stop-color", "#000"), said.get("color", "#000"), document.file)
        place = max(part(said.get("offset", "0")), stops[-1].place if stops else 0.0)
        stops.append(Stop(place, Flat(rgb), alpha * part(said.get("stop-opacity", "1"))))
    if len(stops) > 1:
        first, last = stops[0], stops[-1]
        before = [Stop(0.0, first.colour, first.alpha)] if first.place > 0 else []
        after = [Stop(1.0, last.colour, last.alpha)] if last.place < 1 else []
        stops = [*before, *stops, *after]
    return tuple(stops)


def _repeated(gradient: Gradient, reflected: bool, matrix: Matrix, box: Box) -> Gradient:
    """The gradient, so often as the box needs."""
    first, last = _range(gradient, matrix, box)
    first, last = max(first, -MOST_REPEATS), min(last, MOST_REPEATS)
    stops: list[Stop] = []
    for turn in range(first, last):
        mirrored = reflected and turn % 2
        for stop in reversed(gradient.stops) if mirrored else gradient.stops:
            place = 1 - stop.place if mirrored else stop.place
            stops.append(Stop((turn + place - first) / (last - first), stop.colour, stop.alpha))
    half = len(gradient.coords) // 2
    ends = [[a + (b - a) * t for a, b in zip(gradient.coords[:half], gradient.coords[half:])] for t in (first, last)]
    return Gradient((*ends[0], *ends[1]), gradient.matrix, tuple(stops))


def _range(gradient: Gradient, matrix: Matrix, box: Box) -> tuple[int, int]:
    """From which turn to which the box is reached."""
    back = product(inverse(gradient.matrix), matrix)
    points = corners(box, back)
    if len(gradient.coords) == 4:
        x1, y1, x2, y2 = gradient.coords
        dx, dy = x2 - x1, y2 - y1
        turns = [((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy) for x, y in points]
        return int(min(turns) // 1), max(int(-(-max(turns) // 1)), int(min(turns) // 1) + 1)
    fx, fy, _, cx, cy, r = gradient.coords
    slowest = r - ((fx - cx) ** 2 + (fy - cy) ** 2) ** 0.5
    farthest = max(((x - fx) ** 2 + (y - fy) ** 2) ** 0.5 for x, y in points)
    return 0, max(1, int(-(-farthest // max(slowest, r / MOST_REPEATS))))

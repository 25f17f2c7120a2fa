"""SVG to filled paths: a strict, small subset, in which nothing is fetched, run or left out silently."""

from collections.abc import Callable, Mapping
from typing import BinaryIO
from xml.parsers import expat

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.assets.pictures import PictureFault, VectorPath, VectorPicture
from reportbuilder.assets.places import too_large
from reportbuilder.assets.shapes import IDENTITY, Matrix, length, numbers, outline, placed, product, transform

MAX_BYTES = 10_000_000
MAX_ELEMENTS = 200_000
MAX_DEPTH = 200
SVG = "http://www.w3.org/2000/svg"
XINCLUDE = "http://www.w3.org/2001/XInclude"
SHAPES = frozenset(("path", "rect", "circle", "ellipse", "polygon", "polyline", "line"))
UNSEEN = frozenset(
    "title desc metadata defs symbol clipPath mask filter linearGradient radialGradient pattern marker view".split()
)
"""Elements that paint nothing by themselves; what refers to them is refused where it does."""
PLAIN_COLOURS = "fill with plain colours"
FLATTEN = "flatten the artwork, or export it as PNG"
REFUSED = {
    "text": ("text", "convert the text to outlines"),
    "image": ("a picture inside it", "use that picture by itself"),
    "use": ("copies (‘use’)", "expand the copies, or export it as PNG"),
    "style": ("a style sheet", "export it with presentation attributes instead of CSS"),
    "script": ("a script", "remove it"),
    "foreignObject": ("foreign content", "remove it"),
    "animate": ("animation", "remove it"),
    "animateTransform": ("animation", "remove it"),
    "animateMotion": ("animation", "remove it"),
    "set": ("animation", "remove it"),
    "svg": ("a drawing inside the drawing", FLATTEN),
}
OUTLINES = "convert strokes to outlines"
NEUTRAL = {
    "opacity": ("1", "transparency", FLATTEN),
    "fill-opacity": ("1", "transparency", FLATTEN),
    "clip-path": ("none", "a clipping path", FLATTEN),
    "mask": ("none", "a mask", FLATTEN),
    "filter": ("none", "a filter", FLATTEN),
    "mix-blend-mode": ("normal", "a blend mode", FLATTEN),
    "marker": ("none", "arrowheads (markers)", OUTLINES),
    "marker-start": ("none", "arrowheads (markers)", OUTLINES),
    "marker-mid": ("none", "arrowheads (markers)", OUTLINES),
    "marker-end": ("none", "arrowheads (markers)", OUTLINES),
    "vector-effect": ("none", "a vector effect", OUTLINES),
    "transform-origin": ("0 0", "a transform origin", FLATTEN),
}
"""Properties that must have this value, or be absent: what they would do and what to do instead."""
PLAIN_LINE = ("none", "butt")


class _State(Struct, frozen=True):
    """What an element hands down to its children."""

    matrix: Matrix = IDENTITY
    fill: tuple[int, int, int] | None = (0, 0, 0)
    even_odd: bool = False
    stroke: tuple[int, int, int] | None = None
    stroke_width: float = 1.0
    line: tuple[str, str] = PLAIN_LINE  # dashes and ends


def svg_size(stream: BinaryIO, file: str) -> tuple[float, float]:
    """Width and height of an SVG in its own units, from its outermost element.

    Raises `PictureFault`: ``svg-broken``, ``svg-size``, ``svg-feature`` (a DOCTYPE), ``picture-too-large``.
    """
    sizes: list[tuple[float, float]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if not sizes:
            sizes.append(_frame(attributes, file)[2:])

    parser = _parser(file, start)
    for _ in range(MAX_BYTES // 65536):
        data = stream.read(65536)
        _feed(parser, data, not data, file)
        if sizes:
            return sizes[0]
        if not data:
            break
    raise PictureFault("svg-broken", f"the picture ‘{file}’ has no drawing in it", "export it again")


def read_svg(data: bytes, file: str) -> VectorPicture:
    """All shapes of an SVG as filled paths.

    Raises `PictureFault`: ``svg-broken``, ``svg-size``, ``svg-feature`` naming what is not in the subset, ``picture-too-large``.
    """
    if len(data) > MAX_BYTES:
        raise too_large(f"the picture ‘{file}’ is larger than {MAX_BYTES // 1_000_000} MB, the limit for SVG", FLATTEN)
    drawing = _Drawing(file)
    parser = _parser(file, drawing.start)
    parser.EndElementHandler = drawing.end
    _feed(parser, data, True, file)
    return VectorPicture(drawing.width, drawing.height, tuple(drawing.paths))


def _parser(file: str, start: Callable[[str, dict[str, str]], None]) -> expat.XMLParserType:
    def doctype(*_: object) -> None:
        raise _refused(file, "a DOCTYPE or entities", "delete the DOCTYPE from the file, or export it as ‘SVG 1.1 plain’")

    def instruction(target: str, _: str) -> None:
        raise _refused(file, f"a processing instruction (‘{target}’)", "remove it")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = doctype
    parser.ProcessingInstructionHandler = instruction
    parser.StartElementHandler = start
    return parser


def _feed(parser: expat.XMLParserType, data: bytes, last: bool, file: str) -> None:
    try:
        parser.Parse(data, last)
    except expat.ExpatError as error:
        what = expat.ErrorString(error.code)
        raise PictureFault("svg-broken", f"the picture ‘{file}’ is not well-formed on line {error.lineno}: {what}", "export it again") from None


def _refused(file: str, what: str, hint: str) -> PictureFault:
    return PictureFault("svg-feature", f"the picture ‘{file}’ uses {what}, which is not drawn", hint)


def _frame(attributes: Mapping[str, str], file: str) -> tuple[float, float, float, float]:
    """Left, top, width and height of the drawing in its own units."""
    try:
        if "viewBox" in attributes:
            left, top, width, height = numbers(attributes["viewBox"])
        else:
            left, top, width, height = 0.0, 0.0, length(attributes["width"]), length(attributes["height"])
    except (ValueError, KeyError):
        hint = "export it with a viewBox, or with width and height"
        raise PictureFault("svg-size", f"the picture ‘{file}’ does not say how large it is", hint) from None
    if not (0 < width <= 1e6 and 0 < height <= 1e6 and 0.001 <= width / height <= 1000):
        raise PictureFault("svg-size", f"the picture ‘{file}’ says it is {width:g} × {height:g} units", "export it with a sensible viewBox")
    return left, top, width, height


class _Drawing:
    """Collects the paths of one drawing while the parser goes through it."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.width = self.height = 0.0
        self.paths: list[VectorPath] = []
        self.states: list[_State] = []
        self.unseen = 0
        self.depth = 0
        self.elements = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        space, _, local = name.rpartition(" ")
        self.depth += 1
        self.elements += 1
        if self.depth > MAX_DEPTH or self.elements > MAX_ELEMENTS:
            raise too_large(f"the picture ‘{self.file}’ has more than {MAX_ELEMENTS} elements or {MAX_DEPTH} levels", FLATTEN)
        self._refuse(space, local, attributes)
        if self.unseen or space not in ("", SVG) or local in UNSEEN:
            self.unseen += 1
        elif self.depth == 1:
            left, top, self.width, self.height = _frame(attributes, self.file)
            self._enter(replace(_State(), matrix=(1, 0, 0, 1, -left, -top)), attributes)
        elif local == "g" or local in SHAPES:
            self._enter(self.states[-1], attributes)
            if local in SHAPES and not self.unseen:
                self._paint(local, attributes)
        else:
            raise _refused(self.file, f"the element ‘{local}’", FLATTEN)

    def end(self, _name: str) -> None:
        """An element ends."""
        self.depth -= 1
        if self.unseen:
            self.unseen -= 1
        else:
            self.states.pop()

    def _refuse(self, space: str, local: str, attributes: Mapping[str, str]) -> None:
        """What must not be anywhere, seen or unseen."""
        if self.depth == 1:
            if local != "svg":
                raise PictureFault("svg-broken", f"the picture ‘{self.file}’ is no SVG: it begins with ‘{local}’", "export it again")
        elif space in ("", SVG) and local in REFUSED and (not self.unseen or local in ("style", "script", "foreignObject")):
            raise _refused(self.file, *REFUSED[local])
        elif space == XINCLUDE:
            raise _refused(self.file, "an inclusion of another file", "put the content in")
        handler = next((key for key in attributes if key.startswith("on")), "")
        if handler:
            raise _refused(self.file, f"a script (‘{handler}’)", "remove it")

    def _enter(self, parent: _State, attributes: Mapping[str, str]) -> None:
        if not attributes:
            self.states.append(parent)
            return
        properties = _properties(attributes)
        if properties.get("display") == "none" or properties.get("visibility") in ("hidden", "collapse"):
            self.unseen += 1
            return
        for key, (allowed, what, hint) in NEUTRAL.items():
            if key in properties and _plain(properties[key]) != allowed:
                raise _refused(self.file, what, hint)
        try:
            self.states.append(
                _State(
                    product(parent.matrix, transform(properties.get("transform", ""))),
                    self._colour(properties["fill"], parent.fill) if "fill" in properties else parent.fill,
                    properties["fill-rule"] == "evenodd" if "fill-rule" in properties else parent.even_odd,
                    self._colour(properties["stroke"], parent.stroke) if "stroke" in properties else parent.stroke,
                    length(properties["stroke-width"]) if "stroke-width" in properties else parent.stroke_width,
                    (properties.get("stroke-dasharray", parent.line[0]), properties.get("stroke-linecap", parent.line[1])),
                )
            )
        except ValueError as error:
            raise PictureFault("svg-broken", f"in the picture ‘{self.file}’ {error}", "export it again") from None

    def _colour(self, text: str, inherited: tuple[int, int, int] | None) -> tuple[int, int, int] | None:
        from PIL import ImageColor

        if text in ("none", "transparent"):
            return None
        if text == "inherit":
            return inherited
        if text.startswith("url("):
            raise _refused(self.file, "a gradient or pattern", PLAIN_COLOURS)
        try:
            red, green, blue, *alpha = ImageColor.getrgb(text)
            bytes((red, green, blue))  # the library lets numbers above 255 pass
        except ValueError:
            raise _refused(self.file, f"the colour ‘{text[:40]}’", PLAIN_COLOURS) from None
        if alpha and alpha[0] != 255:
            raise _refused(self.file, "transparency", PLAIN_COLOURS)
        return (red, green, blue)

    def _paint(self, local: str, attributes: Mapping[str, str]) -> None:
        state = self.states[-1]
        colour = state.stroke if local == "line" else state.fill
        if state.stroke is not None and state.stroke_width > 0 and (local != "line" or state.line != PLAIN_LINE):
            raise _refused(self.file, "strokes", OUTLINES)
        try:
            ops = placed(outline(local, attributes, state.stroke_width), state.matrix)
        except ValueError as error:
            raise PictureFault("svg-broken", f"in the picture ‘{self.file}’ {error}", "export it again") from None
        if colour is not None and ops:
            self.paths.append(VectorPath(ops, colour, state.even_odd and local != "line"))


def _properties(attributes: Mapping[str, str]) -> dict[str, str]:
    """Presentation attributes, and over them the declarations of ``style``."""
    declarations = (part.partition(":") for part in attributes.get("style", "").split(";"))
    styled = {key.strip(): value.replace("!important", "").strip() for key, _, value in declarations if value}
    return {**{key: value.strip() for key, value in attributes.items()}, **styled}


def _plain(value: str) -> str:
    """A number in its shortest form (1 for 1.000 and 100%); other values as they are."""
    try:
        return f"{float(value[:-1]) / 100 if value.endswith('%') else float(value):g}"
    except ValueError:
        return value

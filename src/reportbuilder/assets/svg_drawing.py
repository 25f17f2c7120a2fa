"""Goes through the elements of an SVG and gives the items that they paint."""

from collections.abc import Mapping
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.assets.artwork import Blend, Clip, Item, VectorGroup, VectorImage, path_code
from reportbuilder.assets.places import too_large
from reportbuilder.assets.shapes import IDENTITY, Box, Matrix, around, corners, length, numbers, outline, part, placed, product, rectangle, transform
from reportbuilder.assets.svg_elements import FLATTEN, MAX_ELEMENTS, Element, broken, refused
from reportbuilder.assets.svg_style import INHERITED, Styles
from reportbuilder.assets.svg_shape import SHAPES, shape

MOST_USES = 10_000
DEEPEST = 64
"""Copies of copies."""
UNSEEN = frozenset(
    "title desc metadata defs symbol clipPath mask filter linearGradient radialGradient pattern marker view style solidColor hatch mesh script".split()
)
"""Elements that paint nothing where they stand."""
OUTLINES = "convert the text to outlines"
REFUSED = {
    "text": ("text", OUTLINES),
    "flowRoot": ("text", OUTLINES),
    "foreignObject": ("foreign content", "remove it"),
}
NEUTRAL = {
    "filter": ("none", "a filter", FLATTEN),
    "vector-effect": ("none", "a vector effect", "convert strokes to outlines"),
    "transform-origin": ("0 0", "a transform origin", FLATTEN),
}
"""Properties that must have this value, or be absent: what they would do and what to do instead."""
BLENDS: dict[str, Blend] = {"".join(("-" + c.lower() if c.isupper() else c for c in name)).lstrip("-"): name for name in get_args(Blend)}
ALIGN = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}


class State(Struct, frozen=True):
    """What an element hands down: the transform to the coordinates of the picture, its properties, and the size of the view."""

    matrix: Matrix
    said: Mapping[str, str]
    view: tuple[float, float]


class Drawn(Struct, frozen=True):
    """Items, and the box around their shapes in the coordinates of the picture; None if there is none."""

    items: tuple[Item, ...] = ()
    box: Box | None = None


class Drawing:
    """One drawing. ``file`` is its name for messages."""

    def __init__(self, root: Element, file: str) -> None:
        self.file = file
        self._root = root
        self._styles = Styles(root, file)
        self._ids: dict[str, Element] = {}
        for element in root.all():
            if "id" in element.attributes:
                self._ids.setdefault(element.attributes["id"], element)
        self._uses = self._drawn = 0
        self._stack: list[Element] = []
        self._view = (0.0, 0.0)

    def items(self, view: tuple[float, float]) -> tuple[Item, ...]:
        """All that is painted, for a view of that size in units of the drawing. Raises `PictureFault` as `vector.read_svg` does."""
        root = self._root
        said = self.properties(root)
        state = State(IDENTITY, {key: value for key, value in said.items() if key in INHERITED}, view)
        self._view = view
        return self._grouped(root, said, state, self._children(root, state)).items

    # ------------------------------------------------------------ what paints ask (svg_paint.Document)

    def named(self, id: str) -> Element | None:
        """The element of that id."""
        return self._ids.get(id)

    def properties(self, element: Element) -> Mapping[str, str]:
        """All that is said of an element itself."""
        return self._styles.of(element)

    def share(self, text: str, axis: str) -> float:
        """A length in user units; per cent are of the view."""
        text = text.strip()
        if not text.endswith("%"):
            return length(text)
        width, height = self._view
        whole = width if axis == "x" else height if axis == "y" else ((width * width + height * height) / 2) ** 0.5
        return float(text[:-1]) / 100 * whole

    # ------------------------------------------------------------ elements

    def count(self) -> None:
        """One more element is drawn. Raises `PictureFault` ``picture-too-large`` when they are too many with all copies."""
        self._drawn += 1
        if self._drawn > MAX_ELEMENTS:
            raise too_large(f"the picture ‘{self.file}’ has more than {MAX_ELEMENTS} elements with its copies", FLATTEN)

    def inside(self, element: Element, state: State) -> tuple[Item, ...]:
        """What the children of a mask paint; they inherit from it alone."""
        said = {key: value for key, value in self.properties(element).items() if key in INHERITED}
        return self._children(element, replace(state, said=said)).items

    def _children(self, element: Element, state: State) -> Drawn:
        found = [self.element(child, state) for child in element.children]
        return together(found)

    def element(self, element: Element, parent: State) -> Drawn:
        """What one element paints."""
        name = element.name
        if name in UNSEEN:
            return Drawn()
        self.count()
        said = self.properties(element)
        if said.get("display") == "none":
            return Drawn()
        if name in REFUSED:
            raise refused(self.file, *REFUSED[name], element.line)
        self._require_neutral(said, element)
        try:
            return self._of_kind(element, said, self._entered(parent, said))
        except ValueError as error:
            raise broken(self.file, error, element.line) from None

    def _entered(self, parent: State, said: Mapping[str, str]) -> State:
        matrix = product(parent.matrix, transform(said["transform"])) if said.get("transform", "none") != "none" else parent.matrix
        own = {key: value for key, value in said.items() if key in INHERITED and value != "inherit"}
        return State(matrix, {**parent.said, **own} if own else parent.said, parent.view)

    def _of_kind(self, element: Element, said: Mapping[str, str], state: State) -> Drawn:
        name = element.name
        if name in SHAPES:
            return self._shape(element, said, state)
        match name:
            case "g" | "a":
                return self._grouped(element, said, state, self._children(element, state))
            case "switch":
                return self._grouped(element, said, state, self._switch(element, state))
            case "use":
                return self._grouped(element, said, state, self._use(element, state))
            case "svg":
                return self._grouped(element, said, state, self._viewport(element, state, element.attributes))
            case "image":
                return self._grouped(element, said, state, self._image(element, state))
        raise refused(self.file, f"the element ‘{name}’", FLATTEN, element.line)

    def _shape(self, element: Element, said: Mapping[str, str], state: State) -> Drawn:
        """A shape; its opacity is that of its fill if it has nothing else."""
        if state.said.get("visibility") in ("hidden", "collapse"):
            return Drawn()
        found, box = shape(element, state.said, state.matrix, self)
        marks = self._marks(element, state)
        drawn = together([Drawn(found, box), marks])
        opacity = part(said.get("opacity", "1"))
        if opacity < 1 and len(found) == 1 and not marks.items and (found[0].fill is None) != (found[0].stroke is None):
            path = found[0]
            stroke = path.stroke and replace(path.stroke, alpha=path.stroke.alpha * opacity)
            drawn = Drawn((replace(path, alpha=path.alpha * opacity, stroke=stroke),), box)
            said = {key: value for key, value in said.items() if key != "opacity"}
        return self._grouped(element, said, state, drawn)

    def _marks(self, element: Element, state: State) -> Drawn:
        """The arrowheads of a line."""
        from reportbuilder.assets.svg_markers import placed_markers

        if not any(key.startswith("marker") for key in state.said):
            return Drawn()
        width = self.share(state.said.get("stroke-width", "1"), "r")
        found = []
        for marker, matrix in placed_markers(element, state.said, outline(element.name, element.attributes, self.share), width, self):
            if marker not in self._stack and self.properties(marker).get("display") != "none":
                self._stack.append(marker)
                found.append(self._mark(marker, product(state.matrix, matrix)))
                self._stack.pop()
        return together(found)

    def _mark(self, marker: Element, matrix: Matrix) -> Drawn:
        from reportbuilder.assets.svg_markers import framed

        self.count()
        width, height = (self.share(marker.attributes.get(key, "3"), axis) for key, axis in (("markerWidth", "x"), ("markerHeight", "y")))
        if width <= 0 or height <= 0:
            return Drawn()
        fit, view = fitted(marker.attributes, width, height)
        frame = framed(marker, matrix, fit, self)
        before, self._view = self._view, view
        said = self.properties(marker)
        drawn = self._children(marker, State(product(frame, fit), {key: value for key, value in said.items() if key in INHERITED}, view))
        self._view = before
        if not drawn.items or said.get("overflow") in ("visible", "auto"):
            return drawn
        return Drawn((VectorGroup(drawn.items, (Clip(path_code(placed(rectangle(0, 0, width, height), frame))),)),), drawn.box)

    def _switch(self, element: Element, state: State) -> Drawn:
        """The first child that asks for nothing (SVG 2, 5.8): what Illustrator puts before it is for itself."""
        for child in element.children:
            asks = child.attributes.keys() & {"requiredExtensions", "requiredFeatures", "systemLanguage"}
            if not asks and child.name != "foreignObject":
                return self.element(child, state)
        return Drawn()

    def _use(self, element: Element, state: State) -> Drawn:
        href = element.attributes.get("href", "")
        target = self.named(href[1:]) if href.startswith("#") else None
        if target is None:
            what = f"a copy of what is not in the file (‘{href[:40]}’)"
            raise refused(self.file, what, "put the copied parts into the file", element.line)
        self._uses += 1
        if self._uses > MOST_USES:
            raise too_large(f"the picture ‘{self.file}’ has more than {MOST_USES} copies", FLATTEN)
        if target in self._stack or len(self._stack) >= DEEPEST:
            raise ValueError("copies (‘use’) contain themselves")
        x, y = self.share(element.attributes.get("x", "0"), "x"), self.share(element.attributes.get("y", "0"), "y")
        moved = replace(state, matrix=product(state.matrix, (1, 0, 0, 1, x, y)))
        self._stack.append(target)
        try:
            if target.name not in ("symbol", "svg"):
                return self.element(target, moved)
            sizes = {key: value for key, value in element.attributes.items() if key in ("width", "height")}
            said = self.properties(target)
            inside = self._viewport(target, self._entered(moved, said), {**target.attributes, **sizes})
            return self._grouped(target, said, moved, inside)
        finally:
            self._stack.pop()

    def _viewport(self, element: Element, state: State, attributes: Mapping[str, str]) -> Drawn:
        """The children of an ``svg`` or ``symbol`` in a view of their own (SVG 2, 8.6)."""
        symbol = element.name == "symbol"
        x, y = (0.0, 0.0) if symbol else (self.share(attributes.get("x", "0"), "x"), self.share(attributes.get("y", "0"), "y"))
        width, height = self.share(attributes.get("width", "100%"), "x"), self.share(attributes.get("height", "100%"), "y")
        if width <= 0 or height <= 0:
            return Drawn()
        outer = product(state.matrix, (1, 0, 0, 1, x, y))
        fit, view = fitted(attributes, width, height)
        before, self._view = self._view, view
        drawn = self._children(element, State(product(outer, fit), state.said, view))
        self._view = before
        if not drawn.items or attributes.get("overflow") == "visible":
            return drawn
        frame = Clip(path_code(placed(rectangle(0, 0, width, height), outer)))
        return Drawn((VectorGroup(drawn.items, (frame,)),), drawn.box)

    def _image(self, element: Element, state: State) -> Drawn:
        from reportbuilder.assets.svg_image import contained

        if state.said.get("visibility") in ("hidden", "collapse"):
            return Drawn()
        values = element.attributes
        x, y = self.share(values.get("x", "0"), "x"), self.share(values.get("y", "0"), "y")
        image, size = contained(element, self.file)
        width, height = (self._side(values.get(key), axis, own) for key, axis, own in (("width", "x", size[0]), ("height", "y", size[1])))
        if width <= 0 or height <= 0:
            return Drawn()
        outer = product(state.matrix, (1, 0, 0, 1, x, y))
        fit, _ = fitted({**values, "viewBox": f"0 0 {size[0]} {size[1]}"}, width, height)
        shown: Item = VectorImage(image, product(product(outer, fit), (size[0], 0, 0, size[1], 0, 0)))
        if "slice" in values.get("preserveAspectRatio", ""):
            shown = VectorGroup((shown,), (Clip(path_code(placed(rectangle(0, 0, width, height), outer))),))
        return Drawn((shown,), around(corners((0, 0, width, height), outer)))

    def _side(self, text: str | None, axis: str, own: float) -> float:
        return own if text in (None, "auto") else self.share(text, axis)

    # ------------------------------------------------------------ groups

    def _grouped(self, element: Element, said: Mapping[str, str], state: State, drawn: Drawn) -> Drawn:
        """What is painted, clipped and laid on as the element says of all of it."""
        from reportbuilder.assets.svg_masks import clipping, masking

        opacity = part(said.get("opacity", "1"))
        blend = self._blend(said, element)
        isolated = said.get("isolation") == "isolate"
        clip, mask = said.get("clip-path", "none"), said.get("mask", "none")
        if not drawn.items or opacity == 0:
            return Drawn((), drawn.box)
        items = drawn.items
        if clip != "none":
            items = clipping(clip, items, drawn.box, state, element, self)
        if mask != "none":
            items = masking(mask, items, drawn.box, state, element, self)
        if items and (opacity < 1 or blend != "Normal" or isolated):
            items = (VectorGroup(items, (), opacity, blend, None, isolated),)
        return Drawn(items, drawn.box)

    def _blend(self, said: Mapping[str, str], element: Element) -> Blend:
        name = said.get("mix-blend-mode", "normal")
        if name not in BLENDS:
            raise refused(self.file, f"the blend mode ‘{name[:40]}’", FLATTEN, element.line)
        return BLENDS[name]

    def _require_neutral(self, said: Mapping[str, str], element: Element) -> None:
        for key, (allowed, what, hint) in NEUTRAL.items():
            if key in said and said[key] not in (allowed, ""):
                raise refused(self.file, what, hint, element.line)


def together(found: list[Drawn]) -> Drawn:
    """Several in one."""
    boxes = [point for drawn in found if drawn.box for point in (drawn.box[:2], drawn.box[2:])]
    return Drawn(tuple(item for drawn in found for item in drawn.items), around(boxes) if boxes else None)


def fitted(attributes: Mapping[str, str], width: float, height: float) -> tuple[Matrix, tuple[float, float]]:
    """How a view comes into a frame of that size (SVG 2, 8.2), and the size of the view. Raises ValueError."""
    if "viewBox" not in attributes:
        return IDENTITY, (width, height)
    left, top, across, down = numbers(attributes["viewBox"])
    if across <= 0 or down <= 0:
        raise ValueError("a view has no size")
    sx, sy = width / across, height / down
    align, _, how = (attributes.get("preserveAspectRatio") or "xMidYMid").strip().partition(" ")
    if align == "none":
        return (sx, 0, 0, sy, -left * sx, -top * sy), (across, down)
    scale = max(sx, sy) if how.strip() == "slice" else min(sx, sy)
    if len(align) != 8 or align[1:4] not in ALIGN or align[5:] not in ALIGN:
        raise ValueError(f"‘{align[:40]}’ is no alignment")
    x, y = ALIGN[align[1:4]] * (width - across * scale), ALIGN[align[5:]] * (height - down * scale)
    return (scale, 0, 0, scale, x - left * scale, y - top * scale), (across, down)

"""What lets only a part of an element be seen: clipping paths and masks (CSS Masking 1)."""

from msgspec.structs import replace

from reportbuilder.assets.artwork import Clip, Flat, Item, VectorGroup, VectorPath, path_code
from reportbuilder.assets.shapes import Box, Matrix, around, bounds, corners, inverse, outline, placed, product, rectangle, transform
from reportbuilder.assets.svg_drawing import Drawing, State
from reportbuilder.assets.svg_elements import FLATTEN, Element, refused
from reportbuilder.assets.svg_paint import REFERENCE
from reportbuilder.assets.svg_shape import SHAPES

WHITE = Flat((255, 255, 255))
DEEPEST = 16
"""Clipping paths that are clipped, and masks that are masked."""


def clipping(said: str, items: tuple[Item, ...], box: Box | None, state: State, element: Element, drawing: Drawing, depth: int = 0) -> tuple[Item, ...]:
    """The items, of which only what lies within the clipping path is seen."""
    holder = _referred(said, "clipPath", "a clipping path", element, drawing)
    if depth > DEEPEST:
        raise ValueError("clipping paths contain themselves")
    own = drawing.properties(holder)
    matrix = product(_units(holder, "clipPathUnits", box, state), transform(own.get("transform", "")))
    found = [clip for child in holder.children for clip in _outlines(child, matrix, own.get("clip-rule", ""), drawing)]
    if not found:
        return ()
    if len(found) == 1 or _are_apart(found):
        joined = Clip("\n".join(path_code(ops) for ops, _ in found), found[0][1])
        result: tuple[Item, ...] = (VectorGroup(items, (joined,)),)
    else:
        shown = tuple(VectorPath(path_code(ops), WHITE, even_odd) for ops, even_odd in found)
        result = (VectorGroup(items, mask=shown),)
    if own.get("clip-path", "none") != "none":
        return clipping(own["clip-path"], result, box, state, holder, drawing, depth + 1)
    return result


def masking(said: str, items: tuple[Item, ...], box: Box | None, state: State, element: Element, drawing: Drawing) -> tuple[Item, ...]:
    """The items, each part of them as visible as the mask is light there."""
    holder = _referred(said, "mask", "a mask", element, drawing)
    own = drawing.properties(holder)
    if own.get("mask-type") == "alpha" or own.get("mask", "none") != "none":
        raise refused(drawing.file, "a mask by opacity, or one that is masked", FLATTEN, holder.line)
    frame = _units(holder, "maskUnits", box, state, "objectBoundingBox")
    matrix = _units(holder, "maskContentUnits", box, state)
    sides = [_side(holder, key, default, drawing) for key, default in (("x", "-10%"), ("y", "-10%"), ("width", "120%"), ("height", "120%"))]
    drawn = drawing.inside(holder, replace(state, matrix=matrix))
    region = Clip(path_code(placed(rectangle(*sides), frame)))
    return (VectorGroup(items, (region,), mask=drawn),) if drawn else ()


def _side(holder: Element, key: str, default: str, drawing: Drawing) -> float:
    text = holder.attributes.get(key, default)
    if holder.attributes.get("maskUnits") == "userSpaceOnUse":
        return drawing.share(text, "x" if key in ("x", "width") else "y")
    return float(text.strip()[:-1]) / 100 if text.strip().endswith("%") else float(text)


def _referred(said: str, kind: str, what: str, element: Element, drawing: Drawing) -> Element:
    reference = REFERENCE.fullmatch(said)
    found = drawing.named(reference[1]) if reference else None
    if found is None or found.name != kind:
        raise refused(drawing.file, f"{what} that is not in the file (‘{said[:40]}’)", FLATTEN, element.line)
    return found


def _units(holder: Element, key: str, box: Box | None, state: State, default: str = "userSpaceOnUse") -> Matrix:
    """What takes the coordinates of a clipping path or mask to those of the picture."""
    if holder.attributes.get(key, default) == "userSpaceOnUse":
        return state.matrix
    if box is None:
        return (0, 0, 0, 0, 0, 0)
    left, top, right, bottom = around(corners(box, inverse(state.matrix)))
    return product(state.matrix, (right - left, 0, 0, bottom - top, left, top))


def _outlines(child: Element, matrix: Matrix, rule: str, drawing: Drawing, depth: int = 0) -> list[tuple[tuple[tuple, ...], bool]]:
    """The shapes of a clipping path, each with whether its rule is even-odd; ``rule`` is what it inherits."""
    drawing.count()
    said = drawing.properties(child)
    if said.get("display") == "none" or child.name in ("title", "desc", "metadata"):
        return []
    if said.get("clip-path", "none") != "none":
        raise refused(drawing.file, "a clipping path whose parts are clipped", FLATTEN, child.line)
    inner = product(matrix, transform(said.get("transform", "")))
    if child.name == "use" and depth < DEEPEST:
        target = drawing.named(child.attributes.get("href", "")[1:])
        moved = product(inner, (1, 0, 0, 1, drawing.share(said.get("x", "0"), "x"), drawing.share(said.get("y", "0"), "y")))
        return _outlines(target, moved, said.get("clip-rule", rule), drawing, depth + 1) if target else []
    if child.name not in SHAPES:
        raise refused(drawing.file, f"a clipping path with ‘{child.name}’ in it", FLATTEN, child.line)
    ops = placed(outline(child.name, child.attributes, drawing.share), inner)
    return [(ops, said.get("clip-rule", rule) == "evenodd")] if ops else []


def _are_apart(found: list[tuple[tuple[tuple, ...], bool]]) -> bool:
    """Whether no two shapes may touch, so that together they are one path."""
    if len(found) > 200 or len({even_odd for _, even_odd in found}) > 1:
        return False
    boxes = [box for ops, _ in found if (box := bounds(list(ops)))]
    return not any(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for i, a in enumerate(boxes) for b in boxes[:i])

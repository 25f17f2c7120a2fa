"""SVG to a vector picture: strictly, so that nothing is fetched, run or left out silently."""

from collections.abc import Mapping
from typing import BinaryIO

from reportbuilder.assets.artwork import VectorPicture
from reportbuilder.assets.pictures import PictureFault
from reportbuilder.assets.shapes import length, numbers
from reportbuilder.assets.svg_elements import broken, outermost, parse


def svg_size(stream: BinaryIO, file: str) -> tuple[float, float]:
    """Width and height of an SVG in its own units, from its outermost element.

    Raises `PictureFault`: ``svg-broken``, ``svg-size``, ``svg-feature`` (a DOCTYPE), ``picture-too-large``.
    """
    return _frame(outermost(stream, file), file)[2:]


def read_svg(data: bytes, file: str) -> VectorPicture:
    """All that an SVG paints.

    Raises `PictureFault`: ``svg-broken``, ``svg-size``, ``svg-feature`` naming what is not drawn and where, ``picture-too-large``, and for a picture
    inside it what `decode.decode` raises.
    """
    from reportbuilder.assets.svg_drawing import Drawing

    root = parse(data, file)
    left, top, width, height = _frame(root.attributes, file)
    try:
        items = Drawing(root, file).items((width, height))
    except ValueError as error:
        raise broken(file, error) from None
    except RecursionError:
        raise broken(file, "elements refer to each other too deeply") from None
    return VectorPicture(width, height, items, left, top)


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

"""Vector pictures as SVG: made anew from what was understood, so that nothing of a foreign file comes along."""

from base64 import b64encode
from typing import assert_never

from reportbuilder.assets.artwork import Flat, Gradient, Item, Paint, Stroke, VectorGroup, VectorImage, VectorPath, VectorPicture
from reportbuilder.assets.decimals import decimal
from reportbuilder.assets.encode import png
from reportbuilder.assets.samples import Encoded
from reportbuilder.assets.shapes import IDENTITY, Matrix

NAMESPACE = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
LETTERS = {"m": "M", "l": "L", "c": "C", "h": "Z"}
CAPS = ("butt", "round", "square")
JOINS = ("miter", "round", "bevel")


def svg(picture: VectorPicture) -> bytes:
    """The file; it shows what lies within the picture's frame."""
    width, height = decimal(picture.width), decimal(picture.height)
    size = f'width="{width}" height="{height}" viewBox="{decimal(picture.left)} {decimal(picture.top)} {width} {height}"'
    writer = _Writer()
    body = writer.items(picture.items)
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{writer.definitions()}{body}</svg>'.encode()


class _Writer:
    """Writes items; what they refer to gets an id and stands before them."""

    def __init__(self) -> None:
        self._named: dict[str, str] = {}

    def definitions(self) -> str:
        """What items refer to."""
        return f"<defs>{''.join(text.replace('@', id, 1) for text, id in self._named.items())}</defs>" if self._named else ""

    def _id(self, text: str) -> str:
        """The id of a definition, in which ``@`` stands for it; the same for the same text."""
        return self._named.setdefault(text, f"d{len(self._named) + 1}")

    def items(self, items: tuple[Item, ...]) -> str:
        """Elements one after another."""
        return "".join(map(self._item, items))

    def _item(self, item: Item) -> str:
        match item:
            case VectorPath():
                return self._path(item)
            case VectorImage():
                return self._image(item)
            case VectorGroup():
                return self._group(item)
            case _:
                assert_never(item)

    def _path(self, path: VectorPath) -> str:
        fill = self._paint("fill", path.fill, path.alpha)
        rule = ' fill-rule="evenodd"' if path.even_odd else ""
        stroke = self._stroke(path.stroke) if path.stroke else ""
        return f'<path{fill}{rule}{stroke}{_transform("transform", path.matrix)} d="{_steps(path.code)}"/>'

    def _paint(self, key: str, paint: Paint | None, alpha: float) -> str:
        if paint is None:
            return f' {key}="none"'
        value = _hex(paint) if isinstance(paint, Flat) else f"url(#{self._gradient(paint)})"
        return f' {key}="{value}"' + (f' {key}-opacity="{decimal(alpha)}"' if alpha < 1 else "")

    def _gradient(self, gradient: Gradient) -> str:
        axes = ("x1", "y1", "x2", "y2") if len(gradient.coords) == 4 else ("fx", "fy", "fr", "cx", "cy", "r")
        kind = "linearGradient" if len(gradient.coords) == 4 else "radialGradient"
        places = "".join(f' {axis}="{decimal(value, 6)}"' for axis, value in zip(axes, gradient.coords))
        stops = "".join(
            f'<stop offset="{decimal(stop.place, 6)}" stop-color="{_hex(stop.colour)}"' + (f' stop-opacity="{decimal(stop.alpha)}"/>' if stop.alpha < 1 else "/>")
            for stop in gradient.stops
            if stop.chosen
        )
        return self._id(f'<{kind} id="@" gradientUnits="userSpaceOnUse"{places}{_transform("gradientTransform", gradient.matrix)}>{stops}</{kind}>')

    def _stroke(self, stroke: Stroke) -> str:
        said = [self._paint("stroke", stroke.paint, stroke.alpha), f' stroke-width="{decimal(stroke.width)}"']
        said += [f' stroke-linecap="{CAPS[stroke.cap]}"'] if stroke.cap else []
        said += [f' stroke-linejoin="{JOINS[stroke.join]}"'] if stroke.join else []
        said += [f' stroke-miterlimit="{decimal(stroke.miter)}"'] if stroke.miter != 4 else []
        said += [f' stroke-dasharray="{" ".join(map(decimal, stroke.dashes))}" stroke-dashoffset="{decimal(stroke.phase)}"'] if stroke.dashes else []
        return "".join(said)

    def _image(self, image: VectorImage) -> str:
        assert image.samples is not None
        shown = f'<image width="1" height="1" preserveAspectRatio="none"{_transform("transform", image.matrix)} href="{_address(image.samples.web)}"/>'
        if image.samples.alpha is None:
            return shown
        alpha = f'<image width="1" height="1" preserveAspectRatio="none"{_transform("transform", image.matrix)} href="{_address(image.samples.alpha)}"/>'
        return f'<g mask="url(#{self._mask(alpha)})">{shown}</g>'

    def _mask(self, inside: str) -> str:
        return self._id(f'<mask id="@" maskUnits="userSpaceOnUse" x="-1e6" y="-1e6" width="2e6" height="2e6">{inside}</mask>')

    def _group(self, group: VectorGroup) -> str:
        said = f' opacity="{decimal(group.alpha)}"' if group.alpha < 1 else ""
        said += f' mask="url(#{self._mask(self.items(group.mask))})"' if group.mask is not None else ""
        blend = "".join("-" + c.lower() if c.isupper() else c for c in group.blend).lstrip("-")
        styles = [f"mix-blend-mode:{blend}"] if blend != "normal" else []
        styles += ["isolation:isolate"] if group.isolated else []
        said += f' style="{";".join(styles)}"' if styles else ""
        whole = f"<g{said}>{self.items(group.items)}</g>"
        for clip in group.clips:
            rule = ' clip-rule="evenodd"' if clip.even_odd else ""
            path = self._id(f'<clipPath id="@"><path{rule} d="{_steps(clip.code)}"/></clipPath>')
            whole = f'<g clip-path="url(#{path})">{whole}</g>'
        return whole


def _steps(code: str) -> str:
    return "".join(LETTERS[line[-1]] + line[:-2] for line in code.split("\n") if line)


def _hex(colour: Flat) -> str:
    return "#%02x%02x%02x" % colour.rgb


def _transform(key: str, matrix: Matrix) -> str:
    return "" if matrix == IDENTITY else f' {key}="matrix({" ".join(decimal(value, 6) for value in matrix)})"'


def _address(samples: Encoded) -> str:
    """The picture itself, as an address."""
    whole = png(samples) if samples.filter == "flate" else samples
    return f"data:image/{'png' if whole.filter == 'png' else 'jpeg'};base64,{b64encode(whole.data).decode('ascii')}"


def shown_as(raster: str, vector: str) -> str:
    """The blip of a picture by the relations to its raster, for programs that know no SVG, and to its SVG."""
    extension = f'<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip xmlns:asvg="{NAMESPACE}" r:embed="{vector}"/></a:ext>'
    return f'<a:blip r:embed="{raster}"><a:extLst>{extension}</a:extLst></a:blip>'

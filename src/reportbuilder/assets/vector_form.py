"""A vector picture as a form XObject (ISO 32000-1, 8.10): paths, shadings, soft masks and transparency groups in the colours of one device.

The form is drawn into the unit square, as PDF has it for images.
"""

from typing import Protocol, assert_never

from reportbuilder.assets.artwork import Flat, Gradient, Item, Paint, Samples, Stop, Stroke, VectorGroup, VectorImage, VectorPath, VectorPicture, is_transparent
from reportbuilder.assets.decimals import decimal
from reportbuilder.assets.samples import Encoded
from reportbuilder.assets.shapes import IDENTITY, Box, Matrix

SPACES = {"cmyk": "/DeviceCMYK", "rgb": "/DeviceRGB", "gray": "/DeviceGray"}
FILTERS = {"jpeg": "/DCTDecode", "flate": "/FlateDecode"}
INVERTED = {"cmyk": "[1 0 1 0 1 0 1 0]"}
"""CMYK in JPEG is written the other way round, as Adobe began it."""
LUMINANCE = (0.2126, 0.7152, 0.0722)
OVERPRINTED = "<</Type/ExtGState/OP true/op true/OPM 1>>"

Parts = tuple[float, ...]


class Sink(Protocol):
    """A PDF that objects are added to; keys and values are names without slash and PDF syntax."""

    def stream(self, entries: dict[str, str], data: bytes) -> str:
        """Add a stream; the reference to it. It is deflated unless ``entries`` name a filter."""

    def dictionary(self, entries: dict[str, str]) -> str:
        """Add a dictionary; the reference to it."""


class Colours(Protocol):
    """The colours of one device; ``space`` is its colour space."""

    space: str

    def flat(self, colour: Flat) -> str:
        """The operator that fills with a colour."""

    def ramp(self, stops: tuple[Stop, ...]) -> tuple[tuple[float, Parts], ...]:
        """Places from 0 to 1 with the colour there, in parts of ``space``; between them all parts go evenly."""

    def samples(self, samples: Samples) -> Encoded:
        """Those of this device."""

    def overprints(self, colour: Flat, width: float) -> bool:
        """Whether a line of that width, in units of the picture, is printed on top of what is under it."""


def stroking(operator: str) -> str:
    """The same colour for lines."""
    return " ".join(word if word.startswith("/") else word.upper() for word in operator.split())


def number(value: float, places: int = 4) -> str:
    """The shortest decimal, as drawings need it."""
    return decimal(value, places)


def numbers(values: Parts | Matrix | Box, places: int = 4) -> str:
    """Several with spaces between."""
    return " ".join(number(value, places) for value in values)


def add_form(picture: VectorPicture, sink: Sink, colours: Colours, spaces: str = "") -> str:
    """Add the picture; the reference to its form. ``spaces``: colour spaces that operators of ``colours`` name, as a dictionary or the reference to one."""
    width, height, left, top = picture.width, picture.height, picture.left, picture.top
    content = _Content(sink, colours, (left, top, left + width, top + height), spaces)
    content.items(picture.items)
    entries = {
        **content.entries(),
        "Matrix": f"[{number(1 / width, 9)} 0 0 {number(-1 / height, 9)} {number(-left / width, 9)} {number(1 + top / height, 9)}]",
    }
    if is_transparent(picture.items):
        entries["Group"] = f"<</S/Transparency/CS{colours.space}>>"
    return sink.stream(entries, content.code())


def add_image(sink: Sink, picture: Encoded, more: dict[str, str] | None = None) -> str:
    """Add samples; the reference to their XObject."""
    return sink.stream({**image_entries(picture), **(more or {})}, picture.data)


def image_entries(picture: Encoded) -> dict[str, str]:
    """What is said of samples in their XObject (ISO 32000-1, 8.9.5)."""
    entries = {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": str(picture.width),
        "Height": str(picture.height),
        "ColorSpace": SPACES[picture.space],
        "BitsPerComponent": "8",
        "Filter": FILTERS[picture.filter],
    }
    if picture.filter == "jpeg" and picture.space in INVERTED:
        entries["Decode"] = INVERTED[picture.space]
    return entries


class Luminance:
    """The colours of a mask: how light they are (SVG: the luminance of sRGB as it is coded)."""

    space = "/DeviceGray"

    def flat(self, colour: Flat) -> str:
        return f"{number(_lightness(colour))} g"

    def ramp(self, stops: tuple[Stop, ...]) -> tuple[tuple[float, Parts], ...]:
        return tuple((stop.place, (_lightness(stop.colour),)) for stop in stops)

    def samples(self, samples: Samples) -> Encoded:
        return samples.print

    def overprints(self, _colour: Flat, _width: float) -> bool:
        return False


class _Opacity(Luminance):
    """How much of a gradient covers."""

    def ramp(self, stops: tuple[Stop, ...]) -> tuple[tuple[float, Parts], ...]:
        return tuple((stop.place, (stop.alpha,)) for stop in stops)


def _lightness(colour: Flat) -> float:
    return sum(share * part / 255 for share, part in zip(LUMINANCE, colour.rgb))


class _Content:
    """One content stream in the making, with its resources."""

    def __init__(self, sink: Sink, colours: Colours, frame: Box, spaces: str) -> None:
        self._sink = sink
        self._colours = colours
        self._frame = frame
        self._spaces = spaces
        self._lines: list[str] = []
        self._resources: dict[str, dict[str, str]] = {}

    def code(self) -> bytes:
        """All operators."""
        return "\n".join(self._lines).encode("ascii")

    def entries(self) -> dict[str, str]:
        """What its form says of it."""
        kinds = [f"/{kind}<<{''.join(f'/{name} {value}' for value, name in named.items())}>>" for kind, named in self._resources.items()]
        if self._spaces:
            kinds.append(f"/ColorSpace {self._spaces}")
        return {"Type": "/XObject", "Subtype": "/Form", "BBox": f"[{numbers(self._frame)}]", "Resources": f"<<{''.join(kinds)}>>"}

    def _name(self, kind: str, value: str) -> str:
        """The name of a resource; the same for the same value."""
        named = self._resources.setdefault(kind, {})
        return "/" + named.setdefault(value, f"{kind[0]}{len(named) + 1}")

    def items(self, items: tuple[Item, ...]) -> None:
        """Paint items one after another."""
        for item in items:
            match item:
                case VectorPath():
                    self._path(item)
                case VectorImage():
                    self._image(item)
                case VectorGroup():
                    self._group(item)
                case _:
                    assert_never(item)

    # ------------------------------------------------------------ paths

    def _path(self, path: VectorPath) -> None:
        turned = [] if path.matrix == IDENTITY else [f"{numbers(path.matrix, 6)} cm"]
        if path.fill is not None:
            fill = self._paint(path.fill)
            state = self._covering(path.fill, path.alpha, False)
            self._saved([*state, *turned], [fill, path.code, "f*" if path.even_odd else "f"])
        if path.stroke is not None:
            stroke = path.stroke
            state = self._covering(stroke.paint, stroke.alpha, True)
            if isinstance(stroke.paint, Flat) and stroke.alpha == 1 and self._colours.overprints(stroke.paint, stroke.width * _scale(path.matrix)):
                state = [f"{self._name('ExtGState', OVERPRINTED)} gs"]
            line = [f"{number(stroke.width)} w {stroke.cap} J {stroke.join} j {number(stroke.miter)} M", *_dashed(stroke)]
            self._saved([*state, *turned, *line], [stroking(self._paint(stroke.paint)), path.code, "S"])

    def _saved(self, state: list[str], painting: list[str]) -> None:
        """Operators between ``q`` and ``Q``, where they change the state."""
        self._lines += ["q", *state, *painting, "Q"] if state else painting

    def _paint(self, paint: Paint) -> str:
        if isinstance(paint, Flat):
            return self._colours.flat(paint)
        return f"/Pattern cs {self._name('Pattern', self._pattern(paint, self._colours))} scn"

    def _pattern(self, gradient: Gradient, colours: Colours) -> str:
        """ISO 32000-1, 8.7.4: axial (2) or radial (3), going on beyond both ends."""
        kind = 2 if len(gradient.coords) == 4 else 3
        ramp = colours.ramp(gradient.stops)
        shading = f"<</ShadingType {kind}/ColorSpace{colours.space}/Coords[{numbers(gradient.coords, 6)}]/Extend[true true]/Function {_function(ramp)}>>"
        return self._sink.dictionary({"Type": "/Pattern", "PatternType": "2", "Matrix": f"[{numbers(gradient.matrix, 6)}]", "Shading": shading})

    def _covering(self, paint: Paint, alpha: float, stroke: bool) -> list[str]:
        """The operator that sets how much covers; none if all does."""
        entries = f"/{'CA' if stroke else 'ca'} {number(alpha)}" if alpha < 1 else ""
        if isinstance(paint, Gradient) and not paint.is_opaque:
            mask = _Content(self._sink, _Opacity(), self._frame, "")
            mask.ground(paint)
            entries += self._soft_mask(mask)
        return [f"{self._name('ExtGState', f'<</Type/ExtGState{entries}>>')} gs"] if entries else []

    def ground(self, paint: Gradient) -> None:
        """The whole frame in a paint."""
        left, top, right, bottom = self._frame
        self._lines += [self._paint(paint), f"{numbers((left, top, right - left, bottom - top))} re f"]

    # ------------------------------------------------------------ images and groups

    def _image(self, image: VectorImage) -> None:
        assert image.samples is not None
        alpha = image.samples.alpha
        more = {"SMask": add_image(self._sink, alpha)} if alpha is not None else {}
        reference = add_image(self._sink, self._colours.samples(image.samples), more)
        a, b, c, d, e, f = image.matrix
        upright = (a, b, -c, -d, e + c, f + d)  # PDF has the first row of samples at the top of the unit square, at y = 1
        self._lines.append(f"q {numbers(upright, 6)} cm {self._name('XObject', reference)} Do Q")

    def _group(self, group: VectorGroup) -> None:
        self._lines.append("q")
        for clip in group.clips:
            self._lines += [clip.code, "W* n" if clip.even_odd else "W n"]
        if group.is_plain:
            self.items(group.items)
        else:
            self._lines += [*self._laid_on(group), f"{self._name('XObject', self._form(group))} Do"]
        self._lines.append("Q")

    def _laid_on(self, group: VectorGroup) -> list[str]:
        """The operator that sets how a group is laid on."""
        entries = f"/ca {number(group.alpha)}/CA {number(group.alpha)}" if group.alpha < 1 else ""
        entries += f"/BM/{group.blend}" if group.blend != "Normal" else ""
        if group.mask is not None:
            mask = _Content(self._sink, Luminance(), self._frame, "")
            mask.items(group.mask)
            entries += self._soft_mask(mask)
        return [f"{self._name('ExtGState', f'<</Type/ExtGState{entries}>>')} gs"] if entries else []

    def _form(self, group: VectorGroup) -> str:
        """The items of a group as one object (ISO 32000-1, 11.6.6)."""
        inner = _Content(self._sink, self._colours, self._frame, self._spaces)
        inner.items(group.items)
        blended = "" if self._colours.space == "/DeviceGray" else f"/CS{self._colours.space}"  # within a mask it is that of the mask (GWG 2022, R0030)
        return self._sink.stream({**inner.entries(), "Group": f"<</S/Transparency{blended}/I true>>"}, inner.code())

    def _soft_mask(self, mask: "_Content") -> str:
        """ISO 32000-1, 11.6.5.2; where nothing is painted, nothing shows."""
        form = self._sink.stream({**mask.entries(), "Group": "<</S/Transparency/CS/DeviceGray/I true>>"}, mask.code())
        return f"/SMask<</Type/Mask/S/Luminosity/G {form}/BC[0]>>"


def _scale(matrix: Matrix) -> float:
    a, b, c, d, _, _ = matrix
    return abs(a * d - b * c) ** 0.5


def _dashed(stroke: Stroke) -> list[str]:
    return [f"[{numbers(stroke.dashes)}] {number(stroke.phase)} d"] if stroke.dashes else []


def _function(ramp: tuple[tuple[float, Parts], ...]) -> str:
    """ISO 32000-1, 7.10.4: even pieces one after another."""
    pieces = [(low, high) for low, high in zip(ramp, ramp[1:]) if high[0] > low[0]]
    functions = [f"<</FunctionType 2/Domain[0 1]/C0[{numbers(low[1])}]/C1[{numbers(high[1])}]/N 1>>" for low, high in pieces]
    if len(functions) == 1:
        return functions[0]
    limits = numbers(tuple(high[0] for _, high in pieces[:-1]), 6)
    return f"<</FunctionType 3/Domain[0 1]/Functions[{''.join(functions)}]/Bounds[{limits}]/Encode[{' '.join(['0 1'] * len(functions))}]>>"

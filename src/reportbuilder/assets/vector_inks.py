"""A vector picture in the inks of a press: each colour separated, gradients close to their look, pictures inside it scaled and encoded."""

import math
from collections.abc import Iterator
from io import BytesIO
from typing import assert_never

from msgspec.structs import replace
from PIL import Image

from reportbuilder.assets.artwork import Cmyk, Flat, Gradient, Item, Paint, Rgb, Samples, Stop, VectorGroup, VectorImage, VectorPath, VectorPicture, faded, paths
from reportbuilder.assets.decode import decode
from reportbuilder.assets.encode import PRINT_QUALITY, flate, jpeg
from reportbuilder.assets.inspect import MIN_PPI, examine_bytes
from reportbuilder.assets.pictures import Job, PictureFault, PictureSettings
from reportbuilder.assets.separate import Separation, to_srgb

SAMPLES = 32
"""Places between two stops at which colours are compared."""
FEW = 16
"""Pixels a side; so small a picture is a pattern or a colour."""
NEAR = 2.0
"""Difference of colour (CIE 1976) that a mix of inks may have from the mix of the screen's colours."""


def inked(picture: VectorPicture, job: Job, settings: PictureSettings, separation: Separation) -> VectorPicture:
    """The picture with its inks. Raises `PictureFault` as `decode.decode` does for a picture inside it."""
    across = job.width / picture.width
    inker = _Inker(job.file, across, settings, separation, sorted(set(_colours(picture.items))))
    return replace(picture, items=inker.items(picture.items, False))


def _colours(items: tuple[Item, ...]) -> Iterator[Rgb]:
    for path in paths(items):
        for paint in (path.fill, path.stroke.paint if path.stroke else None):
            if isinstance(paint, Flat):
                yield paint.rgb
            elif paint is not None:
                yield from (stop.colour.rgb for stop in paint.stops)


class _Inker:
    """``across`` are points for a unit of the picture."""

    def __init__(self, file: str, across: float, settings: PictureSettings, separation: Separation, colours: list[Rgb]) -> None:
        self._file = file
        self._across = across
        self._settings = settings
        self._separation = separation
        self._flats: dict[Rgb, Flat] = {}
        if colours:
            self._flats = {rgb: Flat(rgb, cmyk) for rgb, cmyk in zip(colours, separation.colours(colours))}
        self._ramps: dict[tuple[Stop, ...], tuple[Stop, ...]] = {}

    def items(self, items: tuple[Item, ...], mask: bool) -> tuple[Item, ...]:
        """Items with their inks; those of a mask have none, their samples are grey."""
        return tuple(self._item(item, mask) for item in items)

    def _item(self, item: Item, mask: bool) -> Item:
        match item:
            case VectorPath():
                if mask:
                    return item
                stroke = item.stroke and replace(item.stroke, paint=self._paint(item.stroke.paint))
                return replace(item, fill=item.fill and self._paint(item.fill), stroke=stroke)
            case VectorImage():
                return VectorImage(b"", item.matrix, self._samples(item, mask))
            case VectorGroup():
                return replace(item, items=self.items(item.items, mask), mask=item.mask and self.items(item.mask, True))
            case _:
                assert_never(item)

    def _paint(self, paint: Paint) -> Paint:
        if isinstance(paint, Gradient):
            return replace(paint, stops=self._ramp(paint.stops))
        return self._flat(paint)

    def _flat(self, colour: Flat) -> Flat:
        return self._flats[colour.rgb]

    def _ramp(self, stops: tuple[Stop, ...]) -> tuple[Stop, ...]:
        if stops not in self._ramps:
            between = [[*_near(low, high, self._separation)] for low, high in zip(stops, stops[1:])]
            chosen = [replace(stop, colour=self._flat(stop.colour)) for stop in stops]
            self._ramps[stops] = tuple(stop for start, rest in zip(chosen, [*between, []]) for stop in (start, *rest))
        return self._ramps[stops]

    def _samples(self, image: VectorImage, mask: bool) -> Samples:
        """The picture with as many pixels as its place wants, for print and for screens."""
        header = examine_bytes(image.file, self._file)[1]
        assert header is not None
        alpha = _alpha(image.file)
        decoded = decode(image.file, header, self._file, blank=alpha is not None)
        a, b, c, d, _, _ = image.matrix
        size = ((a * a + b * b) ** 0.5 * self._across / 72, (c * c + d * d) ** 0.5 * self._across / 72)
        if not mask:
            _require_sharp(decoded.image, size, self._file)
        printed = _fewer(decoded.image, size, self._settings.print_ppi)
        shown = _fewer(decoded.image, size, self._settings.web_ppi)
        cover = flate(_fewer(alpha, size, self._settings.print_ppi)) if alpha is not None else None
        separation, profile = self._separation, decoded.profile
        if decoded.image.mode == "CMYK":
            inks, seen = separation.cmyk(printed, profile), separation.screen(shown, profile)
        else:
            inks, seen = to_srgb(printed, profile), to_srgb(shown, profile)
        if mask:
            grey = flate((seen if seen.mode == "L" else seen.convert("L")))
            return Samples(grey, grey, cover)
        if inks.mode == "L":
            inks = separation.gray(inks)
        elif inks.mode == "RGB":
            inks = separation.line_art(inks) if decoded.line_art else separation.rgb(inks, None)
        if decoded.line_art or alpha is not None:
            return Samples(flate(inks), flate(seen), cover)
        return Samples(jpeg(inks, PRINT_QUALITY, full_colour=True), jpeg(seen, self._settings.web_quality, full_colour=False), None)


def _alpha(data: bytes) -> Image.Image | None:
    """How much of each pixel covers; None when all of it does."""
    with Image.open(BytesIO(data)) as image:
        if not image.has_transparency_data:
            return None
        alpha = image.convert("RGBA").getchannel("A")
    return alpha if alpha.getextrema()[0] < 255 else None


def _require_sharp(image: Image.Image, inches: tuple[float, float], file: str) -> None:
    """Raises `PictureFault` ``picture-too-small`` for far too few pixels, if they are more than a few (GWG 2022, R0031)."""
    ppi = min(side / inch for side, inch in zip(image.size, inches))
    if ppi < MIN_PPI and max(image.size) > FEW:
        width, height = (math.ceil(MIN_PPI * inch) for inch in inches)
        message = f"a picture inside the drawing ‘{file}’ has only {int(ppi)} pixels an inch"
        raise PictureFault("picture-too-small", message, f"put one of {width} × {height} pixels or more into it, or show the drawing smaller")


def _fewer(image: Image.Image, inches: tuple[float, float], ppi: float) -> Image.Image:
    """No more pixels than wanted."""
    width, height = (max(1, min(side, round(inch * ppi))) for side, inch in zip(image.size, inches))
    return image if (width, height) == image.size else image.resize((width, height), Image.Resampling.HAMMING)


def _near(low: Stop, high: Stop, separation: Separation) -> list[Stop]:
    """Stops between two, as few as keep the mix of inks near to the mix of colours.

    At the ends inks may be others than in between (neutral colours are black ink alone); what they differ by fades out.
    """
    if low.colour.rgb == high.colour.rgb or low.place == high.place:
        return []
    parts = [step / SAMPLES for step in range(SAMPLES + 1)]
    colours = [_mixed(low.colour.rgb, high.colour.rgb, part) for part in parts]
    first, last = separation.colours([colours[0], colours[-1]])
    if all(_is_neutral(rgb) for rgb in (colours[0], colours[-1])):
        inks = separation.colours(colours)
    else:
        inks = separation.process(colours)
    inks = faded(inks, (first, last), parts)
    looks = separation.looks(inks)
    kept: list[int] = []
    _split(0, SAMPLES, inks, looks, separation, kept)
    return [
        Stop(low.place + parts[i] * (high.place - low.place), Flat(colours[i], inks[i]), low.alpha + parts[i] * (high.alpha - low.alpha), chosen=False)
        for i in sorted(kept)
    ]


def _split(low: int, high: int, inks: list[Cmyk], looks: list[tuple[float, ...]], separation: Separation, kept: list[int]) -> None:
    """Keep the place between that lies farthest off, until none does."""
    if high - low < 2:
        return
    places = range(low + 1, high)
    mixed = [_between(inks[low], inks[high], (place - low) / (high - low)) for place in places]
    off = [sum((a - b) ** 2 for a, b in zip(look, looks[place])) ** 0.5 for place, look in zip(places, separation.looks(mixed))]
    worst = max(range(len(off)), key=off.__getitem__)
    if off[worst] > NEAR:
        kept.append(low + 1 + worst)
        _split(low, low + 1 + worst, inks, looks, separation, kept)
        _split(low + 1 + worst, high, inks, looks, separation, kept)


def _mixed(low: Rgb, high: Rgb, part: float) -> Rgb:
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(low, high))
    return red, green, blue


def _between(low: Cmyk, high: Cmyk, part: float) -> Cmyk:
    c, m, y, k = (a + (b - a) * part for a, b in zip(low, high))
    return c, m, y, k


def _is_neutral(rgb: Rgb) -> bool:
    return rgb[0] == rgb[1] == rgb[2]

"""The colours of vector pictures in one PDF (`vector_form.Colours`): those of the sheet where it has them."""

from itertools import pairwise

from reportbuilder.assets.artwork import Flat, Samples, Stop, faded
from reportbuilder.assets.samples import Encoded
from reportbuilder.assets.shown import Screen
from reportbuilder.assets.vector_form import Colours, Parts
from reportbuilder.pdf.inks import BLACK, OVERPRINTED_LINE, Inks


def colours(inks: Inks, device: str, points: float) -> Colours:
    """For a device; a unit of the picture is so many ``points`` on the page."""
    return _Press(inks, points) if device == "cmyk" else Screen()


class _Press:
    """Inks."""

    space = "/DeviceCMYK"

    def __init__(self, inks: Inks, points: float) -> None:
        self._inks = inks
        self._points = points

    def flat(self, colour: Flat) -> str:
        """An ink of the sheet, also one of its own, or the four inks."""
        return self._inks.flat(colour)

    def ramp(self, stops: tuple[Stop, ...]) -> tuple[tuple[float, Parts], ...]:
        """In the four inks. Where a chosen colour is an ink of the sheet, what that differs by fades out towards the next."""
        chosen = [place for place, stop in enumerate(stops) if stop.chosen]
        ramp: list[tuple[float, Parts]] = []
        for low, high in pairwise(chosen):
            between = stops[low : high + 1]
            width = between[-1].place - between[0].place or 1.0
            parts = [(stop.place - between[0].place) / width for stop in between]
            own = [stop.colour.cmyk or self._inks.process(stop.colour) for stop in between]
            inks = faded(own, (self._inks.process(between[0].colour), self._inks.process(between[-1].colour)), parts)
            ramp += zip([stop.place for stop in between], inks)
        return tuple(ramp)

    def samples(self, samples: Samples) -> Encoded:
        """Those for print."""
        return samples.print

    def overprints(self, colour: Flat, width: float) -> bool:
        """Thin lines in pure black (GWG 2022, R0010)."""
        return width * self._points < OVERPRINTED_LINE and self._inks.process(colour) == BLACK

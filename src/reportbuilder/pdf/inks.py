"""Colours as operators: the sheet's inks by name, and the colours of vector pictures."""

from collections.abc import Callable

from reportbuilder.pdf.profile import Profile
from reportbuilder.pdf.syntax import nums
from reportbuilder.style.sheet import Sheet

Cmyk = tuple[float, float, float, float]
Rgb = tuple[int, int, int]
Separate = Callable[[Rgb], Cmyk]

BLACK: Cmyk = (0.0, 0.0, 0.0, 1.0)
OVERPRINTED_TEXT = 12.0
"""Points; pure black text below this size overprints (GWG 2022, R0009)."""
OVERPRINTED_LINE = 2.0
"""Points; pure black lines thinner than this overprint (GWG 2022, R0010)."""


class Inks:
    """Colour operators for one profile. ``separate`` gives the CMYK (parts of 1) of an RGB (parts of 255) that is no ink of the sheet."""

    def __init__(self, sheet: Sheet, profile: Profile, separate: Separate) -> None:
        self._inks = sheet.inks
        self._profile = profile
        self._separate = separate
        self._by_rgb = {ink.rgb: ink.cmyk for ink in reversed(sheet.inks.values())}
        self.fills = {name: self._operator(ink.rgb, ink.cmyk) for name, ink in sheet.inks.items()}
        self.strokes = {name: operator.replace("k", "K").replace("rg", "RG") for name, operator in self.fills.items()}

    def fill_of(self, rgb: Rgb) -> str:
        """The fill operator of a picture's colour; in print it is the ink that looks the same on screen."""
        if self._profile.device == "rgb":
            return self._operator(rgb, BLACK)
        return self._operator(rgb, self._by_rgb.get(rgb) or self._separate(rgb))

    def overprints(self, name: str, size: float, limit: float) -> bool:
        """Whether something in this ink prints on top of what is under it: pure black only, below the limit."""
        return self._profile.overprint and size < limit and self._inks[name].cmyk == BLACK

    def _operator(self, rgb: Rgb, cmyk: Cmyk) -> str:
        if self._profile.device == "cmyk":
            return f"{nums(*cmyk, places=4)} k"
        return f"{nums(*(part / 255 for part in rgb), places=4)} rg"


def separate_plainly(rgb: Rgb) -> Cmyk:
    """CMYK without a profile: the grey in a colour goes to black ink (full grey component replacement)."""
    cyan, magenta, yellow = (1 - part / 255 for part in rgb)
    black = min(cyan, magenta, yellow)
    if black == 1:
        return BLACK
    return (cyan - black) / (1 - black), (magenta - black) / (1 - black), (yellow - black) / (1 - black), black

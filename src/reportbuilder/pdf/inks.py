"""Colours as operators: the sheet's inks by name, and the colours of vector pictures."""

from reportbuilder.assets.pictures import VectorPath
from reportbuilder.pdf.profile import Profile
from reportbuilder.pdf.syntax import nums
from reportbuilder.style.sheet import Sheet

Cmyk = tuple[float, float, float, float]
Rgb = tuple[int, int, int]

BLACK: Cmyk = (0.0, 0.0, 0.0, 1.0)
OVERPRINTED_TEXT = 12.0
"""Points; pure black text below this size overprints (GWG 2022, R0009)."""
OVERPRINTED_LINE = 2.0
"""Points; pure black lines thinner than this overprint (GWG 2022, R0010)."""


class Inks:
    """Colour operators for one profile."""

    def __init__(self, sheet: Sheet, profile: Profile) -> None:
        self._inks = sheet.inks
        self._profile = profile
        self._by_rgb = {ink.rgb: ink.cmyk for ink in reversed(sheet.inks.values())}
        self.fills = {name: self._operator(ink.rgb, ink.cmyk) for name, ink in sheet.inks.items()}
        self.strokes = {name: operator.upper() for name, operator in self.fills.items()}

    def path_fill(self, path: VectorPath) -> str:
        """The fill operator of a path in a picture; in print it is the ink that looks the same on screen, if the sheet has one."""
        return self._operator(path.rgb, self._by_rgb.get(path.rgb) or path.cmyk or separated(path.rgb))

    def overprints(self, name: str, size: float, limit: float) -> bool:
        """Whether something in this ink prints on top of what is under it: pure black only, below the limit."""
        return self._profile.overprint and size < limit and self._inks[name].cmyk == BLACK

    def _operator(self, rgb: Rgb, cmyk: Cmyk) -> str:
        if self._profile.device == "cmyk":
            return f"{nums(*cmyk, places=4)} k"
        return f"{nums(*(part / 255 for part in rgb), places=4)} rg"


def separated(rgb: Rgb) -> Cmyk:
    """CMYK without a profile: the grey in a colour goes to black ink (full grey component replacement)."""
    cyan, magenta, yellow = (1 - part / 255 for part in rgb)
    black = min(cyan, magenta, yellow)
    if black == 1:
        return BLACK
    return (cyan - black) / (1 - black), (magenta - black) / (1 - black), (yellow - black) / (1 - black), black

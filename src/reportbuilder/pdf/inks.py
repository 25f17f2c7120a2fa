"""Colours as operators: the sheet's inks by name, and the colours of vector pictures."""

from reportbuilder.assets.artwork import Flat
from reportbuilder.pdf.profile import Profile
from reportbuilder.pdf.syntax import nums
from reportbuilder.style.sheet import Ink, Sheet

Cmyk = tuple[float, float, float, float]
Rgb = tuple[int, int, int]

BLACK: Cmyk = (0.0, 0.0, 0.0, 1.0)
OVERPRINTED_TEXT = 12.0
"""Points; pure black text below this size overprints (GWG 2022, R0009)."""
OVERPRINTED_LINE = 2.0
"""Points; pure black lines thinner than this overprint (GWG 2022, R0010)."""
SMALL_TEXT = 8.0
"""Points; text below this size has one ink only (GWG 2022, R0017): no press holds several in register on so thin a stem."""


FULL = 0.95
"""Black ink; with so much of it, what else is under it is not for the colour."""


class Inks:
    """Colour operators for one profile. ``spots`` are the inks that are printed as themselves: name of the space in resources, and ink."""

    def __init__(self, sheet: Sheet, profile: Profile) -> None:
        self._inks = sheet.inks
        self._profile = profile
        self._by_rgb = {ink.rgb: name for name, ink in reversed(sheet.inks.items())}
        shown = profile.device == "cmyk" and sheet.print.spots
        colorants = dict.fromkeys(ink.spot for ink in sheet.inks.values() if ink.spot and shown)
        self.spots = {f"Spot{index}": colorant for index, colorant in enumerate(colorants, 1)}
        self._spaces = {colorant: space for space, colorant in self.spots.items()}
        self.fills = {name: self._fill(ink) for name, ink in sheet.inks.items()}
        pure = {name: self._operator(ink.rgb, BLACK) for name, ink in sheet.inks.items() if is_rich_black(ink.cmyk) and ink.spot not in self._spaces}
        self._texts = self.fills | pure
        self.strokes = {name: _stroking(operator) for name, operator in self._texts.items()}
        self._pure = {name: BLACK if name in pure and profile.overprint else ink.cmyk for name, ink in sheet.inks.items()}
        self._single = {name: ink.small or in_one_ink(ink.cmyk, ink.rgb) for name, ink in sheet.inks.items()}
        self._small = {name: self._operator(ink.rgb, self._single[name]) for name, ink in sheet.inks.items()}

    def text_fill(self, name: str, size: float) -> str:
        """The fill operator of text; what is small is printed in one ink, and black in black alone."""
        return self._small[name] if self._is_small(name, size) else self._texts[name]

    def ground(self, name: str, thickness: float) -> str:
        """The fill operator of a ground; one as thin as a line is one."""
        return self._texts[name] if thickness < OVERPRINTED_LINE else self.fills[name]

    def flat(self, colour: Flat) -> str:
        """The fill operator of a colour in a picture; in print it is the ink that looks the same on screen, if the sheet has one."""
        known = self._by_rgb.get(colour.rgb)
        return self.fills[known] if known else self._operator(colour.rgb, self.process(colour))

    def process(self, colour: Flat) -> Cmyk:
        """A colour in a picture in the four inks: those that the sheet has for it, or its own."""
        known = self._by_rgb.get(colour.rgb)
        return self._inks[known].cmyk if known else colour.cmyk or separated(colour.rgb)

    def text_overprints(self, name: str, size: float) -> bool:
        """Whether text prints on top of what is under it: small, and in pure black."""
        inks = self._single[name] if self._is_small(name, size) else self._pure[name]
        return self._profile.overprint and size < OVERPRINTED_TEXT and inks == BLACK

    def overprints(self, name: str, size: float, limit: float) -> bool:
        """Whether a line or ground in this ink prints on top of what is under it: pure black only, below the limit."""
        return self._profile.overprint and size < limit and self._pure[name] == BLACK

    def _is_small(self, name: str, size: float) -> bool:
        return size < SMALL_TEXT and self._inks[name].spot not in self._spaces

    def _fill(self, ink: Ink) -> str:
        return f"/{self._spaces[ink.spot]} cs 1 scn" if ink.spot in self._spaces else self._operator(ink.rgb, ink.cmyk)

    def _operator(self, rgb: Rgb, cmyk: Cmyk) -> str:
        if self._profile.device == "cmyk":
            return f"{nums(*cmyk, places=4)} k"
        return f"{nums(*(part / 255 for part in rgb), places=4)} rg"


def is_rich_black(cmyk: Cmyk) -> bool:
    """Full black with other inks under it: for solids, whose black it deepens; text and lines would only get coloured edges."""
    return cmyk[3] >= FULL and any(cmyk[:3])


def _stroking(operator: str) -> str:
    """The same colour for lines."""
    return " ".join(word if word.startswith("/") else word.upper() for word in operator.split())


def in_one_ink(cmyk: Cmyk, rgb: Rgb) -> Cmyk:
    """The colour itself if it is of one ink; else black alone, as light as the colour is on screen."""
    if sum(part > 0 for part in cmyk) <= 1:
        return cmyk
    red, green, blue = ((part / 255) ** 2.2 for part in rgb)
    lightness = (0.2126 * red + 0.7152 * green + 0.0722 * blue) ** (1 / 2.2)
    return (0.0, 0.0, 0.0, round(min(1.0, 1.05 * (1 - lightness)), 2))


def separated(rgb: Rgb) -> Cmyk:
    """CMYK without a profile: the grey in a colour goes to black ink (full grey component replacement)."""
    cyan, magenta, yellow = (1 - part / 255 for part in rgb)
    black = min(cyan, magenta, yellow)
    if black == 1:
        return BLACK
    return (cyan - black) / (1 - black), (magenta - black) / (1 - black), (yellow - black) / (1 - black), black

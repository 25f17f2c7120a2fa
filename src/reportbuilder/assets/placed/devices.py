"""The colours of a placed page in those of the press, of a screen, or of a mask: single ones and whole images."""

from functools import lru_cache
from typing import Literal, Protocol

from PIL import Image

from reportbuilder.assets.placed.functions import Values
from reportbuilder.assets.separate import Separation, lab_to_srgb, opened_profile, to_srgb

Kind = Literal["gray", "rgb", "cmyk", "lab"]
MODES = {"gray": "L", "rgb": "RGB", "cmyk": "CMYK", "lab": "LAB"}
LUMINANCE = (0.2126, 0.7152, 0.0722)


class Device(Protocol):
    """One kind of colours to convert into."""

    name: str
    operators: tuple[str, str]
    keeps: tuple[str, ...]

    def colours(self, kind: Kind, values: list[Values], profile: bytes | None, ramp: bool = False) -> list[Values]:
        """Colours of a kind, with its profile if it has one, in parts of 1 (L*a*b* as they are). Those of a ``ramp`` go over into each other."""

    def image(self, kind: Kind, image: Image.Image, profile: bytes | None, line_art: bool) -> Image.Image:
        """A whole image."""


class Press:
    """Inks. Numbers in CMYK without a profile, or with that of the press, stay as they are; grey is black ink."""

    name = "/DeviceCMYK"
    operators = ("k", "K")
    keeps = ("cmyk",)

    def __init__(self, separation: Separation) -> None:
        self._separation = separation

    def colours(self, kind: Kind, values: list[Values], profile: bytes | None, ramp: bool = False) -> list[Values]:
        """As of drawings: neutral colours are black ink alone."""
        separation = self._separation
        if kind == "cmyk" and (profile is None or separation.is_output(profile)):
            return values
        if kind == "gray" and profile is None:
            return [(0.0, 0.0, 0.0, 1 - value) for (value,) in values]
        if kind == "cmyk":
            return _values(separation.cmyk(_pixels(kind, values), profile))
        if kind == "gray":
            return [(0.0, 0.0, 0.0, 1 - value) for (value,) in _values(separation.gray(to_srgb(_pixels(kind, values), profile)))]
        shown = _srgb(kind, _pixels(kind, values), profile)
        neutral = all(red == green == blue for _, (red, green, blue) in shown.getcolors(len(values)) or ())
        return _values(separation.rgb(shown, None) if ramp and not neutral else separation.line_art(shown))

    def image(self, kind: Kind, image: Image.Image, profile: bytes | None, line_art: bool) -> Image.Image:
        """As of pictures."""
        separation = self._separation
        if kind == "cmyk":
            return image if profile is None or separation.is_output(profile) else separation.cmyk(image, profile)
        if kind == "gray":
            return separation.gray(to_srgb(image, profile)) if profile else image
        shown = _srgb(kind, image, profile)
        return separation.line_art(shown) if line_art else separation.rgb(shown, None)


class Screen:
    """sRGB; inks as they look on the paper of the press."""

    name = "/DeviceRGB"
    operators = ("rg", "RG")
    keeps = ("rgb",)

    def __init__(self, separation: Separation) -> None:
        self._separation = separation

    def colours(self, kind: Kind, values: list[Values], profile: bytes | None, ramp: bool = False) -> list[Values]:
        """Single colours; those in sRGB or of no profile stay as they are."""
        if kind == "rgb" and profile is None:
            return values
        if kind == "gray" and profile is None:
            return [value * 3 for value in values]
        image = self.image(kind, _pixels(kind, values), profile, True)
        return [value * 3 if len(value) == 1 else value for value in _values(image)]

    def image(self, kind: Kind, image: Image.Image, profile: bytes | None, line_art: bool) -> Image.Image:
        """A whole image; grey ones stay grey."""
        return self._separation.screen(image, profile) if kind == "cmyk" else _srgb(kind, image, profile)


class Light:
    """How light things are: the colours of a mask."""

    name = "/DeviceGray"
    operators = ("g", "G")
    keeps = ("gray",)

    def __init__(self, separation: Separation) -> None:
        self._screen = Screen(separation)

    def colours(self, kind: Kind, values: list[Values], profile: bytes | None, ramp: bool = False) -> list[Values]:
        """The luminance of each."""
        if kind == "gray" and profile is None:
            return values
        return [(sum(share * part for share, part in zip(LUMINANCE, rgb)),) for rgb in self._screen.colours(kind, values, profile)]

    def image(self, kind: Kind, image: Image.Image, profile: bytes | None, line_art: bool) -> Image.Image:
        """In grey."""
        return self._screen.image(kind, image, profile, line_art).convert("L")


def _srgb(kind: Kind, image: Image.Image, profile: bytes | None) -> Image.Image:
    if kind == "lab":
        return lab_to_srgb(image)
    return to_srgb(image, profile)


def _pixels(kind: Kind, values: list[Values]) -> Image.Image:
    if kind == "lab":
        data = bytes(part for light, a, b in values for part in (round(light * 2.55), round(a) & 255, round(b) & 255))
    else:
        data = bytes(min(255, max(0, round(part * 255))) for value in values for part in value)
    return Image.frombytes(MODES[kind], (len(values), 1), data)


def _values(image: Image.Image) -> list[Values]:
    data, count = image.tobytes(), len(image.getbands())
    return [tuple(part / 255 for part in data[i : i + count]) for i in range(0, len(data), count)]


@lru_cache(maxsize=16)
def usable(profile: bytes, kind: Kind) -> bool:
    """Whether a profile can be used for colours of that kind."""
    return opened_profile(profile, {"gray": "GRAY", "rgb": "RGB", "cmyk": "CMYK"}[kind]) is not None

"""Colours from what a picture brought to what the printer or a screen wants, through ICC profiles.

Relative colorimetric with black point compensation, unless pictures are wanted perceptual. Neutral greys of grey pictures, line art and drawings become black ink
alone, with the tone that the output profile gives: no colour cast on press, and no register to keep.
"""

from array import array
from functools import cached_property, lru_cache
from io import BytesIO

from PIL import Image, ImageChops, ImageCms, ImageFilter, ImageMath

from reportbuilder.assets.pictures import PictureFault

GRID = 52
"""Nodes a side of the colour table: every fifth level, so that each node is a colour that can be asked for. With others between levels, as of 33 nodes, greys come out up to 1 ΔE00 off."""
LEVELS = [level / 255 for level in range(256)]
INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
INTENTS = {"relative": INTENT, "perceptual": ImageCms.Intent.PERCEPTUAL}
FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION
SPACES = {"L": "GRAY", "RGB": "RGB", "CMYK": "CMYK"}
KNOTS = range(0, 256, 15)
SLACK = 8
"""Levels of 255 of all inks together that JPEG may have put on top."""
NOTICEABLE = 3
"""Levels of 255; a profile that changes no colour more than this is sRGB for us."""

Cmyk = tuple[float, float, float, float]


class Separation:
    """Conversions to one output profile (CMYK) within an ink limit in per cent; pictures by ``intent``. Raises `PictureFault` ``profile-broken``."""

    def __init__(self, profile: bytes, ink_limit: float, intent: str = "relative") -> None:
        self._intent = INTENTS[intent]
        self._limit = round(ink_limit * 2.55)
        self._output = opened_profile(profile, "CMYK")
        if self._output is None:
            hint = "name another file as print: profile: in styles/tokens.yaml"
            raise PictureFault("profile-broken", "the output profile is broken or no CMYK profile", hint)
        self._tables: dict[bytes | None, ImageFilter.Color3DLUT] = {}

    @cached_property
    def _black(self) -> list[int]:
        return _tones(self._output)

    def rgb(self, image: Image.Image, source: bytes | None) -> Image.Image:
        """RGB, in the colours of ``source`` or sRGB, as CMYK."""
        if source not in self._tables:
            self._tables[source] = self._table(source)
        return image.filter(self._tables[source])

    def gray(self, image: Image.Image) -> Image.Image:
        """Grey in sRGB's tone as grey for DeviceGray: 255 less the black ink."""
        return image.point([255 - ink for ink in self._black])

    def line_art(self, image: Image.Image) -> Image.Image:
        """sRGB as CMYK, neutral colours in black ink alone."""
        red, green, blue = image.split()
        apart = ImageChops.lighter(ImageChops.difference(red, green), ImageChops.difference(green, blue))
        none = Image.new("L", image.size)
        black = Image.merge("CMYK", (none, none, none, green.point(self._black)))
        return Image.composite(self.rgb(image, None), black, apart.point(lambda d: 255 if d else 0))

    def cmyk(self, image: Image.Image, source: bytes | None) -> Image.Image:
        """CMYK of another profile as CMYK of ours; without a profile, or with ours, the inks stay as they are."""
        if self.keeps(source):
            return image
        profile = opened_profile(source, "CMYK")
        assert profile is not None
        return self._clamped(_applied(image, profile, self._output, "CMYK", self._intent))

    def keeps(self, source: bytes | None) -> bool:
        """Whether CMYK with that profile is for this press already: who made it chose the inks."""
        return source is None or opened_profile(source, "CMYK") is None or self.is_output(source)

    def is_output(self, profile: bytes) -> bool:
        """Whether a profile is that of the press."""
        opened = opened_profile(profile, "CMYK")
        return opened is not None and opened.tobytes() == self._output.tobytes()

    def screen(self, image: Image.Image, source: bytes | None) -> Image.Image:
        """CMYK as sRGB; without a profile the inks are taken as those of our output profile."""
        profile = opened_profile(source, "CMYK") if source else None
        return _applied(image, profile or self._output, srgb(), "RGB")

    def colours(self, several: list[tuple[int, int, int]]) -> list[Cmyk]:
        """sRGB colours in parts of 1, neutral ones in black ink alone; several take no longer than one."""
        return _cmyk(self.line_art(_row(several)))

    def process(self, colours: list[tuple[int, int, int]]) -> list[Cmyk]:
        """sRGB colours in parts of 1, all as pictures are separated: neutral ones too are made of all inks."""
        return _cmyk(self.rgb(_row(colours), None))

    def looks(self, inks: list[Cmyk]) -> list[tuple[float, ...]]:
        """How inks look on paper, in CIE 1976 L*a*b*."""
        samples = bytes(round(part * 255) for ink in inks for part in ink)
        lab = ImageCms.applyTransform(Image.frombytes("CMYK", (len(inks), 1), samples), self._to_lab).tobytes()
        return [(lab[i] / 2.55, *(part - 256 if part > 127 else part for part in lab[i + 1 : i + 3])) for i in range(0, len(lab), 3)]

    @cached_property
    def _to_lab(self) -> ImageCms.ImageCmsTransform:
        return ImageCms.buildTransform(self._output, ImageCms.createProfile("LAB"), "CMYK", "LAB", INTENT)

    def _table(self, source: bytes | None) -> ImageFilter.Color3DLUT:
        """The whole way from source colours to inks as one table. Its nodes keep the ink limit, so all that lies between does too."""
        steps = [round(i * 255 / (GRID - 1)) for i in range(GRID)]
        runs = [b"".join(bytes((step,)) * length for step in steps) * (GRID * GRID // length) for length in (1, GRID, GRID * GRID)]
        grid = Image.merge("RGB", [Image.frombytes("L", (GRID * GRID, GRID), run) for run in runs])
        inks = self._clamped(_applied(grid, (opened_profile(source, "RGB") if source else None) or srgb(), self._output, "CMYK", self._intent))
        table = array("f", map(LEVELS.__getitem__, inks.tobytes()))
        return ImageFilter.Color3DLUT(GRID, table, channels=4, target_mode="CMYK", _copy_table=False)

    def _clamped(self, image: Image.Image) -> Image.Image:
        """With no more ink in all than the limit: cyan, magenta and yellow give way in proportion, black stays."""
        c, m, y, k = image.split()
        # Half sums keep within 8 bits; rounded down they may hide 4 levels, so what is near the limit is reckoned exactly.
        sums = ImageChops.add(ImageChops.add(c, m, scale=2), ImageChops.add(y, k, scale=2), scale=2)
        if sums.getextrema()[1] * 4 + 4 <= self._limit:
            return image
        return Image.merge("CMYK", [*(self._reduced(ink, c, m, y, k) for ink in (c, m, y)), k])

    def excess(self, image: Image.Image) -> int:
        """The most ink of CMYK in per cent where it is more than the limit, on average of some pixels; else 0."""
        c, m, y, k = image.reduce(max(1, min(8, *(side // 2 for side in image.size)))).split()
        total = ImageMath.lambda_eval(lambda v: v["c"] + v["m"] + v["y"] + v["k"], c=c, m=m, y=y, k=k).getextrema()[1]
        return round(total / 2.55) if total > self._limit + SLACK else 0

    def _reduced(self, ink: Image.Image, c: Image.Image, m: Image.Image, y: Image.Image, k: Image.Image) -> Image.Image:
        def share(v: dict) -> object:
            colours = v["c"] + v["m"] + v["y"]
            allowed = v["max"](v["min"](colours, self._limit - v["k"]), 0)
            return v["convert"](v["ink"] * allowed / v["max"](colours, 1), "L")

        return ImageMath.lambda_eval(share, ink=ink, c=c, m=m, y=y, k=k)


def _row(colours: list[tuple[int, int, int]]) -> Image.Image:
    return Image.frombytes("RGB", (len(colours), 1), b"".join(map(bytes, colours)))


def _cmyk(row: Image.Image) -> list[Cmyk]:
    inks = row.tobytes()
    return [(inks[i] / 255, inks[i + 1] / 255, inks[i + 2] / 255, inks[i + 3] / 255) for i in range(0, len(inks), 4)]


def to_srgb(image: Image.Image, source: bytes | None) -> Image.Image:
    """Grey or RGB with the tone and colours of sRGB; unchanged where its profile is none, unusable or sRGB."""
    profile = opened_profile(source, SPACES[image.mode]) if source else None
    if profile is None or not _differs(source, image.mode):
        return image
    return _applied(image, profile, srgb(), "RGB").getchannel("R") if image.mode == "L" else _applied(image, profile, srgb(), "RGB")


@lru_cache(maxsize=8)
def opened_profile(profile: bytes, space: str) -> ImageCms.ImageCmsProfile | None:
    """The profile, or None when it is broken, for other colours, or no profile of a device or colour space."""
    try:
        opened = ImageCms.ImageCmsProfile(BytesIO(profile))
        if opened.profile.xcolor_space.strip() != space or opened.profile.device_class.strip() not in ("mntr", "scnr", "prtr", "spac"):
            return None
        ImageCms.buildTransform(opened, srgb(), {"GRAY": "L"}.get(space, space), "RGB", INTENT)
        return opened
    except (ImageCms.PyCMSError, OSError):
        return None


@lru_cache(maxsize=1)
def srgb() -> ImageCms.ImageCmsProfile:
    """The profile of sRGB."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def lab_to_srgb(image: Image.Image) -> Image.Image:
    """CIE L*a*b* as sRGB."""
    return ImageCms.applyTransform(image, _from_lab())


@lru_cache(maxsize=1)
def _from_lab() -> ImageCms.ImageCmsTransform:
    return ImageCms.buildTransform(ImageCms.createProfile("LAB"), srgb(), "LAB", "RGB", INTENT)


def _applied(
    image: Image.Image, source: ImageCms.ImageCmsProfile, target: ImageCms.ImageCmsProfile, mode: str, intent: ImageCms.Intent = INTENT
) -> Image.Image:
    return ImageCms.applyTransform(image, _transform(source, target, image.mode, mode, intent))


@lru_cache(maxsize=16)
def _transform(source: ImageCms.ImageCmsProfile, target: ImageCms.ImageCmsProfile, mode: str, to: str, intent: ImageCms.Intent) -> ImageCms.ImageCmsTransform:
    """To make one takes longer than to use it; profiles are opened once, so they are the same objects."""
    return ImageCms.buildTransform(source, target, mode, to, intent, FLAGS)


@lru_cache(maxsize=8)
def _differs(source: bytes, mode: str) -> bool:
    """Whether the profile shows some colour otherwise than sRGB would."""
    steps = range(0, 256, 51)
    if mode == "L":
        sample = Image.frombytes("L", (256, 1), bytes(range(256)))
    else:
        sample = Image.frombytes("RGB", (36, 6), bytes(v for r in steps for g in steps for b in steps for v in (r, g, b)))
    shown = _applied(sample, opened_profile(source, SPACES[mode]), srgb(), "RGB")
    return max(high for _, high in ImageChops.difference(shown, sample.convert("RGB")).getextrema()) > NOTICEABLE


def _tones(output: ImageCms.ImageCmsProfile) -> list[int]:
    """Black ink (0…255) for each grey of sRGB: the one whose luminance on paper is nearest, black point compensated."""
    ramp = Image.merge("CMYK", [Image.new("L", (len(KNOTS), 1))] * 3 + [Image.frombytes("L", (len(KNOTS), 1), bytes(KNOTS))])
    lab = ImageCms.buildTransform(output, ImageCms.createProfile("LAB"), "CMYK", "LAB", INTENT)
    lightness = ImageCms.applyTransform(ramp, lab).getchannel(0).tobytes()
    printed = [_luminance_of_lightness(v / 2.55) for v in lightness]
    white, black = printed[0], printed[-1]
    return [round(_inverse(black + _luminance_of_srgb(grey) * (white - black), printed)) for grey in range(256)]


def _inverse(wanted: float, falling: list[float]) -> float:
    """Where a falling sequence at the knots takes that value."""
    for i in range(len(falling) - 1):
        if wanted >= falling[i + 1]:
            fall = falling[i] - falling[i + 1]
            part = min(max((falling[i] - wanted) / fall, 0.0), 1.0) if fall > 0 else 0.0
            return KNOTS[i] + part * (KNOTS[i + 1] - KNOTS[i])
    return 255.0


def _luminance_of_lightness(lightness: float) -> float:
    """CIE 1976: Y of L*, in parts of 1."""
    return ((lightness + 16) / 116) ** 3 if lightness > 8 else lightness / 903.3


def _luminance_of_srgb(grey: int) -> float:
    """IEC 61966-2-1: Y of a grey of 0…255, in parts of 1."""
    value = grey / 255
    return ((value + 0.055) / 1.055) ** 2.4 if value > 0.04045 else value / 12.92

"""A chart of colours through the separation, against the colour library itself: skin, sky, leaves, full colours, greys, black."""

from io import BytesIO
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt
from pathlib import Path

import pytest
from paper import Paper
from PIL import Image, ImageCms

from reportbuilder.assets.encode import PRINT_QUALITY, jpeg
from reportbuilder.assets.separate import FLAGS, INTENT, INTENTS, Separation, srgb

FOGRA39 = Path(__file__).resolve().parents[3] / "assets" / "icc" / "FOGRA39L_TAC300.icc"
Lab = tuple[float, float, float]
CHART = {
    "dark skin": (116, 81, 66), "light skin": (198, 148, 128), "pale skin": (236, 200, 182), "deep skin": (70, 45, 36), "blue sky": (96, 122, 158),
    "leaf": (88, 108, 66), "violet": (132, 128, 178), "turquoise": (98, 190, 170), "orange": (222, 126, 46), "blue": (72, 92, 168),
    "rose": (196, 82, 98), "plum": (92, 60, 104), "lime": (160, 190, 62), "amber": (230, 162, 44), "full blue": (0, 0, 255), "full green": (0, 255, 0),
    "full red": (255, 0, 0), "full yellow": (255, 255, 0), "full magenta": (255, 0, 255), "full cyan": (0, 255, 255), "brick": (196, 64, 28),
    "petrol": (18, 52, 59), "night": (12, 16, 34), "cream": (247, 239, 227),
}  # fmt: skip
GREYS = {f"grey {level}": (level, level, level) for level in range(0, 256, 3)}
PAPER = Paper(FOGRA39.read_bytes())


def flat(colours: list[tuple[int, int, int]]) -> Image.Image:
    """One pixel of each colour."""
    return Image.frombytes("RGB", (len(colours), 1), bytes(part for colour in colours for part in colour))


@pytest.fixture(scope="module")
def profile() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(str(FOGRA39))


def printed(inks: Image.Image) -> list[Lab]:
    """What these inks look like on paper, as CIE L*a*b* of the media white."""
    samples = inks.tobytes()
    return [PAPER.lab(*(level / 255 for level in samples[i : i + 4])) for i in range(0, len(samples), 4)]


def packed(inks: Image.Image) -> Image.Image:
    """Patches of 16 pixels as they come out of a JPEG file, whose blocks are half as large."""
    return Image.open(BytesIO(jpeg(inks, PRINT_QUALITY, True).data)).reduce(16)


def difference(one: Lab, other: Lab) -> float:
    """CIEDE2000 (CIE 142-2001)."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean_c = (hypot(a1, b1) + hypot(a2, b2)) / 2
    g = 0.5 * (1 - sqrt(mean_c**7 / (mean_c**7 + 25**7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = hypot(a1, b1), hypot(a2, b2)
    h1, h2 = degrees(atan2(b1, a1)) % 360, degrees(atan2(b2, a2)) % 360
    turn = 0.0 if not c1 * c2 else (h2 - h1 + 180) % 360 - 180
    mean_l, mean_c = (l1 + l2) / 2, (c1 + c2) / 2
    mean_h = h1 + turn / 2 if c1 * c2 else h1 + h2
    t = 1 - 0.17 * cos(radians(mean_h - 30)) + 0.24 * cos(radians(2 * mean_h)) + 0.32 * cos(radians(3 * mean_h + 6)) - 0.2 * cos(radians(4 * mean_h - 63))
    light = (l2 - l1) / (1 + 0.015 * (mean_l - 50) ** 2 / sqrt(20 + (mean_l - 50) ** 2))
    chroma = (c2 - c1) / (1 + 0.045 * mean_c)
    hue = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / (1 + 0.015 * mean_c * t)
    twist = -sin(radians(60 * exp(-(((mean_h % 360 - 275) / 25) ** 2)))) * 2 * sqrt(mean_c**7 / (mean_c**7 + 25**7))
    return sqrt(light**2 + chroma**2 + hue**2 + twist * chroma * hue)


@pytest.mark.parametrize(("one", "other", "known"), [((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425), ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082)])
def test_the_difference_is_that_of_the_published_pairs(one: Lab, other: Lab, known: float) -> None:
    assert difference(one, other) == pytest.approx(known, abs=0.0001)


def test_the_judge_agrees_with_the_colour_library(profile: ImageCms.ImageCmsProfile) -> None:
    inks = (200, 40, 90, 20)
    levels = ImageCms.applyTransform(Image.new("CMYK", (1, 1), inks), ImageCms.buildTransform(profile, ImageCms.createProfile("LAB"), "CMYK", "LAB", INTENT)).getpixel((0, 0))
    light, a, b = PAPER.lab(*(ink / 255 for ink in inks))
    assert (light * 2.55, a + 128, b + 128) == pytest.approx(levels, abs=0.8)


@pytest.mark.parametrize("intent", ["relative", "perceptual"])
def test_colours_come_out_as_the_colour_library_makes_them(intent: str, profile: ImageCms.ImageCmsProfile) -> None:
    chart = CHART | GREYS
    image = flat(list(chart.values()))
    ours = printed(packed(Separation(FOGRA39.read_bytes(), 300, intent).rgb(image.resize((16 * image.width, 16), Image.Resampling.NEAREST), None)))
    reference = ImageCms.buildTransform(srgb(), profile, "RGB", "CMYK", INTENTS[intent], FLAGS)
    theirs = printed(ImageCms.applyTransform(image, reference))
    found = {name: difference(a, b) for name, a, b in zip(chart, ours, theirs)}
    assert {name: round(value, 2) for name, value in found.items() if value >= 0.75} == {}, "a level of one ink in a light grey is 0.4"
    assert sum(found.values()) / len(found) < 0.25


def test_colours_of_wider_spaces_come_out_as_the_colour_library_makes_them(profile: ImageCms.ImageCmsProfile) -> None:
    """As of Adobe RGB or P3: the profile of the picture counts. Here a screen with other primaries and another tone."""
    image = flat(list(CHART.values()))
    turned = rotated_primaries()
    ours = printed(Separation(FOGRA39.read_bytes(), 300).rgb(image, turned))


    source = ImageCms.ImageCmsProfile(BytesIO(turned))
    theirs = printed(ImageCms.applyTransform(image, ImageCms.buildTransform(source, profile, "RGB", "CMYK", INTENT, FLAGS)))
    plain = printed(Separation(FOGRA39.read_bytes(), 300).rgb(image, None))
    assert max(difference(a, b) for a, b in zip(ours, theirs)) < 1
    assert max(difference(a, b) for a, b in zip(ours, plain)) > 10, "the profile makes a difference at all"


def rotated_primaries() -> bytes:
    """The profile of sRGB with red and green exchanged: as different as a profile can be, and made without another file."""
    data = bytearray(srgb().tobytes())
    red, green = data.index(b"rXYZ"), data.index(b"gXYZ")
    data[red : red + 4], data[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(data)


def test_greys_of_photographs_stay_neutral_and_even() -> None:
    ramp = flat([(level, level, level) for level in range(256)])
    shown = printed(Separation(FOGRA39.read_bytes(), 300).rgb(ramp, None))
    assert max(hypot(a, b) for _, a, b in shown) < 0.7
    lightness = [light for light, _, _ in shown]
    assert all(later >= before - 0.3 for before, later in zip(lightness, lightness[1:])), "no step goes back"
    assert max(later - before for before, later in zip(lightness, lightness[1:])) < 1.6, "no step is seen"

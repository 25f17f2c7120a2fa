"""Colours on paper and on screens: neutral greys, kept inks, kept limits, profiles good and bad."""

import struct
from functools import cache
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageCms, ImageStat

from reportbuilder.assets.pictures import PictureFault
from reportbuilder.assets.separate import Separation, opened_profile, srgb, to_srgb

FOGRA39 = Path(__file__).parents[3] / "assets/icc/FOGRA39L_TAC300.icc"


@cache
def separation(ink_limit: float = 300) -> Separation:
    return Separation(FOGRA39.read_bytes(), ink_limit)


@cache
def as_printed() -> ImageCms.ImageCmsTransform:
    output = ImageCms.ImageCmsProfile(str(FOGRA39))
    return ImageCms.buildTransform(output, ImageCms.createProfile("LAB"), "CMYK", "LAB", ImageCms.Intent.RELATIVE_COLORIMETRIC)


def lab(inks: Image.Image) -> tuple[float, float, float]:
    """L*, a*, b* of the first pixel as it prints."""
    lightness, a, b = ImageCms.applyTransform(inks, as_printed()).getpixel((0, 0))
    return lightness / 2.55, a - 128, b - 128


def most_ink(image: Image.Image) -> float:
    return max(sum(pixel) for _, pixel in image.getcolors(image.width * image.height)) / 2.55


def all_colours() -> Image.Image:
    steps = range(0, 256, 15)
    return Image.frombytes("RGB", (18 * 18, 18), bytes(v for r in steps for g in steps for b in steps for v in (r, g, b)))


@pytest.mark.parametrize("grey", [40, 128, 220])
def test_a_grey_patch_of_a_photograph_stays_neutral(grey: int) -> None:
    lightness, a, b = lab(separation().rgb(Image.new("RGB", (1, 1), (grey, grey, grey)), None))
    assert abs(a) <= 1 and abs(b) <= 1
    assert abs(lightness - {40: 21.5, 128: 55.0, 220: 88.0}[grey]) < 2.5


def test_white_is_bare_paper() -> None:
    assert separation().rgb(Image.new("RGB", (1, 1), "white"), None).getpixel((0, 0)) == (0, 0, 0, 0)
    assert separation().gray(Image.new("L", (1, 1), 255)).getpixel((0, 0)) == 255


def test_the_table_gives_the_inks_of_the_profile() -> None:
    picture = all_colours()
    exact = ImageCms.buildTransform(
        srgb(), ImageCms.ImageCmsProfile(str(FOGRA39)), "RGB", "CMYK", ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
    )
    difference = ImageChops.difference(separation().rgb(picture, None), ImageCms.applyTransform(picture, exact))
    assert max(ImageStat.Stat(difference).mean) < 1


def test_grey_is_black_ink_alone_with_the_tone_it_has_on_screen() -> None:
    ink = 255 - separation().gray(Image.new("L", (1, 1), 128)).getpixel((0, 0))
    lightness, a, b = lab(Image.new("CMYK", (1, 1), (0, 0, 0, ink)))
    assert abs(lightness - 55) < 2 and abs(a) <= 1 and abs(b) <= 1


def test_greys_get_steadily_darker_down_to_full_black() -> None:
    ramp = Image.frombytes("L", (256, 1), bytes(range(256)))
    tones = list(separation().gray(ramp).tobytes())
    assert tones == sorted(tones)
    assert (tones[0], tones[-1]) == (0, 255)
    assert max(b - a for a, b in zip(tones, tones[1:])) <= 4


def test_neutral_colours_of_line_art_are_black_ink_alone() -> None:
    picture = Image.new("RGB", (3, 1))
    picture.putpixel((1, 0), (128, 128, 128))
    picture.putpixel((2, 0), (0, 0, 200))
    inks = separation().line_art(picture)
    assert inks.getpixel((0, 0)) == (0, 0, 0, 255)
    assert inks.getpixel((1, 0))[:3] == (0, 0, 0)
    assert inks.getpixel((2, 0))[0] > 200


def test_no_colour_takes_more_ink_than_the_limit() -> None:
    assert most_ink(separation(300).rgb(all_colours(), None)) > 240
    assert most_ink(separation(240).rgb(all_colours(), None)) <= 240.01


def test_cmyk_without_a_profile_keeps_its_inks_whatever_they_are() -> None:
    assert separation().cmyk(Image.new("CMYK", (1, 1), (250, 200, 150, 240)), None).getpixel((0, 0)) == (250, 200, 150, 240)


def test_cmyk_of_our_own_profile_keeps_its_inks() -> None:
    assert separation().cmyk(Image.new("CMYK", (1, 1), (200, 30, 20, 10)), FOGRA39.read_bytes()).getpixel((0, 0)) == (200, 30, 20, 10)


def test_cmyk_is_shown_on_screens_as_it_prints() -> None:
    red, green, blue = separation().screen(Image.new("CMYK", (1, 1), (255, 0, 0, 0)), None).getpixel((0, 0))
    assert red < 60 and 120 < green < 180 and blue > 200
    assert separation().screen(Image.new("CMYK", (1, 1), (0, 0, 0, 0)), None).getpixel((0, 0)) == (255, 255, 255)


def test_a_wide_gamut_profile_is_respected() -> None:
    # Red and green change places: no profile of a device, but one whose effect can't be missed.
    swapped = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    first, second = swapped.index(b"rXYZ"), swapped.index(b"gXYZ")
    swapped[first : first + 1], swapped[second : second + 1] = b"g", b"r"
    red = Image.new("RGB", (1, 1), (255, 0, 0))
    shown = to_srgb(red, bytes(swapped)).getpixel((0, 0))
    assert shown[1] > 200 and shown[0] < 120
    c, m, _, _ = separation().rgb(red, bytes(swapped)).getpixel((0, 0))
    assert c > m


def test_the_tone_of_a_grey_profile_is_respected() -> None:
    linear = grey_profile(gamma=1)
    assert opened_profile(linear, "RGB") is None
    assert to_srgb(Image.new("L", (1, 1), 55), linear).getpixel((0, 0)) == 128


def grey_profile(gamma: float) -> bytes:
    """ICC.1 v2: a header and the three tags that a grey profile must have."""
    white = struct.pack(">3l", 63190, 65536, 54061)
    tags = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">L", 5) + b"grey\0" + bytes(79),
        b"wtpt": b"XYZ \0\0\0\0" + white,
        b"kTRC": b"curv\0\0\0\0" + struct.pack(">LHH", 1, round(gamma * 256), 0),
    }
    table, body = struct.pack(">L", len(tags)), b""
    for name, data in tags.items():
        table += struct.pack(">4sLL", name, 132 + 12 * len(tags) + len(body), len(data))
        body += data
    length = 128 + len(table) + len(body)
    header = struct.pack(">L4xL4s4s4s12x4s28x", length, 0x02100000, b"mntr", b"GRAY", b"XYZ ", b"acsp") + white
    return header.ljust(128, b"\0") + table + body


def test_colours_that_are_srgb_are_not_touched() -> None:
    picture = all_colours()
    assert to_srgb(picture, srgb().tobytes()) is picture
    assert to_srgb(picture, None) is picture


@pytest.mark.parametrize("profile", [b"", b"no profile at all", srgb().tobytes()[:200], FOGRA39.read_bytes()])
def test_a_broken_or_wrong_profile_is_no_profile(profile: bytes) -> None:
    assert opened_profile(profile, "RGB") is None


def test_an_output_profile_of_other_colours_is_a_fault() -> None:
    with pytest.raises(PictureFault) as caught:
        Separation(srgb().tobytes(), 300)
    assert caught.value.code == "profile-broken"


def test_single_colours_are_separated_as_pictures_are() -> None:
    white, black, grey, red = separation().colours([(255, 255, 255), (0, 0, 0), (128, 128, 128), (196, 64, 28)])
    assert white == (0, 0, 0, 0)
    assert black == (0, 0, 0, 1)
    assert grey[:3] == (0, 0, 0)
    assert red == tuple(v / 255 for v in separation().rgb(Image.new("RGB", (1, 1), (196, 64, 28)), None).getpixel((0, 0)))

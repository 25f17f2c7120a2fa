"""The pictures that come with the report: each credited, none left over, the drawings readable, every JPEG large enough for its place."""

import re
from pathlib import Path

import pytest
from PIL import Image

from reportbuilder.assets.vector import read_svg

ROOT = Path(__file__).parents[3]
PICTURES = sorted(p for p in (ROOT / "assets" / "pictures").iterdir() if p.is_file())
CREDITED = re.findall(r"\| `pictures/([^`]+)` \|", (ROOT / "assets" / "CREDITS.md").read_text())
USED = re.findall(r"picture: (\S+)", "\n".join(p.read_text() for p in sorted((ROOT / "sections").glob("*.yaml"))))


def test_every_picture_is_credited_and_there() -> None:
    assert sorted(CREDITED) == [p.name for p in PICTURES]


def test_the_sections_use_pictures_that_are_there() -> None:
    assert set(USED) <= set(CREDITED)


@pytest.mark.parametrize("path", [p for p in PICTURES if p.suffix == ".svg"], ids=lambda p: p.name)
def test_a_drawing_is_in_the_subset_that_is_placed(path: Path) -> None:
    drawing = read_svg(path.read_bytes(), path.name)
    assert drawing.width > 0 and drawing.items


@pytest.mark.parametrize("path", [p for p in PICTURES if p.suffix == ".jpg"], ids=lambda p: p.name)
def test_a_picture_has_300_pixels_to_the_inch_of_the_bleed_page(path: Path) -> None:
    with Image.open(path) as picture:
        assert picture.mode == "RGB" and picture.info.get("icc_profile")
        assert picture.width >= 216 / 25.4 * 300
        assert picture.width * picture.height <= 12_600_000
        if picture.height > picture.width:
            assert picture.height >= 303 / 25.4 * 300

"""Families are named as their font files name themselves."""

from pathlib import Path

from reportbuilder.assets.faces import Faces
from reportbuilder.docx.fonts import Family, families
from reportbuilder.style.sheet import FaceKey

FONTS = Path(__file__).parents[3] / "assets" / "fonts"


def test_names_and_kinds_come_from_the_files() -> None:
    keys = {FaceKey("serif"): FONTS / "SourceSerif4_400Regular.ttf", FaceKey("sans", "black"): FONTS / "SourceSans3_900Black.ttf"}
    found = families(Faces(keys), keys)
    assert {family: (one.name, one.kind) for family, one in found.items()} == {
        "serif": ("Source Serif 4", "roman"),
        "sans": ("Source Sans 3", "swiss"),
    }


def test_a_font_that_does_not_say_its_kind_has_none() -> None:
    assert Family("Onbekend").kind == "auto"

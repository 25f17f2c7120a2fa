"""Forms of letters that a font has of its own: by feature, by language, and what is said where it has none."""

from pathlib import Path

import pytest
from square import sheet, style

from reportbuilder.assets.faces import Faces, open_face
from reportbuilder.assets.wanted_features import warn_of_features
from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import NOWHERE
from reportbuilder.style.sheet import FaceKey

ROOT = Path(__file__).parents[3]
FONTS = ROOT / "assets" / "fonts"
KEY = FaceKey("serif")
SERIF = open_face(KEY, FONTS / "SourceSerif4_400Regular.ttf", "nl-BE")
SLANTED = open_face(FaceKey("serif", italic=True), FONTS / "SourceSerif4_400Regular_Italic.ttf")
SQUARE = open_face(FaceKey("square"), ROOT / "tests" / "fonts" / "Square-Regular.ttf")


@pytest.mark.parametrize(
    ("feature", "text"),
    [("smcp", "een"), ("c2sc", "URC"), ("sups", "1234567890"), ("onum", "2025"), ("pnum", "111"), ("frac", "3/8"), ("ordn", "1e"), ("case", "(–)")],
)
def test_a_feature_gives_other_glyphs_that_are_read_as_the_same_letters(feature: str, text: str) -> None:
    plain, formed = SERIF.shape(text), SERIF.shape(text, (feature,))
    assert plain.glyphs != formed.glyphs
    assert "".join(formed.clusters) == text and not formed.missing


def test_tabular_figures_are_of_one_width_and_proportional_ones_are_not() -> None:
    assert len(set(SERIF.shape("0123456789", ("lnum", "tnum")).advances)) == 1
    assert len(set(SERIF.shape("0123456789", ("lnum", "pnum")).advances)) > 1


def test_the_language_chooses_among_forms() -> None:
    """Dutch writes an acute on both letters of a stressed ij, also where it was typed on the first alone."""
    typed = "bíjna"
    english = open_face(KEY, SERIF.path, "en")
    assert SERIF.shape(typed).glyphs != english.shape(typed).glyphs
    assert "".join(SERIF.shape(typed).clusters) == typed


def test_an_accent_that_was_typed_on_both_letters_is_not_set_twice() -> None:
    assert SERIF.shape("bi\u0301j\u0301na").glyphs == SERIF.shape("bíjna").glyphs


def test_words_of_another_language_have_its_forms() -> None:
    typed = "bíjna"
    assert SERIF.shape(typed, language="en").glyphs == open_face(KEY, SERIF.path, "en").shape(typed).glyphs != SERIF.shape(typed).glyphs


def test_the_language_of_the_machine_chooses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    typed = "bíjna"
    assert open_face(KEY, SERIF.path).shape(typed).glyphs == open_face(KEY, SERIF.path, "en").shape(typed).glyphs


def test_a_face_knows_its_features_and_whether_it_has_superior_figures() -> None:
    assert {"smcp", "sups", "kern"} <= SERIF.features and "smcp" not in SLANTED.features
    assert SERIF.superiors and SLANTED.superiors
    assert not SQUARE.superiors and not SQUARE.features


def test_a_style_that_wants_what_its_font_lacks_is_told_of_once() -> None:
    faces = Faces({KEY: SERIF.path, FaceKey("serif", italic=True): SLANTED.path})
    italic = FaceKey("serif", italic=True)
    wants = {"quote": style("quote", face=italic, features=("smcp", "kern", "-liga", "lnum")), "box": style("box", face=italic, acronyms=True)}
    made = sheet(**{name: style(name, face=KEY, features=("smcp",)) for name in sheet().styles} | wants)
    made.places.update({f"styles/{name}": NOWHERE for name in made.styles})
    log = Log()
    warn_of_features(made, faces, log)
    assert sorted(d.message.split("‘")[2].split("’")[0] for d in log.diagnostics) == ["c2sc", "smcp"]
    assert {d.code for d in log.diagnostics} == {"feature-missing"} and not log.errors

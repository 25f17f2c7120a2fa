"""Letters that the font of a style lacks come from another, fitted to its size, and are told of once."""

from pathlib import Path

from msgspec.structs import replace
from square import FONT, HERE, config, read, sheet, style, text

from reportbuilder.assets.faces import Faces
from reportbuilder.layout.config import Config
from reportbuilder.layout.lines import set_lines
from reportbuilder.layout.looks import stretches
from reportbuilder.model.nodes import Emphasis, NoteMark, Text
from reportbuilder.style.sheet import FaceKey

SQUARE, SERIF = FaceKey("square"), FaceKey("serif")
FILE = Path(__file__).parents[3] / "assets/fonts/SourceSerif4_400Regular.ttf"


def both() -> Config:
    made = config(sheet())
    made.faces, made.spans = Faces({SQUARE: FONT, SERIF: FILE}, ("serif",)), {1: HERE}
    return made


def test_each_sign_is_told_of_once_and_the_letters_of_a_script_together() -> None:
    setting = both()
    lines = set_lines(text("Женя ☐ ₴ ☐ Борис aж"), style(), 400, setting)
    assert read(lines) == ["Женя ☐ ₴ ☐ Борис aж"]
    assert [(d.code, d.span) for d in setting.log.diagnostics] == [("glyph-fallback", HERE)] * 3 and not setting.log.errors
    first, second, third = (d.message for d in setting.log.diagnostics)
    assert first == (
        "Square-Regular lacks the characters ‘Ж’ (U+0416), ‘е’ (U+0435), ‘н’ (U+043D), ‘я’ (U+044F); SourceSerif4-Regular stands in"
    )
    assert "‘☐’ (U+2610)" in second and "‘₴’ (U+20B4)" in third


def test_what_no_font_has_stays_an_error() -> None:
    setting = both()
    set_lines(text("a字b"), style(), 400, setting)
    assert [d.code for d in setting.log.diagnostics] == ["glyph-missing"]


def test_a_letter_and_its_marks_come_from_one_font() -> None:
    (line,) = set_lines(text("x\u0301\u0323"), style(), 400, both())
    assert [("".join(p.text for p in run.pieces), run.face.key.family) for run in line.words] == [("x\u0301\u0323", "serif")]


def test_letters_that_stand_in_are_as_high_as_those_around_them() -> None:
    setting = both()
    (line,) = set_lines(text("aж"), style(), 400, setting)
    here, there = line.words
    scaled = there.size * there.face.x_height
    assert abs(scaled - here.size * here.face.x_height) < 1 or there.size == here.size * 0.75 or there.size == here.size * 1.25
    assert there.x == here.x + 10 and abs(line.width - 10 - sum(p.width for p in there.pieces) * there.size / 1000) < 0.001


def test_a_word_that_stands_in_and_is_too_wide_is_cut() -> None:
    setting = both()
    lines = set_lines(text("ж" * 60), style(), 100, setting)
    assert "".join(read(lines)) == "ж" * 60 and max(line.width for line in lines) <= 100
    assert [d.code for d in setting.log.errors] == ["word-too-wide"]


def test_marks_of_notes_are_superior_figures_where_the_font_has_them() -> None:
    content = (Text("a", HERE, 1), Emphasis((NoteMark(12, 9, True, HERE, 3),), HERE, 2))
    ((_, mark),) = (line.words for line in set_lines(content, style(face=SERIF), 100, both()))
    assert (mark.size, mark.y) == (10.0, 0.0)
    assert mark.pieces[0].glyphs == mark.face.shape("12", ("sups",)).glyphs != mark.face.shape("12").glyphs
    ((_, mark),) = (line.words for line in set_lines(content, style(), 100, both()))
    assert mark.size < 7 and mark.y < -3


def test_acronyms_are_small_capitals_where_the_style_says_so() -> None:
    content = text("De URC en NGO’s van de EU in KULeuven (ECRE)")
    plain, small = (stretches(content, style(acronyms=wanted), {}) for wanted in (False, True))
    assert len(plain) == 1
    assert [s.text for s in small if "c2sc" in s.look.features] == ["URC", "NGO", "ECRE"]
    assert "".join(s.text for s in small) == plain[0].text


def test_a_family_that_is_meant_for_a_script_stands_in_without_a_word() -> None:
    setting = both()
    setting.sheet = replace(setting.sheet, scripts=("serif",))
    set_lines(text("Женя ☐"), style(), 400, setting)
    assert not setting.log.diagnostics


def test_words_part_at_the_ethiopic_sign_between_them() -> None:
    setting = both()
    setting.faces = Faces({SQUARE: FONT, SERIF: FILE.with_name("NotoSansEthiopic-Regular.ttf")}, ("serif",))
    lines = set_lines(text("ሰላም፡ሰላም፡ሰላም፡ሰላም"), style(), 100, setting)
    assert len(lines) > 1 and all(line.endswith("፡") for line in read(lines)[:-1]) and not setting.log.errors

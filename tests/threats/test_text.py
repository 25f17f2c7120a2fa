"""THREATS T: letters that are easily lost, bent or turned round come out right, or are refused with their place."""

from pathlib import Path
from unicodedata import normalize

import pytest
from counting import growth
from laid import told
from square import HERE, config, read, sheet, style, text

from reportbuilder.assets.faces import Faces
from reportbuilder.layout.config import Config
from reportbuilder.layout.lines import set_lines
from reportbuilder.load.source import read_text
from reportbuilder.model.nodes import Emphasis, NoteMark, Text
from reportbuilder.style.sheet import FaceKey

SERIF = FaceKey("serif")
FILE = Path(__file__).parents[2] / "assets/fonts/SourceSerif4_400Regular.ttf"
REAL = style(face=SERIF)


def real() -> Config:
    """A setting with the font of the report."""
    made = config(sheet())
    made.faces, made.spans = Faces({SERIF: FILE}), {1: HERE}
    return made


def drawn(lines: list) -> str:
    return "".join(run.text for line in lines for run in line.words)


# ---------------------------------------------------------------- what is kept


def test_accents_typed_apart_are_read_as_one_letter(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(normalize("NFD", "café reëel\n") + "x\ty", encoding="utf-8")
    log = config().log
    assert read_text(tmp_path / "a.yaml", "a.yaml", log) == "café reëel\nx\ty" and not log.diagnostics


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2007", "\u2060", "\u2011"])
def test_what_must_not_break_does_not_break(space: str) -> None:
    typed = f"aaaa 25{space}000"
    lines = set_lines(text(typed), REAL, 38, real())
    assert [line.rstrip("␣") for line in read(lines)] == ["aaaa", f"25{space}000"]
    assert drawn(lines) == typed


def test_an_unseen_space_is_a_place_to_break_and_is_kept() -> None:
    setting = real()
    lines = set_lines(text("aaaaa\u200bbbbbb"), REAL, 40, setting)
    assert len(lines) == 2 and drawn(lines) == "aaaaa\u200bbbbbb" and not setting.log.diagnostics


@pytest.mark.parametrize("typed", ["a\u200db", "a\u200cb", "a\ufe0fb", "a\u034fb", "a\u2066b\u2069"])
def test_what_joins_and_parts_letters_is_kept_and_needs_no_glyph(typed: str) -> None:
    setting = real()
    assert drawn(set_lines(text(typed), REAL, 100, setting)) == typed
    assert not setting.log.diagnostics


def test_a_break_inside_a_ligature_keeps_all_letters_and_the_measure() -> None:
    setting = real()
    lines = set_lines(text("af\u00adf\u00adi\u00adni\u00adteit " * 30), style(face=SERIF, align="justify"), 70, setting)
    assert drawn(lines).replace("\u00ad", "").strip() == "affiniteit " * 29 + "affiniteit"
    assert max(line.width for line in lines) < 71 and not setting.log.diagnostics


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("\u202eabc\u202c", "direction-override"),
        ("\u202dabc\u202c", "direction-override"),
        ("\u2067abc", "direction-unclosed"),
        ("\u202babc\u2069", "direction-unclosed"),
        ("\u2067a\u2066b\u2069", "direction-unclosed"),
    ],
)
def test_signs_that_turn_text_round_are_told_and_must_be_closed(word: str, code: str) -> None:
    setting = real()
    lines = set_lines(text(f"Welkom {word} hier"), REAL, 300, setting)
    assert told(setting.log) == [f"{HERE.line}:{HERE.column} {code}"]
    assert drawn(lines) == f"Welkom {word} hier"


@pytest.mark.parametrize("word", ["\u2067abc\u2069", "\u2066a\u2067b\u2069\u2069", "abc\u200f", "\u202babc\u202c"])
def test_signs_of_direction_in_pairs_are_kept_and_say_nothing(word: str) -> None:
    setting = real()
    assert drawn(set_lines(text(f"Welkom {word} hier"), REAL, 300, setting)) == f"Welkom {word} hier"
    assert not setting.log.diagnostics


@pytest.mark.parametrize("word", ["ܫܠܡܐ", "𐤀𐤁", "߃߂"])
def test_a_script_from_right_to_left_that_no_font_has_is_an_error(word: str) -> None:
    setting = real()
    set_lines(text(f"Welkom {word} hier"), REAL, 300, setting)
    assert told(setting.log) == [f"{HERE.line}:{HERE.column} glyph-missing"]


@pytest.mark.parametrize("typed", ["wo😀rd", "x\u20d0y", "1\ufe0f\u20e3", "👨\u200d👩", "字"])
def test_a_sign_that_no_font_has_is_never_left_out_in_silence_not_even_a_mark_on_a_letter(typed: str) -> None:
    setting = real()
    set_lines(text(typed), REAL, 300, setting)
    assert told(setting.log) == [f"{HERE.line}:{HERE.column} glyph-missing"]


def test_many_missing_signs_of_one_text_are_one_message() -> None:
    setting = real()
    set_lines(text("".join(chr(0x4E00 + number) + " " for number in range(300))), REAL, 300, setting)
    (fault,) = setting.log.errors
    assert "and 295 more" in fault.message


def test_the_stand_in_of_a_refused_character_is_not_refused_again() -> None:
    setting = real()
    setting.log.error("bad-character", "the character U+0007 may not stand in a report", HERE)
    set_lines(text("a\ufffdb"), REAL, 300, setting)
    assert len(setting.log.errors) == 1


def test_words_glued_by_emphasis_that_pass_the_margin_are_refused() -> None:
    setting = config()
    setting.spans = {1: HERE}
    content = (Text("aaaaaa", HERE, 1), Emphasis((Text("bbbbbb", HERE, 3),), HERE, 2), NoteMark(1, 9, True, HERE, 4))
    set_lines(content, style(), 100, setting)
    assert told(setting.log) == [f"{HERE.line}:{HERE.column} word-too-wide"]
    set_lines(content, style(), 130, again := config())
    assert not again.log.errors


# ---------------------------------------------------------------- length


@pytest.mark.parametrize("unit", ["vrijwilligersvergadering", "ffiets", "een\u00ad", "a/"])
def test_a_word_without_an_end_takes_work_in_proportion_and_stays_inside(unit: str) -> None:
    def set_word(count: int) -> None:
        lines = set_lines(text(unit * (count // len(unit))), style(face=SERIF, align="justify", hyphenate=True), 200, real())
        assert max(line.width for line in lines) < 200.5

    assert growth(set_word, 250) < 20

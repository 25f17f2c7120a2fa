"""Words from right to left on their lines: in their places, read in their order, nothing lost."""

from pathlib import Path

import pytest
from square import FONT, HERE, config, sheet, style, text

from reportbuilder.assets.faces import Faces
from reportbuilder.layout.config import Config
from reportbuilder.layout.lines import set_lines, with_space
from reportbuilder.layout.page import Run
from reportbuilder.layout.rows import Line
from reportbuilder.model.nodes import Emphasis, Link, NoteMark, Text
from reportbuilder.style.sheet import FaceKey

FONTS = Path(__file__).parents[3] / "assets" / "fonts"
HEBREW = "שלום"


def world() -> Config:
    made = config(sheet())
    files = {"arabic": "NotoNaskhArabic-Regular.ttf", "hebrew": "NotoSerifHebrew-Regular.ttf"}
    keys = {FaceKey("square"): FONT} | {FaceKey(family): FONTS / file for family, file in files.items()}
    made.faces, made.spans = Faces(keys, tuple(files)), {1: HERE}
    return made


def seen(line: Line) -> list[str]:
    """The runs from left to right."""
    return [run.text for run in sorted((run for run in line.words if run.text.strip()), key=lambda run: run.x)]


def told(lines: list[Line]) -> str:
    return "".join(run.text for line in lines for run in line.words)


def right(run: Run) -> float:
    return run.x + sum(piece.width * run.size / 1000 + (run.gap if piece.is_space else 0.0) for piece in run.pieces)


def test_a_word_stands_in_its_place_and_its_letters_run_the_other_way() -> None:
    (line,) = set_lines(text(f"aa {HEBREW} bb"), style(), 400, world())
    assert seen(line) == ["aa ", HEBREW, " bb"] and told([line]) == f"aa {HEBREW} bb"
    word = line.words[1].pieces[0]
    assert word.reversed and word.clusters == tuple(reversed(HEBREW))


def test_words_that_follow_each_other_stand_from_right_to_left() -> None:
    (line,) = set_lines(text("aa مرحبا بكم bb"), style(), 400, world())
    assert [part.strip() for part in seen(line)] == ["aa", "بكم", "مرحبا", "bb"] and told([line]) == "aa مرحبا بكم bb"


def test_numbers_and_brackets_among_them() -> None:
    (line,) = set_lines(text("a (مرحبا 12 بكم) b"), style(), 400, world())
    assert "".join(seen(line)).replace(" ", "") == "a(بكم12مرحبا)b"
    (line,) = set_lines(text("مرحبا (بكم) 12,5"), style(), 400, world())
    assert [part.strip() for part in seen(line)] == ["12,5", ")", "بكم", "(", "مرحبا"]
    brackets = [piece.glyphs[0] for run in line.words for piece in run.pieces if piece.text in ("(", ")")]
    face = world().faces.face(FaceKey("square"))
    assert brackets == [face.shape(")").glyphs[0], face.shape("(").glyphs[0]]


def test_runs_lie_side_by_side_without_holes() -> None:
    (line,) = set_lines(text("aa مرحبا 12 בכ (مرحبا) bb"), style(), 400, world())
    runs = sorted(line.words, key=lambda run: run.x)
    assert all(after.x == pytest.approx(right(before)) for before, after in zip(runs, runs[1:])) and runs[0].x == 0


def test_a_paragraph_of_such_words_begins_at_the_right_and_its_last_line_too() -> None:
    content = text("مرحبا بكم في بلجيكا " * 8 + "(NGO) 2025.")
    lines = set_lines(content, style(align="justify", first_indent=20.0), 200, world(), 20.0)
    assert len(lines) > 2 and told(lines) == content[0].text
    edges = [(min(run.x for run in line.words if run.text.strip()), max(map(right, line.words))) for line in lines]
    assert edges[0][1] == pytest.approx(180) and all(edge == pytest.approx(200) for _, edge in edges[1:])
    assert all(edge == pytest.approx(0, abs=0.01) for edge, _ in edges[:-1]) and edges[-1][0] > 5


def test_lines_break_in_the_order_of_reading() -> None:
    lines = set_lines(text("a مرحبا بكم في بلجيكا b"), style(), 60, world())
    assert told(lines) == "a مرحبا بكم في بلجيكا b" and len(lines) > 2


def test_the_mark_of_a_note_goes_the_way_of_the_paragraph() -> None:
    dutch = (Text(f"a {HEBREW}", HERE, 1), NoteMark(12, 9, True, HERE, 2), Text(" b", HERE, 3))
    (line,) = set_lines(dutch, style(), 400, world())
    assert seen(line) == ["a ", HEBREW, "12", " b"] and line.notes == (9,)
    arabic = (Text("مرحبا بكم", HERE, 1), NoteMark(12, 9, True, HERE, 2), Text(" مرحبا", HERE, 3))
    (line,) = set_lines(arabic, style(), 400, world())
    assert [part.strip() for part in seen(line)] == ["مرحبا", "12", "بكم", "مرحبا"]


def test_emphasis_and_links_keep_their_words_and_places() -> None:
    content = (Text("a ", HERE, 1), Link("https://x.org", (Text(f"bb {HEBREW}", HERE, 3),), HERE, 2), Emphasis((Text(" c", HERE, 5),), HERE, 4))
    (line,) = set_lines(content, style(), 400, world())
    assert seen(line) == ["a ", "bb ", HEBREW, " c"]
    assert len(line.spots) == 1 and line.spots[0].x == 20 and line.spots[0].width == pytest.approx(line.words[3].x - 20)


def test_vowel_points_and_ligatures_keep_their_text() -> None:
    typed = "שָׁלוֹם لا إِلٰه"
    (line,) = set_lines(text(typed), style(), 400, world())
    assert told([line]) == typed
    letters = "".join("".join(reversed(piece.clusters)) for run in line.words for piece in run.pieces if piece.reversed)
    assert sorted(letters) == sorted(typed.replace(" ", ""))


def test_a_word_wider_than_its_line_is_cut_and_told() -> None:
    setting = world()
    lines = set_lines(text("ש" * 80), style(), 100, setting)
    assert told(lines) == "ש" * 80 and [d.code for d in setting.log.errors] == ["word-too-wide"]
    assert max(right(run) for line in lines for run in line.words) < 101


def test_a_title_that_goes_on_elsewhere_has_its_space_behind_the_word_as_it_is_read() -> None:
    (line,) = set_lines(text(f"aa {HEBREW}"), style(), 400, world())
    assert told([with_space(line)]) == f"aa {HEBREW} "

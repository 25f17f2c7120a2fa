"""The instrument of bench/typography finds words, spaces and hyphens where they were drawn."""

from pathlib import Path

import pytest

from instrument import draw, natural  # isort: skip  (finds the modules below)
from glyphs import drawn_lines, fonts
from hyphenation import permitted, seams
from reading import Line, NotWhole, read_lines


def read(folder: Path, pages: list, *paragraphs: str) -> list[Line]:
    return read_lines(drawn_lines(draw(folder / "known.pdf", pages), 0, 200), paragraphs, natural)


def test_words_and_spaces_are_where_they_were_drawn(tmp_path: Path) -> None:
    lines = read(tmp_path, [[(20, 150, "een", 1), (55, 150, "twee", 1), (20, 136, "drie", 1)]], "een twee drie")
    assert [[(word.text, word.left, word.right) for word in line.words] for line in lines] == [[("een", 20, 50), ("twee", 55, 95)], [("drie", 20, 60)]]
    assert [line.spaces for line in lines] == [((50, 55, False),), ()]
    assert [(line.first, line.last, line.page, line.baseline) for line in lines] == [(True, False, 0, 150), (False, True, 0, 136)]
    assert fonts(tmp_path / "known.pdf") == {"Square-Regular"}


@pytest.mark.parametrize(("space", "fixed"), [(" ", False), ("\u00a0", True), ("\u202f", True)])
def test_spaces_that_never_break_are_fixed(tmp_path: Path, space: str, fixed: bool) -> None:
    (line,) = read(tmp_path, [[(20, 150, "nr", 1), (45, 150, "5", 1)]], f"nr{space}5")
    assert line.spaces == ((40, 45, fixed),)


def test_widened_glyphs_are_no_space(tmp_path: Path) -> None:
    (line,) = read(tmp_path, [[(20, 150, "aaaaa", 1.02), (75, 150, "b", 1)]], "aaaaa b")
    assert line.spaces == ((pytest.approx(71), 75, False),)
    assert line.scale == pytest.approx(61 / 60)


def test_a_hyphen_that_was_put_there_is_told_from_one_of_the_text(tmp_path: Path) -> None:
    drawn = [[(20, 150, "ge-", 1), (20, 136, "zin", 1), (60, 136, "ad-", 1), (20, 122, "hoc", 1)]]
    first, second, third = read(tmp_path, drawn, "gezin ad-hoc")
    assert (first.hyphen, first.ends_in_hyphen, first.broken) == (True, True, ("gezin", 2))
    assert (second.hyphen, second.ends_in_hyphen, second.broken) == (False, True, ("ad-hoc", 3))
    assert (third.hyphen, third.ends_in_hyphen, third.broken) == (False, False, None)


@pytest.mark.parametrize(("before", "after", "word"), [("re-", "eel", "reëel"), ("cafe-", "tje", "cafeetje"), ("foto-", "tje", "foto'tje")])
def test_spelling_that_changes_at_a_break_is_known(tmp_path: Path, before: str, after: str, word: str) -> None:
    assert [line.hyphen for line in read(tmp_path, [[(20, 150, before, 1), (20, 136, after, 1)]], word)] == [True, False]


@pytest.mark.parametrize("paragraph", ["een drie", "een twee drie vier", "twee een drie", "een twee twee drie"])
def test_a_text_that_is_not_whole_is_refused(tmp_path: Path, paragraph: str) -> None:
    drawn = [[(20, 150, "een", 1), (55, 150, "twee", 1), (20, 136, "drie", 1)]]
    with pytest.raises(NotWhole):
        read(tmp_path, drawn, paragraph)


def test_what_stands_outside_the_text_is_left_out(tmp_path: Path) -> None:
    pdf = draw(tmp_path / "known.pdf", [[(20, 190, "kop", 1), (20, 150, "een", 1), (20, 5, "9", 1)]])
    assert [len(line.glyphs) for line in drawn_lines(pdf, 20, 180)] == [3]


def test_places_of_breaks() -> None:
    assert permitted("(gemeentehuis),") == {3, 7, 9}
    assert permitted("Linkedin-gids") >= {6}
    assert permitted("ABVV") == set()
    assert seams("Gezinshereniging,") == {6}
    assert seams("boek") == set()

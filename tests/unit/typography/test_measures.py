"""What bench/typography counts, on lines whose places are known."""

from dataclasses import replace

import pytest

from instrument import natural  # isort: skip  (finds the modules below)
from face import SPACE
from measures import is_overfull, is_short, measure, ratio
from page import MARGIN, Work
from reading import Line, Word
from rivers import rivers

WORK = Work("proef", ("Titel", "a"), 60)


def line(*gaps: float, letters: int = 3, **changes: object) -> Line:
    """Words of ``letters`` letters with such spaces between them, in parts of the font's space."""
    words, spaces, x = [], [], MARGIN
    for gap in (*gaps, 0.0):
        words.append(Word("a" * letters, x, x + 10 * letters, natural("a" * letters)[0]))
        x += 10 * letters
        if len(words) <= len(gaps):
            spaces.append((x, x + gap * SPACE, False))
        x += gap * SPACE
    whole = Line(0, 600.0, 1, False, False, tuple(words), tuple(spaces), False, False, None, 1.0, "a")
    return replace(whole, **changes)


def measured(*lines: Line):
    title = line(paragraph=0)
    return measure([title, *lines], WORK, lambda word: {2}, lambda word: set())


@pytest.mark.parametrize(("gap", "expected"), [(1, 0), (1.5, 1), (2, 2), (1 - 1 / 3, -1), (1 - 1 / 6, -0.5)])
def test_the_ratio_is_that_of_tex(gap: float, expected: float) -> None:
    assert ratio(line(gap, gap)) == pytest.approx(expected)


def test_spaces_are_held_against_the_font_and_last_lines_left_out() -> None:
    found = measured(line(1.4, 1.4), line(0.75, 0.75), line(3, 3, last=True))
    assert found.lines == 3
    assert found.mean_deviation == pytest.approx(32.5)
    assert (found.stretch_worst, found.shrink_worst) == (pytest.approx(40), pytest.approx(25))
    assert (found.tight, found.loose, found.very_loose, found.undecent) == (50, 50, 0, 100)


def test_fixed_spaces_are_not_counted() -> None:
    whole = line(1.5, 1.5)
    (left, right, _), other = whole.spaces
    assert measured(replace(whole, spaces=((left, right + 9, True), other))).stretch_worst == pytest.approx(50)


def test_hyphens_ladders_and_wrong_breaks() -> None:
    ends = {"hyphen": True, "ends_in_hyphen": True}
    found = measured(line(1, broken=("abcd", 2), **ends), line(1, broken=("abcd", 3), **ends), line(1, ends_in_hyphen=True), line(1, last=True))
    assert (found.hyphens, found.ladders_2, found.ladders_3, found.wrong) == (50, 250, 250, 1)


def test_a_diaeresis_goes_at_a_break() -> None:
    end = line(1, hyphen=True, broken=("reëel", 2))
    kept, dropped = (line(1, words=(Word("ëel", 0, 30, 30), Word("a", 32, 42, 10)), ink=ink) for ink in ((4.4, 7.2), (4.4, 5.0)))
    assert measured(end, kept).wrong == 1
    assert measured(end, dropped).wrong == 0, "the file says ë, the page shows e"
    assert measured(end, line(1, words=(Word("eel", 0, 30, 30), Word("a", 32, 42, 10)))).wrong == 0


def test_a_hanging_hyphen_is_not_overfull_and_a_letter_is() -> None:
    wide = line(1, letters=8)
    hanging = replace(wide, words=(*wide.words[:-1], replace(wide.words[-1], right=MARGIN + WORK.width + 3.2)))
    assert is_overfull(hanging, WORK)
    assert not is_overfull(replace(hanging, last_sign="-", ends_in_hyphen=True), WORK)


def test_short_last_lines() -> None:
    assert is_short(line(letters=1))
    assert is_short(line(letters=4))
    assert not is_short(line(letters=5))
    assert not is_short(line(1, letters=1))


def test_widows_orphans_and_feet() -> None:
    orphan = line(1, first=True, page=1, baseline=100.0)
    rest = [line(1, page=2, baseline=600.0), line(1, page=2, baseline=114.0, broken=("abcd", 2), hyphen=True)]
    widow = line(1, page=3, last=True)
    found = measured(line(1, last=True), orphan, *rest, widow, line(1, page=4, first=True, last=True))
    assert (found.widows, found.orphans, found.uneven, found.turned, found.pages) == (1, 1, 1, 1, 5)
    assert found.unfilled == pytest.approx(100 * (36 + 0 + 1 + 36) / 4), "of pages that end at 600, 100, 114 and 600, 14 points a line"


def test_a_river_runs_over_three_lines() -> None:
    wide, narrow = line(1.5, 1.5), line(1, 1)
    assert rivers([wide, wide]) == []
    assert rivers([wide, wide, wide]) == [3, 3]
    assert rivers([wide, narrow, wide, wide]) == []
    assert rivers([narrow, narrow, narrow]) == []
    moved = [replace(wide, spaces=tuple((a + shift, b + shift, f) for a, b, f in wide.spaces)) for shift in (0.0, 2.0, 4.0, 6.0)]
    assert rivers(moved) == [4, 4]
    assert rivers([wide, wide, replace(wide, page=1), wide]) == []

"""The breaks of least demerits, reckoned in the head: words ten points wide a letter, spaces ten points, hyphens ten."""

import pytest

from reportbuilder.layout import breaks
from reportbuilder.layout.breaks import INFINITE, Candidate, Measure, best_breaks, ragged, steepness


def candidates(text: str, hyphen: float = 50.0) -> list[Candidate]:
    """Words with ``-`` where they may be divided, which costs ``hyphen``."""
    found: list[Candidate] = []
    total = spaces = 0.0
    for number, word in enumerate(text.split()):
        if number:
            found.append((total, total + 10, spaces, spaces + 10, 0.0, False, 0, 0, 0))
            total, spaces = total + 10, spaces + 10
        *parts, rest = word.split("-")
        for part in parts:
            total += 10 * len(part)
            found.append((total + 10, total, spaces, spaces, hyphen, True, 0, 0, 0))
        total += 10 * len(rest)
    return [*found, (total, total, spaces, spaces, -INFINITE, False, 0, 0, 0)]


def set_text(text: str, measure: Measure, tolerance: float = INFINITE, hyphen: float = 50.0) -> list[str] | None:
    """The lines that come out."""
    ends = best_breaks(candidates(text, hyphen), measure, tolerance)
    if ends is None:
        return None
    marks = [(i, c) for i, c in enumerate(text) if c in " -"]
    lines, start = [], 0
    for end in ends:
        at, sign = marks[end] if end < len(marks) else (len(text), "")
        lines.append(text[start:at].replace("-", "") + ("-" if sign == "-" else ""))
        start = at + 1
    return lines


def measure(width: float, **more: float) -> Measure:
    return Measure(width, 10.0, **more)


def test_lines_are_chosen_together() -> None:
    assert set_text("aaa bb cc ddddd eeeeeeee", ragged(100, 10)) == ["aaa bb", "cc ddddd", "eeeeeeee"]


def test_without_a_way_that_is_good_enough_there_is_none() -> None:
    text = "aaaaaa bbb cccccccc"
    assert set_text(text, measure(110), 1.9) is None
    assert set_text(text, measure(110), 2.0) == set_text(text, measure(110)) == ["aaaaaa bbb", "cccccccc"]


def test_a_space_loses_a_third_at_most() -> None:
    assert set_text("aaa bbb cc dddd", measure(93.4)) == ["aaa bbb cc", "dddd"]
    assert set_text("aaa bbb cc dddd", measure(93.3)) == ["aaa bbb", "cc dddd"]


@pytest.mark.parametrize(("expansion", "first"), [(0.0, "aaaaaaaa bb"), (0.02, "aaaaaaaa bb cc")])
def test_letters_give_way_before_a_line_is_too_long(expansion: float, first: str) -> None:
    """Fourteen signs, 140 points; the two spaces can lose 6.67, twelve letters of ten points another 2.4."""
    lines = set_text("aaaaaaaa bb cc dddddddd", measure(131.5, expansion=expansion))
    assert lines is not None and lines[0] == first


def test_two_hyphens_in_a_row_cost_more_than_a_loose_line_and_three_are_never_set() -> None:
    text = "aa-aaaa bb-bbbb cc-cccc dd-dddd ee-eeee ff-ffff gg-gggg"
    for width in range(70, 200, 3):
        lines = set_text(text, measure(width), 8.0)
        flags = "".join("-" if line.endswith("-") else "." for line in lines or ())
        assert "---" not in flags


def test_a_loose_line_does_not_follow_a_tight_one_if_it_can_be_helped() -> None:
    def contrasts(text: str, width: float) -> int:
        """How often the spaces of neighbours differ by more than a class: one tight, the other loose."""
        fills = [(width - 10 * len(line)) / (10 * line.count(" ")) for line in (set_text(text, measure(width), 3.0) or [])[:-1] if " " in line]
        ratios = [fill * (2 if fill > 0 else 3) for fill in fills]
        return sum(a < -0.5 and b > 0.5 or a > 0.5 and b < -0.5 for a, b in zip(ratios, ratios[1:]))

    text = "aaa bb cccc d eee ff ggggg hh iii jjjj k lll mm nnnn ooo pp q rrrr ss ttt uu vvvv w xxx yy zzzz"
    found = sum(contrasts(text, width) for width in range(120, 300))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(breaks, "FITNESS_DEMERITS", 0.0)
        without = sum(contrasts(text, width) for width in range(120, 300))
    assert found < without


def test_where_nothing_else_fits_hyphens_follow_each_other() -> None:
    assert set_text("aaaa-bbbb-cccc-dddd-eeee", measure(50)) == ["aaaa-", "bbbb-", "cccc-", "dddd-", "eeee"]


def test_the_last_line_is_no_rest_of_a_word_if_it_can_be_helped() -> None:
    assert set_text("aaaa bbb cc-ccc", measure(110), 10.0) == ["aaaa bbb", "ccccc"]


def test_the_last_line_is_as_long_as_the_indent() -> None:
    text = "aa bb aa bb aa bb ddd"
    assert set_text(text, measure(170)) == ["aa bb aa bb aa bb", "ddd"]
    assert set_text(text, measure(170, short=40.0)) == ["aa bb aa bb aa", "bb ddd"]


def test_in_a_wide_column_a_loose_line_is_dearer_than_a_hyphen_and_in_a_narrow_one_not() -> None:
    text, narrow, wide = "aaa bb aa bb cc-ccccc aa bb aa bb cc", steepness(100, 10), steepness(400, 10)
    assert narrow < 0.1 and wide == 6.0 and steepness(255, 10) == 1
    assert set_text(text, measure(155, steep=narrow), hyphen=423)[0] == "aaa bb aa bb"
    assert set_text(text, measure(155, steep=wide), hyphen=423)[0] == "aaa bb aa bb cc-"


def test_ragged_text_ends_in_no_lone_short_word() -> None:
    assert set_text("aaaa bbbb cccc d", ragged(140, 10)) == ["aaaa bbbb", "cccc d"]


@pytest.mark.parametrize(("looseness", "count"), [(-1, 4), (0, 4), (1, 5), (2, 6), (3, 6)])
def test_a_paragraph_takes_as_many_lines_more_as_it_is_asked_to(looseness: int, count: int) -> None:
    text = " ".join(["aa"] * 24)
    lines = set_text(text, measure(180, looseness=looseness), 6.0)
    assert lines is not None and len(lines) == count


def test_a_word_wider_than_the_measure_stands_alone_and_spoils_no_other_line() -> None:
    assert set_text("aa aaaaaaaaaaaa bb bb", measure(70)) == ["aa", "aaaaaaaaaaaa", "bb bb"]

"""The Unicode Bidirectional Algorithm: examples of Annex 9, and its own test file where the machine has it."""

from collections.abc import Sequence
from pathlib import Path
from unicodedata import bidirectional

import pytest
from counting import growth
from hypothesis import given
from hypothesis import strategies as st

from reportbuilder.layout.bidi import ISOLATES, REMOVED, levels_of, visual_order
from reportbuilder.model.direction import is_reversed, runs_from_right, split_by_direction, telephones_marked, telephones_unmarked

EVERY_CASE = Path("/usr/share/unicode/BidiCharacterTest.txt")
"""Of the package unicode-data."""
CASES = """\
05D0 05D1 0028 05D2 05D3 005B 0026 0065 0066 005D 002E 0029 0067 0068;0;0;1 1 0 1 1 0 0 0 0 0 0 0 0 0;1 0 2 4 3 5 6 7 8 9 10 11 12 13
05D0 05D1 0028 05D2 05D3 005B 0026 0065 0066 005D 002E 0029 0067 0068;1;1;1 1 1 1 1 1 1 2 2 1 1 1 2 2;12 13 11 10 9 7 8 6 5 4 3 2 1 0
0061 0062 0063 0020 0028 0064 0065 0066 0020 0627 0628 062C 0029 0020 05D0;0;0;0 0 0 0 0 0 0 0 0 1 1 1 0 0 1;0 1 2 3 4 5 6 7 8 11 10 9 12 13 14
0627 0628 062C 0020 0062 006F 006F 006B 0028 0073 0029;0;0;1 1 1 0 0 0 0 0 0 0 0;2 1 0 3 4 5 6 7 8 9 10
0627 0628 062C 0020 0062 006F 006F 006B 0028 0073 0029;1;1;1 1 1 1 2 2 2 2 2 2 2;4 5 6 7 8 9 10 3 2 1 0
202E 0061 202A 0062 202C 2066 0063 2069 202A 0064 202C 0065 202C;1;1;x 3 x 4 x 3 4 3 x 4 x 3 x;11 9 7 6 5 3 1"""


def ended_levels(levels: Sequence[int], classes: Sequence[str], base: int) -> list[int]:
    """The levels of a line: white space at its end and before tabs takes the level of the paragraph (L1)."""
    ended = list(levels)
    trailing = True
    for index in reversed(range(len(ended))):
        if classes[index] in ("B", "S"):
            trailing = True
        elif classes[index] not in ("WS", "PDI", *ISOLATES, *REMOVED):
            trailing = False
        if trailing:
            ended[index] = base
    return ended


def checked(line: str) -> bool:
    """Whether levels and order come out as a line of the test file says."""
    codes, direction, base, levels, order = line.split(";")
    text = "".join(chr(int(code, 16)) for code in codes.split())
    if direction == "2":  # the first strong letter decides, which is not for us to do
        return True
    classes = [bidirectional(character) or "L" for character in text]
    found = ended_levels(levels_of(text, int(base)), classes, int(base))
    wanted = levels.split()
    kept = [index for index, level in enumerate(wanted) if level != "x"]
    seen = [kept[place] for place in visual_order([found[index] for index in kept])]
    return [str(found[index]) for index in kept] == [wanted[index] for index in kept] and seen == list(map(int, order.split()))


@pytest.mark.parametrize("line", CASES.splitlines())
def test_examples_of_the_annex(line: str) -> None:
    assert checked(line)


@pytest.mark.conform
@pytest.mark.slow
@pytest.mark.skipif(not EVERY_CASE.is_file(), reason="the package unicode-data is not installed")
def test_every_case_of_unicode() -> None:
    lines = [line.partition("#")[0].strip() for line in EVERY_CASE.read_text(encoding="utf-8").splitlines()]
    cases = [line for line in lines if line]
    assert len(cases) > 90_000 and [line for line in cases if not checked(line)] == []


@given(st.text(alphabet="ab 12.,()-+%אבج٣\u2067\u2069\u202b\u202c\u0301", max_size=40), st.integers(0, 1))
def test_every_character_has_a_level_and_a_place(text: str, base: int) -> None:
    levels = levels_of(text, base)
    assert len(levels) == len(text) and all(level >= base for level in levels)
    assert sorted(visual_order(levels)) == list(range(len(text)))


def test_the_first_letter_and_most_letters_decide_which_way_a_paragraph_runs() -> None:
    assert not is_reversed("Dari: سلام، چطور هستید؟")
    assert not is_reversed("سلام betekent vrede.") and is_reversed("سلام عليكم (NGO) 12345") and not is_reversed("123 …")


def test_languages_run_from_right_by_their_script() -> None:
    assert all(map(runs_from_right, ["ar", "ar-SY", "FA", "he", "ps-AF", "ur", "ku-Arab-IQ", "az-arab"]))
    assert not any(map(runs_from_right, ["nl-BE", "ku", "ar-Latn", "uk", "und", ""]))


def test_in_a_report_from_right_to_left_only_other_letters_turn_a_paragraph() -> None:
    assert is_reversed("Dari: سلام", True) and is_reversed("123 …", True) and not is_reversed("Dit is Nederlands.", True)


@given(st.text(alphabet="ab 12.,()+אבج٣\u2067\u0651", max_size=40), st.booleans())
def test_text_split_by_direction_is_the_whole_text(text: str, from_right: bool) -> None:
    parts = list(split_by_direction(text, from_right))
    assert "".join(part for part, _ in parts) == text and (from_right or all(a[1] != b[1] for a, b in zip(parts, parts[1:])))


def test_telephone_numbers_are_marked_once_and_unmarked() -> None:
    text = "هاتف 02 225 44 00، أو +32 (0) 2 225 44 00، عام 2025"
    marked = telephones_marked(text)
    assert marked.count("\u200e") == 2 and telephones_marked(marked) == marked and telephones_unmarked(marked) == text


def test_what_stands_between_words_from_right_to_left_goes_with_them() -> None:
    assert list(split_by_direction("aa مرحبا (بكم) 1 b")) == [("aa ", False), ("مرحبا (بكم", True), (") 1 b", False)]


@pytest.mark.parametrize("unit", ["אa", "(א)", "\u2067א\u2069", "\u2068(", "\u202bא\u202c", "[א"])
def test_levels_take_work_in_proportion_to_the_text(unit: str) -> None:
    assert growth(lambda count: levels_of(unit * (count // len(unit)), 0), 300) < 20

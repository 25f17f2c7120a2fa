"""The breaks of a whole chapter: what greed would do wrong on pages of twenty lines."""

from collections.abc import Sequence

from counting import growth
from square import sheet
from stacks import line, note, paragraph, shown

import pytest
from reportbuilder.layout.compose import Stack, compose
from reportbuilder.layout.rows import Barrier, Block, Elastic, Piece, Row, Setting

PAGE = sheet(height=240.0).page


def pages(pieces: Sequence[Piece], notes: dict | None = None, right_hand: bool = False) -> list[Stack]:
    """The first page is a left-hand one, and so the first two face each other."""
    return list(compose(pieces, notes or {}, PAGE, right_hand))


def foot(stack: Stack) -> float:
    return max(p.y + p.row.height - p.row.after for p in (*stack.rows, *stack.notes))


def heading(node: int, before: float = 20.0) -> Row:
    return Row(10.0, before=before, land=True, keep=True, begins=(node,))


def figure(node: int, height: float = 80.0) -> Block:
    return Block((Row(height, land=True, begins=(node,)),), 10.0)


def test_facing_pages_end_on_the_same_line() -> None:
    first, second, _ = pages([*paragraph(0, 18), *paragraph(20, 3), *(line(n) for n in range(30, 60))])
    assert foot(first) == foot(second) == 180, "the first can't take one or two lines of three; the second does without its last ones"


def test_pages_that_do_not_face_each_other_may_end_on_different_lines() -> None:
    first, second, _ = pages([*paragraph(0, 18), *paragraph(20, 3), *(line(n) for n in range(30, 60))], right_hand=True)
    assert (foot(first), foot(second)) == (180, 200)


def test_the_space_above_a_heading_takes_up_a_line() -> None:
    first, second, _ = pages([*paragraph(0, 6), heading(10), *paragraph(20, 10), *paragraph(40, 3), *(line(n) for n in range(50, 80))])
    assert [p.y for p in first.rows if 10 in p.row.begins] == [90.0], "30 points above it, not 20"
    assert foot(first) == foot(second) == 200


def test_the_space_above_a_heading_gives_up_a_line_to_finish_what_should_not_be_divided() -> None:
    whole = [line(20 + n, cost=4000 if n < 11 else 0) for n in range(12)]
    first, second, _ = pages([*paragraph(0, 6), heading(10), *whole, *(line(n) for n in range(50, 80))])
    assert shown(first)[-1] == 31 and foot(first) == foot(second) == 200
    assert [p.y for p in first.rows if 10 in p.row.begins] == [70.0]


def test_no_word_is_divided_by_a_page_turn() -> None:
    lines = [line(n, hyphenated=n == 19) for n in range(50)]
    assert shown(pages(lines, right_hand=True)[0])[-1] == 18
    lines = [line(n, hyphenated=n == 39) for n in range(70)]
    first, second = pages(lines)[:2]
    assert shown(second)[-1] == 37 and foot(first) == foot(second) == 190, "the page that faces it ends a line early too"


def test_a_last_page_of_one_line_is_filled_up_from_the_pages_before() -> None:
    stacks = pages([line(n) for n in range(41)])
    assert [len(stack.rows) for stack in stacks] == [19, 20, 2] or [len(stack.rows) for stack in stacks] == [19, 19, 3]
    assert len({foot(stack) for stack in stacks[:2]}) == 1


def test_a_figure_at_the_end_of_a_section_leaves_no_hole() -> None:
    pieces = [*(line(n) for n in range(14)), figure(90), *(line(n) for n in range(14, 18)), Barrier(), heading(95), *(line(n) for n in range(20, 40))]
    first, second = pages(pieces)[:2]
    assert 90 in shown(first) and foot(first) == 200, "it stands on the page of its call, and the text goes on behind it"
    assert shown(second)[0] in range(10, 14)


def test_a_figure_stands_at_the_foot_rather_than_with_a_hole_below_it() -> None:
    pieces = [*paragraph(0, 11), figure(90, 70.0), *paragraph(20, 4), *(line(n) for n in range(30, 60))]
    first = pages(pieces)[0]
    assert shown(first)[-1] == 90 or foot(first) == 200


def test_figures_keep_their_order() -> None:
    pieces: list[Piece] = []
    for number in range(12):
        pieces += [*(line(100 * number + n) for n in range(5)), figure(10_000 + number, 60.0 + 10 * (number % 3))]
    shown_figures = [b for stack in pages(pieces) for b in shown(stack) if b >= 10_000]
    assert shown_figures == [*range(10_000, 10_012)]


def test_notes_stay_at_the_foot_and_the_air_above_them_takes_up_lines() -> None:
    rows = [*paragraph(0, 10), *paragraph(20, 7), *paragraph(40, 3), *(line(n) for n in range(50, 80))]
    rows[3] = line(3, notes=(900,))
    first, second, _ = pages(rows, {900: note(900, 1)})
    assert first.notes[-1].y + 5.0 == 200 == foot(second)


def elastic(first: int, count: int, *others: int, whole: bool = False) -> list[Row]:
    """A paragraph that can be set with so many lines more, or so that the line asked ends with a word; its other settings have nodes from 1,000 on."""
    found = {more: Setting(50, lambda more=more: tuple(paragraph(first + 1000, count + more))) for more in others}
    rows = paragraph(first, count)
    rows[0] = line(first, keep=True, elastic=Elastic(count, 0.5 if whole else 1.0 if 1 in others else 0.0, lambda asked: ({0: found[0]} if 0 in found else {}) if asked else found))
    return rows


def test_a_paragraph_is_set_longer_where_its_page_would_end_early() -> None:
    first, second, _ = pages([*elastic(0, 6, 1), *paragraph(10, 13), *paragraph(30, 3), *(line(n) for n in range(50, 80))])
    assert shown(first) == [0, *range(1000, 1007), *range(10, 23)] and foot(first) == foot(second) == 200
    assert [p.y for p in first.rows] == [10.0 * n for n in range(20)]


def test_a_paragraph_is_set_shorter_to_take_in_a_line_that_may_not_stand_alone() -> None:
    first, second, _ = pages([*elastic(0, 6, -1), *paragraph(10, 13), *paragraph(30, 2), *(line(n) for n in range(50, 80))])
    assert shown(first) == [0, *range(1000, 1005), *range(10, 23), 30, 31] and foot(first) == foot(second) == 200


def test_a_line_that_ends_a_page_within_a_word_ends_with_one_in_another_setting() -> None:
    rows = elastic(10, 20, 0, whole=True)
    rows[9] = line(19, hyphenated=True)
    first, second = pages([*paragraph(0, 10), *rows, *(line(n) for n in range(50, 80))], right_hand=True)[:2]
    other = [[n for n in shown(stack) if n >= 1000] for stack in (first, second)]
    assert other == [[*range(1010, 1020)], [*range(1020, 1030)]] and foot(first) == 200, "and the paragraph goes on in that setting"


def test_a_paragraph_in_another_setting_stays_so_over_all_its_pages() -> None:
    rows = elastic(100, 35, 0, whole=True)
    rows[9] = line(109, hyphenated=True)
    stacks = pages([*paragraph(0, 10), *rows, *(line(n) for n in range(50, 80))], right_hand=True)
    assert [n for stack in stacks for n in shown(stack) if n >= 1000] == [*range(1100, 1135)]


def test_a_paragraph_that_goes_on_is_set_longer_where_the_next_page_would_end_early() -> None:
    rows = [*paragraph(0, 10), *elastic(20, 18, 1), *paragraph(50, 11), *paragraph(70, 3), *(line(n) for n in range(80, 120))]
    first, second = pages(rows)[:2]
    assert shown(first) == [*range(10), 20, *range(1020, 1030)] and shown(second) == [*range(1030, 1039), *range(50, 61)]
    assert foot(first) == foot(second) == 200


def test_a_paragraph_that_goes_on_is_set_shorter_where_the_next_page_would_pass_its_foot() -> None:
    rows = [*paragraph(0, 10), *elastic(20, 15, -1), *paragraph(50, 13), *paragraph(70, 3), *(line(n) for n in range(80, 120))]
    first, second = pages(rows)[:2]
    assert shown(first)[-1] == 1029 and shown(second)[:4] == [*range(1030, 1034)] and shown(second)[-1] == 72
    assert foot(first) == foot(second) == 200


def test_a_page_that_would_end_before_a_last_line_ends_within_its_paragraph_set_longer() -> None:
    first, second = pages([*paragraph(0, 17), *elastic(20, 4, 1), *(line(n) for n in range(50, 80))], right_hand=True)[:2]
    assert shown(first)[17:] == [20, *range(1020, 1023)] and shown(second)[:3] == [1023, 1024, 50] and foot(first) == 200


def test_two_paragraphs_are_set_shorter_to_take_in_two_lines() -> None:
    first, second, _ = pages([*elastic(0, 6, -1), *elastic(10, 6, -1), *paragraph(20, 7), *paragraph(40, 3), *(line(n) for n in range(50, 80))])
    assert shown(first)[-1] == 42 and len(first.rows) == 20 and foot(first) == foot(second) == 200


def test_paragraphs_set_otherwise_are_whole_and_in_order() -> None:
    rows: list[Row] = []
    counts = [3 + (7 * number) % 11 for number in range(150)]
    for number, count in enumerate(counts):
        rows += elastic(10_000 * number, count, *((1,), (-1,), (1, -1))[number % 3])
    stacks = pages(rows)
    at: dict[int, list[int]] = {}
    for placed in (placed for stack in stacks for placed in stack.rows):
        at.setdefault(placed.row.begins[-1] // 10_000, []).append(placed.row.begins[-1] % 10_000)
    assert list(at) == [*range(150)] and {len(at[number]) - count for number, count in enumerate(counts)} == {-1, 0, 1}
    assert all(found == [*range(found[0], found[0] + len(found))] and found[0] == (0 if len(found) == count else 1000) for found, count in zip(at.values(), counts))
    assert all([p.y for p in stack.rows] == [10.0 * n for n in range(len(stack.rows))] and len(stack.rows) <= 20 for stack in stacks)
    assert sum(len(stack.rows) < 20 for stack in stacks[:-1]) < 5


@pytest.mark.slow
def test_a_long_chapter_is_whole_and_takes_work_in_proportion_to_its_pages() -> None:
    def rows(count: int) -> list[Piece]:
        made: list[Piece] = []
        for number in range(count):
            made += [heading(1_000_000 + number)] if number % 7 == 0 else []
            made += paragraph(100 * number, 3 + number % 11)
        return made

    stacks = pages(rows(700))
    assert [b for stack in stacks for b in shown(stack)] == [row.begins[0] for row in rows(700)]
    assert len(stacks) > 200
    assert {foot(left) - foot(right) for left, right in zip(stacks[:-2:2], stacks[1:-1:2])} == {0.0}
    assert growth(lambda count: pages(rows(count)), 60) < 13


def test_a_figure_does_not_go_above_the_title_of_its_section() -> None:
    text = [*paragraph(0, 17), Barrier(), heading(50), *paragraph(51, 2), figure(70, 70.0), *paragraph(80, 8), *paragraph(100, 9)]
    assert shown(pages(text)[1])[:4] == [50, 51, 52, 70]

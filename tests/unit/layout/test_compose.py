"""Rows to pages of ten lines of ten points."""

from reportbuilder.layout.compose import Stack, compose
from reportbuilder.layout.rows import Barrier, Block, Row

from square import sheet
from stacks import line, note, paragraph, shown

PAGE = sheet().page


def pages(pieces: list, notes: dict | None = None, right_hand: bool = True) -> list[Stack]:
    return list(compose(pieces, notes or {}, PAGE, right_hand))


def test_rows_stand_on_the_grid_and_go_on_over_pages() -> None:
    first, second = pages([line(n) for n in range(12)])
    assert [p.y for p in first.rows] == [0, 10, 20, 30, 40, 50, 60, 70, 80, 90]
    assert shown(second) == [10, 11]


def test_no_orphan_and_no_widow() -> None:
    first, second = pages(paragraph(0, 9) + paragraph(20, 3))
    assert shown(first) == list(range(9)) and shown(second) == [20, 21, 22]
    first, second = pages(paragraph(0, 7) + paragraph(20, 4))
    assert shown(second) == [22, 23], "two lines of four go over, never one"


def test_a_heading_goes_over_with_its_text() -> None:
    heading = Row(10.0, before=10.0, land=True, keep=True, begins=(50,))
    first, second = pages([*paragraph(0, 8), heading, *paragraph(60, 4)])
    assert shown(first) == list(range(8)) and shown(second)[:2] == [50, 60]
    assert second.rows[0].y == 0, "the space above a heading is dropped at the top of a page"


def test_a_note_stands_at_the_foot_of_the_page_of_its_mark() -> None:
    rows = [line(n) for n in range(12)]
    rows[9] = line(9, notes=(100,))
    first, second = pages(rows, {100: note(100, 2)})
    assert shown(first) == list(range(9)) and not first.notes
    assert shown(second) == [9, 10, 11] and [p.y for p in second.notes] == [90, 95]


def test_a_note_is_divided_only_when_it_must_be() -> None:
    (stack, rest) = pages([line(0, notes=(100,)), line(1)], {100: note(100, 30)})
    assert shown(stack)[0] == 0
    assert sum(len(s.notes) for s in (stack, rest)) == 30, "no line of the note is lost"
    assert len(stack.notes) > 10


def test_a_divided_note_leaves_no_line_of_a_paragraph_alone_above_it() -> None:
    first, second, _ = pages([line(0, keep=True, notes=(100,)), line(1), line(2, keep=True), line(3)], {100: note(100, 30)})
    assert shown(first)[:2] == [0, 1] and len(first.notes) > 8
    assert shown(second)[-2:] != [1, 2]


def test_a_note_longer_than_several_pages_is_whole_and_in_order() -> None:
    stacks = pages([line(0, notes=(100,)), *(line(n) for n in range(1, 5))], {100: note(100, 95)})
    assert sum(len(s.notes) for s in stacks) == 95
    assert [n for s in stacks for n in shown(s)] == [0, 1, 2, 3, 4]
    assert all(p.y + p.row.height <= 100.01 for s in stacks for p in s.notes)


def test_a_thousand_notes_on_one_line_all_come_in_order() -> None:
    notes = {n: note(n, 1) for n in range(1000, 2000)}
    stacks = pages([line(0, notes=tuple(notes)), line(1)], notes)
    assert [b for s in stacks for p in s.notes for b in p.row.begins] == list(range(1000, 2000))


def test_a_figure_that_does_not_fit_comes_on_top_of_the_next_page_and_text_runs_on() -> None:
    figure = Block((Row(50.0, land=True, begins=(70,)),), 10.0)
    first, second = pages([*(line(n) for n in range(6)), figure, *(line(n) for n in range(6, 12))])
    assert shown(first) == list(range(10))
    assert shown(second) == [70, 10, 11] and second.rows[0].y == 0


def test_a_note_of_a_figure_that_was_put_off_goes_with_it() -> None:
    figure = Block((Row(50.0, land=True, begins=(70,), notes=(100,)),), 10.0)
    first, second = pages([*(line(n) for n in range(6)), figure, *(line(n) for n in range(6, 12))], {100: note(100, 2)})
    assert not first.notes and shown(second)[0] == 70 and len(second.notes) == 2


def test_a_figure_is_set_before_the_next_section() -> None:
    figure = Block((Row(50.0, land=True, begins=(70,)),), 10.0)
    first, second = pages([*(line(n) for n in range(6)), figure, Barrier(), line(90), line(91)])
    assert shown(first) == list(range(6)) and shown(second) == [70, 90, 91]


def test_a_bleeding_picture_stands_on_top_only() -> None:
    figure = Block((Row(40.0, begins=(70,)),), top=True)
    first, second = pages([line(0), figure, *(line(n) for n in range(1, 12))])
    assert shown(first) == [70, *range(6)] and shown(second) == [*range(6, 12)]
    first, second = pages([*(line(n) for n in range(8)), figure, *(line(n) for n in range(8, 12))])
    assert shown(first) == [*range(10)] and shown(second) == [70, 10, 11], "where its call does not fit below it, it comes on the next page"


def test_a_spread_begins_on_a_left_hand_page() -> None:
    half = Block((Row(40.0, begins=(71,)),), top=True)
    figure = Block((Row(40.0, begins=(70,)),), top=True, spread=half)
    stacks = pages([figure, *(line(n) for n in range(22))], right_hand=True)
    assert shown(stacks[0]) == list(range(10))
    assert shown(stacks[1])[0] == 70 and shown(stacks[2])[0] == 71


def test_rows_that_repeat_come_again_on_the_next_page() -> None:
    head = Row(10.0, keep=True, begins=(5,))
    again = Row(10.0, begins=(500,))
    rows = [head, *(Row(10.0, repeat=(again,), begins=(n,)) for n in range(10, 25))]
    first, second = pages(rows)
    assert shown(first) == [5, *range(10, 19)]
    assert shown(second) == [500, *range(19, 25)]


def test_rows_that_keep_together_longer_than_a_page_break_somewhere() -> None:
    stacks = pages([line(n, keep=True) for n in range(25)])
    assert [n for s in stacks for n in shown(s)] == list(range(25))


def test_a_row_taller_than_a_page_stands_alone_and_is_told() -> None:
    stacks = pages([line(0), Row(250.0, begins=(1,)), line(2)])
    assert [shown(s) for s in stacks] == [[0], [1], [2]]
    assert [s.overfull for s in stacks] == [False, True, False]

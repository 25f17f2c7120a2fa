"""What stands beside the text finds room on its page, or on the next."""

from msgspec.structs import replace

from laid import check_all, lay_out_yaml, side_sheet, told

from reportbuilder.layout.compose import PlacedRow
from reportbuilder.layout.beside import placed_beside
from reportbuilder.layout.page import Run
from reportbuilder.layout.rows import Row

PAGE = side_sheet().page
ASIDE = Row(50.0, anchor="side", begins=(7,))


def ys(rows: list[PlacedRow], carried: tuple[Row, ...] = ()) -> tuple[list[float], int]:
    found, left = placed_beside(rows, carried, PAGE)
    return [one.y for group in found.values() for one in group], len(left)


def beside(y: float, *asides: Row) -> PlacedRow:
    return PlacedRow(y, Row(10.0, asides=asides))


def test_it_stands_level_with_its_row() -> None:
    assert ys([beside(0.0), beside(30.0, ASIDE)]) == ([30.0], 0)


def test_at_the_foot_of_the_page_it_stands_higher() -> None:
    assert ys([beside(PAGE.text_height - 10.0, ASIDE)]) == ([PAGE.text_height - 50.0], 0)


def test_it_stands_clear_of_the_page_number_in_the_margin_if_that_is_near() -> None:
    page = replace(PAGE, folio="margin", footer=PAGE.height - PAGE.top - 60.0)
    found, _ = placed_beside([beside(40.0, ASIDE)], (), page)
    assert [one.y for group in found.values() for one in group] == [0.0], "the number stands at 60, and half a line of air above it"


def test_two_stand_under_each_other() -> None:
    assert ys([beside(0.0, ASIDE, ASIDE)]) == ([0.0, 60.0], 0)


def test_it_stands_clear_of_what_takes_the_whole_width() -> None:
    wide = PlacedRow(20.0, Row(100.0, anchor="full"))
    assert ys([beside(0.0, ASIDE), wide]) == ([130.0], 0)


def test_without_room_it_goes_to_the_next_page_and_stands_first_there() -> None:
    full = PlacedRow(10.0, Row(PAGE.text_height, anchor="full"))
    assert ys([beside(0.0, ASIDE), full]) == ([], 1)
    assert ys([beside(0.0), beside(10.0, ASIDE)], (ASIDE,)) == ([0.0, 60.0], 0)


FACTS = "  - facts: [{value: '%d', label: zoveel}]\n    place: margin\n"


def test_more_than_fits_beside_the_text_goes_on_beside_nothing() -> None:
    document, layout, log = lay_out_yaml(
        "chapter: H\nid: h\nbody:\n  - text: Kort.\n" + "".join(FACTS % number for number in range(20)), made=side_sheet()
    )
    assert not log.diagnostics and len(layout.pages) == 4
    check_all(document, layout, PAGE)
    values = ["".join(p.text for p in item.pieces) for page in layout.pages for item in page.items if isinstance(item, Run)]
    assert [value for value in values if value.isdecimal()] == [str(number) for number in range(20)]


def test_a_chapter_of_nothing_but_a_margin_has_it() -> None:
    document, layout, log = lay_out_yaml("chapter: H\nid: h\nbody:\n" + FACTS % 3, made=side_sheet())
    assert not log.diagnostics
    check_all(document, layout, PAGE)


def test_one_taller_than_the_page_is_told() -> None:
    facts = "".join(f"      - {{value: '{number}', label: zoveel}}\n" for number in range(40))
    _, _, log = lay_out_yaml(f"chapter: H\nid: h\nbody:\n  - text: Kort.\n  - facts:\n{facts}    place: margin\n", made=side_sheet())
    assert told(log) == ["5:5 block-too-tall"]

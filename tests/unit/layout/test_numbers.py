"""The year in figures, where its words run long."""

from laid import check_all, drawn, lay_out_yaml, small_sheet, told
from msgspec.structs import replace

LONG = "woorden " * 60


def test_charts_that_side_by_side_would_be_taller_than_the_page_stand_under_each_other() -> None:
    chart = "  - chart: {kind: bar, alt: Staven, values: [{label: " + LONG + ", value: 1}, {label: twee, value: 2}]}\n"
    document, layout, log = lay_out_yaml("numbers: Het jaar\nid: jaar\nitems:\n" + chart + chart)
    assert told(log) == []
    check_all(document, layout)


def test_charts_are_as_much_larger_as_the_sheet_says_and_facing_pages_end_on_one_line() -> None:
    chart = "  - chart: {kind: bar, width: wide, alt: Staven, values: [{label: een, value: 1}, {label: twee, value: 22}]}\n"
    fact = "  - {value: '7', label: dagen}\n"
    large = "  - {value: '9', label: jaren, size: large}\n"
    made = small_sheet()
    made = replace(made, displays=replace(made.displays, numbers=replace(made.displays.numbers, charts=2.0, gap=5.0)))
    _, layout, log = lay_out_yaml("numbers: Het jaar\nid: jaar\nitems:\n" + large + fact + chart + fact, made=made)
    assert told(log) == []
    left, right = (list(drawn(page)) for page in layout.pages[1:3])
    assert {run.size for run in right if run.text == "22"} == {2 * made.style("chart-value").size}
    assert max(run.y for run in left) == max(run.y for run in right)

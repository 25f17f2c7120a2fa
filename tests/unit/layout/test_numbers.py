"""The year in figures, where its words run long."""

from laid import check_all, lay_out_yaml, told

LONG = "woorden " * 60


def test_charts_that_side_by_side_would_be_taller_than_the_page_stand_under_each_other() -> None:
    chart = "  - chart: {kind: bar, alt: Staven, values: [{label: " + LONG + ", value: 1}, {label: twee, value: 2}]}\n"
    document, layout, log = lay_out_yaml("numbers: Het jaar\nid: jaar\nitems:\n" + chart + chart)
    assert told(log) == []
    check_all(document, layout)

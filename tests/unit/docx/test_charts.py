"""Charts in Word: a drawing with its message, its numbers as a table, a caption that Word counts."""

import pytest
from unit.docx.made import PAGE, S, body, chapter, t, written

from reportbuilder.model import nodes as n

POINTS = tuple(n.Point(t(label), t(shown), float(value), False, S) for label, shown, value in (("een", "1.000", 1000), ("twee", "500", 500)))
CHART = n.Chart("bar", "column", t("Titel"), t("keer"), POINTS, t("Bron"), "Een is het meest", S)


def test_a_chart_has_its_title_unit_numbers_and_source() -> None:
    assert body(CHART).lines()[2:] == [
        "ChartTitle: Figuur\u00a01. Titel", "ChartNote: keer", "Figure: ", "TableHead: Onderdeel", "TableHead: Waarde", "TableText: een", "TableText: 1.000", "TableText: twee", "TableText: 500", "ChartNote: Bron", "Gap: ",
    ]  # fmt: skip


def test_every_text_of_a_chart_is_a_segment_of_its_own() -> None:
    names = body(CHART).find("//w:bookmarkStart/@w:name")
    fields = [name.rpartition("_")[2] for name in names]
    assert [field for field in fields if not field.isdecimal()] == ["title", "unit", "label", "shown", "label", "shown", "source"]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("chart", [n.Chart("bar", "wide", t("Titel"), (), POINTS, (), "Alt", S)])
def test_a_wide_chart_without_source_is_kept_from_what_follows(chart: n.Chart) -> None:
    assert body(chart).lines()[-1] == "Gap: "


def test_a_chart_of_the_figures_takes_the_whole_width() -> None:
    def widths(wide: bool) -> list[str]:
        part = n.Numbers(n.Heading(1, t("Cijfers"), S), None, (CHART,), S)
        return written(part if wide else chapter(CHART)).find("//w:tblW/@w:w")

    assert widths(wide=True) == [str(round(PAGE.full_width * 20))] and widths(wide=False) == [str(round(PAGE.text_width * 20))]

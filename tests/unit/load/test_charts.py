"""`load.charts`: numbers are read strictly and written in the language of the report."""

import pytest

from reportbuilder.diag.diagnostic import Log
from reportbuilder.model.nodes import Chapter, Chart
from reportbuilder.model.text import plain_text

from ..written import part_of, said


def chart(values: str, more: str = "kind: bar", alt: str = "De boodschap", **known: str) -> tuple[Chart, list[str]]:
    log = Log()
    text = f"chapter: H\nid: h\nbody:\n  - chart: {{{more}, title: Titel, alt: {alt}, values: [{values}]}}\n"
    made = part_of(text, log, **known)
    assert isinstance(made, Chapter) and isinstance(made.blocks[0], Chart)
    return made.blocks[0], said(log)


def test_a_number_comes_from_a_figure_and_is_written_for_readers() -> None:
    made, messages = chart('{label: a, value: "{{ x.n }}"}, {label: b, value: 1.5, highlight: yes}, {label: c, value: 2, shown: ruim 2}', n="4158")
    assert [(p.value, plain_text(p.shown), p.highlight) for p in made.points] == [(4158, "4.158", False), (1.5, "1,5", True), (2, "ruim 2", False)]
    assert messages == []


@pytest.mark.parametrize(("format", "shown"), [("euro", "€\u00a0812.318"), ("procent", "812.318\u202f%"), ("getal", "812.318")])
def test_a_number_is_written_as_the_format_says(format: str, shown: str) -> None:
    made, _ = chart("{label: a, value: 812318}", f"kind: column, format: {format}")
    assert plain_text(made.points[0].shown) == shown


@pytest.mark.parametrize("typed", ["veel", "4.158.000", "1e3", "010", "'{{ x.n | euro }}'", "'1 000'", "½", "'１２'"])
def test_what_is_no_number_is_said_at_its_place(typed: str) -> None:
    made, messages = chart(f"{{label: a, value: {typed}}}", n="4158")
    assert made.points[0].value == 0
    (message,) = messages
    assert message.startswith("f.yaml:4:") and "bad-number" in message


def test_a_figure_that_is_unknown_is_said_once() -> None:
    _, messages = chart('{label: a, value: "{{ x.zon }}"}')
    assert [message.split()[1] for message in messages] == ["unknown-variable"]


def test_only_a_line_goes_below_zero() -> None:
    assert chart("{label: a, value: -1}", "kind: line")[1] == []
    for kind in ("bar", "column", "donut"):
        assert "below zero" in chart("{label: a, value: -1}, {label: b, value: 1}", f"kind: {kind}")[1][0]


def test_a_ring_of_nothing_and_a_chart_of_too_much_are_faults() -> None:
    assert "all parts of the ring are zero" in chart("{label: a, value: 0}", "kind: donut")[1][0]
    assert "chart-full" in chart(", ".join("{label: a, value: 1}" for _ in range(11)), "kind: donut")[1][0]


def test_a_description_that_repeats_the_title_is_advised_against() -> None:
    _, messages = chart("{label: a, value: 1}", alt="titel")
    assert "alt-repeats" in messages[0]

"""From the mapping of a chart to its node; its numbers are read strictly, so that what is drawn is what was typed."""

import re

from reportbuilder.load.fields import Fields, inner, items, place, typed
from reportbuilder.load.formats import FigureFault, formatted
from reportbuilder.load.values import Mapping, Scalar
from reportbuilder.load.wording import shown
from reportbuilder.model.nodes import Chart, ChartKind, ChartWidth, Inlines, Point, Text
from reportbuilder.model.text import plain_text

KINDS: dict[str, ChartKind] = {"bar": "bar", "column": "column", "line": "line", "donut": "donut"}
WIDTHS: dict[str, ChartWidth] = {"column": "column", "wide": "wide"}
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,9})?")
_CALL = re.compile(r"\{\{\s*([A-Za-z0-9_.]+)\s*\}\}")
_MOST = {"bar": 40, "column": 24, "line": 24, "donut": 10}
"""So many numbers can be told apart in a chart of that kind."""


def chart(item: Mapping, fields: Fields) -> Chart:
    """The chart that the item holds."""
    mapping = inner(item, "chart")
    kind = KINDS.get(typed(mapping, "kind"), "bar")
    title = fields.inlines(mapping, "title")
    points = tuple(_point(value, typed(mapping, "format") or "getal", kind, fields) for value in items(mapping, "values"))
    made = Chart(
        kind,
        WIDTHS.get(typed(mapping, "width"), "column"),
        title,
        fields.inlines(mapping, "unit"),
        points,
        fields.inlines(mapping, "source"),
        fields.line(mapping, "alt"),
        place(mapping, title),
        typed(mapping, "id"),
    )
    _check(made, mapping, fields)
    return made


def _point(mapping: Mapping, format: str, kind: ChartKind, fields: Fields) -> Point:
    label = fields.inlines(mapping, "label")
    scalar = mapping.get("value")
    number = _number(scalar, kind, fields) if isinstance(scalar, Scalar) else ""
    written = fields.inlines(mapping, "shown") or _written(number, format, scalar, fields)
    return Point(label, written, float(number or 0), typed(mapping, "highlight") == "yes", place(mapping, label))


def _number(scalar: Scalar, kind: ChartKind, fields: Fields) -> str:
    """The number as digits, figures brought in; "" where it is none, which is said at its place."""
    text = fields.data(scalar).strip()
    if not text or "{{" in text:
        return ""  # said by `check` or by `substitute`
    if not _NUMBER.fullmatch(text):
        hint = "write digits with a point for decimals, or {{ group.name }} without a filter; ‘format’ sets how it is written"
        fields.log.error("bad-number", f"‘{shown(text)}’ is no number", scalar.span, hint)
        return ""
    if text.startswith("-") and kind != "line":
        fields.log.error("bad-number", f"a chart of the kind ‘{kind}’ can't show ‘{text}’, which is below zero", scalar.span, "use ‘kind: line’, or a table")
        return ""
    return text


def _written(number: str, format: str, scalar: object, fields: Fields) -> Inlines:
    if not number or not isinstance(scalar, Scalar):
        return ()
    try:
        written = formatted(number, format, fields.language)
        call = _CALL.fullmatch(scalar.text.strip()) if fields.raw else None
        return (Text(f"{{{{ {call[1]} | {format} }}}}" if call else written, scalar.span),)
    except FigureFault as fault:
        fields.log.error("bad-figure", fault.message, scalar.span, fault.hint)
        return (Text(number, scalar.span),)


def _check(made: Chart, mapping: Mapping, fields: Fields) -> None:
    """What only the chart as a whole can show."""
    if len(made.points) > _MOST[made.chart]:
        hint = "leave out or take together the smallest, or use a table"
        fields.log.error("chart-full", f"{len(made.points)} numbers can't be told apart in a chart of the kind ‘{made.chart}’", made.span, hint)
    faultless = all(point.shown for point in made.points)
    if made.points and faultless and made.chart == "donut" and not any(point.value for point in made.points):
        fields.log.error("bad-number", "all parts of the ring are zero", made.span, "a ring shows parts of a whole; use another kind")
    alt = mapping.get("alt")
    if made.alt and isinstance(alt, Scalar) and made.alt.strip().casefold() == plain_text(made.title).strip().casefold():
        fields.log.advise("alt-repeats", "the description of the chart is its title", alt.span, "say what the chart shows: the message with its numbers")

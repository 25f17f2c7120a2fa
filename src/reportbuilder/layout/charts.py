"""Charts: a title, the drawing with its labels right beside what they name, and where the numbers come from; all on the grid.

The drawing shows the chart itself; labels and numbers are text of their own, so that a reader who hears the page has them as a table.
"""

from math import ceil
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.layout.config import Config
from reportbuilder.layout.lines import break_lines, set_lines
from reportbuilder.layout.looks import Stretch, base_look, stretches
from reportbuilder.layout.page import Item, Shape
from reportbuilder.layout.paths import circle, polyline, rectangle
from reportbuilder.layout.rings import ring
from reportbuilder.layout.rows import Anchor, Block, Line, Row
from reportbuilder.layout.strips import begun_on, closed, lowered, natural_width, notes_on, stacked, widest_word
from reportbuilder.model.nodes import Chart, Inlines, Point
from reportbuilder.style.displays import ChartStyle
from reportbuilder.style.sheet import TextStyle

AXIS = 0.5
MOST_LABELS = 0.7
"""Of the width of bars, if a word of their labels needs it."""
SOURCE_GAP = 3.0


class Sketch(Struct):
    """A drawing in the making, from its top left corner: what is drawn, the text in it, and the lines of that text."""

    chart: Chart
    width: float
    config: Config
    drawn: list[Item] = []
    text: list[Item] = []
    lines: list[Line] = []

    @property
    def style(self) -> ChartStyle:
        return self.config.sheet.displays.charts

    @property
    def baseline(self) -> float:
        return self.config.sheet.page.baseline

    def on_grid(self, height: float) -> float:
        """The height in whole lines."""
        return ceil(height / self.baseline - 1e-6) * self.baseline

    def fill(self, ops: tuple, ink: str) -> None:
        self.drawn.append(Shape(0.0, 0.0, ops, fill=ink, node=self.chart.id))

    def stroke(self, ops: tuple, ink: str, thickness: float) -> None:
        self.drawn.append(Shape(0.0, 0.0, ops, stroke=ink, thickness=thickness, node=self.chart.id))

    def look(self, name: str, point: Point) -> TextStyle:
        """The style of a label; a highlighted one is heavier too, since colour alone tells nothing to some."""
        style = self.config.sheet.style(name)
        return replace(style, ink=self.style.highlight, face=replace(style.face, weight=style.strong)) if point.highlight else style

    def ink(self, point: Point) -> str:
        return self.style.highlight if point.highlight else self.style.ink

    def natural(self, content: Inlines, style: TextStyle) -> float:
        return natural_width(stretches(content, style, self.config.pages), self.config)

    def widest(self, content: Inlines, style: TextStyle) -> float:
        return widest_word(stretches(content, style, self.config.pages), self.config)

    def write(self, lines: list[Line], style: TextStyle, x: float, y: float) -> None:
        """Lines set under each other from a place."""
        self.text += stacked(lines, style, x, y, self.config)
        self.lines += lines


def chart_block(chart: Chart, left: float, width: float, main: bool, config: Config) -> Block:
    """The chart as one strip, which may move to the next page as figures do; only in the ``main`` column it may be wide."""
    page = config.sheet.page
    anchor: Anchor = "text"
    if chart.width == "wide" and main:
        anchor, left, width = "full", 0.0, page.full_width
    marks, height, lines = chart_marks(chart, left, width, config)
    whole = closed(height, config)
    row = Row(
        whole,
        marks,
        anchor=anchor,
        land=True,
        notes=notes_on(lines),
        begins=(chart.id, *(point.id for point in chart.points), *begun_on(lines)),
        after=whole - height,
    )
    return Block((row,), page.baseline)


def chart_marks(chart: Chart, left: float, width: float, config: Config) -> tuple[tuple[Item, ...], float, list[Line]]:
    """(marks, height, lines) of a chart below the top of its row."""
    sheet = config.sheet
    title_style, note_style = sheet.style("chart-title"), sheet.style("chart-note")
    sketch = Sketch(chart, width, config)
    title = break_lines(_title(chart, title_style, config), title_style, width, config)
    unit = set_lines(chart.unit, note_style, width, config)
    marks = [*stacked(title, title_style, left, 0.0, config)]
    y = len(title) * title_style.leading
    marks += stacked(unit, note_style, left, y, config)
    y = sketch.on_grid(y + len(unit) * note_style.leading + sketch.style.gap)
    height = _drawn(sketch)
    marks += _right(lowered([*sketch.drawn, *sketch.text], y), left)
    y += height
    source = set_lines(chart.source, note_style, width, config)
    if source:
        marks += stacked(source, note_style, left, y + SOURCE_GAP, config)
        y = sketch.on_grid(y + SOURCE_GAP + len(source) * note_style.leading)
    return tuple(marks), y, [*title, *unit, *sketch.lines, *source]


def _right(marks: tuple[Item, ...], by: float) -> list[Item]:
    return [replace(mark, x=mark.x + by) for mark in marks]


def _title(chart: Chart, style: TextStyle, config: Config) -> list[Stretch]:
    """“Figuur 3. ” as before captions, then the title; the label shows the chart itself."""
    title = stretches(chart.title, style, config.pages)
    if not chart.number:
        return title
    return [Stretch(f"{chart.kind} {chart.number}. ", replace(base_look(style), ink=style.link_ink or style.ink), chart.id), *title]


def _drawn(sketch: Sketch) -> float:
    """Draw; gives the height in whole lines."""
    match sketch.chart.chart:
        case "bar":
            return _bars(sketch)
        case "column":
            return _columns(sketch)
        case "line":
            return _curve(sketch)
        case "donut":
            return ring(sketch)
        case _:
            assert_never(sketch.chart.chart)


def _bars(sketch: Sketch) -> float:
    """Bars from a common line at the right of their labels, each number at the end of its bar."""
    style, points = sketch.style, sketch.chart.points
    looks = [(point.label, sketch.look("chart-label", point)) for point in points]
    natural, word = max(sketch.natural(*look) for look in looks) + 0.5, max(sketch.widest(*look) for look in looks)
    labels = max(min(natural, style.labels * sketch.width), min(word, MOST_LABELS * sketch.width))
    values = max(sketch.natural(p.shown, sketch.look("chart-value", p)) for p in points) + 0.5
    start = labels + style.gap
    values = min(values, (sketch.width - start - style.gap) / 2)
    room = sketch.width - start - style.gap - values
    most = max(p.value for p in points)
    y = 0.0
    for point in points:
        label_style, value_style = sketch.look("chart-label", point), sketch.look("chart-value", point)
        lines, shown = set_lines(point.label, label_style, labels, sketch.config), set_lines(point.shown, value_style, values, sketch.config)
        length = room * point.value / most if most > 0 else 0.0
        high = max(len(lines) * label_style.leading, len(shown) * value_style.leading, style.bar, sketch.baseline)
        first = max(label_style.leading, value_style.leading, style.bar, sketch.baseline)
        whole = sketch.on_grid(high)
        middle = y + (whole - high + first) / 2
        sketch.fill(rectangle(start, middle - style.bar / 2, length, style.bar), sketch.ink(point))
        sketch.write(lines, label_style, 0.0, middle - label_style.leading / 2)
        sketch.write(shown, value_style, start + length + style.gap, middle - value_style.leading / 2)
        y += whole
    sketch.stroke(polyline([(start, 0.0), (start, y)]), style.axis, AXIS)
    return y


def _columns(sketch: Sketch) -> float:
    """Columns on a common line, each number on its column, each label below it."""
    style, points = sketch.style, sketch.chart.points
    slot = sketch.width / len(points)
    axis, most = sketch.on_grid(style.height + _tallest(sketch, slot) + style.gap / 2), max(p.value for p in points)
    lowest = 0.0
    for number, point in enumerate(points):
        height = style.height * point.value / most if most > 0 else 0.0
        x = number * slot
        sketch.fill(rectangle(x + slot * (1 - style.column) / 2, axis - height, slot * style.column, height), sketch.ink(point))
        lowest = max(lowest, _label(sketch, point, x, slot, axis + style.gap / 2))
        _value(sketch, point, x, slot, axis - height - style.gap / 2)
    sketch.stroke(polyline([(0.0, axis), (sketch.width, axis)]), style.axis, AXIS)
    return sketch.on_grid(lowest)


def _curve(sketch: Sketch) -> float:
    """A line through points over their labels. It stands on zero, as do columns, so that its slope is honest."""
    style, points = sketch.style, sketch.chart.points
    slot = sketch.width / len(points)
    least, most = min(0.0, *(p.value for p in points)), max(0.0, *(p.value for p in points))
    scale = style.height / (most - least) if most > least else 0.0
    foot = sketch.on_grid(style.height + _tallest(sketch, slot) + style.gap + style.dot / 2)
    zero = foot + least * scale
    spots = [((number + 0.5) * slot, zero - point.value * scale) for number, point in enumerate(points)]
    sketch.stroke(polyline([(0.0, zero), (sketch.width, zero)]), style.axis, AXIS)
    if len(spots) > 1:
        sketch.stroke(polyline(spots), style.ink, style.line)
    lowest = 0.0
    for (x, y), point in zip(spots, points):
        sketch.fill(circle(x, y, style.dot / 2 * (1.4 if point.highlight else 1.0)), sketch.ink(point))
        lowest = max(lowest, _label(sketch, point, x - slot / 2, slot, foot + style.gap / 2 + (style.dot if least < 0 else 0.0)))
        _value(sketch, point, x - slot / 2, slot, y - style.dot / 2 - style.gap / 2)
    return sketch.on_grid(lowest)


def _tallest(sketch: Sketch, slot: float) -> float:
    """The room that numbers need above what they belong to."""
    looks = ((point.shown, sketch.look("chart-value", point)) for point in sketch.chart.points)
    return max(len(set_lines(shown, look, slot, sketch.config)) * look.leading for shown, look in looks)


def _label(sketch: Sketch, point: Point, x: float, slot: float, top: float) -> float:
    """The label under a column or point; gives where it ends."""
    style = replace(sketch.look("chart-label", point), align="center")
    lines = set_lines(point.label, style, slot - 2.0, sketch.config)
    sketch.write(lines, style, x + 1.0, top)
    return top + len(lines) * style.leading


def _value(sketch: Sketch, point: Point, x: float, slot: float, bottom: float) -> None:
    """The number on top of a column or point."""
    style = replace(sketch.look("chart-value", point), align="center")
    lines = set_lines(point.shown, style, slot, sketch.config)
    sketch.write(lines, style, x, bottom - len(lines) * style.leading)

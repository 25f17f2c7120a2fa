"""The year in figures: key figures and charts in bands over facing pages, which are filled evenly and begin on a left-hand page."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import ceil, floor

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.layout.charts import chart_marks
from reportbuilder.layout.config import Config
from reportbuilder.layout.facts import fact_marks, value_style
from reportbuilder.layout.lines import set_lines
from reportbuilder.layout.page import Fill, Item, Rule
from reportbuilder.layout.rows import Line
from reportbuilder.layout.leaves import Leaf, Running, place, report_too_tall
from reportbuilder.layout.strips import begun_on, stacked
from reportbuilder.model.nodes import Chart, Fact, Numbers
from reportbuilder.model.text import plain_text
from reportbuilder.style.displays import NumbersStyle
from reportbuilder.style.sheet import TextStyle

WIDEST_AIR = 4
"""Bands stand at most so many times their least distance apart, however empty the page."""


class _Band(Struct, frozen=True):
    """What stands side by side, from the left edge of the area between the margins; ``begins`` are nodes that begin in it."""

    height: float
    marks: tuple[Item, ...]
    begins: tuple[int, ...]


def numbers_leaves(part: Numbers, config: Config, right_hand: bool) -> list[Leaf]:
    """The pages; a blank one before them if they would begin on a right-hand page."""
    page, style = config.sheet.page, config.sheet.displays.numbers
    bands = list(_bands(part, config))
    leaves = [Leaf("blank", (), (), ())] if right_hand else []
    running = Running(part.title.running or plain_text(part.title.content), part.title.id)
    for number, group in enumerate(_divided(bands, page.text_height, style.gap)):
        left = page.full_left(number % 2 == 1)
        ground = Fill(-page.bleed, -page.bleed, page.width + 2 * page.bleed, page.height + 2 * page.bleed, style.ground)
        items: list[Item] = []
        begins: list[tuple[int, float]] = [] if number else [(part.id, 0.0)]
        for y, band in _spread(group, config):
            items += place(band.marks, left, page.top + y)
            begins += ((node, page.top + y) for node in band.begins)
            if band.height > page.text_height + 0.01:
                report_too_tall(band.begins[0], config)
        leaves.append(Leaf("front", (ground,) if style.ground else (), tuple(items), tuple(begins), running))
    return leaves


def _divided(bands: list[_Band], room: float, gap: float) -> list[list[_Band]]:
    """Over two pages as evenly as can be if they hold all; else one page after another is filled."""
    def height(group: Sequence[_Band]) -> float:
        return sum(band.height for band in group) + gap * (len(group) - 1)

    splits = [(bands[:at], bands[at:]) for at in range(1, len(bands))]
    fitting = [split for split in splits if max(map(height, split)) <= room]
    if fitting:
        return list(map(list, min(fitting, key=lambda split: abs(height(split[0]) - height(split[1])))))
    pages: list[list[_Band]] = [[]]
    for band in bands:
        if pages[-1] and height([*pages[-1], band]) > room:
            pages.append([])
        pages[-1].append(band)
    return pages


def _spread(bands: list[_Band], config: Config) -> Iterator[tuple[float, _Band]]:
    """The bands from the top of the page to its foot, each beginning on the grid; where they can be so far apart, the last ends on the last line."""
    baseline, gap = config.sheet.page.baseline, config.sheet.displays.numbers.gap
    heights = [ceil(band.height / baseline - 1e-6) * baseline for band in bands]
    spare = config.sheet.page.text_height - sum(heights)
    between = max(1, len(bands) - 1)
    lines = max(0.0, min(spare / between, gap * WIDEST_AIR)) * between / baseline
    y = 0.0
    for number, (height, band) in enumerate(zip(heights, bands)):
        yield y + floor(lines * number / between + 1e-6) * baseline, band
        y += height


# ---------------------------------------------------------------- bands


def _bands(part: Numbers, config: Config) -> Iterator[_Band]:
    """The title, then what the items make: a large figure is a band, others stand side by side, their values all of one size."""
    yield _heading(part, config)
    groups = list(_groups(part, round(config.sheet.displays.numbers.per_row)))
    normal = [[fact for fact in group if isinstance(fact, Fact) and not fact.large] for group in groups]
    narrowest = _each(max(map(len, normal), default=0), config)
    values = value_style(tuple(fact for group in normal for fact in group), narrowest, "numbers-value", config)
    for group in groups:
        yield from _fitting(group, values, config)


def _fitting(items: Sequence[Fact | Chart], values: TextStyle, config: Config) -> Iterator[_Band]:
    """What stands side by side; where that is taller than a page (words in narrow columns run long), half of it below the other."""
    band = _band(items, values, config)
    if band.height <= config.sheet.page.text_height or len(items) == 1:
        yield band
    else:
        middle = (len(items) + 1) // 2
        yield from _fitting(items[:middle], values, config)
        yield from _fitting(items[middle:], values, config)


def _groups(part: Numbers, per_row: int) -> Iterator[list[Fact | Chart]]:
    """What stands side by side."""
    for kind, group in groupby(part.items, _kind):
        items = list(group)
        if kind == "normal":
            rows = ceil(len(items) / per_row)
            edges = [round(len(items) * number / rows) for number in range(rows + 1)]
        else:
            step = 2 if kind == "half" else 1
            edges = [*range(0, len(items), step), len(items)]
        yield from (items[start:end] for start, end in zip(edges, edges[1:]) if start < end)


def _each(count: int, config: Config) -> float:
    """The width of each of so many side by side."""
    return (config.sheet.page.full_width - config.sheet.displays.numbers.gutter * (count - 1)) / max(count, 1)


def _kind(item: Fact | Chart) -> str:
    if isinstance(item, Fact):
        return "large" if item.large else "normal"
    return "whole" if item.width == "wide" or item.chart == "donut" else "half"  # labels stand at both sides of a ring


def _heading(part: Numbers, config: Config) -> _Band:
    marks: list[Item] = []
    lines: list[Line] = []
    y = 0.0
    for node, name in ((part.title, "numbers-title"), (part.lead, "numbers-lead")):
        if node is not None:
            style = config.sheet.style(name)
            set_now = set_lines(node.content, style, config.sheet.page.full_width, config)
            marks += stacked(set_now, style, 0.0, y + style.before, config)
            lines += set_now
            y += style.before + len(set_now) * style.leading + style.after
    return _Band(y, tuple(marks), (part.title.id, *((part.lead.id,) if part.lead else ()), *begun_on(lines)))


def _band(items: Sequence[Fact | Chart], normal: TextStyle, config: Config) -> _Band:
    """``normal`` is the style of values that are not large."""
    style = config.sheet.displays.numbers
    each = _each(len(items), config)
    large = tuple(item for item in items if isinstance(item, Fact) and item.large)
    values = value_style(large, each, "numbers-large", config) if large else normal
    marks: list[Item] = []
    height = 0.0
    begins: list[int] = []
    for number, item in enumerate(items):
        left = number * (each + style.gutter)
        if isinstance(item, Fact):
            height = max(height, _fact(item, left, each, values, style, config, marks))
            begins.append(item.id)
        else:
            drawn, tall, _ = chart_marks(item, left, each, _larger(config))
            marks += drawn
            height = max(height, tall)
            begins += (item.id, *(point.id for point in item.points))
    return _Band(height, tuple(marks), tuple(begins))


def _larger(config: Config) -> Config:
    """With charts as much larger as the sheet has them on these pages."""
    sheet, by = config.sheet, config.sheet.displays.numbers.charts
    if by == 1:
        return config
    named = ((name, sheet.style(name)) for name in ("chart-title", "chart-label", "chart-value", "chart-note"))
    styles = {name: replace(style, size=style.size * by, leading=style.leading * by) for name, style in named}
    chart = sheet.displays.charts
    grown = {name: getattr(chart, name) * by for name in ("bar", "height", "diameter", "line", "dot", "gap")}
    displays = replace(sheet.displays, charts=replace(chart, **grown))
    return replace(config, sheet=replace(sheet, styles={**sheet.styles, **styles}, displays=displays))


def _fact(fact: Fact, left: float, width: float, values: TextStyle, style: NumbersStyle, config: Config, marks: list[Item]) -> float:
    """A line, the value and what it counts; gives the height."""
    labels = config.sheet.style("numbers-large-label" if fact.large else "numbers-label")
    if style.thickness:
        marks.append(Rule(left, 0.0, left + width, 0.0, style.thickness, style.rule))
    return style.inset + fact_marks(fact, left, style.inset, width, values, labels, config, marks, [])

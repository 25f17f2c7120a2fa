"""Key figures side by side: large values over what they count."""

from collections.abc import Sequence

from reportbuilder.layout.config import Config
from reportbuilder.layout.frames import CAP_INSET
from reportbuilder.layout.lines import break_lines, set_lines
from reportbuilder.layout.looks import stretches
from reportbuilder.layout.page import Item, Rule
from reportbuilder.layout.rows import Anchor, Line, Row
from reportbuilder.layout.strips import baseline_in, begun_on, closed, fitted, grid_baseline, natural_width, notes_on, stacked
from reportbuilder.model.nodes import Fact, Facts
from reportbuilder.style.sheet import TextStyle

TOP = 8.0
PER_ROW = 4
CLEAR = 0.15
"""Between a value's deepest letter and the words below it, in their size."""
LEAST_SIZE = 0.7
"""Of the style's size: rather than smaller, values stand in fewer columns."""


def facts_row(facts: Facts, left: float, width: float, config: Config, anchor: Anchor = "text") -> Row:
    """One strip with up to four figures in a line; more go on further lines.

    Values are made smaller together until each fits, but not much: then fewer stand side by side.
    """
    columns, each, values = _columns(facts.items, width, config)
    details, gutter = config.sheet.details, _gutter(config)
    marks: list[Item] = []
    y = CAP_INSET
    lines: list[Line] = []
    for start in range(0, len(facts.items), columns):
        height = 0.0
        for number, fact in enumerate(facts.items[start : start + columns]):
            x = left + number * (each + gutter)
            if details.facts_rule:
                marks.append(Rule(x, y, x + each, y, details.facts_rule, details.facts_rule_ink))
            height = max(height, fact_marks(fact, x, y + TOP, each, values, config.sheet.style("fact-label"), config, marks, lines))
        y += TOP + height + TOP
    label = config.sheet.style("fact-label")
    content = y - TOP - label.leading + baseline_in(label, config) + config.sheet.page.baseline - grid_baseline(config)
    height = closed(content, config)
    begins = (facts.id, *(fact.id for fact in facts.items), *begun_on(lines))
    before = config.sheet.page.baseline
    return Row(height, tuple(marks), before=before, anchor=anchor, notes=notes_on(lines), begins=begins, land=True, after=height - content)


def _gutter(config: Config) -> float:
    """As between the columns of the page, but no less than a line."""
    return max(config.sheet.page.gutter, config.sheet.page.baseline)


def _columns(items: tuple[Fact, ...], width: float, config: Config) -> tuple[int, float, TextStyle]:
    """How many stand side by side, how wide each is, and the style of the values."""
    columns = len(items) if len(items) <= PER_ROW else min(PER_ROW, (len(items) + 1) // 2)
    full = config.sheet.style("fact-value").size
    while True:
        each = (width - _gutter(config) * (columns - 1)) / columns
        values = value_style(items, each, "fact-value", config)
        if columns == 1 or values.size >= LEAST_SIZE * full:
            return columns, each, values
        columns = (columns + 1) // 2


def value_style(items: tuple[Fact, ...], each: float, name: str, config: Config) -> TextStyle:
    """The style of that name, made smaller until each value fits on a line."""
    style = config.sheet.style(name)
    widest = max((natural_width(stretches(fact.value, style, config.pages), config) for fact in items), default=0.0)
    return fitted(style, widest, each)


def fact_marks(
    fact: Fact, x: float, y: float, width: float, values: TextStyle, labels: TextStyle, config: Config, marks: list[Item], called: list[Line]
) -> float:
    """Add a value with what it counts below it, from (x, y); gives the height. A comma in a large number reaches far down: the words keep clear of it."""
    value = break_lines(stretches(fact.value, values, config.pages), values, width, config)
    label = set_lines(fact.label, labels, width, config)
    middle = y + len(value) * values.leading + _below(value, values, labels, config)
    marks += stacked(value, values, x, y, config)
    marks += stacked(label, labels, x, middle, config)
    called += (*value, *label)
    return middle + len(label) * labels.leading - y


def _below(value: Sequence[Line], values: TextStyle, labels: TextStyle, config: Config) -> float:
    """How much lower than their leadings say the words stand, so that no letter of the value touches them: a leading below the size leaves no room."""
    if values.leading >= values.size:
        return 0.0
    depth = max((word.face.depth(piece.glyphs) * word.size / 1000 for line in value[-1:] for word in line.words for piece in word.pieces), default=0.0)
    top = baseline_in(labels, config) - config.faces.face(labels.face).ascent_of("d") * labels.size / 1000
    return max(0.0, depth + CLEAR * labels.size - (values.leading - baseline_in(values, config)) - top)

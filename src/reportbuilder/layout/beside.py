"""Key figures and quotations beside the text, in the side column: which row they go with, and where they find room on its page."""

from collections.abc import Iterable, Sequence
from math import ceil, floor

from msgspec.structs import replace

from reportbuilder.layout.trial import PlacedRow
from reportbuilder.layout.config import Config
from reportbuilder.layout.facts import fact_marks, value_style
from reportbuilder.layout.frames import CAP_INSET
from reportbuilder.layout.lines import set_lines
from reportbuilder.layout.page import Item, Rule
from reportbuilder.layout.rows import Line, Piece, Row
from reportbuilder.layout.strips import baseline_in, stacked
from reportbuilder.model.nodes import Facts, NoteMark, Quote
from reportbuilder.model.walk import walk
from reportbuilder.style.sheet import PageStyle

LEAST_WIDTH = 60.0
"""A side column narrower than this holds no text."""
RULE_GAP = 6.0
MOST_MOVED = 8
"""Lines by which a strip may stand above or below its place so that no page number is level with it."""

Beside = Facts | Quote


def beside(block: Beside, config: Config) -> Row | None:
    """The block as a strip for the side column; None where it is to stand in the text column after all."""
    if block.place != "margin" or config.sheet.page.side_width < LEAST_WIDTH:
        return None
    if any(isinstance(node, NoteMark) for node in walk(block)):
        hint = "put the note in the text, or take ‘place: margin’ out"
        config.log.warn("margin-note", "no note can be called in the margin; this stands in the text column", block.span, hint)
        return None
    return _facts(block, config) if isinstance(block, Facts) else _quote(block, config)


def attached(pieces: list[Piece], asides: Sequence[Row]) -> bool:
    """Put the strips beside the first row of text among the pieces; false if there is none."""
    return _attached(pieces, range(len(pieces)), asides)


def attached_last(pieces: list[Piece], asides: Sequence[Row]) -> None:
    """Put the strips beside the last row of text, or in a row of their own that takes no room."""
    if not _attached(pieces, range(len(pieces) - 1, -1, -1), asides):
        pieces.append(Row(0.0, asides=tuple(asides)))


def _attached(pieces: list[Piece], places: Iterable[int], asides: Sequence[Row]) -> bool:
    """A row that is mere space may be dropped at the end of a page, and a figure that moves would take them along: neither gets them."""
    for place in places:
        piece = pieces[place]
        if isinstance(piece, Row) and piece.anchor == "text" and piece.marks:
            pieces[place] = replace(piece, asides=(*piece.asides, *asides))
            return True
    return False


# ---------------------------------------------------------------- on the page


def placed_beside(rows: Sequence[PlacedRow], carried: Sequence[Row], page: PageStyle) -> tuple[dict[int, list[PlacedRow]], list[Row]]:
    """Where the strips stand, by the number of the row that they go with (those ``carried`` from the page before with the first), and those
    that find no room. None stands beside a figure that takes the whole width.
    """
    if not carried and not any(placed.row.asides for placed in rows):
        return {}, []
    taken = [(placed.y, placed.y + placed.row.height) for placed in rows if placed.row.anchor != "text"]
    wishes = [(0, 0.0, row) for row in carried] + [(number, placed.y, row) for number, placed in enumerate(rows) for row in placed.row.asides]
    found: dict[int, list[PlacedRow]] = {}
    left: list[Row] = []
    for number, wish, row in wishes:
        y = None if left else _near(row.height, wish, taken, page)
        if y is None:
            left.append(row)
            continue
        taken.append((y, y + row.height))
        found.setdefault(number, []).append(PlacedRow(y, row))
    return found, left


def _near(height: float, wish: float, taken: Sequence[tuple[float, float]], page: PageStyle) -> float | None:
    """The place for a strip, off the line of a page number in the margin beside it if that is not far."""
    y = _free(height, wish, taken, page)
    if page.folio == "margin" and y is not None:
        folio = page.height - page.footer - page.top
        clear = _free(height, wish, [*taken, (folio, folio + page.baseline)], page)
        if clear is not None and abs(clear - wish) <= MOST_MOVED * page.baseline:
            return clear
    return y


def _free(height: float, wish: float, taken: Sequence[tuple[float, float]], page: PageStyle) -> float | None:
    """The nearest line of the grid from which there is room."""
    if height > page.text_height:
        return None if taken else 0.0
    step = page.baseline
    ends = [wish, page.text_height - height, *(end + step for _, end in taken), *(start - step - height for start, _ in taken)]
    lines = {round_to(edge / step) * step for edge in ends for round_to in (floor, ceil)}
    return min((y for y in lines if _fits(y, height, taken, page)), key=lambda y: (abs(y - wish), y), default=None)


def _fits(y: float, height: float, taken: Sequence[tuple[float, float]], page: PageStyle) -> bool:
    inside = -0.01 <= y and y + height <= page.text_height + 0.01
    return inside and all(y >= end + page.baseline / 2 - 0.01 or y + height <= start - page.baseline / 2 + 0.01 for start, end in taken)


# ---------------------------------------------------------------- strips


def _facts(facts: Facts, config: Config) -> Row:
    """Figures under each other, each below a line that stands level with the capitals of the text."""
    width, details, baseline = config.sheet.page.side_width, config.sheet.details, config.sheet.page.baseline
    values = value_style(facts.items, width, "margin-value", config)
    marks: list[Item] = []
    lines: list[Line] = []
    y = CAP_INSET
    for number, fact in enumerate(facts.items):
        y += baseline if number else 0.0
        if details.facts_rule:
            marks.append(Rule(0.0, y, width, y, details.facts_rule, details.facts_rule_ink))
        y += RULE_GAP
        y += fact_marks(fact, 0.0, y, width, values, config.sheet.style("margin-label"), config, marks, lines)
    return Row(y, tuple(marks), anchor="side", begins=(facts.id, *(fact.id for fact in facts.items)))


def _quote(quote: Quote, config: Config) -> Row:
    """A line, the words, and who said them."""
    width, details, style = config.sheet.page.side_width, config.sheet.details, config.sheet.style("margin-quote")
    marks: list[Item] = []
    y = CAP_INSET
    if details.facts_rule:
        marks.append(Rule(0.0, y, width, y, details.facts_rule, details.quote_bar_ink))
    # The first line stands on the second line of the text beside it.
    y = config.sheet.page.baseline + baseline_in(config.sheet.style("body"), config) - baseline_in(style, config)
    for content, name in ((quote.content, "margin-quote"), (quote.by, "margin-quote-by")):
        style = config.sheet.style(name)
        lines = set_lines(content, style, width - style.indent, config)
        marks += stacked(lines, style, style.indent, y + (style.before if lines else 0.0), config)
        y += (style.before if lines else 0.0) + len(lines) * style.leading
    return Row(y, tuple(marks), anchor="side", begins=(quote.id,))

"""Tables: columns by their content, rows as slices of lines, so that even a row taller than a page goes on; the head is set again on each page."""

from math import ceil, inf

from msgspec.structs import replace

from reportbuilder.layout.config import Config
from reportbuilder.layout.demerits import IN_WHOLE
from reportbuilder.layout.figures import caption_marks
from reportbuilder.layout.lines import set_lines
from reportbuilder.layout.looks import stretches
from reportbuilder.layout.page import Item, Rule
from reportbuilder.layout.rows import Piece, Row
from reportbuilder.layout.strips import baseline_in, below_grid, closed, decorative, lowered, placed
from reportbuilder.layout.words import pieces_of
from reportbuilder.model.columns import aligns
from reportbuilder.model.nodes import Align, Cell, Row as TableRow, Table
from reportbuilder.style.sheet import TextStyle

PAD = 4.0
CAPTION_GAP = 3.0
GUTTER = 10.0
MOST_SQUEEZED = 2
"""If more columns than this are too narrow for a word, it is not the word that is to blame."""
LONG_ROW = 12
"""A row of more lines than this may be divided by a page."""


def table_rows(table: Table, left: float, width: float, config: Config) -> list[Piece]:
    """Caption, head and rows. A word that does not fit its column is reported as `word-too-wide` at its cell, more of them as
    `table-too-wide`.
    """
    sheet = config.sheet
    head_style, cell_style = sheet.style("table-head"), sheet.style("table-cell")
    cell_style = replace(cell_style, features=("tnum", "lnum", *cell_style.features))
    widths = _widths(table, width, head_style, cell_style, config)
    columns = aligns(table, sheet.page.from_right)
    head = _row(table.head, columns, left, widths, head_style, config, "accent2", 1.0)
    head = [replace(row, keep=True) for row in head]
    again = tuple(decorative(row) for row in head)
    rows: list[Row] = []
    caption, height, notes, begins = caption_marks(table, left, width, config)
    caption = lowered(caption, below_grid(sheet.style("caption"), config))
    height = _halves(height + CAPTION_GAP, config) if height else 0.0
    rows.append(Row(height, caption, before=sheet.page.baseline, keep=True, notes=notes, begins=(table.id, *begins)))
    rows += head
    for number, row in enumerate(table.rows):
        slices = _row(row, columns, left, widths, cell_style, config, "rule", 0.5)
        slices = [replace(one, repeat=again) for one in slices]
        if number == 0 or number == len(table.rows) - 2:
            slices[-1] = replace(slices[-1], keep=len(table.rows) > 1)
        rows += slices
    cost = IN_WHOLE if sum(row.height for row in rows) < sheet.page.text_height else 0
    space = closed(0.0, config)
    return [*(replace(row, cost=cost) if cost and row is not rows[-1] else row for row in rows), Row(space, land=True, after=space)]


def _halves(height: float, config: Config) -> float:
    """Rounded up to half lines of the grid: so rows stand as near to each other as their text wants, and two of them meet the grid again."""
    half = config.sheet.page.baseline / 2
    return ceil(height / half - 1e-6) * half


def _row(row: TableRow, aligns: tuple[Align, ...], left: float, widths: list[float], style: TextStyle, config: Config, ink: str, rule: float) -> list[Row]:
    cells = [set_lines(cell.content, replace(style, align=align), width, config) for cell, align, width in zip(row.cells, aligns, widths)]
    count = max(1, max((len(lines) for lines in cells), default=1))
    pad = (_halves(count * style.leading + 2 * PAD, config) - count * style.leading) / 2
    baseline = baseline_in(style, config)
    slices: list[Row] = []
    for number in range(count):
        first, last = number == 0, number == count - 1
        top = pad if first else 0.0
        height = top + style.leading + (pad if last else 0.0)
        marks: list[Item] = []
        notes: tuple[int, ...] = ()
        begins: tuple[int, ...] = (row.id, *(cell.id for cell in row.cells)) if first else ()
        x = left
        for lines, width in zip(cells, widths):
            if number < len(lines):
                marks += placed(lines[number], x, top + baseline)
                notes += lines[number].notes
                begins += lines[number].begins
            x += width + GUTTER
        if last:
            marks.append(Rule(left, height, x - GUTTER, height, rule, ink))
        keep = not last and (count <= LONG_ROW or first or number == count - 2)
        slices.append(Row(height, tuple(marks), keep=keep, notes=notes, begins=begins))
    return slices


def _widths(table: Table, width: float, head_style: TextStyle, cell_style: TextStyle, config: Config) -> list[float]:
    """Each column as wide as its content if all fit; else each gets its widest word and a share of the rest by its content."""
    count = len(table.aligns)
    room = width - GUTTER * (count - 1)
    natural, least = [0.0] * count, [0.0] * count
    for row, style in ((table.head, head_style), *((row, cell_style) for row in table.rows)):
        for number, cell in enumerate(row.cells):
            full, word = _measure(cell, style, config)
            natural[number] = max(natural[number], full)
            least[number] = max(least[number], word)
    total = sum(natural)
    if total <= room:
        spare = room - total
        return [n + spare * (n / total if total else 1 / count) for n in natural]
    missing = room - sum(least)
    if missing <= 0:
        return _squeezed(table, natural, least, room, config)
    want = [n - low for n, low in zip(natural, least)]
    return [low + missing * w / sum(want) for low, w in zip(least, want)]


def _squeezed(table: Table, natural: list[float], least: list[float], room: float, config: Config) -> list[float]:
    """Columns too narrow for their widest words get equal shares of what the others leave. Many of them make a table that fits no page; then
    none is squeezed, so that not every word is reported.
    """
    widths = [0.0] * len(least)
    left = room
    for place, number in enumerate(sorted(range(len(least)), key=least.__getitem__)):
        widths[number] = min(least[number], left / (len(least) - place))
        left -= widths[number]
    if sum(width < low for width, low in zip(widths, least)) <= MOST_SQUEEZED and min(widths) > 0:
        return widths
    message = f"{len(least)} columns with such words are {sum(least) - room:.0f} pt too wide for the page"
    config.log.error("table-too-wide", message, table.span, "use fewer columns or shorter words, or divide the table")
    return natural


def _measure(cell: Cell, style: TextStyle, config: Config) -> tuple[float, float]:
    """(width on one line, width of the widest word), with half a point of air."""
    full = word = widest = 0.0
    for part in pieces_of(stretches(cell.content, style, config.pages), config, False, inf).parts:
        full += part.width
        word = 0.0 if part.is_space else word + part.width
        widest = max(widest, word)
    return full + 0.5, widest + 0.5

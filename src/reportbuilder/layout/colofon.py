"""The colofon: labels and facts in two columns at the foot of the page."""

from msgspec.structs import replace

from reportbuilder.diag.diagnostic import Log
from reportbuilder.layout.blocks import Column, block_pieces, heading_rows
from reportbuilder.layout.config import Config
from reportbuilder.layout.lines import break_lines, set_lines
from reportbuilder.layout.looks import Stretch, base_look, stretches
from reportbuilder.layout.page import Item
from reportbuilder.layout.rows import Piece, Row
from reportbuilder.layout.strips import lowered, stacked
from reportbuilder.model.labels import labels_in
from reportbuilder.model.nodes import Colofon, ColofonEntry, Credit

GAP = 7.0
TITLE = "colofon-title"
"""The style of its title, if the sheet has it: a colofon need not call as loudly as a letter."""


def colofon_rows(colofon: Colofon, config: Config) -> list[Piece]:
    """Heading and one strip an entry; the whole stands at the foot when it fits on one page."""
    column = Column(0.0, config.sheet.page.full_width)
    rows: list[Piece] = list(heading_rows(colofon.title, column, config, TITLE))
    rows += (_entry(entry, column.width, config) for entry in colofon.entries)
    total = sum(row.height + row.before for row in rows if isinstance(row, Row))
    baseline = config.sheet.page.baseline
    spare = config.sheet.page.text_height // baseline * baseline - total - baseline  # a page holds whole lines; the title may move down to the next
    if spare > 0:
        rows.insert(0, Row(spare, keep=True))
    return [_full(row) for row in rows]


def _full(piece: Piece) -> Piece:
    return replace(piece, anchor="full") if isinstance(piece, Row) else piece


def _entry(entry: ColofonEntry, width: float, config: Config) -> Row:
    label_style, indent = config.sheet.style("colofon-label"), config.sheet.details.colofon_label
    label = set_lines(entry.title, label_style, indent - 10, config)
    marks: list[Item] = list(stacked(label, label_style, 0.0, 0.0, config))
    y = 0.0
    for block in block_pieces(entry.blocks, Column(indent, width - indent, "colofon"), config):
        if isinstance(block, Row):
            marks += lowered(block.marks, y)
            y += block.height
    for credit in entry.credit_lines:
        y += _credit(credit, indent, width - indent, y, marks, config)
    return Row(max(y, len(label) * label_style.leading) + GAP, tuple(marks), begins=(entry.id,))


def _credit(credit: Credit, left: float, width: float, top: float, marks: list[Item], config: Config) -> float:
    """“Beeld: atelier (p. 1, 8, 12)”; a page is named once."""
    style = config.sheet.style("colofon")
    look, labels = base_look(style), labels_in(config.document.meta.language, Log())
    text = [Stretch(credit.text, look, credit.id)]
    seen: set[str] = set()
    for page in credit.pages:
        label = config.pages.get(page.target, "0")
        if label in seen:
            continue
        text.append(Stretch(labels.comma if seen else f" ({labels.short_page} ", look, credit.id))
        seen.add(label)
        text += stretches((page,), style, config.pages)
    if seen:
        text.append(Stretch(")", look, credit.id))
    lines = break_lines(text, style, width, config)
    marks += stacked(lines, style, left, top, config)
    return len(lines) * style.leading

"""Tables: native, with a head that repeats, rows that stay whole, and columns as wide as their text asks."""

from collections.abc import Sequence

from reportbuilder.docx.paragraphs import closed_passage, keep_next
from reportbuilder.docx.story import Story, segment
from reportbuilder.docx.xml import escape, twips
from reportbuilder.model.columns import aligns
from reportbuilder.model.nodes import Align, Cell, Row, Table
from reportbuilder.model.text import plain_text

LOOK = '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
HEADLESS = LOOK.replace("0620", "0600").replace('firstRow="1"', 'firstRow="0"')
REPEATED = "<w:tblHeader/>"
"""Makes a row the head of its table, which is shown again on each page."""
FEWEST, MOST = 4, 40
"""Letters that a column is reckoned to have at least and at most when the width is shared out."""
PADDING = 3
"""Letters that would fit where a cell has its air at both sides."""
LETTER, LONGEST = 0.6, 24
"""How wide a letter is held to be, in parts of its size (digits of a font that stands in are so wide), and the longest word that must not break."""
CELL_SIDE = 5.0
"""The air at both sides of a cell, in points."""
KEPT_ROWS = 10
"""A table of so few rows stays on one page."""


def table(node: Table, story: Story, width: float) -> str:
    """The table, ``width`` points wide, without its caption."""
    widths = column_widths(node, twips(width), story.book.sheet.style("table-cell").size)
    columns = aligns(node, story.book.sheet.page.from_right)
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    head = _row(node.head, columns, widths, story, "TableHead", REPEATED)
    together = len(node.rows) <= KEPT_ROWS
    rows = (
        _row(row, columns, widths, story, "TableText", held=keep_next(together and place < len(node.rows)))
        for place, row in enumerate(node.rows, 1)
    )
    heads = "; ".join(filter(None, (plain_text(cell.content) for cell in node.head.cells)))
    properties = _properties("ReportTable", sum(widths), LOOK, plain_text(node.caption) or heads, heads, story.book.from_right)
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{head}{''.join(rows)}</w:tbl>"


def plain_table(head: Sequence[str], rows: Sequence[Sequence[str]], width: float, shares: tuple[int, ...], title: str, description: str, from_right: bool) -> str:
    """A table of cells that are paragraphs, its rows titled by their first cells; without a ``head`` if that is empty. ``shares`` divide its ``width``
    in points.
    """
    edges = [round(twips(width) * sum(shares[:place]) / sum(shares)) for place in range(len(shares) + 1)]
    widths = [right - left for left, right in zip(edges, edges[1:])]
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    made = (_plain_row(head, widths, REPEATED) if head else "") + "".join(_plain_row(row, widths) for row in rows)
    look = (LOOK.replace("0620", "06A0") if head else HEADLESS.replace("0600", "0680")).replace('firstColumn="0"', 'firstColumn="1"')
    properties = _properties("ReportTable", sum(widths), look, title, description, from_right)
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"


def boxed_table(style: str, rows: Sequence[Sequence[str]], widths: list[int], title: str, description: str, from_right: bool) -> str:
    """A table that only sets its cells side by side, without a head; ``widths`` are twips."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    made = "".join(_plain_row(row, widths) for row in rows)
    properties = _properties(style, sum(widths), HEADLESS, title, description, from_right, '<w:tblLayout w:type="fixed"/>')
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"


def _plain_row(row: Sequence[str], widths: list[int], repeat: str = "") -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{''.join(map(_boxed, row, widths))}</w:tr>"


def _boxed(text: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{text}</w:tc>'


def column_widths(node: Table, total: int, size: float) -> list[int]:
    """The width of each column in twips, together ``total``, by the longest text in it within limits, and so that its longest word and its numbers, set
    at ``size``, stay on one line as long as there is room.
    """
    columns = [[plain_text(cell.content) for cell in column] for column in zip(*(row.cells for row in (node.head, *node.rows)))]
    wished = [PADDING + min(MOST, max(FEWEST, *map(len, column))) for column in columns]
    needed = [twips(_longest_word(column) * size * LETTER + 2 * CELL_SIDE) for column in columns]
    if sum(needed) >= total:
        return _shares(total, needed)
    held: dict[int, int] = {}
    while True:
        free = [place for place in range(len(columns)) if place not in held]
        shares = dict(zip(free, _shares(total - sum(held.values()), [wished[place] for place in free])))
        tight = {place: needed[place] for place, share in shares.items() if share < needed[place]}
        if not tight:
            return [held.get(place) or shares[place] for place in range(len(columns))]
        held |= tight


def _longest_word(texts: Sequence[str]) -> int:
    return min(LONGEST, max((len(word) for text in texts for word in text.replace("-", "- ").split()), default=0))


def _shares(total: int, weights: Sequence[int]) -> list[int]:
    """``total`` divided by the weights, nothing lost."""
    edges = [round(total * sum(weights[:place]) / sum(weights)) for place in range(len(weights) + 1)]
    return [right - left for left, right in zip(edges, edges[1:])]


def _properties(style: str, width: int, look: str, title: str, description: str, from_right: bool, layout: str = "") -> str:
    """Title and description are what a screen reader says of the table before its cells. ``from_right``: its first column stands at the right."""
    return (
        f'<w:tblPr><w:tblStyle w:val="{style}"/>{"<w:bidiVisual/>" if from_right else ""}<w:tblW w:w="{width}" w:type="dxa"/>{layout}{look}'
        f'<w:tblCaption w:val="{escape(title)}"/><w:tblDescription w:val="{escape(description)}"/></w:tblPr>'
    )


def _row(row: Row, aligns: tuple[Align, ...], widths: list[int], story: Story, style: str, repeat: str = "", held: str = "") -> str:
    cells = "".join(_cell(cell, align, width, story, style, held) for cell, align, width in zip(row.cells, aligns, widths))
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{cells}</w:tr>"


def _cell(cell: Cell, align: Align, width: int, story: Story, style: str, held: str) -> str:
    aligned = f'<w:jc w:val="{align}"/>' if align != "left" else ""
    return _boxed(closed_passage(style, cell.content, segment(cell.id), story, properties=held + aligned), width)

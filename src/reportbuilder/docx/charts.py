"""Charts: the drawing as a picture with its message, and below it the labels and numbers as a table, which a translator can edit."""

from collections.abc import Iterator

from docx.opc.constants import RELATIONSHIP_TYPE as RT

from reportbuilder.docx.captions import captioned
from reportbuilder.docx.drawing import inline
from reportbuilder.docx.inlines import run
from reportbuilder.docx.paragraphs import GAP, begun, closed_passage, keep_next, paragraph, passage
from reportbuilder.docx.story import Story, segment
from reportbuilder.docx.svg import shown_as
from reportbuilder.docx.tables import plain_table
from reportbuilder.docx.words import Words, words_in
from reportbuilder.docx.xml import emu
from reportbuilder.model.nodes import Chart, Point
from reportbuilder.model.text import plain_text

TALLEST = 0.3
"""Of the height of the text: here the numbers stand below the drawing too."""
RIGHT = '<w:jc w:val="right"/>'


def chart(node: Chart, story: Story, inset: float, *, wide: bool = False) -> Iterator[str]:
    """Title, unit, picture, table and source, in the order of the page; ``inset`` is what a box takes of the width at both sides,
    ``wide`` ones take the whole width whatever the editor says.
    """
    page = story.book.sheet.page
    title = captioned(node, node.title, segment(node.id, "title"), story, keep_next(True), "ChartTitle")
    yield title if node.number else begun(title, node.id, story)
    yield passage("ChartNote", node.unit, segment(node.id, "unit"), story, properties=keep_next(True))
    wide = (wide or node.width == "wide") and not inset
    width = page.full_width if wide else page.text_width - 2 * inset
    yield paragraph("WideFigure" if wide else "Figure", _picture(node, story, width))
    rows = [(_label(point, story), _value(point, story)) for point in node.points]
    words = words_in(story.book.document.meta.language)
    # What only the program says is not in the file of a translator.
    head = () if story.book.translated else _head(words, story)
    description = f"{words.what}; {words.value}" + (f" ({plain_text(node.unit)})" if node.unit else "")
    yield plain_table(head, rows, width, (3, 1), plain_text(node.title), description, story.book.from_right)
    yield passage("ChartNote", node.source, segment(node.id, "source"), story)
    yield GAP


def _head(words: Words, story: Story) -> tuple[str, str]:
    what, value = (run(word, from_right=story.book.from_right) for word in (words.what, words.value))
    return paragraph("TableHead", what), paragraph("TableHead", value, _units(story))


def _units(story: Story) -> str:
    """Units of numbers stand under units, at the right; from right to left that is where lines begin."""
    return "" if story.book.from_right else RIGHT


def _picture(node: Chart, story: Story, width: float) -> str:
    """SVG for programs that can read it, PNG for the others."""
    drawn = story.book.drawings.get(node.id)
    if drawn is None:
        return ""
    scale = min(1.0, width / drawn.width, TALLEST * story.book.sheet.page.text_height / drawn.height)
    png, svg = (story.relation(RT.IMAGE, f"{node.id}.{ending}") for ending in ("png", "svg"))
    return inline(shown_as(png, svg), f'cx="{emu(drawn.width * scale)}" cy="{emu(drawn.height * scale)}"', segment(node.id, "alt"), node.alt, story)


def _label(point: Point, story: Story) -> str:
    return closed_passage("TableText", point.label, segment(point.id, "label"), story, properties=keep_next(True))


def _value(point: Point, story: Story) -> str:
    return closed_passage("TableText", point.shown, segment(point.id, "shown"), story, properties=keep_next(True) + _units(story))

"""Blocks as paragraphs and tables, each in the style that says what it is."""

from collections.abc import Iterator
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.docx.captions import caption
from reportbuilder.docx.charts import chart
from reportbuilder.docx.drawing import drawing
from reportbuilder.docx.frames import Frame, figure_frame
from reportbuilder.docx.galleries import cluster, logos, people
from reportbuilder.docx.key_figures import key_figures, stacked
from reportbuilder.docx.numbering import (
    BOX_BULLET, BOX_NUMBER, BULLET, LEVELS, NUMBER, ORDERED, STYLES, Instance, instance_id, list_style, numbered,
)  # fmt: skip
from reportbuilder.docx.paragraphs import GAP, begun, keep_next, paragraph, passage
from reportbuilder.docx.story import Story, segment
from reportbuilder.docx.styles import BOX_INSET, TABLE_CAPTION_GAP
from reportbuilder.docx.tables import table
from reportbuilder.docx.xml import twips
from reportbuilder.model.nodes import (
    Block, Blocks, Box, Chart, Cluster, Columns, Facts, Figure, Heading, Lead, List, ListItem, Logos, Paragraph, People, Picture, Quote, Table,
    Timeline,
)  # fmt: skip


class Manner(Struct, frozen=True):
    """How text is set in one kind of place: the styles of a first paragraph and of those after it, the schemes of lists, the inset on both
    sides; and for what stands in a list, how many lists with bullets and with numbers are around it.
    """

    first: str
    following: str
    bullets: int = BULLET
    numbers: int = NUMBER
    inset: float = 0.0
    bullets_around: int = 0
    numbers_around: int = 0

    @property
    def level(self) -> int:
        """The level of a list that stands here."""
        return min(self.bullets_around + self.numbers_around, LEVELS - 1)

    def inside(self, node: List) -> "Manner":
        """The manner of what stands in the items of a list; outside boxes its paragraphs are below the text of their item."""
        further = self.first if self.inset else list_style("ListContinue", self.level)
        around = (self.bullets_around + (not node.ordered), self.numbers_around + node.ordered)
        return replace(self, first=further, following=further, bullets_around=around[0], numbers_around=around[1])


BODY = Manner("BodyText", "BodyTextFirstIndent")
LETTER = Manner("LetterText", "LetterTextFirstIndent")
COLOFON = Manner("ColofonText", "ColofonText")
TIMELINE = Manner("TimelineText", "TimelineText")
BACK_COVER = Manner("BackCover", "BackCover")
BOX = Manner("BoxText", "BoxText", BOX_BULLET, BOX_NUMBER, BOX_INSET)


def blocks(content: Blocks, manner: Manner, story: Story) -> Iterator[str]:
    """The paragraphs and tables of the blocks, one string each."""
    follows = False
    for block in content:
        yield from _block(block, manner, story, manner.following if follows else manner.first)
        follows = isinstance(block, Paragraph)


def _block(block: Block, manner: Manner, story: Story, text_style: str) -> Iterator[str]:
    match block:
        case Heading():
            yield heading(block, f"Heading{min(max(block.level, 1), 3)}", story)
        case Paragraph():
            yield passage(text_style, block.content, segment(block.id), story)
        case Lead():
            yield passage("Lead", block.content, segment(block.id), story)
        case List():
            yield from _list(block, manner, story)
        case Figure():
            yield from _figure(block, manner, story)
        case Quote():
            yield passage("Quote", block.content, segment(block.id), story, properties=keep_next(bool(block.by)))
            yield passage("QuoteSource", block.by, segment(block.id, "by"), story)
        case Facts():
            apart = manner.inset or manner.bullets_around or manner.numbers_around
            yield from stacked(block.items, story) if apart else key_figures(block.items, story, story.book.sheet.page.text_width)
        case Chart():
            yield from chart(block, story, manner.inset)
        case Table():
            yield from _table(block, manner, story)
        case Timeline():
            for event in block.events:
                yield passage("TimelineDate", event.date, segment(event.id, "date"), story)
                yield from blocks(event.blocks, TIMELINE, story)
            yield GAP
        case People():
            yield from people(block, story)
        case Logos():
            yield logos(block, story)
        case Cluster():
            yield from cluster(block, story)
        case Box():
            yield passage("BoxTitle", block.title, segment(block.id, "title"), story)
            yield from blocks(block.blocks, BOX, story)
            yield GAP
        case Columns():
            yield from blocks(block.blocks, manner, story)
        case _:
            assert_never(block)


def heading(node: Heading, style: str, story: Story) -> str:
    """A heading, in the bookmark by which the contents and references find it."""
    return passage(style, node.content, segment(node.id), story, anchor=node.id)


def _list(node: List, manner: Manner, story: Story) -> Iterator[str]:
    scheme = manner.numbers if node.ordered else manner.bullets
    style, inside = list_style(STYLES[scheme], manner.level), manner.inside(node)
    mark = numbered(_instance(node, scheme, manner, story), manner.level)
    for item in node.items:
        yield from _item(item, style, mark, inside, story)


def _instance(node: List, scheme: int, manner: Manner, story: Story) -> int:
    """The scheme's own instance for bullets that are as it says; else a new one, so that numbers begin anew."""
    depth = manner.numbers_around if node.ordered else manner.bullets_around
    if scheme not in ORDERED and depth == manner.level:
        return scheme
    story.book.lists.append(Instance(scheme, manner.level, depth, node.start))
    return instance_id(len(story.book.lists) - 1)


def _item(item: ListItem, style: str, mark: str, inside: Manner, story: Story) -> Iterator[str]:
    """The first paragraph bears the mark; an item that begins with something else has one without words."""
    first, *others = item.blocks or (None,)
    if isinstance(first, Paragraph):
        yield passage(style, first.content, segment(first.id), story, properties=mark)
        yield from blocks(tuple(others), inside, story)
    else:
        yield paragraph(style, "", mark)
        yield from blocks(item.blocks, inside, story)


def _figure(node: Figure, manner: Manner, story: Story) -> Iterator[str]:
    style = "WideFigure" if node.width != "column" and not manner.inset else "Figure"
    shown = picture(node.picture, style, figure_frame(node, story.book.sheet.page, manner.inset), story)
    yield shown if node.caption else begun(shown, node.id, story)
    yield caption(node, story)


def picture(node: Picture, style: str, frame: Frame, story: Story) -> str:
    """A paragraph with the picture alone."""
    return begun(paragraph(style, drawing(node, story, frame)), node.id, story)


def _table(node: Table, manner: Manner, story: Story) -> Iterator[str]:
    page = story.book.sheet.page
    spaces = f'<w:spacing w:before="{twips(page.baseline)}" w:after="{twips(TABLE_CAPTION_GAP)}"/>'
    yield caption(node, story, keep_next(True) + spaces) or GAP
    rows = table(node, story, page.text_width - 2 * manner.inset)
    yield rows if node.caption else begun(rows, node.id, story)
    yield GAP

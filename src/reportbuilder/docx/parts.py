"""The parts of a report, each as the paragraphs and tables of one section."""

from collections.abc import Iterator
from itertools import chain, groupby
from typing import assert_never

from msgspec.structs import replace

from reportbuilder.diag.diagnostic import Log
from reportbuilder.docx.blocks import BACK_COVER, BODY, COLOFON, LETTER, blocks, heading, picture
from reportbuilder.docx.charts import chart
from reportbuilder.docx.contents import contents, figures
from reportbuilder.docx.frames import LOGO, cover_frame, opener_frame, picture_page_frame
from reportbuilder.docx.inlines import run
from reportbuilder.docx.key_figures import key_figures
from reportbuilder.docx.paragraphs import GAP, begun, on_new_page, paragraph, passage
from reportbuilder.docx.png import blank
from reportbuilder.docx.story import Book, Story, segment
from reportbuilder.model.labels import labels_in
from reportbuilder.model.nodes import (
    BackCover,
    Chapter,
    Chart,
    Colofon,
    ColofonEntry,
    Contents,
    Cover,
    Credit,
    Inline,
    Fact,
    Letter,
    Numbers,
    PageNumber,
    Part,
    Picture,
    PicturePage,
    Pictures,
    Signature,
    Text,
)


def part(node: Part, story: Story) -> list[str]:
    """The paragraphs and tables of a part, one string each; nothing is empty, and no gap follows another."""
    made: list[str] = []
    for xml in _part(node, story):
        if xml and not (xml == GAP and made[-1:] == [GAP]):
            made.append(xml)
    return [begun(made[0], node.id, story), *made[1:]] if made else []


def _part(node: Part, story: Story) -> Iterator[str]:
    match node:
        case Cover():
            yield from _cover(node, story)
        case Colofon():
            yield heading(node.title, "UnlistedHeading", story)
            for entry in node.entries:
                yield from _entry(entry, story)
        case Contents():
            yield contents(node, story)
            yield figures(story)
        case Letter():
            yield heading(node.title, "Heading1", story)
            yield from blocks(node.blocks, LETTER, story)
            yield from _signature(node.signature, story)
        case Numbers():
            yield from _numbers(node, story)
        case Pictures():
            for place, page in enumerate(node.pages):
                yield from _picture_page(page, story, first=place == 0)
        case Chapter():
            yield from _chapter(node, story)
        case BackCover():
            yield from _back_cover(node, story)
        case _:
            assert_never(node)


def _cover(node: Cover, story: Story) -> Iterator[str]:
    yield passage("Title", node.title, segment(node.id, "title"), story)
    yield passage("Subtitle", node.subtitle, segment(node.id, "subtitle"), story)
    yield passage("CoverOrganisation", node.organisation, segment(node.id, "organisation"), story)
    page = story.book.sheet.page
    yield picture(node.picture, "WideFigure", cover_frame(page), story)
    yield picture(node.logo, "Figure", LOGO, story)


def _chapter(node: Chapter, story: Story) -> Iterator[str]:
    page = story.book.sheet.page
    if node.opener:
        yield picture(node.opener, "WideFigure", opener_frame(page), story)
    if node.number:
        yield paragraph("ChapterNumber", run(node.number))
    yield heading(node.title, "Heading1", story)
    if node.lead:
        yield passage("ChapterLead", node.lead.content, segment(node.lead.id), story)
    for place, xml in enumerate(filter(None, blocks(node.blocks, BODY, story))):
        yield on_new_page(xml) if node.opener and place == 0 else xml


def _numbers(node: Numbers, story: Story) -> Iterator[str]:
    yield heading(node.title, "Heading1", story)
    if node.lead:
        yield passage("ChapterLead", node.lead.content, segment(node.lead.id), story)
    for is_fact, items in groupby(node.items, lambda item: isinstance(item, Fact)):
        if is_fact:
            yield from key_figures([item for item in items if isinstance(item, Fact)], story, story.book.sheet.page.full_width)
        else:
            yield from chain.from_iterable(chart(item, story, 0.0, wide=True) for item in items if isinstance(item, Chart))


def _entry(node: ColofonEntry, story: Story) -> Iterator[str]:
    yield passage("ColofonLabel", node.title, segment(node.id, "title"), story)
    yield from blocks(node.blocks, COLOFON, story)
    for credit in node.credit_lines:
        yield _credit(credit, story)


def _credit(node: Credit, story: Story) -> str:
    """“Beeld: atelier (p. 1, 8, 12)”; a page is named once."""
    shown: dict[str, PageNumber] = {}
    for page in node.pages:
        shown.setdefault(story.book.page_labels.get(page.target, ""), page)
    words: list[Inline] = [Text(node.text, node.span)]
    labels = labels_in(story.book.document.meta.language, Log())
    for place, page in enumerate(shown.values()):
        words += [Text(labels.comma if place else f" ({labels.short_page} ", node.span), page]
    if shown:
        words.append(Text(")", node.span))
    return passage("ColofonText", tuple(words), segment(node.id, "text"), story)


def _signature(node: Signature | None, story: Story) -> Iterator[str]:
    if node is None:
        return
    yield passage("SignatureName", node.name, segment(node.id, "name"), story)
    yield passage("Signature", node.function, segment(node.id, "function"), story)
    yield passage("Signature", node.organisation, segment(node.id, "organisation"), story)


def _picture_page(node: PicturePage, story: Story, *, first: bool) -> Iterator[str]:
    shown = begun(picture(node.picture, "PicturePage", picture_page_frame(story.book.sheet.page), story), node.id, story)
    yield shown if first else on_new_page(shown)
    yield passage("Caption", node.caption, segment(node.id, "caption"), story)


def _back_cover(node: BackCover, story: Story) -> Iterator[str]:
    if node.logo:
        yield picture(_for_paper(node.logo, story.book), "Figure", LOGO, story)
    yield from blocks(node.blocks, BACK_COVER, story)


def _for_paper(logo: Picture, book: Book) -> Picture:
    """The logo, or in the place of one for dark grounds, which can't be seen on paper, that of the cover."""
    covers = [part.logo for part in book.document.parts if isinstance(part, Cover)]
    return replace(logo, file=covers[0].file) if covers and blank(book.picture(logo.file)) else logo

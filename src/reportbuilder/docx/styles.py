"""The table of paragraph styles: Word's own where it has them, so that it names them in its user's language, with the sheet's looks."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.docx.looks import PLAIN, Layer, Looks, edge
from reportbuilder.docx.numbering import BOX_BULLET, BOX_NUMBER, BULLET, NUMBER, STYLED_LEVELS, list_style, numbered
from reportbuilder.docx.xml import twips

BOX_INSET = 12.0
BOX_EDGE = 6
CONTENTS_NUMBER = 22.0
CAPTION_GAP, TABLE_CAPTION_GAP = 5.0, 4.0
OPENER_GAP = 26.0
COVER_GAP = 10.0
NUMBER_SIZE, TITLE_SIZE = 96.0, 60.0


class ParagraphStyle(Struct, frozen=True):
    """One row: Word's id and name, the ``look`` of the sheet, and what is added to it. ``own`` is true where Word has no such style.

    ``flush`` takes the look's indents away, because a list scheme or the space around a mark gives them; ``most`` is the greatest size in
    points, for letters that fill a page of the PDF and would fill the screen here; ``listed`` is false for what nobody gives to a text: entries of lists that are made, headers, gaps.
    """

    id: str
    name: str
    look: str
    layer: Layer = PLAIN
    next: str = ""
    based_on: str = "Normal"
    own: bool = True
    flush: bool = False
    most: float = 0.0
    listed: bool = True


def paragraph_styles(looks: Looks) -> tuple[ParagraphStyle, ...]:
    """All paragraph styles but Normal, in the order in which they are shown."""
    made = (replace(row, listed=False) for row in (*_contents(looks), *_furniture(looks)))
    return (*_headings(looks), *_text(), *_lists(looks), *_set_apart(looks), *_figures(looks), *_ends(looks), *made)


def _word(
    id: str, name: str, look: str, layer: Layer = PLAIN, next: str = "", based_on: str = "Normal", flush: bool = False, most: float = 0.0
) -> ParagraphStyle:
    return ParagraphStyle(id, name, look, layer, next, based_on, own=False, flush=flush, most=most)


def _headings(looks: Looks) -> Iterator[ParagraphStyle]:
    top = Layer(keep_next=True, keep_lines=True, outline=0, after=looks.sheet.style("heading1").after)
    yield _word("Heading1", "heading 1", "opener-title", top, next="BodyText")
    for level in (2, 3):
        yield _word(f"Heading{level}", f"heading {level}", f"heading{level}", replace(top, outline=level - 1, after=0.0), next="BodyText")
    yield ParagraphStyle("UnlistedHeading", "Unlisted Heading", "opener-title", top, "BodyText", "Heading1")
    yield ParagraphStyle("ChapterNumber", "Chapter Number", "opener-number", Layer(keep_next=True, before=OPENER_GAP), "Heading1", most=NUMBER_SIZE)


def _text() -> Iterator[ParagraphStyle]:
    yield _word("BodyText", "Body Text", "body", next="BodyTextFirstIndent", flush=True)
    yield _word("BodyTextFirstIndent", "Body Text First Indent", "body", based_on="BodyText")
    yield ParagraphStyle("LetterText", "Letter Text", "letter", next="LetterTextFirstIndent", flush=True)
    yield ParagraphStyle("LetterTextFirstIndent", "Letter Text First Indent", "letter", based_on="LetterText")
    yield ParagraphStyle("Lead", "Lead", "lead", next="BodyText")
    yield ParagraphStyle("ChapterLead", "Chapter Lead", "opener-lead", next="BodyText")
    yield _word("FootnoteText", "footnote text", "note", flush=True)


def _lists(looks: Looks) -> Iterator[ParagraphStyle]:
    step = looks.sheet.style("list").indent
    for level in range(STYLED_LEVELS):
        rank = f" {level + 1}" if level else ""
        for kind, instance in (("Bullet", BULLET), ("Number", NUMBER)):
            layer = Layer(numbering=numbered(instance, level))
            yield _word(list_style(f"List{kind}", level), f"List {kind}{rank}", "list", layer, flush=True)
        yield _word(list_style("ListContinue", level), f"List Continue{rank}", "list", Layer(left=step * level))


def _set_apart(looks: Looks) -> Iterator[ParagraphStyle]:
    shade, from_right = looks.sheet.details.box_ground, looks.sheet.page.from_right
    tint, bar = looks.hex(shade), looks.hex("accent2")
    left, right = ((tint, 1), (bar, 2)) if from_right else ((bar, 2), (tint, 1))
    ground = edge("top", tint, 1, BOX_EDGE) + edge("left", *left, 10) + edge("bottom", tint, 1, BOX_EDGE) + edge("right", *right, 10)
    text = {"borders": ground, "shade": shade, "right": BOX_INSET}
    line = looks.sheet.page.baseline
    yield ParagraphStyle("BoxTitle", "Box Title", "box-title", Layer(keep_next=True, left=BOX_INSET, before=line + BOX_EDGE, **text), "BoxText")
    yield ParagraphStyle("BoxText", "Box Text", "box", Layer(left=BOX_INSET, **text))
    for kind, instance in (("Bullet", BOX_BULLET), ("Number", BOX_NUMBER)):
        layer = Layer(numbering=numbered(instance, 0), **text)
        yield ParagraphStyle(f"Box{kind}", f"Box {kind}", "box", layer, flush=True)
    rule = edge("right" if from_right else "left", looks.hex("accent"), 2, 10)
    yield _word("Quote", "Quote", "quote", Layer(keep_lines=True, borders=rule), "BodyText")
    yield ParagraphStyle("QuoteSource", "Quote Source", "quote-by", Layer(borders=rule, after=line), "BodyText")
    above = Layer(keep_next=True, borders=edge("top", looks.hex("accent"), 0.75, 4), before=line)
    yield ParagraphStyle("KeyFigure", "Key Figure", "fact-value", above, "KeyFigureLabel")
    yield ParagraphStyle("KeyFigureGap", "Key Figure Gap", "fact-label", Layer(keep_next=True), "KeyFigureLabel", most=1.0, listed=False)
    yield ParagraphStyle("KeyFigureLabel", "Key Figure Label", "fact-label", Layer(keep_lines=True, after=line / 2), "BodyText")


def _figures(looks: Looks) -> Iterator[ParagraphStyle]:
    page = looks.sheet.page
    column = Layer(natural=True, keep_next=True, before=page.baseline, after=CAPTION_GAP)
    wide = replace(column, right=page.text_width - page.full_width)
    yield ParagraphStyle("Figure", "Figure", "caption", column, "Caption")
    yield ParagraphStyle("WideFigure", "Wide Figure", "caption", wide, "Caption")
    yield ParagraphStyle("PicturePage", "Picture Page", "caption", replace(wide, before=0.0, keep_next=False))
    yield _word("Caption", "caption", "caption", Layer(keep_lines=True, before=CAPTION_GAP, after=page.baseline), "BodyText")
    yield ParagraphStyle("ChartTitle", "Chart Title", "chart-title", Layer(keep_next=True, keep_lines=True, before=page.baseline), "ChartNote")
    yield ParagraphStyle("ChartNote", "Chart Note", "chart-note", Layer(keep_lines=True, after=page.baseline / 2), "BodyText")
    yield ParagraphStyle("Portrait", "Portrait", "person-name", replace(column, after=0.0))
    yield ParagraphStyle("PersonName", "Person Name", "person-name", Layer(keep_lines=True), "PersonFunction")
    yield ParagraphStyle("PersonFunction", "Person Function", "person-function", Layer(keep_lines=True, after=page.baseline / 2), "PersonName")
    yield ParagraphStyle("TimelineDate", "Timeline Date", "timeline-date", Layer(keep_next=True, before=page.baseline / 2), "TimelineText")
    yield ParagraphStyle("TimelineText", "Timeline Text", "timeline", flush=True)
    yield ParagraphStyle("TableHead", "Table Head", "table-head", Layer(keep_next=True))
    yield ParagraphStyle("TableText", "Table Text", "table-cell")
    yield ParagraphStyle("Gap", "Gap", "table-cell", next="BodyText", listed=False)


def _ends(looks: Looks) -> Iterator[ParagraphStyle]:
    beyond = looks.sheet.page.text_width - looks.sheet.page.full_width
    yield _word("Title", "Title", "cover-title", Layer(right=beyond), "Subtitle", most=TITLE_SIZE)
    yield _word("Subtitle", "Subtitle", "cover-subtitle", Layer(right=beyond, before=COVER_GAP), "BodyText")
    organisation = Layer(right=beyond, before=COVER_GAP, after=COVER_GAP)
    yield ParagraphStyle("CoverOrganisation", "Cover Organisation", "cover-organisation", organisation)
    yield ParagraphStyle("ColofonLabel", "Colofon Label", "colofon-label", Layer(keep_next=True, before=COVER_GAP), "ColofonText")
    yield ParagraphStyle("ColofonText", "Colofon Text", "colofon", next="ColofonLabel")
    yield ParagraphStyle("SignatureName", "Signature Name", "signature-name", Layer(keep_next=True), "Signature")
    yield _word("Signature", "Signature", "signature")
    yield ParagraphStyle("BackCover", "Back Cover", "back-cover")


def _contents(looks: Looks) -> Iterator[ParagraphStyle]:
    page = looks.sheet.page
    title = Layer(keep_next=True, after=looks.sheet.style("heading1").after)
    yield _word("TOCHeading", "TOC Heading", "opener-title", title, "BodyText")
    number = f'<w:tab w:val="left" w:pos="{twips(CONTENTS_NUMBER)}"/>'
    leader = f'<w:tab w:val="right" w:leader="dot" w:pos="{twips(page.text_width)}"/>'
    yield _word("TOC1", "toc 1", "contents1", Layer(keep_next=True, tabs=number + leader, left=CONTENTS_NUMBER, hanging=CONTENTS_NUMBER))
    yield _word("TableofFigures", "table of figures", "contents2", Layer(tabs=leader))
    yield _word("TOC2", "toc 2", "contents2", Layer(tabs=leader, left=CONTENTS_NUMBER))


def _furniture(looks: Looks) -> Iterator[ParagraphStyle]:
    page = looks.sheet.page
    beyond = Layer(right=page.text_width - page.full_width)
    yield _word("Header", "header", "header", beyond)
    yield _word("Footer", "footer", "folio", beyond)

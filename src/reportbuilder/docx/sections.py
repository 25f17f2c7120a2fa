"""Sections: each part of the report on pages of its own, with the sheet's margins, its running head and notes that begin at 1."""

from docx.opc.constants import RELATIONSHIP_TYPE as RT

from reportbuilder.docx.furniture import EMPTY_FOOTER, EMPTY_HEADER, LEFT_FOLIO, RIGHT_FOLIO, TITLE_HEADER, Furniture
from reportbuilder.docx.paragraphs import GAP
from reportbuilder.docx.parts import part
from reportbuilder.docx.story import Story
from reportbuilder.docx.xml import root, twips
from reportbuilder.model.nodes import Chapter, Colofon, Contents, Document, Letter, Numbers, Part
from reportbuilder.style.sheet import PageStyle

FURNITURE_HEIGHT = 0.8
"""Where header and footer begin, in parts of the distance at which their text stands."""


def body(document: Document, story: Story, furniture: Furniture) -> str:
    """The part ``document.xml``: a section for each part of the report, the properties of the last one at the end of it all."""
    blocks: list[str] = []
    for place, node in enumerate(document.parts, 1):
        content = _closed(part(node, story))
        section = _section(node, story, furniture, first=place == 1, last=place == len(document.parts))
        blocks += [*content, section] if place == len(document.parts) else _ended(content, section)
    return root("w:document", f"<w:body>{''.join(blocks)}</w:body>")


def _closed(blocks: list[str]) -> list[str]:
    """The blocks of a part with a paragraph at the end, as Word wants it after a table or a contents list."""
    return blocks if blocks and blocks[-1].startswith("<w:p>") else [*blocks, GAP]


def _ended(blocks: list[str], section: str) -> list[str]:
    """The blocks of a part with its section's properties in the last paragraph."""
    *others, last = blocks
    return [*others, last.replace("</w:pPr>", f"{section}</w:pPr>", 1)]


def _section(node: Part, story: Story, furniture: Furniture, *, first: bool, last: bool) -> str:
    """Chapters open without running head and folio, like the page with their opener in the PDF; covers and pictures have none at all."""
    even, odd = EMPTY_HEADER, EMPTY_HEADER
    left, right = EMPTY_FOOTER, EMPTY_FOOTER
    if isinstance(node, Letter | Chapter | Numbers):
        even, odd = TITLE_HEADER, furniture.running_head(node.title)
    if isinstance(node, Letter | Chapter | Numbers | Colofon | Contents):
        left, right = LEFT_FOLIO, RIGHT_FOLIO
    return (
        "<w:sectPr>"
        + _references("header", RT.HEADER, story, even, odd, EMPTY_HEADER)
        + _references("footer", RT.FOOTER, story, left, right, EMPTY_FOOTER)
        + _notes(node, first=first, last=last)
        + '<w:type w:val="nextPage"/>'
        + _page(story.book.sheet.page)
        + ("<w:titlePg/>" if isinstance(node, Chapter) else "")
        + ("<w:bidi/><w:rtlGutter/>" if story.book.from_right else "")
        + "</w:sectPr>"
    )


def _references(kind: str, relation: str, story: Story, even: str, odd: str, first: str) -> str:
    pages = (("even", even), ("default", odd), ("first", first))
    return "".join(f'<w:{kind}Reference w:type="{name}" r:id="{story.relation(relation, target)}"/>' for name, target in pages)


def _notes(node: Part, *, first: bool, last: bool) -> str:
    """Every section's notes begin at 1.

    LibreOffice has one setting for the whole document and counts anew only when a section changes it; so a first section that has no notes
    says another beginning, and the last one says 1, or all its numbers would be 0.
    """
    noted = isinstance(node, Letter | Chapter) and node.notes
    start = '<w:numStart w:val="1"/>' if last else '<w:numStart w:val="2"/>' if first and not noted else ""
    return f'<w:footnotePr>{start}<w:numRestart w:val="eachSect"/></w:footnotePr>'


def _page(page: PageStyle) -> str:
    """The sheet's page with its text column where lines begin, and room at the other side, for wide pictures and for comments."""
    room = page.width - page.inner - page.text_width
    lengths = {
        "top": page.top,
        "right": page.inner if page.from_right else room,
        "bottom": page.bottom,
        "left": room if page.from_right else page.inner,
        "header": page.header * FURNITURE_HEIGHT,
        # A page number in the margin of the PDF may stand at any height; in Word it stands at the foot.
        "footer": min(page.footer, page.bottom * 2 / 3) * FURNITURE_HEIGHT,
        "gutter": 0.0,
    }
    margins = "".join(f' w:{side}="{twips(points)}"' for side, points in lengths.items())
    return f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"/><w:pgMar{margins}/>'

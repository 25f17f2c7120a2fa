"""The contents: Word's own, a field in the block that Word offers to refresh, filled in with the entries and pages of the PDF."""

from reportbuilder.docx.blocks import heading
from reportbuilder.docx.fields import begin, end
from reportbuilder.docx.inlines import page_number, run, runs
from reportbuilder.docx.paragraphs import paragraph
from reportbuilder.docx.story import Story
from reportbuilder.model.nodes import Contents, ContentsEntry

FIELD = 'TOC \\o "1-2" \\h \\z'
"""Headings 1 and 2 as links, without pages in web view."""
TAB = "<w:r><w:tab/></w:r>"
GALLERY = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'


def contents(node: Contents, story: Story) -> str:
    """The block with its title and entries."""
    title = heading(node.title, "TOCHeading", story)
    last = len(node.entries) - 1
    entries = "".join(_entry(entry, story, first=place == 0, last=place == last) for place, entry in enumerate(node.entries))
    return f"<w:sdt>{GALLERY}<w:sdtContent>{title}{entries}</w:sdtContent></w:sdt>"


def _entry(entry: ContentsEntry, story: Story, *, first: bool, last: bool) -> str:
    number = (run(entry.number) if entry.number else "") + TAB if entry.level == 1 else ""
    line = number + runs(entry.content, story) + TAB + page_number(entry.page, story)
    link = f'<w:hyperlink w:anchor="{story.book.anchors[entry.target]}" w:history="1">{line}</w:hyperlink>'
    return paragraph(f"TOC{min(entry.level, 2)}", (begin(FIELD) if first else "") + link + (end() if last else ""))

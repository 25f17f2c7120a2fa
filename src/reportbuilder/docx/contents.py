"""The contents: Word's own, a field in the block that Word offers to refresh, filled in with the entries and pages of the PDF."""

from reportbuilder.diag.diagnostic import Log
from reportbuilder.docx.anchors import numbered_figures
from reportbuilder.docx.blocks import heading
from reportbuilder.docx.fields import begin, end
from reportbuilder.docx.fields import field as word_field
from reportbuilder.docx.inlines import run, runs
from reportbuilder.docx.paragraphs import paragraph
from reportbuilder.docx.references import label
from reportbuilder.docx.story import Story
from reportbuilder.model.labels import labels_in
from reportbuilder.model.nodes import Chart, Cluster, ClusterPicture, Contents, ContentsEntry, Figure
from reportbuilder.model.text import plain_text

FIELD = 'TOC \\o "1-2" \\h \\z'
"""Headings 1 and 2 as links, without pages in web view."""
TAB = "<w:r><w:tab/></w:r>"
FIGURES = '<w:sdtPr><w:tag w:val="figures"/></w:sdtPr>'
GALLERY = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'


def contents(node: Contents, story: Story) -> str:
    """The block with its title and entries."""
    title = heading(node.title, "TOCHeading", story)
    last = len(node.entries) - 1
    entries = "".join(_entry(entry, story, first=place == 0, last=place == last) for place, entry in enumerate(node.entries))
    return f"<w:sdt>{GALLERY}<w:sdtContent>{title}{entries}</w:sdtContent></w:sdt>"


def figures(story: Story) -> str:
    """The list of all numbered figures, on a page of its own behind the contents; nothing where there are none. The PDFs have no such list."""
    shown = numbered_figures(story.book.document)
    if not shown:
        return ""
    title = paragraph("TOCHeading", run(labels_in(story.book.document.meta.language, Log()).figures), "<w:pageBreakBefore/>")
    made = "".join(_figure(node, story, first=node is shown[0], last=node is shown[-1]) for node in shown)
    return f"<w:sdt>{FIGURES}<w:sdtContent>{title}{made}</w:sdtContent></w:sdt>"


def _figure(node: Figure | Chart | Cluster | ClusterPicture, story: Story, *, first: bool, last: bool) -> str:
    words = plain_text(node.title if isinstance(node, Chart) else node.caption)
    anchor = story.book.listed[node.id]
    page = word_field(f"PAGEREF {anchor} \\h", run(story.book.page_labels.get(node.id, "")))
    link = f'<w:hyperlink w:anchor="{anchor}" w:history="1">{run(f"{label(node)}. {words}", from_right=story.book.from_right)}{TAB}{page}</w:hyperlink>'
    field = f'TOC \\h \\z \\c "{node.kind}"'
    return paragraph("TableofFigures", (begin(field) if first else "") + link + (end() if last else ""))


def _entry(entry: ContentsEntry, story: Story, *, first: bool, last: bool) -> str:
    number = (run(entry.number) if entry.number else "") + TAB if entry.level == 1 else ""
    anchor = story.book.listed[entry.target]
    page = word_field(f"PAGEREF {anchor} \\h", run(story.book.page_labels.get(entry.target, "")))
    link = f'<w:hyperlink w:anchor="{anchor}" w:history="1">{number}{runs(entry.content, story)}{TAB}{page}</w:hyperlink>'
    return paragraph(f"TOC{min(entry.level, 2)}", (begin(FIELD) if first else "") + link + (end() if last else ""))

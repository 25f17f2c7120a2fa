"""The peer: the text of a project set by a plain platypus script, as most ReportLab users would write it.

Run: python bench/platypus.py PROJECT OUT.pdf. It reads our resolved document, so that loading costs it no YAML of its own; only its own work is timed
and printed.
"""

import resource
import sys
import time
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

from reportbuilder.diag.diagnostic import Log
from reportbuilder.load.report import load_report
from reportbuilder.model import nodes
from reportbuilder.model.resolve import resolve
from reportbuilder.model.text import plain_text
from reportbuilder.model.walk import walk


def marked(content: nodes.Inlines) -> str:
    """Inlines in the markup of platypus: emphasis, links and the marks of notes, as they are in ours."""
    pieces: list[str] = []
    for inline in content:
        match inline:
            case nodes.Text():
                pieces.append(escape(inline.text))
            case nodes.Emphasis():
                pieces.append(f"<i>{marked(inline.content)}</i>")
            case nodes.Strong():
                pieces.append(f"<b>{marked(inline.content)}</b>")
            case nodes.Link():
                pieces.append(f'<link href="{escape(inline.url)}">{marked(inline.content)}</link>')
            case nodes.NoteMark():
                pieces.append(f"<super>{inline.number}</super>")
            case nodes.LineBreak():
                pieces.append("<br/>")
            case _:
                pieces.append(escape(plain_text((inline,))))
    return "".join(pieces)


def story(document: nodes.Document) -> list:
    """Flowables for all headings, paragraphs, list items, cells, facts and, at each chapter's end, its notes."""
    body = ParagraphStyle("body", fontName="Serif", fontSize=10, leading=14, alignment=TA_JUSTIFY, firstLineIndent=14)
    heading = ParagraphStyle("heading", fontName="Sans", fontSize=17, leading=20, spaceBefore=26, spaceAfter=8, keepWithNext=1)
    note = ParagraphStyle("note", fontName="Sans", fontSize=7.8, leading=10.5)
    flowables: list = []
    for part in document.parts:
        for node in walk(part):
            match node:
                case nodes.Heading():
                    if node.level == 1:
                        flowables.append(PageBreak())
                    flowables.append(Paragraph(marked(node.content), heading))
                case nodes.Paragraph() | nodes.Lead() | nodes.Cell():
                    flowables.append(Paragraph(marked(node.content), body))
                case nodes.Quote():
                    flowables.append(Paragraph(marked(node.content), heading))
                case nodes.Fact():
                    flowables.append(Paragraph(f"{marked(node.value)} {marked(node.label)}", body))
                case nodes.Note():
                    flowables.append(Paragraph(f"<super>{node.number}</super> {marked(node.content)}", note))
                case nodes.ContentsEntry():
                    flowables.append(Paragraph(marked(node.content), body))
                case _:
                    pass
    return flowables


def footer(canvas, document) -> None:
    """The page number."""
    canvas.setFont("Sans", 9)
    canvas.drawRightString(A4[0] - 57, 44, str(canvas.getPageNumber()))


def main(project: Path, target: Path) -> None:
    """Load, then time the setting."""
    draft = load_report(project, Log())
    assert draft is not None
    document = resolve(draft, Log())
    start = time.perf_counter()
    fonts = project / "assets" / "fonts"
    pdfmetrics.registerFont(TTFont("Serif", fonts / "SourceSerif4_400Regular.ttf"))
    pdfmetrics.registerFont(TTFont("SerifItalic", fonts / "SourceSerif4_400Regular_Italic.ttf"))
    pdfmetrics.registerFont(TTFont("SerifBold", fonts / "SourceSerif4_600SemiBold.ttf"))
    pdfmetrics.registerFontFamily("Serif", "Serif", "SerifBold", "SerifItalic", "SerifBold")
    pdfmetrics.registerFont(TTFont("Sans", fonts / "SourceSans3_700Bold.ttf"))
    pdfmetrics.registerFontFamily("Sans", "Sans", "Sans", "Sans", "Sans")
    template = SimpleDocTemplate(str(target), pagesize=A4, leftMargin=68, rightMargin=187, topMargin=84, bottomMargin=86)
    template.build(story(document), onFirstPage=footer, onLaterPages=footer)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"platypus {time.perf_counter() - start:.2f} s {template.page} pages {memory} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

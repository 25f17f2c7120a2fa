"""Paragraphs: one that is a text of the document stands within the hidden bookmark by which a translation finds its way back."""

import re

from reportbuilder.docx.inlines import runs
from reportbuilder.docx.references import before_notes
from reportbuilder.docx.story import Book, Story
from reportbuilder.model.direction import is_reversed
from reportbuilder.model.nodes import Foreign, Inlines
from reportbuilder.model.text import plain_text

_AFTER_BIDI = re.compile("<w:(?:adjustRightInd|snapToGrid|spacing|ind|contextualSpacing|mirrorIndents|jc|textAlignment|outlineLvl|rPr|sectPr)\\b")
SENTENCE_ENDS = (".", "!", "?", ":", ";")
_FIRST_PROPERTIES = re.compile(r"<w:pStyle [^>]*/>(?:<w:keepNext/>)?")


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph of runs; ``properties`` are elements that come after its style, in the schema's order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


GAP = paragraph("Gap", "")
"""What keeps a table or a box from what follows, and holds the end of a section where no text can."""


def passage(style: str, content: Inlines, name: str, story: Story, *, properties: str = "", before: str = "", anchor: int = 0) -> str:
    """A paragraph with a text of the document, in the bookmark ``name``; nothing if the text is empty.

    The bookmark ends after the paragraph, so that it outlives a paragraph that is typed anew. ``before`` are runs that are not to be
    translated; ``anchor`` is a node that others point at here.
    """
    if not content:
        return ""
    start, end = story.bookmark(name)
    words, marks = before_notes(content) if anchor else (content, ())
    return paragraph(style, before + start + story.anchored(anchor, runs(words, story)) + runs(marks, story), _directed(content, properties, story.book)) + end


def closed_passage(style: str, content: Inlines, name: str, story: Story, *, properties: str = "", before: str = "") -> str:
    """The same where a bookmark can't end after the paragraph and the paragraph must stand: in cells, notes and headers."""
    start, end = story.bookmark(name)
    return paragraph(style, before + start + runs(content, story) + end, _directed(content, properties, story.book))


def _directed(content: Inlines, properties: str, book: Book) -> str:
    """The properties, and that the paragraph runs from right to left if it does, in the place that the schema has for it."""
    words = plain_text(content)
    if book.from_right:  # the styles say so; a sentence in another language goes its own way
        waiting = all(isinstance(inline, Foreign) and inline.untranslated for inline in content)
        bidi = '<w:bidi w:val="0"/>' if words.rstrip().endswith(SENTENCE_ENDS) and (waiting or not is_reversed(words, True)) else ""
    else:
        bidi = "<w:bidi/>" if not words.isascii() and is_reversed(words) else ""
    if not bidi:
        return properties
    place = _AFTER_BIDI.search(properties)
    at = place.start() if place else len(properties)
    return f"{properties[:at]}{bidi}{properties[at:]}"


def begun(xml: str, node: int, story: Story) -> str:
    """Paragraphs or a table with the mark by which others point at ``node`` at the head of the first paragraph."""
    return xml.replace("</w:pPr>", f"</w:pPr>{story.anchored(node, '')}", 1)


def on_new_page(xml: str) -> str:
    """Paragraphs or a table that begin a page."""
    return _FIRST_PROPERTIES.sub(lambda found: f"{found.group()}<w:pageBreakBefore/>", xml, count=1)


def keep_next(wanted: bool) -> str:
    """The property that holds a paragraph on the page of the next."""
    return "<w:keepNext/>" if wanted else ""

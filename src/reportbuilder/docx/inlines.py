"""Inlines as runs: neighbours of one look in one run, looks by character styles, notes, links and page numbers native."""

import re
from typing import assert_never
from urllib.parse import unquote

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.docx.fields import begin, end
from reportbuilder.docx.fields import field as word_field
from reportbuilder.docx.languages import with_region
from reportbuilder.docx.references import NOTHING, divided
from reportbuilder.docx.story import Story
from reportbuilder.docx.xml import escape, text
from reportbuilder.model.direction import DIRECTED, split_by_direction, telephones_marked
from reportbuilder.model.nodes import (
    Abbreviation,
    CrossReference,
    Emphasis,
    Foreign,
    Inline,
    Inlines,
    LineBreak,
    Link,
    NoteCall,
    NoteMark,
    PageNumber,
    Reference,
    Strong,
    Text,
)

HEBREW = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")
PERSIAN = re.compile("[پچژگکی]")
UNTRANSLATED = '<w:shd w:val="clear" w:color="auto" w:fill="FFF2CC"/>'
"""The ground of what is not translated yet: it is seen at once."""
LONGEST_TIP = 250
"""Letters; Word takes no more than 255."""
NOTE_MARK = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'


class Look(Struct, frozen=True):
    """The changes on the paragraph's style. A run has one character style; a second change stands beside it."""

    strong: bool = False
    emphasis: bool = False
    link: bool = False
    language: str = ""
    untranslated: bool = False

    @property
    def properties(self) -> str:
        inner = self._properties + (f'<w:lang w:val="{escape(with_region(self.language))}"/>' if self.language else "")
        return f"<w:rPr>{inner}</w:rPr>" if inner else ""

    def turned(self, words: str) -> str:
        """The properties of words from right to left."""
        return f'<w:rPr>{self._properties}<w:rtl/><w:lang w:bidi="{_bidi_language(words)}"/></w:rPr>'

    @property
    def _properties(self) -> str:
        style = "Hyperlink" if self.link else "Strong" if self.strong else "Emphasis" if self.emphasis else ""
        if not style and not self.untranslated:
            return ""
        named = f'<w:rStyle w:val="{style}"/>' if style else ""
        bold = "<w:b/><w:bCs/>" if self.strong and style != "Strong" else ""
        italic = "<w:i/><w:iCs/>" if self.emphasis and style != "Emphasis" else ""
        return f"{named}{bold}{italic}{UNTRANSLATED if self.untranslated else ''}"


PLAIN = Look()
STRONG = Look(strong=True)


class Runs(Struct):
    """Runs in the making: text waits for more of the same look."""

    story: Story
    done: list[str] = []
    waiting: list[str] = []
    look: Look = PLAIN

    def say(self, words: str, look: Look) -> None:
        if look != self.look:
            self.flush()
            self.look = look
        self.waiting.append(words)

    def put(self, xml: str) -> None:
        self.flush()
        self.done.append(xml)

    def flush(self) -> None:
        if self.waiting:
            book, words = self.story.book, "".join(self.waiting)
            if book.from_right:
                words = telephones_marked(words)
            self.done.append(run(words, self.look, book.from_right and not book.translated))  # a translator wants few runs
            self.waiting.clear()

    def xml(self) -> str:
        self.flush()
        return "".join(self.done)


def runs(content: Inlines, story: Story) -> str:
    """The content of a paragraph, as XML."""
    made = Runs(story)
    _all(content, PLAIN, made)
    return made.xml()


def run(words: str, look: Look = PLAIN, from_right: bool = False) -> str:
    """One run, or as many as the words have directions. ``from_right``: the report runs from right to left."""
    if from_right or (not words.isascii() and DIRECTED.search(words)):
        return "".join(_run(part, look, turned) for part, turned in split_by_direction(telephones_marked(words), from_right))
    return _run(words, look, False)


def _run(words: str, look: Look, turned: bool) -> str:
    return f"<w:r>{look.turned(words) if turned else look.properties}{text(words)}</w:r>"


def _bidi_language(words: str) -> str:
    """The language that words from right to left are most likely in, for proofing and for the choice of a font."""
    if HEBREW.search(words):
        return "he-IL"
    return "fa-IR" if PERSIAN.search(words) else "ar-SA"


def _all(content: Inlines, look: Look, made: Runs) -> None:
    for inline in content:
        _one(inline, look, made)


def _one(inline: Inline, look: Look, made: Runs) -> None:
    match inline:
        case Text():
            made.say(inline.text, look)
        case Emphasis():
            _all(inline.content, replace(look, emphasis=not look.emphasis), made)
        case Strong():
            _all(inline.content, replace(look, strong=True), made)
        case Foreign():
            _all(inline.content, replace(look, language=inline.language, untranslated=inline.untranslated), made)
        case Abbreviation():
            _all(inline.content, look, made)
        case Link():
            _link(f'r:id="{made.story.address(inline.url)}"', readable(inline.url), inline.content, look, made)
        case CrossReference():
            _reference(inline, look, made)
        case NoteMark():
            made.put(note_mark(inline, made.story))
        case PageNumber():
            made.put(page_number(inline, made.story))
        case LineBreak():
            made.put("<w:r><w:br/></w:r>")
        case NoteCall() | Reference():
            raise AssertionError("a draft's node in a document")
        case _:
            assert_never(inline)


def readable(url: str) -> str:
    """An address as people say it; what can't be shown in it stays encoded."""
    shown = url.partition(":")[2].removeprefix("//").removeprefix("www.").rstrip("/")
    said = unquote(shown, errors="replace")
    return said if said.isprintable() else shown


def _link(target: str, tip: str, content: Inlines, look: Look, made: Runs) -> None:
    """``tip`` is shown and said when a reader comes to the link; a translator has nothing to do with it."""
    shown = f' w:tooltip="{escape(tip[:LONGEST_TIP])}"' if tip and not made.story.book.translated else ""
    made.put(f'<w:hyperlink {target}{shown} w:history="1">')
    _all(content, replace(look, link=True), made)
    made.put("</w:hyperlink>")


def _reference(reference: CrossReference, look: Look, made: Runs) -> None:
    """A link, and in it a field for the words that are those of the target."""
    book = made.story.book
    anchor = book.anchors[reference.target]
    parts = divided(reference, book.repeatable)
    if parts is None:
        _link(f'w:anchor="{anchor}"', book.repeatable.get(reference.target, NOTHING).words, reference.content, look, made)
        return
    before, words, behind, code = parts
    linked = replace(look, link=True)
    made.put(f'<w:hyperlink w:anchor="{anchor}" w:history="1">')
    _all(before, linked, made)
    made.put(begin(f"REF {anchor}{code}", linked.properties))
    _all(words, linked, made)
    made.put(end(linked.properties))
    _all(behind, linked, made)
    made.put("</w:hyperlink>")


def note_mark(mark: NoteMark, story: Story) -> str:
    """The call of a footnote, or, where it was called before, a field that repeats the number of that call."""
    if mark.first:
        call = f'<w:r>{NOTE_MARK}<w:footnoteReference w:id="{story.book.notes[mark.note]}"/></w:r>'
        return story.anchored(mark.note, call)
    number = f"<w:r>{NOTE_MARK}{text(str(mark.number))}</w:r>"
    return word_field(f"NOTEREF {story.book.anchors[mark.note]} \\f \\h", number, NOTE_MARK)


def page_number(page: PageNumber, story: Story) -> str:
    """A field with the page that the PDF has; Word counts anew when its user asks."""
    return word_field(f"PAGEREF {story.book.anchors[page.target]} \\h", run(story.book.page_labels.get(page.target, "")))

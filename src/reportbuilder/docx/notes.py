"""Footnotes: Word's own, numbered by Word from 1 in every section."""

from reportbuilder.docx.inlines import NOTE_MARK, run
from reportbuilder.docx.paragraphs import closed_passage
from reportbuilder.docx.story import Story, segment
from reportbuilder.docx.xml import root
from reportbuilder.model.nodes import Note

SEPARATOR, CONTINUATION = -1, 0
SEPARATORS = ((SEPARATOR, "separator", "separator"), (CONTINUATION, "continuationSeparator", "continuationSeparator"))


def footnotes(notes: tuple[Note, ...], story: Story) -> str:
    """The part ``footnotes.xml``: the two rules that Word draws above notes, then the notes."""
    rules = "".join(_separator(*rule) for rule in SEPARATORS)
    return root("w:footnotes", rules + "".join(_note(note, story) for note in notes))


def _separator(number: int, kind: str, element: str) -> str:
    rule = f'<w:p><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr><w:r><w:{element}/></w:r></w:p>'
    return f'<w:footnote w:type="{kind}" w:id="{number}">{rule}</w:footnote>'


def _note(note: Note, story: Story) -> str:
    mark = f"<w:r>{NOTE_MARK}<w:footnoteRef/></w:r>{run(' ', from_right=story.book.from_right)}"
    text = closed_passage("FootnoteText", note.content, segment(note.id), story, before=mark)
    return f'<w:footnote w:id="{story.book.notes[note.id]}">{text}</w:footnote>'

"""The words of inlines without their marks, and titles copied to other places."""

from typing import assert_never

from msgspec.structs import replace

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


def plain_text(content: Inlines) -> str:
    """The words as they are to be read; a line break is a space, note marks and page numbers are nothing, and spaces around these are one."""
    return "".join(map(_words, content)).replace("  ", " ")


def _words(inline: Inline) -> str:
    match inline:
        case Text():
            return inline.text
        case LineBreak():
            return " "
        case NoteCall() | NoteMark() | PageNumber():
            return ""
        case Emphasis() | Strong() | Foreign() | Abbreviation() | Link() | Reference() | CrossReference():
            return plain_text(inline.content)
        case _:
            assert_never(inline)


def title_copy(content: Inlines) -> Inlines:
    """A title for another place (the contents, a reference): on one line, without notes and links, its emphasis kept, all ids 0."""
    copied = _copied(content)
    match copied:
        case (*before, Text(text=text) as last) if text.endswith(" "):
            return (*before, replace(last, text=text.rstrip(" "))) if text.strip(" ") else tuple(before)
        case _:
            return copied


def _copied(content: Inlines) -> Inlines:
    copied: list[Inline] = []
    for inline in content:
        match inline:
            case Text():
                _add(copied, replace(inline, id=0))
            case LineBreak():
                _add(copied, Text(" ", inline.span))
            case NoteCall() | NoteMark() | PageNumber():
                pass
            case Emphasis() | Strong() | Foreign() | Abbreviation():
                copied.append(replace(inline, content=_copied(inline.content), id=0))
            case Link() | Reference() | CrossReference():
                for inner in _copied(inline.content):
                    _add(copied, inner)
            case _:
                assert_never(inline)
    return tuple(copied)


def _add(copied: list[Inline], inline: Inline) -> None:
    """Put the inline behind the others; text with text becomes one."""
    match copied[-1:], inline:
        case [Text() as before], Text():
            copied[-1] = replace(before, text=(before.text + inline.text).replace("  ", " "))
        case _:
            copied.append(inline)

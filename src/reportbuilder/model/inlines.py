"""Nodes inside a line of text; see `nodes`."""

from msgspec import Struct

from reportbuilder.diag.span import Span


class Text(Struct, frozen=True):
    """Characters as they are to be read; typed or brought in by a variable."""

    text: str
    span: Span
    id: int = 0


class Emphasis(Struct, frozen=True):
    content: "tuple[Inline, ...]"
    span: Span
    id: int = 0


class Strong(Struct, frozen=True):
    content: "tuple[Inline, ...]"
    span: Span
    id: int = 0


class Foreign(Struct, frozen=True):
    """Words in another language than the report's; ``language`` is a BCP 47 tag. ``untranslated``: they wait for a translation."""

    language: str
    content: "tuple[Inline, ...]"
    span: Span
    id: int = 0
    untranslated: bool = False


class Abbreviation(Struct, frozen=True):
    """A short form with what it stands for, in the language of the report."""

    expansion: str
    content: "tuple[Inline, ...]"
    span: Span
    id: int = 0


class Link(Struct, frozen=True):
    """A link to the outside: http, https or mailto."""

    url: str
    content: "tuple[Inline, ...]"
    span: Span
    id: int = 0


class LineBreak(Struct, frozen=True):
    span: Span
    id: int = 0


class NoteCall(Struct, frozen=True):
    """``[^key]`` in a draft."""

    key: str
    span: Span
    id: int = 0


class NoteMark(Struct, frozen=True):
    """The mark of a note: its ``number`` in the chapter and the ``note``'s id. ``first`` is false when the note was called before."""

    number: int
    note: int
    first: bool
    span: Span
    id: int = 0


class Reference(Struct, frozen=True):
    """``[](#label)`` in a draft; empty ``content`` asks for the target's own title."""

    label: str
    content: "tuple[Inline, ...]"
    span: Span
    id: int = 0


class CrossReference(Struct, frozen=True):
    """A link to the heading or figure with id ``target``."""

    target: int
    content: "tuple[Inline, ...]"
    span: Span
    id: int = 0


class PageNumber(Struct, frozen=True):
    """The number of the page on which the node ``target`` begins; known when the layout has settled."""

    target: int
    span: Span
    id: int = 0


Inline = Text | Emphasis | Strong | Foreign | Abbreviation | Link | LineBreak | NoteCall | NoteMark | Reference | CrossReference | PageNumber
Inlines = tuple[Inline, ...]

"""Nodes inside a line of text; see `nodes`."""

from dataclasses import dataclass

from reportbuilder.diag.span import Span


@dataclass(frozen=True, slots=True)
class Text:
    """Characters as they are to be read; typed or brought in by a variable."""

    text: str
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class Emphasis:
    content: "tuple[Inline, ...]"
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class Strong:
    content: "tuple[Inline, ...]"
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another language than the report's; ``language`` is a BCP 47 tag. ``untranslated``: they wait for a translation."""

    language: str
    content: "tuple[Inline, ...]"
    span: Span
    id: int = 0
    untranslated: bool = False


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form with what it stands for, in the language of the report."""

    expansion: str
    content: "tuple[Inline, ...]"
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A link to the outside: http, https or mailto."""

    url: str
    content: "tuple[Inline, ...]"
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class LineBreak:
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class NoteCall:
    """``[^key]`` in a draft."""

    key: str
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of a note: its ``number`` in the chapter and the ``note``'s id. ``first`` is false when the note was called before."""

    number: int
    note: int
    first: bool
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class Reference:
    """``[](#label)`` in a draft; empty ``content`` asks for the target's own title."""

    label: str
    content: "tuple[Inline, ...]"
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A link to the heading or figure with id ``target``."""

    target: int
    content: "tuple[Inline, ...]"
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of the page on which the node ``target`` begins; known when the layout has settled."""

    target: int
    span: Span
    id: int = 0


Inline = Text | Emphasis | Strong | Foreign | Abbreviation | Link | LineBreak | NoteCall | NoteMark | Reference | CrossReference | PageNumber
Inlines = tuple[Inline, ...]

"""Inlines as stretches of text with their looks: emphasis, links and marks are changes on the style around them."""

import re
from collections.abc import Iterator, Mapping
from typing import assert_never

from msgspec import Struct
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
from reportbuilder.style.sheet import FaceKey, TextStyle

SUPERIOR = "sups"
ACRONYM = re.compile(r"(?<!\w)([A-ZÀ-ÖØ-Þ]{3,})(?![^\W\d_]*[^\W\d_A-ZÀ-ÖØ-Þ]{3})")
"""Three capitals or more, also with a short ending (“NGO’s”, “URC-leden” up to the hyphen); no words in mixed letters."""


class Look(Struct, frozen=True):
    """How a stretch of text is set. ``rise`` is in points above the baseline; ``area`` is (link node, target) or None; ``language`` is
    that of words from another one than the report's.

    The feature ``sups`` asks for superior figures; where the face has none, `words` scales and raises plain ones.
    """

    face: FaceKey
    size: float
    ink: str
    features: tuple[str, ...] = ()
    rise: float = 0.0
    tracking: float = 0.0
    area: tuple[int, int | str] | None = None
    language: str = ""


class Stretch(Struct, frozen=True):
    """Text of one look that shows one node. ``note`` is (note id, mark id) where this is the first mark of a note; ``level`` that of `bidi`."""

    text: str
    look: Look
    node: int
    note: tuple[int, int] | None = None
    forced: bool = False
    level: int = 0


def base_look(style: TextStyle) -> Look:
    """The look of plain text in a style."""
    return Look(style.face, style.size, style.ink, style.features, tracking=style.tracking)


def stretches(content: Inlines, style: TextStyle, pages: Mapping[int, str]) -> list[Stretch]:
    """All text of ``content``; ``pages`` has the printed page number of each node a `PageNumber` may ask for."""
    return list(_stretches(content, base_look(style), style, pages))


def _stretches(content: Inlines, look: Look, style: TextStyle, pages: Mapping[int, str]) -> Iterator[Stretch]:
    for inline in content:
        yield from _stretch(inline, look, style, pages)


def _stretch(inline: Inline, look: Look, style: TextStyle, pages: Mapping[int, str]) -> Iterator[Stretch]:
    match inline:
        case Text():
            yield from _text(inline, look, style)
        case Emphasis():
            yield from _stretches(inline.content, replace(look, face=_slanted(look.face)), style, pages)
        case Strong():
            yield from _stretches(inline.content, replace(look, face=replace(look.face, weight=style.strong)), style, pages)
        case Foreign():
            yield from _stretches(inline.content, replace(look, language=inline.language), style, pages)
        case Abbreviation():
            yield from _stretches(inline.content, look, style, pages)
        case Link():
            yield from _stretches(inline.content, _linked(look, style, inline.id, inline.url), style, pages)
        case CrossReference():
            yield from _stretches(inline.content, _linked(look, style, inline.id, inline.target), style, pages)
        case NoteMark():
            yield _mark(inline, look, style)
        case PageNumber():
            yield Stretch(pages.get(inline.target, "0"), replace(look, area=look.area or (inline.id, inline.target)), inline.id)
        case LineBreak():
            yield Stretch("", look, inline.id, forced=True)
        case NoteCall() | Reference():
            raise AssertionError("a draft's node in a document")
        case _:
            assert_never(inline)


def _text(text: Text, look: Look, style: TextStyle) -> Iterator[Stretch]:
    """The text, its acronyms apart where the style wants them in small capitals."""
    if not style.acronyms:
        yield Stretch(text.text, look, text.id)
        return
    small = replace(look, features=(*look.features, "c2sc"))
    for number, part in enumerate(ACRONYM.split(text.text)):
        if part:
            yield Stretch(part, small if number % 2 else look, text.id)


def _slanted(face: FaceKey) -> FaceKey:
    return replace(face, italic=not face.italic)


def _linked(look: Look, style: TextStyle, node: int, target: int | str) -> Look:
    return replace(look, ink=style.link_ink or look.ink, area=(node, target))


def _mark(mark: NoteMark, look: Look, style: TextStyle) -> Stretch:
    raised = replace(
        look,
        face=replace(look.face, italic=False),
        features=(SUPERIOR,),
        ink=style.link_ink or look.ink,
        area=(mark.id, mark.note),
    )
    return Stretch(str(mark.number), raised, mark.id, note=(mark.note, mark.id) if mark.first else None)

"""Inlines as stretches of text with their looks: emphasis, links and marks are changes on the style around them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from reportbuilder.model.nodes import (
    CrossReference,
    Emphasis,
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

MARK_SIZE = 0.62
MARK_RISE = 0.33


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch of text is set. ``rise`` is in points above the baseline; ``area`` is (link node, target) or None."""

    face: FaceKey
    size: float
    ink: str
    features: tuple[str, ...] = ()
    rise: float = 0.0
    tracking: float = 0.0
    area: tuple[int, int | str] | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text of one look that shows one node. ``note`` is (note id, mark id) where this is the first mark of a note."""

    text: str
    look: Look
    node: int
    note: tuple[int, int] | None = None
    forced: bool = False


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
            yield Stretch(inline.text, look, inline.id)
        case Emphasis():
            yield from _stretches(inline.content, replace(look, face=_slanted(look.face)), style, pages)
        case Strong():
            yield from _stretches(inline.content, replace(look, face=replace(look.face, weight=style.strong)), style, pages)
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


def _slanted(face: FaceKey) -> FaceKey:
    return replace(face, italic=not face.italic)


def _linked(look: Look, style: TextStyle, node: int, target: int | str) -> Look:
    return replace(look, ink=style.link_ink or look.ink, area=(node, target))


def _mark(mark: NoteMark, look: Look, style: TextStyle) -> Stretch:
    raised = replace(
        look,
        size=style.size * MARK_SIZE,
        rise=style.size * MARK_RISE,
        face=replace(look.face, italic=False),
        features=("lnum",),
        ink=style.link_ink or look.ink,
        area=(mark.id, mark.note),
    )
    return Stretch(str(mark.number), raised, mark.id, note=(mark.note, mark.id) if mark.first else None)

"""From the text of one paragraph to inline nodes: marks, links, notes and references, each with its place."""

import re
from itertools import dropwhile, pairwise
from typing import assert_never

from reportbuilder.diag.diagnostic import Log
from reportbuilder.load.pieces import SPACES, Piece, paragraph_pieces
from reportbuilder.load.refusals import check_entities, refuse
from reportbuilder.load.values import Scalar
from reportbuilder.model.nodes import Emphasis, Inline, Inlines, LineBreak, Link, NoteCall, Reference, Strong, Text

_RUN = re.compile(f"[{SPACES}]+")
_EMPTY_LINE = re.compile(r"\n[ \t]*\n\s*")


def inlines(scalar: Scalar, log: Log) -> Inlines:
    """The inlines of a text that is one paragraph: a title, a caption, a cell, a note. Signs of blocks (``#``, ``-``) are themselves here."""
    check_entities(scalar, log)
    end = len(scalar.text.rstrip(SPACES))
    start = len(scalar.text) - len(scalar.text.lstrip(SPACES))
    if second := _EMPTY_LINE.search(scalar.text, start, end):
        refuse("paragraph", scalar.text[second.end() :], scalar.at(second.end()), log)
    return paragraph(scalar, start, end, log)


def paragraph(scalar: Scalar, start: int, end: int, log: Log) -> Inlines:
    """The inlines of the one paragraph ``scalar.text[start:end]``."""
    pieces = paragraph_pieces(scalar, start, end, log)
    _tidy(pieces)
    return _nodes(pieces, scalar)


def plain_line(scalar: Scalar) -> str:
    """A text without markup (a description, a credit): its values put in, each run of white space one space."""
    return _RUN.sub(" ", scalar.plain).strip(" ")


def _tidy(pieces: list[Piece]) -> None:
    """Make each run of white space one space, and none at the ends of the paragraph and of its lines."""
    spaced, last = True, None
    for before, piece in pairwise([Piece("end", 0), *pieces]):
        if piece.kind == "text":
            text = _RUN.sub(" ", piece.text)
            piece.text = text.lstrip(" ") if spaced else text
            if piece.text:
                spaced, last = piece.text.endswith(" "), piece
        elif piece.kind == "break":
            _strip_end(last)
            spaced, last = True, None
        elif piece.kind == "note" or (before.kind in ("reference", "link") and piece.kind == "end"):
            spaced, last = False, None
    _strip_end(last)


def _strip_end(piece: Piece | None) -> None:
    if piece:
        piece.text = piece.text.rstrip(" ")


def _nodes(pieces: list[Piece], scalar: Scalar) -> Inlines:
    content: list[Inline] = []
    outer: list[tuple[Piece, list[Inline]]] = []
    for piece in pieces:
        match piece.kind:
            case "text":
                _add_text(content, piece, scalar)
            case "break":
                content.append(LineBreak(scalar.at(piece.at)))
            case "note":
                content.append(NoteCall(piece.text, scalar.at(piece.at)))
            case "emphasis" | "strong" | "link" | "reference":
                outer.append((piece, content))
                content = []
            case "end":
                mark, around = outer.pop()
                around.extend(_marked(mark, tuple(content), scalar))
                content = around
            case _:
                assert_never(piece.kind)
    while content and isinstance(content[-1], LineBreak):
        content.pop()
    return tuple(dropwhile(lambda inline: isinstance(inline, LineBreak), content))


def _add_text(content: list[Inline], piece: Piece, scalar: Scalar) -> None:
    """Put text behind what is there; with text before it, it is one node, which begins at the first letter of the two."""
    if not piece.text:
        return
    before = content[-1] if content else None
    if not isinstance(before, Text):
        content.append(Text(piece.text, scalar.at(piece.at)))
    else:
        content[-1] = Text(before.text + piece.text, scalar.at(piece.at) if before.text == " " else before.span)


def _marked(mark: Piece, content: Inlines, scalar: Scalar) -> Inlines:
    """The node of a mark, at its first letter. Emphasis of nothing (an empty value) is nothing."""
    span = content[0].span if content else scalar.at(mark.at)
    match mark.kind:
        case "link":
            return (Link(mark.text, content, span),)
        case "reference":
            return (Reference(mark.text, content, span),)
        case "emphasis":
            return (Emphasis(content, span),) if content else ()
        case _:
            return (Strong(content, span),) if content else ()

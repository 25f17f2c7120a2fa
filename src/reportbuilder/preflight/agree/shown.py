"""The text that pages show, in the order of their content, with the marks it stands in."""

from typing import NamedTuple

from reportbuilder.preflight.evidence import Evidence
from reportbuilder.preflight.content import Budget
from reportbuilder.preflight.finding import Box
from reportbuilder.preflight.fonts import Font
from reportbuilder.preflight.lexer import HEX, Operand, unhex
from reportbuilder.preflight.resources import Book
from reportbuilder.preflight.ua.marked import Marker, MarkedContent, Place, marked
from reportbuilder.preflight.unicode import readings

UNREAD = "\ufffd"


class Piece(NamedTuple):
    """Text shown at once; ``place`` names the marked content it is in, ``box`` is None where it can’t be seen."""

    text: str
    place: Place | None
    box: Box | None


class TextContent(MarkedContent):
    """``pieces`` in the order of the content; ``known``: what each font is read as."""

    pieces: list[Piece] = []
    known: dict[Font, dict[int, str]] = {}


class Reader(Marker):
    """Follows content and notes what its strings are read as."""

    content: TextContent
    waiting: list[bytes]

    def show(self, pieces: list[Operand]) -> None:
        self.waiting = [piece for piece in pieces if isinstance(piece, bytes)]
        super().show(pieces)

    def show_hex(self, operands: list[Operand]) -> None:
        self.waiting = [unhex(part) for part in operands[0]]  # type: ignore[union-attr, arg-type]
        super().show_hex(operands)

    def _shown(self, font: Font, any_signs: int, along: float) -> None:
        before = len(self.content.shown)
        super()._shown(font, any_signs, along)
        if self.silent or not any_signs:
            return
        known = self.content.known
        if font not in known:
            known[font] = readings(font)
        text = "".join([known[font].get(code, UNREAD) for part in self.waiting for code in _codes(font, part)])
        mark = self.content.stack[-1] if self.content.stack else None
        box = self.content.shown[-1].box if len(self.content.shown) > before else None
        self.content.pieces.append(Piece(text, mark.place if mark else None, box))


def _codes(font: Font, text: bytes) -> list[int]:
    return [int.from_bytes(text[at : at + 2], "big") for at in range(0, len(text) - 1, 2)] if font.composite else list(text)


Reader.steps = Marker.steps | {HEX: Reader.show_hex}  # type: ignore[dict-item]


def shown(evidence: Evidence) -> list[TextContent]:
    """The text of each page. Raises `TooMuch`."""
    book, budget = Book(), Budget()
    made: list[TextContent] = []
    known: dict[Font, dict[int, str]] = {}
    for page in evidence.pages:
        content = TextContent(page.number, known=known)
        marked(page.object, page.number, page.media, book, budget, Reader, content)
        made.append(content)
    return made

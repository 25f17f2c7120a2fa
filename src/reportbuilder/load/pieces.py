"""Between tokens and nodes: the flat pieces of a paragraph, with values put in, places known and all refusals said."""

import re
from typing import Literal
from urllib.parse import quote

from markdown_it.token import Token
from msgspec import Struct

from reportbuilder.diag.diagnostic import Log
from reportbuilder.load.addresses import checked_address
from reportbuilder.load.commonmark import inline_tokens
from reportbuilder.load.refusals import refuse
from reportbuilder.load.values import INSERT, Scalar
from reportbuilder.load.wording import shown

MAX_MARKS = 8
"""How deep marks (emphasis, strong, links) may stand in one another."""

SPACES = " \t\n\r\v\f\x85\u2028\u2029"
"""Ordinary white space, of which a run is one space. Other spaces (U+00A0, U+202F, U+2009 …) are typed on purpose."""

_MARKUP = re.compile(r"[\\`*_\[<&]")
_INSERTED = re.compile(f"([{chr(INSERT)}-{chr(INSERT + 0xFFFD)}])")
_LETTER = re.compile(r"[^\s*_\[\]<\\#(]")
_NO_LINK = re.compile(r"\]\((?=[^()\n:/#@\\]*[:/#@\\])[^()\n]*\)|<www\.[^<>\s]*>")
_NO_LINK_HINTS = {
    "]": "a link has no space in its address and no note or other link in its text; for the signs themselves write \\]",
    "<": "write <https://www…>, or \\< for the sign itself",
}
_LEFT_OUT = re.compile(r"https://|mailto:", re.IGNORECASE)

Kind = Literal["text", "break", "note", "emphasis", "strong", "link", "reference", "end"]


class Piece(Struct):
    """A stretch of text, a break, a note call, or the begin or end of a mark.

    ``at`` is the place in the scalar of the first letter; ``text`` the text, the note's key, the link's address or the reference's label.
    """

    kind: Kind
    at: int
    text: str = ""


def paragraph_pieces(scalar: Scalar, start: int, end: int, log: Log) -> list[Piece]:
    """The pieces of the one paragraph ``scalar.text[start:end]``. Marks are paired: each one that begins has its “end”."""
    reader = _Reader(scalar, scalar.text[start:end], start, log)
    if _MARKUP.search(reader.source):
        for token in inline_tokens(reader.source):
            reader.read(token)
    else:
        reader.add_text(reader.source, 0)
    return reader.pieces


def with_values(text: str, scalar: Scalar, quoted: bool = False) -> str:
    """The text with the inserted values of the scalar put in; ``quoted``: percent-encoded, as in an address."""

    def value(match: re.Match[str]) -> str:
        number = ord(match[0]) - INSERT
        if number >= len(scalar.inserts):
            return match[0]
        return quote(scalar.inserts[number], safe="") if quoted else scalar.inserts[number]

    return _INSERTED.sub(value, text) if scalar.inserts else text


class _Reader(Struct):
    """Tokens to pieces. ``source`` begins at ``start`` of the scalar; ``marks`` are those open now, an empty name for one left out."""

    scalar: Scalar
    source: str
    start: int
    log: Log
    pieces: list[Piece] = []
    marks: list[str] = []

    def read(self, token: Token) -> None:
        at: int = token.meta.get("at", 0)
        match token.type:
            case "text" | "text_special":
                self._text(token, at)
            case "softbreak":
                self.add_text(" ", at)
            case "hardbreak":
                self.pieces.append(Piece("break", self._letter(at)))
            case "note":
                self.pieces.append(Piece("note", self.start + at + len("[^"), token.content))
            case "em_open":
                self._open("emphasis", at)
            case "strong_open":
                self._open("strong", at)
            case "link_open":
                self._link(token, at)
            case "em_close" | "strong_close" | "link_close":
                if self.marks.pop():
                    self.pieces.append(Piece("end", self.start + at))
            case _:
                self._refuse(token, at)
                self.add_text(token.content, at)

    def add_text(self, text: str, at: int) -> None:
        """Text that stands at ``at``; an inserted value becomes a piece of its own, so that what follows has its place."""
        for part in _INSERTED.split(text) if self.scalar.inserts else (text,):
            lead = len(part) - len(part.lstrip(SPACES))
            if part:
                place = self.start + at + lead if lead < len(part) else self._letter(at)
                self.pieces.append(Piece("text", place, with_values(part, self.scalar)))
            at += len(part)

    def _text(self, token: Token, at: int) -> None:
        content = token.content
        if token.info == "escape":
            at += len(token.markup) - len(content)
        elif self.marks and self.marks[-1] == "autolink":
            scheme = _LEFT_OUT.match(content)
            at += len(scheme[0]) if scheme else 0
            content = content[len(scheme[0]) if scheme else 0 :].removesuffix("/")
        elif content in _NO_LINK_HINTS and (found := _NO_LINK.match(self.source, at)):
            message = f"‘{shown(with_values(found[0], self.scalar))}’ looks like a link and is none"
            self.log.error("bad-link", message, self.scalar.at(self._letter(at + len(content))), _NO_LINK_HINTS[content])
        self.add_text(content, at)

    def _open(self, kind: Literal["emphasis", "strong"], at: int) -> None:
        allowed = len(self.marks) < MAX_MARKS
        if allowed:
            self.pieces.append(Piece(kind, self.start + at))
        elif len(self.marks) == MAX_MARKS:
            refuse("marks", self.source[at:], self.scalar.at(self.start + at), self.log)
        self.marks.append(kind if allowed else "")

    def _link(self, token: Token, at: int) -> None:
        target, mark = str(token.attrs["href"]), token.markup or "link"
        place = self._letter(at if mark == "autolink" else self.source.rfind("](", at, token.meta["end"]) + 2)
        if "title" in token.attrs:
            refuse("link_title", str(token.attrs["title"]), self.scalar.at(self.start + at), self.log)
        if self._in_link():
            self._refuse(token, at)
            mark = ""
        elif target.startswith("#"):
            self.pieces.append(Piece("reference", place, with_values(target[1:], self.scalar)))
        elif address := checked_address(with_values(target, self.scalar, quoted=True), self.scalar.at(place), self.log):
            self.pieces.append(Piece("link", place, address))
        else:
            mark = ""
        self.marks.append(mark)

    def _in_link(self) -> bool:
        return "link" in self.marks or "autolink" in self.marks

    def _refuse(self, token: Token, at: int) -> None:
        refuse(token.type, with_values(self.source[at : token.meta["end"]], self.scalar), self.scalar.at(self.start + at), self.log)

    def _letter(self, at: int) -> int:
        """The first letter from there on, past white space and signs of markup, as a place in the scalar. It is near, or never mind."""
        found = _LETTER.search(self.source, at, at + 200)
        return self.start + (found.start() if found else at)

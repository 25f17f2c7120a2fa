"""What one finished file says: its words in order, notes, headings, links, descriptions, contents, and the text of its pages."""

import re
from typing import Literal

from msgspec import Struct

from reportbuilder.preflight.finding import Box

Kind = Literal["print", "web", "docx"]
"""A PDF without structure, one with, a DOCX."""
MARK = "\ue000"
"""Stands before the number of a note where it is called, in files that know what that is."""
HEAD = "head "
"""Begins the key of words in the head of a table, before a name for its row."""
_BLANK = re.compile(r"\s+")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u2060\ufeff"))
_ALIKE = {**_UNSEEN, 0x2011: "-", 0x200E: None, 0x200F: None}


class Spot(Struct, frozen=True):
    """Where something is said: a page (0 for none) and its box there, or a place in words."""

    page: int = 0
    box: Box | None = None
    place: str = ""


class Saying(Struct, frozen=True):
    """Something said, and where. ``key`` is what must be the same elsewhere, beside the text: the level of a heading, the target of a link, the
    number of a note, the page of an entry.
    """

    text: str
    spot: Spot
    key: str = ""


class Said(Struct, frozen=True):
    """All that is compared. ``words`` are single words; ``links`` those of the text, then those of the notes; ``pages`` the text of each page without any
    blanks. ``faults``: why the file could not be heard to its end. ``identity``: the first part of the ID of a PDF.
    """

    kind: Kind
    words: tuple[Saying, ...] = ()
    notes: tuple[Saying, ...] = ()
    headings: tuple[Saying, ...] = ()
    links: tuple[Saying, ...] = ()
    descriptions: tuple[Saying, ...] = ()
    entries: tuple[Saying, ...] = ()
    pages: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    identity: bytes = b""


def plain(text: str) -> str:
    """Text as it is compared: without soft hyphens and other unseen signs, all blanks alike."""
    return _BLANK.sub(" ", text.translate(_ALIKE)).strip()


def words_of(text: str, spot: Spot) -> list[Saying]:
    """The words of a text, one by one."""
    return [Saying(word, spot) for word in plain(text).split()]

"""How texts are named in a DOCX for a translator: by their id and by what they said, so that an answer to an older text is known as such."""

import re
from typing import NamedTuple

from reportbuilder.translate.match import digest

VERSION = 4
_NAME = re.compile(r"_s_([a-z0-9_]{3,29}_[a-z2-7]{8})_([a-z2-7]{4})")
_IDENTITY = re.compile(r"reportbuilder ([a-z0-9-]+) (\S+) > (\S+) ([a-z2-7]+)")


class Identity(NamedTuple):
    """Which report, from and into which language, and (``state``) what all its texts were when the file was made."""

    slug: str
    source: str
    target: str
    state: str

    def __str__(self) -> str:
        return f"reportbuilder {self.slug} {self.source} > {self.target} {self.state}"

    @classmethod
    def read(cls, text: str) -> "Identity | None":
        found = _IDENTITY.search(text)
        return cls(*found.groups()) if found else None


def version(text: str) -> str:
    """Four signs that change when the text does."""
    return digest(text, VERSION)


def segment_name(id: str, text: str) -> str:
    """The bookmark round the text with that id; Word hides it, and takes 40 letters."""
    return f"_s_{id}_{version(text)}"


def read_name(name: str) -> tuple[str, str] | None:
    """Id and version of the bookmark; None if it is another."""
    found = _NAME.fullmatch(name)
    return (found[1], found[2]) if found else None


def label_anchor(label: str) -> str:
    """The bookmark of what has a label, for references."""
    name = f"_r_{label.replace('-', '_')}"
    return name if len(name) <= 40 else f"_r_{digest(label, 20)}"


def note_anchor(id: str) -> str:
    """The bookmark of a note's first mark, for marks that repeat it."""
    return f"_n_{id}"

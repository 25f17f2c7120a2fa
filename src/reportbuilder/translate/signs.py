"""Signs that a translation must have as its source has them, or it can't be shown: the marks of notes, and figures that exist."""

import re
from collections import Counter

from reportbuilder.translate.markup import CALL

NOTE = re.compile(r"(?<!\\)\[\^([^\s\[\]\\^]+)\]")
_FIGURE = re.compile(r"\{\{\s*([A-Za-z0-9_.]+)")


def notes_of(text: str) -> list[str]:
    """The keys of the notes that a text (as Markdown) calls, in order."""
    return NOTE.findall(text)


def figures_of(text: str) -> list[str]:
    """The figures that a text calls, in order."""
    return [found[1] for call in CALL.findall(text) if (found := _FIGURE.match(call))]


def sign_faults(source: str, target: str) -> list[str]:
    """Why a translation can't stand for its source: a note that is not called, called twice, or unknown."""
    wanted, given = Counter(notes_of(source)), Counter(notes_of(target))
    faults = [f"the mark of the note ‘{key}’ is missing: put [^{key}] where it belongs" for key in sorted(wanted - given)]
    return faults + [f"[^{key}] is one note mark too many" for key in sorted(given - wanted)]

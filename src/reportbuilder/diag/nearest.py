"""The nearest known name, for «did you mean»."""

from collections.abc import Iterable
from difflib import get_close_matches

LEAST_PART = 3
"""How many letters of a name tell which one is meant."""


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like ``name``, or else the shortest that contains it, or else an empty string."""
    folded = {candidate.casefold(): candidate for candidate in sorted(known)}
    typed = name.casefold()
    found = get_close_matches(typed, folded, n=1, cutoff=0.6)
    if not found and len(typed) >= LEAST_PART:
        found = sorted((candidate for candidate in folded if typed in candidate), key=len)
    return folded[found[0]] if found else ""


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A hint with the nearest known name, or else the known names if they are few."""
    names = sorted(known)
    near = nearest(name, names)
    if near:
        return f"did you mean ‘{near}’?"
    return f"known here: {', '.join(names)}" if 0 < len(names) <= 12 else ""

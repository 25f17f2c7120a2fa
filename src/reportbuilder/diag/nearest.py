"""The nearest known name, for «did you mean»."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like ``name``, or an empty string when none is near."""
    folded = {candidate.casefold(): candidate for candidate in sorted(known)}
    found = get_close_matches(name.casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else ""


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A hint with the nearest known name, or else the known names if they are few."""
    names = sorted(known)
    near = nearest(name, names)
    if near:
        return f"did you mean ‘{near}’?"
    return f"known here: {', '.join(names)}" if 0 < len(names) <= 12 else ""

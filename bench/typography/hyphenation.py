"""Where Dutch words may be broken: the patterns of OpenTaal's hyphenation dictionary, and before them a list checked by hand."""

import re
from functools import cache
from pathlib import Path

import pyphen

LIST = Path(__file__).parent / "breaks.txt"
_PATTERNS = pyphen.Pyphen(lang="nl_NL", left=2, right=2)
LETTERS = re.compile(r"[^\W\d_]+")


@cache
def _listed() -> dict[str, tuple[set[int], set[int]]]:
    """Word → (all permitted offsets, those at a seam). In the list - is a break and = one at the seam of a compound."""
    words: dict[str, tuple[set[int], set[int]]] = {}
    for line in LIST.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            breaks, seams, at = set(), set(), 0
            for sign in line.strip():
                if sign in "-=":
                    breaks.add(at)
                    seams |= {at} if sign == "=" else set()
                else:
                    at += 1
            words[re.sub("[-=]", "", line.strip())] = (breaks, seams)
    return words


def permitted(word: str) -> set[int]:
    """Offsets in a word (as it stands between spaces, with its signs) before which a hyphen may be set."""
    places: set[int] = set()
    for match in LETTERS.finditer(word):
        low = match.group().lower()
        found = _listed()[low][0] if low in _listed() else {int(at) for at in _PATTERNS.positions(low)}
        places |= {match.start() + at for at in found}
    return places


def seams(word: str) -> set[int]:
    """The offsets at seams of the compounds of the list that are in the word; nothing if none is."""
    return {match.start() + at for match in LETTERS.finditer(word) for at in _listed().get(match.group().lower(), ((), ()))[1]}

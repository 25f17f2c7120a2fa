"""Where Dutch words may be broken: the patterns of OpenTaal's hyphenation dictionary, and before them a list checked by hand."""

import re
from functools import cache
from pathlib import Path

import pyphen

LIST = Path(__file__).parent / "breaks.txt"
ALL = "!"
"""Before a word of the list: these are all its places."""
LETTERS = re.compile(r"[^\W\d_]+")
_PATTERNS = pyphen.Pyphen(lang="nl_NL", left=2, right=2)


def permitted(word: str) -> set[int]:
    """Offsets in a word (as it stands between spaces, with its signs) before which a hyphen may be set."""
    return {match.start() + at for match in LETTERS.finditer(word) for at in _permitted(match.group().lower())}


def seams(word: str) -> set[int]:
    """The offsets at seams of the compounds of the list that are in the word; nothing if none is."""
    return {match.start() + at for match in LETTERS.finditer(word) for at in _listed().get(match.group().lower(), _NOTHING)[1]}


_NOTHING: tuple[set[int], set[int], bool] = (set(), set(), False)


def _permitted(word: str) -> set[int]:
    breaks, _, complete = _listed().get(word, _NOTHING)
    return breaks if complete else breaks | {int(at) for at in _PATTERNS.positions(word)}


@cache
def _listed() -> dict[str, tuple[set[int], set[int], bool]]:
    """Word → (offsets of all signs, of seams, whether there are no others)."""
    words: dict[str, tuple[set[int], set[int], bool]] = {}
    for line in LIST.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        breaks, seams, word = set(), set(), ""
        for sign in line.removeprefix(ALL):
            if sign in "-=":
                breaks.add(len(word))
                seams |= {len(word)} if sign == "=" else set()
            else:
                word += sign
        words[word] = (breaks, seams, line.startswith(ALL))
    return words

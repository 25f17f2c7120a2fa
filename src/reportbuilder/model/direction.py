"""Which way text runs: letters from right to left, and paragraphs of them."""

import re
from collections.abc import Iterator
from unicodedata import bidirectional

_FROM_RIGHT = frozenset("ar arc ckb dv fa he ks nqo ps sd syr ug ur yi".split())
_SCRIPTS = frozenset("adlm arab aran hebr mand mend nkoo rohg samr syrc thaa".split())

_LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
_SIGNS = "\u200f\u202a-\u202e\u2066-\u2069"
DIRECTED = re.compile(f"[{_LETTERS}{_SIGNS}]")
"""The blocks that Unicode keeps for scripts from right to left, and the signs that turn text round."""
_REVERSED = re.compile(rf"[{_LETTERS}](?:[\W\d_]*[{_LETTERS}])*")


def runs_from_right(language: str) -> bool:
    """Whether a language (a BCP 47 tag) is written from right to left: by the script in its tag, or else by the one that it is mostly written in."""
    first, *others = language.lower().split("-")
    scripts = [part for part in others[:2] if len(part) == 4 and part.isalpha()]
    return scripts[0] in _SCRIPTS if scripts else first in _FROM_RIGHT


def is_reversed(text: str, from_right: bool = False) -> bool:
    """Whether a paragraph runs from right to left: its first letter does, and most of its letters too. In a report that runs so (``from_right``) it
    does unless all of its letters run from left to right.

    By Unicode's rule alone (Annex 9, P2) the first letter would decide, and a Dutch sentence that begins with an Arabic word would be turned
    round; the annex lets others decide (HL1).
    """
    strong = [kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL")]
    if from_right:
        return not strong or any(kind != "L" for kind in strong)
    return bool(strong) and strong[0] != "L" and 2 * strong.count("L") < len(strong)


def split_by_direction(text: str) -> Iterator[tuple[str, bool]]:
    """The text in stretches, and whether each runs from right to left; signs and spaces between such letters go with them."""
    end = 0
    for found in _REVERSED.finditer(text):
        if found.start() > end:
            yield text[end : found.start()], False
        yield found[0], True
        end = found.end()
    if end < len(text):
        yield text[end:], False

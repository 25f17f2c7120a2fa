"""Which way text runs: letters from right to left, and paragraphs of them."""

import re
from collections.abc import Iterator
from unicodedata import bidirectional

_FROM_RIGHT = frozenset("ar arc ckb dv fa he ks nqo ps sd syr ug ur yi".split())
_NOT_LATIN = frozenset("am be bg bn el hi hy ja ka km ko lo mk mn my ne ru si sr ta te th ti uk zh".split())
_SCRIPTS = frozenset("adlm arab aran hebr mand mend nkoo rohg samr syrc thaa".split())

_LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
_SIGNS = "\u200f\u202a-\u202e\u2066-\u2069"
DIRECTED = re.compile(f"[{_LETTERS}{_SIGNS}]")
"""The blocks that Unicode keeps for scripts from right to left, and the signs that turn text round."""
_REVERSED = re.compile(rf"[{_LETTERS}](?:[\W\d_]*[{_LETTERS}])*")
TELEPHONE = re.compile(r"(?<![\w+])(?:\+|00?)[1-9](?:[ \u00a0\u202f./()-]{0,3}\d){5,}(?!\w)")
"""A number that begins with + or 0 and may be written in groups."""
_UNMARKED = re.compile(f"(?<!\u200e){TELEPHONE.pattern}")
_MARKED = re.compile(f"\u200e({TELEPHONE.pattern})")
_LETTER = rf"(?:(?![{_LETTERS}])[^\W\d_])"
_FORWARD = re.compile(rf"\u200e?{TELEPHONE.pattern}|{_LETTER}(?:[^{_LETTERS}]*(?:{_LETTER}|\d))?|[-+\u2212]?\d+(?:[.,:/\u00a0\u202f]\d+)*\u200e?%?\u200e?")
"""What runs from left to right among words from right to left: telephone numbers, words with what stands between them, and numbers."""


LEFT_TO_RIGHT_MARK = "\u200e"


def telephones_marked(text: str) -> str:
    """The text with a mark before each telephone number (U+200E), after which its groups follow each other from left to right in any program; for text that
    runs from right to left.
    """
    return _UNMARKED.sub(lambda found: LEFT_TO_RIGHT_MARK + found[0], text)


def telephones_unmarked(text: str) -> str:
    """The text without these marks."""
    return _MARKED.sub(r"\1", text) if LEFT_TO_RIGHT_MARK in text else text


def runs_from_right(language: str) -> bool:
    """Whether a language (a BCP 47 tag) is written from right to left: by the script in its tag, or else by the one that it is mostly written in."""
    first, *others = language.lower().split("-")
    scripts = [part for part in others[:2] if len(part) == 4 and part.isalpha()]
    return scripts[0] in _SCRIPTS if scripts else first in _FROM_RIGHT


def writes_latin(language: str) -> bool:
    """Whether a language (a BCP 47 tag) is written in Latin letters, as all are that are not told here."""
    return not runs_from_right(language) and language.partition("-")[0].lower() not in _NOT_LATIN


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


def split_by_direction(text: str, from_right: bool = False) -> Iterator[tuple[str, bool]]:
    """The text in stretches, and whether each runs from right to left; signs and spaces between such letters go with them. In a report that runs so
    (``from_right``) all signs and spaces do, but those between letters and numbers that do not.
    """
    end = 0
    for found in (_FORWARD if from_right else _REVERSED).finditer(text):
        if found.start() < end:
            continue
        if found.start() > end:
            yield text[end : found.start()], from_right
        end = found.end()
        if from_right and found[0].count("(") > found[0].count(")") and text[end : end + 1] == ")":  # both brackets of a pair run the same way
            end += 1
        yield text[found.start() : end], not from_right
    if end < len(text):
        yield text[end:], from_right

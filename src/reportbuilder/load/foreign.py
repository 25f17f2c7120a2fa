"""Words of another language that nobody stated, which a voice reads by the wrong rules (WCAG 2.2, 3.1.2): told by the little words in them."""

import re
from functools import lru_cache

from msgspec import Struct

from reportbuilder.load.function_words import DOUBLE, FEWEST, FUNCTION_WORDS, STRONG

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
APART = re.compile(r"[.,!?…;:()\[\]“”‘„«»\"\n]|’(?!\w)|\s[–—-]\s")
"""What no stretch of words of one language goes over."""
SHORTEST = 3
LANGUAGES = {"nl": "Dutch", "en": "English", "fr": "French", "de": "German", "es": "Spanish"}


class Stretch(Struct, frozen=True):
    """Words that stand together in a text, from ``start`` to ``end``, and the ``language`` that they look like."""

    language: str
    start: int
    end: int


@lru_cache
def strong_words(language: str) -> dict[str, frozenset[str]]:
    """By other language, the words that show it in a text of ``language`` (the first part of a BCP 47 tag); none for a language without a list here."""
    own = FUNCTION_WORDS.get(language)
    if own is None:
        return {}
    hidden = frozenset(f"{own} {DOUBLE[language]}".split())
    return {other: frozenset(words.split()) - hidden for other, words in STRONG.items() if other != language}


@lru_cache
def _any_strong(language: str) -> frozenset[str]:
    return frozenset().union(*strong_words(language).values())


@lru_cache
def _little_words(language: str) -> frozenset[str]:
    return frozenset(FUNCTION_WORDS[language].split())


@lru_cache
def _own_words(language: str, other: str) -> frozenset[str]:
    """The little words of a language that another has not."""
    return _little_words(language) - _little_words(other)


def foreign_stretches(text: str, language: str) -> list[Stretch]:
    """The stretches of words of another language in a text of ``language``. Names alone, and single words, are not found: of these no rule can tell."""
    if _any_strong(language).isdisjoint(text.lower().split()):
        return []
    found = []
    for start, end in _pieces(text):
        for other, strong in strong_words(language).items():
            stretch = _stretch(text, start, end, language, other, strong)
            if stretch:
                found.append(stretch)
                break
    return found


def _pieces(text: str) -> list[tuple[int, int]]:
    """What stands between signs that part sentences and quotations."""
    edges = [0, *(edge for sign in APART.finditer(text) for edge in sign.span()), len(text)]
    return list(zip(edges[::2], edges[1::2]))


def _stretch(text: str, start: int, end: int, language: str, other: str, strong: frozenset[str]) -> Stretch | None:
    """The longest run of words round a strong one that has no little word of the text's own language."""
    own = _own_words(language, other)
    run: list[re.Match[str]] = []
    best: list[re.Match[str]] = []
    for word in [*WORD.finditer(text, start, end), None]:
        if word is not None and word[0].lower() not in own:
            run.append(word)
            continue
        if _is_foreign(run, other, strong) and len(run) > len(best):
            best = run
        run = []
    if not best:
        return None
    first, last = _trimmed(best, other)
    return Stretch(other, first.start(), last.end())


def _is_foreign(run: list[re.Match[str]], other: str, strong: frozenset[str]) -> bool:
    return len(run) >= SHORTEST and sum(word[0].lower() in strong for word in run) >= FEWEST[other]


def _trimmed(run: list[re.Match[str]], other: str) -> tuple[re.Match[str], re.Match[str]]:
    """From one word before the first little word of the other language to two words after the last: what is shown of a run that may begin in the text's
    own words.
    """
    places = [place for place, word in enumerate(run) if word[0].lower() in _little_words(other)]
    return run[max(0, places[0] - 1)], run[min(len(run) - 1, places[-1] + 2)]

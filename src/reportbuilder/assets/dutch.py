"""Where Dutch words break, by the rules of the official spelling (Taalunie, Leidraad van de Woordenlijst, chapter 18).

Compounds break at their seams; no vowel is left alone; a break drops the sign of a vowel (re-/eel), an apostrophe (foto-/tje) and a vowel
that is only doubled (café-/tje).
"""

import re
from collections.abc import Callable, Iterable

from reportbuilder.assets.compounds import PARTICLES, Compounds
from reportbuilder.style.spelling import PART, SEAM, SHORT, SYLLABLE, Hyphen

LEAST = 2
"""Letters that stay on each line."""
UNSURE = 9
"""Letters of a word up to which a beginning of three is no sure sign of a compound."""
SIGNED = {"ä": "a", "ë": "e", "ï": "i", "ö": "o", "ü": "u"}
VOWELS = "aeiouyäëïöüáéíóúàèêâîôûij"
APOSTROPHES = "’'"
DIMINUTIVE = re.compile("(.+?)(aa|oo|uu|ee)tjes?$")
OPENINGS = ("her", "ver", "ont", "be", "ge", "on", "over", "onder", "aan", "in", "op", "uit", "af", "her", "mis", "ex", "re", "de", "co")
"""Behind these a vowel belongs to what follows: ver-eniging, not vere-niging."""

Patterns = Callable[[str], Iterable[int]]
"""The offsets before which patterns break a word in small letters."""


def dutch_breaks(word: str, patterns: Patterns, compounds: Compounds) -> tuple[Hyphen, ...]:
    """All breaks of one word of letters (and apostrophes) in small letters, in order."""
    for sign in APOSTROPHES:
        if sign in word:
            return _around_apostrophe(word, word.index(sign), patterns, compounds)
    found = list(patterns(word))
    seams = compounds.seams(word, frozenset(found))
    if len(word) <= UNSURE and len(seams) == 1 and seams[0] == 3 and seams[0] in found and word[:3] not in PARTICLES:
        seams = ()  # con-tact, pro-cent, ter-rein: syllables as a rule
    breaks: list[Hyphen] = []
    edges = (0, *seams, len(word))
    for begin, end in zip(edges, edges[1:]):
        if begin:
            penalty = SYLLABLE if word[edges[edges.index(begin) - 1] : begin] in PARTICLES and len(seams) > 1 else SEAM
            breaks.append(Hyphen(begin, begin, penalty=penalty))
        part = word[begin:end]
        inner = _within(part, patterns(part) if seams else found, compounds)
        breaks += (_moved(hyphen._replace(penalty=PART) if seams else hyphen, begin) for hyphen in inner)
    return tuple(_priced(hyphen, len(word)) for hyphen in breaks)


def _around_apostrophe(word: str, at: int, patterns: Patterns, compounds: Compounds) -> tuple[Hyphen, ...]:
    """``foto’tje``: breaks of the noun, and one at the apostrophe, which goes. What has no vowels, or two letters, is an abbreviation."""
    noun, rest = word[:at], word[at + 1 :]
    if len(noun) < 3 or not any(letter in VOWELS for letter in noun) or not rest.isalpha():
        return ()
    breaks = [hyphen for hyphen in dutch_breaks(noun, patterns, compounds) if len(noun) - hyphen.stop >= LEAST]
    if rest in ("tje", "tjes"):
        breaks.append(Hyphen(at, at + 1, penalty=SYLLABLE))
    return tuple(breaks)


def _within(part: str, found: Iterable[int], compounds: Compounds) -> list[Hyphen]:
    """The breaks between the syllables of a simple word, or of a part of a compound."""
    offsets = [offset for offset in found if LEAST <= offset <= len(part) - LEAST and part[offset] not in SIGNED]
    breaks = [Hyphen(offset, offset) for offset in _no_lone_vowels(part, offsets)]
    for offset in range(LEAST, len(part) - 1):
        if part[offset] in SIGNED and part[offset - 1] in VOWELS:
            breaks.append(Hyphen(offset, offset + 1, "", SIGNED[part[offset]]))
    match = DIMINUTIVE.match(part)
    if match and compounds.doubles(noun := match[1] + ("é" if match[2] == "ee" else match[2][0])):
        breaks = [hyphen for hyphen in breaks if hyphen.stop <= len(match[1])]
        if len(noun) > LEAST:
            breaks.append(Hyphen(len(match[1]), match.end(2), noun[-1]))
    return sorted(breaks)


def _no_lone_vowels(part: str, offsets: list[int]) -> list[int]:
    """Without breaks that leave a vowel between two breaks; it stays with what it opens, else with what it closes."""
    kept: list[int] = []
    for offset in offsets:
        if kept and offset - kept[-1] == 1:
            if part[: kept[-1]] in OPENINGS:
                continue
            kept.pop()
        kept.append(offset)
    return kept


def _moved(hyphen: Hyphen, by: int) -> Hyphen:
    return hyphen._replace(start=hyphen.start + by, stop=hyphen.stop + by) if by else hyphen


def _priced(hyphen: Hyphen, length: int) -> Hyphen:
    """Two letters alone on a line are hardly worth a break."""
    short = length - hyphen.stop + len(hyphen.right) <= LEAST
    return hyphen._replace(penalty=SHORT) if short else hyphen

"""Makes src/reportbuilder/assets/compounds-nl.txt from OpenTaal's word list and spelling dictionary.

    python assets/hyphenation/make_compounds.py WORDS DIC AFF

WORDS: the list of word forms (Debian: /usr/share/dict/dutch of ``wdutch``); DIC and AFF: nl.dic and nl.aff of ``hunspell-nl``. Parts of compounds are learned
from the list: a word that is a beginning and another word is likely a compound of both, the more so the more words share its beginning and
its end (expectation and maximisation over all ways to cut all words). The dictionary's flags tell which forms may begin a compound.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import log
from pathlib import Path

TARGET = Path(__file__).resolve().parents[2] / "src/reportbuilder/assets/compounds-nl.txt"
PARTICLES = (
    "aan achter af bij binnen bijeen boven buiten door in langs los mee mis na neer om omhoog onder op open over samen tegen terecht terug toe"
    " tussen uit vast voor vooruit vol weg wel zonder"
)
NO_BEGINNINGS = set("ver be ge ont er te de en het een van der den".split())
VOWELS = set("aeiouyàáâäèéêëìíîïòóôöùúûü")
LEAST = 2.0
"""In how many words a part must stand."""
ROUNDS = 5
HEAD = """\
# Parts of Dutch compounds: what begins them, what ends them, and nouns that double a vowel in their diminutive.
# Made by assets/hyphenation/make_compounds.py from the word list and the dictionary of OpenTaal (© 1996 Nederlandstalige TeX Gebruikersgroep,
# 2001-2005 Simon Brouwer e.a., 2006-2020 OpenTaal), under the revised BSD licence; see assets/CREDITS.md. The number before the words: twice
# the logarithm of how many compounds have them.
"""


def speakable(part: str) -> bool:
    """Whether it has vowels and consonants."""
    return not VOWELS.isdisjoint(part) and bool(set(part) - VOWELS)


def beginnings(dictionary: Path, affixes: Path) -> tuple[set[str], set[str]]:
    """(all base forms, forms that may begin a compound by the flags of the dictionary)."""
    rules: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for line in affixes.read_text(encoding="utf-8").replace("ĳ", "ij").splitlines():
        cells = line.split("#")[0].split()
        if len(cells) >= 4 and cells[0] == "SFX" and not (cells[2] in ("Y", "N") and cells[3].isdigit()):
            added, _, goes_on = cells[3].partition("/")
            if "Ca" in re.findall("..", goes_on) and not added.endswith("-"):
                condition = cells[4] if len(cells) > 4 and not cells[4].startswith("ts:") else "."
                rules[cells[1]].append(("" if cells[2] == "0" else cells[2], "" if added == "0" else added, condition))
    bases, begins = set(), set()
    for line in dictionary.read_text(encoding="utf-8").replace("ĳ", "ij").splitlines():
        word, _, rest = line.strip().partition("/")
        if not re.fullmatch("[a-zà-ÿ]+", word):
            continue
        flags = set(re.findall("..", rest.split()[0])) if rest else set()
        bases.add(word)
        if flags & {"Ca", "Cb"}:
            begins.add(word)
        for strip, added, condition in (rule for flag in flags for rule in rules.get(flag, ())):
            if word.endswith(strip) and re.search(f"(?:{condition})$", word):
                begins.add(word[: len(word) - len(strip)] + added)
    return bases, begins


def cuts(words: set[str], begins: set[str]) -> Iterator[list[tuple[str, str]]]:
    """For each word that may be a compound all ways to cut it in two."""
    ends = {word for word in words if len(word) >= 3 and speakable(word)}
    for word in words:
        found = [(word[:i], word[i:]) for i in range(2, len(word) - 2) if word[:i] in begins and word[i:] in ends]
        if found and len(word) >= 6:
            yield found


def learned(words: set[str], bases: set[str], begins: set[str]) -> tuple[Counter[str], Counter[str]]:
    """In how many compounds each part is the beginning, and the end."""
    many = Counter(word[:i] for word in words for i in range(3, len(word) - 3) if word[:i] in bases and word[i:] in bases)
    begins = {part for part in begins | {part for part, count in many.items() if count >= 6} if len(part) >= 3 and speakable(part)}
    ways = list(cuts(words, (begins - NO_BEGINNINGS) | set(PARTICLES.split())))
    first, last = Counter[str](), Counter[str]()
    for round_ in range(ROUNDS + 1):
        next_first, next_last = Counter[str](), Counter[str]()
        for found in ways:
            weights = [first[p] * last[q] if round_ else 1.0 for p, q in found]
            total = sum(weights) or 1.0
            for (p, q), weight in zip(found, weights):
                next_first[p] += weight / total
                next_last[q] += weight / total
        first, last = next_first, next_last
    return first, last


def doubling(words: set[str]) -> list[str]:
    """Nouns such as ``oma`` and ``café`` whose diminutive (``omaatje``, ``cafeetje``) doubles their last vowel."""
    found = set()
    for word in words:
        if match := re.fullmatch("(.+?)(aa|oo|uu|ee)tje", word):
            base = match[1] + ("é" if match[2] == "ee" else match[2][0])
            if len(base) > 2 and base in words and word[:-2] not in words and not (match[2] == "ee" and match[1] + "ee" in words):
                found.add(base)
    return sorted(found)


def ranked(counts: Counter[str]) -> str:
    """A line for each rank."""
    ranks: dict[int, list[str]] = defaultdict(list)
    for part, count in counts.items():
        if count >= LEAST:
            ranks[round(2 * log(count))].append(part)
    return "".join(f"{rank} {' '.join(sorted(parts))}\n" for rank, parts in sorted(ranks.items()))


def main() -> None:
    forms, dictionary, affixes = map(Path, sys.argv[1:])
    words = {word for word in forms.read_text(encoding="utf-8").split() if re.fullmatch("[a-zà-ÿ]{2,}", word)}
    first, last = learned(words, *beginnings(dictionary, affixes))
    text = f"{HEAD}[begin]\n{ranked(first)}[end]\n{ranked(last)}[doubling]\n0 {' '.join(doubling(words))}\n"
    TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

"""Which id each text of the report has: that of the same text last time, or of the text that it was before it changed, or a new one.

The ids stand in the PO files alone; an editor never sees one. An id follows its text when that moves, and stays when that changes.
"""

import hashlib
from base64 import b32encode
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct

from reportbuilder.translate.segments import Unit

ALIKE = 0.34
"""Words in common (Dice's coefficient) from which a text in the same place is the old one, changed."""
ALIKE_ELSEWHERE = 0.6
"""The same for a text that stands elsewhere now."""
MOST_PAIRS = 4_000
"""How many pairs of one gap are compared; a gap that is larger was rewritten, and is left to `ALIKE_ELSEWHERE`."""


class Known(NamedTuple):
    """A text of last time, in the order of last time."""

    id: str
    kind: str
    text: str


class _Pairing(Struct):
    """``of[i]`` is the place among the old texts of the new text i, or -1."""

    kinds: Sequence[str]
    texts: Sequence[str]
    old: Sequence[Known]
    of: list[int] = []
    taken: list[bool] = []

    def __post_init__(self) -> None:
        self.of = [-1] * len(self.texts)
        self.taken = [False] * len(self.old)

    def pair(self, new: int, old: int) -> None:
        self.of[new], self.taken[old] = old, True


def pairs(kinds: Sequence[str], texts: Sequence[str], old: Sequence[Known]) -> list[int]:
    """For each new text the place of the old one that it was, or -1. No old text is given twice."""
    pairing = _Pairing(kinds, texts, old)
    _pair_equal(pairing)
    _pair_in_gaps(pairing)
    _pair_alike(pairing)
    return pairing.of


def ids(units: Sequence[Unit], texts: Sequence[str], memories: Iterable[Sequence[Known]]) -> list[str]:
    """The id of each unit, by the first of the memories (PO files) that knows it, else a new one. Credits of one text share an id."""
    kinds = [unit.kind for unit in units]
    found = [""] * len(units)
    used: set[str] = set()
    for old in memories:
        left = [place for place, id in enumerate(found) if not id]
        fresh = [known for known in old if known.id not in used]
        paired = pairs([kinds[place] for place in left], [texts[place] for place in left], fresh)
        for place, known in zip(left, paired):
            if known >= 0:
                found[place] = fresh[known].id
        used |= set(found)
        _share_credits(kinds, texts, found)
    return _with_new(units, texts, found, used)


def _share_credits(kinds: Sequence[str], texts: Sequence[str], found: list[str]) -> None:
    credits = {text: id for kind, text, id in zip(kinds, texts, found) if kind == "credit" and id}
    for place, kind in enumerate(kinds):
        if kind == "credit" and not found[place]:
            found[place] = credits.get(texts[place], "")


def _with_new(units: Sequence[Unit], texts: Sequence[str], found: list[str], used: set[str]) -> list[str]:
    given: dict[tuple[str, str], str] = {}
    counts: Counter[str] = Counter()
    for place, (unit, text) in enumerate(zip(units, texts)):
        if found[place]:
            continue
        key = ("credit", text)
        if unit.kind == "credit" and key in given:
            found[place] = given[key]
            continue
        found[place] = given[key] = new_id(unit.part, unit.kind, text, counts, used)
        used.add(found[place])
    return found


def new_id(part: str, kind: str, text: str, counts: Counter[str], used: set[str]) -> str:
    """An id from where and what the text is, so that all languages come to the same; letters, digits and ``_`` only, at most 29."""
    head = "".join(letter if letter.isascii() and letter.isalnum() else "_" for letter in part.lower())[:20].strip("_") or "part"
    key = f"{part}\0{kind}\0{text}"
    while True:
        counts[key] += 1
        made = f"{head}_{digest(key + str(counts[key]), 8)}"
        if made not in used:
            return made


def digest(text: str, length: int) -> str:
    """So many letters and digits (a–z, 2–7) that stand for the text."""
    return b32encode(hashlib.sha256(text.encode("utf-8", "replace")).digest()).decode().lower()[:length]


# ---------------------------------------------------------------- the same texts


def _pair_equal(pairing: _Pairing) -> None:
    """Texts that are as they were: those that are there once anywhere, those that are there more often by their neighbours, then in order."""
    new, old = defaultdict(list), defaultdict(list)
    for place, text in enumerate(pairing.texts):
        new[text].append(place)
    for place, known in enumerate(pairing.old):
        old[known.text].append(place)
    often = []
    for text, places in new.items():
        others = old.get(text, [])
        if len(places) == len(others):
            for one, other in zip(places, others):
                pairing.pair(one, other)
        elif others:
            often.append((places, others))
    for step in (-1, 1):
        for places, others in often:
            _pair_by_neighbour(pairing, places, set(others), step)
    for places, others in often:
        left = [other for other in others if not pairing.taken[other]]
        kinds = [place for place in places if pairing.of[place] < 0]
        for place, other in zip(kinds, left):
            pairing.pair(place, other)


def _pair_by_neighbour(pairing: _Pairing, places: Sequence[int], others: set[int], step: int) -> None:
    for place in places if step < 0 else reversed(places):
        beside = place + step
        if pairing.of[place] < 0 and 0 <= beside < len(pairing.of) and pairing.of[beside] >= 0:
            other = pairing.of[beside] - step
            if other in others and not pairing.taken[other]:
                pairing.pair(place, other)


# ---------------------------------------------------------------- changed texts


def _pair_in_gaps(pairing: _Pairing) -> None:
    """Between two texts that are as they were, what is new there stands for what was there: the most alike first, and one alone for one alone."""
    start = 0
    count = len(pairing.of)
    while start < count:
        if pairing.of[start] >= 0:
            start += 1
            continue
        end = start
        while end < count and pairing.of[end] < 0:
            end += 1
        _pair_gap(pairing, list(range(start, end)), _old_gap(pairing, start, end))
        start = end


def _old_gap(pairing: _Pairing, start: int, end: int) -> list[int]:
    """The old texts without a new one that stood behind the neighbour before, or before the neighbour behind."""
    found: list[int] = []
    if start:
        other = pairing.of[start - 1] + 1
    else:
        other = 0
    while other < len(pairing.old) and not pairing.taken[other]:
        found.append(other)
        other += 1
    if end < len(pairing.of):
        other, before = pairing.of[end] - 1, []
        while other >= 0 and not pairing.taken[other] and other not in found:
            before.append(other)
            other -= 1
        found += reversed(before)
    return found


def _pair_gap(pairing: _Pairing, new: list[int], old: list[int]) -> None:
    kinds, known = pairing.kinds, pairing.old
    if len(new) * len(old) <= MOST_PAIRS:
        bags = {other: _bag(known[other].text) for other in old}
        scored = []
        for place in new:
            bag = _bag(pairing.texts[place])
            scored += [(alike(bag, bags[other]) + 0.05 * (known[other].kind == kinds[place]), -place, -other) for other in old]
        for score, place, other in sorted(scored, reverse=True):
            if score < ALIKE:
                break
            if pairing.of[-place] < 0 and not pairing.taken[-other]:
                pairing.pair(-place, -other)
    left, free = [place for place in new if pairing.of[place] < 0], [other for other in old if not pairing.taken[other]]
    if len(left) == len(free) == 1 and known[free[0]].kind == kinds[left[0]]:
        pairing.pair(left[0], free[0])


def _pair_alike(pairing: _Pairing) -> None:
    """Texts that moved and changed: the most alike of those that have many words in common."""
    free = [other for other, taken in enumerate(pairing.taken) if not taken]
    left = [place for place, other in enumerate(pairing.of) if other < 0]
    if not free or not left:
        return
    bags = {other: _bag(pairing.old[other].text) for other in free}
    by_word: dict[str, list[int]] = defaultdict(list)
    for other, bag in bags.items():
        for word in bag:
            by_word[word].append(other)
    scored = []
    for place in left:
        bag = _bag(pairing.texts[place])
        rare = sorted((word for word in bag if word in by_word), key=lambda word: (len(by_word[word]), word))[:8]
        near = {other for word in rare for other in by_word[word][:50]}
        scored += [(alike(bag, bags[other]), -place, -other) for other in near]
    for score, place, other in sorted(scored, reverse=True):
        if score < ALIKE_ELSEWHERE:
            break
        if pairing.of[-place] < 0 and not pairing.taken[-other]:
            pairing.pair(-place, -other)


def _bag(text: str) -> Counter[str]:
    return Counter(text.casefold().split())


def alike(one: Counter[str], other: Counter[str]) -> float:
    """Dice's coefficient of two bags of words."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0

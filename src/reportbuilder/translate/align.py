"""Texts and passages brought together by what they say, where ids are lost: kind, order, length, addresses, digits, notes and names."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from reportbuilder.load.report import RawReport
from reportbuilder.model.nodes import Link
from reportbuilder.model.text import plain_text
from reportbuilder.model.walk import walk
from reportbuilder.translate.figures import filled, numbers
from reportbuilder.translate.markup import parsed
from reportbuilder.translate.returned import Passage
from reportbuilder.translate.segments import TEXTS
from reportbuilder.translate.signs import notes_of
from reportbuilder.translate.translated import Segment

GROWTH, SPREAD = 1.06, 5.0
"""How many letters a letter becomes, and the variance of that a letter (Gale and Church find 1 and 6.8 for European languages)."""
SKIPPED, TWO = 6.0, 3.5
"""The price of a text without passage (or the other way round), and of two for one."""
BAND = 80
BEAMS = (40.0, 160.0, math.inf)
"""What costs so much more than the best way so far is not followed; if no way comes to the end, the next of these is tried."""
MOST_CELLS = 3_000_000
"""So many pairs are looked at without a beam; a file that asks for more is none that came from ours."""
TOO_LONG = 6.0
"""Two are not taken for one where their length alone costs so much."""
HOPELESS = 24.0
"""Who costs so much is not made to fit by a second one beside it."""
_NAMES = re.compile(r"\b[A-Z][\w-]{2,}\b|\b[A-Z]{2,}\b")


class Features(Struct, frozen=True):
    """What a text and its translation have in common."""

    length: int
    numbers: Counter[str]
    addresses: frozenset[str]
    notes: int
    names: frozenset[str]
    kind: str
    text: str


class Pair(NamedTuple):
    """Texts and passages that belong together: one and one, or two and one; by their places. ``price`` is low when they fit well."""

    texts: tuple[int, ...]
    passages: tuple[int, ...]
    price: float


def text_features(segment: Segment, raw: RawReport) -> Features:
    """Of a segment, as it reads in the report's own language."""
    shown = filled(segment.text, raw.figures, raw.draft.meta.language)
    content = () if segment.unit.kind in TEXTS else parsed(shown)
    words = plain_text(content) if content else shown
    addresses = frozenset(node.url.removesuffix("/") for node in walk(*content) if isinstance(node, Link))
    return _features(words, addresses, len(notes_of(segment.text)), _segment_kind(segment))


def passage_features(passage: Passage) -> Features:
    """The same of what came back."""
    addresses = frozenset(run.target.removesuffix("/") for run in passage.runs if run.target and not run.target.startswith("#"))
    return _features(passage.text, addresses, sum(run.kind in ("note", "repeat") for run in passage.runs), _passage_kind(passage))


def _features(words: str, addresses: frozenset[str], notes: int, kind: str) -> Features:
    text = " ".join(words.split())
    return Features(len(text), Counter(numbers(text)), addresses, notes, frozenset(_NAMES.findall(text)), kind, text)


def _segment_kind(segment: Segment) -> str:
    match segment.unit.kind:
        case "title" | "section" | "subsection" | "cover-title":
            return "heading"
        case "item":
            return "item"
        case "column" | "cell":
            return "cell"
        case "note":
            return "note"
        case _:
            return "text"


def _passage_kind(passage: Passage) -> str:
    style = passage.style.lower()
    if passage.note:
        return "note"
    if passage.cell:
        return "cell"
    if style.startswith("heading") or style in ("title", "toc heading", "unlisted heading"):
        return "heading"
    return "item" if style.startswith(("list", "box bullet", "box number")) else "text" if style else ""


class _Coded(NamedTuple):
    """Features as numbers that are compared quickly: sets are the bits of an integer, of numbers one for each time that it stands there."""

    length: int
    numbers: int
    count: int
    addresses: int
    notes: int
    names: int
    named: int
    kind: str
    text: str


def _coded(features: Features, bits: dict[tuple[str, int], int]) -> _Coded:
    """``bits`` has the place of each thing that was met so far."""

    def bit(thing: str, turn: int) -> int:
        return 1 << bits.setdefault((thing, turn), len(bits))

    numbers = sum(bit(number, turn) for number, times in features.numbers.items() for turn in range(times))
    addresses, names = (sum(bit(thing, -1) for thing in things) for things in (features.addresses, features.names))
    counts = features.numbers.total(), len(features.names)
    return _Coded(features.length, numbers, counts[0], addresses, features.notes, names, counts[1], features.kind, features.text)


def _price(one: _Coded, other: _Coded) -> float:
    """How badly a text and what came back fit: the length that the translation should not have, and each thing that one has and the other lacks."""
    length, numbers, count, addresses, notes, names, named, kind, text = one
    length2, numbers2, count2, addresses2, notes2, names2, named2, kind2, text2 = other
    off = length2 - length * GROWTH
    cost = min(off * off / (2 * SPREAD * (length if length > 12 else 12)), 8.0)
    shared = 0
    if count or count2:
        shared = (numbers & numbers2).bit_count()
        cost += min(1.2 * (count + count2 - 2 * shared), 5.0)
    if addresses or addresses2:
        cost += min(2.5 * (addresses ^ addresses2).bit_count(), 5.0)
        shared += 2 * (addresses & addresses2).bit_count()
    if notes != notes2:
        cost += min(2.0 * abs(notes - notes2), 6.0)
    if kind != kind2 and kind and kind2:
        cost += 2.5
    if names and names2:
        common = (names & names2).bit_count()
        shared += common
        if not common and min(named, named2) > 2:
            cost += 1.5
    return cost - min(0.8 * shared, 4.0) - (3.0 if text == text2 else 0.0)


def price(one: Features, other: Features) -> float:
    """How badly a text and what came back fit."""
    bits: dict[tuple[str, int], int] = {}
    return _price(_coded(one, bits), _coded(other, bits))


def _both(first: Features, second: Features) -> Features:
    return Features(
        first.length + second.length, first.numbers + second.numbers, first.addresses | second.addresses, first.notes + second.notes,
        first.names | second.names, first.kind, f"{first.text} {second.text}",
    )  # fmt: skip


class _Side:
    """The texts, or the passages: each by itself, and each with the next."""

    def __init__(self, features: Sequence[Features], bits: dict[tuple[str, int], int]) -> None:
        self.one = [_coded(each, bits) for each in features]
        self.two = [_coded(_both(each, behind), bits) for each, behind in zip(features, features[1:])]


def aligned(texts: Sequence[Features], passages: Sequence[Features]) -> list[Pair]:
    """The pairs that together cost least, in order; what is in no pair has no counterpart. Only places near the diagonal are looked at, and at
    first only ways that are nearly the best so far.
    """
    bits: dict[tuple[str, int], int] = {}
    sides = _Side(texts, bits), _Side(passages, bits)
    best: list[dict[int, tuple[float, int, int]]] = []
    for beam in BEAMS if len(texts) * min(len(passages), 2 * (BAND + abs(len(texts) - len(passages)))) < MOST_CELLS else BEAMS[:-1]:
        best = _ways(*sides, beam)
        if len(passages) in best[len(texts)]:
            break
    return _path(best, *sides)


def _ways(texts: _Side, passages: _Side, beam: float) -> list[dict[int, tuple[float, int, int]]]:
    """For each number of texts and of passages the least cost to come there, and the last step of that way."""
    rows, columns = len(texts.one), len(passages.one)
    band = BAND + abs(rows - columns)
    best: list[dict[int, tuple[float, int, int]]] = [{} for _ in range(rows + 3)]
    best[0][0] = (0.0, 0, 0)
    for row in range(rows + 1):
        middle = row * columns // max(rows, 1)
        line = best[row]
        most = min((here[0] for here in line.values()), default=0.0) + beam
        for column in range(max(0, middle - band), min(columns, middle + band) + 1):
            here = line.get(column)
            if here is None or here[0] > most:
                continue
            so_far = here[0]
            if row < rows:
                _reach(best[row + 1], column, so_far + SKIPPED, 1, 0)
            if column == columns:
                continue
            _reach(line, column + 1, so_far + SKIPPED, 0, 1)
            if row == rows:
                continue
            text, passage = texts.one[row], passages.one[column]
            cost = _price(text, passage)
            _reach(best[row + 1], column + 1, so_far + cost, 1, 1)
            if 2.0 < cost < HOPELESS:
                if row + 1 < rows and _as_long(texts.two[row], passage):
                    _reach(best[row + 2], column + 1, so_far + _price(texts.two[row], passage) + TWO, 2, 1)
                if column + 1 < columns and _as_long(text, passages.two[column]):
                    _reach(best[row + 1], column + 2, so_far + _price(text, passages.two[column]) + TWO, 1, 2)
    return best


def _as_long(text: _Coded, passage: _Coded) -> bool:
    """Whether their lengths allow at all that one of them is two put together."""
    off = passage.length - text.length * GROWTH
    return off * off < TOO_LONG * 2 * SPREAD * max(text.length, 12)


def _reach(line: dict[int, tuple[float, int, int]], column: int, total: float, one: int, two: int) -> None:
    known = line.get(column)
    if known is None or total < known[0]:
        line[column] = (total, one, two)


def _path(best: list[dict[int, tuple[float, int, int]]], texts: _Side, passages: _Side) -> list[Pair]:
    row, column = len(texts.one), len(passages.one)
    pairs: list[Pair] = []
    while row or column:
        if column not in best[row]:
            break  # beyond the band: nothing there is like enough
        _, one, two = best[row][column]
        if one and two:
            text = texts.one[row - 1] if one == 1 else texts.two[row - 2]
            passage = passages.one[column - 1] if two == 1 else passages.two[column - 2]
            pairs.append(Pair(tuple(range(row - one, row)), tuple(range(column - two, column)), _price(text, passage)))
        row, column = row - one, column - two
    return pairs[::-1]

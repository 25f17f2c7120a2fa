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


def price(one: Features, other: Features) -> float:
    """How badly a text and what came back fit: the length that the translation should not have, and each thing that one has and the other lacks."""
    off = other.length - one.length * GROWTH
    cost = min(off * off / (2 * SPREAD * max(one.length, 12)), 8.0)
    shared = 0
    if one.numbers or other.numbers:
        same = (one.numbers & other.numbers).total()
        cost += min(1.2 * (one.numbers.total() + other.numbers.total() - 2 * same), 5.0)
        shared += same
    if one.addresses or other.addresses:
        cost += min(2.5 * len(one.addresses ^ other.addresses), 5.0)
        shared += 2 * len(one.addresses & other.addresses)
    cost += min(2.0 * abs(one.notes - other.notes), 6.0)
    if one.kind != other.kind and one.kind and other.kind:
        cost += 2.5
    if one.names and other.names:
        common = len(one.names & other.names)
        shared += common
        if not common and min(len(one.names), len(other.names)) > 2:
            cost += 1.5
    return cost - min(0.8 * shared, 4.0) - (3.0 if one.text == other.text else 0.0)


def _both(first: Features, second: Features) -> Features:
    return Features(
        first.length + second.length, first.numbers + second.numbers, first.addresses | second.addresses, first.notes + second.notes,
        first.names | second.names, first.kind, f"{first.text} {second.text}",
    )  # fmt: skip


def aligned(texts: Sequence[Features], passages: Sequence[Features]) -> list[Pair]:
    """The pairs that together cost least, in order; what is in no pair has no counterpart. Only places near the diagonal are looked at, and at
    first only ways that are nearly the best so far.
    """
    best: list[dict[int, tuple[float, int, int]]] = []
    for beam in BEAMS if len(texts) * min(len(passages), 2 * (BAND + abs(len(texts) - len(passages)))) < MOST_CELLS else BEAMS[:-1]:
        best = _ways(texts, passages, beam)
        if len(passages) in best[len(texts)]:
            break
    return _path(best, texts, passages)


def _ways(texts: Sequence[Features], passages: Sequence[Features], beam: float) -> list[dict[int, tuple[float, int, int]]]:
    """For each number of texts and of passages the least cost to come there, and the last step of that way."""
    rows, columns = len(texts), len(passages)
    band = BAND + abs(rows - columns)
    best: list[dict[int, tuple[float, int, int]]] = [{} for _ in range(rows + 1)]
    best[0][0] = (0.0, 0, 0)
    for row in range(rows + 1):
        middle = row * columns // max(rows, 1)
        line = best[row]
        most = min((here[0] for here in line.values()), default=0.0) + beam
        for column in range(max(0, middle - band), min(columns, middle + band) + 1):
            here = line.get(column)
            if here is None or here[0] > most:
                continue
            for one, two, cost in _steps(texts, passages, row, column):
                total = here[0] + cost
                target = best[row + one]
                if column + two not in target or total < target[column + two][0]:
                    target[column + two] = (total, one, two)
    return best


def _steps(texts: Sequence[Features], passages: Sequence[Features], row: int, column: int) -> list[tuple[int, int, float]]:
    steps = []
    more, further = row < len(texts), column < len(passages)
    if more:
        steps.append((1, 0, SKIPPED))
    if further:
        steps.append((0, 1, SKIPPED))
    if more and further:
        text, passage = texts[row], passages[column]
        one = price(text, passage)
        steps.append((1, 1, one))
        if 2.0 < one < HOPELESS:
            if row + 1 < len(texts):
                steps.append((2, 1, price(_both(text, texts[row + 1]), passage) + TWO))
            if column + 1 < len(passages):
                steps.append((1, 2, price(text, _both(passage, passages[column + 1])) + TWO))
    return steps


def _path(best: list[dict[int, tuple[float, int, int]]], texts: Sequence[Features], passages: Sequence[Features]) -> list[Pair]:
    row, column = len(texts), len(passages)
    pairs: list[Pair] = []
    while row or column:
        if column not in best[row]:
            break  # beyond the band: nothing there is like enough
        _, one, two = best[row][column]
        if one and two:
            text = texts[row - 1] if one == 1 else _both(texts[row - 2], texts[row - 1])
            passage = passages[column - 1] if two == 1 else _both(passages[column - 2], passages[column - 1])
            cost = price(text, passage)
            pairs.append(Pair(tuple(range(row - one, row)), tuple(range(column - two, column)), cost))
        row, column = row - one, column - two
    return pairs[::-1]


def is_sure(text: Features, passage: Features) -> bool:
    """Whether one text and one passage agree in all that can be counted, and share something that is no chance."""
    if text.numbers != passage.numbers or text.addresses != passage.addresses or text.notes != passage.notes:
        return False
    if text.kind and passage.kind and text.kind != passage.kind:
        return False
    if text.length > 25 and not 0.5 <= passage.length / text.length <= 2.0:
        return False
    return bool(text.numbers or text.addresses or text.names & passage.names or text.text == passage.text)

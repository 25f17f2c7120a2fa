"""Which pairs of an alignment may be shown, and which someone must look at first: order and length alone are no proof."""

from collections.abc import Sequence
from functools import lru_cache

from reportbuilder.translate.align import Features, Pair, price

DEAR = 6.0
"""What costs more does not fit."""
COGNATES = 4.0
"""What letters in common are worth, at most, when two neighbours may have changed places."""
CLEARER = 0.25
"""By how much the order as it is must be the better one."""


def trusted(pairs: Sequence[Pair], texts: Sequence[Features], passages: Sequence[Features]) -> list[bool]:
    """For each pair whether it may be shown: one text and one passage, which share something that is no chance, or which stand between two such in a
    stretch where nothing is missing, left over, joined or divided; and not if they fit their neighbour's counterpart as well.
    """
    sure = [_is_one(pair) and pair.price < DEAR and is_sure(texts[pair.texts[0]], passages[pair.passages[0]]) for pair in pairs]
    good = list(sure)
    bounds = [-1, *(number for number, anchor in enumerate(sure) if anchor), len(pairs)]
    for first, last in zip(bounds, bounds[1:]):
        if _is_whole(pairs, first, last, len(texts), len(passages)):
            for number in range(first + 1, last):
                pair = pairs[number]
                good[number] = pair.price < DEAR and agree(texts[pair.texts[0]], passages[pair.passages[0]])
    for number in range(len(pairs) - 1):
        if _may_be_crossed(pairs[number], pairs[number + 1], texts, passages):
            good[number] = good[number + 1] = False
    return good


def is_sure(text: Features, passage: Features) -> bool:
    """Whether one text and one passage agree in all that can be counted, and share something that is no chance."""
    return agree(text, passage, 25) and bool(text.numbers or text.addresses or text.names & passage.names or text.text == passage.text)


def agree(text: Features, passage: Features, least: int = 12) -> bool:
    """Whether nothing that can be counted speaks against it; lengths count from ``least`` letters."""
    if text.numbers != passage.numbers or text.addresses != passage.addresses or text.notes != passage.notes:
        return False
    if text.kind and passage.kind and text.kind != passage.kind:
        return False
    return text.length < least or 0.5 <= passage.length / text.length <= 2.0


def _is_one(pair: Pair) -> bool:
    return len(pair.texts) == len(pair.passages) == 1


def _is_whole(pairs: Sequence[Pair], first: int, last: int, texts: int, passages: int) -> bool:
    """Whether between two pairs (or the ends) each text has its passage, one for one."""
    low = (pairs[first].texts[0], pairs[first].passages[0]) if first >= 0 else (-1, -1)
    high = (pairs[last].texts[0], pairs[last].passages[0]) if last < len(pairs) else (texts, passages)
    between = last - first - 1
    return all(_is_one(pair) for pair in pairs[first + 1 : last]) and between == high[0] - low[0] - 1 == high[1] - low[1] - 1


def _may_be_crossed(one: Pair, other: Pair, texts: Sequence[Features], passages: Sequence[Features]) -> bool:
    """Whether two neighbours fit as well, or better, when each takes the other's counterpart."""
    if not (_is_one(one) and _is_one(other)):
        return False
    first, second = texts[one.texts[0]], texts[other.texts[0]]
    back, behind = passages[one.passages[0]], passages[other.passages[0]]
    crossed = price(first, behind) + price(second, back)
    if crossed > one.price + other.price + COGNATES:
        return False
    straight = one.price + other.price - COGNATES * (_alike(first.text, back.text) + _alike(second.text, behind.text))
    return crossed - COGNATES * (_alike(first.text, behind.text) + _alike(second.text, back.text)) < straight + CLEARER


def _alike(one: str, other: str) -> float:
    """Letters in common: words of one origin in both languages, and what is not translated (Dice's coefficient of groups of three)."""
    first, second = _threes(one), _threes(other)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


@lru_cache(maxsize=2000)
def _threes(text: str) -> frozenset[str]:
    folded = f" {text.casefold()} "
    return frozenset(folded[place : place + 3] for place in range(len(folded) - 2))

"""Pictures side by side in rows that all fill the same width: a mosaic without holes, in the order of the pictures."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

IDEAL = 0.6
"""The height of a mosaic that looks best, in parts of its width."""
NARROWEST, WIDEST = 2 / 3, 2.0
"""Pictures narrower or wider than this are cropped, so that none becomes a sliver."""
UNEVEN = 0.35
"""How much rows of different height count against a mosaic, beside a height that is not ideal."""


class Tile(Struct, frozen=True):
    """The place of a picture; ``row`` counts from 0."""

    row: int
    x: float
    width: float
    height: float


def mosaic(aspects: Sequence[float], width: float, gap: float, most: float) -> tuple[Tile, ...]:
    """A tile for each picture by its aspect (width over height); if the whole would be higher than ``most``, all are made lower, and so cropped."""
    aspects = [min(WIDEST, max(NARROWEST, aspect)) for aspect in aspects]
    rows = min(_divisions(len(aspects)), key=lambda ends: _badness([_height(aspects[a:b], width, gap) for a, b in pairwise(ends)], width, gap))
    heights = [_height(aspects[a:b], width, gap) for a, b in pairwise(rows)]
    room = most - gap * (len(heights) - 1)
    scale = min(1.0, room / sum(heights))
    tiles = []
    for row, ((first, end), height) in enumerate(zip(pairwise(rows), heights)):
        x = 0.0
        for aspect in aspects[first:end]:
            tiles.append(Tile(row, x, aspect * height, height * scale))
            x += aspect * height + gap
    return tuple(tiles)


def _height(aspects: Sequence[float], width: float, gap: float) -> float:
    """Of a row that fills the width."""
    return (width - gap * (len(aspects) - 1)) / sum(aspects)


def _divisions(count: int) -> Iterator[tuple[int, ...]]:
    """All ways to divide so many pictures into rows, as the ends of these."""
    for cuts in range(1 << (count - 1)):
        yield 0, *(place + 1 for place in range(count - 1) if cuts >> place & 1), count


def _badness(heights: list[float], width: float, gap: float) -> float:
    total = sum(heights) + gap * (len(heights) - 1)
    return abs(total / width - IDEAL) + UNEVEN * (max(heights) - min(heights)) / max(heights)

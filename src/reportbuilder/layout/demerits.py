"""What is bad about a page, in numbers that can be added: the scale on which the search for page breaks weighs them.

A spread that runs one line short counts 600; the rest is measured against that.
"""

from functools import lru_cache
from typing import NamedTuple

NOTHING = 0
HYPHEN_TURN = 6_000
"""A word divided over a page turn; nobody should have to remember the half of a word."""
HYPHEN_FACING = 600
"""A word divided between facing pages."""
FEW_LINES = 1_800
"""Fewer than three lines under a heading at the foot of a page."""
INTRODUCED = 1_200
"""A list, a table or another block on the page after the line that introduces it."""
IN_ITEM = 500
"""An item of a list divided."""
LONE_ITEM = 1_500
"""The first or the last item of a list by itself."""
IN_WHOLE = 4_000
"""A box or table divided that would fit on one page."""
IN_LONG = 300
"""A box divided that would not."""
DIVIDED_NOTE = 9_000
"""A note divided that did not need to be."""
BROKEN = 60_000
"""A page that ends where none may: lines that keep together are longer than a page."""
FIGURE_MOVED = 120
"""A figure at the top or the foot of the page of its call instead of beside it."""
FIGURE_OVER_TITLE = 1_500
"""And that above the title of its own section."""
FIGURE_FACING = 250
"""A figure on the page behind its call, which it faces."""
FIGURE_BEFORE = 900
"""A figure on the page before its call, which it faces."""
FIGURE_TURN = 1_100
"""A figure behind the page turn."""
FIGURE_FAR = 3_500
"""A figure for each further page that it waits."""
THIN_LAST = 2_500
"""A last page that is nearly empty, for each line that is missing."""
LEAST_LAST = 0.1
"""So much of a last page should be filled: five lines of fifty."""
LOW_LAST = 60
"""A last page that is filled for less than a fifth, for each line that is missing."""
WELL_LAST = 0.2
A_PAGE = 400
"""Each further page."""

ELASTIC = 60
"""A paragraph set longer or shorter than is best for its lines,"""
ELASTIC_SHARE = 10_000
"""one more for so many demerits of its lines beyond the best,"""
ELASTIC_LOOSE, ELASTIC_VERY_LOOSE, ELASTIC_TIGHT, ELASTIC_HYPHEN = 100, 80, 100, 100
"""and for each further line that TeX would call loose, very loose or tight, or that ends in a hyphen;"""
MOST_ELASTIC = 2_500_000
"""lines of so many demerits more are not set."""
ONLY_FIGURES = 3_000
"""A last page without text."""
FIGURES_ALONE = 1_500
"""Another page without text."""

_SHORT = (0, 300, 1_300, 2_700)
_UNEVEN = (0, 1_900, 2_100)
_STRETCHED = (0, 180, 700)
_GAP = (0, 40, 120, 350, 900)
_SHRUNK = 320


class Slack(NamedTuple):
    """How many lines are missing on a page (negative: too many), the spaces that can be a line larger or smaller, and whether notes stand at
    its foot, above which there may be more air.
    """

    lines: int
    larger: int
    smaller: int
    notes: bool


class Foot(NamedTuple):
    """A page that ends ``short`` lines above the foot of the type area, its spaces changed by ``stretch`` lines in all."""

    demerits: int
    short: int
    stretch: int


def short_demerits(lines: int) -> int:
    """A page that ends so many lines early."""
    return _SHORT[lines] if lines < len(_SHORT) else 2_400 + 1_200 * (lines - 3)


@lru_cache(maxsize=4096)
def feet(slack: Slack) -> tuple[Foot, ...]:
    """The ways in which a page can end, one for each foot."""
    if slack.lines < 0:
        return (Foot(-slack.lines * _SHRUNK, 0, slack.lines),)
    found: list[Foot] = []
    for short in range(min(slack.lines, 3) + 1):
        missing = slack.lines - short
        ways = [
            (_GAP[gap] + _stretched(missing - gap, slack.larger), missing - gap)
            for gap in range(min(missing, len(_GAP) - 1 if slack.notes else 0) + 1)
            if missing - gap <= 2 * slack.larger
        ]
        if ways:
            cost, stretch = min(ways)
            found.append(Foot(cost + short_demerits(short), short, stretch))
    return tuple(found) or (Foot(short_demerits(slack.lines), slack.lines, 0),)


def _stretched(lines: int, places: int) -> int:
    """Lines given to the spaces of a page: one to each, and a second one where that does not do."""
    once = min(lines, places)
    return once * _STRETCHED[1] + (lines - once) * _STRETCHED[2]


def alone(slack: Slack) -> Foot:
    """The best foot of a page that faces none."""
    return min(feet(slack))


@lru_cache(maxsize=65536)
def facing(left: Slack, right: Slack) -> tuple[int, Foot, Foot]:
    """The demerits of two facing pages, and their feet."""
    return min((a.demerits + b.demerits + _uneven(abs(a.short - b.short)), a, b) for a in feet(left) for b in feet(right))


def _uneven(lines: int) -> int:
    return _UNEVEN[min(lines, len(_UNEVEN) - 1)]


def last_demerits(lines: float, most: float) -> int:
    """A last page with so many lines of text, of so many that it could have."""
    return int(max(0.0, LEAST_LAST * most - lines) * THIN_LAST + max(0.0, WELL_LAST * most - lines) * LOW_LAST)

"""Rivers: white that runs down through a paragraph."""

from itertools import groupby

from face import SPACE
from reading import Line

WIDE = 1.25
"""A space counts when it is wider than this many times the font's."""
OVERLAP = 0.5
"""Two spaces of lines that follow each other meet when they overlap by at least this part of the font's space."""
LEAST = 3
"""Lines."""


def rivers(lines: list[Line]) -> list[int]:
    """The length in lines of every river: a chain of wide spaces, one a line, each meeting the next; of chains that share spaces the longest counts once.

    Lines of one paragraph on one page only.
    """
    found: list[int] = []
    for _, group in groupby(lines, key=lambda line: (line.page, line.paragraph)):
        found += _in_block([[(a, b) for a, b, _ in line.spaces if b - a > WIDE * SPACE] for line in group])
    return found


def _in_block(rows: list[list[tuple[float, float]]]) -> list[int]:
    """A chain is made from its head: every space goes on the longest chain that it meets, and each chain goes on once."""
    open_chains: list[tuple[float, float, int]] = []
    found: list[int] = []
    for spaces in rows:
        rest = sorted(open_chains, key=lambda chain: -chain[2])
        begun: list[tuple[float, float, int]] = []
        for left, right in spaces:
            met = next((c for c in rest if min(c[1], right) - max(c[0], left) >= OVERLAP * SPACE), None)
            if met:
                rest.remove(met)
            begun.append((left, right, met[2] + 1 if met else 1))
        found += [length for _, _, length in rest if length >= LEAST]
        open_chains = begun
    return found + [length for _, _, length in open_chains if length >= LEAST]

"""Knuth–Plass: the breaks of a whole paragraph that have the least demerits. Knows numbers only.

A paragraph is a list of `Candidate` breaks; widths are running totals from the start of the paragraph, so a line from candidate *a* to
candidate *b* is ``b.end - a.start`` wide. Demerits are reckoned as in Knuth, The TeXbook, chapter 14, but for `badness`; what goes beyond it is told in
docs/analysis/lines.md.
"""

from dataclasses import dataclass

INFINITE = 1e9
RAG = 4.0
"""How many ems of ragged space count as much as the full stretch of a justified line."""

TIGHT, DECENT, LOOSE, VERY_LOOSE = range(4)
LINE_PENALTY = 10.0
FITNESS_DEMERITS = 10_000.0
LADDER_DEMERITS = 700_000.0
"""For a second hyphen under the first."""
LADDER = 2
TALL_LADDER_DEMERITS = 1e10
"""For a third, which is set only where nothing else fits at all."""
LAST_HYPHEN_DEMERITS = 100_000.0
"""For a hyphen in the last line but one, so that the last begins with the rest of a word."""
SHORT_DEMERITS = 200_000.0
"""For a last line that is too short."""
SHORT_RAG = 0.15
"""Part of the measure that the last line of ragged text must fill."""
OVERFULL_DEMERITS = 1e14
WORST_RATIO = 30.0
"""What is looser is no worse."""


Candidate = tuple[float, float, float, float, float, bool, int, int, int]
"""A place where a line may end: ``(end, start, spaces_end, spaces_start, penalty, flagged, piece, offset, kind)``.

``end``: total width of all before it, a hyphen included; ``start``: total width where the next line begins (the space dropped);
``spaces_end`` and ``spaces_start``: total width of the spaces, likewise; ``penalty``: what a break here costs (-INFINITE: must break);
``flagged``: ends in a hyphen. The last three are the caller's own. ``start`` never falls.
"""


@dataclass(frozen=True, slots=True)
class Measure:
    """What the lines must fill. ``width`` and ``em`` (the size of the text) are points; a space may grow by ``stretch`` and lose ``shrink`` of
    its width; letters may be made wider or narrower by ``expansion`` of theirs before the spaces give way. A last line shorter than ``short``
    points is bad. ``looseness``: so many lines more than the best.
    """

    width: float
    em: float
    ragged: bool
    stretch: float = 0.5
    shrink: float = 1 / 3
    expansion: float = 0.0
    short: float = 0.0
    looseness: int = 0


_Node = tuple[int, "_Node | None"]
"""(position, the node before)."""
_Way = tuple[float, int, int, _Node]
"""(demerits, fitness of its last line, hyphens in a row at its end, node)."""
_Start = tuple[float, float, int, list[_Way]]
"""(start, spaces, number of lines so far, the ways to get there): where a line may begin."""


def best_breaks(candidates: list[Candidate], measure: Measure, tolerance: float) -> list[int] | None:
    """The positions (in ``candidates``, ascending) of the best breaks, or None if some line would be too bad.

    ``tolerance`` is the greatest stretch ratio of a line; with ``tolerance`` ≥ INFINITE a result always comes back, with overfull lines if a
    piece is wider than the measure. The last candidate must be a forced one.
    """
    width, ragged, expansion = measure.width, measure.ragged, measure.expansion
    emergency = tolerance >= INFINITE
    most = tolerance * (RAG * measure.em if ragged else measure.stretch)
    last = len(candidates) - 1
    active: list[_Start] = [(0.0, 0.0, 0, [(0.0, DECENT, 0, (-1, None))])]
    for position, candidate in enumerate(candidates):
        end, start, spaces_end, spaces_start, penalty, flagged, _, _, _ = candidate
        forced = penalty <= -INFINITE
        if not forced and not emergency:
            oldest = active[0]
            slack = width - end + oldest[0]
            if slack > 0:
                spaces = spaces_end - oldest[1]
                if slack > most if ragged else slack - expansion * (end - oldest[0] - spaces) > most * spaces + 1e-6:
                    continue  # even the line from the oldest start would be too loose, and so would all others
        found, gone = _reached(active, candidate, position, last, measure, tolerance)
        if emergency and not found and (forced or gone == len(active)):
            found = _overfull(active[-1], position, flagged)
        if forced:
            active = []
        elif gone:
            del active[:gone]
        for line, ways in found.items():
            active.append((start, spaces_start, line, ways))
        if not active:
            return None
    return _path(_wanted(active, measure.looseness))


def _reached(
    active: list[_Start], candidate: Candidate, position: int, last: int, measure: Measure, tolerance: float
) -> tuple[dict[int, list[_Way]], int]:
    """The ways worth keeping that end at the candidate, by their number of lines; and how many of the starts, oldest first, have had their day."""
    end, _, spaces_end, _, penalty, flagged, _, _, _ = candidate
    ragged, emergency, forced = measure.ragged, tolerance >= INFINITE, penalty <= -INFINITE
    own = penalty * penalty if penalty > 0 else 0.0
    best: dict[tuple[int, int, int], _Way] = {}
    gone = 0
    for start, spaces_start, count, ways in active:
        length, spaces = end - start, spaces_end - spaces_start
        ratio = _ratio(measure.width - length, length - spaces, spaces, measure, forced)
        if ratio < -1:
            # with its hyphen part of a word may be wider than the whole, so a start that fails by little stays
            gone += emergency or lack(length, spaces, measure) > 0.5 * measure.em
            continue
        if ratio > tolerance:
            break
        fitness = TIGHT if ratio < -0.5 else DECENT if ratio <= 0.5 else LOOSE if ratio <= 1 else VERY_LOOSE
        cost = LINE_PENALTY + 100 * (abs(ratio * ratio * ratio) if ragged else badness(ratio))
        cost = cost * cost + own
        if position == last and ways[0][3][1] is not None and length < _least(measure):
            cost += SHORT_DEMERITS
        if measure.looseness:
            count += 1
        for before, fitness_before, hyphens, node in ways:
            demerits = before + cost
            if flagged:
                if hyphens == LADDER:
                    if not emergency:
                        continue
                    demerits += TALL_LADDER_DEMERITS
                else:
                    demerits += LADDER_DEMERITS if hyphens else 0.0
                    hyphens += 1
            elif hyphens:
                if position == last:
                    demerits += LAST_HYPHEN_DEMERITS
                hyphens = 0
            if not (ragged or -2 < fitness - fitness_before < 2):
                demerits += FITNESS_DEMERITS
            key = count, fitness, hyphens
            known = best.get(key)
            if known is None or demerits < known[0]:
                best[key] = demerits, fitness, hyphens, node
    return _kept(best, position), gone


def badness(ratio: float) -> float:
    """How bad a justified line is, in hundredths of TeX's badness.

    TeX's own (the cube of the ratio, squared in the demerits) is so steep that in a narrow column, where most lines are loose, hyphens, ladders and seams no longer
    count beside it. This one is steeper below a ratio of 1, and runs straight above it. Its numbers are tuned by bench/typography.
    """
    if ratio < 0:
        return -5.5 * ratio * ratio * ratio
    if ratio <= 1:
        return 2 * ratio * ratio
    return 4 * ratio - 2 if ratio <= 2.5 else 1.5 * ratio + 4.25


def _ratio(slack: float, letters: float, spaces: float, measure: Measure, forced: bool) -> float:
    """By how much of what they may gain (or lose: negative) the spaces of a line change; less than -1: they can't. Letters give way first."""
    if slack >= 0:
        if forced:
            return 0.0
        if measure.ragged:
            return min(slack / (RAG * measure.em), WORST_RATIO)
        excess = slack - measure.expansion * letters
        if excess <= 1e-6:
            return 0.0
        return min(excess / (spaces * measure.stretch), WORST_RATIO) if spaces > 0 else WORST_RATIO
    want = -slack - (0.0 if measure.ragged else measure.expansion * letters)
    if want <= 1e-6:
        return 0.0
    if measure.ragged or want > spaces * measure.shrink + 1e-6:
        return -2.0
    return max(-1.0, -want / (spaces * measure.shrink))


def lack(length: float, spaces: float, measure: Measure) -> float:
    """Points that a line is too long though all in it has given way."""
    return length - measure.width - (0.0 if measure.ragged else spaces * measure.shrink + measure.expansion * (length - spaces))


def _least(measure: Measure) -> float:
    """Points that the last line should fill."""
    return max(measure.short, SHORT_RAG * measure.width) if measure.ragged else measure.short


def _kept(best: dict[tuple[int, int, int], _Way], position: int) -> dict[int, list[_Way]]:
    """Those that can still win: a way that another beats by more than what its fitness or hyphens can cost later is left out."""
    if len(best) == 1:
        ((key, (demerits, fitness, hyphens, node)),) = best.items()
        return {key[0]: [(demerits, fitness, hyphens, (position, node))]}
    kept: dict[int, list[_Way]] = {}
    for (count, fitness, hyphens), (demerits, _, _, node) in sorted(best.items(), key=_by_demerits):
        ways = kept.setdefault(count, [])
        for other, fitness_before, hyphens_before, _ in ways:
            if hyphens >= hyphens_before and demerits >= other + (FITNESS_DEMERITS if fitness != fitness_before else 0.0):
                break
        else:
            ways.append((demerits, fitness, hyphens, (position, node)))
    return kept


def _by_demerits(item: tuple[tuple[int, int, int], _Way]) -> float:
    return item[1][0]


def _overfull(origin: _Start, position: int, flagged: bool) -> dict[int, list[_Way]]:
    """A line that nothing makes fit."""
    demerits, _, hyphens, node = min(origin[3], key=lambda way: way[0])
    return {origin[2]: [(demerits + OVERFULL_DEMERITS, TIGHT, min(hyphens + 1, LADDER) if flagged else 0, (position, node))]}


def _wanted(active: list[_Start], looseness: int) -> _Node:
    """The end of the best way, or with looseness of the best among those whose number of lines comes nearest to the one asked for."""
    ends = [(way, origin[2]) for origin in active for way in origin[3]]
    best, count = min(ends, key=lambda end: end[0][0])
    if looseness:
        asked = count + looseness
        best, _ = min(ends, key=lambda end: (abs(end[1] - asked), end[0][0]))
    return best[3]


def _path(node: _Node | None) -> list[int]:
    result: list[int] = []
    while node is not None and node[0] >= 0:
        result.append(node[0])
        node = node[1]
    result.reverse()
    return result

"""Knuth–Plass: the breaks of a whole paragraph that have the least demerits. Knows numbers only.

A paragraph is a list of `Candidate` breaks; widths are running totals from the start of the paragraph, so a line from candidate *a* to
candidate *b* is ``b.end - a.start`` wide. Demerits are reckoned as in Knuth, The TeXbook, chapter 14, but for
`badness`; what goes beyond it is told in docs/analysis/lines.md.
"""

from msgspec import Struct
from msgspec.structs import replace

INFINITE = 1e9
RAG = 5.0
"""How many ems of ragged space count as much as the full stretch of a justified line."""

TIGHT, DECENT, LOOSE, VERY_LOOSE = range(4)
LINE_PENALTY = 250.0
FITNESS_DEMERITS = 30_000.0
LADDER_DEMERITS = 550_000.0
"""For a second hyphen under the first."""
LADDER = 2
TALL_LADDER_DEMERITS = 1e10
"""For a third, which is set only where nothing else fits at all."""
LAST_HYPHEN_DEMERITS = 60_000.0
"""For a hyphen in the last line but one, so that the last begins with the rest of a word."""
SHORT_DEMERITS = 900_000.0
"""For a last line that is too short."""
SHORT_RAG = 0.15
"""Part of the measure that the last line of ragged text must fill."""
OVERFULL_DEMERITS = 1e14
WORST_RATIO = 30.0
"""What is looser is no worse."""

COLUMN = 25.5
"""Ems: a column of this width is neither narrow nor wide,"""
STEEPER = 4.7
"""and the price of a loose line grows with this power of how much wider another is."""
MOST_STEEP, LEAST_STEEP = 6.0, 0.05
RAGGED_STEEP = 0.27
"""The same for ragged text, however wide: nothing of it stretches."""


Candidate = tuple[float, float, float, float, float, bool, int, int, int]
"""A place where a line may end: ``(end, start, spaces_end, spaces_start, penalty, flagged, piece, offset, kind)``.

``end``: total width of all before it, a hyphen included; ``start``: total width where the next line begins (the space dropped);
``spaces_end`` and ``spaces_start``: total width of the spaces, likewise; ``penalty``: what a break here costs (-INFINITE: must break);
``flagged``: ends in a hyphen. The last three are the caller's own. ``start`` never falls.
"""


class Measure(Struct, frozen=True):
    """What the lines must fill, in points: ``width``; ``em``, the size of the text. A space may grow by ``stretch`` and lose ``shrink`` of its
    width, letters may be made wider or narrower by ``expansion`` of theirs before the spaces give way. ``extra``: what a line is reckoned to
    stretch beside its spaces, so that where many lines must be loose hyphens don't come in for each (TeX's emergency stretch). A last line
    shorter than ``short`` is bad. ``looseness``: so many lines more than the best. ``whole``: the number of the line that must not end in a hyphen.
    ``steep``: how much a line that is too loose costs here (`steepness`).
    """

    width: float
    em: float
    stretch: float = 0.5
    shrink: float = 1 / 3
    expansion: float = 0.0
    extra: float = 0.0
    short: float = 0.0
    looseness: int = 0
    whole: int = 0
    steep: float = 1.0


def ragged(width: float, em: float, looseness: int = 0) -> Measure:
    """For text whose lines end where they end: instead of their spaces the room behind them grows."""
    return Measure(width, em, 0.0, 0.0, extra=RAG * em, short=SHORT_RAG * width, looseness=looseness, steep=RAGGED_STEEP)


def steepness(width: float, em: float) -> float:
    """How much a loose line costs in a column of that width, beside one of 25 ems.

    In a narrow column loose lines can't be helped: if each cost much, every word would be broken to save one. In a wide one they can.
    """
    return min(MOST_STEEP, max(LEAST_STEEP, (width / em / COLUMN) ** STEEPER))


_Node = tuple[int, "_Node | None"]
"""(position, the node before)."""
_Way = tuple[float, int, int, _Node]
"""(demerits, fitness of its last line, hyphens in a row at its end, node)."""
_Start = tuple[float, float, int, list[_Way]]
"""(start, spaces, number of lines so far, the ways to get there): where a line may begin."""
_Best = dict[tuple[int, int, int], tuple[float, _Node]]
"""By (number of lines, fitness, hyphens in a row) the (demerits, node) of the best way."""


def best_breaks(candidates: list[Candidate], measure: Measure, tolerance: float) -> list[int] | None:
    """The positions (in ``candidates``, ascending) of the best breaks, or None if some line would be too bad.

    ``tolerance`` is the greatest stretch ratio of a line; with ``tolerance`` ≥ INFINITE a result always comes back, with overfull lines if a
    piece is wider than the measure. The last candidate must be a forced one.
    """
    ways = _ways(candidates, measure, tolerance)
    return _path(_wanted(ways, measure.looseness)) if ways else None


def breaks_by_count(candidates: list[Candidate], measure: Measure, tolerance: float) -> dict[int, tuple[float, list[int]]]:
    """By number of lines, the demerits and the positions of the best breaks into so many; those that ``tolerance`` allows."""
    best: dict[int, tuple[float, _Node]] = {}
    for _, _, count, ways in _ways(candidates, replace(measure, looseness=measure.looseness or 1), tolerance):
        for demerits, _, _, node in ways:
            if count not in best or demerits < best[count][0]:
                best[count] = demerits, node
    return {count: (demerits, _path(node)) for count, (demerits, node) in best.items()}


def _ways(candidates: list[Candidate], measure: Measure, tolerance: float) -> list[_Start]:
    """The best ways to the end of the paragraph; none if some line would be too bad. They are counted by lines if there is looseness."""
    width, expansion = measure.width, measure.expansion
    emergency = tolerance >= INFINITE
    most, extra = tolerance * measure.stretch, tolerance * measure.extra + 1e-6
    last = len(candidates) - 1
    active: list[_Start] = [(0.0, 0.0, 0, [(0.0, DECENT, 0, (-1, None))])]
    for position, candidate in enumerate(candidates):
        end, start, spaces_end, spaces_start, penalty, flagged, _, _, _ = candidate
        forced = penalty <= -INFINITE
        if not (forced or emergency):
            oldest = active[0]
            slack = width - end + oldest[0]
            if slack > extra:
                spaces = spaces_end - oldest[1]
                if slack - expansion * (end - oldest[0] - spaces) > most * spaces + extra:
                    continue  # even the line from the oldest start would be too loose, and so would all others
        best, gone = _reached(active, candidate, position == last, measure, tolerance)
        if emergency and not best and (forced or gone == len(active)):
            best = _overfull(active[-1], flagged)
        if forced:
            active = []
        elif gone:
            del active[:gone]
        if len(best) == 1:
            (((count, fitness, hyphens), (demerits, node)),) = best.items()
            active.append((start, spaces_start, count, [(demerits, fitness, hyphens, (position, node))]))
        elif best:
            active += [(start, spaces_start, count, ways) for count, ways in _kept(best, position).items()]
        if not active:
            break
    return active


def _reached(active: list[_Start], candidate: Candidate, is_last: bool, measure: Measure, tolerance: float) -> tuple[_Best, int]:
    """The best ways that end at the candidate, and how many of the starts, oldest first, have had their day."""
    end, _, spaces_end, _, penalty, flagged, _, _, _ = candidate
    width, expansion, emergency, forced = measure.width, measure.expansion, tolerance >= INFINITE, penalty <= -INFINITE
    own = penalty * penalty if penalty > 0 else 0.0
    best: _Best = {}
    gone = 0
    for start, spaces_start, count, ways in active:
        length, spaces = end - start, spaces_end - spaces_start
        ratio, slack = 0.0, width - length
        if slack < 0:
            lack = -slack - expansion * (length - spaces)
            if lack > 1e-6:
                able = spaces * measure.shrink + 1e-6
                if lack > able:
                    # with its hyphen part of a word may be wider than the whole, so a start that fails by little stays
                    gone += emergency or lack > able + 0.5 * measure.em
                    continue
                ratio = -lack / able
        elif not forced:
            excess = slack - expansion * (length - spaces)
            if excess > 1e-6:
                ratio = excess / (spaces * measure.stretch + measure.extra + 1e-9)
                if ratio > WORST_RATIO:
                    ratio = WORST_RATIO
                if ratio > tolerance:
                    break
        if ratio:
            fitness = fitness_of(ratio)
            cost = (LINE_PENALTY + 100 * badness(ratio, measure.steep)) ** 2 + own
        else:
            fitness, cost = DECENT, LINE_PENALTY * LINE_PENALTY + own
        if is_last and length < measure.short and ways[0][3][1] is not None:
            cost += SHORT_DEMERITS
        if measure.looseness:
            count += 1
            if flagged and count == measure.whole:
                continue
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
                demerits += LAST_HYPHEN_DEMERITS if is_last else 0.0
                hyphens = 0
            if not -2 < fitness - fitness_before < 2:
                demerits += FITNESS_DEMERITS
            key = count, fitness, hyphens
            if key not in best or demerits < best[key][0]:
                best[key] = demerits, node
    return best, gone


def badness(ratio: float, steep: float = 1.0) -> float:
    """How bad a line is, in hundredths of TeX's badness.

    TeX's own (the cube of the ratio, squared in the demerits) is so steep that in a narrow column, where most lines are loose, hyphens, ladders
    and seams no longer count beside it. This one runs nearly straight beyond a ratio of 1, and as ``steep`` as the width of the column lets it
    (`steepness`). With the high `LINE_PENALTY` the demerits grow by little more than the badness: where a line is loose in any case, a little more costs
    a little more. Its numbers are tuned by bench/typography.
    """
    if ratio < 0:
        return -2.2 * ratio * ratio * ratio + (1.04 if ratio < -0.5 else 0.0)
    if ratio <= 1:
        return 2.2 * ratio * ratio
    return 2.2 + steep * (6.9 * ratio - 6.9 if ratio <= 2 else 8.5 * ratio - 10.1)


def fitness_of(ratio: float) -> int:
    """The class of a line (The TeXbook, chapter 14)."""
    return TIGHT if ratio < -0.5 else DECENT if ratio <= 0.5 else LOOSE if ratio <= 1 else VERY_LOOSE


def ratios(tried: list[Candidate], breaks: list[int], measure: Measure) -> list[float]:
    """How far the spaces of each line but the last give way, in parts of their full stretch or (negative) shrink, as the breaker reckons; infinite if it is overfull."""
    found: list[float] = []
    start, spaces_start = 0.0, 0.0
    for position in breaks[:-1]:
        end, next_start, spaces_end, next_spaces = tried[position][:4]
        length, spaces = end - start, spaces_end - spaces_start
        slack, able = measure.width - length, measure.expansion * (length - spaces)
        if slack > 0:
            found.append(min(max(0.0, slack - able) / (spaces * measure.stretch + measure.extra + 1e-9), WORST_RATIO))
        else:
            found.append(INFINITE if lack(length, spaces, measure) > 1e-6 else min(0.0, slack + able) / (spaces * measure.shrink + 1e-6))
        start, spaces_start = next_start, next_spaces
    return found


def lack(length: float, spaces: float, measure: Measure) -> float:
    """Points that a line is too long though all in it has given way."""
    return length - measure.width - spaces * measure.shrink - measure.expansion * (length - spaces)


def _kept(best: _Best, position: int) -> dict[int, list[_Way]]:
    """By number of lines the ways that can still win: without those that another beats by more than what its fitness or hyphens can cost later."""
    kept: dict[int, list[_Way]] = {}
    for (count, fitness, hyphens), (demerits, node) in sorted(best.items(), key=_by_demerits):
        ways = kept.setdefault(count, [])
        for other, fitness_before, hyphens_before, _ in ways:
            if hyphens >= hyphens_before and demerits >= other + (FITNESS_DEMERITS if fitness != fitness_before else 0.0):
                break
        else:
            ways.append((demerits, fitness, hyphens, (position, node)))
    return kept


def _by_demerits(item: tuple[tuple[int, int, int], tuple[float, _Node]]) -> float:
    return item[1][0]


def _overfull(origin: _Start, flagged: bool) -> _Best:
    """A line that nothing makes fit."""
    demerits, _, hyphens, node = min(origin[3], key=lambda way: way[0])
    return {(origin[2], TIGHT, min(hyphens + 1, LADDER) if flagged else 0): (demerits + OVERFULL_DEMERITS, node)}


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

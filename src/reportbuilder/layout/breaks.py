"""Knuth–Plass: the breaks of a whole paragraph that have the least demerits. Knows numbers only.

A paragraph is a list of `Candidate` breaks; widths are running totals from the start of the paragraph, so a line from candidate *a* to
candidate *b* is ``b.end - a.start`` wide.
"""

INFINITE = 1e9
STRETCH = 0.5
SHRINK = 1 / 3
RAG = 4.0
"""How many ems of ragged space count as much as the full stretch of a justified line."""

TIGHT, DECENT, LOOSE, VERY_LOOSE = range(4)
FITNESS_DEMERITS = 3_000.0
FLAGGED_DEMERITS = 12_000.0
LINE_PENALTY = 10.0
SHORT_DEMERITS = 5_000.0
SHORT = 0.85
"""A last line that leaves more than this part of the measure empty is too short."""


Candidate = tuple[float, float, float, float, float, bool, int, int, int]
"""A place where a line may end: ``(end, start, spaces_end, spaces_start, penalty, flagged, piece, offset, kind)``.

``end``: total width of all before it, a hyphen included; ``start``: total width where the next line begins (the space dropped);
``spaces_end`` and ``spaces_start``: total width of the spaces, likewise; ``penalty``: what a break here costs (-INFINITE: must break);
``flagged``: ends in a hyphen. The last three are the caller's own.
"""


_Active = tuple[float, int, int, "_Active | None", bool, float, float]
"""(demerits, position, fitness, previous, flagged, start, spaces)."""


def best_breaks(candidates: list[Candidate], width: float, tolerance: float, em: float, ragged: bool) -> list[int] | None:
    """The positions (in ``candidates``, ascending) of the best breaks, or None if some line would be too bad.

    ``tolerance`` is the greatest stretch ratio of a line; with ``tolerance`` ≥ INFINITE a result always comes back, with overfull lines if a
    piece is wider than ``width``. The last candidate must be a forced one. ``em`` is the size of the text, for ragged setting.
    """
    active: list[_Active] = [(0.0, -1, DECENT, None, False, 0.0, 0.0)]
    emergency = tolerance >= INFINITE
    last = len(candidates) - 1
    rag = RAG * em
    reach = tolerance * (rag if ragged else STRETCH)
    for position, candidate in enumerate(candidates):
        end, start, spaces_end, spaces_start, penalty, flagged, _, _, _ = candidate
        forced = penalty <= -INFINITE
        oldest = active[0]
        if not (forced or emergency) and width - end + oldest[5] > (reach if ragged else reach * (spaces_end - oldest[6])):
            continue  # even the line from the oldest start would be too loose, and so would all others
        best: list[tuple[float, _Active] | None] = [None, None, None, None]
        kept: list[_Active] = []
        for node in active:
            slack = width - end + node[5]
            if slack < 0:
                shrink = 0.0 if ragged else (spaces_end - node[6]) * SHRINK
                if -slack > shrink + 1e-6:
                    if emergency and not kept and best == [None] * 4 and node is active[-1]:
                        best[TIGHT] = (node[0] + 1e8, node)
                    continue
                ratio = slack / shrink if shrink else 0.0
            elif forced:
                ratio = 0.0
            elif ragged:
                ratio = slack / rag
            else:
                stretch = (spaces_end - node[6]) * STRETCH
                ratio = slack / stretch if stretch > 0 else (0.0 if slack < 1e-6 else 1e4)
            if not forced:
                kept.append(node)
            if ratio > tolerance:
                continue
            fitness = TIGHT if ratio < -0.5 else DECENT if ratio <= 0.5 else LOOSE if ratio <= 1 else VERY_LOOSE
            demerits = node[0] + (LINE_PENALTY + 100 * abs(ratio) ** 3 + max(0.0, penalty)) ** 2
            if node[4]:
                demerits += FLAGGED_DEMERITS if flagged else FLAGGED_DEMERITS / 2 if position == last else 0.0
            if position == last and slack > SHORT * width and node[3] is not None:
                demerits += SHORT_DEMERITS * (10 if ragged else 1)
            if not ragged and abs(fitness - node[2]) > 1:
                demerits += FITNESS_DEMERITS
            found = best[fitness]
            if found is None or demerits < found[0]:
                best[fitness] = (demerits, node)
        active = kept
        for fitness, entry in enumerate(best):
            if entry is not None:
                active.append((entry[0], position, fitness, entry[1], flagged, start, spaces_start))
        if not active:
            return None
    node = min(active, key=lambda a: a[0])
    return _path(node) if node[1] == last else None


def _path(node: _Active) -> list[int]:
    result: list[int] = []
    while node[3] is not None:
        result.append(node[1])
        node = node[3]
    result.reverse()
    return result

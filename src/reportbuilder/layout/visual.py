"""The parts of a line in which something runs from right to left, in their places: read in their own order, seen in that of `bidi`."""

from collections.abc import Sequence

from reportbuilder.layout.bidi import visual_order
from reportbuilder.layout.looks import Stretch
from reportbuilder.layout.page import Area, Run
from reportbuilder.layout.pieces import Part


def visual_runs(parts: Sequence[Part], owners: Sequence[Stretch], x: float, gap: float, base: int) -> tuple[list[Run], list[Area], float]:
    """Runs and places to click of one line whose left edge is ``x``, in reading order, and the edge at which the line ends.

    Words from right to left have runs of their own.
    """
    left = x
    levels = [owner.level for owner in owners]
    for number in reversed(range(len(parts))):
        if not parts[number].is_space:
            break
        levels[number] = base
    lefts, rights = [0.0] * len(parts), [0.0] * len(parts)
    for number in visual_order(levels):
        lefts[number] = x
        x += parts[number].width + (gap if parts[number].is_space else 0.0)
        rights[number] = x
    runs: list[Run] = []
    areas: list[Area] = []
    first = 0
    while first < len(parts):
        after = first + 1
        turned = levels[first] % 2 == 1
        while after < len(parts) and _joined(parts, owners, levels, first, after):
            if (rights[after] != lefts[after - 1]) if turned else (lefts[after] != rights[after - 1]):
                break
            after += 1
        part, owner = parts[first], owners[first]
        look = owner.look
        leftmost, rightmost = (after - 1, first) if turned else (first, after - 1)
        shown = tuple(each.shaped for each in parts[first:after])
        place, size = lefts[leftmost], look.size * part.scale
        runs.append(Run(place, -look.rise, part.face, size, look.ink, shown[::-1] if turned else shown, gap, owner.node, look.tracking))
        if look.area is not None:
            _add_area(areas, owner, place, rights[rightmost])
        first = after
    return runs, areas, left if base else x


def _joined(parts: Sequence[Part], owners: Sequence[Stretch], levels: Sequence[int], first: int, other: int) -> bool:
    return owners[first] is owners[other] and parts[first].face is parts[other].face and levels[first] == levels[other]


def _add_area(areas: list[Area], owner: Stretch, left: float, right: float) -> None:
    """A place to click; one that touches the last of the same link is joined with it."""
    look = owner.look
    assert look.area is not None
    node, target = look.area
    top, height = -look.rise - 0.8 * look.size, 1.1 * look.size
    last = areas[-1] if areas and areas[-1].node == node else None
    if last is not None and abs(last.x - right) < 0.01:
        areas[-1] = Area(left, min(last.y, top), last.x + last.width - left, max(last.height, height), target, node)
    elif last is not None and abs(last.x + last.width - left) < 0.01:
        areas[-1] = Area(last.x, min(last.y, top), right - last.x, max(last.height, height), target, node)
    else:
        areas.append(Area(left, top, right - left, height, target, node))

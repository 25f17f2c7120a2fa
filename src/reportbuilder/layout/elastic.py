"""Paragraphs set otherwise than is best for their lines, where that mends the end of their page.

A page that would end early, or before the last two lines of a paragraph, may end well if one of the paragraphs that stand whole on it is set with a line
more or one fewer: as it begins and ends on the page, the rest of the chapter does not know of it. A paragraph that goes on on the next page may be set so too:
the end of this page moves by a line, or where the next page begins. And a line that ends a page within a word may end with the word in another setting of its
paragraph that has as many lines.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from reportbuilder.layout.demerits import HYPHEN_FACING, HYPHEN_TURN, alone
from reportbuilder.layout.filling import fill
from reportbuilder.layout.rows import Elastic, Row
from reportbuilder.layout.trial import End, Flow, PlacedRow, Plan, Reset, State, Trial

WELL = 250
"""A page that ends with fewer demerits is left as it is."""
MOST_LONGER = 2
"""Paragraphs set longer on one page."""
MOST_SHORTER = 2
"""And shorter."""
NEAR = 2
"""A page that ends more lines above its foot has other reasons."""
LEAST_LINES = 2
"""Of a paragraph stand on a page."""
MOST_BELOW = 0.5
"""A paragraph that would fill more than this part of the next page is not set longer or shorter: it must end there."""

Carried = dict[int, Row]
"""By piece, the rows of a paragraph that go on on the next page in another setting."""


def more_ends(flow: Flow, state: State, right_hand: bool, plan: Plan, trial: Trial) -> list[End]:
    """The ends that a page gets by setting paragraphs otherwise, where it has no good one; ``trial`` is the page as it is."""
    ends = trial.ends
    if not ends or ends[-1].slack.lines > NEAR or min(end.demerits + alone(end.slack).demerits for end in ends) < WELL:
        return []
    paragraphs = _on_page(flow, state, ends[-1].state.index + MOST_SHORTER + 1)
    if not paragraphs:
        return []
    if shorter := min(MOST_SHORTER, sum(elastic.can(-1) for _, elastic in paragraphs)):
        ends = fill(flow, state, right_hand, plan, shorter).ends
    near = [end for end in ends if end.slack.lines <= NEAR]
    return [made for end in near for other in _otherwise(flow, state, end, right_hand) for made in _made(other, paragraphs) if made.reset]


def going_on(flow: Flow, state: State, end: End, right_hand: bool) -> Iterator[End]:
    """The end of a page, which began with ``state``, within a paragraph, with that set longer or shorter behind it."""
    for more in (1, -1):
        yield from _divided(flow, state, end, right_hand, more, 0)


def _on_page(flow: Flow, state: State, last: int) -> list[tuple[int, Elastic]]:
    """The paragraphs that begin on the page, which ends before the piece ``last`` at the latest."""
    first = bisect_left(flow.elastic, state.index)
    return [(index, _elastic(flow, index)) for index in flow.elastic[first : bisect_left(flow.elastic, last, first)]]


def filled(flow: Flow, state: State, right_hand: bool, plan: Plan, end: End) -> Trial:
    """The page filled so far that it can end there."""
    return fill(flow, state, right_hand, plan, sum(reset.more < 0 for reset in end.reset))


def _elastic(flow: Flow, index: int) -> Elastic:
    row = flow.pieces[index]
    assert isinstance(row, Row) and row.elastic is not None
    return row.elastic


def _otherwise(flow: Flow, state: State, end: End, right_hand: bool) -> Iterator[End]:
    """An end as it is, and with the paragraph that it divides set otherwise."""
    yield end
    for more, here in ((0, 0), (1, 0), (1, 1), (-1, 0), (-1, -1)):
        yield from _divided(flow, state, end, right_hand, more, here)


def _divided(flow: Flow, state: State, end: End, right_hand: bool, more: int, here: int) -> Iterator[End]:
    """The end within a paragraph that is set with so many lines ``more``, so many of them ``here`` on its page, and ends here with a word; nothing where that
    can't be.
    """
    first = _first(flow, state, end)
    row = flow.pieces[end.state.index - 1]
    if first is None or not isinstance(row, Row) or not (more or row.hyphenated):
        return
    elastic = _elastic(flow, first)
    above = end.state.index - first + here
    below = elastic.lines + more - above
    if min(above, below) < LEAST_LINES or (more and not (elastic.can(more) and below <= MOST_BELOW * flow.height / flow.baseline)):
        return
    whole = 0 if more else above
    setting = elastic.setting(more, whole)
    if setting is not None and above in setting.hyphenated:
        whole = above
        setting = elastic.setting(more, whole)
    at = flow.pieces[first + above - 1]
    if setting is None or not isinstance(at, Row):
        return
    hyphen = (HYPHEN_TURN if right_hand else HYPHEN_FACING) if row.hyphenated else 0
    demerits = end.demerits - hyphen - row.cost + at.cost + setting.demerits
    reset = (*end.reset, Reset(first, more, whole))
    yield _lower(end, here)._replace(state=end.state._replace(index=first + above - more), demerits=demerits, reset=reset)


def _first(flow: Flow, state: State, end: End) -> int | None:
    """Where the paragraph begins that the end divides; None if it begins on a page before, is set otherwise as it is, or may not be."""
    place = bisect_right(flow.elastic, end.state.index - 1) - 1
    if place < 0 or flow.elastic[place] < state.index or end.slack.lines > NEAR or end.state.waiting or end.state.left:
        return None
    first = flow.elastic[place]
    after = first + _elastic(flow, first).lines
    if after <= end.state.index or any(one.index == first for one in end.reset):
        return None
    return None if any(isinstance(row, Row) and row.notes for row in flow.pieces[first:after]) else first


def _lower(end: End, more: int) -> End:
    """The end so many lines further down the page."""
    lines = end.slack.lines - end.beyond - more
    slack = end.slack._replace(lines=max(lines, -end.slack.smaller))
    return end._replace(slack=slack, beyond=slack.lines - lines, overfull=end.overfull and slack.lines > lines)


def _made(end: End, paragraphs: Sequence[tuple[int, Elastic]]) -> Iterator[End]:
    """An end as it is, and with paragraphs set longer or shorter."""
    if not end.beyond:
        yield end
    lines = end.slack.lines - end.beyond
    if lines < 0:
        shorter = _cheapest(end, paragraphs, -1)[:MOST_SHORTER]
        for count in range(max(end.beyond, 1), min(len(shorter), -lines) + 1):
            yield _with(end, shorter[:count], -1)
    elif lines > 0:
        longer = _cheapest(end, paragraphs, 1)[:MOST_LONGER]
        for count in range(1, min(len(longer), lines) + 1):
            yield _with(end, longer[:count], 1)


def _cheapest(end: End, paragraphs: Sequence[tuple[int, Elastic]], more: int) -> list[tuple[int, int]]:
    """(demerits, index) of the paragraphs that stand whole on the page and can be set so."""
    found: list[tuple[int, int]] = []
    for index, elastic in paragraphs:
        if index + elastic.lines > end.state.index or any(one.index == index for one in end.reset):
            break
        if elastic.can(more) and (setting := elastic.setting(more)) is not None:
            found.append((setting.demerits, index))
    return sorted(found)


def _with(end: End, chosen: Sequence[tuple[int, int]], more: int) -> End:
    demerits = end.demerits + sum(cost for cost, _ in chosen)
    made = _lower(end, more * len(chosen))
    return made._replace(demerits=demerits, reset=(*end.reset, *(Reset(index, more) for _, index in chosen)))


# ---------------------------------------------------------------- on the page


def reset(flow: Flow, placed: Sequence[PlacedRow], end: End, carried: Carried) -> tuple[list[PlacedRow], Carried]:
    """The rows of a page with some paragraphs set otherwise and what stands below these moved, and what is ``carried`` to the pages behind its end; likewise
    from the pages before.
    """
    instead = {id(flow.pieces[index]): row for index, row in carried.items()}
    firsts: dict[int, tuple[Sequence[Row], Sequence[Row]]] = {}
    left: Carried = {**carried}
    for index, more, whole in end.reset:
        elastic = _elastic(flow, index)
        setting = elastic.setting(more, whole)
        old = [row for row in flow.pieces[index : index + elastic.lines] if isinstance(row, Row)]
        assert setting is not None and len(old) == elastic.lines
        new = _dressed(setting.rows(), old)
        here = len(new)
        if end.state.index < index + len(old):
            here = end.state.index - index + more
            left |= {index + number - more: row for number, row in enumerate(new) if number >= here}
        firsts[id(old[0])] = new[:here], old
    return list(_moved(placed, instead, firsts, flow.baseline)), {index: row for index, row in left.items() if index >= end.state.index}


def _moved(
    placed: Sequence[PlacedRow], instead: dict[int, Row], firsts: dict[int, tuple[Sequence[Row], Sequence[Row]]], baseline: float
) -> Iterator[PlacedRow]:
    down, until = 0.0, 0
    for number, one in enumerate(placed):
        if number < until:
            continue
        found = firsts.get(id(one.row))
        if found is None:
            yield PlacedRow(one.y + down, instead.get(id(one.row), one.row), one.x)
            continue
        new, old = found
        until = number + len(old)
        y = one.y + down
        for row in new:
            yield PlacedRow(y, row)
            y += row.height
        down += (len(new) - len(old)) * baseline


def _dressed(new: Sequence[Row], old: Sequence[Row]) -> list[Row]:
    """Rows with what goes with the old ones: what stands beside them, and what begins where the first of them does."""
    rows = list(new)
    asides = tuple(aside for row in old[:-1] for aside in row.asides)
    rows[0] = replace(rows[0], asides=asides, begins=tuple(dict.fromkeys((*old[0].begins, *new[0].begins))), before=old[0].before)
    rows[-1] = replace(rows[-1], asides=(*(rows[-1].asides), *old[-1].asides))
    return rows

"""Paragraphs set otherwise than is best for their lines, where that mends the end of their page.

A page that would end early, or before the last two lines of a paragraph, may end well if one of the paragraphs that stand whole on it is set with a line
more or one fewer: as it begins and ends on the page, the rest of the chapter does not know of it. And a line that ends a page within a word may end with
the word in another setting of its paragraph that has as many lines.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from reportbuilder.layout.demerits import HYPHEN_FACING, HYPHEN_TURN, alone
from reportbuilder.layout.filling import fill
from reportbuilder.layout.rows import Elastic, Row
from reportbuilder.layout.trial import End, Flow, PlacedRow, Plan, Reset, State, Trial

WELL = 150
"""A page that ends with fewer demerits is left as it is."""
MOST_RESET = 2
"""Paragraphs set longer on one page."""
NEAR = 2
"""A page that ends more lines above its foot has other reasons."""

Carried = dict[int, Row]
"""By piece, the rows of a paragraph that go on on the next page in another setting."""


def more_ends(flow: Flow, state: State, right_hand: bool, plan: Plan, trial: Trial) -> list[End]:
    """The ends that a page gets by setting paragraphs otherwise, where it has no good one; ``trial`` is the page as it is."""
    ends = trial.ends
    if not ends or ends[-1].slack.lines > NEAR or min(end.demerits + alone(end.slack).demerits for end in ends) < WELL:
        return []
    paragraphs = _on_page(flow, state, ends[-1].state.index + 2)
    if not paragraphs:
        return []
    if any(elastic.can(-1) for _, elastic in paragraphs):
        ends = fill(flow, state, right_hand, plan, 1).ends
    near = [end for end in ends if end.slack.lines <= NEAR]
    return [made for end in near for whole in _whole(flow, state, end, right_hand) for made in _made(whole, paragraphs) if made.reset]


def _on_page(flow: Flow, state: State, last: int) -> list[tuple[int, Elastic]]:
    """The paragraphs that begin on the page, which ends before the piece ``last`` at the latest."""
    first = bisect_left(flow.elastic, state.index)
    return [(index, _elastic(flow, index)) for index in flow.elastic[first : bisect_left(flow.elastic, last, first)]]


def filled(flow: Flow, state: State, right_hand: bool, plan: Plan, end: End) -> Trial:
    """The page filled so far that it can end there."""
    return fill(flow, state, right_hand, plan, int(any(reset.more < 0 for reset in end.reset)))


def _elastic(flow: Flow, index: int) -> Elastic:
    row = flow.pieces[index]
    assert isinstance(row, Row) and row.elastic is not None
    return row.elastic


def _whole(flow: Flow, state: State, end: End, right_hand: bool) -> Iterator[End]:
    """An end as it is, and one that ends with a word instead of within it."""
    yield end
    last = end.state.index - 1
    row = flow.pieces[last]
    if end.slack.lines > NEAR or not (isinstance(row, Row) and row.hyphenated):
        return
    first = flow.elastic[bisect_right(flow.elastic, last) - 1]
    if first < state.index or first > last:
        return
    elastic = _elastic(flow, first)
    rows = flow.pieces[first : first + elastic.lines]
    if first + elastic.lines <= last or any(isinstance(one, Row) and one.notes for one in rows):
        return
    setting = elastic.setting(0, last - first + 1)
    if setting is not None:
        demerits = end.demerits - (HYPHEN_TURN if right_hand else HYPHEN_FACING) + setting.demerits
        yield end._replace(demerits=demerits, reset=(Reset(first, 0, last - first + 1),))


def _made(end: End, paragraphs: Sequence[tuple[int, Elastic]]) -> Iterator[End]:
    """An end as it is, and with paragraphs set longer or shorter."""
    if not end.beyond:
        yield end
    lines = end.slack.lines - end.beyond
    if lines < 0:
        shorter = _cheapest(end, paragraphs, -1)[:1]
        if shorter and end.beyond <= 1:
            yield _with(end, shorter, -1)
    elif lines > 0:
        longer = _cheapest(end, paragraphs, 1)[:MOST_RESET]
        for count in range(1, min(len(longer), lines) + 1):
            yield _with(end, longer[:count], 1)


def _cheapest(end: End, paragraphs: Sequence[tuple[int, Elastic]], more: int) -> list[tuple[int, int]]:
    """(demerits, index) of the paragraphs that stand whole on the page and can be set so."""
    found: list[tuple[int, int]] = []
    for index, elastic in paragraphs:
        if index + elastic.lines > end.state.index:
            break
        if elastic.can(more) and (setting := elastic.setting(more)) is not None:
            found.append((setting.demerits, index))
    return sorted(found)


def _with(end: End, chosen: Sequence[tuple[int, int]], more: int) -> End:
    slack = end.slack._replace(lines=max(end.slack.lines - end.beyond - more * len(chosen), -end.slack.smaller))
    demerits = end.demerits + sum(cost for cost, _ in chosen)
    return end._replace(slack=slack, demerits=demerits, overfull=False, beyond=0, reset=(*end.reset, *(Reset(index, more) for _, index in chosen)))


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
        if more:
            firsts[id(old[0])] = setting.rows(), old
        else:
            same = [_dressed(new, (row,)) for new, row in zip(setting.rows(), old, strict=True)]
            instead |= {id(row): new for row, new in zip(old, same)}
            left |= {index + number: new for number, new in enumerate(same)}
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
        for place, row in enumerate(new):
            yield PlacedRow(y, row if place else _dressed(row, old))
            y += row.height
        down += (len(new) - len(old)) * baseline


def _dressed(new: Row, old: Sequence[Row]) -> Row:
    """A row with what goes with the old ones beside them, and begins where the first of them does."""
    asides = tuple(aside for row in old for aside in row.asides)
    return replace(new, asides=asides, begins=tuple(dict.fromkeys((*old[0].begins, *new.begins))), before=old[0].before)

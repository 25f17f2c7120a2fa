"""The best page breaks of a whole chapter: a search over the ends of its pages, two facing ones weighed together.

Forward, page after page, with the cheapest ways to reach each state; of these only the best few live on. In a long chapter the first pages are
decided when the search is far enough ahead, so that its work and its memory grow with the pages alone.
"""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from reportbuilder.layout.demerits import A_PAGE, FIGURES_ALONE, ONLY_FIGURES, Slack, alone, facing, last_demerits
from reportbuilder.layout.elastic import WELL, going_on, more_ends
from reportbuilder.layout.filling import fill
from reportbuilder.layout.rows import Barrier, Block, Piece, Row
from reportbuilder.layout.trial import INLINE, End, Flow, Plan, State

WIDTH = 8
"""So many ways to reach the end of a page live on."""
RANGE = 12_000
"""And none that has so many demerits more than the best."""
ELASTIC_RANGE = 1_200
"""Paragraphs are set longer or shorter only on ways that have no more demerits beyond the best than this."""
AHEAD = 24
"""So many pages the search is ahead, at least, when a page is decided."""
NEAR = 2
"""So many of the next figures may stand elsewhere than at their call."""


class Page(NamedTuple):
    """One page as chosen: what it began with, its plan, its end, and how many lines early it ends, with its spaces changed."""

    state: State
    right_hand: bool
    plan: Plan
    end: End
    short: int
    stretch: int


class _Node(NamedTuple):
    """The best way so far to a state. ``left``: the slack of a left-hand page whose facing one is still to come, in the demerits as if alone."""

    demerits: int
    state: State
    left: Slack | None
    parent: "_Node | None"
    plan: Plan
    end: End | None
    slack: Slack
    right_hand: bool
    last: bool


def flow_of(pieces: list[Piece], notes: dict[int, tuple[Row, ...]], height: float, baseline: float) -> Flow:
    """Pieces with what the search asks of them again and again."""
    blocks = tuple(index for index, piece in enumerate(pieces) if isinstance(piece, Block))
    barriers = tuple(index for index, piece in enumerate(pieces) if isinstance(piece, Barrier))
    heights = (0.0 if isinstance(piece, Barrier) else piece.height + piece.before for piece in pieces)
    elastic = tuple(index for index, piece in enumerate(pieces) if piece.__class__ is Row and piece.elastic is not None)
    depths = tuple(accumulate(heights, initial=0.0))
    return Flow(pieces, notes, height, baseline, blocks, barriers, depths, _plain(pieces, baseline), _columns(pieces), elastic)


def _columns(pieces: list[Piece]) -> dict[int, int]:
    """For each row in columns the index behind the last one of these."""
    ends: dict[int, int] = {}
    for index in range(len(pieces) - 1, -1, -1):
        row = pieces[index]
        if isinstance(row, Row) and row.columns is not None:
            after = pieces[index + 1] if index + 1 < len(pieces) else None
            ends[index] = ends[index + 1] if isinstance(after, Row) and after.columns is row.columns else index + 1
    return ends


def _plain(pieces: list[Piece], baseline: float) -> tuple[int, ...]:
    """How many lines of text on the grid, without notes, begin with each piece."""
    counts = [0] * (len(pieces) + 1)
    for index in range(len(pieces) - 1, -1, -1):
        row = pieces[index]
        if isinstance(row, Row) and row.grid and row.height == baseline and not (row.before or row.notes or row.repeat or row.after or row.columns):
            counts[index] = counts[index + 1] + 1
    return tuple(counts)


def best_pages(flow: Flow, start: State, right_hand: bool) -> Iterator[Page]:
    """The pages from ``start`` on, the first a right-hand one or not."""
    if _done(flow, start):
        return
    active = [_Node(0, start, None, None, INLINE, None, Slack(0, 0, 0, False), not right_hand, False)]
    done: _Node | None = None
    decided, pages = 0, 0
    while active:
        pages += 1
        made = _next_page(flow, active, right_hand)
        finished = [node for node in made if node.last]
        done = min(finished, key=_demerits, default=done) if done is None else min([done, *finished], key=_demerits)
        active = _cheapest([node for node in made if not node.last and (done is None or node.demerits < done.demerits)])
        right_hand = not right_hand
        if done is None and pages - decided >= 2 * AHEAD and not right_hand:
            chosen = _path(active[0])[decided : pages - AHEAD]
            if not chosen[-1].right_hand:
                chosen.pop()
            active = [node for node in active if _at(node, pages - decided - len(chosen)) is chosen[-1]]
            decided += len(chosen)
            yield from _settled(chosen)
    assert done is not None
    yield from _settled(_path(done)[decided:])


def _demerits(node: _Node) -> int:
    return node.demerits


def _done(flow: Flow, state: State) -> bool:
    return state.index == len(flow.pieces) and not state.waiting and not state.left and state.facing < 0


def _next_page(flow: Flow, active: list[_Node], right_hand: bool) -> list[_Node]:
    """All ways to go on by one page, the best for each state and slack."""
    best: dict[tuple[State, Slack | None, bool], _Node] = {}
    worth = active[0].demerits + ELASTIC_RANGE if flow.elastic else -1
    _reach(best, flow, active, right_hand, worth)
    if flow.elastic and min(map(_demerits, best.values())) > active[0].demerits + A_PAGE + WELL:
        others = _others(flow, active, not right_hand, worth)
        if others:
            _reach(best, flow, others, right_hand, worth)
    return list(best.values())


def _others(flow: Flow, active: list[_Node], right_hand: bool, worth: int) -> list[_Node]:
    """The same ways, but with the paragraph that goes on from their last page set longer or shorter behind its end."""
    known = {(node.state, node.left): node.demerits for node in active}
    found: dict[tuple[State, Slack | None], _Node] = {}
    for node in active:
        if node.parent is None or node.end is None or node.demerits > worth:
            continue
        for end in going_on(flow, node.parent.state, node.end, right_hand):
            demerits = node.demerits + end.demerits - node.end.demerits
            key = end.state, node.left
            if demerits <= worth and demerits < known.get(key, worth + 1):
                known[key] = demerits
                found[key] = node._replace(demerits=demerits, state=end.state, end=end)
    return sorted(found.values(), key=_demerits)


def _reach(best: dict[tuple[State, Slack | None, bool], _Node], flow: Flow, active: list[_Node], right_hand: bool, worth: int) -> None:
    """Find the ways that go on from these by one page."""
    groups: dict[State, list[_Node]] = {}
    for node in active:
        groups.setdefault(node.state, []).append(node)
    for state, nodes in groups.items():
        for plan in _plans(flow, state, right_hand):
            trial = fill(flow, state, right_hand, plan)
            page = A_PAGE + (FIGURES_ALONE if trial.ends and trial.ends[-1].state.index == state.index else 0)
            for end in (*trial.ends, *(more_ends(flow, state, right_hand, plan, trial) if nodes[0].demerits <= worth else ())):
                last = _done(flow, end.state)
                kept = None if right_hand or last else end.slack
                key = end.state, kept, last
                for node in nodes:
                    demerits = node.demerits + page + end.demerits
                    if last:
                        demerits += last_demerits(end.y / flow.baseline, flow.height / flow.baseline)
                        demerits += ONLY_FIGURES if state.index == len(flow.pieces) and (state.waiting or state.facing >= 0) else 0
                    elif right_hand and node.left is not None:
                        demerits += facing(node.left, end.slack)[0] - alone(node.left).demerits
                    else:
                        demerits += alone(end.slack).demerits
                    found = best.get(key)
                    if found is None or demerits < found.demerits:
                        best[key] = _Node(demerits, end.state, kept, node, plan, end, end.slack, right_hand, last)


def _cheapest(nodes: list[_Node]) -> list[_Node]:
    """The few best. Those that leave the same state by other slacks count as one."""
    nodes.sort(key=_demerits)
    kept: list[_Node] = []
    states: set[State] = set()
    for node in nodes:
        if node.demerits > nodes[0].demerits + RANGE:
            break
        if node.state in states or len(states) < WIDTH:
            states.add(node.state)
            kept.append(node)
    return kept


def _plans(flow: Flow, state: State, right_hand: bool) -> Iterator[Plan]:
    """Where the next figures may stand."""
    yield INLINE
    near = _near(flow, state)
    if not near or state.waiting or state.facing >= 0 or state.left:
        return
    for tops in range(len(near) + 1):
        top = near[:tops]
        if tops:
            yield Plan(top)
        if tops < len(near):
            yield Plan(top, foot=near[tops])
            if not right_hand or not tops:
                yield Plan(top, off=near[tops])


def _near(flow: Flow, state: State) -> tuple[int, ...]:
    """The next figures within a page and within the section."""
    first = bisect_left(flow.blocks, state.index)
    near: list[int] = []
    for index in flow.blocks[first : first + NEAR + len(state.ahead)]:
        if flow.depths[index] - flow.depths[state.index] > flow.height:
            break
        barrier = bisect_left(flow.barriers, state.index)
        if barrier < len(flow.barriers) and flow.barriers[barrier] < index:
            break
        if index not in state.ahead:
            near.append(index)
    return tuple(near[:NEAR])


def _path(node: _Node) -> list[_Node]:
    """The nodes from the first page on."""
    path: list[_Node] = []
    while node.parent is not None:
        path.append(node)
        node = node.parent
    return path[::-1]


def _at(node: _Node, back: int) -> _Node:
    for _ in range(back):
        assert node.parent is not None
        node = node.parent
    return node


def _settled(path: list[_Node]) -> Iterator[Page]:
    """The feet of these pages, facing ones together."""
    number = 0
    while number < len(path):
        node = path[number]
        other = path[number + 1] if number + 1 < len(path) else None
        if not node.right_hand and other is not None and not other.last and not node.last:
            _, *feet = facing(node.slack, other.slack)
            yield _page(node, feet[0].short, feet[0].stretch)
            yield _page(other, feet[1].short, feet[1].stretch)
            number += 2
            continue
        foot = alone(node.slack)
        shrunk = min(0, node.slack.lines)
        yield _page(node, 0, shrunk) if node.last else _page(node, foot.short, foot.stretch)
        number += 1


def _page(node: _Node, short: int, stretch: int) -> Page:
    assert node.parent is not None and node.end is not None
    return Page(node.parent.state, node.right_hand, node.plan, node.end, short, stretch)

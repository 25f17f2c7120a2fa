"""Ring charts: parts of a whole, each with a leader to its label at the nearer side."""

from collections.abc import Sequence
from math import cos, pi, sin
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.layout.lines import set_lines
from reportbuilder.layout.paths import polyline, ring_part
from reportbuilder.layout.rows import Line
from reportbuilder.model.nodes import Point
from reportbuilder.style.sheet import TextStyle

if TYPE_CHECKING:
    from reportbuilder.layout.charts import Sketch

LEADER = 10.0
"""Points that a leader goes straight on at both of its ends."""
EDGE = 1.5
"""From the ring to its leaders."""
PART_GAP = 0.6
HAIRLINE = 0.5


class _Tag(Struct):
    """A label with its number above; ``turn`` is the middle of its part, ``top`` where it stands, from the middle of the ring."""

    point: Point
    turn: float
    value: list[Line]
    label: list[Line]
    value_style: TextStyle
    label_style: TextStyle
    top: float = 0.0

    @property
    def height(self) -> float:
        return len(self.value) * self.value_style.leading + len(self.label) * self.label_style.leading


def ring(sketch: "Sketch") -> float:
    """Draw a ring chart; gives its height in whole lines. Parts go clockwise from the top."""
    style, points = sketch.style, sketch.chart.points
    total = sum(point.value for point in points)
    radius = _radius(sketch)
    side = sketch.width / 2 - radius - 2 * LEADER
    tags, turn = [], 0.0
    for point in points:
        share = point.value / total if total > 0 else 0.0
        tags.append(_tag(sketch, point, turn + share / 2, side))
        turn += share
    right, left = [tag for tag in tags if tag.turn < 0.5], [tag for tag in reversed(tags) if tag.turn >= 0.5]
    height = sketch.on_grid(max(2 * radius, _stack(right, radius, style.gap), _stack(left, radius, style.gap)))
    middle = (sketch.width / 2, height / 2)
    _parts(sketch, tags, total, middle, radius)
    for tag in tags:
        _leader(sketch, tag, middle, radius)
        _write(sketch, tag, middle, radius, side)
    return height


def _radius(sketch: "Sketch") -> float:
    """As the sheet has it, or smaller, to half of that, if the words at its sides need the room."""
    words = (sketch.widest(content, sketch.look(name, p)) for p in sketch.chart.points for content, name in ((p.label, "chart-label"), (p.shown, "chart-value")))
    room = sketch.width / 2 - 2 * LEADER - max(words)
    return max(min(sketch.style.diameter / 2, room), min(sketch.style.diameter, sketch.width / 2) / 4)


def _tag(sketch: "Sketch", point: Point, turn: float, side: float) -> _Tag:
    value_style, label_style = (
        replace(sketch.look(name, point), align="left" if turn < 0.5 else "right") for name in ("chart-value", "chart-label")
    )
    value, label = set_lines(point.shown, value_style, side, sketch.config), set_lines(point.label, label_style, side, sketch.config)
    return _Tag(point, turn, value, label, value_style, label_style)


def _stack(tags: Sequence[_Tag], radius: float, gap: float) -> float:
    """Place the tags of a side near their parts without overlap; gives the height that they need, round the middle."""
    bottom = -float("inf")
    for tag in tags:
        tag.top = max(-cos(2 * pi * tag.turn) * (radius + EDGE) - tag.value_style.leading / 2, bottom + gap)
        bottom = tag.top + tag.height
    limit = max(radius, (sum(tag.height for tag in tags) + gap * (len(tags) - 1)) / 2)
    for tag in reversed(tags):
        tag.top = min(tag.top, limit - tag.height)
        limit = tag.top - gap
    return 2 * max((max(-tag.top, tag.top + tag.height) for tag in tags), default=0.0)


def _parts(sketch: "Sketch", tags: list[_Tag], total: float, middle: tuple[float, float], radius: float) -> None:
    """If one part is highlighted the others share one ink; else they take those of the sheet in turn."""
    style = sketch.style
    chosen = any(tag.point.highlight for tag in tags)
    gap = PART_GAP if sum(tag.point.value > 0 for tag in tags) > 1 else 0.0
    for number, tag in enumerate(tags):
        share = tag.point.value / total if total > 0 else 0.0
        if share > 0:
            ink = sketch.ink(tag.point) if chosen or not style.slices else style.slices[number % len(style.slices)]
            sketch.fill(ring_part(*middle, radius, radius * style.hole, tag.turn - share / 2, tag.turn + share / 2, gap), ink)


def _leader(sketch: "Sketch", tag: _Tag, middle: tuple[float, float], radius: float) -> None:
    x, y = middle
    across, down = sin(2 * pi * tag.turn), -cos(2 * pi * tag.turn)
    towards = 1 if tag.turn < 0.5 else -1
    level = y + tag.top + tag.value_style.leading / 2
    points = [(x + across * (radius + EDGE), y + down * (radius + EDGE)), (x + towards * (radius + LEADER), level)]
    sketch.stroke(polyline([*points, (x + towards * (radius + 2 * LEADER - 3.0), level)]), sketch.style.axis, HAIRLINE)


def _write(sketch: "Sketch", tag: _Tag, middle: tuple[float, float], radius: float, side: float) -> None:
    """The label stands below its number but is read before it."""
    x = middle[0] + radius + 2 * LEADER if tag.turn < 0.5 else middle[0] - radius - 2 * LEADER - side
    top = middle[1] + tag.top
    sketch.write(tag.label, tag.label_style, x, top + len(tag.value) * tag.value_style.leading)
    sketch.write(tag.value, tag.value_style, x, top)

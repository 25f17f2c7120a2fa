"""Charts: numbers shown as lengths, heights, a line or parts of a ring; see `nodes`."""

from dataclasses import dataclass
from typing import Literal

from reportbuilder.diag.span import Span
from reportbuilder.model.inlines import Inlines

ChartKind = Literal["bar", "column", "line", "donut"]
ChartWidth = Literal["column", "wide"]


@dataclass(frozen=True, slots=True)
class Point:
    """One number of a chart: what it counts (``label``), how the number is written (``shown``), and the number itself."""

    label: Inlines
    shown: Inlines
    value: float
    highlight: bool
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class Chart:
    """``alt`` says the message. With a ``number`` (“Figuur” 3), set by `resolve`, it counts among the figures."""

    chart: ChartKind
    width: ChartWidth
    title: Inlines
    unit: Inlines
    points: tuple[Point, ...]
    source: Inlines
    alt: str
    span: Span
    label: str = ""
    kind: str = ""
    number: int = 0
    id: int = 0

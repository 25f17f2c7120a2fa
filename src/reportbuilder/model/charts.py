"""Charts: numbers shown as lengths, heights, a line or parts of a ring; see `nodes`."""

from typing import Literal

from msgspec import Struct

from reportbuilder.diag.span import Span
from reportbuilder.model.inlines import Inlines

ChartKind = Literal["bar", "column", "line", "donut"]
ChartWidth = Literal["column", "wide"]


class Point(Struct, frozen=True):
    """One number of a chart: what it counts (``label``), how the number is written (``shown``), and the number itself."""

    label: Inlines
    shown: Inlines
    value: float
    highlight: bool
    span: Span
    id: int = 0


class Chart(Struct, frozen=True):
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

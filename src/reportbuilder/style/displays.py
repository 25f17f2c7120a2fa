"""How blocks that are drawn look: measures, proportions and inks by name; all that is text has a text style."""

from msgspec import Struct


class ChartStyle(Struct, frozen=True):
    """``ink`` fills what is not highlighted; ``slices`` fill the parts of a ring in turn; ``bar`` is the thickness of a bar, ``column`` the part
    of its place that a column fills, ``height`` that of columns and lines, ``diameter`` that of a ring and ``hole`` the part of it that is empty;
    ``labels`` is the most that the labels beside bars take of the width.
    """

    ink: str = "accent2"
    highlight: str = "accent"
    axis: str = "rule"
    slices: tuple[str, ...] = ("accent2", "accent", "muted", "rule")
    bar: float = 8.0
    column: float = 0.6
    height: float = 112.0
    diameter: float = 112.0
    hole: float = 0.6
    line: float = 1.8
    dot: float = 5.0
    labels: float = 0.4
    gap: float = 6.0


class NumbersStyle(Struct, frozen=True):
    """The figures of the year: the ``ground`` of their pages ("" for none), what stands in a row, the ``rule`` above each figure, the space
    between columns (``gutter``) and the least between rows (``gap``), and how many times larger than in the text ``charts`` are.
    """

    ground: str = "paper"
    rule: str = "accent"
    thickness: float = 0.75
    per_row: float = 3.0
    gutter: float = 17.0
    gap: float = 28.0
    inset: float = 8.0
    charts: float = 1.0


class TimelineStyle(Struct, frozen=True):
    """The column of dates, the line between it and the text, with a dot at each date, and the space between two events."""

    date: float = 76.0
    gutter: float = 24.0
    line: str = "rule"
    thickness: float = 0.75
    dot: float = 6.0
    ink: str = "accent"
    gap: float = 7.0


class PeopleStyle(Struct, frozen=True):
    """People side by side, ``per_row`` in the text column: the diameter of portraits, the ground of initials, the space around a person."""

    portrait: float = 62.0
    ground: str = "tint"
    per_row: float = 3.0
    gutter: float = 17.0
    gap: float = 14.0
    inset: float = 6.0


class LogosStyle(Struct, frozen=True):
    """Each logo takes as much surface as a square of side ``size``, so that all weigh the same, but is no wider than ``width``."""

    size: float = 48.0
    width: float = 130.0
    gap: float = 28.0


class ClusterStyle(Struct, frozen=True):
    """The space between pictures, and the most of the height of a page's text that they take together."""

    gap: float = 6.0
    height: float = 0.5


class Displays(Struct, frozen=True):
    """All of them; the sheet may change any measure."""

    charts: ChartStyle = ChartStyle()
    numbers: NumbersStyle = NumbersStyle()
    timeline: TimelineStyle = TimelineStyle()
    people: PeopleStyle = PeopleStyle()
    logos: LogosStyle = LogosStyle()
    cluster: ClusterStyle = ClusterStyle()

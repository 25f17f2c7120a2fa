"""Timelines: a date, a dot on a line, and at its right what happened."""

from dataclasses import replace

from reportbuilder.layout.config import Config
from reportbuilder.layout.lines import set_lines
from reportbuilder.layout.page import Item, Shape
from reportbuilder.layout.paths import circle
from reportbuilder.layout.rows import Frame, Piece, Row
from reportbuilder.layout.strips import baseline_in, begun_on, notes_on, stacked
from reportbuilder.model.nodes import Event
from reportbuilder.style.displays import TimelineStyle


def timeline_frame(left: float, config: Config) -> Frame:
    """The line behind all events, in the middle of the gutter."""
    style = config.sheet.displays.timeline
    return Frame(style.line, style.thickness, left + style.date + style.gutter / 2 - style.thickness / 2)


def text_left(config: Config) -> float:
    """How far in the text of events begins."""
    style = config.sheet.displays.timeline
    return style.date + style.gutter


def event_rows(event: Event, pieces: list[Piece], left: float, first: bool, frame: Frame, config: Config) -> list[Piece]:
    """The rows of an event from those of its text: the date stands level with its first line."""
    style, date_style = config.sheet.displays.timeline, config.sheet.style("timeline-date")
    lines = set_lines(event.date, date_style, style.date, config)
    rows = [piece for piece in pieces if isinstance(piece, Row)] or [Row(config.sheet.style("timeline").leading)]
    shift = baseline_in(config.sheet.style("timeline"), config) - baseline_in(date_style, config)
    marks = (*stacked(lines, date_style, left, shift, config), _dot(left, style, config))
    rows[0] = replace(
        rows[0],
        marks=(*marks, *rows[0].marks),
        before=config.sheet.page.baseline if first else style.gap,
        notes=(*notes_on(lines), *rows[0].notes),
        begins=(event.id, *begun_on(lines), *rows[0].begins),
    )
    missing = shift + len(lines) * date_style.leading - sum(row.height for row in rows)
    if missing > 0:
        rows[-1] = replace(rows[-1], keep=True)
        rows.append(Row(missing))
    return [replace(row, frame=frame) for row in rows]


def _dot(left: float, style: TimelineStyle, config: Config) -> Item:
    """Level with the capitals of the first line."""
    look = config.sheet.style("timeline")
    return Shape(0.0, 0.0, circle(left + style.date + style.gutter / 2, look.leading / 2, style.dot / 2), fill=style.ink)

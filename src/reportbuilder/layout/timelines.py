"""Timelines: a date, a dot on a line, and at its right what happened."""

from msgspec.structs import replace

from reportbuilder.layout.config import Config
from reportbuilder.layout.lines import set_lines
from reportbuilder.layout.page import Item, Shape
from reportbuilder.layout.paths import circle
from reportbuilder.layout.rows import Frame, Piece, Row
from reportbuilder.layout.strips import baseline_in, placed
from reportbuilder.model.nodes import Event, Timeline
from reportbuilder.style.displays import TimelineStyle


def timeline_frame(block: Timeline, left: float, config: Config) -> Frame:
    """The line behind all events, in the middle of the gutter, from the first dot to the last."""
    style = config.sheet.displays.timeline
    x = left + style.date + style.gutter / 2 - style.thickness / 2
    return Frame(style.line, style.thickness, x, block.events[0].id, block.events[-1].id, config.sheet.style("timeline").leading / 2)


def text_left(config: Config) -> float:
    """How far in the text of events begins."""
    style = config.sheet.displays.timeline
    return style.date + style.gutter


def event_rows(event: Event, pieces: list[Piece], left: float, first: bool, frame: Frame, config: Config) -> list[Row]:
    """The rows of an event from those of its text: each line of the date stands level with a line of the text, and no page ends within it."""
    style, date_style, text_style = config.sheet.displays.timeline, config.sheet.style("timeline-date"), config.sheet.style("timeline")
    lines = set_lines(event.date, date_style, style.date, config)
    rows = [piece for piece in pieces if isinstance(piece, Row)]
    rows += [Row(text_style.leading) for _ in range(max(1, len(lines)) - len(rows))]
    for number, line in enumerate(lines):
        row = rows[number]
        marks = placed(line, left, baseline_in(text_style, config))
        notes, begins = (*line.notes, *row.notes), (*line.begins, *row.begins)
        rows[number] = replace(row, marks=(*marks, *row.marks), notes=notes, begins=begins, keep=row.keep or number < len(lines) - 1)
    before = config.sheet.page.baseline if first else style.gap
    rows[0] = replace(rows[0], marks=(_dot(left, style, config), *rows[0].marks), before=before, begins=(event.id, *rows[0].begins))
    framed = 1 if event.id == frame.last else len(rows)
    return [replace(row, frame=frame) if number < framed else row for number, row in enumerate(rows)]


def _dot(left: float, style: TimelineStyle, config: Config) -> Item:
    """Level with the capitals of the first line."""
    look = config.sheet.style("timeline")
    return Shape(0.0, 0.0, circle(left + style.date + style.gutter / 2, look.leading / 2, style.dot / 2), fill=style.ink)

"""The notes of a part as rows for the foot of the page."""

from msgspec.structs import replace

from reportbuilder.layout.config import Config
from reportbuilder.layout.lines import set_lines
from reportbuilder.layout.page import Area, Item
from reportbuilder.layout.rows import Row
from reportbuilder.layout.strips import MARK_GAP, baseline_in, grid_baseline, mark, placed
from reportbuilder.model.nodes import Note

BETWEEN = 2.0
"""Space between two notes."""


def note_rows(notes: tuple[Note, ...], width: float, config: Config) -> dict[int, tuple[Row, ...]]:
    """For each note's id its lines, number hanging, all as far in as the widest number needs; of a divided note at least two lines stand on
    each page. ``after`` of a line tells how far it must pass the foot of the page so that its baseline stands on the grid.
    """
    style, mark_style = config.sheet.style("note"), config.sheet.style("note-mark")
    face = config.faces.face(mark_style.face)
    widest = max((face.shape(str(note.number), ("lnum",)).width for note in notes), default=0.0) * mark_style.size / 1000
    hang = style.indent if widest <= style.indent else widest + MARK_GAP
    return {note.id: _rows(note, hang, width, config) for note in notes}


def _rows(note: Note, hang: float, width: float, config: Config) -> tuple[Row, ...]:
    style, mark_style = config.sheet.style("note"), config.sheet.style("note-mark")
    lines = set_lines(note.content, replace(style, first_indent=0.0), width - hang, config)
    baseline = baseline_in(style, config)
    hanging = (style.leading - baseline) - (config.sheet.page.baseline - grid_baseline(config))
    rows: list[Row] = []
    for number, line in enumerate(lines):
        marks: list[Item] = []
        if number == 0:
            mark_face = config.faces.face(mark_style.face)
            label = mark_face.shape(str(note.number), ("lnum",))
            size = mark_style.size
            marks += mark(str(note.number), mark_style, mark_style.ink, baseline, 0.0, note.id, config, ("lnum",))
            marks.append(Area(0.0, 0.0, max(label.width * size / 1000, 6.0), style.leading, note.mark, note.id))
        marks += placed(line, hang, baseline)
        keep = number == 0 or number == len(lines) - 2
        begins = (note.id,) if number == 0 else ()
        keep = keep and number < len(lines) - 1
        rows.append(Row(style.leading, tuple(marks), keep=keep, begins=begins, hyphenated=line.hyphenated, after=hanging))
    if rows:
        rows[-1] = replace(rows[-1], height=style.leading + BETWEEN, after=hanging + BETWEEN)
    return tuple(rows)

"""Lines put into strips: where the baseline stands in a line's height, and marks moved into place."""

from collections.abc import Iterable
from math import ceil, inf

from msgspec.structs import replace

from reportbuilder.layout.config import Config
from reportbuilder.layout.lines import break_lines, with_space
from reportbuilder.layout.looks import Stretch, base_look
from reportbuilder.layout.page import Area, Item, Rule, Run
from reportbuilder.layout.rows import Line, Row
from reportbuilder.layout.words import pieces_of
from reportbuilder.style.sheet import TextStyle

MARK_GAP = 2.0
"""The least space between the mark of a list item or note and its text."""
MOST_WIDE = 500.0
"""Points; no mark takes as many."""
LEAST_BELOW = 0.65
"""The least space, in lines, below a figure or another strip."""


def baseline_in(style: TextStyle, config: Config) -> float:
    """How far below the top of its line the baseline of a style stands: capitals are centred in the leading."""
    return style.leading / 2 + config.faces.face(style.face).cap_height * style.size / 2000


def grid_baseline(config: Config) -> float:
    """How far below the top of a line of the grid its baseline stands: that of body text."""
    style = config.sheet.style("body")
    return baseline_in(replace(style, leading=config.sheet.page.baseline), config)


def below_grid(style: TextStyle, config: Config) -> float:
    """How far down text of a style is moved so that its first line stands on the grid."""
    return grid_baseline(config) - baseline_in(style, config)


def closed(content: float, config: Config) -> float:
    """The height of a strip that ends on the grid, with about a line of space below its content."""
    baseline = config.sheet.page.baseline
    return ceil(content / baseline + LEAST_BELOW) * baseline


def placed(line: Line, left: float, baseline: float) -> tuple[Item, ...]:
    """The marks of a line: ``left`` from the anchor, ``baseline`` below the top of the strip."""
    words = tuple(Run(left + w.x, baseline + w.y, w.face, w.size, w.ink, w.pieces, w.gap, w.node, w.tracking, w.scale) for w in line.words)
    if not line.spots:
        return words
    return words + tuple(Area(left + s.x, baseline + s.y, s.width, s.height, s.target, s.node) for s in line.spots)


def mark(text: str, style: TextStyle, ink: str, y: float, x: float, node: int, config: Config, features: tuple[str, ...] = ()) -> tuple[Run, ...]:
    """What stands before a text, such as the number of a note, with its baseline at y; it begins at x. A space behind it parts it from the text."""
    face = config.faces.face(style.face)
    if not config.sheet.page.from_right:
        return (Run(x, y, face, style.size, ink, (face.shape(text, features), face.shape(" ")), 0.0, node),)
    plain = replace(style, ink=ink, features=features, tracking=0.0, align="left", hyphenate=False)
    (line,) = break_lines([Stretch(text, base_look(plain), node)], plain, MOST_WIDE, config)
    words = with_space(line).words
    return tuple(replace(run, x=x + run.x, y=y + run.y) for run in words)


def natural_width(text: list[Stretch], config: Config) -> float:
    """Points that the text takes on one line."""
    return sum(part.width for part in pieces_of(text, config, False, inf).parts)


def widest_word(text: list[Stretch], config: Config) -> float:
    """Points that the widest word of the text takes, with half a point of air."""
    word = widest = 0.0
    for part in pieces_of(text, config, False, inf).parts:
        word = 0.0 if part.is_space else word + part.width
        widest = max(widest, word)
    return widest + 0.5


def fitted(style: TextStyle, natural: float, width: float, least: float = 0.5) -> TextStyle:
    """The style, made smaller if text of that natural width would not fit, but not below ``least`` of its size."""
    if natural <= width:
        return style
    scale = max(least, width / natural * 0.999)
    return replace(style, size=style.size * scale, leading=style.leading * scale)


def stacked(lines: Iterable[Line], style: TextStyle, left: float, top: float, config: Config) -> tuple[Item, ...]:
    """Lines of one style under each other, from ``top`` of the strip."""
    baseline = top + baseline_in(style, config)
    marks: list[Item] = []
    for number, line in enumerate(lines):
        marks += placed(line, left, baseline + number * style.leading)
    return tuple(marks)


def notes_on(lines: Iterable[Line]) -> tuple[int, ...]:
    """The notes first called on these lines."""
    return tuple(note for line in lines for note in line.notes)


def begun_on(lines: Iterable[Line]) -> tuple[int, ...]:
    """The marks of notes that stand on these lines."""
    return tuple(mark for line in lines for mark in line.begins)


def lowered(marks: Iterable[Item], by: float) -> tuple[Item, ...]:
    """The marks moved down."""
    return tuple(replace(m, y=m.y + by, y2=m.y2 + by) if isinstance(m, Rule) else replace(m, y=m.y + by) for m in marks)


def decorative(row: Row) -> Row:
    """The same row without meaning, for a page that repeats it."""
    marks = tuple(replace(m, node=0) if isinstance(m, Run) else m for m in row.marks if not isinstance(m, Area))
    return replace(row, marks=marks, notes=(), begins=())

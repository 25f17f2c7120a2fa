"""The contents: chapters and sections with their page numbers at the right."""

from itertools import cycle

from msgspec.structs import replace

from reportbuilder.assets.pictures import Job
from reportbuilder.layout.blocks import Column, heading_rows
from reportbuilder.layout.config import Config
from reportbuilder.layout.frames import CAP_INSET, contents_drawings
from reportbuilder.layout.lines import break_lines, with_space
from reportbuilder.layout.looks import Stretch, base_look, stretches
from reportbuilder.layout.page import Area, Image, Item
from reportbuilder.layout.rows import Piece, Row
from reportbuilder.layout.strips import baseline_in, begun_on, fitted, mark, natural_width, stacked
from reportbuilder.model.nodes import Contents, ContentsEntry


def contents_rows(contents: Contents, config: Config) -> list[Piece]:
    """Heading and one strip an entry; an entry of a chapter stays with the next."""
    column = Column(0.0, config.sheet.page.text_width)
    rows: list[Piece] = list(heading_rows(contents.title, column, config))
    drawings = cycle([_drawing(job) for _, job in contents_drawings(config.sheet, config.infos)] or [()])
    for number, entry in enumerate(contents.entries):
        last = number == len(contents.entries) - 1
        row = _entry(entry, column.width, config, keep=entry.level == 1 and not last and contents.entries[number + 1].level > 1)
        rows.append(replace(row, asides=next(drawings)) if entry.number else row)
    return rows


def _drawing(job: Job) -> tuple[Row, ...]:
    """The drawing of a chapter for the side column, level with the capitals of its title."""
    return (Row(CAP_INSET + job.height, (Image(0.0, CAP_INSET, job.width, job.height, job, 0),), anchor="side"),)


def _entry(entry: ContentsEntry, width: float, config: Config, keep: bool) -> Row:
    style, details = config.sheet.style(f"contents{entry.level}"), config.sheet.details
    left = details.contents_number
    linked = [_as_link(s) for s in stretches(entry.content, style, config.pages)]
    lines = break_lines(linked, replace(style, align="left"), width - left - details.contents_page, config)
    lines[-1:] = [with_space(line) for line in lines[-1:]]
    marks: list[Item] = []
    if entry.number:
        marks += _number(entry, style.leading, config)
    marks += stacked(lines, style, left, 0.0, config)
    height = max(1, len(lines)) * style.leading
    marks += _page(entry, width, height - style.leading, config)
    marks.append(Area(left, 0.0, width - left, height, entry.target, entry.id))
    return Row(height + style.after, tuple(marks), before=style.before, keep=keep, begins=(entry.id, *begun_on(lines)))


def _as_link(stretch: Stretch) -> Stretch:
    """The whole entry is one place to click; its words need none of their own."""
    return replace(stretch, look=replace(stretch.look, area=None), note=None)


def _number(entry: ContentsEntry, leading: float, config: Config) -> tuple[Item, ...]:
    style = config.sheet.style("contents-number")
    y = baseline_in(replace(style, leading=leading), config)
    return mark(entry.number, style, style.ink, y, 0.0, entry.id, config)


def _page(entry: ContentsEntry, width: float, top: float, config: Config) -> tuple[Item, ...]:
    style, column = config.sheet.style(f"contents{entry.level}"), config.sheet.details.contents_page
    look = replace(base_look(style), features=("tnum", "lnum"))
    label = config.pages.get(entry.page.target, "0")
    natural = natural_width([Stretch(label, look, entry.page.id)], config)
    look = replace(look, size=fitted(style, natural, column, least=0.0).size)
    lines = break_lines([Stretch(label, look, entry.page.id)], replace(style, align="right"), column, config)
    return stacked(lines, style, width - column, top, config)

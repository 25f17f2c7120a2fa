"""Figures: a picture in one of four widths with its numbered caption below."""

from dataclasses import replace

from reportbuilder.layout.config import Config
from reportbuilder.layout.frames import jobs_of
from reportbuilder.layout.lines import break_lines
from reportbuilder.layout.looks import Stretch, base_look, stretches
from reportbuilder.layout.page import Image, Item
from reportbuilder.layout.rows import Anchor, Block, Row
from reportbuilder.layout.strips import begun_on, lowered, notes_on, stacked
from reportbuilder.model.nodes import Figure, Table

CAP_INSET = 3.6
"""How far the capitals of body text stand below the top of their line: so far is a picture moved down, to stand level with text beside it."""


def caption_stretches(block: Figure | Table, config: Config) -> list[Stretch]:
    """“Figuur 3. ” in semibold, then the caption; the label shows the block itself."""
    style = config.sheet.style("caption")
    label = replace(base_look(style), face=replace(style.face, weight=style.strong), ink=style.link_ink or style.ink)
    return [Stretch(f"{block.kind} {block.number}. ", label, block.id), *stretches(block.caption, style, config.pages)]


def caption_marks(block: Figure | Table, left: float, width: float, config: Config) -> tuple[tuple[Item, ...], float, tuple[int, ...], tuple[int, ...]]:
    """(marks, height, notes, begins) of a caption set below the top of its row."""
    if not block.caption:
        return (), 0.0, (), ()
    style = config.sheet.style("caption")
    lines = break_lines(caption_stretches(block, config), style, width, config)
    return stacked(lines, style, left, 0.0, config), len(lines) * style.leading, notes_on(lines), begun_on(lines)


def figure_block(figure: Figure, left: float, width: float, config: Config) -> Block:
    """The figure as one strip that may move to the next page. A picture that could not be read leaves an empty frame (its fault is reported)."""
    page = config.sheet.page
    made = jobs_of(figure, config.sheet, config.infos)
    gap, before = page.baseline, page.baseline - CAP_INSET
    if not made:
        return Block((Row(width / 3, begins=(figure.id, figure.picture.id)),), before)
    if figure.width == "column":
        job = made[0]
        scale = min(1.0, width / job.width)
        photo = Image(left, CAP_INSET, job.width * scale, job.height * scale, job, figure.picture.id)
        return Block((_strip(figure, photo, "text", left, width, gap, config),), before)
    if figure.width == "wide":
        job = made[0]
        photo = Image(0.0, CAP_INSET, job.width, job.height, job, figure.picture.id)
        return Block((_strip(figure, photo, "full", 0.0, page.full_width, gap, config),), before)
    first = Image(-page.bleed, -page.bleed - page.top, made[0].width, made[0].height, made[0], figure.picture.id)
    other = None
    if len(made) == 2:
        second = Image(-page.bleed, -page.bleed - page.top, made[1].width, made[1].height, made[1], 0)
        other = Block((Row(second.y + second.height, (second,), anchor="page", keep=True), Row(gap, land=True)), top=True)
    return Block(_bleeding(figure, first, gap, config), top=True, spread=other)


def _strip(figure: Figure, photo: Image, anchor: Anchor, left: float, width: float, gap: float, config: Config) -> Row:
    caption, height, notes, begins = caption_marks(figure, left, width, config)
    bottom = photo.y + photo.height
    top = bottom + config.sheet.details.caption_gap
    total = (top + height if height else bottom) + gap
    return Row(total, (photo, *lowered(caption, top)), anchor=anchor, notes=notes, begins=(figure.id, figure.picture.id, *begins))


def _bleeding(figure: Figure, photo: Image, gap: float, config: Config) -> tuple[Row, ...]:
    """The picture from the page's edges, its caption in the text column."""
    bottom = photo.y + photo.height
    caption, height, notes, begins = caption_marks(figure, 0.0, config.sheet.page.text_width, config)
    picture = Row(bottom + config.sheet.details.caption_gap, (photo,), anchor="page", keep=True, begins=(figure.id, figure.picture.id))
    return picture, Row(height + gap, caption, land=True, notes=notes, begins=begins)

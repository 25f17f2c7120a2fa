"""Figures: a picture in one of four widths with its numbered caption below."""

from math import ceil

from msgspec.structs import replace

from reportbuilder.layout.config import Config
from reportbuilder.layout.frames import CAP_INSET, CAPTION_GAP, jobs_of
from reportbuilder.layout.lines import break_lines
from reportbuilder.layout.looks import Stretch, base_look, stretches
from reportbuilder.layout.page import Image, Item
from reportbuilder.layout.rows import Anchor, Block, Row
from reportbuilder.layout.strips import begun_on, below_grid, closed, lowered, notes_on, stacked
from reportbuilder.model.nodes import Cluster, ClusterPicture, Figure, Table


def caption_stretches(block: Figure | Table | Cluster | ClusterPicture, config: Config) -> list[Stretch]:
    """“Figuur 3. ” in semibold, if it has a number, then the caption; the label shows the block itself."""
    style = config.sheet.style("caption")
    if not block.number:
        return stretches(block.caption, style, config.pages)
    label = replace(base_look(style), face=replace(style.face, weight=style.strong), ink=style.link_ink or style.ink)
    return [Stretch(f"{block.kind} {block.number}. ", label, block.id), *stretches(block.caption, style, config.pages)]


def caption_marks(
    block: Figure | Table | Cluster, left: float, width: float, config: Config
) -> tuple[tuple[Item, ...], float, tuple[int, ...], tuple[int, ...]]:
    """(marks, height, notes, begins) of a caption set below the top of its row."""
    if not block.caption:
        return (), 0.0, (), ()
    style = config.sheet.style("caption")
    lines = break_lines(caption_stretches(block, config), style, width, config)
    return stacked(lines, style, left, 0.0, config), len(lines) * style.leading, notes_on(lines), begun_on(lines)


def figure_block(figure: Figure, left: float, width: float, main: bool, config: Config) -> Block:
    """The figure as one strip that may move to the next page; only in the ``main`` column it may be wider than that. A picture that could not
    be read leaves an empty frame (its fault is reported).
    """
    page = config.sheet.page
    made = jobs_of(figure, config.sheet, config.infos)
    if not made:
        return Block((Row(closed(width / 3, config), begins=(figure.id, figure.picture.id)),), page.baseline)
    if figure.width == "column" or not main:
        job = made[0]
        scale = min(1.0, width / job.width)
        image = Image(left, CAP_INSET, job.width * scale, job.height * scale, job, figure.picture.id)
        return Block((_strip(figure, image, "text", left, width, config),), page.baseline)
    if figure.width == "wide":
        job = made[0]
        image = Image(0.0, CAP_INSET, job.width, job.height, job, figure.picture.id)
        return Block((_strip(figure, image, "full", 0.0, page.full_width, config),), page.baseline)
    first = Image(-page.bleed, -page.bleed - page.top, made[0].width, made[0].height, made[0], figure.picture.id)
    other = None
    if len(made) == 2:
        second = Image(-page.bleed, -page.bleed - page.top, made[1].width, made[1].height, made[1], 0)
        bottom = second.y + second.height
        other = Block((Row(bottom, (second,), anchor="page", keep=True), _space_below(bottom, config)), top=True)
    return Block(_bleeding(figure, first, config), top=True, spread=other)


def _space_below(bottom: float, config: Config) -> Row:
    height = closed(bottom, config) - bottom
    return Row(height, after=height)


def _strip(figure: Figure, image: Image, anchor: Anchor, left: float, width: float, config: Config) -> Row:
    """The picture, moved down so that what is below it stands on the grid, and its caption."""
    baseline = config.sheet.page.baseline
    below = CAPTION_GAP if figure.caption else CAP_INSET
    foot = ceil((image.y + image.height + below) / baseline - 1e-6) * baseline
    image = replace(image, y=foot - below - image.height)
    caption, content, notes, begins = _caption(figure, left, width, foot, config)
    height = closed(content, config)
    return Row(height, (image, *caption), anchor=anchor, notes=notes, begins=(figure.id, figure.picture.id, *begins), land=True, after=height - content)


def _caption(
    figure: Figure, left: float, width: float, top: float, config: Config
) -> tuple[tuple[Item, ...], float, tuple[int, ...], tuple[int, ...]]:
    """(marks, bottom, notes, begins) of a caption whose first line stands on the line of the grid at ``top``; the bottom is that of a line of the
    grid on whose baseline its last one would stand.
    """
    caption, height, notes, begins = caption_marks(figure, left, width, config)
    if not height:
        return (), top, notes, begins
    style = config.sheet.style("caption")
    marks = lowered(caption, top + below_grid(style, config))
    return marks, top + height - style.leading + config.sheet.page.baseline, notes, begins


def _bleeding(figure: Figure, image: Image, config: Config) -> tuple[Row, ...]:
    """The picture from the page's edges, its caption in the text column."""
    bottom = image.y + image.height + (CAPTION_GAP if figure.caption else 0.0)
    caption, content, notes, begins = _caption(figure, 0.0, config.sheet.page.text_width, 0.0, config)
    picture = Row(bottom, (image,), anchor="page", keep=True, begins=(figure.id, figure.picture.id))
    height = closed(bottom + content, config) - bottom
    return picture, Row(height, caption, land=True, notes=notes, begins=begins, after=height - content)

"""Pages that are composed by hand: cover, chapter openers, pages of pictures, back cover."""

from collections.abc import Mapping
from dataclasses import replace

from reportbuilder.assets.pictures import Job
from reportbuilder.layout.blocks import Column, block_pieces
from reportbuilder.layout.compose import fitting
from reportbuilder.layout.config import Config
from reportbuilder.layout.frames import COVER_BAND, jobs_of, logo_job
from reportbuilder.layout.lines import break_lines, set_lines, with_space
from reportbuilder.layout.looks import Stretch, base_look
from reportbuilder.layout.page import Fill, Image, Item
from reportbuilder.layout.rows import Row
from reportbuilder.layout.sheets import Leaf, place, report_too_tall
from reportbuilder.layout.strips import begun_on, fitted, natural_width, notes_on, stacked
from reportbuilder.model.nodes import BackCover, Chapter, Cover, Inlines, Picture, Pictures
from reportbuilder.style.sheet import PageStyle

NUMBER_WIDTH = 46.0 * 72 / 25.4
OPENER_GAP = 30.0
OPENER_AIR = 16.0
LOGO_GAP = 28.0


def _bleed_fill(page: PageStyle, top: float, height: float, ink: str) -> Fill:
    return Fill(-page.bleed, top, page.width + 2 * page.bleed, height, ink)


def _photo(job: Job, page: PageStyle, picture: Picture) -> Image:
    return Image(-page.bleed, -page.bleed, job.width, job.height, job, picture.id)


def cover_leaf(cover: Cover, config: Config) -> Leaf:
    """Picture over the whole page, title in its calm upper part, a band with the logo at the foot."""
    page = config.sheet.page
    items: list[Item] = []
    for job in jobs_of(cover, config.sheet, config.infos):
        items.append(_photo(job, page, cover.picture))
    marks: list[Item] = []
    y = 58.0
    for content, name in ((cover.organisation, "cover-organisation"), (cover.title, "cover-title"), (cover.subtitle, "cover-subtitle")):
        y += _text(content, name, page.inner, y, page.width - page.inner - page.outer, marks, config) + 14.0
    band = page.height - COVER_BAND
    if y > band:
        report_too_tall(cover.id, config)
    ground = _bleed_fill(page, band, COVER_BAND + page.bleed, "paper")
    job = logo_job(cover.logo, page, config.infos)
    if job is not None:
        marks.append(Image(page.inner, band + (COVER_BAND - job.height) / 2, job.width, job.height, job, cover.logo.id))
    placed = [*items, ground, *place(marks, 0.0, 0.0)]
    return Leaf("cover", (), tuple(placed), ((cover.id, 0.0), (cover.picture.id, 0.0), (cover.logo.id, band)))


def _text(content: Inlines, name: str, x: float, y: float, width: float, marks: list[Item], config: Config) -> float:
    """Set text at a place; its height."""
    style = config.sheet.style(name)
    lines = set_lines(content, style, width, config)
    marks += stacked(lines, style, x, y, config)
    return len(lines) * style.leading


def opener_leaf(
    chapter: Chapter, notes: Mapping[int, tuple[Row, ...]], config: Config, right_hand: bool
) -> tuple[Leaf, tuple[Row, ...]]:
    """Picture above, below it the number beside the title and the lead; at the foot the notes that these call, and what is left of them."""
    page = config.sheet.page
    items: list[Item] = []
    begins = [(chapter.id, 0.0)]
    called: list[int] = []
    bottom = page.top
    for job in jobs_of(chapter, config.sheet, config.infos):
        assert chapter.opener is not None
        items.append(_photo(job, page, chapter.opener))
        begins.append((chapter.opener.id, 0.0))
        bottom = job.height - page.bleed
    left = page.full_left(right_hand)
    marks: list[Item] = []
    y = bottom + OPENER_GAP
    number_style = config.sheet.style("opener-number")
    number = [Stretch(chapter.number, replace(base_look(number_style), features=("lnum",)), chapter.id)]
    number_style = fitted(number_style, natural_width(number, config), NUMBER_WIDTH - 10)
    number = [replace(number[0], look=replace(number[0].look, size=number_style.size))]
    lines = [with_space(line) for line in break_lines(number, number_style, NUMBER_WIDTH, config)]
    marks += stacked(lines, number_style, left, y - 12, config)
    x, width = left + NUMBER_WIDTH, page.full_width - NUMBER_WIDTH
    for block, name in ((chapter.title, "opener-title"), (chapter.lead, "opener-lead")):
        if block is not None:
            style = config.sheet.style(name)
            lines = set_lines(block.content, style, width, config)
            begins += ((node, y) for node in (block.id, *begun_on(lines)))
            called += notes_on(lines)
            marks += stacked(lines, style, x, y, config)
            y += len(lines) * style.leading
            if y > page.height - page.bottom:
                report_too_tall(block.id, config)
            y += OPENER_AIR
    rows = tuple(row for note in called for row in notes.get(note, ()))
    fits = fitting(rows, page.height - page.bottom - y)
    items += (*place(marks, 0.0, 0.0), *_opener_notes(rows[:fits], begins, config, right_hand))
    return Leaf("opener", (), tuple(items), tuple(begins)), rows[fits:]


def _opener_notes(rows: tuple[Row, ...], begins: list[tuple[int, float]], config: Config, right_hand: bool) -> list[Item]:
    page = config.sheet.page
    y = page.height - page.bottom - sum(row.height for row in rows)
    items: list[Item] = []
    for row in rows:
        begins += ((node, y) for node in row.begins)
        items += place(row.marks, page.text_left(right_hand), y)
        y += row.height
    return items


def picture_leaves(pictures: Pictures, config: Config, right_hand: bool) -> list[Leaf]:
    """Each picture over a whole page; a spread begins on a left-hand page, a blank one before it if needed."""
    page = config.sheet.page
    leaves: list[Leaf] = []
    begins: list[tuple[int, float]] = [(pictures.id, 0.0)]
    for shown in pictures.pages:
        made = jobs_of(replace(pictures, pages=(shown,)), config.sheet, config.infos)
        if len(made) == 2 and right_hand:
            leaves.append(Leaf("blank", (), (), ()))
            right_hand = False
        begins += [(shown.id, 0.0), (shown.picture.id, 0.0)]
        marks: list[Item] = []
        if shown.caption:
            style = config.sheet.style("caption")
            lines = set_lines(shown.caption, replace(style, ink="white"), page.text_width, config)
            top = page.height - page.footer - len(lines) * style.leading
            marks += stacked(lines, style, page.text_left(right_hand), top, config)
            if top < page.top:
                report_too_tall(shown.id, config)
        for number, job in enumerate(made):
            image = Image(-page.bleed, -page.bleed, job.width, job.height, job, shown.picture.id if number == 0 else 0)
            leaves.append(Leaf("picture", (), (image, *(place(marks, 0.0, 0.0) if number == 0 else ())), tuple(begins)))
            begins = []
            right_hand = not right_hand
        if not made:
            leaves.append(Leaf("picture", (), (), tuple(begins)))
            begins = []
            right_hand = not right_hand
    return leaves


def back_cover_leaf(back: BackCover, config: Config, right_hand: bool) -> Leaf:
    """A full ground, the logo and the address low on the page."""
    page = config.sheet.page
    marks: list[Item] = []
    rows = [row for row in block_pieces(back.blocks, Column(0.0, page.full_width, "back-cover"), config) if isinstance(row, Row)]
    total = sum(row.height for row in rows)
    top = y = page.height - page.bottom - total
    left = page.inner
    begins: list[tuple[int, float]] = [(back.id, 0.0)]
    if back.logo is not None:
        job = logo_job(back.logo, page, config.infos)
        if job is not None:
            top = y - job.height - LOGO_GAP
            marks.append(Image(left, top, job.width, job.height, job, back.logo.id))
            begins.append((back.logo.id, top))
    if top < page.top:
        report_too_tall(back.id, config)
    items = place(marks, 0.0, 0.0)
    for row in rows:
        items += place(row.marks, left, y)
        y += row.height
    ground = _bleed_fill(page, -page.bleed, page.height + 2 * page.bleed, "accent2")
    return Leaf("back", (ground,), tuple(items), tuple(begins))

"""Pages that are composed by hand: cover, chapter openers, pages of pictures, back cover."""

from collections.abc import Mapping

from msgspec.structs import replace

from reportbuilder.layout.blocks import Column, block_pieces
from reportbuilder.layout.trial import fitting
from reportbuilder.layout.config import Config
from reportbuilder.layout.frames import jobs_of
from reportbuilder.layout.lines import set_lines
from reportbuilder.layout.looks import Stretch, base_look, stretches
from reportbuilder.layout.page import Image, Item
from reportbuilder.layout.plates import Given, PlatePage, Slot, Words, set_plate
from reportbuilder.layout.rows import Row
from reportbuilder.layout.leaves import Leaf, place, report_too_tall
from reportbuilder.layout.strips import stacked
from reportbuilder.model.nodes import BackCover, Chapter, Cover, Inlines, Pictures
from reportbuilder.style.plates import PlateText

BLANK = Leaf("blank", (), (), ())


def _words(content: Inlines, name: str, config: Config, node: int = 0) -> Words:
    style = config.sheet.style(name)
    return Words(tuple(stretches(content, style, config.pages)), style, node)


def cover_leaf(cover: Cover, config: Config) -> Leaf:
    """The cover as its plate has it."""
    slots: dict[str, Slot] = {
        "organisation": _words(cover.organisation, "cover-organisation", config),
        "title": _words(cover.title, "cover-title", config),
        "subtitle": _words(cover.subtitle, "cover-subtitle", config),
    }
    made = next(iter(jobs_of(cover, config.sheet, config.infos)), None)
    (page,) = set_plate(config.sheet.plate("cover"), Given(slots, cover.picture, made, cover.logo), config, True)
    if page.misfits:
        report_too_tall(cover.id, config)
    return Leaf("cover", (), tuple(page.items), ((cover.id, 0.0), *page.begins))


def opener_leaves(
    chapter: Chapter, notes: Mapping[int, tuple[Row, ...]], config: Config, right_hand: bool
) -> tuple[list[Leaf], tuple[Row, ...]]:
    """The pages that open a chapter, after a blank one if they must begin on the other side; at the foot of each the notes called on it, and
    what is left of them for the text.
    """
    plate = config.sheet.plate("opener")
    leaves: list[Leaf] = []
    if plate.begin != "any" and right_hand != (plate.begin == "right"):
        leaves.append(BLANK)
        right_hand = not right_hand
    number_style = config.sheet.style("opener-number")
    number = Stretch(chapter.number, replace(base_look(number_style), features=("lnum",)), chapter.id)
    slots: dict[str, Slot] = {
        "number": Words((number,), number_style, fit=True),
        "title": _words(chapter.title.content, "opener-title", config, chapter.title.id),
    }
    if chapter.lead is not None:
        slots["lead"] = _words(chapter.lead.content, "opener-lead", config, chapter.lead.id)
    made = next(iter(jobs_of(chapter, config.sheet, config.infos)), None)
    given = Given(slots, chapter.opener, made, turn=int(chapter.number or "1") - 1)
    begins: list[tuple[int, float]] = [(chapter.id, 0.0)]
    left: tuple[Row, ...] = ()
    for page in set_plate(plate, given, config, right_hand):
        for node in page.misfits:
            report_too_tall(node or chapter.id, config)
        begins += page.begins
        rows = (*left, *(row for note in page.called for row in notes.get(note, ())))
        fits = fitting(rows, config.sheet.page.height - config.sheet.page.bottom - page.foot)
        items = (*page.items, *_opener_notes(rows[:fits], begins, config, right_hand))
        leaves.append(Leaf("opener", (), items, tuple(begins)))
        left, begins, right_hand = rows[fits:], [], not right_hand
    return leaves, left


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
            leaves.append(BLANK)
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
    """The back cover as its plate has it."""
    plate = config.sheet.plate("back-cover")
    width = next((item.width for item in plate.items() if isinstance(item, PlateText)), config.sheet.page.full_width)
    rows = tuple(row for row in block_pieces(back.blocks, Column(0.0, width, "back-cover"), config) if isinstance(row, Row))
    page: PlatePage
    (page,) = set_plate(plate, Given({"text": rows}, logo=back.logo), config, right_hand)
    if page.misfits:
        report_too_tall(back.id, config)
    return Leaf("back", (), tuple(page.items), ((back.id, 0.0), *page.begins))

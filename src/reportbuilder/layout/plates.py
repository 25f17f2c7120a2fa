"""Plates set: the items of a plate with the texts, picture and logo of a part, as the pages that they make."""

from collections.abc import Mapping
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.assets.pictures import Job
from reportbuilder.layout.config import Config
from reportbuilder.layout.frames import contained, drawing_job
from reportbuilder.layout.lines import break_lines, with_space
from reportbuilder.layout.looks import Stretch
from reportbuilder.layout.page import Fill, Image, Item
from reportbuilder.layout.rows import Row
from reportbuilder.layout.leaves import place
from reportbuilder.layout.strips import begun_on, fitted, natural_width, notes_on, stacked
from reportbuilder.model.nodes import Picture
from reportbuilder.style.plates import Box, Plate, PlateDrawing, PlateFill, PlateItem, PlateLogo, PlatePicture, PlateText
from reportbuilder.style.sheet import TextStyle

SCALES = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7)
"""The sizes that a text which is too long for its place is tried in, in parts of its own."""


class Words(Struct, frozen=True):
    """A text for a slot. ``fit``: it is set on one line, smaller if need be; ``node`` begins where it stands (0: nothing does)."""

    text: tuple[Stretch, ...]
    style: TextStyle
    node: int = 0
    fit: bool = False


Slot = Words | tuple[Row, ...]


class Given(Struct, frozen=True):
    """What a part gives to its plate: texts by slot, its pictures, and its place in the order of chapters (or of blank pages), from 0."""

    slots: Mapping[str, Slot]
    picture: Picture | None = None
    made: Job | None = None
    logo: Picture | None = None
    turn: int = 0


class PlatePage(Struct):
    """A page of a plate: items in order, where nodes begin, the notes called on it, the lowest line of text, and the nodes of texts that do not
    stand on it whole (0 for those that have none).
    """

    items: list[Item]
    begins: list[tuple[int, float]]
    called: list[int]
    foot: float = 0.0
    misfits: list[int] = []


def set_plate(plate: Plate, given: Given, config: Config, right_hand: bool) -> list[PlatePage]:
    """The pages of a plate, the first a right-hand one or not."""
    pages = []
    for number, items in enumerate(plate.pages):
        right = right_hand == (number % 2 == 0)
        made = PlatePage([], [], [])
        for item in items:
            _set(item, plate, given, made, config, right)
        pages.append(made)
    return pages


def _set(item: PlateItem, plate: Plate, given: Given, made: PlatePage, config: Config, right_hand: bool) -> None:
    page = config.sheet.page
    mirrored = plate.mirrored and not right_hand

    def placed(box: Box) -> Box:
        return box.mirrored(page) if mirrored else box

    match item:
        case PlateFill():
            box = placed(item.box).bled(page)
            made.items.append(Fill(box.x, box.y, box.width, box.height, _turned(item.inks, given.turn)))
        case PlatePicture():
            if given.picture is not None and given.made is not None:
                box = placed(item.box).bled(page)
                made.items.append(Image(box.x, box.y, box.width, box.height, given.made, given.picture.id))
                made.begins.append((given.picture.id, max(0.0, box.y)))
        case PlateLogo():
            info = config.infos.get(given.logo.file) if given.logo else None
            if given.logo is not None and info is not None:
                box, job = placed(item.box), contained(info, item.box)
                made.items.append(Image(box.x, box.y + box.height - job.height, job.width, job.height, job, given.logo.id))
                made.begins.append((given.logo.id, box.y))
        case PlateDrawing():
            _draw(placed(item.box), drawing_job(_turned(item.files, given.turn), item.box, page, config.infos), made, config)
        case PlateText():
            moved = page.full_left(right_hand) - page.inner if plate.begin == "any" else 0.0
            _write(item, item.x + moved, given, made, config)
        case _:
            assert_never(item)


def _turned(choices: tuple[str, ...], turn: int) -> str:
    return choices[turn % len(choices)]


def _draw(box: Box, job: Job | None, made: PlatePage, config: Config) -> None:
    """A vector drawing stands in the middle of its box; others fill it."""
    if job is None:
        return
    box = box.bled(config.sheet.page)
    made.items.append(Image(box.x + (box.width - job.width) / 2, box.y + (box.height - job.height) / 2, job.width, job.height, job, 0))


def _write(item: PlateText, x: float, given: Given, made: PlatePage, config: Config) -> None:
    ink = _turned(item.inks, given.turn) if item.inks else ""
    slots = [given.slots[name] for name in item.slots if name in given.slots]
    for scale in SCALES:
        groups = [(slot, rows) for slot in slots if (rows := rows_of(slot, item.width, ink, scale, config))]
        total = sum(row.height for _, rows in groups for row in rows) + item.gap * max(0, len(groups) - 1)
        if not item.height or total <= item.height:
            break
    else:
        made.misfits += (slot.node for slot in slots if isinstance(slot, Words))
    y = item.y if item.hang == "top" else item.y - total
    for slot, rows in groups:
        height = sum(row.height for row in rows)
        if y < 0.0 or y + height > config.sheet.page.height + 0.01:
            made.misfits.append(slot.node if isinstance(slot, Words) else 0)
        for row in rows:
            made.items += place(row.marks, x, y)
            made.begins += ((node, y) for node in row.begins)
            made.called += row.notes
            y += row.height
        y += item.gap
    made.foot = max(made.foot, y - item.gap if groups else 0.0)


def rows_of(slot: Slot, width: float, ink: str, scale: float, config: Config) -> tuple[Row, ...]:
    """The text of a slot in lines, at a scale and in another ink, if one is named."""
    if not isinstance(slot, Words):
        return slot
    style, text = slot.style, list(slot.text)
    if scale < 1:
        style = replace(style, size=style.size * scale, leading=style.leading * scale)
        text = [replace(stretch, look=replace(stretch.look, size=stretch.look.size * scale, rise=stretch.look.rise * scale)) for stretch in text]
    if slot.fit:
        style = fitted(style, natural_width(text, config), width)
        text = [replace(stretch, look=replace(stretch.look, size=style.size)) for stretch in text]
    if ink:
        text = [replace(stretch, look=replace(stretch.look, ink=ink)) for stretch in text]
    lines = break_lines(text, style, width, config)
    if slot.fit:
        lines = [with_space(line) for line in lines]
    begins = (*((slot.node,) if slot.node else ()), *begun_on(lines))
    return (Row(len(lines) * style.leading, stacked(lines, style, 0.0, 0.0, config), notes=notes_on(lines), begins=begins),)

"""What stands on the spine of a separate cover: texts and the logo of the cover, along a line down its middle.

On the plate ``x`` runs down the spine from the head of the page, and ``y`` from its middle to the left; whoever holds the book with its front up
reads it (ISO 6357). How wide the spine will be is known only when all pages are.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.layout.config import Config
from reportbuilder.layout.frames import contained
from reportbuilder.layout.looks import stretches
from reportbuilder.layout.page import Image, Item
from reportbuilder.layout.plates import Words, rows_of
from reportbuilder.layout.leaves import place
from reportbuilder.model.nodes import Cover, Inlines
from reportbuilder.style.plates import PlateLogo, PlateText
from reportbuilder.style.units import mm

AIR = mm(1)
"""Beside what stands on a spine: it is never folded quite where it should be."""
STYLE, INSTEAD = "spine", "cover-organisation"


class Spine(Struct, frozen=True):
    """Items, ``y`` from the middle, and the width that a spine needs to hold them."""

    items: tuple[Item, ...]
    width: float


def spine(cover: Cover, config: Config) -> Spine | None:
    """What stands on the spine; None when nothing does."""
    texts = {"organisation": cover.organisation, "title": cover.title}
    items: list[Item] = []
    reach = 0.0
    for item in config.sheet.plate("spine").items():
        if isinstance(item, PlateText):
            for row_items, half in _written(item, texts, cover.id, config):
                items += row_items
                reach = max(reach, abs(item.y) + half)
        elif isinstance(item, PlateLogo) and (info := config.infos.get(cover.logo.file)) is not None:
            job, box = contained(info, item.box), item.box
            items.append(Image(box.x, box.y - job.height / 2, job.width, job.height, job, cover.logo.id))
            reach = max(reach, abs(box.y) + job.height / 2)
    return Spine(tuple(items), 2 * (reach + AIR)) if items else None


def _written(item: PlateText, texts: Mapping[str, Inlines], node: int, config: Config) -> Iterator[tuple[list[Item], float]]:
    """Each text on one line, smaller if need be, one behind the other; and half its height."""
    sheet = config.sheet
    style = sheet.styles.get(STYLE) or sheet.style(INSTEAD)
    if not sheet.print.spine:
        style = replace(style, ink="text")
    ink = item.inks[0] if item.inks and sheet.print.spine else ""
    width = (item.width - item.gap * (len(item.slots) - 1)) / max(1, len(item.slots))
    for number, slot in enumerate(item.slots):
        words = Words(tuple(stretches(texts[slot], style, config.pages)), style, node, fit=True)
        x = item.x + number * (width + item.gap)
        for row in rows_of(words, width, ink, 1.0, config):
            yield place(row.marks, x, item.y - row.height / 2), row.height / 2

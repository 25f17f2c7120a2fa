"""What stands on every page beside its content: running heads and folios, mirrored on facing pages."""

from dataclasses import replace

from reportbuilder.layout.config import Config
from reportbuilder.layout.lines import break_lines
from reportbuilder.layout.looks import Stretch, base_look
from reportbuilder.layout.page import Item, Kind
from reportbuilder.layout.sheets import place
from reportbuilder.layout.strips import stacked

WITH_HEADER: tuple[Kind, ...] = ("text",)
WITH_FOLIO: tuple[Kind, ...] = ("text", "front")


def header(kind: Kind, running: str, config: Config, right_hand: bool) -> tuple[Item, ...]:
    """The report's title on left-hand pages, the part's short title on right-hand ones, at the outer edge."""
    if kind not in WITH_HEADER:
        return ()
    text = running if right_hand else config.document.meta.title
    return _outer(text, "header", config.sheet.page.header, config, right_hand)


def footer(kind: Kind, label: str, config: Config, right_hand: bool) -> tuple[Item, ...]:
    """The page number at the outer edge."""
    if kind not in WITH_FOLIO:
        return ()
    page = config.sheet.page
    return _outer(label, "folio", page.height - page.footer, config, right_hand)


def _outer(text: str, name: str, y: float, config: Config, right_hand: bool) -> tuple[Item, ...]:
    page, style = config.sheet.page, config.sheet.style(name)
    aligned = replace(style, align="right" if right_hand else "left")
    lines = break_lines([Stretch(text, base_look(style), 0)], aligned, page.full_width, config)[:1]
    return tuple(place(stacked(lines, style, 0.0, 0.0, config), page.full_left(right_hand), y))

"""What stands on every page beside its content: running heads and folios, mirrored on facing pages."""

from dataclasses import replace

from reportbuilder.diag.span import NOWHERE
from reportbuilder.layout.config import Config
from reportbuilder.layout.lines import break_lines
from reportbuilder.layout.looks import Stretch, base_look
from reportbuilder.layout.page import Item, Kind, Run
from reportbuilder.layout.sheets import Running, place
from reportbuilder.layout.strips import stacked
from reportbuilder.layout.words import shown

WITH_HEADER: tuple[Kind, ...] = ("text",)
WITH_FOLIO: tuple[Kind, ...] = ("text", "front")


def header(kind: Kind, running: Running | None, config: Config, right_hand: bool) -> tuple[Item, ...]:
    """The report's title on left-hand pages, the part's short title on right-hand ones, at the outer edge."""
    if kind not in WITH_HEADER or running is None:
        return ()
    shown = running if right_hand else Running(config.document.meta.title, 0)
    return _outer(shown, "header", config.sheet.page.header, config, right_hand)


def footer(kind: Kind, label: str, config: Config, right_hand: bool) -> tuple[Item, ...]:
    """The page number at the outer edge."""
    if kind not in WITH_FOLIO:
        return ()
    page = config.sheet.page
    return _outer(Running(label, 0), "folio", page.height - page.footer, config, right_hand)


def _outer(running: Running, name: str, y: float, config: Config, right_hand: bool) -> tuple[Item, ...]:
    """One line. It is decoration; the node serves to tell where a fault is."""
    page, style = config.sheet.page, config.sheet.style(name)
    aligned = replace(style, align="right" if right_hand else "left")
    lines = break_lines([Stretch(running.text, base_look(style), running.node)], aligned, page.full_width, config)
    if len(lines) > 1:
        hint = "write a short one under ‘running:’" if running.node else "write a shorter one"
        message = f"the title ‘{shown(running.text)}’ is too long for the head of a page"
        config.log.warn("running-too-long", message, config.spans.get(running.node, NOWHERE), hint)
    items = place(stacked(lines[:1], style, 0.0, 0.0, config), page.full_left(right_hand), y)
    return tuple(replace(item, node=0) if isinstance(item, Run) else item for item in items)

"""What stands on every page beside its content: running heads and folios, mirrored on facing pages."""

from msgspec.structs import replace

from reportbuilder.diag.span import NOWHERE
from reportbuilder.layout.config import Config
from reportbuilder.layout.lines import break_lines
from reportbuilder.layout.looks import Stretch, base_look
from reportbuilder.layout.page import Item, Kind, Run
from reportbuilder.layout.plates import Given, set_plate
from reportbuilder.layout.leaves import Running, place
from reportbuilder.layout.strips import fitted, natural_width, stacked
from reportbuilder.layout.fallbacks import shown

WITH_HEADER: tuple[Kind, ...] = ("text",)
WITH_FOLIO: tuple[Kind, ...] = ("text", "front")


def header(kind: Kind, running: Running | None, config: Config, right_hand: bool) -> tuple[Item, ...]:
    """The report's title on left-hand pages, the part's short title on right-hand ones, at the outer edge."""
    if kind not in WITH_HEADER or running is None:
        return ()
    shown = running if right_hand else Running(config.document.meta.title, 0)
    return _outer(shown, "header", config.sheet.page.header, config, right_hand)


def footer(kind: Kind, label: str, config: Config, right_hand: bool) -> tuple[Item, ...]:
    """The page number at the outer edge of the text, or in the outer margin."""
    if kind not in WITH_FOLIO:
        return ()
    page = config.sheet.page
    y = page.height - page.footer
    return _in_margin(label, y, config, right_hand) if page.folio == "margin" else _outer(Running(label, 0), "folio", y, config, right_hand)


def behind(kind: Kind, config: Config, right_hand: bool, blanks: int = 0) -> tuple[Item, ...]:
    """What stands behind every page of running text, and on pages that would stay white."""
    if kind not in WITH_FOLIO and kind != "blank":
        return ()
    (page,) = set_plate(config.sheet.plate("blank" if kind == "blank" else "text"), Given({}, turn=blanks), config, right_hand)
    return tuple(page.items)


def _in_margin(label: str, y: float, config: Config, right_hand: bool) -> tuple[Item, ...]:
    """A page number in the middle of the outer margin, smaller if it is very long."""
    page, style = config.sheet.page, config.sheet.style("folio")
    text = Stretch(label, base_look(style), 0)
    style = fitted(style, natural_width([text], config), page.outer, least=0.0)
    lines = break_lines([replace(text, look=base_look(style))], replace(style, align="center"), page.outer, config)
    return tuple(place(stacked(lines[:1], style, 0.0, 0.0, config), page.width - page.outer if right_hand else 0.0, y))


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

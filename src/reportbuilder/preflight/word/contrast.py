"""Contrast: letters stand out from what is behind them (WCAG 2.1, 1.4.3)."""

import re

from lxml import etree

from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.rule import Level, word
from reportbuilder.preflight.word.document import Paragraph, Word
from reportbuilder.preflight.word.xml import W, first, is_on, run_words, runs, value

RULES = (word("10", Level.WARNING, "letters have a contrast of 4.5 to 1 with what is behind them, large ones 3 to 1", "make the letters darker, or the ground lighter", "WCAG 2.1, 1.4.3"),)
Colour = tuple[int, int, int]
WHITE: Colour = (255, 255, 255)
_HEX = re.compile("[0-9A-Fa-f]{6}")
LARGE, LARGE_BOLD = 36, 28
"""Half points."""


def judge(held: Word, findings: Findings) -> None:
    """Look for breaches of the rules above."""
    for paragraph in held.paragraphs:
        ground = _ground(held, paragraph)
        for run in runs(paragraph.element):
            if run_words(run).strip():
                _judge_run(held, paragraph, run, ground, findings)


def _judge_run(held: Word, paragraph: Paragraph, run: etree._Element, ground: Colour | None, findings: Findings) -> None:
    ink = _hex(_property(held, paragraph, run, "w:color"), "val")
    behind = _hex(first(run, "w:rPr/w:shd"), "fill") or ground
    if ink is None or behind is None or is_on(run, "w:rPr/w:vanish"):
        return
    ratio = contrast(ink, behind)
    if ratio < (3 if _is_large(held, paragraph, run) else 4.5) - 0.005:
        held.tell(findings, "10", f"letters in {_shown(ink)} on {_shown(behind)} have a contrast of {ratio:.1f}", paragraph)


def _property(held: Word, paragraph: Paragraph, run: etree._Element, path: str) -> etree._Element | None:
    """What holds for a run: its own, that of its style, of its paragraph’s style, of all text."""
    own = first(run, f"w:rPr/{path}")
    if own is None:
        own = held.styles.property(value(run, "w:rPr/w:rStyle"), f"w:rPr/{path}")
    if own is None:
        own = held.styles.property(paragraph.style or held.styles.usual, f"w:rPr/{path}")
    return own if own is not None else held.styles.default(path)


def _is_large(held: Word, paragraph: Paragraph, run: etree._Element) -> bool:
    size = _property(held, paragraph, run, "w:sz")
    points = int(size.get(f"{W}val", "0")) if size is not None and size.get(f"{W}val", "").isdigit() else 20
    bold = _property(held, paragraph, run, "w:b")
    return points >= (LARGE_BOLD if bold is not None and is_on(bold.getparent(), "w:b") else LARGE)


def _ground(held: Word, paragraph: Paragraph) -> Colour | None:
    """What is behind a paragraph: its shading, that of its cell or table, the paper. None where it can’t be told."""
    own = first(paragraph.element, "w:pPr/w:shd")
    if own is None:
        own = held.styles.property(paragraph.style or held.styles.usual, "w:pPr/w:shd")
    colour = _hex(own, "fill")
    if colour is not None:
        return colour
    cell = next(paragraph.element.iterancestors(f"{W}tc"), None)
    if cell is None:
        return WHITE
    colour = _hex(first(cell, "w:tcPr/w:shd"), "fill")
    return colour if colour is not None else _by_table(held, cell)


def _by_table(held: Word, cell: etree._Element) -> Colour | None:
    row, table = cell.getparent(), next(cell.iterancestors(f"{W}tbl"))
    style = value(table, "w:tblPr/w:tblStyle")
    if row is not None and row.getprevious() is not None and row.getprevious().tag != f"{W}tr" and (look := first(table, "w:tblPr/w:tblLook")) is not None:
        if look.get(f"{W}firstRow") == "1":
            head = held.styles.property(style, "w:tblStylePr[@w:type='firstRow']/w:tcPr/w:shd")
            if head is not None:
                return _hex(head, "fill")
    if held.styles.has(style, "w:tblStylePr[not(@w:type='firstRow')]/w:tcPr/w:shd"):
        return None
    return _hex(held.styles.property(style, "w:tcPr/w:shd"), "fill") or WHITE


def _hex(element: etree._Element | None, key: str) -> Colour | None:
    """A colour; None for one that Word chooses itself."""
    text = element.get(f"{W}{key}", "") if element is not None else ""
    if not _HEX.fullmatch(text):
        return None
    red, green, blue = bytes.fromhex(text)
    return (red, green, blue)


def contrast(one: Colour, other: Colour) -> float:
    """The ratio of the two lightnesses, 1 to 21."""
    light, dark = sorted((_light(one), _light(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _light(colour: Colour) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (value_ / 255 for value_ in colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _shown(colour: Colour) -> str:
    return "#" + bytes(colour).hex().upper()

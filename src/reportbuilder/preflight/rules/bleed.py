"""Bleed: what touches the trim must go on to the edge of the bleed, or a white line shows where the knife errs."""

from reportbuilder.preflight.evidence import Evidence
from reportbuilder.preflight.finding import Box, Findings
from reportbuilder.preflight.limits import MM
from reportbuilder.preflight.marks import Shown, ShownPath, ShownText
from reportbuilder.preflight.rule import Level, house

RULES = (house("02", Level.WARNING, "what reaches the trim goes on into the bleed", "make it larger on this side"),)
NEAR = 0.5 * MM
SLACK = 0.2
LARGE = 3 * MM
"""Less than this wide and high it is a sign or a line, not a ground."""
SIDES = ("left", "bottom", "right", "top")


def judge(evidence: Evidence, findings: Findings) -> None:
    """Look for pictures and grounds that end at the trim, where nothing else fills the bleed beyond."""
    for page, content in zip(evidence.pages, evidence.contents):
        grounds = [shown for shown in content.shown if _is_ground(shown)]
        if not page.bleed_box or not grounds:
            continue
        for shown in grounds:
            for side in range(4):
                if _ends_at(shown.box, page.trim, page.bleed, side) and not _filled(shown.box, page.bleed, side, [other.box for other in grounds]):
                    findings.add("P-02", f"a picture or ground ends at the {SIDES[side]} trim, without bleed", page.number, shown.box)


def _is_ground(shown: Shown) -> bool:
    if isinstance(shown, ShownText) or (isinstance(shown, ShownPath) and (shown.stroked or shown.paint.is_white)):
        return False
    left, bottom, right, top = shown.box
    return min(right - left, top - bottom) > LARGE


def _outward(side: int) -> int:
    return -1 if side < 2 else 1


def _ends_at(box: Box, trim: Box, bleed: Box, side: int) -> bool:
    """Whether the box reaches the trim on a side (or nearly so) and not the bleed."""
    way = _outward(side)
    reaches = (box[side] - trim[side]) * way > -NEAR
    short = (bleed[side] - box[side]) * way > SLACK
    return reaches and short and abs(bleed[side] - trim[side]) > SLACK and _along(box, trim, side)


def _along(box: Box, trim: Box, side: int) -> bool:
    """Whether it stands beside that edge of the page at all."""
    low, high = (1, 3) if side in (0, 2) else (0, 2)
    return min(box[high], trim[high]) - max(box[low], trim[low]) > LARGE


def _filled(box: Box, bleed: Box, side: int, others: list[Box]) -> bool:
    """Whether something else reaches the bleed there, all along the box."""
    low, high = (1, 3) if side in (0, 2) else (0, 2)
    way = _outward(side)
    start, end = max(box[low], bleed[low]) + SLACK, min(box[high], bleed[high]) - SLACK
    return any((other[side] - bleed[side]) * way > -SLACK and other[low] <= start and other[high] >= end for other in others)

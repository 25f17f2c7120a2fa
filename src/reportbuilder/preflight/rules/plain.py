"""Ink as far as it can be told from what is painted: pages of plain colours alone need not be rendered to be judged, and what is wrong in
colours that someone chose shows without. A build, which renders nothing, looks no further; it limited the ink of its pictures itself.
"""

from reportbuilder.preflight.content import PageContent
from reportbuilder.preflight.evidence import Evidence, PageFacts
from reportbuilder.preflight.finding import Box, Findings
from reportbuilder.preflight.limits import MM, Limits
from reportbuilder.preflight.marks import Shown, ShownPath, ShownText
from reportbuilder.preflight.matrix import touch
from reportbuilder.preflight.state import Paint

FEW = 8
"""Strings: as few as these may all be blanks."""
EDGE = 1.2 * MM
"""Inside the trim; ink that comes so near must go on into the bleed."""


EMPTY = "the page is empty"
LEAST = 1 * MM
"""A shape thinner than this is a line, on which ink dries soon enough."""


def judge(evidence: Evidence, findings: Findings) -> None:
    """Look for empty pages, and for grounds with more ink than the paper takes."""
    limits = evidence.limits
    for page, content in zip(evidence.pages, evidence.contents):
        if is_bare(page, content):
            findings.add("R0005", EMPTY, page.number)
        for shown in content.shown:
            if isinstance(shown, ShownPath) and not shown.stroked and shown.paint.inks is not None:
                _ground(shown, sum(shown.paint.inks) * shown.paint.alpha * 100, page, limits, findings)


def _ground(shown: ShownPath, ink: float, page: PageFacts, limits: Limits, findings: Findings) -> None:
    left, bottom, right, top = shown.box
    least = min(right - left, top - bottom)
    if ink > limits.ink_most + 0.5 and least > LEAST and touch(shown.box, page.trim):
        findings.add("P-09", heavy_spot(ink, limits), page.number, shown.box)
        if ink > limits.ink_average + 0.5 and least >= limits.ink_square and shown.thickness is not None:
            findings.add("R0026", heavy_square(ink), page.number, shown.box)


def heavy_spot(ink: float, limits: Limits) -> str:
    """The message of P-09."""
    return f"up to {ink:.0f} % ink lie on one spot; the paper takes {limits.ink_most:.0f} %"


def heavy_square(ink: float) -> str:
    """The message of R0026."""
    return f"15 mm square have {ink:.0f} % ink on average"


def is_bare(page: PageFacts, content: PageContent) -> bool:
    """Whether nothing on the page is laid on with any ink."""
    return all(_is_white(shown) or not touch(shown.box, page.trim) for shown in content.shown) and not content.silent


def is_plain(page: PageFacts, content: PageContent, limits: Limits) -> bool:
    """Whether the page is surely inked, nowhere with more than may be, and fills its bleed, whatever lies over what on it."""
    if content.transparent or content.silent or content.clipped or not content.shown:
        return False
    inked = [shown for shown in content.shown if not _is_white(shown) and touch(shown.box, page.bleed)]
    if not all(_is_plain(shown, page) for shown in inked):
        return False
    if not any(isinstance(shown, ShownPath) for shown in inked) and len(inked) < FEW:
        return False
    return most_ink({shown.paint for shown in inked}) * 100 <= min(limits.ink_most, limits.ink_average)


def _is_white(shown: Shown) -> bool:
    """A picture is none, whatever colour would be laid on beside it."""
    return isinstance(shown, (ShownPath, ShownText)) and shown.paint.is_white


def most_ink(paints: set[Paint]) -> float:
    """The most that can lie on one spot, 1 for one full ink: one of the paints that knock out, under all of those that overprint."""
    over, grounds = [0.0] * 4, [(0.0,) * 4]
    for paint in paints:
        inks = paint.inks or (1.0,) * 4
        if paint.overprint:
            over = [max(pair) for pair in zip(over, inks)]
        else:
            grounds.append(inks)
    return max(sum(max(pair) for pair in zip(over, ground)) for ground in grounds)


def _is_plain(shown: Shown, page: PageFacts) -> bool:
    paint = shown.paint
    if not isinstance(shown, (ShownPath, ShownText)) or paint.inks is None or paint.alpha < 1 or paint.blend not in ("Normal", "Compatible"):
        return False
    return all(_ends_well(shown, shown.box, page, side) for side in range(4))


def _ends_well(shown: Shown, box: Box, page: PageFacts, side: int) -> bool:
    """Whether it keeps away from the trim on this side, or is a rectangle that goes on to the edge of the bleed."""
    way = -1 if side < 2 else 1
    inside = (page.trim[side] - box[side]) * way
    if inside > EDGE:
        return True
    return isinstance(shown, ShownPath) and not shown.stroked and shown.thickness is not None and (box[side] - page.bleed[side]) * way > -0.2

"""What stands outside the bleed for the printer: marks where to cut and fold, marks of register, a bar of colours.

Marks are drawn in all four inks by their numbers: the colour All would be told by the preflight of a printer (GWG 2022, R0024).
"""

from collections.abc import Iterator, Sequence

from reportbuilder.pdf.boxes import Boxes
from reportbuilder.pdf.syntax import nums
from reportbuilder.style.printing import PrintStyle
from reportbuilder.style.units import mm

OFFSET = mm(1)
"""From the bleed to the marks."""
LENGTH = mm(5)
WIDTH = 0.25
RADIUS = mm(1.5)
ARM = mm(2.5)
PATCH = mm(5)
ALL_INKS = f"1 1 1 1 K {nums(WIDTH)} w"
ROUND = 0.5523
"""Of a radius: where the control points of a quarter of a circle lie."""
BAR = (
    (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1), (1, 1, 0, 0), (1, 0, 1, 0), (0, 1, 1, 0),
    (0.5, 0, 0, 0), (0, 0.5, 0, 0), (0, 0, 0.5, 0), (0, 0, 0, 0.5), (0.5, 0.4, 0.4, 0),
)  # fmt: skip
"""Full inks, two of each on top of each other, half tones, and a grey of three inks, whose cast shows at once."""


def printers_marks(boxes: Boxes, style: PrintStyle, folds: Sequence[float] = ()) -> list[str]:
    """Operators that draw what the printer wants; nothing where there is no room outside the bleed. ``folds`` are places along the foot and
    head of the page.
    """
    if not style.slug or boxes.bleed == boxes.media:
        return []
    drawn: list[str] = []
    # Of a sheet that is folded, that of its right part: in the middle stand the marks of the folds.
    middle = ((folds[-1] if folds else boxes.bleed[0]) + boxes.bleed[2]) / 2
    if style.marks:
        drawn += _crop_marks(boxes)
        drawn += _fold_marks(boxes, folds)
    if style.registration:
        drawn += _registration_marks(boxes, middle)
    if style.bar:
        drawn += _bar(boxes, middle)
    return ["q", ALL_INKS, *drawn, "Q"]


def _crop_marks(boxes: Boxes) -> Iterator[str]:
    """Eight lines at the corners of the trim."""
    left, bottom, right, top = boxes.bleed
    for x in (boxes.trim[0], boxes.trim[2]):
        yield _line(x, bottom - OFFSET, x, bottom - OFFSET - LENGTH)
        yield _line(x, top + OFFSET, x, top + OFFSET + LENGTH)
    for y in (boxes.trim[1], boxes.trim[3]):
        yield _line(left - OFFSET, y, left - OFFSET - LENGTH, y)
        yield _line(right + OFFSET, y, right + OFFSET + LENGTH, y)


def _fold_marks(boxes: Boxes, folds: Sequence[float]) -> Iterator[str]:
    """Dashed lines."""
    if not folds:
        return
    _, bottom, _, top = boxes.bleed
    yield "[2 2] 0 d"
    for x in folds:
        yield _line(x, bottom - OFFSET, x, bottom - OFFSET - LENGTH)
        yield _line(x, top + OFFSET, x, top + OFFSET + LENGTH)
    yield "[] 0 d"


def _registration_marks(boxes: Boxes, across: float) -> Iterator[str]:
    """A circle with a cross in the middle of each side."""
    left, bottom, right, top = boxes.bleed
    up = (bottom + top) / 2
    away = OFFSET + ARM
    for x, y in ((across, bottom - away), (across, top + away), (left - away, up), (right + away, up)):
        yield _line(x - ARM, y, x + ARM, y)
        yield _line(x, y - ARM, x, y + ARM)
        yield _circle(x, y)


def _circle(x: float, y: float) -> str:
    r, c = RADIUS, RADIUS * ROUND
    quarters = ((r, c, c, r, 0, r), (-c, r, -r, c, -r, 0), (-r, -c, -c, -r, 0, -r), (c, -r, r, -c, r, 0))
    curves = (nums(*(part + (x, y)[index % 2] for index, part in enumerate(quarter))) + " c" for quarter in quarters)
    return f"{nums(x + r, y)} m {' '.join(curves)} S"


def _bar(boxes: Boxes, middle: float) -> Iterator[str]:
    """Patches along the foot, right of the mark of register."""
    _, bottom, right, _ = boxes.bleed
    size = min(PATCH, (right - middle) / (len(BAR) + 4))
    x, y = middle + 2 * ARM, bottom - OFFSET - size
    for inks in BAR:
        yield f"{nums(*inks, places=4)} k {nums(x, y, size, size)} re f"
        x += size


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f"{nums(x1, y1)} m {nums(x2, y2)} l S"

"""The boxes of a page, and the crop marks outside them."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportbuilder.pdf.profile import Profile
from reportbuilder.pdf.syntax import nums
from reportbuilder.style.sheet import Sheet
from reportbuilder.style.units import mm

SLUG = mm(8)
MARK_OFFSET = mm(1)
MARK_LENGTH = mm(5)
MARK_WIDTH = 0.25

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""


@dataclass(frozen=True, slots=True)
class Boxes:
    """Nested boxes in the coordinates of the page, which begin at the lower left corner of ``media``. Without bleed all are the trim."""

    media: Box
    bleed: Box
    trim: Box

    @property
    def left(self) -> float:
        """Where x of the layout is 0."""
        return self.trim[0]

    @property
    def top(self) -> float:
        """Where y of the layout is 0."""
        return self.trim[3]

    def placed(self, x: float, y: float, width: float, height: float) -> Box:
        """A frame of the layout (y down from the top of the trim) as a box of the page."""
        return self.left + x, self.top - y - height, self.left + x + width, self.top - y


def page_boxes(sheet: Sheet, profile: Profile) -> Boxes:
    """The boxes of every page of one PDF."""
    page = sheet.page
    bleed = page.bleed if profile.bleed else 0.0
    slug = SLUG if profile.bleed and sheet.print.marks else 0.0
    trim = bleed + slug
    return Boxes(
        (0.0, 0.0, page.width + 2 * trim, page.height + 2 * trim),
        (slug, slug, page.width + trim + bleed, page.height + trim + bleed),
        (trim, trim, page.width + trim, page.height + trim),
    )


def crop_marks(boxes: Boxes) -> Iterator[str]:
    """Operators that draw eight marks at the corners of the trim, clear of the bleed, in all four inks; nothing where there is no slug."""
    if boxes.bleed == boxes.media:
        return
    yield f"1 1 1 1 K {nums(MARK_WIDTH)} w"
    left, bottom, right, top = boxes.bleed
    for x in (boxes.trim[0], boxes.trim[2]):
        yield _line(x, bottom - MARK_OFFSET, x, bottom - MARK_OFFSET - MARK_LENGTH)
        yield _line(x, top + MARK_OFFSET, x, top + MARK_OFFSET + MARK_LENGTH)
    for y in (boxes.trim[1], boxes.trim[3]):
        yield _line(left - MARK_OFFSET, y, left - MARK_OFFSET - MARK_LENGTH, y)
        yield _line(right + MARK_OFFSET, y, right + MARK_OFFSET + MARK_LENGTH, y)


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f"{nums(x1, y1)} m {nums(x2, y2)} l S"

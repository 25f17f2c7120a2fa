"""The boxes of a page."""

from msgspec import Struct

from reportbuilder.pdf.profile import Profile
from reportbuilder.style.sheet import Sheet
from reportbuilder.style.units import mm

SLUG = mm(8)
"""Room outside the bleed for marks."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""


class Boxes(Struct, frozen=True):
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
    slug = SLUG if profile.bleed and sheet.print.slug else 0.0
    trim = bleed + slug
    return Boxes(
        (0.0, 0.0, page.width + 2 * trim, page.height + 2 * trim),
        (slug, slug, page.width + trim + bleed, page.height + trim + bleed),
        (trim, trim, page.width + trim, page.height + trim),
    )

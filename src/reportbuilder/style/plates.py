"""Plates: pages that are composed by hand – cover, chapter openers, back cover – as the style sheet lays them out.

A plate says for each of its pages what is painted, in order: grounds, the part's picture, its logo, drawings of the designer, and stacks of the
part's texts. Lengths are points; ``x`` runs right and ``y`` down from the top left corner of the trimmed page.
"""

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from reportbuilder.style.sheet import PageStyle

PlateName = Literal["cover", "opener", "text", "blank", "back-cover", "spine"]
Begin = Literal["any", "left", "right"]
Hang = Literal["top", "bottom"]

SLOTS: dict[PlateName, tuple[str, ...]] = {
    "cover": ("organisation", "title", "subtitle"),
    "opener": ("number", "title", "lead"),
    "text": (),
    "blank": (),
    "back-cover": ("text",),
    "spine": ("organisation", "title"),
}
"""The texts that a part gives to its plate. The style of one is ``<plate>-<slot>``; that of the back cover ``back-cover``. What is on the plate
``text`` stands behind every page of running text, on ``blank`` on pages that would stay white; they are mirrored as they say.
"""

PICTURED: tuple[PlateName, ...] = ("cover", "opener")
LOGOED: tuple[PlateName, ...] = ("cover", "back-cover", "spine")
OPTIONAL: tuple[PlateName, ...] = ("spine",)
"""Plates that need not show all that they could: the cover has it too."""
EDGE = 0.01


class Box(Struct, frozen=True):
    """A rectangle on the page."""

    x: float
    y: float
    width: float
    height: float

    def bled(self, page: "PageStyle") -> "Box":
        """The same with every side that lies on the edge of the page, or beyond it, moved out into the bleed."""
        left = -page.bleed if self.x <= EDGE else self.x
        top = -page.bleed if self.y <= EDGE else self.y
        right = page.width + page.bleed if self.x + self.width >= page.width - EDGE else self.x + self.width
        bottom = page.height + page.bleed if self.y + self.height >= page.height - EDGE else self.y + self.height
        return Box(left, top, right - left, bottom - top)

    def mirrored(self, page: "PageStyle") -> "Box":
        """Its place on a facing page."""
        return Box(page.width - self.x - self.width, self.y, self.width, self.height)


class PlateFill(Struct, frozen=True):
    """A ground in one ink; of several, chapters take one after another."""

    inks: tuple[str, ...]
    box: Box


class PlatePicture(Struct, frozen=True):
    """The part's picture, cropped to fill the box."""

    box: Box


class PlateLogo(Struct, frozen=True):
    """The part's logo, as large as it fits into the box, in its lower left corner."""

    box: Box


class PlateDrawing(Struct, frozen=True):
    """A drawing or picture of the designer that says nothing; of several, chapters take one after another. It fills the box, cropped."""

    files: tuple[str, ...]
    box: Box


class PlateText(Struct, frozen=True):
    """Texts of the part under one another, ``gap`` apart: from ``y`` down, or (``hang`` bottom) with the last line's foot at ``y``.

    ``inks`` replace those of their styles; of several, chapters take one after another. On a plate that may begin on either side, x is that
    on a right-hand page, and moves with the margins. Texts that are higher than ``height`` together (0: than the page) are set smaller.
    """

    slots: tuple[str, ...]
    x: float
    y: float
    width: float
    gap: float
    hang: Hang = "top"
    inks: tuple[str, ...] = ()
    height: float = 0.0


PlateItem = PlateFill | PlatePicture | PlateLogo | PlateDrawing | PlateText


class Plate(Struct, frozen=True):
    """``pages`` has the items of each page. ``begin``: on which side the first stands; ``mirrored``: on a left-hand page all is mirrored."""

    pages: tuple[tuple[PlateItem, ...], ...]
    begin: Begin = "any"
    mirrored: bool = False

    def items(self) -> tuple[PlateItem, ...]:
        """Those of all its pages."""
        return tuple(item for page in self.pages for item in page)


def plain_plates(page: "PageStyle") -> dict[PlateName, Plate]:
    """Plates for a sheet that has none of its own: whole pictures, and texts where any page has room for them."""
    width = page.full_width
    band = min(96.0, page.height / 4)
    upper = page.height * 0.53
    number = min(46.0 * 72 / 25.4, width / 3)
    cover: tuple[PlateItem, ...] = (
        PlatePicture(Box(0.0, 0.0, page.width, page.height - band)),
        PlateFill(("paper",), Box(0.0, page.height - band, page.width, band)),
        PlateLogo(Box(page.inner, page.height - band * 0.73, width, band * 0.46)),
        PlateText(("organisation", "title", "subtitle"), page.inner, min(58.0, page.top), width, 14.0),
    )
    opener: tuple[PlateItem, ...] = (
        PlatePicture(Box(0.0, 0.0, page.width, upper)),
        PlateText(("number",), page.inner, upper + 18.0, number - 10.0, 0.0),
        PlateText(("title", "lead"), page.inner + number, upper + 30.0, width - number, 16.0),
    )
    back: tuple[PlateItem, ...] = (
        PlateFill(("accent2",), Box(0.0, 0.0, page.width, page.height)),
        PlateText(("text",), page.inner, page.height - page.bottom, width, 0.0, "bottom"),
        PlateLogo(Box(page.inner, page.top, width, 44.0)),
    )
    return {"cover": Plate((cover,)), "opener": Plate((opener,), mirrored=True), "text": Plate(((),)), "blank": Plate(((),)), "back-cover": Plate((back,)), "spine": Plate(((),))}

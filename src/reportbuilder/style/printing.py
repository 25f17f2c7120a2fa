"""What a printer wants: the printing condition, limits of ink and resolution, marks, binding and cover."""

from typing import Literal

from msgspec import Struct

Binding = Literal["none", "saddle", "perfect"]
CoverFile = Literal["inside", "separate"]
RenderingIntent = Literal["relative", "perceptual"]
MULTIPLES: dict[Binding, int] = {"none": 2, "saddle": 4, "perfect": 2}
"""What the number of pages is a multiple of: sheets have two sides, folded ones four pages."""


class PrintStyle(Struct, frozen=True):
    """``profile``: the output profile, a file under ``assets/icc``; ``condition``: its name in the registry, ``info`` the same in words.

    ``ink_limit`` and ``ink_average`` (of 15 mm square) are per cent. ``marks``, ``registration`` and ``bar`` (of colours) stand outside the bleed.
    ``spots``: inks of their own are printed as such. ``leaf`` and ``cover_leaf``: thickness of paper in points, for the spine of a separate
    cover, which has the ink ``spine`` (empty for none).
    """

    profile: str
    condition: str
    info: str
    ink_limit: float
    ppi: float
    marks: bool
    printer: str = ""
    registration: bool = False
    bar: bool = False
    spots: bool = False
    binding: Binding = "none"
    cover: CoverFile = "inside"
    leaf: float = 0.0
    cover_leaf: float = 0.0
    spine: str = ""
    intent: RenderingIntent = "relative"
    ink_average: float = 320.0
    ppi_error: float = 149.0
    ppi_warning: float = 224.0

    @property
    def slug(self) -> bool:
        """Whether anything stands outside the bleed."""
        return self.marks or self.registration or self.bar

    @property
    def multiple(self) -> int:
        """What the number of pages is a multiple of."""
        return MULTIPLES[self.binding]

"""The limits that a printer sets, with those of GWG 2022 for sheetfed offset where nothing is said."""

from msgspec import Struct

MM = 72 / 25.4


class Limits(Struct, frozen=True):
    """Lengths are points, inks per cent, resolutions pixels an inch.

    ``spot``: spot colours are ordered (GWG variant SheetSpot). ``conditions``: the output conditions that the printer takes; empty for any.
    ``multiple``: what the number of pages must be a multiple of. ``inner``: margin at the spine
    that text keeps, 0 for any.
    """

    name: str = "GWG 2022 SheetCMYK"
    spot: bool = False
    conditions: tuple[str, ...] = ()
    bleed: float = 3 * MM
    multiple: int = 1
    ink_average: float = 320.0
    ink_square: float = 15 * MM
    ink_most: float = 300.0
    ppi_error: float = 149.0
    ppi_warning: float = 224.0
    ppi_wanted: float = 300.0
    ppi_most: float = 450.0
    bitmap_error: float = 549.0
    bitmap_warning: float = 799.0
    safe: float = 5 * MM
    least_type: float = 6.0
    inner: float = 0.0

"""What the print PDF and the web PDF differ in, as rows of a table; painters and finishers ask fields, never which row it is."""

from typing import Literal

from msgspec import Struct

Device = Literal["cmyk", "rgb"]
Standard = Literal["PDF/X-4", "PDF/UA-1 + PDF/A-2a", "none"]
"""What a file claims to keep."""


class Profile(Struct, frozen=True):
    """One kind of PDF.

    ``version``: (1, 6) for PDF 1.6. ``device``: the colour space of all content and of the output intent. ``bleed``: pages show their
    bleed, and crop marks if the sheet wants them; otherwise the media box is the trim. ``overprint``: small pure black prints on top of
    what is under it. ``tagged``: marked content, the structure tree, and the links that stand in it. ``linearized``: ordered so that
    the first page shows while the rest still loads.
    """

    name: str
    standard: Standard
    version: tuple[int, int]
    device: Device
    bleed: bool
    overprint: bool
    tagged: bool
    outline: bool
    page_labels: bool
    object_streams: bool
    linearized: bool


PRINT = Profile(
    name="print",
    standard="PDF/X-4",
    version=(1, 6),
    device="cmyk",
    bleed=True,
    overprint=True,
    tagged=False,
    outline=False,
    page_labels=False,
    object_streams=False,
    linearized=False,
)

WEB = Profile(
    name="web",
    standard="PDF/UA-1 + PDF/A-2a",
    version=(1, 7),
    device="rgb",
    bleed=False,
    overprint=False,
    tagged=True,
    outline=True,
    page_labels=True,
    object_streams=True,
    linearized=True,
)

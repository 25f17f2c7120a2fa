"""What the print PDF and the web PDF differ in, as rows of a table; painters and finishers ask fields, never which row it is."""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.style.sheet import WebStandard

Device = Literal["cmyk", "rgb"]
Standard = Literal["PDF/X-4", "PDF/UA-1 + PDF/A-2a", "PDF/UA-2 + PDF/A-4", "none"]
"""What a file claims to keep."""


class Profile(Struct, frozen=True):
    """One kind of PDF.

    ``version``: (1, 6) for PDF 1.6. ``info``: an Info dictionary says what XMP says, for older programs. ``device``: the colour space of all
    content and of the output intent. ``bleed``: pages show their bleed, and crop marks if the sheet wants them; otherwise the media box is
    the trim. ``bound``: it says when its pages are bound on the right. ``overprint``: small pure black prints on top of what is under it. ``tagged``: marked content, the structure tree, and the links
    that stand in it. ``namespaced``: the tags are those of PDF 2.0, each with its namespace; what leads to a place leads to an element, and
    elements that belong together refer to each other. ``linearized``: ordered so that the first page shows while the rest still loads.
    """

    name: str
    standard: Standard
    version: tuple[int, int]
    info: bool
    device: Device
    bleed: bool
    bound: bool
    overprint: bool
    tagged: bool
    namespaced: bool
    outline: bool
    page_labels: bool
    object_streams: bool
    linearized: bool


PRINT = Profile(
    name="print",
    standard="PDF/X-4",
    version=(1, 6),
    info=True,
    device="cmyk",
    bleed=True,
    bound=True,
    overprint=True,
    tagged=False,
    namespaced=False,
    outline=False,
    page_labels=False,
    object_streams=False,
    linearized=False,
)

WEB = Profile(
    name="web",
    standard="PDF/UA-1 + PDF/A-2a",
    version=(1, 7),
    info=True,
    device="rgb",
    bleed=False,
    bound=False,  # pdfium would take all text for text from right to left, addresses of mail and sites among it
    overprint=False,
    tagged=True,
    namespaced=False,
    outline=True,
    page_labels=True,
    object_streams=True,
    linearized=True,
)

WEB_2 = replace(WEB, name="web-ua2", standard="PDF/UA-2 + PDF/A-4", version=(2, 0), info=False, namespaced=True)
"""The same pages by the standards of 2020 and 2024, for readers that know PDF 2.0."""

WEB_PROFILES: dict[WebStandard, Profile] = {"ua1": WEB, "ua2": WEB_2}

"""Everything about one file that rules look at, gathered once."""

from functools import cached_property

from msgspec import Struct
from pikepdf import Array, Dictionary, Object, Pdf, Stream

from reportbuilder.preflight.finding import Box
from reportbuilder.preflight.content import Budget, PageContent
from reportbuilder.preflight.fonts import number
from reportbuilder.preflight.interpret import inherited, interpret
from reportbuilder.preflight.inventory import Inventory, inventory
from reportbuilder.preflight.limits import Limits
from reportbuilder.preflight.resources import Book
from reportbuilder.preflight.space import inner
from reportbuilder.preflight.xmp import Xmp

LETTER: Box = (0.0, 0.0, 612.0, 792.0)


class PageFacts(Struct, frozen=True):
    """A page (``number`` from 1) and its boxes, upright; None where the page has none. ``trim`` falls back on the art box, the crop box, the
    media box, and ``bleed`` on the trim, as far as they are named at all.
    """

    number: int
    object: Object
    media: Box
    crop: Box | None
    bleed_box: Box | None
    trim_box: Box | None
    art: Box | None

    @property
    def trim(self) -> Box:
        return self.trim_box or self.art or self.crop or self.media

    @property
    def bleed(self) -> Box:
        return self.bleed_box or self.trim


class Evidence(Struct, dict=True):
    """``start`` are the first bytes of the file."""

    start: bytes
    pdf: Pdf
    limits: Limits

    def __post_init__(self) -> None:
        self.book = Book()

    @cached_property
    def pages(self) -> list[PageFacts]:
        return [_facts(page.obj, index) for index, page in enumerate(self.pdf.pages, 1)]

    @cached_property
    def contents(self) -> list[PageContent]:
        """What each page paints. Raises `TooMuch`."""
        budget = Budget()
        return [interpret(page.object, page.number, page.media, self.book, budget) for page in self.pages]

    @cached_property
    def from_right(self) -> bool:
        """Whether the pages are read from right to left (ISO 32000-1, table 150), and so bound on the right."""
        preferences = inner(self.pdf.Root, "/ViewerPreferences")
        return preferences is not None and preferences.get("/Direction") == "/R2L"

    @cached_property
    def inventory(self) -> Inventory:
        return inventory(self.pdf, [page.object for page in self.pages])

    @cached_property
    def xmp(self) -> Xmp:
        stream = self.pdf.Root.get("/Metadata")
        return Xmp(stream.read_bytes() if isinstance(stream, Stream) else b"")

    @cached_property
    def info(self) -> Object:
        return inner(self.pdf.trailer, "/Info") or Dictionary()

    @cached_property
    def intents(self) -> list[Object]:
        """The output intents for PDF/X."""
        found = self.pdf.Root.get("/OutputIntents")
        every = list(found) if isinstance(found, Array) else []
        return [intent for intent in every if isinstance(intent, Dictionary) and intent.get("/S") == "/GTS_PDFX"]  # type: ignore[union-attr]

    @cached_property
    def profile(self) -> bytes:
        """The output profile; empty when there is none."""
        stream = self.intents[0].get("/DestOutputProfile") if self.intents else None
        return stream.read_bytes() if isinstance(stream, Stream) else b""

    @property
    def intended(self) -> str:
        """The colour space of the output profile: ``CMYK``, ``RGB``, ``GRAY``, or empty."""
        return self.profile[16:20].decode("latin-1").strip()


def _facts(page: Object, number: int) -> PageFacts:
    return PageFacts(
        number, page, box(inherited(page, "/MediaBox")) or LETTER, box(inherited(page, "/CropBox")),
        box(page.get("/BleedBox")), box(page.get("/TrimBox")), box(page.get("/ArtBox")),
    )  # fmt: skip


def identity_of(trailer: Object) -> bytes:
    """The first part of the ID of a file, which stays the same when it is saved again; empty where there is none."""
    found = trailer.get("/ID")
    return bytes(found[0]) if isinstance(found, Array) and len(found) else b""  # type: ignore[call-overload]


def box(found: object) -> Box | None:
    """A rectangle of a file, upright; None where it is none."""
    if not isinstance(found, Array) or len(found) != 4:
        return None
    x1, y1, x2, y2 = (number(edge) for edge in found)  # type: ignore[attr-defined]
    return (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))

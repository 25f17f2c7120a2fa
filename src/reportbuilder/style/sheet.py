"""The sheet: everything about looks that layout and writers ask for. Lengths are points; colours come as inks by name."""

from typing import Literal

from msgspec import Struct

from reportbuilder.diag.span import Span
from reportbuilder.style.details import Details
from reportbuilder.style.displays import Displays
from reportbuilder.style.printing import PrintStyle
from reportbuilder.style.plates import Plate, PlateName, plain_plates

Alignment = Literal["justify", "left", "right", "center"]
Folio = Literal["outer", "margin"]
WebStandard = Literal["ua1", "ua2"]
Weight = Literal["light", "regular", "semibold", "bold", "black"]

SPACE_STRETCH = 1 / 2
SPACE_SHRINK = 1 / 3
"""What a space may gain and lose, in parts of its width, if a sheet doesn't say: as in TeX's fonts."""


class Ink(Struct, frozen=True):
    """One colour chosen for print and screen together: CMYK in parts of 1, RGB in parts of 255. ``small`` is what text too small for several
    inks is printed in; None leaves that to the painter. ``spot`` is the name of an ink of its own, or empty.
    """

    name: str
    cmyk: tuple[float, float, float, float]
    rgb: tuple[int, int, int]
    small: tuple[float, float, float, float] | None = None
    spot: str = ""

    @property
    def hex(self) -> str:
        """RRGGBB, for DOCX."""
        return "%02X%02X%02X" % self.rgb


class FaceKey(Struct, frozen=True):
    """Names one font file of a family."""

    family: str
    weight: Weight = "regular"
    italic: bool = False


class TextStyle(Struct, frozen=True):
    """A complete style of a paragraph. Emphasis, strong, links and note marks are changes on it, made in `layout.looks`.

    ``features`` are OpenType tags to switch on, or off with ``-``; ``acronyms``: words of capitals are set in small capitals.
    ``space_stretch``, ``space_shrink``: what a space may gain and lose in justified lines, in parts of its width; ``expansion``: likewise the
    letters, before the spaces do; ``protrude``: signs hang into the margins; ``looseness``: so many lines more than the best;
    ``balance``: lines of about one length.
    """

    name: str
    face: FaceKey
    size: float
    leading: float
    ink: str
    align: Alignment = "left"
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    first_indent: float = 0.0
    hyphenate: bool = False
    keep_next: bool = False
    tracking: float = 0.0
    features: tuple[str, ...] = ()
    strong: Weight = "semibold"
    link_ink: str = ""
    acronyms: bool = False
    space_stretch: float = SPACE_STRETCH
    space_shrink: float = SPACE_SHRINK
    expansion: float = 0.0
    protrude: bool = False
    looseness: int = 0
    balance: bool = False


class PageStyle(Struct, frozen=True):
    """A4 or another trimmed size, its bleed and its margins. Facing pages are mirrored: ``inner`` is at the spine.

    The text column stands at the inner margin and is ``text_width`` wide; the side column (captions of wide figures, key figures)
    follows after ``gutter`` and ends at the outer margin. ``folio``: the page number ends at the outer margin, or stands in the middle of it.

    ``from_right``: the report runs from right to left and is bound on the right. All of the layout then counts x from the right edge, and what is
    called left or right is so in a mirror (`layout.mirror`).
    """

    width: float
    height: float
    bleed: float
    top: float
    bottom: float
    inner: float
    outer: float
    text_width: float
    gutter: float
    baseline: float
    header: float
    footer: float
    folio: Folio = "outer"
    from_right: bool = False

    @property
    def full_width(self) -> float:
        """From inner to outer margin."""
        return self.width - self.inner - self.outer

    @property
    def side_width(self) -> float:
        """What is left for the side column."""
        return self.full_width - self.text_width - self.gutter

    @property
    def text_height(self) -> float:
        return self.height - self.top - self.bottom

    def text_left(self, right_hand: bool) -> float:
        """The left edge of the text column on a right-hand or left-hand page."""
        return self.inner if right_hand else self.width - self.inner - self.text_width

    def side_left(self, right_hand: bool) -> float:
        """The left edge of the side column."""
        return self.inner + self.text_width + self.gutter if right_hand else self.outer

    def full_left(self, right_hand: bool) -> float:
        """The left edge of the area between the margins."""
        return self.inner if right_hand else self.outer


class WebStyle(Struct, frozen=True):
    """``ppi``, ``quality``: of its pictures. ``standard``: what the PDF for screens keeps: PDF/UA-1 with PDF/A-2a, or PDF/UA-2 with PDF/A-4."""

    ppi: float
    quality: int
    standard: WebStandard = "ua1"


class Sheet(Struct, frozen=True):
    """All of it. ``fonts`` gives the file (under ``assets/fonts``) of each face; ``fallback`` families are tried for missing glyphs;
    ``places`` tells where each file is named, and each style defined (``styles/body``), for messages. ``plates`` are pages composed by hand,
    ``grounds`` the inks behind whole pages by the name of their part, ``drawings`` the files under ``assets`` that plates show as decoration,
    ``displays`` the measures of blocks that are drawn; ``protrusion`` has for a family the parts of their width by which signs hang into the
    left and right margin, over those that `layout.margins` has for all; ``scripts`` has the fallback families that are meant for scripts of
    their own, so that nobody is warned of them; ``companions`` has for a family those that are tried before the fallback, without a warning either.
    """

    inks: dict[str, Ink]
    fonts: dict[FaceKey, str]
    fallback: tuple[str, ...]
    styles: dict[str, TextStyle]
    page: PageStyle
    print: PrintStyle
    web: WebStyle
    places: dict[str, Span] = {}
    plates: dict[PlateName, Plate] = {}
    grounds: dict[str, str] = {}
    details: Details = Details()
    drawings: tuple[str, ...] = ()
    displays: Displays = Displays()
    protrusion: dict[str, dict[str, tuple[float, float]]] = {}
    scripts: tuple[str, ...] = ()
    companions: dict[str, tuple[str, ...]] = {}

    def plate(self, name: PlateName) -> Plate:
        """The plate of that name, plain if the sheet has none of its own."""
        return self.plates.get(name) or plain_plates(self.page)[name]

    def style(self, name: str) -> TextStyle:
        """The text style of that name; the reader of the sheet has made sure that all names we use exist."""
        return self.styles[name]


STYLE_NAMES = (
    "body", "lead", "heading1", "heading2", "heading3", "list", "caption", "credit", "quote", "quote-by",
    "fact-value", "fact-label", "table-head", "table-cell", "box-title", "box", "note", "note-mark",
    "contents1", "contents2", "contents-number", "opener-number", "opener-title", "opener-lead",
    "cover-title", "cover-subtitle", "cover-organisation", "colofon-label", "colofon", "signature-name", "signature",
    "back-cover", "header", "folio", "letter", "chart-title", "chart-label", "chart-value", "chart-note",
    "wide-quote", "wide-quote-by", "margin-quote", "margin-quote-by", "margin-value", "margin-label",
    "numbers-title", "numbers-lead", "numbers-value", "numbers-label", "numbers-large", "numbers-large-label",
    "timeline-date", "timeline", "person-name", "person-function", "person-initials",
)
"""Every text style that layout and the DOCX writer ask for by name."""

INK_NAMES = ("text", "muted", "accent", "accent2", "paper", "tint", "rule")
"""Every ink that layout asks for by name; a style may name others that the sheet defines."""

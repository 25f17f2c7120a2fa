"""What following the content of a page gives, and the limits it keeps."""

import re

from msgspec import Struct
from pikepdf import Array, Object, PdfError, Stream

from reportbuilder.preflight.finding import Box
from reportbuilder.preflight.marks import Shown
from reportbuilder.preflight.space import Space

_NAMED = re.compile(r"^stream <[^>]*>: ")
MOST_OPERATORS = 3_000_000
"""In one file, forms counted as often as they are shown."""


class TooMuch(Exception):
    """A limit was passed; its text says which."""


def why(fault: Exception) -> str:
    """What a reader of PDF says of a file, in one line and without the name that the program has for it."""
    return _NAMED.sub("", str(fault).split("\n")[0])[:200]


class Budget(Struct):
    """What is left of the limits of a file."""

    operators: int = MOST_OPERATORS


class PageContent(Struct):
    """All that one page paints. ``spaces``: what each colour space is used for, with the first place. ``groups``: the transparency groups
    that were painted (their dictionaries) and whether as a luminosity mask. ``intents``: rendering intents set. ``undecoded``:
    streams that could not be unpacked. ``silent``: something is painted that is not among what is ``shown`` (cells of patterns, glyphs of Type 3
    fonts, soft masks); ``clipped``: by a path that is no upright rectangle.
    """

    number: int
    shown: list[Shown] = []
    spaces: dict[tuple[Space, str], Box] = {}
    groups: list[tuple[Object, bool]] = []
    intents: set[str] = set()
    transparent: bool = False
    icc_overprints: list[Box] = []
    looked_into: set[object] = set()
    undecoded: int = 0
    silent: bool = False
    clipped: bool = False

    def decode(self, stream: Object) -> bytes:
        """The data of a stream; empty, and noted, when its filters fail."""
        try:
            return stream.read_bytes()
        except (PdfError, ValueError, RuntimeError):
            self.undecoded += 1
            return b""


def contents(page: Object, content: PageContent) -> bytes:
    """The streams of a page as one, apart by white space (7.8.2); what can't be decoded is left out, and noted."""
    found = page.get("/Contents")
    streams = list(found) if isinstance(found, Array) else [found]
    return b"\n".join(content.decode(stream) for stream in streams if isinstance(stream, Stream))


def decoded(stream: Object) -> bytes:
    """The data of a stream; empty when its filters fail."""
    try:
        return stream.read_bytes()
    except (PdfError, ValueError, RuntimeError):
        return b""

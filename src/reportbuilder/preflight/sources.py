"""Where the things on a page come from, for files that we made: a map beside the file, and findings told by it.

The map is JSON: ``identity`` of the file (hex), ``pages``: for each page a list of ``[left, bottom, right, top, file, line, column]``, and
``blank``: numbers of pages that are empty on purpose.
"""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.json import decode, encode
from msgspec.structs import replace
from pikepdf import Array, Pdf, PdfError

from reportbuilder.diag.span import NOWHERE, Span
from reportbuilder.preflight.finding import Box, Finding
from reportbuilder.preflight.rule import Level


class Sources(Struct, frozen=True):
    """For each page the places on it and their spans."""

    identity: bytes
    pages: tuple[tuple[tuple[Box, Span], ...], ...]
    blank: tuple[int, ...]


def sources(text: str) -> Sources | None:
    """A map read; None where it is none."""
    try:
        data = decode(text)
        pages = tuple(tuple((tuple(row[:4]), Span(str(row[4]), int(row[5]), int(row[6]))) for row in page) for page in data["pages"])
        return Sources(bytes.fromhex(data["identity"]), pages, tuple(int(number) for number in data["blank"]))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        return None


def identity_of(path: Path) -> bytes:
    """The first part of the ID of a file; empty where it can't be read or has none."""
    try:
        with Pdf.open(path) as pdf:
            found = pdf.trailer.get("/ID")
            return bytes(found[0]) if isinstance(found, Array) and len(found) else b""  # type: ignore[call-overload]
    except (PdfError, OSError, TypeError):
        return b""


def written(made: Sources) -> str:
    """A map as text."""
    pages = [[[*(round(edge, 1) for edge in box), *span] for box, span in page] for page in made.pages]
    return encode({"identity": made.identity.hex(), "blank": made.blank, "pages": pages}).decode()


def told(findings: Sequence[Finding], known: Sources) -> tuple[Finding, ...]:
    """The findings with the places in the sources that they come from; a page that is empty on purpose is only noted."""
    return tuple(_meant(replace(finding, span=_span(finding, known)), known) for finding in findings)


def _meant(finding: Finding, known: Sources) -> Finding:
    if finding.rule == "R0005" and finding.page in known.blank:
        return replace(finding, level=Level.INFO, message="the page is empty on purpose")
    return finding


def _span(finding: Finding, known: Sources) -> Span:
    if not finding.boxes or not 0 < finding.page <= len(known.pages):
        return NOWHERE
    box = finding.boxes[0]
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    around = [(_area(place), span) for place, span in known.pages[finding.page - 1] if place[0] <= x <= place[2] and place[1] <= y <= place[3]]
    return min(around, default=(0.0, NOWHERE))[1]


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])

"""Where the links and bookmarks of a PDF lead, as PDFium follows them for someone at the keyboard."""

import ctypes
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as c

from reportbuilder.layout.page import Layout
from reportbuilder.model import nodes as n
from reportbuilder.model.walk import walk
from reportbuilder.pdf.spoken import Spoken, plain, spoken_in

NEAR = 5.0
"""Points between a place and the upper edge of the link on the same line, at most."""
LINES = 60.0
"""Points in which a title must begin."""


class Jump(NamedTuple):
    """``said`` of a link on ``page`` (index) whose upper edge is ``top``, or of a bookmark (-1, 0); it leads to the page ``target`` at height ``y``."""

    said: str
    page: int
    top: float
    target: int
    y: float


def jumps(path: Path) -> Iterator[Jump]:
    """All links to places inside, page by page."""
    with pypdfium2.PdfDocument(path) as pdf:
        for number, page in enumerate(pdf):
            yield from _links(pdf, page, number)


def bookmarks(path: Path) -> list[Jump]:
    """All bookmarks in order."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [Jump(item.get_title(), -1, 0.0, *_place(item.get_dest().raw, pdf)) for item in pdf.get_toc()]


def _links(pdf: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, number: int) -> Iterator[Jump]:
    position, link = ctypes.c_int(0), c.FPDF_LINK()
    while c.FPDFLink_Enumerate(page, position, link):
        target = c.FPDFLink_GetDest(pdf, link)
        if not target:
            continue
        rect = c.FS_RECTF()
        assert c.FPDFLink_GetAnnotRect(link, rect)
        annotation = c.FPDFLink_GetAnnot(page, link)
        yield Jump(_contents(annotation), number, max(rect.top, rect.bottom), *_place(target, pdf))
        c.FPDFPage_CloseAnnot(annotation)


def _contents(annotation: c.FPDF_ANNOTATION) -> str:
    length = c.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
    buffer = ctypes.create_string_buffer(length)
    c.FPDFAnnot_GetStringValue(annotation, b"Contents", ctypes.cast(buffer, ctypes.POINTER(c.FPDF_WCHAR)), length)
    return buffer.raw[: length - 2].decode("utf-16-le")


def _place(target: c.FPDF_DEST, pdf: pypdfium2.PdfDocument) -> tuple[int, float]:
    has_x, has_y, has_zoom = (ctypes.c_int() for _ in range(3))
    x, y, zoom = (ctypes.c_float() for _ in range(3))
    assert c.FPDFDest_GetLocationInPage(target, has_x, has_y, has_zoom, x, y, zoom) and has_y
    return c.FPDFDest_GetDestPageIndex(pdf, target), y.value


# ---------------------------------------------------------------- what holds


def check_ways(path: Path, document: n.Document, layout: Layout) -> None:
    """Everything that leads somewhere leads where it says, and back."""
    found, spoken = list(jumps(path)), spoken_in(document.meta.language)
    page_word = spoken.page.format("")
    nodes = [node for node in walk(*document.parts) if node.id in layout.places or isinstance(node, n.NoteMark | n.Note)]
    _check_notes(found, nodes, spoken)
    with pypdfium2.PdfDocument(path) as pdf:
        texts = [page.get_textpage() for page in pdf]
        for jump in found:
            words, _, label = jump.said.rpartition(page_word)
            if label.isdecimal():
                assert layout.pages[jump.target].label == label, jump
            for entry in (node for node in nodes if isinstance(node, n.ContentsEntry) and words == _entry(node)):
                assert _shown(plain(entry.content)) in _near(texts, jump), jump
        _check_bookmarks(bookmarks(path), [node for node in nodes if isinstance(node, n.Heading)], texts)
    entries = [node for node in nodes if isinstance(node, n.ContentsEntry)]
    assert {_entry(entry) for entry in entries} <= {jump.said.rpartition(page_word)[0] for jump in found}


def _check_notes(found: list[Jump], nodes: list[n.NoteMark | n.Note], spoken: Spoken) -> None:
    """Each mark leads to its note, and the note back to its first mark."""
    there = [jump for jump in found if jump.said == spoken.note.format(_number(jump))]
    back = [jump for jump in found if jump.said == spoken.back.format(_number(jump))]
    assert len(there) == sum(isinstance(node, n.NoteMark) for node in nodes)
    assert len(back) == sum(isinstance(node, n.Note) for node in nodes)
    for jump in back:
        marks = [other for other in there if _number(other) == _number(jump) and _leads(other, jump)]
        assert marks and any(_leads(jump, mark) for mark in marks), jump
    for mark in there:
        assert sum(_leads(mark, jump) for jump in back if _number(mark) == _number(jump)) == 1, mark


def _number(jump: Jump) -> str:
    return jump.said.split()[-1]


def _leads(jump: Jump, other: Jump) -> bool:
    """Whether it leads to the line of the other."""
    return jump.target == other.page and abs(jump.y - other.top) < NEAR


def _check_bookmarks(found: list[Jump], headings: list[n.Heading], texts: list[pypdfium2.PdfTextPage]) -> None:
    assert [jump.said.endswith(plain(heading.content)) for jump, heading in zip(found, headings, strict=True)] == [True] * len(found)
    for jump, heading in zip(found, headings):
        assert _shown(plain(heading.content)) in _near(texts, jump), jump


def _entry(entry: n.ContentsEntry) -> str:
    return " ".join(filter(None, (entry.number, plain(entry.content)))) + ", "


def _near(texts: list[pypdfium2.PdfTextPage], jump: Jump) -> str:
    """What stands on the page from that height on, for a few lines."""
    return _shown(texts[jump.target].get_text_bounded(bottom=jump.y - LINES, top=jump.y + 1, errors="ignore"), 10_000)


def _shown(text: str, length: int = 12) -> str:
    """The first letters, without spaces, hyphens, and digits, which may be marks of notes."""
    return re.sub("[\\s\\d\u00ad\u0002\ufffe-]+", "", text)[:length]

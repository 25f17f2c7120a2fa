"""Pages rendered as plates of ink: PDFium draws two copies of them whose colours are amounts of ink.

Of the first copy red, green and blue are what cyan, magenta and yellow leave of white; the second is grey, and what black leaves.
"""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from pikepdf import Object, Stream
from PIL import Image, ImageChops

from reportbuilder.preflight.evidence import Evidence, PageFacts
from reportbuilder.preflight.inked import inked
from reportbuilder.preflight.inks import Printing
from reportbuilder.preflight.limits import MM
from reportbuilder.preflight.marks import ShownPicture
from reportbuilder.preflight.matrix import sides
from reportbuilder.preflight.samples import inks_of, packed

CELL, PIXELS = 3 * MM, 8
"""Points of a cell in which ink is averaged, and its pixels a side."""
SCALE = PIXELS / CELL
"""Pixels a point."""
THREADS = min(4, os.cpu_count() or 1)
MOST_SIDE = 3_000
"""Pixels; larger pages are drawn coarser."""
TOGETHER = 16
"""Pages in one copy: what they show is in memory together."""


class Plates(NamedTuple):
    """A page as CMYK, 255 for full ink; ``scale`` pixels a point, from the upper left corner of the media box."""

    number: int
    image: Image.Image
    scale: float


def plates(evidence: Evidence, pages: Sequence[PageFacts] | None = None, threads: int = THREADS) -> Iterator[Plates]:
    """All pages in turn, or those wanted. Marks the images of the file that it looks at."""
    wanted = evidence.pages if pages is None else pages
    printing = Printing(evidence.profile)
    for start in range(0, len(wanted), TOGETHER):
        yield from _together(evidence, wanted[start : start + TOGETHER], printing, threads)


def _together(evidence: Evidence, pages: Sequence[PageFacts], printing: Printing, threads: int) -> Iterator[Plates]:
    import pypdfium2

    samples = _samples(evidence, pages, printing, threads)
    documents = [pypdfium2.PdfDocument(copy) for copy in inked([evidence.pdf.pages[page.number - 1] for page in pages], printing, samples)]
    del samples
    try:
        for index, page in enumerate(pages):
            width, height = page.media[2] - page.media[0], page.media[3] - page.media[1]
            scale = min(SCALE, MOST_SIDE / max(width, height, 1))
            colour, black = (_drawn(document, index, scale, grey) for document, grey in zip(documents, (False, True)))
            if colour.size == black.size:
                left = Image.merge("CMYK", (*colour.split()[:3], black))
                yield Plates(page.number, ImageChops.invert(left), scale)
    finally:
        for document in documents:
            document.close()


def _drawn(document: object, index: int, scale: float, grey: bool) -> Image.Image:
    page = document[index]  # type: ignore[index]
    try:
        return page.render(scale=scale, may_draw_forms=False, draw_annots=False, grayscale=grey, prefer_bgrx=not grey, rev_byteorder=not grey).to_pil()
    finally:
        page.close()


def _samples(evidence: Evidence, pages: Sequence[PageFacts], printing: Printing, threads: int) -> list[Image.Image | None]:
    """Every image that the pages show, decoded as large as it is shown; by several threads, a few at a time. Each image is marked with its place."""
    wanted = list(_wanted(evidence, pages).values())
    samples: list[Image.Image | None] = []
    with ThreadPoolExecutor(threads) as pool:
        for start in range(0, len(wanted), 4 * threads):
            some = [packed(image, *size) for image, size in wanted[start : start + 4 * threads]]
            samples += pool.map(lambda each: inks_of(each, printing) if each else None, some)
    for place, (image, _) in enumerate(wanted):
        image["/Place"] = place
    return samples


def _wanted(evidence: Evidence, pages: Sequence[PageFacts]) -> dict[tuple[int, int], tuple[Object, tuple[int, int]]]:
    """Each image that is shown, and how many pixels of it."""
    sizes: dict[tuple[int, int], tuple[Object, tuple[int, int]]] = {}
    for page in pages:
        for shown in evidence.contents[page.number - 1].shown:
            if isinstance(shown, ShownPicture) and isinstance(shown.object, Stream):
                across, down = sides(shown.matrix)
                key = shown.object.objgen
                _, before = sizes.get(key, (None, (1, 1)))
                sizes[key] = shown.object, (max(before[0], round(across * SCALE)), max(before[1], round(down * SCALE)))
    return sizes

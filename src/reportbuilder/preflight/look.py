"""A file looked at fully: judged by all rules, surveyed, and its pages rendered."""

from collections.abc import Iterator
from io import BytesIO

from msgspec.structs import replace
from pikepdf import Array, Object
from PIL import Image

from reportbuilder.preflight.evidence import Evidence
from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.inks import Printing
from reportbuilder.preflight.judge import judged
from reportbuilder.preflight.judgement import Judgement, View
from reportbuilder.preflight.limits import Limits
from reportbuilder.preflight.plates import SCALE, Plates, plates
from reportbuilder.preflight.purpose import Purpose, purposes_of
from reportbuilder.preflight.rules import ink
from reportbuilder.preflight.rules.ink import part, quarter_sums
from reportbuilder.preflight.survey import NOTHING, Survey, survey

PICTURE_QUALITY = 72
MOST_VIEWS = 400
"""More pages are judged, but not kept as pictures."""
MOST_PIXELS = 2_000
"""Of the longer side of a page as a picture."""
HEAT_FROM = 240
"""Per cent of ink."""
COLOURS = ((0, 0, 0), (255, 214, 0), (255, 122, 0), (226, 0, 26), (120, 0, 60))
STEPS = (HEAT_FROM, 280, 300, 320)
"""From here on each of the colours but the first, which is clear."""


def look(data: bytes, limits: Limits, render: bool, views: bool, purposes: tuple[Purpose, ...] = ()) -> Judgement:
    """Judge a file by ``purposes`` or by what it claims. ``render``: look at what comes out on paper too; ``views``: keep its pages as pictures."""
    kept: list[View] = []
    surveyed, identity = [NOTHING], [b""]
    inked: dict[int, tuple[int, int]] = {}

    def more(evidence: Evidence, findings: Findings) -> None:
        surveyed[0], identity[0] = survey(evidence), _identity(evidence.pdf.trailer)
        if not render or "print" not in (purposes or purposes_of(evidence)):
            kept.extend(_seen(data, evidence) if render and views else ())
            return
        printing = Printing(evidence.profile)
        for each in plates(evidence):
            average, most = ink.judge(evidence, each, findings)
            inked.update(_inked(surveyed[0], each, evidence))
            if views and len(kept) < MOST_VIEWS:
                kept.append(_view(each, average, most, printing))

    verdict = judged(data, limits, more, purposes)
    rows = tuple(replace(row, ink=inked.get(index)) for index, row in enumerate(surveyed[0].pictures))
    return Judgement(verdict, replace(surveyed[0], pictures=rows), tuple(kept), identity[0])


def _inked(survey: Survey, page: Plates, evidence: Evidence) -> Iterator[tuple[int, tuple[int, int]]]:
    """The ink of each picture on a page, with what lies on it: its place among the pictures, average and most in per cent."""
    for index, row in enumerate(survey.pictures):
        if row.page == page.number:
            sums = quarter_sums(part(page, evidence.pages[page.number - 1], row.box))
            levels = sums.histogram()
            mean = sum(level * count for level, count in enumerate(levels)) / max(sum(levels), 1)
            yield index, (round(mean * 4 / 2.55), round(sums.getextrema()[1] * 4 / 2.55))


def _identity(trailer: Object) -> bytes:
    found = trailer.get("/ID")
    return bytes(found[0]) if isinstance(found, Array) and len(found) else b""  # type: ignore[call-overload]


def _seen(data: bytes, evidence: Evidence) -> Iterator[View]:
    """The pages as a reader sees them on a screen."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        for page in evidence.pages[:MOST_VIEWS]:
            side = max(page.media[2] - page.media[0], page.media[3] - page.media[1], 1)
            drawn = document[page.number - 1].render(scale=min(SCALE, MOST_PIXELS / side), draw_annots=False, rev_byteorder=True).to_pil()
            picture = BytesIO()
            drawn.convert("RGB").save(picture, "JPEG", quality=PICTURE_QUALITY)
            yield View(page.number, picture.getvalue(), b"", 0.0, 0.0)
    finally:
        document.close()


def _view(page: Plates, average: float, most: float, printing: Printing) -> View:
    picture = BytesIO()
    printing.screen(page.image).save(picture, "JPEG", quality=PICTURE_QUALITY)
    return View(page.number, picture.getvalue(), _heat(page.image), round(average, 1), round(most, 1))


def _heat(image: Image.Image) -> bytes:
    """Heavy ink as a palette picture, light ink clear; empty when there is none."""
    sums = quarter_sums(image)
    bounds = [step * 2.55 / 4 for step in STEPS]
    if sums.getextrema()[1] < bounds[0]:
        return b""
    levels = sums.point([sum(value >= bound for bound in bounds) for value in range(256)])
    levels.putpalette([part for colour in COLOURS for part in colour])
    file = BytesIO()
    levels.save(file, "PNG", transparency=0, bits=4, optimize=False)
    return file.getvalue()

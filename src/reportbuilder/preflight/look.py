"""A file looked at fully: judged by all rules, surveyed, and its pages rendered."""

from collections.abc import Iterator, Sequence
from io import BytesIO, RawIOBase

from msgspec import Struct
from msgspec.msgpack import decode, encode
from msgspec.structs import replace
from PIL import Image

from reportbuilder.abreast import abreast, may_fork
from reportbuilder.preflight.evidence import Evidence, PageFacts, identity_of
from reportbuilder.preflight.finding import Finding, Findings
from reportbuilder.preflight.inks import Printing
from reportbuilder.preflight.judge import judged
from reportbuilder.preflight.judgement import Judgement, View
from reportbuilder.preflight.limits import Limits
from reportbuilder.preflight.plates import SCALE, THREADS, Plates, plates
from reportbuilder.preflight.purpose import Purpose, families_of
from reportbuilder.preflight.rules import bleed, ink, ink_table, plain
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


class _OnPaper(Struct):
    """What came of rendering pages: findings; average and most ink of pictures, by their place in the survey; pictures of the pages."""

    findings: tuple[Finding, ...]
    inked: dict[int, tuple[int, int]]
    views: list[View]


def look(data: bytes | RawIOBase, limits: Limits, render: bool, views: bool, purposes: tuple[Purpose, ...] = ()) -> Judgement:
    """Judge a file by ``purposes`` or by what it claims. ``render``: look at what comes out on paper too; ``views``: keep its pages as pictures."""
    seen: list[_OnPaper] = []
    surveyed, identity = [NOTHING], [b""]

    def more(evidence: Evidence, findings: Findings) -> None:
        surveyed[0], identity[0] = survey(evidence), identity_of(evidence.pdf.trailer)
        if "PDF/X-4" not in families_of(evidence, purposes):
            seen[:] = [_OnPaper((), {}, list(_seen(data, evidence.pages)))] if render and views else []
            return
        if not render:
            plain.judge(evidence, findings)
            return
        pages = evidence.pages if views else list(_unsettled(evidence, findings))
        # By turns, so that both have as much to do.
        halves = {name: _Half(data, evidence, surveyed[0], pages[start::2], views) for start, name in enumerate(("even", "odd"))}
        seen[:] = [decode(made, type=_OnPaper) for made in abreast({name: half.inked for name, half in halves.items()}).values()]
        for each in seen:
            findings.take(each.findings)

    verdict = judged(data, limits, more, purposes)
    inked = {index: ink for each in seen for index, ink in each.inked.items()}
    rows = tuple(replace(row, ink=inked.get(index)) for index, row in enumerate(surveyed[0].pictures))
    kept = sorted((view for each in seen for view in each.views), key=lambda view: view.number)
    return Judgement(verdict, replace(surveyed[0], pictures=rows), tuple(kept), identity[0])


def _unsettled(evidence: Evidence, findings: Findings) -> Iterator[PageFacts]:
    """The pages whose ink must be looked at."""
    for page, content in zip(evidence.pages, evidence.contents):
        if plain.is_bare(page, content):
            findings.add("R0005", plain.EMPTY, page.number)
        elif not plain.is_plain(page, content, evidence.limits):
            yield page


class _Half(Struct):
    """Some of the pages to be looked at."""

    data: bytes | RawIOBase
    evidence: Evidence
    survey: Survey
    pages: Sequence[PageFacts]
    views: bool

    def inked(self) -> bytes:
        """An `_OnPaper`, as it goes from process to process."""
        findings, printing = Findings(ink_table.RULES + bleed.RULES), Printing(self.evidence.profile)
        inked: dict[int, tuple[int, int]] = {}
        kept: list[View] = []
        for each in plates(self.evidence, self.pages, 1 if may_fork() else THREADS):
            average, most = ink.judge(self.evidence, each, findings)
            inked.update(_inked(self.survey, each, self.evidence))
            if self.views and each.number <= MOST_VIEWS:
                kept.append(_view(each, average, most, printing))
        if self.views:
            kept = list(self._with_spots(kept))
        return encode(_OnPaper(findings.all(), inked, kept))

    def _with_spots(self, views: list[View]) -> Iterator[View]:
        """Spot colours are on none of the four plates: pages with some are shown as a reader sees them."""
        contents = self.evidence.contents
        spotted = {page.number for page in self.pages if any(used.spots for used, _ in contents[page.number - 1].spaces)}
        seen = {view.number: view.picture for view in _seen(self.data, [page for page in self.pages if page.number in spotted])}
        return (replace(view, picture=seen.get(view.number, view.picture)) for view in views)


def _inked(survey: Survey, page: Plates, evidence: Evidence) -> Iterator[tuple[int, tuple[int, int]]]:
    """The ink of each picture on a page, with what lies on it: its place among the pictures, average and most in per cent."""
    for index, row in enumerate(survey.pictures):
        if row.page == page.number:
            sums = quarter_sums(part(page, evidence.pages[page.number - 1], row.box))
            levels = sums.histogram()
            mean = sum(level * count for level, count in enumerate(levels)) / max(sum(levels), 1)
            yield index, (round(mean * 4 / 2.55), round(sums.getextrema()[1] * 4 / 2.55))


def _seen(data: bytes | RawIOBase, pages: Sequence[PageFacts]) -> Iterator[View]:
    """The pages as a reader sees them on a screen."""
    import pypdfium2

    if not pages:
        return
    document = pypdfium2.PdfDocument(data)
    try:
        for page in pages[:MOST_VIEWS]:
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

"""What goes to the printer: the pages, and apart from them the cover if the printer wants it so; each judged as soon as it is made."""

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.assets.pictures import Job, Rendition
from reportbuilder.diag.diagnostic import Diagnostic, Log, Severity
from reportbuilder.diag.span import NOWHERE
from reportbuilder.layout.page import Layout, Page
from reportbuilder.model.nodes import Document
from reportbuilder.storing import Made, Maker, Pieces
from reportbuilder.style.sheet import Sheet

if TYPE_CHECKING:
    from reportbuilder.preflight.sources import Sources


class PrintJob(Struct, frozen=True):
    """All that is needed: the pages laid out, their pictures, ICC profiles by file name, and the folder of what is kept between builds."""

    document: Document
    sheet: Sheet
    layout: Layout
    renditions: Mapping[Job, Rendition]
    profiles: Mapping[str, bytes]
    cache: Path


def load_makers() -> None:
    """Load what makes and judges PDFs, which takes a tenth of a second: for when there is time."""
    import reportbuilder.judging
    import reportbuilder.pdf.finish
    import reportbuilder.pdf.paint  # noqa: F401


def print_makers(job: PrintJob, stem: str) -> dict[str, Maker]:
    """What makes each file, by its name."""
    from reportbuilder.pdf.cover import LEAST_PAGES, inside

    if job.sheet.print.cover == "inside":
        return {f"{stem}.pdf": lambda: _pages(job, stem)}
    if len(job.layout.pages) < LEAST_PAGES:
        message = f"a cover apart needs something to cover: the report has {len(job.layout.pages)} pages, {LEAST_PAGES} are needed"
        remark = Diagnostic(Severity.WARNING, "cover-too-thin", message, job.document.meta.span, "take ‘cover: separate’ out of the printer")
        return {f"{stem}.pdf": lambda: _with(_pages(job, stem), remark)}
    inner = replace(job, layout=inside(job.layout))
    return {f"{stem}.pdf": lambda: _pages(inner, stem), f"{stem}-cover.pdf": lambda: _cover(job, f"{stem}-cover")}


def drop_old_cover(folder: Path, made: Collection[str], cache: Path, log: Log) -> None:
    """A separate cover of an earlier build would go to the printer with pages that have one now: it is removed. If someone changed it since, it is only told."""
    from reportbuilder.judging import made_here

    for name in made:
        old = folder / f"{name.removesuffix('.pdf')}-cover.pdf"
        if not name.endswith("-print.pdf") or old.name in made or not old.is_file() or old.is_symlink():
            continue
        if made_here(old, cache):
            with suppress(OSError):
                old.unlink()
        if old.is_file():
            message = f"‘{old.name}’ is of an earlier build; the cover stands in ‘{name}’ now"
            log.add(Diagnostic(Severity.WARNING, "cover-left-over", message, NOWHERE, "take it away, so that it is not printed"))


def _with(made: Made, remark: Diagnostic) -> Made:
    later = made.later
    assert later is not None

    def looked() -> Made:
        found = later()
        return replace(found, diagnostics=(remark, *found.diagnostics))

    return replace(made, later=looked)


def _pages(job: PrintJob, stem: str) -> Made:
    from reportbuilder.pdf.boxes import page_boxes
    from reportbuilder.pdf.places import places
    from reportbuilder.pdf.profile import PRINT
    from reportbuilder.preflight.sources import Sources

    pieces, identity = _finished(job, job.sheet, True)
    shown = places(job.layout, job.document, page_boxes(job.sheet, PRINT))
    blank = tuple(number for number, page in enumerate(job.layout.pages, 1) if _is_blank(page))
    multiple = 1 if job.sheet.print.binding == "none" else job.sheet.print.multiple
    return _judged(job, stem, pieces, Sources(identity, shown, blank), lambda: _finished(job, job.sheet, False)[0], multiple)


def _cover(job: PrintJob, stem: str) -> Made:
    from reportbuilder.pdf.boxes import page_boxes
    from reportbuilder.pdf.cover import around, bare, composed, on_cover, spine_width, with_spine
    from reportbuilder.pdf.places import places
    from reportbuilder.pdf.profile import PRINT
    from reportbuilder.preflight.sources import Sources

    spine = spine_width(job.sheet.print, len(job.layout.pages))
    alone = replace(job, layout=with_spine(around(job.layout, job.sheet.page.from_right), job.layout, spine))
    plain = bare(job.sheet)
    pieces, identity = _finished(alone, plain, True)
    shown = on_cover(places(alone.layout, job.document, page_boxes(plain, PRINT)), job.sheet, spine)
    blank = (2,) if all(_is_blank(page) for page in alone.layout.pages[2:4]) else ()

    def unclaimed() -> Pieces:
        return (composed(b"".join(_finished(alone, plain, False)[0]), job.sheet, spine),)

    return _judged(job, stem, (composed(b"".join(pieces), job.sheet, spine),), Sources(identity, shown, blank), unclaimed)


def _finished(job: PrintJob, sheet: Sheet, claim: bool) -> tuple[Pieces, bytes]:
    """The file and its identity."""
    from reportbuilder.pdf.finish import finish
    from reportbuilder.pdf.paint import paint
    from reportbuilder.pdf.profile import PRINT

    profile = PRINT if claim else replace(PRINT, standard="none")
    painted = paint(job.layout, sheet, profile, job.renditions)
    return finish(painted, job.layout, job.document, sheet, profile, job.profiles), painted.identity


def _judged(job: PrintJob, stem: str, pieces: Pieces, sources: "Sources", unclaimed: Callable[[], Pieces], multiple: int = 0) -> Made:
    """The file, with what looks at it while it is written: what does not keep PDF/X-4 does not say that it does. ``multiple`` is what the number of pages
    must be a multiple of, 0 for a cover.
    """
    from reportbuilder.judging import diagnostics, judge_made, keep_map, limits_of, told_before

    sheet = job.sheet
    keep_map(job.cache, stem, sources)
    limits = limits_of(sheet.print, sheet.page.bleed, multiple) if multiple else replace(limits_of(sheet.print, sheet.page.bleed), inner=0.0)

    def looked() -> Made:
        verdict = judge_made(pieces, limits)
        told = tuple(diagnostics(f"{stem}.pdf", verdict, sources, told_before(sheet.print)))
        return Made(pieces if verdict.keeps("PDF/X-4") else unclaimed(), told)

    return Made(pieces, later=looked)


def _is_blank(page: Page) -> bool:
    return not (page.items or page.background or page.header or page.footer)

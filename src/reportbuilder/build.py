"""The build: from the folders of a project to finished files, every step of the way called once and in its order."""

import os
import re
from collections.abc import Mapping, Sequence
from typing import assert_never

from msgspec import Struct

from reportbuilder.abreast import abreast
from reportbuilder.assets.hyphenation import Hyphens
from reportbuilder.assets.pictures import Job, Rendition
from reportbuilder.assets.prepare import Idle, started
from reportbuilder.diag.diagnostic import Log
from reportbuilder.docx.frames import whole_pictures
from reportbuilder.layout.drawings import drawings
from reportbuilder.layout.frames import drawing_jobs, jobs, warn_of_shapes
from reportbuilder.layout.page import Layout
from reportbuilder.layout.settle import settle
from reportbuilder.options import Options
from reportbuilder.outputs import Output, claimed, in_turn, publish_made
from reportbuilder.pdf.profile import WEB_PROFILES
from reportbuilder.pictures import begun_renditions, renditions_done
from reportbuilder.printing import PrintJob, drop_old_cover, load_makers, print_makers
from reportbuilder.progress import Progress
from reportbuilder.project import Format, Project
from reportbuilder.reading import Source, read
from reportbuilder.screening import web_made
from reportbuilder.storing import Made, Maker

EPOCH = re.compile("[0-9]{0,11}")


class Plan(Struct, frozen=True):
    """What makes each output, by its file name, and how many pages there are."""

    makers: dict[str, Maker]
    pages: int


MANY_PAGES = 12
"""From so many on it is quicker to paint the print PDF in a copy of the process than after the others; to copy costs something too."""


def build(options: Options, log: Log, progress: Progress) -> tuple[Output, ...]:
    """Make the outputs and put them in place; nothing changes there if the log then has an error (or, when strict, a warning)."""
    project = Project.at(options.root, options.out)
    if not _can_begin(project, log):
        return ()
    if not options.write:
        _planned(project, options, log, progress)
        return ()
    with claimed(project.out, log, progress.tell) as ready:
        plan = _planned(project, options, log, progress) if ready else None
        if plan is None or _is_stopped(log, options):
            return ()
        with progress.stage("making and writing"):
            outputs = publish_made(project.out, plan.makers, log, abreast if plan.pages > MANY_PAGES else in_turn, strict=options.strict)
        drop_old_cover(project.out, [output.path.name for output in outputs], project.cache, log)
        return outputs


def _can_begin(project: Project, log: Log) -> bool:
    """Whether nothing around the report is wrong: a link that would lead what is kept between builds elsewhere, a date that is none."""
    for folder in (project.cache, project.cache / "pictures"):
        if folder.is_symlink():
            log.error("cache-link", f"{folder} is a link to elsewhere, and builds write there", hint="take it away; the folder is made anew")
            return False
    if not EPOCH.fullmatch(os.environ.get("SOURCE_DATE_EPOCH", "")):
        log.error("bad-epoch", "the variable SOURCE_DATE_EPOCH is no number of seconds since 1970", hint="set it right, or unset it")
        return False
    return True


def _is_stopped(log: Log, options: Options) -> bool:
    return log.stops(options.strict)


def _planned(project: Project, options: Options, log: Log, progress: Progress) -> Plan | None:
    """All but the outputs themselves; none after an error, but all steps that can still find something wrong are done."""
    idle = started(project.cache / "pictures")
    try:
        return _planned_with(idle, project, options, log, progress)
    finally:
        idle.close()


def _planned_with(idle: Idle, project: Project, options: Options, log: Log, progress: Progress) -> Plan | None:
    with progress.stage("reading"):
        source = read(project, options, log)
    if source is None:
        return None
    wanted = jobs(source.document, source.sheet, source.infos)
    warn_of_shapes(source.document, wanted, log)
    whole, word_ppi = whole_pictures(source.document, source.sheet, wanted, source.infos)
    drawn = {job: source.sheet.places[file] for file, job in drawing_jobs(source.sheet, source.infos)}
    preparation = begun_renditions(project, source.sheet, [job for made in (*wanted.values(), whole.values(), drawn) for job in made], word_ppi, idle, log)
    try:
        with progress.stage("laying out"):
            language = source.document.meta.language
            hyphens = Hyphens(language, project.cache / f"hyphens-{language}", source.hyphenation)
            layout = settle(source.document, source.sheet, source.faces, source.infos, hyphens, log)
            if options.write:
                hyphens.keep()
                source.faces.keep()
        with progress.stage("preparing pictures"):
            if preparation and options.write:
                _meanwhile(options.formats, source, layout, preparation.is_long)
            renditions = renditions_done(preparation, source.document, wanted, drawn, log) if preparation else {}
    finally:
        if preparation:
            preparation.cancel()
    if not options.write:
        from reportbuilder.layout.legibility import advise_on_grounds

        advise_on_grounds(source.document, layout, source.sheet, renditions, log)
    if _is_stopped(log, options):
        return None
    return Plan(_made(project, options.formats, source, layout, renditions, whole, progress), len(layout.pages))


# ---------------------------------------------------------------- making


def _made(
    project: Project, formats: Sequence[Format], source: Source, layout: Layout, renditions: Mapping[Job, Rendition], whole: Mapping[str, Job], progress: Progress
) -> dict[str, Maker]:
    """What makes each output, by its file name; the print PDF, which takes longest, first: it is made beside the others."""
    meta = source.document.meta
    stem = f"{meta.slug}-{meta.language.split('-')[0]}"
    job = PrintJob(source.document, source.sheet, layout, renditions, source.profiles, project.cache)
    makers: dict[str, Maker] = {}
    for format in formats:
        match format:
            case "print":
                makers |= print_makers(job, f"{stem}-print")
            case "web":
                profile = WEB_PROFILES[source.sheet.web.standard]
                name = f"{stem}-{profile.name}"
                makers[f"{name}.pdf"] = lambda: _timed(progress, "web PDF", lambda: web_made(job, profile, name))
            case "docx":
                makers[f"{stem}.docx"] = lambda: _timed(progress, "DOCX", lambda: Made((_docx(source, layout, renditions, whole),)))
            case _:
                assert_never(format)
    return makers


def _meanwhile(formats: Sequence[Format], source: Source, layout: Layout, is_long: bool) -> None:
    """What will be needed once the pictures are there, and need not wait for them: modules, and if there is time charts as pictures, which are kept."""
    if formats != ("docx",):
        load_makers()
    if is_long and "docx" in formats:
        import reportbuilder.docx.write  # noqa: F401
        from reportbuilder.assets.drawings import drawn

        for drawing in drawings(source.document, layout, source.sheet).values():
            drawn(drawing, source.cache)


def _timed(progress: Progress, name: str, work: Maker) -> Made:
    with progress.stage(name):
        return work()


def _docx(source: Source, layout: Layout, renditions: Mapping[Job, Rendition], whole: Mapping[str, Job]) -> bytes:
    from reportbuilder.assets.drawings import drawn
    from reportbuilder.assets.encode import png_kept
    from reportbuilder.docx.embedded_fonts import shown_families
    from reportbuilder.docx.fonts import families
    from reportbuilder.docx.write import write

    pictures = {file: png_kept(renditions[job].word or renditions[job].web, source.cache) for file, job in whole.items()}
    vectors = {file: vector for file, job in whole.items() if (vector := renditions[job].vector)}
    labels = {node: layout.label(node) for node in layout.places}
    charts = {chart: drawn(drawing, source.cache) for chart, drawing in drawings(source.document, layout, source.sheet).items()}
    return write(source.document, source.sheet, pictures, labels, families(source.faces, source.sheet.fonts, shown_families(source.sheet)), drawings=charts, vectors=vectors)

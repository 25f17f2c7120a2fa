"""The build: from the folders of a project to finished files, every step of the way called once and in its order."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.abreast import abreast
from reportbuilder.assets.faces import Faces
from reportbuilder.assets.font_credits import font_credits
from reportbuilder.assets.hyphenation import Hyphens
from reportbuilder.assets.inspect import inspect
from reportbuilder.assets.pictures import Encoded, Job, PictureFault, PictureInfo, PictureSettings, Rendition
from reportbuilder.assets.prepare import Idle, Preparation, prepare, started
from reportbuilder.assets.wanted_features import warn_of_features
from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import Span
from reportbuilder.docx.frames import whole_pictures
from reportbuilder.layout.config import Config
from reportbuilder.layout.drawings import drawings, drawings_alone
from reportbuilder.layout.frames import drawing_jobs, jobs, warn_of_shapes
from reportbuilder.layout.page import Layout
from reportbuilder.layout.settle import settle
from reportbuilder.load.composed import Composed
from reportbuilder.load.hearing import advise_for_hearing, advise_on_contrast
from reportbuilder.load.hyphenation import read_hyphenation
from reportbuilder.load.report import load_raw, load_report
from reportbuilder.load.sheet import read_sheet
from reportbuilder.model.labels import same_language
from reportbuilder.model.nodes import Document, Draft, Picture
from reportbuilder.model.resolve import resolve
from reportbuilder.model.walk import walk
from reportbuilder.outputs import Made, Maker, Output, claimed, in_turn, publish_made
from reportbuilder.pdf.profile import WEB_PROFILES
from reportbuilder.printing import PrintJob, drop_old_cover, load_makers, print_makers
from reportbuilder.progress import Progress
from reportbuilder.project import FORMATS, Format, Project
from reportbuilder.screening import web_made
from reportbuilder.style.sheet import Sheet, WebStandard
from reportbuilder.style.spelling import Hyphen

if TYPE_CHECKING:
    from reportbuilder.docx.translator import Translator

SCREEN_PROFILE = "sRGB.icc"
EPOCH = re.compile("[0-9]{0,11}")
ICC = b"acsp"
"""What every profile has at its 36th byte (ICC.1, 7.2)."""


class Options(Struct, frozen=True):
    """What the user asks: the project in ``root``, another folder ``out``, which outputs, a language instead of the report's own, the style sheet, whether
    warnings stop the build, whether to write at all, and a printer and a standard of the web PDF instead of the style sheet's own.
    """

    root: Path
    out: Path | None = None
    formats: tuple[Format, ...] = FORMATS
    language: str | None = None
    strict: bool = False
    write: bool = True
    style: str = "tokens"
    printer: str | None = None
    web: WebStandard | None = None


class Source(Struct, frozen=True):
    """All that was read: the document, its looks, its fonts, what is known of its pictures (by `Picture.file`), ICC profiles by file name;
    where drawn pictures are kept between builds; and the editor's own breaks of words.
    """

    document: Document
    sheet: Sheet
    faces: Faces
    infos: Mapping[str, PictureInfo]
    profiles: Mapping[str, bytes]
    cache: Path
    hyphenation: Mapping[str, tuple[Hyphen, ...]]


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
        source = _source(project, options, log)
    if source is None:
        return None
    wanted = jobs(source.document, source.sheet, source.infos)
    warn_of_shapes(source.document, wanted, log)
    whole, word_ppi = whole_pictures(source.document, source.sheet, wanted, source.infos)
    drawn = {job: source.sheet.places[file] for file, job in drawing_jobs(source.sheet, source.infos)}
    preparation = _begin(project, source.sheet, [job for made in (*wanted.values(), whole.values(), drawn) for job in made], word_ppi, idle, log)
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
            renditions = _renditions(preparation, source.document, wanted, drawn, log) if preparation else {}
    finally:
        if preparation:
            preparation.cancel()
    if not options.write:
        from reportbuilder.layout.legibility import advise_on_grounds

        advise_on_grounds(source.document, layout, source.sheet, renditions, log)
    if _is_stopped(log, options):
        return None
    return Plan(_made(project, options.formats, source, layout, renditions, whole, progress), len(layout.pages))


# ---------------------------------------------------------------- reading


def _source(project: Project, options: Options, log: Log) -> Source | None:
    """Everything that is read before the layout, or None if some of it can't be used; whatever can be checked is checked."""
    composed = Composed(project.cache / "sources")
    draft = _draft(project.root, options.language, log, composed)
    language = draft.meta.language if draft else ""
    sheet = read_sheet(project.root, log, options.style, options.printer, composed, language)
    faces = _faces(project, sheet, language or "und", log) if sheet else None
    document = resolve(draft, log, font_credits(sheet, faces) if sheet and faces else ()) if draft else None
    if options.write:
        composed.keep()
    if sheet and options.web:
        sheet = replace(sheet, web=replace(sheet.web, standard=options.web))
    shown = [(picture.file, picture.span) for picture in _pictures(document)] if document else []
    drawings = [(file, sheet.places[file]) for file in sheet.drawings] if sheet else []
    infos = _inspected(project.root, (*shown, *drawings), log)
    hyphenation = read_hyphenation(project.root, document.meta.language, log) if document else {}
    if document:
        advise_for_hearing(document, log, project.root)
    if sheet:
        advise_on_contrast(sheet, log)
    if document is None or sheet is None or faces is None:
        return None
    return Source(document, sheet, faces, infos, _profiles(project, sheet, log), project.cache / "pictures", hyphenation)


def _draft(root: Path, language: str | None, log: Log, composed: Composed) -> Draft | None:
    """The report in its own language, or by its translations in another."""
    raw = load_raw(root, log, composed) if language else None
    if raw is None or language is None or same_language(raw.draft.meta.language, language):
        return load_report(root, log, language, composed)
    from reportbuilder.translate.translated import load_translated

    return load_translated(root, raw, language, log)


def _pictures(document: Document) -> Iterator[Picture]:
    return (node for node in walk(*document.parts) if isinstance(node, Picture))


def _inspected(root: Path, named: Iterable[tuple[str, Span]], log: Log) -> dict[str, PictureInfo]:
    """What is known of each picture; one that can't be used is told at its first place and left out."""
    seen: dict[str, PictureInfo | None] = {}
    for file, span in named:
        if file not in seen:
            try:
                seen[file] = inspect(root, file, root / ".cache" / "pictures")
            except PictureFault as fault:
                seen[file] = None
                _note(fault, span, log)
    return {file: info for file, info in seen.items() if info}


def _faces(project: Project, sheet: Sheet, language: str, log: Log) -> Faces | None:
    files = {key: project.assets / "fonts" / file for key, file in sheet.fonts.items()}
    faces = Faces(files, sheet.fallback, language, project.cache / f"shaped-{language}", sheet.companions)
    faults = faces.check()
    for key, fault in faults:
        log.error(fault.code, fault.message, sheet.places[sheet.fonts[key]], fault.hint)
    if not faults:
        warn_of_features(sheet, faces, log)
    return None if faults else faces


def _profiles(project: Project, sheet: Sheet, log: Log) -> dict[str, bytes]:
    """Both colour profiles by file name. The one for print is looked at closely when pictures are prepared."""
    profiles = {file: _contents(project.assets / "icc" / file) for file in (sheet.print.profile, SCREEN_PROFILE)}
    if profiles[SCREEN_PROFILE][36:40] != ICC:
        span = Span(f"assets/icc/{SCREEN_PROFILE}", 0, 0)
        log.error("profile-broken", f"there is no colour profile in assets/icc/{SCREEN_PROFILE}", span, "put the right file there")
    return profiles


def _contents(path: Path) -> bytes:
    """The bytes of a regular file; none if it can't be read."""
    try:
        return path.read_bytes() if path.is_file() else b""
    except OSError:
        return b""


def _note(fault: PictureFault, span: Span, log: Log) -> None:
    log.error(fault.code, fault.message, span, fault.hint, fault.family)


# ---------------------------------------------------------------- pictures


def _begin(project: Project, sheet: Sheet, wanted: Sequence[Job], word_ppi: Mapping[Job, float], idle: Idle, log: Log) -> Preparation | None:
    """Start to make the renditions; they are waited for after the layout."""
    profile = project.assets / "icc" / sheet.print.profile
    settings = PictureSettings(sheet.print.ppi, sheet.web.ppi, sheet.web.quality, profile, sheet.print.ink_limit, project.cache / "pictures", sheet.print.intent, sheet.print.spots)
    try:
        return prepare(project.root, wanted, settings, idle, word_ppi)
    except PictureFault as fault:
        _note(fault, sheet.places[sheet.print.profile], log)
        return None


def _renditions(
    preparation: Preparation, document: Document, wanted: Mapping[int, Sequence[Job]], drawn: Mapping[Job, Span], log: Log
) -> dict[Job, Rendition]:
    """The renditions when all are done. Faults and warnings are told where the picture that wanted them is named."""
    renditions, faults = preparation.results()
    pictures = list(_pictures(document))
    spans = dict(drawn) | {job: picture.span for picture in reversed(pictures) for job in wanted.get(picture.id, ())}
    files = {job.file: span for job, span in reversed(spans.items())}
    for job, fault in faults:
        _note(fault, spans.get(job) or files[job.file], log)
    for job, code, message, hint in preparation.warnings:
        log.warn(code, message, spans.get(job) or files[job.file], hint)
    return renditions


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


# ---------------------------------------------------------------- for a translator


def translator_docx(project: Project, document: Document, identifier: str, translator: "Translator", log: Log, progress: Progress) -> bytes | None:
    """The document as a file for a translator; none if its looks or fonts can't be used."""
    from reportbuilder.assets.drawings import drawn
    from reportbuilder.docx.fonts import families
    from reportbuilder.docx.write import write

    sheet = read_sheet(project.root, log, language=document.meta.language)
    faces = _faces(project, sheet, document.meta.language, log) if sheet else None
    if sheet is None or faces is None:
        return None
    named = families(faces, sheet.fonts)
    if translator.only:
        return write(document, sheet, {}, {}, named, identifier, translator=translator)
    pictures = _shown_pictures(project, document, sheet, log, progress)
    spans = {node.id: node.span for node in walk(*document.parts)}
    config = Config(document, sheet, faces, {}, Hyphens(document.meta.language), log, spans)
    charts = {chart: drawn(drawing, project.cache) for chart, drawing in drawings_alone(document, config).items()}
    return write(document, sheet, pictures, {}, named, identifier, drawings=charts, translator=translator)


def _shown_pictures(project: Project, document: Document, sheet: Sheet, log: Log, progress: Progress) -> dict[str, Encoded]:
    infos = _inspected(project.root, [(picture.file, picture.span) for picture in _pictures(document)], log)
    whole, word_ppi = whole_pictures(document, sheet, jobs(document, sheet, infos), infos)
    with progress.stage("preparing pictures"):
        idle = started(project.cache / "pictures")
        try:
            preparation = _begin(project, sheet, list(whole.values()), word_ppi, idle, log)
            renditions = _renditions(preparation, document, {}, {}, log) if preparation else {}
        finally:
            idle.close()
    return {file: renditions[job].word or renditions[job].web for file, job in whole.items() if job in renditions}

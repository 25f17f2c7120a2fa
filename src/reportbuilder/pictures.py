"""The pictures of a build: looked at, made ready, and their faults told where the pictures are named."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportbuilder.assets.inspect import inspect
from reportbuilder.assets.pictures import Job, PictureFault, PictureInfo, PictureSettings, Rendition
from reportbuilder.assets.prepare import Idle, Preparation, prepare
from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import Span
from reportbuilder.model.nodes import Document, Picture
from reportbuilder.model.walk import walk
from reportbuilder.project import Project
from reportbuilder.style.sheet import Sheet


def pictures_of(document: Document) -> Iterator[Picture]:
    """All that the text names, in the order of the document."""
    return (node for node in walk(*document.parts) if isinstance(node, Picture))


def inspected(project: Project, named: Iterable[tuple[str, Span]], log: Log) -> dict[str, PictureInfo]:
    """What is known of each picture; one that can't be used is told at its first place and left out."""
    seen: dict[str, PictureInfo | None] = {}
    for file, span in named:
        if file not in seen:
            try:
                seen[file] = inspect(project.root, file, project.cache / "pictures")
            except PictureFault as fault:
                seen[file] = None
                _note(fault, span, log)
    return {file: info for file, info in seen.items() if info}


def begun_renditions(project: Project, sheet: Sheet, wanted: Sequence[Job], word_ppi: Mapping[Job, float], idle: Idle, log: Log) -> Preparation | None:
    """Start to make the renditions, which `renditions_done` waits for; None, and told why, where the output profile can't be used."""
    profile = project.assets / "icc" / sheet.print.profile
    settings = PictureSettings(sheet.print.ppi, sheet.web.ppi, sheet.web.quality, profile, sheet.print.ink_limit, project.cache / "pictures", sheet.print.intent, sheet.print.spots)
    try:
        return prepare(project.root, wanted, settings, idle, word_ppi)
    except PictureFault as fault:
        _note(fault, sheet.places[sheet.print.profile], log)
        return None


def renditions_done(
    preparation: Preparation, document: Document, wanted: Mapping[int, Sequence[Job]], drawn: Mapping[Job, Span], log: Log
) -> dict[Job, Rendition]:
    """The renditions when all are done. Faults and warnings are told where the picture that wanted them is named."""
    renditions, faults = preparation.results()
    pictures = list(pictures_of(document))
    spans = dict(drawn) | {job: picture.span for picture in reversed(pictures) for job in wanted.get(picture.id, ())}
    files = {job.file: span for job, span in reversed(spans.items())}
    for job, fault in faults:
        _note(fault, spans.get(job) or files[job.file], log)
    for job, code, message, hint in preparation.warnings:
        log.warn(code, message, spans.get(job) or files[job.file], hint)
    return renditions


def _note(fault: PictureFault, span: Span, log: Log) -> None:
    log.error(fault.code, fault.message, span, fault.hint, fault.family)

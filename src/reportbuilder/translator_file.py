"""The report as a DOCX for a translator: its text as it stands in a language now, with pictures and charts to look at, and no pages."""

from reportbuilder.assets.drawings import drawn
from reportbuilder.assets.hyphenation import Hyphens
from reportbuilder.assets.pictures import Encoded
from reportbuilder.assets.prepare import started
from reportbuilder.diag.diagnostic import Log
from reportbuilder.docx.fonts import families
from reportbuilder.docx.frames import whole_pictures
from reportbuilder.docx.translator import Translator
from reportbuilder.docx.write import write
from reportbuilder.layout.config import Config
from reportbuilder.layout.drawings import drawings_alone
from reportbuilder.layout.frames import jobs
from reportbuilder.load.sheet import read_sheet
from reportbuilder.model.nodes import Document
from reportbuilder.model.walk import walk
from reportbuilder.pictures import begun_renditions, inspected, pictures_of, renditions_done
from reportbuilder.progress import Progress
from reportbuilder.project import Project
from reportbuilder.reading import faces_of
from reportbuilder.style.sheet import Sheet


def translator_docx(project: Project, document: Document, identifier: str, translator: Translator, log: Log, progress: Progress) -> bytes | None:
    """The document as a file for a translator; none if its looks or fonts can't be used."""
    sheet = read_sheet(project.root, log, language=document.meta.language)
    faces = faces_of(project, sheet, document.meta.language, log) if sheet else None
    if sheet is None or faces is None:
        return None
    named = families(faces, sheet.fonts)
    if translator.only:
        return write(document, sheet, {}, {}, named, identifier, translator=translator)
    pictures = _shown_pictures(project, document, sheet, log, progress)
    spans = {node.id: node.span for node in walk(*document.parts)}
    config = Config(document, sheet, faces, {}, Hyphens(document.meta.language), log, spans)
    charts = {chart: drawn(drawing, project.cache / "pictures") for chart, drawing in drawings_alone(document, config).items()}
    return write(document, sheet, pictures, {}, named, identifier, drawings=charts, translator=translator)


def _shown_pictures(project: Project, document: Document, sheet: Sheet, log: Log, progress: Progress) -> dict[str, Encoded]:
    infos = inspected(project, [(picture.file, picture.span) for picture in pictures_of(document)], log)
    whole, word_ppi = whole_pictures(document, sheet, jobs(document, sheet, infos), infos)
    with progress.stage("preparing pictures"):
        idle = started(project.cache / "pictures")
        try:
            preparation = begun_renditions(project, sheet, list(whole.values()), word_ppi, idle, log)
            renditions = renditions_done(preparation, document, {}, {}, log) if preparation else {}
        finally:
            idle.close()
    return {file: renditions[job].word or renditions[job].web for file, job in whole.items() if job in renditions}

"""All that a build reads before it lays out: the document, its looks, its fonts, what is known of its pictures."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.assets.faces import Faces
from reportbuilder.assets.font_credits import font_credits
from reportbuilder.assets.pictures import PictureInfo
from reportbuilder.assets.wanted_features import warn_of_features
from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import Span
from reportbuilder.load.composed import Composed
from reportbuilder.load.hearing import advise_for_hearing, advise_on_contrast
from reportbuilder.load.hyphenation import read_hyphenation
from reportbuilder.load.report import load_raw, load_report
from reportbuilder.load.sheet import read_sheet
from reportbuilder.model.labels import same_language
from reportbuilder.model.nodes import Document, Draft
from reportbuilder.model.resolve import resolve
from reportbuilder.options import Options
from reportbuilder.pictures import inspected, pictures_of
from reportbuilder.project import Project
from reportbuilder.style.sheet import Sheet
from reportbuilder.style.spelling import Hyphen

SCREEN_PROFILE = "sRGB.icc"
ICC = b"acsp"
"""What every profile has at its 36th byte (ICC.1, 7.2)."""


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


def read(project: Project, options: Options, log: Log) -> Source | None:
    """Everything that is read before the layout, or None if some of it can't be used; whatever can be checked is checked."""
    composed = Composed(project.cache / "sources")
    draft = _draft(project.root, options.language, log, composed)
    language = draft.meta.language if draft else ""
    sheet = read_sheet(project.root, log, options.style, options.printer, composed, language)
    faces = faces_of(project, sheet, language or "und", log) if sheet else None
    document = resolve(draft, log, font_credits(sheet, faces) if sheet and faces else ()) if draft else None
    if options.write:
        composed.keep()
    if sheet and options.web:
        sheet = replace(sheet, web=replace(sheet.web, standard=options.web))
    shown = [(picture.file, picture.span) for picture in pictures_of(document)] if document else []
    drawings = [(file, sheet.places[file]) for file in sheet.drawings] if sheet else []
    infos = inspected(project, (*shown, *drawings), log)
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


def faces_of(project: Project, sheet: Sheet, language: str, log: Log) -> Faces | None:
    """The fonts of the sheet; None after an error in one of them."""
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

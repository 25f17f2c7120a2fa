"""What a translator gets: the report as a DOCX, an XLIFF or a PO file, and the catalog brought up to date with it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, assert_never

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.diag.diagnostic import Log
from reportbuilder.docx.anchors import anchors
from reportbuilder.docx.translator import Translator
from reportbuilder.load.report import RawReport, load_raw
from reportbuilder.model.labels import labels_in, same_language
from reportbuilder.model.nodes import (
    BackCover, Chapter, Colofon, Contents, Cover, Credit, CrossReference, Document, Figure, Heading, Letter, NoteMark, Pictures, Table,
)  # fmt: skip
from reportbuilder.model.resolve import resolve_traced
from reportbuilder.model.text import plain_text
from reportbuilder.model.walk import walk
from reportbuilder.outputs import Output, claimed, publish
from reportbuilder.progress import Progress
from reportbuilder.project import Project
from reportbuilder.translate.figures import filled
from reportbuilder.translate.guide import GUIDE
from reportbuilder.translate.markup import parsed
from reportbuilder.translate.match import digest
from reportbuilder.translate.merge import refreshed
from reportbuilder.translate.names import Identity, label_anchor, note_anchor, segment_name
from reportbuilder.translate.po import Catalog, file_of, written
from reportbuilder.translate.segments import TEXTS, Unit, units
from reportbuilder.translate.translated import Segment, segments_of, translated
from reportbuilder.translate.xliff import xliff
from reportbuilder.translator_file import translator_docx

Form = Literal["docx", "xliff", "xliff2", "po"]
FORMS: tuple[Form, ...] = ("docx", "xliff", "xliff2", "po")
PO_FOLDER = Path("sections/locale")


class ExportOptions(Struct, frozen=True):
    """What is asked: the project, the language, what kind of file, only what is new or changed, and another folder for it."""

    root: Path
    language: str
    form: Form = "docx"
    changed: bool = False
    out: Path | None = None


class Task(Struct, frozen=True):
    """All that an export or import works on."""

    raw: RawReport
    catalog: Catalog
    found: tuple[Segment, ...]

    @property
    def identity(self) -> Identity:
        meta = self.raw.draft.meta
        state = digest("\0".join(f"{segment.id}\0{segment.text}" for segment in self.found), 12)
        return Identity(meta.slug, meta.language, self.catalog.language, state)


def begun(root: Path, language: str, log: Log) -> Task | None:
    """The report and its translations in the language; None after an error."""
    raw = load_raw(root, log)
    if (root / PO_FOLDER).is_symlink():
        log.error("outside-project", f"‘{PO_FOLDER.as_posix()}’ is a link to elsewhere", hint="put the folder itself in the project")
    labels_in(language, log)
    if raw is None or log.errors:
        return None
    if same_language(raw.draft.meta.language, language):
        log.error("own-language", f"the report itself is in ‘{raw.draft.meta.language}’", hint="name another language with --lang")
        return None
    pair = segments_of(root, raw, language, log)
    return Task(raw, *pair) if pair else None


def export(options: ExportOptions, log: Log, progress: Progress) -> tuple[Output, ...]:
    """Write the file for a translator into the output folder, and the catalog, brought up to date, into its place."""
    project = Project.at(options.root, options.out)
    with progress.stage("reading"):
        task = begun(options.root, options.language, log)
    if task is None:
        return ()
    with claimed(project.out, log, progress.tell) as ready:
        files = _files(project, task, options, log, progress) if ready else None
        if not files or log.errors:
            return ()
        made = publish(project.out, files, log)
        catalog = refreshed(task.catalog, task.found)
        return (*made, *keep_catalog(project, catalog, written(catalog), log)) if made else ()


def keep_catalog(project: Project, catalog: Catalog, text: str, log: Log) -> tuple[Output, ...]:
    """Put the catalog, as the text of its file, in its place; the old one stays whole until the new one is."""
    folder = project.sections / "locale"
    name = Path(catalog.file or file_of(catalog.language)).name
    if (folder / name).is_file() and (folder / name).read_bytes() == text.encode():
        return ()
    with claimed(folder, log, lambda told: None) as ready:
        return publish(folder, {name: text.encode()}, log) if ready else ()


def _files(project: Project, task: Task, options: ExportOptions, log: Log, progress: Progress) -> dict[str, bytes] | None:
    stem = f"{task.raw.draft.meta.slug}-{options.language}-{'changed' if options.changed else 'translate'}"
    wanted = [segment for segment in task.found if segment.state != "wordless" and not (options.changed and _is_settled(segment))]
    if not wanted:
        hint = "leave out --only changed to export the whole report"
        log.warn("nothing-to-translate", f"everything is translated into ‘{options.language}’", hint=hint)
        return None
    match options.form:
        case "docx":
            data = _docx(project, task, options.changed, log, progress)
            return {f"{stem}.docx": data, f"{stem}-read-me.txt": GUIDE.encode()} if data else None
        case "xliff" | "xliff2":
            return {f"{stem}.xlf": xliff(wanted, task.raw, task.identity, "2.1" if options.form == "xliff2" else "1.2")}
        case "po":
            ids = {segment.id for segment in wanted}
            catalog = refreshed(task.catalog, task.found)
            kept = tuple(entry for entry in catalog.entries if entry.id in ids)
            return {f"{stem}.po": written(replace(catalog, entries=kept, obsolete=())).encode()}
        case _:
            assert_never(options.form)


def _is_settled(segment: Segment) -> bool:
    """Whether nobody waits for it: it is translated, or a name of files, which needs no translation."""
    return segment.state == "done" or (segment.unit.kind == "slug" and segment.state == "missing")


# ---------------------------------------------------------------- the DOCX


def for_translator(task: Task, changed: bool, log: Log) -> tuple[Document, Translator]:
    """The document as it stands in the language now, and what makes a translator's file of it."""
    draft = translated(task.raw, task.found, task.catalog, Log())
    document, trace = resolve_traced(draft, log)
    return document, _translator(task, units(draft), document, trace, changed)


def _docx(project: Project, task: Task, changed: bool, log: Log, progress: Progress) -> bytes | None:
    document, translator = for_translator(task, changed, log)
    if log.errors:
        return None
    with progress.stage("writing the file"):
        return translator_docx(project, document, str(task.identity), translator, log, progress)


def _translator(task: Task, shown: Sequence[Unit], document: Document, trace: dict[int, int], changed: bool) -> Translator:
    names = {segment.id: segment_name(segment.id, segment.text) for segment in task.found}
    wanted = frozenset(names[segment.id] for segment in task.found if segment.state != "wordless" and not _is_settled(segment))
    plain: dict[str, str] = {}
    by_place: dict[str, str] = {}
    notes: dict[int, str] = {}
    for segment, unit in zip(task.found, shown, strict=True):
        if isinstance(unit.content, str) and segment.state != "wordless" and (not changed or names[segment.id] in wanted):
            plain.setdefault(names[segment.id], unit.content)
        if unit.place:
            field = "" if unit.field == "content" else f"_{unit.field}"
            by_place[f"_s_{trace[unit.place]}{field}"] = names[segment.id]
        if unit.kind == "note":
            notes[trace[unit.place]] = segment.id
    credits = {unit.content: names[segment.id] for segment, unit in zip(task.found, shown) if unit.kind == "credit"}
    by_place |= {f"_s_{node.id}_text": credits[node.text] for node in walk(*document.parts) if isinstance(node, Credit)}
    earlier = {names[s.id]: _read(s, task) for s in task.found if s.state in ("changed", "unsure") and s.entry}
    return Translator(by_place, _anchors(document, notes), plain, wanted, changed, any(segment.state == "done" for segment in task.found), earlier)


def _read(segment: Segment, task: Task) -> str:
    """A translation as it reads, for people."""
    text = filled(segment.entry.target if segment.entry else "", task.raw.figures, task.catalog.language)
    return text if segment.unit.kind in TEXTS else plain_text(parsed(text))


def _anchors(document: Document, notes: dict[int, str]) -> dict[str, str]:
    """The names of what references and repeated note marks point at: by label, and by the id of the note."""
    labels: dict[int, str] = {}
    pointed: set[int] = set()
    for node in walk(*document.parts):
        match node:
            case Heading() | Figure() | Table() | Cover() | Pictures() | BackCover() if node.label:
                labels[node.id] = label_anchor(node.label)
            case CrossReference():
                pointed.add(node.target)
            case NoteMark(first=False):
                labels[node.note] = note_anchor(notes[node.note])
                pointed.add(node.note)
            case Letter() | Chapter() | Colofon() | Contents() | _:
                pass
    return {name: labels[node] for node, name in anchors(document).items() if node in pointed and node in labels}

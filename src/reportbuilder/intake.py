"""A file that came back from a translator: read, matched, judged, and taken into the catalog of its language; or, dry, only told."""

import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.diag.diagnostic import Family, Log
from reportbuilder.diag.span import Span
from reportbuilder.handout import Task, begun, keep_catalog
from reportbuilder.load.report import load_raw
from reportbuilder.load.wording import shown
from reportbuilder.model.labels import same_language
from reportbuilder.outputs import Output, claimed, publish
from reportbuilder.progress import Progress
from reportbuilder.project import Project
from reportbuilder.translate.checks import glossary
from reportbuilder.translate.exact import read_po, read_xliff
from reportbuilder.translate.names import Identity
from reportbuilder.archive import Refused
from reportbuilder.translate.package import file_bytes, kind_of, safe_odt
from reportbuilder.translate.po import file_of, languages, target_places, written
from reportbuilder.translate.receive import Taken, Verdict, Work, take, unknown_exact
from reportbuilder.translate.returned import Returned
from reportbuilder.translate.review import WORDS, as_diff, as_html, as_json
from reportbuilder.translate.status import LanguageStatus, status
from reportbuilder.translate.translated import segments_of
from reportbuilder.translate.word import read_docx

OFFICE_PATIENCE = 120
SAID = {"unsure": "to look at", "absent": "not in the file", "untranslated": "not translated", "same": "as they were"}
"""Verdicts in the words of the summary, where these are others."""
MANY = 0.6
"""A file without identity that has passages for so many of the texts is taken as one of the whole report."""


class ImportOptions(Struct, frozen=True):
    """What is asked: the project, the file, its language; only to tell (``dry``); to take texts as they are in the report's language as meant."""

    root: Path
    file: Path
    language: str
    dry: bool = False
    accept_same: bool = False
    out: Path | None = None


class Received(Struct, frozen=True):
    """The files that were written, and what to tell people: what changes, and the counts."""

    outputs: tuple[Output, ...] = ()
    told: str = ""
    taken: Taken | None = None

    def counts(self) -> dict[str, int]:
        """How many texts have each verdict, and how many pieces are left over."""
        counts = Counter(str(verdict.kind) for verdict in self.taken.verdicts) if self.taken else Counter()
        return {**counts, "left_over": len(self.taken.leftovers) if self.taken else 0}


def receive(options: ImportOptions, log: Log, progress: Progress) -> Received:
    """Take a file back. Nothing changes after an error; the catalog and the review change together with what was before kept beside."""
    project = Project.at(options.root, options.out)
    with progress.stage("reading"):
        task = begun(options.root, options.language, log)
        if task is None:
            return Received()
        try:
            returned = _returned(options.file, task, log)
        except Refused as refused:
            family = Family.LIMIT if refused.limit else Family.REPORT
            log.error(refused.code, refused.message, Span(options.file.name, 0, 0), refused.hint, family)
            return Received()
    if log.errors or not _belongs(returned, task, options, log):
        return Received()
    with progress.stage("matching"):
        taken = _taken(task, returned, options, log)
    told = _told(taken, options.dry)
    file = "" if options.dry else written(taken.catalog)
    _tell(taken, target_places(file, task.catalog.file or file_of(task.catalog.language)), log)
    if options.dry or log.errors:
        return Received(told=told, taken=taken)
    return Received(_kept(project, task, taken, file, options, log, progress), told, taken)


def statuses(root: Path, language: str | None, log: Log) -> list[LanguageStatus]:
    """The status of each language that has a catalog, or of one."""
    raw = load_raw(root, log)
    if raw is None:
        return []
    asked = (language,) if language else languages(root)
    if not asked:
        log.warn("no-translation", "there is no translation yet", hint="reportbuilder translate export --lang en makes a file for a translator")
    pairs = [(tag, segments_of(root, raw, tag, log)) for tag in asked]
    return [status(tag, pair[1]) for tag, pair in pairs if pair]


# ---------------------------------------------------------------- reading


def _returned(file: Path, task: Task, log: Log) -> Returned:
    data = file_bytes(file)
    found = {segment.id: segment for segment in reversed(task.found)}
    match kind_of(data, file.name):
        case "docx":
            return read_docx(data)
        case "odt":
            return read_docx(_as_docx(data))
        case "xliff":
            return read_xliff(data, file.name, found, task.raw)
        case _:
            return read_po(data, file.name, found, log)


def _as_docx(data: bytes) -> bytes:
    """An ODT as DOCX, by the LibreOffice of this machine, in a profile and a folder of its own. Raises `Refused`."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise Refused("no-libreoffice", "an ODT can be read only where LibreOffice is", "save it as DOCX, or install LibreOffice")
    with tempfile.TemporaryDirectory(prefix="reportbuilder-") as name:
        folder = Path(name)
        (folder / "in.odt").write_bytes(safe_odt(data))
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--norestore", "--convert-to", "docx", "--outdir", name]
        try:
            subprocess.run([*command, str(folder / "in.odt")], capture_output=True, timeout=OFFICE_PATIENCE, check=False)
            return (folder / "in.docx").read_bytes()
        except (OSError, subprocess.TimeoutExpired):
            raise Refused("damaged-file", "LibreOffice can't read this ODT", "save it as DOCX") from None


def _belongs(returned: Returned, task: Task, options: ImportOptions, log: Log) -> bool:
    """Whether the file answers to an export of this report into this language, as far as it says."""
    identity, own, name = Identity.read(returned.identity), task.identity, options.file.name
    where = Span(name, 0, 0)
    language = identity.target if identity else ""
    if returned.identity.startswith("language "):
        language = returned.identity.removeprefix("language ")
    if language and not same_language(language, options.language):
        message = f"the file is a translation into ‘{language}’, not ‘{options.language}’"
        log.error("wrong-language", message, where, f"import it with --lang {language}")
    elif identity and identity.slug != own.slug:
        log.error("wrong-report", f"the file is of ‘{identity.slug}’, not of ‘{own.slug}’", where, "import it in the project that it was made from")
    elif not returned.passages and not returned.exact:
        log.error("empty-file", "there is no text in the file", where, "is it the file that came back?")
    elif identity is None and not returned.exact:
        log.warn("no-identity", "the file does not say which export it answers to; what it says decides", where, "look at the review with care")
    return not log.errors


def _taken(task: Task, returned: Returned, options: ImportOptions, log: Log) -> Taken:
    terms = glossary(options.root, task.raw.draft.meta.language, options.language, log)
    work = Work(task.raw, task.catalog, task.found, terms, options.accept_same)
    identity = Identity.read(returned.identity)
    known = {segment.id for segment in task.found if segment.state != "wordless"}
    named = {id for passage in returned.passages for id, _ in passage.names} & known
    many = max(len(named), len(returned.passages) if identity is None else 0) >= MANY * len(known)
    taken = take(work, returned, whole=many and not returned.exact)
    return replace(taken, leftovers=(*taken.leftovers, *unknown_exact(work, returned.exact)))


# ---------------------------------------------------------------- telling


def _told(taken: Taken, dry: bool) -> str:
    counts = Counter(verdict.kind for verdict in taken.verdicts)
    summary = ", ".join(f"{counts[kind]} {SAID.get(kind, kind)}" for kind in WORDS if counts[kind]) or "nothing"
    left = f"; {len(taken.leftovers)} pieces of text left over" if taken.leftovers else ""
    return "\n".join(filter(None, (as_diff(taken) if dry else "", f"texts: {summary}{left}")))


def _tell(taken: Taken, places: Mapping[str, Span], log: Log) -> None:
    """Each doubt as a message, at the translation in the catalog where it stands there (``places``), else at the text."""
    for verdict in taken.verdicts:
        span = verdict.segment.unit.span
        for comment in verdict.comments:
            log.warn("comment", f"a comment, {verdict.place}: {comment}", span, f"on ‘{shown(verdict.segment.text)}’")
        if verdict.kind in ("absent", "untranslated") and verdict.segment.unit.kind != "slug":  # a name of files needs no translation
            _tell_missing(verdict, log)
        for fault in verdict.faults:
            if fault.weight != "note":
                hint = "not shown until its mark ‘fuzzy’ is taken away in the PO file" if fault.weight == "unsure" else "look at it in the PO file"
                log.warn(f"translation-{fault.code}", f"{fault.message}: ‘{shown(verdict.segment.text)}’", places.get(verdict.segment.id, span), hint)
    for left in taken.leftovers:
        log.warn("left-over", f"{left.passage.place}: {left.why}: ‘{shown(left.passage.text)}’", hint="it is kept in the review")
        for comment in left.passage.comments:
            log.warn("comment", f"a comment, {left.passage.place}: {comment}", hint=f"on ‘{shown(left.passage.text)}’")
    for remark in taken.remarks:
        log.warn("file-remark", remark, hint="see the review")


def _tell_missing(verdict: Verdict, log: Log) -> None:
    words, span = shown(verdict.segment.text), verdict.segment.unit.span
    if verdict.kind == "absent":
        log.warn("not-in-file", f"the file has no translation of ‘{words}’", span, "its paragraph was deleted, or can't be told from others")
    else:
        log.warn("untranslated", f"came back as it was: ‘{words}’", span, "if it is meant so (a name), import with --accept-same")


# ---------------------------------------------------------------- keeping


def _kept(project: Project, task: Task, taken: Taken, file: str, options: ImportOptions, log: Log, progress: Progress) -> tuple[Output, ...]:
    """The review first, with the catalog as it was, then the catalog (``file`` is its text): whoever stops in between has lost nothing."""
    stem = f"{task.raw.draft.meta.slug}-{options.language}-review"
    identity, name = task.identity, options.file.name
    files = {f"{stem}.html": as_html(taken, identity, name).encode(), f"{stem}.json": as_json(taken, identity, name).encode()}
    before = (project.root / task.catalog.file).read_bytes() if task.catalog.file else b""
    if before and before != file.encode():  # twice the same file: the way back stays the one to before the first time
        files[f"{stem}-before.po"] = before
    with claimed(project.out, log, progress.tell) as ready:
        made = publish(project.out, files, log) if ready else ()
    return (*made, *keep_catalog(project, taken.catalog, file, log)) if made else ()

"""From the folder ``sections/`` to a draft: the whole report as its editors wrote it."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import NOWHERE
from reportbuilder.load.check import check
from reportbuilder.load.composed import Composed
from reportbuilder.load.fields import Fields, scalars, typed
from reportbuilder.load.listing import FIGURES_FILE, FOLDER, REPORT_FILE, file_in, misspelled, ordered_files, yaml_files
from reportbuilder.load.parts import part
from reportbuilder.load.schema import Text
from reportbuilder.load.source import read_text
from reportbuilder.load.tables import PART, REPORT
from reportbuilder.load.values import Mapping, Scalar, Sequence, Value
from reportbuilder.load.variables import Figures, figures, unused_figures
from reportbuilder.model.labels import labels_in
from reportbuilder.model.nodes import Chapter, Draft, Letter, Meta, Note, NoteCall, Part, Terms
from reportbuilder.model.walk import walk

_STAND_IN = "en"
"""The language for one that we don't know, as in `labels`."""


class RawReport(Struct, frozen=True):
    """A report for translation: in its draft the calls of figures stay as typed; ``figures`` has what they bring in."""

    draft: Draft
    figures: Figures | None


def load_report(root: Path, log: Log, language: str | None = None, composed: Composed | None = None) -> Draft | None:
    """The draft of the report in the folder ``root``, or None after errors that leave no part of it.

    All files are read even when some have faults. ``language`` (a BCP 47 tag) replaces that of the report. ``composed`` recalls what files said.
    """
    loaded = _load(_Files(root, log, composed or Composed()), language, raw=False)
    return loaded.draft if loaded else None


def load_raw(root: Path, log: Log, composed: Composed | None = None) -> RawReport | None:
    """The same in the report's own language, figures not yet brought in."""
    return _load(_Files(root, log, composed or Composed()), None, raw=True)


class _Files(Struct, frozen=True):
    root: Path
    log: Log
    known: Composed

    def value(self, name: str) -> Value | None:
        """What a file in sections/ says."""
        text = read_text(self.root / FOLDER / name, file_in(name), self.log)
        return None if text is None else self.known.value(text, file_in(name), self.log)


def _load(sources: _Files, language: str | None, raw: bool) -> RawReport | None:
    log = sources.log
    faults = len(log.errors)
    files = yaml_files(sources.root / FOLDER, log)
    if REPORT_FILE not in files:
        if files or len(log.errors) == faults:
            _report_missing(files, log)
        return None
    head = sources.value(REPORT_FILE)
    if head is None:
        return None
    check(head, REPORT, log)
    if not isinstance(head, Mapping):
        return None
    known = _figures(sources) if FIGURES_FILE in files else Figures({})
    fields = Fields(known, _language(head, language, log), log, raw)
    meta = _meta(head, fields)
    faults = len(log.errors)
    parts = tuple(made for name in ordered_files(scalars(head.get("order")), files, log) if (made := _part(sources, name, fields)))
    if known and len(log.errors) == faults:
        unused_figures(known, log)
    return RawReport(Draft(meta, parts), known) if parts else None


def _report_missing(files: tuple[str, ...], log: Log) -> None:
    near = misspelled(REPORT_FILE, files)
    where = "name the folder that holds ‘sections’, with report.yaml in it"
    hint = f"rename ‘{file_in(near)}’" if near else where
    log.error("no-report", f"there is no report here: ‘{file_in(REPORT_FILE)}’ is missing", hint=hint)


def _figures(sources: _Files) -> Figures | None:
    value = sources.value(FIGURES_FILE)
    if value is None:
        return None
    known = figures(value, sources.log)
    return known if isinstance(value, Mapping) else None


def _language(head: Mapping, asked: str | None, log: Log) -> str:
    """The language of the build; English if it is one that we don't know."""
    tag, span = asked or "", NOWHERE
    if not tag:
        scalar = head.get("language")
        if not isinstance(scalar, Scalar) or not check(scalar, Text("language"), Log()):
            return _STAND_IN  # what is no tag at all was reported with the other keys
        tag, span = scalar.text, scalar.span
    faults = len(log.errors)
    labels_in(tag, log, span)
    return tag if len(log.errors) == faults else _STAND_IN


def _meta(head: Mapping, fields: Fields) -> Meta:
    title, subtitle, organisation, year, description = (
        fields.line(head, name) for name in ("title", "subtitle", "organisation", "year", "description")
    )
    keywords = tuple(fields.line_of(word) for word in scalars(head.get("keywords")))
    shown = head.get("title")
    span = shown.span if isinstance(shown, Scalar) else head.span
    return Meta(title, subtitle, organisation, year, typed(head, "slug"), fields.language, description, keywords, span, _terms(head, fields))


def _terms(head: Mapping, fields: Fields) -> Terms:
    """The words that are stated once; what is not as the table has it was reported, and is left out."""
    language = head.get("language")
    short = tuple(
        (fields.line(one, "short"), fields.line(one, "long")) for one in _mappings(head.get("abbreviations")) if {"short", "long"} <= set(one.names())
    )
    foreign = tuple(
        (typed(one, "language"), tuple(fields.line_of(word) for word in scalars(one.get("words")))) for one in _mappings(head.get("foreign"))
    )
    return Terms(language.text if isinstance(language, Scalar) else "", short, foreign)


def _mappings(value: Value | None) -> tuple[Mapping, ...]:
    return tuple(item for item in value.items if isinstance(item, Mapping)) if isinstance(value, Sequence) else ()


def _part(sources: _Files, name: str, fields: Fields) -> Part | None:
    value = sources.value(name)
    fits = value is not None and check(value, PART, fields.log)
    if not isinstance(value, Mapping):
        return None
    made = part(value, fields.figures, fields.language, fields.log, fields.raw)
    if fits or not isinstance(made, Chapter | Letter):
        return made
    return replace(made, notes=_called(made, has_notes=isinstance(value.get("notes"), Mapping)))


def _called(made: Chapter | Letter, has_notes: bool) -> tuple[Note, ...]:
    """The notes of a part with faults, as many as are called: what may only follow from the faults is not to be blamed as well."""
    calls = {node.key: node for node in walk(made) if isinstance(node, NoteCall)}
    notes = tuple(note for note in made.notes if note.key in calls)
    return notes if has_notes else tuple(Note(key, (), call.span) for key, call in calls.items())

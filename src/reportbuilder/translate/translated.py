"""The report in another language: each text of the raw draft in its translation, or in the report's own language where there is none yet."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, assert_never

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import NOWHERE, Span
from reportbuilder.load.fields import Fields
from reportbuilder.load.report import RawReport
from reportbuilder.load.schema import FORMS
from reportbuilder.load.values import Scalar
from reportbuilder.load.wording import shown
from reportbuilder.model.nodes import Draft, Foreign, Inlines
from reportbuilder.translate.match import Known, ids
from reportbuilder.translate.po import Catalog, Entry, file_of, languages, read_catalog, target_scalar, target_span
from reportbuilder.translate.segments import TEXTS, Unit, needs_words, rewritten, units
from reportbuilder.translate.signs import sign_faults

State = Literal["done", "changed", "unsure", "missing", "wordless"]


class Segment(Struct, frozen=True):
    """A text of the report with its id, the entry of its translation (None if there never was one), and how that stands: “changed” if it translates
    an older text, “unsure” if someone should look at it first, “wordless” if there is nothing to translate.
    """

    id: str
    unit: Unit
    text: str
    entry: Entry | None
    state: State


def segments(raw: RawReport, catalog: Catalog, others: Sequence[Catalog] = ()) -> tuple[Segment, ...]:
    """All texts with their ids and translations; ``others`` are catalogs of other languages, whose ids count for texts that this one has not."""
    found = units(raw.draft)
    texts = [unit.text for unit in found]
    memories = [[*map(_known, own.entries), *map(_known, own.obsolete)] for own in (catalog, *others)]
    by_id = {entry.id: entry for entry in (*catalog.obsolete, *catalog.entries)}
    return tuple(_segment(id, unit, text, by_id.get(id)) for id, unit, text in zip(ids(found, texts, memories), found, texts))


def _known(entry: Entry) -> Known:
    return Known(entry.id, entry.kind, entry.source)


def _segment(id: str, unit: Unit, text: str, old: Entry | None) -> Segment:
    if not needs_words(text):
        return Segment(id, unit, text, None, "wordless")
    entry = _carried(old, text) if old else None
    if entry is None or not entry.target:
        return Segment(id, unit, text, entry, "missing")
    if entry.fuzzy:
        return Segment(id, unit, text, entry, "changed" if entry.previous else "unsure")
    fits = not sign_faults(text, entry.target) and (unit.kind != "slug" or bool(re.fullmatch(FORMS["id"].pattern, entry.target)))
    return Segment(id, unit, text, entry, "done" if fits else "unsure")


def _carried(old: Entry, text: str) -> Entry:
    """The entry for the text as it is now: if that is another, the translation is of the old one; if it is that again, the translation counts."""
    if old.source == text:
        return old
    if not old.target:
        return replace(old, source=text, previous="", fuzzy=False)
    earlier = old.previous or old.source
    if earlier == text:
        return replace(old, source=text, previous="", fuzzy=False)
    return replace(old, source=text, previous=earlier, fuzzy=True)


def segments_of(root: Path, raw: RawReport, language: str, log: Log) -> tuple[Catalog, tuple[Segment, ...]] | None:
    """The catalog of a language and the segments; None if its file can't be used."""
    catalog = read_catalog(root, language, log)
    if catalog is None:
        return None
    others = [read_catalog(root, other, Log()) for other in languages(root) if file_of(other) != catalog.file]
    return catalog, segments(raw, catalog, [other for other in others if other])


# ---------------------------------------------------------------- the draft


def translated(raw: RawReport, found: Sequence[Segment], catalog: Catalog, log: Log) -> Draft:
    """The draft in the language of the catalog; what is not translated stands in the report's own language and is told as a warning."""
    own = raw.draft.meta.language
    here = Fields(raw.figures, catalog.language, log)
    there = Fields(raw.figures, own, log)
    turn = iter(found)

    def change(unit: Unit) -> Inlines | str:
        segment = next(turn)
        match segment.state:
            case "done":
                assert segment.entry
                return _read(target_scalar(segment.entry, catalog.file), unit, here)
            case "wordless":
                return _read(unit.scalar, unit, here)
            case "missing" | "changed" | "unsure":
                _tell(segment, catalog, log)
                content = _read(unit.scalar, unit, there)
                return content if isinstance(content, str) or not content else (Foreign(own, content, content[0].span, untranslated=True),)
            case _:
                assert_never(segment.state)

    made = rewritten(raw.draft, change)
    return replace(made, meta=replace(made.meta, language=catalog.language))


def _read(scalar: Scalar, unit: Unit, fields: Fields) -> Inlines | str:
    return fields.line_of(scalar) if unit.kind in TEXTS else fields.inlines_of(scalar)


def _tell(segment: Segment, catalog: Catalog, log: Log) -> None:
    language, place = catalog.language, segment.unit.span
    if segment.unit.kind == "slug":
        return  # a name of files needs no translation
    words = shown(segment.text)
    match segment.state:
        case "missing":
            log.warn("untranslated", f"not in ‘{language}’ yet: ‘{words}’", place, f"reportbuilder translate export --lang {language} --only changed")
        case "changed":
            hint = f"the translation is of an older text; reportbuilder translate export --lang {language} --only changed"
            log.warn("translation-outdated", f"changed since it was translated into ‘{language}’: ‘{words}’", place, hint)
        case _:
            why = "; ".join(sign_faults(segment.text, segment.entry.target)) if segment.entry else ""
            where = target_span(segment.entry, catalog.file) if segment.entry else NOWHERE
            hint = why or "take away its mark ‘fuzzy’ when it is right"
            log.warn("translation-unsure", f"a translation that is to be looked at is not shown: ‘{words}’", where, hint)


def load_translated(root: Path, raw: RawReport, language: str, log: Log) -> Draft | None:
    """The report in another language; None if its translations can't be read. Without any there is one warning instead of one for each text."""
    pair = segments_of(root, raw, language, log)
    if pair is None:
        return None
    catalog, found = pair
    if catalog.file:
        return translated(raw, found, catalog, log)
    hint = f"reportbuilder translate export --lang {language} makes a file for a translator"
    log.warn("no-translation", f"there is no translation into ‘{language}’ yet ({file_of(language)})", Span(file_of(language), 0, 0), hint)
    return translated(raw, found, catalog, Log())

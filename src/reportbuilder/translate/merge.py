"""The catalog of a language brought up to date with the report: what changed is marked, what is gone is kept aside, nothing is lost."""

from collections.abc import Sequence

from msgspec.structs import replace

from reportbuilder.translate.po import Catalog, Entry
from reportbuilder.translate.translated import Segment


def refreshed(catalog: Catalog, found: Sequence[Segment]) -> Catalog:
    """The catalog with an entry for each text that needs words, in reading order. A translation of a text that changed becomes fuzzy and remembers
    the old text; one whose text is gone becomes obsolete, and counts again when the text comes back.
    """
    entries: dict[str, Entry] = {}
    for segment in found:
        if segment.state != "wordless":
            entries.setdefault(segment.id, _entry(segment))
    gone = {entry.id: entry for entry in (*catalog.obsolete, *catalog.entries) if entry.target and entry.id not in entries}
    return replace(catalog, entries=tuple(entries.values()), obsolete=tuple(gone[id] for id in sorted(gone)))


def _entry(segment: Segment) -> Entry:
    unit, old = segment.unit, segment.entry
    new = Entry(segment.id, unit.kind, segment.text, part=unit.part, place=unit.span, limit=unit.limit(segment.text))
    if old is None:
        return new
    return replace(new, target=old.target, fuzzy=old.fuzzy, previous=old.previous, comment=old.comment, flags=old.flags)

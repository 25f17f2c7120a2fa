"""A translation that came back, taken into the catalog: each text gets a verdict, each piece of what was returned is used or kept aside."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.load.report import RawReport
from reportbuilder.model.nodes import Chapter, Chart, Cluster, ColofonEntry, Inlines, Note, NoteCall
from reportbuilder.model.text import plain_text
from reportbuilder.model.walk import walk
from reportbuilder.translate.checks import Fault, Term, checked
from reportbuilder.translate.content import Places, content_of, places
from reportbuilder.translate.figures import filled
from reportbuilder.translate.markup import markup, parsed, shape
from reportbuilder.translate.merge import refreshed
from reportbuilder.translate.names import version
from reportbuilder.translate.placing import How, Leftover, Placed, Placing, place
from reportbuilder.translate.po import Catalog, Entry
from reportbuilder.translate.quoted import quoted
from reportbuilder.translate.returned import Exact, Passage, Returned, Run
from reportbuilder.translate.segments import REPORT, TEXTS, part_id
from reportbuilder.translate.signs import figures_of
from reportbuilder.translate.translated import Segment

Kind = Literal["new", "replaced", "same", "unsure", "untranslated", "absent"]
MARK = "To look at: "
"""How the comment in a PO file begins that says why a translation is fuzzy."""
_SAME_KINDS = ("name", "organisation", "by", "credit", "keyword")
_HOWS: dict[str, Fault] = {
    "guess": Fault("guess", "found by what it says, and not surely", "unsure"),
    "joined": Fault("joined", "two paragraphs that came back were put together", "unsure"),
    "divided": Fault("divided", "texts that came back in one paragraph were cut apart here", "unsure"),
    "cut": Fault("cut", "two texts that came back in one paragraph were cut where the second begins", "warn"),
    "text": Fault("aligned", "found by what it says; its id was lost", "note"),
    "mark": Fault("by-mark", "a note found by its mark; its id was lost", "note"),
}


class Verdict(Struct, frozen=True):
    """What became of one text: ``target`` is what came back (Markdown), ``before`` the translation that it replaces."""

    segment: Segment
    kind: Kind
    target: str = ""
    before: str = ""
    how: How | Literal["exact", ""] = ""
    faults: tuple[Fault, ...] = ()
    place: str = ""
    comments: tuple[str, ...] = ()


class Taken(Struct, frozen=True):
    """The catalog as it is to be, and the account of what came back."""

    catalog: Catalog
    verdicts: tuple[Verdict, ...]
    leftovers: tuple[Leftover, ...]
    remarks: tuple[str, ...]


class Work(Struct, frozen=True):
    """What a translation is taken into. ``accept_same``: a text that came back as it is in the report's own language is meant so."""

    raw: RawReport
    catalog: Catalog
    found: Sequence[Segment]
    terms: Sequence[Term] = ()
    accept_same: bool = False


def take(work: Work, returned: Returned, *, whole: bool) -> Taken:
    """Take what came back; ``whole``: the file was to hold all texts, so that one that it lacks was deleted."""
    once: dict[str, Segment] = {}
    for segment in work.found:
        once.setdefault(segment.id, segment)
    if returned.exact:
        placing, verdicts = Placing(), _exact_verdicts(work, once, returned.exact)
    else:
        versions = {id: version(segment.text) for id, segment in once.items()}
        wanted = [segment for segment in once.values() if whole or segment.state != "done" or _names(returned, segment.id)]
        placing = place(in_file_order(wanted, work.raw), returned.passages, work.raw, versions)
        verdicts = _verdicts(work, once, placing)
    seen = {verdict.segment.id for verdict in verdicts}
    if whole:
        verdicts += [Verdict(segment, "absent") for segment in once.values() if segment.id not in seen and segment.state != "wordless"]
    verdicts.sort(key=lambda verdict: (verdict.segment.unit.place == 0, verdict.segment.unit.place, verdict.segment.unit.field))
    return Taken(_catalog(work, verdicts), tuple(verdicts), tuple(placing.leftovers), returned.remarks)


def _names(returned: Returned, id: str) -> bool:
    return any(name == id for passage in returned.passages for name, _ in passage.names)


def in_file_order(found: Sequence[Segment], raw: RawReport) -> list[Segment]:
    """The texts as the file for a translator has them: the picture of a chapter before its title, captions of pictures side by side behind all their
    descriptions, the source of a chart behind its numbers, credits in the colofon, texts that stand on no page at the end, then the notes as they
    are called.
    """
    nodes = list(walk(*raw.draft.parts))
    at = {id(node): place for place, node in enumerate(nodes, 1)}
    first = {segment.unit.place: float(order) for order, segment in reversed(list(enumerate(found)))}
    moved = {at[id(node.opener)]: first.get(at[id(node.title)], 0.0) - 0.5 for node in nodes if isinstance(node, Chapter) and node.opener}
    for node in nodes:
        if isinstance(node, Cluster):
            last = first.get(at[id(node.pictures[-1].picture)], 0.0)
            moved |= {at[id(shown)]: last + 0.5 + number / 1000 for number, shown in enumerate(node.pictures)}
    sources = {at[id(node)]: first.get(at[id(node.points[-1])], 0.0) + 1.5 for node in nodes if isinstance(node, Chart) and node.points}
    credits = next((first.get(at[id(node)], -1.0) for node in nodes if isinstance(node, ColofonEntry) and node.credits == "pictures"), -1.0)

    called = {call: turn for turn, call in reversed(list(enumerate(_calls(raw))))}

    def key(numbered: tuple[int, Segment]) -> tuple[bool, bool, float]:
        order, unit = numbered[0], numbered[1].unit
        if unit.kind == "note":
            note = nodes[unit.place - 1]
            assert isinstance(note, Note)
            return True, False, called.get((unit.part, note.key), order)
        place = credits + 0.5 if unit.kind == "credit" else (sources if unit.kind == "source" else moved).get(unit.place, float(order))
        elsewhere = unit.part == REPORT or unit.kind == "running" or (unit.kind == "credit" and credits < 0)
        return False, elsewhere, place

    return [segment for _, segment in sorted(enumerate(found), key=key)]


def _calls(raw: RawReport) -> list[tuple[str, str]]:
    """The calls of notes in reading order, by part and key."""
    return [(part_id(part), node.key) for part in raw.draft.parts for node in walk(part) if isinstance(node, NoteCall)]


# ---------------------------------------------------------------- verdicts


def _verdicts(work: Work, once: dict[str, Segment], placing: Placing) -> list[Verdict]:
    where = places(work.raw, work.found, work.catalog.language, placing.noted)
    return [verdict for id, placed in placing.placed.items() if (verdict := _verdict(work, once[id], placed, where))]


def _verdict(work: Work, segment: Segment, placed: Placed, where: Places) -> Verdict | None:
    passage = placed.passage
    content, faults = content_of(passage.runs, segment, where)
    if segment.state == "wordless":
        return _wordless(segment, content, placed, work)
    faults += [_HOWS[placed.how]] if placed.how in _HOWS else []
    if placed.stale:
        faults.append(Fault("outdated", "the text has changed since the file was made", "unsure"))
    return judged(work, segment, content, faults, Verdict(segment, "same", how=placed.how, place=passage.place, comments=passage.comments))


def _wordless(segment: Segment, content: Inlines | str, placed: Placed, work: Work) -> Verdict | None:
    """A text of figures alone is written by the program; if its figures changed, someone must know."""
    target = _markup(segment, content)[0]
    if sorted(figures_of(target)) == sorted(figures_of(segment.text)) and _digits(target, work) == _digits(segment.text, work):
        return None
    fault = Fault("figure-changed", "the figure itself was changed; it stays as it is in the report", "warn")
    return Verdict(segment, "same", target, segment.text, placed.how, (fault,), placed.passage.place, placed.passage.comments)


def _digits(text: str, work: Work) -> str:
    return re.sub(r"\D", "", filled(text, work.raw.figures, work.raw.draft.meta.language))


def judged(work: Work, segment: Segment, content: Inlines | str, faults: list[Fault], verdict: Verdict) -> Verdict:
    """The verdict on content for a text."""
    before = segment.entry.target if segment.entry else ""
    target, exact = _markup(segment, content)
    if not target.strip():
        return replace(verdict, kind="untranslated", before=before, faults=(Fault("empty", "the text came back empty", "warn"),))
    same = before and segment.state == "done" and _reads_the_same(target, before, segment, work)
    again = not same and _is_source(target, segment, work)
    if again and not before:
        return replace(verdict, kind="untranslated", target=target)
    if not same:
        content, requoted = quoted(content, work.catalog.language)
        if requoted:
            faults.append(Fault("quotes-set", f"quotation marks and apostrophes were made those of ‘{work.catalog.language}’", "note"))
            target, exact = _markup(segment, content)
            same = before and segment.state == "done" and _reads_the_same(target, before, segment, work)
    if not exact:
        faults.append(Fault("marks-dropped", "bold or italic can't stand where it was; it was left out", "note"))
    if same:
        return replace(verdict, kind="same", target=before, before=before, faults=tuple(fault for fault in faults if fault.weight == "note"))
    if again:
        faults.append(Fault("source-again", "the report's own text came back in place of a translation", "unsure"))
    faults += checked(segment.unit, segment.text, target, work.raw, work.catalog.language, work.terms)
    unsure = any(fault.weight == "unsure" for fault in faults)
    kind: Kind = "unsure" if unsure else "replaced" if before else "new"
    return replace(verdict, kind=kind, target=target, before=before, faults=tuple(dict.fromkeys(faults)))


def _markup(segment: Segment, content: Inlines | str) -> tuple[str, bool]:
    if segment.unit.kind == "slug" and isinstance(content, str):
        return slug(content), True
    return (content, True) if isinstance(content, str) else markup(content)


def slug(text: str) -> str:
    """A text as a name of files: letters a–z, digits, hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _reads_the_same(target: str, before: str, segment: Segment, work: Work) -> bool:
    if target == before:
        return True
    return _shown(target, segment, work) == _shown(before, segment, work)


def _shown(text: str, segment: Segment, work: Work) -> object:
    read = filled(text, work.raw.figures, work.catalog.language)
    return " ".join(read.split()) if segment.unit.kind in TEXTS else shape(parsed(read))


def _is_source(target: str, segment: Segment, work: Work) -> bool:
    """Whether what came back is the text itself, and not one that reads the same in both languages."""
    if work.accept_same or segment.unit.kind in _SAME_KINDS:
        return False
    if segment.unit.kind in TEXTS:
        return " ".join(target.split()) == " ".join(segment.text.split())
    return plain_text(parsed(target)).split() == plain_text(parsed(segment.text)).split()


def _exact_verdicts(work: Work, once: dict[str, Segment], exact: Sequence[Exact]) -> list[Verdict]:
    made = []
    for given in exact:
        segment = once.get(given.id)
        if segment is None or segment.state == "wordless":
            continue
        faults = [Fault("code", fault, "unsure") for fault in given.faults]
        if given.version and given.version != version(segment.text):
            faults.append(Fault("outdated", "the text has changed since the file was made", "unsure"))
        if given.fuzzy:
            faults.append(Fault("fuzzy", "the translator marked it as not sure", "unsure"))
        made.append(judged(work, segment, given.content, faults, Verdict(segment, "same", how="exact", place=given.place)))
    return made


def unknown_exact(work: Work, exact: Sequence[Exact]) -> list[Leftover]:
    """Translations of texts that the report does not have (any more)."""
    known = {segment.id for segment in work.found}
    return [
        Leftover(Passage((Run("text", _words(given.content)),), place=given.place), "the text that it translates is no longer in the report")
        for given in exact
        if given.id not in known and _words(given.content).strip()
    ]


def _words(content: Inlines | str) -> str:
    return content if isinstance(content, str) else plain_text(content)


# ---------------------------------------------------------------- the catalog


def _catalog(work: Work, verdicts: Sequence[Verdict]) -> Catalog:
    fresh = refreshed(work.catalog, work.found)
    taken = {verdict.segment.id: verdict for verdict in verdicts if verdict.kind in ("new", "replaced", "unsure")}
    return replace(fresh, entries=tuple(_entry(entry, taken.get(entry.id)) for entry in fresh.entries))


def _entry(entry: Entry, verdict: Verdict | None) -> Entry:
    """The entry with what came back. An unsure text never takes the place of a translation that counts: that one is kept, and this in the review."""
    if verdict is None:
        return entry
    kept = "\n".join(line for line in entry.comment.split("\n") if not line.startswith(MARK))
    if verdict.kind != "unsure":
        return replace(entry, target=verdict.target, fuzzy=False, previous="", comment=kept)
    if entry.done:
        return entry
    if entry.fuzzy and entry.target == verdict.target:
        return entry
    reasons = "; ".join(fault.message for fault in verdict.faults if fault.weight == "unsure")
    return replace(entry, target=verdict.target, fuzzy=True, previous="", comment="\n".join(filter(None, (kept, MARK + reasons))))

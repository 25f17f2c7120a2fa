"""What may be wrong with a translation that came back, found by looking at it beside its source."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import Span
from reportbuilder.load.quotation import quotation
from reportbuilder.load.report import RawReport
from reportbuilder.load.source import read_text
from reportbuilder.model.labels import same_language
from reportbuilder.model.nodes import Emphasis, Inlines, Link, Reference, Strong
from reportbuilder.model.text import plain_text
from reportbuilder.model.walk import walk
from reportbuilder.translate.figures import filled, numbers
from reportbuilder.translate.markup import CALL, parsed
from reportbuilder.translate.segments import TEXTS, Unit
from reportbuilder.translate.signs import figures_of, sign_faults

Weight = Literal["note", "warn", "unsure"]
GLOSSARY = "glossary.csv"
_NAME = re.compile(r"\b(?:[A-Z]{2,}[\w-]*|[A-Z][a-z]+[A-Z]\w*)\b")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_MANY = 20


class Fault(Struct, frozen=True):
    """One doubt. “unsure”: the translation is kept but not shown until someone took away its mark; “warn”: shown and told; “note”: only in the
    review.
    """

    code: str
    message: str
    weight: Weight


class Term(Struct, frozen=True):
    """A term of the glossary with what it must be in the other language."""

    source: str
    target: str


def glossary(root: Path, own: str, language: str, log: Log) -> tuple[Term, ...]:
    """The terms of ``sections/locale/glossary.csv``: its first row has language tags, each other row a term; none if there is no such file."""
    path, file = root / "sections" / "locale" / GLOSSARY, f"sections/locale/{GLOSSARY}"
    if not path.exists():
        return ()
    rows = list(csv.reader((read_text(path, file, log) or "").splitlines()))
    head = [tag.strip() for tag in rows[0]] if rows else []
    columns = [next((place for place, tag in enumerate(head) if same_language(tag, wanted)), -1) for wanted in (own, language)]
    if -1 in columns:
        missing = own if columns[0] < 0 else language
        log.warn("glossary-column", f"the glossary has no column ‘{missing}’", Span(file, 1, 1), f"write the languages in its first row: {own},{language}")
        return ()
    pairs = ([row[column].strip() if column < len(row) else "" for column in columns] for row in rows[1:])
    return tuple(Term(source, target) for source, target in pairs if source and target)


def checked(unit: Unit, source: str, target: str, raw: RawReport, language: str, terms: Sequence[Term] = ()) -> list[Fault]:
    """All doubts about the target, which like the source is Markdown with calls of figures (plain text for some kinds)."""
    faults = [Fault("note-marks", fault, "unsure") for fault in sign_faults(source, target)]
    faults += _figures(source, target, raw, language)
    said, meant = _contents(unit, source), _contents(unit, target)
    faults += _marks(said, meant)
    faults += _words(plain_text(said), plain_text(meant), terms)
    faults += _quotes(plain_text(said), plain_text(meant), language)
    if (limit := unit.limit(source)) and len(plain_text(meant)) > limit:
        faults.append(Fault("too-long", f"{len(plain_text(meant))} letters where {limit} have room", "warn"))
    return faults


def _contents(unit: Unit, text: str) -> Inlines:
    from reportbuilder.diag.span import NOWHERE
    from reportbuilder.model.nodes import Text

    return (Text(text, NOWHERE),) if unit.kind in TEXTS else parsed(text)


def _figures(source: str, target: str, raw: RawReport, language: str) -> Iterator[Fault]:
    wanted, given = Counter(figures_of(source)), Counter(figures_of(target))
    known = raw.figures.values if raw.figures else {}
    for name in sorted(given - wanted):
        code = "figure-unknown" if name not in known else "figure-added"
        yield Fault(code, f"{{{{ {name} }}}} is not in the source", "unsure" if name not in known else "warn")
    own = _numbers(filled(source, raw.figures, raw.draft.meta.language))
    back = _numbers(filled(target, raw.figures, language))
    lost, new = own - back, back - own
    lost_calls = [name for name in (wanted - given) if _digits(name, raw) in lost]
    if lost_calls and new:
        yield Fault("number-changed", f"{_list(lost)} became {_list(new)}", "unsure")
    elif lost or new:
        what = f"{_list(lost)} became {_list(new)}" if lost and new else f"{_list(lost)} is missing" if lost else f"{_list(new)} is new"
        yield Fault("number-changed", what, "warn")


def _digits(name: str, raw: RawReport) -> str:
    figure = raw.figures.values.get(name) if raw.figures else None
    return re.sub(r"\D", "", figure.text) if figure else ""


def _numbers(text: str) -> Counter[str]:
    """The numbers in what is read; those in addresses are not."""
    return Counter(numbers(re.sub(r"<[^>]*>|\]\(<?[^)]*\)|\[\^[^\]]*\]|https?://\S+", " ", text)))


def _list(found: Counter[str]) -> str:
    return ", ".join(sorted(found)[:_MANY])


def _marks(source: Inlines, target: Inlines) -> Iterator[Fault]:
    own, back = _count(source), _count(target)
    for kind, name in ((Strong, "bold"), (Emphasis, "italic")):
        if own[kind.__name__] != back[kind.__name__]:
            yield Fault("emphasis", f"{own[kind.__name__]} × {name} in the source, {back[kind.__name__]} × in the translation", "note")
    if back["LineBreak"] < own["LineBreak"]:
        yield Fault("line-break", f"{own['LineBreak']} line breaks in the source, {back['LineBreak']} in the translation", "warn")
    wanted, given = _targets(source), _targets(target)
    for target_url in sorted(wanted - given):
        yield Fault("link-lost", f"the link to {target_url} is gone", "warn")
    for target_url in sorted(given - wanted):
        yield Fault("link-added", f"the link to {target_url} is not in the source", "warn")


def _count(content: Inlines) -> Counter[str]:
    return Counter(type(node).__name__ for node in walk(*content))


def _targets(content: Inlines) -> Counter[str]:
    nodes = [node for node in walk(*content) if isinstance(node, Link | Reference)]
    return Counter(node.url if isinstance(node, Link) else f"#{node.label}" for node in nodes)


def _quotes(source: str, target: str, language: str) -> Iterator[Fault]:
    """What `quoted` could not set right: no pair is beyond doubt."""
    own = quotation(language)
    shown = " ".join("".join(pair) for pair in (own.outer, own.inner))
    if '"' in target and '"' not in source:
        yield Fault("quotes", f"straight quotation marks, where ‘{language}’ has {shown}", "warn")
    foreign = sorted(set(re.findall("[“”„«»]", target)) - own.marks)
    if foreign:
        yield Fault("quotes", f"{' '.join(foreign)} is no quotation mark of ‘{language}’; it has {shown}", "warn")


def _words(source: str, target: str, terms: Sequence[Term]) -> Iterator[Fault]:
    if "  " in target:
        yield Fault("double-space", "two spaces stand together", "note")
    for name in sorted({*_NAME.findall(source), *_MAIL.findall(source)}):
        if name not in target:
            yield Fault("name", f"‘{name}’ is not in the translation", "note")
    folded, shown = CALL.sub("", source).casefold(), target.casefold()
    for term in terms:
        if re.search(rf"(?<!\w){re.escape(term.source.casefold())}(?!\w)", folded) and term.target.casefold() not in shown:
            yield Fault("glossary", f"‘{term.source}’ should be ‘{term.target}’", "warn")

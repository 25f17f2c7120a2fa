"""From the runs of a passage to the content of a text: marks nested and clean, links and notes those of the source, figures variables again."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from urllib.parse import unquote

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.diag.span import NOWHERE
from reportbuilder.load.report import RawReport
from reportbuilder.model.nodes import (
    Abbreviation, Emphasis, Foreign, Inline, Inlines, LineBreak, Link, Note, NoteCall, Reference, Strong, Text,
)  # fmt: skip
from reportbuilder.model.walk import walk
from reportbuilder.translate.checks import Fault
from reportbuilder.translate.figures import restored
from reportbuilder.translate.markup import parsed, shape
from reportbuilder.translate.names import label_anchor, note_anchor
from reportbuilder.translate.returned import Run
from reportbuilder.translate.segments import TEXTS
from reportbuilder.translate.translated import Segment

_WHITE = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]+")
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\ufeff\u202a-\u202e\U000f0000-\U0010ffff]")


class Places(Struct, frozen=True):
    """What runs can point at: the key of each note by the id of its segment, and the label by its anchor; and the id of the segment of each note
    of the file by its number, as far as it is known.
    """

    raw: RawReport
    language: str
    keys: Mapping[str, str]
    labels: Mapping[str, str]
    repeated: Mapping[str, str]
    noted: Mapping[str, str]


def places(raw: RawReport, found: Sequence[Segment], language: str, noted: Mapping[str, str]) -> Places:
    """The places of a report; ``noted`` has the id of the segment of each note of the file."""
    nodes = list(walk(*raw.draft.parts))
    keys = {segment.id: node.key for segment in found if segment.unit.kind == "note" and isinstance(node := nodes[segment.unit.place - 1], Note)}
    labels = {f"#{label_anchor(label)}": label for node in nodes if (label := getattr(node, "label", "")) and isinstance(label, str)}
    return Places(raw, language, keys, labels, {note_anchor(id): key for id, key in keys.items()}, noted)


def content_of(runs: Sequence[Run], segment: Segment, places: Places) -> tuple[Inlines | str, list[Fault]]:
    """The content, for the segment that the runs are a translation of, and what is doubtful in it."""
    faults: list[Fault] = []
    clean = [replace(run, text=_FORBIDDEN.sub("", run.text)) for run in runs]
    clean = _with_figures(clean, segment, places, faults)
    if segment.unit.kind in TEXTS:
        words = "".join(" " if run.kind == "break" else run.text if run.kind == "text" else "" for run in clean)
        return _WHITE.sub(" ", words).strip(), faults
    source = _flat(segment.unit.content)
    made = list(_inlines(_plain_if_all(clean, source), source, places, faults))
    return _trimmed(made), faults


def _flat(content: Inlines | str) -> list[Inline]:
    return [] if isinstance(content, str) else [node for node in walk(*content)]  # type: ignore[misc]


def _with_figures(runs: list[Run], segment: Segment, places: Places, faults: list[Fault]) -> list[Run]:
    texts = [run.text for run in runs if run.kind == "text"]
    languages = (places.language, places.raw.draft.meta.language)
    again = restored(texts, segment.text, places.raw.figures, languages)
    faults += [Fault("figure-lost", f"the figure {call} is not in the translation as a number", "note") for call in again.lost]
    turn = iter(again.texts)
    return [replace(run, text=next(turn)) if run.kind == "text" else run for run in runs]


def _plain_if_all(runs: list[Run], source: list[Inline]) -> list[Run]:
    """Where all is bold (or italic) and the source has no such mark, it is the style that is; no mark is meant."""
    words = [run for run in runs if run.kind == "text" and run.text.strip()]
    if words and all(run.strong for run in words) and not any(isinstance(node, Strong) for node in source):
        runs = [replace(run, strong=False) for run in runs]
    if words and all(run.emphasis for run in words) and not any(isinstance(node, Emphasis) for node in source):
        runs = [replace(run, emphasis=False) for run in runs]
    return runs


# ---------------------------------------------------------------- inlines


def _inlines(runs: list[Run], source: list[Inline], places: Places, faults: list[Fault]) -> Iterator[Inline]:
    links = _Targets(source, places, [run.target for run in runs if run.kind == "text" and run.target], faults)
    calls = iter([node.key for node in source if isinstance(node, NoteCall)])
    count = sum(run.kind in ("note", "repeat") for run in runs)
    same = count == sum(isinstance(node, NoteCall) for node in source)
    for target, group in groupby(runs, key=lambda run: run.target if run.kind == "text" else ""):
        members = list(group)
        made = list(_marked(members, places, calls, same, faults))
        yield from links.wrapped(target, made) if target else made


def _marked(runs: list[Run], places: Places, calls: Iterator[str], same: bool, faults: list[Fault]) -> Iterator[Inline]:
    for run in runs:
        match run.kind:
            case "break":
                yield LineBreak(NOWHERE)
            case "note" | "repeat":
                turn = next(calls, "")
                key = places.repeated.get(run.text, "") if run.kind == "repeat" else places.keys.get(places.noted.get(run.text, ""), "")
                key = key or (turn if same else "")
                if key:
                    yield NoteCall(key, NOWHERE)
                else:
                    faults.append(Fault("note-added", "a note is called here that the report does not have; its text is in the review", "unsure"))
            case "text":
                yield from _spaced(run)


def _spaced(run: Run) -> Iterator[Inline]:
    """The text in its marks; white space at its ends stands outside them."""
    if not (run.strong or run.emphasis) or not run.text.strip():
        if run.text:
            yield Text(run.text, NOWHERE)
        return
    core = run.text.strip()
    before, after = run.text[: len(run.text) - len(run.text.lstrip())], run.text[len(run.text.rstrip()) :]
    inner: Inline = Text(core, NOWHERE)
    if run.strong:
        inner = Strong((inner,), NOWHERE)
    if run.emphasis:
        inner = Emphasis((inner,), NOWHERE)
    if before:
        yield Text(before, NOWHERE)
    yield inner
    if after:
        yield Text(after, NOWHERE)


class _Targets:
    """Where links lead: to what the source leads to, and nowhere else."""

    def __init__(self, source: list[Inline], places: Places, given: list[str], faults: list[Fault]) -> None:
        self.own = [node for node in source if isinstance(node, Link | Reference)]
        self.places, self.faults = places, faults
        order = list(dict.fromkeys(given))
        keys = list(dict.fromkeys(_key(node) for node in self.own))
        self.seen: dict[str, int] = {}
        self.by_order = dict(zip(order, keys)) if len(order) == len(keys) else {}

    def _turn(self, key: str) -> Link | Reference | None:
        """Of the source's links to one place, the next."""
        same = [node for node in self.own if _key(node) == key]
        turn = self.seen.get(key, 0)
        self.seen[key] = turn + 1
        return same[min(turn, len(same) - 1)] if same else None

    def wrapped(self, target: str, content: list[Inline]) -> list[Inline]:
        key = f"#{self.places.labels[target]}" if target in self.places.labels else _address(target)
        found = self._turn(key)
        if found is None and target in self.by_order:
            found = self._turn(self.by_order[target])
            assert found
            if not target.startswith("#"):
                told = f"the link to {_shown(found)} leads to {target[:200]} in what came back; it stays as it was"
                self.faults.append(Fault("address-changed", told, "warn"))
        match found:
            case Link():
                inner, before, after = _edges(content)
                return [*before, Link(found.url, inner, NOWHERE), *after] if inner else content
            case Reference() if not found.content:
                return [Reference(found.label, (), NOWHERE)]
            case Reference():
                inner, before, after = _edges(content)
                return [*before, Reference(found.label, inner, NOWHERE), *after] if inner else content
            case _:
                self.faults.append(Fault("link-added", f"a link to {target[:200]} is not in the source; its words stay without it", "warn"))
                return content


def _edges(content: list[Inline]) -> tuple[Inlines, list[Inline], list[Inline]]:
    """What a link holds, and the white space at its ends."""
    inner = list(content)
    before: list[Inline] = []
    after: list[Inline] = []
    if inner and isinstance(inner[0], Text) and inner[0].text[:1].isspace():
        before = [Text(" ", NOWHERE)]
        inner[0] = replace(inner[0], text=inner[0].text.lstrip())
    if inner and isinstance(inner[-1], Text) and inner[-1].text[-1:].isspace():
        after = [Text(" ", NOWHERE)]
        inner[-1] = replace(inner[-1], text=inner[-1].text.rstrip())
    return tuple(node for node in inner if not (isinstance(node, Text) and not node.text)), before, after


def _key(node: Link | Reference) -> str:
    return _address(node.url) if isinstance(node, Link) else f"#{node.label}"


def _address(url: str) -> str:
    return unquote(url).removesuffix("/").strip()


def _shown(node: Link | Reference) -> str:
    return node.url if isinstance(node, Link) else f"#{node.label}"


def _trimmed(content: list[Inline]) -> Inlines:
    """White space as Markdown has it: one space for a run of it, none at the ends of lines."""
    return parsed_again(_tidied(tuple(content)))


def _tidied(content: Inlines) -> Inlines:
    made: list[Inline] = []
    for inline in content:
        match inline:
            case Text():
                text = _WHITE.sub(" ", inline.text)
                if not made or isinstance(made[-1], LineBreak):
                    text = text.lstrip(" ")
                if made and isinstance(made[-1], Text):
                    text = (made.pop().text + text).replace("  ", " ")  # type: ignore[union-attr]
                if text:
                    made.append(Text(text, NOWHERE))
            case LineBreak():
                if made and isinstance(made[-1], Text):
                    made[-1] = Text(made[-1].text.rstrip(" "), NOWHERE)
                if made:
                    made.append(inline)
            case Strong() | Emphasis() if made and type(made[-1]) is type(inline):
                before = made.pop()
                assert isinstance(before, Strong | Emphasis)
                made.append(replace(before, content=_tidied((*before.content, *inline.content))))
            case Foreign() | Abbreviation():
                made += inline.content
            case _:
                made.append(inline)
    while made and (isinstance(made[-1], LineBreak) or (isinstance(made[-1], Text) and not made[-1].text.strip(" "))):
        made.pop()
    if made and isinstance(made[-1], Text):
        made[-1] = Text(made[-1].text.rstrip(), NOWHERE)
    return tuple(node for node in made if not (isinstance(node, Text) and not node.text))


def parsed_again(content: Inlines) -> Inlines:
    """The content as its Markdown makes it, so that it is compared and kept in one form."""
    from reportbuilder.translate.markup import markup

    again = parsed(markup(content)[0])
    return again if shape(again) else content

"""XLIFF 1.2 and 2.1: the strict way out and back, where every text keeps its id and every mark is a code with a number."""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any, Literal, assert_never

from lxml import etree
from msgspec import Struct, field

from reportbuilder.load.report import RawReport
from reportbuilder.model.nodes import (
    Abbreviation, CrossReference, Emphasis, Foreign, Inline, Inlines, LineBreak, Link, NoteCall, NoteMark, PageNumber, Reference, Strong, Text,
)  # fmt: skip
from reportbuilder.translate.figures import shown_call
from reportbuilder.translate.markup import CALL, parsed
from reportbuilder.translate.names import Identity, version
from reportbuilder.translate.segments import TEXTS
from reportbuilder.translate.translated import Segment

Version = Literal["1.2", "2.1"]
OLD, NEW = "urn:oasis:names:tc:xliff:document:1.2", "urn:oasis:names:tc:xliff:document:2.0"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PAIRS = {"Strong": ("bold", "xlf:b"), "Emphasis": ("italic", "xlf:i"), "Link": ("link", ""), "Reference": ("x-reference", "")}


def xliff(found: Sequence[Segment], raw: RawReport, identity: Identity, number: Version) -> bytes:
    """A file with the segments, in groups by part; what has no translation yet has its source as target, as many tools want it."""
    shared: set[str] = set()
    once = [segment for segment in found if not (segment.id in shared or shared.add(segment.id))]  # type: ignore[func-returns-value]
    tree = _old(once, raw, identity) if number == "1.2" else _new(once, raw, identity)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", pretty_print=False)


def _old(found: Sequence[Segment], raw: RawReport, identity: Identity) -> etree._Element:
    tree = etree.Element(f"{{{OLD}}}xliff", {"version": "1.2"}, nsmap={None: OLD})
    languages = {"source-language": identity.source, "target-language": identity.target}
    file = _sub(tree, "file", {"original": str(identity), **languages, "datatype": "plaintext", "tool-id": "reportbuilder"})
    body = _sub(file, "body", {})
    groups: dict[str, etree._Element] = {}
    for segment in found:
        part = segment.unit.part
        if part not in groups:
            groups[part] = _sub(body, "group", {"id": f"part_{part}", "resname": part})
        room = {"maxwidth": str(limit), "size-unit": "char"} if (limit := segment.unit.limit(segment.text)) else {}
        named = {"id": segment.id, "resname": segment.unit.kind, "extradata": version(segment.text)}
        unit = _sub(groups[part], "trans-unit", {**named, **room, SPACE: "preserve"})
        codes = _Codes("1.2", raw, identity)
        codes.write(_sub(unit, "source", {}), segment.text, segment)
        target = _sub(unit, "target", {"state": _OLD_STATES[segment.state]})
        codes.again(target, segment)
        _sub(unit, "note", {}).text = _note(segment)
    return tree


_OLD_STATES = {"done": "translated", "changed": "needs-adaptation", "unsure": "needs-review-translation", "missing": "needs-translation", "wordless": "final"}


def _new(found: Sequence[Segment], raw: RawReport, identity: Identity) -> etree._Element:
    tree = etree.Element(f"{{{NEW}}}xliff", {"version": "2.1", "srcLang": identity.source, "trgLang": identity.target}, nsmap={None: NEW})
    file = _sub(tree, "file", {"id": "report", "original": str(identity)})
    for segment in found:
        unit = _sub(file, "unit", {"id": segment.id, "name": f"{segment.unit.kind}-{version(segment.text)}"})
        _sub(_sub(unit, "notes", {}), "note", {"category": "context"}).text = _note(segment)
        codes = _Codes("2.1", raw, identity)
        data = _sub(unit, "originalData", {})
        held = _sub(unit, "segment", {"state": "translated" if segment.state == "done" else "initial"})
        codes.write(_sub(held, "source", {SPACE: "preserve"}), segment.text, segment)
        codes.again(_sub(held, "target", {SPACE: "preserve"}), segment)
        for name, value in codes.data.items():
            _sub(data, "data", {"id": name}).text = value
        if not len(data):
            unit.remove(data)
    return tree


def _sub(parent: etree._Element, name: str, attributes: dict[str, str]) -> etree._Element:
    return etree.SubElement(parent, f"{{{etree.QName(parent).namespace}}}{name}", attributes)


def _note(segment: Segment) -> str:
    unit = segment.unit
    limit = unit.limit(segment.text)
    room = f"; at most {limit} letters" if limit else ""
    earlier = f"; translated before as: {segment.entry.target}" if segment.state in ("changed", "unsure") and segment.entry else ""
    return f"{unit.kind}, in {unit.part}, {unit.span.file}:{unit.span.line}{room}{earlier}"


class _Codes(Struct):
    """Writes content with numbered codes; the target uses the numbers of the source's codes of the same kind."""

    version: Version
    raw: RawReport
    identity: Identity
    data: dict[str, str] = {}
    known: dict[Any, list[str]] = {}
    spare: dict[Any, list[str]] = {}
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    parent: Any = None
    last: Any = None

    def write(self, parent: etree._Element, text: str, segment: Segment) -> None:
        """Put the text, which is Markdown or plain, into the element."""
        self.parent, self.last = parent, None
        if segment.unit.kind in TEXTS:
            self._text(text)
        else:
            self._all(parsed(text))

    def again(self, parent: etree._Element, segment: Segment) -> None:
        """The target: the translation that counts, else the source."""
        self.spare = {key: list(ids) for key, ids in self.known.items()}
        text = segment.entry.target if segment.state == "done" and segment.entry else segment.text
        self.write(parent, text, segment)

    def _id(self, key: Any, value: str) -> str:
        if self.spare.get(key):
            return self.spare[key].pop(0)
        number = str(next(self.numbers))
        self.known.setdefault(key, []).append(number)
        self.data[f"d{number}"] = value
        return number

    def _say(self, text: str) -> None:
        if self.last is None:
            self.parent.text = (self.parent.text or "") + text
        else:
            self.last.tail = (self.last.tail or "") + text

    def _text(self, text: str) -> None:
        done = 0
        for call in CALL.finditer(text):
            self._say(text[done : call.start()])
            figure = shown_call(call[0], self.raw.figures, self.identity.target)
            self._alone(("figure", call[0]), "x-figure", figure or call[0], call[0])
            done = call.end()
        self._say(text[done:])

    def _alone(self, key: Any, kind: str, shown: str, value: str) -> None:
        id = self._id(key, value)
        if self.version == "1.2":
            self.last = _sub(self.parent, "x", {"id": id, "ctype": kind, "equiv-text": shown})
        else:
            self.last = _sub(self.parent, "ph", {"id": id, "equiv": shown, "dataRef": f"d{id}"})

    def _pair(self, inline: Any, value: str) -> None:
        name = type(inline).__name__
        old, new = _PAIRS[name]
        id = self._id((name, value), value)
        if self.version == "1.2":
            element = _sub(self.parent, "g", {"id": id, "ctype": old, **({"equiv-text": value} if value else {})})
        else:
            kind = {"type": "fmt", "subType": new} if new else {"type": "link"}
            ends = {"dataRefStart": f"d{id}"} if value else {}
            if not value:
                self.data.pop(f"d{id}", None)
            element = _sub(self.parent, "pc", {"id": id, **kind, **ends})
        outer, self.parent, self.last = self.parent, element, None
        self._all(inline.content)
        self.parent, self.last = outer, element

    def _all(self, content: Inlines) -> None:
        for inline in content:
            self._one(inline)

    def _one(self, inline: Inline) -> None:
        match inline:
            case Text():
                self._text(inline.text)
            case Strong() | Emphasis():
                self._pair(inline, "")
            case Link():
                self._pair(inline, inline.url)
            case Reference() if inline.content:
                self._pair(inline, f"#{inline.label}")
            case Reference():
                self._alone(("reference", inline.label), "x-title", f"[{inline.label}]", f"#{inline.label}")
            case NoteCall():
                self._alone(("note", inline.key), "x-note", f"[{inline.key}]", f"[^{inline.key}]")
            case LineBreak():
                self._alone("break", "lb", "\n", "\n")
            case Foreign() | Abbreviation():
                self._all(inline.content)
            case NoteMark() | CrossReference() | PageNumber():
                raise AssertionError("a document's node in a draft")
            case _:
                assert_never(inline)


def codes_of(segment: Segment, raw: RawReport, identity: Identity) -> dict[str, Any]:
    """What each code of the segment's source stands for, by its number: a key as in `_Codes.known`."""
    codes = _Codes("1.2", raw, identity)
    codes.write(etree.Element(f"{{{OLD}}}source"), segment.text, segment)
    return {id: key for key, ids in codes.known.items() for id in ids}

"""Second step of loading: YAML text as values in which every character has its place."""

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct
from yaml.error import YAMLError
from yaml.events import AliasEvent, DocumentStartEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from reportbuilder.diag.diagnostic import Family, Log
from reportbuilder.diag.span import Span
from reportbuilder.load.events import Events
from reportbuilder.load.marks import scalar_marks
from reportbuilder.load.source import FORBIDDEN, code_point
from reportbuilder.load.syntax import explain
from reportbuilder.load.values import Entry, Mapping, Scalar, Sequence, Value
from reportbuilder.load.wording import shown

if TYPE_CHECKING:
    from yaml.cyaml import CParser

MAX_DEPTH = 64
MAX_NODES = 100_000
MAX_SCALAR = 200_000
"""Limits of what is read; the last in characters."""

_Opening = ScalarEvent | SequenceStartEvent | MappingStartEvent | AliasEvent
_DOUBTFUL = re.compile(r"[\t\ufeff]|[|>][-+\d]*#|^[-? :]*\?(?:\s|$)", re.MULTILINE)
"""What the parser in C takes in another way: tabs, marks of byte order, comments right behind a sign of a block, keys that are no plain text."""
_COMMENT = re.compile(" +#")


def compose(text: str, file: str, log: Log) -> Value | None:
    """The one document in ``text`` (as `source.read_text` gives it), or None after an error that leaves nothing to go on with.

    All scalars are text as typed. Anchors, aliases, tags, merge keys, keys that are no text and keys that come twice are errors that
    leave a value with a stand-in; a fault in the syntax or a passed limit leaves None.
    """
    value = _quickly(text, file)
    if value is not None:
        return value
    try:
        events = Events(text)
    except YAMLError as fault:
        explain(fault, text, file, log)
        return None
    composer = _Composer(text, file, log, events)
    try:
        return composer.document()
    except _Limit as limit:
        log.error("too-large", limit.message, limit.span, limit.hint, Family.LIMIT)
    except YAMLError as fault:
        explain(fault, text, file, log)
    except (ValueError, OverflowError):
        # PyYAML turns numbers in escapes and directives into characters and integers without a look at their size.
        log.error("yaml-syntax", "this number is larger than any character or version", composer.here())
    return None


def _quickly(text: str, file: str) -> Value | None:
    """The value by the parser in C, which is ten times as quick; None where it is not at hand, and wherever there is anything to say: then the other one
    reads the text again, whose faults we know how to explain.
    """
    if _DOUBTFUL.search(text):
        return None
    log = Log()
    try:
        from yaml.cyaml import CParser

        value = _Composer(text, file, log, CParser(text), quick=True).document()
    except (ImportError, YAMLError, _Limit, _Doubt, ValueError, OverflowError):
        return None
    return None if log.diagnostics else value


def _is_doubtful(event: ScalarEvent, in_flow: bool) -> bool:
    """Whether the other parser may give this scalar another text or place: empty blocks; in brackets what is empty or has a question mark."""
    if event.style in ("|", ">"):
        return not event.value
    return in_flow and not event.style and ("?" in event.value or not event.value)


class _Doubt(Exception):
    """The other parser may take this in another way."""


class _Limit(Exception):
    """A limit was passed; nothing more is read."""

    def __init__(self, message: str, span: Span, hint: str) -> None:
        super().__init__(message)
        self.message, self.span, self.hint = message, span, hint


class _Composer(Struct):
    text: str
    file: str
    log: Log
    events: "Events | CParser"
    nodes: int = 0
    quick: bool = False
    flows: int = 0
    line_starts: list[int] = []

    def __post_init__(self) -> None:
        self.line_starts = [0, *(match.end() for match in re.finditer("\n", self.text))]

    def document(self) -> Value | None:
        """The value of the first document; a second one is an error."""
        self.events.get_event()
        if not self.events.check_event(DocumentStartEvent):
            return self._empty()
        start = self.events.get_event()
        if start.tags:
            self.log.error("yaml-tag", "tags are not allowed here", Span(self.file, 1, 1), "take the lines that begin with ‘%’ out")
        value = self._value(1)
        self.events.get_event()
        if self.events.check_event(DocumentStartEvent):
            place = self._span(self.events.peek_event())
            self.log.error("yaml-documents", "a second document begins here", place, "a file holds one part; take out the line ‘---’")
        return self._empty() if isinstance(value, Scalar) and not value.text else value

    def here(self) -> Span:
        """How far the parser has read."""
        return Span(self.file, self.events.line + 1, self.events.column + 1)

    def _empty(self) -> None:
        self.log.error("empty-file", f"‘{self.file}’ holds nothing", Span(self.file, 1, 1), "see docs/sections.md for what a file may hold")

    def _span(self, event: _Opening) -> Span:
        return Span(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _value(self, depth: int) -> Value:
        event = self.events.get_event()
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise _Limit(f"the file has more than {MAX_NODES} values", self._span(event), "divide it over several files")
        if depth > MAX_DEPTH and not isinstance(event, (ScalarEvent, AliasEvent)):
            raise _Limit(f"lists and keys are nested deeper than {MAX_DEPTH}", self._span(event), "a report needs some ten levels")
        self._refuse_properties(event)
        match event:
            case ScalarEvent():
                return self._scalar(event)
            case SequenceStartEvent():
                self.flows += bool(event.flow_style)
                value: Value = Sequence(self._items(depth), self._span(event))
                self.flows -= bool(event.flow_style)
                return value
            case MappingStartEvent():
                self.flows += bool(event.flow_style)
                value = Mapping(self._entries(depth), self._span(event))
                self.flows -= bool(event.flow_style)
                return value
            case _:
                return Scalar("", self.file, ((0, *self._span(event)[1:]),))

    def _items(self, depth: int) -> tuple[Value, ...]:
        items = []
        while not self.events.check_event(SequenceEndEvent):
            items.append(self._value(depth + 1))
        self.events.get_event()
        return tuple(items)

    def _entries(self, depth: int) -> tuple[Entry, ...]:
        entries: dict[str, Entry] = {}
        while not self.events.check_event(MappingEndEvent):
            start = self._span(self.events.peek_event())
            key = self._value(depth + 1)
            value = self._value(depth + 1)
            if not isinstance(key, Scalar):
                self._refuse_key(start)
            elif key.text == "<<":
                self.log.error("yaml-merge", "merge keys are not allowed here", start, "write the keys out")
            elif key.text in entries:
                first = entries[key.text].key.span.line
                self.log.error("duplicate-key", f"the key ‘{shown(key.text)}’ stands here for the second time; first in line {first}", start)
            else:
                entries[key.text] = Entry(key, value)
        self.events.get_event()
        return tuple(entries.values())

    def _refuse_properties(self, event: _Opening) -> None:
        if event.anchor is not None:
            name = "aliases are" if isinstance(event, AliasEvent) else "anchors are"
            sign = "*" if isinstance(event, AliasEvent) else "&"
            hint = f"put text that begins with ‘{sign}’ in quotes; write what comes twice out"
            self.log.error("yaml-anchor", f"{name} not allowed here", self._span(event), hint)
        if getattr(event, "tag", None) is not None:
            message = f"tags (‘{shown(event.tag)}’) are not allowed here"
            self.log.error("yaml-tag", message, self._span(event), "put text that begins with ‘!’ in quotes")

    def _refuse_key(self, start: Span) -> None:
        if self.text.startswith("{{", self.line_starts[start.line - 1] + start.column - 2):
            message, hint = "text that begins with ‘{{’ stands without quotes", "put the whole text in double quotes"
        else:
            message, hint = "a key must be text", "put text that begins with ‘[’ or ‘{’ in quotes"
        self.log.error("yaml-key", message, start, hint)

    def _scalar(self, event: ScalarEvent) -> Scalar:
        if len(event.value) > MAX_SCALAR:
            raise _Limit(f"a text is longer than {MAX_SCALAR} characters", self._span(event), "divide it over several texts")
        if self.quick and _is_doubtful(event, self.flows > 0):
            raise _Doubt
        start, end = event.start_mark.index, event.end_mark.index
        if not event.style:
            self._warn_of_comment(end)
        if event.anchor is not None or event.tag is not None:
            return Scalar(event.value, self.file, ((0, *self._span(event)[1:]),))
        marks = scalar_marks(self.text, start, end, event.style or "", event.value, self.line_starts)
        scalar = Scalar(event.value, self.file, marks)
        return self._without_forbidden(scalar) if event.style == '"' and FORBIDDEN.search(event.value) else scalar

    def _warn_of_comment(self, end: int) -> None:
        """Say so when a comment follows text without quotes: it may have been meant as text."""
        match = _COMMENT.match(self.text, end)
        if match:
            line = bisect_right(self.line_starts, end)
            place = Span(self.file, line, match.end() - self.line_starts[line - 1])
            hint = "put the text in quotes if ‘#’ belongs to it, else the comment on a line of its own"
            self.log.warn("comment-cut", "from ‘#’ on this is a comment and no text", place, hint)

    def _without_forbidden(self, scalar: Scalar) -> Scalar:
        """Escapes can write what `source` refuses when it is typed."""
        for match in FORBIDDEN.finditer(scalar.text):
            message = f"the character {code_point(match.group())} may not stand in a report"
            self.log.error("bad-character", message, scalar.at(match.start()), "take the escape out")
        return Scalar(FORBIDDEN.sub("\ufffd", scalar.text), self.file, scalar.marks)

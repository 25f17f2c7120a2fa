"""The paragraphs of one part of a DOCX that came back, as passages: all text wherever it stands, tracked changes taken as accepted."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree
from msgspec import Struct, field

from reportbuilder.model.direction import telephones_unmarked
from reportbuilder.translate.names import read_name
from reportbuilder.translate.returned import Passage, Run

NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NS}}}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MAX_FIELDS = 20
"""Fields within fields; what is deeper is read as text."""
_SKIPPED = {f"{W}{name}" for name in ("pPr", "rPr", "del", "moveFrom", "delText", "instrText", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr")}
_OFF = ("0", "false", "off", "none")


class Styles(Struct, frozen=True):
    """Names of paragraph styles by id, and the ids of character styles that are strong, emphasised."""

    names: dict[str, str] = {}
    strong: frozenset[str] = frozenset()
    emphasis: frozenset[str] = frozenset()


def is_on(properties: Any, name: str) -> bool | None:
    """Whether a property is on, or None if it is not said."""
    found = properties.find(f"{W}{name}") if properties is not None else None
    return None if found is None else found.get(f"{W}val", "1") not in _OFF


class _Field(Struct):
    """A field while it is read: its code, and whether its result has begun."""

    code: str = ""
    shown: bool = False


class Reader(Struct):
    """Reads one part. Bookmarks that are open go on over paragraphs; a name counts for the paragraph in which it begins."""

    styles: Styles
    links: dict[str, str]
    comments: dict[str, str]
    part: str = ""
    tracked: Counter[str] = field(default_factory=Counter)
    count: int = 0
    said: int = 0
    runs: list[Run] = []
    names: dict[tuple[str, str], int] = {}
    noted: list[str] = []
    fields: list[_Field] = []
    target: str = ""
    inner: list[Passage] = []

    def passages(self, tree: etree._Element, note: str = "") -> Iterator[Passage]:
        """All paragraphs under the element in order; a deleted paragraph mark joins one with the next."""
        waiting: list[Run] = []
        names: dict[tuple[str, str], int] = {}
        for element in self._paragraphs(tree):
            if element.tag != f"{W}p":
                self._mark(element, names)
                continue
            passage = self._passage(element, note, waiting, names)
            names, waiting = {}, []
            if _joined(element):
                waiting, names = list(passage.runs), dict(zip(passage.names, passage.offsets))
                continue
            yield passage
            yield from self.inner
            self.inner = []
        if waiting:
            yield Passage(tuple(waiting), tuple(names), note=note, offsets=tuple(names.values()))

    def notes(self, tree: etree._Element) -> Iterator[Passage]:
        """The paragraphs of notes, each with the number of its note."""
        for note in tree.iterchildren(f"{W}footnote", f"{W}endnote"):
            if note.get(f"{W}type") in (None, "normal"):
                yield from self.passages(note, f"{self.part}{note.get(f'{W}id', '')}")

    def _paragraphs(self, tree: etree._Element) -> Iterator[etree._Element]:
        """Paragraphs, and bookmarks that begin between them; rows and paragraphs that were deleted are left out."""
        for child in tree:
            if not isinstance(child.tag, str) or child.tag in _SKIPPED or child.tag == f"{COMPATIBLE}Fallback":
                continue
            if child.tag in (f"{W}p", f"{W}bookmarkStart"):
                yield child
            elif child.tag == f"{W}tr" and child.find(f"{W}trPr/{W}del") is not None:
                self.tracked["deletion of a table row"] += 1
            else:
                yield from self._paragraphs(child)

    def _mark(self, element: etree._Element, names: dict[tuple[str, str], int], offset: int = 0) -> None:
        name = read_name(element.get(f"{W}name", ""))
        if name:
            names.setdefault(name, offset)

    def _passage(self, element: etree._Element, note: str, before: list[Run], names: dict[tuple[str, str], int]) -> Passage:
        outer = (self.runs, self.names, self.noted, self.target, self.said)
        self.runs, self.names, self.noted, self.target = list(before), dict(names), [], ""
        self.said = sum(len(run.text) for run in before if run.kind == "text")
        self.count += 1
        number = self.count
        self._content(element)
        style = element.find(f"{W}pPr/{W}pStyle")
        title = self.styles.names.get(style.get(f"{W}val", ""), style.get(f"{W}val", "")) if style is not None else ""
        where = f"note {note}" if note else f"paragraph {number}"
        cell = any(parent.tag == f"{W}tc" for parent in element.iterancestors())
        made = Passage(_merged(self.runs), tuple(self.names), title, note, where, tuple(self.noted), cell, tuple(self.names.values()))
        self.runs, self.names, self.noted, self.target, self.said = outer
        return made

    def _content(self, element: etree._Element) -> None:
        for child in element:
            if isinstance(child.tag, str):
                self._child(child)

    def _child(self, child: etree._Element) -> None:
        tag = child.tag
        if tag in (f"{W}del", f"{W}moveFrom"):
            self.tracked["deletion" if tag == f"{W}del" else "move"] += 1
        elif tag in _SKIPPED or tag == f"{COMPATIBLE}Fallback":
            return
        elif tag == f"{W}r":
            self._run(child)
        elif tag == f"{W}hyperlink":
            self._linked(self.links.get(child.get(f"{R}id", ""), "") or (f"#{child.get(f'{W}anchor')}" if child.get(f"{W}anchor") else ""), child)
        elif tag == f"{W}fldSimple":
            self._simple(child)
        elif tag == f"{W}bookmarkStart":
            self._mark(child, self.names, self.said)
        elif tag in (f"{W}commentReference", f"{W}commentRangeStart"):
            self._comment(child)
        elif tag == f"{MATHS}t":
            self._say(child.text or "", None)
        else:
            if tag == f"{W}ins":
                self.tracked["insertion"] += 1
            self._content(child)

    def _comment(self, child: etree._Element) -> None:
        words = self.comments.get(child.get(f"{W}id", ""), "")
        if words and words not in self.noted:
            self.noted.append(words)

    def _linked(self, target: str, element: etree._Element) -> None:
        outer, self.target = self.target, target or self.target
        self._content(element)
        self.target = outer

    def _simple(self, element: etree._Element) -> None:
        code = element.get(f"{W}instr", "")
        if repeated := _repeated(code):
            self.runs.append(Run("repeat", repeated))
        else:
            self._linked(_field_target(code), element)

    # -------------------------------------------------------- runs

    def _run(self, run: etree._Element) -> None:
        properties = run.find(f"{W}rPr")
        for child in run:
            if isinstance(child.tag, str):
                self._in_run(child, properties)

    def _in_run(self, child: etree._Element, properties: Any) -> None:
        tag = child.tag
        if tag == f"{W}fldChar":
            self._field_mark(child.get(f"{W}fldCharType", ""))
        elif tag == f"{W}instrText":
            if self.fields:
                self.fields[-1].code += child.text or ""
        elif self._in_code() or self._in_repeat():
            return
        elif tag == f"{W}t":
            self._say(child.text or "", properties)
        elif tag in (f"{W}br", f"{W}cr"):
            if child.get(f"{W}type") not in ("page", "column"):
                self.runs.append(Run("break", "\n"))
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            part = "foot" if tag == f"{W}footnoteReference" else "end"
            self.runs.append(Run("note", f"{part}{child.get(f'{W}id', '')}"))
        elif tag in _SIGNS:
            self._say(_SIGNS[tag], properties)
        elif tag == f"{W}sym":
            self._say("\ufffd", properties)
        elif tag == f"{W}commentReference":
            self._comment(child)
        elif tag in (f"{W}rPr", f"{W}delText"):
            return
        else:
            self._drawing(child)

    def _drawing(self, child: etree._Element) -> None:
        """Text boxes: their paragraphs come behind the one that they are anchored in."""
        for box in _outermost(child):
            outer, self.inner = self.inner, []
            self.inner = [*outer, *self.passages(box)]

    def _field_mark(self, kind: str) -> None:
        if kind == "begin":
            if len(self.fields) < MAX_FIELDS:
                self.fields.append(_Field())
        elif self.fields and kind == "separate":
            self.fields[-1].shown = True
            if repeated := _repeated(self.fields[-1].code):
                self.runs.append(Run("repeat", repeated))
        elif self.fields and kind == "end":
            self.fields.pop()

    def _in_code(self) -> bool:
        return any(not field.shown for field in self.fields)

    def _in_repeat(self) -> bool:
        return any(_repeated(field.code) for field in self.fields)

    def _say(self, text: str, properties: Any) -> None:
        target = self.target or next((found for field in reversed(self.fields) if (found := _field_target(field.code))), "")
        style = properties.find(f"{W}rStyle") if properties is not None else None
        id = style.get(f"{W}val", "") if style is not None else ""
        bold, italic = is_on(properties, "b"), is_on(properties, "i")
        strong = bold if bold is not None else id in self.styles.strong
        emphasis = italic if italic is not None else id in self.styles.emphasis
        if text:
            self.said += len(text)
            self.runs.append(Run("text", text, bool(strong), bool(emphasis), target))


_SIGNS = {
    f"{W}tab": " ", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad", f"{W}ptab": " ",
}  # fmt: skip


def _outermost(element: etree._Element) -> Iterator[etree._Element]:
    """The text boxes in an element that stand in no other; those for programs that can't show the first choice are left out."""
    for child in element:
        if child.tag == f"{W}txbxContent":
            yield child
        elif child.tag != f"{COMPATIBLE}Fallback":
            yield from _outermost(child)


def _joined(paragraph: etree._Element) -> bool:
    """Whether the mark at the paragraph's end was deleted, so that the next goes on in it."""
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _repeated(code: str) -> str:
    """The bookmark of a field that repeats the mark of a note."""
    words = code.split()
    return words[1] if len(words) > 1 and words[0].upper() == "NOTEREF" else ""


def _field_target(code: str) -> str:
    """Where a field leads: the address of a HYPERLINK, the bookmark of a REF."""
    words = code.split()
    if len(words) > 1 and words[0].upper() == "HYPERLINK":
        named = [word.strip('"') for word in words[1:] if not word.startswith("\\")]
        return f"#{named[0]}" if "\\l" in words and named else named[0] if named else ""
    if len(words) > 1 and words[0].upper() == "REF":
        return f"#{words[1]}"
    return ""


def _merged(runs: list[Run]) -> tuple[Run, ...]:
    """Neighbours of one look as one run."""
    made: list[Run] = []
    for run in runs:
        last = made[-1] if made else None
        if last and run.kind == last.kind == "text" and (run.strong, run.emphasis, run.target) == (last.strong, last.emphasis, last.target):
            made[-1] = Run("text", last.text + run.text, run.strong, run.emphasis, run.target)
        else:
            made.append(run)
    return tuple(Run(run.kind, telephones_unmarked(run.text), run.strong, run.emphasis, run.target) if "\u200e" in run.text else run for run in made)

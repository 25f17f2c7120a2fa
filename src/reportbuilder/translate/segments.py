"""Units: every text of a report that is translated as one, found in a draft by one walk that also puts translations in their places."""

import re
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any, Literal, assert_never

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.diag.span import Span
from reportbuilder.load.values import Scalar
from reportbuilder.model.nodes import (
    Abbreviation, BackCover, Box, Cell, Chapter, Chart, Cluster, ClusterPicture, Colofon, ColofonEntry, Columns, Contents, ContentsEntry,
    Cover, Credit, CrossReference, Draft, Emphasis, Event, Fact, Facts, Figure, Foreign, Heading, Inlines, Lead, Letter, LineBreak, Link, List,
    ListItem, Logos, Meta, Node, Note, NoteCall, NoteMark, Numbers, PageNumber, Paragraph, Part, People, Person, Picture, PicturePage,
    Pictures, Point, Quote, Reference, Row, Signature, Strong, Table, Text, Timeline,
)  # fmt: skip
from reportbuilder.model.walk import walk, with_children
from reportbuilder.translate.markup import CALL, markup, scalar_of

Kind = Literal[
    "title", "section", "subsection", "running", "text", "item", "lead", "caption", "quote", "by", "figure", "label", "column", "cell",
    "box-title", "box", "note", "alt", "credit", "cover-title", "cover-subtitle", "organisation", "name", "function", "colofon-label", "unit", "source",
    "report-title", "report-subtitle", "description", "keyword", "slug",
]  # fmt: skip
TEXTS: tuple[Kind, ...] = ("running", "alt", "credit", "report-title", "report-subtitle", "description", "keyword", "slug")
"""Kinds that are text without marks."""
LIMITS: dict[Kind, int] = {
    "running": 60, "figure": 14, "label": 80, "column": 40, "cover-title": 40, "cover-subtitle": 70, "slug": 60, "report-title": 80,
}  # fmt: skip
"""How many letters a fixed place holds; a source that is longer already sets its own."""
REPORT = "report"
"""The part that texts of the whole report belong to."""
_LETTERS = re.compile(r"[^\W\d_]")
_CODE = re.compile(r"(?:(?:[A-Z]{1,3}|[A-Z]{0,3}[\d./-]+)\s*)+")
_ADDRESS = re.compile(r"<[^>]*>|\]\(<?[^)]*\)|\[\^[^\]]*\]")


class Unit(Struct, frozen=True):
    """A text of a draft. ``place`` is its node's place in the walk over the draft, from 1 (0: the report's own), ``field`` the node's field;
    ``content`` is a string for the kinds in `TEXTS`; ``part`` is the id of its part.
    """

    kind: Kind
    part: str
    content: Inlines | str
    span: Span
    place: int
    field: str

    @property
    def text(self) -> str:
        """The text as it stands in a PO file: Markdown, calls of figures as typed."""
        return self.content if isinstance(self.content, str) else markup(self.content)[0]

    @property
    def scalar(self) -> Scalar:
        """The same text with its places, to be read again with figures brought in."""
        if not isinstance(self.content, str):
            return scalar_of(self.content)
        return Scalar(self.content, self.span.file, ((0, self.span.line, self.span.column),))

    def limit(self, text: str) -> int:
        """The most letters that a translation of ``text``, its own, may have; 0 where there is room."""
        most = LIMITS.get(self.kind, 0)
        return most and max(most, len(text) * 3 // 2)


Change = Callable[[Unit], Inlines | str]


def needs_words(text: str) -> bool:
    """Whether there is anything in a text (as Markdown) for a translator: a letter outside figures, addresses, note calls and numbers such as
    BE 0434 380 549.
    """
    bare = _ADDRESS.sub("", CALL.sub("", text))
    return bool(_LETTERS.search(bare)) and not (bool(_CODE.fullmatch(bare.strip())) and any(map(str.isdigit, bare)))


def units(draft: Draft) -> tuple[Unit, ...]:
    """All texts of the draft in reading order, those of the whole report first."""
    found: list[Unit] = []

    def keep(unit: Unit) -> Inlines | str:
        found.append(unit)
        return unit.content

    rewritten(draft, keep)
    return tuple(found)


def rewritten(draft: Draft, change: Change) -> Draft:
    """The draft with ``change(unit)`` in place of each text; it is asked in reading order."""
    meta = _meta(draft.meta, change)
    places = count(1)
    return Draft(meta, tuple(_Walk(part_id(part), places, change).node(part, "") for part in draft.parts))


def part_id(part: Part) -> str:
    """The id that the editor gave the part."""
    match part:
        case Letter() | Numbers() | Chapter() | Colofon() | Contents():
            return part.title.label
        case Cover() | Pictures() | BackCover():
            return part.label
        case _:
            assert_never(part)


def _meta(meta: Meta, change: Change) -> Meta:
    def text(kind: Kind, field: str, value: str) -> str:
        return str(change(Unit(kind, REPORT, value, meta.span, 0, field))) if value else value

    return replace(
        meta,
        title=text("report-title", "title", meta.title),
        subtitle=text("report-subtitle", "subtitle", meta.subtitle),
        description=text("description", "description", meta.description),
        keywords=tuple(text("keyword", f"keyword{place}", word) for place, word in enumerate(meta.keywords, 1)),
        slug=text("slug", "slug", meta.slug),
    )


class _Walk(Struct, frozen=True):
    part: str
    places: Iterator[int]
    change: Change

    def node(self, node: Any, around: str) -> Any:
        """The node with its texts changed, and all in it; ``around`` says what it stands in, where that tells its kind."""
        place = next(self.places)
        if isinstance(node, Text | Emphasis | Strong | Foreign | Abbreviation | Link | Reference | NoteCall | LineBreak):
            for _ in walk(*_inner(node)):
                next(self.places)
            return node
        fields = _texts(node, around)
        held = _around(node) or around
        first = isinstance(node, Figure | PicturePage | Cluster | ClusterPicture | Person)
        inside = with_children(node, lambda child: (self.node(child, held),)) if first else None
        changes = {field: self._changed(node, kind, place, field) for field, kind in fields if getattr(node, field)}
        if inside is None:
            inside = self._with_children(node, held)
        return replace(inside, **changes) if changes else inside

    def _with_children(self, node: Any, held: str) -> Any:
        heads = node.head if isinstance(node, Table) else None
        return with_children(node, lambda child: (self.node(child, "column" if child is heads else held),))

    def _changed(self, node: Any, kind: Kind, place: int, field: str) -> Inlines | str:
        value = getattr(node, field)
        span = node.span if isinstance(value, str) else value[0].span
        return self.change(Unit(kind, self.part, value, span, place, field))


def _inner(node: Any) -> tuple[Any, ...]:
    return node.content if isinstance(node, Emphasis | Strong | Foreign | Abbreviation | Link | Reference) else ()


def _around(node: Node) -> str:
    match node:
        case List():
            return "item"
        case Box():
            return "box"
        case _:
            return ""


def _texts(node: Node, around: str) -> tuple[tuple[str, Kind], ...]:
    """The fields of a node that are texts to translate, with their kinds: total over the model, so that no new kind of node is forgotten."""
    match node:
        case Heading():
            kind: Kind = "title" if node.level == 1 else "section" if node.level == 2 else "subsection"
            return (("content", kind), ("running", "running"))
        case Paragraph():
            return (("content", "item" if around == "item" else "box" if around == "box" else "text"),)
        case Lead():
            return (("content", "lead"),)
        case Cell():
            return (("content", "column" if around == "column" else "cell"),)
        case Note():
            return (("content", "note"),)
        case Quote():
            return (("content", "quote"), ("by", "by"))
        case Fact():
            return (("value", "figure"), ("label", "label"))
        case Figure() | PicturePage() | Table() | Cluster() | ClusterPicture():
            return (("caption", "caption"),)
        case Event():
            return (("date", "label"),)
        case Person():
            return (("name", "name"), ("function", "function"))
        case Chart():
            return (("title", "caption"), ("unit", "unit"), ("source", "source"), ("alt", "alt"))
        case Point():
            return (("label", "cell"), ("shown", "cell"))
        case Box():
            return (("title", "box-title"),)
        case ColofonEntry():
            return (("title", "colofon-label"),)
        case Signature():
            return (("name", "name"), ("function", "function"), ("organisation", "organisation"))
        case Cover():
            return (("title", "cover-title"), ("subtitle", "cover-subtitle"), ("organisation", "organisation"))
        case Picture():
            return (("alt", "alt"), ("credit", "credit"))
        case List() | ListItem() | Columns() | Facts() | Timeline() | People() | Logos() | Row():
            return ()
        case Colofon() | Contents() | Letter() | Numbers() | Pictures() | Chapter() | BackCover():
            return ()
        case Text() | Emphasis() | Strong() | Foreign() | Abbreviation() | Link() | Reference() | NoteCall() | LineBreak():
            return ()
        case Credit() | ContentsEntry() | NoteMark() | CrossReference() | PageNumber():
            raise AssertionError("a document's node in a draft")
        case _:
            assert_never(node)

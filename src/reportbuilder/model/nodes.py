"""The nodes of a report: frozen values without parents, in closed unions.

Every node has a ``span`` (where it stands in the sources) and an ``id``: its place in reading order, from 1. In a `Draft` all ids
are 0; `resolve` gives them. ``NoteCall`` and ``Reference`` occur in drafts only; ``NoteMark``, ``CrossReference`` and ``PageNumber``
in documents only.
"""

from dataclasses import dataclass
from typing import Literal

from reportbuilder.diag.span import Span

Width = Literal["column", "wide", "bleed", "spread"]
Align = Literal["left", "right", "center"]

# ---------------------------------------------------------------- inlines


@dataclass(frozen=True, slots=True)
class Text:
    """Characters as they are to be read; typed or brought in by a variable."""

    text: str
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class Emphasis:
    content: "tuple[Inline, ...]"
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class Strong:
    content: "tuple[Inline, ...]"
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A link to the outside: http, https or mailto."""

    url: str
    content: "tuple[Inline, ...]"
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class LineBreak:
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class NoteCall:
    """``[^key]`` in a draft."""

    key: str
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of a note: its ``number`` in the chapter and the ``note``'s id. ``first`` is false when the note was called before."""

    number: int
    note: int
    first: bool
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class Reference:
    """``[](#label)`` in a draft; empty ``content`` asks for the target's own title."""

    label: str
    content: "tuple[Inline, ...]"
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A link to the heading or figure with id ``target``."""

    target: int
    content: "tuple[Inline, ...]"
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of the page on which the node ``target`` begins; known when the layout has settled."""

    target: int
    span: Span
    id: int = 0


Inline = Text | Emphasis | Strong | Link | LineBreak | NoteCall | NoteMark | Reference | CrossReference | PageNumber
Inlines = tuple[Inline, ...]

# ---------------------------------------------------------------- blocks


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 titles a part, 2 a section, 3 a subsection. ``label`` is the name for references, ``running`` the short form."""

    level: int
    content: Inlines
    span: Span
    label: str = ""
    running: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    content: Inlines
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class Lead:
    """A line that leads in a chapter or section."""

    content: Inlines
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class ListItem:
    """Paragraphs and lists; ``marker`` is the drawn mark (``•``, ``–``, ``3.``), set by `resolve`."""

    blocks: "tuple[Block, ...]"
    span: Span
    marker: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class List:
    ordered: bool
    start: int
    items: tuple[ListItem, ...]
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file by its name under ``assets/pictures`` or ``assets/logos``. ``span`` points at the name."""

    file: str
    alt: str
    credit: str
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture in the text. With a caption it has a ``kind`` word and a ``number`` (“Figuur” 3), set by `resolve`."""

    picture: Picture
    width: Width
    caption: Inlines
    span: Span
    label: str = ""
    kind: str = ""
    number: int = 0
    id: int = 0


@dataclass(frozen=True, slots=True)
class Quote:
    content: Inlines
    by: Inlines
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """One key figure: a large value and what it counts."""

    value: Inlines
    label: Inlines
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    items: tuple[Fact, ...]
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    content: Inlines
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """``head`` is the header row; every row has as many cells as ``aligns`` has entries."""

    aligns: tuple[Align, ...]
    head: Row
    rows: tuple[Row, ...]
    caption: Inlines
    span: Span
    label: str = ""
    kind: str = ""
    number: int = 0
    id: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """Text set apart, with a title that is no heading of the outline."""

    title: Inlines
    blocks: "tuple[Block, ...]"
    span: Span
    id: int = 0


Block = Heading | Paragraph | Lead | List | Figure | Quote | Facts | Table | Box
Blocks = tuple[Block, ...]

# ---------------------------------------------------------------- parts


@dataclass(frozen=True, slots=True)
class Note:
    """The text of a note, numbered per chapter in order of first call. ``mark`` is the id of its first mark."""

    key: str
    content: Inlines
    span: Span
    number: int = 0
    mark: int = 0
    id: int = 0


@dataclass(frozen=True, slots=True)
class Cover:
    title: Inlines
    subtitle: Inlines
    organisation: Inlines
    picture: Picture
    logo: Picture
    span: Span
    label: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Credit:
    """One maker of pictures and the pictures that are theirs, as pages (filled in by `resolve`)."""

    text: str
    pages: tuple[PageNumber, ...]
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class ColofonEntry:
    """A label with text, or (``credits`` true) with the credits of all pictures, listed in ``credit_lines`` by `resolve`."""

    title: Inlines
    blocks: Blocks
    credits: bool
    span: Span
    credit_lines: tuple[Credit, ...] = ()
    id: int = 0


@dataclass(frozen=True, slots=True)
class Colofon:
    title: Heading
    entries: tuple[ColofonEntry, ...]
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One line of the contents: the heading's text (its notes left out), its number if it is a chapter, its page."""

    level: int
    number: str
    target: int
    content: Inlines
    page: PageNumber
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class Contents:
    """``entries`` are made by `resolve`: letters and chapters on level 1, sections on level 2."""

    title: Heading
    span: Span
    entries: tuple[ContentsEntry, ...] = ()
    id: int = 0


@dataclass(frozen=True, slots=True)
class Signature:
    name: Inlines
    function: Inlines
    organisation: Inlines
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class Letter:
    title: Heading
    blocks: Blocks
    signature: Signature | None
    notes: tuple[Note, ...]
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class PicturePage:
    """A picture over a whole page (or, ``spread`` true, over two facing pages)."""

    picture: Picture
    spread: bool
    caption: Inlines
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class Pictures:
    pages: tuple[PicturePage, ...]
    span: Span
    label: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Chapter:
    """``number`` (“1”) is given by `resolve`. The opener page shows picture, number, title and lead."""

    title: Heading
    opener: Picture | None
    lead: Lead | None
    blocks: Blocks
    notes: tuple[Note, ...]
    span: Span
    number: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class BackCover:
    logo: Picture | None
    blocks: Blocks
    span: Span
    label: str = ""
    id: int = 0


Part = Cover | Colofon | Contents | Letter | Pictures | Chapter | BackCover
Node = (
    Inline | Block | ListItem | Picture | Fact | Cell | Row | Note | Credit | ColofonEntry | ContentsEntry | Signature | PicturePage | Part
)

# ---------------------------------------------------------------- the whole


@dataclass(frozen=True, slots=True)
class Meta:
    """What is true of the whole report. ``language`` is a BCP 47 tag (nl-BE)."""

    title: str
    subtitle: str
    organisation: str
    year: str
    slug: str
    language: str
    description: str
    keywords: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """The report as loaded: nothing numbered, notes and references by name."""

    meta: Meta
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The report as all outputs must show it: every node has its id, notes and figures their numbers, references their texts."""

    meta: Meta
    parts: tuple[Part, ...]

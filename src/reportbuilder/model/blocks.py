"""Nodes that stand under each other in a part; see `nodes`."""

from dataclasses import dataclass
from typing import Literal

from reportbuilder.diag.span import Span
from reportbuilder.model.charts import Chart
from reportbuilder.model.displays import Cluster, Logos, People, Timeline
from reportbuilder.model.inlines import Inlines
from reportbuilder.model.pictures import Picture

Width = Literal["column", "wide", "bleed", "spread"]
Place = Literal["column", "wide", "margin"]
"""Where a block stands that is set apart from the text: in its column, over the whole width, or beside it in the outer margin."""
Align = Literal["left", "right", "center"]


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
    place: Place = "column"
    id: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """One key figure: a large value and what it counts. ``large`` ones stand out among those of a part `Numbers`."""

    value: Inlines
    label: Inlines
    span: Span
    large: bool = False
    id: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    items: tuple[Fact, ...]
    span: Span
    place: Place = "column"
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


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks that run in two or three columns of equal height. ``wide``: over the whole width of the page."""

    count: int
    blocks: "tuple[Block, ...]"
    span: Span
    wide: bool = False
    id: int = 0


Block = Heading | Paragraph | Lead | List | Figure | Quote | Facts | Table | Box | Chart | Timeline | People | Logos | Cluster | Columns
Blocks = tuple[Block, ...]

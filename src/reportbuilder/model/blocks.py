"""Nodes that stand under each other in a part; see `nodes`."""

from typing import Literal

from msgspec import Struct

from reportbuilder.diag.span import Span
from reportbuilder.model.charts import Chart
from reportbuilder.model.displays import Cluster, Logos, People, Timeline
from reportbuilder.model.inlines import Inlines
from reportbuilder.model.pictures import Picture

Width = Literal["column", "wide", "bleed", "spread"]
Place = Literal["column", "wide", "margin"]
"""Where a block stands that is set apart from the text: in its column, over the whole width, or beside it in the outer margin."""
Align = Literal["left", "right", "center"]


class Heading(Struct, frozen=True):
    """Level 1 titles a part, 2 a section, 3 a subsection. ``label`` is the name for references, ``running`` the short form."""

    level: int
    content: Inlines
    span: Span
    label: str = ""
    running: str = ""
    id: int = 0


class Paragraph(Struct, frozen=True):
    content: Inlines
    span: Span
    id: int = 0


class Lead(Struct, frozen=True):
    """A line that leads in a chapter or section."""

    content: Inlines
    span: Span
    id: int = 0


class ListItem(Struct, frozen=True):
    """Paragraphs and lists; ``marker`` is the drawn mark (``•``, ``–``, ``3.``), set by `resolve`."""

    blocks: "tuple[Block, ...]"
    span: Span
    marker: str = ""
    id: int = 0


class List(Struct, frozen=True):
    ordered: bool
    start: int
    items: tuple[ListItem, ...]
    span: Span
    id: int = 0


class Figure(Struct, frozen=True):
    """A picture in the text. With a caption it has a ``kind`` word and a ``number`` (“Figuur” 3), set by `resolve`."""

    picture: Picture
    width: Width
    caption: Inlines
    span: Span
    label: str = ""
    kind: str = ""
    number: int = 0
    id: int = 0


class Quote(Struct, frozen=True):
    content: Inlines
    by: Inlines
    span: Span
    place: Place = "column"
    id: int = 0


class Fact(Struct, frozen=True):
    """One key figure: a large value and what it counts. ``large`` ones stand out among those of a part `Numbers`."""

    value: Inlines
    label: Inlines
    span: Span
    large: bool = False
    id: int = 0


class Facts(Struct, frozen=True):
    items: tuple[Fact, ...]
    span: Span
    place: Place = "column"
    id: int = 0


class Cell(Struct, frozen=True):
    content: Inlines
    span: Span
    id: int = 0


class Row(Struct, frozen=True):
    cells: tuple[Cell, ...]
    span: Span
    id: int = 0


class Table(Struct, frozen=True):
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


class Box(Struct, frozen=True):
    """Text set apart, with a title that is no heading of the outline."""

    title: Inlines
    blocks: "tuple[Block, ...]"
    span: Span
    id: int = 0


class Columns(Struct, frozen=True):
    """Blocks that run in two or three columns of equal height. ``wide``: over the whole width of the page."""

    count: int
    blocks: "tuple[Block, ...]"
    span: Span
    wide: bool = False
    id: int = 0


Block = Heading | Paragraph | Lead | List | Figure | Quote | Facts | Table | Box | Chart | Timeline | People | Logos | Cluster | Columns
Blocks = tuple[Block, ...]

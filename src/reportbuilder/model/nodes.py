"""The nodes of a report: frozen values without parents, in closed unions.

Every node has a ``span`` (where it stands in the sources) and an ``id``: its place in reading order, from 1. In a `Draft` all ids
are 0; `resolve` gives them. ``NoteCall`` and ``Reference`` occur in drafts only; ``NoteMark``, ``CrossReference`` and ``PageNumber``
in documents only.
"""

from reportbuilder.model.blocks import (
    Align, Block, Blocks, Box, Cell, Columns, Fact, Facts, Figure, Heading, Lead, List, ListItem, Paragraph, Place, Quote, Row, Table, Width,
)
from reportbuilder.model.charts import Chart, ChartKind, ChartWidth, Point
from reportbuilder.model.displays import Cluster, ClusterPicture, ClusterWidth, Event, Logos, People, Person, Timeline
from reportbuilder.model.inlines import (
    Abbreviation, CrossReference, Emphasis, Foreign, Inline, Inlines, LineBreak, Link, NoteCall, NoteMark, PageNumber, Reference, Strong, Text,
)
from reportbuilder.model.parts import (
    BackCover, Chapter, Colofon, ColofonEntry, Contents, ContentsEntry, Cover, Credit, Document, Draft, Letter, Meta, Note, Numbers, Part,
    PicturePage, Pictures, Signature, Terms,
)
from reportbuilder.model.pictures import Picture

Node = (
    Inline | Block | ListItem | Picture | Fact | Point | Event | Person | ClusterPicture | Cell | Row | Note | Credit | ColofonEntry | ContentsEntry
    | Signature | PicturePage | Part
)

__all__ = [
    "Abbreviation", "Align", "BackCover", "Block", "Blocks", "Box", "Cell", "Chapter", "Chart", "ChartKind", "ChartWidth", "Cluster",
    "ClusterPicture", "ClusterWidth", "Colofon", "ColofonEntry", "Columns", "Contents", "ContentsEntry", "Cover", "Credit", "CrossReference",
    "Document", "Draft", "Emphasis", "Event", "Fact", "Facts", "Figure", "Foreign", "Heading", "Inline", "Inlines", "Lead", "Letter",
    "LineBreak", "Link", "List", "ListItem", "Logos", "Meta", "Node", "Note", "NoteCall", "NoteMark", "Numbers", "PageNumber",
    "Paragraph", "Part", "People", "Person", "Picture", "PicturePage", "Pictures", "Place", "Point", "Quote", "Reference", "Row",
    "Signature", "Strong", "Table", "Terms", "Text", "Timeline", "Width",
]

"""Blocks as structure: paragraphs, headings, lists, figures, tables and boxes, each followed by the notes first called in it."""

from collections.abc import Mapping
from itertools import chain
from typing import assert_never

from msgspec.structs import replace

from reportbuilder.model.nodes import (
    Block,
    Blocks,
    Box,
    Chart,
    Cluster,
    Columns,
    Event,
    Fact,
    Facts,
    Figure,
    Heading,
    Inlines,
    Lead,
    List,
    ListItem,
    Logos,
    Note,
    Paragraph,
    People,
    Person,
    Picture,
    Quote,
    Row,
    Table,
    Timeline,
)
from reportbuilder.pdf.boxes import Box as Frame
from reportbuilder.pdf.elements import Elem, Kids, Store, elem
from reportbuilder.pdf.inline_tags import InlineTags
from reportbuilder.pdf.spoken import Spoken

SECTION = 2
"""Headings of this level begin a Sect of their own."""


class BlockTags:
    """Takes what blocks show out of the store."""

    def __init__(self, store: Store, inlines: InlineTags, frames: Mapping[int, Frame], spoken: Spoken) -> None:
        self._store = store
        self._inlines = inlines
        self._frames = frames
        self._spoken = spoken
        self._notes: dict[int, Note] = {}

    def open_notes(self, notes: tuple[Note, ...]) -> None:
        """From now on these notes are set after the blocks that call them."""
        self._notes = {note.id: note for note in notes}

    def open_sections(self, blocks: Blocks) -> Kids:
        """The blocks of a part; each section with its heading is a Sect."""
        groups: list[list[Block]] = [[]]
        for block in blocks:
            if isinstance(block, Heading) and block.level == SECTION:
                groups.append([])
            groups[-1].append(block)
        sections = (kid for group in groups[1:] for kid in elem("Sect", self.flow(tuple(group))))
        return (*self.flow(tuple(groups[0])), *sections)

    def flow(self, blocks: Blocks) -> Kids:
        """The blocks in order with their notes."""
        return tuple(chain.from_iterable(self._with_notes(self._block(block)) for block in blocks))

    def heading(self, heading: Heading, number: Kids = ()) -> Kids:
        """A heading with its notes, ``number`` in front."""
        return self._with_notes(elem(f"H{heading.level}", number + self._inlines.kids(heading.content), node=heading.id))

    def paragraph(self, content: Inlines) -> Kids:
        return elem("P", self._inlines.kids(content))

    def captioned(self, picture: Picture, caption: Kids = (), node: int = 0) -> Kids:
        """A picture, with its caption and credit beside it: an alternative text hides all that stands inside the Figure from a screen reader.
        ``node`` is the node that shows the picture.
        """
        shown = self._picture(picture)
        words = caption + self._store.text(picture.id)
        if shown and words:
            return elem("Captioned", shown + elem("Caption", words), node=node)
        return tuple(replace(one, node=node) for one in shown + elem("P", words))

    def _picture(self, picture: Picture) -> tuple[Elem, ...]:
        drawn = self._store.drawn(picture.id)
        if not drawn:
            return ()
        if not picture.alt:
            return (Elem("NonStruct", drawn),)
        return (Elem("Figure", drawn, alt=picture.alt, box=self._frames.get(picture.id)),)

    # ---------------------------------------------------------------- notes

    def _with_notes(self, kids: Kids) -> Kids:
        called = self._inlines.called
        notes: Kids = ()
        while called:
            notes += self._note(called.pop(0))
        return kids + notes

    def _note(self, node: int) -> Kids:
        note = self._notes.pop(node, None)
        if note is None:
            return ()
        number = self._inlines.link(note.id, self._store.text(note.id), self._spoken.back.format(note.number))
        return elem("Note", elem("Lbl", number) + self.paragraph(note.content), ident=f"note{note.id:08d}", node=note.id)

    # ---------------------------------------------------------------- the kinds of blocks

    def _block(self, block: Block) -> Kids:
        match block:
            case Heading():
                return self.heading(block)
            case Paragraph() | Lead():
                return self.paragraph(block.content)
            case List():
                items = tuple(chain.from_iterable(self._item(item) for item in block.items))
                return elem("L", items, numbering=_numbering(block))
            case Figure():
                return self.captioned(block.picture, self._store.text(block.id) + self._inlines.kids(block.caption), block.id)
            case Quote():
                return elem("BlockQuote", self.paragraph(block.content) + self.paragraph(block.by))
            case Facts():
                return elem("L", tuple(chain.from_iterable(self.fact(fact) for fact in block.items)), numbering="None")
            case Chart():
                return self.chart(block)
            case Table():
                return self._table(block)
            case Timeline():
                return elem("L", tuple(chain.from_iterable(self._event(event) for event in block.events)), numbering="None")
            case People():
                return elem("L", tuple(chain.from_iterable(self._person(person) for person in block.persons)), numbering="None")
            case Logos():
                return elem("Div", tuple(chain.from_iterable(self.captioned(logo) for logo in block.logos)))
            case Cluster():
                shown = tuple(
                    chain.from_iterable(self.captioned(one.picture, self._store.text(one.id) + self._inlines.kids(one.caption), one.id) for one in block.pictures)
                )
                return elem("Captioned", shown + elem("Caption", self._store.text(block.id) + self._inlines.kids(block.caption)), node=block.id)
            case Box():
                return elem("Sidebar", self._with_notes(self.paragraph(block.title)) + self.flow(block.blocks))
            case Columns():
                return self.flow(block.blocks)
            case _:
                assert_never(block)

    def _item(self, item: ListItem) -> Kids:
        return elem("LI", elem("Lbl", self._store.text(item.id)) + elem("LBody", self.flow(item.blocks)))

    def fact(self, fact: Fact) -> Kids:
        """A list says how many key figures there are; two paragraphs keep value and label apart in the ear."""
        return elem("LI", elem("LBody", self.paragraph(fact.value) + self.paragraph(fact.label)))

    def _event(self, event: Event) -> Kids:
        return elem("LI", elem("LBody", self._with_notes(self.paragraph(event.date)) + self.flow(event.blocks)))

    def _person(self, person: Person) -> Kids:
        portrait = self._picture(person.portrait) if person.portrait else ()
        return elem("LI", elem("LBody", portrait + self.paragraph(person.name) + self.paragraph(person.function)), node=person.id)

    def chart(self, chart: Chart) -> Kids:
        """The drawing, hidden behind its message, and beside it the labels and numbers in it, which are text of their own, as a table."""
        drawn = self._store.drawn(chart.id)
        title = elem("Caption", self._store.text(chart.id) + self._inlines.kids(chart.title))
        figure = (Elem("Figure", drawn, alt=chart.alt, box=self._frames.get(chart.id)),) if drawn else ()
        rows = tuple(Elem("TR", (Elem("TH", self._inlines.kids(p.label), scope="Row"), Elem("TD", self._inlines.kids(p.shown)))) for p in chart.points)
        told = title + self.paragraph(chart.unit) + figure + elem("Table", elem("TBody", rows)) + self.paragraph(chart.source)
        return elem("Captioned", told, node=chart.id)

    def _table(self, table: Table) -> Kids:
        caption = elem("Caption", self._store.text(table.id) + self._inlines.kids(table.caption))
        head = self._head(table.head)
        corner = not head or head[0].tag == "TD"
        body = tuple(self._row(row, corner) for row in table.rows)
        return elem("Table", caption + elem("THead", elem("TR", head)) + elem("TBody", body), node=table.id)

    def _head(self, row: Row) -> tuple[Elem, ...]:
        """A column's title is a TH; an empty corner is none."""
        cells = (self._inlines.kids(cell.content) for cell in row.cells)
        return tuple(Elem("TH", kids, scope="Column") if kids else Elem("TD", kids) for kids in cells)

    def _row(self, row: Row, titled: bool) -> Elem:
        """A row; ``titled``: its first cell is the title of the row."""
        cells = [self._inlines.kids(cell.content) for cell in row.cells]
        first = Elem("TH", cells[0], scope="Row") if titled and cells[0] else Elem("TD", cells[0])
        return Elem("TR", (first, *(Elem("TD", kids) for kids in cells[1:])))


def _numbering(items: List) -> str:
    """What marks the items, as the attribute ListNumbering has it (ISO 32000-2, table 382)."""
    marker = items.items[0].marker if items.items else ""
    if items.ordered:
        return "LowerAlpha" if marker[:1].isalpha() else "Decimal"
    return "Disc" if marker == "•" else "Unordered"

"""What a document says to someone who hears it, block by block, made from its nodes alone: notes follow the block that calls them first."""

from collections.abc import Iterator

from reportbuilder.diag.diagnostic import Log
from reportbuilder.layout.page import Layout
from reportbuilder.model import nodes as n
from reportbuilder.model.labels import Labels, labels_in


def told(document: n.Document, layout: Layout) -> list[str]:
    """The words of all blocks in the order in which they are to be read."""
    teller = _Teller(layout, labels_in(document.meta.language, Log()))
    return [word for part in document.parts for block in teller.part(part) for word in block.split()]


class _Teller:
    """``called`` has the notes called since the last were told, ``notes`` those that are yet to be told."""

    def __init__(self, layout: Layout, labels: Labels) -> None:
        self.layout = layout
        self.labels = labels
        self.called: list[int] = []
        self.notes: dict[int, n.Note] = {}

    def part(self, part: n.Part) -> Iterator[str]:
        self.notes = {note.id: note for note in getattr(part, "notes", ())}
        match part:
            case n.Cover():
                yield from map(self.text, (part.title, part.subtitle, part.organisation))
            case n.Colofon():
                yield from self.heading(part.title)
                for entry in part.entries:
                    yield self.text(entry.title)
                    yield from self.flow(entry.blocks)
                    yield from (self.credit(credit) for credit in entry.credit_lines)
            case n.Contents():
                yield from self.heading(part.title)
                for line in part.entries:
                    yield f"{line.number} {self.text(line.content)} {self.layout.label(line.target)}"
            case n.Letter():
                yield from self.heading(part.title)
                yield from self.flow(part.blocks)
                if part.signature:
                    yield from map(self.text, (part.signature.name, part.signature.function, part.signature.organisation))
            case n.Numbers():
                yield from self.heading(part.title)
                yield from self.flow(filter(None, (part.lead, *part.items)))
            case n.Pictures():
                yield from (self.text(page.caption) for page in part.pages)
            case n.Chapter():
                yield from self.heading(part.title, part.number)
                yield from self.flow(filter(None, (part.lead, *part.blocks)))
            case n.BackCover():
                yield from self.flow(part.blocks)

    def text(self, content: n.Inlines) -> str:
        return "".join(map(self.inline, content))

    def inline(self, inline: n.Inline) -> str:
        match inline:
            case n.Text():
                return inline.text
            case n.LineBreak():
                return " "
            case n.NoteMark():
                self.called += [inline.note] if inline.first else []
                return str(inline.number)
            case n.PageNumber():
                return self.layout.label(inline.target)
            case _:
                return self.text(inline.content)

    def heading(self, heading: n.Heading, number: str = "") -> Iterator[str]:
        yield f"{number} {self.text(heading.content)}"
        yield from self.noted()

    def flow(self, blocks) -> Iterator[str]:
        for block in blocks:
            yield from self.block(block)
            yield from self.noted()

    def noted(self) -> Iterator[str]:
        while self.called:
            note = self.notes.pop(self.called.pop(0))
            yield str(note.number)
            yield self.text(note.content)

    def credit(self, credit: n.Credit) -> str:
        pages = self.labels.comma.join(dict.fromkeys(self.layout.label(page.target) for page in credit.pages))
        return f"{credit.text} ({self.labels.short_page} {pages})" if pages else credit.text

    def block(self, block) -> Iterator[str]:
        match block:
            case n.Heading() | n.Paragraph() | n.Lead():
                yield self.text(block.content)
            case n.List():
                for item in block.items:
                    yield item.marker
                    yield from self.flow(item.blocks)
            case n.Figure():
                yield f"{self.numbered(block)} {self.text(block.caption)}"
            case n.Quote():
                yield from map(self.text, (block.content, block.by))
            case n.Facts():
                yield from (text for fact in block.items for text in self.block(fact))
            case n.Fact():
                yield from map(self.text, (block.value, block.label))
            case n.Chart():
                yield f"{self.numbered(block)} {self.text(block.title)}"
                yield self.text(block.unit)
                for point in block.points:
                    yield from map(self.text, (point.label, point.shown))
                yield self.text(block.source)
            case n.Table():
                yield f"{self.numbered(block)} {self.text(block.caption)}"
                yield from (self.text(cell.content) for row in (block.head, *block.rows) for cell in row.cells)
            case n.Timeline():
                for event in block.events:
                    yield self.text(event.date)
                    yield from self.noted()
                    yield from self.flow(event.blocks)
            case n.People():
                for person in block.persons:
                    yield from map(self.text, (person.name, person.function))
            case n.Logos():
                pass
            case n.Cluster():
                yield from (f"{self.numbered(one)} {self.text(one.caption)}" for one in block.pictures)
                yield f"{self.numbered(block)} {self.text(block.caption)}"
            case n.Box():
                yield self.text(block.title)
                yield from self.noted()
                yield from self.flow(block.blocks)
            case n.Columns():
                yield from self.flow(block.blocks)

    def numbered(self, block) -> str:
        return f"{block.kind} {block.number}." if block.number else ""

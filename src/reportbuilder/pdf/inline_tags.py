"""Inlines as structure: text as content of its paragraph, emphasis as spans, links and marks of notes with their areas."""

from typing import assert_never

from reportbuilder.layout.page import Layout
from reportbuilder.model.nodes import (
    Abbreviation,
    CrossReference,
    Emphasis,
    Foreign,
    Inline,
    Inlines,
    LineBreak,
    Link,
    NoteCall,
    NoteMark,
    PageNumber,
    Reference,
    Strong,
    Text,
)
from reportbuilder.pdf.elements import Kids, Store, elem
from reportbuilder.pdf.spoken import Spoken, plain


class InlineTags:
    """Takes what inlines show out of the store. ``called`` collects the notes first called on the way, for whoever sets them after the block."""

    def __init__(self, store: Store, layout: Layout, spoken: Spoken) -> None:
        self._store = store
        self._layout = layout
        self._spoken = spoken
        self.called: list[int] = []

    def kids(self, content: Inlines) -> Kids:
        """What stands in a paragraph, heading or cell with this content."""
        return tuple(kid for inline in content for kid in self._inline(inline))

    def _inline(self, inline: Inline) -> Kids:
        match inline:
            case Text():
                return self._store.text(inline.id)
            case LineBreak():
                return self._store.marks(inline.id)
            case Emphasis():
                return elem("Em", self.kids(inline.content))
            case Strong():
                return elem("Strong", self.kids(inline.content))
            case Foreign():
                return elem("Span", self.kids(inline.content), language=inline.language)
            case Abbreviation():
                return elem("Span", self.kids(inline.content), expansion=inline.expansion)
            case Link():
                return self.link(inline.id, self.kids(inline.content), _outside(inline))
            case CrossReference():
                return self.reference(inline.id, self.kids(inline.content), self.with_page(plain(inline.content), inline.target), inline.target)
            case PageNumber():
                return self.reference(inline.id, self._store.text(inline.id), self.with_page("", inline.target), inline.target)
            case NoteMark():
                if inline.first:
                    self.called.append(inline.note)
                return self.reference(inline.id, self._store.text(inline.id), self._spoken.note.format(inline.number), inline.note)
            case NoteCall() | Reference():
                raise AssertionError("a draft's node in a document")
            case _:
                assert_never(inline)

    def link(self, node: int, shown: Kids, contents: str) -> Kids:
        """A link around what is shown, with the areas that belong to the node; without an area it is no link."""
        spots = self._store.spots(node, contents)
        return elem("Link", shown + spots) if spots else shown

    def reference(self, node: int, shown: Kids, contents: str, target: int) -> Kids:
        """A link inside the report: a Link in a Reference."""
        return elem("Reference", self.link(node, shown, contents), node=node, refs=(target,))

    def with_page(self, text: str, target: int) -> str:
        """The text and the page on which the target begins, as a link to it is announced."""
        page = self._spoken.page.format(self._layout.label(target))
        return f"{text}, {page}" if text else page


def _outside(link: Link) -> str:
    words = plain(link.content)
    return link.url if words in link.url else f"{words} ({link.url})"

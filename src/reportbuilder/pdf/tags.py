"""The structure tree of a report, from its document: what each part is to a reader who hears the page (ISO 32000-1, 14.8)."""

from collections.abc import Mapping
from itertools import chain, groupby
from typing import assert_never

from reportbuilder.layout.page import Layout
from reportbuilder.model.nodes import (
    BackCover,
    Chapter,
    Colofon,
    ColofonEntry,
    Contents,
    ContentsEntry,
    Cover,
    Credit,
    Document,
    Fact,
    Letter,
    Numbers,
    Part,
    Pictures,
    Signature,
)
from reportbuilder.pdf.block_tags import BlockTags
from reportbuilder.pdf.boxes import Box
from reportbuilder.pdf.elements import Elem, Kids, Store, elem, in_order
from reportbuilder.pdf.inline_tags import InlineTags
from reportbuilder.pdf.paint import Painted
from reportbuilder.pdf.spoken import plain, spoken_in
from reportbuilder.pdf.turned import turned


def structure(document: Document, layout: Layout, painted: Painted, frames: Mapping[int, Box]) -> Elem:
    """The Document element with all marked content and all areas in it, each once.

    ``frames`` are the boxes of pictures on their page. Raises `StructureFault` when something painted has no place in the tree.
    """
    store = Store(painted.marks, painted.areas, turned(layout, painted.marks))
    spoken = spoken_in(document.meta.language)
    inlines = InlineTags(store, layout, spoken)
    parts = _PartTags(store, inlines, BlockTags(store, inlines, frames, spoken))
    tree = Elem("Document", tuple(kid for part in document.parts for kid in elem("Sect", parts.part(part), node=part.id)))
    store.check_empty()
    return tree


class _PartTags:
    """Takes what parts show out of the store."""

    def __init__(self, store: Store, inlines: InlineTags, blocks: BlockTags) -> None:
        self._store = store
        self._inlines = inlines
        self._blocks = blocks

    def part(self, part: Part) -> Kids:
        match part:
            case Cover():
                return self._cover(part)
            case Colofon():
                return self._blocks.heading(part.title) + tuple(chain.from_iterable(self._colofon_entry(entry) for entry in part.entries))
            case Contents():
                return self._blocks.heading(part.title) + self._contents(part.entries)
            case Letter():
                self._blocks.open_notes(part.notes)
                written = self._blocks.heading(part.title) + self._blocks.open_sections(part.blocks)
                return written + (self._signature(part.signature) if part.signature else ())
            case Numbers():
                return self._numbers(part)
            case Pictures():
                return tuple(chain.from_iterable(self._blocks.captioned(page.picture, self._inlines.kids(page.caption), page.id) for page in part.pages))
            case Chapter():
                return self._chapter(part)
            case BackCover():
                return (self._blocks.captioned(part.logo) if part.logo else ()) + self._blocks.flow(part.blocks)
            case _:
                assert_never(part)

    def _cover(self, cover: Cover) -> Kids:
        title = elem("Title", self._inlines.kids(cover.title)) + elem("Subtitle", self._inlines.kids(cover.subtitle))
        return title + self._blocks.paragraph(cover.organisation) + self._blocks.captioned(cover.picture) + self._blocks.captioned(cover.logo)

    def _chapter(self, chapter: Chapter) -> Kids:
        self._blocks.open_notes(chapter.notes)
        opening = self._blocks.heading(chapter.title, self._store.text(chapter.id))
        if chapter.opener is not None:
            opening += self._blocks.captioned(chapter.opener)
        if chapter.lead is not None:
            opening += self._blocks.flow((chapter.lead,))
        return opening + self._blocks.open_sections(chapter.blocks)

    def _numbers(self, numbers: Numbers) -> Kids:
        """Key figures that follow each other are one list."""
        shown = self._blocks.heading(numbers.title) + (self._blocks.flow((numbers.lead,)) if numbers.lead else ())
        for is_fact, group in groupby(numbers.items, lambda item: isinstance(item, Fact)):
            made = tuple(chain.from_iterable(self._blocks.fact(item) if isinstance(item, Fact) else self._blocks.chart(item) for item in group))
            shown += elem("L", made, numbering="None") if is_fact else made
        return shown

    def _colofon_entry(self, entry: ColofonEntry) -> Kids:
        label = self._blocks.paragraph(entry.title) + self._blocks.flow(entry.blocks)
        return elem("Div", label + tuple(chain.from_iterable(self._credit(credit) for credit in entry.credit_lines)))

    def _credit(self, credit: Credit) -> Kids:
        return elem("P", in_order(self._store.parted(credit.id) + self._inlines.kids(credit.pages)))

    def _signature(self, signature: Signature) -> Kids:
        lines = (signature.name, signature.function, signature.organisation)
        return tuple(chain.from_iterable(self._blocks.paragraph(line) for line in lines))

    def _contents(self, entries: tuple[ContentsEntry, ...]) -> Kids:
        """Each entry of the first level holds those of the second that follow it."""
        groups: list[list[ContentsEntry]] = []
        for entry in entries:
            if entry.level == 1 or not groups:
                groups.append([])
            groups[-1].append(entry)
        return elem("TOC", tuple(chain.from_iterable(self._item(group[0], group[1:]) for group in groups)))

    def _item(self, entry: ContentsEntry, below: list[ContentsEntry]) -> Kids:
        shown = self._entry(entry)
        below_it = elem("TOC", tuple(chain.from_iterable(self._item(inner, []) for inner in below)))
        return elem("TOCI", shown + below_it, refs=(entry.target,))

    def _entry(self, entry: ContentsEntry) -> Kids:
        shown = self._store.text(entry.id) + self._inlines.kids(entry.content) + self._store.text(entry.page.id)
        words = " ".join(filter(None, (entry.number, plain(entry.content))))
        return self._inlines.reference(entry.id, in_order(shown), self._inlines.with_page(words, entry.target), entry.target)

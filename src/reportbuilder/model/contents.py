"""The contents: one entry for each letter, chapter and section, and for the year in figures."""

from collections.abc import Iterator

from msgspec.structs import replace

from reportbuilder.model.nodes import Chapter, Contents, ContentsEntry, Heading, Letter, Numbers, PageNumber
from reportbuilder.model.text import title_copy
from reportbuilder.model.walk import Parts


def with_entries(parts: Parts) -> Parts:
    """The parts with the entries of the contents filled in."""
    entries = tuple(_entries(parts))
    return tuple(replace(part, entries=entries) if isinstance(part, Contents) else part for part in parts)


def _entries(parts: Parts) -> Iterator[ContentsEntry]:
    for part in parts:
        if isinstance(part, Chapter | Letter | Numbers):
            yield _entry(part.title, part.number if isinstance(part, Chapter) else "")
            for block in () if isinstance(part, Numbers) else part.blocks:
                if isinstance(block, Heading) and block.level == 2:
                    yield _entry(block, "")


def _entry(heading: Heading, number: str) -> ContentsEntry:
    page = PageNumber(heading.id, heading.span)
    return ContentsEntry(heading.level, number, heading.id, title_copy(heading.content), page, heading.span)

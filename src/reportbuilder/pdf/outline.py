"""The bookmarks of a report: its headings, nested by level."""

from collections.abc import Iterator

from msgspec import Struct

from reportbuilder.layout.page import Layout
from reportbuilder.model.nodes import Chapter, Document, Heading
from reportbuilder.model.walk import walk
from reportbuilder.pdf.links import Links
from reportbuilder.pdf.objects import Objects, ref
from reportbuilder.pdf.spoken import plain
from reportbuilder.pdf.syntax import text_string


class Entry(Struct):
    """A bookmark: its words, the node that it leads to, and those below it."""

    title: str
    target: int
    level: int
    below: "list[Entry]" = []


def outline(document: Document, layout: Layout) -> list[Entry]:
    """The headings that stand on a page, as a tree. Level 1 has its chapter's number in front, as on the page."""
    top: list[Entry] = []
    path: list[Entry] = []
    for number, heading in headings(document, layout):
        entry = Entry(f"{number} {plain(heading.content)}".strip(), heading.id, heading.level)
        while path and path[-1].level >= entry.level:
            path.pop()
        (path[-1].below if path else top).append(entry)
        path.append(entry)
    return top


def write_outline(entries: list[Entry], objects: Objects, links: Links) -> int | None:
    """Write bookmarks, all closed; the number of their root, or None when there are none."""
    if not entries:
        return None
    root = objects.reserve()
    first, last = _write(entries, root, objects, links)
    objects.put(root, f"<</Type/Outlines/First {ref(first)}/Last {ref(last)}/Count {len(entries)}>>")
    return root


def _write(entries: list[Entry], parent: int, objects: Objects, links: Links) -> tuple[int, int]:
    numbers = [objects.reserve() for _ in entries]
    for index, (entry, number) in enumerate(zip(entries, numbers)):
        parts = [f"<</Title{text_string(entry.title)}/Parent {ref(parent)}/Dest{links.destination(entry.target)}"]
        if index:
            parts.append(f"/Prev {ref(numbers[index - 1])}")
        if index + 1 < len(numbers):
            parts.append(f"/Next {ref(numbers[index + 1])}")
        if entry.below:
            first, last = _write(entry.below, number, objects, links)
            parts.append(f"/First {ref(first)}/Last {ref(last)}/Count {-len(entry.below)}")
        objects.put(number, "".join(parts) + ">>")
    return numbers[0], numbers[-1]


def headings(document: Document, layout: Layout) -> Iterator[tuple[str, Heading]]:
    """The headings that stand on a page, in order, each with the number in front of it or an empty string."""
    for part in document.parts:
        for node in walk(part):
            if isinstance(node, Heading) and node.id in layout.places:
                yield part.number if isinstance(part, Chapter) and node is part.title else "", node

"""Stories: the parts of the package that hold running text, with their relations, and what all of them draw from."""

import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import count

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from msgspec import Struct, field

from reportbuilder.assets.drawings import Drawn
from reportbuilder.assets.artwork import VectorPicture
from reportbuilder.assets.pictures import Encoded
from reportbuilder.docx.frames import own_name
from reportbuilder.docx.numbering import Instance
from reportbuilder.docx.references import Repeated
from reportbuilder.docx.svg import svg
from reportbuilder.model.nodes import Document, Picture
from reportbuilder.style.sheet import Sheet

AS_SVG = "#svg"
"""Behind the name of a picture file: the same as SVG."""
STAND_IN = Encoded(zlib.compress(b"\xdd" * 6), 3, 2, "gray", "flate")
"""A gray field where a picture could not be had; what was wrong has been said when it was opened."""


class Book(Struct):
    """One document on its way to DOCX. ``anchors`` has the bookmark of every node that a text points at, ``listed`` that of every one in the contents
    or the list of figures, ``repeatable`` what Word would say of the targets of references, ``notes`` the number in the package of every note,
    ``drawings`` those that were made for the pages by the id of their chart, ``vectors`` the paths of pictures by their files,
    ``lists`` the lists so far that need an instance of their own, ``sequences`` the last number of each kind of caption. ``translated``: it is a
    translator's file.
    """

    document: Document
    sheet: Sheet
    pictures: Mapping[str, Encoded]
    page_labels: Mapping[int, str]
    anchors: Mapping[int, str]
    listed: Mapping[int, str]
    repeatable: Mapping[int, Repeated]
    notes: Mapping[int, int]
    drawings: Mapping[int, Drawn] = {}
    vectors: Mapping[str, VectorPicture] = {}
    translated: bool = False
    lists: list[Instance] = []
    sequences: Counter[str] = field(default_factory=Counter)
    bookmark_ids: Iterator[int] = field(default_factory=lambda: count(1))
    drawing_ids: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def from_right(self) -> bool:
        """Whether the report runs from right to left."""
        return self.sheet.page.from_right

    def name(self, picture: Picture) -> str:
        """The name of its rendition: that of its file, or one of its own."""
        own = own_name(picture)
        return own if own in self.pictures else picture.file

    def picture(self, name: str) -> Encoded:
        """A rendition by its name."""
        return self.pictures.get(name, STAND_IN)

    def media(self, name: str) -> Encoded | tuple[str, bytes]:
        """What the relation to a picture file leads to, or to a drawing (“12.svg”): samples, or the kind and the bytes of a file."""
        art = self.vectors.get(name.removesuffix(AS_SVG)) if name.endswith(AS_SVG) else None
        if art:
            return "svg", svg(art)
        number, _, kind = name.partition(".")
        drawn = self.drawings.get(int(number)) if number.isdecimal() and name not in self.pictures else None
        if drawn is None:
            return self.picture(name)
        return kind, drawn.svg if kind == "svg" else drawn.png


class Story(Struct):
    """One part: ``relations`` gives the id of each (type, target) it refers to, where a target is an address or the name of a
    part or picture.
    """

    book: Book
    relations: dict[tuple[str, str], str] = {}

    def relation(self, kind: str, target: str) -> str:
        """The id of the relation to ``target``, the same for the same target."""
        return self.relations.setdefault((kind, target), f"rId{len(self.relations) + 1}")

    def address(self, url: str) -> str:
        return self.relation(RT.HYPERLINK, url)

    def bookmark(self, name: str) -> tuple[str, str]:
        """The elements that begin and end a bookmark."""
        number = next(self.book.bookmark_ids)
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>'

    def anchored(self, node: int, content: str) -> str:
        """The content within the bookmarks by which others point at the node, if any do."""
        for name in filter(None, (self.book.anchors.get(node), self.book.listed.get(node))):
            start, end = self.bookmark(name)
            content = f"{start}{content}{end}"
        return content


def segment(node: int, text: str = "") -> str:
    """The name of the hidden bookmark round a text that is translated as one: of the node, or of its field ``text``.

    Word hides bookmarks whose names begin with ``_``; names have up to 40 letters, digits and ``_``.
    """
    return f"_s_{node}_{text}" if text else f"_s_{node}"

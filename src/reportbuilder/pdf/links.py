"""Areas as link annotations, and destinations: places on pages or, where structure has namespaces, names for places that are elements too."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from reportbuilder.layout.page import Layout, Place
from reportbuilder.pdf.boxes import Boxes
from reportbuilder.pdf.elements import Spot, StructureFault
from reportbuilder.pdf.objects import ref
from reportbuilder.pdf.syntax import num, nums, text_string

PRINTED = 4
"""The flag that PDF/A wants on each annotation (ISO 19005-2, 6.3.2)."""


class Links(Struct, frozen=True):
    """Writes link annotations and destinations; ``pages`` are the object numbers of the pages. ``named``: what leads to a place gives its name.
    ``areas`` are where nodes that are links themselves stand, which is truer than the top of the strip that they stand in.
    """

    layout: Layout
    boxes: Boxes
    pages: Sequence[int]
    named: bool = False
    areas: Mapping[int, Place] = {}

    def destination(self, node: int) -> str:
        """Where a node begins, for a bookmark or an annotation. Raises `StructureFault`."""
        return text_string(_name(node)) if self.named else self._place(node)

    def _place(self, node: int, element: int | None = None) -> str:
        """The top of the node, on its page or in an element (object number), at the magnification that the reader has."""
        place = self.areas.get(node) or self.layout.places.get(node)
        if place is None:
            raise StructureFault(f"a link leads to node {node}, of which the layout does not say where it begins")
        return f"[{ref(element or self.pages[place.page])}/XYZ {num(self.boxes.left)} {num(self.boxes.top - place.y)} null]"

    def names(self, nodes: Iterable[int], elements: Mapping[int, int]) -> str:
        """The name tree of destinations: for each node its place on the page and, for readers that know of structure, its element. ``elements`` are
        object numbers by node. Raises `StructureFault`.

        Bookmarks and annotations that named the elements themselves would bring all of the structure into the part of a linearized file that a
        reader must have before it shows the first page.
        """
        known = sorted(elements)
        made = []
        for node in sorted(nodes):
            element = elements[known[max(bisect_right(known, node) - 1, 0)]]
            made.append(f"{text_string(_name(node))}<</D{self._place(node)}/SD{self._place(node, element)}>>")
        return f"<</Names[{''.join(made)}]>>"

    def annotation(self, spot: Spot, parent: int) -> str:
        """A link annotation; ``parent`` is its key in the parent tree."""
        area = spot.area
        rect = nums(*self.boxes.placed(area.x, area.y, area.width, area.height))
        target = f"/A<</S/URI/URI{_address(area.target)}>>" if isinstance(area.target, str) else f"/Dest{self.destination(area.target)}"
        return (
            f"<</Type/Annot/Subtype/Link/Rect[{rect}]/Border[0 0 0]/F {PRINTED}/P {ref(self.pages[spot.page])}"
            f"/Contents{text_string(spot.contents)}/StructParent {parent}{target}>>"
        )


def _name(node: int) -> str:
    return f"node{node:08d}"


def _address(url: str) -> str:
    """An address in ASCII, as URI actions have it (ISO 32000-1, 12.6.4.7); other characters percent-encoded."""
    return text_string("".join(c if c.isascii() and c.isprintable() and c != " " else "".join(f"%{b:02X}" for b in c.encode()) for c in url))

"""Areas as link annotations, and destinations on pages."""

from collections.abc import Sequence

from reportbuilder.layout.page import Layout
from reportbuilder.pdf.boxes import Boxes
from reportbuilder.pdf.elements import Spot, StructureFault
from reportbuilder.pdf.objects import ref
from reportbuilder.pdf.syntax import num, nums, text_string

PRINTED = 4
"""The flag that PDF/A wants on each annotation (ISO 19005-2, 6.3.2)."""


class Links:
    """Writes link annotations and destinations; ``pages`` are the object numbers of the pages."""

    def __init__(self, layout: Layout, boxes: Boxes, pages: Sequence[int]) -> None:
        self._layout = layout
        self._boxes = boxes
        self._pages = pages

    def destination(self, node: int) -> str:
        """Where a node begins: the top of its first line, at the magnification that the reader has. Raises `StructureFault`."""
        place = self._layout.places.get(node)
        if place is None:
            raise StructureFault(f"a link leads to node {node}, of which the layout does not say where it begins")
        return f"[{ref(self._pages[place.page])}/XYZ {num(self._boxes.left)} {num(self._boxes.top - place.y)} null]"

    def annotation(self, spot: Spot, parent: int) -> str:
        """A link annotation; ``parent`` is its key in the parent tree."""
        area = spot.area
        rect = nums(*self._boxes.placed(area.x, area.y, area.width, area.height))
        target = f"/A<</S/URI/URI{_address(area.target)}>>" if isinstance(area.target, str) else f"/Dest{self.destination(area.target)}"
        return (
            f"<</Type/Annot/Subtype/Link/Rect[{rect}]/Border[0 0 0]/F {PRINTED}/P {ref(self._pages[spot.page])}"
            f"/Contents{text_string(spot.contents)}/StructParent {parent}{target}>>"
        )


def _address(url: str) -> str:
    """An address in ASCII, as URI actions have it (ISO 32000-1, 12.6.4.7); other characters percent-encoded."""
    return text_string("".join(c if c.isascii() and c.isprintable() and c != " " else "".join(f"%{b:02X}" for b in c.encode()) for c in url))

"""All that rules about a tagged file look at, gathered once."""

from functools import cached_property
from itertools import islice

from pikepdf import Object, String

from reportbuilder.preflight.content import Budget
from reportbuilder.preflight.evidence import Evidence
from reportbuilder.preflight.finding import Box, Findings
from reportbuilder.preflight.resources import Book
from reportbuilder.preflight.space import inner
from reportbuilder.preflight.ua.marked import MarkedContent, Place, grown, marked
from reportbuilder.preflight.ua.parents import Parents
from reportbuilder.preflight.ua.tree import Element, Tree, tree


MOST_LOOKED = 200
"""Elements that are looked through for the place of one."""


class Tagged:
    """A file seen by its structure. ``deep``: what its pages paint, and all its objects, are looked at too."""

    def __init__(self, evidence: Evidence, deep: bool = True) -> None:
        self.file = evidence
        self.deep = deep
        self.root = evidence.pdf.Root
        self.book = Book()

    @cached_property
    def contents(self) -> list[MarkedContent]:
        """What each page paints, with its marks. Raises `TooMuch`."""
        budget = Budget()
        return [marked(page.object, page.number, page.media, self.book, budget) for page in self.file.pages]

    @cached_property
    def tree(self) -> Tree | None:
        return tree(self.file.pdf, [page.object for page in self.file.pages])

    @cached_property
    def elements(self) -> list[Element]:
        """All elements, in the order of the document."""
        return list(self.tree.walk()) if self.tree else []

    @cached_property
    def parents(self) -> Parents:
        streams = self.file.inventory.streams if self.deep else ()
        forms = {found.object.objgen: found.object for found in streams if "/StructParents" in found.object}
        return Parents(inner(self.root, "/StructTreeRoot"), [page.object for page in self.file.pages], forms)

    @property
    def language(self) -> bool:
        """Whether the catalog names a language."""
        return isinstance(self.root.get("/Lang"), String)

    @cached_property
    def boxes(self) -> dict[Place, Box | None]:
        """Where each numbered content is on its page."""
        return {place: box for content in self.contents for place, box in content.places.items()}

    def place(self, element: Element) -> tuple[int, Box | None]:
        """The page that an element begins on, and its box there, with all that is in it."""
        page, box = 0, None
        for each in islice(element.walk(), MOST_LOOKED):
            for kid in each.kids:
                if isinstance(kid, Place) and isinstance(kid.holder, int):
                    page = page or kid.holder
                    there = self.boxes.get(kid) if kid.holder == page else None
                    box = there if box is None else box if there is None else grown(box, there)
        return page or element.page, box

    def tell(self, findings: Findings, rule: str, message: str, element: Element) -> None:
        """A finding about an element, with its place."""
        page, box = self.place(element)
        findings.add(rule, message, page, box, object=named(element))

    def element_of(self, place: Place) -> Object | None:
        """The element that content belongs to, by the parent tree as readers look it up."""
        return self.parents.of_content(place)


def named(element: Element) -> str:
    """What to call an element: its type and its object in the file."""
    number = element.object.objgen[0] if element.object.is_indirect else 0
    return f"{element.type} (object {number})" if number else element.type



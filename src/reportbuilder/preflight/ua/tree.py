"""The structure tree of a file as values (ISO 32000-1, 14.7), read from its root down, each element once."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct
from pikepdf import Array, Dictionary, Object, Pdf, Stream, String

from reportbuilder.preflight.content import TooMuch
from reportbuilder.preflight.space import inner, whole
from reportbuilder.preflight.ua.marked import Place
from reportbuilder.preflight.ua.types import GROUPS, Roles

MOST_ELEMENTS = 300_000


class Reference(NamedTuple):
    """A whole object that is part of the structure, an annotation mostly (OBJR)."""

    object: Object
    page: int


class Element(Struct, eq=False):
    """One structure element. ``type`` as the file names it, ``standard`` what that stands for (empty for nothing known). ``page`` (from 1; 0 for none) is where it
    begins. ``kids`` in their order: elements, numbered content, objects.
    """

    object: Object
    type: str
    standard: str
    parent: "Element | None"
    page: int
    kids: "list[Element | Place | Reference]" = []

    @property
    def elements(self) -> "list[Element]":
        """The kids that are elements."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def text(self, key: str) -> str | None:
        """A text of its own, such as ``/Alt``; None where it has none."""
        found = self.object.get(key)
        return str(found) if isinstance(found, String) else None

    def attributes(self, owner: str) -> Iterator[Object]:
        """Its attributes of an owner, such as ``/Table`` (14.7.5)."""
        found = self.object.get("/A")
        for each in list(found) if isinstance(found, Array) else [found]:
            held = each if isinstance(each, (Dictionary, Stream)) else None
            if held is not None and held.get("/O") == owner:
                yield held

    def attribute(self, owner: str, key: str) -> Object | None:
        """One attribute; the first where it is given twice."""
        return next((each[key] for each in self.attributes(owner) if key in each), None)

    def walk(self) -> "Iterator[Element]":
        """It and all elements in it, in the order of the document."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.elements))


def shown_kids(element: Element) -> list[Element]:
    """The elements that it is made of, those of groups that say nothing among them."""
    found: list[Element] = []
    waiting = list(reversed(element.elements))
    while waiting:
        kid = waiting.pop()
        if kid.standard in GROUPS:
            waiting.extend(reversed(kid.elements))
        else:
            found.append(kid)
    return found


def stands_in(element: Element) -> str:
    """The type of what an element stands in, through groups that say nothing; empty at the top."""
    above = element.parent
    while above is not None and above.standard in GROUPS:
        above = above.parent
    return above.standard if above is not None else ""


class Tree(Struct):
    """``roots``: the elements at the top. ``of_content`` and ``of_object`` lead from what is in the structure to its element."""

    roles: Roles
    roots: list[Element]
    of_content: dict[Place, Element]
    of_object: dict[tuple[int, int], Element]

    def walk(self) -> Iterator[Element]:
        """All elements in the order of the document."""
        for root in self.roots:
            yield from root.walk()


def tree(pdf: Pdf, pages: list[Object]) -> Tree | None:
    """The tree of a file; None where it has none. Raises `TooMuch`."""
    root = inner(pdf.Root, "/StructTreeRoot")
    if root is None:
        return None
    return _Reader(Roles(root.get("/RoleMap")), {page.objgen: number for number, page in enumerate(pages, 1)}).read(root)


class _Reader:
    def __init__(self, roles: Roles, pages: dict[tuple[int, int], int]) -> None:
        self.made = Tree(roles, [], {}, {})
        self.pages = pages
        self.seen: set[tuple[int, int]] = set()
        self.count = 0

    def read(self, root: Object) -> Tree:
        waiting: list[tuple[Object, Element | None]] = [(root, None)]
        while waiting:
            held, element = waiting.pop()
            for kid in self._kids(held):
                made = self._made(kid, element)
                if made is None:
                    continue
                (self.made.roots if element is None else element.kids).append(made)  # type: ignore[arg-type]
                if isinstance(made, Element):
                    waiting.append((made.object, made))
        return self.made

    @staticmethod
    def _kids(held: Object) -> list[object]:
        found = held.get("/K")
        if isinstance(found, Array):
            return list(found)  # type: ignore[call-overload,no-any-return]
        return [] if found is None else [found]

    def _made(self, kid: object, parent: Element | None) -> "Element | Place | Reference | None":
        if isinstance(kid, Dictionary):
            kind = kid.get("/Type")
            if kind == "/MCR":
                return self._content(kid, parent)
            if kind == "/OBJR":
                return self._reference(kid, parent)
            return self._element(kid, parent)
        if parent is not None and isinstance(kid, int) and not isinstance(kid, bool):
            return self._placed(Place(self._page(parent.object, parent.page), kid), parent)
        return None

    def _element(self, kid: Object, parent: Element | None) -> Element | None:
        if kid.is_indirect:
            if kid.objgen in self.seen:
                return None
            self.seen.add(kid.objgen)
        self.count += 1
        if self.count > MOST_ELEMENTS:
            raise TooMuch(f"more than {MOST_ELEMENTS:,} elements of structure".replace(",", " "))
        name = str(kid.get("/S", ""))[1:]
        return Element(kid, name, self.made.roles.standard(name), parent, self._page(kid, parent.page if parent else 0))

    def _page(self, held: Object, otherwise: int) -> int:
        page = held.get("/Pg")
        return self.pages.get(page.objgen, 0) if isinstance(page, Dictionary) else otherwise

    def _content(self, kid: Object, parent: Element | None) -> Place | None:
        if parent is None:
            return None
        stream = kid.get("/Stm")
        whose = stream.objgen if isinstance(stream, Stream) else self._page(kid, parent.page)
        return self._placed(Place(whose, whole(kid.get("/MCID"), -1)), parent)

    def _placed(self, place: Place, parent: Element) -> Place:
        self.made.of_content.setdefault(place, parent)
        if not parent.page and isinstance(place.holder, int):
            parent.page = place.holder
        return place

    def _reference(self, kid: Object, parent: Element | None) -> Reference | None:
        held = inner(kid, "/Obj")
        if held is None or parent is None:
            return None
        if held.is_indirect:
            self.made.of_object.setdefault(held.objgen, parent)
        return Reference(held, self._page(kid, parent.page))

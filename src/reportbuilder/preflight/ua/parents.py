"""The parent tree, which leads from content and annotations back to their elements (ISO 32000-1, 14.7.4.4)."""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Object

from reportbuilder.preflight.space import inner, whole
from reportbuilder.preflight.ua.marked import Place

MOST_NODES = 100_000


class Parents:
    """``keys`` are the numbers that the tree knows, each with the element of an object, or the elements of numbered content."""

    def __init__(self, root: Object | None, pages: list[Object], forms: dict[tuple[int, int], Object]) -> None:
        self.keys: dict[int, Object] = dict(_numbers(inner(root, "/ParentTree")))
        self._holders: dict[int | tuple[int, int], Object] = {**dict(enumerate(pages, 1)), **forms}
        self._lists: dict[int | tuple[int, int], list[object]] = {}

    def of_content(self, place: Place) -> Object | None:
        """The element of numbered content; None when the tree knows none."""
        found = self.listed(place.holder)
        element = found[place.mcid] if 0 <= place.mcid < len(found) else None
        return element if isinstance(element, Dictionary) else None

    def listed(self, whose: int | tuple[int, int]) -> list[object]:
        """The elements of the content of a page or form, by number."""
        if whose not in self._lists:
            holder = self._holders.get(whose)
            key = whole(holder.get("/StructParents")) if holder is not None else -1
            found = self.keys.get(key)
            self._lists[whose] = list(found) if isinstance(found, Array) else []
        return self._lists[whose]

    def of_object(self, thing: Object) -> Object | None:
        """The element of an annotation or another whole object."""
        found = self.keys.get(whole(thing.get("/StructParent")))
        return found if isinstance(found, Dictionary) else None


def _numbers(root: Object | None) -> Iterator[tuple[int, Object]]:
    """The pairs of a number tree (7.9.7)."""
    waiting, seen = [root], set()
    while waiting and len(seen) < MOST_NODES:
        node = waiting.pop()
        if node is None or (node.is_indirect and node.objgen in seen):
            continue
        seen.add(node.objgen if node.is_indirect else len(seen))
        listed = node.get("/Nums")
        pairs = list(listed) if isinstance(listed, Array) else []
        yield from ((whole(key), value) for key, value in zip(pairs[::2], pairs[1::2]))
        kids = node.get("/Kids")
        waiting += [kid for kid in kids if isinstance(kid, Dictionary)] if isinstance(kids, Array) else []  # type: ignore[attr-defined]

"""All objects that a file reaches from its trailer, by what they are, each with the page that first leads to it."""

from collections import defaultdict
from typing import NamedTuple

from msgspec import Struct, field
from pikepdf import Array, Dictionary, Object, Pdf, Stream

from reportbuilder.preflight.content import TooMuch

MOST_OBJECTS = 400_000
CATEGORIES = ("/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/XObject", "/Font", "/Properties")
"""Of dictionaries of resources."""


class Found(NamedTuple):
    """An object, what to call it, and the page (from 1; 0 for none) that first leads to it."""

    object: Object
    name: str
    page: int


class Inventory(Struct):
    """``resources`` by category (with its slash); ``streams`` and ``dictionaries`` are all there are, the resources among them."""

    streams: list[Found] = []
    dictionaries: list[Found] = []
    resources: dict[str, list[Found]] = field(default_factory=lambda: defaultdict(list))


def inventory(pdf: Pdf, pages: list[Object]) -> Inventory:
    """Walk over all of it: first what each page has of its own, then the rest. Raises `TooMuch`."""
    made = Inventory()
    seen: set[tuple[int, int]] = {page.objgen for page in pages}
    noted: set[tuple[int, int]] = set()
    for number, page in enumerate(pages, 1):
        _walk([(page, "page")], number, seen, noted, made)
    _walk([(pdf.trailer, "trailer")], 0, seen, noted, made)
    return made


def _walk(start: list[tuple[Object, str]], page: int, seen: set[tuple[int, int]], noted: set[tuple[int, int]], made: Inventory) -> None:
    waiting = start
    while waiting:
        thing, name = waiting.pop()
        found = Found(thing, name, page)
        if isinstance(thing, Array):
            waiting += ((item, name) for item in thing if _is_new(item, seen))  # type: ignore[attr-defined]
            continue
        (made.streams if isinstance(thing, Stream) else made.dictionaries).append(found)
        if len(made.dictionaries) + len(made.streams) > MOST_OBJECTS:
            raise TooMuch(f"more than {MOST_OBJECTS:,} objects".replace(",", " "))
        for key, value in thing.items():
            if key == "/Parent" or key == "/P":
                continue
            if key in CATEGORIES and isinstance(value, Dictionary) and not (value.is_indirect and value.objgen in noted):
                if value.is_indirect:
                    noted.add(value.objgen)
                _note(key, value, page, made)
            if _is_new(value, seen):
                waiting.append((value, key[1:]))


def _note(category: str, entries: Object, page: int, made: Inventory) -> None:
    made.resources[category] += (Found(value, name[1:], page) for name, value in entries.items())


def _is_new(value: object, seen: set[tuple[int, int]]) -> bool:
    """Whether this is to be walked over; an indirect object only once."""
    if not isinstance(value, (Dictionary, Stream, Array)):
        return False
    if value.is_indirect:
        if value.objgen in seen:
            return False
        seen.add(value.objgen)
    return True


def called(found: Found) -> str:
    """What to call it in a message: its number in the file and its name there."""
    return f"object {found.object.objgen[0]} ({found.name})" if found.object.is_indirect else found.name

"""The resources of a page or form, looked up by name and remembered."""

from typing import Any, NamedTuple

from pikepdf import Array, Dictionary, Object, Stream

from reportbuilder.preflight.fonts import Font, number
from reportbuilder.preflight.space import Space, inner, space, whole
from reportbuilder.preflight.state import Colour, Paint


MOST_PAINTS = 20_000


class Extras(NamedTuple):
    """What an ExtGState sets; None where it says nothing."""

    overprint: bool | None
    overprint_stroke: bool | None
    mode: int | None
    alpha: float | None
    alpha_stroke: float | None
    blend: str | None
    mask: Object | None
    masked: bool | None
    width: float | None
    font: Object | None
    size: float


class Book:
    """What a file uses again and again, one value for each: all its fonts, one `Font` for each object, and ways to lay on colour."""

    def __init__(self) -> None:
        self.fonts: dict[object, Font] = {}
        self.shelves: dict[tuple[str, tuple[int, int]], dict[object, Any]] = {}
        self._paints: dict[tuple[object, ...], Paint] = {}

    def paint(self, colour: Colour, overprint: bool, mode: int, alpha: float, blend: str) -> Paint:
        """The `Paint` of these."""
        if colour.pattern is not None:
            return Paint(colour, overprint, mode, alpha, blend)
        key = (id(colour.space), colour.parts, overprint, mode, alpha, blend)
        found = self._paints.get(key)
        if found is None:
            found = Paint(colour, overprint, mode, alpha, blend)
            if len(self._paints) < MOST_PAINTS:  # what is kept keeps its space, whose id no other can have
                self._paints[key] = found
        return found

    def font(self, object: Object) -> Font:
        """The font of this object."""
        key = object.objgen if object.is_indirect else bytes(object.unparse())
        if key not in self.fonts:
            self.fonts[key] = Font(object)
        return self.fonts[key]


class Resources:
    """Looks names up in one dictionary of resources."""

    def __init__(self, holder: Object | None, book: Book) -> None:
        self.holder = holder if isinstance(holder, (Dictionary, Stream)) else None
        self.book = book
        self._spaces: dict[str, Space] = {}
        self._extras: dict[str, Extras | None] = {}
        self._objects: dict[tuple[str, str], Object | None] = {}
        self._fonts: dict[str, Font | None] = {}

    def object(self, category: str, name: str) -> Object | None:
        """An XObject, Pattern, Shading or Properties entry."""
        key = (category, name)
        if key not in self._objects:
            shelf = self._shelf(category)
            self._objects[key] = shelf[name] if name in shelf else shelf.setdefault(name, inner(inner(self.holder, category), "/" + name))
        return self._objects[key]

    def _shelf(self, category: str) -> dict[object, Any]:
        """What was looked up before in a category of resources: by all pages that share it."""
        holder = inner(self.holder, category)
        return self.book.shelves.setdefault((category, holder.objgen), {}) if holder is not None and holder.is_indirect else {}

    def space(self, name: str) -> Space:
        """A colour space by name."""
        if name not in self._spaces:
            self._spaces[name] = space(name, self.holder)
        return self._spaces[name]

    def font(self, name: str) -> Font | None:
        """A font by name."""
        if name not in self._fonts:
            found = self.object("/Font", name)
            self._fonts[name] = self.book.font(found) if found is not None else None
        return self._fonts[name]

    def extras(self, name: str) -> Extras | None:
        """What a graphics state by name sets."""
        if name not in self._extras:
            shelf = self._shelf("/ExtGState")
            key = ("extras", name)
            if key not in shelf:
                found = self.object("/ExtGState", name)
                shelf[key] = extras(found) if found is not None else None
            self._extras[name] = shelf[key]
        return self._extras[name]


def extras(state: Object) -> Extras:
    """An ExtGState as values (ISO 32000-1, 8.4.5). ``OP`` alone sets both overprints."""
    stroke = _flag(state.get("/OP"))
    mask = state.get("/SMask")
    font = state.get("/Font")
    blend = state.get("/BM")
    return Extras(
        stroke if "/op" not in state else _flag(state.get("/op")),
        stroke,
        whole(state.get("/OPM"), 0) if "/OPM" in state else None,
        number(state.get("/ca"), 1.0) if "/ca" in state else None,
        number(state.get("/CA"), 1.0) if "/CA" in state else None,
        str(blend[0] if isinstance(blend, Array) and len(blend) else blend)[1:] if blend is not None else None,
        mask if isinstance(mask, Dictionary) else None,
        isinstance(mask, Dictionary) if mask is not None else None,
        number(state.get("/LW")) if "/LW" in state else None,
        font[0] if isinstance(font, Array) and len(font) == 2 and isinstance(font[0], Dictionary) else None,
        number(font[1]) if isinstance(font, Array) and len(font) == 2 else 0.0,
    )


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None

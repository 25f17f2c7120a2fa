"""Everything that the streams of one placed page share while it is converted for one device."""

from msgspec import Struct, field
from pikepdf import Array, Dictionary, Name, Object, Pdf

from reportbuilder.assets.form import Parts, escaped
from reportbuilder.assets.placed.copying import Copier
from reportbuilder.assets.placed.devices import Device
from reportbuilder.assets.placed.functions import Unreadable, Values
from reportbuilder.assets.placed.spaces import Space, converted

MOST_OPERATORS = 600_000


class Told(Struct):
    """What is to be said about a page: names of spot colours that became process colours, of fonts that are not embedded or not fit for screens."""

    spots: set[str] = field(default_factory=set)
    kept: set[str] = field(default_factory=set)
    bare_fonts: set[str] = field(default_factory=set)
    unfit_fonts: set[str] = field(default_factory=set)


class Page:
    """``spots``: inks of their own may be kept. ``hidden``: layers that are switched off."""

    def __init__(self, pdf: Pdf, device: Device, light: Device, spots: bool, hidden: frozenset[tuple[int, int]]) -> None:
        self.pdf = pdf
        self.device = device
        self.light = light
        self.parts = Parts()
        self.copier = Copier(self.parts)
        self.told = Told()
        self.spaces: dict[str, str] = {}
        self.transparent = False
        self.made: dict[tuple, str] = {}
        self._colours: dict[tuple[int, Values, str], tuple[Space, Values]] = {}
        self._spots = spots
        self._hidden = hidden
        self._operators = 0

    def colour(self, used: Space, values: Values, device: Device) -> Values:
        """One colour of a space in the device's; pages use few, and each often."""
        if self.keeps(used, device):
            return values[: used.count]
        key = (id(used), values, device.name)
        found = self._colours.get(key)
        if found is None:
            found = self._colours[key] = used, converted(used, [values], device)[0]
        return found[1]

    def colours(self, used: Space, several: set[Values], device: Device) -> None:
        """Find many colours at once, which is far quicker than one by one, for when they are asked for."""
        if self.keeps(used, device) or used.kind not in ("gray", "rgb", "cmyk", "lab"):
            return
        new = [values for values in several if len(values) == used.count and (id(used), values, device.name) not in self._colours]
        if new:
            for values, found in zip(new, converted(used, new, device)):
                self._colours[id(used), values, device.name] = used, found

    def count(self, operators: int) -> None:
        """More operators. Raises `Unreadable` when all are too many."""
        self._operators += operators
        if self._operators > MOST_OPERATORS:
            raise Unreadable(f"more than {MOST_OPERATORS} operators")

    def keeps(self, used: Space, device: Device) -> bool:
        """Whether the numbers of a space are those of the device already."""
        if used.kind == "named" and device.name == "/DeviceCMYK":
            if used.spots and not self._spots:
                self.told.spots.update(used.spots)
                return False
            self.told.kept.update(used.spots)
            return True
        return used.kind in device.keeps and used.profile is None

    def is_hidden(self, content: Object | None) -> bool:
        """Whether optional content (8.11) is switched off: a layer, or a set of layers by its simple policies."""
        if not isinstance(content, Dictionary):
            return False
        if content.get("/Type") != "/OCMD":
            return content.objgen in self._hidden
        layers = content.get("/OCGs")
        off = [layer.objgen in self._hidden for layer in (layers if isinstance(layers, Array) else [layers]) if isinstance(layer, Dictionary)]
        if not off:
            return False
        match str(content.get("/P", Name.AnyOn)):
            case "/AllOn":
                return any(off)
            case "/AnyOff":
                return not any(off)
            case "/AllOff":
                return not all(off)
            case _:
                return all(off)


def spot_token(name: str) -> str:
    """What stands for the description of a spot colour until it is known what the whole document says of it."""
    return f"@/{escaped(name)}@"

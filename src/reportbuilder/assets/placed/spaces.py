"""Colour spaces of a placed page (ISO 32000-1, 8.6), and how their colours become those of a device."""

from typing import Literal

from msgspec import Struct
from pikepdf import Array, Dictionary, Name, Object, Stream, String

from reportbuilder.assets.placed.devices import Device, usable
from reportbuilder.assets.placed.functions import Function, Unreadable, Values, function

DEEPEST = 8
MOST_PARTS = 32
MOST_PROFILE = 10_000_000
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
FAMILIES = {1: "gray", 3: "rgb", 4: "cmyk"}
DEVICES = {"/DeviceGray": "gray", "/G": "gray", "/DeviceRGB": "rgb", "/RGB": "rgb", "/DeviceCMYK": "cmyk", "/CMYK": "cmyk", "/CalGray": "gray", "/CalRGB": "rgb"}
DEFAULTS = {"gray": "/DefaultGray", "rgb": "/DefaultRGB", "cmyk": "/DefaultCMYK"}


class Space(Struct, frozen=True, eq=False):
    """A colour space of ``count`` parts. ``base``: that of a palette, of named inks or of an uncoloured pattern. ``bounds`` are those of a and b in L*a*b*.
    ``colorants``: each spot colour of several inks by itself.
    """

    kind: Literal["gray", "rgb", "cmyk", "lab", "indexed", "named", "pattern"]
    count: int
    profile: bytes | None = None
    base: "Space | None" = None
    table: bytes = b""
    names: tuple[str, ...] = ()
    tint: Function | None = None
    colorants: "tuple[Space, ...]" = ()
    bounds: Values = (-100.0, 100.0, -100.0, 100.0)

    @property
    def spots(self) -> tuple[str, ...]:
        """The inks that are none of the four."""
        return tuple(name for name in self.names if name not in (*PROCESS, "None", "All"))

    def initial(self) -> Values:
        """The colour with which a space begins (8.6.5.6 and others)."""
        match self.kind:
            case "cmyk":
                return (0.0, 0.0, 0.0, 1.0)
            case "named":
                return (1.0,) * self.count
            case _:
                return (0.0,) * self.count


def space(found: Object | None, holder: Object | None, depth: int = 0) -> Space:
    """The space that is named or described; ``holder`` are the colour spaces of the resources around it. Raises `Unreadable`."""
    if found is None or depth > DEEPEST:
        raise Unreadable("a colour space that is not there")
    if isinstance(found, Name):
        return _named(found, holder, depth)
    if not isinstance(found, Array) or not len(found) or not isinstance(found[0], Name):
        raise Unreadable("a colour space that is none")
    family = str(found[0])
    if len(found) == 1 or family in ("/CalGray", "/CalRGB"):
        return space(found[0], holder, depth + 1)
    match family:
        case "/ICCBased":
            return _with_profile(found[1], depth)
        case "/Lab":
            bounds = found[1].get("/Range")
            return Space("lab", 3, bounds=tuple(float(value) for value in bounds)) if isinstance(bounds, Array) and len(bounds) == 4 else Space("lab", 3)
        case "/Indexed" | "/I":
            return _indexed(found, holder, depth)
        case "/Separation" | "/DeviceN":
            return _inks(found, holder, depth)
        case "/Pattern":
            return Space("pattern", 0, base=space(found[1], holder, depth + 1))
    raise Unreadable(f"the colour space ‘{family[1:40]}’")


def _named(found: Name, holder: Object | None, depth: int) -> Space:
    name = str(found)
    if name == "/Pattern":
        return Space("pattern", 0)
    if name in DEVICES:
        kind = DEVICES[name]
        default = holder.get(DEFAULTS[kind]) if isinstance(holder, Dictionary) and name.startswith("/Device") else None
        if isinstance(default, Array):
            return space(default, None, depth + 1)
        return Space(kind, {"gray": 1, "rgb": 3, "cmyk": 4}[kind])
    if isinstance(holder, Dictionary) and name in holder:
        return space(holder[name], holder, depth + 1)
    raise Unreadable(f"the colour space ‘{name[1:40]}’, which is not there")


def _with_profile(stream: Object, depth: int) -> Space:
    if not isinstance(stream, Stream):
        raise Unreadable("a colour space without its profile")
    count = int(stream.get("/N", 0))
    if count not in FAMILIES:
        raise Unreadable(f"a colour profile of {count} colours")
    kind = FAMILIES[count]
    data = stream.read_bytes()
    if len(data) <= MOST_PROFILE and usable(data, kind):
        return Space(kind, count, profile=data)
    alternate = stream.get("/Alternate")
    if isinstance(alternate, (Name, Array)):
        other = space(alternate, None, depth + 1)
        if other.count == count:
            return other
    return Space(kind, count)


def _indexed(found: Array, holder: Object | None, depth: int) -> Space:
    base = space(found[1], holder, depth + 1)
    if base.kind in ("indexed", "pattern"):
        raise Unreadable("a palette of palettes")
    lookup = found[3]
    table = lookup.read_bytes() if isinstance(lookup, Stream) else bytes(lookup) if isinstance(lookup, String) else b""
    count = min(int(found[2]), 255) + 1
    return Space("indexed", 1, base=base, table=table[: count * base.count].ljust(count * base.count, b"\0"))


def _inks(found: Array, holder: Object | None, depth: int) -> Space:
    names = tuple(str(name)[1:] for name in (found[1] if isinstance(found[1], Array) else [found[1]]))
    if not 0 < len(names) <= MOST_PARTS:
        raise Unreadable("a colour of too many inks")
    base = space(found[2], holder, depth + 1)
    if base.kind in ("indexed", "named", "pattern"):
        raise Unreadable("named inks that stand for named inks")
    tint = function(found[3])
    return Space("named", len(names), base=base, names=names, tint=tint, colorants=_colorants(found, names, base, tint, depth))


def _colorants(found: Array, names: tuple[str, ...], base: Space, tint: Function, depth: int) -> tuple[Space, ...]:
    """Each spot colour as it is described (8.6.6.5), or else as it looks without the others."""
    if len(names) == 1:
        return ()
    said = found[4].get("/Colorants") if len(found) > 4 and isinstance(found[4], Dictionary) else None
    described = said if isinstance(said, Dictionary) else Dictionary()
    each = []
    for place, name in enumerate(names):
        if name in PROCESS or name in ("None", "All"):
            continue
        if f"/{name}" in described:
            each.append(space(described[f"/{name}"], None, depth + 1))
        else:
            each.append(Space("named", 1, base=base, names=(name,), tint=_alone(tint, place, len(names))))
    return tuple(each)


def _alone(tint: Function, place: int, count: int) -> Function:
    return lambda values: tint(tuple(values[0] if other == place else 0.0 for other in range(count)))


def converted(used: Space, values: list[Values], device: Device, ramp: bool = False) -> list[Values]:
    """Colours of a space as those of a device. Raises `Unreadable`."""
    match used.kind:
        case "pattern":
            raise Unreadable("a colour of a pattern")
        case "indexed":
            assert used.base is not None
            return converted(used.base, [entry(used, int(index)) for (index,) in values], device, ramp)
        case "named":
            assert used.base is not None and used.tint is not None
            if used.names == ("None",) * len(used.names):
                raise Unreadable("the ink ‘None’")
            if used.names == ("All",) and device.name == "/DeviceCMYK":
                return [value * 4 for value in values]
            return converted(used.base, [_clipped(used.tint(value), used.base) for value in values], device, ramp)
        case _:
            return device.colours(used.kind, [_clipped(value, used) for value in values], used.profile, ramp)


def _clipped(values: Values, used: Space) -> Values:
    if len(values) < used.count:
        raise Unreadable("a colour with too few parts")
    if used.kind == "lab":
        low_a, high_a, low_b, high_b = used.bounds
        light, a, b = values[:3]
        return (min(max(light, 0.0), 100.0), min(max(a, low_a, -128.0), high_a, 127.0), min(max(b, low_b, -128.0), high_b, 127.0))
    return tuple(min(max(value, 0.0), 1.0) for value in values[: used.count])


def entry(used: Space, index: int) -> Values:
    """A colour of a palette, in its base."""
    base = used.base
    assert base is not None
    index = min(max(index, 0), len(used.table) // base.count - 1)
    parts = used.table[index * base.count : (index + 1) * base.count]
    if base.kind == "lab":
        low_a, high_a, low_b, high_b = base.bounds
        return (parts[0] / 2.55, low_a + parts[1] / 255 * (high_a - low_a), low_b + parts[2] / 255 * (high_b - low_b))
    return tuple(part / 255 for part in parts)

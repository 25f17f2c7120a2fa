"""Colour spaces as a file names them (ISO 32000-1, 8.6), resolved to values."""

from hashlib import blake2b
from typing import Literal

from msgspec import Struct
from pikepdf import Array, Dictionary, Name, Object, Stream

Kind = Literal["gray", "rgb", "cmyk", "calgray", "calrgb", "lab", "icc", "indexed", "separation", "devicen", "pattern", "unknown"]
DEEPEST = 6
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")


class Space(Struct, frozen=True):
    """``count`` components. ``names`` are the colorants of Separation and DeviceN. ``base`` is the alternate of these two, what Indexed picks
    from and what an uncoloured pattern is painted in. ``profile`` tells the ICC profile from others; ``tint`` the tint transform.
    """

    kind: Kind
    count: int
    names: tuple[str, ...] = ()
    base: "Space | None" = None
    profile: bytes = b""
    tint: bytes = b""
    colorants: tuple[str, ...] = ()
    nchannel: bool = False

    @property
    def spots(self) -> tuple[str, ...]:
        """Colorants that are no process ink and not All or None."""
        own = tuple(name for name in self.names if name not in (*PROCESS, "All", "None"))
        return own or (self.base.spots if self.kind in ("indexed", "pattern") and self.base else ())


GRAY, RGB, CMYK = Space("gray", 1), Space("rgb", 3), Space("cmyk", 4)
UNKNOWN, PATTERN = Space("unknown", 0), Space("pattern", 0)
_NAMED = {
    "DeviceGray": GRAY, "G": GRAY, "CalGray": Space("calgray", 1), "DeviceRGB": RGB, "RGB": RGB, "CalRGB": Space("calrgb", 3),
    "DeviceCMYK": CMYK, "CMYK": CMYK, "CalCMYK": CMYK, "Pattern": PATTERN,
}  # fmt: skip
_BY_COUNT = {1: GRAY, 3: RGB, 4: CMYK}


def space(named: Object | str | None, resources: Object | None = None, depth: int = 0) -> Space:
    """The colour space that an object or a name stands for; names are looked up in ``resources``, whose defaults stand in for device spaces."""
    if depth > DEEPEST or named is None:
        return UNKNOWN
    if isinstance(named, (str, Name)):
        return _by_name(str(named).removeprefix("/"), resources, depth)
    if isinstance(named, Array) and len(named):
        return _by_array(named, resources, depth)
    return UNKNOWN


def _by_name(name: str, resources: Object | None, depth: int) -> Space:
    spaces = inner(resources, "/ColorSpace")
    found = spaces.get("/" + name) if spaces is not None else None
    if found is not None and str(found) != "/" + name:
        return space(found, resources, depth + 1)
    plain = _NAMED.get(name, UNKNOWN)
    default = {"gray": "/DefaultGray", "rgb": "/DefaultRGB", "cmyk": "/DefaultCMYK"}.get(plain.kind)
    if default and spaces is not None and default in spaces:
        return space(spaces[default], None, depth + 1)
    return plain


def _by_array(array: Array, resources: Object | None, depth: int) -> Space:
    kind = str(array[0])
    try:
        match kind:
            case "/ICCBased":
                return _icc(array[1])
            case "/Indexed" | "/I":
                return Space("indexed", 1, base=space(array[1], resources, depth + 1))
            case "/Separation":
                alternate, tint = space(array[2], resources, depth + 1), digest(array[3])
                return Space("separation", 1, (str(array[1])[1:],), alternate, tint=tint)
            case "/DeviceN":
                return _device_n(array, resources, depth)
            case "/CalGray":
                return Space("calgray", 1)
            case "/CalRGB":
                return Space("calrgb", 3)
            case "/Lab":
                return Space("lab", 3)
            case "/Pattern":
                return Space("pattern", 0, base=space(array[1], resources, depth + 1)) if len(array) > 1 else PATTERN
            case _:
                return _by_name(kind[1:], resources, depth + 1) if len(array) == 1 else UNKNOWN
    except (IndexError, TypeError, ValueError, KeyError, AttributeError):
        return UNKNOWN


def _icc(stream: Object) -> Space:
    """Told by its number of components; some files leave it out."""
    count = whole(stream.get("/N"))
    if count not in (1, 3, 4):
        return UNKNOWN
    return Space("icc", count, base=_BY_COUNT[count], profile=digest(stream))


def _device_n(array: Array, resources: Object | None, depth: int) -> Space:
    names = tuple(str(name)[1:] for name in array[1])
    attributes = array[4] if len(array) > 4 and isinstance(array[4], Dictionary) else Dictionary()
    colorants = inner(attributes, "/Colorants")
    listed = tuple(key[1:] for key in colorants.keys()) if colorants is not None else ()
    process = inner(inner(attributes, "/Process"), "/Components") is not None or "/Process" in attributes
    known = tuple(str(name)[1:] for name in attributes["/Process"].get("/Components", Array())) if process else ()
    alternate = space(array[2], resources, depth + 1)
    return Space("devicen", len(names), names, alternate, tint=digest(array[3]), colorants=listed + known, nchannel=attributes.get("/Subtype") == "/NChannel")


def inner(holder: Object | None, key: str) -> Object | None:
    """The dictionary that another holds under a key, if it does."""
    if not isinstance(holder, (Dictionary, Stream)):
        return None
    found = holder.get(key)
    return found if isinstance(found, (Dictionary, Stream)) else None


def whole(value: object, default: int = -1) -> int:
    """An entry as a whole number, or the default where it is none."""
    try:
        return int(value)  # type: ignore[call-overload]
    except (TypeError, ValueError, OverflowError):
        return default


def digest(thing: Object) -> bytes:
    """Tells functions and profiles from others: equal for equal content, wherever it stands in the file."""
    if isinstance(thing, Stream):
        entries = {key: value for key, value in thing.items() if key in ("/FunctionType", "/Domain", "/Range", "/Size", "/BitsPerSample", "/Decode", "/Encode")}
        written = b"".join(key.encode() + _written(value) for key, value in sorted(entries.items()))
        return blake2b(written + thing.read_bytes(), digest_size=16).digest()
    return blake2b(_written(thing), digest_size=16).digest()


def _written(thing: Object) -> bytes:
    return bytes(thing.unparse(resolved=True)) if isinstance(thing, Object) else str(thing).encode()

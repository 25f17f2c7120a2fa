"""Objects of another PDF as syntax, with all that they refer to; keys that are not asked for stay behind."""

import base64
import zlib
from collections.abc import Iterable
from decimal import Decimal

from pikepdf import Array, Dictionary, Name, Object, PdfError, Stream, StreamDecodeLevel, String

from reportbuilder.assets.form import Parts, escaped
from reportbuilder.assets.placed.functions import Unreadable

DEEPEST = 40
MOST_BYTES = 150_000_000
MOST_PARTS = 50_000
DROPPED = frozenset(("/StructParent", "/StructParents", "/Parent", "/Metadata", "/PieceInfo", "/OPI", "/OC", "/AF", "/Length", "/CIDSet", "/CharSet", "/Alternates", "/Ref"))
"""What belongs to the other document, or is not wanted."""
FILTERS = frozenset(("/FlateDecode", "/DCTDecode", "/CCITTFaxDecode", "/JBIG2Decode"))


class Copier:
    """Writes objects into `Parts`, each once."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self._made: dict[tuple[int, int], str] = {}
        self._open: set[tuple[int, int]] = set()
        self._bytes = 0

    def syntax(self, found: Object | int | float | Decimal | bool | None, depth: int = 0) -> str:
        """An object as it stands within another. Raises `Unreadable`."""
        if depth > DEEPEST:
            raise Unreadable("objects within objects without end")
        if isinstance(found, (Stream, Dictionary)):
            return self._referred(found, depth) if isinstance(found, Stream) or found.is_indirect else self._dictionary(found, depth)
        if isinstance(found, Array):
            return f"[{' '.join(self.syntax(each, depth + 1) for each in found)}]"
        return simple(found)

    def _dictionary(self, found: Object, depth: int) -> str:
        return f"<<{''.join(f'/{key} {value} ' for key, value in self.entries(found, depth).items())}>>"

    def entries(self, found: Object, depth: int = 0, without: Iterable[str] = (), only: frozenset[str] | None = None) -> dict[str, str]:
        """The entries of a dictionary or stream: all but some, or only some."""
        wanted = [(key, value) for key, value in found.items() if key not in DROPPED and key not in without and (only is None or key in only)]
        return {escaped(key): self.syntax(value, depth + 1) for key, value in wanted}

    def _referred(self, found: Object, depth: int) -> str:
        key = found.objgen
        if found.is_indirect and key in self._made:
            return self._made[key]
        if key in self._open and found.is_indirect:
            raise Unreadable("objects that contain themselves")
        self._open.add(key)
        made = self.parts.dictionary(self.entries(found, depth)) if not isinstance(found, Stream) else self.stream(found, depth=depth)
        self._open.discard(key)
        if found.is_indirect:
            self._made[key] = made
        return made

    def stream(self, found: Object, more: dict[str, str] | None = None, only: frozenset[str] | None = None, depth: int = 0) -> str:
        """A stream with its data, which stays compressed where its filter is one that we keep."""
        entries = {**self.entries(found, depth, ("/Filter", "/DecodeParms", "/F", "/FFilter", "/FDecodeParms", "/DL"), only), **(more or {})}
        try:
            kept, data = as_filtered(found)
        except (PdfError, ValueError, zlib.error):
            raise Unreadable("a stream that can't be decoded") from None
        if kept is not None:
            entries["Filter"] = kept
            parameters = found.get("/DecodeParms")
            parameters = parameters[-1] if isinstance(parameters, Array) and len(parameters) else parameters
            if isinstance(parameters, Dictionary):
                entries["DecodeParms"] = self.syntax(parameters, depth + 1)
        return self.add(entries, data)

    def add(self, entries: dict[str, str], data: bytes) -> str:
        """Add a stream. Raises `Unreadable` when all are too much."""
        self._bytes += len(data)
        if self._bytes > MOST_BYTES or len(self.parts.parts) > MOST_PARTS:
            raise Unreadable("more content than we place")
        return self.parts.stream(entries, data)


def as_filtered(found: Object) -> tuple[str | None, bytes]:
    """The last filter if it is one that we keep, and the data as it takes them; else none, and the data decoded."""
    filters = found.get("/Filter")
    names = [str(each) for each in filters] if isinstance(filters, Array) else [str(filters)] if filters is not None else []
    if names and names[-1] in FILTERS:
        data = found.read_raw_bytes()
        parameters = found.get("/DecodeParms")
        before = list(parameters)[:-1] if isinstance(parameters, Array) else []
        if any(isinstance(each, Dictionary) for each in before) or not set(names[:-1]) <= UNWRAP.keys():
            raise ValueError("filters that can't be taken off one by one")
        for name in names[:-1]:
            data = UNWRAP[name](data)
        return names[-1], data
    return None, found.read_bytes(StreamDecodeLevel.specialized)


UNWRAP = {
    "/FlateDecode": zlib.decompress,
    "/ASCIIHexDecode": lambda data: bytes.fromhex(data.partition(b">")[0].decode("latin-1")),
    "/ASCII85Decode": lambda data: base64.a85decode(data.strip().removeprefix(b"<~").removesuffix(b"~>")),
}
"""Takes a filter off."""


def unpacked_size(found: Object, most: int) -> int:
    """How many bytes a compressed stream holds; counted no further than just past ``most``, and by what it takes itself if it is compressed otherwise."""
    data = found.read_raw_bytes()
    if str(found.get("/Filter")) not in ("/FlateDecode", 'pikepdf.Array([ "/FlateDecode" ])'):
        return len(data)
    unpacker, size = zlib.decompressobj(), 0
    try:
        while data and size <= most:
            size += len(unpacker.decompress(data, 1_000_000))
            data = unpacker.unconsumed_tail
    except zlib.error:
        pass  # whoever reads it will tell
    return size


def simple(found: Object | int | float | Decimal | bool | None) -> str:
    """A number, name, string, boolean or null as syntax in ASCII."""
    match found:
        case None:
            return "null"
        case bool():
            return "true" if found else "false"
        case int():
            return str(found)
        case float() | Decimal():
            return _decimal(float(found))
        case Name():
            return f"/{escaped(str(found))}"
        case String():
            return f"<{bytes(found).hex().upper()}>"
    raise Unreadable("an object of an unknown kind")


def _decimal(value: float) -> str:
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


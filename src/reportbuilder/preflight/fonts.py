"""Fonts as a content stream uses them: how strings become codes, how wide each code is, and which were shown."""

from binascii import unhexlify
from collections.abc import Callable, Sequence
from struct import unpack

from pikepdf import Array, Dictionary, Name, Object, Stream

from reportbuilder.preflight.space import inner, whole

MOST_WIDTHS = 70_000
LONGEST, MOST_STRINGS = 200, 200_000
"""Of strings whose width is kept: digits, and how many for one font."""


class Font:
    """One font resource. ``codes`` are those shown so far; ``pages`` where (from 1). ``descendant`` is the CIDFont of a composite font.

    ``readable`` says whether strings are codes of one byte, or of two with the Identity encoding; other encodings are only measured roughly.
    """

    def __init__(self, object: Object) -> None:
        self.object = object
        self.subtype = str(object.get("/Subtype", ""))[1:]
        self.name = str(object.get("/BaseFont", object.get("/Name", "")))[1:]
        self.composite = self.subtype == "Type0"
        descendants = object.get("/DescendantFonts")
        first = descendants[0] if isinstance(descendants, Array) and len(descendants) else None
        self.descendant = first if isinstance(first, Dictionary) else None
        self.descriptor = inner(self.descendant if self.composite else object, "/FontDescriptor")
        self.encoding = object.get("/Encoding")
        self.readable = not self.composite or self.encoding in (Name("/Identity-H"), Name("/Identity-V"))
        self.codes: set[int] = set()
        self.pages: list[int] = []
        self.default_width = 1000.0
        self.widths = self._cid_widths() if self.composite else self._simple_widths()
        self._measured = _Measured(self.widths, self.default_width, self.codes.update)
        self._unit = 1.0
        if self.subtype == "Type3":
            matrix = object.get("/FontMatrix")
            self._unit = 1000 * abs(float(matrix[0])) if isinstance(matrix, Array) and len(matrix) == 6 else 1.0

    @property
    def program(self) -> Stream | None:
        """The embedded font file."""
        for key in ("/FontFile", "/FontFile2", "/FontFile3"):
            found = inner(self.descriptor, key)
            if isinstance(found, Stream):
                return found
        return None

    def read(self, text: bytes, page: int) -> tuple[int, float]:
        """How many codes a string has, and its width in thousandths of the size; remembers the codes."""
        codes = two_bytes(text) if self.composite else tuple(text)
        self.codes.update(codes)
        if not self.pages or self.pages[-1] != page:
            self.pages.append(page)
        get, default = self.widths.get, self.default_width
        return len(codes), sum([get(code, default) for code in codes]) * self._unit

    def read_hex(self, strings: Sequence[bytes], page: int) -> float:
        """The same for strings in hex of a composite font: their width together."""
        if not self.pages or self.pages[-1] != page:
            self.pages.append(page)
        return sum(map(self._measured.__getitem__, strings))

    def _simple_widths(self) -> dict[int, float]:
        widths = self.object.get("/Widths")
        self.default_width = 500.0
        if not isinstance(widths, Array):
            return {}
        first = whole(self.object.get("/FirstChar"), 0)
        return {first + index: number(width) for index, width in enumerate(list(widths)[:256])}

    def _cid_widths(self) -> dict[int, float]:
        """The array W of a CIDFont (9.7.4.3)."""
        if self.descendant is None:
            return {}
        self.default_width = number(self.descendant.get("/DW"), 1000.0)
        items = self.descendant.get("/W")
        widths: dict[int, float] = {}
        entries = list(items) if isinstance(items, Array) else []
        position = 0
        while position + 1 < len(entries) and len(widths) < MOST_WIDTHS:
            first, second = whole(entries[position]), entries[position + 1]
            if isinstance(second, Array):
                widths.update((first + index, number(width)) for index, width in enumerate(list(second)))
                position += 2
            elif position + 2 < len(entries):
                last = min(whole(second), first + MOST_WIDTHS)
                widths.update(dict.fromkeys(range(first, last + 1), number(entries[position + 2])))
                position += 3
            else:
                break
        return widths


class _Measured(dict[bytes, float]):
    """Widths of strings in hex that were read before: the same short ones, parts of words between two displacements, come again and again."""

    def __init__(self, widths: dict[int, float], default: float, note: Callable[[tuple[int, ...]], None]) -> None:
        super().__init__()
        self._widths, self._default, self._note = widths, default, note

    def __missing__(self, string: bytes) -> float:
        codes = two_bytes(unhexlify(string + b"0" * (len(string) % 2)))
        self._note(codes)
        get, default = self._widths.get, self._default
        width = sum([get(code, default) for code in codes])
        if len(string) <= LONGEST and len(self) < MOST_STRINGS:
            self[string] = width
        return width


def two_bytes(text: bytes) -> tuple[int, ...]:
    """The codes of a string of a composite font."""
    count = len(text) // 2
    return unpack(f">{count}H", text[: 2 * count])


def number(value: object, default: float = 0.0) -> float:
    """An entry as a number, or the default where it is none."""
    try:
        return float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return default

"""What the codes of a font are read as (ISO 32000-1, 9.10): its map to Unicode, or the encodings that every reader knows."""

import re

from pikepdf import Array, Dictionary, Name, Object, Stream

from reportbuilder.preflight.content import decoded
from reportbuilder.preflight.fonts import Font
from reportbuilder.preflight.space import inner

_SECTION = re.compile(rb"begin(bfchar|bfrange)\b(.*?)\bend(?:bfchar|bfrange)", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
MOST_CODES = 200_000
PYTHON_NAMES = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman", "/StandardEncoding": "latin-1"}
"""Near enough to say that a code is read as something, and as what."""
KNOWN_ORDERINGS = ("GB1", "CNS1", "Japan1", "Korea1", "KR")


def readings(font: Font) -> dict[int, str]:
    """What each code is read as; codes that nothing is known of are left out."""
    stream = font.object.get("/ToUnicode")
    if isinstance(stream, Stream):
        return mapped(decoded(stream))
    return {} if font.composite else _by_encoding(font)


def is_known_otherwise(font: Font) -> bool:
    """Whether a composite font without a map is read by its collection of characters (9.10.2)."""
    info = inner(font.descendant, "/CIDSystemInfo")
    return info is not None and str(info.get("/Registry", "")) == "Adobe" and str(info.get("/Ordering", "")) in KNOWN_ORDERINGS


def mapped(cmap: bytes) -> dict[int, str]:
    """A ToUnicode CMap (9.10.3)."""
    found: dict[int, str] = {}
    for kind, body in _SECTION.findall(cmap):
        tokens = [(text, bool(opened), bool(closed)) for text, opened, closed in _TOKEN.findall(body)]
        if kind == b"bfchar":
            pairs = [text for text, opened, closed in tokens if not opened and not closed]
            found.update((_code(code), _text(text)) for code, text in zip(pairs[::2], pairs[1::2]))
        else:
            _ranges(tokens, found)
        if len(found) > MOST_CODES:
            break
    return found


def _ranges(tokens: list[tuple[bytes, bool, bool]], found: dict[int, str]) -> None:
    place = 0
    while place + 2 < len(tokens):
        first, last = _code(tokens[place][0]), _code(tokens[place + 1][0])
        last = min(last, first + 0xFFFF)
        if tokens[place + 2][1]:
            place += 3
            code = first
            while place < len(tokens) and not tokens[place][2]:
                if code <= last:
                    found[code] = _text(tokens[place][0])
                code += 1
                place += 1
            place += 1
        else:
            start = _text(tokens[place + 2][0])
            if start:
                found.update((code, start[:-1] + chr(min(ord(start[-1]) + code - first, 0x10FFFF))) for code in range(first, last + 1))
            place += 3


def _code(digits: bytes) -> int:
    packed = b"".join(digits.split())
    return int(packed, 16) if packed else 0


def _text(digits: bytes) -> str:
    packed = b"".join(digits.split())
    return bytes.fromhex((packed + b"0" * (len(packed) % 2)).decode("ascii")).decode("utf-16-be", "replace")


def _by_encoding(font: Font) -> dict[int, str]:
    encoding = font.encoding
    differences: Object | None = None
    if isinstance(encoding, Dictionary):
        encoding, differences = encoding.get("/BaseEncoding"), encoding.get("/Differences")
    name = PYTHON_NAMES.get(str(encoding) if isinstance(encoding, Name) else "/StandardEncoding", "")
    symbolic = font.subtype == "TrueType" and encoding is None
    found = {} if symbolic or not name else {code: text for code in range(32, 256) if (text := bytes((code,)).decode(name, "ignore"))}
    if isinstance(differences, Array):
        _differ(differences, found)
    return found


def _differ(differences: Array, found: dict[int, str]) -> None:
    from fontTools.agl import toUnicode

    code = 0
    for item in list(differences)[:1000]:
        if isinstance(item, Name):
            text = toUnicode(str(item)[1:])
            found.pop(code, None)
            if text:
                found[code] = text
            code += 1
        elif isinstance(item, int):
            code = item

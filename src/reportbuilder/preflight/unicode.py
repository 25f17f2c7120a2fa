"""What the codes of a font are read as (ISO 32000-1, 9.10): its map to Unicode, or the encodings that every reader knows."""

import re

from pikepdf import Stream

from reportbuilder.preflight.content import decoded
from reportbuilder.preflight.fonts import Font
from reportbuilder.preflight.simple_fonts import Named, names_of, simple_program
from reportbuilder.preflight.space import inner

_SECTION = re.compile(rb"begin(bfchar|bfrange)\b(.*?)\bend(?:bfchar|bfrange)", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
MOST_CODES = 200_000
KNOWN_ORDERINGS = ("GB1", "CNS1", "Japan1", "Korea1", "KR")


def readings(font: Font) -> dict[int, str]:
    """What each code is read as; codes that nothing is known of are left out."""
    stream = font.object.get("/ToUnicode")
    own = mapped(decoded(stream)) if isinstance(stream, Stream) else {}
    return own if font.composite else _by_encoding(font) | own


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
    """By the names of signs, which are those of the Adobe Glyph List."""
    from fontTools.agl import toUnicode

    program = simple_program(font)
    names = program.names if isinstance(program, Named) else names_of(font.encoding, {}) if font.encoding is not None else {}
    return {code: text for code, name in (names or {}).items() if (text := toUnicode(name))}

"""Content streams to operators with their operands (ISO 32000-1, 7.8.2), leniently: what is no syntax is passed over, as viewers do.

Nearly all content is made of statements of four shapes, which are read in one step each; what has another shape is read sign by sign.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

Operand = float | str | bytes | list["Operand"] | dict[str, "Operand"]
"""A number, a name without slash, the bytes of a string, an array or a dictionary."""

_TOKEN = re.compile(
    rb"""[\x00\t\n\f\r ]*(?:
    (?P<number>[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+))
    |(?P<operator>[A-Za-z'"][A-Za-z0-9*'"]*)
    |/(?P<name>[^\x00\t\n\f\r ()<>\[\]{}/%]*)
    |<(?P<hex>[0-9A-Fa-f\x00\t\n\f\r ]*)>
    |(?P<literal>\()
    |(?P<open>\[|<<)
    |(?P<close>\]|>>)
    |(?P<comment>%[^\r\n]*)
    |(?P<junk>[^\x00\t\n\f\r ]))""",
    re.VERBOSE,
)
_B = rb"[\x00\t\n\f\r ]"
_N = rb"[-+.0-9]++" + _B + rb"++"
_STATEMENT = re.compile(
    _B + rb"*+(?:"
    rb"(?P<looks>(?:" + _N + rb"Tc" + _B + rb"++)?+(?:" + _N + rb"Tz" + _B + rb"++)?+" + 2 * _N + rb"Td" + _B + rb"*+)?+"
    rb"\[(?P<shown>(?:[-+.0-9\x00\t\n\f\r ]*+<[0-9A-Fa-f]*+>)*+[-+.0-9\x00\t\n\f\r ]*+)\]" + _B + rb"*+TJ(?![A-Za-z0-9*'\"])"
    rb"|(?P<path>(?:(?:" + 2 * _N + rb"(?:[ml]|" + 2 * _N + rb"(?:[vy]|" + 2 * _N + rb"c))|h)" + _B + rb"++){1,1000}+)"
    rb"|(?P<numbers>(?:" + _N + rb")*+)(?P<operator>[A-Za-z'\"][A-Za-z0-9*'\"]*+)"
    rb"|/(?P<name>[^\x00\t\n\f\r ()<>\[\]{}/%]*+)" + _B + rb"++(?P<after>(?:" + _N + rb")*+)(?P<named>[A-Za-z][A-Za-z0-9*]*+))"
)
PATH, HEX = "path", "hex"
"""Words for what is read in one step. `PATH`: pieces of a path in a row (``m l c v y h``); operands are their letters, and all their numbers.
`HEX`: ``TJ`` with strings in hex, perhaps after ``Tc``, ``Tz`` and ``Td``; operands are the strings, the sum of the displacements, and, if there is a
``Td``, its two, and what stood before it in turn: a number and ``Tc`` or ``Tz``.
"""
_LETTERS, _NUMBERS = b"mlcvyh", b"-+.0123456789\x00\t\n\f\r "
_APART = (b"true", b"false", b"null", b"BI")
"""What looks like an operator and is none, or has more than operands before it."""
_LITERAL = re.compile(rb"[^()\\]+|\\(?:[0-7]{1,3}|\r\n|.)|[()]", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_IMAGE_END = re.compile(_B + rb"EI(?=" + _B + rb"|$)")
DEEPEST = 30
"""Levels of arrays and dictionaries in a content stream."""
MOST_OPERANDS = 64
MOST_NUMBERS = 20_000


class Inline(NamedTuple):
    """An image that stands in the content itself."""

    entries: dict[str, Operand]
    data: bytes


def operators(data: bytes) -> Iterator[tuple[str, list[Operand]]]:
    """Every operator with the operands before it, or several of them as `PATH` or `HEX`. An inline image is the operator ``BI`` with an `Inline`
    for operand.
    """
    scan, position = _STATEMENT.match, 0
    while True:
        statement = scan(data, position)
        if statement is not None and (read := _READ[statement.lastgroup](statement)) is not None:  # type: ignore[index]
            position = statement.end()
            yield read
            continue
        slowly = _by_signs(data, position)
        if slowly is None:
            return
        word, operands, position = slowly
        yield word, operands


class _Numbers(dict[bytes, float]):
    """Numbers that were read before: to look one up takes a fifth of the time of reading it, and most come again and again."""

    def __missing__(self, text: bytes) -> float:
        number = float(text)
        if len(self) < MOST_NUMBERS:
            self[text] = number
        return number


_number = _Numbers().__getitem__


def _path(found: re.Match[bytes]) -> tuple[str, list[Operand]] | None:
    pieces = found["path"]
    try:
        numbers: list[Operand] = [*map(float, pieces.translate(None, _LETTERS).split())]
    except ValueError:
        return None
    return PATH, [pieces.translate(None, _NUMBERS), numbers]


def _plain(found: re.Match[bytes]) -> tuple[str, list[Operand]] | None:
    """An operator, with numbers alone before it."""
    numbers, word = found.group("numbers", "operator")
    try:
        return None if word in _APART else (word.decode("ascii"), [*map(_number, numbers.split()[-MOST_OPERANDS:])] if numbers else [])
    except ValueError:
        return None


def _shown(found: re.Match[bytes]) -> tuple[str, list[Operand]] | None:
    looks, shown = found.group("looks", "shown")
    parts = shown.replace(b">", b"<").split(b"<")
    try:
        moves = sum(map(_number, filter(None, parts[::2])))
        if not looks:
            return HEX, [parts[1::2], moves]  # type: ignore[list-item]
        words = looks.split()
        x, y = _number(words[-3]), _number(words[-2])
        return HEX, [parts[1::2], moves, x, y, *([word.decode("ascii") if word in (b"Tc", b"Tz") else _number(word) for word in words[:-3]])]  # type: ignore[list-item]
    except ValueError:
        return None


def _named(found: re.Match[bytes]) -> tuple[str, list[Operand]] | None:
    """An operator, with a name before it and perhaps numbers in between."""
    named, numbers, word = found.group("name", "after", "named")
    try:
        return None if word in _APART else (word.decode("ascii"), [name(named), *map(_number, numbers.split()[-MOST_OPERANDS:])])
    except ValueError:
        return None


_READ = {"path": _path, "operator": _plain, "shown": _shown, "named": _named}


def _by_signs(data: bytes, position: int) -> tuple[str, list[Operand], int] | None:
    """The next operator, its operands, and where it ends; None at the end of the data."""
    operands: list[Operand] = []
    while token := _TOKEN.match(data, position):
        position = token.end()
        kind = token.lastgroup
        if kind == "number":
            operands.append(float(token["number"]))
        elif kind == "operator":
            word = token["operator"].decode("ascii")
            if word in ("true", "false", "null"):
                operands.append(word)
            elif word == "BI":
                inline, position = inline_image(data, position)
                return word, [inline], position  # type: ignore[list-item]
            else:
                return word, operands, position
        else:
            position = _operand(data, token, operands, 0)
        if len(operands) > MOST_OPERANDS:
            del operands[0]
    return None


def _operand(data: bytes, token: re.Match[bytes], operands: list[Operand], depth: int) -> int:
    """Read the operand that begins with this token; where it ends."""
    position, kind = token.end(), token.lastgroup
    if kind == "name":
        operands.append(name(token["name"]))
    elif kind == "hex":
        operands.append(unhex(token["hex"]))
    elif kind == "literal":
        text, position = literal(data, position)
        operands.append(text)
    elif kind == "open":
        items, position = _items(data, position, depth + 1)
        operands.append(items if token["open"] == b"[" else _pairs(items))
    return position


def _items(data: bytes, position: int, depth: int) -> tuple[list[Operand], int]:
    """What stands before the bracket that closes."""
    items: list[Operand] = []
    while token := _TOKEN.match(data, position):
        position = token.end()
        if token.lastgroup == "close" or depth > DEEPEST:
            break
        if token.lastgroup == "number":
            items.append(float(token["number"]))
        elif token.lastgroup == "operator":
            items.append(token["operator"].decode("ascii"))
        else:
            position = _operand(data, token, items, depth)
    return items, position


def _pairs(items: list[Operand]) -> dict[str, Operand]:
    return {key: value for key, value in zip(items[::2], items[1::2]) if isinstance(key, str)}


def name(raw: bytes) -> str:
    """A name with its escapes resolved (7.3.5)."""
    if b"#" in raw:
        raw = re.sub(rb"#([0-9A-Fa-f]{2})", lambda found: bytes((int(found[1], 16),)), raw)
    return raw.decode("latin-1")


def unhex(text: bytes) -> bytes:
    """The bytes of a string in hex (7.3.4.3)."""
    digits = text if text.isalnum() else bytes(c for c in text if c in b"0123456789abcdefABCDEF")
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def literal(data: bytes, position: int) -> tuple[bytes, int]:
    """The string up to the bracket that matches the one before ``position``."""
    pieces: list[bytes] = []
    depth = 1
    while piece := _LITERAL.match(data, position):
        position = piece.end()
        text = piece[0]
        if text == b")":
            depth -= 1
            if not depth:
                break
        elif text == b"(":
            depth += 1
        elif text[:1] == b"\\":
            rest = text[1:]
            text = bytes((int(rest, 8) & 255,)) if rest.isdigit() else _ESCAPES.get(rest, rest)
        pieces.append(text)
    return b"".join(pieces), max(position, 1)


def inline_image(data: bytes, position: int) -> tuple[Inline, int]:
    """An image from behind ``BI`` to behind ``EI`` (8.9.7)."""
    items: list[Operand] = []
    while token := _TOKEN.match(data, position):
        position = token.end()
        if token.lastgroup == "operator" and token["operator"] == b"ID":
            break
        if token.lastgroup == "number":
            items.append(float(token["number"]))
        elif token.lastgroup == "operator":
            items.append(token["operator"].decode("ascii"))
        else:
            position = _operand(data, token, items, 0)
    end = _IMAGE_END.search(data, position)
    stop = end.start() if end else len(data)
    return Inline(_pairs(items), data[position + 1 : stop]), end.end() if end else len(data)

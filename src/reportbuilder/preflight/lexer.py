"""Content streams to operators with their operands (ISO 32000-1, 7.8.2), leniently: what is no syntax is passed over, as viewers do."""

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
    |(?P<strings>\[[-+.0-9<>A-Fa-f\x00\t\n\f\r ]*\])
    |<(?P<hex>[0-9A-Fa-f\x00\t\n\f\r ]*)>
    |(?P<literal>\()
    |(?P<open>\[|<<)
    |(?P<close>\]|>>)
    |(?P<comment>%[^\r\n]*)
    |(?P<junk>[^\x00\t\n\f\r ]))""",
    re.VERBOSE,
)
_ELEMENT = re.compile(rb"<([^>]*)>|([-+]?[0-9.]+)")
_LITERAL = re.compile(rb"[^()\\]+|\\(?:[0-7]{1,3}|\r\n|.)|[()]", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_BLANK = rb"[\x00\t\n\f\r ]"
_IMAGE_END = re.compile(_BLANK + rb"EI(?=" + _BLANK + rb"|$)")
DEEPEST = 30
"""Levels of arrays and dictionaries in a content stream."""
MOST_OPERANDS = 64


class Inline(NamedTuple):
    """An image that stands in the content itself."""

    entries: dict[str, Operand]
    data: bytes


def operators(data: bytes) -> Iterator[tuple[str, list[Operand]]]:
    """Every operator with the operands before it. An inline image is the operator ``BI`` with an `Inline` for operand."""
    scan, position, operands = _TOKEN.match, 0, []
    while token := scan(data, position):
        position = token.end()
        kind = token.lastgroup
        if kind == "number":
            operands.append(float(token["number"]))
        elif kind == "operator":
            word = token["operator"].decode("ascii")
            if word in ("true", "false", "null"):
                operands.append(word)
                continue
            if word == "BI":
                inline, position = _inline(data, position)
                yield word, [inline]  # type: ignore[list-item]
            else:
                yield word, operands
            operands = []
        else:
            position = _operand(data, token, operands, 0)
        if len(operands) > MOST_OPERANDS:
            del operands[0]


def _operand(data: bytes, token: re.Match[bytes], operands: list[Operand], depth: int) -> int:
    """Read the operand that begins with this token; where it ends."""
    position, kind = token.end(), token.lastgroup
    if kind == "name":
        operands.append(name(token["name"]))
    elif kind == "strings":
        operands.append(_strings(token["strings"]))
    elif kind == "hex":
        operands.append(_hex(token["hex"]))
    elif kind == "literal":
        text, position = _literal(data, position)
        operands.append(text)
    elif kind == "open":
        items, position = _items(data, position, depth + 1)
        operands.append(items if token["open"] == b"[" else _pairs(items))
    return position


def _strings(array: bytes) -> list[Operand]:
    """An array of strings in hex and displacements, as for ``TJ``: all strings as one, and the displacements together, which is all that the
    place of a text depends on.
    """
    elements = _ELEMENT.findall(array)
    numbers = sum([_number(number) for _, number in elements if number])
    if all(len(text) % 2 == 0 for text, _ in elements):
        return [_hex(b"".join([text for text, _ in elements])), numbers]
    return [*(_hex(text) for text, number in elements if not number), numbers]


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


def _number(text: bytes) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _hex(text: bytes) -> bytes:
    digits = text if text.isalnum() else bytes(c for c in text if c in b"0123456789abcdefABCDEF")
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _literal(data: bytes, position: int) -> tuple[bytes, int]:
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


def _inline(data: bytes, position: int) -> tuple[Inline, int]:
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

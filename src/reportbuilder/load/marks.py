"""Beside `compose`: which character of the source each character of a scalar's text comes from, in all styles of YAML."""

import re
from bisect import bisect_right

Marks = tuple[tuple[int, int, int], ...]

# What is not copied one to one. Spaces before a line end are taken off apart: a pattern that begins with them is slow on long runs.
_IRREGULAR = {
    "": re.compile(r"\n[ \n]*"),
    "'": re.compile(r"''|\n[ \t\n]*"),
    '"': re.compile(r"\\(?:x..|u.{4}|U.{8}|\n[ \t\n]*|.)|\n[ \t\n]*"),
}


def scalar_marks(source: str, start: int, end: int, style: str, value: str, line_starts: list[int]) -> Marks:
    """Marks as `values.Scalar` wants them, for ``value``, which YAML reads from ``source[start:end]``.

    ``style`` is the sign that opens the scalar (``'``, ``"``, ``|``, ``>``) or empty; ``line_starts`` has the index of each line.
    """
    if style in ("|", ">"):
        pairs = _block(source, start, end, style == ">", value)
    else:
        quote = len(style)
        pairs = _flow(source[start + quote : end - quote], start + quote, style, value)
    return _as_marks(pairs, line_starts)


def _as_marks(pairs: list[tuple[int, int]], line_starts: list[int]) -> Marks:
    marks: list[tuple[int, int, int]] = []
    for index, place in pairs:
        line = bisect_right(line_starts, place)
        column = place - line_starts[line - 1] + 1
        if not marks or marks[-1][1] != line or column - marks[-1][2] != index - marks[-1][0]:
            marks.append((index, line, column))
    return tuple(marks)


def _flow(body: str, start: int, style: str, value: str) -> list[tuple[int, int]]:
    """(index in the value, index in the source) where counting starts anew, for plain and quoted scalars."""
    pairs = [(0, start)]
    if body == value:
        return pairs
    index = done = 0
    for match in _IRREGULAR[style].finditer(body):
        copied = body[done : match.start()]
        token = match.group()
        if "\n" in token:
            escaped = token[0] == "\\"
            index += len(copied if escaped else copied.rstrip(" \t"))
            breaks = [match.start() + i for i, c in enumerate(token) if c == "\n"]
            kept = breaks[1:] if escaped else _folded(breaks)
            pairs += [(index + i, start + place) for i, place in enumerate(kept)]
            index += len(kept)
        else:
            index += len(copied) + 1
        done = match.end()
        pairs.append((index, start + done))
    return pairs


def _folded(breaks: list[int]) -> list[int]:
    """The line breaks that leave a character: one becomes a space, of several the last goes."""
    return breaks[:-1] or breaks


def _block(source: str, start: int, end: int, folded: bool, value: str) -> list[tuple[int, int]]:
    """The same for literal and folded scalars, line by line."""
    pairs: list[tuple[int, int]] = []
    header, *lines = source[start:end].split("\n")
    place, index = start + len(header) + 1, 0
    indent = _indent(lines, value)
    breaks: list[int] = []
    may_fold = False
    for line in lines:
        content = line[indent:]
        if content:
            kept = _folded(breaks) if folded and may_fold and content[0] not in " \t" else breaks
            pairs += [(index + i, at) for i, at in enumerate(kept)]
            index += len(kept)
            pairs.append((index, place + indent))
            index += len(content)
            breaks, may_fold = [], content[0] not in " \t"
        breaks.append(place + len(line))
        place += len(line) + 1
    pairs += [(index + i, at) for i, at in enumerate(breaks[: max(0, len(value) - index)])]
    return pairs or [(0, start)]


def _indent(lines: list[str], value: str) -> int:
    """By how much the block is indented: what its first line with text has more than the value's."""
    first = next((line for line in lines if line.strip(" ")), "")
    kept = next((line for line in value.split("\n") if line.strip(" ")), "")
    return max(0, _margin(first) - _margin(kept))


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip(" "))

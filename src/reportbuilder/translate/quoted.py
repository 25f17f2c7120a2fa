"""Quotation marks of what came back: straight ones, and those of another language, become those of the translation's language.

Only pairs that are beyond doubt are touched, and what the language itself takes stays as it was typed.
"""

import re
from collections.abc import Iterator
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.load.quotation import Quotation, quotation
from reportbuilder.model.nodes import Emphasis, Inlines, Link, Reference, Strong, Text
from reportbuilder.translate.markup import CALL

_MARKS = frozenset("\"“”„«»‹›‚‘’'")
_SINGLES = frozenset("‘’'")
_BEGINS = frozenset(" \t\n\u00a0\u2009\u202f([{/–—“„«‹‚‘\"'")
_ENDS = frozenset(" \t\n\u00a0\u2009\u202f)]}/–—.,;:!?…”“»›’\"'")
_SPACES = " \u00a0\u2009\u202f"
MOST_MARKS = 200
"""Of one text; who quotes more is no translator."""
_NODE = "\ufffc"
"""Stands for the mark of a note, a line break and all that has no letters."""
Side = Literal["opens", "closes", ""]


class _Mark(Struct, frozen=True):
    at: int
    sign: str
    side: Side


class _Pair(Struct, frozen=True):
    opening: _Mark
    closing: _Mark
    depth: int


def quoted(content: Inlines | str, language: str) -> tuple[Inlines | str, bool]:
    """The content with quotation marks and apostrophes of the language, and whether a mark was changed."""
    if isinstance(content, str):
        changes = _changes(content, language)
        return _changed(content, 0, changes), bool(changes)
    shown = "".join(_letters(content))
    changes = _changes(shown, language)
    return (_rewritten(content, [0], changes), True) if changes else (content, False)


def _letters(content: Any) -> Iterator[str]:
    for node in content:
        match node:
            case Text():
                yield node.text
            case Emphasis() | Strong() | Link() | Reference() if node.content:
                yield from _letters(node.content)
            case _:
                yield _NODE


def _rewritten(content: Any, at: list[int], changes: dict[tuple[int, int], str]) -> Any:
    made = []
    for node in content:
        match node:
            case Text():
                made.append(replace(node, text=_changed(node.text, at[0], changes)))
                at[0] += len(node.text)
            case Emphasis() | Strong() | Link() | Reference() if node.content:
                made.append(replace(node, content=_rewritten(node.content, at, changes)))
            case _:
                made.append(node)
                at[0] += 1
    return tuple(made)


def _changed(text: str, start: int, changes: dict[tuple[int, int], str]) -> str:
    """The text, which begins at ``start``, with the changes that lie in it."""
    for (first, last), new in sorted(changes.items(), reverse=True):
        if start <= first and last <= start + len(text):
            text = text[: first - start] + new + text[last - start :]
    return text


# ---------------------------------------------------------------- which marks


def _changes(text: str, language: str) -> dict[tuple[int, int], str]:
    """What stands for which stretch of the text."""
    if not 0 < sum(map(text.count, _MARKS)) <= MOST_MARKS:
        return {}
    hidden = CALL.sub(lambda call: _NODE * len(call[0]), text)
    own = quotation(language)
    changes: dict[tuple[int, int], str] = {}
    for pair in _pairs(hidden):
        changes |= _of_pair(hidden, pair, own)
    taken = {place for first, last in changes for place in range(first, last)}
    for found in re.finditer(r"(?<=\w)'(?=\w)|(?<=[sxzSXZ])'(?=\s\w)", hidden):
        if found.start() not in taken:
            changes[found.span()] = "’"
    return {stretch: new for stretch, new in changes.items() if text[stretch[0] : stretch[1]] != new}


def _pairs(text: str) -> list[_Pair]:
    """The pairs; none at all where a double mark has no counterpart, for then nothing is sure."""
    stack: list[_Mark] = []
    made: list[_Pair] = []
    for mark in _marks(text):
        counterpart = next((place for place in reversed(range(len(stack))) if _belong(stack[place], mark)), -1)
        if mark.side == "closes" or (not mark.side and counterpart >= 0):
            between = [open.sign in _SINGLES for open in stack[counterpart + 1 :]]
            if counterpart >= 0 and all(between):
                opening = stack[counterpart]
                del stack[counterpart:]
                made.append(_Pair(opening, mark, sum(open.sign not in _SINGLES for open in stack)))
            elif mark.sign not in _SINGLES:
                return []
        elif mark.side == "opens" or mark.sign not in _SINGLES:
            stack.append(mark)
    return [] if any(mark.sign not in _SINGLES for mark in stack) else _with_depth(made)


def _with_depth(pairs: list[_Pair]) -> list[_Pair]:
    return [replace(pair, depth=sum(other.opening.at < pair.opening.at and pair.closing.at < other.closing.at for other in pairs)) for pair in pairs]


def _marks(text: str) -> Iterator[_Mark]:
    for at, sign in enumerate(text):
        if sign not in _MARKS:
            continue
        before, behind = text[at - 1] if at else " ", text[at + 1] if at + 1 < len(text) else " "
        opens = before in _BEGINS or (before == _NODE and behind.isalnum())
        closes = behind in _ENDS or behind == _NODE
        side: Side = "opens" if opens and not closes else "closes" if closes and not opens else ""
        if not side and not (opens and closes):
            continue  # inside a word: an apostrophe
        yield _Mark(at, sign, side or ("opens" if sign in "«„‹‚‘" else "closes" if sign in "»›" else ""))


def _belong(opening: _Mark, closing: _Mark) -> bool:
    """Whether two marks can be the ends of one quotation: both single or both double, straight with straight, pointed with pointed."""
    groups = ("\"", "'", "“”„", "«»", "‹›", "‚‘’")
    group = next(group for group in groups if opening.sign in group)
    return closing.sign in group or {opening.sign, closing.sign} in ({"„", "\""}, {"‘", "'"})


def _of_pair(text: str, pair: _Pair, own: Quotation) -> dict[tuple[int, int], str]:
    typed = pair.opening.sign, pair.closing.sign
    fits = own.is_outer(typed) if not pair.depth else typed[0] in own.marks and typed[1] in own.marks
    opening, closing, inner, inner_end = own.written
    new = (opening, closing) if not pair.depth % 2 else (inner, inner_end)
    if typed in (("'", "'"), ("‘", "'")) and own.is_outer(("‘", "’")):
        new = "‘", "’"
    elif fits:
        if not (own.spaced and typed == own.outer):
            return {}
        new = opening, closing
    start, end = pair.opening.at + 1, pair.closing.at
    while start < end and text[start] in _SPACES:
        start += 1
    while end > start and text[end - 1] in _SPACES:
        end -= 1
    return {(pair.opening.at, start): new[0], (end, pair.closing.at + 1): new[1]}

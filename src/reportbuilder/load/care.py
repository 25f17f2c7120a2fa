"""Typographic care: advice where text is typed in a way that print has a better form for. Nothing is ever changed."""

import re
from collections.abc import Iterable
from typing import assert_never

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import Span
from reportbuilder.load.care_rule import BARE_MARK, BREAK, LINKED_MARK, Rule
from reportbuilder.load.care_rules import rules_for
from reportbuilder.load.values import INSERT, Scalar
from reportbuilder.model.nodes import (
    Abbreviation, CrossReference, Emphasis, Foreign, Inline, Inlines, LineBreak, Link, NoteCall, NoteMark, PageNumber, Reference, Strong, Text,
)
from reportbuilder.model.text import plain_text

WORD = re.compile(r"\S+")
ADDRESS = re.compile(r"://|www\.|@|\w\.(?:be|com|eu|int|net|nl|org)(?!\w)")
ADDRESS_SIGNS = ("://", "www.", "@", ".be", ".com", ".eu", ".int", ".net", ".nl", ".org")
HIDDEN = "\ue000"
"""Stands for what no rule is for: addresses, words of other languages, titles that are not known yet."""
WHITE = " \t\n\r\v\f\x85\u2028\u2029"
MOST_SHOWN = 24
"""Characters shown on each side of what could be better."""
MOST_TOLD = 5
"""Pieces of advice of one kind for one text; who types like that needs no more to see it."""
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,31});")


def advise(content: Inlines, scalar: Scalar, language: str, log: Log) -> None:
    """Advise on one paragraph that was read from ``scalar``; ``language`` is a BCP 47 tag, and some rules are for one language only."""
    shown: list[str] = []
    sources: list[tuple[int, Text]] = []
    _collect(content, shown, sources, 0)
    text = "".join(shown)
    if not text.strip("-+., 0123456789") or "{{" in text or "{%" in text:
        return  # a number is data, and what is refused in braces stands there as typed
    if any(map(text.__contains__, ADDRESS_SIGNS)):
        text = WORD.sub(lambda found: HIDDEN * len(found[0]) if ADDRESS.search(found[0]) else found[0], text)
    for rule in rules_for(text, language):
        told = 0
        for found in rule.pattern.finditer(text):
            better = rule.instead(found)
            if better is not None and told < MOST_TOLD:
                told += 1
                _tell(rule, found, better, "".join(shown), _place(found.start(), sources, scalar), log)


def advise_line(text: str, scalar: Scalar, language: str, log: Log) -> None:
    """The same for text without marks."""
    start = len(scalar.text) - len(scalar.text.lstrip(WHITE))
    advise((Text(text, scalar.at(start)),), scalar, language, log)


def _collect(content: Iterable[Inline], shown: list[str], sources: list[tuple[int, Text]], length: int) -> int:
    """The text as readers see it, and where each node begins in it; its length after that."""
    before: Inline | None = None
    for inline in content:
        match inline:
            case Text():
                sources.append((length, inline))
                shown.append(inline.text)
                length += len(inline.text)
            case LineBreak():
                shown.append(BREAK)
                length += 1
            case NoteCall() | NoteMark():
                shown.append(LINKED_MARK if isinstance(before, Link) else BARE_MARK)
                length += 1
            case Reference(content=()):
                shown.append(HIDDEN)
                length += 1
            case Foreign():
                words = plain_text(inline.content)
                shown.append(HIDDEN * len(words))
                length += len(words)
            case Emphasis() | Strong() | Abbreviation() | Link() | Reference() | CrossReference():
                length = _collect(inline.content, shown, sources, length)
            case PageNumber():
                shown.append("1")
                length += 1
            case _:
                assert_never(inline)
        before = inline
    return length


def _tell(rule: Rule, found: re.Match[str], better: str, text: str, span: Span, log: Log) -> None:
    """One piece of advice, with the words around what could be better."""
    start, end = found.span()
    before = text[max(0, start - MOST_SHOWN) : start].rpartition(" ")[2].lstrip(f"{BARE_MARK}{LINKED_MARK}")
    after = re.split(f"[ {BARE_MARK}{LINKED_MARK}{BREAK}]", text[end : end + MOST_SHOWN], maxsplit=1)[0]
    typed, meant = f"{before}{_visible(text[start:end])}{after}", f"{before}{_visible(better)}{after}"
    log.advise(rule.code, f"‘{typed}’: {rule.message}", span, f"write ‘{meant}’{_typing(better)}")


def _visible(text: str) -> str:
    """The mark of a note as an editor types it."""
    return text.replace(BARE_MARK, "[^…]").replace(LINKED_MARK, "[^…]").replace(BREAK, " ")


def _typing(better: str) -> str:
    """How signs are typed that no keyboard has."""
    if "\u202f" in better:
        return " (a narrow no-break space, U+202F, can be typed as &#8239;)"
    if "\u00a0" in better:
        return " (a no-break space, U+00A0, can be typed as &nbsp;)"
    return ""


# ---------------------------------------------------------------- places


def _place(offset: int, sources: list[tuple[int, Text]], scalar: Scalar) -> Span:
    """The place in the source of a character of the text as readers see it."""
    if not sources:
        return scalar.span
    start, node = next(((start, node) for start, node in reversed(sources) if start <= offset), sources[0])
    index = _index(node.span, scalar)
    return node.span if index is None else scalar.at(_after(scalar, index, node.text, offset - start))


def _index(span: Span, scalar: Scalar) -> int | None:
    """The index in the scalar's text of the character at a place."""
    for index, line, column in reversed(scalar.marks):
        if line == span.line and column <= span.column:
            return index + span.column - column
    return None


def _after(scalar: Scalar, index: int, text: str, count: int) -> int:
    """The index of the character that is ``count`` characters further in the text, which differs by white space, escapes and inserted values."""
    source = scalar.text
    at = len(text) - len(text.lstrip(" "))
    while at < count and index < len(source):
        sign = source[index]
        number = ord(sign) - INSERT
        if 0 <= number < len(scalar.inserts):
            at += len(scalar.inserts[number])
            if at > count:
                return index
            index += 1
        elif text[at : at + 1] == " ":
            while index < len(source) and source[index] in WHITE:
                index += 1
            at += 1
        elif sign == "&" and text[at : at + 1] != "&" and (entity := ENTITY.match(source, index)):
            index, at = entity.end(), at + 1
        elif sign == "\\" and text[at : at + 1] != "\\":
            index += 1
        else:
            index, at = index + 1, at + 1
    if index < len(source) and text[at : at + 1] not in ("", " ") and source[index] == "\\":
        index += 1
    return min(index, len(source) - 1)

"""Inlines of a draft as the Markdown that makes them again: how a segment stands in a PO file, and how what came back is kept."""

import re
from functools import lru_cache
from typing import Any, Literal, assert_never
from urllib.parse import unquote

from msgspec import Struct

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import Span
from reportbuilder.load.inlines import inlines
from reportbuilder.load.values import Scalar
from reportbuilder.load.variables import Figures, substitute
from reportbuilder.model.nodes import (
    Abbreviation, CrossReference, Emphasis, Foreign, Inline, Inlines, LineBreak, Link, NoteCall, NoteMark, PageNumber, Reference, Strong, Text,
)  # fmt: skip

CALL = re.compile(r"""\{\{(?:'[^'\n]{0,20}'|"[^"\n]{0,20}"|[^'"}]|\}(?!\})){0,200}\}\}""")
"""The call of a figure, as it stands in a raw draft: copied, never escaped."""
_SPECIAL = re.compile(r"[\\`*\[\]<]|&(?=#|\w+;)|(?<!\w)_|_(?!\w)")
_PLAIN = re.compile(r"[^\s\\`*_\[\]<>&!{}]+(?: [^\s\\`*_\[\]<>&!{}]+)*")
"""Words that need no look at whether they read back as they are."""
_QUOTED_CALL = re.compile("%7B%7B.{0,600}?%7D%7D")
_HIDDEN = re.compile(r"https://|mailto:", re.IGNORECASE)
Sign = Literal["*", "_", ""]


def scalar_of(content: Inlines) -> Scalar:
    """The content as Markdown, the same as that of `markup`, in which every text knows the place that it came from."""
    return _scalar(content, _signed(content)[0])


def _scalar(content: Inlines, sign: Sign) -> Scalar:
    writer = _Writer(sign)
    writer.all(content)
    first = content[0].span if content else Span("", 0, 0)
    marks = writer.marks if writer.marks and not writer.marks[0][0] else [(0, first.line, first.column), *writer.marks]
    return Scalar("".join(writer.parts), first.file, tuple(marks))


def markup(content: Inlines) -> tuple[str, bool]:
    """The content as Markdown, and whether that makes exactly the same content again; if marks can't stand where they are, they are left out."""
    _, text, exact = _signed(content)
    return text, exact


def _signed(content: Inlines) -> tuple[Sign, str, bool]:
    """The sign of emphasis with which the content reads back, the Markdown, and whether it does."""
    if len(content) == 1 and isinstance(content[0], Text) and _PLAIN.fullmatch(content[0].text):
        return "*", content[0].text, True
    wanted = shape(content)
    signs: tuple[Sign, ...] = ("*", "_", "")
    text = ""
    for sign in signs:
        text = _scalar(content, sign).text
        if shape(parsed(text)) == wanted:
            return sign, text, True
    return "", text, False


@lru_cache(maxsize=30_000)
def parsed(text: str) -> Inlines:
    """The content that the Markdown makes, calls of figures as typed; nothing is said of faults."""
    scalar = Scalar(text, "", ((0, 0, 0),))
    return inlines(substitute(scalar, Figures({}), "en", Log(), raw=True), Log())


def shape(content: Inlines) -> tuple[Any, ...]:
    """What the content is, without places: equal for contents that show the same."""
    made: list[Any] = []
    for inline in _together(content):
        match inline:
            case Text():
                if made and isinstance(made[-1], str):
                    made[-1] += inline.text
                elif inline.text:
                    made.append(inline.text)
            case Emphasis() | Strong():
                made.append((type(inline).__name__, shape(inline.content)))
            case Foreign():
                made.append((inline.language, shape(inline.content)))
            case Abbreviation():
                made.append((inline.expansion, shape(inline.content)))
            case Link():
                made.append((inline.url, shape(inline.content)))
            case Reference():
                made.append(("#" + inline.label, shape(inline.content)))
            case NoteCall():
                made.append(("^" + inline.key,))
            case LineBreak():
                made.append(("\n",))
            case NoteMark() | CrossReference() | PageNumber():
                raise AssertionError("a document's node in a draft")
            case _:
                assert_never(inline)
    return tuple(made)


def _together(content: Inlines) -> Inlines:
    """The content with neighbours of one mark as one: Markdown can't write ``*a*`` right beside ``*b*``, and nobody sees where they meet."""
    made: list[Inline] = []
    for inline in content:
        last = made[-1] if made else None
        if isinstance(inline, Emphasis) and isinstance(last, Emphasis):
            made[-1] = Emphasis((*last.content, *inline.content), last.span)
        elif isinstance(inline, Strong) and isinstance(last, Strong):
            made[-1] = Strong((*last.content, *inline.content), last.span)
        else:
            made.append(inline)
    return tuple(made)


def escaped(text: str) -> str:
    """Text with its signs of markup made plain; calls of figures stay."""
    made, done = [], 0
    for call in CALL.finditer(text):
        made += [_plain(text[done : call.start()]), call[0]]
        done = call.end()
    return "".join([*made, _plain(text[done:])])


def _plain(text: str) -> str:
    return _SPECIAL.sub(lambda found: "\\" + found[0], text)


class _Writer(Struct):
    sign: Sign
    parts: list[str] = []
    marks: list[tuple[int, int, int]] = []
    length: int = 0

    def all(self, content: Inlines) -> None:
        inlines = _together(content)
        for inline, behind in zip(inlines, (*inlines[1:], None)):
            self._one(inline)
            if self.parts and self.parts[-1].endswith("!") and isinstance(behind, Link | Reference | NoteCall):
                self.parts[-1] = f"{self.parts[-1][:-1]}\\!"  # before a bracket it would begin a picture
                self.length += 1

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _one(self, inline: Inline) -> None:
        if isinstance(inline, Strong) and not self.sign:
            return self.all(inline.content)
        match inline:
            case Text():
                self.marks.append((self.length, inline.span.line, inline.span.column))
                self._add(escaped(inline.text))
            case Emphasis():
                self._around(self.sign, inline.content, self.sign)
            case Strong():
                self._around("**", inline.content, "**")
            case Foreign() | Abbreviation():
                self.all(inline.content)
            case Link():
                self._link(inline)
            case Reference():
                self._around("[", inline.content, f"](#{inline.label})")
            case NoteCall():
                self._add(f"[^{inline.key}]")
            case LineBreak():
                self._add("\\\n")
            case NoteMark() | CrossReference() | PageNumber():
                raise AssertionError("a document's node in a draft")
            case _:
                assert_never(inline)

    def _around(self, before: str, content: Inlines, after: str) -> None:
        self._add(before)
        self.all(content)
        self._add(after)

    def _link(self, link: Link) -> None:
        url = _QUOTED_CALL.sub(lambda found: unquote(found[0]), link.url)
        if shape(link.content) == (_HIDDEN.sub("", link.url, count=1).removesuffix("/"),) and not re.search(r"[\s<>{]", url):
            self._add(f"<{url}>")
        else:
            self._around("[", link.content, f"](<{url}>)" if re.search(r"[()\s]", url) else f"]({url})")

"""Drawn lines held against the source: every sign of it is found once and in order, and so each line knows its words, spaces and hyphen."""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from glyphs import HYPHENS, DrawnLine, Glyph

LOST = 2
"""Most letters that Dutch spelling drops at a break (cafeetje: café-tje), beside a sign that changes."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or the part of it that stands on a line, with its place and how wide it would be as the font has it."""

    text: str
    left: float
    right: float
    natural: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph. ``spaces`` lie between its words (left, right, whether it is a fixed one); ``hyphen`` says whether one was put at its end,
    ``ends_in_hyphen`` whether it ends in any hyphen; ``broken`` is the word at its end as (whole word, offset of the break), if it is broken.
    """

    page: int
    baseline: float
    paragraph: int
    first: bool
    last: bool
    words: tuple[Word, ...]
    spaces: tuple[tuple[float, float, bool], ...]
    hyphen: bool
    ends_in_hyphen: bool
    broken: tuple[str, int] | None
    scale: float
    last_sign: str
    ink: tuple[float, float] = (0.0, 0.0)
    """Width and height of the ink of its first sign."""

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return self.words[-1].right


Natural = Callable[[str], tuple[float, float, int]]
"""Of a word, as the font has it: its width, the advance of its last glyph, and how many signs that glyph shows."""


class NotWhole(Exception):
    """The text of the PDF is not that of the source."""


@dataclass(slots=True)
class _Sign:
    text: str
    paragraph: int
    before: str
    """The space before it, or “”."""
    word: int
    offset: int


def _signs(paragraphs: tuple[str, ...]) -> tuple[list[_Sign], list[str]]:
    signs: list[_Sign] = []
    words: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        space = " "
        for sign in unicodedata.normalize("NFC", paragraph):
            if sign.isspace():
                space = sign
                continue
            if space:
                words.append("")
            signs.append(_Sign(sign, number, space, len(words) - 1, len(words[-1])))
            words[-1] += sign
            space = ""
    return signs, words


def read_lines(drawn: list[DrawnLine], paragraphs: tuple[str, ...], natural: Natural) -> list[Line]:
    """The lines of a PDF. Raises `NotWhole` when a sign is missing, added or out of order."""
    signs, words = _signs(paragraphs)
    lines: list[Line] = []
    at = 0
    for line in drawn:
        begin, hyphen = at, False
        owned: list[tuple[Glyph, int]] = []
        glyphs = line.glyphs
        for number, glyph in enumerate(glyphs):
            matched = _matched(glyph.text, signs, at)
            if matched:
                owned.append((glyph, at))
                at += matched
            elif number == len(glyphs) - 1 and glyph.text in HYPHENS and owned:
                hyphen = True
                owned.append((glyph, at - 1))
            elif not number and lines and lines[-1].hyphen and (lost := _lost(glyphs, signs, at)) is not None:
                at += lost
                owned.append((glyph, at))
                at += 1
            else:
                near = "".join(sign.text for sign in signs[max(0, at - 20) : at + 20])
                got = "".join(g.text for g in glyphs)
                raise NotWhole(f"page {line.page + 1}: ‘{glyph.text}’ (U+{ord(glyph.text[0]):04X}) of ‘{got}’ is not next in ‘{near}’")
        lines.append(_line(line, owned, signs, words, begin, at, hyphen, natural))
    if at != len(signs):
        raise NotWhole(f"the text ends before ‘{''.join(sign.text for sign in signs[at : at + 40])}’")
    return lines


def _matched(text: str, signs: list[_Sign], at: int) -> int:
    """How many signs of the source the glyph shows, or 0."""
    got = "-" if text in HYPHENS else unicodedata.normalize("NFC", text)
    if "".join(sign.text for sign in signs[at : at + len(got)]) == got:
        return len(got)
    got = unicodedata.normalize("NFKC", text)
    return len(got) if "".join(sign.text for sign in signs[at : at + len(got)]) == got else 0


def _bare(text: str) -> str:
    return unicodedata.normalize("NFD", text)[:1]


def _lost(glyphs: tuple[Glyph, ...], signs: list[_Sign], at: int) -> int | None:
    """How many signs were dropped at the break before this line, so that it goes on as the source does; None if it does not.

    The first glyph may have lost its diaeresis (reëel: re-eel).
    """
    for lost in range(LOST + 1):
        source = "".join(sign.text for sign in signs[at + lost : at + lost + 3])
        drawn = "".join(g.text for g in glyphs[:3])
        if len(source) >= len(drawn) > 1 and _bare(source) == _bare(drawn) and source[1 : len(drawn)] == drawn[1:]:
            return lost
    return None


def _line(drawn: DrawnLine, owned: list[tuple[Glyph, int]], signs: list[_Sign], words: list[str], begin: int, end: int, hyphen: bool, natural: Natural) -> Line:
    groups = list(_words(owned, signs))
    found = tuple(_word(group, natural) for group in groups)
    spaces = tuple((a.right, b.left, signs[group[0][1]].before != " ") for a, b, group in zip(found, found[1:], groups[1:], strict=False))
    first, last = signs[begin], signs[end - 1]
    ends = end == len(signs) or signs[end].paragraph != last.paragraph
    broken = (words[last.word], last.offset + 1) if not ends and signs[end].word == last.word else None
    widths, naturals = sum(w.right - w.left for w in found), sum(w.natural for w in found)
    sign = owned[-1][0].text
    return Line(
        drawn.page, drawn.baseline, first.paragraph, begin == 0 or signs[begin - 1].paragraph != first.paragraph, ends, found, spaces, hyphen,
        sign in HYPHENS, broken, widths / naturals if naturals else 1.0, sign, drawn.glyphs[0].ink,
    )  # fmt: skip


def _words(owned: list[tuple[Glyph, int]], signs: list[_Sign]) -> Iterator[list[tuple[Glyph, int]]]:
    group: list[tuple[Glyph, int]] = []
    for glyph, index in owned:
        if group and signs[index].word != signs[group[-1][1]].word:
            yield group
            group = []
        group.append((glyph, index))
    yield group


def _word(group: list[tuple[Glyph, int]], natural: Natural) -> Word:
    """A word in place. Where it ends is reckoned from the font's advance of its last glyph there (kerned), widened as the glyph is."""
    text = "".join("-" if glyph.text in HYPHENS else glyph.text for glyph, _ in group)
    width, advance, signs = natural(text)
    last = group[-1][0]
    right = last.left + advance * last.scale if len(last.text) == signs else last.right
    return Word(text, group[0][0].left, right, width)

"""Shaped words as the strings of a TJ array, and what each code in them is to be read as.

A code is the number of its glyph in the font. A glyph that must be read in several ways (the drawn hyphen: as a hyphen, and as a soft one) has
more codes, from the number of glyphs on. Codes are given in order of first use, so both PDFs of a layout write a word the same.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportbuilder.assets.faces import Face
from reportbuilder.assets.graphemes import graphemes
from reportbuilder.assets.shaped import Shaped
from reportbuilder.pdf.syntax import hundredths, num, utf16

GAP = "_"
"""Stands behind each space in a fragment, where justification puts its displacement; occurs in nothing else that a fragment holds."""

NOTHING = " "
"""What is read of a sign that the letter below it is read with: a glyph must be read as something (ISO 14289-1, 7.21.7), and of spaces behind a word
programs make one.
"""
SIGNS = ">]TJ/Span<</ActualText<FEFF>>>BDC[<"
"""Stands before signs that are read with their letters."""
RISE = re.compile(r"\{([-\d.]+)\}")
UNREADABLE = re.compile("[\0\ufeff\ufffe]")


class Code(NamedTuple):
    """What a code shows and what it is read as."""

    glyph: int
    text: str


class Glyphs(dict[Shaped, str]):
    """The fragments of one face in one document: hex digits between ``<`` and ``>`` that the caller writes.

    Only a cluster of several glyphs cannot be told by its codes; its fragment has a Span with ActualText.
    """

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.face = face
        self._numbers: dict[Code, int] = {}
        self._first: dict[int, Code] = {}
        self._among: dict[int, str] = {}
        self._codes: dict[tuple[int, str], tuple[str, float]] = {}
        self._kerns: dict[float, str] = {}

    def __missing__(self, shaped: Shaped) -> str:
        fragment = self[shaped] = self._fragment(shaped)
        return fragment

    def codes(self) -> dict[int, Code]:
        """All codes used, ascending. What only stood among others reads as the text of the whole, or U+FFFD."""
        used = {number: code for code, number in self._numbers.items()}
        used |= {glyph: Code(glyph, text or "\ufffd") for glyph, text in self._among.items() if glyph not in used}
        return dict(sorted(used.items()))

    def line(self, pieces: tuple[Shaped, ...], gap: float, size: float) -> str:
        """The text-showing operators of a run, or nothing where it has no glyphs. ``gap`` and ``size`` in points."""
        body = "".join(map(self.__getitem__, pieces))
        if not body:
            return ""
        if SIGNS in body:
            body = "".join(map(self.__getitem__, _joined(pieces)))
        body = body.replace(GAP, f">{hundredths(10 * round(-10_000 * gap / size))}<" if gap else "")
        if "{" in body:
            body = RISE.sub(lambda found: num(float(found[1]) * size / 1000), body)
        return f"[<{body}>]TJ".replace("<>", " ").replace("[ ]TJ", "")

    def _fragment(self, shaped: Shaped) -> str:
        plain = self._plain(shaped)
        if plain is not None:
            return plain
        if shaped.actual is not None and shaped.actual != "".join(shaped.clusters):
            return self._read_as(shaped.actual, shaped, 0, len(shaped.glyphs))
        if shaped.shifts and (bases := _bases(shaped) if shaped.reversed else _accented(shaped)):
            return self._with_signs(shaped, bases)
        parts = [self._read_as(readable(shaped.clusters[start]), shaped, start, end) for start, end in _clusters(shaped)]
        return "".join(parts) + (GAP if shaped.is_space else "")

    def _with_signs(self, shaped: Shaped, bases: dict[int, str]) -> str:
        """A word whose letters have accents, points or vowel signs as glyphs of their own: first all letters, each read with its signs, then the signs, read
        as nothing. Programs that take text out would end the word at every sign between.
        """
        letters: list[str] = []
        signs: list[str] = []
        x = behind = 0.0
        for index, advance in enumerate(shaped.advances):
            if (text := bases.get(index)) is not None:
                letters.append(self._shown(shaped, index, text))
            elif (glyph := shaped.glyphs[index]) != 0:
                right, up = shaped.shifts[index] if shaped.shifts else (0.0, 0.0)
                self._among.setdefault(glyph, NOTHING)
                code = f"{_displaced(behind - x - right)}{glyph:04X}"
                signs.append(f">]TJ {{{num(up)}}} Ts[<{code}>]TJ 0 Ts[<" if up else code)
                behind = x + right + self.face.nominal_advance(glyph)
            x += advance
        before, after = _displaced(shaped.width), _displaced(behind - shaped.width)
        return f"{''.join(letters)}{SIGNS}{before}{''.join(signs)}{after}>]TJ EMC[<"

    def _plain(self, shaped: Shaped) -> str | None:
        """The fragment of what nearly all words are: a glyph a cluster, none raised, none read in a new way. None for all others."""
        if shaped.shifts is not None or shaped.actual is not None or shaped.is_space:
            return None
        codes, kerns = self._codes, self._kerns
        parts: list[str] = []
        for glyph, advance, text in zip(shaped.glyphs, shaped.advances, shaped.clusters):
            code = codes.get((glyph, text))
            if code is None:
                return None
            kern = code[1] - advance
            if -0.005 < kern < 0.005:
                parts.append(code[0])
            else:
                shown = kerns.get(kern)
                if shown is None:
                    shown = kerns[kern] = _displaced(kern)
                parts.append(code[0] + shown)
        return "".join(parts)

    def _read_as(self, text: str, shaped: Shaped, start: int, end: int) -> str:
        """Some glyphs of a word that are to be read as ``text``."""
        if end - start == 1:
            return self._shown(shaped, start, text)
        codes = "".join(self._shown(shaped, index, "") for index in range(start, end))
        return f">]TJ/Span<</ActualText<FEFF{utf16(text)}>>>BDC[<{codes}>]TJ EMC[<"

    def _shown(self, shaped: Shaped, index: int, text: str) -> str:
        """One glyph with its displacements. Glyph 0 is no letter (ISO 14289-1, 7.21.8) and leaves its room empty."""
        glyph, advance = shaped.glyphs[index], shaped.advances[index]
        right, up = shaped.shifts[index] if shaped.shifts else (0.0, 0.0)
        if glyph == 0:
            return _displaced(-advance)
        if text:
            number = self._number(Code(glyph, text))
            if text == shaped.clusters[index]:
                self._codes[glyph, text] = f"{number:04X}", self.face.nominal_advance(glyph)
        else:
            number = glyph
            self._among.setdefault(glyph, readable(shaped.clusters[index]))
        shown = f"{_displaced(-right)}{number:04X}{_displaced(self.face.nominal_advance(glyph) - advance + right)}"
        return f">]TJ {{{num(up)}}} Ts[<{shown}>]TJ 0 Ts[<" if up else shown

    def _number(self, code: Code) -> int:
        number = self._numbers.get(code)
        if number is None:
            number = code.glyph
            if self._first.setdefault(code.glyph, code) != code:
                number = self.face.hb_face.glyph_count + len(self._numbers) - len(self._first)
            self._numbers[code] = number
        return number


def readable(text: str) -> str:
    """The text of a cluster as ToUnicode may have it; no-break spaces are read as spaces, so that “11 %” is found as it is typed."""
    return UNREADABLE.sub("", text).replace("\u00a0", " ").replace("\u202f", " ")


def _clusters(shaped: Shaped) -> Iterator[tuple[int, int]]:
    """Where each cluster begins and ends: a glyph with text and those after it without."""
    start = 0
    for index in range(1, len(shaped.glyphs)):
        if shaped.clusters[index]:
            yield start, index
            start = index
    if shaped.glyphs:
        yield start, len(shaped.glyphs)


def _joined(pieces: tuple[Shaped, ...]) -> list[Shaped]:
    """The pieces, each drawn hyphen as a part of its word if that has accents of their own glyph: these stand behind both, or they would part them."""
    joined: list[Shaped] = []
    for piece in pieces:
        word = joined[-1] if joined else None
        if piece.actual == "\u00ad" and word is not None and word.shifts and word.actual is None and not word.reversed:
            shifts = (*word.shifts, *((0.0, 0.0) for _ in piece.glyphs))
            clusters = (*word.clusters, piece.actual, *("" for _ in piece.glyphs[1:]))
            joined[-1] = Shaped(word.text + piece.text, word.glyphs + piece.glyphs, word.advances + piece.advances, clusters, shifts)
        else:
            joined.append(piece)
    return joined


def _accented(shaped: Shaped) -> dict[int, str]:
    """The same of a word from left to right, where each letter is one glyph, and what more it has takes no room."""
    bases: dict[int, str] = {}
    for start, end in _clusters(shaped):
        wide = [index for index in range(start, end) if shaped.advances[index]]
        if len(wide) != 1 or shaped.glyphs[wide[0]] == 0:
            return {}
        bases[wide[0]] = readable(shaped.clusters[start])
    return bases if len(bases) < len(shaped.glyphs) else {}


def _bases(shaped: Shaped) -> dict[int, str]:
    """The glyphs of a word from right to left that take room, each with the letters that it is read as; none where all glyphs do, or where it can't be
    told which of them is which letter.

    Of several letters the last stands first there: programs read such a word from its right end, and turn round all that it has.
    """
    bases: dict[int, str] = {}
    behind = ""
    for start, end in _clusters(shaped):
        wide = [index for index in range(start, end) if shaped.advances[index]]
        text = readable(shaped.clusters[start]) + behind
        if not wide:  # the second letter of a ligature, which some fonts leave as an empty glyph
            behind = text
            continue
        behind = ""
        letters = list(graphemes(text))
        if len(letters) != len(wide):
            letters = [text]
        if len(letters) != len(wide) or any(shaped.glyphs[index] == 0 for index in wide):
            return {}
        bases |= {index: letter[::-1] for index, letter in zip(wide, reversed(letters))}
    if behind:
        return {}
    return bases if len(bases) < len(shaped.glyphs) else {}


def _displaced(thousandths: float) -> str:
    amount = num(thousandths, 2)
    return "" if amount == "0" else f">{amount}<"

"""Shaped words as the strings of a TJ array, and what each glyph is to be read as.

A character code is the glyph's number in the font (Identity-H), so a word is written the same in both PDFs.
"""

import re
from collections.abc import Iterator

from reportbuilder.assets.faces import Face, Shaped
from reportbuilder.pdf.syntax import hundredths, num, utf16

GAP = "_"
"""Stands behind each space in a fragment, where justification puts its displacement; occurs in nothing else that a fragment holds."""

RISE = re.compile(r"\{([-\d.]+)\}")
UNREADABLE = re.compile("[\0\ufeff\ufffe]")


class Glyphs(dict[Shaped, str]):
    """The fragments of one face in one document: hex digits between ``<`` and ``>`` that the caller writes.

    A glyph reads as the text that it stood for when it first stood alone. Where that is not what the reader should get, the fragment has a Span
    with ActualText. ``shown`` are the glyphs of the subset.
    """

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.face = face
        self.shown: set[int] = set()
        self._alone: dict[int, str] = {}
        self._among: dict[int, str] = {}

    def __missing__(self, shaped: Shaped) -> str:
        fragment = self[shaped] = self._fragment(shaped)
        return fragment

    def read_as(self) -> dict[int, str]:
        """The text of each glyph shown, in order of glyphs, for ToUnicode. What only stood among others has the text of the whole or U+FFFD."""
        return {glyph: self._alone.get(glyph) or self._among.get(glyph) or "\ufffd" for glyph in sorted(self.shown)}

    def line(self, pieces: tuple[Shaped, ...], gap: float, size: float) -> str:
        """The text-showing operators of a run, or nothing where it has no glyphs. ``gap`` and ``size`` in points."""
        body = "".join(map(self.__getitem__, pieces))
        if not body:
            return ""
        body = body.replace(GAP, f">{hundredths(10 * round(-10_000 * gap / size))}<" if gap else "")
        if "{" in body:
            body = RISE.sub(lambda found: num(float(found[1]) * size / 1000), body)
        return f"[<{body}>]TJ".replace("<>", " ").replace("[ ]TJ", "")

    def _fragment(self, shaped: Shaped) -> str:
        if shaped.actual is not None:
            codes = "".join(self._code(shaped, index) for index in range(len(shaped.glyphs)))
            return _read_as(shaped.actual, codes)
        parts = [self._cluster(shaped, start, end) for start, end in _clusters(shaped)]
        return "".join(parts) + (GAP if shaped.is_space else "")

    def _cluster(self, shaped: Shaped, start: int, end: int) -> str:
        text = readable(shaped.clusters[start])
        codes = "".join(self._code(shaped, index) for index in range(start, end))
        first = shaped.glyphs[start]
        if end - start == 1 and (not text or not first or self._alone.setdefault(first, text) == text):
            return codes
        return _read_as(text, codes)

    def _code(self, shaped: Shaped, index: int) -> str:
        """One glyph with its displacements. Glyph 0 is no letter (ISO 14289-1, 7.21.8) and leaves its room empty."""
        glyph, advance = shaped.glyphs[index], shaped.advances[index]
        right, up = shaped.shifts[index] if shaped.shifts else (0.0, 0.0)
        if glyph == 0:
            return _displaced(-advance)
        self.shown.add(glyph)
        self._among.setdefault(glyph, readable(shaped.clusters[index]))
        code = f"{_displaced(-right)}{glyph:04X}{_displaced(self.face.nominal_advance(glyph) - advance + right)}"
        return f">]TJ {{{num(up)}}} Ts[<{code}>]TJ 0 Ts[<" if up else code


def readable(text: str) -> str:
    """The text of a cluster as ToUnicode may have it; a no-break space is read as the space whose glyph it shares."""
    return UNREADABLE.sub("", text).replace("\u00a0", " ")


def _clusters(shaped: Shaped) -> Iterator[tuple[int, int]]:
    """Where each cluster begins and ends: a glyph with text and those after it without."""
    start = 0
    for index in range(1, len(shaped.glyphs)):
        if shaped.clusters[index]:
            yield start, index
            start = index
    if shaped.glyphs:
        yield start, len(shaped.glyphs)


def _displaced(thousandths: float) -> str:
    amount = num(thousandths, 2)
    return "" if amount == "0" else f">{amount}<"


def _read_as(text: str, codes: str) -> str:
    return f">]TJ/Span<</ActualText<FEFF{utf16(text)}>>>BDC[<{codes}>]TJ EMC[<"

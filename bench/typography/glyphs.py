"""The one instrument: where the glyphs of a finished PDF stand, as pdfium finds them. Lengths are points, y runs up from the foot of the page."""

import ctypes
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

SAME_LINE = 1.5
"""Glyphs whose baselines differ by less are on one line."""
HYPHENS = "-\u00ad\u2010\u0002\ufffe"
"""What pdfium may call a drawn hyphen: as it is, soft, or its own sign for one at the end of a line."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A sign (or, of a ligature, its signs), where it begins, where its advance ends, its baseline, its size, how much it is widened (1: not at all), and the
    width and height of its ink."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    scale: float
    ink: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """The glyphs of a line from left to right, without spaces; ``page`` counts from 0."""

    page: int
    baseline: float
    glyphs: tuple[Glyph, ...]


def drawn_lines(pdf: Path, top: float, bottom: float) -> list[DrawnLine]:
    """All lines whose baseline is between ``bottom`` and ``top`` (distances from the upper edge of the page), in reading order."""
    document = pypdfium2.PdfDocument(pdf)
    lines: list[DrawnLine] = []
    for number in range(len(document)):
        page = document[number]
        height = page.get_height()
        glyphs = [glyph for glyph in _glyphs(page) if top < height - glyph.baseline < bottom]
        lines += [DrawnLine(number, line[0].baseline, tuple(sorted(line, key=lambda g: g.left))) for line in _in_lines(glyphs)]
        page.close()
    document.close()
    return lines


def fonts(pdf: Path) -> set[str]:
    """Names of the fonts that draw the text, without the tag of a subset."""
    document = pypdfium2.PdfDocument(pdf)
    names = set()
    for page in document:
        for thing in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_TEXT,)):
            font = pdfium.FPDFTextObj_GetFont(thing.raw)
            length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
            buffer = ctypes.create_string_buffer(length)
            pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
            names.add(buffer.value.decode("utf-8", "replace").rpartition("+")[2])
    return names


def _glyphs(page: pypdfium2.PdfPage) -> list[Glyph]:
    """Every drawn glyph; pieces of a ligature, which pdfium puts at one place, come as one."""
    text = page.get_textpage()
    x, y, box, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    edges = tuple(ctypes.c_double() for _ in range(4))
    found: list[Glyph] = []
    for index in range(pdfium.FPDFText_CountChars(text)):
        if pdfium.FPDFText_IsGenerated(text, index) == 1 and pdfium.FPDFText_IsHyphen(text, index) != 1:
            continue
        sign = chr(pdfium.FPDFText_GetUnicode(text, index))
        if sign.isspace() or sign == "\0":
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        last = found[-1] if found else None
        if last and abs(last.left - x.value) < 0.01 and abs(last.baseline - y.value) < 0.01:
            found[-1] = Glyph(last.text + sign, last.left, max(last.right, box.right), last.baseline, last.size, last.scale, last.ink)
        else:
            size = pdfium.FPDFText_GetFontSize(text, index) * abs(matrix.d)
            left, right, foot, top = edges
            pdfium.FPDFText_GetCharBox(text, index, left, right, foot, top)
            ink = right.value - left.value, top.value - foot.value
            found.append(Glyph(sign, x.value, box.right, y.value, size, matrix.a / matrix.d if matrix.d else 1.0, ink))
    text.close()
    return found


def _in_lines(glyphs: list[Glyph]) -> list[list[Glyph]]:
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: -g.baseline):
        if lines and abs(lines[-1][0].baseline - glyph.baseline) < SAME_LINE:
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return lines

"""Finds the modules of bench/typography, and draws pages whose positions are known: the square font at 10 pt, so that a letter is 10 pt wide."""

import sys
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from square import FONT

BENCH = Path(__file__).resolve().parents[1] / "bench" / "typography"
if str(BENCH) not in sys.path:
    sys.path.append(str(BENCH))

Drawn = tuple[float, float, str, float]
"""Where a word begins, the height of its line, the word, and how wide it is drawn (1: as it is)."""


def draw(path: Path, pages: list[list[Drawn]]) -> Path:
    """A PDF with words at those places, on pages of 200 by 200 points."""
    if "Square" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Square", str(FONT)))
    canvas = Canvas(str(path), pagesize=(200, 200))
    for words in pages:
        for x, y, word, wide in words:
            text = canvas.beginText(x, y)
            text.setFont("Square", 10)
            text.setHorizScale(100 * wide)
            text.textOut(word)
            canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return path


def natural(word: str) -> tuple[float, float, int]:
    """Of the square font."""
    return 10.0 * len(word), 10.0, 1

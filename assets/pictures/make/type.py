"""Lettering on placards, doors and newspapers, in Source Sans 3 of the report."""
from pathlib import Path

import skia
from inks import Ink
from plates import Plates

FONTS = Path(__file__).resolve().parents[2] / "fonts"
FACES: dict[str, skia.Typeface] = {}


def face(weight: str) -> skia.Typeface:
    if weight not in FACES:
        FACES[weight] = skia.Typeface.MakeFromFile(str(FONTS / f"SourceSans3_{weight}.ttf"))
    return FACES[weight]


def set_line(p: Plates, text: str, x: float, y: float, size: float, ink: Ink, weight: str = "900Black", centre: bool = False,
    width: float | None = None) -> float:
    """Sets one line with its baseline at `y`; `width` scales it to fit. Gives its width."""
    font = skia.Font(face(weight), size)
    font.setSubpixel(True)
    w = font.measureText(text)
    if width:
        font.setSize(size * min(1.0, width / w))
        w = font.measureText(text)
    p.canvas.drawString(text, x - (w / 2 if centre else 0), y, font, p.paint(ink))
    return w

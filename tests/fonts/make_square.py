"""Makes the test font: every letter a square of one em, so that positions can be reckoned in the head. Run by hand: python tests/fonts/make_square.py"""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

CHARACTERS = [chr(c) for c in range(0x20, 0x7F)] + list("\u00a0éëïöü€–—‘’“”…•·−")


def square(size: int):
    """A filled square on the baseline, or nothing for a space."""
    pen = TTGlyphPen(None)
    if size:
        pen.moveTo((0, 0))
        pen.lineTo((0, size))
        pen.lineTo((size, size))
        pen.lineTo((size, 0))
        pen.closePath()
    return pen.glyph()


def make(path: Path) -> None:
    """Write the font."""
    names = {ord(c): f"u{ord(c):04X}" for c in CHARACTERS}
    order = [".notdef", *names.values()]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(names)
    builder.setupGlyf({name: square(0 if name in ("u0020", "u00A0") else 1000) for name in order})
    builder.setupHorizontalMetrics({name: (1000, 0) for name in order})
    builder.setupHorizontalHeader(ascent=1000, descent=0)
    builder.setupNameTable({"familyName": "Square", "styleName": "Regular", "psName": "Square-Regular"})
    builder.setupOS2(sTypoAscender=1000, sTypoDescender=0, usWinAscent=1000, usWinDescent=0, sCapHeight=1000, sxHeight=1000, fsType=0)
    builder.setupPost()
    builder.setupHead(unitsPerEm=1000, created=0, modified=0)
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    builder.save(path)


if __name__ == "__main__":
    make(Path(__file__).with_name("Square-Regular.ttf"))

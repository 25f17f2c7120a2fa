"""Letters with all that hangs on them, so that a fallback font draws them together."""

from collections.abc import Iterator
from unicodedata import category

JOINER = "\u200d"
IGNORABLE = frozenset("\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff") | {
    chr(code) for first, last in ((0x202A, 0x202E), (0x2066, 0x2069), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF)) for code in range(first, last + 1)
}
"""What no font needs a glyph for (Unicode: Default_Ignorable_Code_Point, those that texts have)."""
SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))


def graphemes(text: str) -> Iterator[str]:
    """The text in user-perceived characters: a letter and its marks, an emoji and what it is joined with (Unicode Annex 29, simplified)."""
    start = 0
    for index in range(1, len(text)):
        sign = text[index]
        joined = text[index - 1] == JOINER or sign in IGNORABLE or sign in SKIN_TONES or category(sign) in ("Mn", "Me", "Mc")
        if not joined:
            yield text[start:index]
            start = index
    if text:
        yield text[start:]

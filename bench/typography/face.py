"""The font itself, shaped by HarfBuzz: how wide a word is when nothing is stretched."""

import unicodedata
from functools import cache

import uharfbuzz
from page import FONT, SIZE

_FONT = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(FONT))))


@cache
def natural(word: str) -> tuple[float, float, int]:
    """Width in points of a word at the size of the text, with kerning and ligatures; the advance of its last glyph, and how many signs that shows.

    The last advance is not what the font's table of widths says: Source Serif's f, for one, is kerned against whatever follows, spaces too.
    """
    buffer = uharfbuzz.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    uharfbuzz.shape(_FONT, buffer, {})
    advances = [position.x_advance * SIZE / _FONT.face.upem for position in buffer.glyph_positions]
    return sum(advances), advances[-1], len(word) - buffer.glyph_infos[-1].cluster


SPACE = natural(" ")[0]
"""The font's space: 2.37 pt."""


def drops_sign(letter: str, ink: tuple[float, float]) -> bool:
    """Whether what is drawn for a letter with a sign (ë) is the bare one: ``ink`` is its width and height, in points. Files may well say ë where e is drawn,
    so that the whole word can be copied.
    """
    signed, bare = (_ink(sign) for sign in (letter, unicodedata.normalize("NFD", letter)[0]))
    return _distance(ink, bare) < _distance(ink, signed)


def _ink(letter: str) -> tuple[float, float]:
    extents = _FONT.get_glyph_extents(_FONT.get_nominal_glyph(ord(letter)))
    return extents.width * SIZE / _FONT.face.upem, -extents.height * SIZE / _FONT.face.upem


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])

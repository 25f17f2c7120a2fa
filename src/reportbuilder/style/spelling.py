"""The break of a word as it is spelled: a hyphen, and what the letters beside it become."""

from typing import NamedTuple

SYLLABLE = 423.0
SEAM = 333.0
PART = 460.0
SHORT = 537.0
"""What breaks cost, as TeX reckons penalties: between syllables; between the parts of a compound; between the syllables of such a part; before an ending of two letters."""


class Hyphen(NamedTuple):
    """A word may be written ``word[:start] + left`` with a hyphen, and ``right + word[stop:]`` on the next line.

    ``penalty`` is what the break costs; most breaks change nothing (``start`` is ``stop``, ``left`` and ``right`` are empty).
    """

    start: int
    stop: int
    left: str = ""
    right: str = ""
    penalty: float = SYLLABLE

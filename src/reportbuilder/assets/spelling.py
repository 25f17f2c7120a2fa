"""The break of a word as it is spelled: a hyphen, and what the letters beside it become."""

from typing import NamedTuple


class Hyphen(NamedTuple):
    """A word may be written ``word[:start] + left`` with a hyphen, and ``right + word[stop:]`` on the next line.

    ``penalty`` is what the break costs, as TeX reckons; most breaks change nothing (``start`` is ``stop``, ``left`` and ``right`` are empty).
    """

    start: int
    stop: int
    left: str = ""
    right: str = ""
    penalty: float = 50.0

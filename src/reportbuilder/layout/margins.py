"""Optical margins: by how much signs hang out of the column, so that its edges look straight.

A hyphen or a full point at the margin is mostly white; set flush, it makes a dent. The values are parts of a sign's own width.
"""

from collections.abc import Mapping
from functools import cache

from reportbuilder.layout.config import Config

Hanging = Mapping[str, tuple[float, float]]
"""By sign: what hangs out at the left, and at the right margin."""

_ROWS = (
    (".,", 0.0, 0.7),
    ("-\u2010\u2011", 0.0, 0.6),
    (":;", 0.0, 0.4),
    ("–", 0.3, 0.4),
    ("—", 0.2, 0.25),
    ("‘’‚‹›'", 0.7, 0.7),
    ("“”„«»\"", 0.5, 0.5),
    ("(", 0.1, 0.0),
    (")", 0.0, 0.1),
    ("!?", 0.0, 0.15),
    ("AÅÀÁÂÄ", 0.05, 0.05),
    ("TVWY", 0.05, 0.05),
    ("vwy", 0.04, 0.06),
    ("rkx", 0.0, 0.05),
)
"""For fonts in general; a sheet may have its own for a family (`Sheet.protrusion`)."""

_USUAL: Hanging = {sign: (left, right) for signs, left, right in _ROWS for sign in signs}


@cache
def _whole(own: tuple[tuple[str, tuple[float, float]], ...]) -> Hanging:
    return {**_USUAL, **dict(own)}


def hanging(family: str, config: Config) -> Hanging:
    """What hangs out in a family of the sheet."""
    own = config.sheet.protrusion.get(family)
    return _whole(tuple(own.items())) if own else _USUAL

"""What is asked of a file, as data: every rule has its id, weight, source, one line what it means and one what to do."""

from enum import IntEnum
from typing import Literal

from msgspec import Struct

Family = Literal["PDF/X-4", "GWG 2022", "printer", "PDF/UA-1", "PDF/A-2a", "Word", "agreement"]
"""Whose rule it is. A file keeps a family when no error of it is found; ``printer`` are wishes of printers, settings of their profile;
``Word`` is what its checker of accessibility asks, and good habit; ``agreement`` is that several files say the same.
"""
FAMILIES: tuple[Family, ...] = ("PDF/X-4", "GWG 2022", "printer", "PDF/UA-1", "PDF/A-2a", "Word", "agreement")
_PREFIXES: dict[str, Family] = {"X4": "PDF/X-4", "R": "GWG 2022", "P": "printer", "UA": "PDF/UA-1", "A2": "PDF/A-2a", "D": "Word", "AG": "agreement"}
PRINT: tuple[Family, ...] = FAMILIES[:3]
"""What a file for a printer is judged by."""


class Level(IntEnum):
    """How much a finding weighs: good to know, look at it, or the file is refused."""

    INFO = 0
    WARNING = 1
    ERROR = 2

    @property
    def word(self) -> str:
        return ("note", "warning", "error")[self]


class Rule(Struct, frozen=True):
    """``level`` is the usual weight of a breach; limits of two steps and variants give another to single findings."""

    id: str
    family: Family
    level: Level
    source: str
    means: str
    remedy: str


def x4(number: str, source: str, means: str, remedy: str) -> Rule:
    """An error against PDF/X-4."""
    return Rule(f"X4-{number}", "PDF/X-4", Level.ERROR, source, means, remedy)


def gwg(number: str, level: Level, means: str, remedy: str) -> Rule:
    """A rule of the Ghent Workgroup, sheetfed offset."""
    return Rule(f"R{number}", "GWG 2022", level, f"GWG 2022, R{number}", means, remedy)


def house(number: str, level: Level, means: str, remedy: str) -> Rule:
    """A wish of printers."""
    return Rule(f"P-{number}", "printer", level, "printers’ data sheets", means, remedy)


def ua(number: str, means: str, remedy: str) -> Rule:
    """An error against PDF/UA-1; ``number`` is the clause, and behind a hyphen which of its tests (as veraPDF counts them)."""
    return Rule(f"UA-{number}", "PDF/UA-1", Level.ERROR, f"ISO 14289-1, {number.rpartition('-')[0]}", means, remedy)


def archive(number: str, means: str, remedy: str) -> Rule:
    """An error against PDF/A-2a, numbered in the same way."""
    return Rule(f"A2-{number}", "PDF/A-2a", Level.ERROR, f"ISO 19005-2, {number.rpartition('-')[0]}", means, remedy)


def word(number: str, level: Level, means: str, remedy: str, source: str = "Word’s checker of accessibility") -> Rule:
    """What is asked of a DOCX."""
    return Rule(f"D-{number}", "Word", level, source, means, remedy)


def family_of(id: str) -> Family:
    """Whose rule this is, by its id."""
    return _PREFIXES["R" if id.startswith("R") else id.partition("-")[0]]

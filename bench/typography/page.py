"""The page that every system sets: one column, the same fonts, the same lines a page. Lengths are points (1/72 inch)."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FONT = ROOT / "assets" / "fonts" / "SourceSerif4_400Regular.ttf"
FAMILY = "Source Serif 4"
MM = 72 / 25.4
SIZE = 10.0
LEADING = 14.0
LINES = 40
"""Lines a page."""
INDENT = 14.0
"""Indent of a paragraph's first line; none behind the title."""
MARGIN = 20 * MM
"""At both sides, so that left-hand and right-hand pages are alike."""
HEIGHT = 240 * MM
TOP = 60.0
MEASURES = (60, 90, 120)
"""Widths of the column in mm."""


@dataclass(frozen=True, slots=True)
class Work:
    """A text to be set: its name, its paragraphs (the first is the title) and the measure in mm."""

    name: str
    paragraphs: tuple[str, ...]
    measure: int

    @property
    def width(self) -> float:
        """The measure in points."""
        return self.measure * MM

    @property
    def page_width(self) -> float:
        return self.width + 2 * MARGIN

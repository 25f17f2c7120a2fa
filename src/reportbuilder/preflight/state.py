"""The graphics state of a content stream (ISO 32000-1, 8.4), and what it comes to for one painted thing."""

from copy import copy
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct
from pikepdf import Object

from reportbuilder.preflight.finding import Box
from reportbuilder.preflight.matrix import EVERYWHERE, IDENTITY, Matrix
from reportbuilder.preflight.space import GRAY, Space


class Colour(NamedTuple):
    """A space and a value in it; ``pattern`` is the pattern that paints instead."""

    space: Space
    parts: tuple[float, ...]
    pattern: Object | None = None


BLACK = Colour(GRAY, (0.0,))


class State(Struct):
    """All of it that preflight asks for. ``paint`` and ``paint_stroke`` are what the rest comes to, as far as that was asked."""

    matrix: Matrix = IDENTITY
    clip: Box = EVERYWHERE
    fill: Colour = BLACK
    stroke: Colour = BLACK
    width: float = 1.0
    overprint: bool = False
    overprint_stroke: bool = False
    mode: int = 0
    alpha: float = 1.0
    alpha_stroke: float = 1.0
    blend: str = "Normal"
    masked: bool = False
    font: Object | None = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    rendering: int = 0
    paint: "Paint | None" = None
    paint_stroke: "Paint | None" = None

    def copy(self) -> "State":
        return copy(self)


class Paint(Struct, frozen=True, eq=False, dict=True):
    """How something is laid on: in what colour, whether it overprints and with which mode, and what transparency it has. Much is laid on in
    the same way, so what that comes to is reckoned once.
    """

    colour: Colour
    overprint: bool
    mode: int
    alpha: float
    blend: str

    @cached_property
    def inks(self) -> tuple[float, float, float, float] | None:
        """Cyan, magenta, yellow and black of a colour that is made of process inks, else None."""
        kind, parts = self.colour.space.kind, self.colour.parts
        if self.colour.pattern is not None:
            return None
        if kind == "cmyk" and len(parts) == 4:
            return (parts[0], parts[1], parts[2], parts[3])
        if kind == "gray" and parts:
            return (0.0, 0.0, 0.0, 1.0 - parts[0])
        if kind in ("separation", "devicen"):
            return _named_inks(self.colour.space.names, parts)
        if kind == "icc" and self.colour.space.count == 4 and len(parts) == 4:
            return (parts[0], parts[1], parts[2], parts[3])
        return None

    @cached_property
    def is_white(self) -> bool:
        """No ink at all: paper shows."""
        kind, parts = self.colour.space.kind, self.colour.parts
        if not parts or self.colour.pattern is not None:
            return False
        if kind in ("gray", "calgray", "rgb", "calrgb") or (kind == "icc" and len(parts) < 4):
            return all(part >= 1 for part in parts)
        if kind in ("cmyk", "separation", "devicen", "icc"):
            return all(part <= 0 for part in parts) and "None" not in self.colour.space.names
        return False

    @cached_property
    def is_pure_black(self) -> bool:
        """Full black ink alone, opaque and in the mode Normal (GWG 2022, R0009)."""
        return self.inks == (0.0, 0.0, 0.0, 1.0) and self.alpha >= 1 and self.blend in ("Normal", "Compatible")

    @cached_property
    def colorants(self) -> int:
        """How many inks take part."""
        kind, parts = self.colour.space.kind, self.colour.parts
        if kind in ("separation", "devicen", "cmyk") or (kind == "icc" and len(parts) == 4):
            return sum(part > 0 for part in parts)
        if kind == "gray":
            return sum(part < 1 for part in parts)
        if kind in ("rgb", "calrgb", "lab", "icc") and len(parts) == 3:
            return 4 if any(part < 1 for part in parts) else 0
        return 0


def _named_inks(names: tuple[str, ...], parts: tuple[float, ...]) -> tuple[float, float, float, float] | None:
    process = dict(zip(("Cyan", "Magenta", "Yellow", "Black"), range(4)))
    if len(names) != len(parts) or any(name not in process and name != "None" for name in names):
        return None
    amounts = [0.0] * 4
    for name, part in zip(names, parts):
        if name in process:
            amounts[process[name]] = part
    return (amounts[0], amounts[1], amounts[2], amounts[3])


class TextPlace(Struct):
    """The two matrices of a text object (9.4)."""

    line: Matrix = IDENTITY
    glyph: Matrix = IDENTITY

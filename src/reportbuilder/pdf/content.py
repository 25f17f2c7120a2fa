"""The operators of one page: text, lines, grounds and pictures, with marked content; a state is set only when it changes."""

from reportbuilder.pdf.boxes import Box
from reportbuilder.pdf.syntax import hundredths, num, nums

PLAIN = "0 Tc 100 Tz"
"""Letters neither spaced nor stretched, as every page begins."""


class Content:
    """A content stream in the making. Positions of text are in hundredths of a point, from the lower left corner, like all coordinates here.

    Marked content holds either text only (it stands between BT and ET) or stands around text objects, so the two always nest
    (ISO 32000-1, 14.6.1).
    """

    __slots__ = ("code", "_text", "_marked", "_x", "_y", "_state", "_ink", "_font", "_spacing")

    def __init__(self) -> None:
        self.code: list[str] = []
        self._text = False
        self._marked: bool | None = None
        self._x = self._y = 0
        self._state = self._ink = self._font = ""
        self._spacing = PLAIN

    def mark(self, tag: str, text: bool) -> None:
        """Begin marked content (``text``: of text only); what was open ends."""
        self.unmark()
        self._turn(text)
        self.code.append(f"{tag}BDC")
        self._marked = text

    def unmark(self) -> None:
        """End the marked content that is open, if any."""
        if self._marked is not None:
            self._turn(self._marked)
            self.code.append("EMC")
            self._marked = None

    def show(self, x: int, y: int, state: str, ink: str, font: str, spacing: str, shown: str) -> None:
        """Text at a place: ``shown`` are the operators that show it, the others those that set its looks."""
        code = self.code
        if not self._text:
            self._turn(True)
        self._set(state, ink)
        if font != self._font:
            self._font = font
            code.append(font)
        if spacing != self._spacing:
            self._spacing = spacing
            code.append(spacing)
        code.append(f"{hundredths(x - self._x)} {hundredths(y - self._y)} Td{shown}")
        self._x, self._y = x, y

    def fill(self, box: Box, state: str, ink: str) -> None:
        """A ground."""
        self._turn(False)
        self._set(state, ink)
        left, bottom, right, top = box
        self.code.append(f"{nums(left, bottom, right - left, top - bottom)} re f")

    def line(self, x1: float, y1: float, x2: float, y2: float, thickness: float, state: str, ink: str) -> None:
        """A straight line; ``ink`` is a stroke operator."""
        self._turn(False)
        self._set(state, self._ink)
        self.code.append(f"{ink} {num(thickness)} w {nums(x1, y1)} m {nums(x2, y2)} l S")

    def shape(self, path: str, state: str, fill: str, stroke: str, thickness: float) -> None:
        """A path that is filled, stroked or both; joins and ends are round."""
        self._turn(False)
        self._set(state, fill or self._ink)
        if stroke:
            self.code.append(f"{stroke} {num(thickness)} w 1 J 1 j")
        self.code.append(f"{path} {'B' if fill and stroke else 'f' if fill else 'S' if stroke else 'n'}")
        if stroke:
            self.code.append("0 J 0 j")

    def picture(self, box: Box, state: str, resource: str, clip: str = "") -> None:
        """An XObject of the unit square, stretched over the box; only what lies within the path ``clip`` is seen, if there is one."""
        self._turn(False)
        self._set(state, self._ink)
        left, bottom, right, top = box
        self.code.append(f"q {clip}{' W n ' if clip else ''}{num(right - left)} 0 0 {num(top - bottom)} {nums(left, bottom)} cm /{resource} Do Q")

    def finish(self) -> list[str]:
        """All operators, everything closed."""
        self.unmark()
        self._turn(False)
        return self.code

    def _set(self, state: str, ink: str) -> None:
        if state != self._state:
            self._state = state
            self.code.append(state)
        if ink != self._ink:
            self._ink = ink
            self.code.append(ink)

    def _turn(self, text: bool) -> None:
        if text != self._text:
            self._text = text
            self.code.append("BT" if text else "ET")
            self._x = self._y = 0

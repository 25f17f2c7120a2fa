"""The path under construction: where it is, and whether it is made of upright rectangles."""

from reportbuilder.preflight.finding import Box
from reportbuilder.preflight.matrix import Matrix, around, moved

MOST_POINTS = 5
"""More corners than a closed rectangle has are no rectangle."""


class Path:
    """Grows with the operators; all in the coordinates of the page."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Begin anew."""
        self.rectangles: list[Box] = []
        self.points: list[tuple[float, float]] = []
        self.other = False
        self._box: Box | None = None

    @property
    def box(self) -> Box | None:
        """All that it spans; None when it is empty."""
        return self._box

    @property
    def thickness(self) -> float | None:
        """The shorter side of the thinnest of its rectangles; None when it is made of other shapes."""
        boxes = self.rectangles
        if self.other:
            return None
        if self.points and self._box:
            left, bottom, right, top = self._box
            corners = all(min(abs(x - left), abs(x - right)) < 1e-6 and min(abs(y - bottom), abs(y - top)) < 1e-6 for x, y in self.points)
            if boxes or not corners or len(self.points) < 4:
                return None
            boxes = [self._box]
        return min((min(right - left, top - bottom) for left, bottom, right, top in boxes), default=None)

    def rectangle(self, matrix: Matrix, x: float, y: float, width: float, height: float) -> None:
        """The operator ``re``."""
        box = around(matrix, x, y, x + width, y + height)
        self._spread(box)
        if matrix[1] or matrix[2]:
            self.other = True
        elif len(self.rectangles) < 1000:
            self.rectangles.append(box)

    def point(self, matrix: Matrix, x: float, y: float) -> None:
        """An end of a straight piece."""
        px, py = moved(matrix, x, y)
        self._spread((px, py, px, py))
        if len(self.points) < MOST_POINTS:
            self.points.append((px, py))
        else:
            self.other = True

    def pieces(self, matrix: Matrix, letters: bytes, numbers: list[float]) -> None:
        """Several pieces at once (``m l c v y h``), by their letters and all their numbers: these are points, whatever the letters."""
        if not numbers:
            return
        xs, ys = numbers[::2], numbers[1::2]
        if matrix[1] or matrix[2]:
            points = [moved(matrix, x, y) for x, y in zip(xs, ys)]
            xs, ys = [x for x, _ in points], [y for _, y in points]
            self._spread((min(xs), min(ys), max(xs), max(ys)))
        else:
            self._spread(around(matrix, min(xs), min(ys), max(xs), max(ys)))
        if self.other:
            return
        if letters.strip(b"mlh") or len(self.points) + len(xs) > MOST_POINTS:
            self.other = True
        else:
            self.points += [moved(matrix, x, y) for x, y in zip(numbers[::2], numbers[1::2])]

    def curve(self, matrix: Matrix, numbers: list[float]) -> None:
        """A curve, by its control points: it stays within the box around them."""
        self.other = True
        for x, y in zip(numbers[::2], numbers[1::2]):
            px, py = moved(matrix, x, y)
            self._spread((px, py, px, py))

    def _spread(self, box: Box) -> None:
        old = self._box
        self._box = box if old is None else (min(old[0], box[0]), min(old[1], box[1]), max(old[2], box[2]), max(old[3], box[3]))

"""The red thread: a vermilion line that enters every picture at the left edge and leaves it at the right, at 62 % of its height (of the trimmed page's, for a full page)."""
from collections.abc import Sequence

from inks import Ink
from paths import Point, course, ribbon
from plates import Plates

RED: Ink = (0, 1, .36)
HEIGHT = .62
PAGE_HEIGHT = (.62 * 297 + 3) / 303


def thread(plates: Plates, points: Sequence[Point], width: float = 7, ends: tuple[bool, bool] = (True, True), ink: Ink = RED,
    tension: float = .4) -> None:
    """Through `points`; `ends`: whether it comes from the left edge and goes on to the right edge."""
    y = plates.h * (HEIGHT if plates.w > plates.h else PAGE_HEIGHT)
    first = [(-20, y), (0, y)] if ends[0] else []
    last = [(plates.w, y), (plates.w + 20, y)] if ends[1] else []
    through = [*first, *points, *last]
    plates.fill(ribbon(through, [width / 2] * len(through), n=16, tension=tension), ink)


def path(plates: Plates, points: Sequence[tuple[float, float, float]], ink: Ink = RED) -> list[Point]:
    """A way of changing width: x, y and half-width; gives its middle line."""
    pts = [(x, y) for x, y, _ in points]
    plates.fill(ribbon(pts, [r for *_, r in points], (True, False), n=18), ink)
    return [tuple(p) for p in course(pts, 18)]

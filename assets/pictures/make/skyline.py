"""Towns: three towers, gables, trees and poplars."""
import numpy as np
from inks import Ink, darker, lighter
from paths import ell, joined, poly, rect, ribbon, smooth
from plates import Plates


def towers(p: Plates, x: float, base: float, s: float, ink: Ink) -> None:
    """Three towers in a row and roofs between them, a town seen from far; `s` 1 is 260 units high."""
    def at(*q: tuple[float, float]) -> list[tuple[float, float]]:
        return [(x + a * s, base - b * s) for a, b in q]
    shapes = [
        poly(at((-70, 0), (-70, 60), (-54, 84), (-38, 60), (-20, 60), (-20, 0))),
        poly(at((-20, 0), (-20, 130), (-14, 134), (-14, 150), (-4, 156), (0, 214), (4, 156), (14, 150), (14, 134), (20, 130), (20, 0))),
        poly(at((20, 0), (20, 52), (50, 78), (80, 52), (80, 0))),
        poly(at((80, 0), (80, 150), (84, 150), (84, 168), (92, 180), (97, 232), (100, 252), (103, 232), (108, 180), (116, 168), (116, 150), (120,
            150), (120, 0))),
        poly(at((120, 0), (120, 44), (134, 66), (148, 44), (172, 44), (172, 0))),
        poly(at((172, 0), (172, 140), (176, 140), (176, 156), (184, 150), (192, 156), (200, 150), (208, 156), (208, 140), (212, 140), (212, 0))),
        poly(at((212, 0), (212, 40), (236, 62), (260, 40), (300, 30), (300, 0))),
    ]
    for q in shapes:
        p.fill(q, ink)


def gable(p: Plates, x: float, base: float, w: float, h: float, kind: int, ink: Ink, pane: Ink, rows: int = 3, lit: tuple[int, ...] = (),
    light: Ink = (0, .06, .8)) -> None:
    """A narrow house front: stepped (0), plain (1) or bell gable (2); windows in `rows`."""
    top, g = base - h, w * .62
    if kind == 0:
        pts, steps = [(x, base), (x, top)], 4
        for i in range(steps):
            u = (i + 1) / steps * (w * .42)
            pts += [(x + u - w * .42 / steps, top - g * i / steps), (x + u - w * .42 / steps, top - g * (i + 1) / steps), (x + u,
                top - g * (i + 1) / steps)]
        pts += [(2 * x + w - a, b) for a, b in pts[::-1]]
        shape = poly(pts)
    elif kind == 1:
        shape = poly([(x, base), (x, top), (x + w / 2, top - g * .8), (x + w, top), (x + w, base)])
    else:
        shape = smooth([(x, base, "c"), (x, top, "c"), (x + w * .10, top - g * .12), (x + w * .2, top - g * .5), (x + w * .34, top - g * .62),
            (x + w * .36, top - g * .9, "c"), (x + w * .64, top - g * .9, "c"),
                        (x + w * .66, top - g * .62), (x + w * .8, top - g * .5), (x + w * .90, top - g * .12), (x + w, top, "c"), (x + w, base,
                            "c")])
    p.fill(shape, ink)
    n, cell = 0, h / (rows + .35)
    for r in range(rows):
        for c in range(2 if w < 110 else 3):
            cols = 2 if w < 110 else 3
            ww, hh = w / cols * .46, cell * .60
            wx, wy = x + w / cols * (c + .5) - ww / 2, top + cell * (r + .32)
            p.fill(rect(wx, wy, ww, hh), light if n in lit else pane)
            p.line([(wx + ww / 2, wy), (wx + ww / 2, wy + hh)], ink, max(1, ww * .08), cap=False)
            p.line([(wx, wy + hh * .4), (wx + ww, wy + hh * .4)], ink, max(1, ww * .08), cap=False)
            n += 1
    p.fill(ell(x + w / 2, top - g * .28, w * .07), pane)


def tree(p: Plates, x: float, y: float, h: float, ink: Ink, trunk: Ink, seed: int = 1, light: float = -1) -> None:
    """A round tree of cut paper, its shade side printed over."""
    r = np.random.default_rng(seed)
    p.fill(ribbon([(x, y), (x + h * .01, y - h * .5)], [h * .028, h * .018], (True, False)), trunk)
    blobs = [(x + float(r.uniform(-.2, .2)) * h, y - h * float(r.uniform(.5, .86)), h * float(r.uniform(.13, .22))) for _ in range(9)]
    crown = joined(*(ell(*b) for b in blobs))
    p.fill(crown, ink)
    p.crescent([crown], light * h * .07, -h * .05, (.5, .14, 0))


def poplar(p: Plates, x: float, y: float, h: float, ink: Ink) -> None:
    shape = smooth([(x, y, "c"), (x - h * .10, y - h * .25), (x - h * .085, y - h * .65), (x, y - h), (x + h * .085, y - h * .65), (x + h * .10,
        y - h * .25)])
    p.fill(shape, ink)
    p.crescent([shape], -h * .05, 0, darker(lighter(ink, .9), .35))

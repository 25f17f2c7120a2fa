"""python motifs.py   writes the SVG drawings into assets/pictures: three chapter vignettes, walkers, the red line as an ornament, end paper"""
import math
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import inks as k  # noqa: E402
import skia  # noqa: E402
from figure import person  # noqa: E402
from inks import PAPER  # noqa: E402
from paths import poly, ribbon, smooth  # noqa: E402
from thread import RED  # noqa: E402
from vectors import Sheet, box, disc, meet  # noqa: E402

OUT = HERE.parent


def needle(s: Sheet, x: float = 0, y: float = 0, z: float = 1) -> None:
    """A spool and a needle: the first chapter, what people make together."""
    def at(*q: tuple[float, float]) -> list[tuple[float, float]]:
        return [(x + a * z, y + b * z) for a, b in q]
    s.fill(disc(x + 120 * z, y + 120 * z, 104 * z), k.sun)
    s.over(disc(x + 126 * z, y + 116 * z, 76 * z), (0, .55, 0))
    s.shade(poly(at((62, 52), (146, 52), (138, 70), (70, 70))), k.deep, -10 * z, 0)
    s.shade(poly(at((70, 168), (138, 168), (146, 188), (62, 188))), k.deep, -10 * z, 0)
    s.shade(poly(at((76, 70), (132, 70), (132, 168), (76, 168))), RED, -16 * z, 0)
    for i in range(9):
        s.fill(ribbon(at((76, 78 + i * 10), (132, 82 + i * 10)), [1.1 * z, 1.1 * z]), k.wine)
    s.fill(ribbon(at((178, 36), (160, 208)), [4.2 * z, 1.0 * z]), k.dark)
    s.fill(ribbon(at((177.2, 44), (176, 56)), [1.4 * z, 1.4 * z]), k.white)
    s.fill(ribbon(at((21, 154), (44, 160), (76, 150)), [2.6 * z] * 3), RED)
    s.fill(ribbon(at((132, 84), (156, 98), (170, 74), (176.6, 50), (196, 62), (206, 104), (222, 132)), [2.6 * z] * 7, n=14), RED)


def voice(s: Sheet) -> None:
    """A microphone: the second chapter, the debate."""
    s.fill(disc(120, 120, 104), k.teal)
    for i, r in enumerate((104, 84, 64)):
        ring = disc(120, 92, r)
        ring.addPath(disc(120, 92, r - 7))
        ring.setFillType(skia.PathFillType.kEvenOdd)
        inside = meet(ring, disc(120, 120, 104))
        if inside is not None:
            s.over(inside, (0, (.45, .7, .95)[i], .3))
    s.fill(box(116, 150, 8, 66), k.dark)
    s.fill(smooth([(84, 224, "c"), (92, 212), (148, 212), (156, 224, "c")]), k.dark)
    s.fill(ribbon([(78, 104), (82, 146), (120, 160), (158, 146), (162, 104)], [5] * 5), k.dark)
    capsule = smooth([(120, 40), (146, 50), (150, 80), (148, 122), (120, 142), (92, 122), (90, 80), (94, 50)])
    s.shade(capsule, k.sun, -14, -4, (.45, .3, 0))
    for i in range(5):
        band = meet(capsule, box(80, 58 + i * 13, 80, 3.4))
        if band is not None:
            s.fill(band, k.umber)
    s.fill(ribbon([(20, 149), *[(26 + i * 6.4, 149 + math.sin(i * 1.3) * i * 1.7) for i in range(9)], (84, 149)], [2.6] * 11, n=8), RED)
    s.fill(ribbon([(156, 149), *[(214 - i * 6.4, 149 + math.sin(i * 1.3 + 1) * i * 1.7) for i in range(8, -1, -1)], (220, 149)], [2.6] * 11, n=8),
        RED)


def door(s: Sheet) -> None:
    """A house with its door open: the third chapter, the organisation."""
    s.fill(disc(120, 120, 104), k.deep)
    s.fill(disc(166, 66, 14), k.sand)
    wall = poly([(64, 98), (120, 44), (176, 98), (176, 190), (64, 190)])
    s.shade(wall, k.brick, -18, 0)
    s.fill(poly([(54, 104), (120, 36), (186, 104), (178, 108), (120, 52), (62, 108)]), k.dark)
    for x in (78, 140):
        s.fill(box(x, 102, 22, 26), k.sun)
        s.fill(box(x + 10, 102, 2.4, 26), k.dark)
        s.fill(box(x, 113, 22, 2.4), k.dark)
    s.fill(box(104, 134, 34, 56), (0, .03, .55))
    s.shade(poly([(104, 134), (88, 140), (88, 200), (104, 190)]), RED, 5, 0)
    light = meet(disc(120, 120, 104), poly([(104, 190), (138, 190), (164, 232), (66, 232)]))
    if light is not None:
        s.fill(light, k.sun)
    s.fill(ribbon([(20, 147), (36, 158), (74, 194), (121, 204), (168, 194), (204, 158), (220, 147)], [2.6, 2.6, 3, 3.4, 3, 2.6, 2.6], n=14,
        tension=.5), RED)


def walkers(s: Sheet) -> None:
    """Three people on the line."""
    people = [
        person("side", top="coat", ink=k.teal, hair="hijab", cloth=k.sun, fem=True, walk=.8, skin=k.SKINS[2], legink=k.wine, right=(.165,
            -.53)).place(70, 150, 130),
        person("side", top="jacket", ink=k.sun, hair="cap", cloth=RED, walk=-.85, child=.75, skin=k.SKINS[3], legink=k.deep, left=(-.25,
            -.78)).place(116, 152, 82),
        person("side", top="jacket", ink=k.coral, hair="short", walk=.85, skin=k.SKINS[4], legink=k.deep, bag="pack", bagink=k.ochre).place(176, 150,
            138),
    ]
    s.fill(ribbon([(0, 149), (240, 149)], [2.6, 2.6]), RED)
    for f in people:
        s.figure(f)


def leaf(s: Sheet) -> None:
    """A page left free, 216 × 303: the line goes on, and three people with it."""
    s.fill(box(0, 0, s.w, s.h), k.white)
    y = 3 + .62 * 297
    s.fill(box(0, y - .55, s.w, 1.1), RED)
    people = [
        person("side", top="coat", ink=k.teal, hair="hijab", cloth=k.sun, fem=True, walk=.8, skin=k.SKINS[2], legink=k.wine, right=(.165,
            -.53)).place(122, y + .5, 37),
        person("side", top="jacket", ink=k.sun, hair="cap", cloth=RED, walk=-.85, child=.75, skin=k.SKINS[3], legink=k.deep, left=(-.25,
            -.78)).place(135.3, y + .7, 23.4),
        person("side", top="jacket", ink=k.coral, hair="short", walk=.85, skin=k.SKINS[4], legink=k.deep, bag="pack", bagink=k.ochre).place(156,
            y + .4, 39.4),
    ]
    for f in people:
        s.figure(f)


def ornament(s: Sheet) -> None:
    """The red line with one loop in it: under a letter, between parts."""
    loop = [(300 + 15 * a - 32 * math.sin(a), 52 - 22 * (1 + math.cos(a))) for a in [math.pi * t / 10 for t in range(-10, 11)]]
    s.fill(ribbon([(0, 50), (90, 45), (180, 53), *loop, (420, 51), (510, 45), (600, 50)], [1.7] * (len(loop) + 6), n=6, tension=.5), RED)


DAY = {k.sand: k.teal, k.sun: k.deep, k.coral: k.brick, k.teal: k.honey}
"""What inks become on paper of day."""


def endpaper(s: Sheet) -> None:
    """End paper, 216 × 303: doors, suns, spools, cups and gables on one red line, by night."""
    s.fill(box(0, 0, s.w, s.h), k.deep)
    on_lines(s)


def endpaper_by_day(s: Sheet) -> None:
    """The same by day, the other way round: nothing comes twice in a report with two of them."""
    night = Sheet(s.w, s.h, s.paper)
    on_lines(night)
    s.fill(box(0, 0, s.w, s.h), (.02, .10, .52))
    turn = skia.Matrix().setScale(-1, 1, s.w / 2, 0)
    for path, ink in night.items:
        path.transform(turn)
        s.fill(path, DAY.get(ink, ink))


def on_lines(s: Sheet) -> None:
    """Seven lines with things on them."""
    tw, th = s.w / 4, s.h / 7
    for row in range(7):
        y = row * th + th * .62
        for col in range(-1, 5):
            x = col * tw + (tw / 2 if row % 2 else 0)
            tile(s, (row * 2 + col) % 5, x + tw / 2, y, th)
        pts = [(-8, y)]
        for i in range(17):
            x = i * s.w / 16
            pts.append((x, y + math.sin(i * math.pi / 2 + row) * .9))
        s.fill(ribbon([*pts, (s.w + 8, y)], [.62] * (len(pts) + 1), n=6), RED)


def tile(s: Sheet, kind: int, x: float, y: float, h: float) -> None:
    """One thing that stands on the line."""
    u = h / 30
    if kind == 0:        # the sun rises
        for r, ink in ((15, k.teal), (11.4, k.coral), (7.8, k.sun)):
            half = meet(disc(x, y, r * u), box(x - 20 * u, y - 20 * u, 40 * u, 20 * u))
            if half is not None:
                s.fill(half, ink)
    elif kind == 1:      # a door
        s.fill(smooth([(x - 6.5 * u, y, "c"), (x - 6.5 * u, y - 13 * u), (x, y - 19 * u), (x + 6.5 * u, y - 13 * u), (x + 6.5 * u, y, "c")]), k.sun)
        s.shade(smooth([(x - 6.5 * u, y, "c"), (x - 6.5 * u, y - 13 * u), (x - 3 * u, y - 18 * u, "c"), (x - 12 * u, y - 14 * u, "c"), (x - 12 * u,
            y + 3 * u, "c")]), k.red, 1.6 * u, 0)
    elif kind == 2:      # a gable
        s.shade(poly([(x - 8 * u, y), (x - 8 * u, y - 11 * u), (x - 5 * u, y - 11 * u), (x - 5 * u, y - 14 * u), (x - 2.4 * u, y - 14 * u),
            (x - 2.4 * u, y - 17 * u), (x + 2.4 * u, y - 17 * u),
                      (x + 2.4 * u, y - 14 * u), (x + 5 * u, y - 14 * u), (x + 5 * u, y - 11 * u), (x + 8 * u, y - 11 * u), (x + 8 * u, y)]),
                          k.coral, -2.4 * u, 0)
        for dx in (-4.6, 1.6):
            for dy in (-9.4, -4.8):
                s.fill(box(x + dx * u, y + dy * u, 3 * u, 3.2 * u), k.deep if dx + dy > -9 else k.sun)
    elif kind == 3:      # a cup
        s.shade(smooth([(x - 7 * u, y - 10 * u, "c"), (x + 7 * u, y - 10 * u, "c"), (x + 6 * u, y - 4 * u), (x + 3 * u, y, "c"), (x - 3 * u, y, "c"),
            (x - 6 * u, y - 4 * u)]), k.sand, -2.4 * u, 0)
        s.fill(ribbon([(x + 6.4 * u, y - 8 * u), (x + 10 * u, y - 7.4 * u), (x + 9.4 * u, y - 3.6 * u), (x + 5.4 * u, y - 3.2 * u)], [.8 * u] * 4),
            k.sand)
        for dx in (-2.2, 2):
            s.fill(ribbon([(x + dx * u, y - 12 * u), (x + (dx + 1.2) * u, y - 14.4 * u), (x + (dx - .6) * u, y - 16.6 * u), (x + (dx + .8) * u,
                y - 19 * u)], [.3 * u, .5 * u, .45 * u, .1 * u]), k.sea)
    else:                # a spool
        s.fill(box(x - 6 * u, y - 17 * u, 12 * u, 2.6 * u), k.sun)
        s.fill(box(x - 6 * u, y - 2.6 * u, 12 * u, 2.6 * u), k.sun)
        s.shade(box(x - 4.4 * u, y - 14.4 * u, 8.8 * u, 11.8 * u), k.red, -2.2 * u, 0)
        for i in range(5):
            s.fill(ribbon([(x - 4.4 * u, y - 13 * u + i * 2.2 * u), (x + 4.4 * u, y - 12.4 * u + i * 2.2 * u)], [.22 * u] * 2), k.wine)


def main() -> None:
    for name, size, draw, title in (("vignet-draad", (240, 240), needle, "Garenklos en naald"), ("vignet-stem", (240, 240), voice, "Microfoon"),
        ("vignet-deur", (240, 240), door, "Huis met open deur"),
                                    ("vignet-stap", (240, 180), walkers, "Drie wandelaars"), ("rode-draad", (600, 64), ornament, "Rode draad"),
                                        ("schutblad", (216, 303), endpaper, "Schutblad"), ("schutblad-dag", (216, 303), endpaper_by_day, "Schutblad bij dag"), ("blad", (216, 303), leaf,
                                            "Drie wandelaars op de rode draad")):
        s = Sheet(*size, paper=PAPER if name == "blad" else (1, 1, 1))
        draw(s)
        print(f"{name}.svg  {s.save(OUT / f'{name}.svg', title) / 1000:.0f} kB")


if __name__ == "__main__":
    main()

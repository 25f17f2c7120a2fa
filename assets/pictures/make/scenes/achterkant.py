"""Back cover: the red line comes in from the left and runs on to the cover; the last walkers, one with a bicycle."""
import math

import inks as k
import skia
from figure import person
from paths import ell
from plates import SCREEN, Plates
from scenes.omslag import LINE, backdrop
from thread import RED, thread

SIZE = (1000, 1403)
SCALE = 2.6


def bicycle(p: Plates, x: float, y: float, r: float, ink: k.Ink, only: k.Ink | None = None) -> None:
    """`only`: one colour for all of it, as for its shadow."""
    def line(points: list[tuple[float, float]], width: float, colour: k.Ink) -> None:
        p.line([(x + a * r, y - r - b * r) for a, b in points], only or colour, width)
    for a in (0, 2.75):
        p.line(ell(x + a * r, y - r, r), only or k.dark, r * .085)
        if not only:
            p.line(ell(x + a * r, y - r, r * .9), k.sun, r * .03)
        for i in range(6):
            c, s = math.cos(i * math.pi / 6), math.sin(i * math.pi / 6)
            p.line([(x + (a - c * .9) * r, y - r - s * .9 * r), (x + (a + c * .9) * r, y - r + s * .9 * r)], only or k.dark, r * .018)
    line([(0, 0), (.75, 1.15), (1.1, 0), (0, 0)], r * .09, ink)
    line([(.75, 1.15), (2.35, 1.20), (1.1, 0)], r * .09, ink)
    line([(2.75, 0), (2.30, 1.50)], r * .09, ink)
    line([(.70, 1.15), (.62, 1.42)], r * .08, k.dark)
    line([(.36, 1.46), (.88, 1.46)], r * .15, k.dark)
    line([(2.05, 1.70), (2.30, 1.52), (2.44, 1.66)], r * .08, k.dark)


def shade(p: Plates, x: float, y: float, dx: float, dy: float) -> None:
    """The shadow of the bicycle: as that of people (Figure.shadow), and in their colour."""
    m = skia.Matrix()
    m.setAll(1, -dx, dx * y, 0, -dy, y + dy * y, 0, 0, 1)
    with p.layer(SCREEN), p.moved(m):
        bicycle(p, x, y, 64, RED, (.70, .22, .05))


def draw(p: Plates) -> None:
    backdrop(p, -700)
    people = [
        person("side", top="coat", ink=k.wine, hair="bob", fem=True, walk=.8, skin=k.SKINS[1], hc=k.HAIRS[4], legink=k.deep, right=(.17,
            -.56)).place(150, 884, 306),
        person("side", top="jacket", ink=k.teal, hair="turban-beard", cloth=k.honey, walk=-.8, skin=k.SKINS[3], legink=k.umber, left=(.25, -.515),
            right=(.235, -.505)).place(420, 884, 334),
        person("side", top="jacket", ink=k.honey, hair="pony", fem=True, walk=.95, child=.75, skin=k.SKINS[3], legink=RED, bag="pack",
            bagink=k.deep).place(700, 892, 200),
        person("side", top="long", ink=k.coral, hair="hijab", cloth=k.deep, fem=True, walk=.8, skin=k.SKINS[2], legink=k.wine, left=(.20,
            -.50)).place(792, 884, 302),
        person("side", top="jacket", ink=k.ochre, hair="curly", walk=-.85, skin=k.SKINS[5], legink=k.teal, bag="pack", bagink=RED).place(930, 886,
            344),
    ]
    for f in people:
        f.shadow(p, (f.x - 1560) / 1400 * .9, .92, (.70, .22, .05))
    shade(p, 366, 892, (454 - 1560) / 1400 * .9, .92)
    thread(p, [(250, LINE), (500, LINE), (750, LINE)], 13)
    for f in people:
        if f.x == 420:
            bicycle(p, 366, 892, 64, RED)
        f.draw(p, (.9, -.42), shade=(.8, .34, 0), rim=(0, .10, .62))

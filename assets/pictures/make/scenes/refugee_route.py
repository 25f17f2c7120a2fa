"""Figure: a group follows a guide over a square of gables in Brussels; the route is a red line with its stops."""
import inks as k
import numpy as np
from figure import person
from paths import course, ell, poly, rect, ribbon, smooth
from people import anyone
from plates import Plates
from skyline import gable, towers
from thread import RED, thread

SIZE = (1400, 1000)
SCALE = 1.83
HORIZON = 540
SHADE = (.75, .32, .05)


def draw(p: Plates) -> None:
    p.ground([(0, (.60, .01, .04)), (.3, (.28, .02, .08)), (.56, (.03, .10, .30)), (1, (.1, .2, .5))])
    for x, y, w in ((240, 110, 240), (980, 84, 220), (1240, 180, 160)):
        p.lift(ribbon([(x - w / 2, y), (x, y - 8), (x + w / 2, y)], [3, 15, 3]), (.4, .5, .5))
    spire(p)
    towers(p, 40, 560, .9, (.36, .20, .22))
    square(p)
    houses(p)
    route = [(120, 640), (250, 690), (330, 770), (470, 850), (700, 880), (900, 836), (1010, 752), (1130, 690), (1260, 648)]
    thread(p, route, 15)
    c = course(route, 10)
    for i in (4, 30, 58, 79):
        x, y = c[min(i, len(c) - 1)]
        p.fill(ell(x, y, 23, 12), RED)
        p.fill(ell(x, y, 13, 6.5), k.white)
    group(p)


def spire(p: Plates) -> None:
    """The tower of the town hall."""
    x, b, ink = 812, 580, (.44, .26, .26)
    p.fill(poly([(x - 44, b), (x - 44, 330), (x - 38, 322), (x - 38, 236), (x - 28, 226), (x - 24, 168), (x - 14, 158), (x - 3, 40), (x + 3, 40),
        (x + 14, 158), (x + 24, 168), (x + 28, 226), (x + 38, 236),
                 (x + 38, 322), (x + 44, 330), (x + 44, b)]), ink)
    p.over(poly([(x, 40), (x + 3, 40), (x + 14, 158), (x + 24, 168), (x + 28, 226), (x + 38, 236), (x + 38, 322), (x + 44, 330), (x + 44, b), (x,
        b)]), (.3, .1, 0))
    for y in (250, 290, 350, 400):
        for dx in (-16, 6):
            p.fill(smooth([(x + dx, y + 30, "c"), (x + dx, y + 8), (x + dx + 5, y), (x + dx + 10, y + 8), (x + dx + 10, y + 30, "c")]), (.8, .5, .2))


def houses(p: Plates) -> None:
    row = ((-30, 132, 250, 2, k.brick), (102, 112, 300, 0, k.ochre), (214, 120, 236, 1, k.teal), (334, 108, 316, 0, k.coral), (442, 126, 262, 2,
        k.sand), (568, 104, 292, 0, k.wine), (672, 90, 226, 1, k.honey))
    for i, (x, w, h, kind, ink) in enumerate(row):
        gable(p, x, 612, w, h, kind, ink, k.deep if i % 2 else (.95, .55, .2), 4, (i + 1,) if i % 2 else (5,))
        p.over(rect(x + w - 10, 612 - h, 10, h), (.35, .12, 0))
        p.fill(rect(x + 14, 548, w - 28, 64), k.dark)
        p.fill(rect(x + 20, 556, w * .38, 56), (0, .16, .85))
        for j in range(5):
            a, b = x + 8 + j * (w - 16) / 5, x + 8 + (j + 1) * (w - 16) / 5
            p.fill(poly([(a + 3, 530), (b + 1, 530), (b, 556), (a, 556)]), (RED, k.sand)[(j + i) % 2])
    right = ((900, 118, 232, 0, k.plum), (1018, 108, 286, 2, k.coral), (1126, 128, 250, 1, k.ochre), (1254, 116, 320, 0, k.brick), (1370, 90, 260, 2,
        k.teal))
    for i, (x, w, h, kind, ink) in enumerate(right):
        gable(p, x, 612, w, h, kind, ink, (.95, .55, .2) if i % 2 else k.deep, 4, (2,) if i % 2 == 0 else (3, 6))
        p.over(rect(x, 612 - h, w, h), (.34, .12, 0))
        p.fill(rect(x + 14, 548, w - 28, 64), k.dark)
        p.fill(rect(x + 20, 556, w * .34, 56), (0, .22, .85))


def square(p: Plates) -> None:
    p.grad(rect(-5, 575, 1410, 440), (0, 600), (0, 1000), [(0, (.10, .16, .36)), (.5, (.06, .22, .50)), (1, (.28, .32, .50))])
    r = np.random.default_rng(2)
    y, n = 618., 0
    while y < 1000:      # cobbles in perspective
        h = (y - HORIZON) * .060
        w = h * 3.4
        x = -w * (.5 if n % 2 else 0)
        while x < 1400:
            if r.random() < .30:
                p.over(ell(x + w / 2, y + h / 2, w * .44, h * .38), (float(r.uniform(.08, .26)), .08, .05))
            x += w
        y += h
        n += 1
    # the long shadow of the houses on the right
    p.over(poly([(900, 612), (1420, 612), (1420, 700), (1180, 676), (1100, 690), (1040, 660), (960, 664), (900, 640)]), (.5, .18, .05), 3)


def group(p: Plates) -> None:
    guide = person("front", top="coat", ink=RED, hair="curly", fem=True, skin=k.SKINS[4], legink=k.deep, right=(.17, -1.10), left=(-.22, -.62),
        tilt=-5, weight=-1, bag="shoulder", bagink=k.sun).place(420, 906, 400)
    people = [
        (574, 790, "back", 1, dict(hair="hat", cloth=k.sand, top="jacket", ink=k.deep, fem=True)), (664, 802, "back", 1,
            dict(hair="short", top="jacket", ink=k.honey, bag="pack", bagink=k.teal)),
        (752, 786, "back", 1, dict(hair="hijab", cloth=k.coral, top="long", ink=k.teal, fem=True)), (838, 806, "side", -1,
            dict(hair="beard", top="parka", ink=k.ochre)),
        (620, 902, "back", 1, dict(hair="bun", top="coat", ink=k.plum, fem=True)), (722, 920, "back", 1, dict(hair="beanie", cloth=k.red,
            top="parka", ink=k.teal, bag="pack", bagink=k.honey)),
        (822, 906, "side", -1, dict(hair="long", top="coat", ink=k.coral, fem=True, hc=k.HAIRS[2])), (936, 934, "side", -1,
            dict(hair="turban-beard", cloth=k.deep, top="jacket", ink=k.sand)),
        (890, 852, "back", 1, dict(hair="bald", top="jacket", ink=k.wine)),
    ]
    figures = [(906, guide)]
    for i, (x, y, view, flip, d) in enumerate(people):
        f = anyone(210 + i, view, skin=k.SKINS[(i * 4 + 1) % 6], walk=0., skirt=False, pattern=None, **{"bag": None, "fem": False, **d}).place(x, y,
            (y - HORIZON) * 1.075, flip)
        figures.append((y, f))
    kid = anyone(77, "back", child=.75, top="jacket", ink=k.sun, hair="pony", fem=True, bag="pack", bagink=k.red, walk=0., skirt=False,
        pattern=None).place(540, 930, 250)
    figures.append((930, kid))
    for _, f in figures:
        f.shadow(p, .85, .12, (.5, .18, .05), 2)
    for _, f in sorted(figures, key=lambda q: q[0]):
        f.draw(p, (-1, -.5), shade=SHADE, rim=(0, .02, .30))
    # the guide's folded map
    x, y = 328, 664
    for i in range(3):
        p.fill(poly([(x - 34 + i * 24, y + (6 if i % 2 else 0)), (x - 10 + i * 24, y + (0 if i % 2 else 6)), (x - 10 + i * 24,
            y + (56 if i % 2 == 0 else 50)), (x - 34 + i * 24, y + (50 if i % 2 == 0 else 56))]),
               k.white if i % 2 else k.mist)
    p.line(smooth([(x - 28, y + 40), (x - 8, y + 22), (x + 8, y + 34), (x + 30, y + 16)], False), RED, 3.5)

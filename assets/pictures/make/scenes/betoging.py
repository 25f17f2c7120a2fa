"""Picture page: a demonstration comes up the street towards us; placards; one long red ribbon is carried in front."""
import inks as k
import numpy as np
from paths import ell, poly, rect, ribbon
from people import anyone
from plates import Plates
from props import placard
from space import Camera
from thread import RED, thread

SIZE = (1000, 1403)
SCALE = 2.6
CAM = Camera(520, 610, 820)


def draw(p: Plates) -> None:
    p.ground([(0, (.62, .02, .05)), (.18, (.34, .03, .08)), (.34, (.06, .10, .34)), (.44, (0, .24, .75)), (1, (.1, .3, .6))])
    p.fill(ell(520, 540, 118), (0, .02, .5))
    p.glow(520, 540, 420, [(0, (0, .10, .5)), (.5, (0, .05, .2)), (1, (0, 0, 0))])
    street(p)
    rows = ((118, 20, .78), (164, 15, .62), (226, 11, .42), (310, 8, .22))
    for n, (h, count, t) in enumerate(rows):
        y = 610 + h * .94
        wide = 350 + h * 1.25
        if n == 1:
            placard(p, 836, 318, 216, 116, [("HUMAN", 66)], RED, k.sand, 5, 260)
            placard(p, 306, 470, 92, 60, [("WELKOM", 22)], k.sand, k.deep, -6, 120)
        if n == 2:
            placard(p, 742, 470, 184, 108, [("GEEN MENSEN", 30), ("OP STRAAT", 36)], k.honey, k.dark, 4, 220)
        if n == 3:
            placard(p, 560, 536, 168, 104, [("120.457", 44), ("PUSHBACKS", 30)], k.teal, k.sand, -3, 210)
        r = np.random.default_rng(n + 5)
        for i in range(count):
            x = 520 + ((i + .5) / count - .5) * 2 * wide * .62 + float(r.uniform(-.2, .2)) * h * .3
            hh = h * float(r.uniform(.90, 1.04))
            up = i % 3 == (n % 3)
            f = anyone(100 + n * 31 + i, "front", bag=None, right=(.13 + .04 * (i % 2), -1.08) if up else None, left="down").place(x,
                y + float(r.uniform(-.03, .03)) * h, hh)
            f.draw(p, (.3, -1), shade=(.8, .36, .06), rim=(0, .04, .5), far=(.30, .40, .50), t=t)
    placard(p, 262, 400, 372, 232, [("PUSHBACKS =", 54), ("RACISME", 80), ("AAN DE GRENS", 46)], k.white, k.dark, -4, 420)
    front(p)


def street(p: Plates) -> None:
    inks = ((.50, .60, .40), (.66, .44, .22), (.36, .62, .50), (.58, .30, .30), (.44, .70, .40))
    for side in (-1, 1):
        x = side * 5.4
        z = 26.
        for i in range(7):
            width = (4.4, 3.6, 4.0, 3.2, 4.4, 3.8, 3.4)[i]
            near = max(z - width, 2.2)
            top = (9.5, 11.5, 8.8, 12.5, 10.5, 11.8, 13)[(i + (side > 0) * 3) % 7]
            t = max(0, min(.85, (z - 5) / 22))
            ink = k.mix(inks[(i * 2 + (side > 0)) % 5], (.16, .30, .55), t)
            p.fill(CAM.wall(x, z, x, near, 0, top), ink)
            p.over(CAM.wall(x, z, x, near, top - .5, top - .3), (.4, .1, 0))
            for floor in range(1, 5):
                if floor * 2.7 + 1.8 > top - .5:
                    break
                for j in range(2):
                    a = near + (z - near) * (.16 + j * .42)
                    b = a + (z - near) * .26
                    p.fill(CAM.wall(x, a, x, b, floor * 2.7 + .1, floor * 2.7 + 1.8), k.mix((.92, .40, .14), (.16, .30, .55),
                        t) if (i + j + floor) % 4 else k.mix(k.sun, k.straw, t))
            p.over(CAM.wall(x, z, x, near, 0, 2.5), (.35, .1, 0))
            z = near
            if z <= 2.3:
                break
    p.grad(poly([(300, 620), (740, 620), (1100, 1420), (-100, 1420)]), (0, 620), (0, 1403), [(0, (.1, .4, .7)), (1, (.8, .4, .2))])
    for q, drop in (((-5.4, 7.6, 12), 1.1), ((-5.4, 6.6, 7), .9)):
        x, y, z = q
        line = [CAM.at(x + (10.8) * t, y - drop * 4 * t * (1 - t), z) for t in np.linspace(0, 1, 15)]
        p.line(line, k.dark, 2)
        for i, (a, b) in enumerate(line[1:-1]):
            s = 300 / z
            p.fill(poly([(a - s * .4, b), (a + s * .4, b), (a, b + s)]), (RED, k.honey, k.teal)[i % 3])


def front(p: Plates) -> None:
    who = (
        (60, 1330, 690, dict(hair="beard", top="parka", ink=k.ochre, skin=k.SKINS[3], legink=k.deep, fem=False)),
        (232, 1312, 640, dict(hair="hijab", cloth=k.red, top="coat", ink=k.deep, skin=k.SKINS[2], fem=True, skirt=False, legink=k.umber)),
        (408, 1330, 700, dict(hair="curly", top="jacket", ink=k.coral, skin=k.SKINS[5], fem=True, skirt=False, legs="wide", legink=k.teal)),
        (574, 1310, 660, dict(hair="short", top="jacket", ink=k.teal, skin=k.SKINS[1], hc=k.HAIRS[4], fem=False, legink=k.wine)),
        (750, 1330, 690, dict(hair="bob", top="long", ink=k.honey, skin=k.SKINS[0], hc=k.HAIRS[2], fem=True, skirt=False, legink=k.deep)),
        (930, 1318, 710, dict(hair="turban-beard", cloth=k.coral, top="jacket", ink=k.plum, skin=k.SKINS[3], fem=False, legink=k.umber)),
    )
    figures = []
    for i, (x, yy, hh, d) in enumerate(who):
        v = (870 - yy) / hh
        f = anyone(300 + i, "front", bag=None, pattern=None, left=(-.17, v - .006), right=(.17, v - .006), weight=(-1) ** i, fist=True, **d).place(x,
            yy, hh)
        figures.append(f)
        f.shadow(p, (x - 520) / 2200, .16, (.6, .22, .05), 3)
    for f in figures:
        f.draw(p, (.25, -1), shade=(.85, .38, .06), rim=(0, .05, .55))
    thread(p, [(150, 874), (320, 866), (490, 876), (660, 866), (840, 875)], 30)
    for x in (110, 285, 455, 620, 800):
        p.over(ribbon([(x, 856), (x + 6, 884)], [1.5, 3]), (.6, .2, 0))
    # the hands close over the ribbon
    for f, (_x, _y, hh, d) in zip(figures, who, strict=True):
        for s in (-1, 1):
            hx = f.x + s * .175 * hh
            p.fill(ribbon([(hx - 12, 868), (hx + 12, 868)], [17, 17]), d["skin"])
            for j in range(3):
                p.over(rect(hx - 12 + j * 10, 858, 2, 24), (.35, .2, .1))

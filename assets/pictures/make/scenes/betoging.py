"""Picture page: a demonstration comes up the street towards us; placards; one long red ribbon is carried in front."""
import inks as k
import numpy as np
import skia
from figure import Figure, Part, weave
from paths import Point, ell, moved, poly, ribbon, smooth
from people import anyone
from plates import Plates
from props import placard
from space import Camera
from thread import PAGE_HEIGHT, RED, thread

SIZE = (1000, 1403)
SCALE = 2.6
CAM = Camera(520, 610, 820)
LINE_Y = 1403 * PAGE_HEIGHT
SRC_OVER = skia.BlendMode.kSrcOver


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
            placard(p, 846, 300, 216, 116, [("HUMAN", 66)], RED, k.sand, 5, 260)
            placard(p, 388, 548, 92, 56, [("WELKOM", 22)], k.sand, k.deep, -6, 120)
        if n == 2:
            placard(p, 752, 438, 184, 108, [("GEEN MENSEN", 30), ("OP STRAAT", 36)], k.honey, k.dark, 4, 220)
        if n == 3:
            placard(p, 560, 452, 168, 104, [("120.457", 44), ("PUSHBACKS", 30)], k.teal, k.sand, -3, 210)
        r = np.random.default_rng(n + 5)
        for i in range(count):
            x = 520 + ((i + .5) / count - .5) * 2 * wide * .62 + float(r.uniform(-.2, .2)) * h * .3
            hh = h * float(r.uniform(.90, 1.04))
            up = i % 3 == (n % 3)
            f = anyone(100 + n * 31 + i, "front", bag=None, right=(.13 + .04 * (i % 2), -1.08) if up else None, left="down").place(x,
                y + float(r.uniform(-.03, .03)) * h, hh)
            f.draw(p, (.3, -1), shade=(.8, .36, .06), rim=(0, .04, .5), far=(.30, .40, .50), t=t)
    placard(p, 254, 372, 372, 232, [("PUSHBACKS =", 54), ("RACISME", 80), ("AAN DE GRENS", 46)], k.white, k.dark, -4, 420)
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


WAIST = .575
"""How high the ribbon is carried, in parts of a grown-up's height."""


def front(p: Plates) -> None:
    who = (
        (84, 730, dict(hair="beard", top="parka", ink=k.ochre, skin=k.SKINS[3], legink=k.deep, fem=False, look="side", weight=-1)),
        (293, 690, dict(hair="hijab", cloth=k.red, top="jacket", ink=k.deep, skin=k.SKINS[2], fem=True, skirt=True, legink=k.plum, weight=1)),
        (500, 772, dict(hair="curly", top="shirt", ink=k.coral, skin=k.SKINS[5], fem=True, skirt=False, legs="trousers", legink=k.teal, weight=-1,
            pattern=("stripe", k.sand, .034))),
        (706, 716, dict(hair="short", top="coat", ink=k.teal, skin=k.SKINS[1], hc=k.HAIRS[4], fem=False, legink=k.umber, weight=1, look="side",
            lookflip=-1)),
        (914, 742, dict(hair="bob", top="long", ink=k.honey, skin=k.SKINS[0], hc=k.HAIRS[2], fem=True, skirt=False, legink=k.wine, weight=-1)),
    )
    line = LINE_Y
    figures = []
    for i, (x, hh, d) in enumerate(who):
        given = dict(bag=None, pattern=None, left="hide", right="hide", walk=(.5, -.6, .55, -.5, .6)[i], tilt=(0, 3, -2, 0, 2)[i])
        f = anyone(300 + i, "front", **(given | d)).place(x, line + WAIST * hh, hh)
        figures.append(f)
        f.shadow(p, (x - 520) / 1500, .30, (.6, .22, .05), 3)
    for f in figures:
        f.draw(p, (.25, -1), shade=(.85, .38, .06), rim=(0, .05, .55))
    grips = [(f.x + s * .082 * f.h, line - 3 + (i % 2) * 6) for i, f in enumerate(figures) for s in (-1, 1)]
    for f, (_x, hh, d) in zip(figures, who, strict=True):
        for s in (-1, 1):
            sleeve(p, f, s, (f.x + s * .082 * hh, line), d)
    sags = [(a + b) / 2 for (a, _), (b, _) in zip(grips[1::2], grips[2::2], strict=False)]
    thread(p, sorted([*grips, *((x, line + 9) for x in sags)]), 30)
    for (x, y), n in zip(grips, range(len(grips)), strict=True):
        fist(p, x, y, -1 if n % 2 else 1, figures[n // 2].h, who[n // 2][2]["skin"])


def sleeve(p: Plates, f: Figure, s: int, grip: Point, d: dict) -> None:
    """An arm that hangs to its elbow, and the forearm that comes forward to the ribbon."""
    h = f.h
    wide = (.104 if not d["fem"] else .098) * h
    shoulder = (f.x + s * wide, f.y - .765 * h)
    elbow = (f.x + s * (wide + .047 * h), f.y - .622 * h)
    wrist = (grip[0] + s * .020 * h, grip[1] - .030 * h)
    loose = 1.12 if d["top"] in ("coat", "long", "parka") else 1
    arm = ribbon([shoulder, elbow, wrist], [.036 * h * loose, .037 * h * loose, .027 * h * loose], (False, True), tension=.3)
    p.fill(arm, d["ink"])
    if d.get("pattern"):
        weave(p, Part(arm, d["ink"], 1, d["pattern"]), h, None, 0)
    p.crescent([arm], .006 * h, -.012 * h, (.50, .22, .04))
    p.crescent([arm], -.002 * h, .0065 * h, (0, .05, .55), SRC_OVER)
    cuff = ribbon([(wrist[0] + s * .010 * h, wrist[1] - .004 * h), (wrist[0] - s * .004 * h, wrist[1] + .003 * h)], [.029 * h * loose] * 2, (True, True))
    p.fill(cuff, k.darker(d["ink"], .3))


def fist(p: Plates, x: float, y: float, s: int, h: float, skin: k.Ink) -> None:
    """A hand that has closed over the ribbon: the back of it, four fingers, and the thumb on the inner side (`s`)."""
    u = h / 740
    back = smooth([(x - 21 * u, y - 8 * u), (x - 17 * u, y - 21 * u), (x, y - 25 * u), (x + 17 * u, y - 21 * u), (x + 21 * u, y - 8 * u), (x + 19 * u, y + 4 * u),
        (x - 19 * u, y + 4 * u)])
    p.over(moved(back, skia.Matrix.Translate(3 * u, 7 * u)), (.35, .20, .06), 2)
    for j in range(4):
        fx = x + (j - 1.5) * 10.2 * u
        low = y + (12.5, 15.5, 15, 11)[j if s > 0 else 3 - j] * u
        finger = ribbon([(fx, y - 9 * u), (fx, low)], [6.1 * u, 5.3 * u])
        p.over(moved(finger, skia.Matrix.Translate(2.5 * u, 4 * u)), (.30, .18, .05), 1.5)
        p.fill(finger, skin)
        p.crescent([finger], -2.2 * u, -1.2 * u, (.40, .24, .08))
    p.fill(back, skin)
    p.crescent([back], -3 * u, -4 * u, (.22, .12, .04))
    p.crescent([back], 1 * u, 3.4 * u, (0, .06, .45), SRC_OVER)
    thumb = ribbon([(x + s * 15 * u, y - 12 * u), (x + s * 25 * u, y - 3 * u), (x + s * 27 * u, y + 7 * u)], [7.5 * u, 6.4 * u, 5.2 * u])
    p.fill(thumb, k.darker(skin, .06))
    p.crescent([thumb], -2 * u, -2 * u, (.36, .2, .06))

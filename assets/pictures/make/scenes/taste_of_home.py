"""Figure: a long shared table from above; dishes from many kitchens, hands that pass them."""
import inks as k
import numpy as np
from hands import arm
from inks import Ink
from paths import ell, poly, rect, ribbon, shifted, smooth
from plates import Plates
from thread import RED, thread

SIZE = (1400, 1000)
SCALE = 2.2
SHADE: Ink = (.55, .2, .05)


def draw(p: Plates) -> None:
    p.ground([(0, (.96, .10, .06)), (1, (1, .16, .06))])
    # the cloth's weave, the runner and the line in it
    for x in range(0, 1401, 28):
        p.over(rect(x, -5, 9, 1010), (0, .12, .03))
    for y in range(0, 1001, 28):
        p.over(rect(-5, y, 1410, 9), (0, .12, .03))
    p.fill(rect(-5, 505, 1410, 230), k.sand)
    for i in range(71):
        x = i * 20 - 5
        p.fill(poly([(x, 520), (x + 10, 536), (x + 20, 520)]), k.teal)
        p.fill(poly([(x, 720), (x + 10, 704), (x + 20, 720)]), k.teal)
    thread(p, [(400, 620), (900, 620)], 16)
    for x, y, r, food in DISHES:
        dish(p, x, y, r, food)
    for x, y, ink in ((250, 372, k.honey), (560, 246, k.honey), (890, 330, k.brick), (1176, 800, k.honey), (470, 856, k.brick), (818, 884, k.honey),
        (90, 560, k.brick), (1330, 480, k.honey)):
        glass(p, x, y, 34, ink)
    spoons(p)
    hands_in(p)


DISHES = ((700, 500, 178, "rice"), (366, 560, 128, "stew"), (1030, 560, 134, "salad"), (196, 210, 112, "bread"), (470, 142, 92, "olives"), (760, 148,
    108, "dumplings"), (1060, 196, 118, "pomegranate"),
          (1310, 230, 96, "yoghurt"), (150, 800, 116, "dumplings"), (620, 846, 112, "greens"), (940, 824, 98, "dates"), (1292, 716, 118, "bread"),
              (360, 800, 78, "yoghurt"))


def dish(p: Plates, x: float, y: float, r: float, food: str) -> None:
    g = np.random.default_rng(int(x * 3 + y))
    p.over(ell(x + r * .12, y + r * .16, r * 1.01), SHADE, 3)
    rim = {"rice": k.sand, "stew": k.ochre, "salad": k.white, "bread": k.umber, "olives": k.honey, "dumplings": k.white, "pomegranate": k.sea,
        "yoghurt": k.coral, "greens": k.honey, "dates": k.sand}[food]
    p.fill(ell(x, y, r), rim)
    if food == "bread":
        p.fill(ell(x, y, r * .93), k.darker(k.umber, .2))
        for i, (dx, dy) in enumerate(((-.25, -.2), (.28, -.1), (-.02, .26))):
            q = ell(x + dx * r, y + dy * r, r * .56, r * .50, i * 40)
            p.over(ell(x + dx * r + 5, y + dy * r + 7, r * .56, r * .5, i * 40), SHADE)
            p.fill(q, (.04, .22, .62))
            with p.within(q):
                for _ in range(16):
                    p.fill(ell(x + dx * r + float(g.uniform(-.5, .5)) * r, y + dy * r + float(g.uniform(-.45, .45)) * r, float(g.uniform(3, 9)),
                        float(g.uniform(2, 6))), (.22, .5, .7))
            p.crescent([q], -6, -6, (.3, .3, .1))
        return
    for i in range(28):
        if food in ("rice", "dumplings", "dates"):
            a = i / 28 * 2 * np.pi
            p.fill(ell(x + np.cos(a) * r * .91, y + np.sin(a) * r * .91, r * .035), RED if i % 2 else k.teal)
    well = ell(x, y, r * .80)
    p.fill(well, {"rice": (0, .10, .70), "stew": (.05, .86, .62), "salad": (.45, .02, .70), "olives": (.4, .2, .6), "dumplings": k.sand,
        "pomegranate": k.white, "yoghurt": (.01, .01, .08),
                  "greens": (.86, .14, .72), "dates": k.white}[food])
    p.crescent([well], -r * .06, -r * .08, (.35, .12, .05))
    n = {"rice": 420, "stew": 40, "salad": 60, "olives": 34, "dumplings": 9, "pomegranate": 150, "yoghurt": 14, "greens": 60, "dates": 18}[food]
    for i in range(n):
        a, d = float(g.uniform(0, 6.283)), float(np.sqrt(g.uniform(0, 1))) * r * .70
        px, py, t = x + np.cos(a) * d, y + np.sin(a) * d, float(g.uniform(0, 180))
        match food:
            case "rice":
                p.fill(ell(px, py, r * .036, r * .012, t), ((.0, .02, .25), (.02, .2, .9), (0, .05, .5))[i % 3])
                if i % 24 == 0:
                    p.fill(ell(px, py, r * .05), (RED, k.moss, k.umber)[i // 24 % 3])
            case "stew":
                q = ell(px, py, r * float(g.uniform(.06, .12)), r * float(g.uniform(.05, .09)), t)
                p.fill(q, ((.3, .7, .6), (.05, .45, .9), (.62, .1, .75), (.2, .95, .6))[i % 4])
                p.crescent([q], -3, -3, (.4, .2, 0))
            case "salad":
                if i % 3 == 0:
                    q = ell(px, py, r * .13, r * .08, t)
                    p.fill(q, (.72, .03, .75))
                elif i % 3 == 1:
                    q = ell(px, py, r * .085)
                    p.fill(q, RED)
                    p.fill(ell(px, py, r * .05), (0, .62, .4))
                else:
                    p.fill(rect(px, py, r * .10, r * .10, 3), (.18, .02, .35))
            case "olives":
                q = ell(px, py, r * .10, r * .085, t)
                p.fill(q, (k.pine, k.plum, k.moss)[i % 3])
                p.fill(ell(px + 2, py + 1, r * .025), k.straw)
            case "dumplings":
                a = i / 8 * 6.283
                px, py = (x + np.cos(a) * r * .50, y + np.sin(a) * r * .50) if i < 8 else (x, y)
                q = ell(px, py, r * .19, r * .165, i * 45)
                p.over(ell(px + 4, py + 6, r * .19, r * .165, i * 45), SHADE)
                p.fill(q, (.02, .14, .34))
                for s in range(5):
                    p.over(ribbon([(px, py), (px + np.cos(s * 1.26 + a) * r * .16, py + np.sin(s * 1.26 + a) * r * .14)], [1, 2.5]), (.25, .3, .2))
                p.crescent([q], -4, -5, (.3, .2, .05))
            case "pomegranate":
                p.fill(ell(px, py, r * .055, r * .045, t), (RED, k.brick, k.red)[i % 3])
                p.fill(ell(px - 1.5, py - 1.5, r * .014), k.blush)
            case "yoghurt":
                if i < 6:
                    p.fill(ell(px * .6 + x * .4, py * .6 + y * .4, r * .05, r * .03, t), k.moss)
            case "greens":
                p.fill(smooth([(px, py), (px + r * .09, py - r * .05), (px + r * .18, py + r * .02), (px + r * .08, py + r * .05)]), ((.95, .3, .7),
                    (.6, .05, .8), (.75, .1, .7))[i % 3])
            case "dates":
                q = ell(px, py, r * .15, r * .085, t)
                p.fill(q, (k.umber, k.brick, k.wine)[i % 3])
                p.fill(ell(px - 3, py - 3, r * .05, r * .016, t), k.clay)
    if food == "yoghurt":
        p.line(smooth([(x - r * .3, y), (x, y - r * .28), (x + r * .3, y), (x, y + r * .2), (x - r * .1, y)], False), (.1, .1, .1), r * .05)


def glass(p: Plates, x: float, y: float, r: float, tea: Ink) -> None:
    p.over(ell(x + 8, y + 12, r * 1.3), SHADE, 2)
    p.fill(ell(x, y, r * 1.3), k.white)
    p.line(ell(x, y, r * 1.1), RED, 2.5)
    p.fill(ell(x, y, r * .82), (.1, .02, .05))
    p.fill(ell(x, y, r * .70), tea)
    p.crescent([ell(x, y, r * .70)], -6, -8, (.2, .5, .3))
    p.fill(ell(x - r * .25, y - r * .3, r * .13), k.straw)


def spoons(p: Plates) -> None:
    for x, y, a in ((560, 640, 60), (880, 640, 118), (500, 400, 20), (1190, 420, 100)):
        c, s = np.cos(np.radians(a)), np.sin(np.radians(a))
        p.over(ribbon([(x + 5, y + 7), (x + c * 90 + 5, y + s * 90 + 7)], [3.5, 5]), SHADE)
        p.fill(ribbon([(x, y), (x + c * 90, y + s * 90)], [3.5, 5]), k.sand)
        p.fill(ell(x - c * 16, y - s * 16, 22, 14, a), k.sand)
        p.crescent([ell(x - c * 16, y - s * 16, 22, 14, a)], -5, -4, (.3, .2, .2))


def hands_in(p: Plates) -> None:
    arms = (
        arm((446, 470), (240, -120), 118, k.SKINS[5], k.coral, bangles=k.sun, curl=.25),
        arm((610, 366), (800, -160), 112, k.SKINS[1], k.sand, pattern=("stripe", k.teal, .08), flip=-1, curl=.2),
        arm((1000, 450), (1210, -140), 122, k.SKINS[3], k.honey, flip=-1, curl=.15),
        arm((300, 690), (40, 1180), 120, k.SKINS[2], RED, curl=.2),
        arm((762, 700), (700, 1160), 116, k.SKINS[4], k.honey, pattern=("check", k.deep, .06), bare=.4, curl=.3),
        arm((1110, 680), (1180, 1180), 118, k.SKINS[0], k.sea, flip=-1, curl=.15),
        arm((230, 250), (-130, 60), 104, k.SKINS[3], k.plum, flip=-1, curl=.3),
        arm((1262, 620), (1520, 560), 104, k.SKINS[5], k.ochre, curl=.25),
    )
    for f in arms:
        with p.layer(blur=3):
            for part in f.parts:
                p.fill(shifted(part.path, 14, 20), SHADE)
        f.draw(p, (-.8, -1), shade=(.7, .3, .05), depth=.6)


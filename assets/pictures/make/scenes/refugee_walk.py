"""Figure across the page: a long procession follows a red path that winds through fields, on a summer morning."""
import inks as k
import numpy as np
from paths import course, ell, poly, rect, ribbon, smooth
from people import anyone
from plates import Plates
from skyline import poplar, tree
from thread import RED

SIZE = (1400, 1000)
SCALE = 2.6
HORIZON = 300
PATH = [(-120, 612), (0, 620), (150, 648), (300, 722), (470, 826), (690, 868), (900, 800), (1040, 700), (1180, 642), (1400, 620), (1500, 616)]


def half(y: float) -> float:
    return max(1, (y - HORIZON) * .055)


def draw(p: Plates) -> None:
    p.ground([(0, (.50, .01, .03)), (.14, (.26, .02, .05)), (.26, (.02, .10, .30)), (.31, (0, .18, .55)), (1, (.3, .1, .7))])
    p.fill(ell(1010, 262, 92), (0, .02, .55))
    p.glow(1010, 262, 460, [(0, (0, .10, .5)), (.6, (0, .03, .2)), (1, (0, 0, 0))])
    for x, y, w in ((180, 96, 210), (330, 130, 150), (690, 70, 240), (1240, 120, 170)):
        p.lift(ribbon([(x - w / 2, y), (x, y - 6), (x + w / 2, y)], [2, 13, 2]), (.45, .5, .5))
    p.fill(smooth([(-20, 318), (200, 286), (420, 300), (700, 278), (1000, 306), (1420, 284), (1420, 360, "c"), (-20, 360, "c")]), (.40, .18, .30))
    village(p)
    fields(p)
    # the way
    c = course(PATH, 20)
    left = [(x, y - half(y) * .55) for x, y in c]
    right = [(x, y + half(y) * .55) for x, y in c]
    p.over(poly([(x, y + 6) for x, y in left] + [(x, y + 12) for x, y in right[::-1]]), (.5, .2, .1), 4)
    p.fill(poly(left + right[::-1]), RED)
    walkers(p, c)
    near(p)


def village(p: Plates) -> None:
    far: k.Ink = (.62, .30, .36)
    for x, w, h in ((240, 46, 20), (282, 40, 26), (318, 52, 18), (372, 38, 24), (396, 44, 18)):
        p.fill(poly([(x, 330), (x, 330 - h), (x + w / 2, 330 - h * 1.9), (x + w, 330 - h), (x + w, 330)]), far)
    p.fill(poly([(350, 330), (350, 268), (359, 226), (368, 268), (368, 330)]), far)
    for i in range(16):
        poplar(p, 620 + i * 26, 332 + i * .6, 46 + (i * 7 % 11), (.70, .20, .50))


def fields(p: Plates) -> None:
    r = np.random.default_rng(3)
    plots = [
        ([(-20, 340), (260, 326), (330, 392), (-20, 430)], (.30, .05, .72)), ([(260, 326), (560, 324), (640, 384), (330, 392)], (.05, .16, .80)),
            ([(560, 324), (900, 330), (960, 388), (640, 384)], (.50, .04, .66)),
        ([(900, 330), (1420, 326), (1420, 410), (960, 388)], (.16, .08, .78)), ([(-20, 430), (330, 392), (420, 520), (-20, 590)], (.62, .06, .64)),
            ([(330, 392), (640, 384), (760, 500), (420, 520)], (.34, .06, .80)),
        ([(640, 384), (960, 388), (1080, 490), (760, 500)], (.03, .20, .86)), ([(960, 388), (1420, 410), (1420, 540), (1080, 490)], (.58, .06, .60)),
            ([(-20, 590), (420, 520), (560, 760), (200, 1010), (-20, 1010)], (.12, .22, .86)),
        ([(420, 520), (760, 500), (880, 640), (900, 1010), (200, 1010), (560, 760)], (.66, .08, .66)),
            ([(760, 500), (1080, 490), (1420, 660), (1420, 1010), (900, 1010), (880, 640)], (.30, .10, .84)),
        ([(1080, 490), (1420, 540), (1420, 680)], (.06, .24, .84))]
    for n, (pts, ink) in enumerate(plots):
        shape = poly(pts)
        p.fill(shape, ink)
        with p.within(shape):     # furrows run to one point far away
            vx = (200, 700, 1200)[n % 3]
            for i in range(-30, 31):
                if n % 4 == 3:
                    break
                x = vx + i * (26 + n * 4)
                p.over(ribbon([(vx + (x - vx) * .30, 320), (vx + (x - vx) * 4, 1020)], [.5, 5 + float(r.uniform(0, 3))]), (.20, .05, .12))
    for x, y, h in ((96, 470, 110), (1250, 452, 104), (1316, 470, 124), (500, 440, 74), (560, 448, 84)):
        p.over(ell(x - h * .4, y, h * .5, h * .07), (.5, .1, .1))
        tree(p, x, y, h, (.74, .10, .66), k.umber, int(x), 1)


def walkers(p: Plates, c: np.ndarray) -> None:
    steps = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(c, axis=0), axis=1))])
    at, n, placed = 40.0, 0, []
    r = np.random.default_rng(11)
    while at < steps[-1] - 60:
        x, y = np.interp(at, steps, c[:, 0]), np.interp(at, steps, c[:, 1])
        h = (y - HORIZON) * .40
        for lane in (-.32, .36):
            n += 1
            small = n % 9 == 4
            yy = y + lane * half(y) + float(r.uniform(-.1, .1)) * half(y)
            placed.append((x + float(r.uniform(-.12, .12)) * h + lane * 16, yy, h * (.62 if small else float(r.uniform(.92, 1.05))), n, small))
        at += h * float(r.uniform(.36, .50))
    for x, y, h, n, small in sorted(placed, key=lambda q: q[1]):
        t = max(0, min(.35, (720 - y) / 500))
        f = anyone(500 + n, "side", child=.75 if small else 0).place(x, y, h)
        f.shadow(p, -.75, .20, (.55, .18, .10))
        f.draw(p, (1, -.5), shade=(.75, .32, .06), rim=(0, .03, .40), far=(.2, .2, .5), t=t)


def near(p: Plates) -> None:
    r = np.random.default_rng(8)
    p.fill(smooth([(-20, 930), (200, 880), (420, 940), (700, 965), (1000, 925), (1420, 850), (1420, 1020, "c"), (-20, 1020, "c")]), (.95, .26, .50))
    for _ in range(120):
        x = float(r.uniform(-10, 1410))
        y = float(np.interp(x, [-20, 200, 420, 700, 1000, 1420], [930, 880, 940, 965, 925, 850])) + 26
        h = float(r.uniform(30, 88))
        dx = float(r.uniform(-14, 22))
        p.line(smooth([(x, y), (x + dx * .4, y - h * .6), (x + dx, y - h)], False), (.95, .26, .50), 2.6)
        if r.random() < .42:
            p.fill(ell(x + dx, y - h, float(r.uniform(5, 9)), float(r.uniform(4, 7))), (RED, k.sun, k.sand)[int(r.integers(3))])
    p.over(rect(-5, 975, 1410, 30), (.4, .2, .1), 8)

"""Figure: a speaker at a microphone before a full room; her voice is the red line."""
import math

import inks as k
import skia
from figure import person
from paths import ell, poly, rect, ribbon
from people import anyone
from plates import Plates

from thread import RED, thread

SIZE = (1400, 1000)
SCALE = 1.83
SHADE = (.85, .40, .06)


def draw(p: Plates) -> None:
    p.ground([(0, (1, .40, .10)), (.6, (.94, .24, .06)), (1, (.9, .2, .05))])
    # light from a high window falls on the speaker
    p.lift(poly([(1240, -20), (1420, -20), (1180, 800), (700, 800)]), (.62, .8, 1), 16)
    p.fill(ell(900, 440, 268), (0, .14, .86))
    p.crescent([ell(900, 440, 268)], 30, -10, (0, .62, .1))
    for x in (40, 190, 340):     # windows at the side, evening behind
        p.fill(rect(x, 90, 108, 330), k.dark)
        p.grad(rect(x + 9, 99, 90, 312), (0, 99), (0, 411), [(0, (.74, .05, .05)), (1, (.10, .34, .42))])
        p.line([(x + 54, 99), (x + 54, 411)], k.dark, 6)
        p.line([(x + 9, 230), (x + 99, 230)], k.dark, 6)
    # a low stage
    p.fill(poly([(560, 778), (1310, 778), (1380, 822), (490, 822)]), k.ochre)
    p.fill(poly([(490, 822), (1380, 822), (1380, 868), (490, 868)]), k.umber)
    p.over(ell(900, 800, 250, 20), (.5, .2, .05), 4)
    p.grad(rect(-5, 840, 1410, 180), (0, 840), (0, 1000), [(0, (1, .50, .14)), (1, (1, .62, .22))])
    voice = [(i * 22, 620 + math.sin(i * .9) * min(54, max(0, (i - 4) * 2.6)) * (1 if i < 32 else .8) - max(0, i - 18) ** 2 * .72) for i in range(1,
        35)]
    thread(p, [*voice, (776, 402), (824, 402)], 8, (True, False), tension=.5)
    speaker(p)
    audience(p)


def speaker(p: Plates) -> None:
    f = person("side", top="jacket", ink=RED, hair="hijab", cloth=k.sand, fem=True, skin=k.SKINS[3], legink=k.deep, legs="wide", left=(.24, -.90),
        right=(.19, -.63), lean=2, tilt=-5, pattern=None)
    g = f.place(912, 806, 506, -1)
    g.draw(p, (1, -.7), shade=SHADE, rim=(0, .02, .35))
    # microphone on its stand, cable away to the right
    p.line([(806, 806), (806, 470), (830, 424)], k.dark, 7)
    p.fill(ell(806, 808, 44, 9), k.dark)
    p.fill(ribbon([(826, 432), (844, 398)], [10, 13]), k.dark)
    p.fill(ell(846, 394, 15, 17, 28), (.5, .3, .25))
    thread(p, [(812, 806), (900, 824), (1040, 800), (1160, 812), (1260, 700), (1330, 626)], 6, (False, True))


def audience(p: Plates) -> None:
    rows = ((900, 330, 7, 70, 150), (1010, 420, 6, 20, 190), (1160, 560, 5, -40, 258))
    for n, (y, h, count, x0, gap) in enumerate(rows):
        t = (.30, .12, 0)[n]
        for i in range(count):
            x = x0 + i * gap * 1.06 + (n % 2) * 60
            if n == 0 and 700 < x < 980:
                y_ = y + 24
            else:
                y_ = y
            look = "side" if (i + n) % 4 == 1 else None
            f = anyone(900 + n * 20 + i, "back", sit=.28, bag=None, left="down", right="down" if (n, i) != (1, 1) else (.15, -1.04 + .235),
                skirt=False, top="jacket" if i % 2 else "shirt", look=look,
                       lookflip=1 if x < 850 else -1, weight=0., walk=0.)
            g = f.place(x, y_, h)
            g.draw(p, (.7, -1), shade=SHADE, rim=(0, .10, .62), far=(1, .40, .12), t=t)
            w = h * .30
            back = rect(x - w / 2, y_ - h * .50, w, h * .17, h * .03)
            p.fill(back, k.mix(k.umber, (1, .4, .1), t))
            p.crescent([back], -4, 5, (0, .30, .75), skia.BlendMode.kSrcOver) if n else None
            for s in (-1, 1):
                p.fill(rect(x + s * w * .42 - h * .012, y_ - h * .36, h * .024, h * .4), k.mix(k.dark, (1, .4, .1), t))
    p.lift(poly([(1240, -20), (1420, -20), (1180, 800), (700, 800)]), (.9, .95, 1), 18)



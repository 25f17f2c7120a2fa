"""Figure: a mother and her son hold each other on a platform; a train with a red line behind them."""
import inks as k
from figure import Figure, person
from paths import ell, poly, rect
from people import anyone
from plates import Plates
from props import suitcase
from thread import RED, thread

SIZE = (1400, 1000)
SCALE = 2.2


def draw(p: Plates) -> None:
    p.ground([(0, (.30, .06, .10)), (.3, (.04, .18, .45)), (.55, (0, .36, .80)), (1, (0, .3, .7))])
    p.fill(ell(470, 330, 150), (0, .02, .45))
    p.glow(470, 330, 560, [(0, (0, .08, .45)), (1, (0, 0, 0))])
    roof(p)
    train(p)
    # platform
    p.grad(rect(-5, 812, 1410, 200), (0, 812), (0, 1000), [(0, (.04, .34, .70)), (.4, (.20, .36, .56)), (1, (.74, .40, .26))])
    p.fill(rect(-5, 806, 1410, 14), k.sand)
    p.over(rect(-5, 818, 1410, 9), (.6, .2, 0))
    for x in range(-200, 1700, 92):
        p.line([(470 + (x - 470) * .72, 826), (470 + (x - 470) * 1.16, 1000)], (.40, .42, .5), 2)
    far = [(190, 834, 364, dict(hair="hat", cloth=k.ochre, ink=k.deep, top="coat", bag=None), 1), (1180, 832, 358,
        dict(hair="bun", fem=True, ink=k.teal, top="coat", bag="tote"), -1),
           (1290, 836, 372, dict(hair="short", fem=False, ink=k.wine, top="jacket", bag="pack"), -1)]
    for x, y, h, d, flip in far:
        f = anyone(x, "side", walk=.7, skirt=False, pattern=None, **d).place(x, y, h, flip)
        f.shadow(p, (x - 470) / 900, .34, (.5, .2, .05))
        f.draw(p, (470 - x, -200), shade=(.8, .4, .05), rim=(0, .05, .5), far=(.3, .36, .5), t=.35)
    pair(p)
    suitcase(p, 905, 946, 116, 170, k.ochre)


def roof(p: Plates) -> None:
    p.fill(poly([(-10, -10), (1410, -10), (1410, 96), (820, 150), (-10, 40)]), (1, .52, .16))
    with p.within(poly([(-10, -10), (1410, -10), (1410, 96), (820, 150), (-10, 40)])):
        for x in range(-60, 1500, 118):
            p.line([(470 + (x - 470) * .9, 140), (470 + (x - 470) * 1.6, -10)], (.70, .40, .20), 8, cap=False)
    p.line([(-10, 44), (820, 152), (1410, 98)], k.dark, 12)
    for x in (96, 1104):
        p.fill(rect(x - 13, 90, 26, 740), k.dark)
        p.fill(poly([(x - 13, 170), (x - 90, 80), (x - 66, 80), (x + 13, 150), (x + 66, 80), (x + 90, 80), (x + 13, 170)]), k.dark)
        p.fill(rect(x - 24, 786, 48, 30), k.dark)
    p.line([(1240, 100), (1240, 168)], k.dark, 6)
    p.fill(ell(1240, 216, 54), k.dark)
    p.fill(ell(1240, 216, 45), k.white)
    p.line([(1240, 216), (1240, 184)], k.dark, 6)
    p.line([(1240, 216), (1264, 232)], k.dark, 5)
    p.fill(ell(1240, 216, 5), RED)


def train(p: Plates) -> None:
    body = rect(-40, 400, 1480, 330, 18)
    p.grad(body, (0, 400), (0, 730), [(0, (.62, .04, .06)), (1, (.88, .12, .08))])
    p.fill(rect(-40, 388, 1480, 24), k.night)
    p.fill(rect(-40, 720, 1480, 92), (1, .66, .24))
    for x in range(60, 1500, 330):
        for a in (-38, 38):
            p.fill(ell(x + a, 782, 32), k.dark)
            p.fill(ell(x + a, 782, 14), (.7, .4, .2))
    for i in range(7):
        x = -20 + i * 214
        if i in (2, 5):       # doors
            p.fill(rect(x - 2, 424, 132, 376), k.sand if i == 2 else (.82, .14, .08))
            if i == 2:
                p.grad(rect(x + 8, 434, 112, 366), (0, 434), (0, 800), [(0, (0, .02, .45)), (1, (0, .16, .9))])
            else:
                p.fill(rect(x + 16, 448, 46, 150, 6), (0, .10, .75))
                p.fill(rect(x + 70, 448, 46, 150, 6), (0, .10, .75))
        else:
            p.fill(rect(x - 8, 444, 176, 136, 12), k.sand)
            p.grad(rect(x, 452, 160, 120, 8), (x, 452), (x + 160, 572), [(0, (0, .03, .5)), (1, (0, .18, .88))])
            if i in (1, 4, 6):
                with p.within(rect(x, 452, 160, 120, 8)):
                    f = anyone(i + 70, "side" if i != 4 else "front", bag=None, pattern=None).place(x + 70, 452 + 320, 290, -1)
                    f.draw(p, (0, -1), shade=(.5, .2, .05), far=(.5, .5, .5), t=.55)
    thread(p, [(300, 620), (700, 620), (1100, 620)], 22)


def pair(p: Plates) -> None:
    x, y, h = 640, 948, 640
    son = person("side", top="jacket", ink=k.honey, hair="short", skin=k.SKINS[3], legink=k.deep, left=(.15, -.70), right=(.140, -.655), lean=2,
        tilt=-6, build=.92, bag="pack", bagink=k.deep)
    mother = person("side", top="long", ink=RED, hair="hijab", cloth=k.sand, fem=True, skin=k.SKINS[2], legink=k.wine, left="hide", right=(.155,
        -.705), lean=5, tilt=12)
    s = son.place(x + .098 * h, y - 4, h * .95, -1)
    m = mother.place(x, y, h)
    arm = Figure(s.parts[-2:], s.x, s.y, s.h)
    body = Figure(s.parts[:-2], s.x, s.y, s.h)
    s.shadow(p, .34, .10, (.66, .24, .05), 3)
    m.shadow(p, .34, .10, (.66, .24, .05), 3)
    light = (-1, -.6)
    body.draw(p, light, shade=(.8, .36, .05), rim=(0, .03, .5))
    m.draw(p, light, shade=(.8, .36, .05), rim=(0, .03, .45))
    arm.draw(p, light, shade=(.8, .36, .05), rim=(0, .03, .5))

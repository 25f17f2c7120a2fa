"""Figure: three people sew at one long table before a window; a red thread runs through all three machines."""
import inks as k
from figure import person
from paths import ell, poly, rect, ribbon, smooth
from plates import LIFT, Plates
from props import chair_side, lamp, machine
from skyline import gable
from thread import RED, thread

SIZE = (1400, 1000)
SCALE = 2.2
TABLE = 640


def draw(p: Plates) -> None:
    p.ground([(0, (.04, .22, .42)), (.7, (.06, .30, .48)), (1, (.1, .3, .5))])
    floor = poly([(-10, 806), (1410, 806), (1410, 1010), (-10, 1010)])
    p.grad(floor, (0, 806), (0, 1000), [(0, (.34, .52, .56)), (1, (.74, .66, .46))])
    with p.within(floor):
        for x in range(-900, 2400, 110):
            p.line([(560 + (x - 560) * .7, 806), (560 + (x - 560) * 1.3, 1000)], (.6, .7, .5), 2.5)
        p.lift(poly([(380, 806), (760, 806), (640, 1010), (120, 1010)]), (.45, .62, 1), 6)
    p.fill(rect(-5, 790, 1410, 18), (.3, .5, .5))
    window(p)
    shelves(p)
    dummy(p)
    for x in (330, 700, 1070):
        lamp(p, x, 150, 120, RED if x != 700 else k.teal, -10)
    p.glow(560, 420, 620, [(0, (.75, .85, 1)), (1, (1, 1, 1))], LIFT)
    sewers(p)
    # cloth in a basket, near
    basket = smooth([(1190, 850, "c"), (1372, 850, "c"), (1350, 985, "c"), (1212, 985, "c")])
    for x, y, r, ink in ((1220, 838, 40, k.teal), (1280, 822, 48, RED), (1340, 840, 38, k.sun)):
        p.fill(ell(x, y, r), ink)
        p.crescent([ell(x, y, r)], -12, -6, (.5, .2, 0))
    p.fill(basket, k.ochre)
    with p.within(basket):
        for i in range(9):
            for j in range(6):
                p.over(rect(1190 + i * 22 + (j % 2) * 11, 850 + j * 24, 11, 22), (.3, .2, 0))


def window(p: Plates) -> None:
    x0, y0, w, h = 290, 200, 540, 360
    with p.within(rect(x0, y0, w, h)):
        p.grad(rect(x0, y0, w, h), (0, y0), (0, y0 + h), [(0, (.40, .01, .03)), (.5, (.12, .04, .16)), (1, (0, .18, .5))])
        for i, (gw, gh, kind) in enumerate(((90, 130, 0), (80, 170, 1), (96, 118, 2), (84, 152, 0), (92, 124, 1), (100, 164, 0))):
            gable(p, x0 + i * 92 - 8, y0 + h, gw, gh, kind, ((.30, .30, .26), (.20, .36, .36), (.36, .20, .20))[i % 3], (.5, .3, .2), 3)
    f = k.sand
    for a in range(4):
        p.fill(rect(x0 - 8 + a * w / 3, y0 - 10, 15, h + 20), f)
    for y in (y0 - 10, y0 + 108, y0 + h - 4):
        p.fill(rect(x0 - 8, y, w + 16, 13), f)
    p.fill(rect(x0 - 30, y0 + h + 6, w + 60, 18), k.lighter(f, .5))
    p.over(rect(x0 - 30, y0 + h + 20, w + 60, 7), (.4, .14, 0))
    for i, ink in enumerate((k.teal, RED, k.sun, k.plum, k.sand, k.pine)):
        x = 330 + i * 34
        p.fill(rect(x, y0 + h - 26, 22, 32, 3), ink)
        for yy in (y0 + h - 29, y0 + h + 3):
            p.fill(rect(x - 3, yy, 28, 5), k.umber)


def shelves(p: Plates) -> None:
    inks = (RED, k.teal, k.sun, k.sand, k.plum, k.deep, k.coral, k.moss, k.ochre, k.wine, k.sea, k.blush)
    p.fill(rect(900, 190, 470, 380), (.60, .70, .55))
    for row in range(3):
        y = 206 + row * 122
        p.fill(rect(914, y, 442, 108), (.78, .78, .50))
        x, n = 918, row * 5
        while x < 1340:
            w = 26 + (n * 13 % 17)
            h = 76 + (n * 29 % 24)
            ink = inks[n % 12]
            if x + w > 1352:
                break
            bolt = rect(x, y + 108 - h, w - 2, h, 5)
            p.fill(bolt, ink)
            with p.within(bolt):
                if n % 5 == 1:
                    for j in range(9):
                        p.over(rect(x, y + 108 - h + j * 12, w, 5), (.4, .3, .2))
                if n % 5 == 3:
                    for j in range(8):
                        for i in range(3):
                            p.lift(ell(x + 6 + i * 11 + j % 2 * 5, y + 110 - h + j * 13, 2.6), (.1, .1, .1))
            p.crescent([bolt], -8, 0, (.45, .2, 0))
            x += w
            n += 1


def dummy(p: Plates) -> None:
    x = 150
    p.line([(x, 560), (x, 800)], k.dark, 9)
    p.line([(x - 52, 806), (x, 770), (x + 52, 806)], k.dark, 9)
    body = smooth([(x - 15, 268, "c"), (x + 15, 268, "c"), (x + 22, 300), (x + 74, 326), (x + 68, 400), (x + 44, 464), (x + 76, 560, "c"), (x - 76,
        560, "c"), (x - 44, 464), (x - 68, 400), (x - 74, 326), (x - 22, 300)])
    p.fill(body, k.sand)
    with p.within(body):
        p.fill(poly([(x - 90, 250), (x + 10, 300), (x + 34, 464), (x + 90, 570), (x - 90, 570)]), RED)
        for i in range(6):
            p.line([(x - 84 + i * 22, 300), (x - 96 + i * 30, 570)], k.wine, 2.5)
    p.crescent([body], 26, 0, (.5, .2, 0))
    p.line([(x + 30, 330), (x + 46, 470)], k.sun, 5)


def sewers(p: Plates) -> None:
    thread(p, [(70, 640), (150, 676), (230, 648), (262, 640)], 5, (True, False))
    thread(p, [(1150, 640), (1200, 664), (1270, 672), (1340, 636)], 5, (False, True))
    middle = person("front", top="shirt", ink=k.honey, hair="beard", skin=k.SKINS[4], legink=k.deep, left=(-.075, -.585), right=(.085, -.575),
        tilt=7, build=1.05, pattern=("check", k.teal, .05))
    m = middle.place(700, 908, 560)
    m.draw(p, (-1, -.6), shade=(.7, .3, .05), rim=(0, .02, .35))
    left = person("side", top="shirt", ink=k.coral, hair="hijab", cloth=k.deep, fem=True, skin=k.SKINS[2], sit=.275, legink=k.wine, left=(.30,
        -.515), right=(.27, -.505), lean=9, tilt=10)
    right = person("side", top="shirt", ink=k.teal, hair="bun", fem=True, skin=k.SKINS[1], hc=k.HAIRS[3], sit=.275, legink=k.deep, left=(.30, -.515),
        right=(.26, -.505), lean=8, tilt=12, pattern=("stripe", k.sand, .036))
    for f, x, flip in ((left, 214, 1), (right, 1180, -1)):
        chair_side(p, x, 960, 176, k.dark, flip)
        g = f.place(x, 960, 640, flip)
        g.shadow(p, -.1, .05, (.5, .2, .05), 4)
        g.draw(p, (-1 if flip > 0 else -1, -.6), shade=(.7, .3, .05), rim=(0, .02, .35))
    # the table, over the knees
    p.fill(poly([(270, 606), (1120, 606), (1180, 652), (214, 652)]), (.04, .24, .62))
    p.lift(poly([(420, 606), (760, 606), (720, 652), (330, 652)]), (.5, .6, .9), 3)
    p.fill(rect(214, 652, 966, 20), k.umber)
    for x in (300, 1076):
        p.fill(poly([(x, 672), (x + 26, 672), (x + 20, 962), (x + 6, 962)]), k.umber)
    cloths(p)
    ends = [machine(p, 452, 630, 112, k.deep, -1), machine(p, 700, 640, 116, RED), machine(p, 952, 630, 112, k.ochre, 1)]
    for f, q in ((left, (214, 960, 1)), (right, (1180, 960, -1))):
        g = f.place(q[0], q[1], 640, q[2])
        for part in g.parts[-2:]:
            p.fill(part.path, part.ink)
            p.crescent([part.path], -9, -5, (.5, .2, 0))
    thread(p, [(400, 634), (ends[0][0], ends[0][1] - 4), (470, 548), (560, 640), (ends[1][0], ends[1][1] - 4), (730, 548), (860, 640), (ends[2][0],
        ends[2][1] - 4), (1040, 640)], 5, (False, False))


def cloths(p: Plates) -> None:
    for pts, ink in (([(300, 640), (392, 622), (430, 640), (420, 700), (396, 806), (330, 822), (286, 740)], k.sun),
        ([(980, 640), (1060, 624), (1110, 650), (1120, 760), (1070, 838), (1010, 770)], k.coral)):
        shape = smooth(pts)
        p.fill(shape, ink)
        with p.within(shape):
            for i in range(4):
                p.over(ribbon([(pts[0][0] + 20 + i * 24, 640), (pts[0][0] + 10 + i * 26, 830)], [2, 7]), (.35, .2, 0))
        p.crescent([shape], -14, -6, (.4, .2, 0))

"""Opener: a radio, a newspaper, a telephone and a cup on a table at a window, early."""
import inks as k
import skia
from paths import ell, poly, rect, ribbon, smooth
from plates import Plates
from skyline import gable, towers
from thread import thread
from type import set_line

SIZE = (1000, 1403)
SCALE = 2.6
SILL = 792
EDGE = 1225


def draw(p: Plates) -> None:
    wall: k.Ink = (.90, .20, .06)
    p.ground([(0, (1, .34, .08)), (1, wall)])
    view(p)
    frame(p)
    curtains(p)
    table(p)
    newspaper(p)
    thread(p, [(60, 876), (110, 940), (160, 1000), (230, 1020)], 7, (True, False))
    radio(p)
    cup(p)
    thread(p, [(664, 1106), (684, 1048), (770, 1012), (880, 978), (940, 900)], 7, (False, True))
    phone(p)
    # the chair's back, close to us
    c = k.dark
    p.fill(ribbon([(330, 1300), (500, 1276), (670, 1300)], [30, 34, 30]), c)
    for x in (352, 648):
        p.fill(ribbon([(x, 1290), (x + (x - 500) * .06, 1430)], [15, 17]), c)
    for x in (430, 500, 570):
        p.fill(ribbon([(x, 1300), (x, 1430)], [9, 9]), c)
    p.crescent([ribbon([(330, 1300), (500, 1276), (670, 1300)], [30, 34, 30])], 0, 7, (0, .25, .75), skia.BlendMode.kSrcOver)


def view(p: Plates) -> None:
    with p.within(rect(250, 90, 500, SILL - 90)):
        p.grad(rect(240, 80, 520, 720), (0, 90), (0, SILL), [(0, (.52, .02, .04)), (.35, (.30, .04, .08)), (.62, (.08, .18, .30)), (1,
            (.0, .36, .70))])
        p.fill(ell(560, 596, 96), (0, .08, .72))
        p.glow(560, 596, 300, [(0, (0, .06, .40)), (1, (0, 0, 0))])
        towers(p, 262, 676, .82, (.30, .28, .26))
        p.fill(smooth([(240, 660), (420, 650), (600, 664), (760, 648), (760, 800, "c"), (240, 800, "c")]), (.42, .36, .3))
        for i, (x, w, h, kind) in enumerate(((232, 74, 104, 1), (306, 62, 128, 0), (368, 78, 96, 1), (446, 64, 118, 2), (510, 84, 92, 1), (594, 62,
            134, 0), (656, 74, 100, 2), (730, 60, 120, 1))):
            gable(p, x, 800, w, h, kind, [(.70, .60, .30), (.86, .50, .22), (.60, .72, .40), (.78, .42, .2)][i % 4], (.95, .6, .2), 3, (1,
                4) if i % 3 == 1 else (2,) if i % 3 == 0 else ())


def frame(p: Plates) -> None:
    f: k.Ink = (.04, .05, .14)
    ring = rect(226, 66, 548, SILL - 50)
    ring.addPath(rect(250, 90, 500, SILL - 90))
    ring.setFillType(skia.PathFillType.kEvenOdd)
    p.fill(ring, f)
    p.fill(rect(491, 90, 18, SILL - 90), f)
    p.fill(rect(250, 300, 500, 14), f)
    p.over(rect(503, 90, 6, SILL - 90), (.35, .1, 0))
    p.over(rect(250, 309, 500, 5), (.35, .1, 0))
    p.fill(rect(196, SILL - 8, 608, 26), k.lighter(f, .4))
    p.over(rect(196, SILL + 12, 608, 8), (.45, .12, 0))
    # a plant on the sill
    for a, h, dx in ((-38, 92, -18), (-18, 120, -8), (4, 132, 0), (26, 112, 10), (46, 84, 20)):
        leaf = smooth([(0, 0, "c"), (-13, -h * .45), (0, -h, "c"), (13, -h * .45)])
        m = skia.Matrix()
        m.setRotate(a)
        m.postTranslate(690 + dx, SILL - 56)
        leaf.transform(m)
        p.fill(leaf, k.pine)
        p.crescent([leaf], -7, -2, (.3, .3, 0))
    pot = poly([(650, SILL - 66), (730, SILL - 66), (720, SILL - 8), (660, SILL - 8)])
    p.fill(pot, k.red)
    p.crescent([pot], -16, 0, (.6, .2, 0))


def curtains(p: Plates) -> None:
    for s in (-1, 1):
        def X(v: float, s: int = s) -> float:
            return 500 + s * v
        c = smooth([(X(520), -20, "c"), (X(216), -20, "c"), (X(232), 260), (X(270), 520), (X(330), 690, "c"), (X(352), 720, "c"), (X(340), 800),
            (X(330), 1010, "c"), (X(520), 1010, "c")])
        p.fill(c, (.06, .92, .42))
        with p.within(c):
            for i in range(7):
                x = 238 + i * 44
                q = ribbon([(X(x), -20), (X(x + 18 + i * 3), 400), (X(min(x + 96, 350 + i * 18)), 705)], [6 + i, 11 + i, 6])
                p.over(q, (.52, .1, 0))
                p.over(ribbon([(X(350 + i * 20), 725), (X(346 + i * 26), 1010)], [5, 10]), (.52, .1, 0))
            p.over(rect(min(X(330), X(520)), -20, 190, 1040), (.42, .1, 0), 40)
        p.fill(ribbon([(X(322), 700), (X(400), 716), (X(520), 690)], [13, 15, 13]), (.02, .2, .95))


def table(p: Plates) -> None:
    top = poly([(-40, 968), (1040, 968), (1200, EDGE), (-200, EDGE)])
    p.grad(top, (0, 968), (0, EDGE), [(0, (.02, .36, .72)), (.6, (.14, .46, .70)), (1, (.34, .56, .66))])
    with p.within(top):
        for i in range(-9, 10):     # the joints of the boards run to the vanishing point
            x = 500 + i * 118
            p.line([(500 + (x - 500) * .60, 960), (500 + (x - 500) * 1.22, 1240)], (.36, .66, .66), 2.6)
        # light of the two panes, thrown across the table
        for a, b in ((262, 486), (514, 738)):
            q = poly([(a, 968), (b, 968), (500 + (b - 500) * 1.7 - 40, EDGE), (500 + (a - 500) * 1.7 - 40, EDGE)])
            p.lift(q, (.25, .42, 1), 5)
    p.fill(poly([(-200, EDGE), (1200, EDGE), (1200, EDGE + 34), (-200, EDGE + 34)]), (.6, .8, .5))
    p.grad(rect(-10, EDGE + 34, 1020, 200), (0, EDGE), (0, 1403), [(0, (1, .66, .3)), (1, (1, .45, .12))])


def radio(p: Plates) -> None:
    p.over(poly([(214, 1056), (470, 1056), (448, 1140), (150, 1140)]), (.62, .24, 0), 5)
    body = rect(204, 830, 268, 226, 26)
    p.fill(poly([(222, 838), (452, 838), (436, 812), (240, 812)]), (.80, .10, .1))
    p.fill(body, (.86, .06, .1))
    p.crescent([body], 20, -6, (.5, .3, 0))
    p.fill(rect(224, 850, 228, 186, 14), (.03, .05, .18))
    with p.within(rect(224, 850, 118, 186, 14)):
        p.fill(rect(224, 850, 118, 186), (.16, .24, .6))
        for y in range(858, 1040, 11):
            p.line([(226, y), (342, y)], (.6, .62, .6), 4.4, cap=False)
    p.fill(rect(358, 866, 80, 62, 4), (0, .12, .86))
    for i in range(7):
        p.line([(366 + i * 11, 880), (366 + i * 11, 890 + 5 * (i % 3 == 0))], k.dark, 2)
    p.line([(398, 874), (398, 922)], k.red, 4)
    for x in (376, 420):
        p.fill(ell(x, 986, 22), k.brick)
        p.fill(ell(x - 2, 983, 17), k.red)
        p.line([(x - 2, 983), (x + 6, 970)], k.dark, 3)
    p.line([(440, 816), (566, 604)], (.04, .05, .14), 5)
    p.line([(440, 816), (500, 715)], k.dark, 7)
    p.fill(ell(567, 602, 7), k.red)
    p.fill(rect(226, 1052, 30, 10, 4), k.dark)
    p.fill(rect(420, 1052, 30, 10, 4), k.dark)
    p.line(smooth([(262, 812), (270, 786), (410, 786), (418, 812)], False), k.dark, 10)


def cup(p: Plates) -> None:
    x, y = 592, 1010
    p.over(ell(x - 40, y + 42, 110, 24), (.6, .24, 0), 4)
    p.fill(ell(x, y + 36, 96, 25), (.03, .03, .08))
    p.crescent([ell(x, y + 36, 96, 25)], 0, -9, (.4, .1, 0))
    p.line(smooth([(x + 50, y - 30), (x + 92, y - 34), (x + 88, y + 12), (x + 40, y + 16)], False), (.02, .12, .9), 12)
    bowl = smooth([(x - 62, y - 48, "c"), (x - 56, y), (x - 30, y + 36), (x + 30, y + 36), (x + 56, y), (x + 62, y - 48, "c")])
    p.fill(bowl, k.sun)
    p.crescent([bowl], 26, -4, (.34, .34, 0))
    p.fill(ell(x, y - 48, 62, 15), (.02, .1, .7))
    p.fill(ell(x, y - 45, 52, 11), k.umber)
    for dx, s in ((-18, 1), (16, -1)):
        p.lift(ribbon([(x + dx, y - 66), (x + dx + 16 * s, y - 110), (x + dx - 10 * s, y - 160), (x + dx + 12 * s, y - 220)], [3, 6, 5, 1]), (.35,
            .5, .55), 3)


def newspaper(p: Plates) -> None:
    p.over(poly([(640, 1178), (1010, 1120), (1080, 1200), (700, 1240)]), (.5, .2, 0), 5)
    q = [(700, 1058), (962, 1012), (1060, 1128), (742, 1196)]
    sheet = poly(q)
    p.fill(sheet, (.05, .02, .06))
    m = skia.Matrix()
    src = [skia.Point(0, 0), skia.Point(300, 0), skia.Point(300, 200), skia.Point(0, 200)]
    m.setPolyToPoly(src, [skia.Point(*a) for a in q])
    with p.moved(m):
        set_line(p, "DE DAG", 18, 44, 40, (1, .8, .4))
        p.fill(rect(18, 54, 264, 4), k.red)
        p.fill(rect(18, 68, 120, 84), (.4, .2, .1))
        p.fill(ell(98, 122, 22), (0, .1, .9))
        p.fill(smooth([(18, 132), (60, 118), (138, 138), (138, 152, "c"), (18, 152, "c")]), (.9, .4, .1))
        for c, (x, y0) in enumerate(((18, 164), (152, 70), (222, 70))):
            for i in range(3 if c == 0 else 11):
                p.fill(rect(x, y0 + i * 11, (120 if c == 0 else 60) - (i * 17 % 14), 4.2), (.72, .4, .2))
    p.over(poly([q[2], q[3], (745, 1204), (1064, 1136)]), (.5, .2, 0))


def phone(p: Plates) -> None:
    body = poly([(590, 1112), (672, 1096), (716, 1172), (624, 1194)])
    p.over(poly([(586, 1122), (672, 1104), (712, 1184), (618, 1206)]), (.6, .2, 0), 3)
    p.fill(body, k.dark)
    p.fill(poly([(600, 1116), (667, 1103), (704, 1167), (628, 1185)]), (.22, .02, .06))
    p.fill(poly([(610, 1124), (650, 1116), (658, 1130), (618, 1139)]), k.red)
    p.fill(poly([(632, 1146), (682, 1134), (691, 1150), (641, 1162)]), (.75, .1, .05))
    p.lift(poly([(600, 1116), (667, 1103), (640, 1140)]), (.6, .8, .9))



"""Figure: the telephone of the Infolijn on a desk under a lamp; the cord comes in from the left, the pen's line goes out to the right."""
import math

import inks as k
import skia
from inks import Ink
from paths import course, ell, moved, poly, rect, ribbon, smooth
from plates import Plates
from skyline import gable
from thread import RED, thread

SIZE = (1400, 1000)
SCALE = 2.2
TABLE = 640
SHADE: Ink = (.62, .24, .05)
TURN = -36


def draw(p: Plates) -> None:
    p.ground([(0, (.96, .26, .06)), (1, (.9, .16, .05))])
    evening(p)
    shelf(p)
    # the light of the lamp
    p.lift(poly([(1010, 252), (1180, 252), (1500, 1010), (560, 1010)]), (.42, .7, 1), 22)
    p.grad(rect(-5, TABLE, 1410, 370), (0, TABLE), (0, 1000), [(0, (.10, .44, .78)), (1, (.30, .54, .70))])
    for i in range(-10, 12):
        p.line([(700 + i * 120, TABLE), (700 + i * 205, 1010)], (.34, .68, .66), 2)
    p.lift(ell(1040, 830, 470, 150), (.3, .5, 1), 18)
    p.fill(rect(-5, TABLE - 4, 1410, 10), k.umber)
    lamp(p)
    notebook(p)
    mug(p)
    thread(p, [(90, 640), (170, 726), (290, 790), (380, 802)], 8, (True, False))
    telephone(p)
    receiver(p)


def evening(p: Plates) -> None:
    x, y, w, h = 90, 70, 470, 420
    with p.within(rect(x, y, w, h)):
        p.grad(rect(x, y, w, h), (0, y), (0, y + h), [(0, (1, .40, .10)), (.6, (.62, .10, .08)), (1, (.06, .40, .50))])
        p.fill(ell(430, 170, 30), k.sand)
        for i, (gw, gh, kind) in enumerate(((80, 130, 0), (90, 170, 2), (76, 120, 1), (84, 156, 0), (90, 128, 2), (80, 160, 1))):
            gable(p, x + i * 80 - 6, y + h, gw, gh, kind, ((.95, .56, .2), (.86, .70, .3), (1, .60, .2))[i % 3], k.dark, 3, ((0, 4), (2,),
                (1, 5))[i % 3])
    for a in (0, w / 2, w):
        p.fill(rect(x + a - 8, y - 8, 16, h + 16), k.sand)
    for b in (0, h * .42, h):
        p.fill(rect(x - 8, y + b - 8, w + 16, 16), k.sand)
    p.fill(rect(x - 30, y + h + 6, w + 60, 18), k.sand)
    p.over(rect(x - 30, y + h + 18, w + 60, 8), (.5, .2, 0))


def shelf(p: Plates) -> None:
    # a map with pins, and notes
    q = rect(680, 90, 250, 320)
    p.over(rect(688, 100, 250, 320), (.6, .3, .1))
    p.fill(q, k.ochre)
    for x, y, w, h, ink, a in ((702, 112, 84, 84, k.sand, -4), (808, 120, 96, 66, k.coral, 3), (712, 222, 70, 84, k.sun, 3), (800, 214, 104, 84,
        k.mist, -3), (730, 326, 96, 62, k.sand, 2), (842, 322, 62, 66, k.sea, -5)):
        p.canvas.save()
        p.canvas.rotate(a, x + w / 2, y)
        p.over(rect(x + 4, y + 5, w, h), (.4, .2, 0))
        p.fill(rect(x, y, w, h), ink)
        for i in range(int(h / 16) - 1):
            p.line([(x + 10, y + 20 + i * 14), (x + w - 12 - (i * 23 % 30), y + 20 + i * 14)], (.7, .4, .2), 3)
        p.fill(ell(x + w / 2, y + 6, 6), RED)
        p.canvas.restore()


def lamp(p: Plates) -> None:
    p.over(ell(1286, 716, 90, 18), SHADE, 4)
    p.fill(ell(1280, 706, 82, 17), k.dark)
    p.line([(1280, 700), (1330, 420), (1130, 180)], k.dark, 13)
    p.fill(ell(1330, 420, 13), RED)
    q = smooth([(1004, 268, "c"), (1060, 176), (1120, 148), (1170, 196), (1178, 268, "c")])
    p.fill(q, RED)
    p.crescent([q], 20, 4, (.5, .2, 0))
    p.fill(ell(1091, 268, 88, 15), (0, .01, .3))


def notebook(p: Plates) -> None:
    pts = [(900, 778), (1270, 748), (1362, 922), (934, 962)]
    p.over(poly([(a + 12, b + 14) for a, b in pts]), SHADE, 3)
    p.fill(poly(pts), k.white)
    p.fill(poly([(1085, 763), (1092, 763), (1156, 941), (1146, 942)]), (.35, .1, .05))
    m = skia.Matrix()
    m.setPolyToPoly([skia.Point(0, 0), skia.Point(400, 0), skia.Point(400, 220), skia.Point(0, 220)], [skia.Point(*q) for q in pts])
    with p.moved(m):
        for side in (14, 220):
            for i in range(9):
                n = 150 - (i * 41 % 60)
                if side == 220 and i > 4:
                    break
                wave = [(side + t, 26 + i * 20 + math.sin(t * .55 + i * 2) * 3.2) for t in range(0, n, 4)]
                p.line(smooth(wave, False), (.9, .5, .2), 2.6)
    # the line that is being written runs on, out of the book
    wave = [(1124 + t * 1.2, 876 - t * .07 + math.sin(t * .32) * 7) for t in range(0, 118, 6)]
    thread(p, [*wave, (1300, 850), (1346, 760), (1372, 660)], 6, (False, True))
    pen = ribbon([(1118, 880), (1020, 800), (1000, 784)], [2, 9, 9])
    p.over(ribbon([(1122, 890), (1030, 818), (1012, 804)], [2, 9, 9]), SHADE, 2)
    p.fill(pen, k.deep)
    p.fill(ribbon([(1118, 880), (1098, 863)], [1.5, 7]), k.sun)


def mug(p: Plates) -> None:
    x, y = 806, 690
    p.over(ell(x - 34, y + 56, 92, 20), SHADE, 4)
    p.line(smooth([(x + 44, y - 26), (x + 84, y - 26), (x + 80, y + 26), (x + 44, y + 30)], False), k.sand, 12)
    q = smooth([(x - 52, y - 56, "c"), (x + 52, y - 56, "c"), (x + 48, y + 44), (x + 30, y + 58), (x - 30, y + 58), (x - 48, y + 44)])
    p.fill(q, k.sand)
    with p.within(q):
        p.fill(rect(x - 60, y - 14, 120, 18), RED)
        p.fill(rect(x - 60, y + 14, 120, 8), k.teal)
    p.crescent([q], 26, 0, (.45, .2, 0))
    p.fill(ell(x, y - 56, 52, 12), (.05, .05, .14))
    p.fill(ell(x, y - 54, 44, 9), k.umber)


def telephone(p: Plates) -> None:
    body: Ink = (.02, .98, .34)
    p.over(smooth([(330, 872), (720, 872), (690, 930), (230, 930)]), SHADE, 6)
    base = smooth([(318, 880, "c"), (330, 820), (396, 690), (430, 660), (620, 660), (654, 690), (720, 820), (732, 880, "c")])
    p.fill(base, body)
    p.fill(smooth([(318, 880, "c"), (732, 880, "c"), (736, 900), (724, 908), (326, 908), (314, 900)]), k.wine)
    p.crescent([base], 40, -8, (.55, .2, 0))
    for x in (430, 576):
        p.fill(smooth([(x, 664, "c"), (x + 6, 628), (x + 38, 628), (x + 44, 664, "c")]), body)
        p.over(rect(x + 22, 628, 22, 34), (.3, .1, 0))
    # the dial
    cx, cy = 525, 782
    p.fill(ell(cx, cy, 112, 84), k.wine)
    p.fill(ell(cx, cy - 5, 108, 81), k.sand)
    for i in range(10):
        a = math.radians(62 - i * 31)
        p.fill(ell(cx + math.cos(a) * 78, cy - 5 - math.sin(a) * 57, 16, 12.5), k.dark)
    p.fill(ell(cx, cy - 5, 42, 31), body)
    p.crescent([ell(cx, cy - 5, 42, 31)], 9, -3, (.4, .2, 0))
    p.crescent([ell(cx, cy - 5, 108, 81)], 12, -5, (.25, .1, 0))


def receiver(p: Plates) -> None:
    # the coiled cord
    c = course([(668, 860), (760, 846), (776, 750), (700, 660), (612, 610), (560, 530)], 26)
    coil = []
    for i, (x, y) in enumerate(c):
        a = i * .95
        coil.append((x + math.cos(a) * 15, y + math.sin(a) * 15))
    p.line(smooth([(a + 5, b + 7) for a, b in coil], False), (.7, .4, .1), 5, skia.BlendMode.kScreen)
    p.line(smooth(coil, False), RED, 5)
    body: Ink = (.02, .98, .34)
    m = skia.Matrix()
    m.setRotate(-38, 0, 0)
    m.postTranslate(620, 392)
    # an arm from the left holds the handset, upright: somebody sits there
    p.canvas.save()
    p.canvas.rotate(TURN, 600, 370)
    grip = smooth([(-196, -14), (-150, -58), (-92, -42), (92, -42), (150, -58), (196, -14), (196, 44), (96, 44), (84, -2), (-84, -2), (-96, 44),
        (-196, 44)])
    sleeve = ribbon([(402, 150), (250, -60), (-60, -490)], [66, 88, 116], (True, False))
    wrist = ribbon([(508, 300), (470, 240), (392, 140)], [48, 45, 48])
    p.fill(wrist, k.SKINS[4])
    p.fill(sleeve, k.honey)
    for i in range(18):
        p.over(ribbon([(395 - i * 26 + 50, 96 - i * 36), (395 - i * 26 - 62, 184 - i * 36)], [5, 5]), (.75, .06, 0))
    p.crescent([sleeve], 24, -10, (.5, .2, 0))
    p.fill(ribbon([(418, 172), (404, 152)], [70, 68], (True, True)), k.deep)
    hand = moved(ribbon([(-44, -128), (-22, -80), (-6, -40)], [46, 56, 54]), m)
    p.fill(hand, k.SKINS[4])
    handset = moved(grip, m)
    p.fill(handset, body)
    p.crescent([handset], 10, -16, (.5, .2, 0))
    for a in (-146, 146):
        cap = moved(rect(a - 56, 40, 112, 14, 5), m)
        p.fill(cap, k.wine)
    for x, n in ((-58, 78), (-22, 86), (14, 84), (48, 72)):
        q = moved(ribbon([(x - 4, -84), (x + 2, -40), (x, n - 84)], [17, 18, 15]), m)
        p.fill(q, k.SKINS[4])
        p.crescent([q], -7, -5, (.4, .2, .05))
        p.fill(moved(ell(x, n - 80, 9, 7), m), k.lighter(k.SKINS[4], .3))
    p.canvas.restore()

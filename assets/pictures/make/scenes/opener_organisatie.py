"""Opener: a house with its door open at dusk; people come up the red path."""
import inks as k
import skia
from figure import person
from paths import ell, poly, rect, smooth
from plates import LIFT, Plates
from skyline import poplar, tree
from thread import RED, path, thread

SIZE = (1000, 1403)
SCALE = 2.6
GROUND = 930


def window(p: Plates, x: float, y: float, w: float, h: float, lit: bool, frame: k.Ink) -> None:
    p.fill(rect(x - 7, y - 7, w + 14, h + 14), frame)
    p.grad(rect(x, y, w, h), (x, y), (x, y + h), [(0, (0, .02, .6)), (1, (0, .22, .95))] if lit else [(0, k.deep), (1, k.night)])
    p.line([(x + w / 2, y), (x + w / 2, y + h)], frame, 5, cap=False)
    p.line([(x, y + h * .38), (x + w, y + h * .38)], frame, 5, cap=False)
    p.fill(rect(x - 12, y + h + 6, w + 24, 8), k.mix(frame, k.white, .5))


def draw(p: Plates) -> None:
    p.ground([(0, (1, .50, .14)), (.30, (.96, .30, .06)), (.50, (.70, .26, .06)), (.66, (.26, .44, .30)), (1, (.2, .4, .3))])
    p.fill(skia.Op(ell(792, 222, 46), ell(772, 212, 42), skia.PathOp.kDifference_PathOp), (.02, .02, .22))
    for x, y, r in ((120, 150, 3), (240, 300, 2.4), (410, 110, 2.6), (620, 190, 2.2), (900, 400, 2.6), (90, 430, 2.2), (560, 330, 2), (690, 80, 2.4),
        (330, 200, 2)):
        p.fill(ell(x, y, r), k.sand)
    # land behind
    p.fill(smooth([(-20, 800), (160, 770), (420, 800), (700, 770), (1020, 800), (1020, 1000, "c"), (-20, 1000, "c")]), (.86, .62, .2))
    for x, h in ((54, 330), (112, 260), (168, 300), (900, 300), (955, 360)):
        poplar(p, x, 872, h, (1, .60, .22))
    p.grad(smooth([(-20, 880), (300, 862), (700, 866), (1020, 878), (1020, 1420, "c"), (-20, 1420, "c")]), (0, 860), (0, 1403),
        [(0, (.80, .40, .30)), (.3, (.92, .42, .22)), (1, (1, .55, .2))])
    tree(p, 214, GROUND + 4, 330, (.88, .40, .42), (1, .8, .4), 3, 1)
    tree(p, 838, GROUND - 4, 300, (.88, .36, .38), (1, .8, .4), 8, -1)
    house(p)
    light_and_path(p)
    guests(p)
    # hedges near us
    p.fill(smooth([(-20, 1180), (60, 1120), (130, 1136), (190, 1200), (230, 1300), (260, 1420, "c"), (-20, 1420, "c")]), (1, .62, .26))
    p.fill(smooth([(1020, 1150), (930, 1140), (860, 1210), (830, 1310), (800, 1420, "c"), (1020, 1420, "c")]), (1, .62, .26))


def house(p: Plates) -> None:
    wall: k.Ink = (.34, .80, .40)
    side: k.Ink = (.78, .90, .42)
    # side wall in perspective, then the front
    p.fill(poly([(690, 470), (790, 536), (790, 902), (690, GROUND)]), side)
    p.fill(poly([(600, 400), (600, 262), (646, 262), (646, 400)]), k.brick)
    p.fill(rect(594, 252, 58, 14), k.dark)
    p.fill(poly([(690, 470), (512, 286), (610, 352), (806, 545), (790, 552)]), k.dark)
    p.fill(poly([(320, 470), (505, 282), (690, 470), (690, GROUND), (320, GROUND)]), wall)
    for i in range(26):     # courses of brick, here and there
        y = 480 + i * 18
        for x0, x1 in (((334, 380), (640, 676)) if i % 3 else ((560, 600), (350, 372))):
            p.line([(x0 + i * 7 % 11, y), (x1 + i * 5 % 9, y)], k.darker(wall, .4), 3.2, cap=False)
    p.fill(poly([(294, 486), (505, 262), (716, 486), (700, 500), (505, 296), (310, 500)]), k.dark)
    frame: k.Ink = (.02, .06, .16)
    window(p, 468, 392, 74, 84, True, frame)
    window(p, 356, 560, 86, 108, True, frame)
    window(p, 568, 560, 86, 108, True, frame)
    window(p, 356, 740, 86, 118, True, frame)
    p.fill(poly([(722, 600), (760, 614), (760, 710), (722, 706)]), (0, .2, .95))
    p.line([(741, 606), (741, 708)], k.dark, 4)
    # someone at the window, a plant on another sill
    with p.within(rect(356, 560, 86, 108)):
        person("front", top="shirt", ink=(.5, .6, .3), hair="bun", fem=True, skin=(.5, .6, .6), hc=k.dark, left=(-.02, -.66), right=(.06,
            -.62)).place(412, 760, 190).draw(p, (0, -1), rim=None)
    for dx, a in ((-14, -20), (0, 0), (14, 18)):
        p.fill(ell(612 + dx, 640 - abs(dx) * -.4, 7, 24, a), k.pine)
    p.fill(poly([(594, 650), (630, 650), (625, 669), (599, 669)]), k.red)
    # the door: a room full of light behind it
    p.fill(rect(528, 716, 138, 216), frame)
    p.grad(rect(540, 728, 114, 203), (540, 728), (540, 931), [(0, (0, .01, .35)), (1, (0, .12, .85))])
    p.fill(poly([(540, 728), (496, 742), (496, 958), (540, 931)]), k.red)
    p.crescent([poly([(540, 728), (496, 742), (496, 958), (540, 931)])], 12, 0, (.5, .2, 0))
    p.fill(ell(506, 852, 4.5), k.sun)
    with p.within(rect(540, 728, 114, 203)):
        p.fill(poly([(612, 728), (654, 728), (654, 931), (628, 931), (612, 918)]), (0, .30, .9))
        p.fill(ell(576, 748, 11, 6), k.dark)
        p.line([(576, 728), (576, 746)], k.dark, 3)
        person("front", top="jacket", ink=k.teal, hair="hijab", cloth=k.coral, fem=True, skin=k.SKINS[2], skirt=True, legink=k.deep, right=(.20,
            -.66), weight=-1).place(592, 930, 176).draw(p, (0, -1))


def light_and_path(p: Plates) -> None:
    # the light of door and windows on the ground
    p.glow(597, 880, 420, [(0, (.34, .6, 1)), (.5, (.7, .85, 1)), (1, (1, 1, 1))], LIFT, .7)
    p.glow(597, 850, 330, [(0, (0, .12, .42)), (.5, (0, .04, .16)), (1, (0, 0, 0))], flat=.9)
    p.grad(poly([(536, 932), (658, 932), (760, 1230), (320, 1230)]), (597, 930), (560, 1230), [(0, (.04, .30, .95)), (.5, (.40, .36, .72)),
        (1, (.95, .48, .24))], skia.BlendMode.kSrcOver, 10)
    thread(p, [(120, 874), (330, 958), (470, 1000), (590, 962), (760, 930), (900, 890)], 8)
    path(p, [(597, 931, 13), (601, 985, 19), (592, 1070, 30), (566, 1160, 44), (556, 1280, 66), (586, 1440, 100)], RED)


def guests(p: Plates) -> None:
    s = "back"
    who = [
        (668, 1016, 214, person(s, top="jacket", ink=k.honey, hair="curly", fem=True, walk=.8, skin=k.SKINS[5], legink=k.deep, bag="shoulder",
            bagink=k.red)),
        (436, 1064, 250, person(s, top="coat", ink=k.sand, hair="short", walk=-.8, skin=k.SKINS[1], hc=k.HAIRS[4], legink=k.deep)),
        (470, 1232, 372, person(s, top="coat", ink=k.teal, hair="hijab", cloth=k.honey, fem=True, walk=.9, skin=k.SKINS[2], legink=k.wine,
            right=(.185, -.46))),
        (585, 1246, 236, person(s, top="parka", ink=k.coral, hair="beanie", cloth=k.deep, walk=-.9, child=.7, skin=k.SKINS[3], legink=k.deep,
            left=(-.15, -.70))),
        (700, 1262, 398, person(s, top="jacket", ink=k.ochre, hair="beard", walk=.8, skin=k.SKINS[4], legink=k.umber, bag="pack", bagink=k.deep)),
    ]
    for x, y, h, f in who:
        g = f.place(x, y, h)
        g.shadow(p, (x - 597) / 900, .42, (.75, .3, .1), 2)
        g.draw(p, ((597 - x) / 260, -1), shade=(.85, .42, .05), rim=(0, .10, .70))

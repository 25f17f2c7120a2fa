"""Opener: an information desk in the street before an office building, before sunrise; volunteers and a queue."""
import inks as k
import numpy as np
import skia
from figure import person
from paths import ell, poly, rect, ribbon, smooth
from people import anyone
from plates import LIFT, Plates
from space import Camera
from thread import RED, thread
from type import set_line

SIZE = (1000, 1403)
SCALE = 2.6
CAM = Camera(1150, 640, 800)
WALL = -6.5


def draw(p: Plates) -> None:
    p.grad(rect(-5, -5, 1010, 700), (0, 0), (0, 690), [(0, (1, .36, .08)), (.45, (.78, .10, .05)), (.75, (.36, .14, .16)), (1, (.04, .34, .55))])
    building(p)
    p.grad(CAM.floor(WALL, 40, 3.2, 60), (0, 660), (0, 1100), [(0, (.34, .30, .36)), (.25, (.62, .24, .20)), (1, (.95, .34, .10))])
    p.grad(rect(-5, 1000, 1010, 420), (0, 1000), (0, 1403), [(0, (.92, .32, .12)), (1, (1, .50, .14))])
    p.fill(CAM.floor(WALL, WALL + .9, 3.2, 60), (.72, .30, .20))
    # light of the stall on the wall and the pavement
    p.glow(350, 720, 470, [(0, (.40, .70, 1)), (.45, (.72, .88, 1)), (1, (1, 1, 1))], LIFT)
    p.glow(350, 740, 400, [(0, (0, .08, .5)), (.5, (0, .05, .2)), (1, (0, 0, 0))])
    p.glow(360, 1120, 420, [(0, (.46, .7, 1)), (.5, (.75, .9, 1)), (1, (1, 1, 1))], LIFT, .42)
    p.glow(360, 1120, 380, [(0, (0, .10, .62)), (.5, (0, .06, .26)), (1, (0, 0, 0))], flat=.42)
    for i in range(5):     # paving, close to us
        z = 2.6 - i * .24
        p.over(CAM.floor(-4, .4, z, z + .012), (.6, .3, .1))
    queue(p)
    stall(p)
    visitors(p)


def building(p: Plates) -> None:
    p.grad(CAM.wall(WALL, 3.5, WALL, 34, 0, 12.6), (0, 0), (1000, 0), [(0, (1, .44, .12)), (.6, (.96, .34, .12)), (1, (.74, .30, .18))])
    r = np.random.default_rng(4)
    for floor in range(1, 4):
        y = .6 + floor * 3
        for i in range(14):
            z = 3.8 + i * 2.1
            lit = (floor, i) in {(1, 4), (2, 2), (3, 6), (1, 8), (2, 10), (3, 11)}
            pane = CAM.wall(WALL, z, WALL, z + 1.5, y, y + 1.9)
            p.fill(pane, (0, .14, .85) if lit else k.mix((.86, .18, .05), (.98, .32, .08), float(r.random())))
            p.crescent([pane], 0, 5, (.9, .5, .1), skia.BlendMode.kSrcOver) if lit else None
            p.line([CAM.at(WALL, y, z + .75), CAM.at(WALL, y + 1.9, z + .75)], (1, .46, .14), 14 / z, cap=False)
        p.fill(CAM.wall(WALL, 3.5, WALL, 34, y - .62, y - .42), (.98, .5, .16))
    # the entrance
    p.fill(CAM.wall(WALL, 9.2, WALL, 12.4, 0, 2.6), (.30, .22, .42))
    for z in (9.2, 10.2, 11.3, 12.4):
        p.line([CAM.at(WALL, 0, z), CAM.at(WALL, 2.6, z)], k.dark, 3)


def queue(p: Plates) -> None:
    sizes = (232, 252, 276, 304, 336, 372, 414, 462)
    looks = (dict(hair="short"), dict(hair="hijab", cloth=k.honey, fem=True), dict(hair="cap", cloth=k.red), dict(hair="curly", fem=True),
        dict(hair="beard"),
             dict(hair="hijab", cloth=k.coral, fem=True, top="long", ink=k.teal), dict(hair="beanie", cloth=k.honey, top="parka", ink=k.wine),
                 dict(hair="bun", fem=True, top="coat", ink=k.ochre))
    for i, (h, look) in enumerate(zip(sizes, looks, strict=True)):
        x = 1150 - (1150 - 690) * h / 470 + (9 if i % 2 else -9)
        t = max(0, (430 - h) / 430)
        f = anyone(i + 40, "side", walk=.12 if i % 2 else 0, skin=k.SKINS[(i * 2 + 1) % 6], **look).place(x, 640 + h * .94, h, -1)
        f.shadow(p, .42, .10, (.5, .2, .05), 3)
        f.draw(p, (-1, -.2), shade=(.85, .42, .06), rim=(0, .12, .72), far=(.72, .28, .2), t=t)
    cord = [(612, 884), (712, 950), (780, 868), (838, 912), (884, 858), (940, 884)]
    for x, y, h in ((780, 868, 190), (884, 858, 140)):
        p.fill(rect(x - 4, y - 8, 8, h), k.dark)
        p.fill(ell(x, y - 8, 8), k.sun)
        p.fill(ell(x, y + h - 8, 22, 6), k.dark)
    thread(p, cord, 8, (False, True))


def stall(p: Plates) -> None:
    # posts, inside of the canopy
    for x in (70, 610):
        p.fill(rect(x, 500, 11, 600), k.dark)
    p.fill(poly([(60, 520), (620, 520), (600, 470), (90, 470)]), k.brick)
    volunteers(p)
    # canopy
    n, x0, x1, y = 9, 24, 662, 516
    w = (x1 - x0) / n
    for i in range(n):
        a, b = x0 + i * w, x0 + (i + 1) * w
        ta, tb = 110 + (a - x0) * .72, 110 + (b - x0) * .72
        strip = smooth([(ta, 410, "c"), (tb, 410, "c"), (b, y, "c"), (b, y + 22, "c"), ((a + b) / 2, y + 44), (a, y + 22, "c"), (a, y, "c")])
        p.fill(strip, (k.honey, k.sand)[i % 2])
        p.over(smooth([(a, y, "c"), (b, y, "c"), (b, y + 22, "c"), ((a + b) / 2, y + 44), (a, y + 22, "c")]), (.30, .30, 0))
    # the lamp
    p.line([(288, 556), (288, 596)], k.dark, 4)
    p.fill(poly([(258, 632), (318, 632), (304, 594), (272, 594)]), k.red)
    p.fill(ell(288, 634, 24, 9), (0, 0, .25))
    p.glow(288, 650, 190, [(0, (.5, .6, .9)), (1, (1, 1, 1))], LIFT)
    # the desk
    top = poly([(-20, 862), (606, 862), (640, 884), (-20, 884)])
    p.over(poly([(-20, 1092), (640, 1092), (700, 1150), (-20, 1150)]), (.6, .24, .05), 6)
    cloth = poly([(-20, 880), (640, 880), (632, 1096), (-20, 1096)])
    p.grad(cloth, (0, 880), (0, 1096), [(0, (.80, .06, .05)), (1, (1, .30, .08))])
    for x in (40, 150, 288, 420, 540):
        p.over(ribbon([(x, 890), (x + 6, 1000), (x - 4, 1098)], [2, 7, 10]), (.5, .2, .05))
    p.fill(top, k.sand)
    p.fill(poly([(-20, 860), (612, 860), (612, 873), (-20, 873)]), RED)
    set_line(p, "INFO", 400, 1030, 118, k.sand, centre=True)
    # leaflets, a thermos flask and cups
    for x, a in ((96, -8), (128, 4), (170, -3)):
        p.canvas.save()
        p.canvas.rotate(a, x, 850)
        p.fill(rect(x - 26, 838, 58, 24), k.white)
        p.fill(rect(x - 20, 844, 36, 4), k.sea)
        p.fill(rect(x - 20, 851, 28, 4), k.coral)
        p.canvas.restore()
    p.fill(rect(40, 790, 34, 76, 8), k.red)
    p.fill(rect(45, 776, 24, 18, 4), k.dark)
    for x in (520, 548):
        p.fill(poly([(x, 834), (x + 22, 834), (x + 18, 866), (x + 4, 866)]), k.sun)


def volunteers(p: Plates) -> None:
    vest: k.Ink = k.red
    a = person("front", top="jacket", ink=vest, sleeve=k.deep, hair="bun", fem=True, skin=k.SKINS[1], hc=k.HAIRS[3], left=(-.03, -.52), right=(.21,
        -.56), tilt=5)
    b = person("front", top="jacket", ink=vest, sleeve=k.ochre, hair="turban-beard", cloth=k.honey, skin=k.SKINS[3], left=(-.10, -.44), right=(.10,
        -.45), tilt=-6, weight=-1)
    for f, x, h in ((b, 196, 470), (a, 372, 452)):
        g = f.place(x, 640 + h * .92, h)
        g.draw(p, (288 - x, -60), shade=(.7, .34, .05), rim=(0, .06, .5))
    # the paper she shows
    p.fill(poly([(436, 822), (500, 808), (512, 846), (446, 858)]), k.white)
    p.fill(poly([(446, 830), (486, 821), (488, 827), (448, 836)]), k.sea)


def visitors(p: Plates) -> None:
    f = person("side", top="coat", ink=k.teal, hair="hijab", cloth=k.sand, fem=True, skin=k.SKINS[2], legink=k.wine, right=(.20, -.58), left=(.22,
        -.56), lean=4).place(604, 1140, 506, -1)
    c = person("back", top="jacket", ink=k.honey, hair="short", child=.7, skin=k.SKINS[2], legink=k.deep, bag="pack", bagink=k.red,
        weight=-1).place(700, 1160, 292)
    for g in (f, c):
        g.shadow(p, .34, .16, (.7, .26, .05), 4)
    for g in (f, c):
        g.draw(p, (-1, -.3), shade=(.85, .40, .06), rim=(0, .08, .55))
    man = person("back", top="parka", ink=k.coral, hair="curly", skin=k.SKINS[5], legink=k.deep, weight=1, look="side", lookflip=1, bag="shoulder",
        bagink=k.ochre)
    g = man.place(96, 1290, 620)
    g.shadow(p, -.05, .20, (.7, .26, .05), 5)
    g.draw(p, (.8, -1), shade=(.85, .42, .06), rim=(0, .10, .62))

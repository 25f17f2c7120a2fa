"""Figure: at a quarter to seven two volunteers with a folder explain to people who queue at the registration centre."""
import inks as k
from figure import person
from paths import ell, poly, rect, smooth
from people import anyone
from plates import Plates
from skyline import gable, poplar
from thread import RED, thread

SIZE = (1400, 1000)
SCALE = 1.83
FLOOR = 806
SHADE = (.85, .40, .06)


def draw(p: Plates) -> None:
    p.ground([(0, (.86, .10, .05)), (.3, (.48, .10, .10)), (.55, (.10, .26, .32)), (.8, (0, .42, .75)), (1, (0, .4, .7))])
    p.fill(ell(330, 640, 190), (0, .10, .72))
    p.glow(330, 640, 640, [(0, (0, .10, .50)), (.6, (0, .04, .2)), (1, (0, 0, 0))])
    for i, (x, w, h, kind) in enumerate(((-20, 90, 130, 0), (66, 76, 96, 1), (140, 84, 150, 2), (222, 70, 104, 1), (292, 88, 124, 0), (380, 76, 90,
        1), (456, 84, 118, 2))):
        gable(p, x, 800, w, h, kind, ((.60, .46, .24), (.74, .40, .16), (.52, .56, .30))[i % 3], (.9, .5, .2), 3, (1,) if i % 3 == 1 else ())
    poplar(p, 60, 806, 250, (.90, .40, .22))
    centre(p)
    # pavement
    p.grad(rect(-5, FLOOR - 6, 1410, 210), (0, FLOOR), (0, 1000), [(0, (.22, .36, .52)), (.4, (.58, .30, .28)), (1, (.95, .30, .12))])
    p.fill(rect(-5, FLOOR - 12, 1410, 10), (.30, .30, .36))
    for x in range(-400, 2000, 130):
        p.line([(330 + (x - 330) * .9, FLOOR), (330 + (x - 330) * 1.5, 1000)], (.75, .40, .25), 2)
    # the rail behind the queue
    for x in range(620, 1400, 156):
        p.fill(rect(x - 4, 620, 8, 206), k.dark)
    thread(p, [(180, 640), (330, 706), (470, 690), (560, 622), (620, 620), (1000, 620)], 9)
    lamp_post(p, 560)
    queue(p)
    talk(p)


def centre(p: Plates) -> None:
    wall: k.Ink = (.92, .34, .10)
    p.fill(poly([(620, 170), (1420, 96), (1420, 806), (620, 806)]), wall)
    p.fill(poly([(604, 150), (1420, 72), (1420, 100), (604, 176)]), k.dark)
    for row in range(2):
        for i in range(5):
            x = 672 + i * 150
            y = 262 + row * 150 - (x - 620) * .092 * (1 - row * .55)
            lit = (row, i) in ((0, 1), (1, 3), (0, 4))
            q = poly([(x, y), (x + 104, y - 9 + row * 4), (x + 104, y + 88), (x, y + 92)])
            p.fill(q, (0, .12, .86) if lit else (1, .52, .16))
            p.line([(x + 52, y - 4), (x + 52, y + 90)], wall, 6)
    # door with light, clock
    p.fill(rect(1216, 512, 150, 300), k.sand)
    p.grad(rect(1228, 524, 126, 290), (0, 524), (0, 806), [(0, (0, .03, .5)), (1, (0, .16, .9))])
    p.line([(1291, 524), (1291, 806)], k.sand, 8)
    p.fill(ell(900, 216 - 26, 46), k.dark)
    p.fill(ell(900, 190, 38), k.white)
    p.line([(900, 190), (891, 212)], k.dark, 7)        # a quarter to seven
    p.line([(900, 190), (870, 190)], k.dark, 4)
    p.fill(ell(900, 190, 4), RED)


def lamp_post(p: Plates, x: float) -> None:
    p.fill(poly([(x - 7, 830), (x + 7, 830), (x + 4, 240), (x - 4, 240)]), k.dark)
    p.line(smooth([(x, 250), (x + 6, 200), (x + 60, 190)], False), k.dark, 8)
    p.fill(poly([(x + 40, 192), (x + 96, 192), (x + 84, 174), (x + 52, 174)]), k.dark)
    p.fill(ell(x + 68, 196, 26, 8), (0, 0, .3))
    p.glow(x + 68, 200, 150, [(0, (0, .06, .5)), (1, (0, 0, 0))])


def queue(p: Plates) -> None:
    looks = (dict(hair="hat", cloth=k.ochre, fem=False, top="coat", ink=k.wine, skin=k.SKINS[1], hc=k.HAIRS[4]), dict(hair="hijab", cloth=k.coral,
        fem=True, top="long", ink=k.deep, skin=k.SKINS[2]),
             dict(hair="short", fem=False, top="parka", ink=k.teal, skin=k.SKINS[5]), dict(hair="bun", fem=True, top="jacket", ink=k.sand,
                 skin=k.SKINS[3], pattern=("check", k.red, .04)),
             dict(hair="beard", fem=False, top="jacket", ink=k.ochre, skin=k.SKINS[3]), dict(hair="curly", fem=True, top="coat", ink=k.coral,
                 skin=k.SKINS[4]),
             dict(hair="beanie", cloth=k.teal, fem=False, top="parka", ink=k.plum, skin=k.SKINS[0]))
    for i, look in enumerate(looks):
        x = 740 + i * 98 + (i * 31 % 23)
        f = anyone(60 + i, "side", walk=(.16, 0, .22, 0)[i % 4], **{"pattern": None, "tilt": 0., **look}).place(x, 862 + (i * 13 % 11),
            430 + (i * 29 % 34), -1)
        f.shadow(p, .55, .12, (.55, .22, .05), 3)
        f.draw(p, (-1, -.3), shade=SHADE, rim=(0, .10, .62))


def talk(p: Plates) -> None:
    child = person("side", top="jacket", ink=k.honey, hair="pony", fem=True, child=.75, skin=k.SKINS[2], legink=k.deep, bag="pack",
        bagink=k.teal).place(548, 958, 282, -1)
    woman = person("side", top="coat", ink=k.teal, hair="hijab", cloth=k.sand, fem=True, skin=k.SKINS[2], legink=k.wine, left=(.17, -.64),
        right=(.20, -.60), lean=3, tilt=8).place(452, 944, 548, -1)
    man = person("side", top="jacket", ink=k.ochre, hair="short", skin=k.SKINS[3], legink=k.umber, lean=2, tilt=6, bag="pack",
        bagink=k.deep).place(626, 930, 560, -1)
    v1 = person("side", top="jacket", ink=RED, sleeve=k.deep, hair="curly", fem=True, skin=k.SKINS[4], legink=k.deep, legs="wide", left=(.20, -.62),
        right=(.17, -.60), lean=4, tilt=8).place(236, 944, 552)
    v2 = person("side", top="jacket", ink=RED, sleeve=k.sand, hair="bob", fem=True, skin=k.SKINS[0], hc=k.HAIRS[3], legink=k.umber, right=(.03,
        -.50), left="hide", tilt=4).place(118, 952, 540)
    for g in (v2, man, v1, woman, child):
        g.shadow(p, .42, .10, (.6, .24, .05), 3)
    for g in (v2, man):
        g.draw(p, (-1, -.4), shade=SHADE, rim=(0, .08, .55))
    v1.draw(p, (-1, -.4), shade=SHADE, rim=(0, .08, .55))
    woman.draw(p, (-1, -.4), shade=SHADE, rim=(0, .08, .55))
    # the open folder between them
    p.fill(poly([(300, 612), (346, 632), (346, 566), (300, 548)]), k.sun)
    p.fill(poly([(346, 632), (394, 608), (394, 546), (346, 566)]), k.sand)
    for i in range(4):
        p.line([(354, 578 + i * 12), (386, 566 + i * 12)], k.sea, 3)
    p.over(poly([(300, 612), (346, 632), (346, 566), (300, 548)]), (.12, .10, 0))
    for x, y, c in ((300, 604, k.SKINS[4]), (392, 596, k.SKINS[2])):
        p.fill(ell(x, y, 12, 10), c)
    child.draw(p, (-1, -.4), shade=SHADE, rim=(0, .08, .55))

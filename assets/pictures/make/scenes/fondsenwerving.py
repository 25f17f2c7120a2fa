"""Figure: face-to-face fundraising on an afternoon in town; a passer-by signs, and the pen's line runs on."""
import inks as k
from figure import Figure, person
from paths import ell, poly, rect, smooth
from people import anyone
from plates import Plates
from scenes.achterkant import bicycle
from skyline import gable, tree
from thread import RED, thread

SIZE = (1400, 760)
SCALE = 1.83
FLOOR = 600
SHADE = (.70, .34, .06)
LIGHT = (-1, -.45)


def draw(p: Plates) -> None:
    p.ground([(0, (.44, .01, .04)), (.35, (.16, .05, .16)), (.7, (.02, .16, .36)), (1, (.1, .2, .5))])
    p.fill(ell(250, 330, 92), (0, .05, .62))
    p.glow(250, 330, 420, [(0, (0, .08, .40)), (.6, (0, .03, .15)), (1, (0, 0, 0))])
    houses(p)
    p.grad(rect(-5, FLOOR - 6, 1410, 180), (0, FLOOR), (0, 760), [(0, (.10, .18, .40)), (.5, (.10, .26, .52)), (1, (.34, .34, .50))])
    for x in range(-600, 2200, 120):
        p.line([(560 + (x - 560) * .9, FLOOR), (560 + (x - 560) * 1.5, 770)], (.30, .28, .50), 2)
    for y in (FLOOR + 34, FLOOR + 84):
        p.line([(-5, y), (1405, y)], (.30, .28, .50), 2)
    tree(p, 92, 640, 380, k.moss, k.umber, 4)
    tree(p, 1330, 650, 430, (.30, .34, .95), k.umber, 9)
    passers(p)
    line(p)
    talk(p)


def houses(p: Plates) -> None:
    row = ((-30, 126, 250, 0, k.lilac), (96, 104, 200, 2, k.sand), (200, 116, 170, 1, k.coral), (316, 112, 262, 0, k.ochre), (428, 128, 226, 2, k.teal),
        (556, 108, 280, 0, k.brick), (664, 122, 210, 1, k.sand), (786, 112, 268, 2, k.plum), (898, 120, 236, 0, k.coral), (1018, 110, 286, 1, k.deep),
        (1128, 128, 230, 2, k.ochre), (1256, 112, 270, 0, k.brick), (1368, 96, 220, 1, k.teal))
    for i, (x, w, h, kind, ink) in enumerate(row):
        gable(p, x, FLOOR, w, h, kind, k.mix(ink, (.06, .14, .30), .30), (.72, .42, .20) if i % 2 else (.60, .24, .12), 3, (1,) if i % 3 == 1 else (4,) if i % 3 == 2 else ())
        p.over(rect(x + w - 9, FLOOR - h, 9, h), (.30, .10, 0))
        p.fill(rect(x + 12, FLOOR - 62, w - 24, 62), (.86, .50, .26))
        p.fill(rect(x + 18, FLOOR - 54, w * .36, 54), (0, .14, .70))
        for j in range(5):
            a, b = x + 6 + j * (w - 12) / 5, x + 6 + (j + 1) * (w - 12) / 5
            p.fill(poly([(a + 3, FLOOR - 84), (b + 1, FLOOR - 84), (b, FLOOR - 58), (a, FLOOR - 58)]), (RED if i % 2 else k.teal, k.sand)[(j + i) % 2])


def passers(p: Plates) -> None:
    """People who go by behind: one with a bicycle, two with bags."""
    far = (.20, .28, .40)
    bicycle(p, 1028, 683, 57, k.deep)
    crowd = [
        anyone(44, "side", walk=-.8, top="jacket", ink=k.sand, hair="bob", fem=True, pattern=None, skirt=False, bag="tote", bagink=k.red).place(260, 676, 290),
        person("side", top="jacket", ink=k.honey, hair="beard", walk=-.8, skin=k.SKINS[3], legink=k.deep, left=(.25, -.515), right=(.235, -.505)).place(1076, 676, 296),
        anyone(52, "side", walk=.7, top="long", ink=k.coral, hair="hijab", cloth=k.sand, fem=True, pattern=None, skirt=False, bag="shoulder").place(1280, 672, 288, -1),
    ]
    for f in crowd:
        f.shadow(p, .8, .10, (.45, .18, .05), 2)
    for f in crowd:
        f.draw(p, LIGHT, shade=SHADE, rim=(0, .04, .36), far=far, t=.16)


def line(p: Plates) -> None:
    """The thread comes along the street, is the line that is being written, falls from the board and goes on."""
    y = SIZE[1] * .62
    thread(p, [(120, y + 6), (300, y + 44), (470, y + 30), (600, y - 40), (672, 410)], 6, (True, False))
    thread(p, [(672, 410), (664, 421), (688, 446), (700, 500), (760, 540), (860, 536), (1000, y + 44), (1180, y + 20), (1300, y)], 6, (False, True))


def talk(p: Plates) -> None:
    volunteer = person("side", top="jacket", ink=RED, sleeve=k.deep, hair="curly", fem=True, skin=k.SKINS[4], legink=k.teal, legs="wide", left=(.24, -.60),
        right=(.20, -.575), lean=3, tilt=6, bag="shoulder", bagink=k.sun).place(560, 728, 520)
    woman = person("side", top="coat", ink=k.teal, hair="bun", fem=True, skin=k.SKINS[1], hc=k.HAIRS[3], legink=k.umber, left=(.20, -.63), right=(.235, -.66),
        lean=4, tilt=8).place(806, 732, 512, -1)
    child = person("side", top="jacket", ink=k.honey, hair="braid", fem=True, child=.75, skin=k.SKINS[2], legink=k.wine, bag="pack", bagink=k.teal).place(906, 742, 284, -1)
    other = person("back", top="jacket", ink=RED, sleeve=k.sand, hair="short", skin=k.SKINS[2], legink=k.deep, weight=1, look="side", lookflip=-1, left=(-.19, -.60)).place(428, 716, 510)
    people: tuple[Figure, ...] = (other, volunteer, woman, child)
    for f in people:
        f.shadow(p, .62, .09, (.55, .22, .05), 3)
    other.draw(p, LIGHT, shade=SHADE, rim=(0, .05, .42))
    sheet(p, 332, 408, -8)
    volunteer.draw(p, LIGHT, shade=SHADE, rim=(0, .05, .42))
    board(p, 682, 424)
    woman.draw(p, LIGHT, shade=SHADE, rim=(0, .05, .42))
    p.line([(676, 404), (694, 374)], k.dark, 6)
    p.line(smooth([(652, 432), (660, 424), (668, 428), (674, 418), (678, 408)], False), RED, 4)
    for x, yy, c in ((652, 440, k.SKINS[4]), (692, 392, k.SKINS[1])):
        p.fill(ell(x, yy, 12, 10), c)
    child.draw(p, LIGHT, shade=SHADE, rim=(0, .05, .42))


def board(p: Plates, x: float, y: float) -> None:
    """The clipboard, seen from its side and a little from above."""
    p.fill(poly([(x - 46, y + 22), (x + 26, y - 4), (x + 34, y + 6), (x - 38, y + 34)]), k.umber)
    p.fill(poly([(x - 52, y + 12), (x + 22, y - 16), (x + 32, y - 2), (x - 42, y + 28)]), k.white)
    for i in range(2):
        p.line([(x - 34 + i * 6, y + 11 + i * 7), (x + 12 + i * 6, y - 6 + i * 7)], (.6, .3, .1), 2.4)


def sheet(p: Plates, x: float, y: float, turn: float) -> None:
    p.canvas.save()
    p.canvas.rotate(turn, x, y)
    p.over(rect(x - 20, y - 26, 44, 58), (.4, .2, 0))
    p.fill(rect(x - 24, y - 30, 44, 58), k.white)
    p.fill(smooth([(x - 16, y - 8), (x - 2, y - 22), (x + 12, y - 8), (x + 12, y + 6), (x - 16, y + 6)]), RED)
    for i in range(2):
        p.line([(x - 16, y + 14 + i * 7), (x + 12, y + 14 + i * 7)], (.6, .3, .1), 2.4)
    p.canvas.restore()

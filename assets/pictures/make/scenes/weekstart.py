"""Figure: Monday morning; colleagues before a wall of plans, and the red thread that they run from note to note."""
import inks as k
from figure import person
from paths import ell, poly, rect, ribbon, smooth
from plates import Plates
from scenes.urc import plant
from thread import RED, thread

SIZE = (1400, 760)
SCALE = 1.83
SHADE = (.62, .25, .05)
FLOOR = 690
NOTES = ((.04, .08), (.20, .05), (.37, .10), (.55, .06), (.73, .09), (.88, .05), (.08, .40), (.26, .44), (.45, .39), (.64, .45), (.82, .40), (.15, .72), (.36, .70), (.58, .73), (.77, .70))
INKS = (k.sun, k.sand, k.coral, k.straw, k.sea, k.honey, k.blush)


def draw(p: Plates) -> None:
    p.ground([(0, (.04, .16, .34)), (1, (.02, .12, .30))])
    p.canvas.translate(0, -66)
    window(p, 60, 90, 210, 370)
    p.fill(rect(-5, FLOOR - 42, 1410, 44), (.24, .14, .16))
    floor = rect(-5, FLOOR, 1410, 200)
    p.grad(floor, (0, FLOOR), (0, 860), [(0, (.42, .30, .42)), (1, (.58, .42, .50))])
    p.lift(poly([(40, FLOOR), (330, FLOOR), (560, 870), (150, 870)]), (.45, .6, .9), 4)
    knots = board(p, 352, 96, 860, 440)
    plant(p, 1312, FLOOR + 36)
    plant(p, 34, FLOOR + 60)
    p.canvas.translate(0, 66)
    thread(p, [(120, 482), (250, 494), *((x, y - 66) for x, y in knots), (1290, 454)], 5)
    p.canvas.translate(0, -66)
    for x, y in knots:
        p.fill(ell(x, y, 8), k.dark)
        p.fill(ell(x - 1.5, y - 2, 6.4), RED)
    people(p)


def window(p: Plates, x: float, y: float, w: float, h: float) -> None:
    """A high window; gables before a morning sky."""
    p.fill(rect(x - 16, y - 16, w + 32, h + 32), k.white)
    p.over(rect(x - 16, y - 16, w + 32, h + 32), (.10, .06, .08))
    p.grad(rect(x, y, w, h), (0, y), (0, y + h), [(0, (.40, .02, .04)), (.6, (.06, .10, .30)), (1, (.02, .22, .60))])
    with p.within(rect(x, y, w, h)):
        p.fill(ell(x + w * .68, y + h * .50, 34), k.sun)
        for dx, top, ink in ((-.1, .62, k.plum), (.2, .55, k.teal), (.5, .68, k.plum), (.74, .60, k.deep)):
            a, b = x + w * dx, x + w * (dx + .32)
            p.fill(poly([(a, y + h), (a, y + h * top), ((a + b) / 2, y + h * (top - .11)), (b, y + h * top), (b, y + h)]), ink)
            for i in range(2):
                for j in range(3):
                    p.fill(rect(a + w * (.06 + .12 * i), y + h * (top + .05 + .10 * j), w * .06, h * .05), k.sun if (i + j) % 2 else k.sea)
    for d in (1 / 2,):
        p.fill(rect(x + w * d - 5, y, 10, h), k.white)
    for d in (.34, .67):
        p.fill(rect(x, y + h * d - 5, w, 10), k.white)
    p.fill(rect(x - 30, y + h + 14, w + 60, 16), k.white)
    p.over(rect(x - 30, y + h + 24, w + 60, 6), (.4, .12, 0))


def board(p: Plates, x: float, y: float, w: float, h: float) -> list[tuple[float, float]]:
    """A wall of plans: notes, a calendar, a drawing; gives where the thread is pinned."""
    p.over(rect(x + 12, y + 16, w, h, 6), (.45, .2, .04), 5)
    p.fill(rect(x - 10, y - 10, w + 20, h + 20, 8), k.umber)
    p.fill(rect(x, y, w, h, 3), k.deep)
    for i, (a, b) in enumerate(NOTES):
        wide, high = (118, 92) if i % 4 else (132, 112)
        left, top, turn = x + 14 + a * (w - 60), y + 8 + b * (h - 20), (i * 37 % 9) - 4
        p.canvas.save()
        p.canvas.rotate(turn, left + wide / 2, top + high / 2)
        p.over(rect(left + 5, top + 7, wide, high), (.5, .2, 0), 2)
        p.fill(rect(left, top, wide, high), INKS[i % len(INKS)])
        content(p, i, left, top, wide, high)
        p.canvas.restore()
    return [(x + 14 + a * (w - 60) + 60, y + 8 + b * (h - 20) + 8) for a, b in (NOTES[6], NOTES[1], NOTES[8], NOTES[3], NOTES[9], NOTES[5])]


def content(p: Plates, i: int, x: float, y: float, w: float, h: float) -> None:
    """What stands on a note: lines, bars, a house, a calendar."""
    ink = k.deep if INKS[i % len(INKS)] != k.sea else k.dark
    if i % 5 == 0:
        for n in range(4):
            for m in range(3):
                p.fill(rect(x + w * (.12 + .2 * n), y + h * (.26 + .22 * m), w * .14, h * .14), RED if (n + m * 2 + i) % 5 == 0 else ink)
        p.fill(rect(x + w * .12, y + h * .12, w * .5, h * .06), ink)
    elif i % 5 == 2:
        for n, v in enumerate((.30, .55, .42, .70)):
            p.fill(rect(x + w * (.16 + .18 * n), y + h * (.86 - v), w * .12, h * v), RED if n == 3 else ink)
    elif i % 5 == 4:
        p.fill(poly([(x + w * .28, y + h * .84), (x + w * .28, y + h * .46), (x + w * .5, y + h * .20), (x + w * .72, y + h * .46), (x + w * .72, y + h * .84)]), ink)
        p.fill(rect(x + w * .43, y + h * .56, w * .14, h * .28), k.sun)
    else:
        for n in range(4):
            p.fill(rect(x + w * .12, y + h * (.22 + .17 * n), w * (.74, .60, .70, .36)[n], h * .055), ink)


def wheelchair(p: Plates, x: float, y: float, r: float) -> None:
    """Seen from the side; its wheel stands on `y`."""
    p.line(ell(x, y - r, r), k.dark, 9)
    p.line(ell(x, y - r, r * .86), k.sea, 3)
    for i in range(6):
        p.line([(x, y - r), (x + r * .86 * (1, .5, -.5, -1, -.5, .5)[i], y - r + r * .86 * (0, .866, .866, 0, -.866, -.866)[i])], k.sea, 2.4)
    p.fill(ell(x, y - r, 9), RED)


def people(p: Plates) -> None:
    light = dict(light=(-1, -.6), shade=SHADE, rim=(0, .02, .25))
    for x, y, w in ((520, 792, 92), (748, 812, 96), (952, 800, 92), (1130, 822, 104), (300, 828, 110)):
        p.over(ell(x + 18, y, w, 15), (.5, .2, .05), 4)
    person("back", hair="curly", fem=True, top="shirt", ink=k.honey, legink=k.plum, skin=k.SKINS[5], hc=k.HAIRS[0], left=(-.10, -.50), right=(.25, -.94),
        weight=1, look="side", lookflip=1).place(520, 790, 500).draw(p, **light)
    person("back", hair="beard", top="jacket", ink=k.sea, legink=k.deep, skin=k.SKINS[3], look="side", lookflip=-1, weight=-1).place(752, 812, 530).draw(p, **light)
    person("side", hair="hijab", cloth=k.sand, fem=True, top="coat", ink=RED, legink=k.deep, skin=k.SKINS[2], left=(.30, -.86), right=(.12,
        -.52)).place(952, 800, 488, -1).draw(p, **light)
    # a colleague in a wheelchair, with a note on her lap
    x, y, h = 300, 826, 480
    p.fill(ribbon([(x - 66, y - 262), (x - 58, y - 130), (x + 54, y - 124)], [9, 9, 9]), k.dark)
    p.fill(ribbon([(x - 64, y - 250), (x - 104, y - 262)], [7, 6]), k.dark)
    p.fill(ribbon([(x + 46, y - 124), (x + 104, y - 34), (x + 150, y - 30)], [6, 6, 5]), k.dark)
    person("side", hair="bob", fem=True, top="shirt", ink=k.teal, legink=k.wine, skin=k.SKINS[1], hc=k.HAIRS[3], sit=.275, left=(.25, -.50), right=(.24, -.46),
        pattern=("dots", k.sand, .04)).place(x, y - 6, h).draw(p, **light)
    p.canvas.save()
    p.canvas.rotate(-14, x + 128, y - 240)
    p.fill(rect(x + 92, y - 272, 84, 62), k.sun)
    for n in range(3):
        p.fill(rect(x + 102, y - 262 + n * 15, (62, 50, 36)[n], 5), k.deep)
    p.canvas.restore()
    wheelchair(p, x - 8, y + 2, 84)
    p.line(ell(x + 118, y - 14, 16), k.dark, 7)
    person("back", hair="bun", fem=True, top="jacket", ink=k.plum, legink=k.umber, skin=k.SKINS[0], hc=k.HAIRS[1], left=(-.13, -.56), right=(.13, -.56), weight=1,
        look="side", lookflip=-1).place(1132, 824, 540).draw(p, **light)

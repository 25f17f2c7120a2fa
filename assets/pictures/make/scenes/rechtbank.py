"""Figure: people on the steps of a court house hold a red banner."""
import inks as k
import numpy as np
from figure import person
from paths import course, ell, poly, rect, ribbon
from people import anyone
from plates import Plates
from thread import RED
from type import set_line

SIZE = (1400, 1000)
SCALE = 2.2
SHADE = (.75, .34, .05)


def draw(p: Plates) -> None:
    p.ground([(0, (.66, .02, .05)), (.35, (.30, .02, .06)), (.6, (.05, .10, .25)), (1, (.1, .1, .3))])
    for x, y, w in ((190, 120, 260), (1230, 86, 240), (1130, 200, 150), (90, 260, 170)):
        p.lift(ribbon([(x - w / 2, y), (x, y - 8), (x + w / 2, y)], [3, 15, 3]), (.4, .5, .5))
    temple(p)
    steps(p)
    stand(p)
    banner(p)
    watchers(p)


def temple(p: Plates) -> None:
    stone: k.Ink = (.05, .10, .24)
    p.fill(rect(150, 210, 1100, 420), (.72, .32, .20))
    # doors and windows between the columns
    p.fill(rect(632, 330, 136, 300), (.2, .5, .6))
    p.grad(rect(642, 340, 116, 290), (0, 340), (0, 630), [(0, (0, .04, .5)), (1, (0, .18, .95))])
    p.line([(700, 340), (700, 630)], (.2, .5, .6), 5)
    for x in (310, 470, 830, 990, 1120, 190):
        p.fill(rect(x, 350, 78, 190), (.95, .45, .18))
        p.line([(x + 39, 350), (x + 39, 540)], (.72, .32, .20), 5)
    # columns with flutes, light from the right
    for i in range(8):
        x = 168 + i * 145
        w = 62
        shaft = poly([(x + 5, 250), (x + w - 5, 250), (x + w, 596), (x, 596)])
        p.over(rect(x - 34, 262, 34, 340), (.35, .12, .05))
        p.fill(shaft, stone)
        with p.within(shaft):
            for j in range(5):
                p.over(rect(x + 4 + j * 12, 256, 4.5, 336), (.34, .12, .02))
        p.crescent([shaft], 24, 0, (.5, .16, .02))
        p.fill(rect(x - 10, 236, w + 20, 16), stone)
        p.fill(rect(x - 6, 252, w + 12, 8), k.darker(stone, .3))
        p.fill(rect(x - 10, 596, w + 20, 22), stone)
        p.over(rect(x - 10, 610, w + 20, 8), (.4, .1, 0))
    p.fill(rect(124, 178, 1152, 60), stone)
    p.over(rect(124, 228, 1152, 10), (.45, .15, 0))
    p.over(rect(124, 204, 1152, 4), (.3, .1, 0))
    p.fill(poly([(100, 178), (700, 12), (1300, 178)]), stone)
    p.fill(poly([(208, 164), (700, 36), (1192, 164)]), (.40, .26, .24))
    p.over(poly([(100, 178), (1300, 178), (1300, 186), (100, 186)]), (.5, .2, 0))
    # scales
    x, y = 700, 66
    p.line([(x, y - 6), (x, y + 84)], k.sun, 6)
    p.line([(x - 92, y + 12), (x + 92, y + 12)], k.sun, 6)
    p.line([(x - 34, y + 88), (x + 34, y + 88)], k.sun, 8)
    for s in (-1, 1):
        c = x + s * 90
        p.line([(c - 30, y + 58), (c, y + 12), (c + 30, y + 58)], k.sun, 3)
        p.fill(poly([(c - 36, y + 57), (c + 36, y + 57), (c + 22, y + 72), (c - 22, y + 72)]), k.sun)


def steps(p: Plates) -> None:
    y, wide = 612., 600.
    for i in range(9):
        h = 20 + i * 5.4
        nxt, grow = y + h, wide + 26 + i * 7
        tread = h * .30
        p.fill(poly([(700 - wide, y), (700 + wide, y), (700 + grow, y + tread), (700 - grow, y + tread)]), (.02, .08, .20))
        p.fill(rect(700 - grow, y + tread, grow * 2, h - tread + 1), (.22, .18, .30))
        p.over(rect(700 - grow, y + tread, grow * 2, h * .16), (.55, .22, .04))
        for j in range(-9, 10):
            p.over(rect(700 + j * (80 + i * 9) + (i % 2) * 40, y + tread, 2.5, h - tread), (.4, .16, .04))
        y, wide = nxt, grow
    p.grad(rect(-5, y, 1410, 400), (0, y), (0, 1000), [(0, (.10, .16, .36)), (1, (.45, .24, .30))])
    for s in (-1, 1):
        a, b = 700 + s * 604, 700 + s * 840
        p.fill(poly([(a - 40, 560), (a + 40, 560), (b + 60, 905), (b - 60, 905)]), (.16, .18, .30))
        p.crescent([poly([(a - 40, 560), (a + 40, 560), (b + 60, 905), (b - 60, 905)])], 22, 0, (.5, .2, 0))


def stand(p: Plates) -> None:
    back = ((236, 690, 214), (330, 684, 220), (424, 688, 206), (520, 682, 222), (604, 686, 208), (800, 686, 216), (890, 682, 208), (980, 688, 224),
        (1076, 684, 212), (1162, 690, 220))
    for i, (x, y, h) in enumerate(back):
        f = anyone(700 + i, "front", bag=None, right=(.14, -1.06) if i in (3, 8) else None).place(x, y, h)
        f.draw(p, (1, -.5), shade=SHADE, rim=(0, .02, .3), far=(.4, .24, .28), t=.25)
    front = [(196, dict(hair="short", top="coat", ink=k.deep)), (300, dict(hair="hijab", cloth=k.honey, fem=True, top="jacket", ink=k.coral)), (408,
        dict(hair="curly", fem=True, top="parka", ink=k.ochre)),
             (512, dict(hair="beard", top="jacket", ink=k.teal)), (616, dict(hair="bob", fem=True, top="coat", ink=k.plum)), (716,
                 dict(hair="bald", top="jacket", ink=k.honey)),
             (820, dict(hair="hijab", cloth=k.red, fem=True, top="coat", ink=k.sand)), (926, dict(hair="turban-beard", cloth=k.teal, top="jacket",
                 ink=k.wine)), (1030, dict(hair="long", fem=True, top="jacket", ink=k.sun)),
             (1128, dict(hair="cap", cloth=k.deep, top="parka", ink=k.sea)), (1218, dict(hair="bun", fem=True, top="coat", ink=k.coral))]
    for i, (x, d) in enumerate(front):
        h = 286 + (i * 37 % 26)
        base = {"fem": False, "pattern": None, "skirt": False, **d}
        f = anyone(800 + i, "front", bag=None, skin=k.SKINS[(i * 5 + 2) % 6], fist=True, left=(-.15, -.62), right=(.15, -.62),
            weight=1 if i % 2 else -1, **base).place(x, 764 + (i * 17 % 9), h)
        f.shadow(p, -.6, .10, (.5, .2, .05), 2)
        f.draw(p, (1, -.5), shade=SHADE, rim=(0, .02, .3))


def banner(p: Plates) -> None:
    pts = [(-20, 620, 4), (0, 620, 4), (90, 612, 10), (190, 604, 44), (420, 610, 50), (700, 618, 52), (980, 610, 50), (1210, 604, 44), (1310, 612,
        10), (1400, 620, 4), (1420, 620, 4)]
    mid = course([(x, y) for x, y, _ in pts], 18)
    shape = ribbon([(x, y) for x, y, _ in pts], [r for *_, r in pts], n=18)
    p.over(poly([(q[0] - 8, q[1] + 62) for q in mid if 190 < q[0] < 1210] + [(q[0] - 8, q[1] + 30) for q in mid[::-1] if 190 < q[0] < 1210]), (.5,
        .2, 0), 3)
    p.fill(shape, RED)
    with p.within(shape):
        for x in range(240, 1200, 105):
            p.over(ribbon([(x, 550), (x + 8, 680)], [2, 9]), (.30, .08, 0), 2)
    set_line(p, "RECHT IS VOOR IEDEREEN", 700, 646, 82, k.white, centre=True, width=900)
    for i, x in enumerate((196, 300, 408, 512, 616, 716, 820, 926, 1030, 1128, 1218)):
        for dx in (-34, 34):
            y = float(np.interp(x + dx, [a for a, *_ in pts], [b - r for _, b, r in pts]))
            p.fill(ell(x + dx, y + 6, 10, 9), k.SKINS[(i * 5 + 2) % 6])
            p.over(ell(x + dx, y + 10, 10, 5), (.3, .2, .1))


def watchers(p: Plates) -> None:
    who = ((88, 985, 480, person("back", top="coat", ink=k.deep, hair="long", fem=True, hc=k.HAIRS[2], skin=k.SKINS[1], legink=k.umber, weight=1)),
           (196, 1000, 300, person("back", top="jacket", ink=k.honey, hair="pony", fem=True, child=.7, hc=k.HAIRS[2], skin=k.SKINS[1], legink=k.deep,
               bag="pack", bagink=k.red, weight=-1)),
           (1244, 990, 500, person("back", top="parka", ink=k.teal, hair="beanie", cloth=k.sun, skin=k.SKINS[4], legink=k.wine, weight=-1,
               bag="pack", bagink=k.coral)),
           (1352, 1004, 470, person("back", top="coat", ink=k.wine, hair="hijab", cloth=k.sand, fem=True, skin=k.SKINS[2], legink=k.deep, weight=1)))
    for x, y, h, f in who:
        g = f.place(x, y, h)
        g.shadow(p, -.5, .07, (.5, .2, .05), 3)
        g.draw(p, (.8, -.6), shade=SHADE, rim=(0, .02, .3))

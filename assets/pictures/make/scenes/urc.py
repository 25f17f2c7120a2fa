"""Figure: nine people in a circle on chairs in a high light room; a red yarn goes from hand to hand."""
import math

import inks as k
from figure import Figure, person
from paths import ell, poly, rect, ribbon, smooth
from plates import Plates
from thread import RED, thread

SIZE = (1400, 1000)
SCALE = 1.83
SHADE = (.72, .30, .05)


def draw(p: Plates) -> None:
    p.ground([(0, (.16, .06, .18)), (.55, (.06, .10, .26)), (1, (.1, .2, .5))])
    for x in (130, 420, 710, 1000):
        arch(p, x, 70, 220, 470)
    p.fill(rect(-5, 556, 1410, 40), (.30, .16, .20))
    p.over(rect(-5, 556, 1410, 6), (.35, .1, 0))
    floor = rect(-5, 592, 1410, 420)
    p.grad(floor, (0, 592), (0, 1000), [(0, (.06, .30, .62)), (1, (.30, .44, .60))])
    with p.within(floor):
        for i in range(-26, 27):
            p.line([(700 + i * 46, 592), (700 + i * 124, 1010)], (.34, .52, .60), 2.2)
        for x in (130, 420, 710, 1000):     # the windows lie on the floor as light
            p.lift(poly([(x + 20, 596), (x + 210, 596), (x + 120 + (x - 700) * .32, 1010), (x - 190 + (x - 700) * .32, 1010)]), (.35, .5, .85), 4)
    # a round carpet
    p.fill(ell(700, 806, 470, 120), k.teal)
    p.fill(ell(700, 806, 440, 110), k.sand)
    p.fill(ell(700, 806, 420, 104), k.teal)
    for i in range(40):
        a = i / 40 * 2 * math.pi
        p.fill(ell(700 + math.cos(a) * 380, 806 + math.sin(a) * 93, 9, 4), (k.sun, k.sand)[i % 2])
    plant(p, 60, 700)
    plant(p, 1338, 716)
    circle(p)


def arch(p: Plates, x: float, y: float, w: float, h: float) -> None:
    def outline(e: float) -> object:
        return smooth([(x - e, y + h + e, "c"), (x - e, y + w * .5), (x + w * .12, y + w * .13 - e), (x + w / 2, y - e * 1.2), (x + w * .88,
            y + w * .13 - e), (x + w + e, y + w * .5), (x + w + e, y + h + e, "c")])
    p.fill(outline(15), k.white)
    p.over(outline(15), (.08, .05, .08))
    p.grad(outline(0), (0, y), (0, y + h), [(0, (.46, .01, .04)), (.6, (.10, .03, .16)), (1, (.02, .10, .36))])
    with p.within(outline(0)):
        p.fill(smooth([(x - 20, y + h - 90), (x + w * .3, y + h - 140 - (x % 7) * 6), (x + w * .7, y + h - 96), (x + w + 20, y + h - 150),
            (x + w + 20, y + h + 10, "c"), (x - 20, y + h + 10, "c")]), (.50, .04, .42))
        p.fill(smooth([(x - 20, y + h - 50), (x + w * .4, y + h - 70), (x + w + 20, y + h - 40), (x + w + 20, y + h + 10, "c"), (x - 20, y + h + 10,
            "c")]), (.74, .08, .55))
    for dx in (1 / 3, 2 / 3):
        p.fill(rect(x + w * dx - 4, y, 8, h), k.white)
    for dy in (.30, .54, .78):
        p.fill(rect(x, y + h * dy, w, 8), k.white)
    p.fill(rect(x - 26, y + h + 10, w + 52, 14), k.white)
    p.over(rect(x - 26, y + h + 20, w + 52, 6), (.4, .12, 0))


def plant(p: Plates, x: float, y: float) -> None:
    for a, h in ((-58, 150), (-32, 200), (-8, 230), (16, 215), (40, 180), (62, 130)):
        r = math.radians(a)
        tip = (x + math.sin(r) * h, y - 70 - math.cos(r) * h)
        q = smooth([(x, y - 66, "c"), ((x + tip[0]) / 2 - 24 * math.cos(r), (y - 66 + tip[1]) / 2 - 24 * math.sin(r)), (*tip, "c"),
            ((x + tip[0]) / 2 + 24 * math.cos(r), (y - 66 + tip[1]) / 2 + 24 * math.sin(r))])
        p.fill(q, k.pine if a % 3 else (.74, .08, .62))
        p.crescent([q], -9, -5, (.4, .2, 0))
    pot = poly([(x - 48, y - 78), (x + 48, y - 78), (x + 36, y + 20), (x - 36, y + 20)])
    p.fill(pot, RED)
    p.crescent([pot], -16, 0, (.5, .2, 0))


def chair(p: Plates, x: float, y: float, h: float, ink: k.Ink, back: bool) -> None:
    w = h * .30
    for s in (-1, 1):
        p.fill(rect(x + s * w * .48 - h * .012, y - h * .27, h * .024, h * .28), k.dark)
    if back:
        q = rect(x - w * .50, y - h * .545, w, h * .17, h * .03)
        p.fill(rect(x - w * .56, y - h * .285, w * 1.12, h * .055, h * .012), k.dark)
        p.fill(q, ink)
        p.crescent([q], 10, 8, (.4, .2, 0))
        for s in (-1, 1):
            p.fill(rect(x + s * w * .48 - h * .012, y - h * .42, h * .024, h * .2), k.dark)
    else:
        p.fill(rect(x - w * .6, y - h * .62, w * 1.2, h * .36, h * .03), ink)
        p.fill(rect(x - w * .6, y - h * .30, w * 1.2, h * .05), k.dark)


def circle(p: Plates) -> None:
    lap = dict(sit=.275, left=(-.06, -.40), right=(.06, -.395))
    seats = [
        (426, 726, 330, "front", dict(hair="hijab", cloth=k.honey, fem=True, top="jacket", ink=k.wine, legink=k.deep, skin=k.SKINS[2], tilt=4)),
        (606, 704, 318, "front", dict(hair="beard", top="shirt", ink=k.sea, legink=k.umber, skin=k.SKINS[3])),
        (790, 704, 318, "front", dict(hair="bun", fem=True, top="shirt", ink=RED, legink=k.deep, skin=k.SKINS[0], hc=k.HAIRS[3], tilt=-5)),
        (972, 726, 330, "front", dict(hair="turban-beard", cloth=k.teal, top="jacket", ink=k.ochre, legink=k.plum, skin=k.SKINS[3], tilt=-4)),
        (262, 832, 384, "side", dict(hair="curly", fem=True, top="shirt", ink=k.coral, legink=k.deep, skin=k.SKINS[5], sit=.275, left=(.24, -.50),
            right=(.25, -.47), pattern=("stripe", k.sand, .036))),
        (1142, 832, 384, "side", dict(hair="short", top="jacket", ink=k.deep, legink=k.wine, skin=k.SKINS[1], hc=k.HAIRS[4], sit=.275, left=(.24,
            -.50), right=(.25, -.47))),
        (452, 968, 450, "back", dict(hair="beanie", cloth=k.red, top="jacket", ink=k.honey, legink=k.deep, skin=k.SKINS[4], look="side", lookflip=1)),
        (704, 992, 466, "back", dict(hair="hijab", cloth=k.sand, fem=True, top="jacket", ink=k.teal, legink=k.umber, skin=k.SKINS[2])),
        (956, 968, 450, "back", dict(hair="long", fem=True, top="shirt", ink=k.plum, legink=k.deep, skin=k.SKINS[1], hc=k.HAIRS[2])),
    ]
    hands: list[tuple[float, float]] = []
    figures: list[Figure] = []
    for x, y, h, view, d in seats:
        flip = -1 if view == "side" and x > 700 else 1
        pose = {} if view == "side" else dict(lap) if view == "front" else dict(sit=.275, left=(-.10, -.40), right=(.10, -.40), weight=0)
        figures.append(person(view, **{**pose, **d}).place(x, y, h, flip))
        hands.append((x, y - h * .405) if view == "front" else (x + flip * h * .285, y - h * .475) if view == "side" else (x, y - h * .36))
    for (x, y, h, view, _), f in zip(seats, figures, strict=True):
        p.over(ell(x - h * .1, y, h * .28, h * .05), (.5, .2, .05), 3)
        if view == "front":
            chair(p, x, y, h, k.umber, False)
        if view == "side":
            flip = -1 if x > 700 else 1
            p.fill(ribbon([(x - flip * h * .10, y), (x - flip * h * .085, y - h * .27), (x - flip * h * .12, y - h * .60)], [h * .014] * 3), k.dark)
            p.fill(rect(min(x - flip * h * .10, x + flip * h * .14), y - h * .245, h * .24, h * .03), k.dark)
            p.fill(rect(x + flip * h * .12 - 5, y - h * .25, 10, h * .26), k.dark)
            p.fill(ribbon([(x - flip * h * .108, y - h * .42), (x - flip * h * .122, y - h * .62)], [h * .02] * 2), k.umber)
        if view != "back":
            f.draw(p, (.2, -1), shade=SHADE, rim=(0, .02, .25))
    order = (4, 0, 7, 3, 6, 2, 8, 1, 5)
    web = [hands[i] for i in order]
    sagging = []
    for a, b in zip(web, web[1:], strict=False):
        sagging += [a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + 16)]
    thread(p, [(150, 650), *sagging, web[-1], (1260, 648)], 5)
    for (x, y, h, view, _), f in zip(seats, figures, strict=True):
        if view == "back":
            f.draw(p, (.2, -1), shade=SHADE, rim=(0, .02, .25))
            chair(p, x, y, h, k.umber, True)
    for i in (0, 1, 2, 3, 4, 5):
        p.fill(ell(hands[i][0], hands[i][1], 8, 7), RED)

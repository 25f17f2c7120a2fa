"""Cover: people of all ages walk the red line, the rising sun behind them."""
import inks as k
from figure import person
from paths import ell, rect, smooth
from plates import Plates
from thread import PAGE_HEIGHT, thread

SIZE = (1000, 1403)
SCALE = 2.6
LINE = 1403 * PAGE_HEIGHT


def backdrop(p: Plates, sun: float) -> None:
    """Sky and ground of cover and back cover; `sun`: where it stands, left to right."""
    p.ground([(0, (1, .42, .12)), (.30, (.98, .26, .06)), (.46, (.80, .08, .05)), (.56, (.42, .10, .16)), (.62, (.12, .24, .34)), (1, (.1, .2, .3))])
    with p.within(rect(0, 0, 1000, LINE)):
        # the sun and its rings, cut from paper
        for r, ink in ((425, (.66, .05, .06)), (345, (.30, .12, .16))):
            p.grad(ell(sun, LINE - 60, r), (0, LINE - r - 60), (0, LINE), [(0, ink), (1, k.mix(ink, (.04, .62, .42), .7))])
        p.grad(ell(sun, LINE - 60, 262), (0, LINE - 322), (0, LINE), [(0, (0, .03, .62)), (.45, (0, .16, .9)), (1, (0, .72, .7))])
        # far hills
        p.grad(smooth([(-20, 828), (120, 796), (300, 836), (470, 826), (640, 842), (800, 806), (1020, 828), (1020, 900, "c"), (-20, 900, "c")]), (0,
            790), (0, 870), [(0, (.62, .36, .2)), (1, (.5, .5, .4))])
        p.grad(smooth([(-20, 856), (200, 838), (420, 858), (700, 848), (1020, 856), (1020, 900, "c"), (-20, 900, "c")]), (0, 840), (0, 870),
            [(0, (.85, .44, .2)), (1, (.8, .5, .3))])
    # the ground before the line: light that falls towards us
    p.grad(rect(-5, LINE, 1010, 540), (0, LINE), (0, 1403), [(0, (.0, .48, .78)), (.16, (.03, .24, .74)), (.5, (.14, .12, .5)), (.8, (.6, .1, .3)),
        (1, (.96, .22, .12))])
    p.grad(smooth([(-20, 1186), (240, 1140), (520, 1196), (800, 1160), (1020, 1186), (1020, 1420, "c"), (-20, 1420, "c")]), (0, 1140), (0, 1300),
        [(0, (.62, .03, .08)), (1, (.84, .10, .05))])
    p.grad(smooth([(-20, 1306), (200, 1276), (460, 1322), (760, 1280), (1020, 1306), (1020, 1420, "c"), (-20, 1420, "c")]), (0, 1270), (0, 1403),
        [(0, (.95, .2, .1)), (1, (1, .42, .14))])


def draw(p: Plates) -> None:
    backdrop(p, 560)
    people = walkers()
    stick = [(756 + 66, 890 - 150), (756 + 92, 892)]
    for f in people:
        f.shadow(p, (f.x - 560) / 560 * .75, .92, (.70, .22, .05))
    thread(p, [(250, LINE), (500, LINE), (750, LINE)], 13)
    for f in people:
        side = -1 if f.x > 560 else 1
        f.draw(p, (side * .9, -.42), shade=(.8, .34, 0), rim=(0, .10, .62), rimsize=1.0)
        if abs(f.x - 756) < 1:
            p.line(stick, k.dark, 4)


def walkers() -> list:
    s = "side"
    who = [
        (-24, 876, 318, person(s, top="coat", ink=k.deep, hair="short", walk=.85, skin=k.SKINS[4], legink=k.umber)),
        (60, 880, 298, person(s, top="jacket", ink=k.coral, hair="hijab", cloth=k.sand, fem=True, walk=-.8, skirt=True, legink=k.deep,
            skin=k.SKINS[2])),
        (146, 888, 342, person(s, top="parka", ink=k.ochre, hair="beard", walk=.9, skin=k.SKINS[3], legink=k.wine, bag="pack", bagink=k.teal)),
        (236, 896, 206, person(s, top="jacket", ink=k.red, hair="cap", cloth=k.teal, walk=-.9, child=.75, skin=k.SKINS[3], legink=k.deep, bag="pack",
            bagink=k.honey)),
        (366, 886, 310, person(s, top="long", ink=k.teal, hair="bun", fem=True, walk=.75, skin=k.SKINS[1], legink=k.umber, hc=k.HAIRS[2],
            right=(.165, -.53))),
        (466, 892, 186, person(s, top="dress", ink=k.honey, hair="braid", fem=True, walk=.8, child=.8, legs="slim", legink=k.wine, skin=k.SKINS[4],
            left=(-.25, -.80))),
        (566, 884, 348, person(s, top="jacket", ink=k.sand, hair="curly", fem=True, walk=-.9, skin=k.SKINS[5], legink=k.teal, legs="wide",
            pattern=("stripe", k.red, .034))),
        (652, 880, 312, person(s, top="jacket", ink=k.honey, hair="hijab", cloth=k.deep, fem=True, walk=.85, skin=k.SKINS[3], skirt=True,
            legink=k.red)),
        (756, 890, 318, person(s, top="coat", ink=k.wine, hair="hat", cloth=k.ochre, walk=.55, lean=9, skin=k.SKINS[2], hc=k.HAIRS[4], legink=k.deep,
            right=(.19, -.46))),
        (880, 884, 352, person(s, top="shirt", ink=k.teal, hair="short", walk=-.85, skin=k.SKINS[5], legink=k.umber, bag="pack", bagink=k.red)),
        (960, 880, 300, person(s, top="coat", ink=k.coral, hair="bob", fem=True, walk=.8, skin=k.SKINS[0], hc=k.HAIRS[3], legink=k.deep, bag="tote",
            bagink=k.sand)),
    ]
    out = [f.place(x, y, h) for x, y, h, f in who]
    return sorted(out, key=lambda f: f.y)

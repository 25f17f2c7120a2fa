"""Heads: hair, scarf and hat are what is told; faces have no drawn features. Unit: the head is 1 high, its centre at 0, 0; a profile looks to the right."""
import skia
from inks import Ink, darker, lighter
from paths import ell, joined, ribbon, smooth

Piece = tuple[object, Ink, float]
"""Outline, colour and how deep its shade side is."""

PROFILE = [(.0, -.50), (.20, -.46), (.315, -.30), (.335, -.15), (.335, -.07), (.365, -.01), (.425, .085), (.405, .125), (.36, .145), (.372, .20),
    (.352, .245),
           (.365, .29), (.335, .345), (.335, .41), (.26, .465), (.14, .43), (.06, .48), (.05, .56), (.07, .66), (-.24, .66), (-.25, .45), (-.36, .1),
               (-.38, -.2), (-.22, -.44)]
FACE = [(0, -.50), (.23, -.45), (.335, -.22), (.335, .06), (.275, .30), (.14, .47), (0, .505), (-.14, .47), (-.275, .30), (-.335, .06), (-.335,
    -.22), (-.23, -.45)]
NECK = [(-.17, .25), (-.17, .58), (-.20, .68), (.20, .68), (.17, .58), (.17, .25)]


def both(half: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """A shape of which the right half is given, from the top down."""
    return half + [(-x, y) for x, y in half[::-1]]


def puffs(*circles: tuple[float, float, float]) -> object:
    return joined(*(ell(*c) for c in circles))


def head(view: str, hair: str, hc: Ink, skin: Ink, cloth: Ink) -> list[Piece]:
    """Pieces from back to front. `cloth` colours scarf, cap or hat."""
    match view:
        case "side":
            return side(hair, hc, skin, cloth)
        case "front":
            return front(hair, hc, skin, cloth)
        case _:
            return back(hair, hc, skin, cloth)


def side(hair: str, hc: Ink, skin: Ink, cloth: Ink) -> list[Piece]:
    out: list[Piece] = []
    ear: Piece = (ell(-.065, .05, .055, .095, -12), darker(skin, .22), 0)
    if hair == "long":
        out.append((smooth([(.1, -.5), (-.3, -.48), (-.5, -.1), (-.5, .6), (-.56, 1.2), (-.3, 1.42), (-.02, 1.2), (.02, .5)]), hc, .5))
    if hair == "pony":
        out.append((smooth([(-.34, -.30), (-.62, -.28), (-.76, .15), (-.62, .85), (-.52, .5), (-.5, .1), (-.36, -.02)]), hc, .5))
    if hair == "bun":
        out.append((ell(-.46, -.34, .2), hc, .5))
    if hair == "braid":
        out.append((ribbon([(-.36, .1), (-.46, .5), (-.38, 1.0), (-.30, 1.45)], [.13, .12, .1, .03]), hc, .5))
    out.append((smooth(PROFILE), skin, 1))
    if hair in ("beard", "turban-beard"):
        out.append((smooth([(.0, .04), (.06, .2), (.19, .25), (.30, .20), (.365, .25), (.39, .36), (.36, .52), (.2, .6), (.05, .5), (-.08, .3)]), hc,
            .4))
    if hair in ("short", "crop", "beard", "bun", "pony", "braid"):
        low = .22 if hair in ("short", "beard") else .28
        out.append((smooth([(.325, -.30), (.22, -.27), (.10, -.20), (.03, -.06), (-.005, .09), (-.06, .02), (-.13, .05), (-.17, low), (-.29,
            low + .14), (-.385, .12), (-.455, -.1),
                            (-.42, -.36), (-.22, -.545), (.06, -.59), (.29, -.48), (.365, -.36)]), hc, .6))
        out.append(ear)
    elif hair == "bald":
        out.append((smooth([(-.02, .02), (-.10, .0), (-.15, .2), (-.29, .32), (-.39, .1), (-.41, -.08), (-.2, -.1)]), hc, .3))
        out.append(ear)
    elif hair in ("bob", "long"):
        end = .52 if hair == "bob" else .95
        out.append((smooth([(.35, -.32), (.24, -.27), (.13, -.12), (.11, .15), (.05, end - .06), (-.1, end + .03), (-.34, end), (-.50, end - .2),
            (-.50, .1), (-.48, -.28), (-.26, -.56), (.06, -.61),
                            (.31, -.49)]), hc, .6))
    elif hair == "curly":
        out.append((puffs((.25, -.43, .17), (.06, -.58, .22), (-.19, -.60, .24), (-.42, -.43, .24), (-.55, -.16, .22), (-.5, .13, .21), (-.34, .31,
            .17), (-.2, -.2, .34), (-.22, .1, .17)), hc, .6))
    elif hair == "hijab":
        out.append((smooth([(.30, -.41), (.25, -.25), (.195, -.02), (.20, .22), (.25, .44), (.30, .54), (.38, .84), (.14, 1.08), (-.3, 1.12), (-.64,
            .98), (-.56, .55), (-.53, .1), (-.53, -.22),
                            (-.40, -.53), (-.06, -.65), (.20, -.57)]), cloth, .8))
        out.append((smooth([(.24, .50), (.05, .56), (-.2, .45), (-.4, .2), (-.26, .52), (-.02, .68), (.27, .66)]), darker(cloth, .3), 0))
    elif hair in ("turban", "turban-beard"):
        out.append((smooth([(.36, -.22), (.0, -.12), (-.36, .06), (-.50, -.08), (-.54, -.36), (-.34, -.66), (.0, -.74), (.30, -.62), (.42, -.42)]),
            cloth, .7))
        out.append((smooth([(.40, -.44), (.1, -.42), (-.3, -.2), (-.50, -.02), (-.44, .02), (-.2, -.12), (.12, -.3), (.40, -.34)]), darker(cloth,
            .28), 0))
    elif hair in ("cap", "beanie", "hat"):
        out.append((smooth([(-.02, -.08), (-.03, .08), (-.13, .06), (-.18, .26), (-.30, .36), (-.40, .12), (-.44, -.15), (-.1, -.25)]), hc, .3))
        out.append(ear)
        if hair == "hat":
            out.append((smooth([(-.34, -.2), (-.36, -.6), (-.12, -.70), (.2, -.66), (.32, -.24)]), cloth, .6))
            out.append((smooth([(-.34, -.2), (-.345, -.33), (.30, -.37), (.32, -.24)]), darker(cloth, .5), 0))
            out.append((ell(-.02, -.22, .64, .075, -4), cloth, .3))
        elif hair == "cap":
            out.append((smooth([(.36, -.23), (.0, -.19), (-.40, -.08), (-.47, -.25), (-.36, -.52), (-.08, -.64), (.22, -.55)]), cloth, .6))
            out.append((smooth([(.26, -.36), (.66, -.23), (.64, -.17), (.3, -.20)]), darker(cloth, .35), 0))
        else:
            out.append((smooth([(.37, -.18), (.0, -.13), (-.44, 0), (-.51, -.25), (-.36, -.60), (-.05, -.72), (.26, -.58)]), cloth, .6))
            out.append((smooth([(.385, -.30), (.39, -.15), (0, -.09), (-.46, .05), (-.50, -.11), (-.1, -.24)]), darker(cloth, .22), 0))
    return out


def front(hair: str, hc: Ink, skin: Ink, cloth: Ink) -> list[Piece]:
    out: list[Piece] = []
    if hair in ("long", "bob"):
        e = .95 if hair == "long" else .5
        out.append((smooth([(-.3, -.45), (-.46, -.1), (-.47, .4), (-.44, e), (-.1, e - .08), (.1, e - .08), (.44, e), (.47, .4), (.46, -.1), (.3,
            -.45)]), darker(hc, .3), 0))
    if hair == "curly":
        out.append((puffs((-.44, .02, .17), (.44, .02, .17), (-.46, -.24, .2), (.46, -.24, .2), (-.3, -.5, .22), (.3, -.5, .22), (0, -.62, .24)), hc,
            .5))
    out.append((smooth(NECK), darker(skin, .25), 0))
    if hair not in ("hijab", "bob", "long"):
        out.append((joined(ell(-.345, .04, .055, .1), ell(.345, .04, .055, .1)), darker(skin, .12), 0))
    out.append((smooth(FACE), skin, 1))
    for e in (-1, 1):     # the shade of brow and lid, nose and lip: no drawn eyes, no mouth
        out.append((smooth([(e * .065, -.055), (e * .14, -.085), (e * .225, -.05), (e * .15, -.035)]), darker(skin, .40), 0))
    out.append((smooth([(.01, -.06, "c"), (.065, .115), (.02, .155), (-.05, .14, "c"), (.015, .10)]), darker(skin, .22), 0))
    out.append((smooth([(-.085, .265), (0, .255), (.085, .265), (0, .295)]), darker(skin, .34), 0))
    if hair in ("beard", "turban-beard"):
        out.append((smooth([(-.335, .0), (-.26, .18), (-.12, .20), (0, .215), (.12, .20), (.26, .18), (.335, .0), (.30, .34), (.15, .54), (0, .59),
            (-.15, .54), (-.30, .34)]), hc, .4))
    if hair in ("short", "crop", "beard", "bun", "pony", "braid"):
        if hair == "bun":
            out.append((ell(.02, -.66, .19, .16), hc, .5))
        out.append((smooth([(-.35, .0), (-.40, -.25), (-.28, -.53), (0, -.61), (.28, -.53), (.40, -.25), (.35, .0), (.30, -.18), (.2, -.31), (-.08,
            -.34), (-.28, -.2)]), hc, .5))
        if hair == "braid":
            out.append((ribbon([(.24, .3), (.34, .7), (.26, 1.25)], [.1, .1, .03]), hc, .4))
    elif hair in ("bob", "long"):
        out.append((smooth([(-.40, .34), (-.46, 0), (-.44, -.3), (-.26, -.57), (0, -.63), (.26, -.57), (.44, -.3), (.46, 0), (.40, .34), (.32, -.04),
            (.17, -.32), (.04, -.41), (-.14, -.3),
                            (-.32, -.04)]), hc, .5))
    elif hair == "curly":
        out.append((puffs((-.36, -.24, .12), (-.24, -.40, .15), (0, -.46, .17), (.24, -.40, .15), (.36, -.24, .12)), hc, 0))
    elif hair == "hijab":
        ring = smooth([(-.40, -.3), (-.2, -.59), (0, -.64), (.2, -.59), (.40, -.3), (.45, .1), (.47, .5), (.64, .84), (.4, 1.1), (0, 1.18), (-.4,
            1.1), (-.64, .84), (-.47, .5), (-.45, .1)])
        hole = smooth([(0, -.39), (.2, -.32), (.28, -.1), (.265, .15), (.16, .36), (0, .43), (-.16, .36), (-.265, .15), (-.28, -.1), (-.2, -.32)])
        ring.addPath(hole)
        ring.setFillType(skia.PathFillType.kEvenOdd)
        out.append((ring, cloth, .6))
        out.append((smooth([(-.34, .42), (-.1, .56), (.2, .52), (.44, .36), (.3, .62), (.0, .72), (-.28, .62)]), darker(cloth, .28), 0))
    elif hair in ("turban", "turban-beard"):
        out.append((smooth([(-.38, -.1), (-.47, -.3), (-.36, -.62), (0, -.76), (.36, -.62), (.47, -.3), (.38, -.1), (.2, -.22), (0, -.3), (-.2,
            -.22)]), cloth, .6))
        out.append((smooth([(-.42, -.2), (-.1, -.4), (.3, -.7), (.38, -.58), (.05, -.34), (-.3, -.16)]), darker(cloth, .25), 0))
    elif hair in ("cap", "beanie", "hat"):
        if hair == "hat":
            out.append((smooth([(-.36, -.22), (-.36, -.60), (0, -.71), (.36, -.60), (.36, -.22)]), cloth, .5))
            out.append((ell(0, -.24, .66, .10), darker(cloth, .25), 0))
        else:
            out.append((smooth([(-.385, -.14), (-.42, -.36), (-.24, -.61), (0, -.68), (.24, -.61), (.42, -.36), (.385, -.14), (0, -.2)]), cloth, .5))
            out.append((smooth([(-.41, -.1), (-.42, -.25), (0, -.33), (.42, -.25), (.41, -.1), (0, -.19)]), darker(cloth, .25), 0))
    return out


def back(hair: str, hc: Ink, skin: Ink, cloth: Ink) -> list[Piece]:
    out: list[Piece] = []
    covered = hair in ("hijab", "bob", "long")
    if not covered:
        out.append((joined(ell(-.35, .05, .055, .1), ell(.35, .05, .055, .1)), skin, 0))
        out.append((smooth([(-.34, -.2), (-.30, .2), (-.18, .40), (-.17, .56), (-.20, .64), (.20, .64), (.17, .56), (.18, .40), (.30, .2), (.34,
            -.2)]), darker(skin, .14), .6))
    if hair == "curly":
        out.append((puffs((-.40, .08, .18), (-.47, -.18, .2), (-.34, -.45, .22), (0, -.6, .25), (.34, -.45, .22), (.47, -.18, .2), (.40, .08, .18),
            (-.2, .22, .18), (.2, .22, .18), (0, .24, .18),
                          (0, -.15, .42)), hc, .7))
    elif hair in ("short", "crop", "beard", "bun", "pony", "braid"):
        b = .27 if hair in ("short", "beard") else .36
        out.append((smooth([(-.375, -.02), (-.40, -.25), (-.27, -.53), (0, -.6), (.27, -.53), (.40, -.25), (.375, -.02), (.32, .12), (.2, b - .04),
            (.06, b + .02), (-.06, b + .02), (-.2, b - .04), (-.32, .12)]),
                    hc, .7))
        if hair == "bun":
            out.append((ell(.0, -.40, .23, .2), lighter(hc, .12), .5))
        if hair == "pony":
            out.append((smooth([(-.1, -.32), (.1, -.32), (.18, .1), (.13, .6), (.02, 1.0), (-.11, .6), (-.17, .1)]), lighter(hc, .14), .5))
        if hair == "braid":
            out.append((ribbon([(0, .2), (.02, .7), (-.02, 1.2), (0, 1.5)], [.15, .13, .11, .03]), lighter(hc, .14), .5))
    elif hair == "bald":
        out.append((smooth(both([(0, -.5), (.23, -.45), (.335, -.22), (.335, .02), (.28, .22), (.1, .3)])), skin, .8))
        out.append((smooth([(-.34, -.06), (-.2, .02), (0, .04), (.2, .02), (.34, -.06), (.30, .18), (.17, .32), (0, .34), (-.17, .32), (-.30, .18)]),
            hc, 0))
    elif hair in ("bob", "long"):
        e = .58 if hair == "bob" else 1.3
        out.append((smooth(both([(0, -.61), (.27, -.55), (.43, -.3), (.45, .05), (.47, e * .55), (.42, e * .92), (.16, e + .02)])), hc, .8))
    elif hair == "hijab":
        out.append((smooth(both([(0, -.64), (.26, -.57), (.43, -.3), (.43, .0), (.42, .3), (.54, .6), (.74, .86), (.56, 1.16), (.2, 1.34)])), cloth,
            .8))
        out.append((smooth([(-.38, .34), (-.1, .44), (.2, .42), (.42, .28), (.3, .54), (0, .6), (-.3, .54)]), darker(cloth, .22), 0))
    elif hair in ("turban", "turban-beard"):
        out.append((smooth(both([(0, -.74), (.34, -.62), (.47, -.3), (.40, -.02), (.2, .08)])), cloth, .7))
        out.append((smooth([(-.44, -.1), (-.1, -.16), (.3, -.5), (.42, -.44), (.1, -.06), (-.3, .04)]), darker(cloth, .25), 0))
    elif hair in ("cap", "beanie", "hat"):
        out.append((smooth([(-.36, -.1), (-.33, .15), (-.2, .33), (0, .36), (.2, .33), (.33, .15), (.36, -.1)]), hc, .4))
        if hair == "hat":
            out.append((smooth([(-.35, -.2), (-.36, -.6), (0, -.70), (.36, -.6), (.35, -.2)]), cloth, .6))
            out.append((smooth([(-.355, -.2), (-.36, -.34), (0, -.40), (.36, -.34), (.355, -.2)]), darker(cloth, .5), 0))
            out.append((ell(0, -.19, .66, .11), cloth, .3))
        else:
            out.append((smooth(both([(0, -.66), (.26, -.59), (.41, -.32), (.39, -.05), (.2, .0)])), cloth, .6))
            if hair == "beanie":
                out.append((smooth([(-.41, .03), (-.42, -.13), (0, -.09), (.42, -.13), (.41, .03), (0, .1)]), darker(cloth, .22), 0))
    return out


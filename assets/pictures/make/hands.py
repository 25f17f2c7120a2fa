"""Open hands and forearms, seen from above. A hand is 1 long from wrist to finger end and points to the right; its thumb lies up."""
import math

import skia
from figure import Figure
from inks import Ink, darker, lighter
from paths import Point, ell, moved, poly, ribbon, smooth


def open_hand(skin: Ink, spread: float = 1, curl: float = 0, thumb: float = 1) -> Figure:
    """`spread`: how far the fingers stand apart, `curl` 0 to 1: how far they are bent."""
    f = Figure()
    f.add(ribbon([(.06, -.10), (.22, -.27 * thumb - .05), (.42 - .05 * spread, -.33 - .08 * spread)], [.11, .085, .058]), skin, .5)
    f.add(smooth([(-.06, -.145), (.10, -.175), (.30, -.215), (.50, -.225), (.575, -.12), (.58, .10), (.53, .205), (.30, .195), (.10, .160), (-.06,
        .135)]), skin, .4)
    for y, length, angle in ((.160, .34, 9), (.055, .44, 3), (-.060, .47, -3), (-.170, .42, -9)):
        a = math.radians(angle * spread)
        n = length * (1 - .45 * curl)
        tip = (.50 + n * math.cos(a), y + n * math.sin(a))
        mid = (.50 + n * .5 * math.cos(a), y + n * .5 * math.sin(a) * 1.05)
        f.add(ribbon([(.46, y), mid, tip], [.064, .058, .044]), skin, .7)
        nail = (tip[0] - .035 * math.cos(a), tip[1] - .035 * math.sin(a))
        f.add(ell(*nail, .042, .028, angle * spread), lighter(skin, .32), 0)
    return f


def arm(hand: Point, elbow: Point, size: float, skin: Ink, sleeve: Ink, cuff: float = .9, flip: int = 1, pattern: tuple[str, Ink,
    float] | None = None, spread: float = 1, curl: float = 0,
        bare: float = 0, bangles: Ink | None = None) -> Figure:
    """A forearm from `elbow` (off the picture) to the wrist, and the hand beyond it; `size`: length of the hand; `bare`: how many hand lengths of the forearm show."""
    angle = math.degrees(math.atan2(hand[1] - elbow[1], hand[0] - elbow[0]))
    f = Figure(x=hand[0], y=hand[1], h=size * 4)
    c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    at = lambda d: (hand[0] - c * d * size, hand[1] - s * d * size)  # noqa: E731
    m = skia.Matrix()
    m.setScale(size, size * flip)
    m.postRotate(angle)
    m.postTranslate(*hand)
    f.add(ribbon([at(-.08), at(.5), at(2.2)], [.14 * size, .17 * size, .24 * size]), skin, .8)
    for part in open_hand(skin, spread, curl).parts:
        part.path = moved(part.path, m)
        f.parts.append(part)
    if bangles:
        for d in (.22, .34):
            q = at(d)
            f.add(poly([(q[0] - s * .19 * size - c * .03 * size, q[1] + c * .19 * size - s * .03 * size), (q[0] + s * .19 * size - c * .03 * size,
                q[1] - c * .19 * size - s * .03 * size),
                        (q[0] + s * .19 * size + c * .03 * size, q[1] - c * .19 * size + s * .03 * size), (q[0] - s * .19 * size + c * .03 * size,
                            q[1] + c * .19 * size + s * .03 * size)]), bangles, 0)
    far = math.hypot(hand[0] - elbow[0], hand[1] - elbow[1]) / size
    start = .30 + bare
    f.add(ribbon([at(start), at(start + .8), at(far)], [.235 * size * cuff, .27 * size * cuff, .40 * size * cuff], (True, False)), sleeve, 1, pattern)
    f.add(ribbon([at(start), at(start + .14)], [.245 * size * cuff, .25 * size * cuff], (True, True)), darker(sleeve, .25), .3)
    return f

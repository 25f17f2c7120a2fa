"""Placards, chairs, lamps, suitcases, sewing machines."""
import inks as k
from inks import Ink
from paths import Point, ell, poly, rect, ribbon, smooth
from plates import Plates
from type import set_line


def placard(p: Plates, x: float, y: float, w: float, h: float, lines: list[tuple[str, float]], ink: Ink, letters: Ink, turn: float = 0,
    stick: float = 200, weight: str = "900Black") -> None:
    """A board on a stick; its centre at `x`, `y`; each line with its size; `turn` in degrees."""
    p.canvas.save()
    p.canvas.rotate(turn, x, y)
    p.fill(rect(x - 5, y, 10, h / 2 + stick), k.umber)
    board = rect(x - w / 2, y - h / 2, w, h, 3)
    p.over(rect(x - w / 2 + 7, y - h / 2 + 9, w, h, 3), (.5, .2, 0))
    p.fill(board, ink)
    total = sum(s for _, s in lines) * 1.02
    at = y - total / 2
    for text, size in lines:
        at += size * 1.02
        set_line(p, text, x, at - size * .22, size, letters, weight, True, w * .9)
    p.canvas.restore()


def chair_side(p: Plates, x: float, y: float, h: float, ink: Ink, flip: int = 1) -> None:
    """A chair in profile, its sitter looking right; `h`: height of the seat."""
    def at(a: float, b: float) -> Point:
        return (x + flip * a * h, y - b * h)
    w = h * .035
    for pts in (((-.48, 0), (-.40, 1), (-.52, 2.05)), ((.40, 0), (.36, 1))):
        p.fill(ribbon([at(*q) for q in pts], [w] * len(pts), (True, True)), ink)
    p.fill(poly([at(-.46, 1.04), at(.46, 1.04), at(.46, .94), at(-.46, .94)]), ink)
    for b in (1.45, 1.8):
        p.fill(ribbon([at(-.44 - (b - 1) * .1, b), at(-.46 - (b - 1) * .1, b + .2)], [w * 1.6] * 2), ink)


def lamp(p: Plates, x: float, y: float, w: float, ink: Ink, cord: float) -> None:
    """A hanging lamp; `y`: its lower rim; `cord`: up to which height it hangs."""
    p.line([(x, cord), (x, y - w * .5)], k.dark, max(2, w * .04))
    shade = smooth([(x - w * .5, y, "c"), (x - w * .40, y - w * .30), (x - w * .12, y - w * .50, "c"), (x + w * .12, y - w * .50, "c"), (x + w * .40,
        y - w * .30), (x + w * .5, y, "c")])
    p.fill(shade, ink)
    p.crescent([shade], -w * .12, 0, (.5, .2, 0))
    p.fill(ell(x, y, w * .5, w * .06), (0, 0, .3))


def suitcase(p: Plates, x: float, y: float, w: float, h: float, ink: Ink) -> None:
    p.line([(x + w * .3, y - h), (x + w * .3, y - h * 1.45), (x + w * .7, y - h * 1.45), (x + w * .7, y - h)], k.dark, w * .05)
    for a in (.2, .8):
        p.fill(ell(x + w * a, y, w * .07), k.dark)
    body = rect(x, y - h, w, h - w * .05, w * .1)
    p.fill(body, ink)
    for a in (.28, .5, .72):
        p.over(rect(x + w * a - 2, y - h + 6, 4, h - 16), (.4, .2, 0))
    p.crescent([body], -w * .2, -3, (.5, .2, 0))


def machine(p: Plates, x: float, y: float, s: float, ink: Ink, flip: int = 1) -> Point:
    """A sewing machine on a table at `y`, its needle to the right (or left); gives where the needle is."""
    def at(a: float, b: float) -> Point:
        return (x + flip * a * s, y - b * s)
    body = smooth([(*at(-.62, 0), "c"), (*at(-.62, .62),), (*at(-.50, .74),), (*at(.44, .74),), (*at(.60, .66),), (*at(.62, .30), "c"),
        (*at(.40, .30), "c"), (*at(.36, .46),), (*at(-.10, .46),), (*at(-.22, .40),),
                   (*at(-.24, .14), "c"), (*at(.70, .14), "c"), (*at(.70, 0), "c")])
    p.fill(body, ink)
    p.crescent([body], -flip * s * .07, -s * .04, (.5, .2, 0))
    p.line([at(.50, .30), at(.50, .12)], k.dark, s * .025)
    p.fill(ell(*at(-.66, .50), s * .11), k.dark)
    p.fill(ell(*at(-.66, .50), s * .06), k.honey)
    for a in (-.3, .28):
        p.fill(rect(at(a, 0)[0] - s * .03, y - s * .92, s * .06, s * .18), k.red)
        p.fill(rect(at(a, 0)[0] - s * .05, y - s * .75, s * .10, s * .02), k.dark)
    p.fill(ell(*at(.10, .60), s * .055), k.sun)
    return at(.50, .14)


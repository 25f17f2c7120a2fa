"""Figure: two people go through a file; letters, a pen, and the red tape that held it together."""
import inks as k
from hands import arm
from inks import Ink
from paths import ell, poly, rect, ribbon, shifted, smooth
from plates import Plates
from thread import RED, thread
from type import set_line

SIZE = (1400, 1000)
SCALE = 1.83
SHADE: Ink = (.55, .2, .05)


def sheet(p: Plates, x: float, y: float, w: float, h: float, turn: float, ink: Ink = k.white, lines: int = 14, head: str = "", stamp: bool = False,
    photo: bool = False) -> None:
    p.canvas.save()
    p.canvas.rotate(turn, x + w / 2, y + h / 2)
    p.over(rect(x + 9, y + 12, w, h), SHADE, 3)
    p.fill(rect(x, y, w, h), ink)
    top = y + 34
    if head:
        set_line(p, head, x + 28, y + 56, 26, k.deep)
        p.fill(rect(x + 28, y + 68, w * .34, 4), RED)
        top = y + 104
    for i in range(lines):
        if top + i * 21 > y + h - 34:
            break
        n = (w - 56) * (1 - (i * 37 % 23) / 60) if i % 5 != 4 else (w - 56) * .34
        x0 = x + 28
        if photo and i < 6:
            x0, n = x + 28 + w * .34, n * .60
        p.line([(x0, top + i * 21), (x0 + n, top + i * 21)], (.66, .36, .2), 4.6, cap=False)
    if photo:
        p.fill(rect(x + 28, top - 6, w * .28, w * .36), k.sea)
        with p.within(rect(x + 28, top - 6, w * .28, w * .36)):
            cx = x + 28 + w * .14
            p.fill(ell(cx, top + w * .36, w * .15, w * .13), k.coral)
            p.fill(ell(cx, top + w * .13, w * .062, w * .078), k.SKINS[3])
            p.fill(smooth([(cx - w * .07, top + w * .14), (cx - w * .075, top + w * .06), (cx, top + w * .03), (cx + w * .075, top + w * .06),
                (cx + w * .07, top + w * .14), (cx, top + w * .085)]), k.dark)
    if stamp:
        for r in (52, 44):
            p.line(ell(x + w - 84, y + h - 84, r, r * .92), (.5, .1, .05), 4)
        p.line([(x + w - 120, y + h - 78), (x + w - 50, y + h - 96)], (.5, .1, .05), 9)
    p.canvas.restore()


def draw(p: Plates) -> None:
    p.ground([(0, (.10, .46, .76)), (1, (.16, .52, .74))])
    for i in range(9):
        p.over(ribbon([(-20, 60 + i * 128), (700, 66 + i * 126), (1420, 54 + i * 128)], [2, 2, 2]), (.35, .3, .1))
        p.over(ribbon([(-20, 110 + i * 128), (500, 96 + i * 127), (1420, 116 + i * 128)], [1, 4, 1]), (.10, .14, .02))
    p.lift(poly([(-20, -20), (620, -20), (1420, 800), (1420, 1020), (700, 1020), (-20, 260)]), (.5, .72, .92), 14)
    # the folder, open
    p.over(poly([(262, 176), (1196, 146), (1240, 896), (238, 912)]), SHADE, 6)
    p.fill(poly([(248, 160), (712, 144), (716, 890), (222, 900)]), k.teal)
    p.fill(poly([(712, 144), (1178, 130), (1224, 880), (716, 890)]), (.70, .03, .04))
    p.over(ribbon([(712, 144), (716, 890)], [9, 9]), (.5, .2, 0), 4)
    p.fill(rect(1060, 100, 110, 46, 8), (.70, .03, .04))
    sheet(p, 300, 210, 356, 470, -3, k.sand)
    sheet(p, 320, 226, 360, 500, 2, k.white, 18, "BESLISSING", True)
    sheet(p, 756, 190, 372, 500, 3, k.sand)
    sheet(p, 772, 210, 380, 520, -2, k.white, 19, "VERZOEK", False, True)
    envelope(p, 60, 120)
    glasses(p, 1180, 250)
    # the tape: from the left edge, loose over the file, to the right
    tape = [(90, 632), (220, 700), (330, 790), (470, 806), (600, 762), (716, 770), (840, 820), (980, 804), (1110, 730), (1230, 648), (1320, 626)]
    with p.layer(blur=2):
        p.fill(ribbon([(x + 7, y + 10) for x, y in tape], [8] * len(tape), n=14), SHADE)
    thread(p, tape, 17)
    for f, pen in hands_at():
        with p.layer(blur=3):
            for part in f.parts:
                p.fill(shifted(part.path, 14, 20), SHADE)
        f.draw(p, (-.8, -1), shade=(.7, .3, .05), depth=.6)
        if pen:
            a, b = (606, 486), (492, 640)
            p.over(ribbon([(a[0] + 10, a[1] + 14), (b[0] + 10, b[1] + 14)], [3, 10]), SHADE, 2)
            p.fill(ribbon([a, (a[0] - 22, a[1] + 30)], [2, 9]), k.sand)
            p.fill(ribbon([(a[0] - 22, a[1] + 30), b], [10, 10]), k.deep)
            for part in f.parts[2:3]:
                p.fill(part.path, part.ink)


def hands_at() -> list[tuple[object, bool]]:
    return [
        (arm((470, 666), (250, 1200), 150, k.SKINS[1], k.honey, pattern=("stripe", k.teal, .05), curl=.55, spread=.5), True),
        (arm((262, 520), (-170, 900), 142, k.SKINS[1], k.honey, pattern=("stripe", k.teal, .05), flip=-1, curl=.15), False),
        (arm((1010, 640), (1210, 1190), 148, k.SKINS[4], k.plum, flip=-1, curl=.1, bangles=k.sun), False),
        (arm((1190, 400), (1600, 470), 140, k.SKINS[4], k.plum, curl=.2), False),
    ]


def envelope(p: Plates, x: float, y: float) -> None:
    p.canvas.save()
    p.canvas.rotate(-14, x, y)
    p.over(rect(x - 30, y + 12, 220, 140), SHADE, 3)
    p.fill(rect(x - 40, y, 220, 140), k.sand)
    p.fill(poly([(x - 40, y), (x + 180, y), (x + 70, y + 84)]), k.lighter(k.sand, .4))
    p.line([(x - 40, y), (x + 70, y + 84), (x + 180, y)], (.4, .2, .1), 3)
    p.fill(rect(x + 128, y + 96, 36, 32), RED)
    p.canvas.restore()


def glasses(p: Plates, x: float, y: float) -> None:
    for c in (0, 104):
        p.over(ell(x + c + 8, y + 10, 44, 36), (.35, .1, 0), 3)
        p.fill(ell(x + c, y, 42, 35), (.10, .0, .04))
        p.line(ell(x + c, y, 42, 35), k.dark, 8)
    p.line(smooth([(x + 40, y - 10), (x + 52, y - 20), (x + 64, y - 10)], False), k.dark, 7)
    p.line(smooth([(x - 40, y - 8), (x - 34, y - 70), (x - 26, y - 118), (x - 12, y - 138)], False), k.dark, 6)
    p.line(smooth([(x + 144, y - 8), (x + 140, y - 70), (x + 132, y - 118), (x + 118, y - 138)], False), k.dark, 6)



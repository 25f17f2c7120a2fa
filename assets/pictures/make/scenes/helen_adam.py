"""A mother and her half-grown son embrace on a station platform, warm evening light."""
from canvas import *
from people import *
from props import *
SIZE = (1400, 1000)
FINISH = dict(bloom=.6, thr=.62, vig=.24)
VX, VY = 860, 520


def draw(cv):
    cv.bg([(0, '#2b3f4c'), (.5, '#8a5a54'), (1, '#f2a55c')])
    # the open end of the hall: sky
    arch = union(ell(VX, VY - 20, 330, 330), rect(VX - 330, VY - 20, 660, 90))
    # roof: ribs towards the vanishing point
    cv.grad(rect(-10, -10, 1420, 700), (0, 0), (0, 620), [(0, '#16353f'), (.6, '#4d4552'), (1, '#7a5450')])
    n = 9
    for i in range(n):
        t = (i / (n - 1)) ** 1.0
        s = 4.6 * (1 - t) ** 2.1 + 1.0
        w = 330 * s
        q = union(ell(VX, VY - 20 * s, w, w * .98), rect(VX - w, VY - 20 * s, 2 * w, 400 * s))
        c = mix('#143540', '#f0a060', .04 + .66 * t ** 2)
        cv.grad(q, (0, VY - w), (0, VY + 60), [(0, light(c, .02)), (.5, mix(c, '#7a4a54', .35)), (1, mix(c, '#d9805a', .42))])
        cv.stroke(q, dark(c, .55), 7 * s ** .7, .75)
        cv.stroke(q, '#ffd08a', 2.2 * s ** .6, .5, 1)
    for k in range(-5, 6):      # glass strips of the roof
        a = -math.pi / 2 + k * .27
        p0 = (VX + math.cos(a) * 335, VY - 20 + math.sin(a) * 330)
        p1 = (VX + math.cos(a) * 1700, VY - 90 + math.sin(a) * 1690)
        cv.line([p0, p1], '#12303a', 4, .6)
        a2 = a + .09
        if abs(k) < 4:
            q = poly([(VX + math.cos(a) * 335, VY - 20 + math.sin(a) * 330), p1, (VX + math.cos(a2) * 1700, VY - 90 + math.sin(a2) * 1690), (VX + math.cos(a2) * 335, VY - 20 + math.sin(a2) * 330)])
            cv.grad(q, p0, p1, [(0, '#ffcf8f', .55), (.5, '#8fa6a0', .25), (1, '#3B8C84', .10)], blend='screen')
    cv.clip(arch)
    cv.grad(rect(VX - 340, 150, 680, 480), (0, 180), (0, 590), [(0, '#d9805a'), (.45, '#f4a75f'), (.8, '#ffd68e'), (1, '#ffe7b0')])
    cv.noise(rect(VX - 340, 150, 680, 480), .003, .009, .5, 3)
    for i, (x, w, h) in enumerate(((560, 80, 70), (640, 60, 110), (690, 90, 80), (960, 80, 90), (1040, 70, 130), (1110, 90, 70))):
        cv.fill(rect(x, 575 - h, w, h + 10), mix('#a0604e', '#ffd68e', .55))
    cv.glow(VX, VY - 20, 420, '#fff0c0', 1); cv.fill(ell(VX, VY - 10, 70), '#fff6dc')
    cv.restore()
    cv.stroke(arch, '#3a3540', 9, .8)
    for k in (-.5, 0, .5):
        cv.line([(VX + k * 440, VY - 330 * math.sqrt(max(0, 1 - (k * 1.33) ** 2)) - 10), (VX + k * 440, VY - 120)], '#3a3540', 4, .55)
    cv.line([(VX - 314, VY - 120), (VX + 314, VY - 120)], '#3a3540', 6, .6)
    cv.glow(VX, VY - 10, 620, '#ffb765', .85)
    # floor / platform and the track
    fl = poly([(VX - 330, VY + 62), (VX + 60, VY + 62), (VX + 330, 1010), (-1200, 1010)])
    cv.grad(poly([(VX - 340, VY + 60), (VX + 340, VY + 60), (2600, 1010), (-1400, 1010)]), (0, VY + 60), (0, 1000), [(0, '#7a5048'), (1, '#182e38')])
    cv.grad(fl, (0, VY + 60), (0, 1000), [(0, '#ffd08a'), (.22, '#d9935f'), (.55, '#9a6658'), (1, '#3d434c')])
    cv.clip(fl)
    for i in range(-22, 12):
        cv.line([(VX - 20 + i * 16, VY + 62), (VX - 20 + i * 160, 1010)], '#3a2a34', 2, .22)
    for i in range(14):
        y = VY + 64 + 430 * (i / 13) ** 2
        cv.line([(-10, y), (1400, y)], '#3a2a34', .8 + 2 * i / 13, .22)
    cv.noise(fl, .03, .1, .2, 5)
    cv.glow(VX - 60, VY + 90, 520, '#ffcf86', .95, sy=.55)
    cv.restore()
    cv.fill(poly([(VX + 46, VY + 62), (VX + 60, VY + 62), (VX + 330, 1010), (VX + 236, 1010)]), '#fbe3b4', .75)
    cv.fill(poly([(VX + 60, VY + 62), (VX + 66, VY + 62), (VX + 380, 1010), (VX + 330, 1010)]), '#10262f', .9)
    # the train on the right
    tr = poly([(VX + 92, VY - 60), (1430, 90), (1430, 960), (VX + 92, VY + 82)])
    cv.grad(tr, (VX + 92, 0), (1420, 0), [(0, '#e8a05e'), (.16, '#8a5a54'), (.5, '#2f5560'), (1, '#173a45')])
    def tp(u, v):
        x = VX + 92 + (1430 - VX - 92) * u
        t0 = VY - 60 + (90 - VY + 60) * u; b0 = VY + 82 + (960 - VY - 82) * u
        return (x, t0 + (b0 - t0) * v)
    for a, b in ((.05, .10), (.115, .17), (.20, .28), (.31, .40), (.56, .72), (.77, .97)):
        q = poly([tp(a, .25), tp(b, .25), tp(b, .55), tp(a, .55)])
        cv.grad(q, tp(a, .3), tp(b, .55), [(0, '#ffeab8'), (1, '#f0aa5c')], .95); cv.stroke(q, '#10303a', 4, .6)
    for a, b in ((.435, .52),):
        q = poly([tp(a, .2), tp(b, .2), tp(b, .93), tp(a, .93)])
        cv.grad(q, tp(a, .2), tp(b, .93), [(0, '#fff0c8'), (1, '#f3b060')]); cv.stroke(q, '#10303a', 6, .7); cv.glow(*tp(.48, .6), 160, '#ffc878', .5)
    cv.fill(poly([tp(0, .64), tp(1, .64), tp(1, .72), tp(0, .72)]), '#E4572E', .85)
    cv.line([tp(0, .04), tp(1, .04)], '#ffd08a', 5, .5)
    # column and clock on the left
    L = lambda x: Light((VX - x) / 300, -.55, '#ffd890', 1, '#152f3b', .6, halo=.06, fill='#ff9f45', fill_a=.15)
    for x, y, w, top in ((470, 640, 9, 300), (330, 720, 15, 120), (60, 900, 28, -20)):
        cv.fill(poly([(x - w, y), (x + w, y), (x + w - (VX - x) * 1.2, y + 320), (x - w - (VX - x) * 1.2 - 30, y + 320)]), '#1d2a38', .45, 5, 'mul')
        cv.solid(rect(x - w, top, 2 * w, y - top), '#5a4650', L(x), w * 1.4); cv.solid(rect(x - w * 1.5, y - w * 1.3, w * 3, w * 1.4), '#5a4650', L(x), w)
    cv.line([(330, 250), (430, 250)], '#2a3a44', 7)
    cv.solid(ell(440, 262, 42), '#22404a', L(440), 18); cv.fill(ell(440, 262, 35), '#fff0cf'); cv.line([(440, 262), (440, 238)], INK, 4); cv.line([(440, 262), (458, 270)], INK, 4)
    # others, far and soft
    O = [(610, 640, 128, 'side', 1), (690, 622, 100, 'back', 1), (748, 628, 108, 'back', 1), (800, 612, 84, 'back', 1), (560, 668, 156, 'back', 1), (838, 618, 92, 'back', 1)]
    cv.layer(1.2)
    for i, (x, y, h, v, fl) in enumerate(O):
        f = anyone(i + 1200, v, bag=['case', 'pack', None, 'tote', 'case', None][i]).place(x, y, h, fl)
        f.shadow(cv, (x - VX) / 200, 1.5, '#3a2a38', .5, 2)
    for i, (x, y, h, v, fl) in enumerate(O):
        f = anyone(i + 1200, v, bag=['case', 'pack', None, 'tote', 'case', None][i]).place(x, y, h, fl)
        f.draw(cv, L(x), '#e89a5c', .42)
    cv.restore()
    # mother and son
    X, Yf, H = 560, 900, 632
    son = person(1210, view='side', coat='hoodie', top='#3B8C84', legs='#1b3742', hair='short', hc='#1C1A1E', skin='#8A5638', armR='hide', armL='hide', build=.94, lean=.035, tilt=14, bag='pack', bagc='#F2A541')
    mom = person(1212, view='side', coat='long', top='#C2492c', hair='hijab', scarf='#EAD3A8', skin='#9a6242', armR='hide', armL='hide', lean=.045, tilt=15, build=1.08)
    son.place(X + 62, Yf - 6, H * .925, -1); mom.place(X - 62, Yf, H)
    case = Figure(); case.add(rect(-.09, -.30, .18, .29, .025), '#5B3A54', .07); case.add(limb([(-.05, -.30), (-.05, -.43)], [.006, .006]), '#22323a', .006); case.add(limb([(.05, -.30), (.05, -.43)], [.006, .006]), '#22323a', .006)
    case.add(limb([(-.06, -.43), (.06, -.43)], [.009, .009]), '#22323a', .008); case.add(union(ell(-.06, -.012, .015), ell(.06, -.012, .015)), '#182226', .01)
    case.place(X + 258, Yf + 6, H)
    lt = L(X)
    for f in (mom, son, case):
        f.shadow(cv, -.85, .13, '#1a1c28', .85, 6)
    case.draw(cv, lt)
    # her far arm round his back, his far arm round hers
    def arm(pts, rad, col, hand, skin):
        f = Figure(); f.add(limb([pts[-1], hand], [rad[-1] * .8, rad[-1] * .82]), skin, .02 * H); f.add(limb(pts, rad), col, .04 * H); f.h = H; return f
    mom.draw(cv, lt)
    son.draw(cv, lt)
    a = arm([(X - 46, Yf - 480), (X + 8, Yf - 410), (X + 100, Yf - 440)], [28, 25, 19], '#c94c2e', (X + 122, Yf - 450), '#9a6242')
    sy = Yf - 6
    b = arm([(X + 50, sy - 444), (X - 4, sy - 350), (X - 96, sy - 372)], [25, 23, 17], '#459a91', (X - 118, sy - 378), '#8A5638')
    b.draw(cv, lt)
    a.draw(cv, lt)
    cv.glow(VX - 160, VY, 620, '#ffb765', .6, stops=[(0, '#ffcf8a', .55), (.4, '#ff9d4d', .18), (1, '#f27a3e', 0)])
    cv.layer(20, .5, 'screen')
    for a0 in (2.32, 2.62, 2.86, .55):
        cv.grad(poly([(VX, VY - 20), (VX + math.cos(a0) * 1500, VY + math.sin(a0) * 1500), (VX + math.cos(a0 + .10) * 1500, VY + math.sin(a0 + .10) * 1500)]), (VX, VY), (VX + math.cos(a0) * 1000, VY + math.sin(a0) * 1000), [(0, '#ffd08a', .5), (1, '#ffb060', 0)])
    cv.restore()
    cv.haze(900, 1000, '#0f2a31', 0, .4)

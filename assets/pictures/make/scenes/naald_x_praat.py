"""A sewing room: three people at machines, bolts of cloth, window light."""
from canvas import *
from people import *
from props import *
SIZE = (1400, 1000)
FINISH = dict(bloom=.5, thr=.66, vig=.24, contrast=0.3)


def machine(cv, x, y, s, L, flip=1, col='#1b3c47'):
    """a sewing machine on a table; (x, y) = middle of its foot, s = width"""
    X = lambda u: x + u * s * flip
    cv.fill(ell(x, y + 3, s * .6, s * .06), '#2a1f28', .5, 4, 'mul')
    cv.solid(poly([(X(-.5), y - s * .10), (X(.5), y - s * .10), (X(.52), y), (X(-.52), y)]), light(col, .08), L, s * .06)
    body = smooth([(X(.5), y - s * .10), (X(.48), y - s * .52), (X(.40), y - s * .60), (X(-.36), y - s * .60), (X(-.47), y - s * .54), (X(-.47), y - s * .30), (X(-.40), y - s * .27), (X(-.30), y - s * .30), (X(-.22), y - s * .37),
                   (X(.20), y - s * .37), (X(.27), y - s * .30), (X(.28), y - s * .10)], k=.1)
    cv.solid(body, col, L, s * .13)
    cv.solid(ell(X(.55), y - s * .46, s * .06, s * .13), '#d8b27a', L, s * .05)
    cv.solid(rect(min(X(.06), X(.16)), y - s * .74, s * .10, s * .14, 3), CORAL, L, s * .05)
    cv.line([(X(.11), y - s * .70), (X(-.30), y - s * .66), (X(-.40), y - s * .55), (X(-.40), y - s * .10)], '#F4EBDD', 1.5, .8)
    cv.line([(X(-.40), y - s * .28), (X(-.40), y - s * .09)], '#e8e0d0', 3, .9)
    cv.line([(X(-.30), y - s * .48), (X(.14), y - s * .48)], '#F2A541', 4, .8)
    cv.glow(X(-.4), y - s * .14, s * .42, '#ffe0a0', .8)


def draw(cv):
    cv.bg([(0, '#6a5a58'), (1, '#3a3a44')])
    wall = rect(-10, -10, 1420, 700)
    cv.grad(wall, (0, 0), (1400, 0), [(0, '#d9a878'), (.35, '#b07a62'), (.7, '#5d5058'), (1, '#223f4a')])
    cv.noise(wall, .006, .01, .14, 4)
    # large window on the left
    win = rect(70, 50, 470, 470)
    cv.fill(rect(54, 34, 502, 502), '#8a6a58')
    cv.grad(win, (0, 50), (0, 520), [(0, '#bfd6c4'), (.45, '#fff0cf'), (.8, '#ffdf9c'), (1, '#f6bd78')])
    cv.clip(win)
    for x, w, h, c in ((60, 120, 130, '#d98f62'), (170, 90, 180, '#8fa69a'), (262, 130, 120, '#c97a58'), (380, 90, 160, '#d9a878'), (460, 110, 110, '#7f9a94')):
        cv.fill(poly([(x, 530), (x, 520 - h), (x + w / 2, 520 - h - w * .3), (x + w, 520 - h), (x + w, 530)]), mix(c, '#ffe6b0', .58), 1, 2)
    cv.glow(250, 180, 340, '#fffbe8', .8)
    cv.restore()
    Lw = Light(-.7, -.6, '#ffe2a8', .9, '#14323d', .6)
    for q in (rect(222, 50, 10, 470), rect(378, 50, 10, 470), rect(70, 200, 470, 9)):
        cv.solid(q, '#b08a6c', Lw, 5)
    cv.solid(rect(40, 524, 532, 18), '#d8b088', Light(0, -1), 8)
    for k, (x, c) in enumerate(((96, '#E4572E'), (126, '#F2A541'), (156, '#3B8C84'), (470, '#5B3A54'), (500, '#F4EBDD'))):
        cv.solid(poly([(x - 11, 488), (x + 11, 488), (x + 7, 506), (x + 11, 524), (x - 11, 524), (x - 7, 506)]), c, Light(-.2, -1, '#fff0c8', .9), 8)
    # shelves with bolts of cloth
    sx, sw = 700, 640
    cv.fill(rect(sx - 12, 60, sw + 24, 520), '#2d2c36', .85)
    r = np.random.default_rng(6)
    cols = ['#E4572E', '#F2A541', '#3B8C84', '#5B3A54', '#1F4E5A', '#D8C4A2', '#B8452B', '#4FA39A', '#9C5560', '#C98A2E', '#F4EBDD']
    Ls = Light(-.8, -.35, '#ffdca0', .85, '#0f2933', .66, fill='#ffb765', fill_a=.08)
    for row in range(3):
        y = 70 + row * 172
        x = sx
        while x < sx + sw - 30:
            if row == 1 and 900 < x < 1100:      # rolls lying, seen from their ends
                for a in range(3):
                    for b in range(3 - a):
                        cx, cy = x + 32 + b * 62 + a * 31, y + 122 - a * 54
                        c = cols[int(r.integers(len(cols)))]
                        cv.solid(ell(cx, cy, 31), c, Ls, 22)
                        for q in (23, 15):
                            cv.stroke(ell(cx, cy, q), dark(c, .4), 1.8, .6)
                        cv.fill(ell(cx, cy, 7), '#241f28')
                x += 200; continue
            w = r.uniform(30, 50); h = r.uniform(112, 148)
            c = cols[int(r.integers(len(cols)))]
            q = rect(x, y + 153 - h, w - 3, h, 9)
            cv.solid(q, c, Ls, w * .5)
            cv.clip(q)
            for k in range(3):
                cv.line([(x + w * (.25 + .25 * k), y + 153 - h), (x + w * (.22 + .25 * k), y + 160)], dark(c, .4), 2.5, .35, 1.5)
            if r.random() < .35:
                for k in range(9):
                    cv.fill(ell(x + r.uniform(4, w - 6), y + 153 - h + r.uniform(8, h - 6), 3), light(c, .5), .6)
            cv.restore()
            x += w
        cv.solid(rect(sx - 16, y + 153, sw + 32, 15), '#a5724e', Ls, 7)
        cv.fill(rect(sx, y + 168, sw, 16), '#15161f', .45, 6)
    for x in (sx - 18, sx + sw + 4):
        cv.solid(rect(x, 50, 14, 550), '#8a5c44', Ls, 7)
    # garland of cut patterns, dress form
    cv.line([(540, 96), (620, 128), (694, 104)], '#e8d0a0', 2, .8, curve=True)
    # floor
    cv.grad(rect(-10, 600, 1420, 420), (0, 600), (0, 1000), [(0, '#b5764f'), (.5, '#7a5048'), (1, '#2f333c')])
    cv.noise(rect(-10, 600, 1420, 420), .01, .06, .16, 3)
    for i in range(-14, 30):
        cv.line([(500 + i * 60, 598), (500 + (i - 3) * 118, 1010)], '#2a1f28', 2.2, .28)
    cv.layer(12, 1, 'screen')
    for a in (80, 236, 392):
        cv.grad(poly([(a + 60, 610), (a + 190, 610), (a + 620, 1000), (a + 400, 1000)]), (0, 610), (0, 1000), [(0, '#ffcf86', .6), (1, '#ffb060', .2)])
    cv.restore()
    # dress form
    cv.solid(rect(618, 520, 8, 170), '#3a2a2c', Lw, 4); cv.solid(ell(622, 692, 44, 9), '#3a2a2c', Lw, 5)
    cv.solid(smooth([(608, 300), (636, 300), (642, 322), (672, 336), (668, 390), (652, 430), (676, 500), (668, 530), (576, 530), (568, 500), (592, 430), (576, 390), (572, 336), (602, 322)]), '#e6c79a', Lw, 40)
    cv.solid(smooth([(592, 430), (652, 430), (690, 600), (700, 640), (544, 640), (554, 600)], k=.1), '#3B8C84', Lw, 34)
    cv.solid(ell(622, 298, 14, 7), '#8a5c44', Lw, 6)
    # lamp
    for x in (420, 1010):
        cv.line([(x, -10), (x, 40)], '#1d333d', 3)
        cv.solid(smooth([(x - 12, 36), (x + 12, 36), (x + 58, 80), (x - 58, 80)], k=.08), '#24505a', Light(-.5, 1, '#ffe0a0', .8), 18)
        cv.glow(x, 92, 140, '#ffe0a0', .6)
    # far worker (behind the long table)
    L = Light(-.75, -.55, '#ffe0a6', 1, '#12303b', .62, fill='#ffb765', fill_a=.14)
    p3 = person(1402, view='side', pose='sit', seat=.26, coat='jacket', top='#F2A541', hair='short', hc='#1C1A1E', skin='#5A3828', armR=(.29, -.44), armL=(.31, -.43), lean=.05, tilt=14).place(1120, 800, 470, -1)
    p3.shadow(cv, .5, .12, '#1a1f2a', .5, 5)
    chair_back(cv, 1126, 800, 120, '#8a5c44', L, 'left')
    p3.draw(cv, L, '#7a5a58', .14)
    def table(x0, x1, y, dep, foot, c='#c98f5a'):
        cv.fill(poly([(x0 + 40, foot), (x1 + 120, foot), (x1 + 180, foot + 40), (x0 + 80, foot + 40)]), '#1a1f2a', .45, 12, 'mul')
        for x in (x0 + 16, x1 - 30):
            cv.solid(rect(x, y + 10, 15, foot - y), dark(c, .35), L, 8)
        cv.solid(poly([(x0, y), (x1, y), (x1 + 8, y + dep), (x0 - 8, y + dep)]), light(c, .12), L, 14, .6)
        cv.solid(rect(x0 - 8, y + dep, x1 - x0 + 16, 15, 3), c, L, 8)
    table(800, 1046, 594, 26, 815)
    machine(cv, 920, 604, 128, L, -1, '#5B3A54')
    cv.solid(smooth([(800, 606), (870, 598), (960, 600), (968, 612), (880, 616), (858, 660), (846, 706), (806, 700), (812, 650)]), '#4FA39A', L, 20)
    # the two in front, facing each other
    p1 = person(1400, view='side', pose='sit', seat=.26, coat='long', top='#B8452B', hair='hijab', scarf='#F2D6A4', skin='#A46845', armR=(.29, -.47), armL=(.31, -.46), lean=.05, tilt=12).place(236, 955, 620)
    p2 = person(1404, view='side', pose='sit', seat=.26, coat='jacket', top='#2C7a78', hair='bun', hc='#8C8378', skin='#DDA987', armR=(.30, -.47), armL=(.31, -.46), lean=.04, tilt=8, build=1.06, legs='#3B2C3C').place(905, 965, 630, -1)
    for p, v, x in ((p1, 'right', 228), (p2, 'left', 914)):
        p.shadow(cv, .45, .08, '#1a1f2a', .5, 6)
        chair_back(cv, x, 960, 160, '#8a5c44', L, v)
        p.draw(cv, L)
    table(330, 800, 668, 40, 968)
    machine(cv, 466, 690, 176, L, 1, '#1d424d')
    machine(cv, 690, 690, 168, L, -1, '#8a3a30')
    # cloth under the needle, running over the edge
    a = smooth([(340, 690), (380, 676), (430, 680), (440, 692), (420, 712), (414, 780), (426, 850), (392, 872), (352, 856), (360, 780), (348, 716)])
    cv.solid(a, '#F2A541', L, 34); cv.clip(a)
    for x in (366, 388, 408):
        cv.line([(x, 690), (x - 4, 780), (x + 5, 870)], '#8a4a20', 8, .45, 4, curve=True)
    cv.restore()
    b = smooth([(716, 690), (770, 676), (812, 688), (806, 716), (816, 800), (800, 880), (752, 868), (744, 790), (752, 712)])
    cv.solid(b, '#5B3A54', L, 34); cv.clip(b)
    for k in range(24):
        cv.fill(ell(738 + (k * 37 % 76), 690 + (k * 53 % 180), 4), '#F2A541', .8)
    cv.restore()
    # hands over the cloth
    for (px, py, s) in ((236 + .30 * 620, 955 - .455 * 620, '#A46845'), (905 - .305 * 630, 965 - .455 * 630, '#DDA987')):
        pass
    cv.solid(ell(566, 690, 24, 8), '#fff0cf', L, 6); cv.solid(smooth([(548, 650), (584, 650), (580, 686), (554, 686)]), '#E4572E', L, 13)
    for k in range(4):
        cv.solid(rect(600 + k * 6, 668 + (k % 2) * 6, 4, 22, 2), cols[k], L, 2)
    # a basket close to us, out of focus
    cv.layer(2.6)
    for x, y, s, c in ((1180, 900, 74, '#E4572E'), (1276, 880, 84, '#3B8C84'), (1360, 914, 70, '#F2A541'), (1230, 850, 56, '#F4EBDD')):
        cv.solid(limb([(x, y), (x + 24, y - s * 2.1)], [s * .42, s * .42]), c, L, s * .4)
    cv.solid(smooth([(1110, 900), (1420, 880), (1420, 1030), (1136, 1030)], k=.08), '#9a6a48', L, 70)
    for k in range(4):
        cv.line([(1112, 920 + k * 26), (1420, 902 + k * 26)], '#4a2f2a', 5, .5, 2)
    cv.restore()
    for x in (120, 270, 420):
        cv.beam([(x, 60), (x + 120, 60), (x + 760, 1000), (x + 420, 1000)], '#ffe0a6', .20, 22, p0=(x + 40, 100), p1=(x + 520, 900))
    cv.haze(880, 1000, '#0f2a31', 0, .45)

"""A demonstration in a city street, low sun at the end."""
from canvas import *
from people import *
from props import *
SIZE = (1000, 1400)
FINISH = dict(bloom=.45, thr=.62, vig=.2)
VX, VY = 540, 700


def street_side(cv, left, cols, seed):
    r = np.random.default_rng(seed)
    zs = [1.0, 1.45, 2.1, 3.0, 4.3, 6.2, 9]
    for i in range(len(zs) - 2, -1, -1):
        z0, z1 = zs[i], zs[i + 1]
        X = -620 if left else 560
        X0, X1 = VX + X / z0, VX + X / z1
        H = 1000 * (1 + .16 * r.random())
        top0, top1 = VY - H / z0, VY - H / z1
        b0, b1 = VY + 330 / z0, VY + 330 / z1
        t = i / (len(zs) - 2)
        hz = '#f4b468'
        c = mix(cols[i % len(cols)], hz, min(.86, .10 + .95 * t ** .8))
        q = poly([(X0, top0), (X1, top1), (X1, b1), (X0, b0)])
        cv.grad(q, (X0, 0), (X1, 0), [(0, dark(c, .14)), (1, light(c, .1))])
        cv.noise(q, .02, .02, .25, seed + i)
        n, m = 3, 6
        for a in range(n):
            for b in range(m):
                z = lambda s: 1 / ((1 / z0) + (1 / z1 - 1 / z0) * s)
                s0, s1 = (a + .24) / n, (a + .76) / n
                za, zb = z0 + (z1 - z0) * s0, z0 + (z1 - z0) * s1
                ya, yb = .07 + b * .155, .07 + b * .155 + .105
                P = lambda zz, yy: (VX + X / zz, VY - H / zz + (H + 330) / zz * yy)
                w = poly([P(za, ya), P(zb, ya), P(zb, yb), P(za, yb)])
                lit = r.random() < .14
                wc = mix('#ffcf83' if lit else '#1c3f4b', hz, min(.9, .05 + .9 * t))
                cv.fill(w, light(c, .25), .6, 0); cv.fill(w, wc, .82)
                cv.line([P(za, yb), P(zb, yb)], light(c, .4), 3.5 / za, .7)
        for yy in (.055, .21, .83):
            cv.line([(X0, top0 + (b0 - top0) * yy), (X1, top1 + (b1 - top1) * yy)], light(c, .3), 7 / z0, .6)


def draw(cv):
    cv.bg([(0, '#4f7f86'), (.18, '#9fb09c'), (.34, '#f0cd92'), (.5, '#fbd994'), (1, '#f3b569')])
    cv.glow(VX, VY - 60, 620, '#ffce7a', 1)
    street_side(cv, True, ['#7c4a4a', '#c08a62', '#4d5d63', '#a5604a', '#c9a47a'], 3)
    street_side(cv, False, ['#2f545c', '#b06a4e', '#d0a878', '#6d4a58', '#c29468'], 8)
    cv.glow(VX, VY - 70, 520, '#ffdf9c', 1)
    cv.glow(VX, VY - 120, 150, '#fff3cf', 1)
    ground = poly([(VX - 10, VY + 30), (VX + 10, VY + 30), (1500, 1420), (-500, 1420)])
    cv.grad(poly([(VX - 24, VY + 12), (VX + 24, VY + 12), (VX + 1680, VY + 990), (VX - 1860, VY + 990)]), (0, VY + 10), (0, 1400), [(0, '#f6bd72'), (.3, '#b07458'), (1, '#2c3f4a')])
    # strings of garlands and a tram wire
    cv.line([(-10, 215), (VX - 40, VY - 330), (1010, 150)], '#1a3740', 2.2, .5, curve=False)
    r = np.random.default_rng(2)
    # crowd, back to front
    rows = [(742, 50, 26), (752, 64, 26), (768, 84, 24), (796, 115, 19), (836, 158, 16), (905, 225, 12)]
    colb = ['#F4EBDD', '#E4572E', '#F2A541', '#3B8C84', '#F4EBDD', '#5B3A54', '#e8c98f']
    k = 0
    for ri, (y, h, n) in enumerate(rows):
        t = ri / (len(rows) - 1)
        half = 90 + 500 * t
        ht = .80 * (1 - t) ** .9 + .10
        # boards of this row first
        for i in range([7, 8, 8, 6, 4, 0][ri]):
            x = VX - half * .9 + 1.8 * half * (i + .5 + r.uniform(-.3, .3)) / [7, 8, 8, 6, 4, 3][ri]
            bw = h * r.uniform(.5, .75)
            c = colb[int(r.integers(len(colb)))]
            ik_ = INK if c not in ('#5B3A54', '#3B8C84') else SAND
            placard(cv, x, y - h * r.uniform(1.32, 1.75), bw, bw * .66, r.uniform(-9, 9), c, Light(0, -1), None, ik_, h * .8, marks=int(r.integers(1, 9)), haze='#f8c478', ht=ht * .8)
        for i in range(n):
            x = VX - half + 2 * half * (i + .5 + r.uniform(-.25, .25)) / n
            k += 1
            up = r.random() < .22
            f = anyone(k + 200, bag=None, armR=(.14, -1.04) if up else None)
            f.place(x, y + h * .5 + r.uniform(-.03, .03) * h, h * r.uniform(.93, 1.06))
            f.draw(cv, Light((VX - x) / 500, -.8, '#ffd998', .9, '#1c3440', .5, halo=.08), '#f3b56c', ht)
        cv.haze(y - h * .4, y + h * .8, '#ffc476', 0, .20 * (1 - t))
    # the two boards
    Lb = Light(.3, -.9, '#fff0cc', .9, '#24424f', .4)
    for x, y, w, c, ik_, m, rt in ((650, 452, 150, '#F2A541', INK, ['120.457', 'PUSHBACKS'], -3), (893, 500, 166, '#3B8C84', SAND, ['GEEN MENSEN', 'OP STRAAT'], 8), (64, 668, 138, '#5B3A54', '#F2A541', 3, -8), (566, 724, 92, '#F4EBDD', '#E4572E', 6, 5), (420, 700, 100, '#2C7A78', SAND, 1, 7)):
        lettered = isinstance(m, list)
        placard(cv, x, y, w, w * .68, rt, c, Lb, m if lettered else None, ik_, 190, marks=1 if lettered else m, haze='#f0b870', ht=.10 if lettered else .16)
    placard(cv, 318, 492, 452, 300, -4.5, '#f7efe0', Lb, ['PUSHBACKS =', 'RACISME', 'AAN DE GRENS'], '#12343B', 420)
    placard(cv, 768, 640, 312, 172, 5, '#E4572E', Lb, ['HUMAN'], '#FBF3E4', 330)
    # front rows
    F = [
        (person(301, coat='jacket', top='#9C5560', hair='bob', hc='#4A2E20', stride=.5, skin='#CF9C78'), 130, 1290, 500),
        (person(302, coat='coat', top='#C98A2E', hair='hijab', scarf='#F4EBDD', stride=-.5), 890, 1300, 500),
        (person(303, coat='jacket', top='#24505a', hair='cap', scarf='#3B8C84', stride=-.5, armR=(.16, -1.07), armL=None, skin='#8A5638'), 690, 1250, 470),
        (person(306, coat='jacket', top='#3A5661', hair='short', hc='#8C8378', skin='#DDA987', stride=.6), 505, 1200, 420),
        (person(304, coat='jacket', top='#E4572E', legs='#17333C', hair='curly', hc='#15181C', build=1.06, stride=.6, armL=(-.03, -1.10), armR=(.035, -1.0), skin='#5A3828'), 322, 1462, 640),
        (person(305, hk=1.38, coat='hoodie', top='#F2A541', hair='pony', hc='#2B1D1A', stride=-.4, bag='pack', bagc='#5B3A54', armL=(-.26, -.62), skin='#A46845'), 588, 1420, 400),
        (person(307, coat='long', top='#1F4E5A', hair='long', hc='#1C1A1E', stride=.5, build=1.02, skin='#C58A62', bag='shoulder', bagc='#E4572E'), 800, 1500, 640),
        (person(308, coat='coat', top='#5B3A54', hair='beanie', scarf='#C98A2E', build=1.1, stride=.5, skin='#C58A62'), 60, 1530, 640),
    ]
    for f, x, y, h in F:
        f.place(x, y, h)
        f.draw(cv, Light((VX - x) / 420, -.75, '#ffd08a', .95, '#10303a', .6, halo=.06), '#d98a55', .14 if h < 520 else .03)
    cv.glow(VX, VY - 70, 640, '#ffb765', .6, stops=[(0, '#ffcf8a', .40), (.4, '#ff9d4d', .16), (1, '#f27a3e', 0)])
    cv.haze(1150, 1400, '#0f2a31', 0, .5)

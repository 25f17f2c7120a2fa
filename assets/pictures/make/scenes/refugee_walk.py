"""A long colourful column of walkers winding through fields on a summer morning."""
from canvas import *
from people import *
from props import *
SIZE = (1400, 1000)
FINISH = dict(bloom=.45, thr=.66, vig=.16, contrast=0.3)
SX, SY = 1010, 300


def track(t):
    """the path, t=0 far .. 1 near: (x, y, half width)"""
    y = 372 + 660 * t ** 1.6
    x = 830 + (150 - 480 * t) * math.sin(2.2 * t ** .62 * math.pi * 1.05 + .5) * (.25 + .9 * t) - 60 * t
    return x, y, 5 + 88 * t ** 1.4


def draw(cv):
    cv.bg([(0, '#3f8f93'), (.14, '#8fbcae'), (.26, '#f1d99c'), (.34, '#f9c172'), (1, '#e8b060')])
    cv.noise(rect(0, 0, 1400, 380), .002, .008, .6, 4)
    cv.glow(SX, SY, 620, '#ffc878', .8); cv.fill(ell(SX, SY, 66), '#fff3cf'); cv.glow(SX, SY, 150, '#fff0c0', .7)
    for x0, x1, y, w in ((60, 520, 130, 12), (500, 900, 90, 9), (900, 1390, 170, 13), (120, 600, 210, 9)):
        cv.fill(smooth([(x0, y), ((x0 + x1) / 2, y - w), (x1, y + 2), ((x0 + x1) / 2 + 30, y + w)]), '#fff0cf', .35, 8)
    hz = '#f7c987'
    for i, (y, amp, c, t) in enumerate(((322, 9, '#6fa39a', .75), (344, 10, '#4c8b84', .6), (366, 8, '#3a7a6c', .48))):
        p = ridge(cv, y, amp, 31 + i, 1000, 10); c = mix(c, hz, t)
        cv.grad(p, (0, y - 15), (0, y + 60), [(0, c), (1, mix(c, hz, .5))])
        r = np.random.default_rng(i)
        for k in range(50):
            x = r.uniform(0, 1400); cv.fill(ell(x, y + r.normal() * 4 + 4, r.uniform(5, 13), r.uniform(5, 10)), dark(c, .16), .5, 1.5)
    # village with a spire
    for x, w, h in ((300, 26, 16), (330, 20, 20), (352, 30, 14), (392, 22, 18)):
        cv.fill(poly([(x, 372), (x, 372 - h), (x + w / 2, 362 - h - 6), (x + w, 372 - h), (x + w, 372)]), mix('#B8452B', hz, .5))
    cv.fill(poly([(372, 372), (372, 326), (378, 296), (384, 326), (384, 372)]), mix('#5B3A54', hz, .5))
    # patchwork of fields
    cv.grad(rect(-10, 368, 1420, 650), (0, 368), (0, 1000), [(0, '#d9b666'), (.3, '#b9a04e'), (1, '#3c6a58')])
    F = [([(-20, 372), (420, 370), (300, 420), (-20, 436)], '#e5b650'), ([(420, 370), (760, 368), (700, 430), (300, 420)], '#6d9a6a'),
         ([(760, 368), (1420, 368), (1420, 412), (860, 420)], '#e9b558'), ([(860, 420), (1420, 410), (1420, 500), (980, 492)], '#4f8f78'),
         ([(-20, 436), (300, 420), (430, 500), (200, 560), (-20, 560)], '#4a8c7c'), ([(300, 420), (700, 430), (760, 368), (860, 420), (980, 492), (900, 540), (430, 500)], '#dfa24a'),
         ([(900, 540), (980, 492), (1420, 500), (1420, 640), (1100, 640)], '#cf8a44'), ([(-20, 560), (200, 560), (420, 700), (200, 820), (-20, 800)], '#e0953f'),
         ([(430, 500), (900, 540), (1100, 640), (900, 790), (760, 760), (420, 700), (200, 560)], '#5d9168'), ([(1100, 640), (1420, 640), (1420, 900), (1180, 880), (900, 790)], '#8aae5e'),
         ([(-20, 800), (200, 820), (420, 700), (760, 760), (900, 790), (1180, 880), (1420, 900), (1420, 1020), (-20, 1020)], '#4e8058')]
    for i, (pts, c) in enumerate(F):
        ym = sum(p[1] for p in pts) / len(pts); t = max(0, 1 - (ym - 368) / 360) * .55
        p = smooth(pts, k=.07); b = p.getBounds()
        cv.grad(p, (SX, 360), (b.left() - 100, b.bottom()), [(0, light(mix(c, hz, t), .2)), (1, dark(mix(c, '#f2a541', t * .6), .12))])
        cv.clip(p)
        r = np.random.default_rng(i + 7)
        n = 26
        for k in range(n):     # furrows towards the light
            u = k / n
            x0 = b.left() + (b.right() - b.left()) * u
            cv.line([(SX + (x0 - SX) * .8, b.top() - 10), (x0 - (SX - x0) * .22, b.bottom() + 10)], dark(c, .45), 1 + 3.5 * (ym / 1000) ** 2, .40, 1)
        cv.restore()
        cv.noise(p, .02, .05, .3, i + 3); cv.noise(p, .12, .3, .25, i + 30)
    # hedges with shadows
    r = np.random.default_rng(9)
    Lh = lambda x: Light((SX - x) / 300, -.8, '#ffe2a0', .9, '#123a40', .6)
    for (x0, y0), (x1, y1), n, s in (((0, 436), (300, 421), 14, 10), ((300, 421), (690, 430), 10, 9), ((980, 493), (1400, 501), 14, 15), ((0, 561), (190, 561), 7, 19), ((1120, 642), (1400, 642), 8, 26)):
        bl = []
        for k in range(n * 2):
            u = (k + r.uniform(-.3, .3)) / (n * 2); bl.append((x0 + (x1 - x0) * u, y0 + (y1 - y0) * u - s * .3, s * r.uniform(.55, .95)))
        xm = (x0 + x1) / 2
        cv.fill(poly([(x0, y0), (x1, y1), (x1 - (SX - x1) * .03, y1 + s * 2.2), (x0 - (SX - x0) * .03, y0 + s * 2.2)]), '#16363c', .38, s * .4, 'mul')
        foliage(cv, bl, mix('#2f6f5a', hz, max(0, .4 - (y0 - 400) / 500)), Lh(xm), int(x0 + y0))
    for x, y, h, s in ((168, 470, 150, 1), (232, 452, 120, 2), (1260, 470, 150, 3), (1320, 486, 180, 4), (1385, 500, 200, 9)):
        q = poly([(x - 5, y), (x + 5, y), (x + 5 - (SX - x) * .28, y + h * .5), (x - 5 - (SX - x) * .28, y + h * .5)])
        cv.fill(q, '#16363c', .35, 6, 'mul')
        pts = [(x + (math.sin(u * math.pi) ** .8) * h * .12 * sg * r.uniform(.85, 1.1), y - h * .08 - h * .92 * u) for sg, us in ((-1, np.linspace(0.02, 1, 9)), (1, np.linspace(.98, 0.02, 9))) for u in us]
        cv.solid(rect(x - 2, y - h * .2, 4, h * .2), '#4a3a34', Lh(x), 3)
        cv.solid(smooth(pts), mix('#2c6a60', hz, .25), Lh(x), h * .09)
    cv.glow(SX, 380, 900, '#ffb84f', .55, blend='screen', sy=.55)
    # the path
    N = 60
    T = [track(i / N) for i in range(N + 1)]
    p = smooth([(x - w, y) for x, y, w in T] + [(x + w, y) for x, y, w in T[::-1]], k=.12)
    cv.fill(p, '#3c5a44', .5, 8)
    cv.grad(p, (0, 372), (0, 1010), [(0, '#ffe2a4'), (.3, '#f2c583'), (1, '#c08e62')])
    cv.noise(p, .06, .2, .6, 5)
    # grass and flowers close to us
    r = np.random.default_rng(3)
    for i in range(1500):
        y = 760 + 250 * r.random(); x = r.uniform(-10, 1410)
        tx = min(T, key=lambda q: abs(q[1] - y))
        if abs(x - tx[0]) < tx[2] * 1.02 and y < 1010:
            continue
        s = (y - 700) / 300; ln = 12 + 26 * s * r.random()
        cv.line([(x, y), (x + r.normal() * 4, y - ln * .6), (x - 3 + r.normal() * 8, y - ln)], mix(mix('#2d6a58', '#e9bd5c', r.random() * .7), '#14383f', .4 * s * r.random()), 1.4, .6, curve=True)
        if r.random() < .10:
            cv.fill(ell(x, y - ln, 3.2 * s + 1.5, 2.6 * s + 1.2), ['#E4572E', '#F2A541', '#F4EBDD'][int(r.integers(3))], .95)
    # walkers
    W = []
    r = np.random.default_rng(17)
    t = .015; k = 0
    while t < .985:
        x, y, w = track(t)
        h = 22 + 215 * t ** 1.25
        n = 2 if r.random() < .62 else 3
        for j in range(n):
            k += 1
            xx = x + w * (-.62 + 1.24 * (j + .5) / n) + r.normal() * w * .07
            yy = y + r.normal() * h * .02
            dxdt = track(min(1, t + .01))[0] - track(max(0, t - .01))[0]
            dydt = track(min(1, t + .01))[1] - track(max(0, t - .01))[1]
            side = abs(dxdt) > dydt * 1.25
            kid = r.random() < .16
            BR = ['#E4572E', '#F2A541', '#3B8C84', '#F4EBDD', '#D96C4A', '#5B3A54', '#4FA39A', '#E8C060', '#B8452B', '#2C7A78', '#C26A7A', '#F7DFA8']
            kw = dict(top=BR[(k * 5 + k // 3) % 12], scarf=BR[(k * 7 + 3) % 12], legs=LEGS[k % 7])
            if kid:
                kw['hk'] = 1.42
            if kid and not side:
                kw['hair'] = ['short', 'pony', 'curly', 'cap'][k % 4]
            if side:
                f = anyone(k + 900, 'side', stride=float(r.uniform(.6, 1)), **kw); fl = -1 if dxdt > 0 else 1
            elif r.random() < .1 and not kid:
                f = shoulder_child(k + 900, top=CLOTH[k % 14], hair=['pony', 'curly', 'short'][k % 3], adult=dict(stride=.8, top=CLOTH[(k * 5) % 14])); fl = 1
            else:
                f = anyone(k + 900, 'back', stride=float(r.choice([-.9, .9])), **kw); fl = 1
            W.append((yy, xx, h * (.62 if kid else r.uniform(.92, 1.05)), f, fl, t))
        t += max(.011, .017 + .048 * t)
    W.sort(key=lambda q: q[0])
    for y, x, h, f, fl, t in W:
        f.place(x, y, h, fl)
        f.shadow(cv, (x - SX) / 420 - .3, .42, '#1d3a3c', .7, .6 + 2 * t)
    for y, x, h, f, fl, t in W:
        f.draw(cv, Light((SX - x) / 300, -.7, '#ffe0a0', .95, '#17353f', .5, halo=.05), '#f2c27a', .5 * (1 - t) ** 2.2)
    cv.glow(SX, SY, 760, '#ffd08a', .5, stops=[(0, '#ffc070', .42), (.4, '#ff9f50', .15), (1, '#f2a541', 0)])
    # poppies very near, out of focus
    cv.layer(3.2)
    r = np.random.default_rng(8)
    for i in range(46):
        x = r.uniform(640, 1420) if i % 4 else r.uniform(-20, 230)
        y = r.uniform(880, 1010); hh = r.uniform(40, 120)
        cv.line([(x, 1030), (x + r.normal() * 8, y - hh * .4), (x + r.normal() * 12, y - hh)], '#1d4a46', 3.5, .9, curve=True)
        if i % 3:
            c = ['#E4572E', '#F2A541', '#E4572E', '#F4EBDD'][i % 4]
            q = smooth([(x + math.cos(t) * r.uniform(11, 17), y - hh + math.sin(t) * r.uniform(8, 12)) for t in np.linspace(0, 6.28, 8)[:-1]])
            cv.solid(q, c, Light(-.1, -1, '#ffe0a0', .9), 9)
    cv.restore()
    cv.haze(880, 1000, '#123038', 0, .4)

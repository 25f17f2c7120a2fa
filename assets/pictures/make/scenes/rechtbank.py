"""People with a banner on the wide steps of a court house with columns."""
from canvas import *
from people import *
from props import *
SIZE = (1400, 1000)
FINISH = dict(bloom=.4, thr=.66, vig=.22, contrast=.34)


def draw(cv):
    cv.bg([(0, '#2f6f78'), (.3, '#8fb0a4'), (.55, '#f2cf96'), (1, '#f2b56c')])
    cv.noise(rect(0, 0, 1400, 500), .002, .006, .4, 4)
    cv.glow(1330, 210, 620, '#ffd08a', .9)
    L = Light(.85, -.5, '#ffe0a8', .9, '#1c3d48', .6, fill='#ffb765', fill_a=.10)
    # body of the building in the shade
    cv.grad(rect(90, 150, 1220, 520), (90, 0), (1310, 0), [(0, '#4d4452'), (.6, '#7a5a58'), (1, '#b27d62')])
    cv.noise(rect(90, 150, 1220, 520), .01, .03, .15, 7)
    for yy in range(300, 670, 26):
        cv.line([(90, yy), (1310, yy)], '#2a2634', 1.6, .3)
    # doors and windows between the columns
    for i, x in enumerate((262, 436, 610, 784, 958, 1132)):
        d = i in (2, 3)
        w, y, h = 74, 330 if d else 360, 320 if d else 200
        cv.fill(rect(x - w / 2 - 9 + 5, y - 10, w + 18, h + 20), '#3a2f3c', .6)
        cv.grad(rect(x - w / 2 + 5, y, w, h), (0, y), (0, y + h), [(0, '#ffd58f' if d else '#24424f'), (1, '#d9803f' if d else '#47606a')])
        if d:
            cv.glow(x + 5, y + 190, 170, '#ffb765', .5)
            cv.line([(x + 5, y), (x + 5, y + h)], '#4a2f30', 4); cv.line([(x - w / 2 + 5, y + 70), (x + w / 2 + 5, y + 70)], '#4a2f30', 4)
        else:
            cv.line([(x + 5, y), (x + 5, y + h)], '#8a6a60', 3); cv.line([(x - 32, y + 70), (x + 42, y + 70)], '#8a6a60', 3)
    # pediment and entablature
    ped = poly([(140, 168), (700, 12), (1260, 168)])
    cv.grad(ped, (140, 0), (1260, 0), [(0, '#9a7f72'), (.6, '#dcb68a'), (1, '#ffe2ae')])
    cv.inner(poly([(250, 150), (700, 36), (1150, 150)]), 10, 10, 8, '#3a2f3c', .6)
    cv.fill(poly([(250, 150), (700, 36), (1150, 150)]), '#6a5258', .38, 2)
    # scales in the tympanum
    c = '#f3d7a6'
    cv.line([(700, 62), (700, 140)], c, 6, .9); cv.line([(630, 84), (770, 84)], c, 5, .9); cv.line([(668, 142), (732, 142)], c, 6, .9)
    for x in (630, 770):
        cv.line([(x, 84), (x - 18, 118)], c, 2, .8); cv.line([(x, 84), (x + 18, 118)], c, 2, .8)
        cv.fill(smooth([(x - 22, 118), (x + 22, 118), (x + 12, 130), (x - 12, 130)]), c, .9)
    for y, h, a in ((166, 14, '#ffe6b8'), (180, 44, '#cfa580'), (224, 10, '#f2cf9c')):
        cv.grad(rect(128, y, 1144, h), (128, 0), (1272, 0), [(0, dark(a, .45)), (.6, a), (1, light(a, .2))])
    for k in range(52):
        cv.fill(rect(134 + k * 22, 158, 12, 9), '#7a5f5c', .7)
    cv.grad(rect(90, 234, 1220, 70), (0, 234), (0, 304), [(0, '#2a2c3a', .6), (1, '#2a2c3a', 0)])
    # columns
    for i in range(7):
        x = 175 + i * 174
        w = 33
        # shadow on the wall
        cv.fill(poly([(x - 40, 250), (x - 104, 290), (x - 104, 672), (x - 40, 672)]), '#1d2b38', .34, 10, 'mul')
        col = smooth([(x - w, 660), (x - w * .99, 520), (x - w * .86, 256), (x + w * .86, 256), (x + w * .99, 520), (x + w, 660)], k=.08)
        cv.grad(col, (x - w, 0), (x + w, 0), [(0, '#4a4854'), (.25, '#806a68'), (.62, '#d9b088'), (.86, '#ffe9bf'), (1, '#f3c58c')])
        cv.clip(col)
        for k in range(-4, 5):
            q = x + math.sin(k / 5 * 1.5) * w
            cv.line([(q, 256), (q * 1.0 + (q - x) * .1, 660)], '#4a3c44', 3, .35, 1.5)
        cv.restore()
        for yy, ww, hh in ((234, 44, 12), (246, 38, 12), (652, 40, 10), (662, 46, 12)):
            cv.grad(rect(x - ww, yy, ww * 2, hh, 3), (x - ww, 0), (x + ww, 0), [(0, '#5d5258'), (.6, '#dcb68a'), (1, '#fff0cf')])
    # steps
    n = 9
    for i in range(n):
        t = i / n
        y0 = 672 + 250 * (i / n) ** 1.12; y1 = 672 + 250 * ((i + 1) / n) ** 1.12
        ex = 60 + 210 * ((i + 1) / n)
        tr = y0 + (y1 - y0) * .48
        cv.grad(poly([(110 - ex, y0), (1290 + ex, y0), (1290 + ex, tr), (110 - ex, tr)]), (0, 0), (1400, 0), [(0, '#8c7468'), (.5, '#d2aa80'), (1, '#ffe2ae')])
        cv.grad(poly([(110 - ex, tr), (1290 + ex, tr), (1290 + ex, y1), (110 - ex, y1)]), (0, 0), (1400, 0), [(0, '#5a5a60'), (.5, '#947a70'), (1, '#d3a680')])
        cv.line([(110 - ex, tr), (1290 + ex, tr)], '#fff0cf', 1.6, .5)
    cv.noise(rect(0, 672, 1400, 330), .02, .12, .16, 3)
    cv.grad(rect(-10, 922, 1420, 90), (0, 0), (1400, 0), [(0, '#24424c'), (.6, '#7a6460'), (1, '#d0986c')])
    for i in range(7):      # the columns' shadows run down the steps
        x = 175 + i * 174
        cv.grad(poly([(x - 34, 672), (x + 34, 672), (x - 250, 930), (x - 350, 930)]), (0, 672), (0, 930), [(0, '#2a3040', .55), (1, '#2a3040', .18)], 1, 7, 'mul')
    # people on the steps, with the banner
    r = np.random.default_rng(12)
    def step_y(i):
        return 672 + 250 * (i / n) ** 1.12 + 8
    P = []
    hairs = ['short', 'hijab', 'bob', 'curly', 'beard', 'long', 'bun', 'hijab', 'hat', 'short', 'beanie', 'curly']
    for i in range(12):      # behind the banner
        x = 348 + i * 64 + r.uniform(-8, 8)
        grip = i % 3 == 0
        P.append((step_y(3), x, 238 * r.uniform(.94, 1.05), person(700 + i, view='front', hair=hairs[i], scarf=CLOTH[(i * 5 + 2) % 14], coat=['jacket', 'coat', 'hoodie'][i % 3], top=CLOTH[(i * 4 + 1) % 14], build=float(r.uniform(.92, 1.1)),
                 armL=(-.13, -.52), armR=(.13, -.52)), 0))
    for i in range(9):      # the row above
        x = 380 + i * 78 + r.uniform(-14, 14)
        P.append((step_y(1), x, 205 * r.uniform(.94, 1.05), person(730 + i, view='front', hair=hairs[::-1][i], scarf=CLOTH[(i * 3 + 4) % 14], coat=['coat', 'jacket', 'long'][i % 3], top=CLOTH[(i * 6 + 3) % 14],
                 armR=(.16, -1.02) if i in (1, 6) else None), 0))
    P.sort(key=lambda q: q[0])
    def run(ps):
        for y, x, h, f, v in ps:
            f.place(x, y, h); f.shadow(cv, -.72, .16, '#1b2c38', .6, 2)
        for y, x, h, f, v in ps:
            f.draw(cv, L, '#e8b583', .14 if h < 225 else .04)
    run(P)
    # banner
    y0, y1 = step_y(3) - 160, step_y(3) - 46
    b = smooth([(312, y0 + 4), (520, y0 + 12), (700, y0 + 6), (880, y0 + 13), (1092, y0 + 2), (1092, (y0 + y1) / 2), (1088, y1 - 4), (880, y1 + 8), (700, y1), (520, y1 + 9), (316, y1), (312, (y0 + y1) / 2)], k=.07)
    cv.fill(rect(300, y1 + 10, 760, 30), '#1b2c38', .5, 12, 'mul')
    cv.solid(b, '#E4572E', L, 40, .6, .8, ('#ee6a3c', '#cf4a26'))
    cv.clip(b)
    for x in (400, 520, 640, 760, 880, 1000):
        cv.line([(x, y0 - 10), (x - 14, y1 + 20)], '#7f2418', 16, .30, 8); cv.line([(x + 22, y0 - 10), (x + 10, y1 + 20)], '#ffb88a', 10, .3, 6, 'screen')
    text(cv, 'RECHT IS VOOR IEDEREEN', 702, (y0 + y1) / 2 + 24, 60, '#FBF3E4', .96, width=690)
    cv.restore()
    for x in (316, 1090):
        cv.solid(limb([(x, y0 - 14), (x, y1 + 30)], [5, 5]), '#6a4a38', L, 5)
    # a child before the banner, someone arriving, a bench of onlookers from behind
    Q = [
        (step_y(6) + 4, 1168, 150, person(760, view='back', hk=1.45, coat='hoodie', top='#F2A541', hair='pony', armR=(.2, -.62), stride=.5)),
        (step_y(6) + 4, 1216, 282, person(761, view='back', coat='coat', top='#1F4E5A', hair='hijab', scarf='#F4EBDD', armL=(-.17, -.5), stride=-.5)),
        (step_y(6) + 4, 258, 292, person(762, view='side', coat='jacket', top='#5B3A54', hair='short', hc='#8C8378', bag='shoulder', bagc='#3B8C84', stride=.8, skin='#CF9C78')),
        (1000, 1290, 400, person(763, view='back', coat='jacket', top='#24505a', hair='curly', bag='pack', bagc='#F2A541', stride=.7, skin='#5A3828')),
        (1010, 84, 420, person(765, view='back', coat='coat', top='#9C5560', hair='long', stride=-.6)),
        (1016, 190, 430, person(766, view='back', coat='jacket', top='#2C6C74', hair='beanie', scarf='#E4572E', stride=.6, build=1.08)),
    ]
    for y, x, h, f in Q:
        f.place(x, y, h, -1 if x == 1180 else 1); f.shadow(cv, -.8, .14, '#14252f', .6, 3)
    for y, x, h, f in Q:
        f.draw(cv, L)
    cv.beam([(1420, -20), (1420, 320), (-40, 1000), (300, 1000)], '#ffd08a', .2, 40, p0=(1400, 100), p1=(200, 1000))
    cv.glow(1390, 200, 700, '#ffc47a', .5)
    cv.haze(880, 1000, '#10303a', 0, .4)

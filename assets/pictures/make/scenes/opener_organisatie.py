"""A house with an open door and lit windows at dusk, people going in."""
from canvas import *
from people import *
from props import *
SIZE = (1000, 1400)
FINISH = dict(bloom=.6, thr=.58, vig=.22)


def draw(cv):
    cv.bg([(0, '#0f2f3a'), (.22, '#1f4a5a'), (.38, '#4f4a62'), (.5, '#a2545a'), (.58, '#e07a4e'), (.64, '#f2a55c'), (1, '#f2a55c')])
    cv.noise(rect(0, 0, 1000, 900), .002, .007, .35, 4)
    r = np.random.default_rng(1)
    for i in range(110):
        x, y = r.uniform(0, 1000), r.uniform(0, 480)
        cv.fill(ell(x, y, r.uniform(.7, 2.0)), '#ffeccb', r.uniform(.25, .9) * (1 - y / 560))
    for x0, x1, y, w in ((40, 420, 560, 12), (600, 1010, 610, 16), (300, 760, 660, 9)):
        cv.fill(smooth([(x0, y), ((x0 + x1) / 2, y - w), (x1, y + 2), ((x0 + x1) / 2 + 30, y + w)]), '#6d3b52', .4, 9)
    for i, (y, c) in enumerate(((846, '#a9605a'), (872, '#6a4a5a'), (900, '#34485a'))):
        cv.fill(ridge(cv, y, 12, 21 + i, 1400, 9), c)
    Lr = Light(.2, -.6, '#f2a37a', .5, '#0d2730', .6)
    for x, y, h, s in ((80, 960, 420, 2), (930, 970, 500, 5), (200, 930, 260, 7), (830, 930, 230, 9)):
        tree(cv, x, y, h, '#24535a', Lr, s, haze='#5a4a5c', ht=.25 if h > 300 else .45)
    ground = smooth([(-40, 930), (200, 905), (500, 896), (800, 908), (1040, 936), (1040, 1420), (-40, 1420)], k=.1)
    cv.grad(ground, (0, 896), (0, 1400), [(0, '#3d5358'), (.3, '#244850'), (1, '#0f2a31')])
    cv.noise(ground, .006, .02, .3, 8); cv.noise(ground, .15, .2, .3, 9)
    # house
    side = poly([(668, 470), (800, 560), (800, 912), (668, 924)])
    roofs = poly([(480, 330), (652, 318), (836, 556), (676, 566)])
    wall = poly([(252, 566), (468, 316), (684, 566), (684, 926), (252, 926)])
    cv.grad(side, (668, 0), (800, 0), [(0, '#4a3a4c'), (1, '#2b3a48')])
    cv.grad(wall, (0, 320), (0, 926), [(0, '#6a4854'), (.6, '#8a5a54'), (1, '#a56a55')])
    cv.noise(wall, .03, .06, .35, 3)
    cv.clip(wall)
    for y in range(330, 926, 11):      # courses of brick
        cv.line([(240, y), (700, y)], '#3a2734', 1, .22)
    cv.restore()
    cv.grad(roofs, (480, 330), (800, 560), [(0, '#3c4858'), (1, '#1c3644')])
    cv.line([(220, 596), (468, 306), (700, 580)], '#1b3240', 26, 1)
    cv.line([(222, 588), (468, 298), (700, 572)], '#e09a70', 4, .55, 1.5)
    cv.solid(rect(560, 300, 46, 110), '#5a3f4a', Lr, 14)
    for k in range(4):
        cv.fill(ell(590 + k * 22, 270 - k * 44, 18 + k * 10, 14 + k * 6), '#d8b6a8', .13, 12)
    W = '#ffd27c'
    def window(x, y, w, h, arch=False, seed=0):
        q = rect(x, y, w, h, 3) if not arch else union(rect(x, y + w / 2, w, h - w / 2), ell(x + w / 2, y + w / 2, w / 2))
        cv.fill(rect(x - 7, y - 6, w + 14, h + 14), '#3a2836', .8)
        cv.grad(q, (0, y), (0, y + h), [(0, '#ffe9b0'), (.6, '#fbc266'), (1, '#ee9448')])
        cv.clip(q)
        rr = np.random.default_rng(seed)
        for k in range(int(w / 60) + 1):
            f = person(600 + seed * 5 + k, view=['back', 'side', 'front'][k % 3], hair=['bun', 'short', 'hijab', 'curly'][(seed + k) % 4], scarf='#B8452B')
            f.place(x + w * (.3 + .42 * k) if w > 70 else x + w * .55, y + h * 1.75, h * 1.55)
            f.draw(cv, Light(0, -1, '#ffe9b0', .5, '#5a2f2c', .6), '#d98a45', .55)
        cv.restore()
        cv.line([(x + w / 2, y), (x + w / 2, y + h)], '#3a2836', 5); cv.line([(x, y + h * .36), (x + w, y + h * .36)], '#3a2836', 4)
        cv.fill(rect(x - 10, y + h + 4, w + 20, 8), '#b98a6c')
        cv.glow(x + w / 2, y + h / 2, max(w, h) * 1.25, '#ffb04f', .55)
    window(420, 452, 96, 96, True, 2)
    window(294, 620, 104, 118, seed=1)
    window(556, 620, 92, 118, seed=3)
    window(294, 800, 92, 92, seed=4)
    cv.fill(poly([(712, 640), (768, 650), (768, 740), (712, 736)]), '#f8bd62'); cv.line([(740, 645), (740, 738)], '#3a2836', 4); cv.glow(740, 690, 100, '#ffb04f', .5)
    # the open door
    DX, DY = 476, 924
    door = rect(412, 690, 128, 236, 2)
    cv.fill(rect(398, 674, 156, 254), '#33242f')
    cv.grad(door, (0, 690), (0, 926), [(0, '#fff6d8'), (.5, '#ffdc90'), (1, '#f9b45c')])
    cv.solid(poly([(540, 690), (606, 672), (606, 950), (540, 926)]), '#E4572E', Light(-1, -.2, '#ffe0a0', 1, '#3a1f28', .6), 20)
    cv.line([(556, 704), (594, 694), (594, 790), (556, 792), (556, 704)], '#8a2f22', 3, .6)
    cv.fill(ell(592, 820, 5), '#ffdf9c')
    cv.clip(door)
    f = person(620, view='front', coat='long', top='#3B8C84', hair='bun', armR=(.2, -.78), armL=(-.06, -.62), skin='#C58A62').place(450, 922, 176); f.draw(cv, Light(0, -1, '#fff0c0', .9, '#5a2f2c', .55, halo=.15), '#f0b060', .35)
    cv.restore()
    cv.solid(poly([(390, 924), (562, 924), (584, 948), (368, 948)]), '#c99a70', Light(0, -1, '#ffe0a0', 1), 8)
    # light over path
    cv.layer(9, 1, 'screen')
    cv.grad(poly([(414, 940), (538, 940), (900, 1420), (40, 1420)]), (0, 930), (0, 1400), [(0, '#ffd07a', 1), (.22, '#f9983f', .85), (.6, '#d9602c', .5), (1, '#a8402c', .14)])
    cv.restore()
    path = smooth([(384, 950), (566, 950), (600, 1060), (690, 1220), (760, 1420), (170, 1420), (250, 1220), (350, 1060)], k=.1)
    cv.clip(path); cv.noise(path, .1, .2, .35, 2)
    rr = np.random.default_rng(6)
    for i in range(60):
        t = rr.random(); y = 955 + 440 * t; x = 475 + (rr.random() - .5) * (170 + 420 * t)
        cv.fill(ell(x, y, 8 + 22 * t, 2.5 + 7 * t), '#ffd79a', .13, 2); cv.fill(ell(x, y + 2 + 5 * t, 8 + 22 * t, 1.5 + 3 * t), '#1d2f38', .25, 2)
    cv.restore()
    cv.glow(DX, 800, 420, '#ffb657', .8); cv.glow(DX, 800, 170, '#ffe7b0', .6)
    # bushes, lantern
    for x, y, s in ((232, 940, 60), (180, 968, 76), (706, 950, 66), (780, 972, 84)):
        foliage(cv, [(x + (k - 3) * s * .27, y - s * (.32 - .07 * abs(k - 3)) , s * (.40 - .04 * abs(k - 3))) for k in range(7)], '#2a6460', Light(DX - x, -50, '#ffb765', .9, '#0d2730', .65), int(x))
    # people
    P = [
        (person(630, coat='jacket', top='#24505a', hair='short', stride=.7, bag='pack', bagc='#F2A541', skin='#6E4530'), 456, 1010, 200),
        (person(631, coat='skirt', top='#9C5560', hair='long', stride=-.6), 520, 1020, 190),
        (person(632, coat='long', top='#B8452B', hair='hijab', scarf='#F4D9A8', stride=.7, armR=(.19, -.49)), 372, 1130, 300),
        (person(633, hk=1.5, coat='hoodie', top='#3B8C84', hair='curly', stride=-.6, armL=(-.21, -.74)), 440, 1140, 168),
        (person(634, coat='coat', top='#5B3A54', hair='hat', scarf='#3a3438', stride=-.7, bag='case', bagc='#E4572E', build=1.08), 612, 1190, 340),
    ]
    for f, x, y, h in P:
        f.place(x, y, h); f.shadow(cv, (x - DX) / 300, .62, '#0b222b', .8, 3)
    for f, x, y, h in P:
        f.draw(cv, Light((DX - x) / 150, -.8, '#ffd188', 1, '#0d2730', .66, halo=.10, fill='#ff9f45', fill_a=.12), '#f0a052', .22 if h < 220 else .0)
    cv.haze(1150, 1400, '#0b2229', 0, .6)

"""A long shared table from above, many dishes and hands; light from the upper left."""
from canvas import *
from people import *
from props import *
SIZE = (1400, 1000)
FINISH = dict(bloom=.4, thr=.7, vig=.26, contrast=0.3)
DX, DY = .62, .78


def drop(cv, path, d, a=.55, blur=6):
    q = skia.Path(path); q.offset(DX * d, DY * d)
    cv.fill(q, '#2a1c2a', a, blur, 'mul')


def dish(cv, x, y, r, rim, inner, L, kind, seed=0, deep=True):
    rg = np.random.default_rng(seed)
    drop(cv, ell(x, y, r), r * .22, .6, r * .09)
    cv.solid(ell(x, y, r), rim, L, r * .3, .6, 1)
    cv.inner(ell(x, y, r * .93), 0, 0, r * .02, dark(rim, .4), .5)
    q = ell(x, y, r * .80)
    cv.grad(q, (x - r, y - r), (x + r, y + r), [(0, dark(inner, .30)), (.5, inner), (1, light(inner, .14))])
    cv.inner(q, r * .12, r * .15, r * .10, '#2a1c1c', .6)
    cv.clip(q)
    u = lambda: (lambda a, d: (x + math.cos(a) * d, y + math.sin(a) * d))(rg.uniform(0, 6.28), r * .74 * math.sqrt(rg.random()))
    def bit(px, py, a, b, c, rot, sh=.5):
        p = ell(px, py, a, b, rot); drop(cv, p, a * .4, sh, a * .2); cv.solid(p, c, L, a * .8, .8, .9)
    if kind == 'rice':
        for _ in range(520):
            px, py = u(); bit_c = ['#fff3d6', '#ffe6b0', '#f6d28a', '#e9b04a'][int(rg.integers(4))]
            cv.fill(ell(px + 1.5, py + 2, 5.2, 2, rg.uniform(0, 180)), '#6a3f20', .3); cv.fill(ell(px, py, 5.2, 2, rg.uniform(0, 180)), bit_c)
        for _ in range(26):
            px, py = u(); bit(px, py, 6, 4.5, ['#8a3a2c', '#3f7a4f', '#E4572E'][int(rg.integers(3))], rg.uniform(0, 180))
    elif kind == 'stew':
        cv.noise(q, .05, .05, 1.2, seed)
        for _ in range(20):
            px, py = u(); bit(px, py, rg.uniform(9, 17), rg.uniform(8, 13), mix('#B8452B', '#F2A541', rg.random()), rg.uniform(0, 180))
        for _ in range(34):
            px, py = u(); cv.fill(ell(px, py, 5, 2.4, rg.uniform(0, 180)), '#3f7a4f', .95)
    elif kind == 'salad':
        for _ in range(70):
            px, py = u(); bit(px, py, rg.uniform(9, 17), rg.uniform(5, 9), mix('#3f8a5a', '#9ab85a', rg.random()), rg.uniform(0, 180), .4)
        for _ in range(18):
            px, py = u(); bit(px, py, 9, 9, '#E4572E', 0); cv.fill(ell(px - 2, py - 2, 4), '#ff9a72', .6)
        for _ in range(14):
            px, py = u(); cv.stroke(ell(px, py, 9), '#9c4f74', 2.4, .9)
    elif kind == 'hummus':
        for k in range(5):
            cv.stroke(ell(x + r * .02 * k, y, r * (.66 - .13 * k)), '#fff0cf', r * .05, .55, 2); cv.stroke(ell(x + 3 + r * .02 * k, y + 4, r * (.66 - .13 * k)), '#b07a48', r * .04, .4, 3)
        cv.fill(ell(x - 3, y - 2, r * .25, r * .19), '#c8701f', .75, 4)
        for _ in range(13):
            px, py = x + rg.normal() * r * .22, y + rg.normal() * r * .22; bit(px, py, 6, 5.4, '#e8c07a', 0)
        for _ in range(18):
            px, py = u(); cv.fill(ell(px, py, 4, 2, rg.uniform(0, 180)), '#3f7a4f')
    elif kind == 'dumplings':
        for k in range(9):
            a = k * .785; d = r * .5 if k else 0
            if k == 8: d = 0
            px, py = x + math.cos(a) * d, y + math.sin(a) * d
            p = smooth([(px + math.cos(t + a) * r * .22 * (1.15 if math.cos(t) > 0 else .8), py + math.sin(t + a) * r * .15) for t in np.linspace(0, 6.28, 11)[:-1]])
            drop(cv, p, 7, .5, 3); cv.solid(p, '#f3d9a8', L, r * .14)
            for j in range(5):
                cv.line([(px + math.cos(a + 1.2 + j * .18) * r * .12, py + math.sin(a + 1.2 + j * .18) * r * .10), (px + math.cos(a + 1.2 + j * .18) * r * .19, py + math.sin(a + 1.2 + j * .18) * r * .15)], '#a5743f', 2, .6)
    elif kind == 'olives':
        for _ in range(46):
            px, py = u(); bit(px, py, 9, 7.6, ['#5a5f2c', '#33263a', '#7d7f3a'][int(rg.integers(3))], rg.uniform(0, 180), .6)
            cv.fill(ell(px - 2.6, py - 2.6, 2.2), '#ffe9c0', .7)
    elif kind == 'fruit':
        for k in range(9):
            px, py = x + math.cos(k * 2.4) * r * .19 * math.sqrt(k), y + math.sin(k * 2.4) * r * .19 * math.sqrt(k)
            c = ['#F2A541', '#E4572E', '#B8452B', '#d9a03a'][k % 4]
            p = ell(px, py, r * .24); drop(cv, p, 8, .6, 4); cv.solid(p, c, L, r * .22); cv.fill(ell(px - r * .06, py - r * .07, r * .05), '#fff3d6', .6, 2); cv.fill(ell(px, py, 3), '#4a3a24')
    elif kind == 'soup':
        cv.stroke(smooth([(x - r * .4, y), (x - r * .1, y - r * .3), (x + r * .3, y - r * .1), (x + r * .1, y + r * .25), (x - r * .15, y + r * .1)], False), '#fff0cf', 5, .8, 1)
        for _ in range(16):
            px, py = u(); cv.fill(ell(px, py, 4.5, 2.3, rg.uniform(0, 180)), '#3f7a4f', .95)
        cv.fill(ell(x - r * .3, y - r * .34, r * .26, r * .09, -40), '#fff6dc', .45, 5)
    elif kind == 'injera':
        cv.noise(q, .16, .16, 1.4, seed)
        for k in range(6):
            a = k * 1.047; px, py = x + math.cos(a) * r * .46, y + math.sin(a) * r * .46
            c = ['#B8452B', '#3f7a4f', '#e0a03a', '#7c3a3a', '#d96c3a', '#c9a24f'][k]
            p = smooth([(px + math.cos(t) * r * .19 * rg.uniform(.85, 1.15), py + math.sin(t) * r * .17 * rg.uniform(.85, 1.15)) for t in np.linspace(0, 6.28, 10)[:-1]])
            drop(cv, p, 5, .45, 3); cv.solid(p, c, L, r * .14); cv.noise(p, .12, .12, 1.5, k)
        bit(x, y, r * .15, r * .14, '#fff0cf', 0); cv.fill(ell(x, y, r * .06), '#F2A541')
    cv.restore()
    cv.inner(ell(x, y, r), -r * .02, -r * .02, r * .02, '#fff3d6', .8, 'screen')


def bread(cv, x, y, r, L, rot=0, seed=1):
    rg = np.random.default_rng(seed)
    p = smooth([(x + math.cos(t) * r * rg.uniform(.95, 1.04), y + math.sin(t) * r * .74 * rg.uniform(.95, 1.04)) for t in np.linspace(0, 6.28, 15)[:-1]])
    m = skia.Matrix(); m.setRotate(rot, x, y); p.transform(m)
    drop(cv, p, 10, .55, 5); cv.solid(p, '#dda35c', L, r * .4); cv.noise(p, .06, .06, 1.2, seed)
    cv.clip(p)
    for _ in range(13):
        cv.fill(ell(x + rg.normal() * r * .45, y + rg.normal() * r * .34, rg.uniform(4, 10), rg.uniform(3, 7)), '#8a4a22', .55, 3)
    cv.restore()


def glass(cv, x, y, r, tea, L):
    drop(cv, ell(x + 4, y + 4, r), r * .9, .4, 6); cv.glow(x + r * 1.0, y + r * 1.2, r * .9, tea, .6)
    cv.solid(ell(x, y, r), light(tea, .35), L, r * .3, .5); cv.grad(ell(x, y, r * .82), (x - r, y - r), (x + r, y + r), [(0, dark(tea, .35)), (1, light(tea, .2))])
    cv.stroke(ell(x, y, r * .94), '#fff6e0', 2.4, .85); cv.fill(ell(x - r * .3, y - r * .34, r * .22, r * .1, -40), '#ffffff', .7, 1)


def arm(cv, x, y, hx, hy, sleeve, skin, L, w=46, hold=None, cuff=None):
    """an arm reaching in from the edge to (hx, hy), a simple hand with fingers"""
    d = math.hypot(hx - x, hy - y); ux, uy = (hx - x) / d, (hy - y) / d; nx, ny = -uy, ux
    wr = (hx - ux * 50, hy - uy * 50)
    el = (x + (wr[0] - x) * .45 + nx * 26, y + (wr[1] - y) * .45 + ny * 26)
    f = Figure()
    fore = limb([el, wr, (hx - ux * 30, hy - uy * 30)], [w * .62, w * .40, w * .40])
    palm = smooth([(hx - ux * 40 + nx * w * .36, hy - uy * 40 + ny * w * .36), (hx + nx * w * .50, hy + ny * w * .50), (hx + ux * 14 + nx * w * .34, hy + uy * 14 + ny * w * .34), (hx + ux * 14 - nx * w * .38, hy + uy * 14 - ny * w * .38), (hx - nx * w * .50, hy - ny * w * .50),
                   (hx - ux * 40 - nx * w * .36, hy - uy * 40 - ny * w * .36)])
    fingers = []
    for k, (o, ln) in enumerate(((-.33, 40), (-.12, 50), (.11, 50), (.32, 42))):
        bx, by = hx + nx * w * o + ux * 4, hy + ny * w * o + uy * 4
        mx, my = bx + ux * ln * .55 + nx * w * o * .12, by + uy * ln * .55 + ny * w * o * .12
        tx, ty = bx + ux * ln * .98 - nx * w * o * .18, by + uy * ln * .98 - ny * w * o * .18
        fingers.append(limb([(bx, by), (mx, my), (tx, ty)], [w * .135, w * .125, w * .10]))
    th = limb([(hx - ux * 20 + nx * w * .38, hy - uy * 20 + ny * w * .38), (hx + nx * w * .68, hy + ny * w * .68), (hx + ux * 26 + nx * w * .60, hy + uy * 26 + ny * w * .60)], [w * .17, w * .15, w * .11])
    slv = limb([(x, y), el, (wr[0] - ux * 40, wr[1] - uy * 40)], [w * 1.15, w * .92, w * .64])
    for p in [slv, fore, palm, th] + fingers:
        drop(cv, p, 22, .42, 10)
    if hold == 'spoon':
        cv.line([(hx + ux * 2, hy + uy * 2), (hx + ux * 104, hy + uy * 104)], '#2a1c2a', 6, .3, 5); cv.line([(hx, hy), (hx + ux * 96, hy + uy * 96)], '#e6cfa6', 6)
        cv.solid(ell(hx + ux * 108, hy + uy * 108, 21, 14, math.degrees(math.atan2(uy, ux))), '#e6cfa6', L, 9)
    if hold == 'bread':
        p = smooth([(hx + ux * 36 + nx * 30, hy + uy * 36 + ny * 30), (hx + ux * 74 + nx * 16, hy + uy * 74 + ny * 16), (hx + ux * 70 - nx * 26, hy + uy * 70 - ny * 26), (hx + ux * 30 - nx * 30, hy + uy * 30 - ny * 30)])
        drop(cv, p, 8, .5, 4); cv.solid(p, '#dda35c', L, 18)
    cv.solid(fore, skin, L, w * .5)
    for p in fingers:
        cv.fill(p, dark(skin, .5), .35, 3); cv.solid(p, skin, L, w * .13, .8)
    cv.solid(th, skin, L, w * .15, .8); cv.solid(palm, skin, L, w * .42, .7, .5)
    for o in (-.33, -.12, .11, .32):
        cv.fill(ell(hx + nx * w * o + ux * 9, hy + ny * w * o + uy * 9, w * .09), light(skin, .12), .5, 3)
    cv.solid(slv, sleeve, L, w * .9)
    e = (wr[0] - ux * 40, wr[1] - uy * 40)
    cv.clip(slv)
    for k in range(3):
        b = (el[0] + (e[0] - el[0]) * (k * .36), el[1] + (e[1] - el[1]) * (k * .36))
        cv.line([(b[0] + nx * w, b[1] + ny * w), (b[0] - ux * 14, b[1] - uy * 14), (b[0] - nx * w * .5 + ux * 10, b[1] - ny * w * .5 + uy * 10)], dark(sleeve, .5), 9, .4, 5, curve=True)
    cv.restore()
    cv.line([(e[0] + nx * w * .60 + ux * 14, e[1] + ny * w * .60 + uy * 14), (e[0] - nx * w * .60 + ux * 14, e[1] - ny * w * .60 + uy * 14)], cuff or light(sleeve, .25), 12, 1)


def draw(cv):
    L = Light(-DX, -DY, '#ffe0a6', .8, '#5a2f2c', .50)
    # floor on both sides, then the table
    cv.bg([(0, '#16353f'), (1, '#0f2a31')])
    tab = rect(-20, 92, 1440, 816)
    cv.fill(rect(-20, 120, 1440, 830), '#06141a', .6, 18)
    cv.grad(tab, (0, 92), (1400, 908), [(0, '#c98a5a'), (.5, '#9a6248'), (1, '#5a3f42')])
    for k in range(9):
        y = 92 + k * 102
        cv.line([(-20, y), (1420, y)], '#3a2430', 3, .6)
    cv.noise(tab, .006, .09, .9, 3); cv.noise(tab, .03, .4, .5, 6)
    # runner
    run = rect(-20, 300, 1440, 400)
    drop(cv, run, 8, .5, 6)
    cv.grad(run, (0, 300), (1400, 700), [(0, '#2c7a76'), (.5, '#1F5a62'), (1, '#143f4a')])
    for y, c, w in ((318, '#F2A541', 7), (334, '#E4572E', 4), (682, '#F2A541', 7), (666, '#E4572E', 4)):
        cv.line([(-20, y), (1420, y)], c, w, .9)
    for k in range(36):
        x = -10 + k * 40
        for y in (352, 648):
            cv.fill(poly([(x, y - 9), (x + 13, y), (x, y + 9), (x - 13, y)]), '#F4D9A8', .75)
    cv.noise(run, .25, .25, .5, 2)
    # dishes
    D = [(700, 500, 168, '#F4EBDD', '#d9a24a', 'rice'), (392, 470, 132, '#24505a', '#a8432a', 'stew'), (1010, 520, 140, '#D96C4A', '#b58a5a', 'injera'),
         (180, 560, 104, '#F2A541', '#4a7a4a', 'salad'), (1248, 450, 110, '#F4EBDD', '#e3bd84', 'hummus'), (555, 690, 92, '#5B3A54', '#e8cf9f', 'dumplings'), (866, 316, 78, '#3B8C84', '#4a4428', 'olives'),
         (540, 306, 84, '#c98a4f', '#6a4a34', 'fruit'), (1210, 668, 84, '#E8D9BF', '#d9602f', 'soup'), (250, 318, 74, '#B8452B', '#f0dcb0', 'hummus'), (834, 712, 80, '#D8C4A2', '#4a7a4a', 'salad'), (1400, 620, 90, '#24505a', '#d9a24a', 'rice'), (20, 420, 96, '#D96C4A', '#e8cf9f', 'dumplings')]
    for x, y, a, b, c, s in ((330, 720, 70, 12, 1, 2), (1110, 300, 66, -20, 3, 4), (700, 246, 60, 30, 4, 5), (1030, 742, 62, 8, 6, 7), (70, 690, 66, -14, 3, 9)):
        bread(cv, x, y, a, L, b, s)
    for i, (x, y, r, a, b, k) in enumerate(D):
        dish(cv, x, y, r, a, b, L, k, i + 3)
    # small plates before the guests
    for i, (x, y, c) in enumerate(((160, 196, '#F4EBDD'), (420, 186, '#E8D0A4'), (990, 188, '#F4EBDD'), (1270, 200, '#D9A07A'), (230, 822, '#E8D0A4'), (680, 838, '#F4EBDD'), (960, 846, '#D9A07A'), (1290, 812, '#F4EBDD'))):
        drop(cv, ell(x, y, 66), 10, .5, 6); cv.solid(ell(x, y, 66), c, L, 16, .5); cv.inner(ell(x, y, 48), 4, 5, 5, '#5a3a34', .5)
        rg = np.random.default_rng(i)
        for k in range(7):
            cv.solid(ell(x + rg.normal() * 15, y + rg.normal() * 15, rg.uniform(7, 13), rg.uniform(6, 10)), ['#E4572E', '#F2A541', '#6a8a4a', '#8a3a2c', '#fff0cf'][(i * 3 + k) % 5], L, 8)
    for i, (x, y) in enumerate(((300, 220), (580, 190), (860, 214), (1130, 200), (380, 838), (560, 834), (830, 850), (1110, 832), (1160, 590))):
        glass(cv, x, y, 27, ['#b5552a', '#c9772a', '#3B8C84'][i % 3], L)
    # leaves of mint and flowers on the runner
    rg = np.random.default_rng(3)
    for k in range(26):
        x, y = rg.uniform(40, 1360), rg.uniform(390, 620)
        if any(math.hypot(x - d[0], y - d[1]) < d[2] + 12 for d in D):
            continue
        p = ell(x, y, 13, 6, rg.uniform(0, 180)); drop(cv, p, 4, .5, 2); cv.solid(p, '#6a9a5a', L, 7)
    # hands of the guests
    A = [(120, -60, 330, 372, '#E4572E', '#8A5638', 'spoon'), (470, -70, 470, 232, '#F2D6A4', '#DDA987', None), (760, -80, 726, 318, '#5B3A54', '#5A3828', 'spoon'), (1090, -70, 1010, 330, '#3B8C84', '#C58A62', 'bread'), (1400, -40, 1276, 292, '#C98A2E', '#A46845', 'bread'),
         (-40, 1010, 108, 668, '#24505a', '#CF9C78', None), (420, 1070, 462, 602, '#F2A541', '#6E4530', 'bread'), (720, 1080, 672, 730, '#9C5560', '#DDA987', 'spoon'), (1060, 1070, 1016, 706, '#B8452B', '#8A5638', None), (1380, 1060, 1252, 772, '#4FA39A', '#5A3828', 'spoon')]
    for i, (x, y, hx, hy, s, k, h) in enumerate(A):
        arm(cv, x, y, hx, hy, s, k, L, 46 if i not in (5, 1) else 38, h)
    # window light lying over it
    cv.layer(26, 1, 'screen')
    for k in range(3):
        x = -160 + k * 420
        cv.fill(poly([(x, -20), (x + 260, -20), (x + 960, 1020), (x + 700, 1020)]), '#ffca80', .20)
    cv.restore()
    cv.layer(34, 1, 'mul')
    for k in range(3):
        x = 120 + k * 420
        cv.fill(poly([(x, -20), (x + 120, -20), (x + 820, 1020), (x + 700, 1020)]), '#5a4a66', .34)
    cv.restore()
    cv.glow(60, -40, 900, '#ffd08a', .45)

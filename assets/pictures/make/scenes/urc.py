"""A circle of nine people in conversation on chairs in a high bright room."""
from canvas import *
from people import *
from props import *
SIZE = (1400, 1000)
FINISH = dict(bloom=.5, thr=.7, vig=.2, gamma=.98, contrast=0.32)


def draw(cv):
    cv.bg([(0, '#e9d2ae'), (.5, '#f0d9b4'), (1, '#caa27a')])
    wall = rect(-10, -10, 1420, 600)
    cv.grad(wall, (0, 0), (1400, 0), [(0, '#8fb3a8'), (.5, '#dcc9a4'), (1, '#7f9c98')])
    cv.grad(rect(-10, -10, 1420, 120), (0, 0), (0, 110), [(0, '#3f6468', .75), (1, '#3f6468', 0)])
    cv.noise(wall, .008, .012, .10, 4)
    # tall windows
    for i, x in enumerate((180, 460, 740, 1020)):
        w, y, h = 190, 60, 440
        q = union(rect(x, y + 90, w, h - 90), ell(x + w / 2, y + 95, w / 2, 95))
        fr = union(rect(x - 14, y + 90, w + 28, h - 80), ell(x + w / 2, y + 95, w / 2 + 14, 109))
        cv.fill(fr, '#c9a987'); cv.inner(fr, 5, 5, 6, '#5B3A54', .35)
        cv.grad(q, (0, y), (0, y + h), [(0, '#a8cfc4'), (.4, '#fbeec8'), (.8, '#ffe0a0'), (1, '#f6bd78')])
        cv.clip(q)
        r = np.random.default_rng(i + 2)
        for k in range(9):
            bx, by, br = x + r.uniform(-20, 210), y + r.uniform(300, 470), r.uniform(30, 62)
            cv.fill(ell(bx, by, br, br * .9), mix('#5f9a86', '#ffe9b4', r.uniform(.35, .7)), .75, 7)
        cv.restore()
        for xx in (x + w / 3, x + 2 * w / 3):
            cv.line([(xx, y), (xx, y + h)], '#b99a7c', 5)
        for yy in (y + 95, y + 210, y + 325):
            cv.line([(x, yy), (x + w, yy)], '#b99a7c', 5)
        cv.glow(x + w / 2, y + 230, 300, '#fff0c8', .42)
        cv.solid(rect(x - 24, y + h, w + 48, 16), '#e0bf96', Light(0, -1), 8)
    # lamps hanging
    for x in (330, 700, 1070):
        cv.line([(x, -10), (x, 96)], '#24424f', 3)
        cv.solid(smooth([(x - 12, 92), (x + 12, 92), (x + 52, 132), (x - 52, 132)], k=.08), '#E4572E' if x == 700 else '#3B8C84', Light(0, 1, '#fff0c8', .8), 18)
    cv.fill(rect(-10, 560, 1420, 34), '#a57c5e'); cv.fill(rect(-10, 560, 1420, 4), '#f0cf9f', .8)
    fl = rect(-10, 590, 1420, 420)
    cv.grad(fl, (0, 590), (0, 1000), [(0, '#dba870'), (.4, '#b57d58'), (1, '#6a4a4c')])
    cv.clip(fl)
    for i in range(-24, 25):
        cv.line([(700 + i * 52, 585), (700 + i * 120, 1010)], '#5a3a3c', 2, .3)
    cv.noise(fl, .01, .08, .22, 6)
    cv.layer(8, 1, 'screen')
    for x in (180, 460, 740, 1020):   # the light of the windows on the floor
        for k in range(3):
            a, b = x + k * 64 + 4, x + k * 64 + 58
            f = lambda q, y: 560 + (q - 560) * (1 + (y - 590) / 520) - (y - 590) * .5
            cv.grad(poly([(f(a, 610), 610), (f(b, 610), 610), (f(b, 930), 930), (f(a, 930), 930)]), (0, 600), (0, 930), [(0, '#ffdf9c', .75), (.6, '#ffc276', .45), (1, '#ffb060', .1)])
    cv.restore()
    cv.restore()
    # carpet
    cx, cy = 742, 776
    cv.fill(ell(cx, cy, 330, 92), '#5B3A54', .5, 5); cv.grad(ell(cx, cy, 318, 86), (0, 690), (0, 862), [(0, '#d96c4a'), (1, '#8a3f3c')])
    for q, c in ((.84, '#F2A541'), (.62, '#1F4E5A'), (.4, '#e8c98f')):
        cv.stroke(ell(cx, cy, 318 * q, 86 * q), c, 7, .75)
    cv.fill(ell(cx + 4, cy + 8, 74, 20), '#3a2430', .5, 6)
    cv.solid(rect(cx - 62, cy - 34, 124, 10, 4), '#e0b27a', Light(0, -1), 6)
    cv.solid(poly([(cx - 10, cy - 26), (cx + 10, cy - 26), (cx + 22, cy + 8), (cx - 22, cy + 8)]), '#8a5a44', Light(0, -1), 8)
    cv.solid(smooth([(cx - 18, cy - 62), (cx + 14, cy - 62), (cx + 10, cy - 34), (cx - 14, cy - 34)]), '#3B8C84', Light(0, -1), 9)
    r = np.random.default_rng(1)
    for k in range(15):
        a = -1.57 + r.normal() * .55; ln = r.uniform(24, 56); ex, ey = cx - 2 + math.cos(a) * ln * .9, cy - 60 + math.sin(a) * ln
        cv.line([(cx - 2, cy - 60), (cx - 2 + (ex - cx + 2) * .4, cy - 60 + (ey - cy + 60) * .6), (ex, ey)], mix('#2f5f4a', '#7a9a5a', r.random()), 2.2, curve=True)
        if k % 3:
            q = r.uniform(4, 8.5)
            cv.solid(smooth([(ex + math.cos(t) * q * r.uniform(.75, 1.2), ey + math.sin(t) * q * .85 * r.uniform(.75, 1.2)) for t in np.linspace(0, 6.28, 8)[:-1]]), ['#E4572E', '#F2A541', '#F4EBDD', '#9C5560'][k % 4], Light(.1, -1), 4)
        else:
            cv.fill(ell(ex, ey, 7, 3, math.degrees(a) + 20), '#5d8f62')
    L = Light(.12, -1, '#fff0c8', .95, '#2b3a48', .55, halo=.08, fill='#ffc98a', fill_a=.08)
    # nine people round (x, y floor, h, view)
    G = [
        (470, 712, 350, 'front', dict(top='#3B8C84', hair='hijab', scarf='#F4EBDD', coat='long', armL=(-.05, -.33), armR=(.06, -.33))),
        (640, 700, 345, 'front', dict(top='#E4572E', hair='beard', hc='#1C1A1E', armL=(-.17, -.33), armR=(.10, -.40), skin='#8A5638')),
        (812, 702, 342, 'front', dict(top='#F2A541', hair='long', hc='#4A2E20', armL=(-.08, -.31), armR=(.08, -.31), legs='#3B2C3C')),
        (962, 720, 352, 'front', dict(top='#1F4E5A', hair='short', hc='#8C8378', armL=(-.04, -.36), armR=(.05, -.36), skin='#DDA987', headturn='side', look=-1)),
        (300, 812, 400, 'right', dict(top='#5B3A54', hair='curly', hc='#15181C', armR=(.25, -.42), armL=(.22, -.34), skin='#5A3828')),
        (1100, 820, 405, 'left', dict(top='#C98A2E', hair='hijab', scarf='#B8452B', armR=(.15, -.32), armL=(.20, -.33), coat='long')),
        (396, 950, 450, 'back', dict(top='#b5553d', hair='bun', hc='#2B1D1A', armL='chest')),
        (612, 975, 470, 'back', dict(top='#2C6C74', hair='cap', scarf='#24424f', hc='#2B1D1A')),
        (972, 952, 452, 'back', dict(top='#7C3F4E', hair='bob', hc='#B9A68C', skin='#CF9C78')),
    ]
    wood = '#c98f5a'
    figs = []
    for i, (x, y, h, v, kw) in enumerate(G):
        view = {'front': 'front', 'back': 'back'}.get(v, 'side')
        f = person(800 + i, view=view, pose='sit', seat=.26, **kw).place(x, y, h, -1 if v == 'left' else 1)
        figs.append((x, y, h, v, f))
        f.shadow(cv, (x - 700) / 2600 - .1, .30, '#33242f', .55, 4)
        cv.fill(ell(x, y, h * .2, h * .035), '#33242f', .5, 6, 'mul')
    for x, y, h, v, f in figs:
        sh = h * .27
        if v == 'front':
            chair_back(cv, x, y - 4, sh * .98, dark(wood, .12), L)
            f.draw(cv, L, '#f6dfb6', .10)
        elif v in ('left', 'right'):
            chair_back(cv, x + (6 if v == 'right' else -6), y, sh, wood, L, v); f.draw(cv, L)
        else:
            f.draw(cv, L)
            chair_back(cv, x, y + 4, sh, wood, L)
    for x in (275, 555, 835, 1115):
        cv.beam([(x - 60, 60), (x + 90, 60), (x - 190, 900), (x - 420, 900)], '#fff0c8', .16, 18, p0=(x, 100), p1=(x - 260, 880))
    cv.haze(880, 1000, '#1d2f3a', 0, .35)

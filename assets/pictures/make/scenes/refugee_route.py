"""A group with a guide in a street of Brussels: gables, a hint of art nouveau, afternoon shadows."""
from canvas import *
from people import *
from props import *
SIZE = (1400, 1000)
FINISH = dict(bloom=.45, thr=.66, vig=.2, contrast=0.36)


def nouveau(cv, x, y, w, h, L):
    """a house front in art nouveau: round window, whiplash lines, a bay"""
    top = y - h
    c = '#d9b488'
    body = union(rect(x, top, w, h), smooth([(x, top + 2), (x + w * .18, top - 12), (x + w * .32, top - 62), (x + w * .5, top - 86), (x + w * .68, top - 62), (x + w * .82, top - 12), (x + w, top + 2)]))
    cv.grad(body, (x, top), (x + w, y), [(0, '#e9cfa0'), (.5, c), (1, '#a8785e')])
    cv.noise(body, .02, .04, .6, 9)
    for k in range(6):
        cv.fill(rect(x, top + 150 + k * 74, w, 7), '#c26a48', .5)
    # the great round window
    cx, cy, rr = x + w / 2, top + 92, w * .31
    cv.fill(ell(cx, cy, rr + 15), '#7a4a42'); cv.fill(ell(cx, cy, rr + 10), '#2c6a66')
    cv.grad(ell(cx, cy, rr), (0, cy - rr), (0, cy + rr), [(0, '#ffe6b0'), (.5, '#6fa39a'), (1, '#24505a')])
    cv.clip(ell(cx, cy, rr))
    for k in range(-3, 4):
        cv.stroke(smooth([(cx, cy + rr), (cx + k * rr * .16, cy + rr * .2), (cx + k * rr * .42, cy - rr * .9)], False), '#2c4a4a', 4, .9)
    cv.stroke(smooth([(cx - rr, cy + 10), (cx - rr * .4, cy - 18), (cx + rr * .4, cy - 18), (cx + rr, cy + 10)], False), '#2c4a4a', 4, .9)
    cv.restore()
    # sgraffito over it
    for s in (-1, 1):
        cv.stroke(smooth([(cx + s * 8, top - 66), (cx + s * w * .16, top - 40), (cx + s * w * .30, top + 2), (cx + s * w * .40, top + 60), (cx + s * w * .34, top + 110), (cx + s * w * .42, top + 150)], False), '#E4572E', 6, .75)
        cv.stroke(smooth([(cx + s * w * .16, top - 40), (cx + s * w * .22, top - 20), (cx + s * w * .17, top - 4)], False), '#3B8C84', 5, .8)
    # bay with narrow windows
    for i in range(2):
        for j in range(3):
            wx, wy = x + w * (.12 + .27 * j), top + 216 + i * 148
            q = union(rect(wx, wy + 16, w * .20, 92), ell(wx + w * .10, wy + 18, w * .10, 22))
            cv.fill(union(rect(wx - 6, wy + 14, w * .20 + 12, 102), ell(wx + w * .10, wy + 18, w * .10 + 6, 28)), '#2c6a66', .9)
            cv.grad(q, (wx, wy), (wx + w * .2, wy + 110), [(0, '#ffe0a4'), (.5, '#5d8f8a'), (1, '#24444e')])
            cv.stroke(smooth([(wx, wy + 62), (wx + w * .06, wy + 46), (wx + w * .14, wy + 46), (wx + w * .20, wy + 62)], False), '#2c4a4a', 3, .9)
            cv.line([(wx + w * .10, wy), (wx + w * .10, wy + 106)], '#2c4a4a', 3, .9)
        yy = top + 340 + i * 148       # balcony with iron curls
        cv.solid(rect(x + w * .06, yy, w * .88, 9, 3), '#c9a078', L, 5)
        if i == 0:
            cv.line([(x + w * .07, yy - 34), (x + w * .93, yy - 34)], '#1d3a40', 4)
            for k in range(9):
                bx = x + w * (.10 + .1 * k)
                cv.stroke(smooth([(bx, yy), (bx + 9, yy - 10), (bx - 7, yy - 22), (bx + 2, yy - 34)], False), '#1d3a40', 3)
    # door
    q = union(rect(cx - 40, y - 112, 80, 112), ell(cx, y - 112, 40, 46))
    cv.fill(union(rect(cx - 52, y - 112, 104, 112), ell(cx, y - 112, 52, 60)), '#7a4a42')
    cv.grad(q, (0, y - 160), (0, y), [(0, '#3B8C84'), (1, '#17404a')])
    cv.stroke(smooth([(cx - 26, y), (cx - 30, y - 60), (cx - 8, y - 104), (cx + 12, y - 70), (cx - 4, y - 50), (cx + 22, y)], False), '#F2A541', 4, .8)


def draw(cv):
    cv.bg([(0, '#3f8c92'), (.25, '#93bcae'), (.5, '#f2d9a0'), (1, '#f3b66c')])
    cv.noise(rect(0, 0, 1400, 500), .002, .006, .7, 4)
    cv.glow(1240, 120, 680, '#ffdf9c', .9)
    L = Light(.8, -.55, '#ffe2a8', .95, '#163640', .6, fill='#ffb765', fill_a=.1)
    hz = '#f6cf92'
    # the end of the street: tower of the town hall
    tx = 905
    for w, y0, y1 in ((74, 360, 640), (54, 250, 372), (34, 180, 262)):
        q = rect(tx - w / 2, y0, w, y1 - y0); cv.grad(q, (tx - w / 2, 0), (tx + w / 2, 0), [(0, mix('#8a6a64', hz, .5)), (1, mix('#d9a878', hz, .55))])
        for k in range(3):
            cv.fill(rect(tx - w / 2 + w * (.16 + .26 * k), y0 + 26, w * .14, min(60, (y1 - y0) * .4)), mix('#5B3A54', hz, .5), .7)
    cv.fill(poly([(tx - 20, 182), (tx, 72), (tx + 20, 182)]), mix('#3B8C84', hz, .45)); cv.line([(tx, 76), (tx, 44)], mix('#5B3A54', hz, .3), 3)
    for s in (-1, 1):
        cv.fill(poly([(tx + s * 27 - 6, 252), (tx + s * 27, 208), (tx + s * 27 + 6, 252)]), mix('#8a6a64', hz, .5))
        cv.fill(poly([(tx + s * 36 - 8, 362), (tx + s * 36, 312), (tx + s * 36 + 8, 362)]), mix('#8a6a64', hz, .5))
    for x, w, h, g, c in ((780, 60, 180, 'step', '#b06a4e'), (838, 56, 150, 'curve', '#7d6a74'), (950, 60, 160, 'tri', '#c08a62'), (1006, 64, 210, 'step', '#8a5a58')):
        facade(cv, x, 652, w, h, c, 4, 3, gable=g, haze=hz, ht=.52, seed=int(x), tex=.3)
    cv.glow(900, 600, 320, '#ffe0a4', .6)
    cv.fill(rect(-20, 646, 1440, 120), '#b98a68')
    # left row in the sun
    facade(cv, 690, 664, 96, 300, '#9a5a4a', 4, 3, gable='curve', haze=hz, ht=.34, seed=2, lit=.05)
    facade(cv, 566, 682, 128, 390, '#d9a66a', 4, 3, gable='step', haze=hz, ht=.2, seed=5)
    nouveau(cv, 300, 712, 268, 560, L)
    facade(cv, 110, 728, 194, 470, '#a5503c', 4, 3, gable='step', seed=8, trim='#ecd2a4', haze=hz, ht=.04)
    facade(cv, -150, 752, 264, 640, '#3f6a70', 5, 3, gable='flat', seed=9, trim='#e2c79c')
    # right row in shade
    facade(cv, 1062, 664, 100, 330, '#5d5460', 4, 3, gable='curve', haze=hz, ht=.28, seed=12, lit=.1)
    facade(cv, 1156, 690, 140, 440, '#4a3a4c', 5, 3, gable='step', haze=hz, ht=.12, seed=14, lit=.1)
    facade(cv, 1290, 724, 220, 620, '#24444e', 5, 3, gable='flat', seed=16, lit=.1, haze=hz, ht=.02)
    # shopfront awnings
    for x, y, w, c in ((120, 620, 172, '#E4572E'), (578, 596, 106, '#3B8C84'), (1164, 596, 124, '#F2A541')):
        n = 7
        for k in range(n):
            a, b = x + w * k / n, x + w * (k + 1) / n
            cv.grad(poly([(a, y), (b, y), (b - 6, y + 42), (a - 6, y + 42)]), (0, y), (0, y + 42), [(0, c if k % 2 else '#F4EBDD'), (1, dark(c if k % 2 else '#e8d8bc', .2))])
        cv.fill(rect(x - 6, y + 42, w, 26), '#1a2c36', .4, 8, 'mul')
    # street
    g = poly([(-20, 752), (110, 730), (300, 712), (566, 682), (786, 660), (900, 648), (1062, 655), (1160, 664), (1290, 686), (1420, 716), (1420, 1010), (-20, 1010)])
    cv.grad(g, (0, 645), (0, 1000), [(0, '#ffe2aa'), (.3, '#f0bd80'), (.7, '#cf9068'), (1, '#7a5a58')])
    cobbles(cv, 650, 1010, 900, 600, '#5a3a3c', .25, 24)
    cv.noise(g, .1, .2, .2, 4)
    # long shadow of the right row over the street
    cv.clip(g)
    cv.grad(poly([(1420, 690), (1180, 690), (1060, 660), (800, 676), (760, 672), (740, 684), (700, 682), (676, 698), (600, 712), (560, 706), (540, 724), (490, 722), (470, 744), (520, 756), (440, 790), (380, 786), (340, 822), (270, 822), (220, 868), (300, 890), (180, 960), (-20, 1010), (1420, 1010)]), (1400, 0), (0, 0), [(0, '#1b3442', .72), (.6, '#2b3a4a', .5), (1, '#3a3a4c', .3)], 1, 5, 'mul')
    cv.restore()
    for k, x in enumerate((250, 640)):
        y = 742 - k * 50; s = 1 - .3 * k
        cv.solid(limb([(x, y), (x, y - 130 * s), (x, y - 250 * s)], [5 * s, 4 * s, 3 * s]), '#1d3a42', L, 4)
        cv.stroke(smooth([(x, y - 236 * s), (x + 18 * s, y - 262 * s), (x + 40 * s, y - 246 * s)], False), '#1d3a42', 4 * s); cv.solid(ell(x + 42 * s, y - 232 * s, 11 * s, 15 * s), '#ffe6b4', L, 8)
    # far passers-by
    for i, (x, y, h, v, fl) in enumerate(((872, 668, 44, 'back', 1), (900, 664, 40, 'back', 1), (940, 672, 48, 'side', -1), (846, 676, 54, 'side', 1), (800, 690, 70, 'side', 1))):
        f = anyone(i + 1500, v).place(x, y, h, fl); f.shadow(cv, -1.2, .25, '#3a3040', .5, 1); f.draw(cv, L, hz, .45)
    # the guide and the group
    Gd = person(1510, view='front', coat='coat', top='#E4572E', legs='#1c3b46', hair='curly', hc='#1C1A1E', skin='#8A5638', armL=(-.27, -.98), armR=(.15, -.60), headturn='side', look=1, bag='shoulder', bagc='#F2A541', stride=.3)
    P = [
        (820, 452, 366, Gd, 1),
        (842, 640, 370, person(1511, view='side', coat='long', top='#2C6C74', hair='hijab', scarf='#F2D6A4', armR=(.08, -.62)), -1),
        (826, 700, 360, person(1512, view='side', coat='jacket', top='#C98A2E', hair='short', hc='#1C1A1E', skin='#6E4530', bag='pack', bagc='#5B3A54'), -1),
        (880, 760, 396, person(1513, view='back', coat='jacket', top='#5B3A54', hair='bob', hc='#8C8378', skin='#CF9C78', bag='shoulder', bagc='#3B8C84', headturn='side', look=-1), 1),
        (868, 850, 396, person(1514, view='back', coat='jacket', top='#3B8C84', hair='cap', scarf='#E4572E', build=1.08), 1),
        (858, 592, 236, person(1515, view='side', hk=1.42, coat='hoodie', top='#F2A541', hair='pony', hc='#2B1D1A', armR=(.24, -.78)), -1),
        (850, 930, 376, person(1516, view='side', coat='skirt', top='#B8452B', hair='bun', hc='#1C1A1E', bag='tote', bagc='#F4EBDD', stride=.3), -1),
        (920, 1010, 430, person(1517, view='back', coat='coat', top='#24505a', hair='hat', scarf='#C98A2E', hc='#8C8378', headturn='back', skin='#C58A62'), 1),
        (836, 1060, 370, person(1518, view='side', coat='jacket', top='#9C5560', hair='long', hc='#4A2E20', stride=.7), -1),
    ]
    P.sort(key=lambda q: q[0])
    for y, x, h, f, fl in P:
        f.place(x, y, h, fl); f.shadow(cv, -1.05, .15, '#241f30', .62, 3)
    for y, x, h, f, fl in P:
        f.draw(cv, L, '#e8b583', .05 if y < 850 else 0)
    # two cyclists' town: pigeons
    r = np.random.default_rng(5)
    for k in range(7):
        x, y = r.uniform(120, 420), r.uniform(880, 950)
        cv.fill(ell(x - 16, y + 4, 18, 3), '#241f30', .45, 2, 'mul')
        cv.solid(smooth([(x - 13, y - 6), (x, y - 11), (x + 9, y - 14), (x + 14, y - 10), (x + 9, y - 5), (x, y), (x - 16, y - 2)]), mix('#3A5661', '#9C8F94', r.random()), L, 6)
    cv.beam([(1420, -60), (1420, 200), (60, 1000), (-200, 760)], '#ffdc9c', .13, 40, p0=(1400, 0), p1=(100, 900))
    cv.glow(1300, 90, 760, '#ffca80', .45)
    cv.haze(890, 1000, '#10303a', 0, .4)

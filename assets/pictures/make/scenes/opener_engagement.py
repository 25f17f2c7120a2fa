"""An information desk before an office building in the early morning."""
from canvas import *
from people import *
from props import *
SIZE = (1000, 1400)
FINISH = dict(bloom=.55, thr=.6, vig=.24)


def draw(cv):
    cv.bg([(0, '#27525e'), (.2, '#5d7f83'), (.36, '#d3a98a'), (.5, '#f0b277'), (1, '#e39a62')])
    cv.noise(rect(0, 0, 1000, 500), .002, .006, .3, 4)
    cv.glow(980, 560, 620, '#ffb969', .9)
    # far street on the right
    for i, (x, w, h, c) in enumerate(((760, 90, 300, '#8a7a78'), (840, 70, 240, '#a98872'), (900, 120, 330, '#7c6d74'))):
        facade(cv, x, 840, w, h, c, 5, 3, haze='#f3b578', ht=.62, seed=i, tex=.2)
    cv.glow(985, 640, 330, '#ffdc9a', .9)
    # office building, in light perspective: front plane and a lit side
    r = np.random.default_rng(4)
    front = poly([(-20, -20), (660, 40), (760, 160), (760, 846), (-20, 880)])
    cv.grad(front, (0, 0), (760, 0), [(0, '#16404b'), (.7, '#2d5f69'), (1, '#6f7f7b')])
    for i in range(8):
        for j in range(7):
            X = lambda u: -20 + 780 * (1 - (1 - u) ** 1.12)
            u0, u1 = (j + .12) / 7, (j + .88) / 7
            def P(u, v):
                x = X(u)
                top = -60 + (x + 20) / 780 * 220
                bot = 880 - (x + 20) / 780 * 36
                return (x, top + (bot - top) * v)
            v0, v1 = .04 + i * .105, .04 + i * .105 + .075
            q = poly([P(u0, v0), P(u1, v0), P(u1, v1), P(u0, v1)])
            lit = r.random() < .2
            c0, c1 = ('#ffe0a0', '#e8a457') if lit else ('#557f88', mix('#2c5661', '#c9947a', j / 7 * .8))
            b = q.getBounds()
            cv.grad(q, (0, b.top()), (0, b.bottom()), [(0, c1), (1, c0)], .92)
            cv.line([P((j + .5) / 7, v0), P((j + .5) / 7, v1)], '#16404b', 2, .5)
            if not lit:
                cv.grad(q, P(u0, v0), P(u1, v1), [(0, '#ffd9a6', .0), (.5, '#ffd9a6', .30 * j / 7), (1, '#ffd9a6', 0)])
    # ground floor: the entrance
    ent = poly([(120, 640), (560, 622), (560, 855), (120, 868)])
    cv.grad(ent, (0, 620), (0, 868), [(0, '#f0b867'), (.6, '#f8d690'), (1, '#d98f52')])
    for x in (120, 230, 340, 450, 560):
        cv.line([(x, 640 - (x - 120) * .04), (x, 868 - (x - 120) * .03)], '#16404b', 8, .95)
    cv.line([(100, 700), (600, 684)], '#16404b', 5, .8)
    cv.solid(poly([(60, 604), (640, 584), (650, 622), (60, 646)]), '#1d4854', Light(1, -.3, '#ffc98a', .7), 20)
    for x, h in ((290, 120), (395, 130)):
        anyone(int(x), view='back').place(x, 858, h).draw(cv, Light(0, -1, '#ffe0a0', .8, '#3b2a2c', .6), '#f2b868', .45)
    cv.glow(340, 760, 300, '#ffc772', .5)
    # pavement
    g = rect(-10, 842, 1020, 600)
    cv.grad(g, (0, 842), (0, 1400), [(0, '#c58f68'), (.1, '#8c6f66'), (.35, '#41555c'), (1, '#16353f')])
    cobbles(cv, 846, 1420, 900, 700, '#122d37', .22, 24)
    cv.noise(g, .05, .12, .15, 6)
    cv.glow(985, 850, 640, '#ffb765', .85, sy=.28)
    cv.glow(330, 985, 420, '#ffb765', .75, sy=.3)
    cv.layer(16, 1, 'screen')      # the wet pavement gives the lights back
    rr = np.random.default_rng(5)
    for x, w, c, a_ in ((350, 150, '#ffb657', .50), (180, 60, '#f2a04a', .26), (520, 70, '#ffb657', .34), (700, 40, '#d9805a', .16), (905, 120, '#ffb070', .38), (60, 40, '#d98f52', .18), (250, 30, '#ffd08a', .2), (430, 26, '#ffd08a', .25)):
        cv.grad(smooth([(x - w / 2, 1030), (x + w / 2, 1030), (x + w * .42, 1180), (x + w * .3, 1340), (x - w * .3, 1340), (x - w * .42, 1180)]), (0, 1020), (0, 1345), [(0, c, a_), (.5, c, a_ * .55), (1, c, 0)])
    cv.restore()
    for k in range(120):
        y = 1040 + 320 * rr.random(); x = rr.uniform(0, 1000); w = rr.uniform(10, 70)
        cv.line([(x, y), (x + w, y + rr.normal() * 1.5)], '#ffc98a' if rr.random() < .4 else '#0d2730', rr.uniform(1, 3), rr.uniform(.06, .2), 2)
    # light: low sun from the right, lamp on the desk
    LX, LY = 372, 690
    sun = lambda x: Light(.85, -.5, '#ffcf8a', .9, '#10303a', .6, fill='#ffb765', fill_a=.12)
    def lamp(x, s=1):
        return Light(LX - x, -40, '#ffd58a', 1.0, '#11303b', .62, fill='#ffb050', fill_a=.22)
    Q = [
        (person(401, view='side', coat='coat', top='#5B3A54', hair='hijab', scarf='#F2A541', armR=(.17, -.62), armL=(.20, -.60)), 592, 1012, 436, -1, lamp(592)),
        (person(402, view='side', coat='jacket', top='#3B8C84', hair='short', bag='pack', bagc='#E4572E', skin='#6E4530', hc='#15181C'), 708, 996, 428, -1, None),
        (person(403, view='side', coat='long', top='#B8452B', hair='bun', hc='#2B1D1A', bag='shoulder', bagc='#F2A541', build=1.08), 800, 976, 396, -1, None),
        (person(404, view='side', hk=1.45, coat='hoodie', top='#F2A541', hair='curly', stride=.3), 752, 1000, 240, -1, None),
        (person(405, view='side', coat='jacket', top='#24505a', hair='beanie', scarf='#E4572E', bag='case', bagc='#C98A2E'), 876, 956, 374, -1, None),
        (person(406, view='side', coat='coat', top='#C98A2E', hair='hat', scarf='#5a4a48', hc='#8C8378'), 934, 936, 350, -1, None),
        (person(407, view='side', coat='jacket', top='#9C5560', hair='long'), 982, 922, 330, -1, None),
    ]
    V = [
        (person(410, view='front', coat='tee', top='#E4572E', hair='beard', hc='#2B1D1A', armR=(.10, -.475), armL=(-.13, -.47), skin='#C58A62', sleeve=True), 256, 968, 424),
        (person(411, view='front', coat='tee', top='#E4572E', hair='bob', hc='#7A4B2B', armR=(.24, -.60), armL=(-.12, -.48), headturn='side', skin='#DDA987'), 448, 968, 404),
    ]
    for f, x, y, h in V:
        f.place(x, y, h)
        f.draw(cv, lamp(x))
    # the desk
    top = poly([(128, 800), (556, 800), (604, 838), (96, 838)])
    cloth = poly([(96, 838), (604, 838), (596, 1024), (104, 1024)])
    cv.fill(ell(350, 1030, 300, 26), '#0e2a33', .7, 14)
    cv.grad(cloth, (0, 838), (0, 1024), [(0, '#2c7a76'), (1, '#123f47')])
    for x in range(130, 600, 46):
        cv.clip(cloth); cv.line([(x, 838), (x + 6, 930), (x - 4, 1030)], '#0e333c', 10, .5, 6, curve=True); cv.restore()
    cv.glow(350, 850, 220, '#ffc772', .5, sy=.6)
    cv.fill(ell(350, 932, 44), '#F4EBDD', .92); cv.fill(ell(350, 918, 6.5), '#123f47'); cv.fill(rect(343.5, 929, 13, 30, 4), '#123f47')
    cv.grad(top, (0, 800), (0, 838), [(0, '#fff0cf'), (1, '#e9bf86')])
    for x, y, rt, c in ((180, 822, -6, '#fdf3e0'), (214, 820, 8, '#f2d0a0'), (470, 822, 4, '#fdf3e0'), (520, 816, -8, '#E4572E'), (300, 828, 2, '#3B8C84')):
        cv.c.save(); cv.c.translate(x, y); cv.c.skew(-.5, 0); cv.fill(rect(-26, -8, 52, 18), '#59403a', .35, 3); cv.fill(rect(-27, -10, 52, 17), c); cv.c.restore()
    # lamp
    cv.solid(limb([(372, 818), (372, 770), (372, 716)], [5, 4, 4]), '#24424f', lamp(300), 4)
    cv.solid(ell(372, 820, 26, 7), '#24424f', lamp(300), 6)
    cv.glow(LX, LY + 30, 330, '#ffc267', .95)
    cv.glow(LX, LY + 22, 90, '#fff0c8', .95)
    cv.grad(smooth([(346, 668), (398, 668), (428, 722), (316, 722)], k=.06), (0, 668), (0, 722), [(0, '#f3a24c'), (1, '#fff1c9')])
    # queue
    for f, x, y, h, fl, l in sorted(Q, key=lambda q: q[2]):
        f.place(x, y, h, fl)
        f.shadow(cv, -.75, .22, '#0e2a33', .6, 3)
    for f, x, y, h, fl, l in sorted(Q, key=lambda q: q[2]):
        f.draw(cv, l or sun(x), '#e8a868', max(0, (1000 - y) / 240) ** 1.2 * .7)
    # a passer-by close to us, in the shade
    f = person(420, view='back', coat='coat', top='#173842', hair='cap', scarf='#5B3A54', bag='shoulder', bagc='#3B8C84', stride=.6, build=1.05).place(120, 1290, 520)
    f.shadow(cv, -.6, .2, '#0b2229', .6, 4)
    f.draw(cv, Light(.8, -.5, '#ffc27a', .9, '#0d2730', .7))
    cv.haze(1080, 1400, '#0f2a31', 0, .6)
    cv.glow(985, 600, 500, '#ffb765', .45)

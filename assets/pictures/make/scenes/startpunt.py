"""Two volunteers with a folder explain something to people queueing at dawn before the registration centre."""
from canvas import *
from people import *
from props import *
SIZE = (1400, 1000)
FINISH = dict(bloom=.5, thr=.62, vig=.22)
VX, VY = 300, 470


def wall_pt(z, v, X=1240, H=1100, D=520):
    """a point on the long front on the right: z = depth (1 near), v = 0 top .. 1 foot"""
    return (VX + X / z, VY - H / z + (H + D) / z * v)


def draw(cv):
    cv.bg([(0, '#1d4c5a'), (.2, '#57707e'), (.36, '#c98d83'), (.47, '#f4b679'), (1, '#f0a868')])
    cv.noise(rect(0, 0, 1400, 480), .002, .007, .35, 3)
    cv.glow(VX, VY - 10, 640, '#ffc47a', 1); cv.glow(VX, VY - 6, 130, '#fff0c8', 1)
    # far side of the street
    hz = '#f4b27a'
    for i, (x, w, h, g) in enumerate(((236, 46, 90, 'step'), (186, 60, 130, 'tri'), (118, 78, 180, 'curve'), (20, 104, 250, 'step'), (-110, 140, 350, 'flat'))):
        facade(cv, x, 486 + i * 16, w, h, ['#a8806e', '#7d6a74', '#9a6a5c', '#56606e', '#34505c'][i], 4 + i // 2, 3, gable=g, haze=hz, ht=.66 - .13 * i, seed=i + 3, lit=.12)
    cv.glow(VX, VY, 380, '#ffd08a', .8)
    # long front of the centre
    zs = [0.9, 1.3, 1.75, 2.4, 3.3, 4.6, 6.6, 9.5]
    r = np.random.default_rng(3)
    for i in range(len(zs) - 2, -1, -1):
        z0, z1 = zs[i], zs[i + 1]
        t = i / 6
        c = mix('#1d4f5c', hz, .05 + .72 * t)
        q = poly([wall_pt(z0, 0), wall_pt(z1, 0), wall_pt(z1, 1), wall_pt(z0, 1)])
        cv.grad(q, wall_pt(z1, .5), wall_pt(z0, .5), [(0, light(c, .16)), (1, dark(c, .1))])
        zz = lambda s: 1 / (1 / z0 + (1 / z1 - 1 / z0) * s)
        door = i == 2
        for a, b, v0, v1 in ([(.14, .86, .10, .24), (.14, .86, .30, .44)] + ([(.10, .90, .54, 1.0)] if door else [(.14, .86, .56, .84)])):
            w = poly([wall_pt(zz(a), v0), wall_pt(zz(b), v0), wall_pt(zz(b), v1), wall_pt(zz(a), v1)])
            lit = v0 > .5
            bb = w.getBounds()
            if lit:
                cv.grad(w, (0, bb.top()), (0, bb.bottom()), [(0, '#fff0c8' if door else '#ffdf9c'), (1, '#f5b45e' if door else '#d98f4e')], 1 if door else .85)
            else:
                cv.grad(w, (bb.left(), 0), (bb.right(), 0), [(0, mix('#f4b27a', hz, t)), (1, mix('#2b4a55', hz, t))], .8)
            for s in (.33, .66):
                m_ = a + (b - a) * s
                cv.line([wall_pt(zz(m_), v0), wall_pt(zz(m_), v1)], dark(c, .25), 4 / z0, .9)
        cv.line([wall_pt(z0, .495), wall_pt(z1, .495)], light(c, .3), 9 / z0, .9)
        cv.line([wall_pt(z0, .02), wall_pt(z1, .02)], light(c, .3), 12 / z0, .8)
        cv.line([wall_pt(z0, 0), wall_pt(z0, 1)], dark(c, .3), 3 / z0, .6)
    # awning over the door with an arrow sign
    aw = poly([wall_pt(1.62, .50), wall_pt(2.55, .50), (wall_pt(2.55, .50)[0] - 60, wall_pt(2.55, .53)[1]), (wall_pt(1.62, .5)[0] - 100, wall_pt(1.62, .54)[1])])
    cv.solid(aw, '#E4572E', Light(-1, -.4, '#ffd08a', .9), 16)
    cv.glow(880, 640, 300, '#ffcf80', .6)
    # a sign on the front: an arrow to the door
    sg = poly([wall_pt(1.52, .30), wall_pt(1.62, .30), wall_pt(1.62, .47), wall_pt(1.52, .47)])
    b_ = wall_pt(1.56, .385); cv.fill(rect(b_[0] - 74, b_[1] - 44, 60, 92, 6), '#0f2c37', .5, 8)
    cv.solid(rect(b_[0] - 80, b_[1] - 50, 60, 92, 6), '#E4572E', Light(-1, -.3, '#ffd08a', .9), 16)
    cv.line([(b_[0] - 64, b_[1] - 4), (b_[0] - 38, b_[1] - 4)], '#FBF3E4', 8); cv.line([(b_[0] - 50, b_[1] - 20), (b_[0] - 66, b_[1] - 4), (b_[0] - 50, b_[1] + 12)], '#FBF3E4', 8)
    cv.line([(b_[0] - 20, b_[1] - 30), (b_[0] + 8, b_[1] - 30)], '#17363f', 5)
    # pavement
    g = poly([(VX - 6, VY + 12), (VX + 6, VY + 12), (VX + 2480, VY + 1040), (-900, VY + 1040), (-900, 560)])
    cv.grad(g, (0, VY), (0, 1000), [(0, '#f3b87c'), (.12, '#b98a74'), (.4, '#5d6468'), (1, '#1b3d48')])
    cobbles(cv, VY + 14, 1010, VX, VY, '#132f3a', .20, 22)
    cv.noise(g, .08, .2, .25, 2)
    cv.glow(VX, VY + 60, 620, '#ffbe72', .8, sy=.4)
    p = poly([wall_pt(2.4, 1), wall_pt(1.75, 1), (620, 880), (470, 800)])
    cv.fill(p, '#ffc070', .38, 14, 'screen')
    # lamp post
    Ls = lambda x: Light((VX - x) / 500, -.7, '#ffd291', .95, '#102f3a', .62, halo=.05, fill='#ffb060', fill_a=.12)
    cv.solid(limb([(88, 760), (88, 500), (88, 250)], [6, 4.5, 3.5]), '#17363f', Ls(88), 5)
    cv.solid(smooth([(70, 250), (106, 250), (100, 206), (76, 206)], k=.06), '#ffe0a0', Ls(88), 5); cv.glow(88, 228, 130, '#ffd08a', .85)
    # queue along the front (from the door to us)
    Q = []
    for i, (x, y, h) in enumerate(((742, 655, 206), (790, 676, 228), (700, 648, 200), (852, 700, 262), (918, 728, 292), (985, 756, 326), (1010, 752, 205), (1082, 792, 366))):
        kid = i == 6
        f = anyone(i + 1100, 'side', **(dict(hk=1.42, hair='pony') if kid else {}), stride=.25, hair=['hijab', 'short', 'hat', 'bun', 'cap', 'hijab', 'pony', 'curly'][i], scarf=['#F4EBDD', None, '#C98A2E', None, '#E4572E', '#F2A541', None, None][i]) if not kid else person(1106, view='side', hk=1.42, hair='pony', coat='hoodie', top='#F2A541')
        Q.append((y, x, h, f, -1))
    # two volunteers and those they speak with
    V1 = person(1120, view='side', coat='jacket', top='#E4572E', legs='#1c3b46', hair='bob', hc='#4A2E20', armR=(.235, -.60), armL=(.25, -.585), skin='#DDA987')
    V2 = person(1121, view='back', coat='jacket', top='#E4572E', legs='#2b2f3c', hair='short', hc='#15181C', skin='#6E4530', armR=(.16, -.56), headturn='side', look=1, bag='shoulder', bagc='#F2A541')
    M = person(1122, view='side', coat='long', top='#2C6C74', hair='hijab', scarf='#F2A541', armR=(.19, -.62), armL=(.22, -.60))
    D = person(1123, view='side', coat='jacket', top='#5B3A54', hair='short', hc='#1C1A1E', skin='#8A5638', bag='pack', bagc='#3B8C84', build=1.06, armR=(.12, -.58), armL=(.14, -.58))
    K = person(1124, view='side', hk=1.4, coat='hoodie', top='#C98A2E', hair='curly', hc='#1C1A1E')
    Q += [(905, 356, 500, V1, 1), (934, 236, 540, V2, 1), (905, 604, 496, M, -1), (930, 742, 540, D, -1), (932, 668, 300, K, -1)]
    Q.sort(key=lambda q: q[0])
    for y, x, h, f, fl in Q:
        f.place(x, y, h, fl); f.shadow(cv, (x - VX) / 700, .30, '#0f2c37', .62, 3)
    for y, x, h, f, fl in Q:
        t = max(0, (880 - y) / 240)
        f.draw(cv, Ls(x), '#d9a07a', .5 * min(1, t))
        if f is V1:      # the folder
            hx, hy = x + .235 * h, y - .615 * h
            a = poly([(hx - 22, hy - 6), (hx + 20, hy - 34), (hx + 30, hy + 26), (hx - 10, hy + 50)])
            b2 = poly([(hx + 20, hy - 34), (hx + 66, hy - 22), (hx + 72, hy + 38), (hx + 30, hy + 26)])
            for q in (a, b2):
                cv.fill(q, '#0f2c37', .35, 6)
            cv.solid(a, '#fff4de', Ls(x), 10, .5); cv.solid(b2, '#F2D6A4', Ls(x), 10, .7)
            for k in range(4):
                cv.line([(hx - 8 + k * 1.6, hy + 4 + k * 9), (hx + 16 + k * 1.6, hy - 13 + k * 9)], '#1F4E5A', 2.6, .7)
            cv.fill(ell(hx + 48, hy - 6, 9, 10), '#E4572E'); cv.line([(hx + 38, hy + 14), (hx + 62, hy + 20)], '#1F4E5A', 3, .7)
    # someone close, out of focus
    cv.layer(3)
    f = person(1130, view='back', coat='coat', top='#183a45', hair='beanie', scarf='#3B8C84', bag='pack', bagc='#5B3A54', build=1.05).place(1268, 1240, 800)
    f.draw(cv, Light(-.9, -.5, '#ffc98a', .9, '#0d2730', .7))
    cv.restore()
    cv.glow(VX, VY, 700, '#ffb765', .5, stops=[(0, '#ffcf8a', .5), (.4, '#ff9d4d', .16), (1, '#f27a3e', 0)])
    cv.haze(880, 1000, '#0f2a31', 0, .5)

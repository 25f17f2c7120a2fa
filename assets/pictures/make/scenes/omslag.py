"""Cover: people of all ages walk together up a hill path towards a huge rising sun."""
from canvas import *
from people import *
from props import *
SIZE = (1000, 1400)
FINISH = dict(bloom=.5, thr=.66, vig=.18)
SX, SY, SR = 520, 744, 250


def draw(cv):
    cv.bg([(0, '#173f4b'), (.14, '#2d4a5b'), (.27, '#6a4a60'), (.38, '#b85a4c'), (.47, '#e87f45'), (.56, '#f6b860'), (1, '#f6c878')])
    cv.noise(rect(0, 0, 1000, 900), .0016, .006, .35, 4)
    cv.glow(SX, SY, 780, '#f28a45', .9, stops=[(0, '#ffb765', .9), (.33, '#f7934a', .55), (.6, '#d95c3c', .22), (1, '#5B3A54', 0)])
    # the sun
    sun = ell(SX, SY, SR)
    cv.grad(sun, (0, SY - SR), (0, SY + SR), [(0, '#fff0c4'), (.35, '#ffdf94'), (.62, '#fbb35a'), (1, '#ee7c3e')])
    cv.inner(sun, 0, 0, 16, '#ffd68a', .5, 'screen')
    # thin clouds crossing the sun
    for y, x0, x1, w, a in ((640, 180, 700, 7, .28), (676, 420, 930, 10, .3), (722, 90, 620, 13, .32), (560, 560, 900, 5, .16)):
        cv.fill(smooth([(x0, y), ((x0 + x1) / 2, y - w), (x1, y + 2), ((x0 + x1) / 2 + 40, y + w)]), '#c8553f', a, 7)
    # far hills in the haze
    for i, (y, amp, c) in enumerate(((748, 10, '#e9965a'), (772, 13, '#d27a52'), (800, 12, '#a65f52'))):
        p = ridge(cv, y, amp, 11 + i, 1400, 8)
        cv.grad(p, (0, y - 20), (0, y + 90), [(0, c), (1, mix(c, '#f6b860', .55))])
        for k in range(26):      # tiny trees
            r = np.random.default_rng(i * 99 + k); xx = r.uniform(0, 1000)
            cv.fill(ell(xx, y + 2 + r.normal() * 3, r.uniform(4, 10), r.uniform(6, 12)), dark(c, .12), .4, 2)
    # our hill
    hill = smooth([(-60, 905), (120, 872), (300, 846), (500, 834), (700, 842), (880, 868), (1060, 900)], False)
    hill.lineTo(1060, 1420); hill.lineTo(-60, 1420); hill.close()
    cv.grad(hill, (0, 830), (0, 1400), [(0, '#8e5a4a'), (.10, '#5d4c50'), (.34, '#26474f'), (.7, '#16383f'), (1, '#0f2a31')])
    cv.noise(hill, .006, .012, .5, 8); cv.noise(hill, .16, .22, .30, 9)
    # path: from the bottom up to the sun
    path = smooth([(250, 1420), (300, 1300), (372, 1160), (440, 1030), (478, 930), (492, 836), (520, 834), (556, 930), (640, 1030), (738, 1160), (800, 1300), (832, 1420)], True)
    cv.grad(path, (0, 834), (0, 1400), [(0, '#ffd48a'), (.12, '#eda55f'), (.38, '#a8705a'), (.7, '#5a5055'), (1, '#2c444c')], .92, 5)
    cv.noise(path, .12, .25, .30, 3)
    cv.clip(hill)
    cv.glow(SX, 845, 420, '#ffb765', 1, sy=.32)
    # grass in the light
    r = np.random.default_rng(5)
    for i in range(2600):
        y = 850 + 520 * r.random() ** 1.3
        x = r.uniform(0, 1000)
        t = (y - 850) / 520
        half = 30 + 260 * t
        if abs(x - 520) < half * .98:
            continue
        ln = 5 + 22 * t
        c = mix('#f2a860', '#2f5f5e', min(1, t * 1.9))
        cv.line([(x, y), (x + r.normal() * 3, y - ln * .6), (x + r.normal() * 6 + (520 - x) * .01, y - ln)], c, .7 + 1.3 * t, (.62 - .3 * t), curve=True)
    cv.restore()

    L = lambda x: Light((SX - x) / 420, -.75, '#ffd89a', .95, '#14303d', .55, halo=.10)
    C = []
    def put(f, x, y, h, flip=1):
        C.append((y, x, h, f, flip))
    # far on the crest
    for i, (x, y, h) in enumerate(((482, 838, 40), (502, 842, 44), (521, 838, 40), (540, 846, 46), (470, 852, 50), (556, 858, 52), (508, 862, 56))):
        put(anyone(i + 60), x, y, h)
    for i, (x, y, h) in enumerate(((462, 884, 74), (520, 890, 82), (578, 888, 78), (492, 906, 90), (552, 914, 94))):
        put(anyone(i + 75, hair=['hijab', 'short', 'hat', 'bun', 'short'][i], top=['#E4572E', '#3B8C84', '#F2A541', '#5B3A54', '#1F4E5A'][i]), x, y, h)
    # middle
    put(person(3, coat='coat', top='#2C6C74', hair='hat', scarf='#C98A2E', stride=.8, armR=(.19, -.5), hc='#8C8378'), 424, 985, 158)
    put(person(4, coat='long', top='#9C5560', hair='hijab', scarf='#F2A541', stride=-.7, armL=(-.17, -.5)), 480, 992, 148)
    put(shoulder_child(6, top='#F2A541', hair='curly', adult=dict(top='#1F4E5A', hair='short', stride=.8, build=1.08)), 566, 1000, 172)
    put(person(8, coat='skirt', top='#E4572E', hair='long', stride=-.8, bag='tote'), 632, 1008, 154)
    put(person(21, coat='coat', top='#3A5661', hair='short', hc='#B9A68C', stride=.5, lean=.02, build=1.04, armL=(-.18, -.47), skin='#CF9C78'), 318, 1080, 208)
    put(person(22, coat='skirt', top='#D8C4A2', legs='#7C3F4E', hair='hijab', scarf='#5B3A54', stride=-.6), 268, 1086, 196)
    put(person(23, coat='jacket', top='#C98A2E', hair='beanie', scarf='#1F4E5A', stride=.8, skin='#8A5638', armR=(.17, -.49)), 716, 1082, 212)
    put(person(24, hk=1.4, coat='hoodie', top='#E4572E', hair='curly', hc='#1C1A1E', stride=-.7, skin='#6E4530', armL=(-.20, -.80), bag='pack', bagc='#3B8C84'), 776, 1090, 128)
    put(person(25, coat='long', top='#3B8C84', hair='bun', hc='#2B1D1A', stride=.6, bag='shoulder', bagc='#F2A541'), 846, 1090, 202)
    # near
    put(person(12, coat='jacket', top='#3B8C84', legs='#17333C', hair='short', hc='#1C1A1E', stride=.9, bag='pack', bagc='#E4572E', build=1.08, skin='#6E4530'), 372, 1190, 306)
    put(person(13, coat='coat', top='#B8452B', legs='#2b2430', hair='bun', hc='#B9A68C', stride=-.7, build=1.04, armR=(.18, -.485), skin='#CF9C78'), 494, 1172, 270)
    put(person(14, hk=1.45, coat='dress', top='#F2A541', hair='pony', hc='#2B1D1A', stride=.8, armL=(-.215, -.845), armR=(.225, -.845), skin='#A46845'), 579, 1184, 168)
    put(person(15, coat='long', top='#1F4E5A', hair='hijab', scarf='#D8C4A2', stride=.9, armL=(-.17, -.475), bag=None), 664, 1178, 276)
    put(person(16, coat='hoodie', top='#7C3F4E', hair='curly', hc='#15181C', stride=-.9, bag='roll', bagc='#C98A2E', skin='#5A3828', build=.96), 766, 1200, 312)
    cane = Figure(); cane.add(limb([(-.18, -.47), (-.19, -.24), (-.20, 0)], [.008, .007, .006]), '#3a2a2a', .01)
    put(cane, 318, 1080, 208)
    C.sort(key=lambda q: q[0])
    for y, x, h, f, fl in C:
        f.place(x, y, h, fl)
    for y, x, h, f, fl in C:
        t = max(0, min(1, (y - 840) / 330))
        f.shadow(cv, (x - SX) / 520 * .9, (.55 + .25 * t), '#0f2833', .75, 1.2 + 2.5 * t)
    for y, x, h, f, fl in C:
        t = max(0, min(1, (y - 830) / 260))
        f.draw(cv, L(x), '#e88a4e', .62 * (1 - t) ** 1.1)
    # light over all
    cv.glow(SX, SY + 60, 560, '#ffb765', .5, stops=[(0, '#ff9d4d', .34), (.5, '#f27a3e', .12), (1, '#f27a3e', 0)])
    cv.haze(1160, 1400, '#0f2a31', 0, .7)

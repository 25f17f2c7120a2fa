"""A speaker before a class of young people seen from behind; the light of the screen."""
from canvas import *
from people import *
from props import *
SIZE = (1400, 1000)
FINISH = dict(bloom=.5, thr=.64, vig=.24, contrast=0.3)


def draw(cv):
    cv.bg([(0, '#143842'), (.6, '#2a4a55'), (1, '#10303a')])
    cv.grad(rect(-10, -10, 1420, 660), (0, 0), (1400, 0), [(0, '#3d5a5e'), (.35, '#27505a'), (1, '#152f3b')])
    cv.noise(rect(-10, -10, 1420, 660), .008, .012, .12, 4)
    # window light from the left
    for i in range(3):
        y0, y1 = 40 + i * 30, 520 + i * 14
        x0 = 10 + i * 82
        q = poly([(x0, y0), (x0 + 64, y0 + 22), (x0 + 64, y1 - 6), (x0, y1)])
        cv.grad(q, (0, y0), (0, y1), [(0, '#ffd99a'), (.6, '#fff0cf'), (1, '#f7b86c')])
        cv.line([(x0 + 32, y0 + 10), (x0 + 32, y1)], '#6a5a54', 4); cv.line([(x0, y0 + 160), (x0 + 64, y0 + 172)], '#6a5a54', 4)
        cv.glow(x0 + 30, 280, 260, '#ffca80', .35)
    # blackboard and the screen
    cv.solid(rect(330, 96, 330, 330, 4), '#8a6848', Light(-.6, -1), 10)
    cv.grad(rect(342, 108, 306, 306), (342, 108), (648, 414), [(0, '#2f6a66'), (1, '#173f47')])
    cv.noise(rect(342, 108, 306, 306), .01, .02, .45, 8)
    ch = '#F4EBDD'
    cv.stroke(smooth([(378, 340), (430, 262), (470, 300), (520, 200), (560, 240), (606, 160)], False), ch, 5, .7, .8)
    for x, y in ((378, 340), (520, 200), (606, 160)):
        cv.stroke(ell(x, y, 10), ch, 4, .75, .6)
    for k in range(3):
        cv.line([(372, 150 + k * 22), (372 + (120, 84, 104)[k], 149 + k * 22)], ch, 4, .5, 1)
    scr = rect(720, 60, 540, 380, 3)
    cv.glow(990, 250, 640, '#ffd28a', .75)
    cv.grad(scr, (720, 60), (1260, 440), [(0, '#fff4da'), (.5, '#ffe3ac'), (1, '#fbc87e')])
    cv.clip(scr)
    cv.fill(ell(990, 330, 96), '#E4572E', .92)
    cv.fill(ridge(cv, 356, 12, 5, 460, 7, 700, 1280), '#3B8C84', .95); cv.fill(ridge(cv, 390, 9, 8, 460, 7, 700, 1280), '#1F4E5A', .95)
    cv.stroke(smooth([(985, 440), (1010, 410), (970, 384), (994, 362)], False), '#F4EBDD', 8, .95)
    cv.fill(rect(760, 92, 210, 16, 8), '#1F4E5A', .9); cv.fill(rect(760, 122, 150, 11, 5), '#1F4E5A', .5)
    cv.restore()
    cv.stroke(scr, '#0f2a31', 7, .9); cv.solid(rect(708, 40, 564, 20, 8), '#22404a', Light(0, 1, '#ffe3ac'), 6)
    # floor
    cv.grad(rect(-10, 600, 1420, 420), (0, 600), (0, 1000), [(0, '#8a6a58'), (.4, '#4a4a50'), (1, '#112c36')])
    cv.fill(rect(-10, 592, 1420, 12), '#5a4a48')
    cv.glow(800, 640, 620, '#ffcf86', .75, sy=.3)
    # a beam of the projector and of the windows
    cv.beam([(20, 60), (240, 120), (1000, 900), (400, 1000)], '#ffd08a', .20, 30, p0=(60, 100), p1=(760, 900))
    # the speaker
    SXp = 640
    L = lambda x, y=0: Light((930 - x) / 260, -.7, '#ffe0a0', 1, '#11303b', .62, halo=.07, fill='#ffb765', fill_a=.12)
    sp = person(1300, view='front', coat='long', top='#C4482c', hair='bun', hc='#1C1A1E', skin='#8A5638', armR=(.26, -.80), armL=(-.14, -.60), headturn='side', look=1).place(SXp - 10, 690, 420)
    sp.shadow(cv, -.55, .16, '#10242e', .7, 4)
    # lectern / small table
    cv.solid(poly([(748, 520), (872, 520), (884, 536), (738, 536)]), '#d9a468', L(760), 8); cv.solid(poly([(800, 536), (820, 536), (824, 684), (796, 684)]), '#6a4a44', L(760), 10); cv.solid(ell(810, 688, 52, 9), '#5a4040', L(760), 6)
    cv.solid(rect(770, 494, 20, 27, 4), '#bfe0d2', L(760), 5); cv.solid(poly([(810, 519), (862, 519), (856, 511), (806, 511)]), '#fff0cf', L(760), 3)
    sp.draw(cv, Light(.9, -.5, '#ffe0a0', 1, '#11303b', .5, halo=.08, fill='#ffb765', fill_a=.2))
    # the class, three rows
    r = np.random.default_rng(4)
    hair = ['curly', 'hijab', 'short', 'long', 'bun', 'fade', 'pony', 'bob', 'beanie', 'short', 'hijab', 'curly', 'long', 'short', 'pony', 'cap', 'short', 'bob', 'hijab', 'bun', 'curly']
    k = 0
    for row, (y, h, n, x0, x1) in enumerate(((830, 330, 6, 330, 1240), (960, 430, 6, 190, 1310), (1150, 590, 5, 110, 1330))):
        for i in range(n):
            x = x0 + (x1 - x0) * i / (n - 1) + r.uniform(-14, 14)
            raised = (row, i) in ((0, 4), (1, 1), (2, 4))
            f = person(1310 + k, view='back', pose='sit', seat=.24, hair=hair[k % len(hair)], scarf=['#F2A541', '#E8D9BF', '#E4572E', '#3B8C84'][k % 4], coat=['hoodie', 'jacket', 'tee', 'jacket'][k % 4], top=CLOTH[(k * 4 + 2) % 15],
                       armR=(.17, -.93) if raised else (.128, -.27), armL=(-.128, -.27), build=float(r.uniform(.92, 1.06)))
            f.place(x, y, h)
            ll = L(x)
            chair_back(cv, x, y, h * .24, '#7a5844', ll) if False else None
            f.draw(cv, ll, '#c98d62', [.24, .10, 0][row])
            sh = h * .25
            for sx in (-1, 1):
                cv.solid(limb([(x + sx * sh * .45, y - sh * .6), (x + sx * sh * .42, y - sh * 1.55)], [sh * .035, sh * .03]), '#4a3a3a', ll, sh * .03)
            cv.solid(rect(x - sh * .47, y - sh * 1.62, sh * .94, sh * .42, sh * .08), mix('#c98f5a', '#c98d62', .2), ll, sh * .1)
            k += 1
        if row < 2:      # desks are before each row; haze between
            cv.grad(rect(-10, y - 150, 1420, 300), (0, y - 150), (0, y + 150), [(0, '#e8a868', 0), (.5, '#e8a868', .10), (1, '#e8a868', 0)])
    cv.glow(960, 300, 760, '#ffcf86', .5, stops=[(0, '#ffe0a0', .4), (.4, '#ffb765', .14), (1, '#f2a541', 0)])
    cv.haze(820, 1000, '#0b2229', 0, .62)

"""A kitchen table at a window: radio, newspaper, phone, a steaming cup, early light."""
from canvas import *
from people import *
from props import *
SIZE = (1000, 1400)
FINISH = dict(bloom=.5, thr=.62, vig=.3)
SX, SY = 640, 600


def draw(cv):
    cv.bg([(0, '#2a4651'), (.5, '#4f5560'), (1, '#1d3640')])
    wall = rect(0, 0, 1000, 800)
    cv.grad(wall, (0, 0), (0, 800), [(0, '#1f4450'), (1, '#6b5a5c')])
    cv.noise(wall, .01, .01, .25, 2)
    # the window and the town beyond
    win = rect(190, 120, 640, 640)
    cv.clip(win)
    cv.grad(win, (0, 120), (0, 760), [(0, '#5b97a0'), (.3, '#b9c3a4'), (.55, '#f7d58f'), (.78, '#f8a75c'), (1, '#e8804a')])
    cv.noise(win, .003, .009, .35, 5)
    cv.glow(SX, SY, 420, '#ffd98a', 1)
    cv.fill(ell(SX, SY, 62), '#fff2cc'); cv.glow(SX, SY, 160, '#fff0c0', .9)
    r = np.random.default_rng(3)
    for row, (yy, c, n) in enumerate(((640, '#e29a62', 9), (668, '#b36f56', 7), (706, '#74525a', 6))):
        x = 170
        while x < 850:
            w = r.uniform(52, 110); h = r.uniform(10, 60); y = yy - h * .5
            cc = mix(c, '#f6b765', .1 + .3 * math.exp(-((x + w / 2 - SX) / 150) ** 2))
            cv.fill(poly([(x, 780), (x, y), (x + w * .5, y - w * .3), (x + w, y), (x + w, 780)]), cc)
            if r.random() < .6:
                cv.fill(rect(x + w * .68, y - w * .3, 9, 26), dark(cc, .08))
            for k in range(2):
                if r.random() < .6:
                    cv.fill(rect(x + w * (.25 + .35 * k), y + 14, 9, 13), mix('#ffdf9a', cc, .25), .9)
            x += w * .96
        cv.haze(yy - 50, yy + 90, '#ffbd72', 0, .34)
    cv.fill(smooth([(200, 640), (216, 560), (212, 640)]), '#8a5a50', .6)
    cv.restore()
    Lw = Light(.1, -1, '#ffd99a', .9, '#14333d', .6)
    for q in (rect(168, 98, 684, 26), rect(168, 98, 26, 690), rect(826, 98, 26, 690), rect(500, 110, 15, 660), rect(180, 330, 660, 12)):
        cv.solid(q, '#8f7468', Lw, 9, .8, .7)
    cv.solid(poly([(140, 756), (880, 756), (910, 790), (110, 790)]), '#c79b72', Lw, 12, .5)
    # curtains, the light in their folds
    for sgn, x0 in ((1, -20), (-1, 1020)):
        X = lambda d: x0 + sgn * d
        cur = smooth([(X(0), -30), (X(290), -30), (X(262), 180), (X(216), 420), (X(182), 620), (X(196), 830), (X(0), 850)])
        cv.grad(cur, (X(0), 0), (X(280), 0), [(0, '#5a2f3c'), (.55, '#b8503a'), (1, '#f2a15c')], .97)
        cv.clip(cur)
        for k, d in enumerate((40, 92, 140, 190, 236)):
            cv.line([(X(d + 34), -30), (X(d + 8), 300), (X(d - 26), 620), (X(d - 20), 850)], '#4a2233', 20, .5, 9, curve=True)
            cv.line([(X(d + 54), -30), (X(d + 26), 300), (X(d - 8), 620), (X(d - 4), 850)], '#ffc98a', 9, .42, 5, 'screen', True)
        cv.restore()
    cv.beam([(330, 160), (820, 160), (900, 1400), (-160, 1400)], '#ffca80', .26, 30, p0=(600, 300), p1=(400, 1300))
    # table
    tab = poly([(40, 832), (960, 832), (1180, 1290), (-180, 1290)])
    cv.fill(rect(0, 1250, 1000, 200), '#0f2a31')
    cv.grad(tab, (0, 832), (0, 1290), [(0, '#f2bd7b'), (.25, '#d08a58'), (.65, '#8a5a4c'), (1, '#4d4047')])
    cv.clip(tab)
    for i in range(-10, 11):
        cv.line([(500 + i * 96, 832), (500 + i * 142, 1290)], '#4a2f34', 2.4, .38)
    cv.noise(tab, .015, .12, .3, 9)
    # window light and its bars on the table
    cv.layer(7, 1, 'screen')
    for a, b in ((330, 505), (525, 700)):
        cv.grad(poly([(a, 832), (b, 832), (b + (b - 640) * .9, 1240), (a + (a - 640) * .9, 1240)]), (0, 832), (0, 1240), [(0, '#ffcf86', .62), (.6, '#ffb765', .34), (1, '#ffb765', 0)])
    cv.restore()
    cv.restore()
    cv.solid(poly([(-180, 1288), (1180, 1288), (1180, 1330), (-180, 1330)]), '#6a4a48', Lw, 16)
    def sh(path, dx, dy, a=.62):      # shadow towards us
        cv.clip(tab)
        cv.grad(path, (0, dy[0]), (0, dy[1]), [(0, '#241f2c', a), (1, '#241f2c', .08)], 1, 6, 'mul'); cv.restore()
    # plant on the sill
    cv.solid(poly([(706, 694), (778, 694), (766, 764), (718, 764)]), '#B8452B', Lw, 16)
    for k in range(17):
        a = -math.pi * (.06 + .88 * k / 16); ln = 92 + 44 * math.sin(k * 2.3)
        tip = (742 + math.cos(a) * ln, 694 + math.sin(a) * ln * .95)
        midp = (742 + math.cos(a) * ln * .55, 694 + math.sin(a) * ln * .62)
        n = (-math.sin(a) * 13, math.cos(a) * 13)
        cv.solid(smooth([(742, 696), (midp[0] + n[0], midp[1] + n[1]), tip, (midp[0] - n[0], midp[1] - n[1])]), mix('#2c6f66', '#7a8f4a', (k % 5) / 6), Light(SX - tip[0], SY - tip[1], '#ffe09a', .9, '#103038', .5), 11)
    L = lambda x: Light((SX - x) / 300, -1, '#ffe0a0', 1, '#142c36', .62, fill='#ffb765', fill_a=.1)
    # radio
    sh(poly([(150, 930), (446, 930), (330, 1190), (-70, 1190)]), 0, (930, 1190))
    cv.line([(415, 716), (330, 470)], '#d8c4a2', 4, 1); cv.fill(ell(330, 470, 6), '#fff0cf')
    body = rect(142, 706, 306, 226, 30)
    cv.solid(body, '#2c7a76', L(290), 44, .9, 1, ('#3f9790', '#1c4f57'))
    cv.solid(poly([(160, 712), (430, 712), (415, 696), (176, 696)]), '#69b0a4', L(290), 8)
    cv.solid(ell(232, 820, 76), '#174049', L(232), 20)
    for k in range(5):
        for j in range(int(6 + k * 6)):
            a = 2 * math.pi * j / (6 + k * 6)
            cv.fill(ell(232 + math.cos(a) * (10 + k * 14), 820 + math.sin(a) * (10 + k * 14), 3), '#0b252d', .9)
    cv.grad(rect(326, 742, 102, 66, 8), (0, 742), (0, 808), [(0, '#fff2cc'), (1, '#f3b765')])
    for k in range(9):
        cv.line([(336 + k * 10, 768), (336 + k * 10, 782 if k % 2 else 792)], '#5B3A54', 2, .8)
    cv.line([(372, 748), (372, 802)], '#E4572E', 3)
    for x in (350, 404):
        cv.solid(ell(x, 862, 22), '#f0dcb8', L(x), 10); cv.line([(x, 862), (x + 9, 848)], '#5B3A54', 3.5)
    for x in (180, 408):
        cv.solid(rect(x - 12, 928, 26, 12, 4), '#123640', L(x), 5)
    # cup
    sh(poly([(520, 968), (640, 968), (620, 1210), (440, 1210)]), 0, (968, 1210), .55)
    cv.fill(ell(580, 972, 104, 24), '#241f2c', .5, 8)
    cv.solid(ell(580, 966, 104, 24), '#f1dfc2', L(580), 12)
    cv.stroke(smooth([(634, 868), (684, 872), (688, 916), (630, 938)], False), '#d64f2c', 15); cv.stroke(smooth([(636, 864), (686, 868), (690, 912)], False), '#ffb68a', 3.5, .8, 1)
    cup = smooth([(512, 838), (516, 900), (536, 950), (560, 964), (600, 964), (624, 950), (644, 900), (648, 838)], k=.15)
    cv.solid(cup, '#E4572E', L(580), 34)
    cv.solid(ell(580, 838, 68, 17), '#f6dcae', L(580), 8); cv.fill(ell(580, 841, 58, 12), '#5a3226'); cv.fill(ell(592, 838, 30, 5), '#ffcf86', .8, 2)
    r = np.random.default_rng(8)
    for x, A, w, op in ((556, 26, 20, .20), (584, -34, 26, .24), (606, 20, 16, .18)):       # steam
        pts = [(x, 830), (x - A * .6, 782), (x + A * .5, 724), (x - A * .9, 656), (x + A * 1.1, 584), (x + A * .2, 506), (x + A * 1.5, 440)]
        cv.stroke(smooth(pts, False), '#fff3d6', w * 1.5, op, 13, 'screen'); cv.stroke(smooth(pts[:5], False), '#fff3d6', w * .35, op, 4, 'screen')
    # newspaper
    news = poly([(650, 1010), (918, 984), (1010, 1120), (700, 1158)])
    cv.c.save(); cv.c.translate(8, 14); cv.fill(news, '#241f2c', .6, 9); cv.c.restore()
    cv.solid(poly([(660, 1016), (926, 990), (1016, 1130), (712, 1168)]), '#cdb796', L(800), 10)
    cv.grad(news, (700, 990), (800, 1160), [(0, '#fff4dd'), (1, '#d8bf9a')])
    cv.c.save(); m = skia.Matrix(); m.setPolyToPoly([skia.Point(0, 0), skia.Point(100, 0), skia.Point(100, 60), skia.Point(0, 60)], [skia.Point(650, 1010), skia.Point(918, 984), skia.Point(1010, 1120), skia.Point(700, 1158)]); cv.c.concat(m)
    cv.fill(rect(6, 5, 88, 8), INK, .9); cv.fill(rect(6, 15.5, 88, 1), INK, .6)
    cv.grad(rect(6, 19, 40, 22), (0, 19), (0, 41), [(0, '#f4b667'), (1, '#5B3A54')]); cv.fill(smooth([(6, 41), (6, 36), (18, 31), (30, 35), (46, 30), (46, 41)]), INK, .85); cv.fill(ell(32, 28, 3.4), '#fff2cc')
    for c in range(2):
        for k in range(10 if c else 5):
            cv.fill(rect((6, 50)[c], (44, 20)[c] + k * 3.5, 40 if k % 4 != 3 else 28, 1.5), INK, .55)
    cv.c.restore()
    cv.line([(834, 994), (866, 1138)], '#8a7358', 5, .35, 3)
    # phone
    ph = [(330, 1044), (432, 1052), (398, 1172), (272, 1158)]
    cv.c.save(); cv.c.translate(-5, 12); cv.fill(poly(ph), '#241f2c', .7, 8); cv.c.restore()
    cv.solid(smooth(ph, k=.03), '#122b34', L(350), 8)
    scr = poly([(337, 1052), (424, 1059), (392, 1164), (281, 1151)])
    cv.grad(scr, (340, 1050), (340, 1165), [(0, '#9fd6c8'), (1, '#2c7a76')])
    cv.c.save(); m = skia.Matrix(); m.setPolyToPoly([skia.Point(0, 0), skia.Point(10, 0), skia.Point(10, 16), skia.Point(0, 16)], [skia.Point(337, 1052), skia.Point(424, 1059), skia.Point(392, 1164), skia.Point(281, 1151)]); cv.c.concat(m)
    for k, (x, w, c) in enumerate(((.8, 6, '#F4EBDD'), (3, 6.2, '#F2A541'), (.8, 4.6, '#F4EBDD'), (2.4, 6.8, '#E4572E'))):
        cv.fill(rect(x, 1.4 + k * 3.5, w, 2.5, .8), c, .95)
    cv.c.restore()
    cv.glow(350, 1110, 150, '#8fd3c4', .3, sy=.6)
    # back of a chair close to us, a scarf over it
    Lc = Light(.2, -1, '#ffcf8a', .9, '#0d2730', .7)
    cv.layer(2.2)
    cv.solid(rect(96, 1128, 30, 300, 12), '#241f2a', Lc, 12); cv.solid(rect(392, 1150, 28, 300, 12), '#241f2a', Lc, 12)
    for y in (1190, 1270):
        cv.solid(smooth([(104, y), (250, y - 20), (412, y + 8), (412, y + 42), (250, y + 14), (104, y + 36)]), '#2a222c', Lc, 16)
    cv.restore()
    cv.glow(SX, SY, 620, '#ffb765', .5, stops=[(0, '#ffc988', .5), (.4, '#ff9d4d', .15), (1, '#f27a3e', 0)])
    cv.haze(1180, 1400, '#0f2a31', 0, .5)

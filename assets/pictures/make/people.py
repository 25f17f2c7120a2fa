"""Figures: a small skeleton (two-bone joints) dressed in garments; seen from behind, from the front
without features, or in profile. Unit figure: feet at (0,0), height 1, y upwards negative."""
import math
import numpy as np
import skia
from canvas import *

SKIN = ['#8A5638', '#C58A62', '#5A3828', '#DDA987', '#A46845', '#6E4530', '#CF9C78']
HAIR = ['#1C1A1E', '#2B1D1A', '#4A2E20', '#15181C', '#7A4B2B', '#8C8378', '#B9A68C']
CLOTH = ['#1F4E5A', '#E4572E', '#F2A541', '#3B8C84', '#5B3A54', '#D8C4A2', '#B8452B', '#2C6C74', '#C98A2E',
         '#9C5560', '#3A5661', '#E8D9BF', '#7C3F4E', '#4FA39A', '#D96C4A']
LEGS = ['#17333C', '#24424F', '#3B2C3C', '#2E4A50', '#4A3A3A', '#5A5148', '#1B2B34']


def ik(a, b, l1, l2, bend):
    ax, ay = a; bx, by = b
    d = math.hypot(bx - ax, by - ay)
    d = max(d, 1e-4)
    if d > (l1 + l2) * .998:
        k = (l1 + l2) * .998 / d
        bx, by = ax + (bx - ax) * k, ay + (by - ay) * k
        d = (l1 + l2) * .998
    d2 = max(d, abs(l1 - l2) + 1e-3)
    c = (l1 * l1 + d2 * d2 - l2 * l2) / (2 * l1 * d2)
    c = max(-1, min(1, c))
    ang = math.atan2(by - ay, bx - ax) + bend * math.acos(c)
    return (ax + l1 * math.cos(ang), ay + l1 * math.sin(ang)), (bx, by)


class Figure:
    def __init__(s):
        s.parts = []          # (path, colour, size, vol, rim)

    def add(s, path, col, u, vol=1.0, rim=1.0):
        s.parts.append([path, col, u, vol, rim])

    def fold(s, pts, col, w, a=.5):
        s.parts.append([('fold', pts, w, a), col, 0, 0, 0])

    def place(s, x, y, h, flip=1, rot=0):
        m = skia.Matrix(); m.setScale(h * flip, h)
        if rot:
            m.postRotate(rot)
        m.postTranslate(x, y)
        for p in s.parts:
            if isinstance(p[0], tuple):
                q = m.mapPoints([skia.Point(*t) for t in p[0][1]])
                p[0] = ('fold', [(t.x(), t.y()) for t in q], p[0][2] * h, p[0][3])
            else:
                p[0] = skia.Path(p[0]); p[0].transform(m); p[2] *= h
        s.h, s.x, s.y = h, x, y
        return s

    def silhouette(s):
        if not hasattr(s, '_sil'):
            s._sil = union(*[p[0] for p in s.parts if not isinstance(p[0], tuple)])
        return s._sil

    def shadow(s, cv, dx, dy, col='#12343B', a=.5, blur=2.0, fade=True):
        """cast on the ground: the head falls dx*h, dy*h away from the feet"""
        m = skia.Matrix()
        # x' = x - dx*(y-fy) ; y' = fy - dy*(y-fy)
        m.setAll(1, -dx, dx * s.y, 0, -dy, s.y + dy * s.y, 0, 0, 1)
        p = skia.Path(s.silhouette()); p.transform(m)
        e = (s.x + dx * s.h, s.y + dy * s.h)
        if fade:
            cv.grad(p, (s.x, s.y), e, [(0, col, a), (.6, col, a * .62), (1, col, a * .25)], 1, blur, 'mul')
        else:
            cv.fill(p, col, a, blur, 'mul')

    def draw(s, cv, L, haze=None, ht=0.0):
        last = big = None
        for path, col, u, vol, rim in s.parts:
            c = mix(col, haze, ht) if haze is not None else col
            if isinstance(path, tuple):
                if last is not None and ht < .8:
                    cv.clip(last)
                    cv.stroke(smooth(path[1], False), dark(c, .5), path[2], path[3] * (1 - ht), path[2] * .45)
                    cv.restore()
                continue
            if big is not None and ht < .7:      # the soft dark where one thing lies on another
                cv.clip(big)
                cv.fill(path, dark(L.shade, .3), .42 * (1 - ht), s.h * .012)
                cv.restore()
            cv.solid(path, c, L, u, vol * (1 - ht * .6), rim * .55)
            last = path
            if u > .06 * s.h:
                big = path
        q = s.silhouette()
        g = s.h
        cv.inner(q, -L.dx * g * .006, -L.dy * g * .006, g * .003, L.rim, L.rim_a * .85, 'screen')
        cv.inner(q, -L.dx * g * .016, -L.dy * g * .016, g * .012, L.rim, L.rim_a * .35, 'screen')
        cv.inner(q, L.dx * g * .05, L.dy * g * .03, g * .035, L.shade, L.shade_a * .45 * (1 - ht))
        return s


# ------------------------------------------------------------------ heads (unit: head height = 1, centre 0,0)
def head(f, cx, cy, k, view, hair, hc, skin, flipx=1, tilt=0, scarf=None):
    parts = []
    A = lambda p, c, u=.4, v=1, r=1: parts.append((p, c, u, v, r))
    if view == 'side':
        face = smooth([(.0, -.50), (.22, -.45), (.335, -.27), (.345, -.13), (.36, -.07), (.425, .06), (.375, .10), (.365, .16), (.385, .20),
                       (.36, .25), (.37, .30), (.345, .41), (.23, .46), (.10, .40), (.03, .55), (-.22, .62), (-.27, .35),
                       (-.42, .05), (-.41, -.25), (-.24, -.45)])
        A(face, skin, .34)
        ear = ell(-.06, .04, .055, .09, -10)
        if hair in ('short', 'bob', 'long', 'bun', 'pony', 'fade', 'curly'):
            A(ear, light(skin, .05), .1, .6, .5)
        if hair in ('short', 'fade'):
            A(smooth([(.31, -.27), (.24, -.24), (.10, -.20), (.02, -.06), (-.02, .05), (-.12, .16), (-.25, .32), (-.40, .15), (-.47, -.1),
                      (-.42, -.36), (-.22, -.54), (.06, -.58), (.30, -.46), (.36, -.34)]), hc, .3)
        elif hair == 'bob':
            A(smooth([(.34, -.30), (.22, -.26), (.12, -.12), (.08, .1), (.06, .35), (.0, .5), (-.25, .56), (-.46, .46), (-.50, .1),
                      (-.48, -.28), (-.26, -.55), (.06, -.6), (.30, -.48)]), hc, .34)
        elif hair == 'long':
            A(smooth([(.34, -.30), (.22, -.26), (.12, -.12), (.06, .1), (.02, .45), (.02, .9), (-.10, 1.25), (-.40, 1.2), (-.52, .7),
                      (-.52, .1), (-.48, -.28), (-.26, -.55), (.06, -.6), (.30, -.48)]), hc, .34)
        elif hair in ('bun', 'pony'):
            if hair == 'bun':
                A(ell(-.50, -.28, .19), hc, .2)
            else:
                A(smooth([(-.36, -.25), (-.58, -.2), (-.72, .2), (-.62, .75), (-.52, .7), (-.5, .2), (-.36, .0)]), hc, .2)
            A(smooth([(.33, -.30), (.2, -.27), (.08, -.14), (-.04, .05), (-.2, .22), (-.38, .2), (-.46, -.1), (-.42, -.36),
                      (-.22, -.54), (.06, -.58), (.30, -.46)]), hc, .3)
        elif hair == 'curly':
            ps = [ell(.24 + .0, -.42, .17), ell(.06, -.56, .22), ell(-.18, -.56, .24), ell(-.40, -.4, .24), ell(-.52, -.15, .22),
                  ell(-.48, .12, .21), ell(-.33, .30, .18), ell(-.2, -.2, .3), ell(-.2, .05, .17)]
            A(union(*ps), hc, .4)
        elif hair == 'hijab':
            c = scarf or CORAL
            A(smooth([(.30, -.40), (.26, -.25), (.21, -.05), (.20, .2), (.25, .42), (.34, .55), (.36, .85), (.12, 1.05), (-.3, 1.1), (-.62, 1.0),
                      (-.55, .55), (-.52, .1), (-.54, -.2), (-.40, -.52), (-.06, -.64), (.2, -.56)]), c, .42)
        elif hair in ('cap', 'beanie', 'hat'):
            A(ear, light(skin, .05), .1, .6, .5)
            A(smooth([(-.02, -.05), (-.06, .12), (-.25, .32), (-.40, .15), (-.45, -.15), (-.1, -.25)]), hc, .2)
            c = scarf or GOLD
            if hair == 'hat':
                A(smooth([(-.34, -.22), (-.38, -.6), (-.1, -.72), (.22, -.66), (.32, -.26)]), c, .3)
                A(ell(-.02, -.24, .66, .085, -3), dark(c, .12), .12)
            elif hair == 'cap':
                A(smooth([(.36, -.24), (.0, -.2), (-.40, -.08), (-.47, -.25), (-.36, -.5), (-.08, -.62), (.22, -.54)]), c, .3)
                A(smooth([(.28, -.33), (.64, -.22), (.62, -.17), (.3, -.22)]), dark(c, .2), .08)
            else:
                A(smooth([(.37, -.18), (.0, -.13), (-.44, -.0), (-.50, -.25), (-.36, -.58), (-.05, -.7), (.26, -.56)]), c, .34)
                for dx in (-.36, -.22, -.08, .06, .2):
                    parts.append((('fold', [(-.05 + dx * .3, -.7), (dx, -.42), (dx * 1.1, -.1)], .035, .5), dark(c, .2), 0, 0, 0))
                A(smooth([(.38, -.27), (.39, -.16), (.0, -.1), (-.46, .04), (-.49, -.1), (-.1, -.22)]), dark(c, .04), .12)
                for dx in np.linspace(-.44, .36, 9):
                    parts.append((('fold', [(dx, -.26 + (.4 - dx) * .06), (dx, -.06 + (.4 - dx) * .1)], .03, .6), dark(c, .2), 0, 0, 0))
    else:
        fr = view == 'front'
        neck = smooth([(-.2, .2), (-.2, .62), (.2, .62), (.2, .2)])
        if hair == 'long' and fr or hair == 'bob' and fr:
            A(smooth([(-.3, -.4), (-.44, -.1), (-.46, .5), (-.42, .8 if hair == 'long' else .52), (0, .72 if hair == 'long' else .4), (.42, .8 if hair == 'long' else .52),
                      (.46, .5), (.44, -.1), (.3, -.4)]), dark(hc, .2), .34)
        A(neck, dark(skin, .14), .22)
        sk = smooth([(0, -.50), (.24, -.45), (.355, -.2), (.35, .08), (.28, .32), (.13, .47), (0, .5), (-.13, .47), (-.28, .32), (-.35, .08),
                     (-.355, -.2), (-.24, -.45)])
        if hair not in ('hijab', 'bob', 'long'):
            A(union(ell(-.365, .03, .06, .1), ell(.365, .03, .06, .1)), dark(skin, .06), .08, .5, .6)
        A(sk, skin, .36)
        if fr:      # no drawn features: only soft shade where brow, eyes and mouth lie
            for pts, wd, al in (([(-.24, -.045), (-.15, -.06), (-.075, -.04)], .075, .62), ([(.075, -.04), (.15, -.06), (.24, -.045)], .075, .62),
                                ([(-.09, .275), (0, .285), (.09, .275)], .04, .40), ([(.0, -.05), (.035, .08), (.05, .15)], .04, .28), ([(-.06, .175), (.02, .185), (.07, .17)], .045, .38),
                                ([(-.30, .1), (-.22, .32), (-.08, .46)], .10, .22), ([(.30, .1), (.22, .32), (.08, .46)], .10, .22)):
                parts.append((('fold', pts, wd, al), skin, 0, 0, 0))
        bare_nape = {'short': .22, 'fade': .1, 'bun': .3, 'pony': .3, 'curly': .3, 'cap': .25, 'beanie': .25, 'hat': .25}
        if fr:
            # the face stays plain: only the shade of brow, nose and cheek
            if hair == 'beard':
                A(smooth([(-.34, .02), (-.27, .18), (-.12, .22), (0, .24), (.12, .22), (.27, .18), (.34, .02), (.3, .34), (.14, .53), (0, .57), (-.14, .53), (-.3, .34)]), hc, .2)
            if hair in ('short', 'fade', 'beard', 'bun', 'pony'):
                A(smooth([(-.37, .0), (-.42, -.25), (-.28, -.52), (0, -.6), (.28, -.52), (.42, -.25), (.37, .0), (.32, -.18), (.2, -.3), (-.1, -.32), (-.3, -.2)]), hc, .24)
                if hair == 'bun':
                    A(ell(.02, -.66, .18, .15), hc, .2)
            elif hair in ('bob', 'long'):
                A(smooth([(-.40, .3), (-.46, .0), (-.44, -.3), (-.26, -.56), (0, -.62), (.26, -.56), (.44, -.3), (.46, .0), (.40, .3), (.33, -.06), (.16, -.32), (.02, -.4), (-.16, -.3), (-.33, -.06)]), hc, .26)
            elif hair == 'curly':
                ps = [ell(-.42, -.05, .17), ell(-.43, -.28, .18), ell(-.28, -.5, .2), ell(0, -.6, .21), ell(.28, -.5, .2), ell(.43, -.28, .18), ell(.42, -.05, .17), ell(0, -.42, .22), ell(-.2, -.38, .15), ell(.2, -.38, .15)]
                A(union(*ps), hc, .3)
            elif hair == 'hijab':
                c = scarf or CORAL
                outer = smooth([(-.4, -.3), (-.2, -.58), (0, -.63), (.2, -.58), (.4, -.3), (.45, .1), (.46, .5), (.62, .85), (.4, 1.08), (0, 1.14), (-.4, 1.08), (-.62, .85), (-.46, .5), (-.45, .1)])
                hole = smooth([(0, -.40), (.2, -.32), (.285, -.1), (.27, .15), (.16, .36), (0, .43), (-.16, .36), (-.27, .15), (-.285, -.1), (-.2, -.32)])
                A(cut(outer, hole), c, .3)
            elif hair in ('cap', 'beanie', 'hat'):
                c = scarf or GOLD
                if hair == 'hat':
                    A(smooth([(-.36, -.24), (-.36, -.62), (0, -.72), (.36, -.62), (.36, -.24)]), c, .3)
                    A(ell(0, -.25, .66, .12), dark(c, .1), .12)
                else:
                    A(smooth([(-.4, -.16), (-.42, -.36), (-.24, -.6), (0, -.67), (.24, -.6), (.42, -.36), (.4, -.16), (0, -.24)]), c, .3)
                    if hair == 'beanie':
                        A(smooth([(-.42, -.1), (-.43, -.25), (0, -.34), (.43, -.25), (.42, -.1), (0, -.2)]), light(c, .12), .1)
        else:
            b = bare_nape.get(hair)
            if hair in ('cap', 'beanie', 'hat'):
                A(smooth([(-.37, -.1), (-.33, .15), (-.2, .33), (0, .36), (.2, .33), (.33, .15), (.37, -.1)]), hc, .2)
                c = scarf or GOLD
                if hair == 'hat':
                    A(smooth([(-.36, -.22), (-.37, -.6), (0, -.70), (.37, -.6), (.36, -.22)]), c, .3)
                    A(ell(0, -.2, .68, .13), dark(c, .1), .12)
                elif hair == 'cap':
                    A(smooth([(-.385, -.10), (-.40, -.32), (-.25, -.56), (0, -.62), (.25, -.56), (.40, -.32), (.385, -.10), (.2, -.05), (0, -.04), (-.2, -.05)]), dark(c, .25), .34)
                    for dx in (-.2, 0, .2):
                        parts.append((('fold', [(0, -.62), (dx * 1.3, -.35), (dx * 1.5, -.05)], .02, .5), dark(c, .3), 0, 0, 0))
                    A(smooth([(-.15, -.05), (-.10, -.17), (0, -.21), (.10, -.17), (.15, -.05)]), hc, .08, .6, .3)
                else:
                    A(ell(.02, -.70, .12, .11), light(c, .1), .12)
                    A(smooth([(-.4, .0), (-.43, -.3), (-.27, -.58), (0, -.65), (.27, -.58), (.43, -.3), (.4, .0), (0, .05)]), dark(c, .08), .34)
                    for dx in (-.36, -.24, -.12, 0, .12, .24, .36):
                        parts.append((('fold', [(dx * .25, -.64), (dx * .85, -.35), (dx * 1.0, .04)], .035, .55), dark(c, .2), 0, 0, 0))
                    A(smooth([(-.425, .05), (-.43, -.11), (0, -.07), (.43, -.11), (.425, .05), (0, .11)]), dark(c, .02), .1)
                    for dx in np.linspace(-.39, .39, 11):
                        parts.append((('fold', [(dx, -.12), (dx, .1)], .03, .6), dark(c, .2), 0, 0, 0))
            elif b is not None:
                if hair == 'curly':
                    ps = [ell(-.40, .08, .18), ell(-.47, -.18, .2), ell(-.34, -.45, .22), ell(0, -.58, .25), ell(.34, -.45, .22), ell(.47, -.18, .2), ell(.40, .08, .18),
                          ell(-.2, .24, .18), ell(.2, .24, .18), ell(0, .26, .18), ell(0, -.15, .4)]
                    A(union(*ps), hc, .45)
                else:
                    A(smooth([(-.385, -.02), (-.41, -.25), (-.27, -.52), (0, -.58), (.27, -.52), (.41, -.25), (.385, -.02), (.31, b * .7), (.18, b + .1), (0, b + .13),
                              (-.18, b + .1), (-.31, b * .7)]), hc, .34)
                if hair == 'bun':
                    A(ell(.0, -.38, .22, .2), light(hc, .05), .2)
                if hair == 'pony':
                    A(smooth([(-.1, -.3), (.1, -.3), (.17, .1), (.13, .6), (.0, .95), (-.12, .6), (-.16, .1)]), light(hc, .06), .16)
            elif hair == 'bob':
                A(smooth([(-.43, -.05), (-.43, -.3), (-.27, -.54), (0, -.6), (.27, -.54), (.43, -.3), (.43, -.05), (.46, .3), (.43, .52), (.2, .58), (0, .56), (-.2, .58), (-.43, .52), (-.46, .3)]), hc, .4)
            elif hair == 'long':
                A(smooth([(-.43, -.05), (-.43, -.3), (-.27, -.54), (0, -.6), (.27, -.54), (.43, -.3), (.43, -.05), (.47, .4), (.47, .95), (.3, 1.25), (0, 1.32), (-.3, 1.25), (-.47, .95), (-.47, .4)]), hc, .4)
            elif hair == 'hijab':
                A(smooth([(-.43, -.05), (-.43, -.3), (-.26, -.56), (0, -.63), (.26, -.56), (.43, -.3), (.43, -.05), (.42, .3), (.55, .62), (.74, .88), (.55, 1.15), (0, 1.35), (-.55, 1.15), (-.74, .88), (-.55, .62), (-.42, .3)]), scarf or CORAL, .42)
    m = skia.Matrix(); m.setScale(k * flipx, k)
    if tilt:
        m.postRotate(tilt)
    m.postTranslate(cx, cy)
    for p, c, u, v, r in parts:
        if isinstance(p, tuple):
            q = m.mapPoints([skia.Point(*t) for t in p[1]])
            f.fold([(t.x(), t.y()) for t in q], c, p[2] * k, p[3])
            continue
        q = skia.Path(p); q.transform(m)
        f.add(q, c, u * k, v, r)
    if hair == 'hijab' and view == 'back':
        for dx in (-.22, .05, .28):
            q = m.mapPoints([skia.Point(dx * .4, -.2), skia.Point(dx * .8, .4), skia.Point(dx * 1.7, 1.1)])
            f.fold([(t.x(), t.y()) for t in q], scarf or CORAL, .07 * k, .45)


def mk(v=None, rng=None, pool=None):
    return v if v is not None else pool[int(rng.integers(len(pool)))]


def person(seed=0, view='back', pose='stand', build=1.0, hk=1.0, stride=0.0, lean=0.0, armL=None, armR=None,
           coat='jacket', top=None, legs=None, shoe='#1a2429', skin=None, hair='short', hc=None, scarf=None,
           bag=None, bagc=None, headturn=None, tilt=0, look=1, sleeve=True, seat=.27, chair=None, legless=False, shoulder=1.0, hand=True):
    """Returns a Figure in unit coordinates. Arms: (x, y) hand targets (unit), or None for hanging, or 'hide'."""
    rng = np.random.default_rng(seed)
    skin = mk(skin, rng, SKIN); hc = mk(hc, rng, HAIR[:5]); top = mk(top, rng, CLOTH); legs = mk(legs, rng, LEGS)
    f = Figure()
    kh = .138 * hk                        # head height
    sc = (1 - kh) / (1 - .138)            # body scale for children
    w = build * (sc if hk == 1 else sc * 1.04)
    sit = pose == 'sit'
    hipy = -(seat + .035) if sit else -.50 * sc
    dy = hipy + .50 * sc                  # torso shift when sitting
    Y = lambda v: v * sc + dy             # torso heights
    ln = lambda v: lean * (max(0, (hipy - v)) / .4)   # lean as x offset growing with height
    T = lambda pts: [(x * w + ln(Y(y)), Y(y)) for x, y in pts]
    hand_r = .021 * (1 + (hk - 1) * .3)
    hemY = {'tee': -.475, 'jacket': -.46, 'hoodie': -.455, 'coat': -.27, 'long': -.10, 'dress': -.22, 'skirt': -.22, 'abaya': -.035}[coat]
    hw = {'tee': .088, 'jacket': .105, 'hoodie': .104, 'coat': .118, 'long': .135, 'dress': .15, 'skirt': .15, 'abaya': .15}[coat]

    def sleeve_arm(sh, target, bend, front=True, up=.165, lo=.155, tint=0.0):
        if target == 'hide':
            return
        if target == 'chest':      # hands together before the body
            sg = 1 if sh[0] > 0 else -1
            f.add(limb([sh, (sg * .150 * w, Y(-.665)), (sg * .05 * w, Y(-.70))], [.040 * sc, .034 * sc, .026 * sc]), dark(top, tint), .04)
            return
        l1, l2 = up * sc, lo * sc
        e, wr = ik(sh, target, l1, l2, bend)
        col = dark(top, tint)
        d = math.hypot(wr[0] - e[0], wr[1] - e[1]) or 1
        ux, uy = (wr[0] - e[0]) / d, (wr[1] - e[1]) / d
        if hand:
            f.add(limb([(wr[0] - ux * .01, wr[1] - uy * .01), (wr[0] + ux * .03 * sc, wr[1] + uy * .03 * sc)], [hand_r * .85, hand_r]), skin, .02)
        thick = build ** .6
        if sleeve:
            f.add(limb([sh, e, wr], [.040 * sc * thick, .034 * sc * thick, .026 * sc * thick]), col, .04)
        else:
            f.add(limb([sh, e, wr], [.036 * sc * thick, .029 * sc * thick, .021 * sc * thick]), dark(skin, tint), .03)
            mid = ((sh[0] + e[0]) / 2, (sh[1] + e[1]) / 2)
            f.add(limb([sh, mid], [.047 * sc * thick, .043 * sc * thick]), col, .04)
        px, py = -uy, ux
        f.fold([(e[0] - px * .04, e[1] - py * .04), (e[0] + ux * .01, e[1] + uy * .01), (e[0] + px * .03 + ux * .02, e[1] + py * .03 + uy * .02)], col, .012, .4)

    def shoe_side(an, up=0):
        ang = up
        p = smooth([(-.028, -.03), (.02, -.034), (.05, -.014), (.085, -.002), (.088, .016), (-.03, .018), (-.04, 0)])
        m = skia.Matrix(); m.setScale(sc, sc); m.postRotate(ang); m.postTranslate(an[0], an[1])
        p.transform(m)
        f.add(p, shoe, .02, 1, .6)

    if view in ('back', 'front'):
        bk = view == 'back'
        hx = .052 * w
        # bag on the front side is hidden; legs first
        if not legless:
            if sit:
                if view == 'front':
                    pass          # the lap comes after the torso
                else:
                    for sgn in (-1, 1):
                        kx = sgn * .07 * w
                        f.add(limb([(kx, hipy + .05), (kx * 1.05, -.12), (kx * 1.1, -.03)], [.05 * sc, .038 * sc, .032 * sc]), dark(legs, .3), .04)
                        f.add(ell(kx * 1.1, -.012, .03, .018), shoe, .02)
            else:
                st = abs(stride); first = 1 if stride >= 0 else -1
                # far leg (leading): a little shorter on the picture plane; near leg lifts its heel
                far = (first * hx * .95, -.035 * sc * st - .0)
                near = (-first * hx * 1.0, 0.0)
                for (fx, fy), rear in ((far, 0), (near, 1)):
                    knee = (fx * 1.02 + (-.012 if fx < 0 else .012) * st * rear, Y(-.272) + (.02 * st if rear else 0))
                    ank = (fx + (.01 * st * rear) * (-1 if fx > 0 else 1), fy - .045 * sc - (.035 * st if rear else 0))
                    ac = dark(legs, .0 if rear else .16)
                    if bk:
                        f.add(smooth([(ank[0] - .026 * sc, ank[1] - .01), (ank[0] + .026 * sc, ank[1] - .01), (ank[0] + .032 * sc, ank[1] + .03 * sc + .012 * st * rear), (ank[0] + .022 * sc, ank[1] + .047 * sc + .02 * st * rear),
                                      (ank[0] - .022 * sc, ank[1] + .047 * sc + .02 * st * rear), (ank[0] - .032 * sc, ank[1] + .03 * sc)]), shoe, .02)
                    else:
                        f.add(ell(ank[0], ank[1] + .035 * sc, .034 * sc, .026 * sc), shoe, .02)
                    if coat == 'dress':
                        f.add(limb([(fx, Y(-.45)), knee, ank], [.05 * sc, .038 * sc, .024 * sc]), dark(skin, .1), .03)
                    elif coat != 'abaya':
                        f.add(limb([(fx, Y(-.47)), knee, (ank[0], ank[1] + .01)], [.060 * sc * build**.7, .047 * sc * build**.7, .038 * sc]), ac, .045)
                        f.fold([(knee[0] - .05, knee[1] - .02), (knee[0], knee[1] + .01), (knee[0] + .05, knee[1] - .015)], ac, .014, .22)
        shy = Y(-.79)
        shy = Y(-.772)
        sL, sR = (-.097 * w * shoulder + ln(shy), shy), (.097 * w * shoulder + ln(shy), shy)
        def target(a, sgn):
            if a is None:
                sw = (stride * sgn) * .03
                return (sgn * .133 * w + ln(Y(-.49)) * .5, Y(-.48) - abs(sw) * (1 if sw > 0 else .2))
            return a
        tL, tR = target(armL, -1), target(armR, 1)
        # foreshorten so elbows stay near the body
        def arm(sh, t, sgn):
            if t in ('hide', 'chest'):
                if t == 'chest':
                    sleeve_arm(sh, t, 0)
                return
            d = math.hypot(t[0] - sh[0], t[1] - sh[1])
            tot = min(.33 * sc, max(d * 1.022, .2 * sc))
            upward = t[1] < sh[1]
            # bend outward
            b = (1 if sgn < 0 else -1) if not upward else (-1 if sgn < 0 else 1)
            sleeve_arm(sh, t, b, up=tot * .51, lo=tot * .49, tint=.07)
        behind = []
        if bk:      # arms reaching forward are hidden by the torso: draw first
            arm(sL, tL, -1); arm(sR, tR, 1)
        hl = hemY
        if sit and hemY > -.44:
            hl = -.46
        if sit:
            hl = max(-.47, min(hl, -.46))
        tors = [(-.036, -.852), (-.075, -.835), (-.112 * shoulder, -.808), (-.124 * shoulder, -.77), (-.110, -.69), (-.096 if coat != 'dress' else -.084, -.60), (-.098, -.52)]
        if hl > -.44:
            tors += [(-hw * .92, (hl - .5) / 2), (-hw, hl)]
        else:
            tors += [(-hw, hl)]
        full = tors + [(0, hl + .012)] + [(-x, y) for x, y in tors[::-1]] + [(0, -.86)]
        if coat in ('skirt',) and not sit:
            sk = [(-.09, -.56), (-.105, -.5), (-hw * .9, -.36), (-hw, hl), (0, hl + .015), (hw, hl), (hw * .9, -.36), (.105, -.5), (.09, -.56)]
            f.add(smooth(T(sk)), legs, .09)
            for q in (-.06, .0, .07):
                f.fold(T([(q * .6, -.5), (q, -.36), (q * 1.3, hl)]), legs, .016, .5)
            tors2 = [p for p in tors if p[1] < -.5] + [(-.1, -.49)]
            full = tors2 + [(0, -.485)] + [(-x, y) for x, y in tors2[::-1]] + [(0, -.86)]
        f.add(smooth(T(full)), top, .1)
        cx0 = .0
        f.fold(T([(-.09, -.74), (-.05, -.68), (-.06, -.6)]), top, .016, .38)
        f.fold(T([(.09, -.74), (.055, -.66), (.07, -.58)]), top, .016, .38)
        f.fold(T([(-.08, -.545), (0, -.53), (.08, -.548)]), top, .014, .4)
        if hl > -.4:
            f.fold(T([(.0, -.5), (.01, -.4), (.005, hl)]), top, .016, .5)
            f.fold(T([(-.07, -.45), (-.085, hl)]), top, .016, .35)
            f.fold(T([(.06, -.45), (.09, hl)]), top, .016, .35)
        if view == 'front' and coat in ('jacket', 'coat', 'long'):
            f.fold(T([(0.005, -.84), (.0, -.6), (.004, hl)]), top, .009, .8)
        if coat == 'hoodie' and bk:
            f.add(smooth(T([(-.075, -.835), (-.06, -.87), (0, -.885), (.06, -.87), (.075, -.835), (.055, -.79), (0, -.77), (-.055, -.79)])), light(top, .06), .05)
        if sit and not bk and not legless:
            for sgn in (-1, 1):
                k0 = (sgn * .098 * w, hipy + .062)
                f.add(ell(sgn * .095 * w, -.014, .036, .024), shoe, .02)
                f.add(limb([k0, (k0[0] * .98, hipy * .45), (sgn * .093 * w, -.035)], [.054 * sc, .045 * sc, .036 * sc]), dark(legs, .12), .045)
                f.add(limb([(sgn * .055 * w, hipy - .03), (sgn * .085 * w, hipy + .02), k0], [.054 * sc, .056 * sc, .052 * sc]), light(legs, .07), .05)
        if not bk:
            arm(sL, tL, -1); arm(sR, tR, 1)
        bc = mk(bagc, rng, [CORAL, GOLD, TEAL, PLUM, '#3A5661', '#C98A2E'])
        if bag == 'pack' and bk:
            f.add(smooth(T([(-.075, -.80), (-.03, -.825), (.03, -.825), (.075, -.80), (.088, -.68), (.085, -.56), (.06, -.535), (-.06, -.535), (-.085, -.56), (-.088, -.68)])), bc, .075)
            f.add(smooth(T([(-.055, -.66), (.055, -.66), (.06, -.6), (.05, -.56), (-.05, -.56), (-.06, -.6)])), light(bc, .08), .03)
            f.fold(T([(-.07, -.71), (0, -.70), (.07, -.71)]), bc, .008, .6)
        elif bag == 'roll' and bk:
            f.add(smooth(T([(-.075, -.80), (.075, -.80), (.085, -.6), (.06, -.55), (-.06, -.55), (-.085, -.6)])), bc, .075)
            f.add(limb(T([(-.1, -.835), (.1, -.835)]), [.036 * sc, .036 * sc]), light(bc, .25), .035)
        elif bag == 'shoulder':
            f.add(limb(T([(-.085, -.815), (.02, -.66), (.1, -.53)]), [.008, .008, .008]), dark(bc, .35), .008)
            f.add(smooth(T([(.075, -.55), (.17, -.55), (.18, -.45), (.165, -.42), (.08, -.42), (.068, -.46)])), bc, .045)
        elif bag == 'tote':
            hx_, hy_ = tR if tR != 'hide' else (.15, -.45)
            f.add(limb([(hx_ - .02, hy_ + .08), (hx_, hy_ + .01), (hx_ + .02, hy_ + .08)], [.005, .005, .005]), dark(bc, .3), .005)
            f.add(smooth([(hx_ - .055, hy_ + .08), (hx_ + .055, hy_ + .08), (hx_ + .062, hy_ + .19), (hx_ + .05, hy_ + .2), (hx_ - .05, hy_ + .2), (hx_ - .062, hy_ + .19)], k=.1), bc, .04)
        elif bag == 'case':
            hx_, hy_ = tR if tR != 'hide' else (.16, -.45)
            f.add(limb([(hx_ + .02, hy_), (hx_ + .03, hy_ + .14)], [.006, .006]), '#22323a', .006)
            f.add(rect(hx_ - .045, hy_ + .14, .15, .23, .02), bc, .06)
            f.add(union(ell(hx_ - .02, hy_ + .38, .014), ell(hx_ + .08, hy_ + .38, .014)), '#182226', .01)
        nx = ln(Y(-.925)) * 1.02
        hy = -(1 - kh / 2) + dy if hk == 1 else Y(-.862) - kh * .5 + .012
        v = headturn or view
        head(f, nx, hy, kh, v, hair, hc, skin, look if v == 'side' else 1, tilt, scarf)
    else:
        # ------------- profile, facing +x
        hip = (0, hipy)
        shx = .004 + ln(Y(-.78)); sh = (shx, Y(-.768))
        def arm_t(a, base):
            return base if a is None else a
        sw = stride * .13
        tN = arm_t(armR, (shx + .02 - sw * .8, Y(-.50)))      # near arm
        tF = arm_t(armL, (shx + .03 + sw * .9, Y(-.505)))     # far arm
        if tF != 'hide':
            sleeve_arm((shx + .012, sh[1]), tF, 1, tint=.22)
        if not legless:
            if sit:
                kn = (.235 * sc, hipy + .01); an = (.225 * sc, -.04)
                for off, tint in ((.02, .25), (0, 0)):
                    shoe_side((an[0] + off * 2, an[1] + .022))
                    f.add(limb([(kn[0] + off, kn[1]), (an[0] + off * 1.8, an[1])], [.052 * sc, .036 * sc]), dark(legs, tint), .04)
                    f.add(limb([(hip[0], hip[1] - .01), (kn[0] + off, kn[1])], [.075 * sc, .053 * sc]), dark(legs, tint), .06)
            else:
                st = stride
                A1 = (.135 * st + .02 * (abs(st) < .3), -.045); A2 = (-.15 * st - .012 * (abs(st) < .3), -.045 - .035 * abs(st) * (abs(st) > .3))
                lift = 28 * abs(st) * (abs(st) > .3)
                for an, tint, up in ((A2, .25, lift), (A1, 0, -8 * (lift > 0) * abs(st))) if seed % 2 else ((A1, .25, -8 * (lift > 0) * abs(st)), (A2, 0, lift)):
                    an = (an[0] * sc, an[1] * sc)
                    dl = math.hypot(an[0], an[1] - hipy - .01)
                    ll = dl * 1.004 if abs(st) < .3 else max(.463 * sc, dl * 1.004)   # standing: the knee is straight
                    kne, an2 = ik((0, hipy + .01), an, ll * .507, ll * .493, -1)
                    shoe_side((an2[0], an2[1] + .025 * sc), up)
                    if coat == 'dress':
                        f.add(limb([(0, hipy), kne, an2], [.055 * sc, .04 * sc, .024 * sc]), dark(skin, .1 + tint), .035)
                    elif coat != 'abaya':
                        f.add(limb([(0, hipy), kne, (an2[0], an2[1] + .006)], [.075 * sc * build**.7, .053 * sc, .040 * sc]), dark(legs, tint), .05)
                        f.fold([(kne[0] - .05, kne[1] + .01), (kne[0] + .05, kne[1] - .01)], legs, .012, .4)
        bb = build
        hl = -.46 if sit else hemY
        hwx = {'tee': .078, 'jacket': .082, 'hoodie': .085, 'coat': .105, 'long': .13, 'dress': .135, 'skirt': .13, 'abaya': .15}[coat]
        st = abs(stride)
        back = [(-.042, -.855), (-.066, -.80), (-.078, -.72), (-.066, -.62), (-.078, -.52)]
        frontp = [(.072, -.52), (.074, -.60), (.07, -.70), (.05, -.79), (.032, -.845)]
        if hl > -.44:
            back += [(-hwx - .05 * st, hl)]; frontp = [(hwx * .85 + .045 * st, hl)] + frontp
        else:
            back += [(-.08, hl)]; frontp = [(.076, hl)] + frontp
        pts = back + [(0, hl + .01)] + frontp
        if coat == 'skirt' and not sit:
            f.add(smooth(T([(-.07, -.56), (-.085, -.48), (-hwx - .03 * st, hemY), (0, hemY + .012), (hwx * .85 + .04 * st, hemY), (.075, -.48), (.066, -.56)])), legs, .08)
            back = [q for q in back if q[1] < -.5] + [(-.076, -.485)]
            frontp = [(.07, -.485)] + [q for q in frontp if q[1] < -.5]
            pts = back + frontp
        pts = [((x * bb if x > 0 or y > -.8 else x), y) for x, y in pts]
        wsave = w
        f.add(smooth([(x * (sc if hk == 1 else sc * 1.04) + ln(Y(y)), Y(y)) for x, y in pts]), top, .085)
        f.fold([(x * sc + ln(Y(y)), Y(y)) for x, y in [(-.06, -.56), (0, -.55), (.06, -.57)]], top, .014, .4)
        f.fold([(x * sc + ln(Y(y)), Y(y)) for x, y in [(.05, -.66), (.02, -.6), (.03, -.5)]], top, .014, .35)
        bc = mk(bagc, rng, [CORAL, GOLD, TEAL, PLUM, '#3A5661', '#C98A2E'])
        if bag in ('pack', 'roll'):
            q = [(-.06, -.82), (-.12, -.81), (-.165, -.74), (-.17, -.60), (-.14, -.55), (-.065, -.56)]
            f.add(smooth([(x * sc + ln(Y(y)), Y(y)) for x, y in q]), bc, .07)
            f.add(limb([(x * sc + ln(Y(y)), Y(y)) for x, y in [(-.05, -.825), (.03, -.80), (.05, -.72), (-.04, -.62)]], [.009, .011, .009, .008]), dark(bc, .25), .01)
        if bag == 'shoulder':
            f.add(smooth([(x * sc + ln(Y(y)), Y(y)) for x, y in [(-.06, -.57), (.06, -.57), (.07, -.44), (-.07, -.44)]]), bc, .05)
        nx = shx + .022 + ln(Y(-.925)) * .25
        hy = -(1 - kh / 2) + dy if hk == 1 else Y(-.862) - kh * .5 + .012
        v = headturn or 'side'
        head(f, nx, hy, kh, v, hair, hc, skin, look, tilt, scarf)
        if tN != 'hide':
            sleeve_arm(sh, tN, 1, tint=.0)
        if bag in ('case', 'tote'):
            hx_, hy_ = tN
            if bag == 'tote':
                f.add(smooth([(hx_ - .055, hy_ + .05), (hx_ + .055, hy_ + .05), (hx_ + .06, hy_ + .17), (hx_ - .06, hy_ + .17)], k=.1), bc, .04)
            else:
                f.add(limb([(hx_, hy_), (hx_ - .09, hy_ + .19)], [.006, .006]), '#22323a', .006)
                f.add(rect(hx_ - .17, hy_ + .17, .14, .26, .02), bc, .06)
                f.add(ell(hx_ - .12, -.012, .016), '#182226', .01)
    f.h = 1; f.x = f.y = 0
    return f


def attach(a, b, x, y, h):
    """put figure b (unit) on figure a (unit) at x,y with height h"""
    b.place(x, y, h)
    a.parts += b.parts
    return a


def shoulder_child(seed=3, **kw):
    """a grown-up with a child on the shoulders, from behind"""
    k = dict(view='back', armL='chest', armR='chest'); k.update(kw.pop('adult', {}))
    a = person(seed, **k)
    c = person(seed + 50, view='back', pose='sit', hk=1.62, seat=.16, legless=True, build=1.12, armL='chest', armR='chest', **kw)
    return attach(a, c, 0, -.74, .60)


DEFHAIR = ['short', 'short', 'bob', 'long', 'bun', 'curly', 'pony', 'hijab', 'hijab', 'cap', 'beanie', 'hat']


def anyone(seed, view='back', **kw):
    """a random passer-by"""
    r = np.random.default_rng(seed * 7 + 1)
    d = dict(view=view, build=float(r.uniform(.9, 1.14)), hair=DEFHAIR[int(r.integers(len(DEFHAIR)))],
             coat=['jacket', 'coat', 'hoodie', 'long', 'skirt', 'jacket'][int(r.integers(6))],
             stride=float(r.uniform(-1, 1)), top=CLOTH[int(r.integers(len(CLOTH)))], scarf=CLOTH[int(r.integers(len(CLOTH)))],
             bag=[None, None, 'pack', 'shoulder', 'tote', None][int(r.integers(6))])
    if d['scarf'] == d['top']:
        d['scarf'] = '#E8D9BF'
    d.update(kw)
    return person(seed, **d)

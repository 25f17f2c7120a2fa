"""Things: façades, trees, chairs, placards, lamps."""
from pathlib import Path
import math
import numpy as np
import skia
from canvas import *

FONT = str(Path(__file__).resolve().parents[2] / 'fonts' / 'SourceSans3_900Black.ttf')
_tf = {}


def typeface(path=FONT):
    if path not in _tf:
        _tf[path] = skia.Typeface.MakeFromFile(path)
    return _tf[path]


def text(cv, s, x, y, size, col, a=1.0, width=None, blur=0):
    """centred line of text; width = fit"""
    f = skia.Font(typeface(), size)
    if width:
        w = f.measureText(s)
        f = skia.Font(typeface(), size * width / w)
    w = f.measureText(s)
    p = cv.paint(col, a, blur)
    cv.c.drawString(s, x - w / 2, y, f, p)
    return f.getSize()


def placard(cv, x, y, w, h, rot, col, L, lines=None, ink=INK, pole=120, marks=0, haze=None, ht=0):
    """a board on a stick; (x, y) = centre of the board"""
    if haze is not None:
        col = mix(col, haze, ht); ink = mix(ink, haze, ht)
    cv.c.save(); cv.c.translate(x, y); cv.c.rotate(rot)
    cv.grad(rect(-w * .018 - 1, h / 2 - 6, w * .036 + 2, pole), (-4, 0), (4, 0), [(0, mix('#8a6845', haze or INK, ht if haze else .2)), (1, mix('#5a4534', haze or INK, ht if haze else .1))])
    p = rect(-w / 2, -h / 2, w, h, 3)
    cv.fill(p, '#0d2a33', .35, 5)
    cv.grad(p, (0, -h / 2), (0, h / 2), [(0, light(col, .10)), (1, dark(col, .10))])
    cv.inner(p, L.dx * -4, L.dy * -4, 5, L.rim, .35, 'screen')
    cv.inner(p, L.dx * 12, L.dy * 12, 14, L.shade, .3)
    cv.clip(p)
    if lines:
        n = len(lines)
        sizes = []
        for t in lines:
            f = skia.Font(typeface(), 100)
            sizes.append(min(100 * (w * .86) / f.measureText(t), h * .78 / n * 1.30))
        tot = sum(q * .80 for q in sizes) + (n - 1) * h * .045
        yy = -tot / 2
        for t, q in zip(lines, sizes):
            yy += q * .80
            text(cv, t, 0, yy - q * .06, q, ink, .93)
            yy += h * .045
    elif marks:
        r = np.random.default_rng(marks)
        k = marks % 4
        if k == 0:
            cv.fill(ell(0, 0, h * .27), ink, .9)
            cv.fill(ell(0, 0, h * .15), col, .9)
        elif k == 1:
            for i in range(3):
                cv.line([(-w * .34, -h * .22 + i * h * .22), (w * (.34 - .12 * (i == 2)), -h * .22 + i * h * .22)], ink, h * .09, .9)
        elif k == 2:
            cv.fill(smooth([(0, h * .3), (-w * .3, -h * .02), (-w * .2, -h * .27), (0, -h * .12), (w * .2, -h * .27), (w * .3, -h * .02)]), ink, .9)
        else:
            cv.stroke(smooth([(-w * .3, h * .2), (-w * .1, -h * .2), (w * .1, h * .1), (w * .32, -h * .22)], False), ink, h * .1, .9)
    cv.restore()
    cv.c.restore()


def facade(cv, x, y, w, h, col, rows=4, cols=3, win='#2b4450', lit=0.0, seed=0, gable=None, haze=None, ht=0, trim=None, litc='#FFC66E', door=False, wh=.56, ww=.5, tex=.5, glass=None):
    """a flat front; (x,y) = left bottom; gable: step, curve, tri, flat"""
    r = np.random.default_rng(seed)
    if haze is not None:
        col = mix(col, haze, ht); win = mix(win, haze, ht * .9)
    trim = trim or light(col, .22)
    top = y - h
    if gable == 'step':
        n = 4; gh = w * .5
        pts = [(x, y), (x, top)]
        for i in range(n):
            pts += [(x + w * .5 * i / n + w * .06 * (i > 0), top - gh * i / n), (x + w * .5 * i / n + w * .06 * (i > 0), top - gh * (i + 1) / n * .98)]
        pts += [(x + w * .5 * .92, top - gh)]
        pts += [(2 * x + w - a, b) for a, b in pts[::-1]]
        body = poly(pts)
    elif gable == 'curve':
        gh = w * .45
        body = union(rect(x, top, w, h), smooth([(x, top + 1), (x + w * .1, top - gh * .15), (x + w * .2, top - gh * .5), (x + w * .36, top - gh * .7), (x + w * .42, top - gh), (x + w * .58, top - gh),
                                                (x + w * .64, top - gh * .7), (x + w * .8, top - gh * .5), (x + w * .9, top - gh * .15), (x + w, top + 1)]))
    elif gable == 'tri':
        body = poly([(x, y), (x, top), (x + w / 2, top - w * .42), (x + w, top), (x + w, y)])
    else:
        body = rect(x, top, w, h)
    cv.grad(body, (0, top - w * .4), (0, y), [(0, light(col, .05)), (.6, col), (1, dark(col, .18))])
    cv.noise(body, .02, .05, tex * .5, seed + 3)
    if gable in (None, 'flat'):
        cv.fill(rect(x - 3, top - 5, w + 6, 9), trim, .9)
    cw, rh = w / cols, h / rows
    for i in range(rows):
        for j in range(cols):
            if door and i == rows - 1 and j == cols // 2:
                continue
            wx, wy = x + j * cw + cw * (1 - ww) / 2, top + i * rh + rh * .22
            q = rect(wx, wy, cw * ww, rh * wh)
            cv.fill(rect(wx - cw * .04, wy - rh * .03, cw * ww + cw * .08, rh * wh + rh * .07), trim, .75)
            if r.random() < lit:
                c = mix(litc, '#F08A3C', r.random() * .5)
                cv.grad(q, (0, wy), (0, wy + rh * wh), [(0, light(c, .25)), (1, c)])
            else:
                g = glass or light(win, .28)
                cv.grad(q, (0, wy), (0, wy + rh * wh), [(0, mix(win, g, .55 + .3 * r.random())), (1, win)])
            cv.fill(rect(wx + cw * ww / 2 - cw * .012, wy, cw * .024, rh * wh), trim, .8)
            cv.fill(rect(wx, wy + rh * wh * .36, cw * ww, cw * .02), trim, .7)
            cv.fill(rect(wx - cw * .05, wy + rh * wh, cw * ww + cw * .1, max(1.5, rh * .03)), light(trim, .15), .8)
    return body


def tree(cv, x, y, h, col, L, seed=0, trunk='#2b2a2a', bare=False, haze=None, ht=0, wide=1.0):
    r = np.random.default_rng(seed)
    if haze is not None:
        col = mix(col, haze, ht); trunk = mix(trunk, haze, ht)
    cv.solid(limb([(x, y), (x + h * .01, y - h * .3), (x - h * .01, y - h * .55)], [h * .028, h * .02, h * .012]), trunk, L, h * .02)
    foliage(cv, [(x + math.cos(q) * d * 1.05 * wide, y - h * .66 + math.sin(q) * d * .95, h * rr) for q, d, rr in
                 ((r.uniform(0, 6.28), r.uniform(0, .21) * h, r.uniform(.09, .16)) for _ in range(13))], col, L, seed)


def foliage(cv, blobs, col, L, seed=0):
    """one mass of leaves: the union of blobs, lit as a whole, with dabs of leaf"""
    r = np.random.default_rng(seed + 77)
    ps = []
    for bx, by, br in blobs:
        ps.append(smooth([(bx + math.cos(t) * br * r.uniform(.88, 1.12), by + math.sin(t) * br * .92 * r.uniform(.88, 1.12)) for t in np.linspace(0, 6.28, 17)[:-1]]))
    m = union(*ps)
    u = sum(b[2] for b in blobs) / len(blobs)
    cv.solid(m, col, L, u * 1.5, .9, .5)
    cv.clip(m)
    for (bx, by, br), p in zip(blobs, ps):
        cv.fill(ell(bx - L.dx * br * .35, by - L.dy * br * .35 + br * .1, br * .8), dark(col, .5), .16, br * .3)
        cv.fill(ell(bx + L.dx * br * .4, by + L.dy * br * .4, br * .6), mix(col, L.rim, .4), .22 * L.rim_a, br * .3)
    b = m.getBounds()
    for k in range(int(60 + 20 * len(blobs))):
        x, y = r.uniform(b.left(), b.right()), r.uniform(b.top(), b.bottom())
        lit = ((x - b.centerX()) * L.dx / max(1, b.width()) + (y - b.centerY()) * L.dy / max(1, b.height())) + r.normal() * .25
        c = mix(col, L.rim, .35) if lit > .1 else dark(col, .4)
        cv.fill(ell(x, y, u * r.uniform(.05, .12), u * r.uniform(.03, .07), r.uniform(0, 180)), c, .5)
    cv.restore()


def chair_back(cv, x, y, h, col, L, view='back'):
    """y = floor, h = height of the seat"""
    w = h * .95
    if view == 'back':
        for sx in (-1, 1):
            cv.solid(limb([(x + sx * w * .46, y - h * .95), (x + sx * w * .52, y)], [h * .035, h * .03]), dark(col, .3), L, h * .03)
        cv.solid(rect(x - w * .5, y - h * 1.02, w, h * .1, h * .04), col, L, h * .05)
        for sx in (-1, 1):
            cv.solid(limb([(x + sx * w * .46, y - h), (x + sx * w * .42, y - h * 1.95)], [h * .035, h * .03]), col, L, h * .03)
        cv.solid(rect(x - w * .46, y - h * 1.95, w * .92, h * .42, h * .07), col, L, h * .1)
    else:
        f = 1 if view == 'right' else -1
        for dx in (-.36, .42):
            cv.solid(limb([(x + f * w * dx, y - h), (x + f * w * dx * 1.15, y)], [h * .035, h * .03]), dark(col, .2), L, h * .03)
        cv.solid(rect(x - w * .5, y - h * 1.03, w, h * .11, h * .04), col, L, h * .05)
        cv.solid(limb([(x - f * w * .42, y - h), (x - f * w * .52, y - h * 1.95)], [h * .045, h * .04]), col, L, h * .04)


def cobbles(cv, y0, y1, vx, vy, col, a=.25, rows=22, seed=1):
    """paving lines in perspective: cross lines closer with distance, long lines to the vanishing point"""
    cv.clip(rect(-20, y0, cv.w + 40, y1 - y0))
    for i in range(rows):
        t = (i / rows) ** 2.2
        y = y0 + (y1 - y0) * t
        cv.line([(-10, y), (cv.w + 10, y)], col, .6 + 1.8 * t, a * (.4 + .6 * t))
    for i in range(-26, 27):
        cv.line([(vx + i * 3, y0), (vx + i * 3 + i * 95, y1)], col, 1.2, a * .7)
    cv.restore()


def ridge(cv, y, amp, seed, bottom, n=9, x0=-40, x1=None):
    """a hill line as a closed path"""
    r = np.random.default_rng(seed)
    x1 = x1 or cv.w + 40
    pts = [(x0 + (x1 - x0) * i / n, y + amp * float(r.normal())) for i in range(n + 1)]
    p = smooth(pts, False)
    p.lineTo(x1, bottom); p.lineTo(x0, bottom); p.close()
    return p

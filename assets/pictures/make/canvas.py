"""Canvas: antialiased shapes, gradients, light, haze and blur on a Skia surface.
Scene units: portrait 1000 x 1400, landscape 1400 x 1000; S = pixels per unit."""
import math
import numpy as np
import skia

INK = '#12343B'; PETROL = '#1F4E5A'; CORAL = '#E4572E'; GOLD = '#F2A541'
SAND = '#F4EBDD'; TEAL = '#3B8C84'; PLUM = '#5B3A54'


def rgb(c):
    if isinstance(c, str):
        c = c.lstrip('#')
        return tuple(int(c[i:i + 2], 16) / 255 for i in (0, 2, 4))
    return tuple(c[:3])


def mix(a, b, t):
    a, b = rgb(a), rgb(b)
    return tuple(x + (y - x) * t for x, y in zip(a, b))


def dark(c, t):
    return mix(c, '#0b2229', t)


def light(c, t):
    return mix(c, '#fff3dc', t)


def c4(c, a=1.0):
    r, g, b = rgb(c)
    return skia.Color4f(r, g, b, max(0, min(1, a)))


def ci(c, a=1.0):
    r, g, b = rgb(c)
    f = lambda v: int(max(0, min(1, v)) * 255 + .5)
    return skia.Color(f(r), f(g), f(b), f(a))


BM = {'over': skia.BlendMode.kSrcOver, 'screen': skia.BlendMode.kScreen, 'mul': skia.BlendMode.kMultiply,
      'plus': skia.BlendMode.kPlus, 'soft': skia.BlendMode.kSoftLight, 'overlay': skia.BlendMode.kOverlay,
      'color': skia.BlendMode.kColor, 'dodge': skia.BlendMode.kColorDodge}


# ---------- paths
def poly(pts, close=True):
    p = skia.Path()
    p.addPoly([skia.Point(*q) for q in pts], close)
    return p


def rect(x, y, w, h, r=0):
    p = skia.Path()
    p.addRRect(skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(x, y, w, h), r, r))
    return p


def ell(cx, cy, rx, ry=None, rot=0):
    ry = rx if ry is None else ry
    p = skia.Path()
    p.addOval(skia.Rect.MakeLTRB(cx - rx, cy - ry, cx + rx, cy + ry))
    if rot:
        m = skia.Matrix(); m.setRotate(rot, cx, cy); p.transform(m)
    return p


def smooth(pts, close=True, k=1 / 6):
    """closed or open Catmull-Rom spline as cubic beziers"""
    p = skia.Path()
    n = len(pts)
    g = (lambda i: pts[i % n]) if close else (lambda i: pts[max(0, min(n - 1, i))])
    p.moveTo(*pts[0])
    for i in range(n if close else n - 1):
        a, b, c, d = g(i - 1), g(i), g(i + 1), g(i + 2)
        p.cubicTo(b[0] + (c[0] - a[0]) * k, b[1] + (c[1] - a[1]) * k,
                  c[0] - (d[0] - b[0]) * k, c[1] - (d[1] - b[1]) * k, c[0], c[1])
    if close:
        p.close()
    return p


def _scaled(p, k):
    q = skia.Path(p); m = skia.Matrix(); m.setScale(k, k); q.transform(m)
    return q


def _covers(r, ps):
    b = r.getBounds()
    L = min(p.getBounds().left() for p in ps); T = min(p.getBounds().top() for p in ps)
    R = max(p.getBounds().right() for p in ps); B = max(p.getBounds().bottom() for p in ps)
    e = .04 * max(R - L, B - T)
    return abs(b.left() - L) < e and abs(b.right() - R) < e and abs(b.top() - T) < e and abs(b.bottom() - B) < e


def union(*ps):
    """union, checked; path operations now and then lose a piece, then a tiny shift helps"""
    b = [p.getBounds() for p in ps]
    size = max(max(q.right() for q in b) - min(q.left() for q in b), max(q.bottom() for q in b) - min(q.top() for q in b), 1e-6)
    K = 1000.0 / size if size < 20 else 1.0
    for t in range(6):
        r = None
        for i, p in enumerate(ps):
            q = _scaled(p, K)
            if t:
                q.offset(.37 * t * ((i * 7) % 3 - 1), .29 * t * ((i * 5) % 3 - 1))
            r = q if r is None else skia.Op(r, q, skia.PathOp.kUnion_PathOp) or r
        r = _scaled(r, 1 / K)
        if _covers(r, ps):
            return r
    r = skia.Path()
    for p in ps:
        r.addPath(p)
    return r


def cut(a, b):
    return skia.Op(a, b, skia.PathOp.kDifference_PathOp) or a


def limb(pts, radii, n=9):
    """a tapering smooth tube through pts"""
    P = np.array(pts, float); R = np.array(radii, float)
    if len(P) == 2:
        P = np.array([P[0], (P[0] + P[1]) / 2, P[1]]); R = np.array([R[0], (R[0] + R[1]) / 2, R[1]])
    C, W = [], []
    m = len(P)
    for i in range(m - 1):
        a, b, c, d = P[max(i - 1, 0)], P[i], P[i + 1], P[min(i + 2, m - 1)]
        ra, rb = R[i], R[i + 1]
        for t in np.linspace(0, 1, n, endpoint=(i == m - 2)):
            # tension keeps elbows and knees crisp
            m1, m2 = (c - a) * .32, (d - b) * .32
            h = np.array([2 * t**3 - 3 * t**2 + 1, t**3 - 2 * t**2 + t, -2 * t**3 + 3 * t**2, t**3 - t**2])
            C.append(h[0] * b + h[1] * m1 + h[2] * c + h[3] * m2)
            W.append(ra + (rb - ra) * (t * t * (3 - 2 * t)))
    C, W = np.array(C), np.array(W)
    T = np.gradient(C, axis=0)
    T /= np.maximum(np.linalg.norm(T, axis=1, keepdims=True), 1e-6)
    N = np.stack([-T[:, 1], T[:, 0]], 1)
    A, B = C + N * W[:, None], C - N * W[:, None]
    body = poly([tuple(q) for q in A] + [tuple(q) for q in B[::-1]])
    ps = [body, ell(*C[0], W[0]), ell(*C[-1], W[-1]), ell(*P[len(P) // 2], R[len(P) // 2])] if m == 3 else \
         [body, ell(*C[0], W[0]), ell(*C[-1], W[-1])]
    return union(*ps)


class Light:
    """direction = towards the light, in scene coordinates"""
    def __init__(s, dx=0, dy=-1, rim='#FFE2A8', rim_a=.9, shade='#12343B', shade_a=.6, halo=0.0, fill=None, fill_a=0):
        n = math.hypot(dx, dy) or 1
        s.dx, s.dy, s.rim, s.rim_a, s.shade, s.shade_a, s.halo = dx / n, dy / n, rim, rim_a, shade, shade_a, halo
        s.fill, s.fill_a = fill, fill_a


class Canvas:
    def __init__(s, w, h, S, seed=1):
        s.w, s.h, s.S = w, h, S
        s.pw, s.ph = round(w * S), round(h * S)
        s.surf = skia.Surface(s.pw, s.ph)
        s.c = s.surf.getCanvas()
        s.c.scale(S, S)
        s.rng = np.random.default_rng(seed)
        s.seed = seed

    # ----- paints
    def paint(s, col=None, a=1.0, blur=0, blend='over', shader=None, stroke=0, cap=True):
        p = skia.Paint(AntiAlias=True, Dither=True)
        if col is not None:
            p.setColor4f(c4(col, a))
        if shader is not None:
            p.setShader(shader); p.setAlphaf(a)
        if blur > .02:
            p.setMaskFilter(skia.MaskFilter.MakeBlur(skia.BlurStyle.kNormal_BlurStyle, blur))
        p.setBlendMode(BM[blend])
        if stroke:
            p.setStyle(skia.Paint.kStroke_Style); p.setStrokeWidth(stroke)
            if cap:
                p.setStrokeCap(skia.Paint.kRound_Cap)
            p.setStrokeJoin(skia.Paint.kRound_Join)
        return p

    def lin(s, p0, p1, stops):
        """stops: [(t, colour, alpha?)]"""
        cs = [ci(q[1], q[2] if len(q) > 2 else 1) for q in stops]
        return skia.GradientShader.MakeLinear([skia.Point(*p0), skia.Point(*p1)], cs, [float(q[0]) for q in stops])

    def rad(s, c, r, stops):
        cs = [ci(q[1], q[2] if len(q) > 2 else 1) for q in stops]
        return skia.GradientShader.MakeRadial(skia.Point(*c), r, cs, [float(q[0]) for q in stops])

    # ----- drawing
    def fill(s, path, col, a=1.0, blur=0, blend='over'):
        s.c.drawPath(path, s.paint(col, a, blur, blend))

    def stroke(s, path, col, w, a=1.0, blur=0, blend='over', cap=True):
        s.c.drawPath(path, s.paint(col, a, blur, blend, stroke=w, cap=cap))

    def line(s, pts, col, w, a=1.0, blur=0, blend='over', curve=False):
        s.stroke(smooth(pts, False) if curve else poly(pts, False), col, w, a, blur, blend)

    def grad(s, path, p0, p1, stops, a=1.0, blur=0, blend='over'):
        s.c.drawPath(path, s.paint(None, a, blur, blend, shader=s.lin(p0, p1, stops)))

    def bg(s, stops, p0=None, p1=None):
        s.grad(rect(-10, -10, s.w + 20, s.h + 20), p0 or (0, 0), p1 or (0, s.h), stops)

    def glow(s, x, y, r, col, a=.8, blend='screen', stops=None, sy=1.0):
        st = stops or [(0, col, 1), (.25, col, .55), (.55, col, .18), (1, col, 0)]
        s.c.save(); s.c.translate(x, y); s.c.scale(1, sy)
        s.c.drawPath(ell(0, 0, r), s.paint(None, a, 0, blend, shader=s.rad((0, 0), r, st)))
        s.c.restore()

    def haze(s, y0, y1, col, a0, a1, blend='over'):
        s.grad(rect(-10, min(y0, y1), s.w + 20, abs(y1 - y0)), (0, y0), (0, y1), [(0, col, a0), (1, col, a1)], blend=blend)

    def beam(s, pts, col, a, blur=12, blend='screen', p0=None, p1=None):
        st = [(0, col, 1), (1, col, 0)]
        s.grad(poly(pts), p0 or pts[0], p1 or pts[2], st, a, blur, blend)

    def clip(s, path):
        s.c.save(); s.c.clipPath(path, skia.ClipOp.kIntersect, True)

    def restore(s):
        s.c.restore()

    def layer(s, blur=0, a=1.0, blend='over'):
        p = skia.Paint(); p.setAlphaf(a); p.setBlendMode(BM[blend])
        if blur > 0:
            p.setImageFilter(skia.ImageFilters.Blur(blur, blur))
        s.c.saveLayer(None, p)

    def inner(s, path, dx, dy, sig, col, a, blend='over'):
        """inner shadow: what lies outside the path, moved by (dx,dy), blurred, seen inside the path"""
        if a <= .003:
            return
        b = path.getBounds()
        m = 4 * sig + abs(dx) + abs(dy) + 1
        ring = skia.Path(path)
        ring.addRect(skia.Rect.MakeLTRB(b.left() - m, b.top() - m, b.right() + m, b.bottom() + m))
        ring.setFillType(skia.PathFillType.kEvenOdd)
        ring.offset(dx, dy)
        s.clip(path)
        s.c.drawPath(ring, s.paint(col, a, sig, blend))
        s.c.restore()

    def solid(s, path, col, L, u, vol=1.0, rim=1.0, grad=None):
        """a shape with volume. u = size of the thing (its tube radius) in units"""
        p = skia.Simplify(path)
        path = p if p is not None and _covers(p, [path]) else path
        b = path.getBounds()
        top, bot = grad if grad else (light(col, .06), dark(col, .18))
        s.grad(path, (0, b.top()), (0, b.bottom() + .01), [(0, top), (1, bot)])
        s.inner(path, L.dx * u * .85, L.dy * u * .5, u * .62, L.shade, L.shade_a * vol)
        if L.fill is not None:
            s.inner(path, L.dx * u * .22, L.dy * u * .12, u * .18, L.fill, L.fill_a, 'screen')
        s.inner(path, -L.dx * u * .45, -L.dy * u * .45, u * .42, L.rim, L.rim_a * .5 * rim, 'screen')
        if rim > .6:
            s.inner(path, -L.dx * u * .12, -L.dy * u * .12, u * .07, L.rim, L.rim_a * .8 * rim, 'screen')
        if L.halo:
            s.inner(path, 0, 0, u * .16, L.rim, L.halo * rim, 'screen')

    def noise(s, path, fx, fy, a, seed=0, blend='soft', octaves=3, tint=None):
        """cloudy texture inside a path (fx, fy = frequency per unit)"""
        sh = skia.PerlinNoiseShader.MakeFractalNoise(fx, fy, octaves, float(seed))
        p = skia.Paint(AntiAlias=True)
        p.setShader(sh)
        cm = [0.9, .9, .9, 0, -.85] * 3 + [0, 0, 0, 0, a]
        if tint is not None:
            r, g, b = rgb(tint)
            cm = [0, 0, 0, 0, r, 0, 0, 0, 0, g, 0, 0, 0, 0, b, 1.6 * a, 1.6 * a, 0, 0, -1.35 * a]
        p.setColorFilter(skia.ColorFilters.Matrix(cm))
        p.setBlendMode(BM[blend])
        s.c.drawPath(path, p)

    def array(s):
        a = s.surf.toarray(colorType=skia.ColorType.kRGBA_8888_ColorType)[..., :3]
        return a.astype(np.float32) / 255

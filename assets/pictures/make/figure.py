"""People as cut paper: a jointed skeleton in clothes, seen from behind, from the front or in profile (looking right). Unit: a grown-up is 1 high, feet at 0, 0, y grows downwards."""
import math
from dataclasses import dataclass, field, replace

import skia
from heads import head
from inks import Ink, darker, deep, mix, umber
from paths import Point, bend, ell, joined, moved, poly, ribbon, smooth
from plates import SCREEN, Plates

HEAD = .130
HEMS = {"shirt": -.475, "jacket": -.435, "parka": -.36, "coat": -.27, "long": -.17, "dress": -.20, "robe": -.05}
FLARE = {"shirt": .108, "jacket": .116, "parka": .132, "coat": .142, "long": .158, "dress": .175, "robe": .165}
LEGS = {"slim": (.060, .041, .031), "trousers": (.063, .049, .043), "wide": (.066, .062, .066), "bare": (.052, .036, .024)}


@dataclass(slots=True)
class Part:
    path: skia.Path
    ink: Ink
    shade: float = 1
    pattern: tuple[str, Ink, float] | None = None


@dataclass(slots=True)
class Figure:
    parts: list[Part] = field(default_factory=list)
    x: float = 0
    y: float = 0
    h: float = 1
    flip: int = 1

    def add(self, path: skia.Path, ink: Ink, shade: float = 1, pattern: tuple[str, Ink, float] | None = None) -> None:
        self.parts.append(Part(path, ink, shade, pattern))

    def place(self, x: float, y: float, h: float, flip: int = 1, turn: float = 0) -> "Figure":
        m = skia.Matrix()
        m.setScale(h * flip, h)
        m.postRotate(turn)
        m.postTranslate(x, y)
        return Figure([replace(p, path=moved(p.path, m)) for p in self.parts], x, y, h, flip)

    def paths(self) -> list[skia.Path]:
        return [p.path for p in self.parts]

    def shadow(self, plates: Plates, dx: float, dy: float, ink: Ink = (.55, .16, 0), blur: float = 0) -> None:
        """Cast on the ground: the head's shadow falls `dx`, `dy` heights away from the feet."""
        m = skia.Matrix()
        m.setAll(1, -dx, dx * self.y, 0, -dy, self.y + dy * self.y, 0, 0, 1)
        with plates.layer(SCREEN, blur):
            for p in self.parts:
                plates.fill(moved(p.path, m), ink)

    def draw(self, plates: Plates, light: Point = (-1, -.4), shade: Ink = (.62, .22, 0), rim: Ink | None = None, far: Ink | None = None, t: float = 0,
             gap: Ink | None = None, width: float = .010, depth: float = 1, rimsize: float = 1) -> "Figure":
        """`light`: where it comes from; `rim`: colour of a lit edge; `far`, `t`: mixed with the air; `gap`: an edge of cut paper around."""
        n = math.hypot(*light) or 1
        lx, ly = light[0] / n, light[1] / n
        if gap is not None:
            for p in self.parts:
                plates.line(p.path, gap, width * self.h * 2)
        for p in self.parts:
            ink = mix(p.ink, far, t) if far else p.ink
            plates.fill(p.path, ink)
            if p.pattern and t < .7:
                weave(plates, p, self.h, far, t)
            if p.shade:
                b = p.path.getBounds()
                size = min(b.width(), b.height(), .2 * self.h) * .30 * min(1, p.shade) * depth
                plates.crescent([p.path], lx * size, ly * size * .6, tuple(v * (1 - t) * .62 for v in shade))
        whole = self.paths()
        plates.crescent(whole, lx * .030 * self.h * depth, ly * .018 * self.h * depth, tuple(v * (1 - t) * .6 for v in shade))
        if rim is not None:
            e = .0085 * self.h * rimsize
            plates.crescent(whole, -lx * e, -ly * e, rim, skia.BlendMode.kSrcOver)
        return self


def weave(plates: Plates, part: Part, h: float, far: Ink | None, t: float) -> None:
    """Stripes, dots or checks on a garment."""
    kind, ink, size = part.pattern
    ink = mix(ink, far, t) if far else ink
    b, s = part.path.getBounds(), size * h
    with plates.within(part.path):
        if kind in ("stripe", "check"):
            y = b.top()
            while y < b.bottom():
                plates.line([(b.left(), y), (b.right(), y + s * .3)], ink, s * .42, cap=False)
                y += s
        if kind in ("bars", "check"):
            x = b.left()
            while x < b.right():
                plates.line([(x, b.top()), (x + s * .2, b.bottom())], ink, s * .36, cap=False)
                x += s
        if kind == "dots":
            row, y = 0, b.top()
            while y < b.bottom() + s:
                x = b.left() + (s / 2 if row % 2 else 0)
                while x < b.right() + s:
                    plates.fill(ell(x, y, s * .24), ink)
                    x += s
                y, row = y + s * .8, row + 1


def hand(f: Figure, wrist: Point, toward: Point, skin: Ink, sc: float, thumb: float = 1) -> None:
    """A closed hand at the end of a sleeve, its thumb to the side `thumb`."""
    n = math.hypot(*toward) or 1
    ux, uy = toward[0] / n, toward[1] / n
    at = lambda a, b: (wrist[0] + (ux * a - uy * b) * sc, wrist[1] + (uy * a + ux * b) * sc)
    f.add(joined(ribbon([at(-.012, 0), at(.022, 0), at(.056, -.002)], [.0135 * sc, .0195 * sc, .0115 * sc]),
                 ribbon([at(.010, thumb * .008), at(.026, thumb * .021), at(.041, thumb * .024)], [.008 * sc, .0075 * sc, .006 * sc])), skin, .5)


def person(view: str = "back", *, top: str = "jacket", ink: Ink = deep, legs: str = "trousers", legink: Ink = umber, skin: Ink = (.36, .56, .6),
    hair: str = "short", hc: Ink = (1, .8, .5),
           cloth: Ink = (0, .62, .3), shoe: Ink = (1, .8, .4), build: float = 1, fem: bool = False, weight: float = 1, walk: float = 0,
               lean: float = 0, tilt: float = 0,
           look: str | None = None, lookflip: int = 1, left: Point | str | None = None, right: Point | str | None = None, sit: float = 0,
               child: float = 0, bag: str | None = None,
           bagink: Ink = (0, .2, .95), pattern: tuple[str, Ink, float] | None = None, sleeve: Ink | None = None, skirt: bool = False,
               knee: Point | None = None, fist: bool = False) -> Figure:
    """One person. `left`, `right`: where that hand is (in the picture; for a profile: the far and the near hand), or "down", "hide"; `walk` −1…1: a step;
    `sit`: height of the seat; `child` 0…1: how large the head is for the body; `lean`: degrees."""
    hk = HEAD * (1 + .75 * child)
    sc = (1 - hk) / (1 - HEAD)
    f = Figure()
    style = dict(top=top, ink=ink, legs=legs, legink=legink, skin=skin, shoe=shoe, build=build, fem=fem, weight=weight, walk=walk, lean=lean,
        left=left, right=right, sit=sit,
                 bag=bag, bagink=bagink, pattern=pattern, sleeve=sleeve or ink, skirt=skirt, sc=sc, knee=knee, fist=fist)
    neck, last = (profile if view == "side" else frontal)(f, view == "back", **style)
    m = skia.Matrix()
    flip = lookflip if (look or view) == "side" else 1
    m.setScale(hk * flip, hk)
    m.postRotate(tilt + lean * .5 * (1 if view == "side" else 0))
    m.postTranslate(neck[0], neck[1] - hk * .44)
    pieces = [Part(moved(p, m), c, s) for p, c, s in head(look or view, hair, hc, skin, cloth)]
    f.parts += pieces
    if top in ("jacket", "parka", "coat", "long") and hair not in ("hijab", "long"):
        collar(f, view, neck, sc, darker(ink, .3))
    f.parts += last
    return f


def collar(f: Figure, view: str, neck: Point, sc: float, ink: Ink) -> None:
    x, y = neck
    if view == "side":
        f.add(smooth([(x - .046 * sc, y - .012 * sc), (x - .01 * sc, y + .006 * sc), (x + .028 * sc, y + .008 * sc), (x + .036 * sc, y + .034 * sc),
            (x - .01 * sc, y + .030 * sc), (x - .056 * sc, y + .018 * sc)]), ink, 0)
    elif view == "back":
        f.add(smooth([(x - .038 * sc, y - .002 * sc), (x, y - .008 * sc), (x + .038 * sc, y - .002 * sc), (x + .056 * sc, y + .026 * sc), (x,
            y + .036 * sc), (x - .056 * sc, y + .026 * sc)]), ink, 0)
    else:
        for s in (-1, 1):
            f.add(poly([(x + s * .034 * sc, y - .006 * sc), (x + s * .056 * sc, y + .022 * sc), (x + s * .026 * sc, y + .066 * sc), (x + s * .002,
                y + .034 * sc)]), ink, 0)


def frontal(f: Figure, back: bool, *, top: str, ink: Ink, legs: str, legink: Ink, skin: Ink, shoe: Ink, build: float, fem: bool, weight: float,
    walk: float, lean: float,
            left: Point | str | None, right: Point | str | None, sit: float, bag: str | None, bagink: Ink, pattern: tuple[str, Ink, float] | None,
                sleeve: Ink, skirt: bool, sc: float,
            knee: Point | None, fist: bool) -> tuple[Point, list[Part]]:
    w = build
    hipx, rise = weight * .020, weight * .10

    def W(x: float, y: float) -> Point:
        """Shifts and tilts hips and shoulders against each other."""
        u = max(0, min(1, (y + .84) / .34))
        u = u * u * (3 - 2 * u)
        sx = math.sin(math.radians(lean)) * (-y - .5) * (1 if y < -.5 else 0)
        px = x * w * (1 if y > -.82 else (1 + (.9 - 1) * .3))
        return ((px + hipx * u + sx + weight * .004 * (1 - u)) * sc, (y - px * rise * (u * 1.0 - (1 - u) * .75)) * sc)

    drop = (-.515 + sit) if sit else 0
    base = W
    if sit:
        W = lambda x, y: (base(x, y)[0], base(x, y)[1] - drop * sc)  # noqa: E731
    hem, hw = HEMS[top], FLARE[top] * (1.04 if fem else 1)
    radii = tuple(r * sc * w**.6 for r in LEGS[legs])
    if not sit:
        stand = {s: (s * (.052 if s * weight > 0 else .100 if weight else .062), 0 if s * weight > 0 else .006) for s in (-1, 1)}
        for s in sorted((-1, 1), key=lambda s: s * (walk or -weight), reverse=True):
            fx, fy = stand[s]
            lead = walk * s > 0
            if walk:
                fx, fy = s * .045 + hipx * .5, (-.030 * abs(walk) if lead else .004)
            hip = W(s * .052, -.505)
            ankle = (fx * sc, (fy - .045 - (.030 * abs(walk) if walk and not lead else 0)) * sc)
            kx = hip[0] * .5 + ankle[0] * .5 + s * (.016 if weight * s < 0 and not walk else .004) * sc
            kn = (kx, (-.275 + (.012 if walk and not lead else -.008 if walk else 0)) * sc)
            foot(f, back, ankle, s, sc, shoe, walk and not lead)
            if top != "robe":
                c = shoe if skirt and legs != "bare" else skin if legs == "bare" else legink
                r = tuple(v * sc for v in LEGS["slim"]) if skirt and legs != "bare" else radii
                f.add(ribbon([hip, kn, (ankle[0], ankle[1] + .016 * sc)], r, (False, True)), darker(c, .18 if walk and not lead else 0), .9)
    elif not back:
        for s in (-1, 1):
            k0 = (s * .088 * sc, -(sit - .055) * sc)
            foot(f, back, (s * .085 * sc, -.045 * sc), s, sc, shoe, False)
            f.add(ribbon([k0, (s * .087 * sc, -(sit * .5) * sc), (s * .085 * sc, -.03 * sc)], [.055 * sc, radii[1], radii[2]], (False, True)),
                darker(legink, .25), .8)
    else:
        for s in (-1, 1):
            f.add(ribbon([(s * .085 * sc, -(sit - .02) * sc), (s * .085 * sc, -.03 * sc)], [.045 * sc, .036 * sc]), darker(legink, .35), .4)
            foot(f, back, (s * .085 * sc, -.045 * sc), s, sc, shoe, False)
    if skirt and not sit:
        sway = walk * .018
        f.add(smooth([(*W(-.085, -.56),), (*W(-.118, -.49),), (*W(-.150 + sway, -.30),), (*W(-.165 + sway, -.13), "c"), (*W(0 + sway, -.118),),
            (*W(.165 + sway, -.13), "c"), (*W(.150 + sway, -.30),),
                      (*W(.118, -.49),), (*W(.085, -.56),)]), legink, 1, pattern)
        pattern = None
    sh, wa, hp = (.94, .076, .108) if fem else (1.0, .094, .102)
    if sit:
        hem = -.47
        hw = .125
    half = [(.030, -.872), (.036, -.846), (.064 * sh, -.820), (.102 * sh, -.797), (.127 * sh, -.762), (.122 * sh, -.70),
        (wa + .016 * (top not in ("dress", "shirt")), -.62), (hp, -.525)]
    if hem > -.45:
        half.append(((hp + hw) / 2 + .004, (hem - .525) / 2))
    sway = walk * .012 if hem > -.4 else 0
    pts = [(*W(x, y),) for x, y in half] + [(*W(hw + sway, hem), "c"), (*W(sway, hem + .014),), (*W(-hw + sway, hem), "c")] + [(*W(-x, y),) for x,
        y in half[::-1]]

    def arm(s: int, target: Point | str | None) -> list[Part]:
        if target == "hide":
            return []
        shoulder = W(s * .097 * sh, -.757)
        if target in (None, "down"):
            swing = walk * s * -.03
            target = (shoulder[0] + s * (.030 + .012 * (s * weight < 0)) * sc, shoulder[1] + (.280 - abs(swing) * .8) * sc)
        d = math.hypot(target[0] - shoulder[0], target[1] - shoulder[1])
        up = target[1] < shoulder[1]
        length = .295 * sc if up else max(.17 * sc, min(.295 * sc, d * 1.012))
        elbow, wrist = bend(shoulder, target, length * .52, length * .48, s if up else -s)
        if not up and d < .22 * sc:     # an elbow hangs
            other, _ = bend(shoulder, target, length * .52, length * .48, s)
            elbow = max(elbow, other, key=lambda q: q[1])
        loose = 1.14 if top in ("coat", "long", "parka", "robe") else 1
        g = Figure()
        g.add(ribbon([shoulder, elbow, wrist], [.034 * sc * loose * w**.5, .035 * sc * loose * w**.5, .028 * sc * loose], (False, True), tension=.3),
            sleeve, .7, pattern if sleeve == ink else None)
        if fist:
            g.add(ell(*wrist, .026 * sc, .023 * sc), skin, .5)
        else:
            hand(g, wrist, (wrist[0] - elbow[0], wrist[1] - elbow[1]), skin, sc, -s if not up else s)
        return [g.parts[1], g.parts[0]]

    torso = Part(smooth(pts), ink, 1, pattern)
    arms = arm(-1, left) + arm(1, right)
    raised = [t for t in (left, right) if isinstance(t, tuple)]
    neck = W(0, -.862 + HEAD * .0)
    last: list[Part] = []
    if back and raised:
        f.parts += arms + [torso]
    else:
        f.parts += [torso] + arms
    if sit and not back:
        for s in (-1, 1):
            k0 = (s * .090 * sc, -(sit - .05) * sc)
            f.add(ribbon([(s * .055 * sc, -(sit + .03) * sc), (s * .080 * sc, -(sit + .0) * sc), k0], [.058 * sc, .060 * sc, .056 * sc]), legink, .8)
    satchel(f, back, bag, bagink, W, sc)
    return (neck[0], neck[1] + .0), last


def foot(f: Figure, back: bool, ankle: Point, s: int, sc: float, shoe: Ink, lifted: object) -> None:
    x, y = ankle
    if back:
        h = .062 if lifted else .046
        f.add(smooth([(x - .026 * sc, y), (x + .026 * sc, y), (x + (.031 + .006 * (s > 0)) * sc, y + h * .75 * sc), (x + .024 * sc, y + h * sc),
            (x - .024 * sc, y + h * sc), (x - (.031 + .006 * (s < 0)) * sc, y + h * .75 * sc)]), shoe, 0)
    else:
        f.add(smooth([(x - .024 * sc, y), (x + .024 * sc, y), (x + (.030 + s * .012) * sc, y + .040 * sc), (x + (.016 + s * .020) * sc,
            y + .060 * sc), (x + (-.016 + s * .020) * sc, y + .060 * sc),
                      (x + (-.030 + s * .012) * sc, y + .040 * sc)]), shoe, 0)


def satchel(f: Figure, back: bool, bag: str | None, ink: Ink, W: object, sc: float) -> None:
    if bag == "pack" and back:
        f.add(smooth([W(-.07, -.812), W(0, -.83), W(.07, -.812), W(.090, -.70), W(.088, -.57), W(.06, -.545), W(-.06, -.545), W(-.088, -.57),
            W(-.090, -.70)]), ink, 1)
        f.add(smooth([W(-.062, -.675), W(0, -.685), W(.062, -.675), W(.066, -.61), W(.05, -.572), W(-.05, -.572), W(-.066, -.61)]), darker(ink, .28),
            .4)
    elif bag == "pack":
        for s in (-1, 1):
            f.add(ribbon([W(s * .062, -.83), W(s * .072, -.76), W(s * .076, -.66)], [.011 * sc] * 3), ink, 0)
    elif bag == "shoulder":
        f.add(ribbon([W(-.085, -.825), W(.02, -.66), W(.112, -.52)], [.007 * sc] * 3), darker(ink, .4), 0)
        f.add(smooth([(*W(.075, -.545),), (*W(.165, -.54),), (*W(.180, -.42), "c"), (*W(.07, -.425), "c")]), ink, .8)
    elif bag == "tote":
        f.add(ribbon([W(.118, -.52), W(.126, -.79), W(.150, -.52)], [.005 * sc] * 3), darker(ink, .4), 0)
        f.add(smooth([(*W(.09, -.53), "c"), (*W(.185, -.53), "c"), (*W(.195, -.37), "c"), (*W(.085, -.37), "c")]), ink, .8)


def profile(f: Figure, back: bool, *, top: str, ink: Ink, legs: str, legink: Ink, skin: Ink, shoe: Ink, build: float, fem: bool, weight: float,
    walk: float, lean: float,
            left: Point | str | None, right: Point | str | None, sit: float, bag: str | None, bagink: Ink, pattern: tuple[str, Ink, float] | None,
                sleeve: Ink, skirt: bool, sc: float,
            knee: Point | None, fist: bool) -> tuple[Point, list[Part]]:
    w, hipy = build, -(sit + .0 if sit else .505)
    a = math.radians(lean)

    def W(x: float, y: float) -> Point:
        """Leans what is above the hips; `y` as if standing."""
        y = y + .505
        if y < 0:
            x, y = x * math.cos(a) - y * math.sin(a) * 1.0, y * math.cos(a) + x * math.sin(a)
        return (x * sc, (y + hipy) * sc)

    hem, hw = HEMS[top], FLARE[top] * .92
    radii = tuple(r * sc * w**.6 for r in LEGS[legs])
    shoulder = W(-.002, -.768)
    st = abs(walk)

    def arm(target: Point | str | None, swing: float, far: bool) -> list[Part]:
        if target == "hide":
            return []
        s0 = (shoulder[0] + (.012 * sc if far else 0), shoulder[1])
        if target in (None, "down"):
            target = (s0[0] + (.03 + swing) * sc, s0[1] + (.292 - abs(swing) * .35) * sc)
        d = math.hypot(target[0] - s0[0], target[1] - s0[1])
        total = max(.17 * sc, min(.305 * sc, max(d * 1.02, .27 * sc)))
        elbow, wrist = bend(s0, target, total * .52, total * .48, 1)
        loose = 1.14 if top in ("coat", "long", "parka", "robe") else 1
        c = darker(sleeve, .26) if far else sleeve
        g = Figure()
        g.add(ribbon([s0, elbow, wrist], [.046 * sc * loose * w**.5, .037 * sc * loose * w**.5, .029 * sc * loose], (False, True), tension=.3), c,
            .8, pattern if sleeve == ink else None)
        hand(g, wrist, (wrist[0] - elbow[0], wrist[1] - elbow[1]), darker(skin, .15) if far else skin, sc, -1)
        return [g.parts[1], g.parts[0]]

    f.parts += arm(left, .11 * walk, True)
    if sit:
        k = knee or (.235, -(sit + .0) - .012)
        foot_x = k[0] - .015
        for off, dark_ in ((.022, .26), (0, 0)):
            ankle = ((foot_x + off * 1.6) * sc, -.045 * sc)
            step(f, ankle, 0, sc, shoe)
            f.add(ribbon([((k[0] + off) * sc, k[1] * sc), ankle[:1] + (ankle[1] + .012 * sc,)], [.050 * sc, radii[2]], (False, True)), darker(legink,
                dark_ + .1), .8)
            f.add(ribbon([(0, (hipy - .008) * sc), ((k[0] + off) * sc, k[1] * sc)], [.070 * sc, .052 * sc]), darker(legink, dark_), .8)
    else:
        for near in (False, True):
            s = (1 if near else -1) * (1 if walk >= 0 else -1)
            if st:
                ax, ay, up = (.145 * st, -.042, -10 * st) if s > 0 else (-.175 * st, -.052 - .036 * st, 32 * st)
            else:
                ax, ay, up = (.030, -.045, 0) if not near else (-.018, -.045, 0)
            hip = (0, (hipy + .004) * sc)
            d = math.hypot(ax, ay - hipy)
            length = max(.458, d * 1.004) if st else d * 1.002
            kn, ankle = bend(hip, (ax * sc, ay * sc), length * .51 * sc, length * .49 * sc, -1)
            step(f, ankle, up, sc, shoe)
            c = shoe if skirt and legs != "bare" else skin if legs == "bare" else legink
            if top != "robe":
                f.add(ribbon([hip, kn, (ankle[0] - .004 * sc, ankle[1] + .012 * sc)], [radii[0] * 1.12, radii[1], radii[2]], (False, True)),
                    c if near else darker(c, .3), .9)
    if skirt and not sit:
        f.add(smooth([(*W(-.066, -.57),), (*W(-.086, -.49),), (*W(-.12 - .05 * st, -.28),), (*W(-.135 - .08 * st, -.13), "c"), (*W(.0, -.118),),
            (*W(.125 + .07 * st, -.13), "c"), (*W(.10 + .03 * st, -.3),),
                      (*W(.07, -.49),), (*W(.062, -.57),)]), legink, 1, pattern)
        pattern = None
    if sit and hem > -.47:
        hem = -.455
        hw = .092
    bust = .070 if fem else .062
    front = [(.030, -.866), (.040, -.825), (bust * w, -.735), ((.052 if fem else .060) * w, -.63), (.064 * w, -.53)]
    rear = [(-.036, -.866), (-.050, -.835), (-.074 * w, -.775), (-.070 * w, -.69), (-.053 * w, -.61), (-.080 * w, -.515)]
    if hem > -.45:
        front.append(((.064 * w + hw * .8) / 2 + .01, (hem - .53) / 2))
        rear.append((-(.080 * w + hw * (1 if hem > -.40 else .84)) / 2 - .004, (hem - .515) / 2))
        swing = st if hem > -.40 else st * .12
        tail = [(*W(hw * .78 + .035 * swing, hem), "c"), (*W(0, hem + .012),), (*W(-hw * (1 if hem > -.40 else .84) - .05 * swing, hem), "c")]
    else:
        tail = [(*W(.070 * w, hem), "c"), (*W(0, hem + .010),), (*W(-.084 * w, hem), "c")]
    f.add(smooth([W(x, y) for x, y in front] + tail + [W(x, y) for x, y in rear[::-1]]), ink, 1, pattern)
    if bag == "pack":
        f.add(smooth([W(-.055, -.83), W(-.115, -.82), (*W(-.168, -.75),), (*W(-.172, -.60),), W(-.14, -.55), W(-.06, -.565)]), bagink, 1)
        f.add(smooth([W(-.150, -.70), W(-.185, -.68), W(-.190, -.60), W(-.155, -.575)]), darker(bagink, .25), 0)
        f.add(ribbon([W(-.045, -.835), W(.035, -.805), W(.045, -.73), W(-.05, -.63)], [.010 * sc] * 4), darker(bagink, .35), 0)
    near_arm = arm(right, -.13 * walk, False)
    if bag == "shoulder":
        f.add(ribbon([W(.02, -.83), W(-.03, -.68), W(-.07, -.53)], [.007 * sc] * 3), darker(bagink, .4), 0)
        f.add(smooth([(*W(-.13, -.54),), (*W(-.01, -.535),), (*W(.0, -.43), "c"), (*W(-.14, -.43), "c")]), bagink, .8)
    return W(.010, -.862), near_arm


def step(f: Figure, ankle: Point, up: float, sc: float, shoe: Ink) -> None:
    """A shoe in profile, its heel lifted by `up` degrees."""
    p = smooth([(-.030, -.026), (.024, -.030), (.050, -.004), (.084, .012), (.100, .026), (.098, .042, "c"), (-.034, .042, "c"), (-.038, .015)])
    m = skia.Matrix()
    m.setScale(sc, sc)
    m.postRotate(up)
    m.postTranslate(*ankle)
    f.add(moved(p, m), shoe, 0)

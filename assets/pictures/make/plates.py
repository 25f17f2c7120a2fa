"""The drawing surface: three plates in the three channels of one picture; red is the teal plate, green vermilion, blue marigold."""
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np
import skia
from inks import Ink
from paths import Point, ell, moved, poly, rect, smooth

SCREEN = skia.BlendMode.kScreen
PLAIN = skia.BlendMode.kSrcOver
LIFT = skia.BlendMode.kMultiply


def colour(ink: Ink, a: float = 1) -> int:
    return skia.Color(*(round(max(0, min(1, v)) * 255) for v in ink), round(max(0, min(1, a)) * 255))


class Plates:
    """Units: the scene is `w` by `h`; `scale` pixels to a unit. Shapes cover what is below them (paper cut); `over` prints on top; `lift` takes ink away."""

    def __init__(self, w: float, h: float, scale: float) -> None:
        self.w, self.h, self.scale = w, h, scale
        self.surface = skia.Surface(round(w * scale), round(h * scale))
        self.canvas = self.surface.getCanvas()
        self.canvas.clear(skia.Color(0, 0, 0))
        self.canvas.scale(scale, scale)

    def paint(self, ink: Ink, a: float = 1, blur: float = 0, blend: skia.BlendMode = PLAIN, width: float = 0, cap: bool = True) -> skia.Paint:
        p = skia.Paint(AntiAlias=True, Color=colour(ink, a), BlendMode=blend)
        if blur:
            p.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
        if width:
            p.setStyle(skia.Paint.kStroke_Style)
            p.setStrokeWidth(width)
            p.setStrokeJoin(skia.Paint.kRound_Join)
            p.setStrokeCap(skia.Paint.kRound_Cap if cap else skia.Paint.kButt_Cap)
        return p

    def fill(self, path: skia.Path, ink: Ink, a: float = 1, blur: float = 0) -> None:
        self.canvas.drawPath(path, self.paint(ink, a, blur))

    def over(self, path: skia.Path, ink: Ink, blur: float = 0) -> None:
        self.canvas.drawPath(path, self.paint(ink, 1, blur, SCREEN))

    def lift(self, path: skia.Path, keep: Ink, blur: float = 0) -> None:
        """Keep only so much of each ink within the path."""
        self.canvas.drawPath(path, self.paint(keep, 1, blur, LIFT))

    def line(self, points: Sequence[Point] | skia.Path, ink: Ink, width: float, blend: skia.BlendMode = PLAIN, cap: bool = True,
        curve: bool = False) -> None:
        path = points if isinstance(points, skia.Path) else smooth(points, False) if curve else poly(points, False)
        self.canvas.drawPath(path, self.paint(ink, 1, 0, blend, width, cap))

    def grad(self, path: skia.Path, a: Point, b: Point, stops: Sequence[tuple[float, Ink]], blend: skia.BlendMode = PLAIN, blur: float = 0) -> None:
        p = self.paint((0, 0, 0), 1, blur, blend)
        p.setShader(skia.GradientShader.MakeLinear([skia.Point(*a), skia.Point(*b)], [colour(c) for _, c in stops], [float(t) for t, _ in stops]))
        self.canvas.drawPath(path, p)

    def glow(self, x: float, y: float, r: float, stops: Sequence[tuple[float, Ink]], blend: skia.BlendMode = SCREEN, flat: float = 1) -> None:
        """A round gradient; `flat` squeezes it in height. Its outermost colour should leave things as they are."""
        p = self.paint((0, 0, 0), 1, 0, blend)
        p.setShader(skia.GradientShader.MakeRadial(skia.Point(0, 0), r, [colour(c) for _, c in stops], [float(t) for t, _ in stops]))
        self.canvas.save()
        self.canvas.translate(x, y)
        self.canvas.scale(1, flat)
        self.canvas.drawPath(ell(0, 0, r), p)
        self.canvas.restore()

    def ground(self, stops: Sequence[tuple[float, Ink]]) -> None:
        self.grad(rect(-5, -5, self.w + 10, self.h + 10), (0, 0), (0, self.h), stops)

    @contextmanager
    def within(self, path: skia.Path) -> Iterator[None]:
        self.canvas.save()
        self.canvas.clipPath(path, skia.ClipOp.kIntersect, True)
        yield
        self.canvas.restore()

    @contextmanager
    def moved(self, matrix: skia.Matrix) -> Iterator[None]:
        self.canvas.save()
        self.canvas.concat(matrix)
        yield
        self.canvas.restore()

    @contextmanager
    def layer(self, blend: skia.BlendMode = SCREEN, blur: float = 0) -> Iterator[None]:
        p = skia.Paint(BlendMode=blend)
        if blur:
            p.setImageFilter(skia.ImageFilters.Blur(blur, blur))
        self.canvas.saveLayer(None, p)
        yield
        self.canvas.restore()

    def crescent(self, paths: Sequence[skia.Path], dx: float, dy: float, ink: Ink, blend: skia.BlendMode = SCREEN, blur: float = 0) -> None:
        """What is left of a shape when it is cut away by itself, moved: the shade side of a body, or its lit edge."""
        bounds = skia.Rect()
        for path in paths:
            bounds.join(path.getBounds())
        self.canvas.saveLayer(bounds.makeOutset(2, 2), skia.Paint(BlendMode=blend))
        for path in paths:
            self.fill(path, ink)
        p = self.paint((0, 0, 0), 1, blur, skia.BlendMode.kDstOut)
        for path in paths:
            self.canvas.drawPath(moved(path, skia.Matrix.Translate(dx, dy)), p)
        self.canvas.restore()

    def array(self) -> np.ndarray:
        """The plates: height × width × 3, 0 to 1."""
        a = self.surface.toarray(colorType=skia.ColorType.kRGBA_8888_ColorType)[..., :3]
        return a.astype(np.float32) / 255

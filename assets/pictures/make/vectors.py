"""Drawings that are placed as vectors: shapes in plain colours, overprint worked out, written as SVG paths."""
from pathlib import Path

import skia
from figure import Figure
from inks import MARIGOLD, TEAL, VERMILION, Ink, over
from paths import Point, poly, shifted


def disc(cx: float, cy: float, rx: float, ry: float | None = None) -> skia.Path:
    """An ellipse of cubic curves alone (path operations keep them)."""
    ry = rx if ry is None else ry
    c = .5522848
    p = skia.Path()
    p.moveTo(cx + rx, cy)
    p.cubicTo(cx + rx, cy + ry * c, cx + rx * c, cy + ry, cx, cy + ry)
    p.cubicTo(cx - rx * c, cy + ry, cx - rx, cy + ry * c, cx - rx, cy)
    p.cubicTo(cx - rx, cy - ry * c, cx - rx * c, cy - ry, cx, cy - ry)
    p.cubicTo(cx + rx * c, cy - ry, cx + rx, cy - ry * c, cx + rx, cy)
    p.close()
    return p


def box(x: float, y: float, w: float, h: float) -> skia.Path:
    return poly([(x, y), (x + w, y), (x + w, y + h), (x, y + h)])


def meet(a: skia.Path, b: skia.Path) -> skia.Path | None:
    p = skia.Op(a, b, skia.PathOp.kIntersect_PathOp)
    return p if p is not None and not p.isEmpty() else None


def without(a: skia.Path, b: skia.Path) -> skia.Path | None:
    p = skia.Op(a, b, skia.PathOp.kDifference_PathOp)
    return p if p is not None and not p.isEmpty() else None


class Sheet:
    """Shapes in the order they lie on each other; `paper`: what the inks are printed on."""

    def __init__(self, w: float, h: float, paper: tuple[float, float, float] = (1, 1, 1)) -> None:
        self.w, self.h, self.paper = w, h, paper
        self.items: list[tuple[skia.Path, Ink]] = []

    def fill(self, path: skia.Path, ink: Ink) -> None:
        self.items.append((path, ink))

    def over(self, path: skia.Path, ink: Ink) -> None:
        """Printed over what is there."""
        below = list(self.items)
        self.items.append((path, ink))
        for p, i in below:
            both = meet(p, path)
            if both is not None:
                self.items.append((both, over(i, ink)))

    def shade(self, path: skia.Path, ink: Ink, dx: float, dy: float, by: Ink = (.55, .2, 0)) -> None:
        """A shape with its shade side, which lies away from `dx`, `dy`."""
        self.fill(path, ink)
        rest = without(path, shifted(path, dx, dy))
        if rest is not None:
            self.items.append((rest, over(ink, by)))

    def figure(self, f: Figure, light: Point = (-1, -.4)) -> None:
        for part in f.parts:
            b = part.path.getBounds()
            size = min(b.width(), b.height(), .2 * f.h) * .28 * min(1, part.shade)
            self.shade(part.path, part.ink, light[0] * size, light[1] * size * .6) if size > .2 else self.fill(part.path, part.ink)

    def colour(self, ink: Ink) -> str:
        rgb = [p * (1 - ink[0] * (1 - t)) * (1 - ink[1] * (1 - v)) * (1 - ink[2] * (1 - m)) for p, t, v, m in zip(self.paper, TEAL, VERMILION,
            MARIGOLD, strict=True)]
        return "#" + "".join(f"{round(v * 255):02X}" for v in rgb)

    def save(self, path: Path, title: str) -> int:
        """Writes the SVG and gives its size in bytes."""
        rows = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.w:g} {self.h:g}" width="{self.w:g}" height="{self.h:g}">',
            f"<title>{title}</title>"]
        for p, ink in self.items:
            rule = ' fill-rule="evenodd"' if p.getFillType() == skia.PathFillType.kEvenOdd else ""
            rows.append(f'<path fill="{self.colour(ink)}"{rule} d="{outline(p)}"/>')
        path.write_text("\n".join([*rows, "</svg>"]) + "\n")
        return path.stat().st_size


def outline(path: skia.Path) -> str:
    """SVG path data; conics become quadratics."""
    out = []

    def n(*values: float) -> str:
        return " ".join(f"{v:.2f}".rstrip("0").rstrip(".") for v in values)

    it = skia.Path.Iter(path, False)
    while True:
        verb, pts = it.next()
        if verb == skia.Path.kDone_Verb:
            break
        match verb:
            case skia.Path.kMove_Verb:
                out.append("M" + n(*pts[0]))
            case skia.Path.kLine_Verb:
                out.append("L" + n(*pts[1]))
            case skia.Path.kQuad_Verb:
                out.append("Q" + n(*pts[1], *pts[2]))
            case skia.Path.kConic_Verb:
                q = skia.Path.ConvertConicToQuads(pts[0], pts[1], pts[2], it.conicWeight(), 2)
                for i in range(1, len(q) - 1, 2):
                    out.append("Q" + n(*q[i], *q[i + 1]))
            case skia.Path.kCubic_Verb:
                out.append("C" + n(*pts[1], *pts[2], *pts[3]))
            case skia.Path.kClose_Verb:
                out.append("Z")
    return "".join(out)



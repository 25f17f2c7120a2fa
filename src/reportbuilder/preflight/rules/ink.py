"""What comes out on paper, from plates of ink: empty pages, too much ink, bleed that is not filled. Its rules stand in `ink_table`."""

import re
from collections.abc import Iterator

from PIL import Image, ImageChops, ImageFilter

from reportbuilder.preflight.evidence import Evidence, PageFacts
from reportbuilder.preflight.finding import Box, Findings
from reportbuilder.preflight.limits import MM, Limits
from reportbuilder.preflight.matrix import touch
from reportbuilder.preflight.plates import CELL, PIXELS, Plates
from reportbuilder.preflight.rules.plain import EMPTY, heavy_spot, heavy_square

SLACK = 4.0
"""Per cent; rounding of samples, and the ringing of JPEG."""
LEAST_AREA = 24
"""Pixels; less than these 3 mm² too heavy is a matter of edges."""
STRIP = 1 * MM
PRESENT, ABSENT = 24, 5
"""Levels of 1020: what counts as inked, and as not."""
IS_PRESENT, IS_ABSENT = bytes(level >= PRESENT / 4 for level in range(256)), bytes(level <= ABSENT / 4 for level in range(256))
LEAST_GAP = 4 * MM
ROUNDED = 2
"""By how much a quarter of a sum may be too low: halves are rounded down twice."""


def judge(evidence: Evidence, plates: Plates, findings: Findings) -> tuple[float, float]:
    """Look at one page for breaches of the rules above, and of that of the bleed (P-02). Gives the heaviest average and the heaviest spot on it,
    in per cent.
    """
    page, limits = evidence.pages[plates.number - 1], evidence.limits
    heavy = quarter_sums(part(plates, page, page.bleed))
    most = heavy.getextrema()[1] * 4 / 2.55
    shown = [thing for thing in evidence.contents[plates.number - 1].shown if not thing.paint.is_white and touch(thing.box, page.trim)]
    if not most and not any(thing.paint.colour.space.spots for thing in shown):
        findings.add("R0005", EMPTY, plates.number)
        return 0.0, 0.0
    average = _averages(page, plates, limits, findings)
    _spots(heavy, page, plates, limits, findings)
    _bleed(page, plates, findings)
    return average, most


def quarter_sums(image: Image.Image) -> Image.Image:
    """A quarter of all inks together: 255 is 400 %."""
    c, m, y, k = image.split()
    return ImageChops.add(ImageChops.add(c, m, scale=2), ImageChops.add(y, k, scale=2), scale=2)


def part(plates: Plates, page: PageFacts, box: Box) -> Image.Image:
    """The pixels of a box of the page."""
    left, top = (box[0] - page.media[0]) * plates.scale, (page.media[3] - box[3]) * plates.scale
    right, bottom = (box[2] - page.media[0]) * plates.scale, (page.media[3] - box[1]) * plates.scale
    width, height = plates.image.size
    edges = max(0, round(left)), max(0, round(top)), min(width, round(right)), min(height, round(bottom))
    return plates.image.crop((edges[0], edges[1], max(edges[2], edges[0] + 1), max(edges[3], edges[1] + 1)))


def _averages(page: PageFacts, plates: Plates, limits: Limits, findings: Findings) -> float:
    """The heaviest average of a square of 15 mm; squares are tried at every 3 mm."""
    cells = part(plates, page, page.bleed).reduce(PIXELS)
    width, height = cells.size
    side = max(1, min(round(limits.ink_square / CELL), width, height))
    bound = limits.ink_average * 2.55
    rough = quarter_sums(cells)
    if (rough.getextrema()[1] + ROUNDED) * 4 <= bound:
        # No square can be too heavy; what is only shown may be rounded.
        return rough.filter(ImageFilter.BoxBlur((side - 1) / 2)).getextrema()[1] * 4 / 2.55
    sums = [sum(parts) for parts in zip(*(plane.tobytes() for plane in cells.split()))]
    heaviest, places = _heaviest(sums, width, height, side, bound)
    for x, y in places:
        left, top = page.bleed[0] + x * CELL, page.bleed[3] - y * CELL
        findings.add("R0026", heavy_square(heaviest / 2.55), plates.number, (left, top - side * CELL, left + side * CELL, top))
    return heaviest / 2.55


def _heaviest(sums: list[int], width: int, height: int, side: int, bound: float) -> tuple[float, list[tuple[int, int]]]:
    """The greatest mean of squares of that many cells a side, and the corners of those above the bound that do not overlap."""
    above: list[list[int]] = [[0] * (width + 1)]
    for row in range(height):
        line, running = [0], 0
        for x, value in enumerate(sums[row * width : (row + 1) * width]):
            running += value
            line.append(running + above[row][x + 1])
        above.append(line)
    greatest, places = 0.0, []
    for y in range(height - side + 1):
        high, low = above[y], above[y + side]
        row_means = [(low[x + side] - high[x + side] - low[x] + high[x]) / (side * side) for x in range(width - side + 1)]
        greatest = max(greatest, *row_means)
        if greatest > bound:
            places += [(x, y) for x, mean in enumerate(row_means) if mean > bound and not any(abs(x - u) < side and abs(y - v) < side for u, v in places)]
    return greatest, places


def _spots(heavy: Image.Image, page: PageFacts, plates: Plates, limits: Limits, findings: Findings) -> None:
    bound = int((limits.ink_most + SLACK) * 2.55 / 4)
    over = heavy.point([255 * (value > bound) for value in range(256)])
    area = over.histogram()[255]
    if area < LEAST_AREA:
        return
    most = heavy.getextrema()[1] * 4 / 2.55
    cells = over.reduce(PIXELS)
    for index, share in enumerate(cells.tobytes()):
        if share > 16:
            x, y = index % cells.width, index // cells.width
            left, top = page.bleed[0] + x * CELL, page.bleed[3] - y * CELL
            findings.add("P-09", heavy_spot(most, limits), plates.number, (left, top - CELL, left + CELL, top))


def _bleed(page: PageFacts, plates: Plates, findings: Findings) -> None:
    """Where there is ink all through the strip inside the trim and none in the outermost strip of the bleed."""
    trim, bleed = page.trim, page.bleed
    if page.bleed_box is None:
        return
    for side, name in enumerate(("left", "bottom", "right", "top")):
        if abs(trim[side] - bleed[side]) < 2 * STRIP:
            continue
        inside = _along(page, plates, trim, side)
        if not inside:
            continue
        outside = _along(page, plates, bleed, side) or bytes(len(inside))
        for start, end in _gaps(inside, outside, plates.scale):
            low = (trim[1] if side % 2 == 0 else trim[0]) + start
            high = low + end - start
            flat = (trim[side] - (STRIP if side > 1 else 0), trim[side] + (STRIP if side < 2 else 0))
            box = (flat[0], low, flat[1], high) if side % 2 == 0 else (low, flat[0], high, flat[1])
            findings.add("P-02", f"ink ends at the {name} trim, without bleed", plates.number, box)


def _along(page: PageFacts, plates: Plates, box: Box, side: int) -> bytes:
    """The least ink across a strip of 1 mm inside this edge, along the trim, one value a pixel; nothing when the strip is bare."""
    left, bottom, right, top = page.trim
    near, far = (box[side], box[side] + STRIP) if side < 2 else (box[side] - STRIP, box[side])
    strip = quarter_sums(part(plates, page, (near, bottom, far, top) if side % 2 == 0 else (left, near, right, far)))
    if not strip.getextrema()[1]:
        return b""
    if side % 2 == 0:
        strip = strip.transpose(Image.Transpose.ROTATE_270)
    lines = [strip.crop((0, y, strip.width, y + 1)) for y in range(strip.height)]
    least = lines[0]
    for line in lines[1:]:
        least = ImageChops.darker(least, line)
    return least.tobytes()


def _gaps(inside: bytes, outside: bytes, scale: float) -> Iterator[tuple[float, float]]:
    """Stretches, in points along the edge, that are inked inside and not outside."""
    missing = bytes(map(int.__and__, inside.translate(IS_PRESENT), outside.translate(IS_ABSENT)))
    for found in re.finditer(rb"\x01+", missing):
        if (found.end() - found.start()) / scale >= LEAST_GAP:
            yield found.start() / scale, found.end() / scale

"""Advice on text that can hardly be read on what stands behind it: grounds and pictures, as the finished pages have them (WCAG 2.2, 1.4.3)."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from reportbuilder.assets.pictures import Job, Rendition
from reportbuilder.assets.seen import Seen
from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import Span
from reportbuilder.layout.page import Fill, Image, Layout, Page, Run, Shape
from reportbuilder.model.nodes import Document
from reportbuilder.model.walk import walk
from reportbuilder.style.contrast import RGB, contrast
from reportbuilder.style.sheet import Ink, Sheet

LARGE, LARGE_BOLD = 18.0, 14.0
"""Sizes in points from which text is large (WCAG 2.2, “large scale”)."""
LEAST, LEAST_LARGE = 4.5, 3.0
HEAVY = ("semibold", "bold", "black")
MOST_HIDDEN = 0.2
"""The part of what stands behind a text that may have too little contrast with it: a letter is known by the rest."""
LEAST_PART = 1.5
"""Of a part of a chart with what it stands on. WCAG wants 3 where colour alone tells (1.4.11); lines lead from the parts to their names, but what a line
leads to must be there to see.
"""
MOST_SHOWN = 50
WHITE: RGB = (255, 255, 255)
COMPOSED = ("cover", "opener", "picture", "back")
"""Pages whose texts may stand on paper in inks of the page's own; the styles of the others are looked at without a layout."""


class _Line(Struct, frozen=True):
    """A line of text on a page, and how much of what stands behind it has too little contrast: its worst ``ratio``, and the part ``hidden``."""

    text: str
    node: int
    ink: str
    ground: str
    least: float
    ratio: float
    hidden: float


def advise_on_grounds(document: Document, layout: Layout, sheet: Sheet, renditions: Mapping[Job, Rendition], log: Log) -> None:
    """Advise on each text, the worst line of it, that stands on a ground, drawing or picture it can hardly be told from."""
    spans = {node.id: node.span for node in walk(*document.parts) if node.id}
    pictures: dict[Job, Seen] = {}
    told: set[tuple[int, str, str]] = set()
    for page in layout.pages:
        lines = sorted(_lines(page, sheet, renditions, pictures), key=lambda line: (-line.hidden, line.ratio))
        for line in lines:
            key = (page.index, line.ink, line.ground)
            if line.hidden > MOST_HIDDEN and line.node in spans and key not in told:
                told.add(key)
                _tell(line, page, spans[line.node], log)
        for ink, ground, node in dict.fromkeys(_lost_parts(page, sheet, spans)):
            message = f"a part of the chart in the ink ‘{ink}’ can’t be told from the ground on page {page.label or page.index + 1}"
            hint = f"it stands on ‘{ground}’: choose another ink for it under charts: in the style sheet"
            log.advise("low-contrast-ground", message, spans[node], hint)


def _tell(line: _Line, page: Page, span: Span, log: Log) -> None:
    much = "" if line.hidden > 0.99 else f" in {line.hidden:.0%} of its place"
    message = f"‘{line.text[:MOST_SHOWN]}’ on page {page.label or page.index + 1} has a contrast of {line.ratio:.1f} to 1 with {line.ground}{much}"
    better = f"choose another ink than ‘{line.ink}’, a calmer part of the picture or a ground behind the text"
    hint = f"{better}: {line.least:g} to 1 is the least for its size"
    log.advise("low-contrast-ground", message, span, hint)


def _lines(page: Page, sheet: Sheet, renditions: Mapping[Job, Rendition], pictures: dict[Job, Seen]) -> Iterator[_Line]:
    painted = (*page.background, *page.items, *page.header, *page.footer)
    grounds: list[Fill | Image | Shape] = []
    for item in painted:
        if isinstance(item, Fill | Image) or isinstance(item, Shape) and item.fill:
            grounds.append(item)
        elif isinstance(item, Run) and item.node and item.text.strip():
            line = _judged(item, _ground(item, grounds), page, sheet, renditions, pictures)
            if line:
                yield line


def _lost_parts(page: Page, sheet: Sheet, spans: Mapping[int, Span]) -> Iterator[tuple[str, str, int]]:
    """The ink, the ink of the ground, and the node of each filled part of a chart that can hardly be seen."""
    painted = (*page.background, *page.items)
    for place, item in enumerate(painted):
        if isinstance(item, Shape) and item.fill and item.node in spans:
            left, top, right, bottom = item.box
            x, y = (left + right) / 2, (top + bottom) / 2
            fills = (one for one in reversed(painted[:place]) if isinstance(one, Fill))
            under = next((one.ink for one in fills if one.x <= x <= one.x + one.width and one.y <= y <= one.y + one.height), "")
            if contrast(sheet.inks[item.fill].rgb, sheet.inks[under].rgb if under else WHITE) < LEAST_PART:
                yield item.fill, under or "the paper", item.node


def _box(run: Run) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of its letters, from the x-height down to the baseline: there the most of them is."""
    return run.x, run.y - run.face.x_height * run.size / 1000, run.x + run.extent, run.y


def _ground(run: Run, below: Sequence[Fill | Image | Shape]) -> Fill | Image | Shape | None:
    """What was painted last behind the middle of the text."""
    left, top, right, bottom = _box(run)
    x, y = (left + right) / 2, (top + bottom) / 2
    for item in reversed(below):
        match item:
            case Fill() | Image() if item.x <= x <= item.x + item.width and item.y <= y <= item.y + item.height:
                return item
            case Shape() if _inside(item, x, y):
                return item
            case _:
                pass
    return None


def _inside(shape: Shape, x: float, y: float) -> bool:
    """Whether a point is within the shape, its curves taken as the lines between their points."""
    corners = [(shape.x + a, shape.y + b) for _, *numbers in shape.ops for a, b in zip(numbers[::2], numbers[1::2])]
    within = False
    for (x1, y1), (x2, y2) in zip(corners, [*corners[1:], *corners[:1]]):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            within = not within
    return within


def _judged(
    run: Run, ground: Fill | Image | Shape | None, page: Page, sheet: Sheet, renditions: Mapping[Job, Rendition], pictures: dict[Job, Seen]
) -> _Line | None:
    ink = sheet.inks[run.ink]
    large = run.size >= LARGE or (run.size >= LARGE_BOLD and run.face.key.weight in HEAVY)
    least = LEAST_LARGE if large else LEAST
    match ground:
        case Image() if ground.job in renditions:
            if ground.job not in pictures:
                pictures[ground.job] = Seen(renditions[ground.job].web)
            ratio, hidden = _on_picture(run, ground, ink, least, pictures[ground.job])
            return _Line(run.text, run.node, run.ink, f"the picture ‘{ground.job.file}’", least, ratio, hidden)
        case Fill() | Shape():
            name = ground.ink if isinstance(ground, Fill) else ground.fill
            ratio = contrast(ink.rgb, sheet.inks[name].rgb)
            return _Line(run.text, run.node, run.ink, f"the ground ‘{name}’", least, ratio, float(ratio < least))
        case None if page.kind in COMPOSED:
            ratio = contrast(ink.rgb, WHITE)
            return _Line(run.text, run.node, run.ink, "the paper", least, ratio, float(ratio < least))
        case _:
            return None


def _on_picture(run: Run, image: Image, ink: Ink, least: float, seen: Seen) -> tuple[float, float]:
    """The contrast with the worst tenth of the picture behind the text, and the part of it that has too little."""
    left, top, right, bottom = _box(run)
    box = ((left - image.x) / image.width, (top - image.y) / image.height, (right - image.x) / image.width, (bottom - image.y) / image.height)
    ratios = sorted((contrast(ink.rgb, colour), count) for colour, count in seen.colours(box).items())
    total = sum(count for _, count in ratios)
    hidden = sum(count for ratio, count in ratios if ratio < least) / total
    reached = 0
    for ratio, count in ratios:
        reached += count
        if reached >= total / 10:
            return ratio, hidden
    return ratios[-1][0], hidden

"""Charts taken from the finished pages as drawings, for formats that show pictures: the same to the point."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reportbuilder.assets.drawings import Drawing, Lettering, Path
from reportbuilder.layout.charts import chart_marks
from reportbuilder.layout.config import Config
from reportbuilder.layout.mirror import mirrored_item
from reportbuilder.layout.page import Item, Layout, Run, Shape
from reportbuilder.model.nodes import Chart, Document
from reportbuilder.model.walk import walk
from reportbuilder.style.sheet import Sheet

AIR = 2.0


def drawings(document: Document, layout: Layout, sheet: Sheet) -> dict[int, Drawing]:
    """The drawing of each chart that stands on a page, by its id: its shapes with the labels and numbers in it."""
    charts = _charts(document)
    return _drawn(charts, (item for page in layout.pages for item in page.items) if charts else (), sheet)


def drawings_alone(document: Document, config: Config) -> dict[int, Drawing]:
    """The drawing of each chart as it would be in a column, for a document that has no pages."""
    page, made = config.sheet.page, {}
    for chart in _charts(document):
        width = page.full_width if chart.width == "wide" else page.text_width
        marks, _, _ = chart_marks(chart, 0.0, width, config)
        if page.from_right:
            marks = tuple(mirrored_item(mark, width) for mark in marks)
        made |= _drawn([chart], marks, config.sheet)
    return made


def _charts(document: Document) -> list[Chart]:
    return [node for node in walk(*document.parts) if isinstance(node, Chart)]


def _drawn(charts: Sequence[Chart], items: Iterable[Item], sheet: Sheet) -> dict[int, Drawing]:
    owners = {inner.id: chart.id for chart in charts for point in chart.points for inner in walk(point)}
    ids = {chart.id for chart in charts}
    found: dict[int, list[Item]] = defaultdict(list)
    for item in items:
        if isinstance(item, Shape) and item.node in ids:
            found[item.node].append(item)
        elif isinstance(item, Run) and item.node in owners:
            found[owners[item.node]].append(item)
    return {chart: _drawing(members, sheet) for chart, members in found.items()}


def _drawing(items: list[Item], sheet: Sheet) -> Drawing:
    left, top, right, bottom = (sides for sides in zip(*map(_box, items)))
    x, y = min(left) - AIR, min(top) - AIR
    rgb = {name: ink.rgb for name, ink in sheet.inks.items()}
    paths = tuple(Path(tuple(_moved(i, x, y)), rgb.get(i.fill), rgb.get(i.stroke), i.thickness) for i in items if isinstance(i, Shape))
    letters = tuple(Lettering(i.x - x, i.y - y, i.face, i.size, rgb[i.ink], i.pieces, i.gap, i.tracking, i.scale) for i in items if isinstance(i, Run))
    return Drawing(max(right) + AIR - x, max(bottom) + AIR - y, paths, letters)


def _box(item: Item) -> tuple[float, float, float, float]:
    if isinstance(item, Shape):
        return item.box
    assert isinstance(item, Run)
    em = item.size * item.scale / 1000
    width = sum((piece.width + item.tracking * len(piece.glyphs)) * em + (item.gap if piece.is_space else 0.0) for piece in item.pieces)
    return item.x, item.y - item.face.ascent * item.size / 1000, item.x + width, item.y - item.face.descent * item.size / 1000


def _moved(shape: Shape, x: float, y: float) -> Iterator[tuple]:
    for name, *numbers in shape.ops:
        yield name, *(value + (shape.y - y if place % 2 else shape.x - x) for place, value in enumerate(numbers))

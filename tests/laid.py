"""Sections laid out on small pages with the square font, and what must be true of every layout."""

from collections import defaultdict
from collections.abc import Iterator

from msgspec.structs import replace
from square import FONT, KEY, sheet, style

from reportbuilder.assets.faces import Faces
from reportbuilder.assets.hyphenation import Hyphens
from reportbuilder.assets.pictures import PictureInfo
from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import NOWHERE
from reportbuilder.layout.page import Area, Fill, Image, Item, Layout, Page, Rule, Run, Shape
from reportbuilder.layout.settle import settle
from reportbuilder.load.compose import compose
from reportbuilder.load.parts import part
from reportbuilder.load.values import Mapping
from reportbuilder.load.variables import figures
from reportbuilder.model import nodes
from reportbuilder.model.resolve import resolve
from reportbuilder.model.walk import walk
from reportbuilder.style.sheet import PageStyle, Sheet

META = nodes.Meta("Titel", "", "Wij", "2025", "titel", "nl-BE", "", ())
INFOS = {"p.png": PictureInfo("pictures/p.png", 200, 100, False), "hoog.png": PictureInfo("pictures/hoog.png", 20, 200, False)}


def small_sheet() -> Sheet:
    """Twenty-six lines of twenty-four signs, so that many a block meets the end of a page."""
    small = {"size": 5.0, "leading": 6.0}
    return sheet(
        280.0,
        300.0,
        body=style("body", align="justify", hyphenate=True, first_indent=10.0),
        list=style("list", indent=20.0, **small),
        heading2=style("heading2", before=10.0, keep_next=True),
        heading3=style("heading3", before=3.0, leading=11.0, keep_next=True),
        quote=style("quote", before=10.0, after=10.0, indent=20.0),
        box=style("box", **small),
        caption=style("caption", **small),
        note=style("note", indent=10.0, **small),
        **{name: style(name, **small) for name in ("note-mark", "header", "folio", "table-head", "table-cell", "fact-label", "quote-by")},
        **{name: style(name, **small) for name in ("chart-title", "chart-label", "chart-value", "chart-note", "numbers-label", "numbers-lead")},
        **{name: style(name, hyphenate=True, **small) for name in ("person-name", "person-function", "timeline-date", "timeline", "margin-label", "margin-quote", "margin-quote-by", "margin-value")},
        **{name: style(name, **small) for name in ("opener-title", "opener-lead", "opener-number")},
    )


def side_sheet() -> Sheet:
    """The same with a side column of twelve signs."""
    made = small_sheet()
    return replace(made, page=replace(made.page, width=made.page.width + 70.0, gutter=10.0))


def lay_out(draft: nodes.Draft, made: Sheet | None = None) -> tuple[nodes.Document, Layout, Log]:
    """The document of a draft, its pages, and what was said of it."""
    log = Log()
    document = resolve(draft, log)
    return document, settle(document, made or small_sheet(), Faces({KEY: FONT}), INFOS, Hyphens("nl-BE"), log), log


def lay_out_yaml(*texts: str, made: Sheet | None = None) -> tuple[nodes.Document, Layout, Log]:
    """The same of files, one text a part."""
    log = Log()
    known = figures(Mapping((), NOWHERE), log)
    parts = []
    for number, text in enumerate(texts, 1):
        value = compose(text, f"sections/{number}.yaml", log)
        assert isinstance(value, Mapping), log.diagnostics
        parts.append(part(value, known, "nl-BE", log))
    assert not log.errors, log.errors
    return lay_out(nodes.Draft(META, tuple(one for one in parts if one)), made)


def told(log: Log) -> list[str]:
    """The messages as ``line:column code``."""
    return [f"{d.span.line}:{d.span.column} {d.code}" for d in log.in_order()]


# ---------------------------------------------------------------- what holds


def check_all(document: nodes.Document, layout: Layout, page: PageStyle | None = None) -> None:
    """Nothing lost, nothing twice, nothing out of place."""
    check_leaves(document, layout)
    check_notes(document, layout)
    check_contents(document, layout)
    check_order(document, layout)
    check_inside(layout, page or small_sheet().page)
    check_apart(document, layout)
    if page is None:
        check_grid(document, layout, small_sheet())
        check_ends(document, layout)


def drawn(page: Page) -> Iterator[Run]:
    return (item for item in page.items if isinstance(item, Run) and item.node)


def check_leaves(document: nodes.Document, layout: Layout) -> None:
    """Every text is on the pages once and whole."""
    texts: dict[int, str] = defaultdict(str)
    for page in layout.pages:
        for run in drawn(page):
            texts[run.node] += run.text
    for leaf in (node for node in walk(*document.parts) if isinstance(node, nodes.Text)):
        assert texts[leaf.id].replace("\u00ad", "").strip() == leaf.text.strip()


def check_notes(document: nodes.Document, layout: Layout) -> None:
    """A note begins on the page of its mark or, when that is full, on the next, or where the note before it ends that is longer. The notes of a page stand by
    their numbers, but for the last, which may be divided.
    """
    shown = {run.node: page.index for page in layout.pages for run in drawn(page)}
    for part in document.parts:
        on_page: dict[int, list[float]] = defaultdict(list)
        end = 0
        for note in (node for node in walk(part) if isinstance(node, nodes.Note)):
            place = layout.places[note.id]
            assert place.page - layout.places[note.mark].page in (0, 1) or place.page == end
            end = max((shown.get(node.id, 0) for node in walk(note) if isinstance(node, nodes.Text)), default=0)
            on_page[place.page].append(place.y)
        for heights in on_page.values():
            last = max(heights)
            assert [y for y in heights if y != last] == sorted(heights)[:-1]


def check_contents(document: nodes.Document, layout: Layout) -> None:
    """Each entry names the page on which its title stands."""
    shown = {run.node: "".join(piece.text for piece in run.pieces) for page in layout.pages for run in drawn(page)}
    for entry in (node for node in walk(*document.parts) if isinstance(node, nodes.ContentsEntry)):
        assert shown[entry.page.id].strip() == layout.label(entry.target)


def check_order(document: nodes.Document, layout: Layout) -> None:
    """Text that does not float stands in the order of the document, and so does that of each box."""
    floating = nodes.Figure | nodes.Chart | nodes.Cluster | nodes.Note | nodes.Quote | nodes.Box | nodes.Table | nodes.Facts | nodes.People | nodes.Event
    aside = {inner.id for node in walk(*document.parts) if isinstance(node, floating) for inner in walk(node)}
    seen = [run.node for page in layout.pages for run in drawn(page) if run.node not in aside]
    assert seen == sorted(seen)
    columns = {inner.id for node in walk(*document.parts) if isinstance(node, nodes.Row | nodes.Facts) for inner in walk(node)}
    for box in (node for node in walk(*document.parts) if isinstance(node, nodes.Box)):
        own = {inner.id for inner in walk(box)} - columns
        inside = [run.node for page in layout.pages for run in drawn(page) if run.node in own]
        assert inside == sorted(inside)


def check_inside(layout: Layout, page: PageStyle) -> None:
    """Nothing stands outside the page, no text outside the margins, and text and notes do not meet."""
    for made in layout.pages:
        for item in (*made.background, *made.items, *made.header, *made.footer):
            left, top, right, bottom = bounds(item)
            edge = page.bleed + 0.01
            assert -edge <= left <= right <= page.width + edge and -edge <= top <= bottom <= page.height + edge, item
        for run in made.items if made.kind == "text" else ():
            if isinstance(run, Run) and "".join(piece.text for piece in run.pieces).strip():
                left, top, right, bottom = bounds(run)
                assert page.inner - 0.01 <= left and right <= page.width - page.outer + 0.01, run
                assert page.top - 0.01 <= top and bottom <= page.height - page.bottom + 0.01, run


def bounds(item: Item) -> tuple[float, float, float, float]:
    match item:
        case Run():
            width = sum(piece.width * item.size / 1000 + (item.gap if piece.is_space else 0.0) for piece in item.pieces)
            if item.pieces[-1].is_space:
                width -= item.pieces[-1].width * item.size / 1000 + item.gap
            return item.x, item.y - item.size, item.x + width, item.y
        case Rule():
            return min(item.x, item.x2), min(item.y, item.y2), max(item.x, item.x2), max(item.y, item.y2)
        case Shape():
            return item.box
        case Fill() | Image() | Area():
            return item.x, item.y, item.x + item.width, item.y + item.height


def check_apart(document: nodes.Document, layout: Layout) -> None:
    """No two runs lie over each other; the marks of notes are raised and do not count."""
    marks = {node.id for node in walk(*document.parts) if isinstance(node, nodes.NoteMark)}
    for page in layout.pages:
        runs = [run for run in drawn(page) if run.node not in marks and "".join(piece.text for piece in run.pieces).strip()]
        boxes = sorted((bounds(run) for run in runs), key=lambda box: box[3])
        for number, (left, _, right, bottom) in enumerate(boxes):
            for left2, top2, right2, _ in boxes[number + 1 :]:
                assert top2 >= bottom - 0.01 or right2 <= left + 0.01 or left2 >= right - 0.01, (page.label, left, right, left2, right2, bottom)


def check_grid(document: nodes.Document, layout: Layout, made: Sheet) -> None:
    """Lines of body text stand on the grid, on every page, and the last note on its last line or, where both pages end early, above it."""
    page = made.page
    body = {leaf.id for part in document.parts for block in getattr(part, "blocks", ()) if isinstance(block, nodes.Paragraph) for leaf in walk(block)}
    notes = {leaf.id for node in walk(*document.parts) if isinstance(node, nodes.Note) for leaf in walk(node)}
    for laid in layout.pages:
        if laid.kind == "text":
            lines = {run.y - page.top for run in drawn(laid) if run.node in body and run.size == made.style("body").size}
            last = max((run.y for run in drawn(laid) if run.node in notes and run.size == made.style("note").size), default=page.top)
            for y in (*lines, last - page.top):
                assert abs(y / page.baseline - round(y / page.baseline)) < 1e-3, (laid.label, y)


def check_ends(document: nodes.Document, layout: Layout) -> None:
    """No line of a paragraph stands alone at the head or the foot of a page, and no heading at its foot, where no notes crowd it."""
    notes = {leaf.id for node in walk(*document.parts) if isinstance(node, nodes.Note) for leaf in walk(node)}
    marks = {node.id for node in walk(*document.parts) if isinstance(node, nodes.NoteMark)}
    blocks = [block for part in document.parts for block in getattr(part, "blocks", ())]
    owners = {leaf.id: block for block in blocks for leaf in walk(block)}
    lines: dict[int, dict[int, set[float]]] = defaultdict(lambda: defaultdict(set))
    crowded: set[int] = set()
    for page in layout.pages:
        for run in drawn(page):
            if run.node in notes:
                crowded.add(page.index)
            elif run.node in owners and run.node not in marks:
                lines[owners[run.node].id][page.index].add(run.y)
    for block in blocks:
        pages = lines[block.id]
        if isinstance(block, nodes.Paragraph) and len(pages) > 1 and not crowded & {*pages}:
            assert min(map(len, pages.values())) > 1, block
    for block, after in zip(blocks, blocks[1:]):
        if isinstance(block, nodes.Heading) and isinstance(after, nodes.Paragraph | nodes.List) and not crowded & {*lines[block.id]}:
            assert {*lines[block.id]} <= {*lines[after.id]}, block

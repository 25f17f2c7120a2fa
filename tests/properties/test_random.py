"""What must be true of every layout, tried on documents that nobody would write: random blocks, notes anywhere, one small page after another."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from square import FONT, HERE, KEY, sheet, style

from reportbuilder.assets.faces import Faces
from reportbuilder.assets.hyphenation import Hyphens
from reportbuilder.assets.pictures import PictureInfo
from reportbuilder.diag.diagnostic import Log
from reportbuilder.layout.page import Area, Fill, Image, Item, Layout, Page, Rule, Run
from reportbuilder.layout.settle import settle
from reportbuilder.model import nodes
from reportbuilder.model.resolve import resolve
from reportbuilder.model.walk import walk
from reportbuilder.style.sheet import Sheet

META = nodes.Meta("Titel", "", "Wij", "2025", "titel", "nl-BE", "", ())
INFOS = {"p.png": PictureInfo("pictures/p.png", 200, 100, False), "hoog.png": PictureInfo("pictures/hoog.png", 20, 200, False)}

# ---------------------------------------------------------------- documents

WORDS = st.lists(st.text("abeinort", min_size=1, max_size=9), min_size=1, max_size=12).map(" ".join)
WIDTHS = st.sampled_from(["column", "wide", "bleed", "spread"])
PICTURES = st.builds(nodes.Picture, st.sampled_from([*INFOS]), st.just("Een vlak"), st.sampled_from(["", "Beeld: wij"]), st.just(HERE))


@st.composite
def inlines(draw: st.DrawFn, keys: Iterator[int], notes: bool = True) -> nodes.Inlines:
    """Some words, a part of them marked, a break or a note among them."""
    content: list[nodes.Inline] = [nodes.Text(draw(WORDS), HERE)]
    for kind in draw(st.lists(st.sampled_from(["strong", "emphasis", "link", "break", "note", "glued"]), max_size=2)):
        words = (nodes.Text(draw(WORDS), HERE),)
        match kind:
            case "strong":
                content += (nodes.Text(" ", HERE), nodes.Strong(words, HERE))
            case "emphasis":
                content += (nodes.Text(" ", HERE), nodes.Emphasis(words, HERE))
            case "link":
                content += (nodes.Text(" ", HERE), nodes.Link("https://x.be", words, HERE))
            case "break":
                content += (nodes.LineBreak(HERE), *words)
            case "note" if notes:
                content.append(nodes.NoteCall(f"n{next(keys)}", HERE))
            case _:
                content.append(nodes.Emphasis((nodes.Text(draw(st.text("abe", min_size=1, max_size=3)), HERE),), HERE))
    return tuple(content)


@st.composite
def titles(draw: st.DrawFn, keys: Iterator[int]) -> nodes.Inlines:
    """Few enough words to stand with a picture on one page."""
    words = nodes.Text(draw(WORDS), HERE)
    return (words, nodes.NoteCall(f"n{next(keys)}", HERE)) if draw(st.booleans()) else (words,)


@st.composite
def lists(draw: st.DrawFn, keys: Iterator[int], depth: int = 1) -> nodes.List:
    items = []
    for _ in range(draw(st.integers(1, 3))):
        blocks: list[nodes.Block] = [nodes.Paragraph(draw(inlines(keys)), HERE)]
        if depth < 3 and draw(st.booleans()):
            blocks.append(draw(lists(keys, depth + 1)))
        items.append(nodes.ListItem(tuple(blocks), HERE))
    return nodes.List(draw(st.booleans()), draw(st.sampled_from([1, 9, 1000])), tuple(items), HERE)


@st.composite
def tables(draw: st.DrawFn, keys: Iterator[int]) -> nodes.Table:
    columns = draw(st.integers(1, 3))

    def row() -> nodes.Row:
        return nodes.Row(tuple(nodes.Cell(draw(inlines(keys)), HERE) for _ in range(columns)), HERE)

    rows = tuple(row() for _ in range(draw(st.integers(1, 5))))
    return nodes.Table(("left", "right", "center")[:columns], row(), rows, draw(st.one_of(st.just(()), inlines(keys))), HERE)


@st.composite
def blocks(draw: st.DrawFn, keys: Iterator[int], boxed: bool = False) -> nodes.Block:
    kinds = ["paragraph", "list", "quote", "facts", "table", "figure"] + ([] if boxed else ["section", "subsection", "lead", "box"])
    match draw(st.sampled_from(kinds)):
        case "paragraph":
            return nodes.Paragraph(draw(inlines(keys)), HERE)
        case "list":
            return draw(lists(keys))
        case "quote":
            return nodes.Quote(draw(inlines(keys)), draw(inlines(keys)), HERE)
        case "facts":
            facts = [nodes.Fact((nodes.Text(draw(st.sampled_from(["1", "12.345"])), HERE),), draw(inlines(keys)), HERE) for _ in range(draw(st.sampled_from([1, 2, 3, 5])))]
            return nodes.Facts(tuple(facts), HERE)
        case "table":
            return draw(tables(keys))
        case "figure":
            return nodes.Figure(draw(PICTURES), draw(WIDTHS), draw(st.one_of(st.just(()), inlines(keys))), HERE)
        case "section":
            return nodes.Heading(2, draw(inlines(keys)), HERE)
        case "subsection":
            return nodes.Heading(3, draw(inlines(keys)), HERE)
        case "lead":
            return nodes.Lead(draw(inlines(keys)), HERE)
        case _:
            inner = tuple(draw(blocks(keys, boxed=True)) for _ in range(draw(st.integers(1, 3))))
            return nodes.Box(draw(st.one_of(st.just(()), inlines(keys))), inner, HERE)


@st.composite
def parts(draw: st.DrawFn) -> nodes.Part:
    """A chapter or a letter."""
    keys = count()
    title = nodes.Heading(1, draw(titles(keys)), HERE)
    lead = nodes.Lead((nodes.Text(draw(WORDS), HERE),), HERE) if draw(st.booleans()) else None
    body = (nodes.Heading(2, draw(inlines(keys)), HERE), *(draw(blocks(keys)) for _ in range(draw(st.integers(0, 8)))))
    notes = [nodes.Note(f"n{key}", draw(inlines(keys, notes=False)), HERE) for key in range(next(keys))]
    if notes and draw(st.booleans()):  # the last one longer than a page
        notes[-1] = nodes.Note(notes[-1].key, (nodes.Text("noot " * draw(st.integers(100, 800)), HERE),), HERE)
    if draw(st.booleans()):
        name = (nodes.Text(draw(WORDS), HERE),)
        return nodes.Letter(title, body, draw(st.sampled_from([None, nodes.Signature(name, name, name, HERE)])), tuple(notes), HERE)
    return nodes.Chapter(title, draw(st.one_of(st.none(), PICTURES)), lead, body, tuple(notes), HERE)


CONTENTS = nodes.Contents(nodes.Heading(1, (nodes.Text("Inhoud", HERE),), HERE), HERE)
DRAFTS = st.lists(parts(), min_size=1, max_size=2).map(lambda made: nodes.Draft(META, (CONTENTS, *made)))


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
        caption=style("caption", **small),
        note=style("note", indent=10.0, **small),
        **{name: style(name, **small) for name in ("note-mark", "header", "folio", "table-head", "table-cell", "fact-label", "quote-by")},
        **{name: style(name, **small) for name in ("opener-title", "opener-lead", "opener-number")},
    )


# ---------------------------------------------------------------- what holds


def drawn(page: Page) -> Iterator[Run]:
    return (item for item in page.items if isinstance(item, Run) and item.node)


def check_leaves(document: nodes.Document, layout: Layout) -> None:
    """Every text is on the pages once and whole."""
    texts: dict[int, str] = defaultdict(str)
    for page in layout.pages:
        for run in drawn(page):
            texts[run.node] += "".join(piece.actual or piece.text for piece in run.pieces)
    for leaf in (node for node in walk(*document.parts) if isinstance(node, nodes.Text)):
        assert texts[leaf.id].replace("\u00ad", "").strip() == leaf.text.strip()


def check_notes(document: nodes.Document, layout: Layout) -> None:
    """A note begins on the page of its mark or, when that is full, on the next. The notes of a page stand by their numbers, but for the last,
    which may be divided.
    """
    for part in document.parts:
        on_page: dict[int, list[float]] = defaultdict(list)
        for note in (node for node in walk(part) if isinstance(node, nodes.Note)):
            place = layout.places[note.id]
            assert place.page - layout.places[note.mark].page in (0, 1)
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
    """Text that does not float stands in the order of the document."""
    aside = {inner.id for node in walk(*document.parts) if isinstance(node, nodes.Figure | nodes.Note) for inner in walk(node)}
    seen = [run.node for page in layout.pages for run in drawn(page) if run.node not in aside]
    columns = {inner.id for node in walk(*document.parts) if isinstance(node, nodes.Row | nodes.Facts) for inner in walk(node)}
    plain = [node for node in seen if node not in columns]
    assert plain == sorted(plain)


def check_inside(layout: Layout, page: Any) -> None:
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
        case Fill() | Image() | Area():
            return item.x, item.y, item.x + item.width, item.y + item.height


def check_apart(document: nodes.Document, layout: Layout) -> None:
    """No two lines lie over each other; the marks of notes are raised and do not count."""
    marks = {node.id for node in walk(*document.parts) if isinstance(node, nodes.NoteMark)}
    for page in layout.pages:
        runs = [run for run in drawn(page) if run.node not in marks and "".join(piece.text for piece in run.pieces).strip()]
        boxes = sorted((bounds(run) for run in runs), key=lambda box: box[3])
        for number, (left, _, right, bottom) in enumerate(boxes):
            for left2, top2, right2, bottom2 in boxes[number + 1 :]:
                assert bottom2 == bottom or top2 >= bottom - 0.01 or right2 <= left + 0.01 or left2 >= right - 0.01, (page.label, bottom, top2)


def check_all(draft: nodes.Draft) -> None:
    log, small = Log(), small_sheet()
    document = resolve(draft, log)
    layout = settle(document, small, Faces({KEY: FONT}), INFOS, Hyphens("nl-BE"), log)
    assert {fault.code for fault in log.errors} <= {"heading-jump"}, log.errors
    check_leaves(document, layout)
    check_notes(document, layout)
    check_contents(document, layout)
    check_order(document, layout)
    check_inside(layout, small.page)
    check_apart(document, layout)


RELAXED = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large], "derandomize": True}


@settings(max_examples=25, **RELAXED)
@given(DRAFTS)
def test_a_random_document_comes_out_whole_and_in_place(draft: nodes.Draft) -> None:
    check_all(draft)


@pytest.mark.slow
@settings(max_examples=300, **RELAXED)
@given(DRAFTS)
def test_many_random_documents_come_out_whole_and_in_place(draft: nodes.Draft) -> None:
    check_all(draft)

"""What must be true of every layout, tried on documents that nobody would write: random blocks, notes anywhere, one small page after another."""

from collections.abc import Iterator
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from laid import INFOS, META, check_all, lay_out, side_sheet, small_sheet
from square import HERE

from reportbuilder.model import nodes

# ---------------------------------------------------------------- documents

WORDS = st.lists(st.text("abeinort", min_size=1, max_size=7), min_size=1, max_size=12).map(" ".join)
PLACES = st.sampled_from(["column", "wide", "margin"])
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
                content.append(nodes.Emphasis((nodes.Text(draw(st.sampled_from("abe")), HERE),), HERE))
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
def charts(draw: st.DrawFn, keys: Iterator[int], notes: bool = True) -> nodes.Chart:
    kind = draw(st.sampled_from(["bar", "column", "line", "donut"]))
    least = -50 if kind == "line" else 0
    points = []
    for _ in range(draw(st.integers(1, 4))):
        label = draw(inlines(keys, notes)) if kind == "bar" else (nodes.Text(draw(st.text("abe", min_size=1, max_size=5)), HERE),)
        value = draw(st.one_of(st.just(0), st.integers(least, 1000)))
        points.append(nodes.Point(label, (nodes.Text(str(value), HERE),), float(value), draw(st.booleans()), HERE))
    unit, source = (draw(st.one_of(st.just(()), inlines(keys, notes))) for _ in range(2))
    return nodes.Chart(kind, draw(st.sampled_from(["column", "wide"])), draw(inlines(keys, notes)), unit, tuple(points), source, "Een grafiek", HERE)


@st.composite
def timelines(draw: st.DrawFn, keys: Iterator[int]) -> nodes.Timeline:
    events = []
    for _ in range(draw(st.integers(1, 3))):
        inner = [nodes.Paragraph(draw(inlines(keys)), HERE) for _ in range(draw(st.integers(1, 2)))]
        last = (draw(lists(keys, 3)),) if draw(st.booleans()) else ()
        events.append(nodes.Event(draw(inlines(keys)), (*inner, *last), HERE))
    return nodes.Timeline(tuple(events), HERE)


@st.composite
def galleries(draw: st.DrawFn, keys: Iterator[int], kind: str) -> nodes.Block:
    if kind == "people":
        persons = [nodes.Person(draw(st.one_of(st.none(), PICTURES)), draw(inlines(keys)), draw(inlines(keys)), HERE) for _ in range(draw(st.integers(1, 5)))]
        return nodes.People(tuple(persons), HERE)
    if kind == "logos":
        return nodes.Logos(tuple(draw(st.lists(PICTURES, min_size=1, max_size=6))), HERE)
    shown = [nodes.ClusterPicture(draw(PICTURES), draw(st.one_of(st.just(()), titles(keys))), HERE) for _ in range(draw(st.integers(2, 5)))]
    return nodes.Cluster(draw(st.sampled_from(["column", "wide"])), tuple(shown), draw(st.one_of(st.just(()), titles(keys))), HERE)


@st.composite
def numbers(draw: st.DrawFn) -> nodes.Numbers:
    keys = count()
    words = WORDS.map(lambda text: (nodes.Text(text, HERE),))
    facts = st.builds(nodes.Fact, st.sampled_from(["1", "12.345"]).map(lambda text: (nodes.Text(text, HERE),)), words, st.just(HERE), st.booleans())
    items = draw(st.lists(st.one_of(facts, facts, charts(keys, notes=False)), min_size=1, max_size=7))
    lead = draw(st.one_of(st.none(), words.map(lambda content: nodes.Lead(content, HERE))))
    return nodes.Numbers(nodes.Heading(1, draw(words), HERE), lead, tuple(items), HERE)


@st.composite
def blocks(draw: st.DrawFn, keys: Iterator[int], boxed: bool = False, narrow: bool = False) -> nodes.Block:
    kinds = ["paragraph", "list", "figure"] + (["subsection"] if narrow else ["quote", "facts", "table", "chart"])
    kinds += [] if boxed or narrow else ["section", "subsection", "lead", "box", "columns", "timeline", "people", "logos", "cluster"]
    match draw(st.sampled_from(kinds)):
        case "columns":
            inner = tuple(draw(blocks(keys, narrow=True)) for _ in range(draw(st.integers(1, 4))))
            return nodes.Columns(2, inner, HERE, True)
        case "paragraph":
            return nodes.Paragraph(draw(inlines(keys)), HERE)
        case "list":
            return draw(lists(keys, 3 if narrow else 1))
        case "quote":
            return nodes.Quote(draw(inlines(keys)), draw(inlines(keys)), HERE, draw(PLACES))
        case "facts":
            values = draw(st.sampled_from([("1",), ("12", "3"), ("12.345", "6", "7"), ("1", "2", "3", "4", "5")]))
            place = draw(PLACES)
            shown = values[:2] if place == "margin" else values  # more are too tall for a page so narrow
            return nodes.Facts(tuple(nodes.Fact((nodes.Text(value, HERE),), draw(inlines(keys)), HERE) for value in shown), HERE, place)
        case "table":
            return draw(tables(keys))
        case "figure":
            return nodes.Figure(draw(PICTURES), draw(WIDTHS), draw(st.one_of(st.just(()), inlines(keys))), HERE)
        case "chart":
            return draw(charts(keys))
        case "timeline":
            return draw(timelines(keys))
        case "people" | "logos" | "cluster" as kind:
            return draw(galleries(keys, kind))
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
DRAFTS = st.lists(st.one_of(parts(), parts(), parts(), numbers()), min_size=1, max_size=2).map(lambda made: nodes.Draft(META, (CONTENTS, *made)))


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(DRAFTS, st.booleans())
def test_a_random_document_comes_out_whole_and_in_place(draft: nodes.Draft, side: bool) -> None:
    sheet = side_sheet() if side else small_sheet()
    document, layout, log = lay_out(draft, sheet)
    assert {fault.code for fault in log.errors} <= {"heading-jump"}, log.errors
    check_all(document, layout, sheet.page)

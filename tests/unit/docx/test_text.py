"""Whatever the report: the text of the DOCX is its text, in order, nothing lost and nothing twice, and all its ids are sound."""

import re
from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st
from unit.docx.made import FAMILIES, PICTURES, Docx, S, contents, items, photo, resolved, sheet, table

from reportbuilder.docx.write import write
from reportbuilder.docx.xml import NAMESPACES
from reportbuilder.model import nodes as n
from reportbuilder.model.walk import walk

LETTERS = "αβγδε&<>"
"""Letters of the texts; what the writer adds has none of them."""

words = st.text(LETTERS, min_size=1, max_size=6)
texts = words.map(lambda text: n.Text(text, S))
marked = st.builds(
    lambda make, content: make((content,), S), st.sampled_from((n.Strong, n.Emphasis, lambda c, s: n.Link("https://voorbeeld.be", c, s))), texts
)
inline = st.one_of(
    texts,
    marked,
    marked.map(lambda inner: n.Strong((inner,), S)),
    st.just(n.LineBreak(S)),
    st.sampled_from("ab").map(lambda key: n.NoteCall(key, S)),
    texts.map(lambda text: n.Reference("hoofd", (text,), S)),
)
inlines = st.lists(inline, min_size=1, max_size=4).map(tuple)
paragraphs = inlines.map(lambda content: n.Paragraph(content, S))
lists = st.recursive(
    st.lists(paragraphs, min_size=1, max_size=2).map(lambda some: items(*some)),
    lambda inner: st.builds(lambda one, more, start: items((one, more), start=start), paragraphs, inner, st.integers(0, 3)),
    max_leaves=3,
)
simple = st.one_of(
    paragraphs,
    lists,
    st.builds(lambda content, caption: n.Figure(photo(), "wide", caption, S), inlines, inlines),
    st.builds(lambda content, by: n.Quote(content, by, S), inlines, inlines),
    st.lists(st.tuples(inlines, inlines), min_size=1, max_size=2).map(lambda some: n.Facts(tuple(n.Fact(*one, S) for one in some), S)),
    st.builds(lambda a, b: table((a, b), (b, a), caption=a), words, words),
    inlines.map(lambda content: n.Lead(content, S)),
)
blocks = simple | st.builds(lambda title, inner: n.Box(title, tuple(inner), S), inlines, st.lists(simple, max_size=2))


@st.composite
def chapters(draw: st.DrawFn, label: str) -> n.Chapter:
    notes = tuple(n.Note(key, (draw(texts),), S) for key in "ab")
    calls = n.Paragraph(tuple(n.NoteCall(key, S) for key in "ab"), S)
    title = n.Heading(1, (draw(texts),), S, label)
    content = draw(st.lists(blocks | texts.map(lambda text: n.Heading(2, (text,), S)), max_size=4))
    return n.Chapter(title, draw(st.none() | st.just(photo())), None, (calls, *content), notes, S)


reports = st.builds(lambda one, two: resolved(contents(), one, two), chapters("hoofd"), chapters("ander"))


fewer = settings(max_examples=settings.default.max_examples // 2)
"""A DOCX takes long to write."""


def made_of(document: n.Document) -> Docx:
    return Docx(write(document, sheet(), PICTURES, {}, FAMILIES))


def ours(text: str) -> str:
    return "".join(letter for letter in text if letter in LETTERS)


@fewer
@given(reports)
def test_the_text_is_that_of_the_document_in_order(document: n.Document) -> None:
    made = made_of(document)
    notes = [part.notes for part in document.parts if isinstance(part, n.Chapter)]
    hidden = {node.id for note in chain(*notes) for node in walk(note)}
    text = "".join(node.text for node in walk(*document.parts) if isinstance(node, n.Text) and node.id not in hidden)
    body = made.root()
    for figures in body.xpath("//w:sdt[w:sdtPr/w:tag]", namespaces=NAMESPACES):
        figures.getparent().remove(figures)  # the list of figures says captions again
    assert ours(made.words(body)) == ours(text)
    text = "".join(node.text for note in chain(*notes) for node in walk(note) if isinstance(node, n.Text))
    assert ours(made.words(made.root("footnotes.xml"))) == text


@fewer
@given(reports)
def test_ids_are_unique_all_that_is_pointed_at_is_there_and_every_text_is_marked(document: n.Document) -> None:
    made = made_of(document)
    stories = [name for name in made.names() if re.fullmatch(r"word/(document|footnotes|header\d+)\.xml", name)]
    starts = [one for name in stories for one in made.find("//w:bookmarkStart", name)]
    ids, names = ([one.values()[place] for one in starts] for place in (0, 1))
    assert len(set(ids)) == len(ids) and sorted(ids) == sorted(one for name in stories for one in made.find("//w:bookmarkEnd/@w:id", name))
    assert len(set(names)) == len(names) and all(re.fullmatch(r"_\w{1,39}", name) for name in names)
    drawings = made.find("//wp:docPr/@id")
    assert len(set(drawings)) == len(drawings)
    fields = " ".join(made.find("//w:instrText/text()"))
    assert {*made.find("//w:hyperlink/@w:anchor"), *re.findall(r"(?:PAGEREF|NOTEREF) (\w+)", fields)} <= set(names)
    assert sorted(made.find("//w:footnoteReference/@w:id"), key=int) == made.find("//w:footnote[not(@w:type)]/@w:id", "footnotes.xml")
    for name in stories:
        used = made.find("//@r:id | //@r:embed", name)
        assert not used or set(used) <= set(made.targets(name.removeprefix("word/")))
    for one in made.find("//w:p[.//w:t][not(ancestor::w:sdt)][not(w:pPr/w:pStyle/@w:val = 'ChapterNumber')]"):
        assert len([start for start in one.findall(".//{*}bookmarkStart") if start.values()[1].startswith("_s_")]) == 1

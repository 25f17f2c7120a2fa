"""`load.parts`: from the checked contents of a file to a part of a draft."""

import pytest
from msgspec.structs import replace

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import NOWHERE, Span
from reportbuilder.load.check import check
from reportbuilder.load.parts import part
from reportbuilder.load.tables import PART
from reportbuilder.load.variables import Figures
from reportbuilder.model.nodes import (
    BackCover,
    Box,
    Chapter,
    Colofon,
    Columns,
    Contents,
    Cover,
    Facts,
    Figure,
    Heading,
    Lead,
    Letter,
    Numbers,
    Picture,
    Pictures,
    Quote,
    Table,
)
from reportbuilder.model.text import plain_text
from reportbuilder.model.walk import walk

from ..written import mapping, part_of, said, short

CHAPTER = """\
chapter: Een {{ x.n }} titel
id: een
running: Kort &amp; {{ x.n }}
opener: {picture: a.jpg, alt: Een   plein, credit: "Beeld: {{ x.n }}"}
lead: Een regel
body:
  - section: Deel
    id: deel
    running: D
  - subsection: "Onderdeel[^n]"
  - text: |
      Tekst.

      - punt
  - lead: Nog een regel
  - figure: {picture: b.jpg, width: spread, caption: "*Zon*", alt: Zon, id: zon}
  - figure: {picture: c.jpg, alt: Zee, credit: Beeld}
  - quote: {text: Zo., by: An}
  - facts:
      - {value: "{{ x.n | getal }}", label: mensen}
  - table:
      caption: Rijen
      id: rijen
      columns: [{title: A}, {title: B, align: right}]
      rows:
        - [a, "*b*"]
        - ["", d]
  - box:
      title: Kader
      body:
        - text: In het kader
  - columns: {count: 3, width: wide, body: [{text: In kolommen}, {subsection: Klein}]}
notes:
  n: Een noot
"""


def chapter() -> Chapter:
    made = part_of(CHAPTER, n="4158")
    assert isinstance(made, Chapter)
    return made


def test_a_chapter_has_its_title_opener_lead_and_notes() -> None:
    made = chapter()
    assert (plain_text(made.title.content), made.title.level, made.title.label, made.title.running) == ("Een 4158 titel", 1, "een", "Kort &amp; 4158")
    assert made.opener == Picture("a.jpg", "Een plein", "Beeld: 4158", Span("f.yaml", 4, 19))
    assert made.lead and short(made.lead.content) == "Een regel"
    assert [(note.key, short(note.content), note.span) for note in made.notes] == [("n", "Een noot", Span("f.yaml", 34, 3))]
    assert made.span == Span("f.yaml", 1, 1)


def test_each_item_of_a_body_becomes_its_block() -> None:
    blocks = chapter().blocks
    assert short(blocks) == "<Heading><Heading>[Tekst.](ul [punt])<Lead><Figure><Figure><Quote><Facts><Table><Box><Columns>"
    section, subsection, *_, figure, plain, quote, facts, table, box, columns = blocks
    assert isinstance(section, Heading) and (section.level, section.label, section.running, section.span.line) == (2, "deel", "D", 7)
    assert isinstance(subsection, Heading) and (subsection.level, short(subsection.content)) == (3, "Onderdeel<call n>")
    assert isinstance(figure, Figure) and (figure.width, short(figure.caption), figure.label) == ("spread", "<em Zon>", "zon")
    assert figure.picture == Picture("b.jpg", "Zon", "", Span("f.yaml", 16, 23))
    assert isinstance(plain, Figure) and (plain.width, plain.caption, plain.picture.credit) == ("column", (), "Beeld")
    assert isinstance(quote, Quote) and (short(quote.content), short(quote.by)) == ("Zo.", "An")
    assert isinstance(facts, Facts) and [(short(fact.value), short(fact.label)) for fact in facts.items] == [("4.158", "mensen")]
    assert isinstance(box, Box) and (short(box.title), short(box.blocks)) == ("Kader", "[In het kader]")
    assert isinstance(columns, Columns) and (columns.count, columns.wide, short(columns.blocks)) == (3, True, "[In kolommen]<Heading>")
    assert isinstance(table, Table) and (short(table.caption), table.label, table.aligns) == ("Rijen", "rijen", ("left", "right"))


def test_a_table_has_its_cells() -> None:
    table = next(block for block in chapter().blocks if isinstance(block, Table))
    assert [[short(cell.content) for cell in row.cells] for row in (table.head, *table.rows)] == [["A", "B"], ["a", "<em b>"], ["", "d"]]
    assert [cell.span.column for cell in table.rows[0].cells] == [12, 17]
    assert [cell.span.column for cell in table.rows[1].cells] == [13, 16]


def test_all_ids_of_a_draft_are_nought_and_all_nodes_have_a_place() -> None:
    assert {node.id for node in walk(chapter())} == {0}
    assert NOWHERE not in {node.span for node in walk(chapter())}


def test_the_example_of_each_part_becomes_that_part() -> None:
    kinds = [type(part_of(shape.example, zon="1")) for shape in PART.shapes]
    assert kinds == [Cover, Colofon, Contents, Letter, Numbers, Pictures, Chapter, BackCover]


def test_a_cover_and_a_back_cover_have_their_logos() -> None:
    cover = part_of(PART.shapes[0].example)
    assert isinstance(cover, Cover)
    assert (short(cover.title), short(cover.subtitle), cover.label) == ("Jaarverslag 2025", "Samen met mensen op de vlucht", "omslag")
    assert (cover.picture.file, cover.picture.credit, cover.logo.file, cover.logo.alt) == (
        "omslag.jpg", "Beeld: Atelier Zon", "logo.svg", "Logo van Vluchtelingenwerk Vlaanderen",
    )  # fmt: skip
    back = part_of("back-cover: {text: 'Straat 1'}\nid: achter\n")
    assert isinstance(back, BackCover) and (back.logo, short(back.blocks), back.label) == (None, "[Straat 1]", "achter")


def test_a_colofon_has_text_or_asks_for_credits() -> None:
    made = part_of("colofon: Wie\nid: wie\nentries:\n  - {label: Auteur, text: An}\n  - {label: Beelden, credits: pictures}\n  - {label: Letters, credits: fonts}\n")
    assert isinstance(made, Colofon)
    assert [(short(e.title), short(e.blocks), e.credits) for e in made.entries] == [("Auteur", "[An]", ""), ("Beelden", "", "pictures"), ("Letters", "", "fonts")]


def test_a_letter_may_be_signed() -> None:
    unsigned = part_of("letter: Dag\nid: dag\nbody:\n  - text: Tekst\n")
    assert isinstance(unsigned, Letter) and unsigned.signature is None
    signed = part_of("letter: Dag\nid: dag\nbody:\n  - text: Tekst\nsignature: {name: An, function: baas, organisation: Bank}\n")
    assert isinstance(signed, Letter) and signed.signature
    assert [short(words) for words in (signed.signature.name, signed.signature.function, signed.signature.organisation)] == ["An", "baas", "Bank"]


def test_a_picture_page_may_be_a_spread() -> None:
    pages = "  - {picture: a.jpg, alt: A, credit: C, spread: yes}\n  - {picture: b.jpg, alt: B, credit: C, caption: '*b*'}\n"
    made = part_of(f"pictures:\n{pages}id: p\n")
    assert isinstance(made, Pictures)
    assert [(page.spread, page.picture.file, short(page.caption)) for page in made.pages] == [(True, "a.jpg", ""), (False, "b.jpg", "<em b>")]


@pytest.mark.parametrize(("row", "cells", "count"), [("[a]", ["a", ""], 1), ("[a, b, c]", ["a", "b"], 3)])
def test_a_row_of_another_length_than_the_table_is_an_error(row: str, cells: list[str], count: int) -> None:
    log = Log()
    made = part_of(f"letter: T\nid: t\nbody:\n  - table:\n      columns: [{{title: A}}, {{title: B}}]\n      rows:\n        - {row}\n", log)
    table = next(node for node in walk(made) if isinstance(node, Table))
    assert [short(cell.content) for cell in table.rows[0].cells] == cells
    assert said(log) == [f"f.yaml:7:11 table-shape the row has {count} cells where the table has 2 columns"]


@pytest.mark.parametrize(
    "yaml",
    [
        "chapter: [a]\nid: {b: c}\nbody: text\nnotes: [x]\nopener: ja\nlead: [l]\n",
        "chapter: a\nbody: [text, {tekst: b}, {figure: c}, {table: {columns: x, rows: [y, [z]]}}, {facts: d}, {box: e}, {quote: f}]\n",
        "chapter: a\nbody: [{table: {columns: [x], rows: {a: b}}}, {figure: {picture: [x], width: huge}}, {box: {body: [{box: {body: x}}]}}]\n",
        "cover: x\n",
        "cover: {picture: {a: b}, logo: [c]}\n",
        "colofon: x\nentries: [a, {label: [b]}]\n",
        "letter: x\nsignature: [a]\nnotes: {a: [b]}\n",
        "pictures: x\n",
        "pictures: [a, {picture: b, spread: maybe}]\n",
        "back-cover: x\n",
    ],
)
def test_a_part_with_wrong_fields_still_becomes_a_part(yaml: str) -> None:
    log = Log()
    value = mapping(yaml)
    assert not check(value, PART, log)
    made = part(value, Figures({}), "nl-BE", log)
    assert made is not None
    assert NOWHERE not in {node.span for node in walk(made)}


def test_what_says_no_kind_is_no_part() -> None:
    assert part(mapping("kapittel: x\n"), Figures({}), "nl-BE", Log()) is None


def test_a_lead_is_kept_apart_from_the_blocks() -> None:
    made = part_of("chapter: T\nid: t\nlead: Eerst\nbody:\n  - lead: Dan\n")
    assert isinstance(made, Chapter)
    assert replace(made, lead=None).blocks[0] == Lead(made.blocks[0].content, Span("f.yaml", 5, 11))

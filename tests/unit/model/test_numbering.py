"""`model.numbering`, `contents` and `colofon`: what is counted and gathered through the report."""

import pytest

from reportbuilder.model.nodes import ContentsEntry, Figure, Heading, List, Table
from reportbuilder.model.numbering import BULLETS
from reportbuilder.model.walk import walk

from ..written import document, said, short

FIGURE = "  - figure: {picture: p.jpg, alt: P, caption: Q}\n"
BARE = "  - figure: {picture: p.jpg, alt: P}\n"
TABLE = "  - table: {caption: Q, columns: [{title: A}], rows: [[b]]}\n"


def test_chapters_are_numbered_and_letters_are_not() -> None:
    body = "id: {}\nbody:\n  - text: x\n"
    made, _ = document("chapter: A\n" + body.format("a"), "letter: B\n" + body.format("b"), "chapter: C\n" + body.format("c"))
    assert [getattr(part, "number", "-") for part in made.parts] == ["1", "-", "2"]


def test_figures_and_tables_with_a_caption_are_numbered_through_the_report() -> None:
    box = "  - box:\n      body:\n" + "".join(f"      {line}\n" for line in FIGURE.splitlines())
    made, _ = document(f"letter: A\nid: a\nbody:\n{FIGURE}{BARE}{TABLE}{box}", f"chapter: B\nid: b\nbody:\n{TABLE}{FIGURE}")
    found = [(node.kind, node.number) for node in walk(*made.parts) if isinstance(node, Figure | Table)]
    assert found == [("Figuur", 1), ("", 0), ("Tabel", 1), ("Figuur", 2), ("Tabel", 2), ("Figuur", 3)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("- a\n  - b\n    - c\n- d", "(ul •[a](ul –[b](ul ·[c])) •[d])"),
        ("3. a\n4. b\n   1. c\n   2. d", "(ol 3 3.[a] 4.[b](ol 1 a.[c] b.[d]))"),
        ("- a\n  1. b\n     - c", "(ul •[a](ol 1 1.[b](ul –[c])))"),
        ("1. a\n   1. b\n      1. c", "(ol 1 1.[a](ol 1 a.[b](ol 1 1.[c])))"),
        ("1. a\n   27. b\n   28. c", "(ol 1 1.[a 27. b 28. c])"),
        ("1. a\n\n   26. b\n   27. c\n   28. d", "(ol 1 1.[a](ol 26 z.[b] aa.[c] ab.[d]))"),
        ("0. a", "(ol 0 0.[a])"),
    ],
)
def test_list_items_have_their_marks(text: str, shown: str) -> None:
    lines = "".join(f"      {line}\n" for line in text.split("\n"))
    made, log = document(f"letter: T\nid: t\nbody:\n  - text: |\n{lines}")
    assert (short(made.parts[0].blocks), said(log)) == (shown, [])


def test_a_list_in_a_box_begins_with_the_first_mark() -> None:
    made, _ = document("letter: T\nid: t\nbody:\n  - box: {body: [{text: '- a'}]}\n")
    assert [node.items[0].marker for node in walk(*made.parts) if isinstance(node, List)] == [BULLETS[0]]


def test_a_heading_that_jumps_a_level_is_an_error_and_is_lifted() -> None:
    made, log = document("letter: T\nid: t\nbody:\n  - subsection: A\n  - subsection: B\n  - section: C\n  - subsection: D\n")
    assert said(log) == ["0.yaml:4:17 heading-jump a heading of level 3 follows one of level 1"]
    assert [node.level for node in walk(*made.parts) if isinstance(node, Heading)] == [1, 2, 3, 2, 3]


def test_the_contents_have_letters_chapters_and_sections() -> None:
    made, log = document(
        "contents: Inhoud\nid: inhoud\n",
        'letter: "Dag *jij*[^n]"\nid: dag\nbody:\n  - text: x\nnotes: {n: N}\n',
        'chapter: "Een [x](https://x.be)"\nid: een\nbody:\n  - section: "Deel[^n]"\n  - subsection: Onder\n  - section: Twee\nnotes: {n: N}\n',
        "pictures: [{picture: p.jpg, alt: P, credit: C}]\nid: beeld\n",
    )
    assert said(log) == []
    nodes = {node.id: node for node in walk(*made.parts)}
    entries = made.parts[0].entries
    assert [(e.level, e.number, short(e.content)) for e in entries] == [
        (1, "", "Dag <em jij>"), (1, "1", "Een x"), (2, "", "Deel"), (2, "", "Twee"),
    ]  # fmt: skip
    assert all(isinstance(nodes[e.target], Heading) and e.page.target == e.target for e in entries)
    assert [nodes[e.target].span for e in entries] == [e.span for e in entries]
    assert all(0 < node.id < made.parts[1].id for e in entries for node in walk(e))


def test_the_contents_are_made_for_each_part_that_wants_them_and_no_other() -> None:
    made, _ = document("letter: A\nid: a\nbody:\n  - text: x\n", "colofon: B\nid: b\nentries:\n  - {label: L, text: x}\n")
    assert not any(isinstance(node, ContentsEntry) for node in walk(*made.parts))


def test_credits_are_gathered_by_text_with_the_nodes_that_show_the_pictures() -> None:
    made, log = document(
        "colofon: W\nid: w\nentries:\n  - {label: L, text: x}\n  - {label: Beelden, credits: pictures}\n",
        "cover: {title: T, subtitle: S, organisation: O, picture: p.jpg, alt: P, credit: Zon, logo: l.svg, logo_alt: L}\nid: o\n",
        "chapter: A\nid: a\nopener: {picture: p.jpg, alt: P, credit: Maan}\nbody:\n  - figure: {picture: p.jpg, alt: P, credit: Zon}\n" + BARE,
        "pictures:\n  - {picture: p.jpg, alt: P, credit: Zon}\n  - {picture: q.jpg, alt: P, credit: Zon}\nid: b\n",
    )
    assert said(log) == []
    nodes = {node.id: type(node).__name__ for node in walk(*made.parts)}
    without, with_credits = made.parts[0].entries
    assert without.credit_lines == ()
    assert [(credit.text, [nodes[page.target] for page in credit.pages]) for credit in with_credits.credit_lines] == [
        ("Zon", ["Cover", "Figure", "PicturePage", "PicturePage"]), ("Maan", ["Chapter"]),
    ]  # fmt: skip
    assert len({page.target for page in with_credits.credit_lines[0].pages}) == 4

"""`model.resolve`: the whole way from drafts to documents."""

import re

from reportbuilder.diag.diagnostic import Log
from reportbuilder.model.nodes import Draft, NoteCall, Reference, Text
from reportbuilder.model.resolve import resolve
from reportbuilder.model.walk import walk

from ..written import META, document, part_of, said

PARTS = (
    "colofon: Wie\nid: wie\nentries:\n  - {label: Beelden, credits: pictures}\n",
    "contents: Inhoud\nid: inhoud\n",
    'letter: "Dag *jij*[^n]"\nid: dag\nbody:\n  - text: "Zie [](#een), [daar](#dag) of [](#f)."\nnotes:\n  n: N\n',
    'chapter: Een\nid: een\nbody:\n  - section: "Deel [x](https://x.be)"\n  - text: "- a\\n- b[^m] c[^m]"\n'
    "  - figure: {picture: p.jpg, alt: P, credit: C, caption: Q, id: f}\nnotes:\n  m: M\n",
)


def test_a_document_has_ids_from_one_and_points_only_at_nodes_that_are_there() -> None:
    made, log = document(*PARTS)
    assert said(log) == []
    nodes = {node.id: node for node in walk(*made.parts)}
    assert list(nodes) == list(range(1, len(nodes) + 1))
    for node in nodes.values():
        for name in ("target", "note", "mark"):
            assert getattr(node, name, 1) in nodes, node


def test_a_document_has_no_calls_and_no_references_left() -> None:
    made, _ = document(*PARTS, 'chapter: T\nid: t\nbody:\n  - text: "a[^onbekend] [](#onbekend)"\n')
    assert not any(isinstance(node, NoteCall | Reference) for node in walk(*made.parts))


def test_the_same_draft_gives_the_same_document() -> None:
    assert document(*PARTS)[0] == document(*PARTS)[0]


def test_resolving_again_leaves_the_text_as_it_is() -> None:
    made, _ = document(*(re.sub(r"\[\^.\]|notes:\n.*\n", "", part) for part in PARTS))
    again = resolve(Draft(made.meta, made.parts), Log())
    assert again == made


def test_all_text_of_a_draft_is_in_the_document_in_order() -> None:
    drafted = [node.text for text in PARTS for node in walk(part_of(text)) if isinstance(node, Text)]
    made, _ = document(*PARTS)
    texts = iter([node.text for node in walk(*made.parts) if isinstance(node, Text)])
    assert all(any(text == other for other in texts) for text in drafted)


def test_an_empty_draft_is_an_empty_document() -> None:
    assert resolve(Draft(META, ()), Log()).parts == ()


def test_words_come_in_the_language_of_the_report() -> None:
    text = 'letter: T\nid: t\nbody:\n  - figure: {picture: p.jpg, alt: P, caption: Q, id: f}\n  - text: "[](#f)"\n'
    for language, word in (("nl", "Figuur"), ("en-GB", "Figure"), ("fr-BE", "Figure")):
        made, _ = document(text, language=language)
        assert [node.text for node in walk(*made.parts) if isinstance(node, Text)][-1] == f"{word}\u00a01"


def test_an_unknown_language_is_an_error_and_english() -> None:
    made, log = document("letter: T\nid: t\nbody:\n  - table: {caption: C, columns: [{title: A}], rows: [[b]]}\n", language="pl-PL")
    assert said(log) == [":0:0 unknown-language a report can't be made in the language ‘pl-PL’ yet"]
    assert made.parts[0].blocks[0].kind == "Table"

"""`model.references`: ids, references and links without a text."""

import pytest

from reportbuilder.model.nodes import CrossReference
from reportbuilder.model.walk import walk

from ..written import document, said, short

TARGETS = """\
chapter: "Over *mij*[^n] en [x](https://x.be)"
id: een
body:
  - section: Deel
    id: deel
  - figure: {picture: p.jpg, alt: P, caption: Bij, id: figuur}
  - figure: {picture: p.jpg, alt: P, id: zonder}
  - table: {caption: Rijen, columns: [{title: A}], rows: [[b]], id: tabel}
notes: {n: N}
"""


def reference(text: str) -> tuple[str, list[str]]:
    """What a paragraph with that text in a letter after the targets becomes, ids of targets left out, and what is said."""
    made, log = document(TARGETS, f"letter: T\nid: t\nbody:\n  - text: '{text}'\n", "pictures: [{picture: p.jpg, alt: P, credit: C}]\nid: beeld\n")
    targets = {node.target for node in walk(made.parts[1]) if isinstance(node, CrossReference)}
    nodes = {node.id: node for node in walk(*made.parts)}
    shown = short(made.parts[1].blocks)
    for target in targets:
        shown = shown.replace(f"<to {target} ", f"<to {type(nodes[target]).__name__} ")
    return shown, said(log)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[](#een)", "[<to Heading Over <em mij> en x>]"),
        ("[](#deel)", "[<to Heading Deel>]"),
        ("[*hier* dus](#deel)", "[<to Heading <em hier> dus>]"),
        ("[](#figuur)", "[<to Figure Figuur\u00a01>]"),
        ("[](#tabel)", "[<to Table Tabel\u00a01>]"),
        ("[daar](#zonder)", "[<to Figure daar>]"),
        ("[daar](#beeld)", "[<to Pictures daar>]"),
        ("[](#t)", "[<to Heading T>]"),
    ],
)
def test_a_reference_has_its_target_and_a_text(text: str, shown: str) -> None:
    assert reference(text) == (shown, [])


def test_an_unknown_reference_is_an_error_with_the_nearest_id() -> None:
    shown, messages = reference("zie [](#dele) of [hier](#niets)")
    assert shown == "[zie dele of hier]"
    assert messages == ["1.yaml:4:20 unknown-reference nothing has the id ‘dele’", "1.yaml:4:30 unknown-reference nothing has the id ‘niets’"]
    _, log = document(TARGETS, "letter: T\nid: t\nbody:\n  - text: '[](#dele)'\n")
    assert log.errors[0].hint == "did you mean ‘deel’?"


@pytest.mark.parametrize("label", ["zonder", "beeld"])
def test_a_reference_without_text_to_what_has_no_title_is_an_error(label: str) -> None:
    shown, messages = reference(f"[](#{label})")
    assert label in shown
    assert messages == [f"1.yaml:4:16 untitled-reference what has the id ‘{label}’ has no title to show here"]


def test_an_id_used_twice_is_an_error_that_names_both_places() -> None:
    made, log = document(TARGETS, "letter: T\nid: deel\nbody:\n  - text: '[](#deel)'\n")
    assert said(log) == ["1.yaml:1:9 duplicate-id the id ‘deel’ is used twice"]
    assert "0.yaml:4:14" in log.errors[0].hint
    assert "Deel" in short(made.parts[1].blocks)


def test_a_title_can_not_take_its_words_from_another() -> None:
    _, log = document('letter: "Over [](#b)"\nid: a\nbody:\n  - section: "Zie [](#a)"\n    id: b\n')
    assert [line.split(" can't")[0] for line in said(log)] == ["0.yaml:1:19 reference-in-title a title", "0.yaml:4:23 reference-in-title a title"]
    _, log = document('letter: "Over [deel b](#b)"\nid: a\nbody:\n  - section: B\n    id: b\n')
    assert said(log) == []


def test_a_link_without_a_text_is_an_error_and_shows_its_address() -> None:
    made, log = document("letter: T\nid: t\nbody:\n  - text: 'zie [](https://x.be/a)'\n")
    assert said(log) == ["0.yaml:4:19 empty-link the link to ‘https://x.be/a’ has no text"]
    assert short(made.parts[0].blocks) == "[zie <link https://x.be/a https://x.be/a>]"

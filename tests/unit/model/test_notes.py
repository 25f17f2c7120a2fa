"""`model.notes`: numbers, marks, and all that can be wrong with them."""

import pytest

from reportbuilder.model.nodes import Note, NoteMark
from reportbuilder.model.walk import walk

from ..written import document, said, short

ALL_OVER = """\
chapter: "Titel[^titel]"
id: een
lead: "Regel[^regel]"
body:
  - section: "Deel[^deel]"
  - text: "Tekst[^tekst]\\n\\n- punt[^punt]"
  - figure: {picture: p.jpg, alt: P, caption: "Bij[^figuur]"}
  - table:
      rows: [["b[^cel]"]]
      columns: [{title: "A[^kop]"}]
      caption: "Tabel[^tabel]"
  - box:
      body: [{text: "In[^kader]"}]
      title: "Kader[^kadertitel]"
notes: {kader: n, cel: n, kop: n, tabel: n, figuur: n, punt: n, tekst: n, deel: n, regel: n, titel: n, kadertitel: n}
"""


def test_notes_are_numbered_in_the_order_in_which_they_are_called() -> None:
    made, log = document(ALL_OVER)
    assert said(log) == []
    order = ["titel", "regel", "deel", "tekst", "punt", "figuur", "tabel", "kop", "cel", "kadertitel", "kader"]
    assert [(note.number, note.key) for note in made.parts[0].notes] == list(enumerate(order, 1))


def test_each_note_and_its_first_mark_point_at_each_other() -> None:
    made, _ = document('letter: T\nid: t\nbody:\n  - text: "a[^n] b[^m] c[^n]"\nnotes: {m: M, n: N}\n')
    notes = {node.id: node for node in walk(*made.parts) if isinstance(node, Note)}
    marks = [node for node in walk(*made.parts) if isinstance(node, NoteMark)]
    assert [(mark.number, notes[mark.note].key, mark.first) for mark in marks] == [(1, "n", True), (2, "m", True), (1, "n", False)]
    assert {note.key: note.mark for note in notes.values()} == {"n": marks[0].id, "m": marks[1].id}


def test_each_chapter_and_letter_counts_from_one() -> None:
    text = '{}: T\nid: {}\nbody:\n  - text: "a[^n]"\nnotes: {{n: N}}\n'
    made, log = document(text.format("letter", "a"), text.format("chapter", "b"), text.format("chapter", "c"))
    assert said(log) == []
    assert [part.notes[0].number for part in made.parts] == [1, 1, 1]


def test_an_unknown_note_is_an_error_with_the_nearest_name() -> None:
    made, log = document("letter: T\nid: t\nbody:\n  - text: |\n      Tekst en meer[^gids]\n      en[^inspiratiegids]\nnotes: {inspiratiegids: N}\n")
    assert said(log) == ["0.yaml:5:22 unknown-note no note is named ‘gids’"]
    assert "inspiratiegids" in log.errors[0].hint
    assert short(made.parts[0].blocks) == "[Tekst en meer en<mark 1>]"


@pytest.mark.parametrize(
    ("yaml", "hint"),
    [
        ('letter: T\nid: t\nbody:\n  - text: "a[^n]"\n', "write it under ‘notes:’ at the end of the file"),
        ('contents: "T[^n]"\nid: t\n', "only chapters and letters have notes"),
        ('pictures: [{picture: p.jpg, alt: P, credit: C, caption: "T[^n]"}]\nid: t\n', "only chapters and letters have notes"),
    ],
)
def test_a_call_where_there_are_no_notes_says_where_they_belong(yaml: str, hint: str) -> None:
    _, log = document(yaml)
    assert [(d.code, d.hint) for d in log.errors] == [("unknown-note", hint)]


def test_a_note_that_is_never_called_is_an_error_at_its_key_and_left_out() -> None:
    made, log = document('letter: T\nid: t\nbody:\n  - text: "a[^n]"\nnotes:\n  n: N\n  los: L\n')
    assert said(log) == ["0.yaml:7:3 unused-note the note ‘los’ is never called"]
    assert [note.key for note in made.parts[0].notes] == ["n"]


def test_a_note_called_in_a_note_is_an_error_and_does_not_count_as_called() -> None:
    made, log = document('letter: T\nid: t\nbody:\n  - text: "a[^n]"\nnotes:\n  n: "N[^m]"\n  m: M\n')
    assert said(log) == ["0.yaml:6:10 note-in-note the note ‘n’ calls the note ‘m’", "0.yaml:7:3 unused-note the note ‘m’ is never called"]
    assert short(made.parts[0].notes[0].content) == "N"

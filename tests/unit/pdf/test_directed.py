"""Words from right to left in the PDF: painted as they stand, taken out as they are read."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdfium2 import PdfDocument
from square import style
from unit.layout.test_directions import world
from unit.pdf.by_hand import layout, painted

from reportbuilder.diag.span import NOWHERE
from reportbuilder.layout.lines import set_lines
from reportbuilder.layout.page import Run
from reportbuilder.model import nodes as n
from reportbuilder.pdf.elements import Elem, Store
from reportbuilder.pdf.inline_tags import InlineTags
from reportbuilder.pdf.paint import as_seen
from reportbuilder.pdf.profile import WEB
from reportbuilder.pdf.spoken import spoken_in
from reportbuilder.pdf.turned import turned

PERSIAN = "تمام افراد بشر آزاد به دنیا می‌آیند."
"""All human beings are born free."""
POINTED = "قدّموا شرحًا سهلًا لهم أيضًا."
"""Signs above and below letters, two of them within a ligature: glyphs of their own."""
MIXED = ["aa مرحبا bb cc", "aa bb (שלום) 12", "het woord سلام, van خوش"]


def runs(text: str, y: float = 60.0) -> list[Run]:
    (line,) = set_lines((n.Text(text, NOWHERE, id=1),), style(), 360, world())
    return [Run(40 + run.x, y, run.face, run.size, run.ink, run.pieces, run.gap, run.node) for run in line.words]


def test_runs_are_painted_from_left_to_right() -> None:
    made = runs("aa مرحبا بكم bb")
    assert [run.text.strip() for run in as_seen(tuple(made))] == ["aa", "بكم", "", "مرحبا", "bb"]
    plain = tuple(runs("aa bb cc"))
    assert as_seen(plain) is plain


@pytest.mark.parametrize("text", [PERSIAN, POINTED, *MIXED])
def test_pdfium_takes_the_words_out_as_they_are_read(text: str) -> None:
    with PdfDocument(painted(WEB, *runs(text)).data) as pdf:
        read = pdf[0].get_textpage().get_text_bounded()
    assert read.strip().replace("(", "").replace(")", "") == text.replace("(", "").replace(")", "")  # it forgets which way brackets look


@pytest.mark.conform
@pytest.mark.parametrize("text", [PERSIAN, POINTED, *MIXED, "aa مرحبا بكم في بلجيكا bb", "(بالعربية فقط)"])
def test_poppler_takes_the_words_out_as_they_are_read(text: str, judge: Callable[[str], str], tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(painted(WEB, *runs(text)).data)
    read = subprocess.run([judge("pdftotext"), path, "-"], capture_output=True, text=True, check=True).stdout
    signs = dict.fromkeys(map(ord, "\u202a\u202b\u202c\f()"))
    assert sorted(read.translate(signs).split()) == sorted(text.translate(signs).split())


def test_the_structure_says_how_such_text_is_read() -> None:
    made = runs("aa مرحبا bb")
    marks = painted(WEB, *made).marks
    store = Store(marks, [], turned(layout(*made), marks))
    kids = InlineTags(store, layout(), spoken_in("nl")).kids((n.Text("aa مرحبا bb", NOWHERE, id=1),))
    assert [(kid.tag, kid.actual) for kid in kids if isinstance(kid, Elem)] == [("Span", "aa مرحبا bb")]


def test_labels_and_neighbours_on_such_a_line_say_it_too_and_parts_between_others_each_for_itself() -> None:
    label, number, rest = (replace(run, node=node) for run, node in zip(runs("الجدول 1 خدماتنا")[::2], (5, 6, 5)))
    items = (label, replace(number, x=label.x - 20), replace(rest, x=label.x - 60))
    marks = painted(WEB, *items).marks
    store = Store(marks, [], turned(layout(*items), marks))
    (said,) = store.text(6)
    assert isinstance(said, Elem) and said.actual == number.text
    assert {kid.actual for kid in store.parted(5) if isinstance(kid, Elem)} == {label.text, rest.text}

"""Tagged files made to deceive or to exhaust: a clear answer, within bounds, and never a pass (THREATS F1)."""

import random
from collections.abc import Callable
from io import BytesIO

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from unit.preflight.mutants_ua import base
from unit.preflight.mutants_ua.edits import attach, draw, first

from reportbuilder.preflight.agree.hear import hear
from reportbuilder.preflight.agree.said import Said
from reportbuilder.preflight.judge import judged
from reportbuilder.preflight.limits import Limits
from reportbuilder.preflight.ua import marked, tree
from reportbuilder.preflight.verdict import Verdict

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("answering")]


def changed(change: Callable[[Pdf], None]) -> bytes:
    with Pdf.open(BytesIO(base())) as pdf:
        change(pdf)
        file = BytesIO()
        pdf.save(file, static_id=True, fix_metadata_version=False, force_version="1.7")
    return file.getvalue()


def verdict(data: bytes) -> Verdict:
    return judged(data, Limits(), purposes=("web",))


def both(change: Callable[[Pdf], None]) -> Verdict:
    """Judged and heard; the second must end too."""
    data = changed(change)
    assert isinstance(hear(data), Said)
    return verdict(data)


def test_a_tree_that_goes_round_is_walked_once() -> None:
    def change(pdf: Pdf) -> None:
        document = first(pdf, "Document")
        held = attach(pdf, document, "Sect")
        held.K = Array([document, held, pdf.Root.StructTreeRoot])

    assert both(change).complete


def test_a_deep_tree_is_judged() -> None:
    def change(pdf: Pdf) -> None:
        held = first(pdf, "Sect")
        for _ in range(5_000):
            held = attach(pdf, held, "Div")
        attach(pdf, held, "LI")

    assert {finding.rule for finding in both(change).findings} == {"UA-7.2-17"}


def test_a_tree_that_is_too_large_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MOST_ELEMENTS", 50)
    found = verdict(base())
    assert found.beyond and not found.keeps("PDF/UA-1") and "elements" in found.findings[0].message
    assert "elements" in hear(base()).faults[0]


def test_marks_within_marks_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marked, "MOST_MARKS", 100)
    data = changed(lambda pdf: draw(pdf, "/P BMC " * 200 + "9 9 9 9 re f"))
    assert verdict(data).beyond and "marks" in hear(data).faults[0]


def test_marks_that_end_too_often_or_never_do_no_harm() -> None:
    assert {finding.rule for finding in both(lambda pdf: draw(pdf, "EMC EMC /Artifact BMC 9 9 9 9 re f")).findings} == set()


def test_spans_of_a_table_without_end_are_told() -> None:
    def change(pdf: Pdf) -> None:
        row = attach(pdf, attach(pdf, first(pdf, "Sect"), "Table"), "TR")
        attach(pdf, row, "TD", A=Dictionary(O=Name.Table, ColSpan=1_000_000_000, RowSpan=2_000_000_000))

    assert {finding.rule for finding in both(change).findings} == {"UA-7.2-42"}


@pytest.mark.parametrize("value", [5, "x", [], {}, None, [[[]]]], ids=str)
@pytest.mark.parametrize("key", ["/StructTreeRoot", "/MarkInfo", "/Lang", "/ViewerPreferences", "/Metadata", "/PageLabels", "/Outlines", "/OCProperties", "/AcroForm"])
def test_entries_of_any_type_are_no_trap(key: str, value: object) -> None:
    def change(pdf: Pdf) -> None:
        if value is None:
            if key in pdf.Root:
                del pdf.Root[key]
        else:
            pdf.Root[key] = String(value) if isinstance(value, str) else Dictionary(value) if isinstance(value, dict) else value

    assert isinstance(both(change), Verdict)


@pytest.mark.parametrize("key", ["/S", "/K", "/P", "/Pg", "/A", "/Alt", "/ID", "/Lang", "/ActualText"])
@pytest.mark.parametrize("value", [7, Name.Weg, String("\x00"), Array([1, Name.A, String("b")]), Dictionary(A=1)], ids=["number", "name", "text", "array", "dictionary"])
def test_elements_with_entries_of_any_type_are_no_trap(key: str, value: Object) -> None:
    def change(pdf: Pdf) -> None:
        for kind in ("P", "Figure", "TD", "Note", "Link", "TOCI", "H2"):
            first(pdf, kind)[key] = value

    assert isinstance(both(change), Verdict)


def test_a_parent_tree_that_goes_round_ends() -> None:
    def change(pdf: Pdf) -> None:
        held = pdf.make_indirect(Dictionary(Nums=Array([0, 1, 2])))
        held.Kids = Array([held, held])
        pdf.Root.StructTreeRoot.ParentTree = held

    assert not both(change).keeps("PDF/UA-1")


def test_wild_files_get_an_answer_each() -> None:
    """Bytes changed at random; the seed is fixed."""
    chance = random.Random(7)
    for _ in range(40):
        data = bytearray(base())
        for _ in range(chance.randint(1, 40)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        assert isinstance(verdict(bytes(data)), Verdict) and isinstance(hear(bytes(data)), Said)


def test_maps_to_unicode_of_any_kind_are_no_trap() -> None:
    codes = [b"beginbfrange <0000> <FFFFFFFF> <0041> endbfrange", b"beginbfchar <> <> endbfchar", b"beginbfrange <01> <02> [ <41> endbfrange", b"\x00" * 99]
    for code in codes:

        def change(pdf: Pdf, code: bytes = code) -> None:
            for font in pdf.pages[0].Resources.Font.values():
                font.ToUnicode = pdf.make_stream(code)

        assert isinstance(both(change), Verdict)

"""Files made to deceive or to exhaust: a clear answer, within bounds, and never a pass (THREATS F1)."""

import random
import zlib
from io import BytesIO

import pytest
from pikepdf import Array, Dictionary, Name, Pdf
from unit.preflight.mutants import base, draw
from unit.preflight.test_ink import one_page

from reportbuilder.preflight import content, evidence, inventory
from reportbuilder.preflight.apart import looked_at
from reportbuilder.preflight.judge import judged
from reportbuilder.preflight.verdict import Verdict
from reportbuilder.preflight.limits import Limits
from reportbuilder.preflight.look import look

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("answering")]


def verdict(data: bytes) -> Verdict:
    return judged(data, Limits())


def form(pdf: Pdf, code: bytes, **entries: object):
    made = pdf.make_stream(code, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 400, 600])
    for key, value in entries.items():
        made["/" + key] = value
    return made


def test_a_form_that_shows_itself_is_shown_once() -> None:
    def change(pdf: Pdf) -> None:
        itself = form(pdf, b"/Fx Do 1 0 0 rg 50 50 9 9 re f")
        itself.Resources = Dictionary(XObject=Dictionary(Fx=itself))
        draw(pdf, "/Fx Do", XObject={"Fx": itself})

    assert {finding.rule for finding in verdict(one_page(change)).findings} == {"X4-30", "R0027", "R0001"}


def test_forms_that_multiply_pass_a_limit_and_no_verdict_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "MOST_OPERATORS", 20_000)
    monkeypatch.setattr(evidence, "Budget", lambda: content.Budget(20_000))

    def change(pdf: Pdf) -> None:
        inner = form(pdf, b"0 0 9 9 re f")
        for _ in range(9):
            inner = form(pdf, b"/Fx Do " * 10, Resources=Dictionary(XObject=Dictionary(Fx=inner)))
        draw(pdf, "/Fx Do", XObject={"Fx": inner})

    found = verdict(one_page(change))
    assert found.beyond and not found.complete and not found.keeps("printer") and "operators" in found.findings[0].message + found.findings[1].message


def test_many_objects_are_walked_over_and_too_many_pass_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    def change(pdf: Pdf) -> None:
        chain = pdf.make_indirect(Dictionary())
        for _ in range(5_000):
            chain = pdf.make_indirect(Dictionary(Next=chain))
        pdf.Root.Extra = chain

    data = one_page(change, empty=False)
    assert verdict(data).complete
    monkeypatch.setattr(inventory, "MOST_OBJECTS", 3_000)
    assert verdict(data).beyond


@pytest.mark.parametrize(
    "code",
    ["[" * 20_000 + "]" * 20_000, "<<" * 20_000, "q " * 20_000, "(" * 20_000, "1 " * 50_000 + "k", "BI /W 9 ID", "/Fx " * 9_000 + "Do", "\x00\xff%", "BT /F1 1e99 Tf 9 0 0 Td"],
    ids=["arrays", "dictionaries", "states", "brackets", "numbers", "image", "names", "junk", "sizes"],
)
def test_senseless_content_is_followed_to_its_end(code: str) -> None:
    def change(pdf: Pdf) -> None:
        pdf.pages[0].Contents = pdf.make_stream(code.encode("latin-1") + b"\n1 0 0 rg 50 50 9 9 re f")

    assert verdict(one_page(change)).complete


@pytest.mark.parametrize("cut", [0, 7, 400, -2_000, -30])
def test_a_file_that_is_cut_off_is_damaged_or_judged(cut: int) -> None:
    found = verdict(base()[:cut])
    assert found.findings if cut in (0, 7, 400) else found.pages


def test_pages_that_go_round_are_damage() -> None:
    def change(pdf: Pdf) -> None:
        pdf.Root.Pages.Kids = Array([pdf.pages[0].obj, pdf.Root.Pages])

    found = verdict(one_page(change))
    assert not found.complete or found.pages <= 2


@pytest.mark.parametrize("box", [[0, 0, 1e9, 1e9], [0, 0, 0, 0], [5, 5, 5, 900], [-1e30, 0, 1e30, 10]])
def test_pages_of_any_size_are_rendered_within_bounds(box: list[float]) -> None:
    def change(pdf: Pdf) -> None:
        for key in ("/MediaBox", "/BleedBox", "/TrimBox"):
            pdf.pages[0][key] = box

    assert look(one_page(change), Limits(), render=True, views=True).verdict.findings is not None


def test_wild_files_get_an_answer_each() -> None:
    """Bytes changed at random; the seed is fixed."""
    chance = random.Random(4)
    for _ in range(40):
        data = bytearray(base())
        for _ in range(chance.randint(1, 40)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        assert isinstance(verdict(bytes(data)), Verdict)


@pytest.mark.slow
def test_a_stream_that_unpacks_to_more_than_memory_is_told() -> None:
    packed = zlib.compress(zlib.compress(b" " * 600_000_000, 1), 9)

    def change(pdf: Pdf) -> None:
        bomb = pdf.make_stream(b"")
        bomb.write(packed, filter=Array([Name.FlateDecode, Name.FlateDecode]))
        pdf.pages[0].Contents = bomb

    with Pdf.open(BytesIO(base())) as pdf:
        change(pdf)
        file = BytesIO()
        pdf.save(file, static_id=True, fix_metadata_version=False, force_version="1.6", compress_streams=False)
    assert len(file.getvalue()) < 1_000_000
    found = looked_at(file.getvalue(), Limits(), render=True).verdict
    assert any(finding.rule == "X4-00" and finding.page == 1 for finding in found.findings)


@pytest.mark.parametrize("code", [b"1 " * 20_000, b" BI  ID " * 3_000, b"(a" * 20_000, b"[" * 20_000, b"<" * 20_000, b"/a 1 1 1 " * 5_000, b"1 1 Td " * 5_000, b"[<41>]" * 5_000])
def test_content_that_ends_nowhere_is_read_once(code: bytes) -> None:
    """Were it read again from each of its beginnings, this would take hours."""

    def change(pdf: Pdf) -> None:
        pdf.pages[0].Contents = pdf.make_stream(code + b" 0 0 0 1 k 50 50 9 9 re f")

    assert look(one_page(change), Limits(), render=True, views=True).verdict.pages == 1

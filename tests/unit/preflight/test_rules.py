"""Every rule has a file that breaks it and nothing else; the same file unbroken breaks none."""

from io import BytesIO

import pytest
from pikepdf import Dictionary, Encryption, Pdf
from unit.preflight import mutants_content, mutants_file
from unit.preflight.mutants import MUTANTS, Mutant, base, draw, image, mutated, states

from reportbuilder.judging import judge_made
from reportbuilder.preflight.evidence import Evidence
from reportbuilder.preflight.judge import RULES, judged
from reportbuilder.preflight.limits import Limits
from reportbuilder.preflight.rules.plain import is_bare, is_plain

LOCKED = {"X4-02", "R0001"}
"""Broken by encryption, which no change to a file's objects can make."""


def test_the_correct_file_breaks_no_rule() -> None:
    verdict = judged(base(), Limits())
    assert verdict.findings == () and verdict.complete and verdict.keeps("PDF/X-4") and verdict.keeps("GWG 2022") and verdict.keeps("printer")


@pytest.mark.parametrize("mutant", MUTANTS, ids=[f"{mutant.rule} {mutant.name}" for mutant in MUTANTS])
def test_a_broken_file_breaks_its_rule(mutant: Mutant) -> None:
    verdict = judged(mutated(mutant), mutant.limits)
    broken = {finding.rule for finding in verdict.findings}
    assert broken - {"R0001"} == {mutant.rule, *mutant.also}, verdict.findings
    against = any(rule.startswith("X4") for rule in broken)
    assert ("R0001" in broken) == against and verdict.keeps("PDF/X-4") != against


@pytest.mark.parametrize("password", ["", "geheim"])
def test_an_encrypted_file_breaks_its_rule(password: str) -> None:
    file = BytesIO()
    with Pdf.open(BytesIO(base())) as pdf:
        pdf.save(file, encryption=Encryption(user=password, owner="baas", R=4), force_version="1.6", fix_metadata_version=False, compress_streams=False)
    assert {finding.rule for finding in judged(file.getvalue(), Limits()).findings} == LOCKED


def test_every_rule_has_its_mutant_and_every_mutant_its_rule() -> None:
    assert mutants_file and mutants_content
    assert {mutant.rule for mutant in MUTANTS} | LOCKED == {rule.id for rule in RULES}


def test_rules_say_what_they_mean_and_what_to_do() -> None:
    for rule in RULES:
        assert rule.means and rule.remedy and rule.source and not rule.means.endswith("."), rule.id


def facts(data: bytes, limits: Limits = Limits()) -> tuple[list[bool], list[bool]]:
    """Which pages are plain, and which bare."""
    with Pdf.open(BytesIO(data)) as pdf:
        evidence = Evidence(data[:1024], pdf, limits)
        both = list(zip(evidence.pages, evidence.contents))
        return [is_plain(*each, limits) for each in both], [is_bare(*each) for each in both]


@pytest.mark.parametrize(
    ("code", "plain"),
    [
        ("0 0 0 1 k 100 100 50 50 re f", True),
        (".9 .8 .8 0 k 100 100 50 50 re f", True),
        ("1 .9 .9 .3 k 100 100 50 50 re f", False),
        (".9 .8 .8 0 k 100 100 50 50 re f /Gs9 gs 0 0 0 1 k 100 100 20 20 re f", False),
        ("/Gs8 gs 0 0 0 1 k 100 100 20 20 re f", False),
        ("1 0 0 rg 100 100 50 50 re f", False),
        ("0 0 0 1 k 0 100 50 50 re f", True),
        ("0 0 0 1 k 9 100 50 50 re f", False),
        ("0 0 0 1 k 0 100 m 0 150 l 50 150 l f", False),
        ("100 100 m 150 100 l 150 150 l h W n 0 0 0 1 k 100 100 50 50 re f", False),
        ("1 1 1 1 k 0 0 9 9 re f 0 0 0 1 k 100 100 50 50 re f", False),
        ("BT /F1 9 Tf 100 300 Td {a} Tj ET", False),
        ("/Pattern cs /P9 scn 100 300 50 50 re f", False),
        ("0 0 0 0 k 50 0 0 50 100 100 cm /Im9 Do", False),
    ],
)
def test_a_page_of_plain_colours_need_not_be_rendered(code: str, plain: bool) -> None:
    def change(pdf: Pdf) -> None:
        del pdf.pages[1:]
        pdf.pages[0].Contents = pdf.make_stream(b"")
        cell = pdf.make_stream(b"1 1 1 1 k 0 0 5 5 re f", PatternType=1, PaintType=1, TilingType=1, BBox=[0, 0, 9, 9], XStep=9, YStep=9)
        both = {**states(OP=True, op=True, OPM=1), "Gs8": Dictionary(ca=0.5)}
        draw(pdf, code, ExtGState=both, Pattern={"P9": cell}, XObject={"Im9": image(pdf, 9, 9)})

    assert facts(mutated(Mutant("", change))) == ([plain], [False])


def test_a_page_with_white_alone_or_nothing_is_bare() -> None:
    def change(pdf: Pdf) -> None:
        del pdf.pages[2:]
        pdf.pages[0].Contents, pdf.pages[1].Contents = pdf.make_stream(b""), pdf.make_stream(b"1 g 50 50 99 99 re f 0 g 0 0 5 5 re f")

    assert facts(mutated(Mutant("", change)))[1] == [True, True]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("", {"R0005"}),
        ("1 .9 .9 .3 k 100 100 20 20 re f", {"P-09"}),
        ("1 .9 .9 .6 k 100 100 50 50 re f", {"P-09", "R0026"}),
        ("1 .9 .9 .2 k 100 100 50 50 re f", set()),
        ("1 .9 .9 .6 k 100 100 50 2 re f", set()),
    ],
)
def test_ink_is_judged_without_rendering_as_far_as_colours_tell(code: str, found: set[str]) -> None:
    def change(pdf: Pdf) -> None:
        del pdf.pages[1:]
        pdf.pages[0].Contents = pdf.make_stream(code.encode())

    assert {finding.rule for finding in judge_made([mutated(Mutant("", change))], Limits()).findings} == found

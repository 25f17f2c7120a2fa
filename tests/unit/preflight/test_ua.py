"""Every rule of PDF/UA-1 has a file that breaks it and nothing else; the same file unbroken breaks none. All mutants are tried with the slow tests."""

from io import BytesIO

import pytest
from pikepdf import Name, Pdf, String
from unit.pdf.by_hand import whole
from unit.preflight.mutants_ua import MUTANTS, UaMutant, base, mutated
from unit.preflight.mutants_ua.edits import first

from reportbuilder.pdf.profile import PRINT, WEB
from reportbuilder.preflight.finding import Finding
from reportbuilder.preflight.judge import judged
from reportbuilder.preflight.verdict import Verdict
from reportbuilder.preflight.limits import Limits
from reportbuilder.preflight.ua.judge import RULES

QUICK = ("no_title", "a_figure_without_words", "an_artifact_in_content", "a_row_that_is_too_short", "a_level_left_out", "signs_without_a_reading")


def verdict(data: bytes) -> Verdict:
    return judged(data, Limits(), purposes=("web",))


def broken(found: Verdict) -> set[str]:
    """The rules of PDF/UA-1 alone; those of PDF/A-2a have tests of their own."""
    return {finding.rule for finding in found.findings if finding.rule.startswith("UA-")}


def test_the_web_pdf_breaks_no_rule_and_is_judged_by_what_it_claims() -> None:
    found = judged(whole(WEB), Limits())
    assert found.findings == () and found.complete and found.keeps("PDF/UA-1") and not found.keeps("PDF/X-4")
    assert "PDF/UA-1" not in judged(whole(PRINT), Limits()).families


def test_the_same_file_with_its_streams_unpacked_breaks_no_rule() -> None:
    assert verdict(base()).findings == ()


def tried(mutant: UaMutant) -> None:
    found = verdict(mutated(mutant))
    assert broken(found) == mutant.rules, found.findings
    assert found.keeps("PDF/UA-1") == (not mutant.rules)


@pytest.mark.parametrize("mutant", [mutant for mutant in MUTANTS if mutant.name in QUICK], ids=lambda mutant: mutant.name)
def test_a_broken_file_breaks_its_rule(mutant: UaMutant) -> None:
    tried(mutant)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:This document has")
@pytest.mark.parametrize("mutant", [mutant for mutant in MUTANTS if mutant.name not in QUICK], ids=lambda mutant: mutant.name)
def test_any_broken_file_breaks_its_rule(mutant: UaMutant) -> None:
    tried(mutant)


def test_every_rule_has_its_mutant_and_says_what_to_do() -> None:
    assert {rule for mutant in MUTANTS for rule in mutant.rules} == {rule.id for rule in RULES}
    assert all(rule.means and rule.remedy and rule.source for rule in RULES)


def found(data: bytes) -> Finding:
    (finding,) = verdict(data).findings
    return finding


def test_a_finding_has_the_place_of_the_element() -> None:
    mutant = next(mutant for mutant in MUTANTS if mutant.name == "a_figure_without_words")
    finding = found(mutated(mutant))
    assert finding.page == 1 and finding.object.startswith("Figure (object ") and len(finding.boxes) == 1
    left, bottom, right, top = finding.boxes[0]
    assert (round(right - left), round(top - bottom)) == (192, 100)  # the rest is cut off by the page


@pytest.mark.slow
def test_a_file_that_claims_both_is_judged_by_both() -> None:
    file = BytesIO()
    with Pdf.open(BytesIO(base())) as pdf:
        pdf.trailer.Info.GTS_PDFXVersion = String("PDF/X-4")
        first(pdf, "P").Lang = String("nl")
        pdf.Root.PageMode = Name.UseNone
        pdf.save(file, fix_metadata_version=False)
    assert {"PDF/X-4", "PDF/UA-1"} <= set(judged(file.getvalue(), Limits()).families)


def test_what_is_not_known_here_is_not_judged_and_not_kept() -> None:
    mutant = next(mutant for mutant in MUTANTS if mutant.name == "part_three")
    data = mutated(mutant).replace(b"<pdfuaid:part>3<", b"<pdfuaid:part>2<")
    found = judged(data, Limits())
    assert found.families == ("PDF/A-2a",) and found.findings == () and not found.keeps("PDF/UA-1")
    assert broken(verdict(data)) == {"UA-5-2"}
    unknown = judged(data.replace(b"<pdfaid:part>2<", b"<pdfaid:part>4<"), Limits())
    assert unknown.families == () and not unknown.keeps("PDF/A-2a")

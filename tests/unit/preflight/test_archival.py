"""Every rule of PDF/A-2a that is known here has a file that breaks it and no other of them; the same file unbroken breaks none."""

from io import BytesIO

import pytest
from pikepdf import Pdf, PdfError
from unit.pdf.by_hand import whole
from unit.preflight.mutants_archive import MUTANTS, base, mutated
from unit.preflight.mutants_ua import UaMutant

from reportbuilder.pdf.profile import WEB
from reportbuilder.preflight.archival.judge import RULES
from reportbuilder.preflight.evidence import Evidence
from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.judge import judged
from reportbuilder.preflight.limits import Limits
from reportbuilder.preflight.screen import looks


def broken(data: bytes) -> set[str]:
    """The rules of PDF/A-2a that a file breaks, whatever it claims."""
    findings = Findings(RULES)
    try:
        with Pdf.open(BytesIO(data)) as pdf:
            evidence = Evidence(data[:1024], pdf, Limits())
            for look in looks(evidence, ("PDF/A-2a",), True):
                look(evidence, findings)
    except PdfError:
        return {"A2-00-0"}
    return {finding.rule for finding in findings.all()}


def test_the_web_pdf_breaks_no_rule_and_is_judged_by_what_it_claims() -> None:
    found = judged(whole(WEB), Limits())
    assert found.keeps("PDF/A-2a") and broken(base()) == set()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:This document has")
@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_broken_file_breaks_its_rule(mutant: UaMutant) -> None:
    assert broken(mutated(mutant)) == mutant.rules


def test_every_rule_has_its_mutant_and_says_what_to_do() -> None:
    assert {rule for mutant in MUTANTS for rule in mutant.rules} == {rule.id for rule in RULES}
    assert all(rule.means and rule.remedy and rule.source for rule in RULES)


@pytest.mark.slow
def test_a_file_that_claims_only_this_is_judged_only_by_this() -> None:
    mutant = next(mutant for mutant in MUTANTS if mutant.name == "another_intent")
    data = mutated(mutant).replace(b"<pdfuaid:part>1</pdfuaid:part>", b" " * 30)
    found = judged(data, Limits())
    assert found.families == ("PDF/A-2a",) and {finding.rule for finding in found.findings} == {"A2-6.2.6-1"}

"""Every rule has a file that breaks it and nothing else; the same file unbroken breaks none."""

from io import BytesIO

import pytest
from pikepdf import Encryption, Pdf
from unit.preflight import mutants_content, mutants_file
from unit.preflight.mutants import MUTANTS, Mutant, base, mutated

from reportbuilder.preflight.judge import RULES, judged
from reportbuilder.preflight.limits import Limits

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

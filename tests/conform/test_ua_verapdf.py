"""Our verdict by the rules of PDF/UA-1 and PDF/A-2a and that of veraPDF are the same on all mutants, rule by rule."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from unit.preflight import mutants_archive as archival
from unit.preflight.mutants_ua import MUTANTS, base, mutated
from unit.preflight.test_archival import broken

from reportbuilder.preflight.archival.judge import RULES
from reportbuilder.preflight.judge import judged
from reportbuilder.preflight.limits import Limits

pytestmark = [pytest.mark.conform, pytest.mark.filterwarnings("ignore:This document has")]
Judge = Callable[[str], str]


def foreign(program: str, folder: Path, flavour: str, prefix: str) -> dict[str, set[str]]:
    """The rules that each file of a folder breaks by veraPDF, by its name; files without a verdict are left out."""
    done = subprocess.run([program, "--flavour", flavour, "--format", "xml", "--recurse", folder], capture_output=True, text=True)
    found: dict[str, set[str]] = {}
    for job in ElementTree.fromstring(done.stdout).iter("job"):
        report = job.find("validationReport")
        if report is not None:
            failed = report.findall("details/rule[@status='failed']")
            found[Path(job.findtext("item/name", "")).stem] = {f"{prefix}-{rule.attrib['clause']}-{rule.attrib['testNumber']}" for rule in failed}
    return found


def test_verapdf_says_the_same_of_every_mutant(judge: Judge, tmp_path: Path) -> None:
    program = judge("verapdf")
    (tmp_path / "whole.pdf").write_bytes(base())
    for mutant in MUTANTS:
        (tmp_path / f"{mutant.name}.pdf").write_bytes(mutated(mutant))
    theirs = foreign(program, tmp_path, "ua1", "UA")
    ours = {path.stem: {finding.rule for finding in judged(path.read_bytes(), Limits(), purposes=("web",)).findings if finding.rule.startswith("UA-")} for path in tmp_path.iterdir()}
    assert theirs["whole"] == ours["whole"] == set()
    alike = [mutant.name for mutant in MUTANTS if mutant.foreign is None]
    assert len(alike) >= 100
    assert {name: theirs[name] for name in alike} == {name: ours[name] for name in alike}
    differing = {mutant.name: theirs.get(mutant.name, set()) for mutant in MUTANTS if mutant.foreign is not None}
    assert differing == {mutant.name: set(mutant.foreign) for mutant in MUTANTS if mutant.foreign is not None}


def test_verapdf_says_the_same_of_every_mutant_of_pdf_a(judge: Judge, tmp_path: Path) -> None:
    """Of the rules that we know; veraPDF has more."""
    program = judge("verapdf")
    for mutant in archival.MUTANTS:
        (tmp_path / f"{mutant.name}.pdf").write_bytes(archival.mutated(mutant))
    known = {rule.id for rule in RULES}
    theirs = {name: rules & known for name, rules in foreign(program, tmp_path, "2a", "A2").items()}
    alike = [mutant.name for mutant in archival.MUTANTS if mutant.foreign is None]
    assert len(alike) >= 60
    assert {name: theirs[name] for name in alike} == {name: broken((tmp_path / f"{name}.pdf").read_bytes()) for name in alike}

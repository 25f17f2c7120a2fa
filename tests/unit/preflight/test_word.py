"""Every rule about DOCX has a file that breaks it and nothing else; the same file unbroken breaks none. All mutants are tried with the slow tests."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from sample import make_sample
from unit.docx.sampled import sampled
from unit.preflight.mutants_word import MUTANTS, Parts, WordMutant, add, mutated, paragraph

from reportbuilder import archive
from reportbuilder.cli import main
from reportbuilder.preflight.verdict import Verdict
from reportbuilder.preflight.word.judge import RULES, judged_word

QUICK = ("a_picture_without_words", "a_table_without_heads", "letters_that_are_pale", "a_level_left_out")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return sampled(make_sample(tmp_path_factory.mktemp("report")))[1].data


def tried(base: bytes, mutant: WordMutant) -> None:
    found = judged_word(mutated(base, mutant.change)).findings
    assert {finding.rule for finding in found} == mutant.rules, found
    assert not found or found[0].level.word == mutant.level


def test_the_docx_breaks_no_rule(base: bytes) -> None:
    found = judged_word(base)
    assert found.findings == () and found.complete and found.keeps("Word")


@pytest.mark.parametrize("mutant", [mutant for mutant in MUTANTS if mutant.name in QUICK], ids=lambda mutant: mutant.name)
def test_a_broken_file_breaks_its_rule(base: bytes, mutant: WordMutant) -> None:
    tried(base, mutant)


@pytest.mark.slow
@pytest.mark.parametrize("mutant", [mutant for mutant in MUTANTS if mutant.name not in QUICK], ids=lambda mutant: mutant.name)
def test_any_broken_file_breaks_its_rule(base: bytes, mutant: WordMutant) -> None:
    tried(base, mutant)


def test_every_rule_has_its_mutant_and_says_what_to_do() -> None:
    assert {rule for mutant in MUTANTS for rule in mutant.rules} == {rule.id for rule in RULES} == {f"D-{number:02}" for number in range(1, 21)}
    assert all(rule.means and rule.remedy and rule.source for rule in RULES)


@pytest.mark.slow
def test_the_command_tells_where_in_the_text(base: bytes, tmp_path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "verslag.docx"

    def change(parts: Parts) -> None:
        add(parts, paragraph("• appels"))

    path.write_bytes(mutated(base, change))
    assert main(["preflight", str(path)]) == 0
    first, hint, last = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{path}: warning[D-12]: a bullet was typed: ‘• appels’ in document.xml, paragraph ")
    assert hint.startswith("  hint: use list styles") and last == f"{path}: Word kept; 1 warning"
    assert main(["preflight", "--strict", "--html", str(tmp_path), str(path)]) == 3
    assert "document.xml, paragraph" in (tmp_path / "verslag.html").read_text(encoding="utf-8")


def verdict(entries: dict[str, bytes]) -> Verdict:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as made:
        for name, data in entries.items():
            made.writestr(name, data)
    return judged_word(file.getvalue())


def test_what_is_no_docx_is_told_and_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """D1, D2, D4: archives that are none, that expand to too much, that hold something else; a file that is locked."""
    monkeypatch.setattr(archive, "MAX_PART", 10_000)
    bomb = b"<w>" + b" " * 20_000
    for found in (judged_word(b"PK\x03\x04 nothing"), verdict({"a.xml": b"<a/>"}), verdict({"[Content_Types].xml": b"<a/>"})):
        assert {finding.rule for finding in found.findings} == {"D-20"} and not found.keeps("Word")
    assert verdict({"[Content_Types].xml": b"<a/>", "word/document.xml": bomb}).beyond
    assert {finding.rule for finding in judged_word(b"\xd0\xcf\x11\xe0" + bytes(100)).findings} == {"D-16"}

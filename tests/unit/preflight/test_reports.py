"""What people and programs are told: lines, data, a page for the browser, places in the sources."""

import json
from pathlib import Path

import pytest
from unit.preflight.mutants import MUTANTS, Mutant, base, mutated
from unit.preflight import mutants_content  # noqa: F401  fills the mutants

from reportbuilder.cli import main
from reportbuilder.diag.span import NOWHERE, Span
from reportbuilder.preflight.apart import looked_at
from reportbuilder.preflight.limits import Limits
from reportbuilder.preflight.look import look
from reportbuilder.preflight.report import html
from reportbuilder.preflight.sources import Sources, sources, told, written
from reportbuilder.preflight.told import data, lines

pytestmark = pytest.mark.slow


def mutant(name: str) -> Mutant:
    return next(each for each in MUTANTS if each.name == name)


@pytest.fixture
def coarse(tmp_path: Path) -> Path:
    path = tmp_path / "coarse.pdf"
    path.write_bytes(mutated(mutant("coarse_picture")))
    return path


def test_a_correct_file_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "good.pdf"
    path.write_bytes(base())
    assert main(["preflight", "--quick", "--strict", str(path)]) == 0
    assert capsys.readouterr().out == f"{path}: PDF/X-4 kept, GWG 2022 kept, printer kept; nothing to say\n"


def test_a_finding_is_told_with_its_page_and_what_to_do(coarse: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preflight", "--quick", str(coarse)]) == 1
    first, second, last = capsys.readouterr().out.splitlines()
    assert first == f"{coarse}: error[R0031]: a picture has 140 pixels an inch on page 1"
    assert second == "  hint: place a larger picture, or show it smaller (GWG 2022, R0031)"
    assert last == f"{coarse}: PDF/X-4 kept, GWG 2022 not kept, printer kept; 1 error"


def test_programs_are_told_all(coarse: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preflight", "--quick", "--format", "json", str(coarse)]) == 1
    told_ = json.loads(capsys.readouterr().out)
    (file,) = told_["files"]
    (finding,) = file["findings"]
    assert told_["exit"] == 1 and file["kept"] == {"PDF/X-4": True, "GWG 2022": False, "printer": True}
    assert (finding["rule"], finding["level"], finding["page"], finding["object"]) == ("R0031", "error", 1, "Im9")
    assert finding["boxes"] == [[100.0, 300.0, 172.0, 372.0]] and finding["family"] == "GWG 2022" and finding["hint"]
    assert file["survey"]["claims"] == ["PDF/X-4"] and file["survey"]["condition"] == "FOGRA39"


def test_warnings_count_when_strict(tmp_path: Path) -> None:
    path = tmp_path / "thin.pdf"
    path.write_bytes(mutated(mutant("thin_white_line")))
    assert main(["preflight", "--quick", str(path)]) == 0
    assert main(["preflight", "--quick", "--strict", str(path)]) == 3


def test_a_file_that_is_not_there_is_a_wrong_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preflight", str(tmp_path / "none.pdf")]) == 2
    assert "there is no file" in capsys.readouterr().err


def test_a_fault_of_ours_is_told_with_its_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from reportbuilder.preflight import apart

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(apart, "looked_at", fail)
    path = tmp_path / "any.pdf"
    path.write_bytes(base())
    assert main(["preflight", str(path)]) == 70
    told_ = capsys.readouterr().err
    assert "fault-of-ours" in told_ and "Traceback" not in told_
    Path(told_.split("the file ")[1].split()[0]).unlink()


def test_the_page_for_the_browser_has_everything_in_it() -> None:
    made = look(mutated(mutant("coarse_picture")), Limits(), True, True)
    page = html("<b>.pdf", made, Limits())
    assert "<h1>&lt;b&gt;.pdf</h1>" in page and "http" not in page.replace("http-equiv", "")
    assert page.count('<figure id="page-') == 10 and 'class="mark error" x="100.0" y="245.0" width="72.0" height="72.0"' in page
    assert "place a larger picture" in page and "SourceSerif4" in page and "FOGRA39" in page and "<script" not in page


def test_every_word_of_a_hostile_file_stays_text() -> None:
    made = look(base(), Limits(), False, False)
    evil = "</title><script>alert(1)</script>"
    assert "<script" not in html(evil, made, Limits()) and "<script" not in "".join(lines(evil, made, True)).replace(evil, "")
    assert json.dumps(data(evil, made))


def test_findings_are_told_with_the_place_in_the_sources_they_come_from() -> None:
    made = look(mutated(mutant("coarse_picture")), Limits(), False, False)
    page = (((0.0, 0.0, 417.0, 617.0), Span("sections/10-een.yaml", 1, 1)), ((90.0, 290.0, 180.0, 380.0), Span("sections/10-een.yaml", 7, 5)))
    known = Sources(made.identity, (page,), (3,))
    again = sources(written(known))
    assert again == known
    (finding,) = told(made.verdict.findings, known)
    assert finding.span == Span("sections/10-een.yaml", 7, 5)
    assert told(made.verdict.findings, Sources(b"", (), ()))[0].span == NOWHERE
    assert sources("{}") is None and sources("[1") is None and sources('{"identity":"zz","pages":[],"blank":[]}') is None


def test_an_empty_page_that_is_meant_is_only_noted() -> None:
    from unit.preflight.test_ink import drawn

    made = look(drawn(""), Limits(), True, False)
    (finding,) = told(made.verdict.findings, Sources(made.identity, (), (1,)))
    assert (finding.level.word, finding.message) == ("note", "the page is empty on purpose")


def test_a_file_judged_apart_is_judged_the_same() -> None:
    file = mutated(mutant("rgb_text"))
    assert looked_at(file, Limits(), render=False).verdict == look(file, Limits(), False, False).verdict


def test_a_file_that_takes_too_long_is_told_so() -> None:
    endless = looked_at(base(), Limits(), render=True, seconds=0)
    assert endless.verdict.beyond and not endless.verdict.complete and "to judge" in endless.verdict.findings[0].message

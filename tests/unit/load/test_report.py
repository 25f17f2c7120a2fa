"""`load.report`: the folder ``sections/`` as a draft, with all that is wrong in any of its files."""

from pathlib import Path

import pytest

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import Span
from reportbuilder.load.report import load_report
from reportbuilder.model.nodes import Chapter, Draft, Meta, Terms
from reportbuilder.model.resolve import resolve
from reportbuilder.model.text import plain_text

from ..written import said, write

REPORT = "title: Verslag\norganisation: Bank\nyear: 2025\nslug: verslag\nlanguage: nl-BE\norder: [10-een, 20-twee]\n"
ONE = "chapter: Een\nid: een\nbody:\n  - text: Tekst {{ a.n | getal }}\n"
TWO = "letter: Twee\nid: twee\nbody:\n  - text: Dag\n"


def load(folder: Path, language: str | None = None) -> tuple[Draft | None, list[str]]:
    log = Log()
    draft = load_report(folder, log, language)
    return draft, said(log)


def test_a_report_has_its_parts_in_order_and_its_figures(tmp_path: Path) -> None:
    draft, messages = load(write(tmp_path, report=REPORT, cijfers="a: {n: 4158}\n", **{"10_een": ONE, "20_twee": TWO}))
    assert messages == []
    assert draft is not None
    assert [type(part).__name__ for part in draft.parts] == ["Chapter", "Letter"]
    assert isinstance(draft.parts[0], Chapter)
    assert plain_text(draft.parts[0].blocks[0].content) == "Tekst 4.158"
    assert draft.meta == Meta("Verslag", "", "Bank", "2025", "verslag", "nl-BE", "", (), Span("sections/report.yaml", 1, 8), Terms("nl-BE"))


def test_the_language_of_the_build_replaces_that_of_the_report(tmp_path: Path) -> None:
    draft, messages = load(write(tmp_path, report=REPORT, cijfers="a: {n: 4158}\n", **{"10_een": ONE, "20_twee": TWO}), "en-GB")
    assert draft is not None and messages == []
    assert draft.meta.language == "en-GB"
    assert plain_text(draft.parts[0].blocks[0].content) == "Tekst 4,158"


@pytest.mark.parametrize(("typed_in", "asked", "place"), [("xx", None, "sections/report.yaml:5:11"), ("nl", "xx-YY", ":0:0")])
def test_an_unknown_language_is_an_error_once_and_becomes_english(tmp_path: Path, typed_in: str, asked: str | None, place: str) -> None:
    folder = write(tmp_path, report=REPORT.replace("nl-BE", typed_in), cijfers="a: {n: 4158}\n", **{"10_een": ONE, "20_twee": TWO})
    draft, messages = load(folder, asked)
    assert draft is not None and draft.meta.language == "en"
    assert [line for line in messages if "unknown-language" in line] == [
        f"{place} unknown-language a report can't be made in the language ‘{asked or typed_in}’ yet"
    ]
    log = Log()
    resolve(draft, log)
    assert log.diagnostics == []


def test_a_language_that_is_no_tag_is_said_once(tmp_path: Path) -> None:
    folder = write(tmp_path, report=REPORT.replace("nl-BE", "Nederlands"), cijfers="a: {n: 1}\n", **{"10_een": ONE, "20_twee": TWO})
    assert [line.split()[1] for line in load(folder)[1]] == ["bad-language"]


def test_figures_used_in_the_title_of_the_report_are_used(tmp_path: Path) -> None:
    folder = write(tmp_path, report=REPORT.replace("Verslag", "Verslag {{ a.n }}"), cijfers="a: {n: 1}\n", **{"10_een": TWO, "20_twee": TWO})
    draft, messages = load(folder)
    assert draft is not None and (draft.meta.title, messages) == ("Verslag 1", [])


@pytest.mark.parametrize("files", [{}, {"10_een": ONE}])
def test_a_folder_without_a_report_says_so(tmp_path: Path, files: dict[str, str]) -> None:
    folder = write(tmp_path, **files) if files else tmp_path
    assert load(folder) == (None, [":0:0 no-report there is no report here: ‘sections/report.yaml’ is missing"])


def test_a_folder_that_is_not_there_has_no_report(tmp_path: Path) -> None:
    assert load(tmp_path / "nergens")[1] == [":0:0 no-report there is no report here: ‘sections/report.yaml’ is missing"]


def test_a_report_file_in_another_case_is_named(tmp_path: Path) -> None:
    log = Log()
    assert load_report(write(tmp_path, Report=REPORT), log) is None
    assert log.diagnostics[0].hint == "rename ‘sections/Report.yaml’"


def test_a_missing_part_is_an_error_with_the_near_name(tmp_path: Path) -> None:
    log = Log()
    draft = load_report(write(tmp_path, report=REPORT, **{"10_eem": ONE.replace("{{ a.n | getal }}", ""), "20_twee": TWO}), log)
    assert draft is not None and len(draft.parts) == 1
    assert said(log) == [
        "sections/10-eem.yaml:1:1 unused-section ‘sections/10-eem.yaml’ is not in the report",
        "sections/report.yaml:6:9 missing-section there is no file ‘sections/10-een.yaml’",
    ]
    assert "‘10-eem’" in log.errors[0].hint


def test_a_part_spelled_otherwise_on_disk_is_an_error_on_all_systems(tmp_path: Path) -> None:
    draft, messages = load(write(tmp_path, report=REPORT.replace("20-twee", "20-TWEE"), cijfers="a: {n: 1}\n", **{"10_een": ONE, "20_twee": TWO}))
    assert draft is not None and len(draft.parts) == 2
    assert messages == ["sections/report.yaml:6:17 wrong-case ‘20-TWEE’ is spelled otherwise on disk"]


def test_names_that_differ_only_in_case_or_accents_are_errors(tmp_path: Path) -> None:
    write(tmp_path, report=REPORT, cijfers="a: {n: 1}\n", **{"10_een": ONE, "20_twee": TWO})
    folder = write(tmp_path, **{"10_Een": ONE, "caf\u00e9": TWO, "cafe\u0301": TWO})
    messages = load(folder)[1]
    assert sum("same-file-name" in line for line in messages) == 2
    assert "sections/10-een.yaml:1:1 same-file-name ‘10-een.yaml’ and ‘10-Een.yaml’ differ only in case or accents" in messages


@pytest.mark.parametrize("name", ["con", "AUX", "com1.deel", "a:b", "vraag?"])
def test_names_that_windows_can_not_have_are_errors(tmp_path: Path, name: str) -> None:
    messages = load(write(tmp_path, report=REPORT, cijfers="a: {n: 1}\n", **{"10_een": ONE, "20_twee": TWO, name: TWO}))[1]
    assert f"sections/{name}.yaml:1:1 bad-file-name ‘sections/{name}.yaml’ is no good name for a file" in messages


def test_a_name_that_is_no_text_is_an_error_and_no_traceback(tmp_path: Path) -> None:
    folder = write(tmp_path, report=REPORT, cijfers="a: {n: 1}\n", **{"10_een": ONE, "20_twee": TWO})
    with open(bytes(folder / "sections") + b"/caf\xe9.yaml", "w") as file:
        file.write(TWO)
    messages = load(folder)[1]
    assert "sections/caf?.yaml:1:1 bad-file-name ‘sections/caf?.yaml’ is no good name for a file" in messages


@pytest.mark.parametrize("name", ["../geheim", "/etc/passwd", "map/10-een", "10-een.yaml"])
def test_an_order_names_only_files_of_the_folder(tmp_path: Path, name: str) -> None:
    folder = write(tmp_path, report=REPORT.replace("20-twee", f'"{name}"'), cijfers="a: {n: 1}\n", **{"10_een": ONE})
    (tmp_path / "geheim.yaml").write_text(TWO)
    draft, messages = load(folder)
    assert draft is not None and len(draft.parts) == 1
    assert messages == [f"sections/report.yaml:6:18 missing-section there is no file ‘sections/{name}.yaml’"]


def test_a_part_named_twice_is_an_error(tmp_path: Path) -> None:
    log = Log()
    draft = load_report(write(tmp_path, report=REPORT.replace("20-twee", "10-een"), cijfers="a: {n: 1}\n", **{"10_een": ONE}), log)
    assert draft is not None and len(draft.parts) == 1
    assert said(log) == ["sections/report.yaml:6:17 duplicate-section ‘10-een’ stands in the order twice"]
    assert "sections/report.yaml:6:9" in log.errors[0].hint


def test_the_faults_of_all_files_are_said_in_one_run(tmp_path: Path) -> None:
    draft, messages = load(write(tmp_path, report=REPORT, cijfers="a: {n: 1}\n", **{"10_een": ONE + "kleur: rood\n", "20_twee": TWO + "\t- x\n"}))
    assert draft is not None and len(draft.parts) == 1
    assert [line.split(":")[0] for line in messages] == ["sections/10-een.yaml", "sections/20-twee.yaml"]


def test_a_report_of_nothing_but_faults_is_none(tmp_path: Path) -> None:
    assert load(write(tmp_path, report=REPORT, **{"10_een": "{", "20_twee": ""}))[0] is None
    assert load(write(tmp_path, report="- a\n"))[0] is None
    assert load(write(tmp_path, report="{"))[0] is None
    assert load(write(tmp_path, report="order: [x]\n"))[0] is None


def test_a_figure_that_no_part_uses_is_a_warning_when_all_parts_are_read(tmp_path: Path) -> None:
    files = {"10_een": ONE, "20_twee": TWO}
    folder = write(tmp_path, report=REPORT, cijfers="a: {n: 1, over: 2}\n", **files)
    assert [line.split()[1] for line in load(folder)[1]] == ["unused-figure"]
    write(tmp_path, **{"20_twee": "{"})
    assert not any("unused-figure" in line for line in load(folder)[1])


def test_figures_that_can_not_be_read_are_not_all_called_unknown(tmp_path: Path) -> None:
    messages = load(write(tmp_path, report=REPORT, cijfers="a: [\n", **{"10_een": ONE, "20_twee": TWO}))[1]
    assert messages and all(line.startswith("sections/cijfers.yaml") for line in messages)


NOTES = "chapter: Een\nid: een\nbody:\n  - text: a[^n] b[^m]\nnotes:\n  n: N\n  m: M\n"


@pytest.mark.parametrize("fault", [("body:", "bodyy:"), ("notes:", "notess:"), ("- text:", "- tekst:")])
def test_notes_are_not_blamed_for_a_fault_elsewhere_in_their_file(tmp_path: Path, fault: tuple[str, str]) -> None:
    report = REPORT.replace(", 20-twee", "")
    log = Log()
    draft = load_report(write(tmp_path, report=report, **{"10_een": NOTES.replace(*fault)}), log)
    before = said(log)
    assert draft is not None and before
    resolve(draft, log)
    assert said(log) == before


def test_a_wrong_note_beside_another_fault_is_said(tmp_path: Path) -> None:
    log = Log()
    draft = load_report(write(tmp_path, report=REPORT.replace(", 20-twee", ""), **{"10_een": NOTES.replace("b[^m]", "b[^mm]") + "kleur: rood\n"}), log)
    assert draft is not None
    resolve(draft, log)
    assert [line.split()[1] for line in said(log)] == ["unknown-note", "unknown-key"]

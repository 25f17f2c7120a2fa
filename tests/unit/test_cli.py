"""What the command says, where it says it, and how it exits; the build itself is a stand-in here."""

import io
import json
import os
import signal
import subprocess
import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reportbuilder import __version__
from reportbuilder.arguments import command_line
from reportbuilder.cli import ProgressLine, main
from reportbuilder.diag.diagnostic import Family, Log
from reportbuilder.diag.span import Span
from reportbuilder.outputs import Output
from reportbuilder.progress import Progress

Steps = Callable[[Any, Log, Progress], tuple[Output, ...]]
FILES = (Output(Path("out/v-nl-print.pdf"), 10_900_000, 36), Output(Path("out/v-nl.docx"), 40_000, None))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., int]:
    """Run the command in an empty folder on a build that does ``steps``."""
    monkeypatch.chdir(tmp_path)

    def call(steps: Steps, *arguments: str) -> int:
        module = types.ModuleType("reportbuilder.build")
        module.__dict__.update(Options=lambda *values: values, build=steps)
        monkeypatch.setitem(sys.modules, "reportbuilder.build", module)
        return main(arguments)

    return call


def test_a_pattern_that_the_shell_left_alone_stands_for_the_files_that_fit_it(tmp_path: Path) -> None:
    for name in ("b-print.pdf", "a-print.pdf", "a-web.pdf"):
        (tmp_path / name).touch()

    def files(*names: str) -> list[str]:
        return [path.name for path in command_line().parse_args(["preflight", *(str(tmp_path / name) for name in names)]).files]

    assert files("*-print*.pdf", "*-web.pdf") == ["a-print.pdf", "b-print.pdf", "a-web.pdf"]
    assert files("*.docx", "a-web.pdf") == ["*.docx", "a-web.pdf"]
    (tmp_path / "*.pdf").touch()
    assert files("*.pdf") == ["*.pdf"]


def well(options: Any, log: Log, progress: Progress) -> tuple[Output, ...]:
    with progress.stage("reading the report"):
        pass
    return FILES


def faulty(options: Any, log: Log, progress: Progress) -> tuple[Output, ...]:
    log.error("unknown-note", "no note is named ‘gids’", Span("sections/20-debat.yaml", 41, 17), "did you mean ‘inspiratiegids’?")
    log.error("unknown-key", "no key ‘captoin’", Span("sections/10-engagement.yaml", 7, 3))
    log.warn("long-line", "a word is too wide", Span("sections/20-debat.yaml", 2, 1))
    return ()


def doubtful(options: Any, log: Log, progress: Progress) -> tuple[Output, ...]:
    log.warn("long-line", "a word is too wide", Span("sections/20-debat.yaml", 2, 1))
    return () if options[4] else FILES


def failing(fault: BaseException) -> Steps:
    def steps(options: Any, log: Log, progress: Progress) -> tuple[Output, ...]:
        raise fault

    return steps


# ---------------------------------------------------------------- for people


def test_files_go_to_standard_output_and_the_rest_to_standard_error(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(well, "build") == 0
    shown = capsys.readouterr()
    assert shown.out == "out/v-nl-print.pdf  (36 pages, 10.9 MB)\nout/v-nl.docx  (0.0 MB)\n"
    assert shown.err == "reading the report\n2 files written in 0.0 s\n"


def test_all_messages_are_shown_by_place_with_the_count_at_the_end(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(faulty, "build") == 1
    assert capsys.readouterr().err == (
        "sections/10-engagement.yaml:7:3: error[unknown-key]: no key ‘captoin’\n"
        "sections/20-debat.yaml:2:1: warning[long-line]: a word is too wide\n"
        "sections/20-debat.yaml:41:17: error[unknown-note]: no note is named ‘gids’\n"
        "  hint: did you mean ‘inspiratiegids’?\n"
        "2 errors, 1 warning; nothing written\n"
    )


def test_check_counts_without_a_word_on_writing(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(faulty, "check") == 1
    assert capsys.readouterr().err.endswith("\n2 errors, 1 warning\n")
    assert run(lambda *_: (), "check") == 0
    assert capsys.readouterr().err == "nothing wrong; checked in 0.0 s\n"


def test_warnings_stop_nothing_but_under_strict(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(doubtful, "build") == 0
    assert "1 warning; 2 files written" in capsys.readouterr().err
    assert run(doubtful, "build", "--strict") == 3
    assert capsys.readouterr().err.endswith("1 warning; nothing written (--strict)\n")


def test_timings_show_stages_and_memory(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    run(well, "build", "--timings")
    assert [line.split()[0] for line in capsys.readouterr().err.splitlines()[2:]] == ["reading", "peak"]


def test_the_call_reaches_the_build(run: Callable[..., int], tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    seen = []

    def steps(options: Any, log: Log, progress: Progress) -> tuple[Output, ...]:
        seen.append(options)
        return FILES

    run(steps, "build")
    run(steps, "build", "project", "--only", "docx", "--only", "print", "--lang", "fr", "--out", "there", "--strict", "--style", "krant", "--printer", "boek", "--web", "ua2")
    run(steps, "check", "project")
    everything = ("print", "web", "docx")
    assert seen == [
        (Path("."), None, everything, None, False, True, "tokens", None, None),
        (Path("project"), Path("there"), ("print", "docx"), "fr", True, True, "krant", "boek", "ua2"),
        (Path("project"), None, everything, None, False, False, "tokens", None, None),
    ]


def advising(options: Any, log: Log, progress: Progress) -> tuple[Output, ...]:
    log.advise("straight-quote", "‘\"’ is a straight quotation mark", Span("sections/20-debat.yaml", 2, 1), "write “")
    return FILES if options[5] else ()


def test_advice_is_told_by_check_counted_by_build_and_stops_nothing(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(advising, "check", "--strict") == 0
    assert capsys.readouterr().err == (
        "sections/20-debat.yaml:2:1: advice[straight-quote]: ‘\"’ is a straight quotation mark\n"
        "  hint: write “\n"
        "nothing wrong; 1 piece of advice; checked in 0.0 s\n"
    )
    assert run(advising, "build", "--strict") == 0
    assert capsys.readouterr().err == "1 piece of advice; 2 files written in 0.0 s\n"


def test_advice_in_json(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    run(advising, "check", "--format", "json")
    data = json.loads(capsys.readouterr().out)
    assert data["advice"] == 1 and data["diagnostics"][0]["severity"] == "advice"
    run(advising, "build", "--format", "json")
    data = json.loads(capsys.readouterr().out)
    assert data["advice"] == 1 and data["diagnostics"] == []


# ---------------------------------------------------------------- for machines


def test_json_is_one_object_and_standard_error_is_empty(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(well, "build", "--format", "json") == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    data = json.loads(shown.out)
    assert data["outputs"][0] == {"path": str(Path("out/v-nl-print.pdf")), "bytes": 10_900_000, "pages": 36}
    assert (data["exit"], data["pages"], data["diagnostics"], list(data["timings"])) == (0, 36, [], ["reading the report"])
    assert data["seconds"] >= 0


def test_json_has_the_messages_too(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(faulty, "check", "--format", "json") == 1
    data = json.loads(capsys.readouterr().out)
    assert [(d["severity"], d["file"], d["line"]) for d in data["diagnostics"]] == [
        ("error", "sections/10-engagement.yaml", 7),
        ("warning", "sections/20-debat.yaml", 2),
        ("error", "sections/20-debat.yaml", 41),
    ]


# ---------------------------------------------------------------- how it exits


@pytest.mark.parametrize(("families", "code"), [([Family.REPORT], 1), ([Family.OUTPUT], 4), ([Family.REPORT, Family.LIMIT], 5)])
def test_the_exit_code_is_the_family_of_the_errors(run: Callable[..., int], families: list[Family], code: int) -> None:
    def steps(options: Any, log: Log, progress: Progress) -> tuple[Output, ...]:
        for family in families:
            log.error("some-fault", f"a fault of {family.name}", family=family)
        return ()

    assert run(steps, "build") == code


@pytest.mark.parametrize(
    "arguments",
    [["build", "nowhere"], ["build", "--lang", "Dutch!"], ["build", "--only", "epub"], ["biuld"], [], ["check", "--out", "x"]],
)
def test_a_wrong_call_exits_2(run: Callable[..., int], arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run(well, *arguments)
    assert left.value.code == 2
    assert "reportbuilder" in capsys.readouterr().err


def test_a_wrong_folder_is_named(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(well, "build", "nowhere")
    assert "there is no folder ‘nowhere’" in capsys.readouterr().err


def test_a_fault_of_ours_exits_70_and_its_traceback_goes_into_a_file(
    run: Callable[..., int], capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert run(failing(KeyError("x")), "build") == 70
    shown = capsys.readouterr()
    (file,) = tmp_path.glob("reportbuilder-*.log")
    assert "Traceback" not in shown.err and str(file) in shown.err
    assert shown.err.startswith("error[fault-of-ours]: reportbuilder itself failed (KeyError)")
    assert file.read_text().startswith(f"reportbuilder {__version__}, Python") and "KeyError: 'x'" in file.read_text()
    assert run(failing(KeyError("x")), "build", "--debug") == 70
    assert "Traceback" in capsys.readouterr().err


def test_too_little_memory_is_a_limit(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(failing(MemoryError()), "build") == 5
    assert "error[out-of-memory]" in capsys.readouterr().err


def test_ctrl_c_exits_130_without_a_traceback(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(failing(KeyboardInterrupt()), "build") == 130
    assert capsys.readouterr().err == "stopped\n"


def test_sigterm_exits_143_and_tidies_up(run: Callable[..., int], tmp_path: Path) -> None:
    def steps(options: Any, log: Log, progress: Progress) -> tuple[Output, ...]:
        try:
            os.kill(os.getpid(), signal.SIGTERM)
            return FILES
        finally:
            (tmp_path / "tidied").touch()

    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(SystemExit) as left:
        run(steps, "build")
    assert left.value.code == 143
    assert (tmp_path / "tidied").exists()
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_reader_that_goes_away_is_no_fault() -> None:
    with subprocess.Popen([sys.executable, "-m", "reportbuilder", "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as command:
        assert command.stdout and command.stderr
        command.stdout.close()
        assert command.stderr.read() == b""
    assert command.returncode == 141


# ---------------------------------------------------------------- terminals


def test_text_that_a_terminal_cannot_show_never_stops_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reportbuilder", "build", "Müßig-‘ñ’-😀"], env={**os.environ, "PYTHONIOENCODING": "ascii"}, capture_output=True
    )
    assert done.returncode == 2
    assert b"there is no folder" in done.stderr and b"Traceback" not in done.stderr


def test_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out == f"reportbuilder {__version__}\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_rewrites_one_line_on_a_terminal_and_wipes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    screen = Terminal()
    line = ProgressLine(screen, quiet=False)
    line.tell("long text")
    line.tell("short")
    line.clear()
    assert screen.getvalue() == "\rlong text\rshort    \r     \r"

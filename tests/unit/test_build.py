"""The whole way on a small project: three files or none, all faults in one run, and nothing read, started or changed elsewhere."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from sample import REPORT

from reportbuilder.build import Options, build
from reportbuilder.cli import main
from reportbuilder.diag.diagnostic import Family, Log
from reportbuilder.diag.render import as_text
from reportbuilder.outputs import Output
from reportbuilder.progress import Progress

from .written import write

ALL = ["proef-nl-print.pdf", "proef-nl-web.pdf", "proef-nl.docx"]


def run(root: Path, **options: object) -> tuple[tuple[Output, ...], list[str]]:
    """The outputs, and the messages without their hints."""
    log = Log()
    outputs = build(Options(root, **options), log, Progress())  # type: ignore[arg-type]
    return outputs, [as_text(diagnostic).split("\n")[0] for diagnostic in log.in_order()]


def sums(root: Path) -> dict[str, str]:
    """A checksum of every file of a project but of what builds may write."""
    files = (path for path in root.rglob("*") if path.is_file() and path.relative_to(root).parts[0] not in ("out", ".cache"))
    return {str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != ".lock") if folder.exists() else []


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def copied(built: Path, folder: Path) -> Path:
    """The sample and its cache in another place, without outputs."""
    return shutil.copytree(built, folder, ignore=shutil.ignore_patterns("out"))


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """A copy to be spoiled."""
    return copied(built, tmp_path / "project")


CHAPTER = """\
chapter: Een
id: een
body:
  - text: Tekst met een noot.[^noot]
  - figure: {picture: klein.jpg, alt: Een klein vlak in de breedte van de kolom.}
notes:
  noot: Een noot.
"""


@pytest.fixture(scope="module")
def emptied(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(built, tmp_path_factory.mktemp("small") / "project")


@pytest.fixture
def small(built: Path, emptied: Path) -> Path:
    """A project of one chapter with one picture, without outputs; the test may change both."""
    for folder in ("sections", "out", "assets/pictures"):
        shutil.rmtree(emptied / folder, ignore_errors=True)
    shutil.copytree(built / "assets/pictures", emptied / "assets/pictures")
    return write(emptied, report=REPORT.partition("order:")[0] + "order: [een]\n", een=CHAPTER)


WATCHED = """
import json, os, sys
seen = []
watched = {"open", "os.exec", "os.posix_spawn", "os.system", "subprocess.Popen", "socket.connect", "socket.getaddrinfo", "socket.bind"}

def watch(event, arguments):
    if event in watched:
        seen.append((event, str(arguments[0])))

sys.addaudithook(watch)
from reportbuilder.cli import main
code = main(["build", sys.argv[1], "--format", "json"])
print(json.dumps({"code": code, "seen": seen}))
"""


@dataclass(frozen=True)
class Again:
    """The sample built once more by the command, in another place and watched: its checksums before that, what was told, and what was asked
    of the system.
    """

    root: Path
    before: dict[str, str]
    outputs: list[dict[str, object]]
    code: int
    seen: list[tuple[str, str]]


@pytest.fixture(scope="module")
def again(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Again:
    folder = tmp_path_factory.mktemp("again")
    root = copied(built, folder / "project")
    max((root / ".cache/pictures").iterdir(), key=lambda entry: (entry.stat().st_size, entry.name)).unlink()  # so that a worker is started
    home = folder / "home"
    home.mkdir()
    for name in (".reportlab_settings", ".reportlab_mods"):
        (home / name).write_text("raise SystemExit('code of the user was run')")
    before = sums(root)
    environment = {**os.environ, "HOME": str(home), "PYTHONHASHSEED": "4711"}
    done = subprocess.run([sys.executable, "-c", WATCHED, str(root)], capture_output=True, text=True, cwd=folder, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    told, _, watched = done.stdout.rstrip().rpartition("\n")
    result = json.loads(watched)
    return Again(root, before, json.loads(told)["outputs"], result["code"], [(event, what) for event, what in result["seen"]])


# ---------------------------------------------------------------- what is made


def test_three_files_with_the_same_pages_in_both_pdfs(again: Again) -> None:
    assert [Path(str(output["path"])).name for output in again.outputs] == ALL == files_in(again.root / "out")
    printed, web, docx = (output["pages"] for output in again.outputs)
    assert printed == web and isinstance(printed, int) and printed > 8 and docx is None


def test_a_build_changes_nothing_in_the_project_but_out_and_cache(again: Again) -> None:
    assert sums(again.root) == again.before
    assert sorted(path.name for path in again.root.iterdir()) == [".cache", "assets", "out", "sections", "styles"]


def test_the_same_sources_give_the_same_bytes_in_another_place_and_process(built: Path, again: Again) -> None:
    for name in ALL:
        assert (again.root / "out" / name).read_bytes() == (built / "out" / name).read_bytes(), name


def test_one_format_elsewhere(small: Path, tmp_path: Path) -> None:
    outputs, _ = run(small, formats=("docx",), out=tmp_path / "there")
    assert [output.path for output in outputs] == [tmp_path / "there" / "proef-nl.docx"]
    assert not (small / "out").exists()


# ---------------------------------------------------------------- what is wrong


def test_one_run_tells_what_is_wrong_in_text_pictures_and_looks_and_writes_nothing(small: Path) -> None:
    change(small / "sections/een.yaml", "Tekst met een noot.[^noot]", "Tekst \u4e2d met een noot.[^nood]")
    picture = small / "assets/pictures/klein.jpg"
    picture.write_bytes(picture.read_bytes()[:-400])
    outputs, messages = run(small)
    assert outputs == () and files_in(small / "out") == []
    codes = [message.split("[")[1].split("]")[0] for message in messages]
    assert {"unknown-note", "glyph-missing", "picture-truncated"} <= set(codes), messages
    assert all(message.startswith("sections/") for message in messages)


def test_faults_of_fonts_and_missing_pictures_are_told_together(project: Path) -> None:
    font = project / "assets/fonts/SourceSans3_900Black.ttf"
    font.write_bytes(font.read_bytes()[:2000])
    (project / "assets/pictures/breed.jpg").unlink()
    _, messages = run(project)
    assert any(message.startswith("styles/tokens.yaml:28:12: error[font-broken]: the font SourceSans3_900Black.ttf") for message in messages)
    assert any(message.startswith("sections/10-een.yaml:") and "error[missing-picture]" in message for message in messages)


def test_old_outputs_stay_when_the_report_has_a_fault(small: Path) -> None:
    assert len(run(small)[0]) == 3
    before = {name: (small / "out" / name).read_bytes() for name in ALL}
    change(small / "sections/een.yaml", "[^noot]", "[^nergens]")
    run(small)
    assert {name: (small / "out" / name).read_bytes() for name in ALL} == before
    assert files_in(small / "out") == ALL


def test_a_picture_beyond_the_limits_is_a_fault_of_its_own_family(small: Path) -> None:
    header = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (30_000).to_bytes(4, "big") * 2 + b"\x08\x02\0\0\0"
    (small / "assets/pictures/klein.jpg").write_bytes(header + bytes(40))
    log = Log()
    build(Options(small), log, Progress())
    assert {error.family for error in log.errors} == {Family.LIMIT}


def test_check_tells_the_same_and_writes_no_outputs(small: Path) -> None:
    change(small / "sections/een.yaml", "[^noot]", "[^nergens]")
    assert run(small, write=False)[1] == run(small)[1] != []
    shutil.rmtree(small / "out")
    change(small / "sections/een.yaml", "[^nergens]", "[^noot]")
    assert run(small, write=False) == ((), [])
    assert not (small / "out").exists()


def test_under_strict_a_warning_stops_the_build(small: Path) -> None:
    write(small, los="contents: Nog een\nid: nog\n")
    outputs, messages = run(small, strict=True)
    assert outputs == () and "warning[" in messages[0]
    assert len(run(small)[0]) == 3


def test_a_folder_without_a_report_is_told(tmp_path: Path) -> None:
    outputs, messages = run(tmp_path)
    assert outputs == () and any("error[no-report]" in message for message in messages)


def test_outputs_that_cannot_be_written_exit_4_in_one_line(built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "taken").touch()
    assert main(["build", str(built), "--out", str(tmp_path / "taken")]) == 4
    assert capsys.readouterr().err == (
        f"error[output-folder]: {tmp_path}/taken is a file, so no folder for the outputs can be there\n"
        "  hint: move the file away, or name a folder with --out\n"
        "1 error; nothing written\n"
    )


@pytest.mark.slow
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_build_that_is_stopped_leaves_nothing_half_written(project: Path, number: int, code: int) -> None:
    with subprocess.Popen([sys.executable, "-m", "reportbuilder", "build", str(project)], stderr=subprocess.PIPE, text=True) as command:
        assert command.stderr
        while command.stderr.readline() != "laying out\n":
            pass
        command.send_signal(number)
        assert "Traceback" not in command.stderr.read()
    assert command.returncode == code
    assert sorted(path.name for path in (project / "out").iterdir()) == [".lock"]


# ---------------------------------------------------------------- walls


def test_a_build_reads_only_the_project_and_starts_only_picture_workers(again: Again) -> None:
    assert again.code == 0
    program = tuple(os.path.realpath(folder) for folder in (sys.prefix, sys.base_prefix, Path(__file__).parents[2] / "src", again.root))
    machine = ("/dev/null", "/etc/localtime", "/etc/timezone", "/usr/share/zoneinfo/")
    emptied = ("new", "old", "made")  # in out/, by their names alone
    opened = [what for event, what in again.seen if event == "open" and not what.isdecimal() and what not in emptied]
    assert [what for what in opened if not os.path.realpath(what).startswith(program) and not what.startswith(machine)] == []
    assert {(event, what) for event, what in again.seen if event != "open"} == {("subprocess.Popen", sys.executable)}

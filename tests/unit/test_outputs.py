"""Old files stay whole whatever happens, and all outputs of a build change together or not at all."""

import errno
import io
import os
import random
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import pikepdf
import pytest

from reportbuilder import abreast, lock, outputs, storing
from reportbuilder.diag.diagnostic import Family, Log
from reportbuilder.outputs import claimed, publish

NAMES = ("a.docx", "b.docx", "c.docx")


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda handle: None)


def docx(text: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr(zipfile.ZipInfo("document"), text)
    return file.getvalue()


def pdf(pages: int) -> bytes:
    file = io.BytesIO()
    with pikepdf.new() as document:
        for _ in range(pages):
            document.add_blank_page()
        document.save(file)
    return file.getvalue()


def generation(number: int) -> dict[str, bytes]:
    return {name: docx(f"{name} {number}" * 10) for name in NAMES}


def held_files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")}


def left_overs(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith(".") and path.name != ".lock")


def build(folder: Path, files: dict[str, bytes], patience: float = 0.0) -> tuple[tuple[outputs.Output, ...], Log]:
    log = Log()
    with claimed(folder, log, lambda text: None) as ready:
        return (publish(folder, files, log, patience) if ready else ()), log


# ---------------------------------------------------------------- what goes well


def test_outputs_tell_their_place_size_and_pages(tmp_path: Path) -> None:
    files = {"r-print.pdf": pdf(3), "r.docx": docx("x")}
    written, log = build(tmp_path / "out", files)
    assert [(o.path, o.bytes, o.pages) for o in written] == [
        (tmp_path / "out" / "r-print.pdf", len(files["r-print.pdf"]), 3),
        (tmp_path / "out" / "r.docx", len(files["r.docx"]), None),
    ]
    assert held_files(tmp_path / "out") == files
    assert not log.diagnostics


def test_new_outputs_take_the_place_of_old_ones_and_leave_nothing_else(tmp_path: Path) -> None:
    build(tmp_path, generation(1))
    (tmp_path / "mine.txt").write_text("kept")
    build(tmp_path, generation(2))
    assert held_files(tmp_path) == generation(2) | {"mine.txt": b"kept"}
    assert left_overs(tmp_path) == []


@pytest.mark.parametrize("name", ["broken.pdf", "broken.docx"])
def test_a_file_that_its_reader_refuses_never_replaces_a_good_one(tmp_path: Path, name: str) -> None:
    good = {"broken.pdf": pdf(1), "broken.docx": docx("x")}
    build(tmp_path, good)
    with pytest.raises((pikepdf.PdfError, zipfile.BadZipFile)):
        build(tmp_path, {"a.docx": docx("new"), name: good[name][: len(good[name]) // 3]})
    assert held_files(tmp_path) == good
    assert left_overs(tmp_path) == []


# ---------------------------------------------------------------- a disk that fails


class Disk:
    """Counts what `outputs` asks of the system, and from the n-th call on (or only then) lets it fail."""

    def __init__(self, at: int, code: int, for_good: bool) -> None:
        self.count, self.at, self.code, self.for_good, self.well = 0, at, code, for_good, False

    def fails(self) -> bool:
        self.count += 1
        return not self.well and (self.count == self.at or (self.for_good and self.count > self.at))

    def guard(self, call: Callable[..., object]) -> Callable[..., object]:
        def guarded(*arguments: object, **options: object) -> object:
            if self.fails():
                raise OSError(self.code, os.strerror(self.code), "somewhere")
            return call(*arguments, **options)

        return guarded

    @contextmanager
    def open(self, path: Path, mode: str) -> Iterator[io.BufferedIOBase]:
        if self.fails():
            raise OSError(self.code, os.strerror(self.code), str(path))
        with open(path, mode) as file:
            write = file.write
            stream = io.BytesIO()
            stream.write = self.guard(lambda data: write(data[: len(data) // 2]) and write(data[len(data) // 2 :]))  # type: ignore[method-assign]
            stream.flush = file.flush  # type: ignore[method-assign]
            stream.fileno = file.fileno  # type: ignore[method-assign]
            yield stream


@contextmanager
def failing(at: int, code: int, for_good: bool) -> Iterator[Disk]:
    disk = Disk(at, code, for_good)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(storing, "open", disk.open, raising=False)
        for name in ("fsync", "link", "rename", "replace", "mkdir", "unlink"):
            patch.setattr(os, name, disk.guard(getattr(os, name)))
        yield disk


def calls_of_a_build(tmp_path: Path) -> int:
    with failing(0, errno.EIO, False) as disk:
        build(tmp_path / "counted", generation(0))
        first = disk.count
        build(tmp_path / "counted", generation(1))
    assert first > 10
    return disk.count - first


@pytest.mark.slow
def test_one_fault_at_any_call_leaves_the_old_files_or_all_of_the_new(tmp_path: Path) -> None:
    folder, seen = tmp_path / "out", set()
    for at in range(1, calls_of_a_build(tmp_path) + 1):
        build(folder, generation(1))
        with failing(at, errno.ENOSPC, for_good=False):
            written, log = build(folder, generation(2))
        assert held_files(folder) == generation(2 if written else 1), f"call {at}"
        assert bool(log.errors) != bool(written), f"call {at}"
        assert all(error.family is Family.OUTPUT for error in log.errors)
        seen.add(bool(written))
        build(folder, generation(3))
        assert held_files(folder) == generation(3) and left_overs(folder) == [], f"after call {at}"
    assert False in seen


@pytest.mark.slow
def test_a_disk_that_dies_at_any_call_is_put_right_by_the_next_build(tmp_path: Path) -> None:
    """Nothing can be tidied up any more, as after ``kill -9`` at that moment."""
    folder = tmp_path / "out"
    for at in range(1, calls_of_a_build(tmp_path) + 1):
        (folder / NAMES[2]).unlink(missing_ok=True)
        build(folder, {name: generation(1)[name] for name in NAMES[:2]})
        old = held_files(folder)
        with failing(at, errno.EIO, for_good=True):
            written, _ = build(folder, generation(2))
        assert all(data in (old.get(name), generation(2)[name]) for name, data in held_files(folder).items()), f"call {at}"
        with claimed(folder, Log(), lambda text: None):
            pass
        assert held_files(folder) in (old, generation(2)), f"after call {at}"
        assert not written or held_files(folder) == generation(2)
        assert left_overs(folder) == []


@pytest.mark.parametrize(
    ("code", "name", "hint"),
    [
        (errno.ENOSPC, "output-full", "make room: this build needs about 1 MB in"),
        (errno.EROFS, "output-forbidden", "allow writing there"),
        (errno.EACCES, "output-forbidden", "allow writing there"),
        (errno.EIO, "output-fault", "see to the disk"),
    ],
)
def test_a_fault_of_the_disk_is_told_in_one_line_with_what_to_do(tmp_path: Path, code: int, name: str, hint: str) -> None:
    (tmp_path / "out").mkdir()
    with failing(4, code, for_good=False):
        _, log = build(tmp_path / "out", generation(1))
    assert [(error.code, error.family) for error in log.errors] == [(name, Family.OUTPUT)]
    assert log.errors[0].hint.startswith(hint)
    assert "\n" not in log.errors[0].message


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no limits on files there")
def test_a_full_disk_leaves_the_old_files_byte_for_byte(tmp_path: Path) -> None:
    build(tmp_path, generation(1))
    program = """
import os, resource, sys
from pathlib import Path
from reportbuilder.diag.diagnostic import Log
from reportbuilder.outputs import claimed, publish
folder, log = Path(sys.argv[1]), Log()
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
with claimed(folder, log, print):
    assert publish(folder, {"a.docx": b"a" * 40_000_000}, log) == ()
print(log.errors[0].code, log.errors[0].hint)
"""
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("output-full make room: this build needs about 41 MB in")
    assert held_files(tmp_path) == generation(1) and left_overs(tmp_path) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no copies of a process there")
def test_a_process_beside_that_dies_after_writing_is_made_up_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, pages = os.getpid(), storing._pages

    def die_elsewhere(path: Path) -> int | None:
        if os.getpid() != here:
            os._exit(9)
        return pages(path)

    monkeypatch.setattr(storing, "_pages", die_elsewhere)
    monkeypatch.setattr(abreast, "may_fork", lambda: True)
    files = generation(1)
    with outputs.claimed(tmp_path, log := Log(), print):
        made = outputs.publish_made(tmp_path, {name: lambda data=data: storing.Made((data,)) for name, data in files.items()}, log, abreast.abreast)
    assert len(made) == len(files) and held_files(tmp_path) == files and left_overs(tmp_path) == []


# ---------------------------------------------------------------- an output folder that can't be


def test_an_output_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    _, log = build(tmp_path / "out", generation(1))
    assert log.errors[0].message == f"{tmp_path}/out is a file, so no folder for the outputs can be there"
    assert (tmp_path / "out").read_text() == "mine"


def test_an_output_folder_that_links_elsewhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "elsewhere")
    _, log = build(tmp_path / "out", generation(1))
    assert log.errors[0].code == "output-folder"
    assert not list((tmp_path / "elsewhere").iterdir())


def test_an_output_folder_in_a_missing_folder_is_refused(tmp_path: Path) -> None:
    _, log = build(tmp_path / "typo" / "out", generation(1))
    assert log.errors[0].message == f"there is no folder {tmp_path}/typo for out"


def test_an_output_whose_place_is_taken_by_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "b.docx").mkdir()
    written, log = build(tmp_path, generation(1))
    assert not written and log.errors[0].message == f"‘b.docx’ cannot be written in {tmp_path}: is a directory"
    assert [path.name for path in sorted(tmp_path.iterdir())] == [".lock", "b.docx"]


# ---------------------------------------------------------------- a file that is open elsewhere


def open_in_word(patch: pytest.MonkeyPatch, name: str, times: int) -> None:
    replace, left = os.replace, [times]

    def guarded(source: Path, target: Path) -> None:
        if Path(target).name == name and left[0]:
            left[0] -= 1
            raise PermissionError(errno.EACCES, "in use", str(source), None, str(target))
        replace(source, target)

    patch.setattr(os, "replace", guarded)


def test_a_file_open_elsewhere_is_left_alone_and_its_new_version_kept_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path, generation(1))
    open_in_word(monkeypatch, "c.docx", times=1)
    written, log = build(tmp_path, generation(2))
    assert not written
    assert (log.errors[0].message, log.errors[0].hint) == (
        "‘c.docx’ is open in another program",
        "close it there and build again; the new one is beside it as ‘c (new).docx’",
    )
    assert held_files(tmp_path) == generation(1) | {"c (new).docx": generation(2)["c.docx"]}


def test_a_file_that_is_closed_in_time_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path, generation(1))
    open_in_word(monkeypatch, "c.docx", times=1)
    written, _ = build(tmp_path, generation(2), patience=0.05)
    assert len(written) == 3 and held_files(tmp_path) == generation(2)


# ---------------------------------------------------------------- kill -9, Ctrl-C, two at once, dead builds

BUILDS_FOR_EVER = """
import io, os, sys, zipfile
from pathlib import Path
from reportbuilder.diag.diagnostic import Log
from reportbuilder.outputs import claimed, publish

os.fsync = lambda handle: None

def docx(text):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr(zipfile.ZipInfo("document"), text)
    return file.getvalue()

folder, number = Path(sys.argv[1]), 1
print("ready", flush=True)
while True:
    number += 1
    with claimed(folder, Log(), print):
        publish(folder, {name: docx(f"{number} " * 1000) for name in ("a.docx", "b.docx", "c.docx")}, Log())
"""


def text_of(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read("document").decode()


@pytest.mark.slow
def test_kill_at_a_random_moment_never_harms_the_files(tmp_path: Path) -> None:
    build(tmp_path, {name: docx("1 " * 1000) for name in NAMES})
    chance = random.Random(7)
    for _ in range(30):
        with subprocess.Popen([sys.executable, "-c", BUILDS_FOR_EVER, str(tmp_path)], stdout=subprocess.PIPE) as worker:
            assert worker.stdout and worker.stdout.readline() == b"ready\n"
            time.sleep(chance.uniform(0.0, 0.06))
            worker.kill()
        for name in NAMES:
            assert len(set(text_of(tmp_path / name).split())) == 1, "each file is whole"
        with claimed(tmp_path, Log(), lambda text: None) as ready:
            assert ready, "the lock of the dead build stops nobody"
        assert len({text_of(tmp_path / name) for name in NAMES}) == 1, "all are of one build"
        assert left_overs(tmp_path) == []


def test_ctrl_c_between_two_files_puts_the_first_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path, generation(1))
    replace = os.replace

    def interrupted(source: Path, target: Path) -> None:
        if Path(target).name == "b.docx" and "new" in Path(source).parts:
            raise KeyboardInterrupt
        replace(source, target)

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        build(tmp_path, generation(2))
    assert held_files(tmp_path) == generation(1) and left_overs(tmp_path) == []


def test_a_second_build_waits_a_little_then_says_who_is_at_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outputs, "held", partial(lock.held, patience=0.15))
    told: list[str] = []
    log = Log()
    with claimed(tmp_path, Log(), told.append) as first, claimed(tmp_path, log, told.append) as second:
        assert first and not second
    assert told == [f"waiting for another build (process {os.getpid()} on {socket.gethostname()})"]
    assert [(error.code, error.family) for error in log.errors] == [("output-busy", Family.OUTPUT)]
    with claimed(tmp_path, Log(), told.append) as third:
        assert third


def test_a_second_build_goes_on_as_soon_as_the_first_is_done(tmp_path: Path) -> None:
    with ExitStack() as first:
        first.enter_context(lock.held(tmp_path, print))
        with lock.held(tmp_path, tell=lambda text: first.close(), patience=5.0):
            assert (tmp_path / ".lock").read_text() == f"{os.getpid()} {socket.gethostname()}\n"


def test_a_lock_file_of_a_dead_build_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / ".lock").write_text("999999 elsewhere\n")
    assert build(tmp_path, generation(1))[0]

"""All pictures of a build: in the background, each once, from the cache when it has them, and never a hang."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from reportbuilder.assets import child
from reportbuilder.assets import prepare as module
from reportbuilder.assets.pictures import Job, PictureFault, PictureSettings, Rendition
from reportbuilder.assets.prepare import prepare
from reportbuilder.diag.diagnostic import Family

REPOSITORY = Path(__file__).parents[3]
FOGRA39 = REPOSITORY / "assets/icc/FOGRA39L_TAC300.icc"


@dataclass(frozen=True)
class Built:
    """A project whose pictures were prepared once, with an empty cache."""

    root: Path
    settings: PictureSettings
    renditions: dict[Job, Rendition]
    faults: list[tuple[Job, PictureFault]]
    warnings: list[tuple[Job, str, str, str]]


A, A_SMALL, MISNAMED, RUBBISH, DRAWING, CUT, TEXT = JOBS = (
    Job("pictures/a.jpg", 72, 72),
    Job("pictures/a.jpg", 36, 36),
    Job("pictures/misnamed.png", 72, 72),
    Job("pictures/rubbish.jpg", 72, 72),
    Job("pictures/drawing.svg", 72, 72),
    Job("pictures/cut.jpg", 72, 72),
    Job("pictures/text.svg", 72, 72),
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = tmp_path_factory.mktemp("project")
    pictures = root / "assets/pictures"
    pictures.mkdir(parents=True)
    gradient = Image.linear_gradient("L").resize((320, 320))
    photo = Image.merge("RGB", (gradient, gradient.rotate(90), gradient))
    photo.save(pictures / "a.jpg", quality=95)
    photo.save(pictures / "misnamed.png", "JPEG")
    photo.save(pictures / "rubbish.jpg", icc_profile=b"rubbish")
    (pictures / "cut.jpg").write_bytes((pictures / "a.jpg").read_bytes()[:5000])
    (pictures / "drawing.svg").write_text('<svg viewBox="0 0 4 4"><circle cx="2" cy="2" r="2" fill="#123"/></svg>')
    (pictures / "text.svg").write_text('<svg viewBox="0 0 4 4"><text>no</text></svg>')
    settings = PictureSettings(300, 150, 80, FOGRA39, 300, root / "cache")
    preparation = prepare(root, [*JOBS, A], settings)
    return Built(root, settings, *preparation.results(), preparation.warnings)


@pytest.fixture
def no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr(module, "Child", refuse)


def test_every_picture_is_made_once_and_one_bad_one_does_not_hinder_the_others(built: Built) -> None:
    assert list(built.renditions) == [A, A_SMALL, MISNAMED, RUBBISH, DRAWING]
    assert [(job, fault.code) for job, fault in built.faults] == [(CUT, "picture-truncated"), (TEXT, "svg-feature")]
    assert [(job, code) for job, code, _, _ in built.warnings] == [(MISNAMED, "picture-extension"), (RUBBISH, "picture-profile")]
    assert (built.renditions[A].print.width, built.renditions[A_SMALL].print.width) == (320, 160)
    assert built.renditions[DRAWING].vector.items[0].fill.rgb == (0x11, 0x22, 0x33)


def test_a_second_build_has_the_same_bytes_and_warnings_from_the_cache(built: Built, no_process: None) -> None:
    warm = prepare(built.root, list(built.renditions), built.settings)
    assert warm.results() == (built.renditions, [])
    assert warm.warnings == built.warnings


def test_a_build_from_the_cache_does_not_load_the_image_library(built: Built) -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[3]); from pathlib import Path; "
        "from reportbuilder.assets.inspect import inspect; from reportbuilder.assets.prepare import prepare; "
        "from reportbuilder.assets.pictures import Job, PictureSettings; root = Path(sys.argv[1]); "
        "jobs = [Job(inspect(root, name).file, 72, 72) for name in ('a.jpg', 'drawing.svg')]; "
        "renditions, _ = prepare(root, jobs, PictureSettings(300, 150, 80, Path(sys.argv[2]), 300, root / 'cache')).results(); "
        "print(len(renditions), 'PIL' in sys.modules)"
    )
    command = [sys.executable, "-c", script, str(built.root), str(FOGRA39), str(REPOSITORY / "src")]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "2 False\n"


def test_a_changed_picture_and_a_damaged_entry_are_made_again(
    built: Built, root: Path, settings: PictureSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_WORKERS", 1)
    shutil.copytree(built.settings.cache, settings.cache)
    for entry in settings.cache.iterdir():
        entry.write_bytes(entry.read_bytes()[:-1])
    Image.new("RGB", (320, 320), "teal").save(root / "assets/pictures/misnamed.png", "JPEG")
    renditions, _ = prepare(root, [A, MISNAMED], settings).results()
    assert renditions[A] == built.renditions[A]
    assert renditions[MISNAMED] != built.renditions[MISNAMED]


def test_faults_come_in_the_order_of_the_jobs_and_need_no_process(root: Path, settings: PictureSettings, no_process: None) -> None:
    (root / "assets/pictures/page.png").write_bytes(b"<!doctype html>")
    jobs = [Job("pictures/page.png", 72, 72), Job("pictures/none.png", 72, 72), Job("pictures/a.jpg", 720, 720)]
    renditions, faults = prepare(root, jobs, settings).results()
    assert renditions == {}
    assert [(job, fault.code) for job, fault in faults] == list(zip(jobs, ("picture-kind", "missing-picture", "picture-too-small")))


def test_no_pictures_are_soon_ready(root: Path, settings: PictureSettings, no_process: None) -> None:
    assert prepare(root, [], settings).results() == ({}, [])


@pytest.fixture
def root(built: Built, tmp_path: Path) -> Path:
    shutil.copytree(built.root / "assets", tmp_path / "assets")
    return tmp_path


@pytest.fixture
def settings(tmp_path: Path) -> PictureSettings:
    return PictureSettings(300, 150, 80, FOGRA39, 300, tmp_path / "cache")


READY = "import sys, time; from reportbuilder.assets import wire; wire.send(sys.stdout.buffer, {'ready': True}); "


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What a worker does instead of its work, as source text."""
    text = [""]
    start = f"import sys; sys.path[:] = {[str(REPOSITORY / 'src'), *sys.path]!r}; "
    monkeypatch.setattr(child, "command", lambda: [sys.executable, "-I", "-S", "-c", start + text[0]])
    yield text


def test_a_worker_that_is_killed_is_one_clear_fault(root: Path, settings: PictureSettings, worker: list[str]) -> None:
    worker[0] = READY + "wire.receive(sys.stdin.buffer); import os, signal; os.kill(os.getpid(), 9)"
    renditions, faults = prepare(root, [A, A_SMALL, MISNAMED], settings).results()
    assert renditions == {}
    assert [(job, fault.code) for job, fault in faults] == [(job, "picture-failed") for job in (A, A_SMALL, MISNAMED)]
    assert faults[0][1].message == "decoding the picture ‘pictures/a.jpg’ ended the process that did it (status -9)"


def test_a_worker_that_hangs_is_ended(root: Path, settings: PictureSettings, worker: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "PATIENCE", 0.3)
    worker[0] = READY + "time.sleep(60)"
    _, faults = prepare(root, [A], settings).results()
    assert [(fault.code, fault.family) for _, fault in faults] == [("picture-too-slow", Family.LIMIT)]


def test_a_worker_that_talks_nonsense_is_a_fault(root: Path, settings: PictureSettings, worker: list[str]) -> None:
    worker[0] = READY + "wire.receive(sys.stdin.buffer); print('x' * 100, flush=True); time.sleep(60)"
    _, faults = prepare(root, [A], settings).results()
    assert [fault.code for _, fault in faults] == ["picture-failed"]


def test_a_worker_that_cannot_start_is_a_fault_of_ours(root: Path, settings: PictureSettings, worker: list[str]) -> None:
    worker[0] = "raise ImportError('no pictures here')"
    with pytest.raises(RuntimeError, match="no pictures here"):
        prepare(root, [A], settings).results()


def test_a_crash_in_the_worker_is_told_with_its_traceback(root: Path, settings: PictureSettings, worker: list[str]) -> None:
    worker[0] = READY + "wire.receive(sys.stdin.buffer); wire.send(sys.stdout.buffer, {'crash': 'Traceback: boom'}); time.sleep(60)"
    with pytest.raises(RuntimeError, match="boom"):
        prepare(root, [A], settings).results()


def test_what_is_not_wanted_any_more_is_ended(root: Path, settings: PictureSettings, worker: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    worker[0] = READY + "time.sleep(60)"
    started: list[child.Child] = []
    monkeypatch.setattr(module, "Child", lambda: started.append(child.Child()) or started[-1])
    preparation = prepare(root, [A, MISNAMED], settings)
    while len(started) < 2:
        time.sleep(0.01)
    preparation.cancel()
    for one in started:
        assert one._process.wait(5) != 0


def test_an_output_profile_that_is_missing_or_none_is_a_fault_at_once(root: Path, settings: PictureSettings, tmp_path: Path) -> None:
    (tmp_path / "none.icc").write_bytes(bytes(200))
    for profile, code in ((tmp_path / "gone.icc", "profile-missing"), (tmp_path / "none.icc", "profile-broken")):
        with pytest.raises(PictureFault) as caught:
            prepare(root, [A], replace(settings, profile=profile))
        assert caught.value.code == code

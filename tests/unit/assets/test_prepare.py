"""All pictures of a build: in the background, each once, from the cache when it has them, and never a hang."""

import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from reportbuilder.assets import child, prepare as module
from reportbuilder.assets.pictures import Job, PictureFault, PictureSettings
from reportbuilder.assets.prepare import prepare
from reportbuilder.diag.diagnostic import Family

REPOSITORY = Path(__file__).parents[3]
FOGRA39 = REPOSITORY / "assets/icc/FOGRA39L_TAC300.icc"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "assets/pictures").mkdir(parents=True)
    gradient = Image.linear_gradient("L").resize((320, 320))
    photo = Image.merge("RGB", (gradient, gradient.rotate(90), gradient))
    for name in ("a.jpg", "b.jpg"):
        photo.save(tmp_path / "assets/pictures" / name, quality=95)
    (tmp_path / "assets/pictures/c.svg").write_text('<svg viewBox="0 0 4 4"><circle cx="2" cy="2" r="2" fill="#123"/></svg>')
    return tmp_path


@pytest.fixture
def settings(tmp_path: Path) -> PictureSettings:
    return PictureSettings(300, 150, 80, FOGRA39, 300, tmp_path / "cache")


@pytest.fixture
def no_child(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr(module, "Child", refuse)


A, B, C = (Job(f"pictures/{name}", 72, 72) for name in ("a.jpg", "b.jpg", "c.svg"))
A_SMALL = Job("pictures/a.jpg", 36, 36)


def test_a_second_build_has_the_same_bytes_from_the_cache(root: Path, settings: PictureSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "assets/pictures/b.jpg").rename(root / "assets/pictures/b.png")
    jobs = [A, replace(B, file="pictures/b.png"), C, A_SMALL, A]
    cold = prepare(root, jobs, settings)
    renditions, faults = cold.results()
    assert (list(renditions), faults) == ([*dict.fromkeys(jobs)], [])
    assert [(job.file, code) for job, code, _, _ in cold.warnings] == [("pictures/b.png", "picture-extension")]
    assert renditions[A_SMALL].print.width == 160
    assert renditions[C].vector.paths[0].rgb == (0x11, 0x22, 0x33)

    monkeypatch.setattr(module, "Child", None)
    warm = prepare(root, jobs, settings)
    assert warm.results() == (renditions, [])
    assert warm.warnings == cold.warnings


def test_a_remark_of_the_worker_is_made_again_when_the_cache_answers(root: Path, settings: PictureSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = BytesIO()
    Image.new("RGB", (320, 320), "teal").save(stream, "JPEG", icc_profile=b"rubbish")
    (root / "assets/pictures/a.jpg").write_bytes(stream.getvalue())
    cold = prepare(root, [A], settings)
    cold.results()
    monkeypatch.setattr(module, "Child", None)
    warm = prepare(root, [A], settings)
    warm.results()
    assert [code for _, code, _, _ in warm.warnings] == ["picture-profile"]
    assert warm.warnings == cold.warnings


def test_a_changed_picture_and_a_damaged_entry_are_made_again(root: Path, settings: PictureSettings) -> None:
    first, _ = prepare(root, [A, B], settings).results()
    Image.new("RGB", (320, 320), "teal").save(root / "assets/pictures/b.jpg")
    for entry in settings.cache.iterdir():
        entry.write_bytes(entry.read_bytes()[:-1])
    second, _ = prepare(root, [A, B], settings).results()
    assert second[A] == first[A]
    assert second[B] != first[B]


def test_faults_come_in_the_order_of_the_jobs_and_need_no_process(root: Path, settings: PictureSettings, no_child: None) -> None:
    (root / "assets/pictures/page.png").write_bytes(b"<!doctype html>")
    jobs = [Job("pictures/page.png", 72, 72), Job("pictures/none.png", 72, 72), Job("pictures/a.jpg", 720, 720)]
    renditions, faults = prepare(root, jobs, settings).results()
    assert renditions == {}
    assert [(job, fault.code) for job, fault in faults] == list(zip(jobs, ("picture-kind", "missing-picture", "picture-too-small")))


def test_one_bad_picture_does_not_hinder_the_others(root: Path, settings: PictureSettings) -> None:
    whole = (root / "assets/pictures/b.jpg").read_bytes()
    (root / "assets/pictures/b.jpg").write_bytes(whole[: len(whole) // 2])
    (root / "assets/pictures/c.svg").write_text('<svg viewBox="0 0 4 4"><text>no</text></svg>')
    renditions, faults = prepare(root, [A, B, C], settings).results()
    assert list(renditions) == [A]
    assert [(job, fault.code) for job, fault in faults] == [(B, "picture-truncated"), (C, "svg-feature")]


READY = "import sys, time; from reportbuilder.assets import wire; wire.send(sys.stdout.buffer, {'ready': True}); "


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What a worker does instead of its work, as source text."""
    text = [""]
    start = f"import sys; sys.path.insert(0, {str(REPOSITORY / 'src')!r}); "
    monkeypatch.setattr(child, "command", lambda: [sys.executable, "-c", start + text[0]])
    yield text


def test_a_worker_that_is_killed_is_one_clear_fault(root: Path, settings: PictureSettings, worker: list[str]) -> None:
    worker[0] = READY + "wire.receive(sys.stdin.buffer); import os, signal; os.kill(os.getpid(), 9)"
    renditions, faults = prepare(root, [A, A_SMALL, B], settings).results()
    assert renditions == {}
    assert [(job, fault.code) for job, fault in faults] == [(job, "picture-failed") for job in (A, A_SMALL, B)]
    assert faults[0][1].message == "decoding the picture ‘pictures/a.jpg’ ended the process that did it (status -9)"


def test_a_worker_that_hangs_is_ended(root: Path, settings: PictureSettings, worker: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "PATIENCE", 0.7)
    worker[0] = READY + "time.sleep(60)"
    begin = time.monotonic()
    _, faults = prepare(root, [A], settings).results()
    assert time.monotonic() - begin < 10
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
    preparation = prepare(root, [A, B], settings)
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


def test_a_build_from_the_cache_does_not_load_the_image_library(root: Path, settings: PictureSettings) -> None:
    prepare(root, [A, C], settings).results()
    script = (
        "import sys; from pathlib import Path; from reportbuilder.assets.inspect import inspect; from reportbuilder.assets.prepare import prepare; "
        "from reportbuilder.assets.pictures import Job, PictureSettings; root = Path(sys.argv[1]); "
        "jobs = [Job(inspect(root, name).file, 72, 72) for name in ('a.jpg', 'c.svg')]; "
        "renditions, _ = prepare(root, jobs, PictureSettings(300, 150, 80, Path(sys.argv[2]), 300, root / 'cache')).results(); "
        "print(len(renditions), 'PIL' in sys.modules)"
    )
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(REPOSITORY / 'src')!r}); {script}", str(root), str(FOGRA39)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "2 False\n"

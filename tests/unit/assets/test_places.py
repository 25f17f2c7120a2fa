"""Names of pictures to files, and every name that must not become one."""

import os
import sys
import unicodedata
from pathlib import Path

import pytest

from reportbuilder.assets import places
from reportbuilder.assets.pictures import PictureFault
from reportbuilder.assets.places import locate, open_picture, read_picture
from reportbuilder.diag.diagnostic import Family

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs links and pipes")


def written(folder: Path) -> Path:
    project = folder / "project"
    for name in ("pictures/omslag.jpg", "pictures/2025/walk.jpg", "logos/logo.svg", "logos/omslag.jpg"):
        path = project / "assets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    (folder / "secret.png").write_bytes(b"x")
    return project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Not to be changed by a test."""
    return written(tmp_path_factory.mktemp("places"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return written(tmp_path)


def fault(root: Path, file: str) -> PictureFault:
    with pytest.raises(PictureFault) as caught:
        open_picture(root, file).close()
    return caught.value


@pytest.mark.parametrize(
    ("file", "found"),
    [
        ("omslag.jpg", "pictures/omslag.jpg"),
        ("pictures/omslag.jpg", "pictures/omslag.jpg"),
        ("logos/omslag.jpg", "logos/omslag.jpg"),
        ("logo.svg", "logos/logo.svg"),
        ("2025/walk.jpg", "pictures/2025/walk.jpg"),
    ],
)
def test_a_bare_name_is_looked_for_among_pictures_then_logos(project: Path, file: str, found: str) -> None:
    assert locate(project, file) == project / "assets" / found


@pytest.mark.parametrize(
    "file",
    [
        "../../secret.png", "pictures/../../../secret.png", "./omslag.jpg", "/etc/passwd", r"C:\secret.png", "C:secret.png", r"\\server\share\a.png",
        r"pictures\omslag.jpg", "~/secret.png", "%2e%2e/%2E%2e/secret.png", "..%2fsecret.png", "%252e%252e/secret.png", "omslag.jpg\0.png",
        "file:///etc/passwd", "http://example.org/a.png", "https://example.org/a.png", "ftp://example.org/a.png", "data:image/png;base64,AAAA",
        "omslag.jpg\n",
    ],
)
def test_a_name_that_leads_out_is_refused(project: Path, file: str) -> None:
    assert fault(project, file).code == "path-outside"


def test_a_refused_name_is_shown_without_control_characters(project: Path) -> None:
    assert fault(project, "a\0\x1b.png").message == "the picture ‘a��.png’ leads out of assets or is no plain name"


@pytest.mark.parametrize("file", ["", "pictures/", "pictures//omslag.jpg", "omslag.jpg.", "omslag.jpg "])
def test_a_name_of_no_file_is_missing(project: Path, file: str) -> None:
    assert fault(project, file).code == "missing-picture"


def test_a_missing_picture_gets_the_nearest_name(project: Path) -> None:
    found = fault(project, "omslga.jpg")
    assert (found.code, found.message, found.hint) == ("missing-picture", "there is no picture ‘omslga.jpg’", "did you mean ‘omslag.jpg’?")


@pytest.mark.parametrize(("file", "right"), [("Omslag.JPG", "omslag.jpg"), ("pictures/OMSLAG.jpg", "omslag.jpg"), ("2025/Walk.jpg", "walk.jpg")])
def test_another_case_is_a_fault_on_every_system(project: Path, file: str, right: str) -> None:
    found = fault(project, file)
    assert found.code == "picture-case"
    assert right in found.hint


def test_names_that_differ_in_unicode_composition_only_are_the_same(root: Path) -> None:
    on_disk = root / "assets/pictures" / unicodedata.normalize("NFD", "café.jpg")
    on_disk.write_bytes(b"x")
    assert locate(root, unicodedata.normalize("NFC", "café.jpg")).samefile(on_disk)


@posix
def test_a_link_out_of_the_project_is_refused_and_one_inside_is_followed(root: Path) -> None:
    pictures = root / "assets/pictures"
    (pictures / "out.png").symlink_to(root.parent / "secret.png")
    (pictures / "folder").symlink_to(root.parent)
    (pictures / "in.jpg").symlink_to("omslag.jpg")
    assert fault(root, "out.png").code == "path-outside"
    assert fault(root, "folder/secret.png").code == "path-outside"
    assert read_picture(root, "in.jpg") == b"x"


@posix
def test_what_is_no_regular_file_is_named_and_never_waited_for(root: Path, answering: None) -> None:
    pictures = root / "assets/pictures"
    os.mkfifo(pictures / "pipe.png")
    (pictures / "folder.png").mkdir()
    (pictures / "loop.png").symlink_to("loop.png")
    (pictures / "gone.png").symlink_to("nowhere.png")
    faults = [fault(root, file) for file in ("pipe.png", "folder.png", "loop.png", "gone.png")]
    assert [f.code for f in faults] == ["not-a-file"] * 4
    assert [f.message.split(" is ")[1] for f in faults[:2]] == ["a pipe, not a file", "a folder, not a file"]


@posix
def test_a_link_to_a_device_is_refused(root: Path) -> None:
    (root / "assets/pictures/random.png").symlink_to("/dev/urandom")
    assert fault(root, "random.png").code in ("path-outside", "not-a-file")


def test_names_of_windows_devices_are_refused_everywhere(project: Path) -> None:
    assert fault(project, "AUX.jpg").code == "not-a-file"


def test_a_file_over_the_limit_is_not_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "MAX_BYTES", 3)
    (root / "assets/pictures/large.png").write_bytes(b"1234")
    found = fault(root, "large.png")
    assert (found.code, found.family) == ("picture-too-large", Family.LIMIT)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="rights do not bind here")
def test_an_unreadable_file_is_a_fault(root: Path) -> None:
    (root / "assets/pictures/omslag.jpg").chmod(0)
    assert fault(root, "pictures/omslag.jpg").code == "picture-unreadable"

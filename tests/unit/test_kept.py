"""What is kept between builds: found again whole and under the same terms, or made again."""

import os
from pathlib import Path

import pytest

from reportbuilder.kept import entry, keep, made, prune, recall, replace_file

VALUE = {"woord": [(1, 2), (3, 4)], "leeg": []}
KIND = dict[str, list[tuple[int, int]]]


def test_what_is_kept_is_found_again_in_one_file(tmp_path: Path) -> None:
    keep(tmp_path / "new/file", "terms", VALUE)
    assert recall(tmp_path / "new/file", "terms", KIND) == VALUE
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["file"]


def test_what_was_never_kept_or_under_other_terms_or_is_of_another_kind_is_not_found(tmp_path: Path) -> None:
    keep(tmp_path / "file", "terms", VALUE)
    assert recall(tmp_path / "none", "terms", KIND) is None
    assert recall(tmp_path, "terms", KIND) is None
    assert recall(tmp_path / "file", "term", KIND) is None
    assert recall(tmp_path / "file", "terms", dict[str, str]) is None


def test_a_damaged_file_is_not_found(tmp_path: Path) -> None:
    file = tmp_path / "file"
    keep(file, "terms", VALUE)
    whole = file.read_bytes()
    for place in range(len(whole)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert recall(file, "terms", KIND) is None
        file.write_bytes(whole[:place])
        assert recall(file, "terms", KIND) is None


def test_what_can_not_be_written_is_no_fault_and_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    keep(tmp_path / "file" / "below", "terms", VALUE)
    assert made(tmp_path / "file", "terms", b"source", lambda: b"made") == b"made"
    keep(tmp_path / "kept", "terms", VALUE)
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError("no room")))
    keep(tmp_path / "kept", "terms", {})
    assert recall(tmp_path / "kept", "terms", KIND) == VALUE
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "kept"]


def test_a_link_is_replaced_and_never_written_through(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"as it was")
    (tmp_path / "kept").symlink_to(tmp_path / "elsewhere")
    replace_file(tmp_path / "kept", b"new ", b"content")
    assert (tmp_path / "elsewhere").read_bytes() == b"as it was" and (tmp_path / "kept").read_bytes() == b"new content"


def test_what_is_made_of_a_source_is_made_once(tmp_path: Path) -> None:
    makings = []

    def make() -> bytes:
        makings.append(1)
        return b"made"

    assert [made(tmp_path, "1", source, make) for source in (b"a", b"a", b"b", b"a")] == [b"made"] * 4
    assert len(makings) == 2
    made(tmp_path, "2", b"a", make)
    assert len(makings) == len(list(tmp_path.iterdir())) == 3
    for path in tmp_path.iterdir():
        path.write_bytes(b"damaged")
    assert made(tmp_path, "1", b"a", make) == b"made" and len(makings) == 4


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    for age, name in enumerate(("newest", "middle", "oldest")):
        (tmp_path / name).write_bytes(bytes(10))
        os.utime(tmp_path / name, (1000 - age, 1000 - age))
    prune(tmp_path, limit=30)
    assert len(list(tmp_path.iterdir())) == 3
    prune(tmp_path, limit=20)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["middle", "newest"]
    prune(tmp_path / "none")


def test_use_keeps_an_entry_young(tmp_path: Path) -> None:
    keep(tmp_path / "entry", "terms", 1)
    os.utime(tmp_path / "entry", (1, 1))
    assert entry(tmp_path, "entry", "terms", int) == 1
    assert (tmp_path / "entry").stat().st_mtime > 1

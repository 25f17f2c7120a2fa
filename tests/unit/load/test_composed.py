"""What was composed before is recalled: the same value, without the parser; whatever is wrong with what was kept, it is composed anew."""

from pathlib import Path

import pytest

from reportbuilder.diag.diagnostic import Log
from reportbuilder.load import compose as module
from reportbuilder.load.compose import compose
from reportbuilder.load.composed import Composed

TEXT = "title: Één dag\nbody:\n- text: |\n    Eerste.\n\n    Tweede ‘zin’.\n- [a, 'b', \"c\\u00e9\"]\nempty:\n"


def kept(file: Path, text: str = TEXT) -> None:
    composed = Composed(file)
    composed.value(text, "a.yaml", Log())
    composed.keep()


@pytest.fixture
def no_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the text was parsed")

    monkeypatch.setattr(module, "compose", refuse)


def test_a_text_is_parsed_once(tmp_path: Path, no_parser: None, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(module, "compose", compose)
        kept(tmp_path / "kept")
    assert Composed(tmp_path / "kept").value(TEXT, "a.yaml", Log()) == compose(TEXT, "a.yaml", Log())


@pytest.mark.parametrize(("text", "file"), [(TEXT + " ", "a.yaml"), (TEXT, "b.yaml")])
def test_another_text_or_file_is_parsed(tmp_path: Path, text: str, file: str) -> None:
    kept(tmp_path / "kept")
    assert Composed(tmp_path / "kept").value(text, file, Log()) == compose(text, file, Log())


@pytest.mark.parametrize("at", [0, 10, 40, 200])
def test_a_damaged_file_is_made_anew(tmp_path: Path, at: int) -> None:
    kept(tmp_path / "kept")
    data = bytearray((tmp_path / "kept").read_bytes())
    data[at] ^= 0xFF
    (tmp_path / "kept").write_bytes(data)
    assert Composed(tmp_path / "kept").value(TEXT, "a.yaml", Log()) == compose(TEXT, "a.yaml", Log())
    (tmp_path / "kept").write_bytes(b"")
    assert Composed(tmp_path / "kept").value(TEXT, "a.yaml", Log())


def test_what_there_was_something_to_say_about_is_said_each_time(tmp_path: Path) -> None:
    text = "title: a # b\n"
    for _ in range(2):
        log, composed = Log(), Composed(tmp_path / "kept")
        composed.value(text, "a.yaml", log)
        composed.keep()
        assert [d.code for d in log.diagnostics] == ["comment-cut"]


def test_a_place_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    kept(tmp_path / "file" / "kept")
    assert Composed(tmp_path / "file" / "kept").value(TEXT, "a.yaml", Log())

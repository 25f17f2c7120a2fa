"""`load.source`: bytes become checked text, or a message says where and why not (THREATS Y5–Y7, Y16, T3, T4, T6, P2, P4)."""

import os
from pathlib import Path

import pytest

from reportbuilder.diag.diagnostic import Family, Log
from reportbuilder.load.source import read_text


def read(path: Path, data: bytes) -> tuple[str | None, list[str]]:
    (path / "a.yaml").write_bytes(data)
    log = Log()
    text = read_text(path / "a.yaml", "a.yaml", log)
    return text, [f"{d.span} {d.severity.name.lower()}[{d.code}] {d.message}" for d in log.diagnostics]


@pytest.mark.parametrize("text", ["a: é\nb: 2\n", "\ufeffa: é\r\nb: 2\r\n", "a: é\rb: 2\r", "a: é\u2028b: 2\u2029"])
def test_a_byte_order_mark_goes_and_all_line_ends_become_lf(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text.encode()) == ("a: é\nb: 2\n", [])


def test_text_is_not_touched_otherwise(tmp_path: Path) -> None:
    text = "a: |\n  trailing  \n\ttab\u00a0\u202f\u2011 no end"
    assert read(tmp_path, text.encode()) == (text, [])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_and_32_are_refused_by_name(tmp_path: Path, encoding: str) -> None:
    assert read(tmp_path, "a: é\n".encode(encoding)) == (None, ["a.yaml:1:1 error[not-utf-8] ‘a.yaml’ is UTF-16 or UTF-32 text"])


def test_a_byte_that_is_no_utf_8_has_line_and_column(tmp_path: Path) -> None:
    data = "é: 1\r\ntitel: ".encode() + b"caf\xe9\n"
    assert read(tmp_path, data) == (None, ["a.yaml:2:11 error[not-utf-8] the byte E9 is no UTF-8 text"])


@pytest.mark.parametrize("character", list("\x00\x07\x0b\x0c\x1b\x7f\x85\x9f\ufffe\uffff\U000f0000\U0010fffd"))
def test_a_character_that_may_not_stand_in_a_report_is_named(tmp_path: Path, character: str) -> None:
    text, messages = read(tmp_path, f"a: 1\nb: x{character}y\n".encode())
    assert text == "a: 1\nb: x\ufffdy\n"
    assert messages == [f"a.yaml:2:5 error[bad-character] the character U+{ord(character):04X} may not stand in a report"]


def test_a_lone_surrogate_in_bytes_is_no_utf_8(tmp_path: Path) -> None:
    assert read(tmp_path, b"a: \xed\xa0\x80\n") == (None, ["a.yaml:1:4 error[not-utf-8] the byte ED is no UTF-8 text"])


def test_hidden_characters_give_warnings(tmp_path: Path) -> None:
    text, messages = read(tmp_path, "a: x\ufeffy\nb: \u202ex\u2067y\u2069\n".encode())
    assert text == "a: x\ufeffy\nb: \u202ex\u2067y\u2069\n"
    assert messages == [
        "a.yaml:1:5 warning[hidden-character] a byte order mark (U+FEFF) stands inside the text",
        "a.yaml:2:4 warning[hidden-character] the character U+202E turns the direction of the text around it",
    ]


def test_a_file_full_of_controls_does_not_flood_the_log(tmp_path: Path) -> None:
    assert len(read(tmp_path, b"ab" + b"\x01" * 100_000)[1]) == 20


def test_a_file_over_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportbuilder.load.source.MAX_BYTES", 9)
    (tmp_path / "a.yaml").write_bytes(b"a" * 10)
    log = Log()
    assert read_text(tmp_path / "a.yaml", "a.yaml", log) is None
    assert [(d.code, d.family) for d in log.diagnostics] == [("too-large", Family.LIMIT)]
    assert read(tmp_path, b"a" * 9)[0] == "a" * 9


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path, answering: None) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    log = Log()
    assert read_text(tmp_path / "a.yaml", "a.yaml", log) is None
    assert [d.code for d in log.diagnostics] == ["not-a-file"]


def test_a_folder_and_a_missing_file_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    log = Log()
    read_text(tmp_path / "a.yaml", "a.yaml", log)
    read_text(tmp_path / "b.yaml", "b.yaml", log)
    read_text(tmp_path / "c\0.yaml", "c.yaml", log)
    assert [d.code for d in log.diagnostics] == ["not-a-file", "missing-file", "unreadable-file"]


def test_a_link_may_point_inside_the_project_only(tmp_path: Path) -> None:
    root = tmp_path / "project"
    (root / "sections").mkdir(parents=True)
    (tmp_path / "secret.yaml").write_text("a: 1\n")
    (root / "inside.yaml").write_text("b: 2\n")
    (root / "sections" / "out.yaml").symlink_to(tmp_path / "secret.yaml")
    (root / "sections" / "in.yaml").symlink_to(root / "inside.yaml")
    (root / "sections" / "ring.yaml").symlink_to(root / "sections" / "ring.yaml")
    log = Log()
    texts = [read_text(root / "sections" / name, f"sections/{name}", log) for name in ("out.yaml", "in.yaml", "ring.yaml")]
    assert texts == [None, "b: 2\n", None]
    assert [d.code for d in log.diagnostics] == ["outside-project", "unreadable-file"]

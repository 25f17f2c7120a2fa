"""THREATS N: every fault of a font is told where the font is named, all of them in one run."""

import os
import shutil
import struct
from pathlib import Path

import pytest

from reportbuilder.build import Options, build
from reportbuilder.diag.diagnostic import Log
from reportbuilder.progress import Progress

FONT = Path(__file__).parents[2] / "assets/fonts/SourceSans3_400Regular_Italic.ttf"


def entry(data: bytes, tag: bytes) -> tuple[int, int, int]:
    """Where the directory names a table, where the table is and how long."""
    (count,) = struct.unpack_from(">H", data, 4)
    places = (12 + 16 * number for number in range(count))
    return next((place, *struct.unpack_from(">LL", data, place + 8)) for place in places if data[place : place + 4] == tag)


def with_table(tag: bytes, fill: bytes) -> bytes:
    """The font with a table of nothing but one byte."""
    data = bytearray(FONT.read_bytes())
    _, start, length = entry(data, tag)
    data[start : start + length] = fill * length
    return bytes(data)


def with_length(tag: bytes, length: int) -> bytes:
    data = bytearray(FONT.read_bytes())
    place, _, _ = entry(data, tag)
    data[place + 12 : place + 16] = struct.pack(">L", length)
    return bytes(data)


def with_permission(flags: int) -> bytes:
    data = bytearray(FONT.read_bytes())
    _, start, _ = entry(data, b"OS/2")
    data[start + 8 : start + 10] = struct.pack(">H", flags)
    return bytes(data)


def renamed(tag: bytes) -> bytes:
    """The font with a table under another name, so that its directory is out of order."""
    data = bytearray(FONT.read_bytes())
    place, _, _ = entry(data, tag)
    data[place : place + 4] = b"zzzz"
    return bytes(data)


BROKEN = {
    "no font at all": (b"dit is geen font " * 50, "font-broken"),
    "CFF outlines": (b"OTTO" + FONT.read_bytes()[4:], "font-kind"),
    "cut off": (FONT.read_bytes()[:5000], "font-broken"),
    "not to be embedded": (with_permission(2), "font-not-embeddable"),
    "not to be subset": (with_permission(0x100), "font-not-embeddable"),
    "empty post": (with_length(b"post", 0), "font-broken"),
    "empty head": (with_length(b"head", 0), "font-broken"),
    "empty OS/2": (with_length(b"OS/2", 0), "font-broken"),
    "blank outlines": (with_table(b"glyf", b"\0"), "font-broken"),
    "wild outlines": (with_table(b"loca", b"\xff"), "font-broken"),
    "no widths": (with_table(b"hmtx", b"\0"), "font-broken"),
    "out of order": (renamed(b"GSUB"), "font-broken"),
}


def run(root: Path) -> dict[str, tuple[str, int]]:
    """What is said: the code and the line, by the name of the file."""
    log = Log()
    assert build(Options(root, write=False), log, Progress()) == ()
    assert {fault.span.file for fault in log.errors} == {"styles/tokens.yaml"}
    assert all(fault.span.column and fault.hint for fault in log.errors)
    names = [name for name in os.listdir(root / "assets/fonts")] + ["weg.ttf"]
    return {next(name for name in names if name in fault.message): (fault.code, fault.span.line) for fault in log.errors}


@pytest.fixture
def named(sample: Path) -> dict[str, int]:
    """The line of ``tokens.yaml`` that names each font of the sample."""
    lines = (sample / "styles/tokens.yaml").read_text(encoding="utf-8").split("\n")
    return {line.split()[-1]: number for number, line in enumerate(lines, 1) if line.endswith(".ttf")}


def test_all_faults_in_fonts_are_told_in_one_run_where_they_are_named(sample: Path, named: dict[str, int]) -> None:
    expected = {}
    for file, (data, code) in zip(sorted(named), BROKEN.values(), strict=False):
        (sample / "assets/fonts" / file).write_bytes(data)
        expected[file] = (code, named[file])
    assert len(expected) == len(BROKEN)
    assert run(sample) == expected


def test_a_font_that_is_no_regular_file_of_the_project_is_never_opened(sample: Path, named: dict[str, int], tmp_path: Path) -> None:
    fonts, (piped, linked, folder, ring, gone, *_) = sample / "assets/fonts", sorted(named)
    shutil.copy(fonts / linked, tmp_path / linked)
    for file in (piped, linked, folder, ring, gone):
        (fonts / file).unlink()
    os.mkfifo(fonts / piped)
    (fonts / linked).symlink_to(tmp_path / linked)
    (fonts / folder).mkdir()
    (fonts / ring).symlink_to(ring)
    codes = {piped: "not-a-file", linked: "outside-project", folder: "not-a-file", ring: "not-a-file", gone: "missing-file"}
    log = Log()
    build(Options(sample, write=False), log, Progress())
    assert [(d.code, d.span.line) for d in log.in_order()] == sorted(((codes[f], named[f]) for f in codes), key=lambda told: told[1])

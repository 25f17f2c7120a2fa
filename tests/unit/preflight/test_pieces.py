"""A file in pieces is read as the whole would be."""

import os
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportbuilder.preflight.pieces import Joined, Opened

STEPS = st.lists(st.tuples(st.integers(-3, 20), st.sampled_from((0, 1, 2)), st.integers(0, 9)), max_size=9)


@given(st.lists(st.binary(max_size=5), max_size=5), STEPS)
def test_pieces_are_read_as_one(pieces: list[bytes], steps: list[tuple[int, int, int]]) -> None:
    mine, whole = Joined(pieces), BytesIO(b"".join(pieces))
    for offset, whence, count in steps:
        if offset + (0, whole.tell(), len(whole.getvalue()))[whence] >= 0:
            assert mine.seek(offset, whence) == whole.seek(offset, whence)
        assert mine.read(count) == whole.read(count) and mine.tell() == whole.tell()


@pytest.mark.skipif(not hasattr(os, "preadv"), reason="a system without preadv")
def test_a_file_is_read_by_several_each_at_its_place(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"0123456789")
    with path.open("rb") as file:
        one, other = Opened(file.fileno()), Opened(file.fileno())
        assert one.read(4) == b"0123" and other.read(2) == b"01" and one.read() == b"456789" and other.seek(-1, 2) == 9 and other.read() == b"9"


def test_nothing_lies_before_the_beginning() -> None:
    with pytest.raises(ValueError, match="negative"):
        Joined([b"a"]).seek(-1)

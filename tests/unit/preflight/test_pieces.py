"""A file in pieces is read as the whole would be."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportbuilder.preflight.pieces import Joined

STEPS = st.lists(st.tuples(st.integers(-3, 20), st.sampled_from((0, 1, 2)), st.integers(0, 9)), max_size=9)


@given(st.lists(st.binary(max_size=5), max_size=5), STEPS)
def test_pieces_are_read_as_one(pieces: list[bytes], steps: list[tuple[int, int, int]]) -> None:
    mine, whole = Joined(pieces), BytesIO(b"".join(pieces))
    for offset, whence, count in steps:
        if offset + (0, whole.tell(), len(whole.getvalue()))[whence] >= 0:
            assert mine.seek(offset, whence) == whole.seek(offset, whence)
        assert mine.read(count) == whole.read(count) and mine.tell() == whole.tell()


def test_nothing_lies_before_the_beginning() -> None:
    with pytest.raises(ValueError, match="negative"):
        Joined([b"a"]).seek(-1)

"""A file in pieces, read as one without making it one: to join what has been made would take longer than to look at it."""

from bisect import bisect_right
from collections.abc import Sequence
from io import SEEK_CUR, SEEK_END, SEEK_SET, RawIOBase
from itertools import accumulate
from typing import Any


class Joined(RawIOBase):
    """The pieces, one after another."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        super().__init__()
        self._pieces = [piece for piece in pieces if piece]
        self._starts = [0, *accumulate(map(len, self._pieces))]
        self._place = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._place

    def seek(self, offset: int, whence: int = SEEK_SET) -> int:
        from_where = {SEEK_SET: 0, SEEK_CUR: self._place, SEEK_END: self._starts[-1]}[whence]
        if from_where + offset < 0:
            raise ValueError("negative seek")
        self._place = from_where + offset
        return self._place

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer as far as there is anything; 0 at the end."""
        wanted, filled = memoryview(buffer).cast("B"), 0
        while filled < len(wanted) and self._place < self._starts[-1]:
            index = bisect_right(self._starts, self._place) - 1
            start = self._place - self._starts[index]
            some = memoryview(self._pieces[index])[start : start + len(wanted) - filled]
            wanted[filled : filled + len(some)] = some
            filled += len(some)
            self._place += len(some)
        return filled

"""Files that are read where they are: in pieces, which to join would take longer than to look at them, or on the disk, by several processes."""

import os
from bisect import bisect_right
from collections.abc import Sequence
from io import SEEK_CUR, SEEK_END, SEEK_SET, BytesIO, RawIOBase
from itertools import accumulate
from typing import Any, BinaryIO

SMALL = 32_000_000
"""Bytes that are joined in less time than they take to read piece by piece."""


class _Placed(RawIOBase):
    """Something of a known size that is read from a place."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._size = size
        self._place = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._place

    def seek(self, offset: int, whence: int = SEEK_SET) -> int:
        from_where = {SEEK_SET: 0, SEEK_CUR: self._place, SEEK_END: self._size}[whence]
        if from_where + offset < 0:
            raise ValueError("negative seek")
        self._place = from_where + offset
        return self._place


class Joined(_Placed):
    """The pieces, one after another."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self._pieces = [piece for piece in pieces if piece]
        self._starts = [0, *accumulate(map(len, self._pieces))]
        super().__init__(self._starts[-1])

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer as far as there is anything; 0 at the end."""
        wanted, filled = memoryview(buffer).cast("B"), 0
        while filled < len(wanted) and self._place < self._size:
            index = bisect_right(self._starts, self._place) - 1
            start = self._place - self._starts[index]
            some = memoryview(self._pieces[index])[start : start + len(wanted) - filled]
            wanted[filled : filled + len(some)] = some
            filled += len(some)
            self._place += len(some)
        return filled


def joined(pieces: Sequence[bytes]) -> BinaryIO | RawIOBase:
    """The pieces as one file: in one piece if they are small, for that is read the quickest."""
    return BytesIO(b"".join(pieces)) if sum(map(len, pieces)) <= SMALL else Joined(pieces)


class Opened(_Placed):
    """A file that is open, by its number; a process and its children read it each at its own place. For systems that have ``preadv``."""

    def __init__(self, number: int) -> None:
        super().__init__(os.fstat(number).st_size)
        self._number = number

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer as far as there is anything; 0 at the end."""
        filled = os.preadv(self._number, [buffer], self._place)
        self._place += filled
        return filled

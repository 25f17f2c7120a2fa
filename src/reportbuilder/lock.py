"""One build at a time in an output folder: a lock that the system itself lets go when its process dies."""

import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 10.0
"""Seconds that a second build waits for the first."""

if sys.platform == "win32":
    import msvcrt

    def _try(file: int) -> bool:
        """Lock a byte far behind the text, since Windows keeps others from reading what is locked."""
        os.lseek(file, 1 << 20, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class Busy(Exception):
    """Another build holds the folder; its text says which."""


@contextmanager
def held(folder: Path, tell: Callable[[str], None], patience: float = PATIENCE) -> Iterator[None]:
    """Hold the folder for the time of the ``with``. Raises `Busy` when another build does not let go, OSError when no lock can be written (as
    when its name is a link: the file that it leads to must not be touched).

    The file stays (to remove it would let two builds lock different files); what counts is the lock on it, so a stale one stops nobody.
    """
    file = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    try:
        _wait(file, tell, patience)
        _sign(file)
        yield
    finally:
        os.close(file)


def _wait(file: int, tell: Callable[[str], None], patience: float) -> None:
    end = time.monotonic() + patience
    told = False
    while not _try(file):
        if time.monotonic() >= end:
            raise Busy(_holder(file))
        if not told:
            tell(f"waiting for {_holder(file)}")
            told = True
        time.sleep(0.1)


def _sign(file: int) -> None:
    os.ftruncate(file, 0)
    os.lseek(file, 0, os.SEEK_SET)
    os.write(file, f"{os.getpid()} {socket.gethostname()}\n".encode())


def _holder(file: int) -> str:
    os.lseek(file, 0, os.SEEK_SET)
    pid, _, host = os.read(file, 200).decode(errors="replace").strip().partition(" ")
    return f"another build (process {pid} on {host})" if host else "another build"

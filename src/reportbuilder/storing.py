"""One finished file written to the disk, read back, and looked at meanwhile."""

import errno
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.diag.diagnostic import Diagnostic, Family, Severity
from reportbuilder.diag.span import Span

BRISK = 0.0002
"""Seconds after which one thread lets another go on, while a file is written and looked at."""

Pieces = tuple[bytes, ...]
"""A file, to be written one after another."""


class Made(Struct, frozen=True):
    """A file, and what is to be said about it. ``later`` looks at it while it is already being written, and gives it anew: with more to be said, or
    in other pieces if it is not to be as it is.
    """

    pieces: Pieces
    diagnostics: tuple[Diagnostic, ...] = ()
    later: "Callable[[], Made] | None" = None


Maker = Callable[[], Made]


class Written(Struct, frozen=True):
    """A file that stands in the work folder, read back; can be told from one process to another."""

    bytes: int
    pages: int | None
    diagnostics: tuple[Diagnostic, ...] = ()

    def told(self) -> bytes:
        """As text that `of` reads."""
        return json.dumps([self.bytes, self.pages, [[d.severity, d.code, d.message, d.span, d.hint, d.family] for d in self.diagnostics]]).encode()

    @classmethod
    def of(cls, told: bytes) -> "Written":
        size, pages, diagnostics = json.loads(told)
        return cls(size, pages, tuple(Diagnostic(Severity(s), code, said, Span(*span), hint, Family(f)) for s, code, said, span, hint, f in diagnostics))


def write(work: Path, name: str, made: Made) -> Written:
    """Write one file to the disk and read it back; what takes time to look at is looked at meanwhile. Raises as `_store` does."""
    if made.later is None:
        return _store(work, name, made)
    writing = _Writing(work, name, made)
    usual = sys.getswitchinterval()
    sys.setswitchinterval(BRISK)  # else each of its many calls of the system ends in a wait for this thread
    writing.start()
    try:
        looked = made.later()
    finally:
        writing.join()
        sys.setswitchinterval(usual)
    if looked.pieces is not made.pieces:
        return _store(work, name, looked)
    return replace(writing.written(), diagnostics=looked.diagnostics)


class _Writing(Thread):
    """`_store` in a thread of its own: the disk waits for no Python."""

    def __init__(self, work: Path, name: str, made: Made) -> None:
        super().__init__(daemon=True)
        self._made = work, name, made
        self._written: Written | BaseException | None = None

    def run(self) -> None:
        try:
            self._written = _store(*self._made)
        except BaseException as fault:  # raised by `written` in the thread that asks
            self._written = fault

    def written(self) -> Written:
        if isinstance(self._written, Written):
            return self._written
        raise self._written or RuntimeError("asked before the file was written")


def _store(work: Path, name: str, made: Made) -> Written:
    """Write one file to the disk and read it back. Raises OSError (with ``needed``, the bytes it takes), or what its reader raises if it is
    no whole PDF or DOCX.
    """
    pieces = made.pieces
    path, size = work / "new" / name, sum(map(len, pieces))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)  # what is there was begun by a process that died
        with open(path, "xb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        if not _reads_back(path, pieces):
            raise OSError(errno.EIO, "it reads back differently from what was written", str(path))
    except OSError as fault:
        fault.needed = size  # type: ignore[attr-defined]
        raise
    return Written(size, _pages(path), made.diagnostics)


def _reads_back(path: Path, pieces: Pieces) -> bool:
    with path.open("rb") as file:
        return all(file.read(len(piece)) == piece for piece in pieces) and not file.read(1)


def _pages(path: Path) -> int | None:
    if path.suffix == ".pdf":
        import pikepdf

        with pikepdf.open(path) as pdf:
            return len(pdf.pages)
    if path.suffix != ".docx":
        return None
    import zipfile

    with zipfile.ZipFile(path) as package:
        if broken := package.testzip():
            raise zipfile.BadZipFile(f"{path.name}: {broken} is damaged")
    return None

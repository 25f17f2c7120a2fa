"""Finished files into the output folder: all of a build change together, or none does.

A build writes into ``out/.new-<pid>``, reads every file back and keeps what it will replace. While it moves the new files into their places
that folder is called ``.swap-<pid>``: whoever finds one left over by a dead build puts the old files back.
"""

import errno
import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from reportbuilder.diag.diagnostic import Family, Log
from reportbuilder.lock import Busy, held
from reportbuilder.storing import Made, Maker, Written, write

PATIENCE = 5.0
"""Seconds to wait for another program (Word, Acrobat) to close a file that we replace."""

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


class Output(Struct, frozen=True):
    """A finished file: where it is, how large it is, and its pages (None for DOCX, whose pages only Word knows)."""

    path: Path
    bytes: int
    pages: int | None


Work = Callable[[], bytes]
Runner = Callable[[Mapping[str, Work]], dict[str, bytes]]


class InUse(Exception):
    """A file that another program does not let go; ``kept`` is the name that its new version has meanwhile, or empty."""

    def __init__(self, name: str, kept: str) -> None:
        super().__init__(name)
        self.name = name
        self.kept = kept


@contextmanager
def claimed(folder: Path, log: Log, tell: Callable[[str], None]) -> Iterator[bool]:
    """The output folder for the time of a build: made if missing, locked, cleared of what dead builds left. False if it can't be had."""
    with ExitStack() as stack:
        yield _is_fit(folder, log) and _claim(folder, log, tell, stack)


def publish(folder: Path, files: Mapping[str, bytes], log: Log, patience: float = PATIENCE) -> tuple[Output, ...]:
    """Put the files, by name, into a claimed folder. If that fails the old files stay as they were, the log says why, and nothing is given."""
    return publish_made(folder, {name: lambda data=data: Made((data,)) for name, data in files.items()}, log, in_turn, patience)


def publish_made(
    folder: Path, makers: Mapping[str, Maker], log: Log, run: Runner, patience: float = PATIENCE, strict: bool = False
) -> tuple[Output, ...]:
    """The same for files that are made only now: each is written and read back where it is made (``run`` may use several processes), and what
    is to be said about it goes into the log. If ``strict``, a warning about one of them keeps the old files too.
    """
    work = folder / f".new-{os.getpid()}"
    written: dict[str, Written] = {}
    try:
        told = run({name: lambda name=name, make=make: write(work, name, make()).told() for name, make in makers.items()})
        written = {name: Written.of(text) for name, text in told.items()}
        for diagnostic in (diagnostic for file in written.values() for diagnostic in file.diagnostics):
            log.add(diagnostic)
        if strict and log.stops(strict):
            return ()
        _keep_old(work, folder, written)
        _swap(work, folder, written, patience)
    except InUse as fault:
        hint = "close it there and build again" + (f"; the new one is beside it as ‘{fault.kept}’" if fault.kept else "")
        _fail(log, "output-in-use", f"‘{fault.name}’ is open in another program", hint)
        return ()
    except OSError as fault:
        _explain(fault, folder, max(getattr(fault, "needed", 0), sum(file.bytes for file in written.values())), log)
        return ()
    finally:
        _remove(work)
    return tuple(Output(folder / name, file.bytes, file.pages) for name, file in written.items())


def in_turn(works: Mapping[str, Work]) -> dict[str, bytes]:
    """The result of each work, one after another."""
    return {name: work() for name, work in works.items()}


# ---------------------------------------------------------------- the folder


def _is_fit(folder: Path, log: Log) -> bool:
    if folder.is_symlink():
        message, hint = f"the output folder {folder} is a link to elsewhere", "name the folder that it points to with --out"
    elif folder.exists() and not folder.is_dir():
        message, hint = f"{folder} is a file, so no folder for the outputs can be there", "move the file away, or name a folder with --out"
    elif not folder.parent.is_dir():
        message, hint = f"there is no folder {folder.parent} for {folder.name}", "make it first, or name another with --out"
    else:
        return True
    _fail(log, "output-folder", message, hint)
    return False


def _claim(folder: Path, log: Log, tell: Callable[[str], None], stack: ExitStack) -> bool:
    try:
        folder.mkdir(exist_ok=True)
        stack.enter_context(held(folder, tell))
        _clear(folder)
    except Busy as busy:
        _fail(log, "output-busy", f"{busy} is at work in {folder}", "wait until it is done, or end it")
    except OSError as fault:
        _explain(fault, folder, 0, log)
    else:
        return True
    return False


def _clear(folder: Path) -> None:
    """Put right what builds left that died here; the folder is locked, so none of it belongs to a living one."""
    for swap in folder.glob(".swap-*"):
        if not swap.is_symlink():
            _put_back(swap, folder)
            _remove(swap)
    for work in folder.glob(".new-*"):
        _remove(work)


# ---------------------------------------------------------------- changing


def _keep_old(work: Path, folder: Path, names: Iterable[str]) -> None:
    """A second name in ``old`` for each file that will be replaced, a mark in ``made`` for each that is not there yet."""
    (work / "old").mkdir()
    (work / "made").mkdir()
    for name in names:
        target = folder / name
        if not os.path.lexists(target):
            (work / "made" / name).touch()
            continue
        try:
            os.link(target, work / "old" / name)
        except OSError:
            shutil.copy2(target, work / "old" / name)
    for part in ("new", "old", "made"):
        _sync(work / part)


def _swap(work: Path, folder: Path, names: Iterable[str], patience: float) -> None:
    """Move the new files into their places; the renaming at the end is the moment from which they count."""
    swap = work.with_name(work.name.replace(".new-", ".swap-"))
    os.rename(work, swap)
    try:
        _sync(folder)
        for name in names:
            _replace(swap / "new" / name, folder / name, patience)
        _sync(folder)
        os.rename(swap, work)
    except BaseException:
        _put_back(swap, folder)
        _remove(swap)
        raise
    with suppress(OSError):
        _sync(folder)


def _replace(new: Path, target: Path, patience: float) -> None:
    """``os.replace``, again and again while another program has the target open (on Windows that is a PermissionError)."""
    end = time.monotonic() + patience
    while True:
        try:
            os.replace(new, target)
            return
        except PermissionError:
            if time.monotonic() >= end:
                raise InUse(target.name, _beside(new, target)) from None
            time.sleep(min(0.2, patience))


def _beside(new: Path, target: Path) -> str:
    beside = target.with_name(f"{target.stem} (new){target.suffix}")
    try:
        os.replace(new, beside)
    except OSError:
        return ""
    return beside.name


def _put_back(swap: Path, folder: Path) -> None:
    """The old files in their places again. May be done over when it was cut short."""
    for made in _entries(swap / "made"):
        (folder / made.name).unlink(missing_ok=True)
    for old in _entries(swap / "old"):
        os.replace(old, folder / old.name)
    _sync(folder)


def _entries(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _sync(folder: Path) -> None:
    """Make the names in a folder last; Windows has no call for it and needs none."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


# ---------------------------------------------------------------- faults


def _explain(fault: OSError, folder: Path, size: int, log: Log) -> None:
    """What a fault of the disk means to the user, and what to do about it."""
    if fault.errno in _FULL:
        room = f"about {size // 1_000_000 + 1} MB" if size else "some room"
        _fail(log, "output-full", f"there is no room in {folder}", f"make room: this build needs {room} in {folder}; nothing there has changed")
    elif fault.errno == errno.ENAMETOOLONG:
        _fail(log, "output-name", f"a name in {folder} is too long", "shorten ‘slug’ in sections/report.yaml, or name another folder with --out")
    elif fault.errno in _FORBIDDEN:
        _fail(log, "output-forbidden", f"nothing may be written in {folder}", "allow writing there, or name another folder with --out")
    else:
        name = Path(fault.filename).name if isinstance(fault.filename, str) else folder.name
        message = f"‘{name}’ cannot be written in {folder}: {(fault.strerror or str(fault)).lower()}"
        _fail(log, "output-fault", message, "see to the disk or the connection, or name another folder with --out")


def _fail(log: Log, code: str, message: str, hint: str) -> None:
    log.error(code, message, hint=hint, family=Family.OUTPUT)

"""Two pieces of work done at the same time: one in a copy of this process, where the system makes copies cheaply, the others here."""

import os
import sys
import threading
from collections.abc import Callable, Mapping

Work = Callable[[], bytes]


def abreast(works: Mapping[str, Work]) -> dict[str, bytes]:
    """The result of each work, in order. The first runs in a forked child while this process does the others; where that is not to be had
    (no fork, one core, other threads alive), or the child fails, it is done here, so that faults are raised here.
    """
    names = list(works)
    if len(names) < 2 or not may_fork():
        return {name: works[name]() for name in names}
    apart = Apart(works[names[0]])
    try:
        done = {name: works[name]() for name in names[1:]}
    except BaseException:
        apart.drop()
        raise
    first = apart.result()
    return {names[0]: works[names[0]]() if first is None else first, **done}


class Apart:
    """A piece of work that a copy of this process does, as it was when the work began; see `may_fork`."""

    def __init__(self, work: Work) -> None:
        self._reading, self._child = _begun(work)

    def result(self) -> bytes | None:
        """What came of it, waited for; None if it failed."""
        with os.fdopen(self._reading, "rb") as pipe:
            data = pipe.read()
        _, status = os.waitpid(self._child, 0)
        return data if os.waitstatus_to_exitcode(status) == 0 else None

    def drop(self) -> None:
        """Let it go, wanted no more."""
        os.close(self._reading)
        os.waitpid(self._child, 0)


def may_fork() -> bool:
    """Whether this process can be copied, and there is a core for the copy."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    return sys.platform == "linux" and cores > 1 and threading.active_count() == 1


def _begun(work: Work) -> tuple[int, int]:
    """Start the work in a child; the end of a pipe that its result comes through, and its number."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return reading, child
    code = 1
    try:
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(work())
        code = 0
    finally:
        os._exit(code)  # nothing of the parent's may be cleaned up here
    raise AssertionError("a child never comes here")

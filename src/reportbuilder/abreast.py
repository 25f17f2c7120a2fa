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
    reading, child = _begun(works[names[0]])
    try:
        done = {name: works[name]() for name in names[1:]}
    except BaseException:
        os.close(reading)
        os.waitpid(child, 0)
        raise
    first = _ended(reading, child)
    return {names[0]: works[names[0]]() if first is None else first, **done}


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


def _ended(reading: int, child: int) -> bytes | None:
    with os.fdopen(reading, "rb") as pipe:
        data = pipe.read()
    _, status = os.waitpid(child, 0)
    return data if os.waitstatus_to_exitcode(status) == 0 else None

"""How much work something takes, as a count that is the same each time; seconds are measured in ``bench/``."""

import gc
import sys
from collections.abc import Callable
from types import FrameType


def lines_run(work: Callable[[], object]) -> int:
    """How many lines of Python are run by ``work``, a line in a loop once a turn."""
    run = 0

    def counted(frame: FrameType, event: str, argument: object) -> object:
        nonlocal run
        run += 1
        return counted

    before, collecting = sys.gettrace(), gc.isenabled()
    gc.disable()  # Who listens to the collector would be counted now and then.
    sys.settrace(counted)
    try:
        work()
    finally:
        sys.settrace(before)
        if collecting:
            gc.enable()
    return run


def growth(work: Callable[[int], object], size: int) -> float:
    """How many times as much work ``work(10 * size)`` is as ``work(size)``: ten when it is linear, a hundred when it is quadratic."""
    work(size)  # What is loaded or remembered the first time is no part of it.
    return lines_run(lambda: work(10 * size)) / lines_run(lambda: work(size))

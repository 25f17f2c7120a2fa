"""What a build is doing and how long each stage took; tells a listener, prints nothing."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from msgspec import Struct


def _silent(text: str) -> None:
    pass


class Progress(Struct):
    """``tell`` hears one short text a stage; ``seconds`` has the time of each stage by name, in order of their first start."""

    tell: Callable[[str], None] = _silent
    clock: Callable[[], float] = time.perf_counter
    seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what is done inside, and tell that it starts; the same stage may come more than once."""
        self.tell(name)
        start = self.clock()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + self.clock() - start

"""A picture worker as the build holds it: started when first needed, asked one picture at a time, ended when it takes too long."""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Timer
from typing import Any

from reportbuilder.assets.wire import receive, send

PATIENCE = 120.0
"""Seconds of the clock for one reply."""
START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from reportbuilder.assets.worker import main; main()"


class Died(Exception):
    """The worker ended before it answered; ``late`` when it was ended for taking too long."""

    def __init__(self, late: bool, status: int) -> None:
        super().__init__(status)
        self.late = late
        self.status = status


def command() -> list[str]:
    """How a worker is started: without site and environment, so quickly, and on the paths that this process has."""
    paths = [str(Path(__file__).parents[2]), *(path for path in sys.path if path)]
    return [sys.executable, "-I", "-S", "-c", START, json.dumps(paths)]


class Child:
    """One worker process."""

    def __init__(self) -> None:
        # The memory of one picture serves the next (up to 32 blocks of 16 MB), instead of going back to the system between them.
        environment = {**os.environ, "PILLOW_BLOCKS_MAX": "32"}
        self._process = subprocess.Popen(command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
        self._ready = False
        self._late = False

    def ask(self, header: dict[str, Any], *blobs: bytes, replies: int) -> Iterator[tuple[dict[str, Any], list[bytes]]]:
        """Send a request and give the replies as they come. Raises `Died`; RuntimeError when the worker could not even start."""
        try:
            with self._patience():
                with contextlib.suppress(OSError):  # it is gone; reading tells more
                    send(self._process.stdin, header, *blobs)
                if not self._ready:
                    receive(self._process.stdout)
                    self._ready = True
            for _ in range(replies):
                with self._patience():
                    reply = receive(self._process.stdout)
                yield reply
        except (EOFError, ValueError):
            self.kill()
            self._require_start()
            raise Died(self._late, self._process.wait()) from None

    @contextlib.contextmanager
    def _patience(self) -> Iterator[None]:
        timer = Timer(PATIENCE, self._give_up)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _require_start(self) -> None:
        if not self._ready and not self._late:
            reason = self._process.stderr.read().decode(errors="replace")
            raise RuntimeError(f"the worker for pictures could not start:\n{reason}")

    def _give_up(self) -> None:
        self._late = True
        self.kill()

    def kill(self) -> None:
        """End the worker, whatever it is doing; who waits for a reply gets `Died`."""
        self._process.kill()

    def close(self) -> None:
        """End the worker and let go of it."""
        self.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            with contextlib.suppress(OSError):  # what was not sent is not wanted any more
                stream.close()

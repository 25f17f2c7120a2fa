"""A file judged in a process of its own, so that no file can take more time or memory than it is given."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, BinaryIO

from msgspec import convert, to_builtins

from reportbuilder.preflight.agree.said import Said
from reportbuilder.preflight.finding import Finding
from reportbuilder.preflight.verdict import Verdict
from reportbuilder.preflight.judgement import Judgement, from_data
from reportbuilder.preflight.limits import Limits
from reportbuilder.preflight.purpose import Purpose
from reportbuilder.preflight.rule import Level

SECONDS = 60
"""For one file; those of the clock are three times as many."""
FULL = "the file takes more memory to judge than it is given"
START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from reportbuilder.preflight.worker import main; main()"


def looked_at(
    file: bytes | BinaryIO, limits: Limits, render: bool = True, views: bool = False, seconds: int = SECONDS, purposes: tuple[Purpose, ...] = ()
) -> Judgement:
    """What a worker says of the file (its bytes, or a file that is open); if it did not live to say it, that the file asks too much.

    Raises RuntimeError when the worker fails by a fault of ours.
    """
    answer = _asked(file, _request(limits, render, views, seconds, purposes), seconds)
    return _unjudged(answer) if isinstance(answer, str) else from_data(answer)


def heard(file: bytes | BinaryIO, seconds: int = SECONDS) -> Said | str:
    """What the file says, or why that can’t be told. Raises RuntimeError as above."""
    answer = _asked(file, json.dumps({"hear": True, "seconds": seconds}), seconds)
    return answer if isinstance(answer, str) else convert(answer["said"], Said)


def _asked(file: bytes | BinaryIO, request: str, seconds: int) -> dict[str, Any] | str:
    """The answer of a worker, or why there is none."""
    paths = [str(Path(__file__).parents[2]), *(path for path in sys.path if path)]
    command = [sys.executable, "-I", "-S", "-c", START, json.dumps(paths), request]
    given, source = (file, subprocess.PIPE) if isinstance(file, bytes) else (None, file)
    with subprocess.Popen(command, stdin=source, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=dict(os.environ)) as process:
        try:
            answer, said = process.communicate(given, timeout=3 * seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            return f"the file takes more than {seconds} s to judge"
        except BaseException:
            process.kill()
            raise
    if process.returncode == 0 and answer:
        reply: dict[str, Any] = json.loads(answer)
        if "crash" in reply:
            raise RuntimeError(f"the process that judges files failed:\n{reply['crash']}")
        return FULL if "full" in reply else reply
    if process.returncode == -24:
        return f"the file takes more than {seconds} s to judge"
    if process.returncode < 0:
        return FULL
    raise RuntimeError(f"the process that judges files failed:\n{said.decode(errors='replace')}")


def _request(limits: Limits, render: bool, views: bool, seconds: int, purposes: tuple[Purpose, ...]) -> str:
    return json.dumps({"limits": to_builtins(limits), "render": render, "views": views, "seconds": seconds, "purposes": purposes})


def _unjudged(why: str) -> Judgement:
    return Judgement(Verdict((Finding("X4-00", Level.ERROR, why),), 0, False, True))

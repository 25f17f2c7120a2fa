"""The process that decodes pictures, apart from the build: it gets bytes and jobs, gives back renditions, and touches no file.

Requests: the jobs of one picture, the settings and the output profile. Replies, one a job: a rendition, a fault, or a crash of ours.
"""

import contextlib
import os
import signal
import sys
import traceback
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

from reportbuilder.assets.decode import Decoded, decode
from reportbuilder.assets.headers import Header
from reportbuilder.assets.inspect import examine_bytes
from reportbuilder.assets.pictures import Job, PictureFault, PictureSettings, Remark, Rendition
from reportbuilder.assets.places import too_large
from reportbuilder.assets.rendition import reduction, render, render_drawing
from reportbuilder.assets.separate import Separation
from reportbuilder.assets.vector import read_svg
from reportbuilder.assets.wire import receive, send, to_message

MEMORY = 3_000_000_000
CPU_SECONDS = 60
"""For one job."""


def main() -> None:
    """Answer requests on standard input until it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the build is told by the same keys, and ends us
    requests, replies = sys.stdin.buffer, sys.stdout.buffer
    _limit("RLIMIT_AS", MEMORY)
    send(replies, {"ready": True})
    # Libraries in C may talk on these; from here on nobody listens.
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 2)
    try:
        while True:
            header, blobs = receive(requests)
            answer(replies, header, *blobs)
    except (EOFError, BrokenPipeError):
        return


def _limit(name: str, value: int) -> None:
    """Lower a limit of this process, on systems that have such."""
    try:
        import resource
    except ImportError:
        return
    which = getattr(resource, name, None)
    if which is not None:
        hard = resource.getrlimit(which)[1]
        with contextlib.suppress(ValueError):  # macOS has this limit in name only
            resource.setrlimit(which, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def answer(replies: BinaryIO, header: dict[str, Any], data: bytes, profile: bytes) -> None:
    """Send one reply for each job of a request; or the size of a page, if that is asked."""
    if "measure" in header:
        _measure(replies, header["measure"], data)
        return
    settings = PictureSettings(**{**header["settings"], "profile": Path(), "cache": Path()})
    jobs = [(Job(file, width, height, tuple(crop)), word_ppi) for file, width, height, crop, word_ppi in header["jobs"]]
    decoded: dict[int, Decoded] = {}
    for job, word_ppi in jobs:
        _limit("RLIMIT_CPU", int(sum(os.times()[:2])) + CPU_SECONDS)
        try:
            message, blobs = to_message(*_done(data, job, word_ppi, settings, _separation(profile, settings.ink_limit, settings.intent), decoded))
            send(replies, message, *blobs)
        except PictureFault as fault:
            _refuse(replies, fault)
        except MemoryError:
            decoded.clear()
            _refuse(replies, too_large(f"the picture ‘{job.file}’ needs more memory than we allow"))
        except Exception:  # a fault of ours: told to the build, which knows what to do with it
            send(replies, {"crash": traceback.format_exc()})


def _measure(replies: BinaryIO, file: str, data: bytes) -> None:
    from reportbuilder.assets.placed.place import opened

    _limit("RLIMIT_CPU", int(sum(os.times()[:2])) + CPU_SECONDS)
    try:
        send(replies, {"size": opened(data, file).size})
    except PictureFault as fault:
        _refuse(replies, fault)
    except Exception:  # as below
        send(replies, {"crash": traceback.format_exc()})


def _refuse(replies: BinaryIO, fault: PictureFault) -> None:
    send(replies, {"fault": [fault.code, fault.message, fault.hint, fault.family]})


@lru_cache(maxsize=2)
def _separation(profile: bytes, ink_limit: float, intent: str) -> Separation:
    return Separation(profile, ink_limit, intent)


def _done(
    data: bytes, job: Job, word_ppi: float, settings: PictureSettings, separation: Separation, decoded: dict[int, Decoded]
) -> tuple[Rendition, tuple[Remark, ...]]:
    """One job done; what was decoded for it serves the next job of the picture that wants the same reduction."""
    header: Header | None = examine_bytes(data, job.file)[1]
    if header is None:
        return render_drawing(read_svg(data, job.file), job, settings, separation, word_ppi), ()
    if header.kind == "pdf":
        from reportbuilder.assets.placed.place import render_page

        return render_page(data, job, settings, separation)
    by = reduction(header, job, settings)
    if by not in decoded:
        decoded[by] = decode(data, header, job.file, by)
    return render(decoded[by], job, settings, separation, word_ppi)


if __name__ == "__main__":
    main()

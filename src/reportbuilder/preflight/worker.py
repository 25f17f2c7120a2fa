"""The process that looks at one file, apart from the command: it gets bytes and limits, gives back a judgement, and touches no file."""

import contextlib
import json
import os
import sys
import traceback
from io import RawIOBase
from stat import S_ISREG
from typing import Any

from msgspec import to_builtins
from pikepdf import settings

from reportbuilder.preflight.judgement import Judgement, as_data
from reportbuilder.preflight.limits import Limits
from reportbuilder.preflight.look import look
from reportbuilder.preflight.pieces import Opened

MEMORY = 3_000_000_000
ARCHIVE, OLD_WORD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
"""How files of Word begin: a DOCX, and what is older than that or locked by a password."""
STREAM = 400_000_000
"""Bytes that one stream may unpack to."""


def main() -> None:
    """The request is an argument (JSON), the file is on standard input, the answer goes to standard output."""
    replies = os.fdopen(os.dup(1), "wb")
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)  # libraries in C may talk on these
    os.dup2(silent, 2)
    request: dict[str, Any] = json.loads(sys.argv[2])
    data = Opened(0) if hasattr(os, "preadv") and S_ISREG(os.fstat(0).st_mode) else open(0, "rb", buffering=0, closefd=False).readall()
    _limit(request["seconds"])
    try:
        answer = _answer(data, request)
    except MemoryError:
        answer = {"full": True}
    except Exception:  # a fault of ours: told to the command, which knows what to do with it
        answer = {"crash": traceback.format_exc()}
    replies.write(json.dumps(answer).encode())
    replies.flush()
    os._exit(0)


def _answer(data: bytes | RawIOBase, request: dict[str, Any]) -> dict[str, Any]:
    if "hear" in request:
        from reportbuilder.preflight.agree.hear import hear

        return {"said": to_builtins(hear(data))}
    limits = Limits(**{**request["limits"], "conditions": tuple(request["limits"]["conditions"])})
    return as_data(_judgement(data, limits, request))


def _judgement(data: bytes | RawIOBase, limits: Limits, request: dict[str, Any]) -> Judgement:
    """Of a PDF or of a DOCX, by how the file begins."""
    start = data[: len(ARCHIVE)] if isinstance(data, bytes) else data.read(len(ARCHIVE))
    if isinstance(data, RawIOBase):
        data.seek(0)
    if start in (ARCHIVE, OLD_WORD):
        from reportbuilder.preflight.word.judge import LARGEST, looked_through

        return looked_through(data if isinstance(data, bytes) else data.read(LARGEST + 1) or b"")
    return look(data, limits, request["render"], request["views"], tuple(request["purposes"]))


def _limit(seconds: int) -> None:
    """Bound what this process may take, where the system can."""
    most = {"flate_max_memory": STREAM, "png_max_memory": STREAM, "run_length_max_memory": STREAM, "tiff_max_memory": STREAM, "dct_max_memory": STREAM}
    settings.set_qpdf_limits(doc_max_warnings=1000, **most)
    try:
        import resource
    except ImportError:
        return
    for name, value in (("RLIMIT_AS", MEMORY), ("RLIMIT_CPU", seconds)):
        which = getattr(resource, name, None)
        if which is not None:
            hard = resource.getrlimit(which)[1]
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(which, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


if __name__ == "__main__":
    main()

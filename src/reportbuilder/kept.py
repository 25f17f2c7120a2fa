"""Values kept between builds in a file: there whole and made under the same terms, or not there."""

import contextlib
import os
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

from msgspec import MsgspecError, msgpack

_CHECK = 16
_MOST = 100_000_000
T = TypeVar("T")


def recall(file: Path, stamp: str, kind: type[T] | Any) -> T | None:
    """What was kept in ``file`` under the same ``stamp``, a value of the ``kind``; None when it is not there, damaged, or from other terms."""
    try:
        if not file.is_file() or file.stat().st_size > _MOST:
            return None
        data = file.read_bytes()
        head = data[:_CHECK]
        return msgpack.decode(memoryview(data)[_CHECK:], type=kind) if head == _check(data[_CHECK:], stamp) else None
    except (OSError, MsgspecError, RecursionError):
        return None


def keep(file: Path, stamp: str, value: object) -> None:
    """Keep a value; a file that cannot be written is no fault."""
    data = msgpack.encode(value)
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)  # never through what may be a link to elsewhere
        with part.open("xb") as stream:
            stream.write(_check(data, stamp))
            stream.write(data)
        part.replace(file)


def _check(data: bytes, stamp: str) -> bytes:
    return blake2b(data, digest_size=_CHECK, key=blake2b(stamp.encode(), digest_size=32).digest()).digest()

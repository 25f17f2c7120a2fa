"""What is kept between builds in files: there whole and made under the same terms, or not there.

A file begins with a hash of its terms (the ``stamp``) and a checksum of the rest, which is a value as MessagePack. What can't be read is made anew, and
what can't be written is no fault: the next build is slower, no more.
"""

import contextlib
import os
import zlib
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from threading import get_ident
from typing import Any, TypeVar

from msgspec import MsgspecError, msgpack

MOST = 500_000_000
"""Bytes of one value, and of a folder of them."""
_TERMS, _HEAD = 12, 16
T = TypeVar("T")


def recall(file: Path, stamp: str, kind: type[T] | Any) -> T | None:
    """What was kept in ``file`` under the same ``stamp``, a value of the ``kind``; None when it is not there, damaged, or from other terms."""
    try:
        if not file.is_file() or file.stat().st_size > MOST:
            return None
        data = file.read_bytes()
        content = memoryview(data)[_HEAD:]
        return msgpack.decode(content, type=kind) if data[:_HEAD] == _head(content, stamp) else None
    except (OSError, MsgspecError, RecursionError):
        return None


def keep(file: Path, stamp: str, value: object) -> None:
    """Keep a value."""
    content = msgpack.encode(value)
    replace_file(file, _head(content, stamp), content)


def entry(folder: Path, name: str, stamp: str, kind: type[T] | Any) -> T | None:
    """As `recall`, of a file in a folder that `prune` keeps small; its time becomes that of its last use."""
    file = folder / name
    value = recall(file, stamp, kind)
    if value is not None:
        with contextlib.suppress(OSError):
            os.utime(file)
    return value


def made(folder: Path, stamp: str, source: bytes, make: Callable[[], bytes]) -> bytes:
    """What ``make`` makes of the ``source``: the entry that is kept by its content, or else made now and kept."""
    digest = blake2b(stamp.encode() + b"\0", digest_size=20)
    digest.update(source)
    name = digest.hexdigest()
    found = entry(folder, name, stamp, bytes)
    if found is None:
        found = make()
        keep(folder / name, stamp, found)
    return found


def prune(folder: Path, limit: int = MOST) -> None:
    """Delete the entries that were not used for longest until no more than ``limit`` bytes are kept."""
    with contextlib.suppress(OSError):
        entries = []
        for path in folder.iterdir():
            with contextlib.suppress(FileNotFoundError):  # another build may be at it
                status = path.stat()
                entries.append((status.st_mtime_ns, status.st_size, path))
        excess = sum(size for _, size, _ in entries) - limit
        for _, size, path in sorted(entries):
            if excess <= 0:
                return
            path.unlink(missing_ok=True)
            excess -= size


def replace_file(file: Path, *pieces: bytes) -> None:
    """The pieces as a file that is whole or as it was before; its folder is made if need be."""
    part = file.with_name(f"{file.name}.{os.getpid()}-{get_ident()}.part")
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)  # never through what may be a link to elsewhere
        try:
            with part.open("xb") as stream:
                stream.writelines(pieces)
            part.replace(file)
        except BaseException:
            part.unlink(missing_ok=True)
            raise


def _head(content: bytes | memoryview, stamp: str) -> bytes:
    """A checksum that finds damage, and no more; a better one would take four times as long, and pictures are large."""
    return blake2b(stamp.encode(), digest_size=_TERMS).digest() + zlib.crc32(content).to_bytes(_HEAD - _TERMS, "big")

"""Renditions kept between builds: one file each, named by a hash of all that went into it, with a checksum."""

import contextlib
import os
import zlib
from collections.abc import Callable
from hashlib import blake2b
from io import BytesIO
from pathlib import Path

from reportbuilder.assets.pictures import Job, PictureSettings, Remark, Rendition
from reportbuilder.assets.wire import from_message, receive, send, to_message

VERSION = 14
"""To be raised with every change of code that changes what comes out of a job."""
MAX_BYTES = 500_000_000
CHECKSUM_LENGTH = 4


def key(source_digest: bytes, job: Job, settings: PictureSettings, profile_digest: bytes, word_ppi: float = 0.0) -> str:
    """The name of the entry for a job, in hexadecimal."""
    wanted = (VERSION, job, word_ppi, settings.print_ppi, settings.web_ppi, settings.web_quality, settings.ink_limit, settings.intent, settings.spots)
    return blake2b(source_digest + profile_digest + repr(wanted).encode(), digest_size=20).hexdigest()


def digest(data: bytes) -> bytes:
    """A hash of the content of a file."""
    return blake2b(data, digest_size=32).digest()


def load(folder: Path, name: str) -> tuple[Rendition, tuple[Remark, ...]] | None:
    """The rendition and its remarks, or None when it is not there or damaged."""
    path = folder / name
    try:
        data = path.read_bytes()
        if zlib.crc32(memoryview(data)[CHECKSUM_LENGTH:]).to_bytes(CHECKSUM_LENGTH, "big") != data[:CHECKSUM_LENGTH]:
            return None
        stream = BytesIO(data)
        stream.seek(CHECKSUM_LENGTH)
        found = from_message(*receive(stream))
    except (OSError, EOFError, ValueError, LookupError, TypeError):
        return None
    with contextlib.suppress(OSError):  # the time of last use, by which `prune` goes; a cache that can't be written still serves
        os.utime(path)
    return found


def store(folder: Path, name: str, rendition: Rendition, remarks: tuple[Remark, ...]) -> None:
    """Keep a rendition; the entry is whole or not there. Raises OSError."""
    header, blobs = to_message(rendition, remarks)
    stream = BytesIO()
    send(stream, header, *blobs)
    _keep(folder / name, stream.getbuffer())


def kept(folder: Path, source: bytes, make: Callable[[], bytes]) -> bytes:
    """What ``make`` makes of the ``source``, from the cache if it is there whole; else it is made, and kept if that can be done."""
    path = folder / blake2b(b"kept" + source, digest_size=20).hexdigest()
    with contextlib.suppress(OSError):
        found = path.read_bytes()
        if zlib.crc32(memoryview(found)[CHECKSUM_LENGTH:]).to_bytes(CHECKSUM_LENGTH, "big") == found[:CHECKSUM_LENGTH]:
            os.utime(path)
            return found[CHECKSUM_LENGTH:]
    made = make()
    with contextlib.suppress(OSError):
        _keep(path, made)
    return made


def _keep(path: Path, *pieces: bytes | memoryview) -> None:
    """A checksum and the pieces as a file that is whole or not there. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    check = 0
    for piece in pieces:
        check = zlib.crc32(piece, check)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    with part.open("wb") as file:
        file.write(check.to_bytes(CHECKSUM_LENGTH, "big"))
        file.writelines(pieces)
    part.replace(path)


def prune(folder: Path, limit: int = MAX_BYTES) -> None:
    """Delete what was not used for longest until no more than ``limit`` bytes are kept. Raises OSError."""
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

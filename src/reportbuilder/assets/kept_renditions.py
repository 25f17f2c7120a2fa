"""Renditions kept between builds: one file each, named by a hash of all that went into it."""

from hashlib import blake2b
from pathlib import Path

from reportbuilder.assets.pictures import Job, PictureSettings, Remark, Rendition
from reportbuilder.kept import entry, keep

VERSION = 14
"""To be raised with every change of code that changes what comes out of a job."""
STAMP = f"rendition {VERSION}"


def key(source_digest: bytes, job: Job, settings: PictureSettings, profile_digest: bytes, word_ppi: float = 0.0) -> str:
    """The name of the entry for a job, in hexadecimal."""
    wanted = (VERSION, job, word_ppi, settings.print_ppi, settings.web_ppi, settings.web_quality, settings.ink_limit, settings.intent, settings.spots)
    return blake2b(source_digest + profile_digest + repr(wanted).encode(), digest_size=20).hexdigest()


def digest(data: bytes) -> bytes:
    """A hash of the content of a file."""
    return blake2b(data, digest_size=32).digest()


def kept_rendition(folder: Path, name: str) -> tuple[Rendition, tuple[Remark, ...]] | None:
    """The rendition and its remarks, or None when it is not there or damaged."""
    return entry(folder, name, STAMP, tuple[Rendition, tuple[Remark, ...]])


def keep_rendition(folder: Path, name: str, rendition: Rendition, remarks: tuple[Remark, ...]) -> None:
    """Keep a rendition."""
    keep(folder / name, STAMP, (rendition, remarks))

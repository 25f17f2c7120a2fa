"""Where a picture file stands: from the name an editor wrote to a regular file inside the project, opened without surprises."""

import os
import re
import stat
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from reportbuilder.assets.kinds import page_of
from reportbuilder.assets.pictures import PictureFault
from reportbuilder.diag.diagnostic import Family
from reportbuilder.diag.nearest import did_you_mean

FOLDERS = ("pictures", "logos")
MAX_BYTES = 100_000_000
FORBIDDEN = re.compile(r'[\\:*?"<>|\x00-\x1f]|%(2e|2f|5c|25|00)', re.IGNORECASE)
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
KINDS = ((stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"))


def locate(root: Path, file: str) -> Path:
    """The picture file of that name, of which ``#2`` may name a page: relative to ``assets`` (``pictures/omslag.jpg``), or bare, and then looked for in ``assets/pictures``
    before ``assets/logos``. The path has the spelling on disk; names that differ only in Unicode composition are the same.

    Raises `PictureFault`: ``path-outside``, ``missing-picture``, ``picture-case``, ``not-a-file``.
    """
    _require_plain(file)
    name = file if _found(root, file, _composed) else page_of(file)[0]
    found = _found(root, name, _composed)
    if found is None:
        other = _found(root, name, _folded)
        if other is not None:
            raise PictureFault("picture-case", f"the picture ‘{file}’ is spelt otherwise on disk", f"write it as the file is named: ‘{other.name}’")
        hint = did_you_mean(name.rpartition("/")[2], known(root)) or "put the file into assets/pictures"
        raise PictureFault("missing-picture", f"there is no picture ‘{file}’", hint)
    _real(root, found, file)
    return found


def _found(root: Path, file: str, same: Callable[[str], str]) -> Path | None:
    parts = file.split("/")
    return _first(root, [parts] if parts[0] in FOLDERS and len(parts) > 1 else [[folder, *parts] for folder in FOLDERS], same)


def known(root: Path) -> list[str]:
    """The names of all files directly in the folders for pictures."""
    return [name for folder in FOLDERS for name in _listing(root / "assets" / folder) if "." in name]


def open_picture(root: Path, file: str) -> BinaryIO:
    """The picture opened for reading. Raises `PictureFault` as `locate` does, and ``picture-unreadable``, ``picture-too-large``."""
    real = _real(root, locate(root, file), file)
    try:
        # Between the check and here the file may have become a link or a pipe: neither is followed nor waited for.
        descriptor = os.open(real, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise PictureFault("picture-unreadable", f"the picture ‘{file}’ can't be read: {error.strerror}", "check the rights of the file") from None
    stream = os.fdopen(descriptor, "rb")
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
        stream.close()
        _require_regular(status.st_mode, file)
        raise too_large(f"the picture ‘{file}’ is larger than {MAX_BYTES // 1_000_000} MB ({status.st_size // 1_000_000} MB)")
    return stream


def read_picture(root: Path, file: str) -> bytes:
    """All bytes of the picture. Raises `PictureFault` as `open_picture` does."""
    with open_picture(root, file) as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise too_large(f"the picture ‘{file}’ grew past {MAX_BYTES // 1_000_000} MB while it was read")
    return data


def too_large(message: str, hint: str = "export it smaller") -> PictureFault:
    """The fault of a picture that passes a limit."""
    return PictureFault("picture-too-large", message, hint, Family.LIMIT)


def _require_plain(file: str) -> None:
    if re.match(r"[a-z][a-z0-9+.-]+:", file, re.IGNORECASE):
        raise _outside(file, "is an address; pictures are never fetched")
    if FORBIDDEN.search(file) or file.startswith(("/", "~")) or any(part in (".", "..") for part in file.split("/")):
        raise _outside(file, "leads out of assets or is no plain name")
    if any(part == "" or part.endswith((" ", ".")) for part in file.split("/")):
        raise PictureFault("missing-picture", f"‘{file}’ is no name of a picture", "write the name of a file in assets/pictures")
    if any(DEVICES.match(part) for part in file.split("/")):
        raise PictureFault("not-a-file", f"‘{file}’ names a device on Windows", "rename the file")


def _outside(file: str, reason: str) -> PictureFault:
    shown = "".join(c if c.isprintable() else "�" for c in file[:80])
    return PictureFault("path-outside", f"the picture ‘{shown}’ {reason}", "put the file into assets/pictures and write its name only")


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _folded(name: str) -> str:
    return _composed(name).casefold()


def _first(root: Path, candidates: list[list[str]], same: Callable[[str], str]) -> Path | None:
    """The first candidate whose every part is on disk under a name that is the ``same``."""
    for parts in candidates:
        path: Path | None = root / "assets"
        for part in parts:
            path = path and _entry(path, part, same)
        if path:
            return path
    return None


def _entry(folder: Path, part: str, same: Callable[[str], str]) -> Path | None:
    names = _listing(folder)
    name = part if part in names else next((name for name in names if same(name) == same(part)), None)
    return folder / name if name else None


def _listing(folder: Path) -> list[str]:
    """The names in a folder; asked of the folder itself because a file system may answer to other spellings."""
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _real(root: Path, path: Path, file: str) -> str:
    """The real path of a regular file inside the project, all links resolved."""
    base = os.path.realpath(root)
    try:
        real = os.path.realpath(path, strict=True)
        mode = os.stat(real).st_mode
    except OSError:
        raise PictureFault("not-a-file", f"the picture ‘{file}’ is a link that leads nowhere", "put the file itself into assets/pictures") from None
    if not Path(real).is_relative_to(base):
        raise PictureFault("path-outside", f"the picture ‘{file}’ is a link out of the project", "put the file itself into assets/pictures")
    _require_regular(mode, file)
    return real


def _require_regular(mode: int, file: str) -> None:
    if not stat.S_ISREG(mode):
        kind = next((kind for test, kind in KINDS if test(mode)), "a device")
        raise PictureFault("not-a-file", f"the picture ‘{file}’ is {kind}, not a file")

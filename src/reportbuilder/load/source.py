"""First step of loading: the bytes of a file as checked text, with lines that end in LF."""

import os
import re
import stat
from pathlib import Path
from unicodedata import normalize

from reportbuilder.diag.diagnostic import Family, Log
from reportbuilder.diag.span import Span

MAX_BYTES = 2_000_000
"""Size of the largest source file."""

FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\U000f0000-\U0010ffff]")
"""Controls but tab and line end, lone surrogates, non-characters, and the private-use planes, which `values.INSERT` needs."""

_SUSPECT = re.compile("[\ufeff\u202a-\u202e]")
_LINE_END = re.compile("\r\n|[\r\u2028\u2029]")
_BOM = b"\xef\xbb\xbf"
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_STAND_IN = "\ufffd"
_MOST_SHOWN = 20


def read_text(path: Path, file: str, log: Log, most: int = 0) -> str | None:
    """The text of a UTF-8 file, or None after an error that leaves nothing to read.

    ``file`` is its name relative to the project, with forward slashes; more than ``most`` bytes (0: `MAX_BYTES`) are an error. Line ends become LF, a letter and
    its accent one character (NFC, so that words look, break and compare the same however they were typed), and a byte order mark goes; a
    character that may not stand in a report is an error and becomes U+FFFD, so that places stay right.
    """
    data = _read_bytes(path, file, log, most or MAX_BYTES)
    if data is None:
        return None
    text = _decoded(data, file, log)
    return None if text is None else _checked(normalize("NFC", _LINE_END.sub("\n", text)), file, log)


def code_point(character: str) -> str:
    """``U+0007``, for messages."""
    return f"U+{ord(character):04X}"


def _read_bytes(path: Path, file: str, log: Log, most: int) -> bytes | None:
    start = Span(file, 1, 1)
    try:
        if not inside(path, file):
            log.error("outside-project", f"‘{file}’ leads out of the project", start, "put the file itself in the project")
            return None
        # A pipe would hang on open; what is swapped in after this look is seen by the second one.
        if stat.S_ISREG(path.stat().st_mode):
            with open(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)), "rb") as stream:
                if stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                    return _within_limit(stream.read(most + 1), file, log, most)
        log.error("not-a-file", f"‘{file}’ is not a regular file", start, "a folder, pipe or device can't be read as text")
    except FileNotFoundError:
        log.error("missing-file", f"there is no file ‘{file}’", start)
    except (OSError, ValueError, RuntimeError) as fault:  # RuntimeError: links in a ring
        reason = getattr(fault, "strerror", None) or str(fault)
        log.error("unreadable-file", f"‘{file}’ can't be read: {reason.lower()}", start)
    return None


def inside(path: Path, file: str) -> bool:
    """Whether the file, links followed, lies under the project, which is as many folders up as ``file`` has names. Raises OSError, or
    RuntimeError for links in a ring.
    """
    root = path.absolute().parents[min(file.count("/"), len(path.absolute().parents) - 1)]
    return path.resolve().is_relative_to(root.resolve())


def _within_limit(data: bytes, file: str, log: Log, most: int) -> bytes | None:
    if len(data) <= most:
        return data
    message = f"‘{file}’ is larger than {most // 1_000_000} MB"
    log.error("too-large", message, Span(file, 1, 1), "divide it over several files", Family.LIMIT)
    return None


def _decoded(data: bytes, file: str, log: Log) -> str | None:
    if data.startswith(_WIDE) or b"\0" in data[:2]:
        log.error("not-utf-8", f"‘{file}’ is UTF-16 or UTF-32 text", Span(file, 1, 1), "save the file as UTF-8")
        return None
    body = data.removeprefix(_BOM)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = _LINE_END.sub("\n", body[: fault.start].decode("utf-8"))
        message = f"the byte {body[fault.start]:02X} is no UTF-8 text"
        log.error("not-utf-8", message, _place(before, len(before), file), "save the file as UTF-8")
        return None


def _checked(text: str, file: str, log: Log) -> str:
    for index in _first(_SUSPECT, text):
        if text[index] == "\ufeff":
            message, hint = "a byte order mark (U+FEFF) stands inside the text", "take it out; it is invisible"
        else:
            message = f"the character {code_point(text[index])} turns the direction of the text around it"
            hint = "take it out; it is invisible. To set off words in another direction use U+2066–U+2069"
        log.warn("hidden-character", message, _place(text, index, file), hint)
    if not FORBIDDEN.search(text):
        return text
    for index in _first(FORBIDDEN, text):
        message = f"the character {code_point(text[index])} may not stand in a report"
        log.error("bad-character", message, _place(text, index, file), "take it out; it is invisible or a leftover of another program")
    return FORBIDDEN.sub(_STAND_IN, text)


def _first(pattern: re.Pattern[str], text: str) -> list[int]:
    """Where the pattern is found, at most so often as is worth reading about."""
    found = (match.start() for match in pattern.finditer(text))
    return [index for index, _ in zip(found, range(_MOST_SHOWN))]


def _place(text: str, index: int, file: str) -> Span:
    line_start = text.rfind("\n", 0, index) + 1
    return Span(file, text.count("\n", 0, line_start) + 1, index - line_start + 1)

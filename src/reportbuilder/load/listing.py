"""Which files of ``sections/`` make the report, and in which order; what one system would let pass and another not is an error on all."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from os import scandir
from pathlib import Path

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.nearest import did_you_mean
from reportbuilder.diag.span import Span
from reportbuilder.load.values import Scalar
from reportbuilder.load.wording import shown

FOLDER = "sections"
REPORT_FILE = "report.yaml"
FIGURES_FILE = "cijfers.yaml"
_SUFFIX = ".yaml"
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?|.*[<>:\"|?*\\\x00-\x1f\ud800-\udfff].*", re.IGNORECASE | re.DOTALL)


def file_in(name: str) -> str:
    """The name of a file as messages show it, relative to the project."""
    return f"{FOLDER}/{name}".encode("utf-8", "replace").decode()


def yaml_files(folder: Path, log: Log) -> tuple[str, ...]:
    """The names of all YAML files in a folder as they are on disk; none if there is no such folder."""
    try:
        with scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if entry.name.lower().endswith((_SUFFIX, ".yml")))
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as fault:
        log.error("unreadable-folder", f"the folder ‘{FOLDER}’ can't be read: {(fault.strerror or '').lower()}", hint="allow reading there")
        return ()
    seen: dict[str, str] = {}
    for name in names:
        if _RESERVED.fullmatch(name):
            hint = "rename it: Windows and other systems can't have a file with this name"
            log.error("bad-file-name", f"‘{file_in(name)}’ is no good name for a file", Span(file_in(name), 1, 1), hint)
        other = seen.setdefault(_folded(name), name)
        if other != name:
            hint = "rename one of them: many systems can't tell such names apart"
            log.error("same-file-name", f"‘{name}’ and ‘{other}’ differ only in case or accents", Span(file_in(name), 1, 1), hint)
    return tuple(names)


def ordered_files(order: Sequence[Scalar], files: Sequence[str], log: Log) -> Iterator[str]:
    """The files of the parts in their order. What is missing or named twice is an error, what is left over a warning."""
    used: dict[str, Scalar] = {}
    for scalar in order:
        name = _on_disk(scalar, files, log)
        if name in used:
            hint = f"it stands at {used[name].span} already; take one out"
            log.error("duplicate-section", f"‘{scalar.text}’ stands in the order twice", scalar.span, hint)
        elif name:
            used[name] = scalar
            yield name
    for name in files:
        if name not in used and name not in (REPORT_FILE, FIGURES_FILE):
            hint = "add it to ‘order’ in report.yaml, or take the file away" if name.endswith(_SUFFIX) else "only files that end in .yaml are read"
            log.warn("unused-section", f"‘{file_in(name)}’ is not in the report", Span(file_in(name), 1, 1), hint)


def misspelled(name: str, files: Sequence[str]) -> str:
    """The file that another system would take for ``name``: it differs in case or in how accents are stored. Empty if there is none."""
    return next((file for file in files if _folded(file) == _folded(name)), "")


def _on_disk(scalar: Scalar, files: Sequence[str], log: Log) -> str:
    """The file that an entry of the order names, or an empty string."""
    name = scalar.text + _SUFFIX
    if name in (REPORT_FILE, FIGURES_FILE):
        log.error("missing-section", f"‘{name}’ is no part of the report", scalar.span, "take it out of the order")
        return ""
    if name in files:
        return name
    if near := misspelled(name, files):
        hint = f"write it ‘{near.removesuffix(_SUFFIX)}’: other systems tell the two apart"
        log.error("wrong-case", f"‘{scalar.text}’ is spelled otherwise on disk", scalar.span, hint)
        return near
    known = [file.removesuffix(_SUFFIX) for file in files if file.endswith(_SUFFIX) and file not in (REPORT_FILE, FIGURES_FILE)]
    hint = did_you_mean(scalar.text, known)
    log.error("missing-section", f"there is no file ‘{file_in(shown(scalar.text))}{_SUFFIX}’", scalar.span, hint)
    return ""


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())

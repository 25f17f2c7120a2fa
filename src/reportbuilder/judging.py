"""Finished files looked at from outside: each judged in a process of its own, told where its findings come from, and reported on."""

from dataclasses import dataclass, replace
from pathlib import Path

from reportbuilder.preflight.apart import looked_at
from reportbuilder.preflight.judgement import Judgement
from reportbuilder.preflight.limits import Limits
from reportbuilder.preflight.rule import Level
from reportbuilder.preflight.sources import Sources, sources, told

MAP = ".map.json"
"""End of the name of the map of a file's places, in the folder of what is kept between builds."""
LARGEST = 2_000_000_000


class Unreadable(Exception):
    """A file that can't be read, or a report that can't be written; the text says which and why."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A file by the name that the user gave it, what came of it, and where its report for the browser is (None when none was wanted)."""

    name: str
    judgement: Judgement
    report: Path | None


def judge_file(path: Path, limits: Limits, render: bool, reports: Path | None) -> Looked:
    """Judge one file; ``reports``: a folder for a report in HTML. Raises `Unreadable`."""
    judgement = looked_at(_contents(path), limits, render, views=reports is not None)
    known = _map_of(path, judgement.identity)
    if known is not None:
        verdict = judgement.verdict
        judgement = replace(judgement, verdict=replace(verdict, findings=told(verdict.findings, known)))
    return Looked(str(path), judgement, _reported(path, judgement, limits, reports) if reports else None)


def exit_code(looked: list[Looked], strict: bool) -> int:
    """5 when a limit was passed, 1 for an error, 3 for a warning under ``strict``, else 0."""
    verdicts = [each.judgement.verdict for each in looked]
    levels = {finding.level for verdict in verdicts for finding in verdict.findings}
    if any(verdict.beyond for verdict in verdicts):
        return 5
    if Level.ERROR in levels:
        return 1
    return 3 if strict and Level.WARNING in levels else 0


def _contents(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise Unreadable(f"there is no file ‘{path}’" if not path.exists() else f"‘{path}’ is no file")
        if path.stat().st_size > LARGEST:
            raise Unreadable(f"‘{path}’ is larger than {LARGEST // 1_000_000_000} GB")
        return path.read_bytes()
    except OSError as fault:
        raise Unreadable(f"‘{path}’ can’t be read: {(fault.strerror or str(fault)).lower()}") from None


def _map_of(path: Path, identity: bytes) -> Sources | None:
    """The map that the build of exactly this file kept, if it is found."""
    for folder in (path.absolute().parent.parent, path.absolute().parent, Path.cwd()):
        kept = folder / ".cache" / (path.stem + MAP)
        try:
            known = sources(kept.read_text(encoding="utf-8")) if kept.is_file() else None
        except (OSError, UnicodeDecodeError):
            known = None
        if known is not None and known.identity == identity:
            return known
    return None


def _reported(path: Path, judgement: Judgement, limits: Limits, folder: Path) -> Path:
    from reportbuilder.preflight.report import html

    target = folder / f"{path.stem}.html"
    try:
        folder.mkdir(exist_ok=True)
        target.write_text(html(path.name, judgement, limits), encoding="utf-8")
    except OSError as fault:
        raise Unreadable(f"‘{target}’ can’t be written: {(fault.strerror or str(fault)).lower()}") from None
    return target

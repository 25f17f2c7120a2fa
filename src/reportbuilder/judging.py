"""Finished files looked at from outside: each judged in a process of its own, told where its findings come from, and reported on.

A build judges what it has just made in its own process, and without rendering pages: that takes a tenth of a second.
"""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.diag.diagnostic import Diagnostic, Severity
from reportbuilder.diag.span import NOWHERE
from reportbuilder.kept import replace_file
from reportbuilder.preflight.judge import judged
from reportbuilder.preflight.limits import MM, Limits
from reportbuilder.preflight.purpose import Purpose
from reportbuilder.preflight.rule import Level
from reportbuilder.preflight.rules import plain
from reportbuilder.preflight.sources import Sources, identity_of, sources, told, written
from reportbuilder.preflight.told import grouped, on_pages
from reportbuilder.preflight.verdict import Verdict, rule_of
from reportbuilder.style.printing import PrintStyle

if TYPE_CHECKING:
    from reportbuilder.preflight.judgement import Judgement

MAP = ".map.json"
"""End of the name of the map of a file's places, in the folder of what is kept between builds."""
LARGEST = 2_000_000_000


class Unreadable(Exception):
    """A file that can't be read, or a report that can't be written; the text says which and why."""


class Looked(Struct, frozen=True):
    """A file by the name that the user gave it, what came of it, and where its report for the browser is (None when none was wanted)."""

    name: str
    judgement: "Judgement"
    report: Path | None


def limits_of(style: PrintStyle, bleed: float, multiple: int = 1) -> Limits:
    """What a printer asks of files, as preflight knows it."""
    conditions = (style.condition,) if style.condition else ()
    usual = Limits()
    inner = 15 * MM if style.binding == "perfect" else 0.0
    return replace(
        usual, name=f"GWG 2022 {'SheetSpot' if style.spots else 'SheetCMYK'}" + (f" and {style.printer}" if style.printer else ""), spot=style.spots,
        conditions=conditions, bleed=bleed, multiple=multiple, ink_average=style.ink_average, ink_most=style.ink_limit, ppi_error=style.ppi_error,
        ppi_warning=style.ppi_warning, ppi_wanted=min(usual.ppi_wanted, style.ppi), ppi_most=max(usual.ppi_most, style.ppi * 1.5), inner=inner,
    )  # fmt: skip


def judge_made(pieces: Sequence[bytes], limits: Limits) -> Verdict:
    """The verdict on a file of ours that was made in this process, by all rules, those about ink as far as colours tell."""
    return judged(pieces, limits, plain.judge, ("print",))


def judge_screen(pieces: Sequence[bytes]) -> Verdict:
    """The verdict on a web PDF of ours, by its structure; what its pages paint is left to `judge_file`, which takes its time."""
    return judged(pieces, Limits(), None, ("web",), deep=False)


def diagnostics(name: str, verdict: Verdict, known: Sources, expected: Collection[str] = (), kind: str = "print") -> Iterator[Diagnostic]:
    """The errors and warnings about a file of ours (its ``kind`` begins their codes) as messages of the build, with their places in the sources; not those of
    rules that are broken on purpose.
    """
    for same in grouped(told(verdict.findings, known)).values():
        first = same[0]
        if first.level is Level.INFO or first.rule in expected:
            continue
        span = next((finding.span for finding in same if finding.span != NOWHERE), NOWHERE)
        hint = rule_of(first.rule).remedy
        yield Diagnostic(Severity.ERROR if first.level is Level.ERROR else Severity.WARNING, f"{kind}-{first.rule.lower()}", f"{name}: {first.message}{on_pages(same)}", span, hint)


def told_before(style: PrintStyle) -> tuple[str, ...]:
    """Rules whose breaches a build need not tell: coarse pictures, of which it says more itself, and spot colours that were ordered."""
    usual = Limits()
    coarse = ("R0031",) if style.ppi_error <= usual.ppi_error and style.ppi_warning <= usual.ppi_warning else ()
    return coarse + (("R0020",) if style.spots else ())


def keep_map(folder: Path, stem: str, known: Sources) -> None:
    """Keep the map of a file for whoever judges it later; a build does without where that can't be done."""
    replace_file(folder / (stem + MAP), written(known).encode())


def made_here(path: Path, folder: Path) -> bool:
    """Whether this is exactly the file that a build made and kept the map of in ``folder``."""
    kept = folder / (path.stem + MAP)
    try:
        known = sources(kept.read_text(encoding="utf-8")) if kept.is_file() else None
    except (OSError, UnicodeDecodeError):
        return False
    return known is not None and known.identity == identity_of(path)


def judge_file(path: Path, limits: Limits, render: bool, reports: Path | None, purposes: tuple[Purpose, ...] = ()) -> Looked:
    """Judge one file, by ``purposes`` or by what it claims; ``reports``: a folder for a report in HTML. Raises `Unreadable`."""
    from reportbuilder.preflight.apart import looked_at

    with _opened(path) as file:
        judgement = looked_at(file, limits, render, views=reports is not None, purposes=purposes)
    known = _map_of(path, judgement.identity)
    if known is not None:
        verdict = judgement.verdict
        judgement = replace(judgement, verdict=replace(verdict, findings=told(verdict.findings, known)))
    return Looked(str(path), judgement, _reported(path, judgement, limits, reports) if reports else None)


def agreement(paths: Sequence[Path]) -> "Judgement":
    """Whether files say the same: print PDFs (the pages, and perhaps the cover), a web PDF, a DOCX, told apart by what is in them. Raises `Unreadable`."""
    from reportbuilder.preflight.agree.compare import RULES, compare
    from reportbuilder.preflight.agree.said import Said
    from reportbuilder.preflight.apart import heard
    from reportbuilder.preflight.finding import Findings
    from reportbuilder.preflight.judgement import Judgement

    findings, by_kind = Findings(RULES), dict[str, list[Said]](print=[], web=[], docx=[])
    known: Sources | None = None
    for path in paths:
        with _opened(path) as file:
            said = heard(file)
        if isinstance(said, str):
            findings.add("AG-00", f"‘{path.name}’: {said}")
        else:
            by_kind[said.kind].append(said)
            known = known or (_map_of(path, said.identity) if said.kind == "web" else None)
    web, docx = by_kind["web"], by_kind["docx"]
    if len(web) > 1 or len(docx) > 1 or len(by_kind["print"]) > 2:
        raise Unreadable("there are too many files of one kind: name the print PDF (and its cover), the web PDF and the DOCX of one report")
    heard_all = not any(said.faults for each in by_kind.values() for said in each) and not findings.all()
    if heard_all and not (web and (docx or by_kind["print"])):
        raise Unreadable("the web PDF is laid beside the others, for it alone has both pages and structure: name it, and the print PDF or the DOCX of the same report")
    compare(by_kind["print"], web[0] if web else None, docx[0] if docx else None, findings)
    found = told(findings.all(), known) if known else findings.all()
    return Judgement(Verdict(found, 0, not any(finding.rule == "AG-00" for finding in found) and not findings.full, False, ("agreement",)))


def exit_code(looked: list[Looked], strict: bool) -> int:
    """5 when a limit was passed, 1 for an error, 3 for a warning under ``strict``, else 0."""
    verdicts = [each.judgement.verdict for each in looked]
    levels = {finding.level for verdict in verdicts for finding in verdict.findings}
    if any(verdict.beyond for verdict in verdicts):
        return 5
    if Level.ERROR in levels:
        return 1
    return 3 if strict and Level.WARNING in levels else 0


def _opened(path: Path) -> BinaryIO:
    try:
        if not path.is_file():
            raise Unreadable(f"there is no file ‘{path}’" if not path.exists() else f"‘{path}’ is no file")
        if path.stat().st_size > LARGEST:
            raise Unreadable(f"‘{path}’ is larger than {LARGEST // 1_000_000_000} GB")
        return path.open("rb")
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


def _reported(path: Path, judgement: "Judgement", limits: Limits, folder: Path) -> Path:
    from reportbuilder.preflight.report import html

    target = folder / f"{path.stem}.html"
    try:
        folder.mkdir(exist_ok=True)
        target.write_text(html(path.name, judgement, limits), encoding="utf-8")
    except OSError as fault:
        raise Unreadable(f"‘{target}’ can’t be written: {(fault.strerror or str(fault)).lower()}") from None
    return target

"""A judgement in words for a terminal, and as data for programs."""

from collections.abc import Iterator
from typing import Any

from reportbuilder.diag.span import NOWHERE
from reportbuilder.preflight.finding import Finding
from reportbuilder.preflight.judgement import Judgement, as_data
from reportbuilder.preflight.rule import Level, family_of
from reportbuilder.preflight.verdict import rule_of

UNKNOWN = "judged by nothing, for its rules are not known here; --for print or --for web judges it nevertheless"
MOST_PLACES = 6
MOST_PAGES = 12
"""More page numbers in one line nobody reads."""


def counted(judgement: Judgement) -> dict[Level, int]:
    """How many findings of each level."""
    found = judgement.verdict.findings
    return {level: sum(finding.level is level for finding in found) for level in reversed(Level)}


def kept(judgement: Judgement) -> dict[str, bool]:
    """Which of the families that it was judged by the file keeps."""
    verdict = judgement.verdict
    broken = {family_of(finding.rule) for finding in verdict.findings if finding.level is Level.ERROR}
    return {family: verdict.complete and family not in broken for family in verdict.families}


def lines(name: str, judgement: Judgement, notes: bool) -> Iterator[str]:
    """The summary, and a line for each kind of finding with its pages, place in the sources, and what to do. ``notes``: those good to know too."""
    for key, same in grouped(judgement.verdict.findings).items():
        level, rule = Level(key[0]), rule_of(key[1])
        if level is Level.INFO and not notes:
            continue
        yield f"{name}: {level.word}[{rule.id}]: {key[2]}{_where(same)}"
        yield f"  hint: {rule.remedy} ({rule.source})"
    outcome = ", ".join(f"{family} {'kept' if good else 'not kept'}" for family, good in kept(judgement).items())
    yield f"{name}: {outcome}; {totals(judgement)}" if outcome else f"{name}: {UNKNOWN}"


def totals(judgement: Judgement) -> str:
    """``2 errors, 1 warning, 3 notes``."""
    parts = [f"{count} {level.word}{'s' if count != 1 else ''}" for level, count in counted(judgement).items() if count]
    return ", ".join(parts) or "nothing to say"


def grouped(findings: tuple[Finding, ...]) -> dict[tuple[int, str, str], list[Finding]]:
    """Findings that say the same, on whatever page."""
    same: dict[tuple[int, str, str], list[Finding]] = {}
    for finding in findings:
        same.setdefault((int(finding.level), finding.rule, finding.message), []).append(finding)
    return same


def on_pages(same: list[Finding]) -> str:
    """`` on pages 3, 4 (7 times)``."""
    pages = [str(finding.page) for finding in same if finding.page]
    times = sum(finding.count for finding in same)
    shown = ", ".join(pages[:MOST_PAGES]) + (" …" if len(pages) > MOST_PAGES else "")
    where = f" on page{'s' if len(pages) > 1 else ''} {shown}" if pages else ""
    return where + (f" ({times} times)" if times > len(same) else "")


def _where(same: list[Finding]) -> str:
    spans = [finding.span for finding in same if finding.span != NOWHERE]
    return (on_pages(same) or _in_parts(same)) + (f", from {spans[0]}" + (" and others" if len(set(spans)) > 1 else "") if spans else "")


def _in_parts(same: list[Finding]) -> str:
    """`` in document.xml, paragraph 3; footnotes.xml, paragraph 5``, for files that have no pages."""
    places = list(dict.fromkeys(finding.object for finding in same if finding.object and not finding.page))
    return f" in {'; '.join(places[:MOST_PLACES])}" + (" …" if len(places) > MOST_PLACES else "") if places else ""


def data(name: str, judgement: Judgement) -> dict[str, Any]:
    """For JSON: findings with their rules, what the file keeps, what it holds; without its pictures."""
    made = as_data(judgement)
    del made["views"], made["identity"]
    for finding, row in zip(judgement.verdict.findings, made["findings"]):
        rule = rule_of(finding.rule)
        file, line, column = row.pop("span")
        row |= {"file": file, "line": line, "column": column, "family": rule.family, "source": rule.source, "means": rule.means, "hint": rule.remedy}
    return {"path": name, "kept": kept(judgement), **made}

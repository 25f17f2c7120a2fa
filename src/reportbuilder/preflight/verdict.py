"""What came of judging one file."""

from msgspec import Struct

from reportbuilder.preflight.finding import Finding
from reportbuilder.preflight.rule import PRINT, Family, Level, Rule, family_of


class Verdict(Struct, frozen=True):
    """The findings, errors first, and how many pages the file has (0 for a DOCX). ``complete`` is false when it could not be looked at to the end,
    ``beyond`` when that is because a limit was passed. ``families``: whose rules it was judged by.
    """

    findings: tuple[Finding, ...]
    pages: int
    complete: bool
    beyond: bool = False
    families: tuple[Family, ...] = PRINT

    def keeps(self, family: Family) -> bool:
        """Whether it was judged by a family, and no error of it was found."""
        broken = any(found.level is Level.ERROR and family_of(found.rule) == family for found in self.findings)
        return self.complete and family in self.families and not broken


_BY_ID: dict[str, Rule] = {}


def rule_of(id: str) -> Rule:
    """A rule by its id; those of other kinds of files are loaded only when one of them is asked for."""
    if id not in _BY_ID:
        _BY_ID.update((rule.id, rule) for rule in _rules(family_of(id)))
    return _BY_ID[id]


def _rules(family: Family) -> tuple[Rule, ...]:
    match family:
        case "PDF/UA-1" | "PDF/A-2a":
            from reportbuilder.preflight.screen import RULES as spoken

            return spoken
        case "Word":
            from reportbuilder.preflight.word.judge import RULES as written

            return written
        case "agreement":
            from reportbuilder.preflight.agree.compare import RULES as alike

            return alike
        case _:
            from reportbuilder.preflight.judge import ALL_RULES

            return ALL_RULES

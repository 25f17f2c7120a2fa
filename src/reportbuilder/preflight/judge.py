"""One file judged by all rules: those that look at objects and content always, those that look at rendered pages when asked."""

from collections.abc import Callable, Sequence
from io import BytesIO

from msgspec import Struct
from pikepdf import PasswordError, Pdf, PdfError

from reportbuilder.preflight.evidence import Evidence
from reportbuilder.preflight.finding import Finding, Findings
from reportbuilder.preflight.content import TooMuch
from reportbuilder.preflight.limits import Limits
from reportbuilder.preflight.pieces import Joined
from reportbuilder.preflight.rule import FAMILIES, Family, Level, Rule, gwg
from reportbuilder.preflight.rules import bleed, colour, file, fonts, ink_table, intent, metadata, objects, painted, pages, pictures

OWN = (
    gwg("0001", Level.ERROR, "the file keeps PDF/X-4", "see to the errors against PDF/X-4"),
)
MODULES = (file, metadata, intent, pages, objects, colour, fonts, pictures, painted, bleed)
RULES: tuple[Rule, ...] = (*OWN, *(rule for module in MODULES for rule in module.RULES))
"""All rules that are judged from objects and content."""


class Verdict(Struct, frozen=True):
    """What came of one file: its findings, errors first, and how many pages it has. ``complete`` is false when it could not be looked at
    to the end, ``beyond`` when that is because a limit was passed.
    """

    findings: tuple[Finding, ...]
    pages: int
    complete: bool
    beyond: bool = False

    def keeps(self, family: Family) -> bool:
        """Whether no error of a family was found."""
        return self.complete and not any(f.level is Level.ERROR and RULE_OF[f.rule].family == family for f in self.findings)


def judged(data: bytes | Sequence[bytes], limits: Limits, more: Callable[[Evidence, Findings], None] | None = None, rules: tuple[Rule, ...] = RULES) -> Verdict:
    """Judge a whole file, which may be in pieces; ``more`` looks further (at rendered pages) and its rules are among ``rules``. Never raises for a bad file."""
    findings = Findings(rules)
    pages, complete, beyond = 0, True, False
    try:
        file = BytesIO(data) if isinstance(data, bytes) else Joined(data)
        start = file.read(1024) or b""
        with Pdf.open(file) as pdf:
            evidence = Evidence(start, pdf, limits)
            pages = len(evidence.pages)
            if not pages:
                findings.add("X4-00", "the file has no pages")
            for look in (*(module.judge for module in MODULES), *((more,) if more else ())):
                complete &= _looked(look, evidence, findings)
    except PasswordError:
        findings.add("X4-02", "the file is locked with a password")
        complete = False
    except (PdfError, TooMuch, RecursionError) as fault:
        reason = str(fault).split("\n")[0][:200]
        findings.add("X4-00", f"the file can’t be judged: {reason}" if isinstance(fault, TooMuch) else f"the file is damaged: {reason}")
        complete, beyond = False, isinstance(fault, TooMuch)
    _roll_up(findings)
    return Verdict(findings.all(), pages, complete and not findings.full, beyond)


def _looked(look: Callable[[Evidence, Findings], None], evidence: Evidence, findings: Findings) -> bool:
    """Look by some rules; whether they could be judged to the end. In a file made to deceive, any entry may be of any type: what trips over
    that is told as a fault of the file, which then keeps nothing.
    """
    try:
        look(evidence, findings)
    except (TypeError, ValueError, AttributeError, LookupError, ArithmeticError, RuntimeError) as fault:
        findings.add("X4-00", f"parts of the file are not what they say they are ({type(fault).__name__} in {look.__module__.split('.')[-1]})")
        return False
    return True


def _roll_up(findings: Findings) -> None:
    """GWG asks for PDF/X-4 first of all."""
    against = sum(found.level is Level.ERROR and found.rule.startswith("X4-") for found in findings.all())
    if against:
        findings.add("R0001", f"{against} errors against PDF/X-4" if against > 1 else "an error against PDF/X-4")


ALL_RULES = (*RULES, *ink_table.RULES)
"""Those that look at rendered pages too."""
RULE_OF = {rule.id: rule for rule in ALL_RULES}
assert len(RULE_OF) == len(ALL_RULES) and {rule.family for rule in RULES} <= set(FAMILIES)

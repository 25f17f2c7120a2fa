"""One PDF judged by the rules of what it is for: those that look at objects and content always, those that look at rendered pages when asked."""

from collections.abc import Callable, Sequence
from io import BytesIO, RawIOBase

from msgspec import Struct
from pikepdf import PasswordError, Pdf, PdfError

from reportbuilder.preflight.evidence import Evidence
from reportbuilder.preflight.finding import Finding, Findings
from reportbuilder.preflight.content import TooMuch
from reportbuilder.preflight.limits import Limits
from reportbuilder.preflight.pieces import Joined
from reportbuilder.preflight.purpose import Purpose, purposes_of
from reportbuilder.preflight.rule import FAMILIES, PRINT, Family, Level, Rule, gwg
from reportbuilder.preflight.rules import bleed, colour, file, fonts, ink_table, intent, metadata, objects, painted, pages, pictures
from reportbuilder.preflight.ua import judge as ua

OWN = (
    gwg("0001", Level.ERROR, "the file keeps PDF/X-4", "see to the errors against PDF/X-4"),
)
MODULES = (file, metadata, intent, pages, objects, colour, fonts, pictures, painted, bleed)
RULES: tuple[Rule, ...] = (*OWN, *(rule for module in MODULES for rule in module.RULES))
"""All rules of print that are judged from objects and content."""


class Verdict(Struct, frozen=True):
    """What came of one file: its findings, errors first, and how many pages it has. ``complete`` is false when it could not be looked at
    to the end, ``beyond`` when that is because a limit was passed. ``families``: whose rules it was judged by.
    """

    findings: tuple[Finding, ...]
    pages: int
    complete: bool
    beyond: bool = False
    families: tuple[Family, ...] = PRINT

    def keeps(self, family: Family) -> bool:
        """Whether it was judged by a family, and no error of it was found."""
        broken = any(f.level is Level.ERROR and RULE_OF[f.rule].family == family for f in self.findings)
        return self.complete and family in self.families and not broken


Look = Callable[[Evidence, Findings], None]


def judged(data: bytes | Sequence[bytes] | RawIOBase, limits: Limits, more: Look | None = None, purposes: tuple[Purpose, ...] = ()) -> Verdict:
    """Judge a whole file, which may be in pieces or open, by what it is for: ``purposes``, or what it claims itself. ``more`` looks further. Never raises for a bad file."""
    findings = Findings(ALL_RULES)
    pages, complete, beyond = 0, True, False
    chosen: tuple[Purpose, ...] = purposes or ("print",)
    families: tuple[Family, ...] = PRINT
    try:
        file = data if isinstance(data, RawIOBase) else BytesIO(data) if isinstance(data, bytes) else Joined(data)
        start = file.read(1024) or b""
        with Pdf.open(file) as pdf:
            evidence = Evidence(start, pdf, limits)
            pages = len(evidence.pages)
            chosen = purposes or purposes_of(evidence)
            families = families_of(chosen, evidence)
            if not pages:
                findings.add(_damage(chosen), "the file has no pages")
            for look in (*_looks(families, evidence), *((more,) if more else ())):
                complete &= _looked(look, evidence, findings, _damage(chosen))
    except PasswordError:
        findings.add("X4-02" if "print" in chosen else "UA-00-0", "the file is locked with a password")
        complete = False
    except (PdfError, TooMuch, RecursionError) as fault:
        reason = str(fault).split("\n")[0][:200]
        findings.add(_damage(chosen), f"the file can’t be judged: {reason}" if isinstance(fault, TooMuch) else f"the file is damaged: {reason}")
        complete, beyond = False, isinstance(fault, TooMuch)
    _roll_up(findings)
    return Verdict(findings.all(), pages, complete and not findings.full, beyond, families)


def _damage(purposes: tuple[Purpose, ...]) -> str:
    """The rule that a file breaks which can't be read."""
    return "X4-00" if "print" in purposes else "UA-00-0"


def families_of(purposes: tuple[Purpose, ...], evidence: Evidence) -> tuple[Family, ...]:
    """Whose rules are looked at for what a file is for."""
    wanted: tuple[Family, ...] = (*(PRINT if "print" in purposes else ()), *(("PDF/UA-1",) if "web" in purposes else ()))
    return wanted


def _looks(families: tuple[Family, ...], evidence: Evidence) -> list[Look]:
    looks: list[Look] = [module.judge for module in MODULES] if "PDF/X-4" in families else []
    return looks + (ua.looks(evidence) if "PDF/UA-1" in families else [])


def _looked(look: Look, evidence: Evidence, findings: Findings, damage: str) -> bool:
    """Look by some rules; whether they could be judged to the end. In a file made to deceive, any entry may be of any type: what trips over
    that is told as a fault of the file, which then keeps nothing.
    """
    try:
        look(evidence, findings)
    except (TypeError, ValueError, AttributeError, LookupError, ArithmeticError, RuntimeError) as fault:
        findings.add(damage, f"parts of the file are not what they say they are ({type(fault).__name__} in {look.__module__.split('.')[-1]})")
        return False
    return True


def _roll_up(findings: Findings) -> None:
    """GWG asks for PDF/X-4 first of all."""
    against = sum(found.level is Level.ERROR and found.rule.startswith("X4-") for found in findings.all())
    if against:
        findings.add("R0001", f"{against} errors against PDF/X-4" if against > 1 else "an error against PDF/X-4")


ALL_RULES = (*RULES, *ink_table.RULES, *ua.RULES)
"""Those that look at rendered pages, and those for other purposes, too."""
RULE_OF = {rule.id: rule for rule in ALL_RULES}
assert len(RULE_OF) == len(ALL_RULES) and {rule.family for rule in ALL_RULES} <= set(FAMILIES)

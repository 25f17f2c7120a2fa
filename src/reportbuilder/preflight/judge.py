"""One PDF judged by the rules of what it is for: those that look at objects and content always, those that look at rendered pages when asked."""

from collections.abc import Callable, Sequence
from io import BytesIO, RawIOBase

from pikepdf import PasswordError, Pdf, PdfError

from reportbuilder.preflight.evidence import Evidence
from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.content import TooMuch, why
from reportbuilder.preflight.limits import Limits
from reportbuilder.preflight.pieces import joined
from reportbuilder.preflight.purpose import SPOKEN, Purpose, families_of
from reportbuilder.preflight.rule import PRINT, Family, Level, Rule, gwg
from reportbuilder.preflight.rules import bleed, colour, file, fonts, ink_table, intent, metadata, objects, painted, pages, pictures
from reportbuilder.preflight.verdict import Verdict

OWN = (
    gwg("0001", Level.ERROR, "the file keeps PDF/X-4", "see to the errors against PDF/X-4"),
)
MODULES = (file, metadata, intent, pages, objects, colour, fonts, pictures, painted, bleed)
RULES: tuple[Rule, ...] = (*OWN, *(rule for module in MODULES for rule in module.RULES))
"""All rules of print that are judged from objects and content."""


Look = Callable[[Evidence, Findings], None]


def judged(
    data: bytes | Sequence[bytes] | RawIOBase, limits: Limits, more: Look | None = None, purposes: tuple[Purpose, ...] = (), deep: bool = True
) -> Verdict:
    """Judge a whole file, which may be in pieces or open, by what it is for: ``purposes``, or what it claims itself. ``more`` looks further; without ``deep``
    the content of a web PDF is not looked at. Never raises for a bad file.
    """
    families: tuple[Family, ...] = ("PDF/UA-1",) if purposes == ("web",) else PRINT
    findings = Findings(ALL_RULES)
    findings.know(_more_rules(families))
    pages, complete, beyond = 0, True, False
    try:
        file = data if isinstance(data, RawIOBase) else BytesIO(data) if isinstance(data, bytes) else joined(data)
        start = file.read(1024) or b""
        with Pdf.open(file) as pdf:
            evidence = Evidence(start, pdf, limits)
            pages = len(evidence.pages)
            families = families_of(evidence, purposes, deep)
            findings.know(_more_rules(families))
            if not pages:
                findings.add(_damage(families), "the file has no pages")
            for look in (*_looks(families, evidence, deep), *((more,) if more else ())):
                complete &= _looked(look, evidence, findings, _damage(families))
    except PasswordError:
        findings.add("X4-02" if "PDF/X-4" in families else "UA-00-0", "the file is locked with a password")
        complete = False
    except (PdfError, TooMuch, RecursionError) as fault:
        reason = why(fault)
        findings.add(_damage(families), f"the file can’t be judged: {reason}" if isinstance(fault, TooMuch) else f"the file is damaged: {reason}")
        complete, beyond = False, isinstance(fault, TooMuch)
    _roll_up(findings)
    return Verdict(findings.all(), pages, complete and not findings.full, beyond, families)


def _damage(families: tuple[Family, ...]) -> str:
    """The rule that a file breaks which can't be read."""
    return "UA-00-0" if "PDF/UA-1" in families else "A2-00-0" if "PDF/A-2a" in families else "X4-00"


def _more_rules(families: tuple[Family, ...]) -> tuple[Rule, ...]:
    """Those that are loaded only for files that need them."""
    if not set(families) & SPOKEN:
        return ()
    from reportbuilder.preflight.screen import RULES as spoken

    return spoken


def _looks(families: tuple[Family, ...], evidence: Evidence, deep: bool) -> list[Look]:
    looks: list[Look] = [module.judge for module in MODULES] if "PDF/X-4" in families else []
    if set(families) & SPOKEN:
        from reportbuilder.preflight.screen import looks as spoken

        looks += spoken(evidence, families, deep)
    return looks


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


ALL_RULES = (*RULES, *ink_table.RULES)
"""Those that look at rendered pages too."""

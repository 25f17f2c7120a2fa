"""A DOCX judged by all rules."""

from types import ModuleType

from reportbuilder.archive import Refused
from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.judge import Verdict
from reportbuilder.preflight.rule import Rule
from reportbuilder.preflight.word import contrast, pictures, tables, text, whole
from reportbuilder.preflight.word.document import Word

MODULES: tuple[ModuleType, ...] = (whole, pictures, tables, text, contrast)
RULES: tuple[Rule, ...] = tuple(sorted((rule for module in MODULES for rule in module.RULES), key=lambda rule: rule.id))


def judged_word(data: bytes) -> Verdict:
    """Judge a whole file. Never raises for a bad one."""
    findings = Findings(RULES)
    complete, beyond = True, False
    try:
        held = Word(data)
        for module in MODULES:
            module.judge(held, findings)
    except Refused as fault:
        findings.add("D-20", fault.message)
        complete, beyond = False, fault.limit
    except (RecursionError, ValueError, TypeError, AttributeError, LookupError) as fault:
        findings.add("D-20", f"parts of the file are not what they say they are ({type(fault).__name__})")
        complete = False
    return Verdict(findings.all(), 0, complete and not findings.full, beyond, ("Word",))

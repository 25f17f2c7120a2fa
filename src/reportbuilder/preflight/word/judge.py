"""A DOCX judged by all rules."""

from contextlib import suppress
from types import ModuleType

from msgspec.structs import replace

from reportbuilder.archive import Refused
from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.verdict import Verdict
from reportbuilder.preflight.judgement import Judgement
from reportbuilder.preflight.rule import Rule
from reportbuilder.preflight.survey import NOTHING
from reportbuilder.preflight.word import contrast, pictures, tables, text, whole
from reportbuilder.preflight.word.document import Word
from reportbuilder.preflight.word.whole import property_of

LARGEST = 200_000_000
"""Bytes of a file that is looked at."""
OLD = b"\xd0\xcf\x11\xe0"
"""How files begin that are older than DOCX, or encrypted."""
MODULES: tuple[ModuleType, ...] = (whole, pictures, tables, text, contrast)
RULES: tuple[Rule, ...] = tuple(sorted((rule for module in MODULES for rule in module.RULES), key=lambda rule: rule.id))


def looked_through(data: bytes) -> Judgement:
    """Judge a file, and say what it says of itself."""
    verdict, said = judged_word(data), NOTHING
    with suppress(Refused):
        held = Word(data)
        said = replace(NOTHING, title=property_of(held, "title")[:200], producer=property_of(held, "creator")[:200], claims=("DOCX",))
    return Judgement(verdict, said)


def judged_word(data: bytes) -> Verdict:
    """Judge a whole file. Never raises for a bad one."""
    findings = Findings(RULES)
    complete, beyond = True, False
    if data.startswith(OLD):
        findings.add("D-16", "the file is locked by a password, or older than DOCX")
        return Verdict(findings.all(), 0, False, False, ("Word",))
    if len(data) > LARGEST:
        findings.add("D-20", f"the file is larger than {LARGEST // 1_000_000} MB")
        return Verdict(findings.all(), 0, False, True, ("Word",))
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

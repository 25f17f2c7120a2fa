"""A file judged by all rules of PDF/UA-1."""

from collections.abc import Callable
from types import ModuleType

from reportbuilder.preflight.evidence import Evidence
from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.rule import Rule
from reportbuilder.preflight.ua import annotations, content, document, fonts, language, structure, tables
from reportbuilder.preflight.ua.evidence import Tagged

MODULES = (document, content, structure, tables, language, annotations, fonts)
SHALLOW = (document, structure, tables, language, annotations)
RULES: tuple[Rule, ...] = tuple(rule for module in MODULES for rule in module.RULES)
"""All rules that are judged from the file alone; those of other font formats and the ones that only a person can judge are not among them."""


def looks(evidence: Evidence, deep: bool) -> list[Callable[[Evidence, Findings], None]]:
    """What looks for breaches, one for each module; they share what they gather. Without ``deep`` content and fonts are left out, which take four fifths
    of the time.
    """
    tagged = Tagged(evidence, deep)
    return [_look(module, tagged) for module in (MODULES if deep else SHALLOW)]


def _look(module: ModuleType, tagged: Tagged) -> Callable[[Evidence, Findings], None]:
    def look(_: Evidence, findings: Findings) -> None:
        module.judge(tagged, findings)

    look.__module__ = module.__name__
    return look

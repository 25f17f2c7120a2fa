"""What looks at a PDF that is made for readers: rules of PDF/UA-1 and PDF/A-2a, over what is gathered of the file once."""

from collections.abc import Callable, Collection
from types import ModuleType

from reportbuilder.preflight.archival import judge as archival
from reportbuilder.preflight.evidence import Evidence
from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.rule import Family, Rule
from reportbuilder.preflight.ua import judge as ua
from reportbuilder.preflight.ua.evidence import Tagged

RULES: tuple[Rule, ...] = (*ua.RULES, *archival.RULES)


def looks(evidence: Evidence, families: Collection[Family], deep: bool) -> list[Callable[[Evidence, Findings], None]]:
    """One for each module of rules. Without ``deep`` content and fonts are left out."""
    tagged = Tagged(evidence, deep)
    modules: list[ModuleType] = []
    if "PDF/UA-1" in families:
        modules += ua.MODULES if deep else ua.SHALLOW
    if "PDF/A-2a" in families:
        modules += archival.MODULES
    return [_look(module, tagged) for module in modules]


def _look(module: ModuleType, tagged: Tagged) -> Callable[[Evidence, Findings], None]:
    def look(_: Evidence, findings: Findings) -> None:
        module.judge(tagged, findings)

    look.__module__ = module.__name__
    return look

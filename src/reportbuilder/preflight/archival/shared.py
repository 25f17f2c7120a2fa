"""What PDF/A-2a asks of fonts and tags in the same words as PDF/UA-1: found by its rules, told under these."""

from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.rule import Rule, archive
from reportbuilder.preflight.ua import fonts, structure
from reportbuilder.preflight.ua.evidence import Tagged

_TAGS = {"UA-7.1-5": "6.7.3.4-1", "UA-7.1-6": "6.7.3.4-2", "UA-7.1-7": "6.7.3.4-3"}


def _number(rule: str) -> str:
    """The number of a rule about fonts: clause 7.21 of the one is 6.2.11 of the other, but for what its maps to Unicode have a clause more."""
    return f"6.2.11.{rule.removeprefix('UA-7.21.')}".replace("6.2.11.7-", "6.2.11.7.2-")


_SAME = {rule.id: _number(rule.id) for rule in fonts.RULES} | _TAGS
RULES: tuple[Rule, ...] = tuple(archive(_SAME[rule.id], rule.means, rule.remedy) for rule in (*fonts.RULES, *structure.RULES) if rule.id in _SAME)


def judge(tagged: Tagged, findings: Findings) -> None:
    """Look for breaches of the rules above."""
    found = Findings((*fonts.RULES, *structure.RULES))
    fonts.judge(tagged, found)
    structure.judge(tagged, found)
    for each in found.all():
        if each.rule in _SAME:
            findings.add(f"A2-{_SAME[each.rule]}", each.message, each.page, each.boxes[0] if each.boxes else None, each.object)

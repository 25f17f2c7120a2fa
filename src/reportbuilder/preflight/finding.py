"""What was found: breaches of rules with their places, gathered so that one cause is told once a page."""

from collections.abc import Iterable

from msgspec import Struct

from reportbuilder.diag.span import NOWHERE, Span
from reportbuilder.preflight.rule import Level, Rule

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points, in the coordinates of the page."""
MOST_BOXES = 60
"""More places of one finding on one page nobody looks at."""
MOST_FINDINGS = 2_000


class Finding(Struct, frozen=True):
    """One breach. ``page`` counts from 1; 0 is the file as a whole. ``boxes`` are where on it, ``count`` how often there; ``object`` names
    what it is in the file; ``span`` where it comes from in the sources, when that is known.
    """

    rule: str
    level: Level
    message: str
    page: int = 0
    boxes: tuple[Box, ...] = ()
    count: int = 1
    object: str = ""
    span: Span = NOWHERE


class _Growing(Struct):
    level: Level
    object: str
    boxes: list[Box] = []
    count: int = 0


class Findings:
    """Collects findings of known rules only; the same message about the same page counts up."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = {rule.id: rule for rule in rules}
        self._found: dict[tuple[int, str, str, str], _Growing] = {}
        self.full = False

    def know(self, rules: Iterable[Rule]) -> None:
        """More rules that may be broken."""
        self._rules |= {rule.id: rule for rule in rules}

    def add(self, rule: str, message: str, page: int = 0, box: Box | None = None, object: str = "", level: Level | None = None) -> None:
        """Note a breach; ``level`` where it is not that of the rule."""
        key = (page, rule, message, object)
        growing = self._found.get(key)
        if growing is None:
            if len(self._found) >= MOST_FINDINGS:
                self.full = True
                return
            growing = self._found[key] = _Growing(self._rules[rule].level if level is None else level, object)
        growing.count += 1
        if box is not None and len(growing.boxes) < MOST_BOXES:
            growing.boxes.append(box)

    def take(self, found: Iterable[Finding]) -> None:
        """Note what was found elsewhere."""
        for each in found:
            key = (each.page, each.rule, each.message, each.object)
            if key not in self._found and len(self._found) >= MOST_FINDINGS:
                self.full = True
                return
            growing = self._found.setdefault(key, _Growing(each.level, each.object))
            growing.count += each.count
            growing.boxes = [*growing.boxes, *each.boxes][:MOST_BOXES]

    def all(self) -> tuple[Finding, ...]:
        """Errors first, then by page and rule."""
        found = [
            Finding(rule, growing.level, message, page, tuple(growing.boxes), growing.count, object)
            for (page, rule, message, object), growing in self._found.items()
        ]
        return tuple(sorted(found, key=lambda finding: (-finding.level, finding.page, finding.rule, finding.message)))

"""What a rule of typographic care is."""

import re
from collections.abc import Callable
from functools import cached_property

from msgspec import Struct

BARE_MARK, LINKED_MARK, BREAK = "\ufffc", "\ufffb", "\n"
"""What stands for the mark of a note, for one right behind a link, and for a line break while rules look."""
NARROW, FIXED = "\u202f", "\u00a0"
"""No-break spaces: the narrow one before units and between initials, the wide one elsewhere."""
NUMBER = r"\d+(?:[.,:]\d+)*"
DIGITS = tuple("0123456789")

Better = Callable[[re.Match[str]], str | None]


class Rule(Struct, frozen=True, dict=True):
    """``expression`` finds what could be better; it begins with the sign that it looks for and then looks back, which is many times quicker
    than the other way round. ``better`` gives what should stand for a match, or None where all is well after all. Without one of the
    ``triggers`` in a text (if there are any), or where ``needs`` says no, nothing is looked for.
    """

    code: str
    message: str
    expression: str
    better: Better | str
    triggers: tuple[str, ...] = ()
    needs: Callable[[str], object] = bool

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression compiled; most rules find nothing to do and are never compiled."""
        return re.compile(self.expression)

    @cached_property
    def signs(self) -> frozenset[str]:
        """The rarest character of each trigger: where none of them is in a text there is nothing to do."""
        return frozenset(min(trigger, key=lambda sign: (sign.isspace(), sign.isalpha())) for trigger in self.triggers)

    def may_match(self, text: str) -> bool:
        """Whether it is worth a try."""
        return (not self.triggers or any(map(text.__contains__, self.triggers))) and bool(self.needs(text))

    def instead(self, found: re.Match[str]) -> str | None:
        """What should stand for a match."""
        return self.better if isinstance(self.better, str) else self.better(found)

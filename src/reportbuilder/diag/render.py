"""Messages as people and programs read them: one line on a terminal, one object in JSON."""

from collections.abc import Iterable
from typing import Any
from unicodedata import category

from reportbuilder.diag.diagnostic import Diagnostic, Severity
from reportbuilder.diag.span import Span

_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Unicode categories that could break the line, hide text or command the terminal."""
_LONGEST = 1000
"""More of a line nobody reads, whatever name or text from the sources is in it."""


def as_text(diagnostic: Diagnostic) -> str:
    """``file:line:column: error[code]: message``, and the hint on a line of its own; safe to print whatever the sources hold."""
    head = f"{_place(diagnostic.span)}{_word(diagnostic)}[{diagnostic.code}]: {diagnostic.message}"
    return visible(head) + (f"\n  hint: {visible(diagnostic.hint)}" if diagnostic.hint else "")


def as_data(diagnostic: Diagnostic) -> dict[str, Any]:
    """The same for JSON; ``file`` is empty and ``line`` and ``column`` are 0 where there is no place."""
    return {
        "severity": _word(diagnostic),
        "code": diagnostic.code,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "file": diagnostic.span.file,
        "line": diagnostic.span.line,
        "column": diagnostic.span.column,
    }


def count(diagnostics: Iterable[Diagnostic]) -> str:
    """``3 errors, 1 warning, 2 pieces of advice``; empty when there are none."""
    found = [d.severity for d in diagnostics]
    return ", ".join(_counted(found.count(severity), severity) for severity in reversed(Severity) if severity in found)


def plural(number: int, noun: str) -> str:
    """``1 file``, ``3 files``."""
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _word(diagnostic: Diagnostic) -> str:
    return diagnostic.severity.name.lower()


def _counted(number: int, severity: Severity) -> str:
    if severity is Severity.ADVICE:
        return f"{plural(number, 'piece')} of advice"
    return plural(number, severity.name.lower())


def _place(span: Span) -> str:
    if not span.file:
        return ""
    return f"{span}: " if span.line else f"{span.file}: "


def visible(text: str) -> str:
    """The text as one line that is safe on a terminal."""
    shown = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    return "".join(f"\\u{ord(c):04x}" if category(c) in _UNSEEN else c for c in shown)

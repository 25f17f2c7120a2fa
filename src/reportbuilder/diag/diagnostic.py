"""Messages as values: what is wrong, where, and what to do about it."""

from enum import IntEnum

from msgspec import Struct

from reportbuilder.diag.span import NOWHERE, Span


class Severity(IntEnum):
    """How bad a message is; an error stops the build, a warning only under ``--strict``, advice never: `check` shows it and `build` counts it."""

    ADVICE = 0
    WARNING = 1
    ERROR = 2


class Family(IntEnum):
    """What kind of failure an error is; its value is the exit code of the command."""

    REPORT = 1
    OUTPUT = 4
    LIMIT = 5


class Diagnostic(Struct, frozen=True):
    """One message. ``code`` is kebab-case and stable; ``hint`` says what to do, or is empty."""

    severity: Severity
    code: str
    message: str
    span: Span = NOWHERE
    hint: str = ""
    family: Family = Family.REPORT


class Log(Struct):
    """Collects the messages of one run; passed from step to step, never global."""

    diagnostics: list[Diagnostic] = []
    _known: set[Diagnostic] = set()

    def error(self, code: str, message: str, span: Span = NOWHERE, hint: str = "", family: Family = Family.REPORT) -> None:
        """Note a fault and go on; the caller continues with a sensible stand-in."""
        self.add(Diagnostic(Severity.ERROR, code, message, span, hint, family))

    def warn(self, code: str, message: str, span: Span = NOWHERE, hint: str = "") -> None:
        """Note something that the editor should look at."""
        self.add(Diagnostic(Severity.WARNING, code, message, span, hint))

    def advise(self, code: str, message: str, span: Span = NOWHERE, hint: str = "") -> None:
        """Note what could be better and stays as it is; ``hint`` shows the better form."""
        self.add(Diagnostic(Severity.ADVICE, code, message, span, hint))

    def add(self, diagnostic: Diagnostic) -> None:
        """Note a message that was made elsewhere; the same one only once."""
        if diagnostic not in self._known:
            self._known.add(diagnostic)
            self.diagnostics.append(diagnostic)

    @property
    def errors(self) -> list[Diagnostic]:
        """The faults so far, in the order in which they were found."""
        return [d for d in self.diagnostics if d.severity is Severity.ERROR]

    def stops(self, strict: bool) -> bool:
        """Whether something noted keeps the outputs from being written: an error, and a warning too if ``strict``."""
        least = Severity.WARNING if strict else Severity.ERROR
        return any(d.severity >= least for d in self.diagnostics)

    def in_order(self) -> list[Diagnostic]:
        """All messages sorted by place, those without a place last."""
        return sorted(self.diagnostics, key=lambda d: (d.span == NOWHERE, d.span, d.code, d.message))

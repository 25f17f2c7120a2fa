"""Pictures, as figures, covers and all other nodes that show one name them; see `nodes`."""

from dataclasses import dataclass

from reportbuilder.diag.span import Span


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file by its name under ``assets/pictures`` or ``assets/logos``. ``span`` points at the name."""

    file: str
    alt: str
    credit: str
    span: Span
    id: int = 0

"""Pictures, as figures, covers and all other nodes that show one name them; see `nodes`."""

from msgspec import Struct

from reportbuilder.diag.span import Span


class Picture(Struct, frozen=True):
    """A picture file by its name under ``assets/pictures`` or ``assets/logos``. ``span`` points at the name."""

    file: str
    alt: str
    credit: str
    span: Span
    id: int = 0

"""Names that must be known, and what is said when they are not."""

from collections.abc import Iterable

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.nearest import did_you_mean
from reportbuilder.load.values import Scalar
from reportbuilder.load.wording import shown


def known(name: Scalar, names: Iterable[str], what: str, log: Log) -> bool:
    """Whether the name is one of ``names``; if not, the log says so (``unknown-<what>``)."""
    if name.text in names:
        return True
    log.error(f"unknown-{what}", f"there is no {what} ‘{shown(name.text)}’", name.span, did_you_mean(name.text, names))
    return False

"""A mutant: a correct web PDF with one thing broken."""

from collections.abc import Callable
from functools import cache
from io import BytesIO

from msgspec import Struct
from pikepdf import Pdf
from unit.pdf.by_hand import whole

from reportbuilder.pdf.profile import WEB

Change = Callable[[Pdf], None]


class UaMutant(Struct, frozen=True):
    """``change`` breaks ``rules`` and no others. ``foreign`` where veraPDF sees other rules broken by it, with the reason told beside it;
    none where it gives no verdict.
    """

    name: str
    rules: frozenset[str]
    change: Change | None
    bytes: Callable[[bytes], bytes] = lambda data: data
    options: dict[str, object] = {}
    foreign: frozenset[str] | None = None


MUTANTS: list[UaMutant] = []


def breaks(*rules: str, foreign: tuple[str, ...] | None = None, **options: object) -> Callable[[Change], Change]:
    """The change below it breaks these rules and no others; ``options`` for saving."""

    def note(change: Change) -> Change:
        ids = frozenset(f"UA-{rule}" for rule in rules)
        seen = None if foreign is None else frozenset(f"UA-{rule}" for rule in foreign)
        MUTANTS.append(UaMutant(change.__name__, ids, change, options=options, foreign=seen))
        return change

    return note


@cache
def base() -> bytes:
    """A correct file, its streams not packed."""
    return _saved(whole(WEB), lambda pdf: None, {})


def mutated(mutant: UaMutant) -> bytes:
    """The correct file with one thing broken."""
    return mutant.bytes(base() if mutant.change is None else _saved(base(), mutant.change, mutant.options))


def _saved(data: bytes, change: Change, options: dict[str, object]) -> bytes:
    with Pdf.open(BytesIO(data)) as pdf:
        change(pdf)
        file = BytesIO()
        pdf.save(file, **{"static_id": True, "fix_metadata_version": False, "force_version": "1.7", "compress_streams": False, **options})
    return file.getvalue()

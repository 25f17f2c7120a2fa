"""What the user asks of a build."""

from pathlib import Path

from msgspec import Struct

from reportbuilder.project import FORMATS, Format
from reportbuilder.style.sheet import WebStandard


class Options(Struct, frozen=True):
    """The project in ``root``, another folder ``out``, which outputs, a language instead of the report's own, the style sheet, whether
    warnings stop the build, whether to write at all, and a printer and a standard of the web PDF instead of the style sheet's own.
    """

    root: Path
    out: Path | None = None
    formats: tuple[Format, ...] = FORMATS
    language: str | None = None
    strict: bool = False
    write: bool = True
    style: str = "tokens"
    printer: str | None = None
    web: WebStandard | None = None

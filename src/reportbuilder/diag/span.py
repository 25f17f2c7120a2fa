"""A place in the sources."""

from typing import NamedTuple


class Span(NamedTuple):
    """File (relative to the project, with forward slashes), line and column, both from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Span("", 0, 0)

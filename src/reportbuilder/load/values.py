"""What a YAML file holds, every character with its place: mappings, sequences, and scalars that are always text."""

from bisect import bisect_right

from msgspec import Struct

from reportbuilder.diag.span import Span

INSERT = 0xF0000
"""Code point (in a private-use plane that sources may not use) of the first inserted value in a scalar's text."""


class Scalar(Struct, frozen=True, tag="s", array_like=True):
    """Text as typed. ``marks`` are (index, line, column), ascending: from that index on, columns count up one a character.

    After `variables.substitute`, ``chr(INSERT + i)`` in ``text`` stands for ``inserts[i]``: data, never markup.
    """

    text: str
    file: str
    marks: tuple[tuple[int, int, int], ...]
    inserts: tuple[str, ...] = ()

    def at(self, index: int) -> Span:
        """The place of the character with that index."""
        start, line, column = self.marks[max(0, bisect_right(self.marks, (index, 1 << 60, 0)) - 1)]
        return Span(self.file, line, column + index - start)

    @property
    def span(self) -> Span:
        """The place of the first character."""
        return self.at(0)

    @property
    def plain(self) -> str:
        """The text with its inserted values put in."""
        if not self.inserts:
            return self.text
        return "".join(self.inserts[ord(c) - INSERT] if INSERT <= ord(c) < INSERT + len(self.inserts) else c for c in self.text)


class Sequence(Struct, frozen=True, tag="l", array_like=True):
    items: "tuple[Value, ...]"
    span: Span


class Entry(Struct, frozen=True, array_like=True):
    key: Scalar
    value: "Value"


class Mapping(Struct, frozen=True, tag="m", array_like=True):
    entries: tuple[Entry, ...]
    span: Span

    def get(self, name: str) -> "Value | None":
        """The value of a key, or None."""
        return next((entry.value for entry in self.entries if entry.key.text == name), None)

    def names(self) -> tuple[str, ...]:
        return tuple(entry.key.text for entry in self.entries)


Value = Scalar | Sequence | Mapping

"""The fields of a mapping as nodes and strings, figures brought in. What is missing or wrong was reported by `check`; here it is empty."""

from collections.abc import Iterator

from msgspec import Struct

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import Span
from reportbuilder.load.care import advise, advise_line
from reportbuilder.load.inlines import inlines, plain_line
from reportbuilder.load.markdown import blocks
from reportbuilder.load.values import Mapping, Scalar, Sequence, Value
from reportbuilder.load.variables import Figures, substitute
from reportbuilder.model.nodes import Blocks, Inlines, List, Paragraph


class Fields(Struct, frozen=True):
    """Reads fields of any mapping; ``language`` (a BCP 47 tag) says how figures are written.

    ``figures`` is None if their file can't be read: then it is not said of each one that it is unknown. ``raw``: calls of figures stay
    as typed, for a text that is to be translated.
    """

    figures: Figures | None
    language: str
    log: Log
    raw: bool = False

    def inlines(self, mapping: Mapping, name: str) -> Inlines:
        """Text with marks, of one paragraph."""
        scalar = mapping.get(name)
        return self.inlines_of(scalar) if isinstance(scalar, Scalar) else ()

    def inlines_of(self, scalar: Scalar) -> Inlines:
        """The same of an item of a list."""
        filled = self._filled(scalar)
        content = inlines(filled, self.log)
        advise(content, filled, self.language, self.log)
        return content

    def blocks(self, mapping: Mapping, name: str) -> Blocks:
        """Paragraphs and lists."""
        scalar = mapping.get(name)
        if not isinstance(scalar, Scalar):
            return ()
        filled = self._filled(scalar)
        made = blocks(filled, self.log)
        for paragraph in _paragraphs(made):
            advise(paragraph.content, filled, self.language, self.log)
        return made

    def line(self, mapping: Mapping, name: str) -> str:
        """Text without marks, on one line."""
        scalar = mapping.get(name)
        return self.line_of(scalar) if isinstance(scalar, Scalar) else ""

    def line_of(self, scalar: Scalar) -> str:
        """The same of an item of a list."""
        filled = self._filled(scalar)
        text = plain_line(filled)
        advise_line(text, filled, self.language, self.log)
        return text

    def data(self, scalar: Scalar) -> str:
        """Text on one line with its figures brought in, also where they stay as typed otherwise: for what is reckoned with."""
        return plain_line(substitute(scalar, self.figures or Figures({}), self.language, self.log if self.figures else Log()))

    def _filled(self, scalar: Scalar) -> Scalar:
        if self.figures is None:
            return substitute(scalar, Figures({}), self.language, Log(), self.raw)
        return substitute(scalar, self.figures, self.language, self.log, self.raw)


def _paragraphs(made: Blocks) -> Iterator[Paragraph]:
    """Those that stand in a text, in lists too."""
    for block in made:
        match block:
            case Paragraph():
                yield block
            case List():
                for item in block.items:
                    yield from _paragraphs(item.blocks)


def typed(mapping: Mapping, name: str) -> str:
    """A name, a file or a choice: text that is taken as typed."""
    scalar = mapping.get(name)
    return scalar.text if isinstance(scalar, Scalar) else ""


def inner(mapping: Mapping, name: str) -> Mapping:
    """A mapping in the mapping; an empty one if it is missing."""
    value = mapping.get(name)
    return value if isinstance(value, Mapping) else Mapping((), mapping.span)


def items(mapping: Mapping, name: str) -> tuple[Mapping, ...]:
    """The mappings of a list."""
    value = mapping.get(name)
    return tuple(item for item in value.items if isinstance(item, Mapping)) if isinstance(value, Sequence) else ()


def scalars(value: Value | None) -> tuple[Scalar, ...]:
    """The texts of a list."""
    return tuple(item for item in value.items if isinstance(item, Scalar)) if isinstance(value, Sequence) else ()


def place(mapping: Mapping, content: Inlines = ()) -> Span:
    """Where the content begins, or else the first key of the mapping."""
    if content:
        return content[0].span
    return mapping.entries[0].key.span if mapping.entries else mapping.span

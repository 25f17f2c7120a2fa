"""The words in which `tables` says what a file may hold: kinds of values, and shapes with named fields."""

from typing import Literal

from msgspec import Struct

from reportbuilder.load.values import Mapping

Form = Literal["plain", "inline", "blocks", "id", "name", "language", "number", "length", "colour", "feature"]


class FormRule(Struct, frozen=True):
    """What a form of text is called, and if it is narrower than any text: the pattern it fits, the code if it doesn't, an example."""

    title: str
    pattern: str = ""
    code: str = ""
    example: str = ""


FORMS: dict[Form, FormRule] = {
    "plain": FormRule("text"),
    "inline": FormRule("text with marks"),
    "blocks": FormRule("paragraphs and lists"),
    "id": FormRule("id", r"[a-z][a-z0-9]*(-[a-z0-9]+)*", "bad-id", "publiek-debat"),
    "name": FormRule("name of a figure", r"[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*", "bad-id", "nieuwe_leden"),
    "language": FormRule("language tag", r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", "bad-language", "nl-BE"),
    "number": FormRule("number", r"-?[0-9]{1,9}(\.[0-9]{1,9})?", "bad-number", "300"),
    "length": FormRule("length", r"-?[0-9]{1,6}(\.[0-9]{1,6})? ?(mm|pt)", "bad-measure", "9.5 pt"),
    "colour": FormRule("colour", r"#[0-9A-Fa-f]{6}", "bad-colour", "#E4572E"),
    "feature": FormRule("OpenType feature", r"-?[A-Za-z0-9]{4}", "bad-feature", "onum"),
}


class Text(Struct, frozen=True):
    """Text of one form; ``empty`` text is allowed in a few places. ``bounds``: least and most of a number or length, as it is typed."""

    form: Form = "plain"
    empty: bool = False
    bounds: tuple[str, str] | None = None


class Choice(Struct, frozen=True):
    """One of a few words."""

    values: tuple[str, ...]


class ListOf(Struct, frozen=True):
    """At least one item; exactly ``count`` if that is not 0."""

    item: "Kind"
    count: int = 0


class MapOf(Struct, frozen=True):
    """Any names of one form, each with a value."""

    names: Form
    value: "Kind"


class Field(Struct, frozen=True):
    """A key of a shape. ``needed_by`` makes it due when that other key is there; ``missing`` is the code when it is due and not there."""

    name: str
    kind: "Kind"
    doc: str
    required: bool = True
    needed_by: str = ""
    missing: str = "missing-key"
    hint: str = ""


class Shape(Struct, frozen=True):
    """Keys with values. ``example`` is YAML that fits."""

    name: str
    doc: str
    fields: tuple[Field, ...]
    example: str = ""

    @property
    def key(self) -> str:
        """The key that tells the shape from others in a `OneOf`."""
        return self.fields[0].name


class OneOf(Struct, frozen=True):
    """One of several shapes, told apart by which `Shape.key` is there."""

    name: str
    shapes: tuple[Shape, ...]


Kind = Text | Choice | ListOf | MapOf | Shape | OneOf


def shape_of(value: Mapping, union: OneOf) -> Shape | None:
    """Which of the shapes the mapping has, by its key; None if it has no such key."""
    names = value.names()
    return next((shape for shape in union.shapes if shape.key in names), None)

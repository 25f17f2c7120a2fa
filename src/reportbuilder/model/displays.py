"""Blocks that show dates, people, logos and groups of pictures; see `nodes`."""

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from reportbuilder.diag.span import Span
from reportbuilder.model.inlines import Inlines
from reportbuilder.model.pictures import Picture

if TYPE_CHECKING:
    from reportbuilder.model.blocks import Blocks

ClusterWidth = Literal["column", "wide"]


class Event(Struct, frozen=True):
    """What happened on a date, which is text as the editor writes it."""

    date: Inlines
    blocks: "Blocks"
    span: Span
    id: int = 0


class Timeline(Struct, frozen=True):
    events: tuple[Event, ...]
    span: Span
    id: int = 0


class Person(Struct, frozen=True):
    """Without a portrait the initials stand in its place, as decoration."""

    portrait: Picture | None
    name: Inlines
    function: Inlines
    span: Span
    id: int = 0


class People(Struct, frozen=True):
    persons: tuple[Person, ...]
    span: Span
    id: int = 0


class Logos(Struct, frozen=True):
    """Logos side by side; ``logos`` are pictures under ``assets/logos``."""

    logos: tuple[Picture, ...]
    span: Span
    id: int = 0


class ClusterPicture(Struct, frozen=True):
    """One of a `Cluster`; with a caption, where there is none for all, it has a ``kind`` word and a ``number`` as a figure has, set by `resolve`."""

    picture: Picture
    caption: Inlines
    span: Span
    kind: str = ""
    number: int = 0
    id: int = 0


class Cluster(Struct, frozen=True):
    """Two to five pictures as one figure, with captions of their own or one for all; with the latter it has a ``number``, set by `resolve`."""

    width: ClusterWidth
    pictures: tuple[ClusterPicture, ...]
    caption: Inlines
    span: Span
    label: str = ""
    kind: str = ""
    number: int = 0
    id: int = 0

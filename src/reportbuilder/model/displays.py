"""Blocks that show dates, people, logos and groups of pictures; see `nodes`."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reportbuilder.diag.span import Span
from reportbuilder.model.inlines import Inlines
from reportbuilder.model.pictures import Picture

if TYPE_CHECKING:
    from reportbuilder.model.blocks import Blocks

ClusterWidth = Literal["column", "wide"]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened on a date, which is text as the editor writes it."""

    date: Inlines
    blocks: "Blocks"
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class Timeline:
    events: tuple[Event, ...]
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class Person:
    """Without a portrait the initials stand in its place, as decoration."""

    portrait: Picture | None
    name: Inlines
    function: Inlines
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class People:
    persons: tuple[Person, ...]
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class Logos:
    """Logos side by side; ``logos`` are pictures under ``assets/logos``."""

    logos: tuple[Picture, ...]
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class ClusterPicture:
    picture: Picture
    caption: Inlines
    span: Span
    id: int = 0


@dataclass(frozen=True, slots=True)
class Cluster:
    """Two to five pictures as one figure, with captions of their own or one for all; with the latter it has a ``number``, set by `resolve`."""

    width: ClusterWidth
    pictures: tuple[ClusterPicture, ...]
    caption: Inlines
    span: Span
    label: str = ""
    kind: str = ""
    number: int = 0
    id: int = 0

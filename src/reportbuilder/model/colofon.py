"""The credits of all pictures, gathered for the colofon."""

from collections.abc import Iterator

from msgspec.structs import replace

from reportbuilder.model.nodes import BackCover, Chapter, Cluster, Colofon, Cover, Credit, Figure, PageNumber, Person, Picture, PicturePage
from reportbuilder.model.walk import Parts, walk


def with_credits(parts: Parts) -> Parts:
    """The parts with the credits filled in where an entry of the colofon asks for them."""
    credits = _credits(parts)
    return tuple(
        replace(part, entries=tuple(replace(entry, credit_lines=credits) if entry.credits else entry for entry in part.entries))
        if isinstance(part, Colofon)
        else part
        for part in parts
    )


def _credits(parts: Parts) -> tuple[Credit, ...]:
    """One credit for each text in order of first appearance, with the pages of the nodes that show the pictures, each once."""
    shown: dict[str, dict[int, Picture]] = {}
    for picture, node in _shown(parts):
        if picture.credit:
            shown.setdefault(picture.credit, {}).setdefault(node, picture)
    return tuple(
        Credit(text, tuple(PageNumber(node, picture.span) for node, picture in places.items()), next(iter(places.values())).span)
        for text, places in shown.items()
    )


def _shown(parts: Parts) -> Iterator[tuple[Picture, int]]:
    """Each picture, and the id of the node that shows it."""
    for node in walk(*parts):
        match node:
            case Figure() | PicturePage():
                yield node.picture, node.id
            case Cluster():
                yield from ((shown.picture, node.id) for shown in node.pictures)
            case Person(portrait=Picture() as portrait):
                yield portrait, node.id
            case Cover():
                yield node.picture, node.id
                yield node.logo, node.id
            case Chapter(opener=Picture() as opener):
                yield opener, node.id
            case BackCover(logo=Picture() as logo):
                yield logo, node.id
            case _:
                pass

"""The credits of all pictures and fonts, gathered for the colofon."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from reportbuilder.model.nodes import BackCover, Chapter, Cluster, Colofon, ColofonEntry, Cover, Credit, Figure, PageNumber, Person, Picture, PicturePage
from reportbuilder.model.walk import Parts, walk


def with_credits(parts: Parts, fonts: Sequence[str] = ()) -> Parts:
    """The parts with the credits filled in where an entry of the colofon asks for them; ``fonts`` are those of the fonts, a line each."""
    pictures = _credits(parts)

    def filled(entry: ColofonEntry) -> ColofonEntry:
        match entry.credits:
            case "":
                return entry
            case "pictures":
                return replace(entry, credit_lines=pictures)
            case "fonts":
                return replace(entry, credit_lines=tuple(Credit(text, (), entry.span) for text in fonts))

    return tuple(replace(part, entries=tuple(map(filled, part.entries))) if isinstance(part, Colofon) else part for part in parts)


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

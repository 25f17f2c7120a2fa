"""Anchors: the bookmarks by which the contents, references, page numbers and repeated note marks point at other nodes."""

from collections.abc import Iterator

from reportbuilder.model.nodes import Chapter, Chart, Cluster, ClusterPicture, Contents, ContentsEntry, CrossReference, Document, Figure, Letter, Note, NoteMark, PageNumber
from reportbuilder.model.walk import walk


def anchors(document: Document) -> dict[int, str]:
    """The name of the bookmark of every node that a text points at."""
    found: dict[int, str] = {}
    listed: set[int] = set()
    for node in walk(*document.parts):
        match node:
            case ContentsEntry():
                listed.add(id(node.page))
            case PageNumber() if id(node) in listed:
                pass
            case CrossReference() | PageNumber():
                found[node.target] = f"_Ref{node.target:09d}"
            case NoteMark(first=False):
                found[node.note] = f"_Ref{node.note:09d}"
            case _:
                pass
    return found


def listed_anchors(document: Document) -> dict[int, str]:
    """The name of the bookmark of every node in the contents or the list of figures, as Word names its own. Word may make these anew when it refreshes
    the lists, so that nothing else can rely on them.
    """
    found = {node.target: f"_Toc{node.target:09d}" for node in walk(*document.parts) if isinstance(node, ContentsEntry)}
    if any(isinstance(part, Contents) for part in document.parts):
        found |= {figure.id: f"_Toc{figure.id:09d}" for figure in numbered_figures(document)}
    return found


def numbered_figures(document: Document) -> tuple[Figure | Chart | Cluster | ClusterPicture, ...]:
    """What a list of figures has, in order."""
    return tuple(node for node in walk(*document.parts) if isinstance(node, Figure | Chart | Cluster | ClusterPicture) and node.number)


def notes(document: Document) -> Iterator[Note]:
    """All notes in the order of their chapters."""
    for part in document.parts:
        if isinstance(part, Chapter | Letter):
            yield from part.notes

"""Going through a report in reading order and rebuilding it: the one place that knows which nodes stand in which."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, count
from operator import is_
from typing import Any, TypeVar, assert_never

from msgspec.structs import replace

from reportbuilder.model.nodes import (
    Abbreviation,
    BackCover,
    Box,
    Cell,
    Chapter,
    Chart,
    Cluster,
    ClusterPicture,
    Colofon,
    ColofonEntry,
    Columns,
    Contents,
    ContentsEntry,
    Cover,
    Credit,
    CrossReference,
    Emphasis,
    Event,
    Fact,
    Facts,
    Figure,
    Foreign,
    Heading,
    Lead,
    Letter,
    LineBreak,
    Link,
    List,
    ListItem,
    Logos,
    Node,
    Note,
    NoteCall,
    NoteMark,
    Numbers,
    PageNumber,
    Paragraph,
    Part,
    People,
    Person,
    Picture,
    PicturePage,
    Pictures,
    Point,
    Quote,
    Reference,
    Row,
    Signature,
    Strong,
    Table,
    Text,
    Timeline,
)

Parts = tuple[Part, ...]
Change = Callable[[Any], Iterable[Any]]
N = TypeVar("N", bound=Node)


def children(node: Node) -> tuple[Node, ...]:
    """The nodes right inside, in reading order: a picture before its caption, a table's caption before its rows, notes after all blocks."""
    found: list[Node] = []
    for name in _fields(node):
        value = getattr(node, name)
        if isinstance(value, tuple):
            found.extend(value)
        elif value is not None:
            found.append(value)
    return tuple(found)


def walk(*nodes: Node) -> Iterator[Node]:
    """The nodes and all in them, depth first, in reading order."""
    stack = list(reversed(nodes))
    while stack:
        node = stack.pop()
        yield node
        for name in reversed(_fields(node)):
            value = getattr(node, name)
            if isinstance(value, tuple):
                stack.extend(reversed(value))
            elif value is not None:
                stack.append(value)


def with_children(node: N, change: Change) -> N:
    """The node with ``change(child)`` in place of each child: none, one or more where several may stand, else exactly one.

    The children are changed in reading order. A node in which nothing changes is given back itself.
    """
    changes = _fields(node) and _changes(node, change)
    return replace(node, **changes) if changes else node


def with_ids(parts: Parts) -> Parts:
    """The same parts with ids from 1 in reading order on every node; what pointed at a node by its old id points at it by its new one."""
    new_ids = {node.id: place for place, node in enumerate(walk(*parts), 1) if node.id}
    places = count(1)

    def numbered(node: Any) -> tuple[Any]:
        place = next(places)
        if isinstance(node, Text):  # most of all
            return (replace(node, id=place),)
        pointers = {name: new_ids.get(getattr(node, name), 0) for name in _pointers(node)}
        return (replace(node, id=place, **pointers, **_changes(node, numbered)),)

    return tuple(new for part in parts for new in numbered(part))


def _changes(node: Node, change: Change) -> dict[str, Any]:
    """The fields of the node in which a child changes, as they are to be."""
    changes: dict[str, Any] = {}
    for name in _fields(node):
        old = getattr(node, name)
        if isinstance(old, tuple):
            new = tuple(chain.from_iterable(map(change, old)))
            if len(new) != len(old) or not all(map(is_, new, old)):
                changes[name] = new
        elif old is not None:
            (changed,) = change(old)
            if changed is not old:
                changes[name] = changed
    return changes


def _pointers(node: Node) -> tuple[str, ...]:
    """The fields that hold the id of another node."""
    match node:
        case CrossReference() | PageNumber() | ContentsEntry():
            return ("target",)
        case NoteMark():
            return ("note",)
        case Note():
            return ("mark",)
        case _:
            return ()


_FIELDS: dict[type, tuple[str, ...]] = {}


def _fields(node: Node) -> tuple[str, ...]:
    """The fields that hold nodes, in reading order."""
    known = _FIELDS.get(type(node))
    if known is None:
        known = _FIELDS[type(node)] = _named(node)
    return known


def _named(node: Node) -> tuple[str, ...]:
    match node:
        case Text() | LineBreak() | NoteCall() | NoteMark() | PageNumber() | Picture():
            return ()
        case Emphasis() | Strong() | Foreign() | Abbreviation() | Link() | Reference() | CrossReference() | Heading() | Paragraph() | Lead() | Cell() | Note():
            return ("content",)
        case ListItem():
            return ("blocks",)
        case List() | Facts():
            return ("items",)
        case Figure() | PicturePage() | ClusterPicture():
            return ("picture", "caption")
        case Cluster():
            return ("pictures", "caption")
        case Timeline():
            return ("events",)
        case Event():
            return ("date", "blocks")
        case People():
            return ("persons",)
        case Person():
            return ("portrait", "name", "function")
        case Logos():
            return ("logos",)
        case Quote():
            return ("content", "by")
        case Fact():
            return ("value", "label")
        case Chart():
            return ("title", "unit", "points", "source")
        case Point():
            return ("label", "shown")
        case Row():
            return ("cells",)
        case Table():
            return ("caption", "head", "rows")
        case Box():
            return ("title", "blocks")
        case Columns():
            return ("blocks",)
        case _:
            return _part_fields(node)


def _part_fields(
    node: Credit | ColofonEntry | ContentsEntry | Signature | Cover | Colofon | Contents | Letter | Numbers | Pictures | Chapter | BackCover,
) -> tuple[str, ...]:
    match node:
        case Credit() | Pictures():
            return ("pages",)
        case ColofonEntry():
            return ("title", "blocks", "credit_lines")
        case ContentsEntry():
            return ("content", "page")
        case Signature():
            return ("name", "function", "organisation")
        case Cover():
            return ("title", "subtitle", "organisation", "picture", "logo")
        case Colofon() | Contents():
            return ("title", "entries")
        case Letter():
            return ("title", "blocks", "signature", "notes")
        case Numbers():
            return ("title", "lead", "items")
        case Chapter():
            return ("title", "opener", "lead", "blocks", "notes")
        case BackCover():
            return ("logo", "blocks")
        case _:
            assert_never(node)

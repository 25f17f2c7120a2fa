"""References to other places of the report, by the ids that editors give them."""

from typing import Any

from msgspec.structs import replace

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.nearest import did_you_mean
from reportbuilder.model.nodes import BackCover, Chart, Cluster, Cover, CrossReference, Figure, Heading, Inlines, Link, Pictures, Reference, Table, Text
from reportbuilder.model.text import plain_text, title_copy
from reportbuilder.model.walk import Parts, walk, with_children

Target = Heading | Figure | Table | Chart | Cluster | Cover | Pictures | BackCover


def with_references(parts: Parts, log: Log) -> Parts:
    """Every reference has its target and a text: its own, or the target's title. Links without a text show their address."""
    targets = _targets(parts, log)

    def change(node: Any) -> tuple[Any, ...]:
        match node:
            case Reference():
                return _resolved(node, targets, log)
            case Link() if not plain_text(node.content).strip():
                log.error("empty-link", f"the link to ‘{node.url}’ has no text", node.span, f"write <{node.url}>, or put a text between [ and ]")
                return (replace(node, content=(Text(node.url, node.span),)),)
            case _:
                return (with_children(node, change),)

    return tuple(new for part in parts for new in change(part))


def _targets(parts: Parts, log: Log) -> dict[str, Target]:
    """All that has an id, by it. An id used again is an error, and stands for the first."""
    targets: dict[str, Target] = {}
    for node in walk(*parts):
        if not isinstance(node, Target):
            continue
        if isinstance(node, Heading | Cover | Chart):
            _check_title(node, log)
        if node.label and node.label in targets:
            hint = f"it is used at {targets[node.label].span} already; choose another"
            log.error("duplicate-id", f"the id ‘{node.label}’ is used twice", node.span, hint)
        elif node.label:
            targets[node.label] = node
    return targets


def _check_title(node: Heading | Cover | Chart, log: Log) -> None:
    """A title that takes its words from another could take them from itself in the end."""
    for inner in walk(node):
        if isinstance(inner, Reference) and not inner.content:
            message = f"a title can't take its words from ‘{inner.label}’"
            log.error("reference-in-title", message, inner.span, f"write them: [words](#{inner.label})")


def _resolved(reference: Reference, targets: dict[str, Target], log: Log) -> Inlines:
    """The reference with its target; without one, the text that it has."""
    label, span = reference.label, reference.span
    target = targets.get(label)
    if target is None:
        log.error("unknown-reference", f"nothing has the id ‘{label}’", span, did_you_mean(label, targets))
        return reference.content or (Text(label, span),)
    content = reference.content if plain_text(reference.content).strip() else _title(target, reference)
    if not content:
        log.error("untitled-reference", f"what has the id ‘{label}’ has no title to show here", span, f"write [words](#{label})")
    return (CrossReference(target.id, content or (Text(label, span),), span, reference.id),)


def _title(target: Target, reference: Reference) -> Inlines:
    """What a reference without a text of its own shows."""
    match target:
        case Heading():
            return title_copy(target.content)
        case Cover():
            return title_copy(target.title)
        case Figure() | Table() | Chart() | Cluster() if target.number:
            return (Text(f"{target.kind}\u00a0{target.number}", reference.span),)
        case Chart():
            return title_copy(target.title)
        case _:
            return ()

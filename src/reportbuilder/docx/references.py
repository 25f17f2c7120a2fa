"""Cross-references as fields that Word keeps up to date: possible where what the reference says is what its target's bookmark holds."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from reportbuilder.model.nodes import (
    Abbreviation, Chart, Cluster, ClusterPicture, CrossReference, Document, Emphasis, Figure, Foreign, Heading, Inline, Inlines, NoteMark, Strong, Table, Text,
)  # fmt: skip
from reportbuilder.model.text import plain_text
from reportbuilder.model.walk import walk

FIXED = "\u00a0"
NUMBER = "n"
"""What the name of the bookmark round the number of a label has more than that round the label."""


class Repeated(NamedTuple):
    """What a field says of its target; ``numbered``: it is a label, whose number has a bookmark of its own."""

    words: str
    numbered: bool


NOTHING = Repeated("", numbered=False)


def label(node: Figure | Table | Chart | Cluster | ClusterPicture) -> str:
    """“Figuur 3”: what stands before a caption, and what a reference to it repeats."""
    return f"{node.kind}{FIXED}{node.number}"


def repeatable(document: Document) -> dict[int, Repeated]:
    """What Word would say of each target of a reference, by its id: the label of a caption, the words of a heading. Left out are targets without
    such words, and headings with a note, a link or a line break in their midst: Word would repeat these as well.
    """
    targets = {node.target for node in walk(*document.parts) if isinstance(node, CrossReference)}
    found: dict[int, Repeated] = {}
    for node in walk(*document.parts) if targets else ():
        match node:
            case Figure() | Table() | Chart() | Cluster() if node.id in targets and node.number:
                found[node.id] = Repeated(label(node), numbered=True)
            case Heading() if node.id in targets and _is_plain(before_notes(node.content)[0]):
                found[node.id] = Repeated(plain_text(node.content).strip(), numbered=False)
            case _:
                pass
    return found


def before_notes(content: Inlines) -> tuple[Inlines, Inlines]:
    """The words of a title, and the marks of notes that stand behind them."""
    end = len(content)
    while end and isinstance(content[end - 1], NoteMark):
        end -= 1
    return content[:end], content[end:]


def _is_plain(content: Inlines) -> bool:
    return all(_is_repeated(inline) for inline in content)


def _is_repeated(inline: Inline) -> bool:
    match inline:
        case Text():
            return True
        case Emphasis() | Strong() | Foreign() | Abbreviation():
            return _is_plain(inline.content)
        case _:
            return False


def divided(reference: CrossReference, words: Mapping[int, Repeated]) -> tuple[Inlines, Inlines, Inlines, str] | None:
    """What a reference says before, as and behind the words of its target, and what the field for those has behind the name of the bookmark; None where
    it does not say them. A field takes the look of its code, but for a title that has emphasis in it.

    Of “zie figuur 3” only the number is repeated: not all programs know how to repeat a label in small letters.
    """
    said, (due, numbered) = reference.content, words.get(reference.target, NOTHING)
    if not due:
        return None
    if not all(isinstance(inline, Text) for inline in said):
        return ((), said, (), " \\* MERGEFORMAT") if plain_text(said) == due and _is_plain(said) else None
    whole = plain_text(said)
    found = re.search(rf"(?<!\w){re.escape(due).replace(re.escape(FIXED), f'[ {FIXED}]')}(?!\w)", whole, re.IGNORECASE)
    if found is None:
        return None
    start, end, name = found.start(), found.end(), ""
    if found[0].replace(FIXED, " ") != due.replace(FIXED, " "):
        digits = re.search(rf"(?<=[ {FIXED}])\d+$", found[0])
        if digits is None or not numbered:
            return None
        start, name = start + digits.start(), NUMBER
    before, repeated, behind = (((Text(piece, reference.span),) if piece else ()) for piece in (whole[:start], whole[start:end], whole[end:]))
    return before, repeated, behind, f"{name} \\* CHARFORMAT"

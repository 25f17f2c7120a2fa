"""Captions: a label with a number that Word counts, then the text."""

from reportbuilder.docx.fields import field
from reportbuilder.docx.inlines import STRONG, run
from reportbuilder.docx.paragraphs import passage
from reportbuilder.docx.story import Story, segment
from reportbuilder.model.nodes import Figure, Table


def caption(node: Figure | Table, story: Story, properties: str = "") -> str:
    """“Figuur 3. ” and the caption; nothing where there is none. References point at the label."""
    if not node.caption:
        return ""
    label = story.anchored(node.id, run(f"{node.kind} ", STRONG) + _sequence(node, story)) + run(". ", STRONG)
    return passage("Caption", node.caption, segment(node.id, "caption"), story, properties=properties, before=label)


def _sequence(node: Figure | Table, story: Story) -> str:
    """Word counts by itself, so a number is told only where it is not the next."""
    counted = story.book.sequences
    expected, counted[node.kind] = counted[node.kind] + 1, node.number
    told = "" if node.number == expected else f" \\r {node.number}"
    return field(f"SEQ {node.kind} \\* ARABIC{told}", run(str(node.number), STRONG))

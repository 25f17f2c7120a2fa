"""Captions: a label with a number that Word counts, then the text."""

from reportbuilder.docx.fields import field
from reportbuilder.docx.inlines import STRONG, run
from reportbuilder.docx.paragraphs import passage
from reportbuilder.docx.references import FIXED, NUMBER
from reportbuilder.docx.story import Story, segment
from reportbuilder.model.nodes import Chart, Cluster, ClusterPicture, Figure, Inlines, Table


def caption(node: Figure | Table | Cluster, story: Story, properties: str = "") -> str:
    """“Figuur 3. ” and the caption; nothing where there is none. References point at the label."""
    return captioned(node, node.caption, segment(node.id, "caption"), story, properties) if node.caption else ""


def captioned(node: Figure | Table | Cluster | ClusterPicture | Chart, content: Inlines, name: str, story: Story, properties: str = "", style: str = "Caption") -> str:
    """The same for a text of that name; without a label where the node has no number."""
    if not node.number:
        return passage(style, content, name, story, properties=properties)
    label = story.anchored(node.id, run(f"{node.kind}{FIXED}", STRONG, story.book.from_right) + _number(node, story)) + run(". ", STRONG, story.book.from_right)
    return passage(style, content, name, story, properties=properties, before=label)


def _number(node: Figure | Table | Cluster | ClusterPicture | Chart, story: Story) -> str:
    """The number, in a bookmark of its own if something refers to the label."""
    number = _sequence(node, story)
    if node.id not in story.book.repeatable:
        return number
    start, end = story.bookmark(f"{story.book.anchors[node.id]}{NUMBER}")
    return f"{start}{number}{end}"


def _sequence(node: Figure | Table | Cluster | ClusterPicture | Chart, story: Story) -> str:
    """Word counts by itself, so a number is told only where it is not the next."""
    counted = story.book.sequences
    expected, counted[node.kind] = counted[node.kind] + 1, node.number
    told = "" if node.number == expected else f" \\r {node.number}"
    return field(f"SEQ {node.kind} \\* ARABIC{told}", run(str(node.number), STRONG), STRONG.properties)

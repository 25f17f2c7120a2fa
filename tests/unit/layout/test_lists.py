"""Lists among paragraphs, on a sheet with letters and lines of ten points."""

from reportbuilder.layout.blocks import Column, block_pieces
from reportbuilder.model.nodes import List, ListItem, Paragraph

from square import HERE, config, sheet, style, text


def heights(list_after: float) -> list[float]:
    items = tuple(ListItem((Paragraph(text(word), HERE),), HERE, "-") for word in ("aa", "bb"))
    made = sheet(body=style("body", after=10.0), list=style("list", indent=10.0, after=list_after))
    rows = block_pieces((List(False, 1, items, HERE), Paragraph(text("cc"), HERE)), Column(0.0, 100.0), config(made))
    return [row.height for row in rows]


def test_the_end_of_a_list_has_the_space_of_a_paragraph() -> None:
    assert heights(list_after=0.0) == [10, 20, 20], "items close to each other, the last as far from the text as paragraphs are"


def test_items_with_more_space_keep_it() -> None:
    assert heights(list_after=15.0) == [25, 25, 20]

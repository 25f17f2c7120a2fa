"""What a page should not part, told by the demerits of its ends, and which blocks may move."""

from reportbuilder.layout.blocks import Column, block_pieces
from reportbuilder.layout.demerits import FEW_LINES, IN_ITEM, INTRODUCED, LONE_ITEM
from reportbuilder.layout.rows import Block, Piece, Row
from reportbuilder.model import nodes

from square import HERE, config, sheet, text


def pieces(*blocks: nodes.Block, name: str = "body") -> list[Piece]:
    return block_pieces(blocks, Column(0.0, 100.0, name, main=name == "body"), config(sheet(height=500.0)))


def paragraph(content: str) -> nodes.Paragraph:
    return nodes.Paragraph(text(content), HERE)


def costs(rows: list[Piece]) -> list[int | str]:
    """Demerits of a page that ends behind each row; “keep” where none may."""
    return [("keep" if row.keep else row.cost) for row in rows if isinstance(row, Row)]


LINES = "abcdefghi " * 5


def test_three_lines_should_stand_under_a_heading() -> None:
    heading = nodes.Heading(2, text("Kop"), HERE)
    rows = pieces(heading, paragraph(LINES))
    assert costs(rows[2:]) == ["keep", FEW_LINES, 0, "keep", 0]
    rows = pieces(heading, paragraph("Een."), paragraph("Twee."), paragraph("Drie."))
    assert costs(rows[2:]) == [FEW_LINES, FEW_LINES, 0]


def test_items_of_a_list_and_its_first_and_last_ones_stay_together() -> None:
    items = tuple(nodes.ListItem((paragraph(words),), HERE, "–") for words in ("Een.", "ab cdefghij " * 4, "Drie.", "Vier."))
    rows = pieces(paragraph("Namelijk:"), nodes.List(False, 1, items, HERE))
    assert costs(rows)[:2] == [INTRODUCED, LONE_ITEM]
    assert IN_ITEM in costs(rows) and costs(rows)[-2:] == [LONE_ITEM, 0]


def test_key_figures_and_quotes_may_move_but_not_from_the_line_that_introduces_them() -> None:
    facts = nodes.Facts((nodes.Fact(text("12"), text("dozijn"), HERE),), HERE)
    assert [type(piece) for piece in pieces(paragraph("Tekst."), facts)] == [Row, Block]
    assert [type(piece) for piece in pieces(paragraph("Zoveel:"), facts)] == [Row, Row]
    assert [type(piece) for piece in pieces(nodes.Heading(3, text("Kop"), HERE), facts)] == [Row, Row]
    assert [type(piece) for piece in pieces(paragraph("Tekst."), nodes.Quote(text("Woorden"), (), HERE))] == [Row, Block]
    assert [type(piece) for piece in pieces(paragraph("Tekst."), facts, name="box")] == [Row, Row]


def test_a_figure_in_a_box_stays_in_it() -> None:
    figure = nodes.Figure(nodes.Picture("weg.png", "Een vlak", "", HERE, 7), "column", (), HERE, id=6)
    (box,) = pieces(nodes.Box(text("Kader"), (paragraph("Tekst."), figure), HERE))
    assert isinstance(box, Block)
    assert [row.begins for row in box.rows if 6 in row.begins] == [(6, 7)] and all(row.frame for row in box.rows[:-1])


def test_a_paragraph_behind_a_block_that_may_move_is_indented_like_one_behind_text() -> None:
    made = sheet(height=500.0)
    styled = config(made)
    made.styles["body"] = made.style("body").__class__("body", made.style("body").face, 10.0, 10.0, "text", first_indent=10.0)
    facts = nodes.Facts((nodes.Fact(text("12"), text("dozijn"), HERE),), HERE)
    rows = block_pieces((paragraph("Een."), facts, paragraph("Twee.")), Column(0.0, 100.0, main=True), styled)
    last = rows[-1]
    assert isinstance(last, Row) and last.marks[0].x == 10.0

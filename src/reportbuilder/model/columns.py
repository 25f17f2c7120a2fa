"""How the columns of a table are aligned in the direction of the report."""

from reportbuilder.model.blocks import Align, Table
from reportbuilder.model.text import plain_text


def aligns(table: Table, from_right: bool) -> tuple[Align, ...]:
    """The columns' own, “left” being where lines begin. Units of numbers stand under units at the right in every language: in one that runs from right
    to left that is where lines begin.
    """
    if not from_right:
        return table.aligns
    return tuple("left" if align == "right" and _is_numeric(table, number) else align for number, align in enumerate(table.aligns))


def _is_numeric(table: Table, column: int) -> bool:
    """Whether no cell of the column has a letter in it."""
    return not any(letter.isalpha() for row in table.rows for letter in plain_text(row.cells[column].content))

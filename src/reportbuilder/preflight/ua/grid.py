"""The cells of a table in their rows and columns, spans among them (ISO 32000-1, 14.8.5.7)."""

from typing import NamedTuple

from msgspec import Struct
from pikepdf import Array, String

from reportbuilder.preflight.space import whole
from reportbuilder.preflight.ua.tree import Element, shown_kids

MOST_CELLS = 200_000


class Spot(NamedTuple):
    """Where a cell begins."""

    row: int
    column: int


class Grid(Struct):
    """``cells``: the cell of each place. ``fault`` is the rule that the table breaks first, with what is wrong; it ends the reading."""

    rows: int
    columns: int
    cells: dict[Spot, Element] = {}
    starts: dict[Element, Spot] = {}
    fault: tuple[str, str] | None = None


def grid(table: Element) -> Grid:
    """The grid of a table; its first row says how many columns there are."""
    rows = table_rows(table)
    cells = [[cell for cell in shown_kids(row) if cell.standard in ("TH", "TD")] for row in rows]
    height = sum(span(row[0], "/RowSpan") for row in cells if row)
    made = Grid(height, sum(span(cell, "/ColSpan") for cell in cells[0]) if cells else 0)
    for number, row in enumerate(cells):
        column = 0
        for cell in row:
            while Spot(number, column) in made.cells:
                column += 1
            column = _placed(made, cell, number, column)
            if made.fault:
                return made
    for number in range(made.rows):
        lacking = sum(Spot(number, column) not in made.cells for column in range(made.columns))
        if lacking:
            made.fault = ("UA-7.2-43", f"row {number + 1} has {made.columns - lacking} columns, the first has {made.columns}")
            return made
    return made


def _placed(made: Grid, cell: Element, row: int, column: int) -> int:
    """Put a cell into the grid; the column behind it."""
    wide, high = span(cell, "/ColSpan"), span(cell, "/RowSpan")
    if column + wide > made.columns:
        made.fault = ("UA-7.2-42", f"row {row + 1} has more columns than the first, which has {made.columns}")
    elif row + high > made.rows:
        made.fault = ("UA-7.2-41", f"a cell of column {column + 1} reaches below the last row")
    elif wide * high + len(made.cells) > MOST_CELLS:
        made.fault = ("UA-7.2-42", "a table has more cells than can be looked at")
    else:
        spots = [Spot(row + down, column + across) for down in range(high) for across in range(wide)]
        if any(spot in made.cells for spot in spots):
            made.fault = ("UA-7.2-15", f"two cells lie over each other in row {row + 1}")
        made.cells.update(dict.fromkeys(spots, cell))
        made.starts[cell] = Spot(row, column)
    return column + wide


def table_rows(table: Element) -> list[Element]:
    """The rows of a table, through its head, bodies and foot."""
    rows: list[Element] = []
    for kid in shown_kids(table):
        if kid.standard == "TR":
            rows.append(kid)
        elif kid.standard in ("THead", "TBody", "TFoot"):
            rows += [row for row in shown_kids(kid) if row.standard == "TR"]
    return rows


def span(cell: Element, key: str) -> int:
    """Over how many rows or columns a cell goes."""
    return max(1, whole(cell.attribute("/Table", key), 1))


def headers(cell: Element) -> list[str]:
    """The names of the heads that a cell names as its own."""
    found = cell.attribute("/Table", "/Headers")
    return [str(name) for name in found if isinstance(name, String)] if isinstance(found, Array) else []  # type: ignore[attr-defined]

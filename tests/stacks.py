"""Rows of ten points for pages of few lines, by the numbers of nodes that begin in them."""

from reportbuilder.layout.compose import Stack
from reportbuilder.layout.rows import Row


def line(node: int, **changes: object) -> Row:
    return Row(10.0, **{"grid": True, "begins": (node,), **changes})


def paragraph(first: int, count: int) -> list[Row]:
    return [line(first + n, keep=count > 1 and n in (0, count - 2)) for n in range(count)]


def note(node: int, count: int) -> tuple[Row, ...]:
    return tuple(Row(5.0, begins=(node,) if n == 0 else (), keep=n < count - 1 and n in (0, count - 2)) for n in range(count))


def shown(stack: Stack) -> list[int]:
    return [b for p in stack.rows for b in p.row.begins]

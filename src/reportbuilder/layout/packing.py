"""Rows into columns: as many as go into columns of a height, and the height at which all columns end together."""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from reportbuilder.layout.rows import Row

AIR = 0.01


class Packed(NamedTuple):
    """Where one row stands: its column from 0, and its top in that column."""

    column: int
    y: float


def top_in_grid(row: Row, y: float, baseline: float) -> float:
    """Where a row stands that may begin at y."""
    if row.grid:
        return ceil(y / baseline - 1e-6) * baseline
    if row.land:
        return max(y, ceil((y + row.height) / baseline - 1e-6) * baseline - row.height)
    return y


def packed(rows: Sequence[Row], count: int, height: float, baseline: float) -> list[Packed]:
    """The first rows, as many as go into so many columns of that height; a column ends where a page might, if it can."""
    placed: list[Packed] = []
    for column in range(count):
        first = len(placed)
        y = 0.0
        for row in rows[first:]:
            at_top = len(placed) == first
            if at_top and row.after == row.height > 0:  # space is dropped at the top
                placed.append(Packed(column, 0.0))
                first += 1
                continue
            top = top_in_grid(row, y + (0.0 if at_top else row.before), baseline)
            if top + row.height - row.after > height + AIR:
                break
            placed.append(Packed(column, top))
            y = top + row.height
        if len(placed) == len(rows):
            return placed
        last = len(placed)
        while last > first and rows[last - 1].keep:
            last -= 1
        if last > first:
            del placed[last:]
    return placed


def balanced(rows: Sequence[Row], count: int, most: int, baseline: float) -> int | None:
    """The least height, in lines, at which all rows go into so many columns; None if it is more than ``most``."""
    total = sum(row.height for row in rows) - max(row.before for row in rows)
    for lines in range(max(1, int(total / count / baseline)), most + 1):
        if len(packed(rows, count, lines * baseline, baseline)) == len(rows):
            return lines
    return None

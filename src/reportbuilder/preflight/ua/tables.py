"""Tables: rows of equally many columns, in their right places, and heads that cells can be led to."""

from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.rule import ua
from reportbuilder.preflight.ua.evidence import Tagged
from reportbuilder.preflight.ua.grid import Grid, Spot, grid, headers, span
from reportbuilder.preflight.ua.tree import Element, shown_kids, stands_in

REGULAR = "give each row as many columns, spans counted"
RULES = (
    ua("7.2-3", "tables hold rows, groups of rows and a caption", "put what else is there into a cell, or out of the table"),
    ua("7.2-4", "rows stand in tables or groups of rows", "put a table around them"),
    ua("7.2-5", "the head of a table stands in a table", "put a table around it"),
    ua("7.2-6", "the body of a table stands in a table", "put a table around it"),
    ua("7.2-7", "the foot of a table stands in a table", "put a table around it"),
    ua("7.2-8", "head cells stand in rows", "put a row (TR) around them"),
    ua("7.2-9", "cells stand in rows", "put a row (TR) around them"),
    ua("7.2-10", "rows hold cells alone", "put what else is there into a cell"),
    ua("7.2-11", "a table has one head at most", "put its rows together"),
    ua("7.2-12", "a table has one foot at most", "put its rows together"),
    ua("7.2-13", "a table with a foot has a body", "put the other rows into a body (TBody)"),
    ua("7.2-14", "a table with a head has a body", "put the other rows into a body (TBody)"),
    ua("7.2-15", "no two cells lie over each other", "put the spans right"),
    ua("7.2-16", "the caption of a table comes first or last", "move it there"),
    ua("7.2-36", "the head of a table holds rows alone", "put what else is there into a row"),
    ua("7.2-37", "the body of a table holds rows alone", "put what else is there into a row"),
    ua("7.2-38", "the foot of a table holds rows alone", "put what else is there into a row"),
    ua("7.2-39", "a table has one caption at most", "put them together"),
    ua("7.2-41", "all columns have as many rows", REGULAR),
    ua("7.2-42", "no row has more columns than the first", REGULAR),
    ua("7.2-43", "no row has fewer columns than the first", REGULAR),
    ua("7.5-1", "every cell can be led to its heads", "give head cells (TH) a scope, or cells the names of their heads"),
    ua("7.5-2", "the heads that a cell names are there", "put the names right, or give head cells (TH) a scope"),
)
STANDS_IN = {
    "TR": ("UA-7.2-4", ("Table", "THead", "TBody", "TFoot")),
    "THead": ("UA-7.2-5", ("Table",)),
    "TBody": ("UA-7.2-6", ("Table",)),
    "TFoot": ("UA-7.2-7", ("Table",)),
    "TH": ("UA-7.2-8", ("TR",)),
    "TD": ("UA-7.2-9", ("TR",)),
}
HOLDS = {
    "Table": ("UA-7.2-3", ("TR", "THead", "TBody", "TFoot", "Caption")),
    "TR": ("UA-7.2-10", ("TH", "TD")),
    "THead": ("UA-7.2-36", ("TR",)),
    "TBody": ("UA-7.2-37", ("TR",)),
    "TFoot": ("UA-7.2-38", ("TR",)),
}


def judge(tagged: Tagged, findings: Findings) -> None:
    """Look for breaches of the rules above."""
    for element in tagged.elements:
        kind = element.standard
        if kind in STANDS_IN:
            rule, above = STANDS_IN[kind]
            found = stands_in(element)
            if found not in above:
                tagged.tell(findings, rule, f"{kind} stands in {found or 'nothing'}", element)
        if kind in HOLDS:
            rule, kids = HOLDS[kind]
            for wrong in dict.fromkeys(kid.standard for kid in shown_kids(element) if kid.standard and kid.standard not in kids):
                tagged.tell(findings, rule, f"{kind} holds {wrong}", element)
        if kind == "Table":
            _groups(tagged, element, findings)
            _cells(tagged, element, findings)


def _groups(tagged: Tagged, table: Element, findings: Findings) -> None:
    kids = [kid.standard for kid in shown_kids(table) if kid.standard]
    for kind, rule, name in (("THead", "UA-7.2-11", "heads"), ("TFoot", "UA-7.2-12", "feet"), ("Caption", "UA-7.2-39", "captions")):
        if kids.count(kind) > 1:
            tagged.tell(findings, rule, f"a table has {kids.count(kind)} {name}", table)
    for kind, rule, name in (("TFoot", "UA-7.2-13", "foot"), ("THead", "UA-7.2-14", "head")):
        if kind in kids and "TBody" not in kids:
            tagged.tell(findings, rule, f"a table has a {name} but no body", table)
    if "Caption" in kids[1:-1]:
        tagged.tell(findings, "UA-7.2-16", "the caption of a table stands between its rows", table)


def _cells(tagged: Tagged, table: Element, findings: Findings) -> None:
    made = grid(table)
    if made.fault:
        tagged.tell(findings, *made.fault, table)
        return
    heads = {cell for cell in made.starts if cell.standard == "TH"}
    if all(scope(cell) for cell in heads):
        return
    names = {name for cell in heads if (name := cell.text("/ID"))}
    for cell, spot in made.starts.items():
        if cell.standard != "TD":
            continue
        own = headers(cell)
        if (own and names.issuperset(own)) or _is_led(made, cell, spot):
            continue
        unknown = [name for name in own if name not in names]
        if unknown:
            tagged.tell(findings, "UA-7.5-2", f"a cell names a head that is not there: ‘{unknown[0]}’", cell)
        else:
            tagged.tell(findings, "UA-7.5-1", "a cell can’t be led to its head", cell)
        return


def scope(cell: Element) -> str:
    """``Row``, ``Column`` or ``Both``; empty where a head cell does not say."""
    found = cell.attribute("/Table", "/Scope")
    return str(found)[1:] if found is not None else ""


def _is_led(made: Grid, cell: Element, spot: Spot) -> bool:
    """Whether going up or left from a cell one comes to a head that says that it is of its column or row."""
    wide, high = span(cell, "/ColSpan"), span(cell, "/RowSpan")
    ups = [[Spot(row, column) for row in range(spot.row - 1, -1, -1)] for column in range(spot.column, spot.column + wide)]
    lefts = [[Spot(row, column) for column in range(spot.column - 1, -1, -1)] for row in range(spot.row, spot.row + high)]
    return any(_meets(made, way, "Column") for way in ups) or any(_meets(made, way, "Row") for way in lefts)


def _meets(made: Grid, way: list[Spot], wanted: str) -> bool:
    met = False
    for spot in way:
        cell = made.cells[spot]
        if cell.standard == "TH":
            met = True
            if scope(cell) in (wanted, "Both"):
                return True
        elif met:
            return False
    return False

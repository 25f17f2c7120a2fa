"""Tables: with heads, without cells that are merged, and described."""

from lxml import etree

from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.rule import Level, word
from reportbuilder.preflight.word.document import Word
from reportbuilder.preflight.word.xml import W, first, found, is_on, value, words

E, WARN, TIP = Level.ERROR, Level.WARNING, Level.INFO
RULES = (
    word("03", E, "tables say which row or column names the others", "set ‘Header Row’ or ‘First Column’, and let header rows repeat"),
    word("04", WARN, "tables are plain: no cells merged or divided, none within others, no row or column empty", "divide the table into plain ones"),
    word("18", TIP, "tables have a title or a description", "write it (Table Properties, Alt Text)"),
)


def judge(held: Word, findings: Findings) -> None:
    """Look for breaches of the rules above."""
    for table in held.look("//w:tbl"):
        rows = found(table, "w:tr | w:sdt/w:sdtContent/w:tr")
        if not rows:
            continue
        arranges = _heads(held, table, rows, findings)
        _plain(held, table, rows, findings)
        if not arranges and not value(table, "w:tblPr/w:tblCaption") and not value(table, "w:tblPr/w:tblDescription"):
            held.tell(findings, "18", "a table has neither title nor description", table)


def _heads(held: Word, table: etree._Element, rows: list[etree._Element], findings: Findings) -> bool:
    """Judge the heads; whether the table says that it has none, and so only sets things side by side."""
    look = first(table, "w:tblPr/w:tblLook")
    repeated = is_on(rows[0], "w:trPr/w:tblHeader")
    if look is None:
        if not repeated:
            held.tell(findings, "03", "a table has no header row", table)
        return False
    head, column = _says(look, "firstRow", 0x20), _says(look, "firstColumn", 0x80)
    if head and not repeated:
        held.tell(findings, "03", "the header row of a table is not marked as one that repeats", table)
    if repeated and not head:
        held.tell(findings, "03", "a row repeats on every page, but the table does not say that it has a header row", table)
    return not head and not column and not repeated


def _says(look: etree._Element, name: str, bit: int) -> bool:
    own = look.get(f"{W}{name}")
    if own is not None:
        return own in ("1", "true", "on")
    try:
        return bool(int(look.get(f"{W}val", "0"), 16) & bit)
    except ValueError:
        return False


def _plain(held: Word, table: etree._Element, rows: list[etree._Element], findings: Findings) -> None:
    if found(table, "w:tr/w:tc/w:tcPr/w:vMerge"):
        held.tell(findings, "04", "cells are merged over rows", table)
    if any(value(cell, "w:tcPr/w:gridSpan") not in ("", "1") for row in rows for cell in found(row, "w:tc")):
        held.tell(findings, "04", "cells are merged over columns", table)
    if found(table, "ancestor::w:tbl"):
        held.tell(findings, "04", "a table stands in another", table)
    cells = [found(row, "w:tc | w:sdt/w:sdtContent/w:tc") for row in rows]
    if len({len(row) for row in cells}) > 1 and not found(table, "w:tr/w:tc/w:tcPr/w:gridSpan"):
        held.tell(findings, "04", "rows have different numbers of cells", table)
    filled = [[_has_content(cell) for cell in row] for row in cells]
    if any(not any(row) for row in filled):
        held.tell(findings, "04", "a row is empty", table)
    if len({len(row) for row in filled}) == 1 and any(not any(column) for column in zip(*filled)):
        held.tell(findings, "04", "a column is empty", table)
    if any(not is_on(row, "w:trPr/w:cantSplit") for row in rows):
        held.tell(findings, "04", "rows may be divided over pages", table, level=TIP)


def _has_content(cell: etree._Element) -> bool:
    return any(words(paragraph).strip() for paragraph in cell.iter(f"{W}p")) or bool(found(cell, ".//w:drawing | .//w:pict"))

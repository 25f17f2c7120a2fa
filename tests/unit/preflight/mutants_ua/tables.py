"""Tables: what may stand in them, their shape (ISO 14289-1, 7.2) and their heads (7.5)."""

from pikepdf import Name, Pdf, String
from unit.preflight.mutants_ua.edits import attach, attributes, cells, first, table, wrap
from unit.preflight.mutants_ua.mutant import breaks


@breaks()
def a_plain_table(pdf: Pdf) -> None:
    for head in cells(table(pdf, "hh", "dd", "dd"))[0]:
        attributes(head, Scope=Name.Column)


@breaks()
def groups_that_say_nothing(pdf: Pdf) -> None:
    wrap(pdf, first(pdf, "L"), "Div")
    wrap(pdf, first(pdf, "Table"), "NonStruct")


@breaks("7.5-1")
def heads_that_do_not_say_of_what(pdf: Pdf) -> None:
    table(pdf, "hh", "dd", "dd")


@breaks()
def a_table_with_heads_that_are_named(pdf: Pdf) -> None:
    held = table(pdf, "ddh", "ddd")
    (*_, head), row = cells(held)
    head.ID = String("kop")
    for cell in (*cells(held)[0][:2], *row):
        attributes(cell, Headers=[String("kop")])


@breaks()
def a_table_without_heads(pdf: Pdf) -> None:
    table(pdf, "dd", "dd")


@breaks("7.2-3")
def a_paragraph_in_a_table(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "Table"), "P")


@breaks("7.2-4")
def a_row_of_no_table(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "Sect"), "TR")


@breaks("7.2-5")
def the_head_of_no_table(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "Sect"), "THead")


@breaks("7.2-6")
def the_body_of_no_table(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "Sect"), "TBody")


@breaks("7.2-7")
def the_foot_of_no_table(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "Sect"), "TFoot")


@breaks("7.2-8")
def a_head_cell_in_no_row(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "Sect"), "TH")


@breaks("7.2-9")
def a_cell_in_no_row(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "Sect"), "TD")


@breaks("7.2-10")
def a_paragraph_in_a_row(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "TR"), "P")


@breaks("7.2-11")
def two_heads(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "Table"), "THead")


@breaks("7.2-12")
def two_feet(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "Table"), "TFoot")
    attach(pdf, first(pdf, "Table"), "TFoot")


@breaks("7.2-13")
def a_foot_and_no_body(pdf: Pdf) -> None:
    attach(pdf, table(pdf, "dd", "dd"), "TFoot")


@breaks("7.2-14")
def a_head_and_no_body(pdf: Pdf) -> None:
    attach(pdf, table(pdf, "dd", "dd"), "THead", 0)


@breaks("7.2-16")
def a_caption_between_rows(pdf: Pdf) -> None:
    attach(pdf, table(pdf, "dd", "dd"), "Caption", 1)


@breaks("7.2-36")
def a_paragraph_in_a_head(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "THead"), "P")


@breaks("7.2-37")
def a_paragraph_in_a_body(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "TBody"), "P")


@breaks("7.2-38")
def a_paragraph_in_a_foot(pdf: Pdf) -> None:
    attach(pdf, attach(pdf, first(pdf, "Table"), "TFoot"), "P")


@breaks("7.2-39")
def two_captions(pdf: Pdf) -> None:
    held = table(pdf, "dd", "dd")
    attach(pdf, held, "Caption", 0)
    attach(pdf, held, "Caption")


@breaks("7.2-41")
def a_cell_that_reaches_too_low(pdf: Pdf) -> None:
    attributes(cells(table(pdf, "hh", "dd"))[1][1], RowSpan=2)


@breaks("7.2-42")
def a_row_that_is_too_long(pdf: Pdf) -> None:
    table(pdf, "hh", "ddd")


@breaks("7.2-42")
def a_cell_that_is_too_wide(pdf: Pdf) -> None:
    attributes(cells(table(pdf, "hh", "dd"))[1][1], ColSpan=2)


@breaks("7.2-43")
def a_row_that_is_too_short(pdf: Pdf) -> None:
    table(pdf, "hh", "d")


@breaks("7.2-15")
def two_cells_over_each_other(pdf: Pdf) -> None:
    made = cells(table(pdf, "hdd", "ddd", "dd"))
    attributes(made[0][2], RowSpan=2)
    attributes(made[1][1], ColSpan=2)


@breaks("7.5-1")
def a_head_that_leads_nowhere(pdf: Pdf) -> None:
    table(pdf, "dd", "dh")


@breaks("7.5-2")
def a_head_that_is_not_there(pdf: Pdf) -> None:
    made = cells(table(pdf, "dd", "dh"))
    for cell in (*made[0], made[1][0]):
        attributes(cell, Headers=[String("weg")])

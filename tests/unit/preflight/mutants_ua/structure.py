"""Elements: their types (ISO 14289-1, 7.1), figures (7.3), headings (7.4), formulas (7.7), notes (7.9), lists and contents (7.2)."""

from pikepdf import Name, Pdf, String
from unit.preflight.mutants_ua.edits import attach, elements, first, wrap
from unit.preflight.mutants_ua.mutant import breaks


@breaks("7.1-11", "7.1-3", "7.18.5-1")
def no_tree(pdf: Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


@breaks("7.1-5")
def a_type_that_nobody_knows(pdf: Pdf) -> None:
    first(pdf, "P").S = Name.Alinea


@breaks("7.1-6")
def types_in_a_circle(pdf: Pdf) -> None:
    first(pdf, "P").S = Name.Alinea
    roles = pdf.Root.StructTreeRoot.RoleMap
    roles.Alinea, roles.Paragraaf = Name.Paragraaf, Name.Alinea


@breaks("7.1-7")
def a_type_with_another_meaning(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap.P = Name.Div


@breaks("7.1-12", foreign=("7.1-3",))
def an_element_without_its_parent(pdf: Pdf) -> None:
    """Foreign: veraPDF takes its content for no part of the structure."""
    del first(pdf, "P")["/P"]


@breaks("7.3-1")
def a_figure_without_words(pdf: Pdf) -> None:
    del first(pdf, "Figure")["/Alt"]


@breaks("7.3-1")
def a_figure_with_empty_words(pdf: Pdf) -> None:
    first(pdf, "Figure").Alt = String("")


@breaks("7.7-1")
def a_formula_without_words(pdf: Pdf) -> None:
    first(pdf, "P").S = Name.Formula


@breaks("7.4.2-1")
def a_level_left_out(pdf: Pdf) -> None:
    first(pdf, "H2").S = Name.H3


@breaks("7.4.2-1")
def a_first_heading_of_level_2(pdf: Pdf) -> None:
    first(pdf, "H1").S = Name.H2


@breaks("7.4.4-2", "7.4.4-3")
def headings_of_both_kinds(pdf: Pdf) -> None:
    first(pdf, "P").S = Name.H


@breaks("7.4.4-1", "7.4.4-2", "7.4.4-3")
def two_headings_in_one(pdf: Pdf) -> None:
    held = first(pdf, "Sect")
    attach(pdf, held, "H")
    attach(pdf, held, "H")


@breaks("7.9-1")
def a_note_without_a_name(pdf: Pdf) -> None:
    del first(pdf, "Note")["/ID"]


@breaks("7.9-2")
def two_notes_of_one_name(pdf: Pdf) -> None:
    one, other = list(elements(pdf, "Note"))[:2]
    other.ID = String(str(one.ID))


@breaks("7.2-17")
def an_item_in_no_list(pdf: Pdf) -> None:
    attach(pdf, attach(pdf, first(pdf, "Sect"), "LI"), "LBody")


@breaks("7.2-18")
def the_body_of_no_item(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "Sect"), "LBody")


@breaks("7.2-17", "7.2-19")
def items_in_a_private_part_of_a_list(pdf: Pdf) -> None:
    wrap(pdf, first(pdf, "L"), "Private")


@breaks("7.2-19")
def a_paragraph_in_a_list(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "L"), "P")


@breaks("7.2-20")
def a_paragraph_in_an_item(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "LI"), "P")


@breaks("7.2-40")
def the_caption_of_a_list_at_its_end(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "L"), "Caption")


@breaks("7.2-26")
def an_entry_of_no_contents(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "Sect"), "TOCI")


@breaks("7.2-27")
def a_paragraph_in_contents(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "TOC"), "P")


@breaks("7.2-28")
def the_caption_of_contents_at_their_end(pdf: Pdf) -> None:
    attach(pdf, first(pdf, "TOC"), "Caption")

"""Annotations, fields and links (ISO 14289-1, 7.18)."""

from pikepdf import Array, Name, Pdf, String
from unit.preflight.mutants_ua.edits import annotate, attach, first, link
from unit.preflight.mutants_ua.mutant import breaks


@breaks("7.18.1-1")
def an_annotation_in_no_element(pdf: Pdf) -> None:
    annotate(pdf, "Text", Contents=String("opmerking"))


@breaks("7.18.1-2")
def an_annotation_without_words(pdf: Pdf) -> None:
    annotate(pdf, "Text", attach(pdf, first(pdf, "Sect"), "Annot"))


@breaks()
def a_hidden_annotation(pdf: Pdf) -> None:
    annotate(pdf, "Text").F = 2


@breaks()
def an_annotation_outside_of_the_page(pdf: Pdf) -> None:
    annotate(pdf, "Text").Rect = Array([-90, -90, -50, -50])


@breaks("7.18.1-3")
def a_field_without_a_name(pdf: Pdf) -> None:
    annotate(pdf, "Widget", attach(pdf, first(pdf, "Sect"), "Form"), FT=Name.Tx)


@breaks("7.18.4-1")
def a_field_in_no_element(pdf: Pdf) -> None:
    annotate(pdf, "Widget", FT=Name.Tx, TU=String("naam"))


@breaks("7.18.4-2")
def an_element_of_two_fields(pdf: Pdf) -> None:
    held = attach(pdf, first(pdf, "Sect"), "Form")
    annotate(pdf, "Widget", held, FT=Name.Tx, TU=String("naam"))
    annotate(pdf, "Widget", held, FT=Name.Tx, TU=String("plaats"))


@breaks("7.18.2-1")
def traps(pdf: Pdf) -> None:
    annotate(pdf, "TrapNet", attach(pdf, first(pdf, "Sect"), "Annot"), Contents=String("trap"))


@breaks("7.18.3-1")
def tabs_in_rows(pdf: Pdf) -> None:
    next(page for page in pdf.pages if "/Annots" in page).Tabs = Name.R


@breaks("7.18.5-1")
def a_link_in_no_element(pdf: Pdf) -> None:
    del link(pdf)["/StructParent"]


@breaks("7.18.5-1")
def a_link_in_a_paragraph(pdf: Pdf) -> None:
    first(pdf, "Link").S = Name.Span


@breaks("7.18.5-2", "7.18.1-2")
def a_link_without_words(pdf: Pdf) -> None:
    del link(pdf)["/Contents"]


@breaks("7.18.8-1")
def a_printers_mark_with_a_place(pdf: Pdf) -> None:
    annotate(pdf, "PrinterMark", attach(pdf, first(pdf, "Sect"), "Annot"), Contents=String("kruis"))

"""Languages: where none is named (ISO 14289-1, 7.2), or one that there is not."""

import re

from pikepdf import Name, Pdf, String
from unit.preflight.mutants_ua.edits import annotate, attach, draw, elements, first, packet
from unit.preflight.mutants_ua.mutant import breaks


def silence(pdf: Pdf) -> None:
    """No language is named but on the pages and all that stands in them."""
    del pdf.Root["/Lang"]
    first(pdf, "Document").Lang = String("nl-BE")
    packet(pdf, 'xml:lang="x-default"', 'xml:lang="nl"')
    for held in elements(pdf, "Link"):
        held.Lang = String("nl-BE")
    for page in pdf.pages:
        code = page.Contents.read_bytes().decode("latin-1")
        page.Contents = pdf.make_stream(re.sub(r"/Artifact ?(<<.*?>>)? ?B[MD]C", r"/Artifact <</Lang(nl)>> BDC", code).encode("latin-1"))
    del pdf.Root["/Outlines"]


@breaks("7.2-34", foreign=("7.2-34",))
def text_of_no_language(pdf: Pdf) -> None:
    silence(pdf)
    del first(pdf, "Document")["/Lang"]
    for held in elements(pdf):
        for key in ("/Alt", "/ActualText", "/E"):
            if key in held:
                held.Lang = String("nl")


@breaks("7.2-2")
def bookmarks_of_no_language(pdf: Pdf) -> None:
    kept = pdf.Root.Outlines
    silence(pdf)
    pdf.Root.Outlines = kept


@breaks("7.2-33")
def metadata_of_no_language(pdf: Pdf) -> None:
    silence(pdf)
    packet(pdf, 'xml:lang="nl"', 'xml:lang="x-default"')


@breaks("7.2-24")
def an_annotation_of_no_language(pdf: Pdf) -> None:
    silence(pdf)
    del first(pdf, "Link")["/Lang"]


@breaks("7.2-21", "7.2-22", "7.2-23", "7.2-34")
def texts_of_no_language(pdf: Pdf) -> None:
    silence(pdf)
    del first(pdf, "Document")["/Lang"]
    held = first(pdf, "P")
    held.Alt, held.ActualText, held.E = String("a"), String("b"), String("c")


@breaks("7.2-30", "7.2-31", "7.2-32")
def marked_texts_of_no_language(pdf: Pdf) -> None:
    silence(pdf)
    draw(pdf, "/Artifact BMC /Span <</ActualText(a)/Alt(b)/E(c)>> BDC 9 9 9 9 re f EMC EMC")


@breaks("7.2-25")
def a_field_of_no_language(pdf: Pdf) -> None:
    silence(pdf)
    annotate(pdf, "Widget", attach(pdf, first(pdf, "Sect"), "Form"), FT=Name.Tx, TU=String("naam"))


@breaks("7.2-29")
def a_language_that_is_none(pdf: Pdf) -> None:
    pdf.Root.Lang = String("dutch language")


@breaks("7.2-29")
def the_language_of_an_element_that_is_none(pdf: Pdf) -> None:
    first(pdf, "P").Lang = String("nl_BE")


@breaks("7.2-29")
def the_language_of_content_that_is_none(pdf: Pdf) -> None:
    draw(pdf, "/Artifact BMC /Span <</Lang(nl_BE)>> BDC 9 9 9 9 re f EMC EMC")

"""What pages paint: content and artifacts (ISO 14289-1, 7.1), and forms that are painted twice (7.20)."""

from pikepdf import Array, Dictionary, Name, Pdf
from unit.preflight.mutants_ua.edits import attach, content, draw, elements, first, kids
from unit.preflight.mutants_ua.mutant import breaks


@breaks("7.1-3")
def line_art_without_a_mark(pdf: Pdf) -> None:
    draw(pdf, "0 0 9 9 re f")


@breaks("7.1-3")
def text_in_a_mark_of_no_meaning(pdf: Pdf) -> None:
    draw(pdf, "/Span BMC 9 9 9 9 re f EMC")


@breaks("7.1-3")
def a_number_that_no_element_has(pdf: Pdf) -> None:
    draw(pdf, "/P <</MCID 999>> BDC 9 9 9 9 re f EMC")


@breaks("7.1-1", "7.1-2")
def an_artifact_in_content(pdf: Pdf) -> None:
    content(pdf, r"(/Span<</MCID \d+>>BDC)", r"\1 /Artifact BMC EMC ")


@breaks("7.1-2")
def content_in_an_artifact(pdf: Pdf) -> None:
    content(pdf, r"(?s)(/Span<</MCID \d+>>BDC.*?EMC)", r"/Artifact BMC \1 EMC")


def form_with_content(pdf: Pdf) -> None:
    held = attach(pdf, first(pdf, "Sect"), "P")
    tree = pdf.Root.StructTreeRoot
    key = int(tree.ParentTreeNextKey)
    tree.ParentTreeNextKey = key + 1
    tree.ParentTree.Nums = Array([*tree.ParentTree.Nums, key, Array([held])])
    code = b"/P <</MCID 0>> BDC 9 9 9 9 re f EMC"
    made = pdf.make_stream(code, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 90, 90], StructParents=key)
    held.K = Array([Dictionary(Type=Name.MCR, Pg=pdf.pages[0].obj, Stm=made, MCID=0)])
    pdf.pages[0].Resources.XObject = Dictionary({**dict(pdf.pages[0].Resources.get("/XObject", Dictionary()).items()), "/Fm9": made})


@breaks()
def a_form_with_content_once(pdf: Pdf) -> None:
    form_with_content(pdf)
    draw(pdf, "/Fm9 Do")


@breaks("7.20-2")
def a_form_with_content_twice(pdf: Pdf) -> None:
    form_with_content(pdf)
    draw(pdf, "/Fm9 Do q 1 0 0 1 100 0 cm /Fm9 Do Q")


@breaks("7.1-T", foreign=())
def an_element_that_takes_the_content_of_another(pdf: Pdf) -> None:
    """Foreign: veraPDF looks from content to elements alone."""
    one, other = list(elements(pdf, "P"))[:2]
    one.K, other.K, one.Pg, other.Pg = other.K, one.K, other.Pg, one.Pg


@breaks("7.1-T", foreign=())
def an_element_with_content_that_is_nowhere(pdf: Pdf) -> None:
    """Foreign: as above."""
    held = first(pdf, "P")
    held.K = Array([*kids(held), 998])

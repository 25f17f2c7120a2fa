"""The web PDF for readers that know PDF 2.0: PDF/UA-2 and PDF/A-4."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from pikepdf import Array, Dictionary, Object, Pdf, Stream
from unit.pdf.by_hand import document, laid_out, picture, profiles, renditions, sheet, whole
from unit.pdf.test_finish import elements, kids, tagged

from reportbuilder.diag.span import NOWHERE
from reportbuilder.model import nodes as n
from reportbuilder.model.walk import with_ids
from reportbuilder.pdf.finish import finish
from reportbuilder.pdf.metadata import statement, xmp
from reportbuilder.pdf.paint import paint
from reportbuilder.pdf.profile import WEB, WEB_2

DEPRECATED = {"/CIDSet", "/CharSet", "/ProcSet", "/Suspects", "/NeedAppearances", "/XFA", "/UserProperties"}
"""Keys that PDF 2.0 deprecates or PDF/A-4 forbids, and that a writer may well leave behind."""


@pytest.fixture(scope="module")
def web() -> Iterator[Pdf]:
    with Pdf.open(BytesIO(whole(WEB_2))) as pdf:
        yield pdf


def page_of(element: Object) -> tuple[int, int]:
    """The page of the first content of an element."""
    for kid in kids(element):
        if not isinstance(kid, Dictionary):
            return element.Pg.objgen
        if kid.get("/Type") == "/MCR":
            return kid.Pg.objgen
        if "/S" in kid and (page := page_of(kid)):
            return page
    return ()


def test_the_file_is_of_pdf_2_and_has_no_info_dictionary(web: Pdf) -> None:
    assert whole(WEB_2).startswith(b"%PDF-2.0\n%") and "/Info" not in web.trailer and "/Version" not in web.Root
    assert web.check_linearization()


def test_it_claims_what_it_keeps() -> None:
    packet = xmp(statement(document().meta, WEB_2)).decode()
    for claim in ("pdfuaid:part>2<", "pdfuaid:rev>2024<", "pdfaid:part>4<", "pdfaid:rev>2020<", "wtpdf#accessibility1.0<", "wtpdf#reuse1.0<"):
        assert claim in packet
    assert "pdfaid:conformance" not in packet and "pdfaExtension" not in packet


def test_nothing_deprecated_is_left(web: Pdf) -> None:
    for item in web.objects:
        if isinstance(item, Dictionary | Stream):
            assert not DEPRECATED & set(item.keys())


def test_every_element_has_the_namespace_of_its_tag(web: Pdf) -> None:
    spaces = {str(space.NS) for space in web.Root.StructTreeRoot.Namespaces}
    seen = {(str(element.S), str(element.NS.NS)) for element in elements(web)}
    assert {space for _, space in seen} == spaces == {"http://iso.org/pdf/ssn", "http://iso.org/pdf2/ssn"}
    assert {tag for tag, space in seen if space == "http://iso.org/pdf/ssn"} == {"/TOC", "/TOCI", "/Reference", "/BlockQuote"}
    assert {"/Title", "/Aside", "/Em", "/Strong", "/FENote", "/Sect", "/H1"} <= {tag for tag, space in seen if space == "http://iso.org/pdf2/ssn"}
    assert not {"/Note", "/Sidebar", "/Subtitle", "/Captioned"} & {tag for tag, _ in seen}


def test_older_readers_are_told_what_new_tags_stand_for(web: Pdf) -> None:
    roles = {key: str(value) for key, value in web.Root.StructTreeRoot.RoleMap.items()}
    assert roles == {"/Title": "/P", "/Aside": "/Sect", "/Em": "/Span", "/FENote": "/Note", "/Strong": "/Span"}


def test_notes_and_all_their_marks_refer_to_each_other(web: Pdf) -> None:
    notes = tagged(web, "/FENote")
    assert [(str(note.A.O), str(note.A.NoteType), len(note.Ref)) for note in notes] == [("/FENote", "/Footnote", 2), *[("/FENote", "/Footnote", 1)] * 2]
    for note in notes:
        assert all([other.objgen for other in mark.Ref] == [note.objgen] for mark in note.Ref)


def test_entries_of_the_contents_refer_to_their_titles(web: Pdf) -> None:
    assert [str(item.Ref[0].S) for item in tagged(web, "/TOCI")] == ["/H1", "/H2"]


def test_all_that_leads_inside_leads_to_an_element_on_the_page_that_older_readers_show(web: Pdf) -> None:
    names = web.Root.Names.Dests.Names
    places = {str(key): value for key, value in zip(names[::2], names[1::2])}
    assert list(places) == sorted(places)
    for place in places.values():
        assert page_of(place.SD[0]) == place.D[0].objgen and list(place.SD)[1:] == list(place.D)[1:]
    targets = [annotation.Dest for one in web.pages for annotation in one.get("/Annots", []) if "/Dest" in annotation]
    item = web.Root.Outlines.First
    while item is not None:
        targets.append(item.Dest)
        item = item.get("/Next")
    assert len(targets) > 12 and {str(target) for target in targets} <= places.keys()


def test_both_files_have_the_same_pages() -> None:
    with Pdf.open(BytesIO(whole(WEB))) as old, Pdf.open(BytesIO(whole(WEB_2))) as new:
        for one, other in zip(old.pages, new.pages, strict=True):
            assert one.Contents.read_bytes() == other.Contents.read_bytes() and isinstance(one.MediaBox, Array)


def test_a_report_in_which_nothing_leads_anywhere_has_no_names() -> None:
    report = n.Document(document().meta, with_ids((n.Pictures((n.PicturePage(picture(), False, (), NOWHERE),), NOWHERE),)))
    pages = laid_out(report)
    made = b"".join(finish(paint(pages, sheet(), WEB_2, renditions()), pages, report, sheet(), WEB_2, profiles()))
    with Pdf.open(BytesIO(made)) as pdf:
        assert "/Names" not in pdf.Root and len(tagged(pdf, "/Figure")) == 1

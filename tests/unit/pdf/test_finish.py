"""What a finished file holds beside its pages."""

import re
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree

import pytest
from pikepdf import Array, Dictionary, Object, Pdf
from unit.pdf.by_hand import BLEED, HEIGHT, document, laid_out, profiles, renditions, sheet, whole

from reportbuilder.model.nodes import Meta
from reportbuilder.pdf import finish as finishing
from reportbuilder.pdf.finish import finish
from reportbuilder.pdf.metadata import moment, statement, xmp
from reportbuilder.pdf.paint import paint
from reportbuilder.pdf.profile import PRINT, WEB, Profile

BOTH = pytest.mark.parametrize("profile", [PRINT, WEB], ids=["print", "web"])
XMP = {"rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "dc": "http://purl.org/dc/elements/1.1/", "xmp": "http://ns.adobe.com/xap/1.0/"}


@pytest.fixture
def web() -> Iterator[Pdf]:
    with Pdf.open(BytesIO(whole(WEB))) as pdf:
        yield pdf


@pytest.fixture
def print_() -> Iterator[Pdf]:
    with Pdf.open(BytesIO(whole(PRINT))) as pdf:
        yield pdf


def kids(element: Object) -> list[Object]:
    """What stands in a structure element, be it one thing or several."""
    found = element.get("/K", Array())
    return list(found) if isinstance(found, Array) else [found]


def elements(pdf: Pdf) -> Iterator[Object]:
    """All structure elements in order."""

    def below(element: Object) -> Iterator[Object]:
        yield element
        for kid in kids(element):
            if isinstance(kid, Dictionary) and "/S" in kid:
                yield from below(kid)

    yield from below(pdf.Root.StructTreeRoot.K)


def tagged(pdf: Pdf, tag: str) -> list[Object]:
    return [element for element in elements(pdf) if element.S == tag]


# ---------------------------------------------------------------- the file


def test_each_file_says_its_version_first() -> None:
    assert whole(PRINT).startswith(b"%PDF-1.6\n%") and whole(WEB).startswith(b"%PDF-1.7\n%")


@BOTH
def test_two_builds_are_the_same_to_the_byte(profile: Profile) -> None:
    report = document()
    pages = laid_out(report)
    assert b"".join(finish(paint(pages, sheet(), profile, renditions()), pages, report, sheet(), profile, profiles())) == whole(profile)


@BOTH
def test_nothing_of_reportlab_is_left(profile: Profile) -> None:
    data = whole(profile)
    assert b"ReportLab" not in data and b"Helvetica" not in data and b"ProcSet" not in data and b"anonymous" not in data


def test_the_web_file_is_linearized_and_shows_its_first_page_early(web: Pdf) -> None:
    assert b"/Linearized" in whole(WEB)[:200] and b"/ObjStm" in whole(WEB)
    assert web.check_linearization()
    assert b"/Linearized" not in whole(PRINT)[:200] and b"/ObjStm" not in whole(PRINT)


def test_hints_that_end_in_an_end_of_line_are_made_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    data = whole(WEB)
    start, length = map(int, re.search(rb"/H \[ (\d+) (\d+) \]", data).groups())
    end = data.rindex(b"\nendstream", start, start + length)
    assert finishing.hints_end_apart(data) and not finishing.hints_end_apart(data[:end] + data[end + 1 :])
    answers = iter([False, True])
    monkeypatch.setattr(finishing, "hints_end_apart", lambda made: next(answers))
    report = document()
    pages = laid_out(report)
    again = b"".join(finish(paint(pages, sheet(), WEB, renditions()), pages, report, sheet(), WEB, profiles()))
    with Pdf.open(BytesIO(data)) as first, Pdf.open(BytesIO(again)) as second:
        assert second.pages[0].Contents.read_bytes() == first.pages[0].Contents.read_bytes() + b"\n" and second.check_linearization()


# ---------------------------------------------------------------- metadata


@BOTH
def test_info_and_xmp_say_the_same(profile: Profile) -> None:
    with Pdf.open(BytesIO(whole(profile))) as pdf:
        info = pdf.trailer.Info
        packet = ElementTree.fromstring(pdf.Root.Metadata.read_bytes().decode())
        assert "/Filter" not in pdf.Root.Metadata

    def words(path: str) -> str | None:
        return packet.findtext(f".//{path}//rdf:li" if path.startswith("dc") else f".//{path}", namespaces=XMP)

    assert (str(info.Title), str(info.Author), str(info.Subject)) == ("Jaarverslag (2025)", "Vluchtelingenwerk & co", "Wat we deden")
    assert (words("dc:title"), words("dc:creator"), words("dc:description")) == ("Jaarverslag (2025)", "Vluchtelingenwerk & co", "Wat we deden")
    assert words("dc:language") == "nl-BE"
    assert (str(info.CreationDate), words("xmp:CreateDate")) == ("D:20260101000000Z", "2026-01-01T00:00:00Z")
    assert str(info.Creator) == words("xmp:CreatorTool")
    assert info.Trapped == "/False"


def test_each_file_claims_its_own_standards() -> None:
    claims = {profile.name: xmp(statement(document().meta, profile)).decode() for profile in (PRINT, WEB)}
    assert "<pdfxid:GTS_PDFXVersion>PDF/X-4<" in claims["print"] and "pdfuaid" not in claims["print"]
    assert "<pdfuaid:part>1<" in claims["web"] and "<pdfaid:part>2<" in claims["web"] and "<pdfaid:conformance>A<" in claims["web"]
    assert "pdfx" not in claims["web"]


def test_dates_are_new_year_after_the_report_or_what_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert moment("2025").isoformat() == "2026-01-01T00:00:00+00:00"
    assert moment("2024-2025").year == 2026
    assert moment("vorig jaar").year == 2000
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert moment("2025").isoformat() == "2023-11-14T22:13:20+00:00"


def test_what_markup_means_in_a_title_does_not_harm_the_metadata() -> None:
    meta = Meta("<a> & “b”", "", "", "2025", "s", "nl", "]]>", ())
    packet = ElementTree.fromstring(xmp(statement(meta, WEB)).decode())
    assert packet.findtext(".//dc:title//rdf:li", namespaces=XMP) == "<a> & “b”"


# ---------------------------------------------------------------- colour


def test_the_print_intent_is_the_printers_profile(print_: Pdf) -> None:
    (intent,) = print_.Root.OutputIntents
    assert (intent.S, str(intent.OutputConditionIdentifier), str(intent.Info)) == ("/GTS_PDFX", "FOGRA39", "Coated FOGRA39")
    assert intent.DestOutputProfile.N == 4 and intent.DestOutputProfile.read_bytes() == profiles()["FOGRA39L_TAC300.icc"]


def test_the_web_intent_is_srgb(web: Pdf) -> None:
    (intent,) = web.Root.OutputIntents
    assert intent.S == "/GTS_PDFA1" and intent.DestOutputProfile.N == 3
    assert intent.DestOutputProfile.read_bytes() == profiles()["sRGB.icc"]


# ---------------------------------------------------------------- what print must not have


def test_the_print_file_has_no_links_no_bookmarks_and_no_structure(print_: Pdf) -> None:
    assert set(print_.Root.keys()) == {"/Type", "/Pages", "/Lang", "/Metadata", "/OutputIntents", "/ViewerPreferences"}
    for one in print_.pages:
        assert set(one.keys()) == {"/Type", "/Parent", "/MediaBox", "/BleedBox", "/TrimBox", "/Resources", "/Contents"}


# ---------------------------------------------------------------- structure


def test_the_catalog_says_that_the_file_is_tagged_and_in_dutch(web: Pdf) -> None:
    assert web.Root.MarkInfo.Marked is True and str(web.Root.Lang) == "nl-BE"
    assert web.Root.ViewerPreferences.DisplayDocTitle is True
    assert all(one.Tabs == "/S" for one in web.pages)


def test_the_parent_tree_leads_back_from_all_content(web: Pdf) -> None:
    nums = web.Root.StructTreeRoot.ParentTree.Nums
    parents = {int(key): value for key, value in zip(nums[::2], nums[1::2])}
    assert list(parents) == sorted(parents)
    count = 0
    for one in web.pages:
        mcids = [int(found) for found in re.findall(rb"/MCID (\d+)", one.Contents.read_bytes())]
        if not mcids:
            assert "/StructParents" not in one
            continue
        row = parents[int(one.StructParents)]
        assert len(row) == len(mcids)
        for mcid in mcids:
            assert any(shows(kid, mcid, one, row[mcid]) for kid in kids(row[mcid]))
            count += 1
    assert count > 60


def shows(kid: Object, mcid: int, page: Object, element: Object) -> bool:
    if isinstance(kid, int):
        return kid == mcid and element.Pg.objgen == page.objgen
    return kid.get("/MCID") == mcid and kid.Pg.objgen == page.objgen


def test_every_element_knows_its_parent(web: Pdf) -> None:
    for element in elements(web):
        for kid in kids(element):
            if isinstance(kid, Dictionary) and "/S" in kid:
                assert kid.P.objgen == element.objgen


def test_only_our_own_tags_have_roles(web: Pdf) -> None:
    roles = {key: str(value) for key, value in web.Root.StructTreeRoot.RoleMap.items()}
    assert roles == {"/Title": "/P", "/Subtitle": "/P", "/Sidebar": "/Sect", "/Em": "/Span", "/Strong": "/Span"}


def test_notes_are_found_by_their_ids(web: Pdf) -> None:
    (names,) = web.Root.StructTreeRoot.IDTree.Kids
    ids = [str(note.ID) for note in tagged(web, "/Note")]
    assert [str(name) for name in names.Names[::2]] == sorted(ids) and len(set(ids)) == 3


def test_a_figure_has_its_words_and_its_place(web: Pdf) -> None:
    figure = tagged(web, "/Figure")[0]
    assert str(figure.Alt) == "Een rood vlak"
    assert figure.A.O == "/Layout" and [float(edge) for edge in figure.A.BBox] == [0, 412, 191.5, 512]


# ---------------------------------------------------------------- links


def test_every_link_has_words_a_parent_and_a_target(web: Pdf) -> None:
    annotations = [annotation for one in web.pages for annotation in one.get("/Annots", [])]
    assert len(annotations) == 14
    nums = web.Root.StructTreeRoot.ParentTree.Nums
    parents = {int(key): value for key, value in zip(nums[::2], nums[1::2])}
    for annotation in annotations:
        link = parents[int(annotation.StructParent)]
        shown = [kid.Obj.objgen for kid in kids(link) if isinstance(kid, Dictionary) and kid.get("/Type") == "/OBJR"]
        assert link.S == "/Link" and annotation.objgen in shown
        assert str(annotation.Contents) and annotation.F == 4 and list(annotation.Border) == [0, 0, 0]
        assert ("/Dest" in annotation) != ("/A" in annotation)


def test_links_lead_where_the_layout_says(web: Pdf) -> None:
    pages = [one.objgen for one in web.pages]
    by_words = {str(annotation.Contents): annotation for one in web.pages for annotation in one.get("/Annots", [])}
    to_chapter = by_words["1 Eerste hoofdstuk, pagina 6"].Dest
    assert to_chapter[0].objgen == pages[5] and list(to_chapter)[1:] == ["/XYZ", 0, HEIGHT - 56, None]
    assert by_words["Noot 1"].Dest[0].objgen == by_words["Noot 2"].Dest[0].objgen == pages[6]
    assert by_words["Terug naar de verwijzing naar noot 1"].Dest[0].objgen == pages[5]
    assert str(by_words["mailto:info@example.org"].A.URI) == "mailto:info@example.org"
    assert str(by_words["de site (https://example.org/ë x)"].A.URI) == "https://example.org/%C3%AB%20x"


# ---------------------------------------------------------------- bookmarks and labels


def bookmarks(item: Object | None, level: int = 0) -> list[str]:
    made: list[str] = []
    while item is not None:
        made.append(". " * level + str(item.Title))
        made += bookmarks(item.get("/First"), level + 1)
        item = item.get("/Next")
    return made


def test_bookmarks_are_the_headings(web: Pdf) -> None:
    assert bookmarks(web.Root.Outlines.First) == ["Colofon", "Inhoud", "Voorwoord", "1 Eerste hoofdstuk", ". Een afdeling", ". . Een stuk"]
    assert web.Root.PageMode == "/UseOutlines" and web.Root.Outlines.Count == 4


def test_pages_are_numbered_as_in_print(web: Pdf) -> None:
    assert [one.label for one in web.pages] == ["i", *map(str, range(2, len(web.pages) + 1))]


def test_the_trim_of_both_files_shows_the_same(print_: Pdf, web: Pdf) -> None:
    for printed, shown in zip(print_.pages, web.pages, strict=True):
        trim, media = printed.TrimBox, shown.MediaBox
        assert float(trim[2]) - float(trim[0]) == pytest.approx(float(media[2])) and float(trim[0]) == pytest.approx(BLEED)

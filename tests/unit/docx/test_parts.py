"""Each part of a report is a section, with the running heads, folios and openers that the PDFs have."""

from unit.docx.made import FAMILIES, PICTURES as FILES, Docx, S, chapter, contents, p, photo, resolved, sheet, t, written

from reportbuilder.assets.pictures import Encoded
from reportbuilder.docx.write import write
from reportbuilder.model import nodes as n

LETTER = n.Letter(n.Heading(1, t("Voorwoord"), S), (p("Beste"), p("Groet")), n.Signature(t("An"), t("Voorzitter"), (), S), (), S)
COVER = n.Cover(t("Verslag"), t("Onder"), t("De Proefbank"), photo(), photo("Merk", "merk.svg"), S)
PICTURES = n.Pictures((n.PicturePage(photo(), False, (), S), n.PicturePage(photo(), True, t("Uitleg"), S)), S)


def test_a_cover_has_words_titles_and_then_its_pictures() -> None:
    made = written(COVER)
    assert made.lines() == ["Title: Verslag", "Subtitle: Onder", "CoverOrganisation: De Proefbank", "WideFigure: ", "Figure: "]
    assert sorted(one for one in made.targets().values() if "media" in one) == ["media/image1.jpeg", "media/image2.png"]


def test_a_letter_ends_with_its_signature() -> None:
    assert written(LETTER).lines() == [
        "Heading1: Voorwoord", "LetterText: Beste", "LetterTextFirstIndent: Groet", "SignatureName: An", "Signature: Voorzitter",
    ]  # fmt: skip


def test_a_chapter_opens_with_picture_number_title_and_lead_and_goes_on_overleaf() -> None:
    opened = n.Chapter(n.Heading(1, t("Titel"), S), photo(), n.Lead(t("Aanloop"), S), (p("Tekst"), p("Meer")), (), S)
    made = written(opened)
    assert made.lines() == [
        "WideFigure: ", "ChapterNumber: 1", "Heading1: Titel", "ChapterLead: Aanloop", "BodyText: Tekst", "BodyTextFirstIndent: Meer",
    ]  # fmt: skip
    assert [made.words(one) for one in made.find("//w:p[w:pPr/w:pageBreakBefore]")] == ["Tekst"]


def test_an_opener_shows_its_picture_whole() -> None:
    upright = Encoded(b"\xff\xd8 \xff\xd9", 200, 400, "rgb", "jpeg")
    opened = resolved(n.Chapter(n.Heading(1, t("Titel"), S), photo(), None, (), (), S))
    made = Docx(write(opened, sheet(), FILES | {"foto.jpg": upright}, {}, FAMILIES))
    assert made.find("//a:srcRect") == []
    (extent,) = made.find("//wp:extent")
    assert int(extent.get("cy")) == 2 * int(extent.get("cx")) <= 12700 * 580 / 2


def test_a_colofon_names_each_page_of_a_maker_once() -> None:
    entry = n.ColofonEntry(t("Beelden"), (), "pictures", S)
    colofon = n.Colofon(n.Heading(1, t("Colofon"), S), (n.ColofonEntry(t("Wie"), (p("Wij"),), "", S), entry), S)
    same = {number: "4" if number < 40 else "9" for number in range(200)}
    made = written(colofon, COVER, chapter(*(p("x") for _ in range(12))), PICTURES, labels=same)
    assert made.lines()[:5] == [
        "UnlistedHeading: Colofon", "ColofonLabel: Wie", "ColofonText: Wij", "ColofonLabel: Beelden", "ColofonText: Beeld: iemand (p. 4, 9)",
    ]  # fmt: skip


def test_pictures_have_pages_of_their_own() -> None:
    made = written(PICTURES)
    assert made.lines() == ["PicturePage: ", "PicturePage: ", "Caption: Uitleg"]
    assert len(made.find("//w:pageBreakBefore")) == 1


def test_a_back_cover_has_its_logo_and_text() -> None:
    assert written(n.BackCover(photo("Merk", "merk.svg"), (p("Adres"),), S)).lines() == ["Figure: ", "BackCover: Adres"]


def test_every_part_is_a_section_on_the_page_of_the_sheet() -> None:
    made = written(COVER, LETTER, chapter(p("x")))
    assert len(made.find("//w:sectPr")) == 3
    assert [len(one) for one in (made.find("//w:pPr/w:sectPr"), made.find("/w:document/w:body/w:sectPr"))] == [2, 1]
    assert {(one.get(f"{{{one.nsmap['w']}}}w"), one.get(f"{{{one.nsmap['w']}}}h")) for one in made.find("//w:pgSz")} == {("10000", "14000")}
    margins = {name.split("}")[1]: value for name, value in made.find("//w:pgMar")[0].items()}
    assert margins == {"top": "1200", "right": "3000", "bottom": "1200", "left": "1000", "header": "640", "footer": "640", "gutter": "0"}


def test_a_table_at_the_end_of_a_part_leaves_a_paragraph_for_the_section() -> None:
    row = n.Row((n.Cell(t("a"), S),), S)
    made = written(chapter(n.Table(("left",), row, (row,), (), S)), contents())
    assert made.find("//w:pPr[w:sectPr]/w:pStyle/@w:val") == ["Gap"]
    assert made.find("/w:document/w:body/*[last() - 1]/w:pPr/w:pStyle/@w:val") == ["Gap"]


def test_running_heads_name_report_and_part_and_covers_have_none() -> None:
    made = written(COVER, chapter(p("x"), title="Lang", running="Kort"), chapter(p("y"), title="Ander"))
    shown = [
        {kind: made.words(made.root(f"word/{made.targets()[part]}")) for kind, part in zip(one.xpath("*/@*[1]"), one.xpath("*/@*[2]"))}
        for one in (made.find(f"(//w:sectPr)[{number}]")[0] for number in (1, 2, 3))
        for one in [_headers(one)]
    ]
    assert shown == [
        {"even": "", "default": "", "first": ""},
        {"even": "Verslag", "default": "Kort", "first": ""},
        {"even": "Verslag", "default": "Ander", "first": ""},
    ]
    assert [len(made.find(f"(//w:sectPr)[{number}]/w:titlePg")) for number in (1, 2, 3)] == [0, 1, 1]


def _headers(section):  # type: ignore[no-untyped-def]
    for child in list(section):
        if not child.tag.endswith("headerReference"):
            section.remove(child)
    return section


def test_a_part_without_short_title_repeats_its_heading_by_a_field() -> None:
    made = written(chapter(p("x"), title="Lang"))
    assert made.find("//w:instrText/text()", "header3.xml") == [" STYLEREF 1 "]


def test_folios_stand_at_the_outer_edges() -> None:
    made = written(LETTER)
    assert made.find("//w:instrText/text()", "footer2.xml") == made.find("//w:instrText/text()", "footer3.xml") == [" PAGE "]
    assert (made.find("//w:jc/@w:val", "footer2.xml"), made.find("//w:jc/@w:val", "footer3.xml")) == ([], ["right"])


def test_a_white_logo_gives_way_to_that_of_the_cover() -> None:
    back = n.BackCover(photo("Merk", "wit.svg"), (p("Adres"),), S)
    made = written(COVER, back)
    assert [made.targets()[one] for one in made.find("//a:blip/@r:embed")] == ["media/image1.jpeg", "media/image2.png", "media/image2.png"]
    assert made.find("//wp:docPr/@descr")[-1] == "Merk"
    assert "media/image1.png" in written(back).targets().values()

"""The template is ours: Word's styles by Word's names with the looks of the sheet, and nothing left over from elsewhere."""

from msgspec.structs import replace

from reportbuilder.model import nodes as n
from reportbuilder.style.sheet import FaceKey, TextStyle
from unit.docx.made import Docx, S, body, call, chapter, contents, figure, items, note, p, sheet, t, table, written

EVERYTHING = (
    n.Heading(2, t("Sectie"), S), n.Heading(3, t("Deel"), S), p("x", call("a"), n.Link("https://x.be", (n.Strong(t("y"), S),), S)), p("y"),
    items(p("a"), items(p("b"), items(p("c"), (p("d"), p("e"))), start=2)), figure("f"), figure("g", width="wide"),
    table(("a", "b"), ("c", "d"), caption="h"), n.Quote(t("q"), t("r"), S), n.Facts((n.Fact(t("1"), t("een"), S),), S),
    n.Box(t("k"), (p("l"), items(p("m")), items(p("o"), start=1)), S), n.Lead(t("n"), S),
)  # fmt: skip


def everything() -> Docx:
    return written(contents(), chapter(*EVERYTHING, notes=(note("a", "noot"),)))


def style(made: Docx, id: str, path: str) -> list:
    return made.find(f"//w:style[@w:styleId = '{id}']/{path}", "styles.xml")


def test_every_style_that_is_used_is_there_and_named_once() -> None:
    made = everything()
    known = made.find("//w:style/@w:styleId", "styles.xml")
    assert len(known) == len(set(known)) and len(known) < 80
    for name in ("document.xml", "footnotes.xml", "header3.xml", "footer2.xml", "numbering.xml", "styles.xml"):
        used = made.find("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val | //w:basedOn/@w:val | //w:next/@w:val", name)
        assert set(used) <= set(known), name


def test_styles_of_word_have_its_names() -> None:
    made = everything()
    names = dict(zip(made.find("//w:style/@w:styleId", "styles.xml"), made.find("//w:style/w:name/@w:val", "styles.xml")))
    expected = {
        "Heading1": "heading 1", "Title": "Title", "Caption": "caption", "ListBullet2": "List Bullet 2", "ListNumber": "List Number",
        "TOCHeading": "TOC Heading", "TOC2": "toc 2", "FootnoteText": "footnote text", "FootnoteReference": "footnote reference",
        "Hyperlink": "Hyperlink", "Quote": "Quote", "BodyText": "Body Text", "Header": "header", "TableNormal": "Normal Table",
    }  # fmt: skip
    assert {id: names[id] for id in expected} == expected
    own = made.find("//w:style[@w:customStyle]/w:name/@w:val", "styles.xml")
    assert "Key Figure" in own and not set(own) & set(expected.values())


def test_the_gallery_has_what_one_gives_to_a_text_in_the_order_of_use() -> None:
    made = everything()
    listed = made.find("//w:style[@w:type = 'paragraph'][w:qFormat]/@w:styleId", "styles.xml")
    assert listed[:6] == ["Normal", "Heading1", "Heading2", "Heading3", "UnlistedHeading", "ChapterNumber"] and "BodyText" in listed
    assert not {"Gap", "KeyFigureGap", "TOC1", "TableofFigures", "Header", "Footer"} & set(listed)
    places = [int(style(made, id, "w:uiPriority/@w:val")[0]) for id in listed]
    assert places == sorted(set(places))


def test_looks_come_from_the_sheet() -> None:
    heading = TextStyle("heading2", FaceKey("sans", "bold"), 17, 20.5, "accent", before=26, after=8, keep_next=True)
    made = written(chapter(p("x")), looks=sheet(heading2=heading))
    paragraph = made.xml("//w:style[@w:styleId = 'Heading2']/w:pPr", "styles.xml")
    assert paragraph == (
        '<w:pPr><w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before="520" w:after="160" w:line="410" w:lineRule="exact"/>'
        '<w:outlineLvl w:val="1"/></w:pPr>'
    )
    assert made.xml("//w:style[@w:styleId = 'Heading2']/w:rPr", "styles.xml") == (
        '<w:rPr><w:rFonts w:ascii="Source Sans 3" w:hAnsi="Source Sans 3"/><w:b/><w:bCs/><w:color w:val="C4401C"/>'
        '<w:sz w:val="34"/><w:szCs w:val="34"/></w:rPr>'
    )


def test_justified_text_is_hyphenated_if_the_sheet_hyphenates() -> None:
    text = replace(sheet().style("body"), align="justify", hyphenate=True)
    made = written(chapter(p("x")), looks=sheet(body=text))
    assert style(made, "BodyText", "w:pPr/w:jc/@w:val") == ["both"]
    assert len(made.find("//w:autoHyphenation", "settings.xml")) == 1
    assert style(made, "BodyText", "w:pPr/w:suppressAutoHyphens") == [] != style(made, "Title", "w:pPr/w:suppressAutoHyphens")


def test_what_is_white_on_pictures_can_be_read_on_paper() -> None:
    made = written(chapter(p("x")), looks=sheet(cover_title=TextStyle("cover-title", FaceKey("serif"), 50, 50, "white")))
    assert style(made, "Title", "w:rPr/w:color/@w:val") == ["12343B"]


def test_letters_that_fill_a_page_of_the_pdf_have_a_size_for_the_screen() -> None:
    number = TextStyle("opener-number", FaceKey("sans"), 380, 310, "text", tracking=-20)
    made = written(chapter(p("x")), looks=sheet(opener_number=number, cover_title=replace(number, name="cover-title", size=82, leading=76)))
    assert style(made, "ChapterNumber", "w:rPr/w:sz/@w:val") == ["192"] and style(made, "Title", "w:rPr/w:sz/@w:val") == ["120"]
    assert style(made, "ChapterNumber", "w:pPr/w:spacing/@w:line") == ["1920"]
    assert style(made, "ChapterNumber", "w:rPr/w:spacing/@w:val") == ["-38"]


def test_the_language_stands_in_the_defaults() -> None:
    assert body(p("x")).find("//w:docDefaults//w:lang/@w:val", "styles.xml") == ["nl-BE"]
    assert body(p("x")).find("//w:r//w:lang") == []


def test_fonts_say_what_may_stand_in_for_them() -> None:
    made = body(p("x"))
    assert made.xml("//w:font[1]", "fontTable.xml") == (
        '<w:font w:name="Source Serif 4"><w:altName w:val="Cambria"/><w:panose1 w:val="02040603050405020204"/><w:charset w:val="00"/>'
        '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
    )
    assert made.find("//w:font/w:family/@w:val", "fontTable.xml") == ["roman", "swiss"]


def test_the_file_is_one_of_present_day_word() -> None:
    modes = body(p("x")).find("//w:compatSetting[@w:name = 'compatibilityMode']/@w:val", "settings.xml")
    assert modes == ["15"]

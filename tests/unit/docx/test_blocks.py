"""Blocks become paragraphs in the styles that say what they are, native lists, tables and pictures."""

import pytest
from unit.docx.made import S, body, chapter, figure, items, p, photo, t, table, written

from reportbuilder.docx.tables import column_widths
from reportbuilder.model import nodes as n


def test_paragraphs_after_a_paragraph_are_indented() -> None:
    made = body(p("een"), p("twee"), n.Heading(2, t("Kop"), S), p("drie"))
    assert made.lines()[2:] == ["BodyText: een", "BodyTextFirstIndent: twee", "Heading2: Kop", "BodyText: drie"]


def test_headings_are_those_of_word() -> None:
    made = body(n.Heading(2, t("Sectie"), S), n.Heading(3, t("Deel"), S))
    assert made.lines() == ["ChapterNumber: 1", "Heading1: Hoofdstuk", "Heading2: Sectie", "Heading3: Deel"]


def test_lists_are_native_and_nested() -> None:
    made = body(items(p("a"), (p("b"), p("meer"), items(p("c")))))
    assert made.lines()[2:] == ["ListBullet: a", "ListBullet: b", "ListContinue: meer", "ListBullet2: c"]
    assert made.find("//w:numPr/w:ilvl/@w:val") == ["0", "0", "1"]
    assert made.find("//w:numPr/w:numId/@w:val") == ["1", "1", "1"]


def test_a_numbered_list_begins_where_it_says_and_each_anew() -> None:
    made = body(items(p("a"), p("b"), start=3), items(p("c"), start=1))
    first, again, other = made.find("//w:numPr/w:numId/@w:val")
    assert first == again != other
    starts = [made.find(f"//w:num[@w:numId = '{number}']//w:startOverride/@w:val", "numbering.xml") for number in (first, other)]
    assert starts == [["3"], ["1"]]


def test_marks_are_those_of_the_document_at_any_depth() -> None:
    """“1.”, in it “•” (the first list with bullets), in it “a.” (the second with numbers)."""
    document = items((p("een"), items((p("punt"), items(p("letter"), start=1)))), start=1)
    made = body(document)
    marks = []
    for item in made.find("//w:numPr"):
        level, number = (item.find(f"{{*}}{name}").values()[0] for name in ("ilvl", "numId"))
        own = made.find(f"//w:num[@w:numId = '{number}']/w:lvlOverride[@w:ilvl = '{level}']/w:lvl", "numbering.xml")
        scheme = made.find(f"//w:num[@w:numId = '{number}']/w:abstractNumId/@w:val", "numbering.xml")[0]
        shared = made.find(f"//w:abstractNum[@w:abstractNumId = '{scheme}']/w:lvl[@w:ilvl = '{level}']", "numbering.xml")
        marks.append([child.values()[0] for child in (own or shared)[0] if child.tag.endswith(("numFmt", "lvlText"))])
    assert marks == [["decimal", "%1."], ["bullet", "•"], ["lowerLetter", "%3."]]


def test_an_item_that_begins_with_a_list_keeps_its_mark() -> None:
    assert body(items(items(p("diep")))).lines()[2:] == ["ListBullet: ", "ListBullet2: diep"]


def test_a_figure_is_an_inline_picture_with_its_description() -> None:
    made = body(n.Figure(photo('Een "mooie" foto & meer'), "column", (), S))
    (described,) = made.find("//wp:inline/wp:docPr")
    assert described.get("descr") == 'Een "mooie" foto & meer'
    assert made.find("//wp:inline/wp:extent/@cx") == [str(300 * 12700)]
    assert made.find("//wp:inline/wp:extent/@cy") == [str(150 * 12700)]
    (embedded,) = made.find("//a:blip/@r:embed")
    assert made.targets()[embedded] == "media/image1.jpeg"


def test_a_picture_without_words_is_marked_as_decoration() -> None:
    made = body(n.Figure(photo(""), "column", (), S))
    assert made.find("//wp:docPr/@descr") == []
    assert [one.get("val") for one in made.find("//*[local-name() = 'decorative']")] == ["1"]


@pytest.mark.parametrize(("width", "style", "points"), [("column", "Figure", 300), ("wide", "WideFigure", 410), ("spread", "WideFigure", 410)])
def test_wide_figures_reach_into_the_margin(width: n.Width, style: str, points: int) -> None:
    made = body(figure("x", width=width))
    assert made.lines()[2] == f"{style}: "
    assert made.find("//wp:extent/@cx") == [str(points * 12700)]


def test_a_caption_has_a_label_that_counts() -> None:
    made = body(figure("Eerste"), figure("Tweede"))
    assert [one for one in made.lines() if one.startswith("Caption")] == ["Caption: Figuur\u00a01. Eerste", "Caption: Figuur\u00a02. Tweede"]
    assert made.find("//w:instrText/text()") == [" SEQ Figuur \\* ARABIC "] * 2


def test_a_figure_without_caption_has_no_label() -> None:
    assert body(figure()).lines()[2:] == ["Figure: "]


def test_a_table_repeats_its_head_and_keeps_its_rows_whole() -> None:
    made = body(table(("Naam", "Aantal"), ("a", "1"), ("b", ""), caption="Telling"))
    assert [len(made.find(f"//w:tr[{row}]/w:trPr/w:tblHeader")) for row in (1, 2, 3)] == [1, 0, 0]
    assert len(made.find("//w:tr/w:trPr/w:cantSplit")) == 3
    assert made.find("//w:tblPr/w:tblCaption/@w:val") + made.find("//w:tblPr/w:tblDescription/@w:val") == ["Telling", "Naam; Aantal"]
    assert made.lines()[2:] == [
        "Caption: Tabel\u00a01. Telling",
        "TableHead: Naam", "TableHead: Aantal", "TableText: a", "TableText: 1", "TableText: b", "TableText: ",
        "Gap: ",
    ]  # fmt: skip
    assert made.find("//w:tc[2]/w:p/w:pPr/w:jc/@w:val") == ["right"] * 3


def test_columns_share_the_width_by_their_words() -> None:
    made = body(table(("A", "B"), ("x" * 30, "y" * 10)))
    assert made.find("//w:gridCol/@w:w") == ["4304", "1696"]
    assert made.find("//w:tblW/@w:w") == ["6000"]


def test_quotes_facts_and_boxes_are_paragraphs_with_styles() -> None:
    quote = n.Quote(t("Woorden"), t("Iemand"), S)
    facts = n.Facts((n.Fact(t("4"), t("vier"), S), n.Fact(t("5"), t("vijf"), S)), S)
    box = n.Box(t("Titel"), (p("In het kader"), items(p("punt"))), S)
    made = body(n.Lead(t("Aanloop"), S), quote, facts, box, p("Erna"))
    assert made.lines()[2:] == [
        "Lead: Aanloop", "Quote: Woorden", "QuoteSource: Iemand",
        "KeyFigure: 4", "KeyFigureLabel: vier", "KeyFigure: 5", "KeyFigureLabel: vijf", "Gap: ",
        "BoxTitle: Titel", "BoxText: In het kader", "BoxBullet: punt", "Gap: ", "BodyText: Erna",
    ]  # fmt: skip
    assert [made.words(cell) for cell in made.find("//w:tbl/w:tr/w:tc")] == ["4vier", "5vijf"]


def test_key_figures_in_a_box_stand_under_each_other() -> None:
    facts = n.Facts((n.Fact(t("4"), t("vier"), S), n.Fact(t("5"), t("vijf"), S)), S)
    made = body(n.Box(t("Titel"), (facts,), S))
    assert made.find("//w:tbl") == []
    held = [bool(one.findall(".//{*}keepNext")) for one in made.find("//w:p[w:pPr/w:pStyle/@w:val = 'KeyFigureLabel']")]
    assert held == [True, False]


def test_rows_of_key_figures_are_as_long_as_the_longest_value_lets_them_and_equal() -> None:
    made = body(n.Facts(tuple(n.Fact(t("€ 12.345.678,90"), t("euro"), S) for _ in range(5)), S))
    rows = [[made.words(cell) for cell in row.findall("{*}tc")] for row in made.find("//w:tr")]
    assert [len(row) for row in rows] == [3, 2] and len(made.find("//w:tbl")) == 2


def test_rows_of_key_figures_stay_together() -> None:
    made = body(n.Facts(tuple(n.Fact(t("4"), t("vier"), S) for _ in range(6)), S))
    held = [bool(one.findall(".//{*}keepNext")) for one in made.find("//w:p[w:pPr/w:pStyle/@w:val = 'KeyFigureLabel']")]
    assert held == [True] * 3 + [False] * 3


def test_references_are_links_and_fields_with_the_pages_of_the_pdf() -> None:
    shown = figure("Beeld", label="beeld")
    made = body(shown, p("Zie ", n.Reference("beeld", (), S)))
    (anchor,) = made.find("//w:hyperlink/@w:anchor")
    assert made.words(made.find("//w:hyperlink")[0]) == "Figuur\u00a01"
    (start,) = made.find(f"//w:bookmarkStart[@w:name = '{anchor}']")
    assert start.getparent().find(".//{*}pStyle").values() == ["Caption"]


def test_whatever_can_be_pointed_at_has_its_mark() -> None:
    bare = n.Table(("left",), n.Row((n.Cell(t("a"), S),), S), (), (), S, "tabel")
    back = n.BackCover(None, (p("Adres"),), S, "achter")
    words = [n.Reference(label, t(label), S) for label in ("omslag", "beeld", "tabel", "figuur", "achter")]
    cover = n.Cover(t("Titel"), (), (), photo(), photo(), S, "omslag")
    pages = n.Pictures((n.PicturePage(photo(), False, (), S),), S, "beeld")
    made = written(cover, pages, chapter(p(*words), bare, figure(label="figuur")), back)
    anchors = made.find("//w:hyperlink/@w:anchor")
    styles = [made.find(f"//w:p[.//w:bookmarkStart/@w:name = '{anchor}']/w:pPr/w:pStyle/@w:val") for anchor in anchors]
    assert styles == [["Title"], ["PicturePage"], ["TableHead"], ["Figure"], ["BackCover"]]


@pytest.mark.parametrize(("cells", "least"), [(("x" * 12 + " " + "lange woorden " * 6, "812.318"), 7), (("een", "twee"), 4), (("a" * 60, "b" * 60), 0)])
def test_a_number_stays_on_one_line_in_its_column(cells: tuple[str, str], least: int) -> None:
    widths = column_widths(table(("kop", "n"), cells), 6000, 10.0)
    assert sum(widths) == 6000 and widths[1] >= 20 * (least * 10 * 0.6 + 10) and all(width > 0 for width in widths)


def test_more_columns_than_there_is_room_for_share_it() -> None:
    many = table(tuple("kolom" for _ in range(60)), tuple("1.000.000" for _ in range(60)), aligns=("left",) * 60)
    assert sum(column_widths(many, 6000, 10.0)) == 6000

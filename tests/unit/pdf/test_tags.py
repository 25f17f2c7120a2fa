"""What each part and block is in the structure tree."""

import pytest
from msgspec.structs import replace

from reportbuilder.diag.span import NOWHERE as S
from reportbuilder.layout.page import Area, Layout, Page
from reportbuilder.model import nodes as n
from reportbuilder.model.walk import with_ids
from reportbuilder.pdf.boxes import page_boxes
from reportbuilder.pdf.elements import Elem, StructureFault, picture_frames
from reportbuilder.pdf.links import Links
from reportbuilder.pdf.paint import Mark, Painted, paint
from reportbuilder.pdf.profile import WEB
from reportbuilder.pdf.tags import structure
from unit.pdf.by_hand import document, laid_out, picture, renditions, sheet, text
from unit.pdf.tree_of import written

META = n.Meta("Titel", "", "Wij", "2025", "titel", "nl-BE", "", ())


def tree(*parts: n.Part) -> str:
    """The structure of a report of these parts."""
    report = n.Document(META, with_ids(parts))
    pages = laid_out(report)
    made = paint(pages, sheet(), WEB, renditions())
    return written(structure(report, pages, made, {}), pages).replace("Document\n  Sect\n", "")


def chapter(*blocks: n.Block, notes: tuple[n.Note, ...] = ()) -> str:
    made = tree(n.Chapter(n.Heading(1, text("H"), S), None, None, blocks, notes, S, number="1"))
    assert made.startswith("    H1\n      “1”\n      “H”\n")
    return "\n".join(line[4:] for line in made.splitlines()[3:])


def test_a_cover_has_its_title_and_pictures() -> None:
    cover = n.Cover(text("Titel"), text("Onder"), text("Wij"), picture(alt="Een pad"), picture("logo.svg", "Ons logo"), S)
    assert tree(cover) == (
        "    Title\n      “Titel”\n    Subtitle\n      “Onder”\n    P\n      “Wij”\n"
        "    Figure alt=Een pad\n      (picture)\n    Figure alt=Ons logo\n      (picture)"
    )


def test_sections_hold_what_stands_below_their_heading() -> None:
    section = (n.Heading(2, text("B"), S), n.Heading(3, text("C"), S), n.Paragraph(text("d"), S))
    made = chapter(n.Paragraph(text("a"), S), *section, n.Heading(2, text("E"), S))
    assert made == "P\n  “a”\nSect\n  H2\n    “B”\n  H3\n    “C”\n  P\n    “d”\nSect\n  H2\n    “E”"


def test_emphasis_and_links_are_elements_in_their_paragraph() -> None:
    content = (n.Text("a ", S), n.Strong((n.Emphasis(text("b"), S),), S), n.Link("https://e.org/x", text("c"), S), n.LineBreak(S), n.Text("d", S))
    assert chapter(n.Paragraph(content, S)) == "P\n  “a ”\n  Strong\n    Em\n      “b”\n  Link\n    “c”\n    → c (https://e.org/x)\n  “d”"


def test_a_note_follows_the_block_that_calls_it_first() -> None:
    note = n.Note("k", text("De noot."), S, number=1, mark=901, id=900)
    made = chapter(
        n.Paragraph((n.Text("a", S), n.NoteMark(1, 900, True, S, id=901), n.Text("b", S)), S),
        n.Paragraph((n.NoteMark(1, 900, False, S),), S),
        notes=(note,),
    )
    mark = "Reference\n    Link\n      “1”\n      → Noot 1"
    assert made == (
        f"P\n  “a”\n  {mark}\n  “b”\n"
        "Note\n  Lbl\n    Link\n      “1”\n      → Terug naar de verwijzing naar noot 1\n  P\n    “De noot.”\n"
        f"P\n  {mark}"
    )


def test_the_note_of_an_item_stands_in_the_item() -> None:
    note = n.Note("k", text("N"), S, number=1, mark=901, id=900)
    inner = n.Paragraph((n.Text("a", S), n.NoteMark(1, 900, True, S, id=901)), S)
    made = chapter(n.List(False, 1, (n.ListItem((inner,), S, "•"),), S), notes=(note,))
    assert made.startswith("L Disc\n  LI\n    Lbl\n      “•”\n    LBody\n      P\n") and "\n      Note\n" in made


def test_lists_say_how_they_are_numbered_and_stand_in_the_body_of_their_item() -> None:
    inner = n.List(False, 1, (n.ListItem((n.Paragraph(text("b"), S),), S, "–"),), S)
    assert chapter(n.List(True, 1, (n.ListItem((n.Paragraph(text("a"), S), inner), S, "1."),), S)) == (
        "L Decimal\n  LI\n    Lbl\n      “1.”\n    LBody\n      P\n        “a”\n"
        "      L Unordered\n        LI\n          Lbl\n            “–”\n          LBody\n            P\n              “b”"
    )


def test_a_caption_stands_beside_its_figure() -> None:
    figure = n.Figure(picture(alt="Een vlak"), "column", text("Vlak"), S, kind="Figuur", number=3)
    assert chapter(figure) == "Captioned\n  Figure alt=Een vlak\n    (picture)\n  Caption\n    “Figuur 3.”\n    “Vlak”"


def test_a_table_names_its_columns() -> None:
    head = n.Row((n.Cell(text("Medium"), S), n.Cell(text("Aantal"), S)), S)
    body = n.Row((n.Cell(text("tv"), S), n.Cell((), S)), S)
    assert chapter(n.Table(("left", "right"), head, (body,), text("Pers"), S, kind="Tabel", number=1)) == (
        "Table\n  Caption\n    “Tabel 1.”\n    “Pers”\n  THead\n    TR\n      TH Column\n        “Medium”\n      TH Column\n        “Aantal”\n"
        "  TBody\n    TR\n      TD\n        “tv”\n      TD"
    )


def test_a_table_with_an_empty_corner_names_its_rows_too() -> None:
    titles = n.Row((n.Cell((), S), n.Cell(text("2025"), S)), S)
    body = n.Row((n.Cell(text("tv"), S), n.Cell(text("12"), S)), S)
    made = chapter(n.Table(("left", "right"), titles, (body,), text("Pers"), S, kind="Tabel", number=1))
    head = "    TR\n      TD\n      TH Column\n        “2025”\n"
    assert made.partition("THead\n")[2] == head + "  TBody\n    TR\n      TH Row\n        “tv”\n      TD\n        “12”"


def test_key_figures_are_a_list_and_quotes_and_boxes_what_they_are() -> None:
    facts = n.Facts((n.Fact(text("45"), text("deelnemers"), S),), S)
    quote = n.Quote(text("Zo."), text("Zij"), S)
    box = n.Box(text("Kader"), (n.Paragraph(text("In."), S),), S)
    assert chapter(facts, quote, box) == (
        "L None\n  LI\n    LBody\n      P\n        “45”\n      P\n        “deelnemers”\n"
        "BlockQuote\n  P\n    “Zo.”\n  P\n    “Zij”\nSidebar\n  P\n    “Kader”\n  P\n    “In.”"
    )


def test_contents_nest_sections_below_their_chapter() -> None:
    rows = ((1, "1", "Een"), (2, "", "a"), (1, "", "Twee"))
    entries = tuple(n.ContentsEntry(level, number, 900, text(words), n.PageNumber(900, S), S) for level, number, words in rows)
    made = tree(n.Contents(n.Heading(1, text("Inhoud"), S, id=900), S, entries))
    assert made == (
        "    H1\n      “Inhoud”\n    TOC\n"
        "      TOCI\n        Reference\n          Link\n            “1”\n            “Een”\n            “9”\n            → 1 Een, pagina i\n"
        "        TOC\n          TOCI\n"
        "            Reference\n              Link\n                “a”\n                “9”\n                → a, pagina i\n"
        "      TOCI\n        Reference\n          Link\n            “Twee”\n            “9”\n            → Twee, pagina i"
    )


def test_a_picture_without_words_is_no_figure() -> None:
    assert tree(n.Pictures((n.PicturePage(picture(alt=""), False, (), S),), S)) == "    NonStruct\n      (picture)"


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    report = n.Document(META, (n.Letter(n.Heading(1, (), S, id=1), (n.Paragraph((n.Text("a", S, id=3),), S, id=2),), None, (), S, id=4),))
    made = Painted(b"", (Mark(0, 0, 3, True), Mark(1, 0, 3, True)), ())
    assert structure(report, Layout((), {}), made, {}).kids == (Elem("Sect", (Elem("P", made.marks),), node=4),)


def test_the_whole_report_goes_into_the_tree_each_mark_once() -> None:
    report = document()
    pages = laid_out(report)
    made = paint(pages, sheet(), WEB, renditions())
    found = list(marks(structure(report, pages, made, {})))
    assert sorted(found) == sorted(made.marks) and len(set(found)) == len(found) > 60


def marks(elem: Elem) -> list[Mark]:
    return [mark for kid in elem.kids for mark in (marks(kid) if isinstance(kid, Elem) else [kid] if isinstance(kid, Mark) else [])]


def test_content_without_a_place_in_the_tree_is_a_fault() -> None:
    report = n.Document(META, ())
    with pytest.raises(StructureFault, match="content 4 of page 3 shows node 77"):
        structure(report, Layout((), {}), Painted(b"", (Mark(2, 4, 77, True),), ()), {})


def test_an_area_that_belongs_to_no_link_is_a_fault() -> None:
    with pytest.raises(StructureFault, match="an area on page 1 belongs to node 77"):
        structure(n.Document(META, ()), Layout((), {}), Painted(b"", (), ((0, Area(0, 0, 1, 1, 5, 77)),)), {})


def test_a_link_to_nowhere_is_a_fault() -> None:
    with pytest.raises(StructureFault, match="a link leads to node 9"):
        Links(Layout((), {}), page_boxes(sheet(), WEB), []).destination(9)


def test_frames_of_pictures_end_at_the_page_and_are_left_out_over_two_pages() -> None:
    report = n.Document(META, with_ids((n.Pictures((n.PicturePage(picture(), False, (), S),), S),)))
    (shown, *_), node = laid_out(report).pages, report.parts[0].pages[0].picture.id
    boxes = page_boxes(sheet(), WEB)
    assert picture_frames(Layout((shown,), {}), boxes) == {node: (0.0, 460.0, 191.5, 560.0)}
    twice: tuple[Page, ...] = (shown, replace(shown, index=1))
    assert picture_frames(Layout(twice, {}), boxes) == {}

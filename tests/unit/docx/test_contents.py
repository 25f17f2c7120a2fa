"""The contents are Word's own, filled in beforehand; nothing in the file makes Word ask."""

from unit.docx.made import Docx, S, call, chapter, contents, figure, line, note, p, t, written

from reportbuilder.model import nodes as n


def sample() -> Docx:
    section = n.Heading(2, line("Sectie", call("a")), S)
    one = chapter(section, p("x"), figure("Beeld"), title="Een & ander", notes=(note("a", "Noot"),))
    return written(contents(), one, chapter(title="Twee"))


def test_entries_have_number_title_and_the_page_of_the_pdf() -> None:
    made = sample()
    anchors = made.find("//w:sdt[not(w:sdtPr/w:tag)]//w:hyperlink/@w:anchor")
    pages = [str(int(anchor.removeprefix("_Toc"))) for anchor in anchors]
    assert made.lines()[:4] == ["TOCHeading: Inhoud", f"TOC1: 1Een & ander{pages[0]}", f"TOC2: Sectie{pages[1]}", f"TOC1: 2Twee{pages[2]}"]
    assert [made.words(made.find(f"//w:p[.//w:bookmarkStart/@w:name = '{anchor}']")[0]) for anchor in anchors] == ["Een & ander", "Sectie", "Twee"]


def test_the_block_is_the_one_word_refreshes() -> None:
    made = sample()
    assert made.find("//w:sdt/w:sdtPr/w:docPartObj/w:docPartGallery/@w:val") == ["Table of Contents"]
    fields = made.find("//w:sdt//w:instrText/text()")
    assert fields[0] == ' TOC \\o "1-2" \\h \\z '
    assert [field.split()[0] for field in fields[1:4]] == ["PAGEREF"] * 3


def test_the_list_of_figures_is_filled_in_and_points_at_their_captions() -> None:
    made = sample()
    (anchor,) = made.find("//w:p[w:pPr/w:pStyle/@w:val = 'TableofFigures']/w:hyperlink/@w:anchor")
    (caption,) = made.find(f"//w:p[.//w:bookmarkStart/@w:name = '{anchor}']")
    assert made.words(caption) == "Figuur\u00a01. Beeld"
    assert f"TableofFigures: Figuur\u00a01. Beeld{int(anchor.removeprefix('_Toc'))}" in made.lines()
    assert made.find("//w:sdt[w:sdtPr/w:tag]//w:instrText/text()")[0] == ' TOC \\h \\z \\c "Figuur" '
    assert not any("Figuren" in line for line in written(contents(), chapter(figure())).lines())


def test_fields_are_balanced_in_every_part() -> None:
    made = sample()
    for name in (name for name in made.names() if name.endswith(".xml") and name.startswith("word/")):
        depth = 0
        for kind in made.find("//w:fldChar/@w:fldCharType", name):
            depth += {"begin": 1, "separate": 0, "end": -1}[kind]
            assert depth >= 0
        assert depth == 0, name


def test_nothing_makes_word_ask() -> None:
    made = sample()
    for name in made.names():
        assert b"updateFields" not in made.read(name) and b"w:dirty" not in made.read(name)


def test_leaders_stand_in_the_styles() -> None:
    made = sample()
    assert made.find("//w:style[@w:styleId = 'TOC2']//w:tab/@w:leader", "styles.xml") == ["dot"]
    assert made.find("//w:p/w:pPr/w:tabs") == []


def test_a_contents_without_entries_is_a_heading_only() -> None:
    assert written(contents()).lines() == ["TOCHeading: Inhoud", "Gap: "]


def test_front_matter_is_no_entry_when_word_makes_the_contents_anew() -> None:
    colofon = n.Colofon(n.Heading(1, t("Colofon"), S), (), S)
    assert written(colofon).lines() == ["UnlistedHeading: Colofon"]

"""Notes are Word's own footnotes, wherever they are called, and begin at 1 in every part."""

from unit.docx.made import S, call, chapter, figure, line, note, p, t, written

from reportbuilder.model import nodes as n

MARK = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'


def test_a_note_stands_in_the_part_of_notes_and_is_called_from_the_text() -> None:
    made = written(chapter(p("Woord", call("a"), "."), notes=(note("a", "De noot."),)))
    assert f'{MARK}<w:footnoteReference w:id="1"/></w:r>' in made.xml("//w:p[last()]")
    text = made.xml("//w:footnote[last()]", "footnotes.xml")
    assert text.startswith(
        '<w:footnote w:id="1"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        f'{MARK}<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r><w:bookmarkStart'
    )
    assert made.words(made.find("//w:footnote[last()]", "footnotes.xml")[0]) == " De noot."


def test_the_rules_above_notes_are_listed_in_the_settings() -> None:
    made = written(chapter(p("x")))
    assert made.find("//w:footnote/@w:type", "footnotes.xml") == ["separator", "continuationSeparator"]
    assert made.find("//w:footnotePr/w:footnote/@w:id", "settings.xml") == made.find("//w:footnote/@w:id", "footnotes.xml") == ["-1", "0"]


def test_links_in_notes_are_relations_of_the_notes() -> None:
    link = n.Link("https://voorbeeld.be/noot", t("adres"), S)
    made = written(chapter(p("x", call("a")), notes=(note("a", "Zie ", link),)))
    assert made.targets("footnotes.xml") == {"rId1": "https://voorbeeld.be/noot"}
    assert "https://voorbeeld.be/noot" not in made.targets().values()


def test_notes_in_headings_captions_and_cells_are_called_there() -> None:
    heading = n.Heading(2, line("Kop", call("kop")), S)
    shown = n.Figure(figure().picture, "column", line("Bijschrift", call("bij")), S)
    cells = n.Table(("left",), n.Row((n.Cell(t("A"), S),), S), (n.Row((n.Cell(line("B", call("cel")), S),), S),), (), S)
    made = written(chapter(heading, shown, cells, notes=(note("kop", "1"), note("bij", "2"), note("cel", "3"))))
    styles = [one.getparent().getparent().find(".//{*}pStyle").values()[0] for one in made.find("//w:footnoteReference")]
    assert styles == ["Heading2", "Caption", "TableText"]


def test_numbers_in_the_package_run_on_while_every_section_begins_anew() -> None:
    one = chapter(p("x", call("a"), call("b")), notes=(note("a", "A"), note("b", "B")))
    two = chapter(p("y", call("a")), notes=(note("a", "C"),))
    made = written(one, two, chapter(p("z")))
    assert made.find("//w:footnoteReference/@w:id") == ["1", "2", "3"]
    assert made.find("//w:sectPr/w:footnotePr/w:numRestart/@w:val") == ["eachSect"] * 3


def test_only_a_first_section_without_notes_says_another_beginning() -> None:
    noted = chapter(p("x", call("a")), notes=(note("a", "A"),))
    assert written(chapter(p("x")), noted).find("//w:numStart/@w:val") == ["2", "1"]
    assert written(noted, noted).find("//w:numStart/@w:val") == ["1"]


def test_a_note_called_again_repeats_its_number_by_a_field() -> None:
    made = written(chapter(p("x", call("a"), call("b"), " en y", call("b")), notes=(note("a", "A"), note("b", "B"))))
    (name,) = made.find("//w:bookmarkStart[following-sibling::w:r[1]/w:footnoteReference/@w:id = '2']/@w:name[starts-with(., '_Ref')]")
    assert made.find("//w:instrText/text()") == [f" NOTEREF {name} \\f \\h "]
    (result,) = made.find("//w:r[w:fldChar/@w:fldCharType = 'separate']/following-sibling::w:r[1]")
    assert made.words(result) == "2"
    assert len(made.find("//w:footnoteReference")) == 2

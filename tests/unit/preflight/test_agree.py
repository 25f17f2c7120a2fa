"""What finished files say is compared: tiny sayings here, real files with one thing changed in the slow tests."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from unit.preflight.mutants_ua.edits import first
from unit.preflight.mutants_word import MAIN, Parts, mutated, swap

from reportbuilder.cli import main
from reportbuilder.judging import agreement
from reportbuilder.preflight.agree.compare import RULES, compare, differences
from reportbuilder.preflight.agree.hear import hear
from reportbuilder.preflight.agree.said import HEAD, MARK, Said, Saying, Spot, words_of
from reportbuilder.preflight.finding import Finding, Findings

WEB, DOCX, PAPER = Spot(page=3), Spot(place="document.xml, paragraph 7"), Spot()


def words(text: str, spot: Spot = WEB) -> tuple[Saying, ...]:
    return tuple(words_of(text, spot))


def compared(web: Said, docx: Said | None = None, *prints: Said) -> list[Finding]:
    findings = Findings(RULES)
    compare(prints, web, docx, findings)
    return list(findings.all())


def one(web: Said, docx: Said | None = None, *prints: Said) -> tuple[str, str]:
    (finding,) = compared(web, docx, *prints)
    return finding.rule, finding.message


def test_blanks_soft_hyphens_and_kinds_of_hyphens_do_not_count() -> None:
    web = Said("web", words=words("van het so\u00adcio-juridische\u00a0werk "))
    assert compared(web, Said("docx", words=words("van het  socio\u2011juridische werk", DOCX))) == []


@pytest.mark.parametrize(
    "ours, theirs, rule, message",
    [
        ("een rode lijn", "een rood lijn", "AG-01", "the web PDF says ‘rode’, the DOCX ‘rood’"),
        ("een lijn", "een rode lijn", "AG-01", "the web PDF says nothing there, the DOCX ‘rode’"),
        ("wel 35 leden", "wel 53 leden", "AG-02", "the web PDF says ‘35’, the DOCX ‘53’"),
        ("wel 35 leden", "wel leden", "AG-02", "the web PDF says ‘35’, the DOCX nothing there"),
        ("de gids3.", f"de gids{MARK}4.", "AG-03", "the web PDF says ‘gids3.’, the DOCX ‘gids4.’"),
        ("de gids3.", "de gids.", "AG-03", "the web PDF says ‘gids3.’, the DOCX ‘gids.’"),
    ],
)
def test_words_numbers_and_marks_that_differ(ours: str, theirs: str, rule: str, message: str) -> None:
    found = compared(Said("web", words=words(ours)), Said("docx", words=words(theirs, DOCX)))
    assert found[0].rule == rule and found[0].message == message


def test_a_difference_has_its_place_in_both() -> None:
    (finding,) = compared(Said("web", words=words("een lijn")), Said("docx", words=words("een lint", DOCX)))
    assert (finding.page, finding.object) == (3, "document.xml, paragraph 7")


def test_the_head_of_a_table_that_only_word_has_is_noted() -> None:
    head = tuple(Saying(word, DOCX, HEAD + "1") for word in ("Onderdeel", "Waarde"))
    (finding,) = compared(Said("web", words=words("Radio 16")), Said("docx", words=head + words("Radio 16", DOCX)))
    assert finding.level.word == "note"


@pytest.mark.parametrize(
    "field, rule, ours, theirs",
    [
        ("notes", "AG-03", ("Zie de gids.", "1"), ("Zie de site.", "1")),
        ("notes", "AG-03", ("Zie de gids.", "1"), ("Zie de gids.", "2")),
        ("links", "AG-04", ("de site", "https://a.be/"), ("de site", "https://b.be/")),
        ("headings", "AG-05", ("Pers", "2"), ("Pers", "3")),
        ("descriptions", "AG-06", ("Een boom", ""), ("Een huis", "")),
        ("entries", "AG-07", ("Pers", "28→28"), ("Pers", "29")),
    ],
)
def test_things_that_differ(field: str, rule: str, ours: tuple[str, str], theirs: tuple[str, str]) -> None:
    web, docx = Said("web", **{field: (Saying(ours[0], WEB, ours[1]),)}), Said("docx", **{field: (Saying(theirs[0], DOCX, theirs[1]),)})
    assert one(web, docx)[0] == rule
    assert one(web, Said("docx"))[0] == rule
    same = Said("docx", **{field: (Saying(ours[0], DOCX, ours[1].partition("→")[0]),)})
    assert compared(web, same) == []


def test_numbers_of_chapters_and_packed_addresses_do_not_count() -> None:
    web = Said("web", headings=(Saying("1 Pers", WEB, "1"),), links=(Saying("de gids", WEB, "https://a.be/een%20gids"),))
    docx = Said("docx", headings=(Saying("Pers", DOCX, "1"),), links=(Saying("de gids", DOCX, "https://a.be/een gids"),))
    assert compared(web, docx) == []


def test_the_contents_say_where_their_links_lead() -> None:
    assert one(Said("web", entries=(Saying("Pers", WEB, "28→29"),))) == ("AG-07", "the contents say page 28 for ‘Pers’, which is on page 29")


def test_pages_of_both_pdfs() -> None:
    web = Said("web", pages=("Jaarverslag", "Inhoud", "Pers1", "Adres"))
    assert compared(web, None, Said("print", pages=("Jaarverslag", "Inhoud", "Pers1", "", "", "Adres"))) == []
    assert compared(web, None, Said("print", pages=("Inhoud", "Pers1")), Said("print", pages=("AdresJaarverslag",))) == []
    assert one(web, None, Said("print", pages=("Jaarverslag", "Inhoud", "Pers2", "Adres")))[1] == "the print PDF shows ‘…Pers2…’, the web PDF ‘…Pers1…’"
    assert one(web, None, Said("print", pages=("Jaarverslag", "Inhoud", "Adres"))) == ("AG-08", "only the web PDF has the page that begins with ‘Pers1’")


def test_what_can_not_be_read_keeps_nothing() -> None:
    for data in (b"", b"%PDF-1.7 nothing", b"PK\x03\x04 nothing"):
        (finding,) = compared(Said("web", pages=("Jaarverslag",)), None, hear(data))
        assert finding.rule == "AG-00" and "object at" not in finding.message


def test_the_same_word_over_and_over_takes_no_time() -> None:
    web, docx = Said("web", words=words("a " * 20_000 + "b")), Said("docx", words=words("c " + "a " * 20_000, DOCX))
    assert {finding.rule for finding in compared(web, docx)} == {"AG-01"}


def test_rows_are_laid_side_by_side_from_both_ends() -> None:
    assert list(differences("abcdef", "abXdef")) == [(2, 3, 2, 3)] and list(differences("aaa", "aa")) == [(2, 3, 2, 2)]
    assert list(differences("", "")) == [] and list(differences("ab", "ab")) == []


def test_a_file_that_is_not_there_is_a_wrong_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agree", str(tmp_path / "none.pdf")]) == 2
    assert "there is no file" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.parametrize("endings", [("web.pdf",), ("print.pdf",), (".docx",), ("print.pdf", ".docx"), ("web.pdf", "web.pdf")])
def test_too_few_files_or_too_many_of_a_kind_are_a_wrong_call(endings: tuple[str, ...], built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [str(next(file for file in (built / "out").iterdir() if file.name.endswith(ending))) for ending in endings]
    assert main(["agree", *files]) == 2
    assert capsys.readouterr().err.startswith("reportbuilder agree: ")


# ---------------------------------------------------------------- real files


def pdf(change: Callable[[Pdf], None], source: Path) -> bytes:
    file = BytesIO()
    with Pdf.open(source) as opened:
        change(opened)
        opened.save(file, static_id=True)
    return file.getvalue()


def of_docx(pattern: str, new: str, name: str = MAIN) -> Callable[[Path], bytes]:
    def change(parts: Parts) -> None:
        swap(parts, pattern, new, name)

    return lambda source: mutated(source.read_bytes(), change)


def other_text(opened: Pdf) -> None:
    """A word of a page less."""
    for page in opened.pages:
        code = page.Contents.read_bytes()
        shown = re.findall(rb"\[[^\]]*\]TJ", code)
        if len(shown) > 5:
            page.Contents = opened.make_stream(code.replace(shown[5], b"", 1))
            return


def other_description(opened: Pdf) -> None:
    first(opened, "Figure").Alt = String("Iets anders")


def other_level(opened: Pdf) -> None:
    first(opened, "H2").S = Name.H3


def other_labels(opened: Pdf) -> None:
    opened.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=5)]))


def other_target(opened: Pdf) -> None:
    next(note for page in opened.pages for note in page.get("/Annots", ()) if "/URI" in note.get("/A", {})).A.URI = String("https://example.org/weg")


@pytest.mark.slow
def test_the_files_of_a_build_agree(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = sorted(map(str, (built / "out").iterdir()))
    assert main(["agree", *(file for file in files if file.endswith(("pdf", "docx")))]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("agree: agreement kept; ")


@pytest.mark.slow
@pytest.mark.parametrize(
    "rules, kind, change",
    [
        ({"AG-08"}, "print.pdf", lambda source: pdf(other_text, source)),
        ({"AG-01", "AG-08"}, "web.pdf", lambda source: pdf(other_text, source)),
        ({"AG-06"}, "web.pdf", lambda source: pdf(other_description, source)),
        ({"AG-05"}, "web.pdf", lambda source: pdf(other_level, source)),
        ({"AG-07"}, "web.pdf", lambda source: pdf(other_labels, source)),
        ({"AG-04"}, "web.pdf", lambda source: pdf(other_target, source)),
        ({"AG-01"}, ".docx", of_docx(r"(<w:pStyle w:val=\"BodyText\"/>.*?<w:t[^>]*>)\w+", r"\1Anders")),
        ({"AG-02"}, ".docx", of_docx(r"(<w:pStyle w:val=\"KeyFigure\"/>.*?<w:t[^>]*>\D*)\d", r"\g<1>77")),
        ({"AG-03"}, ".docx", of_docx(r"<w:footnoteReference w:id=\"1\"/>", "")),
        ({"AG-03"}, ".docx", of_docx(r"(<w:footnote w:id=\"2\">.*?<w:t xml:space=\"preserve\">)\w", r"\1X", "word/footnotes.xml")),
        ({"AG-04"}, ".docx", of_docx(r"(relationships/hyperlink\" Target=\")[^\"]*", r"\1https://example.org/weg", "word/_rels/document.xml.rels")),
        ({"AG-05"}, ".docx", of_docx(r"<w:pStyle w:val=\"Heading2\"/>", '<w:pStyle w:val="Heading3"/>')),
        ({"AG-06"}, ".docx", of_docx(r" descr=\"[^\"]+\"", ' descr="Iets anders"')),
        ({"AG-07", "AG-02"}, ".docx", of_docx(r"(<w:pStyle w:val=\"TOC1\"/>.*?PAGEREF .*?<w:t[^>]*>)\d+", r"\g<1>99")),
    ],
)  # fmt: skip
def test_one_thing_changed_is_found(rules: set[str], kind: str, change: Callable[[Path], bytes], built: Path, tmp_path: Path) -> None:
    files = [file for file in sorted((built / "out").iterdir()) if file.suffix in (".pdf", ".docx")]
    for file in files:
        data = change(file) if file.name.endswith(kind) else file.read_bytes()
        (tmp_path / file.name).write_bytes(data)
    found = agreement(sorted(tmp_path.iterdir())).verdict.findings
    assert {finding.rule for finding in found if finding.level.word == "error"} == rules, found

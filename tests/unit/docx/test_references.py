"""References in the text are fields of Word where Word would say the same, and links where it would not."""

import re

import pytest
from unit.docx.made import Docx, S, body, call, figure, note, p, t

from reportbuilder.model import nodes as n


def referring(reference: str, title: n.Inlines = t("De kop"), *notes: n.Note) -> Docx:
    words = t(reference) if reference else ()
    heading = n.Heading(2, title, S, label="kop")
    return body(figure("Onderschrift", "beeld"), heading, p("Zie ", n.Reference("beeld", words, S), " en ", n.Reference("kop", words, S), "."), notes=notes)


def fields(report: Docx) -> list[str]:
    return [" ".join(code.split()) for code in report.find("//w:instrText/text()") if "REF _" in code]


def bookmarked(report: Docx, field: str) -> str:
    """The words in the bookmark that a field repeats."""
    name = field.split()[1]
    (xml,) = re.findall(rf'<w:bookmarkStart w:id="(\d+)" w:name="{name}"/>', report.xml("//w:body"))
    inner = report.xml("//w:body").split(f'w:name="{name}"/>', 1)[1].split(f'<w:bookmarkEnd w:id="{xml}"/>', 1)[0]
    return "".join(re.findall(r"<w:t [^>]*>([^<]*)</w:t>", inner))


def test_a_reference_repeats_the_label_or_the_heading() -> None:
    report = referring("")
    assert [re.sub(r"\d{9}", "…", field) for field in fields(report)] == ["REF _Ref… \\* CHARFORMAT"] * 2
    assert [bookmarked(report, field) for field in fields(report)] == ["Figuur\u00a01", "De kop"]
    assert report.lines()[-1] == "BodyText: Zie Figuur\u00a01 en De kop."


@pytest.mark.parametrize(("words", "repeated"), [("zie figuur 1 hier", "1"), ("Figuur\u00a01", "Figuur\u00a01"), ("figuur 12", ""), ("de kop", "")])
def test_own_words_may_hold_the_label(words: str, repeated: str) -> None:
    report = referring(words)
    assert [bookmarked(report, field) for field in fields(report)] == ([repeated] if repeated else [])
    assert report.lines()[-1] == f"BodyText: Zie {words} en {words}."


def test_a_title_keeps_its_emphasis_and_leaves_its_note_behind() -> None:
    report = referring("", (n.Text("De ", S), n.Emphasis(t("kop"), S), call("noot")), note("noot", "Een noot."))
    assert fields(report)[1].endswith("\\* MERGEFORMAT") and bookmarked(report, fields(report)[1]) == "De kop"
    (name,) = re.findall(r"_Ref\d+", fields(report)[1])
    between = report.xml("//w:body").split(f'w:name="{name}"/>', 1)[1].split("<w:bookmarkEnd", 1)[0]
    assert "footnoteReference" not in between


def test_a_title_has_no_number_to_repeat() -> None:
    assert fields(referring("plan 2030", t("Plan\u00a02030"))) == [] and len(fields(referring("Plan 2030", t("Plan\u00a02030")))) == 1


@pytest.mark.parametrize("between", [call("noot"), n.LineBreak(S)])
def test_a_title_that_word_would_say_otherwise_is_linked(between: n.Inline) -> None:
    notes = (note("noot", "Een noot."),) if isinstance(between, n.NoteCall) else ()
    assert len(fields(referring("", (n.Text("De", S), between, n.Text(" kop", S)), *notes))) == 1

"""Inlines become clean runs: few, by character styles, with Word's own links, breaks and hyphens."""

import re

from unit.docx.made import S, body, line, p

from reportbuilder.docx.inlines import run
from reportbuilder.model.nodes import Emphasis, LineBreak, Link, Strong, Text


def paragraph(*content: object) -> str:
    """What stands in the last paragraph, without its properties and bookmarks."""
    made = body(p(*content))  # type: ignore[arg-type]
    xml = made.xml("//w:p[last()]")
    return xml[xml.index("<w:bookmarkStart") : -len("</w:p>")].split("/>", 1)[1]


def test_plain_text_is_one_run() -> None:
    assert paragraph("Een zin.") == '<w:r><w:t xml:space="preserve">Een zin.</w:t></w:r>'


def test_neighbours_of_one_look_are_one_run() -> None:
    assert paragraph("Een ", "en ", "ander.") == '<w:r><w:t xml:space="preserve">Een en ander.</w:t></w:r>'


def test_looks_come_from_character_styles() -> None:
    assert paragraph(Strong(line("sterk"), S), Emphasis(line("zacht"), S)) == (
        '<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t xml:space="preserve">sterk</w:t></w:r>'
        '<w:r><w:rPr><w:rStyle w:val="Emphasis"/></w:rPr><w:t xml:space="preserve">zacht</w:t></w:r>'
    )


def test_strong_and_emphasis_stand_together() -> None:
    assert paragraph(Strong(line("a", Emphasis(line("b"), S)), S)) == (
        '<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t xml:space="preserve">a</w:t></w:r>'
        '<w:r><w:rPr><w:rStyle w:val="Strong"/><w:i/><w:iCs/></w:rPr><w:t xml:space="preserve">b</w:t></w:r>'
    )


def test_emphasis_within_emphasis_is_upright() -> None:
    assert paragraph(Emphasis(line("a", Emphasis(line("b"), S)), S)).endswith('<w:r><w:t xml:space="preserve">b</w:t></w:r>')


def test_signs_of_xml_come_out_as_typed() -> None:
    assert body(p('a < b & c > "d"')).lines()[-1] == 'BodyText: a < b & c > "d"'


def test_a_soft_hyphen_is_that_of_word() -> None:
    assert paragraph("ge\u00adval") == '<w:r><w:t xml:space="preserve">ge</w:t><w:softHyphen/><w:t xml:space="preserve">val</w:t></w:r>'


def test_a_line_break_is_that_of_word() -> None:
    assert "<w:r><w:br/></w:r>" in paragraph("a", LineBreak(S), "b")


def test_a_link_has_its_address_in_the_relations() -> None:
    made = body(p(Link("https://voorbeeld.be/?a=1&b=2", (Text("hier", S),), S)))
    (link,) = made.find("//w:hyperlink")
    assert made.targets()[link.get(f"{{{link.nsmap['r']}}}id")] == "https://voorbeeld.be/?a=1&b=2"
    assert made.xml("//w:hyperlink/w:r") == '<w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t xml:space="preserve">hier</w:t></w:r>'


def test_a_link_says_where_it_leads_as_people_do() -> None:
    addresses = ("https://www.voorbeeld.be/caf%C3%A9/", "mailto:wij@voorbeeld.be", "https://voorbeeld.be/%00%0A")
    made = body(p(*(Link(address, line("x"), S) for address in addresses)))
    assert made.find("//w:hyperlink/@w:tooltip") == ["voorbeeld.be/café", "wij@voorbeeld.be", "voorbeeld.be/%00%0A"]


def test_one_address_is_one_relation() -> None:
    twice = body(p(*(Link("https://voorbeeld.be", line("x"), S) for _ in range(2))))
    assert list(twice.targets().values()).count("https://voorbeeld.be") == 1


def test_words_from_right_to_left_say_so_with_their_likely_language() -> None:
    assert paragraph("van مرحبا بكم, ", Strong(line("שלום"), S)) == (
        '<w:r><w:t xml:space="preserve">van </w:t></w:r>'
        '<w:r><w:rPr><w:rtl/><w:lang w:bidi="ar-SA"/></w:rPr><w:t xml:space="preserve">مرحبا بكم</w:t></w:r>'
        '<w:r><w:t xml:space="preserve">, </w:t></w:r>'
        '<w:r><w:rPr><w:rStyle w:val="Strong"/><w:rtl/><w:lang w:bidi="he-IL"/></w:rPr><w:t xml:space="preserve">שלום</w:t></w:r>'
    )
    assert 'w:bidi="fa-IR"' in paragraph("خوش چطور")


def test_in_a_report_from_right_to_left_signs_go_with_its_words() -> None:
    parts = re.findall("<w:r>(<w:rPr>.*?</w:rPr>)?<w:t[^>]*>(.*?)</w:t>", run("في Belliard (2025): أي 40%، +32 2 225 44 00.", from_right=True))
    assert [(words, "<w:rtl/>" in look) for look, words in parts] == [
        ("في ", True), ("Belliard (2025)", False), (": أي ", True), ("40%", False), ("، ", True), ("\u200e+32 2 225 44 00", False), (".", True),
    ]  # fmt: skip


def test_a_paragraph_from_right_to_left_says_so() -> None:
    assert "<w:bidi/>" in body(p("مرحبا بكم (NGO)")).xml("//w:p[last()]")
    assert "<w:bidi/>" not in body(p("Dari: مرحبا بكم")).xml("//w:p[last()]")

"""What Markdown can't do in a report: each is an error at its place, with what to write instead."""

import pytest

from reportbuilder.diag.diagnostic import Log
from reportbuilder.load.markdown import blocks

from ..written import of_blocks, of_inlines, scalar


@pytest.mark.parametrize(
    ("text", "shown", "place", "message"),
    [
        ("a\n\n## Kop ##", "[a][Kop]", "3:1", "a heading can't stand here: ‘## Kop ##’"),
        ("Kop\n---", "[Kop]", "1:1", "a heading can't stand here: ‘Kop’"),
        ("a\n\n> b", "[a][b]", "3:1", "a block quote can't stand here: ‘> b’"),
        ("a\n\n    b[^n]\n    c\n\nd", "[a][b<call n> c][d]", "3:5", "an indented block can't stand here: ‘b[^n]’"),
        ("```\nb\n```", "", "1:1", "a code block can't stand here: ‘```’"),
        ("a\n\n***", "[a]", "3:1", "a rule can't stand here: ‘***’"),
        ("- ---", "", "1:1", "a rule can't stand here: ‘- ---’"),
        ("<div>\nb", "", "1:1", "HTML can't stand here: ‘<div>’"),
        ("a <b>c</b>", "[a <b>c</b>]", "1:3", "HTML can't stand here: ‘<b>’"),
        ("a <!-- b -->", "[a <!-- b -->]", "1:3", "HTML can't stand here: ‘<!-- b -->’"),
        ("a `b` c", "[a b c]", "1:3", "code between backticks can't stand here: ‘`b`’"),
        ("a ![b](c.png)", "[a b]", "1:3", "a picture can't stand here: ‘![b](c.png)’"),
        ("|a|b|\n|-|-|\n|c|d|", "[a][b][c][d]", "1:1", "a table can't stand here: ‘|a|b|’"),
        ("|a\\|b|c|\n|-|-|\n", "[|a\\][c]", "1:1", "a table can't stand here: ‘|a\\|b|c|’"),
        ("[a]: https://x.be", "[[a]: https://x.be]", "1:1", "a reference definition can't stand here: ‘[a]: https://x.be’"),
        ("a\n\n[^n]: zo", "[a][<call n>: zo]", "3:1", "a reference definition can't stand here: ‘[^n]: zo’"),
        ('[a](https://x.be "b")', "[<link https://x.be a>]", "1:1", "a title in a link can't stand here: ‘b’"),
        ("[a <https://y.be>](https://x.be)", "[<link https://x.be a https://y.be>]", "1:4", "a link in a link can't stand here: ‘<https://y.be>’"),
        ("- een\n- # Kop", "(ul [een] [Kop])", "2:1", "a heading can't stand here: ‘- # Kop’"),
    ],
)
def test_other_markdown_is_refused(text: str, shown: str, place: str, message: str) -> None:
    content, said = of_blocks(text)
    assert content == shown
    assert said[0] == f"f.yaml:{place} markdown-not-allowed {message}"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("# Kop", "- section:"),
        ("> citaat", "- quote:"),
        ("![a](b.png)", "- figure:"),
        ("|a|b|\n|-|-|", "- table:"),
        ("    a", "as far left"),
        ("[^n]: zo", "notes:"),
    ],
)
def test_the_hint_says_what_to_write_instead(text: str, hint: str) -> None:
    log = Log()
    blocks(scalar("t: |2\n" + "".join(f"  {line}\n" for line in text.split("\n"))), log)
    assert hint in log.diagnostics[0].hint


@pytest.mark.parametrize(
    ("text", "shown", "column", "address", "hint"),
    [
        ("[a](javascript:alert)", "a", 5, "javascript:alert", "https://"),
        ("[a](JaVaScript:b)", "a", 5, "JaVaScript:b", "https://"),
        ("<javascript:b>", "javascript:b", 2, "javascript:b", "https://"),
        ("[a](file:///etc/passwd)", "a", 5, "file:///etc/passwd", "https://"),
        ("[a](data:text/html,b)", "a", 5, "data:text/html,b", "https://"),
        ("[a](vbscript:b)", "a", 5, "vbscript:b", "https://"),
        ("[a](<https://x y>)", "a", 6, "https://x y", "%20"),
        ("[a](www.x.be/b)", "a", 5, "www.x.be/b", "https://www.x.be/b"),
        ("[a](b@x.be)", "a", 5, "b@x.be", "mailto:b@x.be"),
        ("[a](leden)", "a", 5, "leden", "#leden"),
        ("[a](//x.be)", "a", 5, "//x.be", "https://"),
        ("[a](https://)", "a", 5, "https://", "https://"),
        ("[a](https://x.be:99999)", "a", 5, "https://x.be:99999", "https://"),
        ("[a](https://[x)", "a", 5, "https://[x", "https://"),
        ("[a](mailto:)", "a", 5, "mailto:", "https://"),
        ("[a](java&#10;script:b)", "a", 5, "java script:b", "%20"),
        ("[a](https://x.be/&#x202F;b)", "a", 5, "https://x.be/ b", "%20"),
    ],
)
def test_a_link_leads_only_to_the_web_to_mail_or_inside(text: str, shown: str, column: int, address: str, hint: str) -> None:
    content, said = of_inlines(text)
    assert content == shown
    assert said == [f"f.yaml:1:{column} bad-link ‘{address}’ is no address that a report can link to"]
    log = Log()
    blocks(scalar(f"t: '{text}'\n"), log)
    assert hint in log.diagnostics[0].hint


def test_a_link_to_a_server_share_is_refused() -> None:
    content, said = of_inlines("[a](\\\\\\\\server\\map)")
    assert content == "a"
    assert said[0].startswith("f.yaml:1:9 bad-link ‘\\\\server\\map’")


@pytest.mark.parametrize("text", ["[a](https://x .be)", "<www.x.be>", "[a[^n]](https://x.be)", "[a [b](#c)](https://x.be)"])
def test_what_only_looks_like_a_link_is_refused(text: str) -> None:
    _, said = of_inlines(text)
    assert [line.split()[1] for line in said] == ["bad-link"]


@pytest.mark.parametrize("entity", ["&#0;", "&#xD800;", "&#xFFFE;", "&#7;", "&#x110000;", "&#983040;", "&#xF0001;"])
def test_an_entity_can_not_bring_in_what_no_source_may_hold(entity: str) -> None:
    _, said = of_inlines(f"a {entity}")
    assert said == [f"f.yaml:1:3 bad-character ‘{entity}’ stands for no character that can be shown"]


def test_an_entity_can_not_stand_for_an_inserted_value() -> None:
    log = Log()
    blocks(scalar("t: '{{ x.v }} &#xF0000;'\n", v="geheim"), log)
    assert [d.code for d in log.diagnostics] == ["bad-character"]


def test_one_paragraph_is_due_where_one_can_stand() -> None:
    assert of_inlines("een\n\n twee") == ("een twee", ["f.yaml:3:2 markdown-not-allowed a second paragraph can't stand here: ‘twee’"])


def test_marks_in_marks_have_a_limit() -> None:
    deep = "*a " * 9 + "b*" * 9
    _, said = of_inlines(deep)
    assert said == [f"f.yaml:1:25 markdown-not-allowed so deep a nest of marks can't stand here: ‘{deep[24:]}’"]
    assert of_inlines("*a " * 8 + "b*" * 8)[1] == []

"""`load.inlines`: marks, links, notes and references in the text of one paragraph."""

import pytest

from reportbuilder.diag.diagnostic import Log
from reportbuilder.load.inlines import inlines, plain_line

from ..written import of_inlines, scalar, short


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gewoon", "gewoon"),
        ("*nadruk* en **sterk**", "<em nadruk> en <strong sterk>"),
        ("_nadruk_ en __sterk__", "<em nadruk> en <strong sterk>"),
        ("***beide***", "<em <strong beide>>"),
        ("**a *b* c**", "<strong a <em b> c>"),
        ("snake_case_naam en 2*3*4", "snake_case_naam en 2<em 3>4"),
        ("[tekst](https://x.be/a)", "<link https://x.be/a tekst>"),
        ("[**sterk** en meer](https://x.be)", "<link https://x.be <strong sterk> en meer>"),
        ("<https://x.be/a/>", "<link https://x.be/a/ x.be/a>"),
        ("<HTTPS://x.be>", "<link HTTPS://x.be x.be>"),
        ("<http://x.be/>", "<link http://x.be/ http://x.be>"),
        ("<mailto:a@x.be>", "<link mailto:a@x.be a@x.be>"),
        ("<a@x.be>", "<link mailto:a@x.be a@x.be>"),
        ("[mail](mailto:a@x.be?subject=Dag)", "<link mailto:a@x.be?subject=Dag mail>"),
        ("woord.[^noot] En", "woord.<call noot> En"),
        ("*nadruk[^n]*", "<em nadruk<call n>>"),
        ("[](#leden) en [onze *leden*](#leden)", "<ref leden > en <ref leden onze <em leden>>"),
        ("een\\\n  twee", "een⏎twee"),
        ("een  \ntwee", "een twee"),
        ("een \\\n twee", "een⏎twee"),
    ],
)
def test_markdown_becomes_inlines(text: str, expected: str) -> None:
    assert of_inlines(text) == (expected, [])


@pytest.mark.parametrize(
    "text",
    [
        "& < > \" ' ]]>",
        "1 < 2 > 0 && a &b; &onbekend;",
        "# 1 in België",
        "- geen lijst",
        "1. geen lijst",
        "[^noot zonder eind",
        "[^] [^a b] [los] [x]: y",
        "`los ~~doorgestreept~~ **los",
        "2 * 3 * 4",
        "==x== ^a^ $b$ {c} @d :e: +f+",
        "cafe\u0301 caf\u00e9 \u1112\u1161\u11ab",
        "a\u00a0b\u202fc\u2009d\u00ade",
        "https://kaal.be/a_b_c",
        "“krullen” ‘enkel’ ’s … –",
        "[sic](zoals daar)",
    ],
)
def test_what_is_no_markup_stays_as_typed(text: str) -> None:
    assert of_inlines(text) == (text, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\*geen nadruk\* \[x\] \# \\", "*geen nadruk* [x] # \\"),
        (r"\[^noot] \&amp; \a", "[^noot] &amp; \\a"),
        ("&amp; &lt;b&gt; &euro; &#8364; &#x20AC;", "& <b> € € €"),
        ("a&nbsp;b&shy;c", "a\u00a0b\u00adc"),
        ("einde\\", "einde\\"),
        ("\\\nbegin", "begin"),
    ],
)
def test_escapes_and_entities_are_characters(text: str, expected: str) -> None:
    assert of_inlines(text) == (expected, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  twee  spaties\t\ten   meer ", "twee spaties en meer"),
        ("regel\n   regel", "regel regel"),
        ("a *b* \n c", "a <em b> c"),
        ("a [^n] b", "a <call n> b"),
        ("a\u0085b\u2028c", "a b c"),
        (" \u00a0vast\u00a0 ", "\u00a0vast\u00a0"),
        ("&#32; a &#9; b", "a b"),
    ],
)
def test_each_run_of_white_space_is_one_space(text: str, expected: str) -> None:
    assert of_inlines(text) == (expected, [])


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("https://x.be/Oekraïne_0.pdf", "https://x.be/Oekra%C3%AFne_0.pdf"),
        ("https://x.be/a%20b", "https://x.be/a%20b"),
        ("https://café.be/", "https://xn--caf-dma.be/"),
        ("https://x.be/a?b=c&amp;d=e#f", "https://x.be/a?b=c&d=e#f"),
        ("https://x.be/(a)", "https://x.be/(a)"),
    ],
)
def test_addresses_come_out_in_ascii(address: str, url: str) -> None:
    assert of_inlines(f"[t]({address})") == (f"<link {url} t>", [])


def test_inserted_values_are_text_and_never_markup() -> None:
    text = scalar("t: '{{ x.ster }} **{{ x.ster }}** [{{ x.ster }}](https://x.be) {{ x.hek }}'\n", ster="*a* [b](c) &amp;", hek="# <b>")
    log = Log()
    value = "*a* [b](c) &amp;"
    assert short(inlines(text, log)) == f"{value} <strong {value}> <link https://x.be {value}> # <b>"
    assert log.diagnostics == []


def test_an_inserted_value_and_the_text_around_it_are_one_node() -> None:
    (only,) = inlines(scalar('t: "van {{ x.a }} tot\n  {{ x.b }}!"\n', a="1", b="2"), Log())
    assert only.text == "van 1 tot 2!"


def test_a_value_in_an_address_is_percent_encoded_and_in_its_text_as_it_is() -> None:
    log = Log()
    text = scalar("t: '[a](https://x.be/{{ x.v }}/b) <https://x.be/{{ x.v }}>'\n", v="a b/?é")
    shown = short(inlines(text, log))
    assert shown == "<link https://x.be/a%20b%2F%3F%C3%A9/b a> <link https://x.be/a%20b%2F%3F%C3%A9 x.be/a b/?é>"
    assert log.diagnostics == []


def test_a_value_can_not_be_the_address_itself() -> None:
    log = Log()
    assert short(inlines(scalar("t: '[a]({{ x.v }})'\n", v="https://x.be"), log)) == "a"
    assert [d.code for d in log.diagnostics] == ["bad-link"]


def test_spaces_of_a_value_do_not_add_to_those_around_it() -> None:
    text = scalar("t: 'a {{ x.v }} *{{ x.v }}*'\n", v=" b  c ")
    assert short(inlines(text, Log())) == "a b c <em b c>"


def test_plain_lines_have_no_markup() -> None:
    assert plain_line(scalar("t: |\n  *Beeld*: {{ x.v }}\n  & co\n", v="zon")) == "*Beeld*: zon & co"

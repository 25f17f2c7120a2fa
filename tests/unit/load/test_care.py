"""Advice on typing: what print has a better form for, with its place and the better form; and what is left alone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportbuilder.diag.diagnostic import Log, Severity
from reportbuilder.diag.span import Span
from reportbuilder.load.care import advise
from reportbuilder.load.compose import compose
from reportbuilder.load.fields import Fields
from reportbuilder.load.values import Mapping, Scalar
from reportbuilder.load.variables import figures
from reportbuilder.model.nodes import Foreign, Text

N, W = "\u202f", "\u00a0"


def advice(typed: str, language: str = "nl-BE", style: str = "|", known: str = "g: {km: 40, p: 11}") -> list[str]:
    """``line:column code: better`` of a text that begins at line 2, column 3."""
    log = Log()
    source = f"text: |\n  {typed}\n" if style == "|" else f"text: {style}{typed}{style}\n"
    value = compose(source, "a.yaml", log)
    numbers = figures(compose(known, "cijfers.yaml", log), log)  # type: ignore[arg-type]
    assert isinstance(value, Mapping)
    Fields(numbers, language, log).blocks(value, "text")
    assert not log.errors, log.errors
    assert all(d.severity is Severity.ADVICE for d in log.diagnostics)
    return [f"{d.span.line}:{d.span.column} {d.code}: {better(d.hint)}" for d in log.in_order()]


def better(hint: str) -> str:
    found = re.fullmatch(r"write ‘(.*?)’( \(.*\))?", hint)
    assert found, hint
    return found[1]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('hij zei "ja" en ging', "2:11 straight-quote: “ja”"),
        ('"Ja", zei hij', "2:3 straight-quote: “Ja”,"),
        ("over 'spreken' nu", "2:8 straight-quote: ‘spreken’"),
        ("foto's van ons", "2:7 straight-apostrophe: foto’s"),
        ("Kris' fiets", "2:7 straight-apostrophe: Kris’"),
        ("vroeg in 's morgens", "2:12 straight-apostrophe: ’s"),
        ("foto´s", "2:7 straight-apostrophe: foto’s"),
        ("‘s morgens vroeg", "2:3 apostrophe: ’s"),
        ("de jaren ‘90 waren", "2:12 apostrophe: ’90"),
        (",,zo'' was het", "2:3 old-quote: “zo”"),
        ("toen - zo bleek", "2:7 dash: toen – zo"),
        ("toen -- zo bleek", "2:7 dash: toen – zo"),
        ("toen — zo bleek", "2:7 dash: toen – zo"),
        ("in 2024-2025 was", "2:6 range-dash: 2024–2025"),
        ("van 9:30-12:45 open", "2:7 range-dash: 9:30–12:45"),
        ("blz. 12-14", "2:8 range-dash: 12–14"),
        ("en zo...", "2:8 dots: zo…"),
        ("3 x 4 meter", f"2:3 times: 3{N}×{N}4"),
        ("een 2x3-raster", "2:7 times: 2×3-raster"),
        ("het was -5 graden", "2:11 minus: −5"),
        ("woord , woord", "2:8 space-before: woord,"),
        ("( woord)", "2:4 space-inside: (woord)"),
        ("woord,woord", "2:8 space-after: woord, woord"),
        (f"11{N} % van", f"2:5 space-double: 11{N}%"),
        ("ruim 11 % van", f"2:8 unit-space: 11{N}%"),
        ("ruim 11% van", f"2:8 unit-space: 11{N}%"),
        ("na 40 km lopen", f"2:6 unit-space: 40{N}km"),
        ("€ 812.318 euro", f"2:3 euro-space: €{W}812.318"),
        ("voor €5 mee", f"2:8 euro-space: €{W}5"),
        ("voor 12,50 € mee", f"2:8 euro-space: €{W}12,50"),
        ("op 12 mei 2025", f"2:6 date-space: 12{W}mei"),
        ("volgens art. 5 van", f"2:14 number-space: art.{W}5"),
        ("dr. Jansen", f"2:5 number-space: dr.{W}Jansen"),
        ("schrijver J. R. R. Tolkien", f"2:14 initials-space: J.{N}R."),
        ("de 2ste keer", "2:6 ordinal: 2de"),
        ("de 21de eeuw", "2:6 ordinal: 21ste"),
        ("de 8-ste dag", "2:6 ordinal: 8ste"),
        ("wel 12345 mensen", "2:7 thousands: 12.345"),
        ("wel 12 345 mensen", "2:7 thousands: 12.345"),
        ("wel 1,234,567 mensen", "2:7 thousands: 1.234.567"),
        ("uit Syrie en Belgie.", "2:7 spelling: Syrië"),
        ("De Financiele kant", "2:6 spelling: Financiële"),
    ],
)
def test_what_could_be_better_has_its_place_and_its_better_form(typed: str, expected: str) -> None:
    assert expected in advice(typed), advice(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "Hij zei “ja”, ‘nee’ en ’s morgens niets; foto’s uit de jaren ’90.",
        "Bel +32 2 205 60 10, 02-205-60-10 of 0474/12.34.56; rekening BE12 3456 7890 1234, nummer 0429.033.022.",
        "COVID-19, F-16’s, 2025-06-20, 1030 Schaarbeek, RPR Brussel, 24/7, 50-plussers, 18-jarigen, artikel 60-statuut.",
        "In 2024–2025 kwamen 4.158 mensen; 1.000.000 of 12.345,67 is veel, 3,1416 ook; uitslag 3-1.",
        "Zie www.site.be/a-b--c?x=12345&y='z' en info@x.be, of https://x.be/1-2...",
        "vitamine C. De rest; bijlage A. Daarna; 1ste, 2de, 3de, 8ste, 10de, 11de, 19de, 20ste, 100ste, 101ste, 102de, 108ste.",
        "De ‘s’ is een letter; het cijfer ‘90’ ook; in- en uitgaan; e-mail; ax2 en x2.",
        f"ruim 11{N}%, 40{W}km, €{W}5, 12{W}mei, J.{N}R.{N}R.{N}Tolkien … en – zo – verder; 20°.",
        "De cliënt en de patiënt; Israël; officieel; ideaal; financieel; museum.",
        "een opsomming, (met haakjes): zo! en zo? ja; …en dit . . . ook",
        "de 2 de beste ploegen en 12 ministeries; 3 dekens",
    ],
)
def test_what_is_right_is_left_alone(typed: str) -> None:
    assert advice(typed) == []


def test_the_place_is_right_behind_values_escapes_entities_marks_and_on_later_lines() -> None:
    assert advice("na {{ g.km }} km lopen") == [f"2:6 unit-space: 40{N}km"]
    assert advice("\\* &amp; *na* **40 km** lopen") == [f"2:19 unit-space: 40{N}km"]
    assert advice("een zin\n  die loopt over 40 km") == [f"3:18 unit-space: 40{N}km"]
    assert advice("- punt\n  - over 40 km", "nl") == [f"3:10 unit-space: 40{N}km"]
    assert advice("een ''ja'' en", style="'") == ["1:12 straight-quote: ‘ja’"]


def test_marks_of_notes_stand_behind_the_full_stop_but_not_those_of_a_word_that_is_a_link() -> None:
    assert advice("een zin[^a].") == ["2:10 note-mark: zin.[^…]"]
    assert advice("een [zin](https://x.be)[^a].") == []
    assert advice("een woord[^a], en [^b] verder.") == ["2:20 note-space: en[^…]"]


def test_words_of_another_language_are_left_alone() -> None:
    here, log = Span("a.yaml", 1, 1), Log()
    content = (Text("de ", here), Foreign("en", (Text("client's 11% -", here),), here), Text(" is", here))
    advise(content, Scalar("de client's 11% - is", "a.yaml", ((0, 1, 1),)), "nl", log)
    assert not log.diagnostics


def test_a_title_that_is_put_in_later_stands_for_a_word() -> None:
    assert advice("zie [](#x). En verder [](#y), dus.") == []


def test_each_language_has_its_own_quotation_marks_and_only_dutch_its_own_rules() -> None:
    assert advice('a "b" c', "fr") == [f"2:5 straight-quote: «{W}b{W}»"]
    assert advice('a "b" c', "de") == ["2:5 straight-quote: „b“"]
    assert advice("op 12 mei, 11% en Syrie; voilà !", "fr") == []


def test_who_types_the_same_all_the_time_is_told_a_few_times() -> None:
    assert len(advice("foto's " * 50)) == 5


def test_text_is_never_changed() -> None:
    log = Log()
    value = compose("text: |\n  foto's... \"zo\" - 11%\n", "a.yaml", log)
    assert isinstance(value, Mapping)
    (paragraph,) = Fields(figures(Mapping((), value.span), log), "nl", log).blocks(value, "text")
    assert [node.text for node in paragraph.content if isinstance(node, Text)] == ["foto's... \"zo\" - 11%"]


@given(st.text(alphabet="ab 12-.,:;'\"€%‘’“”()x\u00a0km[^]*&\\", max_size=60))
def test_any_text_can_be_advised_on_and_the_place_is_in_it(typed: str) -> None:
    log = Log()
    advise((Text(typed, Span("a.yaml", 3, 5)),), Scalar(typed, "a.yaml", ((0, 3, 5),)), "nl", log)
    assert all(d.span.line == 3 and 5 <= d.span.column < 5 + len(typed) for d in log.diagnostics)

"""`load.variables`: figures come into text as data, with their place, and no code runs (THREATS J1–J10)."""

from functools import cache

import pytest
from counting import growth
from hypothesis import given
from hypothesis import strategies as st

from reportbuilder.diag.diagnostic import Log
from reportbuilder.load.compose import compose
from reportbuilder.load.values import INSERT, Mapping, Scalar
from reportbuilder.load.variables import Figures, figures, substitute, unused_figures

CIJFERS = """\
walk:
  deelnemers: 4158
  opbrengst: 812318
  datum: 2025-06-20
  naam: Refugee *Walk*
pers:
  tv: 11
  aandeel: 11.5
  rauw: "{{ walk.deelnemers }} <b>{% x %}"
  leeg: ~
"""


def known(text: str = CIJFERS) -> Figures:
    """The figures in the text; none of them used yet."""
    return Figures(read(text).values)


@cache
def read(text: str) -> Figures:
    log = Log()
    value = compose(text, "cijfers.yaml", log)
    assert value is not None
    found = figures(value, log)
    assert not log.diagnostics
    return found


def scalar_of(source: str) -> Scalar:
    value = compose(source, "a.yaml", Log())
    assert isinstance(value, Mapping) and isinstance(value.entries[0].value, Scalar)
    return value.entries[0].value


def result(text: str, language: str = "nl-BE") -> tuple[str, list[str]]:
    """The text with its figures put in, and the messages."""
    log = Log()
    scalar = substitute(Scalar(text, "a.yaml", ((0, 1, 1),)), known(), language, log)
    return scalar.plain, [f"{d.span} {d.code}: {d.message} | {d.hint}" for d in log.in_order()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("geen", "geen"),
        ("een { en } en }}", "een { en } en }}"),
        ("{{ walk.deelnemers }}", "4158"),
        ("{{walk.deelnemers|getal}}", "4.158"),
        ("x {{ walk.opbrengst | euro }}, {{ pers.tv | procent }}.", "x €\u00a0812.318, 11\u202f%."),
        ("{{ walk.datum\n   | datum }}", "20\u00a0juni 2025"),
        ("{{ pers.tv }}{{ pers.tv }}", "1111"),
        ("{{ '{{' }} x {{ \"}}\" }} {{ '{%' }} {{ '{#' }}", "{{ x }} {% {#"),
        ("{{ pers.leeg }}", "~"),
    ],
)
def test_a_figure_comes_in_as_typed_or_as_its_filter_writes_it(text: str, expected: str) -> None:
    assert result(text) == (expected, [])


def test_text_without_braces_stays_the_same_object() -> None:
    scalar = scalar_of("a: x } y\n")
    assert substitute(scalar, known(), "nl-BE", Log()) is scalar


def test_what_comes_in_is_one_character_of_data_and_never_read_again() -> None:
    scalar = substitute(scalar_of("a: '{{ walk.naam }} *x* {{ pers.rauw }}'\n"), known(), "nl-BE", Log())
    assert scalar.text == f"{chr(INSERT)} *x* {chr(INSERT + 1)}"
    assert scalar.inserts == ("Refugee *Walk*", "{{ walk.deelnemers }} <b>{% x %}")


@pytest.mark.parametrize(
    "source",
    [
        "a: x{{ walk.naam }}y{{ pers.tv }}z\n",
        'a: "{{ walk.naam }}\\t{{ pers.tv | getal }}\n  en \\u00e9 {{ pers.tv }}"\n',
        "a: |\n  x {{ walk.naam\n  | getal }} y\n\n  z {{ pers.tv }}\n",
        "a: >\n  {{ walk.naam }}\n  {{ pers.tv }} y\n  z\n",
    ],
)
def test_all_other_characters_keep_their_places(source: str) -> None:
    before = scalar_of(source)
    after = substitute(before, known(), "nl-BE", Log())
    typed = [before.at(i) for i, c in enumerate(before.text)]
    kept = [after.at(i) for i, c in enumerate(after.text) if ord(c) < INSERT]
    put_in = [after.at(i) for i, c in enumerate(after.text) if ord(c) >= INSERT]
    braces = [i for i in range(len(before.text)) if before.text.startswith("{{", i)]
    assert put_in == [typed[i] for i in braces]
    inside = [any(start <= i < before.text.index("}}", start) + 2 for start in braces) for i in range(len(typed))]
    assert kept == [place for place, skipped in zip(typed, inside) if not skipped]


@pytest.mark.parametrize(
    "code",
    [
        "{{ x.__class__.__mro__ }}", "{{ walk.__class__ }}", "{{ _walk.x }}", "{{ walk | attr('x') }}", "{{ '{0.__class__}'.format(x) }}",
        "{{ range(10**9) }}", "{{ 10**(10**9) }}",
        "{{ 'a'*10**10 }}", "{{ walk.naam ~ walk.naam }}", "{{ lipsum(n=9) }}", "{{ walk.x.append(1) }}",
        "{{ walk['naam'] }}", "{{ walk.naam.x }}",
        "{{ walk.naam if pers.tv }}", "{{ walk.tv > 1 }}", "{{ -pers.tv }}", "{{ 1 }}", "{{ 'x' }}", "{{ [1] }}",
        "{{ true }}", "{{ pers.tv | getal | euro }}",
        "{{ pers.tv | getal(1) }}", "{{ pers.tv | default('x') }}", "{{ pers.tv | upper }}", "{{ walk() }}",
        "{{- pers.tv }}", "{{ pers.tv -}}", "{{+ pers.tv }}", "{{ }}", "{{ pers tv }}", "{{ pers. }}", "{{ pers.tv | }}", "{{{ pers.tv }}}",
        "{{ " + "(" * 190 + " }}", "{{ " + "9" * 190 + " }}", "{{ pers.tv, walk.naam }}", "{{ '\\N{x}' }}", "{{ a is b }}",
    ],
)
def test_code_in_braces_is_an_error_and_stays_as_typed(code: str) -> None:
    text, messages = result(f"abc {code} z")
    assert text == f"abc {code} z"
    assert [message.split(": ")[0] for message in messages if ":1:5 " in message or "upper" in code or "default" in code] == [
        messages[0].split(": ")[0]
    ]
    assert "variable-code" in messages[0] and len(messages) == 1


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a {% include '/etc/passwd' %} b", "1:3"), ("a {% for x in y %}", "1:3"), ("{# gone", "1:1"), ("a {#", "1:3"), ("ab {{ pers.tv", "1:4"),
        ("a {{ pers.tv } b", "1:3"), ("{{ 'x }}", "1:1"), ("{{" + "x" * 1000 + "}}", "1:1"),
    ],
)
def test_statements_comments_and_open_braces_are_errors(text: str, place: str) -> None:
    plain, messages = result(text)
    assert plain == text
    assert [message.split(": ")[0] for message in messages] == [f"a.yaml:{place} variable-code"]


def test_a_fault_in_a_block_scalar_has_its_own_line_and_column() -> None:
    log = Log()
    source = "\n" * 38 + "a: |\n  eerste\n  tweede {{ pers.tv + }} en {{ pers.radio }}\n  {{ pers.tv\n     || getal }}\n"
    substitute(scalar_of(source), known(), "nl-BE", log)
    assert [f"{d.span} {d.code}" for d in log.in_order()] == [
        "a.yaml:41:10 variable-code", "a.yaml:41:32 unknown-variable", "a.yaml:43:3 variable-code",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ walk.deelnemer }}", "a.yaml:1:4 unknown-variable: there is no figure ‘walk.deelnemer’ | did you mean ‘walk.deelnemers’?"),
        ("{{   wlak.deelnemers | getal }}", "a.yaml:1:6 unknown-variable: there is no figure ‘wlak.deelnemers’ | did you mean ‘walk.deelnemers’?"),
        ("{{ tv }}", "a.yaml:1:4 unknown-variable: there is no figure ‘tv’ | did you mean ‘pers.tv’?"),
        ("{{ perss.radio }}", "a.yaml:1:4 unknown-variable: there is no figure ‘perss.radio’ | did you mean ‘pers’?"),
        ("{{ pers.tv | getl }}", "a.yaml:1:14 variable-code: ‘getl’ is no filter | did you mean ‘getal’?"),
    ],
)
def test_an_unknown_name_is_an_error_with_the_nearest_one(text: str, expected: str) -> None:
    assert result(text) == (text, [expected])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ walk.naam | getal }}", "cijfers.yaml:5:9 bad-figure: ‘Refugee *Walk*’ is no number"),
        ("{{ pers.leeg | euro }}", "cijfers.yaml:10:9 bad-figure: ‘~’ is no number"),
        ("{{ pers.tv | datum }}", "cijfers.yaml:7:7 bad-figure: ‘11’ is no date"),
    ],
)
def test_a_figure_of_the_wrong_kind_is_an_error_where_the_figure_stands(text: str, expected: str) -> None:
    plain, messages = result(text)
    assert plain in expected
    assert [message.split(" | ")[0] for message in messages] == [expected]


def test_figures_that_no_text_uses_give_warnings() -> None:
    log, found = Log(), known("a:\n  b: 1\n  c: 2\n")
    substitute(scalar_of("a: x {{ a.b }}\n"), found, "nl-BE", log)
    unused_figures(found, log)
    assert [f"{d.span} {d.code}: {d.message}" for d in log.diagnostics] == ["cijfers.yaml:3:6 unused-figure: the figure ‘a.c’ is used nowhere"]


def test_wrong_figures_are_said_and_are_empty_and_the_others_stay() -> None:
    log = Log()
    value = compose("a:\n  b: ''\n  c: [1]\n  d: |\n    x\n  e: 4.158\n  f: " + "9" * 501 + "\ng: 1\nnot: {x: 1}\n", "cijfers.yaml", log)
    assert value is not None
    texts = {path: figure.text for path, figure in figures(value, log).values.items()}
    assert texts == {"a.b": "", "a.c": "", "a.d": "", "a.e": "4.158", "a.f": "", "not.x": "1"}
    assert [f"{d.span.line} {d.code}" for d in log.in_order()] == [
        "2 empty-text", "3 wrong-type", "5 bad-figure", "6 doubtful-figure", "7 bad-figure", "8 wrong-type", "9 bad-id",
    ]


def test_a_file_of_figures_that_is_a_list_gives_no_figures() -> None:
    log = Log()
    value = compose("- a\n", "cijfers.yaml", log)
    assert value is not None and figures(value, log).values == {} and [d.code for d in log.errors] == ["wrong-type"]


def test_the_same_text_gives_the_same_result_whatever_came_before() -> None:
    found = known()
    scalar = scalar_of("a: x {{ walk.deelnemers | getal }}\n")
    first = substitute(scalar, found, "nl-BE", Log())
    substitute(scalar, found, "en-GB", Log())
    assert substitute(scalar, found, "nl-BE", Log()) == first


@pytest.mark.parametrize(
    ("hostile", "count"), [("{{ ", 40_000), ("{{ 'x", 20_000), ("{% ", 5_000), ("{{ pers.tv }}", 4_000), ("{", 100_000), ("{{ 'x }} ", 9_000)]
)
def test_hostile_text_takes_linear_work_and_little_memory(hostile: str, count: int) -> None:
    def put_in(count: int) -> None:
        text, log = hostile * count, Log()
        after = substitute(Scalar(text, "a.yaml", ((0, 1, 1),)), found, "nl-BE", log)
        assert sum(len(insert) for insert in after.inserts) <= len(text) and len(log.errors) <= 100

    found = known()
    put_in(count)
    assert growth(put_in, 20) < 11


@pytest.mark.parametrize(("length", "code"), [(150, "unknown-variable"), (250, "variable-code")])
def test_the_end_of_braces_is_sought_two_hundred_characters_far(length: int, code: str) -> None:
    """A search to the end of the text, from every opening, would be quadratic."""
    _, (message,) = result(f"{{{{ {'x' * length} }}}}")
    assert message.startswith(f"a.yaml:1:4 {code}" if code == "unknown-variable" else f"a.yaml:1:1 {code}")


@given(st.text(alphabet="{}%#'\"-+|.()[]_ \nab1", max_size=40))
def test_no_text_makes_it_raise_and_nothing_outside_braces_changes(text: str) -> None:
    log = Log()
    after = substitute(Scalar(text, "a.yaml", ((0, 1, 1),)), known("a:\n  b: x\n"), "nl-BE", log)
    assert after.plain == text or "a.b" in text.replace(" ", "").replace("\n", "") or "'" in text or '"' in text

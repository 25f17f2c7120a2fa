"""`load.compose`: YAML as values; scalars stay as typed, and every character knows its place (THREATS Y9, Y10, Y16)."""

import pytest
from counting import growth
from hypothesis import given
from hypothesis import strategies as st

from reportbuilder.diag.diagnostic import Log
from reportbuilder.load.compose import compose
from reportbuilder.load.values import Mapping, Scalar, Sequence, Value


def value_of(text: str) -> Value:
    log = Log()
    value = compose(text, "a.yaml", log)
    assert value is not None and not log.diagnostics, log.diagnostics
    return value


def scalar_of(text: str) -> Scalar:
    """The value of the one key in the text."""
    mapping = value_of(text)
    assert isinstance(mapping, Mapping)
    value = mapping.entries[0].value
    assert isinstance(value, Scalar)
    return value


def places(scalar: Scalar) -> list[str]:
    """``character line:column`` of each character."""
    return [f"{c} {scalar.at(i).line}:{scalar.at(i).column}" for i, c in enumerate(scalar.text)]


@pytest.mark.parametrize(
    "typed",
    "no yes on off y n ~ null true 2025-01-01 2024-02-30 12:30 1:20:30 010 1_000 1e3 .inf .nan 1.10 0x1F = -0 +5 1.".split() + ["9" * 5000],
)
def test_a_plain_scalar_is_the_text_as_typed(typed: str) -> None:
    assert scalar_of(f"a: {typed}\n").text == typed


def test_keys_are_text_too_and_order_stays() -> None:
    value = value_of("on: 1\n2025: 2\nno: 3\n=: 4\n")
    assert isinstance(value, Mapping)
    assert value.names() == ("on", "2025", "no", "=")


def test_lists_and_mappings_have_the_place_where_they_begin() -> None:
    value = value_of("a:\n  - x\n  - [y, z]\n")
    assert isinstance(value, Mapping)
    items = value.get("a")
    assert isinstance(items, Sequence) and isinstance(items.items[1], Sequence)
    assert (str(value.span), str(items.span), str(items.items[1].span), str(items.items[1].items[1].span)) == (
        "a.yaml:1:1", "a.yaml:2:3", "a.yaml:3:5", "a.yaml:3:9",
    )


def test_an_empty_value_is_empty_text_behind_its_key() -> None:
    scalar = scalar_of("a:\n")
    assert (scalar.text, str(scalar.span)) == ("", "a.yaml:1:3")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: xy\n", "x 1:4|y 1:5"),
        ("a: x y \n\n   z\n", "x 1:4|  1:5|y 1:6|\n 1:8|z 3:4"),
        ("a: x\n   y\n", "x 1:4|  1:5|y 2:4"),
        ("a: 'x''y'\n", "x 1:5|' 1:6|y 1:8"),
        ("a: 'x\n\n\n  y'\n", "x 1:5|\n 1:6|\n 2:1|y 4:3"),
        ('a: "x\\ty"\n', "x 1:5|\t 1:6|y 1:8"),
        ('a: "\\u00e9\\"\\x41z"\n', 'é 1:5|" 1:11|A 1:13|z 1:17'),
        ('a: "x  \n  y"\n', "x 1:5|  1:8|y 2:3"),
        ('a: "x \\\n  y"\n', "x 1:5|  1:6|y 2:3"),
        ('a: "x\\\n\n  y"\n', "x 1:5|\n 2:1|y 3:3"),
        ("a: |\n  x\n\n   y\n  z\n", "x 2:3|\n 2:4|\n 3:1|  4:3|y 4:4|\n 4:5|z 5:3|\n 5:4"),
        ("a: |2-\n\n   x\n  y\n", "\n 2:1|  3:3|x 3:4|\n 3:5|y 4:3"),
        ("a: |+ # note\n  x\n\n", "x 2:3|\n 2:4|\n 3:1"),
        ("a: >\n  x\n  y\n\n  z\n", "x 2:3|  2:4|y 3:3|\n 3:4|z 5:3|\n 5:4"),
        ("a: >-\n  x\n    y\n  z\n", "x 2:3|\n 2:4|  3:3|  3:4|y 3:5|\n 3:6|z 4:3"),
        ("- a: |\n    x\n", None),
    ],
)
def test_each_character_knows_its_place(text: str, expected: str | None) -> None:
    if expected is None:
        value = value_of(text)
        assert isinstance(value, Sequence) and isinstance(value.items[0], Mapping)
        assert str(value.items[0].entries[0].value.span) == "a.yaml:2:5"
    else:
        assert "|".join(places(scalar_of(text))) == expected


_WORDS = st.text(alphabet="ab é'\\\"#:-\t", min_size=0, max_size=8)
_LINES = st.lists(_WORDS, min_size=1, max_size=6)


def _sources(lines: list[str]) -> list[str]:
    """The lines as a scalar in every style."""
    block = "".join(f"   {line}\n" for line in lines)
    single = "\n  ".join(line.replace("'", "''") for line in lines)
    double = "\n  ".join(line.replace("\\", "\\\\").replace('"', '\\"') for line in lines)
    blocks = [f"a: {header}\n{block}" for header in ("|", "|3+", ">-", ">3")]
    return [*blocks, f"a: '{single}'\n", f'a: "{double}"\n', f"a: x{' '.join(lines)}\n  y\n"]


@given(_LINES)
def test_the_character_at_the_place_is_the_character_of_the_text(lines: list[str]) -> None:
    for source in _sources(lines):
        value = compose(source, "a.yaml", Log())
        if not isinstance(value, Mapping) or not isinstance(value.entries[0].value, Scalar):
            continue
        scalar, rows = value.entries[0].value, source.split("\n")
        for index, character in enumerate(scalar.text):
            place = scalar.at(index)
            typed = (rows[place.line - 1] + "\n")[place.column - 1]
            folded = character in " \n" and typed in " \t\n"
            escaped = character in "\\\"" and typed == "\\"
            assert typed == character or folded or escaped, (source, index, place)


@pytest.mark.parametrize("end", ["\n", ""])
def test_a_missing_line_end_at_the_end_changes_nothing_else(end: str) -> None:
    assert scalar_of(f"a: |-\n  x{end}").text == "x"
    assert scalar_of(f"a: x  {end}").text == "x"


LINE = "      Een regel met *nadruk*, een cijfer {{ a.b | getal }} en een noot[^noot], zoals ze in verslagen staan.\n"


def test_ten_times_as_many_texts_are_ten_times_as_much_work() -> None:
    assert growth(lambda count: value_of("body:\n" + ("  - text: |\n" + LINE) * count), 10) < 11


def test_ten_times_as_long_a_text_is_ten_times_as_much_work() -> None:
    assert growth(lambda count: value_of("text: |\n" + LINE * count), 100) < 11

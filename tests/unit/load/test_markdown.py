"""`load.markdown`: paragraphs and lists from the text of a scalar."""

import pytest

from ..written import of_blocks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een alinea\nover twee regels.", "[Een alinea over twee regels.]"),
        ("Een.\n\nTwee.", "[Een.][Twee.]"),
        ("- een\n- twee", "(ul [een] [twee])"),
        ("- een\n\n- twee", "(ul [een] [twee])"),
        ("* een\n* twee", "(ul [een] [twee])"),
        ("1. een\n2. twee", "(ol 1 [een] [twee])"),
        ("4) vier\n5) vijf", "(ol 4 [vier] [vijf])"),
        ("- een\n  - in een\n- twee", "(ul [een](ul [in een]) [twee])"),
        ("- een\n  1. in een", "(ul [een](ol 1 [in een]))"),
        ("- een\n\n  nog een alinea\n- twee", "(ul [een][nog een alinea] [twee])"),
        ("- een\n  loopt door\nen door", "(ul [een loopt door en door])"),
        ("Tekst\n- een", "[Tekst](ul [een])"),
        ("- een\n\nTekst", "(ul [een])[Tekst]"),
        ("- een\n* ander teken", "(ul [een])(ul [ander teken])"),
        ("2025 was goed.\n2024. Dat was het jaar ervoor.", "[2025 was goed. 2024. Dat was het jaar ervoor.]"),
        ("Drie –\n– streepjes", "[Drie – – streepjes]"),
        ("a\\\nb\n\nc", "[a⏎b][c]"),
        ("   ingesprongen\n\n\n\n  tekst   ", "[ingesprongen][tekst]"),
        ("", ""),
        ("\n \n", ""),
    ],
)
def test_text_becomes_paragraphs_and_lists(text: str, expected: str) -> None:
    assert of_blocks(text) == (expected, [])


def test_line_ends_of_other_systems_are_line_ends() -> None:
    assert of_blocks("een\r\ntwee\r\rdrie\u2028vier") == ("[een twee][drie vier]", [])


def test_lists_three_deep_are_allowed_and_a_fourth_is_not() -> None:
    three = "- a\n  - b\n    - c"
    assert of_blocks(three) == ("(ul [a](ul [b](ul [c])))", [])
    shown, said = of_blocks(f"{three}\n      - d")
    assert shown == "(ul [a](ul [b](ul [c](ul [d]))))"
    assert said == ["f.yaml:4:7 markdown-not-allowed a list deeper than three levels can't stand here: ‘- d’"]


def test_what_is_wrong_in_a_list_too_deep_is_said_too() -> None:
    _, said = of_blocks("- a\n  - b\n    - c\n      - d `e`")
    assert [line.split()[0] for line in said] == ["f.yaml:4:7", "f.yaml:4:11"]


def test_an_empty_list_item_is_refused() -> None:
    shown, said = of_blocks("- a\n-\n- c")
    assert shown == "(ul [a] [c])"
    assert said == ["f.yaml:2:1 markdown-not-allowed an empty list item can't stand here: ‘-’"]

"""`model.text`: words without marks, and titles for other places."""

import pytest

from reportbuilder.diag.diagnostic import Log
from reportbuilder.load.inlines import inlines
from reportbuilder.model.text import plain_text, title_copy
from reportbuilder.model.walk import walk

from ..written import short, typed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a *b **c*** d", "a b c d"),
        ("a[^n] b", "a b"),
        ("a [^n] b", "a b"),
        ("a\\\nb", "a b"),
        ("[a](https://x.be) [b *c*](#d)[](#e)", "a b c"),
        ("", ""),
    ],
)
def test_plain_text_is_what_is_read(text: str, words: str) -> None:
    assert plain_text(inlines(typed(text), Log())) == words


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("a *b* c", "a <em b> c"),
        ("a[^n] b", "a b"),
        ("a [^n] b", "a b"),
        ("a [^n]", "a"),
        ("a\\\nb", "a b"),
        ("[a *b*](https://x.be) c", "a <em b> c"),
        ("*[a](https://x.be)*", "<em a>"),
        ("[^n]", ""),
    ],
)
def test_a_title_is_copied_on_one_line_without_notes_and_links(text: str, copy: str) -> None:
    assert short(title_copy(inlines(typed(text), Log()))) == copy


def test_text_that_was_parted_by_a_note_is_one_node_in_the_copy() -> None:
    (only,) = title_copy(inlines(typed("a[^n] b [c](https://x.be)"), Log()))
    assert only.text == "a b c"


def test_a_copy_has_no_ids() -> None:
    assert {node.id for inline in title_copy(inlines(typed("a *b*"), Log())) for node in walk(inline)} == {0}

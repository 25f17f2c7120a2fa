"""`translate.markup`: Markdown that makes the same inlines again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportbuilder.diag.span import NOWHERE
from reportbuilder.model.nodes import Emphasis, Inline, LineBreak, Link, NoteCall, Reference, Strong, Text
from reportbuilder.translate.markup import markup, parsed, shape


@pytest.mark.parametrize(
    "text",
    [
        "Gewone woorden.",
        "*nadruk* en **sterk** en ***beide***",
        "**sterk met *nadruk* erin**",
        "[woorden](https://x.be/pad) en <https://x.be/infolijn> en <mailto:a@x.be>",
        "[](#leden) en [de leden](#leden)[^noot]",
        "Ruim {{ walk.deelnemers | getal }} mensen, {{ a.b_c }}",
        "een regel\\\nnog een",
        "\\* geen nadruk \\[geen koppeling\\] \\<x> \\` a_b \\_c\\_",
        "[tekst](<https://x.be/a(b)>)",
        "Let op\\![x](https://x.be)",
        "A\\&amp; en A & B",
        "[jaar](https://x.be/{{ a.b }})",
    ],
)
def test_markdown_is_written_as_it_was_read(text: str) -> None:
    written, exact = markup(parsed(text))
    assert exact
    assert shape(parsed(written)) == shape(parsed(text))


@pytest.mark.parametrize("text", ["Beste lezers!", "Dag! *Wel* [koppeling](https://x.be)!", "Let op\\![^noot]"])
def test_a_sign_is_escaped_only_where_it_must_be(text: str) -> None:
    assert markup(parsed(text)) == (text, True)


def test_emphasis_that_can_stand_nowhere_is_left_out_and_said() -> None:
    content = (Text("a", NOWHERE), Strong((Text("“b”", NOWHERE),), NOWHERE), Text("c", NOWHERE))
    written, exact = markup(content)
    assert not exact and "b" in written


TEXTS = st.text("ab *_[]<>&!\\`{}()#1.-é", min_size=1, max_size=8)


def _inlines(depth: int = 0) -> st.SearchStrategy[list[Inline]]:
    text = TEXTS.map(lambda words: Text(words, NOWHERE))
    leaves = [text, st.just(LineBreak(NOWHERE)), st.just(NoteCall("noot", NOWHERE)), st.just(Reference("leden", (), NOWHERE))]
    if depth < 2:
        inner = _inlines(depth + 1).map(tuple)
        leaves += [inner.map(lambda content: Emphasis(content, NOWHERE)), inner.map(lambda content: Strong(content, NOWHERE))]
        leaves += [text.map(lambda one: Link("https://x.be/a", (one,), NOWHERE))] if not depth else []
    return st.lists(st.one_of(leaves), min_size=1, max_size=4)


@given(_inlines())
def test_whatever_stands_in_a_paragraph_is_written_so_that_it_reads_back(content: list[Inline]) -> None:
    """Once read from Markdown, content is written and read without change; before that, marks may have to give way, words never."""
    once = parsed(markup(tuple(content))[0])
    again, exact = markup(once)
    assert shape(parsed(again)) == shape(once) or not exact

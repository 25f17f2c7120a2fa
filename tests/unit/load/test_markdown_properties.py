"""Whatever is written: no letter lost, none twice, each at its place, and in linear work."""

import re
from itertools import pairwise
from unittest.mock import patch

import pytest
from counting import growth
from hypothesis import given
from hypothesis import strategies as st

from reportbuilder.diag.diagnostic import Log
from reportbuilder.load import markdown
from reportbuilder.load.inlines import inlines
from reportbuilder.load.markdown import blocks
from reportbuilder.load.values import Scalar
from reportbuilder.load.variables import substitute
from reportbuilder.model.nodes import Block, List, Paragraph, Text
from reportbuilder.model.text import plain_text
from reportbuilder.model.walk import walk

from ..written import known, mapping, typed

WORD = st.text("abcdeé", min_size=1, max_size=4)
INLINE = st.one_of(
    WORD.map(lambda w: (w, w)),
    WORD.map(lambda w: (f"*{w}*", w)),
    WORD.map(lambda w: (f"**{w}**", w)),
    st.tuples(WORD, WORD).map(lambda ws: (f"**{ws[0]} *{ws[1]}***", " ".join(ws))),
    WORD.map(lambda w: (f"[{w}](https://x.be/{w})", w)),
    WORD.map(lambda w: (f"[{w}](#{w})", w)),
    WORD.map(lambda w: (f"<https://x.be/{w}>", f"x.be/{w}")),
    WORD.map(lambda w: (f"{w}[^{w}]", w)),
    st.sampled_from([("\\*", "*"), ("&amp;", "&"), ("&nbsp;", "\u00a0"), ("{{ x.v }}", "§"), ("<", "<"), ("&", "&"), ("a_b", "a_b"), ("]", "]")]),
)
"""Markdown, and the text that is to be read."""

PARAGRAPH = st.lists(INLINE, min_size=1, max_size=6).map(lambda pairs: tuple(map(" ".join, zip(*pairs, strict=True))))
BREAK = st.sampled_from([("\n", " "), ("\n  ", " "), ("\\\n", " "), ("\n\n", "|"), ("\n\n- ", "|"), ("\n\n1. ", "|")])


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    """Markdown of some paragraphs and items, and the words of each divided by “|”."""
    typed_text, read = draw(PARAGRAPH)
    for (sign, between), (more, words) in draw(st.lists(st.tuples(BREAK, PARAGRAPH), max_size=4)):
        typed_text, read = typed_text + sign + more, read + between + words
    return typed_text, read


def loaded(text: str) -> tuple[str, tuple[Block, ...]]:
    yaml = "t: |\n" + "".join(f"  {line}\n" for line in text.split("\n"))
    value = mapping(yaml).get("t")
    assert isinstance(value, Scalar)
    log = Log()
    made = blocks(substitute(value, known(v="§"), "nl-BE", log), log)
    assert log.diagnostics == []
    return yaml, made


@given(texts())
def test_all_that_is_written_is_read_once_and_in_order(text: tuple[str, str]) -> None:
    _, made = loaded(text[0])
    assert "|".join(plain_text(node.content) for block in made for node in walk(block) if isinstance(node, Paragraph)) == text[1]


@given(texts())
def test_all_text_points_at_its_first_letter(text: tuple[str, str]) -> None:
    yaml, made = loaded(text[0])
    lines = yaml.split("\n")
    for node in walk(*made):
        there = lines[node.span.line - 1][node.span.column - 1 :]
        assert there and there[0] not in " \n"
        if isinstance(node, Text) and node.text.strip(" "):
            first = node.text.lstrip(" ")[0]
            assert there.startswith({"§": "{{", "\u00a0": "&nbsp;", "&": "&"}.get(first, first))


@given(st.text('ab *_[]()<>!^`\\&#;:/.-|~\n1="{}', max_size=60))
def test_any_text_gives_nodes_that_follow_the_rules(text: str) -> None:
    """Never an exception; text nodes are not empty and never side by side; no space doubled or at an end of a paragraph."""
    for content in [inlines(typed(text), Log()), *_paragraphs(blocks(typed(text), Log()))]:
        words = plain_text(content)
        assert words == words.strip(" ")
        for node in walk(Paragraph(content, typed(text).span)):
            inner = getattr(node, "content", ())
            assert all("  " not in one.text and one.text for one in inner if isinstance(one, Text))
            assert not any(isinstance(one, Text) and isinstance(other, Text) for one, other in pairwise(inner))


@given(st.text('ab *_[]^>\\#:/.-+)|~`=\n1\u00a0\u2003\x0b', max_size=40))
def test_text_without_signs_of_blocks_is_read_as_the_parser_reads_it(text: str) -> None:
    quick, slow = Log(), Log()
    with patch.object(markdown, "_BLOCK", re.compile("")):
        expected = blocks(typed(text), slow)
    assert blocks(typed(text), quick) == expected
    assert quick.diagnostics == slow.diagnostics


def _paragraphs(made: tuple[Block, ...]) -> list[tuple]:
    return [node.content for block in made for node in walk(block) if isinstance(node, Paragraph)]


def test_lists_have_the_depth_of_their_signs() -> None:
    _, (outer,) = loaded("- a\n  - b\n- c")
    assert isinstance(outer, List) and [len(item.blocks) for item in outer.items] == [2, 1]


SIGNS = ["[", "*", "*a ", "_*", "<", "`a``", "&", "\\\n", "](a:", "- ", "> ", "<!--", "a|\n-|-\n"]
LIKE_THOSE = [pytest.param(sign, marks=pytest.mark.slow) for sign in ("![", "[^")]
SIGNS_WITH_A_SEARCH = ["[a](", pytest.param("[](#a", marks=pytest.mark.slow)]
"""An end is sought for these over some hundred characters, so that in short texts each sign costs more than the one before."""


@pytest.mark.parametrize("sign", [*SIGNS, *LIKE_THOSE])
def test_hostile_repetition_takes_linear_work(sign: str) -> None:
    assert growth(lambda count: blocks(typed((sign * count)[:count]), Log()), 40) < 12


@pytest.mark.parametrize("sign", SIGNS_WITH_A_SEARCH)
def test_hostile_repetition_with_a_search_in_it_takes_linear_work(sign: str) -> None:
    assert growth(lambda count: blocks(typed((sign * count)[:count]), Log()), 120) < 18


def test_ten_times_as_many_paragraphs_are_ten_times_as_much_work() -> None:
    prose = "We leidden **145** vrijwilligers toe; de [Infolijn](https://x.be/infolijn)[^infolijn] kreeg *veel* vragen.\nNog een regel tekst.\n\n"
    assert growth(lambda count: blocks(typed(prose * count), Log()), 5) < 11

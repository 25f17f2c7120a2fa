"""Block scalars read line by line come out as PyYAML's own, slower scanner reads them."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reportbuilder.load.events import Events

LINES = st.lists(st.sampled_from(["", " ", "  ", "   ", "    ", "  x", "   y z", "  \tq", "  # no comment", "    deep ", "  - a", " 1"]), max_size=8)


def ours(text: str) -> list[str]:
    events = Events(text)
    values = []
    while events.check_event():
        event = events.get_event()
        values.append(getattr(event, "value", type(event).__name__))
    return values


def theirs(text: str) -> list[str]:
    return [getattr(event, "value", type(event).__name__) for event in yaml.parse(text, Loader=yaml.SafeLoader)]


def outcome(read, text: str) -> object:
    try:
        return read(text)
    except yaml.YAMLError as fault:
        return type(fault).__name__


@pytest.mark.parametrize("header", ["|", "|-", "|+", "|2", ">", ">-", ">+", ">1-", "| # note"])
@given(lines=LINES, end=st.sampled_from(["", "\n", "\n\n", "\nb: c\n", "\n  \n", "\nb: |\n  x"]))
def test_a_block_is_the_same(header: str, lines: list[str], end: str) -> None:
    text = f"a: {header}\n" + "\n".join(lines) + end
    assert outcome(ours, text) == outcome(theirs, text)


@given(lines=LINES)
def test_a_block_in_a_list_is_the_same(lines: list[str]) -> None:
    text = "- k: >\n" + "\n".join("  " + line for line in lines) + "\n- b\n"
    assert outcome(ours, text) == outcome(theirs, text)

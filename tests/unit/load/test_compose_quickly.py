"""The parser in C is used where it gives what the other one gives, and for nothing else."""

from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportbuilder.diag.diagnostic import Log
from reportbuilder.load import compose as module
from reportbuilder.load.compose import compose

ROOT = Path(__file__).parents[3]
PIECES = [
    "a", "b: ", "- ", "  ", "\n", "\n", "    ", '"x"', "'y'", "|", ">", "|-", ">+", "|2", "[", "]", "{", "}", ", ", ": ", ":", "#c", " #c", "é", "𝄞", "\t", "?", "? ", "&a", "*a",
    "!t", "---\n", "...\n", "%YAML 1.1\n", "\\", '"', "'", "\u00a0", "\ufeff", "key: value\n", "  - item\n", "text: |\n    line\n\n    line\n", "- >\n  fold\n  ed\n\n  x\n", "1", "<<",
    "{{ a }}", '"a\\u00e9b"', '"l1\n   l2\n\n   l3"', "plain\n  goes on\n",
]  # fmt: skip


def outcome(text: str) -> tuple:
    log = Log()
    return compose(text, "f", log), log.diagnostics


def slowly(text: str) -> tuple:
    with patch.object(module, "_quickly", lambda *_: None):
        return outcome(text)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_both_parsers_give_the_same(text: str) -> None:
    assert outcome(text) == slowly(text)


@pytest.mark.parametrize("text", ["a: |#c\n", "{b: }", "[a?]", "{ ? a }", "? a\n", "a:\tb", "\ufeffa: b", "a: |\n  ", "k: - ? b\n"])
def test_where_they_differ_the_slower_one_is_asked(text: str) -> None:
    assert module._quickly(text, "f") is None
    assert outcome(text) == slowly(text)


def test_the_files_of_the_report_are_read_quickly() -> None:
    for path in (*(ROOT / "sections").glob("*.yaml"), *(ROOT / "styles").glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        quick = module._quickly(text, "f")
        assert quick is not None and quick == slowly(text)[0], path


@pytest.mark.parametrize("text", ["[" * 1000, "- " * 1000, "{a: " * 1000, "".join("  " * n + "a:\n" for n in range(200))])
def test_depth_is_refused_as_by_the_other(text: str) -> None:
    assert outcome(text) == slowly(text)

"""A long report whose later parts a copy of the process lays out comes out as if there had been one process, messages included."""

import os
from collections.abc import Callable

import pytest
from laid import lay_out_yaml

from reportbuilder.layout import ahead, settle
from reportbuilder.layout.dump import dump

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not copy processes")

PARTS = (
    "contents: Inhoud",
    *(
        f"chapter: Deel {number}\nid: deel-{number}\nbody:\n- section: Over {number}\n- text: |\n    "
        f"{'Vluchtelingen en hun bondgenoten ' * (14 * number)}☃[^n], zie [hier](#deel-{number % 5 + 1}).\n- facts: [{{value: '{number}', label: mensen}}]\nnotes: {{n: noot}}"
        for number in range(1, 6)
    ),
)


def outcome() -> tuple[str, list]:
    _, layout, log = lay_out_yaml(*PARTS)
    return dump(layout), sorted(log.diagnostics, key=str)


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Copies are made of the shortest report; the processes that laid out a part, as far as known here."""
    monkeypatch.setattr(ahead, "LONG", 0)
    monkeypatch.setattr(ahead, "may_fork", lambda: True)
    seen: list[int] = []
    usual: Callable = settle.part_leaves
    monkeypatch.setattr(settle, "part_leaves", lambda part, *more: seen.append(part.id) or usual(part, *more))
    return seen


def test_pages_and_messages_are_the_same(copied: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    copy = outcome()
    made = len(copied)
    monkeypatch.setattr(ahead, "may_fork", lambda: False)
    copied.clear()
    assert copy == outcome()
    assert 0 < made < len(copied)
    assert [diagnostic.code for diagnostic in copy[1]] != []


def test_what_fails_in_the_copy_is_done_here(copied: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    here = os.getpid()
    inner: Callable = settle.part_leaves
    monkeypatch.setattr(settle, "part_leaves", lambda *all_of: inner(*all_of) if os.getpid() == here else os._exit(9))
    assert outcome()[0].count("Deel") >= 5


def test_a_fault_here_leaves_no_copy_behind(copied: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    here = os.getpid()
    inner: Callable = settle.part_leaves

    def fail(*all_of: object) -> object:
        if os.getpid() == here:
            raise ValueError("no")
        return inner(*all_of)

    monkeypatch.setattr(settle, "part_leaves", fail)
    with pytest.raises(ValueError):
        outcome()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)

"""Works done at the same time give what they give one after another."""

import os

import pytest

from reportbuilder import abreast as module
from reportbuilder.abreast import abreast


def test_all_results_come_in_order() -> None:
    assert list(abreast({"a": lambda: b"1" * 1_000_000, "b": lambda: b"2", "c": lambda: b"3"}).items()) == [("a", b"1" * 1_000_000), ("b", b"2"), ("c", b"3")]


def test_a_fault_in_the_child_is_raised_here() -> None:
    def fail() -> bytes:
        raise ValueError("no")

    with pytest.raises(ValueError):
        abreast({"a": fail, "b": lambda: b""})


def test_a_fault_here_leaves_no_child_behind() -> None:
    def fail() -> bytes:
        raise ValueError("no")

    with pytest.raises(ValueError):
        abreast({"a": lambda: b"x" * 1_000_000, "b": fail})
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_a_child_that_dies_is_done_again_here(monkeypatch: pytest.MonkeyPatch) -> None:
    here = os.getpid()

    def die_in_the_child() -> bytes:
        if os.getpid() != here:
            os._exit(9)
        return b"done"

    monkeypatch.setattr(module, "may_fork", lambda: hasattr(os, "fork"))
    assert abreast({"a": die_in_the_child, "b": lambda: b""})["a"] == b"done"

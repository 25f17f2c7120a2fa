"""The sample booklet in French, Ukrainian and Arabic comes back from its translators: other scripts, other figures, from right to left."""

import random
from pathlib import Path

import pytest
from flavours import NAMELESS
from unit.translate.round import copied, job_of, sent, taken

from reportbuilder.handout import Task
from reportbuilder.translate.figures import filled

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2] / "examples/talen"


@pytest.fixture(params=["fr", "uk", "ar"])
def jobs(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Task, Task]:
    """The booklet as it is, and as if it had never been translated into the language."""
    root = copied(ROOT, tmp_path)
    (root / f"sections/locale/{request.param}.po").unlink()
    return job_of(ROOT, request.param), job_of(root, request.param)


def meant(there: Task, fresh: Task) -> dict[str, str]:
    return {new.id: old.entry.target for new, old in zip(reversed(fresh.found), reversed(there.found), strict=True) if old.entry and old.state == "done"}


def test_each_text_comes_back_as_it_stands_in_the_catalog(jobs: tuple[Task, Task]) -> None:
    there, fresh = jobs
    made = taken(fresh, sent(there), accept_same=True)
    assert {verdict.how for verdict in made.verdicts} == {"id"} and {verdict.kind for verdict in made.verdicts} == {"new"}
    assert {verdict.segment.id: verdict.target for verdict in made.verdicts} == meant(there, fresh) and len(made.verdicts) >= 70


@pytest.mark.parametrize("name", NAMELESS)
def test_without_our_names_nothing_wrong_is_shown(jobs: tuple[Task, Task], name: str) -> None:
    there, fresh = jobs
    language, wanted = fresh.catalog.language, meant(there, fresh)
    made = taken(fresh, NAMELESS[name](sent(there), random.Random(1)), accept_same=True)
    shown = [verdict for verdict in made.verdicts if verdict.kind == "new" and verdict.segment.id in wanted]

    def read(text: str) -> str:
        return filled(text, fresh.raw.figures, language)

    assert [(verdict.target, wanted[verdict.segment.id]) for verdict in shown if read(verdict.target) != read(wanted[verdict.segment.id])] == []
    assert len(shown) > 0.6 * len(wanted)

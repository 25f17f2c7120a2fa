"""The English of the report, as its translator wrote it and not as a rule makes it, comes back from a file that was damaged: no wrong text is shown
unseen, with our names, with a part of them, and without any.
"""

import random
from pathlib import Path

import pytest
from flavours import NAMELESS
from lxml import etree
from pseudo import W, translated_docx
from unit.translate.harm import HARMS, harm_at_random
from unit.translate.round import copied, job_of, sent, taken

from reportbuilder.handout import Task
from reportbuilder.translate.figures import filled
from reportbuilder.translate.receive import Taken

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Task:
    """The report as if it had never been translated."""
    root = copied(ROOT, tmp_path_factory.mktemp("english"))
    (root / "sections/locale/en.po").unlink()
    return job_of(root)


@pytest.fixture(scope="module")
def english() -> Task:
    return job_of(ROOT)


@pytest.fixture(scope="module")
def file(english: Task) -> bytes:
    """The translator's file with all filled in; the names in it are those that a report without translations gives, too."""
    return sent(english)


def counted(fresh: Task, english: Task, made: Taken) -> tuple[int, list[tuple[str, str]]]:
    """How many texts are shown right, and those that are wrong and of which nobody is told."""
    meant = {new.id: old.entry.target for new, old in zip(reversed(fresh.found), reversed(english.found)) if old.entry and old.state == "done"}

    def read(text: str) -> str:
        return " ".join(filled(text, fresh.raw.figures, "en").split())

    shown = [verdict for verdict in made.verdicts if verdict.kind == "new" and verdict.segment.id in meant]
    wrong = [verdict for verdict in shown if read(verdict.target) != read(meant[verdict.segment.id])]
    unseen = [(verdict.segment.text, verdict.target) for verdict in wrong if all(fault.weight == "note" for fault in verdict.faults)]
    return len(shown) - len(wrong), unseen


@pytest.mark.parametrize("name", NAMELESS)
def test_without_our_names_nearly_all_is_found(fresh: Task, english: Task, file: bytes, name: str) -> None:
    right, unseen = counted(fresh, english, taken(fresh, NAMELESS[name](file, random.Random(1)), accept_same=True))
    assert unseen == [] and right > 0.96 * 321


@pytest.mark.parametrize("dropped", [0.0, 0.3, 1.0])
@pytest.mark.parametrize("harms", [*((harm,) for harm in HARMS), HARMS], ids=[*HARMS, "all"])
def test_damaged_nothing_wrong_is_shown_unseen(fresh: Task, english: Task, file: bytes, harms: tuple[str, ...], dropped: float) -> None:
    for seed in range(3):
        chance = random.Random(seed)

        def damage(tree: etree._Element, part: str) -> None:
            for mark in list(tree.iter(f"{W}bookmarkStart")):
                if chance.random() < dropped:
                    mark.getparent().remove(mark)
            harm_at_random(tree, part, chance, 0.06, harms)

        right, unseen = counted(fresh, english, taken(fresh, translated_docx(file, damage, words=str), accept_same=True))
        assert unseen == [] and right > 0.8 * 321

"""Damage at random: nothing wrong is shown unseen, and no word is lost."""

import random

import pytest
from pseudo import translated_docx

from reportbuilder.handout import Task

from .harm import HARMS, harm_at_random
from .round import all_words_kept, taken, wrong_unseen

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("share", [0.01, 0.03, 0.06])
@pytest.mark.parametrize("harms", [*((harm,) for harm in HARMS), HARMS], ids=[*HARMS, "all"])
def test_random_damage_never_makes_a_wrong_translation_unseen(task: Task, file: bytes, harms: tuple[str, ...], share: float) -> None:
    """Nothing wrong among 0.5 % of all that came back, and that is told."""
    wrong, texts = [], 0
    for seed in range(15):
        chance = random.Random(seed)
        made = taken(task, translated_docx(file, lambda tree, part: harm_at_random(tree, part, chance, share, harms)))
        assert sum(verdict.kind == "new" for verdict in made.verdicts) > 0.8 * len(made.verdicts)
        wrong += wrong_unseen(made)
        texts += len(made.verdicts)
    assert len(wrong) <= 0.005 * texts, wrong
    assert wrong == []


@pytest.mark.parametrize("seed", range(11, 40))
def test_every_word_that_came_back_is_used_or_kept(task: Task, file: bytes, seed: int) -> None:
    """Whatever happens to the file: in a translation, in the review, or in a text that the program writes itself."""
    chance = random.Random(seed)
    data = translated_docx(file, lambda tree, part: harm_at_random(tree, part, chance, 0.1))
    all_words_kept(task, taken(task, data), data)

"""Damage at random: nothing wrong is shown unseen, and no word is lost."""

import random
import re
from collections import Counter

import pytest
from pseudo import pseudo, translated_docx

from reportbuilder.handout import Job
from reportbuilder.translate.figures import filled
from reportbuilder.translate.word import read_docx

from .harm import harm_at_random
from .round import right, taken, words

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 40))])
def test_random_damage_never_makes_a_wrong_translation_unseen(job: Job, file: bytes, seed: int) -> None:
    chance = random.Random(seed)
    made = taken(job, translated_docx(file, lambda tree, part: harm_at_random(tree, part, chance, 0.06)))
    shown = [verdict for verdict in made.verdicts if verdict.kind in ("new", "replaced")]
    wrong = [(verdict.segment.text, verdict.target) for verdict in shown if not right(verdict) and all(fault.weight == "note" for fault in verdict.faults)]
    assert len(shown) > 0.8 * len(made.verdicts)
    assert len(wrong) <= 0.005 * len(made.verdicts), wrong


@pytest.mark.parametrize("seed", [11, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(12, 40))])
def test_every_word_that_came_back_is_used_or_kept(job: Job, file: bytes, seed: int) -> None:
    """Whatever happens to the file: in a translation, in the review, or in a text that the program writes itself."""
    chance = random.Random(seed)
    data = translated_docx(file, lambda tree, part: harm_at_random(tree, part, chance, 0.1))
    made = taken(job, data)
    figures, own = job.raw.figures, job.raw.draft.meta.language
    kept = [words(filled(verdict.target, figures, own)) for verdict in made.verdicts]
    kept += [left.passage.text for left in made.leftovers]
    kept += [words(filled(segment.text, figures, own)) for segment in job.found if segment.state == "wordless"]
    kept += [pseudo("Tabellen en kaders"), pseudo("Figure 3")]  # titles that references show
    passages = [passage for passage in read_docx(data).passages if passage.style != "DoNotTranslate"]
    passages = [passage for passage in passages if not any(run.target.startswith("#_r_") for run in passage.runs)]
    back = Counter(word for passage in passages for word in re.findall(r"\w+", passage.text))
    assert back - Counter(re.findall(r"\w+", " ".join(kept))) == Counter()

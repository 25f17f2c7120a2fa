"""Each program that saves a translator's file does something to it; each text comes back all the same, or is told, and none is wrong unseen."""

import random

import pytest
from flavours import NAMED, NAMELESS
from pseudo import translated_docx

from reportbuilder.handout import Task

from .round import all_words_kept, kinds, right, taken, wrong_unseen

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", NAMED)
def test_a_program_that_keeps_bookmarks_gives_every_text_back(task: Task, file: bytes, name: str) -> None:
    for seed in range(5):
        data = NAMED[name](translated_docx(file), random.Random(seed))
        made = taken(task, data)
        assert {verdict.segment.id for verdict in made.verdicts} == {segment.id for segment in task.found if segment.state != "wordless"}
        assert {verdict.how for verdict in made.verdicts} <= {"id", "mark"} and made.leftovers == ()
        assert set(kinds(made)) <= {"new", "untranslated"}
        if name != "Trados":  # there the words stand in another order
            assert [(verdict.segment.text, verdict.target) for verdict in made.verdicts if not right(verdict)] == []
        all_words_kept(task, made, data)


@pytest.mark.parametrize("name", NAMELESS)
def test_a_program_that_loses_them_gives_every_text_back_or_says_so(task: Task, file: bytes, name: str) -> None:
    for seed in range(5):
        data = NAMELESS[name](translated_docx(file), random.Random(seed))
        made = taken(task, data)
        assert {verdict.segment.id for verdict in made.verdicts} == {segment.id for segment in task.found if segment.state != "wordless"}
        assert wrong_unseen(made) == []
        assert kinds(made)["new"] > 0.7 * len(made.verdicts)
        all_words_kept(task, made, data)

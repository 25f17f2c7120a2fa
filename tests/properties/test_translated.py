"""Out and back on documents that nobody would write: every text comes back as the translation of itself, whatever stands beside it."""

import random
from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree
from properties.test_random import DRAFTS
from pseudo import W, translated_docx
from unit.translate.harm import harm_at_random
from unit.translate.round import looks

from reportbuilder.diag.diagnostic import Log
from reportbuilder.docx.write import write
from reportbuilder.handout import Task, for_translator
from reportbuilder.load.report import RawReport
from reportbuilder.load.variables import Figures
from reportbuilder.model import nodes
from reportbuilder.model.text import plain_text
from reportbuilder.translate.markup import parsed
from reportbuilder.translate.po import Catalog
from reportbuilder.translate.receive import Work, take
from reportbuilder.translate.signs import notes_of
from reportbuilder.translate.translated import segments
from reportbuilder.translate.word import read_docx


def sent(draft: nodes.Draft) -> tuple[RawReport, Task, bytes]:
    """A draft as a report, and its file for a translator."""
    raw, catalog = RawReport(draft, Figures({})), Catalog("en")
    task = Task(raw, catalog, segments(raw, catalog))
    document, translator = for_translator(task, False, Log())
    sheet, families = looks()
    return raw, task, write(document, sheet, {}, {}, families, str(task.identity), translator=translator)


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(DRAFTS)
def test_a_random_document_comes_back_text_by_text(draft: nodes.Draft) -> None:
    raw, task, file = sent(draft)
    made = take(Work(raw, task.catalog, task.found), read_docx(translated_docx(file, words=str.upper)), whole=True)
    assert {verdict.segment.id for verdict in made.verdicts} == {segment.id for segment in task.found if segment.state != "wordless"}
    assert made.leftovers == ()
    for verdict in made.verdicts:
        assert verdict.kind == ("untranslated" if verdict.segment.unit.kind == "slug" else "new")
        assert verdict.how == "id"
        assert notes_of(verdict.target) == notes_of(verdict.segment.text)
        if verdict.segment.unit.kind != "slug":
            assert plain_text(parsed(verdict.target)) == plain_text(parsed(verdict.segment.text)).upper()


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(DRAFTS, st.randoms(use_true_random=False), st.sampled_from([0.0, 0.05, 0.3]), st.sampled_from([0.01, 0.06]))
def test_of_a_random_document_that_was_damaged_nothing_is_lost(draft: nodes.Draft, chance: random.Random, dropped: float, share: float) -> None:
    """Each text has one verdict, and each letter that came back is in a translation or in the review."""

    def damage(tree: etree._Element, part: str) -> None:
        for mark in list(tree.iter(f"{W}bookmarkStart")):
            if chance.random() < dropped:
                mark.getparent().remove(mark)
        harm_at_random(tree, part, chance, share)

    raw, task, file = sent(draft)
    returned = read_docx(translated_docx(file, damage, words=str.upper))
    made = take(Work(raw, task.catalog, task.found), returned, whole=True)
    seen = [verdict.segment.id for verdict in made.verdicts]
    assert len(seen) == len(set(seen)) and {segment.id for segment in task.found if segment.state != "wordless"} <= set(seen)
    kept = [plain_text(parsed(verdict.target)) if verdict.segment.unit.kind != "slug" else verdict.target.upper() for verdict in made.verdicts]
    kept += [left.passage.text for left in made.leftovers] + [segment.text for segment in task.found if segment.state == "wordless"]
    back = Counter(letter for passage in returned.passages if passage.style != "DoNotTranslate" for letter in passage.text if letter.isalnum())
    assert back - Counter("".join(kept)) == Counter()

"""Out and back on documents that nobody would write: every text comes back as the translation of itself, whatever stands beside it."""

from hypothesis import HealthCheck, given, settings
from properties.test_random import DRAFTS
from pseudo import translated_docx
from unit.translate.round import looks

import pytest
from reportbuilder.diag.diagnostic import Log
from reportbuilder.docx.write import write
from reportbuilder.handout import Job, for_translator
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


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(DRAFTS)
def test_a_random_document_comes_back_text_by_text(draft: nodes.Draft) -> None:
    raw, catalog = RawReport(draft, Figures({})), Catalog("en")
    job = Job(raw, catalog, segments(raw, catalog))
    document, translator = for_translator(job, False, Log())
    sheet, families = looks()
    file = translated_docx(write(document, sheet, {}, {}, families, str(job.identity), translator=translator), words=str.upper)
    made = take(Work(raw, catalog, job.found), read_docx(file), whole=True)
    assert {verdict.segment.id for verdict in made.verdicts} == {segment.id for segment in job.found if segment.state != "wordless"}
    assert made.leftovers == ()
    for verdict in made.verdicts:
        assert verdict.kind == ("untranslated" if verdict.segment.unit.kind == "slug" else "new")
        assert verdict.how == "id"
        assert notes_of(verdict.target) == notes_of(verdict.segment.text)
        if verdict.segment.unit.kind != "slug":
            assert plain_text(parsed(verdict.target)) == plain_text(parsed(verdict.segment.text)).upper()

"""XLIFF and PO come back text by text under their ids."""

from pathlib import Path
from typing import Any

import pytest
from pseudo import translated_docx

from reportbuilder.diag.diagnostic import Log
from reportbuilder.handout import Task
from reportbuilder.translate.exact import read_po, read_xliff
from reportbuilder.translate.po import written
from reportbuilder.translate.receive import Work, take
from reportbuilder.translate.translated import translated
from reportbuilder.translate.xliff import xliff

from .harm import with_targets
from .round import job_of, keep, kinds, of, report, right, sent, taken

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("number", ["1.2", "2.1"])
def test_xliff_comes_back_to_the_letter(task: Task, number: Any) -> None:
    asked = [segment for segment in task.found if segment.state != "wordless"]
    found = {segment.id: segment for segment in task.found}
    returned = read_xliff(with_targets(xliff(asked, task.raw, task.identity, number)), "x.xlf", found, task.raw)
    made = take(Work(task.raw, task.catalog, task.found), returned, whole=False)
    assert {verdict.segment.id for verdict in made.verdicts} == {segment.id for segment in asked}
    assert [(verdict.segment.text, verdict.target) for verdict in made.verdicts if not right(verdict)] == []
    assert kinds(made)["unsure"] == 0
    assert "[^lang]" in of(made, "Er kwamen").target and "{{ walk.deelnemers | getal }}" in of(made, "Er kwamen").target


def test_a_po_file_comes_back(task: Task, root: Path) -> None:
    from msgspec.structs import replace

    from reportbuilder.translate.merge import refreshed

    catalog = refreshed(task.catalog, task.found)
    full = replace(catalog, entries=tuple(replace(entry, target=f"{entry.source} done") for entry in catalog.entries))
    returned = read_po(written(full).encode(), "en.po", {segment.id: segment for segment in task.found}, Log())
    made = take(Work(task.raw, task.catalog, task.found), returned, whole=False)
    assert set(kinds(made)) <= {"new", "untranslated"} and len(made.verdicts) == len(full.entries)


def test_inlines_of_the_translation_name_the_place_in_the_po_file(tmp_path: Path) -> None:
    root = report(tmp_path)
    made = taken(job_of(root), translated_docx(sent(job_of(root))))
    keep(root, made)
    po = root / "sections/locale/en.po"
    po.write_text(po.read_text(encoding="utf-8").replace("[^brief]", "[^brief] <b>", 2), encoding="utf-8")
    task, log = job_of(root), Log()
    translated(task.raw, task.found, task.catalog, log)
    places = [message.span for message in log.diagnostics if message.code == "markdown-not-allowed"]
    assert all(span.file == "sections/locale/en.po" for span in places)

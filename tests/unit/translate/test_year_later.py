"""The report changes: what was translated stays, and only the rest is asked."""

from collections import Counter
from pathlib import Path

import pytest
from pseudo import translated_docx

from reportbuilder.translate.merge import refreshed
from reportbuilder.translate.receive import Taken

from .round import edited, job_of, keep, kinds, of, report, sent, taken

pytestmark = pytest.mark.slow


def test_a_year_later_only_what_changed_is_asked(tmp_path: Path) -> None:
    root = report(tmp_path)
    keep(root, taken(job_of(root), translated_docx(sent(job_of(root))), accept_same=True))
    assert {segment.state for segment in job_of(root).found} == {"done", "wordless"}
    edited(root, "10-een", lambda text: text.replace("een eerste punt", "het allereerste punt").replace("Een brede figuur", "Een heel brede figuur"))
    edited(root, "03-brief", lambda text: text.replace("\n      Een tweede alinea", "\n      Nieuw is deze alinea over wat er dit jaar bij kwam.\n\n      Een tweede alinea"))
    edited(root, "20-twee", lambda text: text.replace("  - section: Tabellen en kaders\n    id: tabellen\n", "  - section: Eerst iets anders\n  - section: Tabellen en kaders\n    id: tabellen\n"))
    task = job_of(root)
    assert Counter(segment.state for segment in task.found if segment.state not in ("done", "wordless")) == {"changed": 2, "missing": 2}
    file = sent(task, changed=True)
    made = taken(task, translated_docx(file), whole=False)
    assert {verdict.segment.text[:12] for verdict in made.verdicts} == {"het allereer", "Een heel bre", "Nieuw is dez", "Eerst iets a"}
    assert set(kinds(made)) == {"new", "replaced"} and made.leftovers == ()
    keep(root, made)
    assert {segment.state for segment in job_of(root).found} == {"done", "wordless"}


def test_an_answer_to_an_older_text_is_doubted(tmp_path: Path) -> None:
    root = report(tmp_path)
    task = job_of(root)
    file = sent(task)
    keep(root, Taken(refreshed(task.catalog, task.found), (), (), ()))  # as an export does
    edited(root, "10-een", lambda text: text.replace("een eerste punt", "een heel eerste punt"))
    made = taken(job_of(root), translated_docx(file))
    assert [(verdict.segment.text[:15], verdict.kind) for verdict in made.verdicts if verdict.kind == "unsure"] == [("een heel eerste", "unsure")]
    assert any(fault.code == "outdated" for fault in of(made, "een heel eerste").faults)

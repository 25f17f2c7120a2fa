"""Out and back: the sample as a translator's DOCX, translated and unharmed, and the report built from it."""

import re
from pathlib import Path

import pytest
from pseudo import pseudo, translated_docx

from reportbuilder.diag.diagnostic import Log
from reportbuilder.handout import Task
from reportbuilder.model.nodes import Foreign
from reportbuilder.model.text import plain_text
from reportbuilder.model.walk import walk
from reportbuilder.translate.translated import translated
from reportbuilder.translate.receive import in_file_order
from reportbuilder.translate.word import read_docx

from .round import ROOT, job_of, keep, kinds, of, report, right, sent, taken

pytestmark = pytest.mark.slow


def test_a_whole_translation_comes_back_under_its_ids(task: Task, file: bytes) -> None:
    made = taken(task, translated_docx(file))
    assert set(kinds(made)) <= {"new", "untranslated"} and made.leftovers == () and made.remarks == ()
    assert {verdict.how for verdict in made.verdicts} == {"id"}
    asked = {segment.id for segment in task.found if segment.state != "wordless"}
    assert {verdict.segment.id for verdict in made.verdicts} == asked
    assert [verdict.segment.text for verdict in made.verdicts if not right(verdict)] == []


def test_marks_links_notes_and_figures_stand_where_they_did(task: Task, file: bytes) -> None:
    made = taken(task, translated_docx(file, words=lambda text: text.replace("tweede", "second").replace("kwamen", "came").replace("4.158", "4,158").replace("Een noot bij de brief", "A note on the letter")))
    assert of(made, "Een tweede alinea").target == "Een second alinea met *nadruk*, **sterk** en een [koppeling](https://voorbeeld.be/pad)."
    assert of(made, "Er kwamen").target.startswith("Er came {{ walk.deelnemers | getal }} deelnemers, goed voor {{ walk.opbrengst | euro }} of {{ walk.aandeel | procent }} meer.[^lang]")
    assert "[](#tabellen)" in of(made, "Beste lezer").target
    assert of(made, "Een noot bij de brief").target == "A note on the letter: <https://voorbeeld.be/brief>"


def test_the_file_has_clean_runs_and_nothing_made(file: bytes) -> None:
    import io
    import zipfile

    archive = zipfile.ZipFile(io.BytesIO(file))
    document = archive.read("word/document.xml").decode()
    assert "w:lang" not in document and "w:sdt" not in document and "PAGEREF" not in document and "SEQ" not in document
    assert document.count('w:name="_s_') > 50 and "Een klein vlak in de breedte van de kolom." in re.sub(r"<[^>]+>", "", document)
    assert "reportbuilder proef nl-BE &gt; en " in archive.read("docProps/core.xml").decode()


def test_an_untouched_file_translates_nothing(task: Task, file: bytes) -> None:
    made = taken(task, file)
    assert set(kinds(made)) <= {"untranslated", "new"}
    assert {verdict.segment.unit.kind for verdict in made.verdicts if verdict.kind == "new"} <= {"organisation", "name", "by", "credit", "keyword"}
    assert kinds(taken(task, file, accept_same=True)) == {"new": len(made.verdicts)}


def test_twice_is_once(root: Path, task: Task, file: bytes, tmp_path: Path) -> None:
    copy = report(tmp_path)
    returned = translated_docx(file)
    keep(copy, taken(job_of(copy), returned))
    before = (copy / "sections/locale/en.po").read_text(encoding="utf-8")
    made = taken(job_of(copy), returned)
    keep(copy, made)
    assert set(kinds(made)) <= {"same", "untranslated"} and kinds(made)["same"] > 50
    assert (copy / "sections/locale/en.po").read_text(encoding="utf-8") == before


def test_the_report_stands_in_the_language_with_its_numbers(tmp_path: Path) -> None:
    root = report(tmp_path)
    keep(root, taken(job_of(root), translated_docx(sent(job_of(root)))))
    task, log = job_of(root), Log()
    draft = translated(task.raw, task.found, task.catalog, log)
    text = " ".join(plain_text(node.content) for node in walk(*draft.parts) if hasattr(node, "content"))
    assert "4,158 deelnemersoz" in text and "€812,318" in text and draft.meta.language == "en"
    left = {message.message for message in log.diagnostics}
    assert all("not in ‘en’ yet" in message for message in left)


def test_what_is_not_translated_stands_in_its_own_language_and_is_told(task: Task) -> None:
    log = Log()
    draft = translated(task.raw, task.found, task.catalog, log)
    foreign = [node for node in walk(*draft.parts) if isinstance(node, Foreign)]
    assert foreign and {node.language for node in foreign} == {"nl-BE"}
    assert any("4.158 deelnemers" in plain_text(node.content) for node in foreign)
    assert {message.code for message in log.diagnostics} == {"untranslated"}
    assert all(message.span.file.startswith("sections/") and message.span.line for message in log.diagnostics)


@pytest.mark.parametrize(
    ("shown", "kind"),
    [("4,158", "new"), ("4158", "new"), ("4.518", "unsure"), ("vierduizend", "new")],
)
def test_a_figure_in_another_form_is_the_figure_and_another_is_doubted(task: Task, file: bytes, shown: str, kind: str) -> None:
    verdict = of(taken(task, translated_docx(file, words=lambda text: pseudo(text).replace("4.158", shown))), "Er kwamen")
    assert verdict.kind == kind
    assert ("{{ walk.deelnemers | getal }}" in verdict.target) == (shown in ("4,158", "4158"))


def test_quotation_marks_are_those_of_the_language(root: Path) -> None:
    task = job_of(root, "fr")
    data = translated_docx(sent(task), words=lambda text: pseudo(text).replace("Eeno tweedeoz", "“Une” 'seconde' d'abord").replace("Nao deo", "Après « la"))
    made = taken(task, data)
    verdict = of(made, "Een tweede alinea")
    assert verdict.target.startswith("«\u00a0Une\u00a0» «\u00a0seconde\u00a0» d’abord alineaoz") and verdict.kind == "new"
    assert [(fault.code, fault.weight) for fault in verdict.faults] == [("quotes-set", "note")]
    left = of(made, "Na de lijsten")
    assert left.target.startswith("Après « la ") and left.kind == "new"


@pytest.mark.parametrize("name", ["sample", "report"])
def test_texts_are_looked_for_in_the_order_in_which_the_file_has_them(task: Task, name: str) -> None:
    """Without names the order is what the alignment goes by."""
    here = task if name == "sample" else job_of(ROOT)
    order = {segment.id: place for place, segment in reversed(list(enumerate(in_file_order(here.found, here.raw))))}
    places = [order[id] for passage in read_docx(sent(here)).passages for id, _ in passage.names if id in order]
    assert len(places) > 50 and places == sorted(places)

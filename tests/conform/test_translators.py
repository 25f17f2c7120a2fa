"""The tools that translators work with: OmegaT translates our DOCX, LibreOffice edits it; each text comes back, or is told."""

import io
import json
import re
import subprocess
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from conform.office import run_office
from pseudo import pseudo, translated_docx
from unit.translate.round import job_of, keep, of, report, right, sent, taken

from reportbuilder.diag.diagnostic import Log
from reportbuilder.handout import Task
from reportbuilder.intake import ImportOptions, receive
from reportbuilder.progress import Progress
from reportbuilder.translate.receive import Taken

pytestmark = pytest.mark.conform
Judge = Callable[[str], str]
PROJECT = (
    '<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>'
    "<glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file><dictionary_dir>__DEFAULT__</dictionary_dir>"
    "<source_lang>nl-BE</source_lang><target_lang>en-GB</target_lang><sentence_seg>true</sentence_seg>"
    "<support_default_translations>true</support_default_translations><remove_tags>false</remove_tags></project></omegat>"
)


def omegat(program: str, project: Path, mode: str, *more: str) -> None:
    command = [program, str(project), f"--mode={mode}", f"--config-dir={project / 'config'}", *more]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert "Finished" in done.stdout + done.stderr, done.stderr[-2000:]


def by_omegat(program: str, folder: Path, name: str, data: bytes) -> bytes:
    """The file as OmegaT translates it, sentence by sentence, from a memory of pseudo-translations."""
    project = folder / "project"
    for part in ("source", "target", "omegat", "tm", "glossary", "dictionary"):
        (project / part).mkdir(parents=True)
    (project / "omegat.project").write_text(PROJECT, encoding="utf-8")
    (project / "source" / name).write_bytes(data)
    omegat(program, project, "console-createpseudotranslatetmx", f"--pseudotranslatetmx={folder / 'memory'}", "--pseudotranslatetype=equal")
    memory = etree.parse(str(next(folder.glob("memory*"))))
    for unit in memory.iter("tuv"):
        segment = unit.find("seg")
        if unit.get("lang", "").upper().startswith("EN") and segment is not None and segment.text:
            pieces = re.split(r"(</?[a-z]+\d+/?>)", segment.text)
            segment.text = "".join(piece if piece.startswith("<") else pseudo(piece) for piece in pieces)
    memory.write(str(project / "omegat" / "project_save.tmx"), xml_declaration=True, encoding="UTF-8")
    omegat(program, project, "console-translate")
    return (project / "target" / name).read_bytes()


def in_office(judge: Judge, folder: Path, data: bytes, edits: list[tuple[str, str, str]]) -> Path:
    """The folder with ``out.docx`` and ``out.odt``, as a real LibreOffice saves them after the edits."""
    (folder / "in.docx").write_bytes(data)
    told = [(what, pseudo(start), pseudo(more) if what == "move" else more) for what, start, more in edits]
    (folder / "edits.json").write_text(json.dumps(told), encoding="utf-8")
    run_office(judge, "uno_edits.py", folder)
    return folder


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return report(tmp_path_factory.mktemp("tools"))


@pytest.fixture(scope="module")
def task(root: Path) -> Task:
    return job_of(root)


def all_right(made: Taken, task: Task) -> None:
    """Each text is there once, as it was meant, or says that it is not translated."""
    assert {verdict.segment.id for verdict in made.verdicts} == {segment.id for segment in task.found if segment.state != "wordless"}
    assert [(verdict.segment.text, verdict.target) for verdict in made.verdicts if not right(verdict)] == []
    assert made.leftovers == () and set(Counter(verdict.kind for verdict in made.verdicts)) <= {"new", "untranslated"}


@pytest.mark.parametrize("form", ["docx", "xlf"])
def test_omegat_translates_and_every_text_comes_back(judge: Judge, task: Task, tmp_path: Path, form: str) -> None:
    from reportbuilder.translate.exact import read_xliff
    from reportbuilder.translate.receive import Work, take
    from reportbuilder.translate.xliff import xliff

    program = judge("omegat")
    if form == "docx":
        return all_right(taken(task, by_omegat(program, tmp_path, "report.docx", sent(task))), task)
    asked = [segment for segment in task.found if segment.state != "wordless"]
    back = by_omegat(program, tmp_path, "report.xlf", xliff(asked, task.raw, task.identity, "1.2"))
    returned = read_xliff(back, "report.xlf", {segment.id: segment for segment in task.found}, task.raw)
    made = take(Work(task.raw, task.catalog, task.found), returned, whole=False)
    assert {verdict.segment.id for verdict in made.verdicts} == {segment.id for segment in asked}
    assert [(verdict.segment.text, verdict.target) for verdict in made.verdicts if not right(verdict)] == []


EDITS = [
    ("retype", "Een tweede alinea", "A second paragraph, typed anew from the first letter to the last."),
    ("tracked", "Na de lijsten", "Added and tracked. "),
    ("split", "Er kwamen", pseudo("meer.")),
    ("delete-note", "Beste lezer", "Eeno nooto bijo deo"),
    ("delete", "een derde punt", ""),
    ("merge", "genest onder het tweede", ""),
]


def test_what_is_done_in_libreoffice_is_understood(judge: Judge, root: Path, task: Task, tmp_path: Path) -> None:
    folder = in_office(judge, tmp_path, translated_docx(sent(task)), EDITS)
    for name in ("out.docx", "out.odt"):
        log = Log()
        received = receive(ImportOptions(root, folder / name, "en", dry=True), log, Progress())
        made = received.taken
        assert made, log.diagnostics
        retyped = of(made, "Een tweede alinea")
        assert retyped.kind == "new" and retyped.how == "id" and retyped.target.startswith("A second paragraph, typed anew")
        assert of(made, "Na de lijsten").target.startswith("Added and tracked. Nao")
        assert of(made, "Er kwamen").kind == "unsure" and of(made, "Er kwamen").how == "joined"
        assert of(made, "Beste lezer").kind == "unsure" and any("[^brief]" in fault.message for fault in of(made, "Beste lezer").faults)
        assert of(made, "een derde punt").kind == "absent"
        assert {of(made, "genest onder").how, of(made, "en nog een").how} == {"cut"}
        told = Counter(message.code for message in log.diagnostics)
        assert told["file-remark"] >= 1 and told["not-in-file"] == 2  # the note went with its mark


def test_a_paragraph_moved_in_libreoffice_keeps_its_id(judge: Judge, task: Task, tmp_path: Path) -> None:
    folder = in_office(judge, tmp_path, translated_docx(sent(task)), [("move", "Een tweede alinea", "Na de lijsten"), ("retype", "Na de lijsten", "Typed after it was moved.")])
    made = taken(task, (folder / "out.docx").read_bytes())
    assert of(made, "Na de lijsten").target == "Typed after it was moved."
    assert right(of(made, "Een tweede alinea")) and of(made, "Een tweede alinea").how == "id"


def test_saved_by_libreoffice_nothing_is_lost(judge: Judge, root: Path, task: Task, tmp_path: Path) -> None:
    folder = in_office(judge, tmp_path, translated_docx(sent(task)), [])
    for name in ("out.docx", "out.odt"):
        received = receive(ImportOptions(root, folder / name, "en", dry=True), Log(), Progress())
        assert received.taken
        all_right(received.taken, task)


COMMENT = (
    '<office:annotation office:name="c1"><dc:creator>Vera Taal</dc:creator><dc:date>2026-01-05T10:00:00</dc:date>'
    "<text:p>Is this the</text:p><text:p>right word?</text:p></office:annotation>"
)


def with_comment(odt: Path, words: str) -> bytes:
    """The document with a comment on these words. (Making one in LibreOffice needs a screen; what it saves is this.)"""
    made = io.BytesIO()
    with zipfile.ZipFile(odt) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "content.xml":
                before, found, behind = content.decode().partition(words)
                content = f'{before}{COMMENT}{found}<office:annotation-end office:name="c1"/>{behind}'.encode()
            target.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return made.getvalue()


def test_a_comment_that_libreoffice_writes_is_told_with_its_place(judge: Judge, root: Path, task: Task, tmp_path: Path) -> None:
    folder = in_office(judge, tmp_path, translated_docx(sent(task)), [])
    (folder / "said.odt").write_bytes(with_comment(folder / "out.odt", pseudo("Figuren en citaten")))
    command = [judge("soffice"), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "docx", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "said.odt")], capture_output=True, check=True, timeout=120)
    for name in ("said.odt", "said.docx"):
        log = Log()
        made = receive(ImportOptions(root, folder / name, "en", dry=True), log, Progress()).taken
        assert made
        all_right(made, task)
        assert of(made, "Figuren en citaten").comments == ("Vera Taal: Is this the right word?",)
        (told,) = [message for message in log.diagnostics if message.code == "comment"]
        assert told.span.file == "sections/10-een.yaml" and told.span.line > 0 and "Is this the right word?" in told.message


def test_the_translators_file_is_valid(judge: Judge, root: Path, tmp_path: Path) -> None:
    validator = judge("ooxml-validator")
    task = job_of(report(tmp_path))
    whole = sent(task)
    keep(tmp_path / "sample", taken(task, whole, accept_same=True))
    path = tmp_path / "sample/sections/03-brief.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Een tweede", "Een heel andere tweede"), encoding="utf-8")
    for name, data in (("whole.docx", whole), ("changed.docx", sent(job_of(tmp_path / "sample"), changed=True))):
        (tmp_path / name).write_bytes(data)
        done = subprocess.run([validator, str(tmp_path / name)], capture_output=True, text=True, check=False, timeout=120)
        assert json.loads(done.stdout)["errors"] == []


def test_gettext_itself_finds_nothing_wrong_with_a_catalog(judge: Judge, task: Task, tmp_path: Path) -> None:
    from msgspec.structs import replace

    from reportbuilder.translate.merge import refreshed
    from reportbuilder.translate.po import written

    catalog = refreshed(task.catalog, task.found)
    fuzzy = [replace(entry, target=pseudo(entry.source), fuzzy=place % 3 == 0, previous="Vroeger\nzo") for place, entry in enumerate(catalog.entries)]
    (tmp_path / "en.po").write_text(written(replace(catalog, entries=tuple(fuzzy), obsolete=tuple(replace(entry, id=f"{entry.id}_oud") for entry in fuzzy[:2]))), encoding="utf-8")
    done = subprocess.run([judge("msgfmt"), "--check-format", "-o", str(tmp_path / "en.mo"), str(tmp_path / "en.po")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


GRAVE = (
    "escapes", "newlines", "tabs", "urls", "emails", "blank", "untranslated", "isfuzzy", "xmltags", "variables", "pythonbraceformat", "nplurals",
    "startwhitespace", "endwhitespace", "doublespacing",
)  # fmt: skip


def test_the_checks_of_weblates_library_find_nothing_grave_in_the_english(judge: Judge, tmp_path: Path) -> None:
    """The translate-toolkit, on which Weblate and Pootle stand. (Its other checks are hints: brackets of a gloss, a full stop more.)"""
    catalog = Path(__file__).resolve().parents[2] / "sections/locale/en.po"
    command = [judge("pofilter"), "--progress=none", "--language=en", "-i", str(catalog), "-o", str(tmp_path / "found.po")]
    done = subprocess.run([*command, *(word for check in GRAVE for word in ("-t", check))], capture_output=True, text=True, check=False, timeout=120)
    found = tmp_path / "found.po"
    assert done.returncode == 0 and not (found.exists() and "pofilter" in found.read_text(encoding="utf-8")), found.read_text(encoding="utf-8")

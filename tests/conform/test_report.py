"""The report of this repository, built by the command and looked at by foreign tools."""

import hashlib
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from reportbuilder.diag.diagnostic import Log
from reportbuilder.load.report import load_report
from reportbuilder.model import nodes
from reportbuilder.model.resolve import resolve
from reportbuilder.model.walk import walk

ROOT = Path(__file__).resolve().parents[2]
STEM = "jaarverslag-2025-nl"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MEGABYTE = 1_000_000
pytestmark = pytest.mark.conform
Judge = Callable[[str], str]


def build(out: Path, **environment: str) -> Path:
    command = [sys.executable, "-m", "reportbuilder", "build", str(ROOT), "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment}, check=False)
    assert done.returncode == 0, done.stderr
    return out


def told(*command: object) -> str:
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("report") / "out")


@pytest.fixture(scope="module")
def document() -> nodes.Document:
    log = Log()
    draft = load_report(ROOT, log)
    assert draft is not None
    made = resolve(draft, log)
    assert not log.diagnostics
    return made


@pytest.fixture(params=["print", "web"])
def pdf(request: pytest.FixtureRequest, out: Path) -> Path:
    return out / f"{STEM}-{request.param}.pdf"


def squeezed(text: str) -> str:
    return re.sub("[\\s\u00ad\ufffe-]+", "", text)


def test_qpdf_finds_no_fault(pdf: Path, judge: Judge) -> None:
    assert "No syntax or stream encoding errors found" in told(judge("qpdf"), "--check", pdf)


def test_ghostscript_has_nothing_to_say(pdf: Path, judge: Judge) -> None:
    assert told(judge("gs"), "-q", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONERROR", "-sDEVICE=nullpage", pdf) == ""


def test_every_font_is_embedded_as_a_subset_with_its_letters(pdf: Path, judge: Judge) -> None:
    for line in told(judge("pdffonts"), pdf).splitlines()[2:]:
        assert line.split()[-5:-2] == ["yes", "yes", "yes"], line


def test_every_word_is_in_both_pdfs(pdf: Path, judge: Judge, document: nodes.Document) -> None:
    text = squeezed(told(judge("pdftotext"), "-enc", "UTF-8", "-raw", pdf, "-"))
    words = [word for n in walk(*document.parts) if isinstance(n, nodes.Text) for word in n.text.split()]
    missing = [word for word in words if squeezed(word) not in text]
    assert len(words) > 7_500 and len(missing) <= 3, missing  # a word may be broken by the end of a page, with foot and head between its parts


def test_pictures_have_the_resolution_of_their_output(out: Path, judge: Judge) -> None:
    for name, space, least, most in (("print", "cmyk", 225, 450), ("web", "rgb", 140, 225)):
        rows = [line.split() for line in told(judge("pdfimages"), "-list", out / f"{STEM}-{name}.pdf").splitlines()[2:]]
        assert len(rows) >= 14
        for row in rows:
            assert row[5] in (space, "icc"), row
            assert least <= int(row[12]) <= most, row


def test_the_print_pdf_has_its_boxes_and_no_links(out: Path, judge: Judge) -> None:
    boxes = told(judge("pdfinfo"), "-box", "-f", 1, "-l", 99, out / f"{STEM}-print.pdf")
    assert "PDF version:     1.6" in boxes and "PDF subtype:    PDF/X-4" in boxes
    for box in re.findall(r"TrimBox: +([\d. ]+)", boxes):
        left, bottom, right, top = map(float, box.split())
        assert (round(right - left, 1), round(top - bottom, 1)) == (595.3, 841.9) and round(left, 1) == round(bottom, 1) == 8.5


def test_the_web_pdf_is_small_and_names_itself(out: Path, judge: Judge) -> None:
    path = out / f"{STEM}-web.pdf"
    assert path.stat().st_size < 6 * MEGABYTE
    assert "Jaarverslag 2025" in told(judge("pdfinfo"), path)
    assert "Tagged:          yes" in told(judge("pdfinfo"), path)


def test_all_files_agree_and_keep_their_rules(out: Path) -> None:
    files = [out / f"{STEM}{ending}" for ending in ("-print.pdf", "-web.pdf", ".docx")]
    assert "agreement kept" in told(sys.executable, "-m", "reportbuilder", "agree", *files)
    kept = told(sys.executable, "-m", "reportbuilder", "preflight", "--strict", *files)
    assert kept.count(" kept") == 6 and "not kept" not in kept


def test_the_open_xml_validator_finds_no_error(out: Path, judge: Judge) -> None:
    told(judge("ooxml-validator"), out / f"{STEM}.docx")


def test_libreoffice_opens_the_docx_and_shows_its_text(out: Path, judge: Judge, tmp_path: Path, document: nodes.Document) -> None:
    office = judge("soffice")
    told(office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf", "--outdir", tmp_path, out / f"{STEM}.docx")
    text = squeezed(told(judge("pdftotext"), "-enc", "UTF-8", tmp_path / f"{STEM}.pdf", "-"))
    for heading in (n for n in walk(*document.parts) if isinstance(n, nodes.Heading)):
        first = next(n for n in walk(heading) if isinstance(n, nodes.Text))
        assert squeezed(" ".join(first.text.split()[:3])) in text, heading.span


def test_the_docx_has_every_note_and_every_page_number(out: Path, document: nodes.Document) -> None:
    with zipfile.ZipFile(out / f"{STEM}.docx") as package:
        notes = etree.fromstring(package.read("word/footnotes.xml"))
        body = etree.fromstring(package.read("word/document.xml"))
        settings = package.read("word/settings.xml").decode()
    written = [squeezed("".join(t.text or "" for t in note.iter(f"{W}t"))) for note in notes.iter(f"{W}footnote")]
    for note in (n for n in walk(*document.parts) if isinstance(n, nodes.Note)):
        assert squeezed("".join(n.text for n in walk(note) if isinstance(n, nodes.Text))) in written
    (contents,) = [part for part in document.parts if isinstance(part, nodes.Contents)]
    instructions = [i.text or "" for i in body.iter(f"{W}instrText")]
    assert sum("PAGEREF" in i for i in instructions) >= len(contents.entries) == 21
    assert "updateFields" not in settings


def test_two_builds_give_the_same_bytes_in_another_time_zone_and_with_another_hash_seed(out: Path, tmp_path: Path) -> None:
    again = build(tmp_path / "again", TZ="Pacific/Auckland", PYTHONHASHSEED="4711", LC_ALL="C")
    for path in sorted(out.glob(f"{STEM}*")):
        assert hashlib.sha256(path.read_bytes()).digest() == hashlib.sha256((again / path.name).read_bytes()).digest(), path.name


def test_the_source_has_all_parts_and_notes_of_the_report(document: nodes.Document) -> None:
    kinds = [type(part).__name__ for part in document.parts]
    assert kinds == ["Cover", "Colofon", "Contents", "Letter", "Numbers", "Pictures", "Chapter", "Chapter", "Chapter", "BackCover"]
    chapters = [part for part in document.parts if isinstance(part, nodes.Chapter)]
    assert [len(chapter.notes) for chapter in chapters] == [15, 3, 0]
    assert [[n.number for n in chapter.notes] for chapter in chapters] == [list(range(1, 16)), [1, 2, 3], []]
    assert sum(isinstance(n, nodes.Heading) and n.level == 2 for n in walk(*document.parts)) == 16

"""The booklet of ``examples/talen`` in each of its languages, built by the command and looked at by foreign tools."""

import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from conform.test_verapdf import failures
from pikepdf import Pdf

from reportbuilder.cli import main

ROOT = Path(__file__).resolve().parents[2]
STEMS = {"nl": "jaar-in-het-kort", "fr": "annee-en-bref", "uk": "rik-stysslo", "ar": "alam-fi-sutur"}
pytestmark = pytest.mark.conform
Judge = Callable[[str], str]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("talen") / "project"
    shutil.copytree(ROOT / "examples" / "talen", folder, ignore=shutil.ignore_patterns(".cache", "out"))
    return folder


@pytest.fixture(scope="module", params=STEMS)
def stem(request: pytest.FixtureRequest, project: Path) -> Path:
    """The outputs in a language, without the ends of their names; nothing is left to translate, and nothing is warned of."""
    command = [sys.executable, "-m", "reportbuilder", "build", str(project), "--strict"]
    done = subprocess.run([*command, *(["--lang", request.param] if request.param != "nl" else [])], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return project / "out" / f"{STEMS[request.param]}-{request.param}"


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_the_web_pdf_keeps_its_standards(flavour: str, stem: Path, judge: Judge) -> None:
    assert failures(judge("verapdf"), Path(f"{stem}-web.pdf"), flavour) == []


def test_the_print_pdf_keeps_pdf_x_and_what_printers_ask(stem: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preflight", f"{stem}-print.pdf", "--quick"]) == 0
    assert "PDF/X-4 kept" in capsys.readouterr().out


def test_the_open_xml_validator_finds_no_error(stem: Path, judge: Judge) -> None:
    done = subprocess.run([judge("ooxml-validator"), f"{stem}.docx"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_outputs_agree_in_the_order_of_reading(stem: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agree", f"{stem}-print.pdf", f"{stem}-web.pdf", f"{stem}.docx"]) == 0, capsys.readouterr().out


def test_print_and_web_have_the_same_words_on_the_same_pages(stem: Path, judge: Judge) -> None:
    def words(kind: str) -> list[list[str]]:
        told = subprocess.run([judge("pdftotext"), f"{stem}-{kind}.pdf", "-"], capture_output=True, text=True, check=True).stdout
        return [page.split() for page in told.split("\f")]

    assert words("print") == words("web") and sum(map(len, words("web"))) > 200


def test_the_language_and_its_direction_are_said(stem: Path) -> None:
    language = stem.name.rsplit("-", 1)[1]
    with Pdf.open(f"{stem}-web.pdf") as web, Pdf.open(f"{stem}-print.pdf") as printed:
        assert str(web.Root.Lang).startswith(language) and str(web.Root.StructTreeRoot.K.Lang) == str(web.Root.Lang)
        assert ("/A" in web.Root.StructTreeRoot.K) is (language == "ar") is ("/Direction" in printed.Root.ViewerPreferences)
        if language == "ar":
            assert (web.Root.StructTreeRoot.K.A.WritingMode, printed.Root.ViewerPreferences.Direction) == ("/RlTb", "/R2L")


def test_arabic_words_are_taken_out_whole_and_in_their_order(stem: Path, judge: Judge) -> None:
    if not stem.name.endswith("-ar"):
        pytest.skip("of the Arabic booklet")
    told = subprocess.run([judge("pdftotext"), f"{stem}-web.pdf", "-"], capture_output=True, text=True, check=True).stdout
    plain = " ".join(re.sub("[\u200e\u200f\u202a-\u202e]", "", told).split())
    for words in ("لم يكن عامًا سهلًا", "قدّموا الشرح في عام 2025", "info@vluchtelingenwerk.be", "BE06 5230 8056 2922", "+32 (0) 2 225 44 00"):
        assert words in plain


def test_word_is_told_that_arabic_runs_from_right_to_left(stem: Path) -> None:
    with zipfile.ZipFile(f"{stem}.docx") as file:
        styles, text = file.read("word/styles.xml").decode(), file.read("word/document.xml").decode()
    right = stem.name.endswith("-ar")
    assert ("<w:widowControl/><w:bidi/>" in styles) is right
    tables, sections = text.count("<w:tblPr>"), text.count("<w:sectPr>")
    assert text.count("<w:bidiVisual/>") == (tables if right else 0) and text.count("<w:bidi/><w:rtlGutter/>") == (sections if right else 0)
    dutch = re.search(r'<w:lang w:val="nl-BE"/></w:rPr><w:t[^>]*>Kruidtuinstraat', text)
    assert bool(dutch) is stem.name.endswith(("-ar", "-uk")), "a Dutch name among other letters"


def test_the_translators_file_comes_back_as_it_went(project: Path, stem: Path, judge: Judge, capsys: pytest.CaptureFixture[str]) -> None:
    language = stem.name.rsplit("-", 1)[1]
    if language == "nl":
        pytest.skip("the booklet's own language")
    catalog = project / "sections" / "locale" / f"{language}.po"
    before = catalog.read_bytes()
    assert main(["translate", "export", str(project), "--lang", language]) == 0
    sent = project / "out" / f"jaar-in-het-kort-{language}-translate.docx"
    done = subprocess.run([judge("ooxml-validator"), str(sent)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert main(["translate", "import", str(sent), str(project), "--lang", language]) == 0
    assert catalog.read_bytes() == before, capsys.readouterr().err

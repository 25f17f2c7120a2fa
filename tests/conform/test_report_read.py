"""The report of this repository in both its languages and the booklet of ``examples/talen`` in all four, by both standards of the web PDF, as they are
read: heard, followed by keyboard, copied.
"""

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from finished import broken
from followed import check_ways
from heard import heard, heard_by_poppler
from told import told

from reportbuilder import build
from reportbuilder.diag.diagnostic import Log
from reportbuilder.layout.page import Layout
from reportbuilder.model.nodes import Document
from reportbuilder.progress import Progress

ROOT = Path(__file__).resolve().parents[2]
MEGABYTE = 1_000_000
pytestmark = pytest.mark.conform
Judge = Callable[[str], str]
Report = tuple[Path, Document, Layout]


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> list[Report]:
    """The web PDFs, each with the document and the layout from which it was made."""
    made: list[Report] = []
    settle = build.settle
    folder = tmp_path_factory.mktemp("read")
    out, booklet = folder / "out", folder / "talen"
    shutil.copytree(ROOT / "examples" / "talen", booklet, ignore=shutil.ignore_patterns(".cache", "out"))
    with pytest.MonkeyPatch.context() as patch:
        for root, language in ((ROOT, "nl"), (ROOT, "en"), (booklet, "nl"), (booklet, "fr"), (booklet, "uk"), (booklet, "ar")):
            for standard in ("ua1", "ua2"):
                laid: list[tuple[Document, Layout]] = []

                def spied(document: Document, *others: object, laid: list[tuple[Document, Layout]] = laid) -> Layout:
                    laid.append((document, settle(document, *others)))
                    return laid[0][1]

                patch.setattr(build, "settle", spied)
                (output,) = build.build(build.Options(root, out, ("web",), language, web=standard), Log(), Progress())
                made.append((output.path, *laid[0]))
    return made


def test_the_names_tell_the_standards_apart(reports: list[Report]) -> None:
    assert [path.name for path, _, _ in reports[:4]] == [f"{stem}-web{end}.pdf" for stem in ("jaarverslag-2025-nl", "annual-report-2025-en") for end in ("", "-ua2")]


def test_verapdf_finds_no_failure_by_any_standard_that_they_claim(reports: list[Report], judge: Judge) -> None:
    assert broken(judge("verapdf"), [path for path, _, _ in reports]) == []


def test_a_screen_reader_hears_every_word_in_the_order_of_the_document(reports: list[Report]) -> None:
    for path, document, layout in reports:
        words = told(document, layout)
        assert len(words) > 200 and heard(path) == words, path
    assert len(heard(reports[0][0])) > 8_500


def test_poppler_hears_the_same(reports: list[Report], judge: Judge) -> None:
    path, document, layout = reports[0]
    assert heard_by_poppler(judge("pdfinfo"), path) == told(document, layout)


def test_links_notes_and_bookmarks_lead_where_they_say_and_back(reports: list[Report]) -> None:
    for path, document, layout in reports:
        check_ways(path, document, layout)


def test_every_word_can_be_copied(reports: list[Report], judge: Judge) -> None:
    """Where a line ends in a hyphen, or in the middle of an address, readers do not agree on what is one word; nor on words from right to left."""
    for path, document, layout in reports[:-2]:
        with pypdfium2.PdfDocument(path) as pdf:
            by_pdfium = "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
        by_mupdf = subprocess.run([judge("mutool"), "draw", "-q", "-F", "txt", path], capture_output=True, text=True, check=True).stdout
        for text in (by_pdfium, by_mupdf):
            copied = re.sub("[\u00ad\u0002\ufffe]\\s*", "", text)
            missing = Counter(told(document, layout)) - Counter(copied.split())
            whole = re.sub(r"[\s-]", "", copied)
            lost = [word for word in missing if not (re.search(r"-|\w\.\w+/", word) and word.replace("-", "") in whole)]
            assert len(lost) <= 1, lost  # of a word that goes on on the facing page


def test_the_first_page_shows_before_the_rest_is_there(reports: list[Report], judge: Judge) -> None:
    for path, _, _ in reports:
        done = subprocess.run([judge("qpdf"), "--check-linearization", path], capture_output=True, text=True, check=False)
        assert done.returncode == 0 and "no linearization errors" in done.stdout, done.stdout + done.stderr
        first = re.match(rb"%PDF-\d\.\d\s.*?/Linearized 1 /L (\d+) .*?/E (\d+)", path.read_bytes()[:1024], re.DOTALL)
        assert first and int(first[1]) == path.stat().st_size < 4 * MEGABYTE and int(first[2]) < 0.6 * MEGABYTE


def test_other_programs_open_them_without_a_word(reports: list[Report], judge: Judge) -> None:
    for path, _, layout in reports:
        for command in (["qpdf", "--check"], ["pdfinfo", "-l", "99"], ["mutool", "info", "-F"]):
            done = subprocess.run([judge(command[0]), *command[1:], path], capture_output=True, text=True, check=False)
            assert (done.returncode, done.stderr) == (0, ""), (command, done.stderr)
        with pypdfium2.PdfDocument(path) as pdf:
            assert len(pdf) == len(layout.pages) and pdf.is_tagged()


def test_the_pages_look_the_same_by_both_standards(reports: list[Report]) -> None:
    old, new = (pypdfium2.PdfDocument(path) for path, _, _ in reports[:2])
    for one, other in zip(old, new, strict=True):
        assert one.render(scale=0.5).to_numpy().tobytes() == other.render(scale=0.5).to_numpy().tobytes()

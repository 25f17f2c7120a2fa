"""Random documents before the foreign judges: veraPDF for the web PDFs, the Open XML validator for the DOCX; they are heard, and PDFium
follows their links. Ten by default; `REPORTBUILDER_RANDOM=200` tries as many more as one likes.
"""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from finished import broken, docx, web_pdf
from followed import check_ways
from heard import heard
from hypothesis import HealthCheck, Phase, given, settings
from laid import lay_out, small_sheet
from properties.test_random import DRAFTS
from told import told

from reportbuilder.layout.page import Layout
from reportbuilder.model.nodes import Document, Draft
from reportbuilder.pdf.profile import WEB_PROFILES
from reportbuilder.preflight.agree.compare import RULES, compare
from reportbuilder.preflight.agree.hear import hear
from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.judge import judged
from reportbuilder.preflight.limits import Limits
from reportbuilder.preflight.rule import Level

pytestmark = pytest.mark.conform
Judge = Callable[[str], str]
Made = list[tuple[Path, Document, Layout]]
COUNT = int(os.environ.get("REPORTBUILDER_RANDOM", "10"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("random")


@pytest.fixture(scope="module")
def made(folder: Path) -> Made:
    """As many documents as are wanted, always the same ones, with the paths of their web PDFs, whose DOCX stand beside them."""
    found: Made = []

    @settings(max_examples=COUNT, derandomize=True, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(DRAFTS)
    def make(draft: Draft) -> None:
        document, layout, log = lay_out(draft)
        if log.errors:
            return
        stem = f"{len(found) // 2}"
        for profile in WEB_PROFILES.values():
            found.append((folder / f"{stem}-{profile.name}.pdf", document, layout))
            found[-1][0].write_bytes(web_pdf(document, layout, small_sheet(), profile))
        (folder / f"{stem}.docx").write_bytes(docx(document, layout, small_sheet()))

    make()
    assert len(found) >= COUNT
    return found


def test_verapdf_finds_no_failure_in_random_documents(made: Made, judge: Judge) -> None:
    assert broken(judge("verapdf"), [path for path, _, _ in made]) == []


def test_a_screen_reader_hears_random_documents_in_their_order(made: Made) -> None:
    for path, document, layout in made:
        assert heard(path) == told(document, layout), path


def test_links_and_bookmarks_of_random_documents_lead_where_they_say_and_back(made: Made) -> None:
    for path, document, layout in made:
        check_ways(path, document, layout)


def test_the_open_xml_validator_finds_no_error_in_random_documents(folder: Path, made: Made, judge: Judge) -> None:
    files = sorted(folder.glob("*.docx"))
    for file in files:
        done = subprocess.run([judge("ooxml-validator"), str(file)], capture_output=True, text=True, check=False, timeout=120)
        assert json.loads(done.stdout)["errors"] == [], file.name
    assert 2 * len(files) == len(made)


def test_our_own_preflight_finds_nothing_in_random_documents(made: Made) -> None:
    for path, _, _ in made:
        assert judged(path.read_bytes(), Limits()).findings == (), path


def test_the_files_of_random_documents_agree(folder: Path, made: Made) -> None:
    for path, _, _ in made:
        findings = Findings(RULES)
        web, word = hear(path.read_bytes()), hear((folder / f"{path.name.partition('-')[0]}.docx").read_bytes())
        compare((), web, word, findings)
        assert [finding for finding in findings.all() if finding.level is Level.ERROR] == [], path

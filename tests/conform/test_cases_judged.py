"""Every case of `tests/cases` before the foreign judges: its web PDFs by all standards that they claim, what is heard of them, where they lead, its DOCX."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from case import CASES, case
from finished import broken, docx, web_pdf
from followed import check_ways
from heard import heard
from told import told

from reportbuilder.layout.page import Layout
from reportbuilder.model.nodes import Document
from reportbuilder.pdf.profile import WEB_PROFILES

pytestmark = pytest.mark.conform
Judge = Callable[[str], str]
Made = list[tuple[Path, Document, Layout]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cases")


@pytest.fixture(scope="module")
def made(folder: Path) -> Made:
    """The web PDFs of all cases; their DOCX stand beside them."""
    found: Made = []
    for path in CASES:
        one = case(path)
        document, layout, sheet = one.document, one.layout, one.sheet
        for profile in WEB_PROFILES.values():
            found.append((folder / f"{path.stem}-{profile.name}.pdf", document, layout))
            found[-1][0].write_bytes(web_pdf(document, layout, sheet, profile))
        (folder / f"{path.stem}.docx").write_bytes(docx(document, layout, sheet))
    return found


def test_verapdf_finds_no_failure_in_any_case(made: Made, judge: Judge) -> None:
    assert len(made) >= 24
    assert broken(judge("verapdf"), [path for path, _, _ in made]) == []


def test_a_screen_reader_hears_every_case_in_its_order(made: Made) -> None:
    for path, document, layout in made:
        assert heard(path) == told(document, layout), path


def test_links_and_bookmarks_of_every_case_lead_where_they_say_and_back(made: Made) -> None:
    for path, document, layout in made:
        check_ways(path, document, layout)


def test_the_open_xml_validator_finds_no_error_in_any_case(folder: Path, made: Made, judge: Judge) -> None:
    for path in CASES:
        done = subprocess.run([judge("ooxml-validator"), str(folder / f"{path.stem}.docx")], capture_output=True, text=True, check=False, timeout=120)
        assert json.loads(done.stdout)["errors"] == [], path.stem

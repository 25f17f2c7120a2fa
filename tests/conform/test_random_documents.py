"""Random documents before the foreign judges: veraPDF for the web PDF, the Open XML validator for the DOCX. Ten by default; `REPORTBUILDER_RANDOM=200`
tries as many more as one likes.
"""

import json
import os
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from laid import lay_out, small_sheet
from properties.test_random import DRAFTS
from unit.pdf.by_hand import PHOTO, profiles, renditions

from reportbuilder.assets.pictures import Job
from reportbuilder.docx.write import write
from reportbuilder.layout.page import Image, Layout
from reportbuilder.model.nodes import Document, Draft
from reportbuilder.pdf.finish import finish
from reportbuilder.pdf.paint import paint
from reportbuilder.pdf.profile import WEB

pytestmark = pytest.mark.conform
Judge = Callable[[str], str]
COUNT = int(os.environ.get("REPORTBUILDER_RANDOM", "10"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of as many documents as are wanted, always the same ones."""
    made = tmp_path_factory.mktemp("random")
    numbers = iter(range(10 * COUNT))

    @settings(max_examples=COUNT, derandomize=True, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(DRAFTS)
    def make(draft: Draft) -> None:
        document, layout, log = lay_out(draft)
        if not log.errors:
            number = next(numbers)
            (made / f"{number}.pdf").write_bytes(_web(document, layout))
            labels = {node: layout.label(node) for node in layout.places}
            (made / f"{number}.docx").write_bytes(write(document, small_sheet(), {}, labels, {}))

    make()
    return made


def _web(document: Document, layout: Layout) -> bytes:
    shown: dict[Job, object] = {job: renditions()[PHOTO] for job in _jobs(layout)}
    return b"".join(finish(paint(layout, small_sheet(), WEB, shown), layout, document, small_sheet(), WEB, profiles() | {"": b""}))


def _jobs(layout: Layout) -> Iterator[Job]:
    for page in layout.pages:
        yield from (item.job for item in (*page.background, *page.items) if isinstance(item, Image))


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_verapdf_finds_no_failure_in_random_documents(flavour: str, folder: Path, judge: Judge) -> None:
    files = sorted(map(str, folder.glob("*.pdf")))
    done = subprocess.run([judge("verapdf"), "-f", flavour, "--format", "text", "-v", *files], capture_output=True, text=True, check=False)
    assert len(re.findall("^PASS ", done.stdout, re.MULTILINE)) == len(files) >= COUNT / 2, done.stdout[-3000:]


def test_the_open_xml_validator_finds_no_error_in_random_documents(folder: Path, judge: Judge) -> None:
    files = sorted(folder.glob("*.docx"))
    for file in files:
        done = subprocess.run([judge("ooxml-validator"), str(file)], capture_output=True, text=True, check=False, timeout=120)
        assert json.loads(done.stdout)["errors"] == [], file.name
    assert len(files) >= COUNT / 2

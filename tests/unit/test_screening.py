"""The web PDF is judged as it is made: what does not keep PDF/UA-1 does not say that it does, and its errors have their place in the sources."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Pdf
from unit.pdf.by_hand import document, laid_out, profiles, renditions, sheet
from unit.preflight.mutants_ua.edits import first

from reportbuilder.diag.diagnostic import Severity
from reportbuilder.pdf import finish
from reportbuilder.pdf.profile import WEB, WEB_2
from reportbuilder.preflight.sources import sources
from reportbuilder.printing import PrintJob
from reportbuilder.screening import web_made


@pytest.fixture
def job(tmp_path: Path) -> PrintJob:
    report = document()
    return PrintJob(report, sheet(), laid_out(report), renditions(), profiles(), tmp_path)


def test_a_web_pdf_that_keeps_its_standard_is_taken_as_it_is(job: PrintJob, tmp_path: Path) -> None:
    made = web_made(job, WEB, "verslag-web")
    assert made.later is not None
    looked = made.later()
    assert looked.pieces is made.pieces and looked.diagnostics == () and b"pdfuaid" in b"".join(made.pieces)
    known = sources((tmp_path / "verslag-web.map.json").read_text(encoding="utf-8"))
    assert known is not None and len(known.pages) == len(job.layout.pages)
    with Pdf.open(BytesIO(b"".join(made.pieces))) as pdf:
        assert bytes(pdf.trailer.ID[0]) == known.identity


def test_one_that_does_not_keep_it_does_not_claim_it(job: PrintJob, monkeypatch: pytest.MonkeyPatch) -> None:
    tag: Callable[..., None] = finish._tag

    def tag_badly(pdf: Pdf, *others: object) -> None:
        tag(pdf, *others)
        del first(pdf, "Figure")["/Alt"]

    monkeypatch.setattr(finish, "_tag", tag_badly)
    made = web_made(job, WEB, "verslag-web")
    assert made.later is not None
    looked = made.later()
    (remark,) = looked.diagnostics
    assert (remark.severity, remark.code) == (Severity.ERROR, "web-ua-7.3-1")
    assert remark.message == "verslag-web.pdf: a figure has no words that stand for it on page 1"
    whole = b"".join(looked.pieces)
    assert b"pdfuaid" in b"".join(made.pieces) and b"pdfuaid" not in whole and b"pdfaid" not in whole


def test_by_other_standards_it_is_not_judged_here(job: PrintJob) -> None:
    assert web_made(job, WEB_2, "verslag-web-ua2").later is None

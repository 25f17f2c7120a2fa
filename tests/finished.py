"""Laid out documents as finished files, and what foreign judges say of many files at once."""

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree

from unit.pdf.by_hand import PHOTO, profiles, renditions

from reportbuilder.assets.drawings import Drawn
from reportbuilder.assets.pictures import Job, Rendition
from reportbuilder.docx.write import write
from reportbuilder.layout.drawings import drawings
from reportbuilder.layout.page import Image, Layout
from reportbuilder.model.nodes import Document
from reportbuilder.pdf.finish import finish
from reportbuilder.pdf.paint import paint
from reportbuilder.pdf.profile import Profile
from reportbuilder.style.sheet import Sheet

CLAIMED = {
    "web": {"PDF/A-2a", "PDF/UA-1"},
    "web-ua2": {"PDF/A-4", "PDF/UA-2 + Tagged PDF", "WTPDF 1.0 Accessibility", "WTPDF 1.0 Reuse"},
}
"""The profiles of veraPDF by which it judges the files of each of ours, since they claim to keep them."""


def web_pdf(document: Document, layout: Layout, sheet: Sheet, profile: Profile) -> bytes:
    """The PDF for screens, every picture a red one."""
    return b"".join(finish(paint(layout, sheet, profile, shown_pictures(layout)), layout, document, sheet, profile, profiles() | {"": b""}))


def shown_pictures(layout: Layout) -> dict[Job, Rendition]:
    """A red picture for each that is shown."""
    return {job: renditions()[PHOTO] for job in _jobs(layout)}


def docx(document: Document, layout: Layout, sheet: Sheet) -> bytes:
    """The file for Word, its charts without their files."""
    labels = {node: layout.label(node) for node in layout.places}
    charts = {chart: Drawn(b"", b"", one.width, one.height) for chart, one in drawings(document, layout, sheet).items()}
    return write(document, sheet, {}, labels, {}, drawings=charts)


def _jobs(layout: Layout) -> Iterator[Job]:
    for page in layout.pages:
        yield from (item.job for item in (*page.background, *page.items) if isinstance(item, Image))


def broken(verapdf: str, files: Sequence[Path]) -> list[str]:
    """What veraPDF, one process for all files, has against them by all standards that they claim: the rule with its first place. The files are named
    for their profile, ``…web.pdf`` and ``…web-ua2.pdf``; a claim that was not judged, or hardly, is a failure too.
    """
    done = subprocess.run([verapdf, "--format", "xml", *files], capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    found = []
    jobs = ElementTree.fromstring(done.stdout).findall(".//job")
    assert sorted(Path(job.findtext("item/name", "")) for job in jobs) == sorted(files)
    for job in jobs:
        name = Path(job.findtext("item/name", "")).name
        reports = {report.attrib["profileName"].removesuffix(" validation profile"): report for report in job.findall("validationReport")}
        if reports.keys() != CLAIMED["web-ua2" if name.endswith("web-ua2.pdf") else "web"]:
            found.append(f"{name}: judged by {sorted(reports)}")
        for standard, report in reports.items():
            if int(report.find("details").attrib["passedChecks"]) < 100:
                found.append(f"{name}: hardly judged by {standard}")
            for rule in report.findall("details/rule[@status='failed']"):
                found.append(f"{name}: {rule.attrib['clause']}-{rule.attrib['testNumber']} {rule.findtext('description')} {rule.findtext('check/context')}")
    return found

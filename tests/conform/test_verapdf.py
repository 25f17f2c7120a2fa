"""veraPDF judges the finished files: the web PDFs by all standards that they claim, the print PDF as PDF/A-2b for all that PDF/X-4 shares with it."""

import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from finished import broken
from pikepdf import Dictionary, Name, Pdf
from unit.pdf.by_hand import whole

from reportbuilder.pdf.profile import PRINT, WEB_PROFILES

pytestmark = pytest.mark.conform
Judge = Callable[[str], str]

PROPERTY = """<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{}</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>{}</pdfaProperty:description></rdf:li>"""
SCHEMA = """<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{0}</pdfaSchema:schema><pdfaSchema:namespaceURI>{1}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>{2}</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>{3}</rdf:Seq></pdfaSchema:property></rdf:li>"""
SCHEMAS = (
    SCHEMA.format("PDF/X", "http://www.npes.org/pdfx/ns/id/", "pdfxid", PROPERTY.format("GTS_PDFXVersion", "version")),
    SCHEMA.format("PDF", "http://ns.adobe.com/pdf/1.3/", "pdf", PROPERTY.format("Trapped", "whether it is trapped")),
)
CLAIM = f"""<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<pdfaExtension:schemas><rdf:Bag>{"".join(SCHEMAS)}</rdf:Bag></pdfaExtension:schemas></rdf:Description>"""


def failures(program: str, path: Path, flavour: str) -> list[str]:
    """The rules that the file breaks, each with its first place. The report must tell of checks that were passed."""
    done = subprocess.run([program, "--flavour", flavour, "--format", "xml", path], capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr
    report = ElementTree.fromstring(done.stdout)
    details = report.find(".//validationReport/details")
    assert details is not None and int(details.attrib["passedChecks"]) > 100, done.stdout
    broken = details.findall("rule[@status='failed']")
    return [f"{rule.attrib['clause']}-{rule.attrib['testNumber']} {rule.findtext('description')} {rule.findtext('check/context')}" for rule in broken]


def test_the_web_pdfs_keep_their_standards_and_veras_silence_means_something(judge: Judge, tmp_path: Path) -> None:
    """Beside each file stands one in which links no longer say what they are, or lead to pages only."""
    files = []
    for profile in WEB_PROFILES.values():
        files += [tmp_path / f"{name}-{profile.name}.pdf" for name in ("whole", "broken")]
        files[-2].write_bytes(whole(profile))
        with Pdf.open(BytesIO(whole(profile))) as pdf:
            for annotation in (annotation for page in pdf.pages for annotation in page.get("/Annots", ())):
                del annotation.Contents
            for place in pdf.Root.Names.Dests.Names[1::2] if profile.namespaced else ():
                del place.SD
            pdf.save(files[-1], force_version=".".join(map(str, profile.version)), fix_metadata_version=False)
    found = broken(judge("verapdf"), files)
    assert {fault.split(": ")[0] for fault in found} == {"broken-web.pdf", "broken-web-ua2.pdf"}
    assert any("7.18.5-2" in fault for fault in found) and any("8.8-1" in fault for fault in found)


def test_the_print_pdf_keeps_what_pdf_x_and_pdf_a_share(judge: Judge, tmp_path: Path) -> None:
    path = tmp_path / "print.pdf"
    with Pdf.open(BytesIO(whole(PRINT))) as pdf:
        _claim_pdf_a(pdf)
        pdf.save(path, force_version="1.6", fix_metadata_version=False)
    assert failures(judge("verapdf"), path, "2b") == []


def _claim_pdf_a(pdf: Pdf) -> None:
    """A second intent with the same profile, and what XMP must say of it."""
    intent = pdf.Root.OutputIntents[0]
    archived = Dictionary(S=Name.GTS_PDFA1, OutputConditionIdentifier=intent.OutputConditionIdentifier, DestOutputProfile=intent.DestOutputProfile)
    pdf.Root.OutputIntents.append(archived)
    packet = pdf.Root.Metadata.read_bytes().decode()
    pdf.Root.Metadata.write(packet.replace("</rdf:RDF>", f"{CLAIM}</rdf:RDF>").encode())

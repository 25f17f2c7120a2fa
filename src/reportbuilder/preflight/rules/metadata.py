"""What a file says of itself, in XMP and in the Info dictionary, which must agree."""

from pikepdf import Name, Stream

from reportbuilder.preflight.evidence import Evidence
from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.rule import x4
from reportbuilder.preflight.xmp import DC, MM, PDF, PDFX_ID, PDFX_OLD, XMP, moment

X = "ISO 15930-7"
AGAIN = "export it again as PDF/X-4"
RULES = (
    x4("04", f"{X}, 6.3", "the catalog has a metadata packet (XMP) that any program can read: UTF-8, not compressed", AGAIN),
    x4("05", f"{X}, 6.4", "the metadata say that the file is PDF/X-4", AGAIN),
    x4("06", f"{X}, 6.3", "the metadata have title, dates, identity, version, rendition and trapping", "give the document a title, and " + AGAIN),
    x4("07", f"{X}, 6.3", "the Info dictionary says whether the file is trapped, and has title and dates equal to the metadata", AGAIN),
)
_WANTED = (
    (DC, "title", "dc:title"),
    (XMP, "CreateDate", "xmp:CreateDate"),
    (XMP, "ModifyDate", "xmp:ModifyDate"),
    (XMP, "MetadataDate", "xmp:MetadataDate"),
    (MM, "DocumentID", "xmpMM:DocumentID"),
    (MM, "VersionID", "xmpMM:VersionID"),
    (MM, "RenditionClass", "xmpMM:RenditionClass"),
    (PDF, "Trapped", "pdf:Trapped"),
)


def judge(evidence: Evidence, findings: Findings) -> None:
    """Look for breaches of the rules above."""
    stream, xmp = evidence.pdf.Root.get("/Metadata"), evidence.xmp
    if not isinstance(stream, Stream):
        findings.add("X4-04", "the file has no metadata packet")
    elif stream.get("/Type") != "/Metadata" or stream.get("/Subtype") != "/XML":
        findings.add("X4-04", "the metadata packet is not marked as one")
    elif "/Filter" in stream:
        findings.add("X4-04", "the metadata packet is compressed")
    elif not xmp.whole:
        findings.add("X4-04", "the metadata packet is no well-formed XML in UTF-8")
    _claim(evidence, findings)
    lacking = [shown for space, name, shown in _WANTED if not xmp.value(space, name)]
    if lacking:
        findings.add("X4-06", f"the metadata lack {', '.join(lacking)}")
    if xmp.value(DC, "title") and not xmp.has_default(DC, "title"):
        findings.add("X4-06", "the title has no text for all languages (x-default)")
    _info(evidence, findings)


def _claim(evidence: Evidence, findings: Findings) -> None:
    claimed = evidence.xmp.value(PDFX_ID, "GTS_PDFXVersion")
    if claimed is None:
        older = evidence.xmp.value(PDFX_OLD, "GTS_PDFXVersion") or evidence.info.get("/GTS_PDFXVersion")
        findings.add("X4-05", "the metadata claim no PDF/X" if older is None else f"only an older place names the standard (‘{older}’)")
    elif claimed != "PDF/X-4":
        findings.add("X4-05", f"the file says that it is ‘{claimed}’")
    if evidence.xmp.value(PDFX_ID, "GTS_PDFXConformance") is not None:
        findings.add("X4-05", "the metadata name a conformance level, which PDF/X-4 has not")


def _info(evidence: Evidence, findings: Findings) -> None:
    info, xmp = evidence.info, evidence.xmp
    trapped = info.get("/Trapped")
    if not isinstance(trapped, Name) or str(trapped) not in ("/True", "/False"):
        findings.add("X4-07", "Info does not say whether the file is trapped: True or False")
    elif (xmp.value(PDF, "Trapped") or str(trapped)[1:]) != str(trapped)[1:]:
        findings.add("X4-07", "Info and metadata do not agree about trapping")
    title = info.get("/Title")
    if title is None or not str(title):
        findings.add("X4-07", "Info has no title")
    elif (xmp.value(DC, "title") or str(title)) != str(title):
        findings.add("X4-07", "Info and metadata have different titles")
    for key, name in (("/CreationDate", "CreateDate"), ("/ModDate", "ModifyDate")):
        told = moment(str(info[key])) if key in info else None
        other = moment(xmp.value(XMP, name) or "")
        if told is None:
            findings.add("X4-07", f"Info has no {key[1:]}")
        elif other is not None and other != told:
            findings.add("X4-07", f"{key[1:]} of Info and {name} of the metadata differ")

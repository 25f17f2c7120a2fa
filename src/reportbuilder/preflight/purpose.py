"""What a PDF is for, which decides by whose rules it is judged."""

from typing import Literal

from reportbuilder.preflight.evidence import Evidence

Purpose = Literal["print", "web"]
"""For a printer, or for readers on a screen and those who listen."""
PURPOSES: tuple[Purpose, ...] = ("print", "web")
PDFX = ("http://www.npes.org/pdfx/ns/id/", "http://ns.adobe.com/pdfx/1.3/")
PDFUA = "http://www.aiim.org/pdfua/ns/id/"
PDFA = "http://www.aiim.org/pdfa/ns/id/"


def purposes_of(evidence: Evidence) -> tuple[Purpose, ...]:
    """What a file says that it is for, by the standards it claims; one that claims nothing is judged as for print."""
    xmp = evidence.xmp
    for_print = bool(evidence.intents) or "/GTS_PDFXVersion" in evidence.info or any(xmp.value(space, "GTS_PDFXVersion") for space in PDFX)
    for_web = xmp.value(PDFUA, "part") is not None or xmp.value(PDFA, "part") is not None
    if for_web and not for_print:
        return ("web",)
    return ("print", "web") if for_web else ("print",)

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
    """What a file says that it is for, by the standards it claims; one that claims nothing is judged as for print, and one that claims only standards whose
    rules are not known here (PDF/UA-2, PDF/A by itself) is for none.
    """
    xmp = evidence.xmp
    for_print = bool(evidence.intents) or "/GTS_PDFXVersion" in evidence.info or any(xmp.value(space, "GTS_PDFXVersion") for space in PDFX)
    part = xmp.value(PDFUA, "part")
    for_web = part is not None and part != "2"
    if not for_print and not for_web:
        return () if part or xmp.value(PDFA, "part") else ("print",)
    return (*(("print",) if for_print else ()), *(("web",) if for_web else ()))

"""What a PDF is for, which decides by whose rules it is judged."""

from typing import Literal

from reportbuilder.preflight.evidence import Evidence
from reportbuilder.preflight.rule import PRINT, Family

Purpose = Literal["print", "web"]
"""For a printer, or for readers on a screen and those who listen."""
SPOKEN: frozenset[Family] = frozenset(("PDF/UA-1", "PDF/A-2a"))
"""What is looked at by the structure of a file."""
PDFX = ("http://www.npes.org/pdfx/ns/id/", "http://ns.adobe.com/pdfx/1.3/")
PDFUA = "http://www.aiim.org/pdfua/ns/id/"
PDFA = "http://www.aiim.org/pdfa/ns/id/"


def families_of(evidence: Evidence, purposes: tuple[Purpose, ...], deep: bool = True) -> tuple[Family, ...]:
    """Whose rules are looked at: for what a file is said to be for, or by the standards it claims itself. One that claims nothing is judged as for print, and
    one that claims only standards whose rules are not known here (PDF/UA-2, PDF/A of other parts) by nothing.
    """
    claims_print, claims_web, claims_archive = _claims(evidence)
    made: tuple[Family, ...] = ()
    if "print" in purposes or (not purposes and claims_print):
        made += PRINT
    if "web" in purposes or (not purposes and claims_web):
        made += ("PDF/UA-1",)
    if deep and claims_archive and ("web" in purposes or not purposes):
        made += ("PDF/A-2a",)
    if not purposes and not made and not any(evidence.xmp.value(space, "part") for space in (PDFUA, PDFA)):
        return PRINT
    return made


def _claims(evidence: Evidence) -> tuple[bool, bool, bool]:
    """Whether a file claims PDF/X, PDF/UA (but for part 2), and PDF/A-2a."""
    xmp = evidence.xmp
    for_print = bool(evidence.intents) or "/GTS_PDFXVersion" in evidence.info or any(xmp.value(space, "GTS_PDFXVersion") for space in PDFX)
    universal = xmp.value(PDFUA, "part")
    return for_print, universal not in (None, "2"), (xmp.value(PDFA, "part"), xmp.value(PDFA, "conformance")) == ("2", "A")

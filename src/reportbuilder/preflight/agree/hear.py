"""One finished file heard to its end: a PDF or a DOCX, by how it begins."""

from io import BytesIO, RawIOBase

from pikepdf import PasswordError, Pdf, PdfError

from reportbuilder.archive import Refused
from reportbuilder.preflight.agree.said import Said
from reportbuilder.preflight.agree.web import said_by_pdf
from reportbuilder.preflight.agree.word import said_by_docx
from reportbuilder.preflight.content import TooMuch, why
from reportbuilder.preflight.evidence import Evidence
from reportbuilder.preflight.limits import Limits
from reportbuilder.preflight.word.document import Word

LARGEST_DOCX = 200_000_000
MOST_SAID = 1_000_000
"""Words, or letters on one page."""
_DECEPTIONS = (TypeError, ValueError, AttributeError, LookupError, ArithmeticError, RuntimeError)


def hear(data: bytes | RawIOBase) -> Said:
    """What the file says; with its faults where it can’t be heard to the end. Never raises for a bad file."""
    file = BytesIO(data) if isinstance(data, bytes) else data
    start = file.read(4) or b""
    file.seek(0)
    is_docx = start == b"PK\x03\x04"
    try:
        if is_docx:
            return _bounded(said_by_docx(Word(file.read(LARGEST_DOCX) or b"")))
        with Pdf.open(file) as pdf:
            return _bounded(said_by_pdf(Evidence(start, pdf, Limits())))
    except PasswordError:
        fault = "it is locked with a password"
    except Refused as refused:
        fault = refused.message
    except (PdfError, TooMuch) as broken:
        fault = why(broken)
    except _DECEPTIONS as deceived:
        fault = f"parts of it are not what they say they are ({type(deceived).__name__})"
    return Said("docx" if is_docx else "print", faults=(fault,))


def _bounded(said: Said) -> Said:
    if len(said.words) > MOST_SAID or any(len(page) > MOST_SAID for page in said.pages):
        raise TooMuch(f"it says more than {MOST_SAID:,} words".replace(",", " "))
    return said

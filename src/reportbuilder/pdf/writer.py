"""The PDF file being written: pages, streams and dictionaries. ReportLab numbers and writes them; nothing else of it is used."""

import zlib
from io import BytesIO

from reportbuilder.pdf.boxes import Box, Boxes
from reportbuilder.pdf.reportlab import Canvas, PDFArray, PDFDictionary, PDFPage, PDFStream
from reportbuilder.pdf.stubs import stub
from reportbuilder.pdf.syntax import num

COMPRESSION = 5
"""Of page streams level 6 makes 3 % less in 60 % more time."""


# ReportLab knows most keys of pages, but writes no others.
PDFPage.__NoDefault__ = [*PDFPage.__NoDefault__, "Group"]


class _Canvas(Canvas):
    def _make_preamble(self) -> None:
        """Nothing before our own operators: ReportLab would select a Helvetica that is not embedded."""
        self._preamble = ""


class Writer:
    """Writes one PDF. Keys and values of dictionaries are names without slash and PDF syntax; what is added gives the reference to it.

    ``contents`` are those of the streams for which stubs stand in the file, by number.
    """

    def __init__(self, version: tuple[int, int], boxes: Boxes) -> None:
        media = boxes.media
        self._canvas = _Canvas(BytesIO(), pagesize=media[2:], pdfVersion=version, invariant=1, bleedBox=_box(boxes.bleed), trimBox=_box(boxes.trim))
        self._document = self._canvas._doc
        self._fonts = self._document.idToObject["BasicFonts"]
        self.contents: list[bytes] = []

    def dictionary(self, entries: dict[str, str]) -> str:
        """Add a dictionary."""
        return self._add(PDFDictionary(entries))

    def stream(self, entries: dict[str, str], data: bytes) -> str:
        """Add a stream, deflated here unless ``entries`` name the filter that its data have been through."""
        return self._add(_stream(entries, data))

    def large_stream(self, entries: dict[str, str], data: bytes) -> str:
        """Add a stream for which a stub stands until the file is written; ``entries`` name its filter."""
        self.contents.append(data)
        return self._add(_stream(entries, stub(len(self.contents) - 1)))

    def font(self, resource: str, reference: str) -> None:
        """Make a font known to all pages."""
        self._fonts.dict[resource] = reference

    def page(self, code: list[str], resources: dict[str, str], blended: str = "") -> None:
        """Add a page with these operators, and these resources besides the fonts; what is transparent is ``blended`` in that colour space."""
        canvas = self._canvas
        canvas._code = code
        canvas.showPage()
        page = self._document.Pages.pages[-1]
        page.MediaBox = PDFArray(_box((0.0, 0.0, *canvas._pagesize)))
        page.Contents = _stream({}, page.stream.encode("ascii"))
        page.Resources = PDFDictionary(resources | {"Font": self._document.Reference(self._fonts)})
        if blended:
            page.Group = PDFDictionary({"S": "/Transparency", "CS": blended})
        page.stream = page.Trans = page.Rotate = None

    def data(self) -> bytes:
        """The whole file."""
        return self._canvas.getpdfdata()

    def _add(self, item: PDFDictionary | PDFStream) -> str:
        number, generation = self._document.idToObjectNumberAndVersion[self._document.Reference(item).name]
        return f"{number} {generation} R"


def _stream(entries: dict[str, str], data: bytes) -> PDFStream:
    if "Filter" not in entries:
        entries, data = entries | {"Filter": "/FlateDecode"}, zlib.compress(data, COMPRESSION)
    return PDFStream(PDFDictionary(entries), data)


def _box(box: Box) -> list[str]:
    return [num(edge) for edge in box]

"""Object streams, and whose annotations are in them."""

import re
from io import BytesIO
from zlib import decompress

from pikepdf import Pdf

_STREAM = re.compile(rb"<< /Type /ObjStm /Length (\d+) /Filter /FlateDecode /N \d+ /First (\d+) >>\nstream\n")


def of_one_page(data: bytes) -> bool:
    """Whether an object stream of the file (one that qpdf wrote) has annotations of one page alone.

    When such a file is linearized, qpdf 12 counts that stream as the page's own; qpdf 11, which minds that the structure leads there too, finds fault with that.
    """
    with Pdf.open(BytesIO(data)) as pdf:
        pages = {annotation.objgen[0]: index for index, page in enumerate(pdf.pages) for annotation in page.obj.get("/Annots", ())}
    for found in _STREAM.finditer(data) if pages else ():
        length, first = int(found[1]), int(found[2])
        numbers = decompress(data[found.end() : found.end() + length])[:first].split()[::2]
        if len({pages[number] for number in map(int, numbers) if number in pages}) == 1:
            return True
    return False

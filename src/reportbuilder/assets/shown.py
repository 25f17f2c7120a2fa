"""A vector picture as pixels, for formats that take no paths: its form drawn by PDFium on white, in the colours of a screen."""

import zlib
from typing import TYPE_CHECKING

from reportbuilder.assets.artwork import Flat, Samples, Stop, VectorPicture
from reportbuilder.assets.form import Form, add_parts
from reportbuilder.assets.samples import Encoded
from reportbuilder.assets.vector_form import Parts, add_form, number, numbers

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_SIDE = 2000
SMALL = 1000
"""Pixels; a smaller picture is drawn twice as large first, for PDFium moves the edges of rectangles to whole pixels."""


class Screen:
    """The colours of a screen, sRGB."""

    space = "/DeviceRGB"

    def flat(self, colour: Flat) -> str:
        """Red, green and blue as they are."""
        return f"{numbers(_parts(colour))} rg"

    def ramp(self, stops: tuple[Stop, ...]) -> tuple[tuple[float, Parts], ...]:
        """SVG mixes colours in sRGB, so nothing stands between the stops that were chosen."""
        return tuple((stop.place, _parts(stop.colour)) for stop in stops if stop.chosen)

    def samples(self, samples: Samples) -> Encoded:
        """Those for screens."""
        return samples.web

    def overprints(self, _colour: Flat, _width: float) -> bool:
        """Screens do not print."""
        return False


def _parts(colour: Flat) -> Parts:
    return tuple(part / 255 for part in colour.rgb)


def rasterise(picture: VectorPicture, width: int, height: int) -> "Image":
    """The picture in RGB on white at that size in pixels, scaled down if a side is longer than `MAX_SIDE`."""
    scale = min(1.0, MAX_SIDE / max(width, height))
    width, height = max(1, round(width * scale)), max(1, round(height * scale))
    file = _File()
    form = add_form(picture, file, Screen())
    finer = 2 if max(width, height) <= SMALL else 1
    return _of_ours(file.page(form, width, height), finer).reduce(finer)


def shown_form(form: Form, width: int, height: int) -> "Image":
    """A form in the colours of a screen, as `rasterise` does."""
    scale = min(1.0, MAX_SIDE / max(width, height))
    width, height = max(1, round(width * scale)), max(1, round(height * scale))
    file = _File()
    return _of_ours(file.page(add_parts(form, file, {}), width, height), 1.0)


def drawn(pdf: bytes, scale: float) -> "Image | None":
    """The first page of a PDF in RGB on white, ``scale`` pixels a point; None if PDFium can't."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        return None
    try:
        page = document[0]
        bitmap = page.render(scale=scale, fill_color=(255, 255, 255, 255), draw_annots=False, may_draw_forms=False)
        image = bitmap.to_pil().convert("RGB")
        bitmap.close()
        page.close()
        return image
    except pypdfium2.PdfiumError:
        return None
    finally:
        document.close()


def _of_ours(pdf: bytes, scale: float) -> "Image":
    image = drawn(pdf, scale)
    if image is None:
        raise RuntimeError("PDFium can't draw what we wrote")
    return image


class _File:
    """A PDF of one page (`vector_form.Sink`)."""

    def __init__(self) -> None:
        self._objects: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>"]

    def stream(self, entries: dict[str, str], data: bytes) -> str:
        """Add a stream; the reference to it."""
        if "Filter" not in entries:
            entries, data = entries | {"Filter": "/FlateDecode"}, zlib.compress(data, 1)
        head = "".join(f"/{key} {value}" for key, value in entries.items())
        return self._add(f"<<{head}/Length {len(data)}>>stream\n".encode("ascii") + data + b"\nendstream")

    def dictionary(self, entries: dict[str, str]) -> str:
        """Add a dictionary; the reference to it."""
        return self._add(f"<<{''.join(f'/{key} {value}' for key, value in entries.items())}>>".encode("ascii"))

    def _add(self, body: bytes) -> str:
        self._objects.append(body)
        return f"{len(self._objects) + 3} 0 R"

    def page(self, form: str, width: float, height: float) -> bytes:
        """The file, its page filled by the form."""
        content = f"{number(width)} 0 0 {number(height)} 0 0 cm /F Do".encode("ascii")
        group = "/Group<</S/Transparency/CS/DeviceRGB>>"
        page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {numbers((width, height))}]/Resources<</XObject<</F {form}>>>>/Contents 4 0 R{group}>>"
        fixed = [
            self._objects[0],
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            page.encode("ascii"),
            b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        ]
        data, offsets = b"%PDF-1.7\n", []
        for place, body in enumerate([*fixed, *self._objects[1:]], 1):
            offsets.append(len(data))
            data += b"%d 0 obj\n%s\nendobj\n" % (place, body)
        table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        size = len(offsets) + 1
        return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, table, size, len(data))

"""Images of a placed page: those whose numbers are the device's already stay byte for byte, the others are converted."""

from io import BytesIO

from pikepdf import Array, Dictionary, Object, Pdf, PdfError, PdfImage, PdfInlineImage, Stream, StreamDecodeLevel
from PIL import Image, ImageChops

from reportbuilder.assets.encode import PRINT_QUALITY, flate, jpeg
from reportbuilder.assets.placed.copying import as_filtered, unpacked_size
from reportbuilder.assets.placed.devices import MODES, Device
from reportbuilder.assets.placed.functions import TooMuch, Unreadable
from reportbuilder.assets.placed.inks import kept_inks
from reportbuilder.assets.placed.page import Page
from reportbuilder.assets.placed.spaces import Space, entry, space
from reportbuilder.assets.shown import drawn
from reportbuilder.assets.vector_form import image_entries

MOST_PIXELS = 80_000_000
MOST_SAMPLES = 8 * MOST_PIXELS
"""Bytes."""
MOST_COLOURS = 65_536
FEW = 256
KEPT = frozenset(("/Width", "/Height", "/BitsPerComponent", "/ImageMask", "/Decode", "/Intent"))


def placed_image(found: Stream, held: Object | None, page: Page, device: Device) -> str:
    """An image with its masks."""
    key = (found.objgen, device.name, "image")
    if found.is_indirect and key in page.made:
        return page.made[key]
    width, height = int(found.Width), int(found.Height)
    if not 0 < width * height <= MOST_PIXELS:
        raise Unreadable(f"an image of {width} × {height} pixels")
    if unpacked_size(found, MOST_SAMPLES) > MOST_SAMPLES:
        raise TooMuch
    masks = _masks(found, page)
    if found.get("/ImageMask") is True:
        made = page.copier.stream(found, {"Type": "/XObject", "Subtype": "/Image"}, only=KEPT)
    else:
        used = _space_of(found, held)
        filtered = found.get("/Filter")
        filters = [str(each) for each in filtered] if isinstance(filtered, Array) else [str(filtered)] if filtered is not None else []
        plain = page.keeps(used, device) or used.kind == "gray" and (used.profile is None or int(found.get("/BitsPerComponent", 8)) == 1)
        if plain and "/JPXDecode" not in filters:
            made = page.copier.stream(found, {"Type": "/XObject", "Subtype": "/Image", "ColorSpace": _name(used, page, device), **masks}, only=KEPT)
        else:
            made = _encoded(found, used, page, device, masks)
    page.made[key] = made
    return made


def inline_image(image: PdfInlineImage, held: Object | None, page: Page, device: Device) -> str:
    """An image that stood in the content, as one beside it."""
    found = page.pdf.make_stream(image.read_raw_bytes())
    for key, value in image.obj.items():
        if key != "/Length":
            found[key] = value
    return placed_image(found, held, page, device)


def _name(used: Space, page: Page, device: Device) -> str:
    return kept_inks(used, page, device) if used.kind == "named" else {"gray": "/DeviceGray", "rgb": "/DeviceRGB", "cmyk": "/DeviceCMYK"}[used.kind]


def _space_of(found: Stream, held: Object | None) -> Space:
    named = found.get("/ColorSpace")
    if named is None:
        raise Unreadable("an image without a colour space")
    return space(named, held)


def _masks(found: Stream, page: Page) -> dict[str, str]:
    """What says where an image covers: a soft mask, or a stencil."""
    soft, hard = found.get("/SMask"), found.get("/Mask")
    if int(found.get("/SMaskInData", 0)) or isinstance(soft, Stream) and "/Matte" in soft:
        raise Unreadable("an image that is mixed with its backdrop")
    if isinstance(soft, Stream):
        page.transparent = True
        return {"SMask": page.copier.stream(soft, {"Type": "/XObject", "Subtype": "/Image", "ColorSpace": "/DeviceGray"}, only=KEPT)}
    if isinstance(hard, Stream):
        return {"Mask": page.copier.stream(hard, {"Type": "/XObject", "Subtype": "/Image"}, only=KEPT)}
    if isinstance(hard, Array):
        raise Unreadable("an image of which a colour is left out")
    return {}


def _encoded(found: Stream, used: Space, page: Page, device: Device, masks: dict[str, str]) -> str:
    image, kind, profile = _decoded(found, used)
    few = bool(image.getcolors(FEW))
    return _added(device.image(kind, image, profile, few), page, masks, few or "/DCTDecode" not in str(found.get("/Filter")))


def _added(image: Image.Image, page: Page, masks: dict[str, str], lossless: bool) -> str:
    encoded = flate(image) if lossless or image.mode == "L" else jpeg(image, PRINT_QUALITY, full_colour=True)
    return page.copier.add({**image_entries(encoded), **masks}, encoded.data)


def _decoded(found: Stream, used: Space) -> tuple[Image.Image, str, bytes | None]:
    """The samples as a picture in grey, RGB, CMYK or L*a*b*."""
    base = used.base if used.kind in ("indexed", "named") else used
    assert base is not None
    if used.kind == "named":
        return _from_inks(found, used, base)
    if used.kind == "lab" or base.kind == "lab":
        raise Unreadable("an image in L*a*b*")
    if "JPX" in str(found.get("/Filter")):
        return _of_waves(found, base), base.kind, None
    image = _plain(found, used, MODES[base.kind]) or _picture(found)
    wanted = MODES[base.kind]
    if used.kind == "indexed":
        return _from_palette(found, used, base), base.kind, base.profile
    if image.mode == "1":
        image = image.convert("L")
    if image.mode != wanted:
        raise Unreadable("an image whose samples are not as its colour space")
    image.info.clear()
    return _decoding(image, found), base.kind, base.profile


def _of_waves(found: Stream, base: Space) -> Image.Image:
    """A JPEG 2000 as PDFium draws it alone: Pillow lets its brightest samples run over."""
    width, height = int(found.Width), int(found.Height)
    if base.kind not in ("gray", "rgb") or not (3 <= min(width, height) and max(width, height) <= 8_000):
        raise Unreadable("a JPEG 2000 of this kind")
    with Pdf.new() as pdf:
        pdf.add_blank_page(page_size=(width, height))
        image = pdf.copy_foreign(found)
        for key in ("/SMask", "/Mask"):
            if key in image:
                del image[key]
        pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(I=image))
        pdf.pages[0].obj.Contents = pdf.make_stream(b"%d 0 0 %d 0 0 cm /I Do" % (width, height))
        file = BytesIO()
        pdf.save(file)
    made = drawn(file.getvalue(), 1.0)
    if made is None:
        raise Unreadable("an image that can't be decoded")
    return made.convert(MODES[base.kind])


def _picture(found: Stream) -> Image.Image:
    """An image in a format of pictures, its samples as they are coded."""
    filters = found.get("/Filter")
    kind = str(filters[-1] if isinstance(filters, Array) and len(filters) else filters)
    try:
        if kind.endswith("/DCTDecode"):
            image = Image.open(BytesIO(as_filtered(found)[1]), formats=["JPEG"])
        else:
            image = PdfImage(found).as_pil_image()
        image.load()
    except MemoryError:
        raise
    except Exception:  # readers of pictures raise whatever befalls them
        raise Unreadable("an image that can't be decoded") from None
    if kind.endswith("/DCTDecode") and image.mode == "CMYK" and "adobe" in image.info:
        image = ImageChops.invert(image)  # Pillow turns round what Adobe writes; in a PDF, Decode says whether to
    return image


def _plain(found: Stream, used: Space, mode: str) -> Image.Image | None:
    """Samples of 8 bits that are not in a format of pictures; None for others."""
    if used.kind == "indexed" or int(found.get("/BitsPerComponent", 0)) != 8 or any(kind in str(found.get("/Filter")) for kind in ("DCT", "JPX", "JBIG2", "CCITT")):
        return None
    width, height = int(found.Width), int(found.Height)
    data = found.read_bytes(StreamDecodeLevel.specialized)
    if len(data) < width * height * used.count:
        raise Unreadable("an image that is cut off")
    return Image.frombytes(mode, (width, height), data[: width * height * used.count])


def _decoding(image: Image.Image, found: Stream) -> Image.Image:
    """Samples may be written the other way round (8.9.5.2)."""
    decode = found.get("/Decode")
    if not isinstance(decode, Array):
        return image
    values = [float(value) for value in decode]
    if values == [0.0, 1.0] * len(image.getbands()):
        return image
    if values == [1.0, 0.0] * len(image.getbands()):
        return image.point(lambda value: 255 - value)
    raise Unreadable("an image whose samples are stretched")


def _indexes(found: Stream) -> list[int]:
    """The numbers of an image with one a pixel."""
    bits, width, height = int(found.BitsPerComponent), int(found.Width), int(found.Height)
    if "/Decode" in found or bits not in (1, 2, 4, 8):
        raise Unreadable("an image with numbers that are stretched")
    try:
        data = found.read_bytes(StreamDecodeLevel.specialized)
    except PdfError:
        raise Unreadable("an image that can't be decoded") from None
    stride = (width * bits + 7) // 8
    if len(data) < stride * height:
        raise Unreadable("an image that is cut off")
    if bits == 8:
        return list(data[: width * height])
    each, most = 8 // bits, (1 << bits) - 1
    rows = (data[row * stride : (row + 1) * stride] for row in range(height))
    return [row[x // each] >> 8 - bits * (x % each + 1) & most for row in rows for x in range(width)]


def _from_palette(found: Stream, used: Space, base: Space) -> Image.Image:
    indexes = _indexes(found)
    colours = [bytes(round(part * 255) for part in entry(used, index)) for index in range(max(indexes) + 1)]
    data = b"".join(map(colours.__getitem__, indexes))
    return Image.frombytes(MODES[base.kind], (int(found.Width), int(found.Height)), data)


def _from_inks(found: Stream, used: Space, base: Space) -> tuple[Image.Image, str, bytes | None]:
    """Named inks as what stands in for them."""
    assert used.tint is not None
    if base.kind == "lab" or int(found.BitsPerComponent) != 8 or "/Decode" in found:
        raise Unreadable("an image in named inks of this kind")
    size = (int(found.Width), int(found.Height))
    try:
        data = found.read_bytes(StreamDecodeLevel.specialized) if "DCT" not in str(found.get("/Filter")) else _picture(found).tobytes()
    except PdfError:
        raise Unreadable("an image that can't be decoded") from None
    count = used.count
    pixels = [data[i : i + count] for i in range(0, size[0] * size[1] * count, count)]
    different = set(pixels)
    if len(different) > MOST_COLOURS or len(pixels[-1]) < count:
        raise Unreadable("an image in named inks of this kind")
    looks = {pixel: bytes(min(255, max(0, round(part * 255))) for part in used.tint(tuple(value / 255 for value in pixel))) for pixel in different}
    return Image.frombytes(MODES[base.kind], size, b"".join(map(looks.__getitem__, pixels))), base.kind, base.profile

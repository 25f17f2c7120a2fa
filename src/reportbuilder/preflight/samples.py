"""The samples of images, decoded small and turned into the four process inks."""

from io import BytesIO

from pikepdf import Array, Object, PdfImage
from PIL import Image, ImageChops, ImageOps

from reportbuilder.preflight.inks import Printing, named
from reportbuilder.preflight.space import Space, space, whole

MOST_PIXELS = 120_000_000
Image.MAX_IMAGE_PIXELS = 200_000_000
MODES = {1: "L", 3: "RGB", 4: "CMYK"}


def inks_of(image: Object, width: int, height: int, printing: Printing, used: Space | None = None) -> Image.Image | None:
    """The image as CMYK with about ``width`` × ``height`` pixels, where it has more; None when it can't be decoded."""
    used = used or space(image.get("/ColorSpace"))
    try:
        found = _decoded(image, used, width, height)
    except Exception:  # decoders raise whatever befalls them; what can't be shown is no ink
        return None
    if found is None:
        return None
    small = found.reduce(_surplus(found, width, height))
    return _printed(small, used, printing)


def _surplus(image: Image.Image, width: int, height: int) -> tuple[int, int]:
    return max(1, image.width // max(width, 1)), max(1, image.height // max(height, 1))


def _decoded(image: Object, used: Space, width: int, height: int) -> Image.Image | None:
    """Samples as they stand in the file (for CMYK, 255 is full ink), of mode L, RGB or CMYK."""
    if whole(image.get("/Width"), 0) * whole(image.get("/Height"), 0) > MOST_PIXELS:
        return None
    filters = image.get("/Filter")
    names = [str(name) for name in filters] if isinstance(filters, Array) else [str(filters)]  # type: ignore[attr-defined]
    inverted = _is_inverted(image)
    if names == ["/DCTDecode"]:
        opened = Image.open(BytesIO(image.read_raw_bytes()), formats=["JPEG"])
        opened.draft(None, (max(width, 1), max(height, 1)))
        opened.load()
        # Of four channels the decoder takes the complement, whatever the file says.
        inverted = inverted != (opened.mode == "CMYK")
        plain = opened
    elif names == ["/JPXDecode"]:
        plain = Image.open(BytesIO(image.read_raw_bytes()), formats=["JPEG2000"])
    elif whole(image.get("/BitsPerComponent"), 8) == 8 and used.kind != "indexed" and used.count in MODES:
        size = (whole(image.Width), whole(image.Height))
        plain = Image.frombytes(MODES[used.count], size, image.read_bytes())
    else:
        plain, inverted = PdfImage(image).as_pil_image(), False
    plain = plain if plain.mode in ("L", "RGB", "CMYK") else plain.convert("RGB" if plain.mode in ("P", "RGBA") else "L")
    return ImageChops.invert(plain) if inverted else plain


def _is_inverted(image: Object) -> bool:
    decode = image.get("/Decode")
    return isinstance(decode, Array) and len(decode) >= 2 and whole(decode[0], 0) > whole(decode[1], 1)


def _printed(image: Image.Image, used: Space, printing: Printing) -> Image.Image:
    if used.kind in ("separation", "devicen"):
        planes = image.split()
        none = Image.new("L", image.size)
        shares = [named(used.names, tuple(float(i == j) for j in range(len(planes)))) for i in range(len(planes))]
        inks = []
        for ink in range(4):
            plane = none
            for amounts, samples in zip(shares, planes):
                plane = ImageChops.add(plane, samples) if amounts[ink] else plane
            inks.append(plane)
        return Image.merge("CMYK", inks)
    return image if image.mode == "CMYK" else printing.inks(ImageOps.grayscale(image) if used.kind in ("gray", "calgray") else image)

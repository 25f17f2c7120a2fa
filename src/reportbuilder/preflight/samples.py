"""The samples of images, decoded small and turned into the four process inks."""

from io import BytesIO
from typing import Literal

from msgspec import Struct
from pikepdf import Array, Object, PdfImage
from PIL import Image, ImageChops, ImageOps

from reportbuilder.preflight.inks import Printing, named
from reportbuilder.preflight.space import Space, space, whole

MOST_PIXELS = 120_000_000
Image.MAX_IMAGE_PIXELS = 200_000_000
MODES = {1: "L", 3: "RGB", 4: "CMYK"}


class Packed(Struct, frozen=True):
    """An image as it stands in its file, read so that any thread may decode it: compressed (``jpeg``, ``jpx``), or as samples that are decoded
    already. ``width`` and ``height`` are the pixels that are wanted.
    """

    kind: Literal["jpeg", "jpx", "samples"]
    data: bytes
    decoded: Image.Image | None
    inverted: bool
    space: Space
    width: int
    height: int


def packed(image: Object, width: int, height: int) -> Packed | None:
    """The image, of which about ``width`` × ``height`` pixels are wanted; None when it is too large or can't be read."""
    used = space(image.get("/ColorSpace"))
    if whole(image.get("/Width"), 0) * whole(image.get("/Height"), 0) > MOST_PIXELS:
        return None
    filters = image.get("/Filter")
    names = [str(name) for name in filters] if isinstance(filters, Array) else [str(filters)]  # type: ignore[attr-defined]
    inverted = _is_inverted(image)
    try:
        if names == ["/DCTDecode"]:
            return Packed("jpeg", image.read_raw_bytes(), None, inverted, used, width, height)
        if names == ["/JPXDecode"]:
            return Packed("jpx", image.read_raw_bytes(), None, inverted, used, width, height)
        if whole(image.get("/BitsPerComponent"), 8) == 8 and used.kind != "indexed" and used.count in MODES:
            plain = Image.frombytes(MODES[used.count], (whole(image.Width), whole(image.Height)), image.read_bytes())
            return Packed("samples", b"", plain, inverted, used, width, height)
        return Packed("samples", b"", PdfImage(image).as_pil_image(), False, used, width, height)
    except Exception:  # decoders raise whatever befalls them; what can't be shown is no ink
        return None


def inks_of(wanted: Packed, printing: Printing) -> Image.Image | None:
    """The image as CMYK with about the pixels that are wanted, where it has more; None when it can't be decoded."""
    try:
        found = _decoded(wanted)
    except Exception:  # as above
        return None
    surplus = max(1, found.width // max(wanted.width, 1)), max(1, found.height // max(wanted.height, 1))
    return _printed(found.reduce(surplus), wanted.space, printing)


def _decoded(wanted: Packed) -> Image.Image:
    """Samples as they stand in the file (for CMYK, 255 is full ink), of mode L, RGB or CMYK."""
    inverted = wanted.inverted
    if wanted.kind == "jpeg":
        plain: Image.Image = Image.open(BytesIO(wanted.data), formats=["JPEG"])
        plain.draft(None, (max(wanted.width, 1), max(wanted.height, 1)))
        plain.load()
        # Of four channels the decoder takes the complement, whatever the file says.
        inverted = inverted != (plain.mode == "CMYK")
    elif wanted.kind == "jpx":
        plain = Image.open(BytesIO(wanted.data), formats=["JPEG2000"])
    else:
        assert wanted.decoded is not None
        plain = wanted.decoded
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

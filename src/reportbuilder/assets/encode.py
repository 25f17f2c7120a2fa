"""Finished samples as bytes to embed, without metadata and without a profile: writers name the colour space themselves."""

import zlib
from io import BytesIO

from PIL import Image

from reportbuilder.assets.pictures import Encoded, Space

PRINT_QUALITY = 86
SPACES: dict[str, Space] = {"L": "gray", "RGB": "rgb", "CMYK": "cmyk"}


def jpeg(image: Image.Image, quality: int, full_colour: bool) -> Encoded:
    """A baseline JPEG; ``full_colour`` keeps the colour channels at full size, which CMYK needs: halving would halve M, Y and K."""
    stream = BytesIO()
    image.save(stream, "JPEG", quality=quality, subsampling=0 if full_colour or image.mode == "CMYK" else 2)
    return Encoded(stream.getvalue(), *image.size, SPACES[image.mode], "jpeg")


def flate(image: Image.Image) -> Encoded:
    """The samples themselves, compressed without loss."""
    return Encoded(zlib.compress(image.tobytes(), 6), *image.size, SPACES[image.mode], "flate")

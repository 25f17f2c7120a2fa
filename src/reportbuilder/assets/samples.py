"""Samples of a raster picture, ready to embed."""

from typing import Literal

from msgspec import Struct

Space = Literal["cmyk", "rgb", "gray"]


class Encoded(Struct, frozen=True):
    """Samples ready to embed. ``jpeg``: a whole JPEG file (CMYK ones Adobe-inverted); ``flate``: 8-bit samples, zlib-compressed;
    ``png``: a whole PNG file, gray or RGB, for DOCX.
    """

    data: bytes
    width: int
    height: int
    space: Space
    filter: Literal["jpeg", "flate", "png"]

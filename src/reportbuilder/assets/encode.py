"""Finished samples as bytes to embed, without metadata and without a profile: writers name the colour space themselves."""

import zlib
from io import BytesIO
from pathlib import Path
from struct import pack
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reportbuilder.assets.samples import Encoded, Space
from reportbuilder.kept import made

if TYPE_CHECKING:
    from PIL import Image

SIGNATURE = b"\x89PNG\r\n\x1a\n"
PRINT_QUALITY, WORD_QUALITY = 86, 78
SPACES: dict[str, Space] = {"L": "gray", "RGB": "rgb", "CMYK": "cmyk"}


def jpeg(image: "Image.Image", quality: int, full_colour: bool) -> Encoded:
    """A baseline JPEG; ``full_colour`` keeps the colour channels at full size, which CMYK needs: halving would halve M, Y and K."""
    stream = BytesIO()
    image.save(stream, "JPEG", quality=quality, subsampling=0 if full_colour or image.mode == "CMYK" else 2)
    return Encoded(stream.getvalue(), *image.size, SPACES[image.mode], "jpeg")


def png(samples: Encoded) -> Encoded:
    """Samples, gray or RGB, that are zlib-compressed without filters, as a PNG file."""
    channels = 1 if samples.space == "gray" else 3
    raw, stride = zlib.decompress(samples.data), samples.width * channels
    rows = b"".join(b"\0" + raw[start : start + stride] for start in range(0, stride * samples.height, stride))
    header = pack(">IIBBBBB", samples.width, samples.height, 8, 0 if channels == 1 else 2, 0, 0, 0)
    data = SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows, 6)) + _chunk(b"IEND", b"")
    return replace(samples, data=data, filter="png")


def png_kept(samples: Encoded, folder: Path) -> Encoded:
    """The same, kept in the cache, for to compress takes long; a picture that is a file already stays as it is."""
    if samples.filter != "flate":
        return samples
    source = f"{samples.width} {samples.height} {samples.space} ".encode() + samples.data
    return replace(samples, data=made(folder, "png 1", source, lambda: png(samples).data), filter="png")


def _chunk(name: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))


def flate(image: "Image.Image") -> Encoded:
    """The samples themselves, compressed without loss."""
    return Encoded(zlib.compress(image.tobytes(), 6), *image.size, SPACES[image.mode], "flate")

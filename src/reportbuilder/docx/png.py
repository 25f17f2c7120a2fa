"""Samples as a PNG file, for pictures without a file of their own that Word can read."""

import zlib
from struct import pack

from reportbuilder.assets.pictures import Encoded

GRAY, RGB = 0, 2
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def png(samples: Encoded) -> bytes:
    """A PNG file of 8-bit samples, gray or RGB, that come zlib-compressed without filters."""
    colour, channels = (GRAY, 1) if samples.space == "gray" else (RGB, 3)
    raw, stride = zlib.decompress(samples.data), samples.width * channels
    rows = b"".join(b"\0" + raw[start : start + stride] for start in range(0, stride * samples.height, stride))
    header = pack(">IIBBBBB", samples.width, samples.height, 8, colour, 0, 0, 0)
    return SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows, 9)) + _chunk(b"IEND", b"")


def blank(samples: Encoded) -> bool:
    """Whether there is nothing to see, as with a white logo on white."""
    if samples.filter == "jpeg":
        return False
    raw = zlib.decompress(samples.data)
    return raw.count(raw[:1]) == len(raw)


def _chunk(name: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))

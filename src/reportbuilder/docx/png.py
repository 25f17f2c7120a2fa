"""Pictures that Word can read, from samples that have no file of their own."""

import zlib

from reportbuilder.assets.encode import SIGNATURE, png
from reportbuilder.assets.pictures import Encoded

IDAT = len(SIGNATURE) + 25
"""Where the chunk with the samples begins in our own PNG files: behind the signature and IHDR."""


def as_png(picture: Encoded) -> bytes:
    """A PNG file of a picture that is no JPEG."""
    return (picture if picture.filter == "png" else png(picture)).data


def blank(picture: Encoded) -> bool:
    """Whether there is nothing to see, as with a white logo on white."""
    match picture.filter:
        case "jpeg":
            return False
        case "flate":
            raw = zlib.decompress(picture.data)
            return raw.count(raw[:1]) == len(raw)
        case "png":
            rows = zlib.decompress(picture.data[IDAT + 8 : IDAT + 8 + int.from_bytes(picture.data[IDAT : IDAT + 4], "big")])
            first = rows[1:2]  # each row begins with the number of its filter, 0
            return rows.count(first) >= len(rows) - picture.height and (first != b"\0" or not rows.strip(b"\0"))

"""The header of a raster picture, read without decoding: its kind, its size as stored, and which way up it is."""

import re
import struct
from typing import BinaryIO

from msgspec import Struct

from reportbuilder.assets.kinds import HEAD, Kind, kind_of
from reportbuilder.assets.pictures import PictureFault

MAX_SEGMENTS = 20_000
MAX_XMP = 1_000_000
SUBFILE, WIDTH, HEIGHT, ORIENTATION, XMP = 254, 256, 257, 274, 700
"""TIFF tags."""
START_OF_FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
XMP_ORIENTATION = re.compile(rb"tiff:Orientation(?:=[\"']|>)([1-8])")


class Header(Struct, frozen=True):
    """Kind and stored size of a picture; ``orientation`` is 1 to 8 as in EXIF (1: upright as stored)."""

    kind: Kind
    width: int
    height: int
    orientation: int = 1

    @property
    def upright(self) -> tuple[int, int]:
        """Width and height as they are to be seen."""
        return (self.height, self.width) if self.orientation >= 5 else (self.width, self.height)


def read_header(stream: BinaryIO, file: str) -> Header | None:
    """The header, or None for an SVG. Raises `PictureFault`: ``picture-kind``, ``picture-broken``."""
    head = stream.read(HEAD)
    kind = kind_of(head, file)
    try:
        match kind:
            case "svg":
                return None
            case "pdf":
                return Header("pdf", 1, 1)  # its size takes more than a header
            case "png":
                return _png(stream)
            case "jpeg":
                return _jpeg(stream, file)
            case "gif":
                return Header("gif", *struct.unpack_from("<HH", head, 6))
            case "bmp":
                return _bmp(head)
            case "tiff":
                return _tiff(stream, file)
            case "webp":
                return _webp(stream)
    except (struct.error, ValueError, LookupError):
        raise PictureFault("picture-broken", f"the header of the picture ‘{file}’ is broken or cut off", "export it again") from None


def _jpeg(stream: BinaryIO, file: str) -> Header:
    """ISO/IEC 10918-1, annex B: marker segments up to the start of the frame."""
    stream.seek(2)
    exif = b""
    xmp = b""
    for _ in range(MAX_SEGMENTS):
        prefix, code = stream.read(2)
        while code == 0xFF:
            (code,) = stream.read(1)
        (length,) = struct.unpack(">H", stream.read(2))
        if prefix != 0xFF or length < 2:
            break
        if code in START_OF_FRAME:
            precision, height, width = struct.unpack(">BHH", stream.read(5))
            if precision != 8:
                raise PictureFault("picture-kind", f"the picture ‘{file}’ is a JPEG of {precision} bits a channel", "save it with 8 bits a channel")
            return Header("jpeg", width, height, _orientation(exif, xmp))
        if code == 0xE1:
            segment = stream.read(length - 2)
            if segment.startswith(b"Exif\0"):
                exif = exif or segment[6:]
            elif segment.startswith(b"http://ns.adobe.com/xap/"):
                xmp = xmp or segment
        else:
            stream.seek(length - 2, 1)
    raise ValueError("no frame")


def _png(stream: BinaryIO) -> Header:
    """PNG specification: IHDR comes first; eXIf may stand anywhere before IEND."""
    stream.seek(8)
    size: tuple[int, int] = (0, 0)
    exif = b""
    xmp = b""
    for _ in range(MAX_SEGMENTS):
        start = stream.read(8)
        if len(start) < 8:
            break
        length, name = struct.unpack(">L4s", start)
        if name == b"IHDR":
            size = struct.unpack(">LL", stream.read(8))
            length -= 8
        elif name == b"eXIf":
            exif = stream.read(length)
            length = 0
        elif name == b"iTXt" and length < MAX_XMP:
            text = stream.read(length)
            xmp = text if text.startswith(b"XML:com.adobe.xmp\0") else xmp
            length = 0
        elif name == b"IEND":
            break
        stream.seek(length + 4, 1)
    return Header("png", *size, _orientation(exif, xmp))


def _bmp(head: bytes) -> Header:
    (kind,) = struct.unpack_from("<L", head, 14)
    width, height = struct.unpack_from("<HH", head, 18) if kind == 12 else struct.unpack_from("<ll", head, 18)
    return Header("bmp", width, abs(height))


def _webp(stream: BinaryIO) -> Header:
    """WebP container specification: VP8X gives the canvas; else the only chunk is VP8 (lossy) or VP8L (lossless)."""
    stream.seek(12)
    size: tuple[int, int] = (0, 0)
    found = {b"EXIF": b"", b"XMP ": b""}
    for _ in range(MAX_SEGMENTS):
        start = stream.read(8)
        if len(start) < 8:
            break
        name, length = struct.unpack("<4sL", start)
        wanted = name in (b"VP8X", b"VP8 ", b"VP8L") and size == (0, 0)
        data = stream.read(length if name in found else 10 if wanted else 0)
        if wanted:
            size = _webp_size(name, data)
        elif name in found:
            found[name] = data
        stream.seek(length + (length & 1) - len(data), 1)
    return Header("webp", *size, _orientation(found[b"EXIF"].removeprefix(b"Exif\0\0"), found[b"XMP "]))


def _webp_size(name: bytes, data: bytes) -> tuple[int, int]:
    if name == b"VP8X":
        return 1 + int.from_bytes(data[4:7], "little"), 1 + int.from_bytes(data[7:10], "little")
    if name == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 6)
        return width & 0x3FFF, height & 0x3FFF
    (bits,) = struct.unpack_from("<L", data, 1)
    return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)


def _tiff(stream: BinaryIO, file: str) -> Header:
    stream.seek(0)
    start = stream.read(10)
    order = _order(start)
    (offset,) = struct.unpack_from(order + "L", start, 4)
    stream.seek(offset)
    (count,) = struct.unpack(order + "H", stream.read(2))
    tags = _tags(stream.read(12 * count), order)
    if start[8:] == b"CR" or tags.get(SUBFILE, 0) & 1:
        raise PictureFault("picture-kind", f"the picture ‘{file}’ is a raw file of a camera", "develop it and export it as JPEG")
    turned = tags.get(ORIENTATION, 1)
    if ORIENTATION not in tags and XMP in tags:
        stream.seek(tags[XMP])
        turned = _orientation(b"", stream.read(MAX_XMP))
    return Header("tiff", tags[WIDTH], tags[HEIGHT], turned if 1 <= turned <= 8 else 1)


def _orientation(exif: bytes, xmp: bytes) -> int:
    """Which way up: as the EXIF block says, which has the form of a TIFF file, or else the XMP packet."""
    try:
        order = _order(exif)
        (offset,) = struct.unpack_from(order + "L", exif, 4)
        (count,) = struct.unpack_from(order + "H", exif, offset)
        value = _tags(exif[offset + 2 : offset + 2 + 12 * count], order)[ORIENTATION]
        return value if 1 <= value <= 8 else 1
    except (struct.error, ValueError, KeyError):
        match = XMP_ORIENTATION.search(xmp)
        return int(match[1]) if match else 1


def _order(data: bytes) -> str:
    if data[:2] not in (b"II", b"MM"):
        raise ValueError("no TIFF header")
    return "<" if data[:2] == b"II" else ">"


def _tags(entries: bytes, order: str) -> dict[int, int]:
    """Number → value of each tag that is one whole number; of XMP its place in the file."""
    tags = {}
    for tag, kind, count, raw in struct.iter_unpack(order + "HHL4s", entries[: len(entries) // 12 * 12]):
        if kind == 3 and count == 1:
            (tags[tag],) = struct.unpack(order + "H", raw[:2])
        elif kind == 4 and count == 1 or tag == XMP:
            (tags[tag],) = struct.unpack(order + "L", raw)
    return tags

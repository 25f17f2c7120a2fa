"""Messages between the build and the processes that decode pictures, and the form of entries in the cache: a JSON header and raw bytes.

No pickles: whoever decodes a file from outside is not trusted to send objects.
"""

import json
import struct
from typing import Any, BinaryIO

from reportbuilder.assets.pictures import Encoded, InkedPath, InkedPicture, Remark, Rendition

LENGTH = struct.Struct("<L")
LONGEST = 1_000_000_000


def send(stream: BinaryIO, header: dict[str, Any], *blobs: bytes) -> None:
    """Write one message."""
    text = json.dumps({**header, "blobs": [len(blob) for blob in blobs]}, ensure_ascii=False, separators=(",", ":")).encode()
    stream.write(LENGTH.pack(len(text)) + text)
    for blob in blobs:
        stream.write(blob)
    stream.flush()


def receive(stream: BinaryIO) -> tuple[dict[str, Any], list[bytes]]:
    """Read one message. Raises EOFError when the other side is gone, ValueError when it sends nonsense."""
    (length,) = LENGTH.unpack(_exactly(stream, LENGTH.size))
    header = json.loads(_exactly(stream, length))
    if not isinstance(header, dict) or not isinstance(header.get("blobs"), list):
        raise ValueError("no message")
    return header, [_exactly(stream, length) for length in header.pop("blobs")]


def _exactly(stream: BinaryIO, length: int) -> bytes:
    if not 0 <= length <= LONGEST:
        raise ValueError("a message out of all bounds")
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data


def to_message(rendition: Rendition, remarks: tuple[Remark, ...]) -> tuple[dict[str, Any], list[bytes]]:
    """A rendition and its remarks as header and blobs."""
    made = {"web": rendition.web, "print": rendition.print, "word": rendition.word}
    encoded = {use: e for use, e in made.items() if e is not None}
    header: dict[str, Any] = {"encoded": [[use, e.width, e.height, e.space, e.filter] for use, e in encoded.items()], "remarks": remarks}
    if rendition.vector:
        header["size"] = [rendition.vector.width, rendition.vector.height]
        header["paths"] = [[path.code, path.rgb, path.even_odd, path.cmyk] for path in rendition.vector.paths]
    return header, [e.data for e in encoded.values()]


def from_message(header: dict[str, Any], blobs: list[bytes]) -> tuple[Rendition, tuple[Remark, ...]]:
    """A rendition and its remarks back from a message; LookupError, TypeError or ValueError when it is none."""
    made = {use: Encoded(data, *what) for data, (use, *what) in zip(blobs, header["encoded"], strict=True)}
    vector = None
    if "paths" in header:
        paths = (InkedPath(code, tuple(rgb), even_odd, cmyk and tuple(cmyk)) for code, rgb, even_odd, cmyk in header["paths"])
        vector = InkedPicture(*header["size"], tuple(paths))
    remarks = tuple(Remark(*remark) for remark in header["remarks"])
    return Rendition(made.get("print"), made["web"], vector, made.get("word")), remarks

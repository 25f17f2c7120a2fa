"""Messages between the build and the processes that decode pictures: a JSON header and raw bytes.

No pickles: whoever decodes a file from outside is not trusted to send objects.
"""

import json
import struct
from typing import Any, BinaryIO

import msgspec

from reportbuilder.assets.artwork import VectorPicture
from reportbuilder.assets.form import Page
from reportbuilder.assets.pictures import Remark, Rendition
from reportbuilder.assets.samples import Encoded

LENGTH = struct.Struct("<L")
LONGEST = 1_000_000_000
_PACKED = msgspec.msgpack.Encoder()
_DRAWING = msgspec.msgpack.Decoder(VectorPicture)
_PAGE = msgspec.msgpack.Decoder(Page)


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
    drawn = [_PACKED.encode(each) for each in (rendition.vector, rendition.page) if each is not None]
    header["page"] = rendition.page is not None
    return header, [*(e.data for e in encoded.values()), *drawn]


def from_message(header: dict[str, Any], blobs: list[bytes]) -> tuple[Rendition, tuple[Remark, ...]]:
    """A rendition and its remarks back from a message; LookupError, TypeError or ValueError when it is none."""
    count = len(header["encoded"])
    made = {use: Encoded(data, *what) for data, (use, *what) in zip(blobs[:count], header["encoded"], strict=True)}
    try:
        drawn = (_PAGE if header["page"] else _DRAWING).decode(blobs[count]) if len(blobs) > count else None
    except msgspec.DecodeError as error:
        raise ValueError("no drawing") from error
    remarks = tuple(Remark(*remark) for remark in header["remarks"])
    vector, page = (None, drawn) if header["page"] else (drawn, None)
    return Rendition(made.get("print"), made["web"], vector, made.get("word"), page), remarks

"""Stubs: short streams that stand for large ones while a file is made, and are exchanged for them when it is written.

A print PDF is mostly photographs. Through ReportLab and qpdf each would be copied some eight times, which takes longer than all other work on the file.
"""

import re

LEAST = 65_536
"""Bytes; what is smaller goes its way with the rest."""
STUB = "%%stub {:06d}%%"
_STREAM = re.compile(rb"/Length (\d+)([^\x00]{0,400}?stream\r?\n)%%stub (\d{6})%%")
_ENTRY = 20
"""Bytes of an entry of a cross-reference table (ISO 32000-1, 7.5.4)."""


def stub(number: int) -> bytes:
    """The content of the stub with that number."""
    return STUB.format(number).encode("ascii")


def exchanged(data: bytes, contents: tuple[bytes, ...]) -> tuple[bytes, ...]:
    """The file, in pieces to be written one after another, with the content with that number in place of each stub.

    The file has a classic cross-reference table, as qpdf writes one without object streams. Raises ValueError when a stub is not there once.
    """
    if not contents:
        return (data,)
    pieces: list[bytes] = []
    moves: list[tuple[int, int]] = []
    done = shift = 0
    for found in _STREAM.finditer(data):
        content = contents[int(found[3])]
        length = str(len(content)).encode("ascii")
        pieces += (data[done : found.start(1)], length, found[2], content)
        done = found.end()
        shift += len(length) - len(found[1]) + len(content) - (found.end() - found.end(2))
        moves.append((found.start(), shift))
    if len(moves) != len(contents):
        raise ValueError(f"{len(moves)} of {len(contents)} stubs are in the file")
    table = data.rindex(b"xref\n", 0, data.rindex(b"startxref"))
    pieces.append(data[done:table])
    pieces.append(_moved(data[table:], moves, table + shift))
    return tuple(pieces)


def _moved(tail: bytes, moves: list[tuple[int, int]], table: int) -> bytes:
    """The cross-reference table and what follows it, with offsets as they are after the exchange; ``moves`` has (offset, shift from there on)."""
    header = re.match(rb"xref\n0 (\d+)\n", tail)
    if header is None:
        raise ValueError("no cross-reference table that begins with object 0")
    first, count = header.end(), int(header[1])
    entries = []
    for number in range(count):
        entry = tail[first + number * _ENTRY : first + (number + 1) * _ENTRY]
        offset = int(entry[:10])
        if entry[17:18] == b"n":
            offset += next((shift for start, shift in reversed(moves) if start < offset), 0)
        entries.append(b"%010d" % offset + entry[10:])
    rest = tail[first + count * _ENTRY :]
    return tail[:first] + b"".join(entries) + re.sub(rb"startxref\n\d+", b"startxref\n%d" % table, rest)

"""Objects added to a written PDF in one incremental update: the quick way to bring in a structure tree of a hundred thousand elements.

pikepdf takes 15 µs and 1.5 kB to make a dictionary, so the tree is written as text, and whoever opens the file next parses it.
"""


class Objects:
    """New objects after the last of a file, as PDF syntax in ASCII. Numbers are given before bodies, as objects refer to each other."""

    def __init__(self, first: int) -> None:
        self._first = first
        self._bodies: list[str] = []

    def reserve(self) -> int:
        """The number of an object whose body comes later."""
        self._bodies.append("null")
        return self._first + len(self._bodies) - 1

    def put(self, number: int, body: str) -> None:
        """The body of a reserved object."""
        self._bodies[number - self._first] = body

    def add(self, body: str) -> int:
        """A whole object; its number."""
        self._bodies.append(body)
        return self._first + len(self._bodies) - 1

    def appended(self, data: bytes, root: int) -> bytes:
        """The file with these objects (ISO 32000-1, 7.5.6); ``root`` is the number of its catalog."""
        if not self._bodies:
            return data
        pieces, offsets, position = [data], [], len(data)
        for number, body in enumerate(self._bodies, self._first):
            piece = f"{number} 0 obj\n{body}\nendobj\n".encode("ascii")
            offsets.append(position)
            position += len(piece)
            pieces.append(piece)
        end = self._first + len(self._bodies)
        entries = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
        previous = int(data[data.rindex(b"startxref") + len(b"startxref") : data.rindex(b"%%EOF")])
        trailer = f"trailer\n<</Size {end}/Root {root} 0 R/Prev {previous}>>\nstartxref\n{position}\n%%EOF\n"
        return b"".join([*pieces, f"xref\n{self._first} {len(offsets)}\n{entries}{trailer}".encode("ascii")])


def ref(number: int) -> str:
    """A reference to an object."""
    return f"{number} 0 R"

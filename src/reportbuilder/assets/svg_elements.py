"""The elements of an SVG, within limits: what could fetch, run or hide something is refused by name before anything is drawn."""

from collections.abc import Callable, Iterator
from typing import BinaryIO
from xml.parsers import expat

from msgspec import Struct

from reportbuilder.assets.pictures import PictureFault
from reportbuilder.assets.places import too_large

MAX_BYTES = 10_000_000
MAX_ELEMENTS = 200_000
MAX_DEPTH = 200
SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XINCLUDE = "http://www.w3.org/2001/XInclude"
FLATTEN = "flatten the artwork, or export it as PNG"
ANIMATION = ("animation", "remove it")
REFUSED = {
    "script": ("a script", "remove it"),
    "animate": ANIMATION,
    "animateColor": ANIMATION,
    "animateMotion": ANIMATION,
    "animateTransform": ANIMATION,
    "set": ANIMATION,
}
"""Elements that must not be anywhere, seen or unseen."""


class Element(Struct, eq=False):
    """An element of SVG; ``attributes`` without namespace (``href`` also for ``xlink:href``), ``text`` of style sheets only."""

    name: str
    attributes: dict[str, str]
    line: int
    children: list["Element"] = []
    text: str = ""

    def all(self) -> Iterator["Element"]:
        """Itself and all that stands in it, in order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += reversed(element.children)


def refused(file: str, what: str, hint: str, line: int = 0) -> PictureFault:
    """The fault of a drawing with something in it that we do not draw."""
    place = f" on line {line}" if line else ""
    return PictureFault("svg-feature", f"the picture ‘{file}’ uses {what}{place}, which is not drawn", hint)


def broken(file: str, what: object, line: int = 0) -> PictureFault:
    """The fault of a drawing that can't be read."""
    return PictureFault("svg-broken", f"in the picture ‘{file}’ {what}{f' (line {line})' if line else ''}", "export it again")


def parse(data: bytes, file: str) -> Element:
    """The outermost element. Elements of other namespaces are left out, with all that is in them.

    Raises `PictureFault`: ``svg-broken``, ``svg-feature`` for what must not be in it, ``picture-too-large``.
    """
    if len(data) > MAX_BYTES:
        raise too_large(f"the picture ‘{file}’ is larger than {MAX_BYTES // 1_000_000} MB, the limit for SVG", FLATTEN)
    tree = _Tree(file)
    parser = _parser(file, tree.start)
    tree.line = lambda: parser.CurrentLineNumber
    parser.EndElementHandler = tree.end
    parser.CharacterDataHandler = tree.characters
    _feed(parser, data, True, file)
    assert tree.root is not None
    return tree.root


def outermost(stream: BinaryIO, file: str) -> dict[str, str]:
    """The attributes of the outermost element, read no further than needed. Raises `PictureFault` ``svg-broken``, ``svg-feature``."""
    found: list[dict[str, str]] = []

    def start(_name: str, attributes: dict[str, str]) -> None:
        if not found:
            found.append(attributes)

    parser = _parser(file, start)
    for _ in range(MAX_BYTES // 65536):
        data = stream.read(65536)
        _feed(parser, data, not data, file)
        if found:
            return found[0]
        if not data:
            break
    raise PictureFault("svg-broken", f"the picture ‘{file}’ has no drawing in it", "export it again")


def _parser(file: str, start: Callable[[str, dict[str, str]], None]) -> expat.XMLParserType:
    """A parser that fetches nothing: a DOCTYPE may name the DTD of SVG, which is not read; entities of its own are refused."""

    def doctype(_name: str, _system: str | None, public: str | None, internal: int) -> None:
        if internal or not (public or "").startswith("-//W3C//DTD SVG"):
            raise refused(file, "a DOCTYPE or entities", "delete the DOCTYPE from the file, or export it as ‘SVG 1.1 plain’")

    def instruction(target: str, _: str) -> None:
        raise refused(file, f"a processing instruction (‘{target}’)", "remove it")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = doctype
    parser.ProcessingInstructionHandler = instruction
    parser.StartElementHandler = start
    parser.buffer_text = True
    return parser


def _feed(parser: expat.XMLParserType, data: bytes, last: bool, file: str) -> None:
    try:
        parser.Parse(data, last)
    except expat.ExpatError as error:
        what = expat.ErrorString(error.code)
        raise PictureFault("svg-broken", f"the picture ‘{file}’ is not well-formed on line {error.lineno}: {what}", "export it again") from None
    except (LookupError, ValueError):  # of a codec that Python does not know, or that is none for XML
        raise PictureFault("svg-broken", f"the picture ‘{file}’ is in an encoding that can't be read", "save it as UTF-8") from None


class _Tree:
    """Collects the elements while the parser goes through the file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.line: Callable[[], int] = lambda: 0
        self.root: Element | None = None
        self._open: list[Element] = []
        self._foreign = 0
        self._elements = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        space, _, local = name.rpartition(" ")
        self._elements += 1
        if len(self._open) + self._foreign >= MAX_DEPTH or self._elements > MAX_ELEMENTS:
            raise too_large(f"the picture ‘{self.file}’ has more than {MAX_ELEMENTS} elements or {MAX_DEPTH} levels", FLATTEN)
        ours = space in ("", SVG)
        self._refuse(space, local, attributes)
        if self._foreign or not ours:
            self._foreign += 1
            return
        element = Element(local, {key.removeprefix(f"{XLINK} "): value for key, value in attributes.items()}, self.line())
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _refuse(self, space: str, local: str, attributes: dict[str, str]) -> None:
        if self.root is None and local != "svg":
            raise PictureFault("svg-broken", f"the picture ‘{self.file}’ is no SVG: it begins with ‘{local}’", "export it again")
        if space in ("", SVG) and local in REFUSED:
            raise refused(self.file, *REFUSED[local])
        if space == XINCLUDE:
            raise refused(self.file, "an inclusion of another file", "put the content in")
        handler = next((key for key in attributes if key.startswith("on")), "")
        if handler:
            raise refused(self.file, f"a script (‘{handler}’)", "remove it")

    def end(self, _name: str) -> None:
        """An element ends."""
        if self._foreign:
            self._foreign -= 1
        else:
            self._open.pop()

    def characters(self, text: str) -> None:
        """Text between tags."""
        if self._open and not self._foreign and self._open[-1].name == "style":
            self._open[-1].text += text

"""The names of WordprocessingML (ISO/IEC 29500-1), and the few ways in which rules look into it."""

from collections.abc import Iterator
from functools import cache

from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "dc": "http://purl.org/dc/elements/1.1/",
}
W, WP, R = (f"{{{NAMESPACES[prefix]}}}" for prefix in ("w", "wp", "r"))
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_RUNS, _TEXTS = frozenset((f"{W}r", f"{MATH}r")), frozenset((f"{W}t", f"{MATH}t"))
_PASSED_OVER = frozenset((f"{W}p", f"{W}pPr", f"{W}del", f"{W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"))
OFF = ("0", "false", "off", "none")
_SPACES = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}


@cache
def _path(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=NAMESPACES)


def found(element: etree._Element, path: str) -> list[etree._Element]:
    """What an XPath finds."""
    return _path(path)(element)  # type: ignore[no-any-return]


def first(element: etree._Element | None, path: str) -> etree._Element | None:
    """The first of it; None for nothing."""
    made = found(element, path) if element is not None else []
    return made[0] if made else None


def value(element: etree._Element | None, path: str) -> str:
    """The attribute ``w:val`` of the first element found; empty where it is not there."""
    made = first(element, path)
    return made.get(f"{W}val", "") if made is not None else ""


def is_on(element: etree._Element | None, path: str) -> bool:
    """Whether a property that is either on or off is on."""
    made = first(element, path)
    return made is not None and made.get(f"{W}val", "1") not in OFF


def runs(element: etree._Element) -> Iterator[etree._Element]:
    """The runs of a paragraph, without those of others in it and without what was taken out."""
    for child in element:
        if child.tag in _RUNS:
            yield child
        elif child.tag not in _PASSED_OVER:
            yield from runs(child)


def words(element: etree._Element) -> str:
    """The text of a paragraph, without instructions of fields."""
    return "".join(run_words(run) for run in runs(element))


def run_words(run: etree._Element) -> str:
    """The text of a run."""
    return "".join(each.text or "" if each.tag in _TEXTS else _SPACES.get(each.tag, "") for each in run)

"""The smallest pieces of WordprocessingML as text: escaping, lengths, and the root element of each part."""

import re

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
_DECLARED = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_SPECIAL = re.compile(r"[&<>\"]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
SOFT_HYPHEN = "\u00ad"


def escape(text: str) -> str:
    """Text made fit for content and for attributes in double quotes."""
    return _SPECIAL.sub(lambda found: _ENTITIES[found.group()], text)


def text(content: str) -> str:
    """The content of a run. A soft hyphen becomes Word's own, which the character itself is not."""
    if SOFT_HYPHEN not in content:
        return _text(content)
    return "<w:softHyphen/>".join(_text(piece) for piece in content.split(SOFT_HYPHEN))


def _text(content: str) -> str:
    return f'<w:t xml:space="preserve">{escape(content)}</w:t>' if content else ""


def root(name: str, content: str) -> str:
    """A whole part: the element ``name`` with all our namespaces around ``content``."""
    return f"<{name}{_DECLARED}>{content}</{name}>"


def twips(points: float) -> int:
    """Points in twentieths of a point."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Points in halves, for sizes of type."""
    return round(points * 2)


def emu(points: float) -> int:
    """Points in English metric units, for drawings."""
    return round(points * 12700)

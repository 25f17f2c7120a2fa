"""The metadata packet of a file (ISO 16684-1), read strictly and without entities."""

import re
from datetime import datetime, timedelta, timezone
from xml.etree import ElementTree

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "http://purl.org/dc/elements/1.1/"
XMP = "http://ns.adobe.com/xap/1.0/"
MM = "http://ns.adobe.com/xap/1.0/mm/"
PDF = "http://ns.adobe.com/pdf/1.3/"
PDFX_ID = "http://www.npes.org/pdfx/ns/id/"
PDFX_OLD = "http://ns.adobe.com/pdfx/1.3/"
SCHEMA, PROPERTY = "{http://www.aiim.org/pdfa/ns/schema#}", "{http://www.aiim.org/pdfa/ns/property#}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_DATE = re.compile(r"(\d{4})-?(\d\d)?-?(\d\d)?T?(\d\d)?:?(\d\d)?:?(\d\d)?(?:\.\d+)?(Z|[-+]\d\d'?:?\d\d)?'?")
MOST_BYTES = 4_000_000


class Xmp:
    """``whole`` is false when the packet is no XML."""

    def __init__(self, packet: bytes) -> None:
        self.whole = False
        self._root = ElementTree.Element("none")
        if len(packet) > MOST_BYTES or b"<!" in packet.replace(b"<!--", b""):
            return
        try:
            self._root = ElementTree.fromstring(packet.decode("utf-8").strip("\ufeff\x00 \r\n\t"))
            self.whole = True
        except (ElementTree.ParseError, UnicodeDecodeError, ValueError):
            return

    def value(self, space: str, name: str) -> str | None:
        """A property as text (of a list its first entry, of alternatives that for all languages); None when it is not there."""
        key = f"{{{space}}}{name}"
        for description in self._root.iter(f"{RDF}Description"):
            if key in description.attrib:
                return description.attrib[key]
            found = description.find(key)
            if found is not None:
                return _text(found)
        return None

    def has_default(self, space: str, name: str) -> bool:
        """Whether alternatives have one for all languages."""
        return any(item.get(LANGUAGE) == "x-default" for found in self._root.iter(f"{{{space}}}{name}") for item in found.iter(f"{RDF}li"))

    @property
    def any_default(self) -> bool:
        """Whether any property has a text for all languages."""
        return any(item.get(LANGUAGE) == "x-default" for item in self._root.iter(f"{RDF}li"))

    def properties(self) -> list[tuple[str, str]]:
        """All properties by name space and name, each once."""
        found: dict[tuple[str, str], None] = {}
        for description in self._root.iter(f"{RDF}Description"):
            for tag in (*description.attrib, *(child.tag for child in description)):
                space, _, name = tag.removeprefix("{").partition("}")
                if name and not tag.startswith(RDF):
                    found[space, name] = None
        return list(found)

    def described(self) -> list[tuple[str, str]]:
        """Properties that the packet itself describes (ISO 19005-2, 6.6.2.3.3)."""
        made = []
        for schema in self._root.iter(f"{RDF}li"):
            space = schema.find(f"{SCHEMA}namespaceURI")
            for name in schema.iter(f"{PROPERTY}name") if space is not None else ():
                made.append((space.text or "", name.text or ""))
        return made


def _text(element: ElementTree.Element) -> str:
    items = list(element.iter(f"{RDF}li"))
    if items:
        chosen = next((item for item in items if item.get(LANGUAGE) == "x-default"), items[0])
        return chosen.text or ""
    return element.text or ""


def moment(text: str) -> datetime | None:
    """A date of XMP or of the Info dictionary (ISO 32000-1, 7.9.4); None when it is none."""
    compact = text.removeprefix("D:")
    if "-" not in compact[:8]:
        found = re.fullmatch(r"(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(Z|[-+]\d\d'?\d\d)?(?:'|Z0.*)?'?", compact)
    else:
        found = _DATE.fullmatch(compact)
    if not found:
        return None
    year, *rest = (int(part) if part else None for part in found.groups()[:6])
    month, day, hour, minute, second = (part if part is not None else default for part, default in zip(rest, (1, 1, 0, 0, 0)))
    zone = (found.group(7) or "Z").replace("'", "").replace(":", "")
    offset = timedelta(hours=int(zone[:3]), minutes=int(zone[0] + zone[3:5])) if zone != "Z" else timedelta()
    try:
        return datetime(year or 1, month, day, hour, minute, second, tzinfo=timezone(offset))
    except ValueError:
        return None

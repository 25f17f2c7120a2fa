"""The parts of a file that came back, taken out of its archive within limits and parsed with nothing resolved: an untrusted file."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

from lxml import etree

from reportbuilder.archive import DOCTYPE, Archive, Refused

MAX_FILE = 50_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODT = "application/vnd.oasis.opendocument.text"
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_HREF = "{http://www.w3.org/1999/xlink}href"


def file_bytes(path: Path) -> bytes:
    """The bytes of a regular file of at most `MAX_FILE`. Raises `Refused`."""
    try:
        if path.is_dir():
            raise Refused("not-a-file", f"‘{path.name}’ is a folder", "name the file that came back")
        if not path.is_file():
            raise Refused("missing-file", f"there is no file ‘{path}’", "is the name right?")
        if path.name.startswith("~$"):
            raise Refused("not-a-translation", f"‘{path.name}’ is Word's own mark that a file is open", f"name ‘{path.name[2:]}’ instead")
        if path.stat().st_size > MAX_FILE:
            message = f"‘{path.name}’ is larger than {MAX_FILE // 1_000_000} MB"
            raise Refused("too-large", message, "take out its pictures; only its text is read", limit=True)
        return path.read_bytes()
    except OSError as fault:
        raise Refused("unreadable-file", f"‘{path.name}’ can't be read: {(fault.strerror or str(fault)).lower()}") from None


def kind_of(data: bytes, name: str) -> str:
    """``docx``, ``odt``, ``xliff`` or ``po``, by what is in the file. Raises `Refused` for all else, and says what it is."""
    head = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith(b"PK"):
        return _archive_kind(data)
    if data.startswith(_OLE):
        raise Refused("not-a-translation", f"‘{name}’ is a Word 97 file, or is protected by a password", "save it as DOCX, without a password")
    for sign, what in ((b"%PDF", "a PDF"), (b"{\\rtf", "an RTF file"), (b"\x1f\x8b", "a compressed file")):
        if head.startswith(sign):
            raise Refused("not-a-translation", f"‘{name}’ is {what}", "ask for the DOCX, ODT, XLIFF or PO file itself")
    if head.startswith(b"<") and (b"<xliff" in data[:20_000] or DOCTYPE.search(data[:20_000])):
        return "xliff"
    if name.lower().endswith((".po", ".pot")) or re.search(rb'^msgid "', data[:5000], re.MULTILINE):
        return "po"
    raise Refused("not-a-translation", f"‘{name}’ is no file that a translation can come back in", "DOCX, ODT, XLIFF 1.2 and 2, and PO can be read")


def _archive_kind(data: bytes) -> str:
    archive = Archive(data)
    if "mimetype" in archive.names and archive.bytes("mimetype").startswith(_ODT.encode()):
        return "odt"
    if "[Content_Types].xml" in archive.names:
        return "docx"
    raise Refused("not-a-translation", "the archive holds no DOCX or ODT", "send the document itself, not packed")


def safe_odt(data: bytes) -> bytes:
    """The text of an ODT alone, as an ODT: no pictures, objects or scripts, and no address but those of links. Raises `Refused`."""
    archive, made = Archive(data), BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as safe:
        safe.writestr("mimetype", _ODT, zipfile.ZIP_STORED)
        names = [name for name in ("content.xml", "styles.xml", "meta.xml") if name in archive.names]
        for name in names:
            safe.writestr(name, etree.tostring(_without_outside(archive.xml(name)), xml_declaration=True, encoding="UTF-8"))
        entries = "".join(f'<m:file-entry m:full-path="{name}" m:media-type="text/xml"/>' for name in names)
        head = f'<m:manifest xmlns:m="{_MANIFEST}" m:version="1.2"><m:file-entry m:full-path="/" m:media-type="{_ODT}"/>'
        safe.writestr("META-INF/manifest.xml", f"{head}{entries}</m:manifest>")
    return made.getvalue()


def _without_outside(tree: etree._Element) -> etree._Element:
    for element in list(tree.iter()):
        if not isinstance(element.tag, str):
            continue
        kind = etree.QName(element)
        if kind.localname in ("scripts", "event-listeners", "forms", "plugin", "applet", "object", "object-ole") and element.getparent() is not None:
            _cut(element)
        elif kind.localname != "a":
            element.attrib.pop(_HREF, None)
    return tree


def _cut(element: etree._Element) -> None:
    """Take an element out and leave the text behind it."""
    before, parent = element.getprevious(), element.getparent()
    assert parent is not None
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)

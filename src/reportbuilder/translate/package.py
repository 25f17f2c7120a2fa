"""The parts of a file that came back, taken out of its archive within limits and parsed with nothing resolved: an untrusted file."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

from lxml import etree
from msgspec import Struct

MAX_FILE = 50_000_000
MAX_ENTRIES = 2_000
MAX_PART = 64_000_000
MAX_TOTAL = 300_000_000
MAX_READ = 128_000_000
MAX_ELEMENTS = 1_500_000
"""Elements of one part: a DOCX of 1,000 pages has about 300,000."""
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_TAG = re.compile(rb"<[^/!?]")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODT = "application/vnd.oasis.opendocument.text"
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_HREF = "{http://www.w3.org/1999/xlink}href"
_STRICT = "http://purl.oclc.org/ooxml/"


class Refused(Exception):
    """The file can't be read; ``code`` and ``hint`` as in a diagnostic, ``limit`` when it is too large."""

    def __init__(self, code: str, message: str, hint: str = "", limit: bool = False) -> None:
        super().__init__(message)
        self.code, self.message, self.hint, self.limit = code, message, hint, limit


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
    if head.startswith(b"<") and (b"<xliff" in data[:20_000] or _DOCTYPE.search(data[:20_000])):
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


class _Room(Struct):
    """What may still be expanded."""

    left: int


class Archive:
    """A ZIP file whose table of contents has been looked at; parts are expanded only when asked for, and never on disk. Raises `Refused`."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, RuntimeError):
            raise Refused("damaged-file", "the file is damaged: its archive can't be read", "ask for it again") from None
        if len(entries) > MAX_ENTRIES:
            raise Refused("too-large", f"the archive has {len(entries)} entries", "that is no document", limit=True)
        self._check(entries)
        self.names = {entry.filename for entry in entries}
        self._room = _Room(MAX_READ)

    def _check(self, entries: list[zipfile.ZipInfo]) -> None:
        seen: set[str] = set()
        for entry in entries:
            name = entry.filename
            if entry.flag_bits & 1:
                raise Refused("not-a-translation", "the file is protected by a password", "save it without one")
            if name.startswith(("/", "\\")) or "\\" in name or "\0" in name or ".." in name.split("/") or ":" in name or len(name) > 260:
                raise Refused("damaged-file", "a name in the archive leads out of it", "this is no file of a word processor; don't open it")
            if name.lower() in seen:
                raise Refused("damaged-file", f"‘{name}’ is in the archive twice", "ask for the file again")
            seen.add(name.lower())
            if entry.file_size > MAX_PART and name.endswith((".xml", ".rels")):
                raise Refused("too-large", f"‘{name}’ in the archive is larger than {MAX_PART // 1_000_000} MB", limit=True)
        if sum(entry.file_size for entry in entries) > MAX_TOTAL:
            raise Refused("too-large", f"the archive expands to more than {MAX_TOTAL // 1_000_000} MB", limit=True)

    def bytes(self, name: str) -> bytes:
        """A part, expanded within limits whatever the archive says of its size."""
        try:
            with self._zip.open(name) as part:
                data = part.read(min(MAX_PART, self._room.left) + 1)
        except KeyError:
            raise Refused("damaged-file", f"the file lacks its part ‘{name}’", "ask for it again") from None
        except Exception as fault:  # zipfile lets out zlib.error, EOFError, struct.error, RuntimeError, NotImplementedError …
            raise Refused("damaged-file", f"‘{name}’ in the archive is damaged ({type(fault).__name__})", "ask for the file again") from None
        self._room.left -= len(data)
        if len(data) > MAX_PART or self._room.left <= 0:
            raise Refused("too-large", f"‘{name}’ in the archive expands to too much", limit=True)
        return data

    def xml(self, name: str) -> etree._Element:
        """A part as a tree."""
        return tree_of(self.bytes(name), name)


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


def tree_of(data: bytes, name: str) -> etree._Element:
    """XML without a document type, of at most `MAX_ELEMENTS` elements. Raises `Refused`."""
    head = data[:4].replace(b"\0", b"")
    text = data.replace(b"\0", b"") if data.startswith((b"\xff\xfe", b"\xfe\xff")) or (len(head) < 4 and b"\0" in data[:4]) else data
    if _DOCTYPE.search(text):
        raise Refused("hostile-file", f"‘{name}’ has a document type, which no word processor writes", "don't use this file")
    if sum(1 for _ in _TAG.finditer(text)) > MAX_ELEMENTS:
        raise Refused("too-large", f"‘{name}’ has more than {MAX_ELEMENTS} elements", limit=True)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        tree = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise Refused("damaged-file", f"‘{name}’ is no well-formed XML: {str(fault.msg).lower()}", "ask for the file again") from None
    except (ValueError, LookupError):
        raise Refused("damaged-file", f"‘{name}’ is no well-formed XML", "ask for the file again") from None
    if tree.getroottree().docinfo.internalDTD is not None:
        raise Refused("hostile-file", f"‘{name}’ has a document type, which no word processor writes", "don't use this file")
    if _STRICT in (tree.tag if isinstance(tree.tag, str) else ""):
        raise Refused("not-a-translation", "the file is Strict Open XML", "save it as an ordinary Word document (.docx)")
    return tree

"""An archive of XML parts that comes from elsewhere (DOCX, ODT), taken apart within limits and parsed with nothing resolved: an untrusted file."""

import re
import zipfile
from io import BytesIO

from lxml import etree
from msgspec import Struct

MAX_ENTRIES = 2_000
MAX_PART = 64_000_000
MAX_TOTAL = 300_000_000
MAX_READ = 128_000_000
MAX_ELEMENTS = 1_500_000
"""Elements of one part: a DOCX of 1,000 pages has about 300,000."""
DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_TAG = re.compile(rb"<[^/!?]")
_STRICT = "http://purl.oclc.org/ooxml/"


class Refused(Exception):
    """The file can't be read; ``code`` and ``hint`` as in a diagnostic, ``limit`` when it is too large."""

    def __init__(self, code: str, message: str, hint: str = "", limit: bool = False) -> None:
        super().__init__(message)
        self.code, self.message, self.hint, self.limit = code, message, hint, limit


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


def tree_of(data: bytes, name: str) -> etree._Element:
    """XML without a document type, of at most `MAX_ELEMENTS` elements. Raises `Refused`."""
    head = data[:4].replace(b"\0", b"")
    text = data.replace(b"\0", b"") if data.startswith((b"\xff\xfe", b"\xfe\xff")) or (len(head) < 4 and b"\0" in data[:4]) else data
    if DOCTYPE.search(text):
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

"""The file and its metadata: whole in itself, open, still, and true to its claim."""

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Object, Stream, String

from reportbuilder.preflight.content import decoded
from reportbuilder.preflight.evidence import box
from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.inventory import Found, called
from reportbuilder.preflight.rule import archive
from reportbuilder.preflight.space import inner
from reportbuilder.preflight.ua.document import layer_settings
from reportbuilder.preflight.ua.evidence import Tagged
from reportbuilder.preflight.ua.language import TAG
from reportbuilder.preflight.xmp import Xmp

AGAIN = "export it again as PDF/A-2a"
PDFA = "http://www.aiim.org/pdfa/ns/id/"
RULES = (
    archive("00-0", "the file is a PDF that can be read from end to end", "export it again from its source"),
    archive("6.1.2-1", "the file begins as PDF 1.0 to 1.7", "save it as PDF 1.7"),
    archive("6.1.2-2", "a line of bytes above 127 follows, so that nobody takes the file for text", AGAIN),
    archive("6.1.3-1", "the file has an identity (ID)", AGAIN),
    archive("6.1.3-2", "nothing in the file is encrypted", "save it without a password"),
    archive("6.1.7.1-3", "all data are in the file", "embed what is linked"),
    archive("6.1.7.2-1", "streams are packed by filters of the standard alone, not by LZW or Crypt", "save it again with Flate compression"),
    archive("6.1.13-11", "pages are between 3 and 14,400 points wide and high", "scale them"),
    archive("6.4.1-1", "fields of forms do nothing by themselves", "take their actions out"),
    archive("6.4.1-3", "fields of forms have their looks in the file", "save the form with its looks"),
    archive("6.4.2-1", "there is no form of another kind (XFA)", "make it a plain form"),
    archive("6.4.2-2", "nothing has to be made up before it is shown", AGAIN),
    archive("6.5.1-1", "only actions that lead somewhere: links within and out of the file", "take the others out"),
    archive("6.5.1-2", "named actions turn pages alone", "take the others out"),
    archive("6.5.2-1", "nothing happens by itself with the document", "take the actions out"),
    archive("6.5.2-2", "nothing happens by itself with a page", "take the actions out"),
    archive("6.6.2.1-1", "the catalog has a metadata packet that can be read", AGAIN),
    archive("6.6.2.1-2", "the head of the packet names no number of bytes", AGAIN),
    archive("6.6.2.1-3", "the head of the packet names no encoding", AGAIN),
    archive("6.6.2.3.1-1", "properties that the standard does not know are described in the packet", AGAIN),
    archive("6.6.4-1", "the metadata say that the file is PDF/A", AGAIN),
    archive("6.6.4-2", "the metadata name part 2", AGAIN),
    archive("6.6.4-3", "the metadata name level A", AGAIN),
    archive("6.7.2.2-1", "the catalog says that the file is tagged", "export it with tags"),
    archive("6.7.3.3-1", "the catalog names a structure tree", "export it with tags"),
    archive("6.7.4-1", "languages are named by tags such as nl-BE", "write the tag of the language"),
    archive("6.8-2", "an attached file has its name in both forms", "attach it again"),
    archive("6.9-1", "layers have names", "name them, or export without layers"),
    archive("6.9-4", "layers do not switch by themselves", "export without layers"),
    archive("6.10-1", "there are no other ways to show the document", AGAIN),
    archive("6.10-2", "pages have no steps of a show", "take the steps out"),
    archive("6.11-1", "the file asks for nothing of its reader", AGAIN),
)
FILTERS = frozenset(f"/{name}Decode" for name in "ASCIIHex ASCII85 Flate RunLength CCITTFax JBIG2 DCT JPX".split())
ACTIONS = ("/GoTo", "/GoToR", "/GoToE", "/Thread", "/URI", "/Named", "/SubmitForm")
TURNS = ("/NextPage", "/PrevPage", "/FirstPage", "/LastPage")
_HEADER = re.compile(rb"%PDF-1\.[0-7][\r\n]")
_BINARY = re.compile(rb"%PDF-\d\.\d(?:\r\n|\r|\n)%[\x80-\xff]{4}")
_PACKET = re.compile(rb"<\?xpacket[^?]*\bbegin=[^?]*\?>")
KNOWN_SPACES = (
    "http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/xap/1.0/", "http://ns.adobe.com/pdf/1.3/", "http://ns.adobe.com/photoshop/1.0/",
    "http://ns.adobe.com/tiff/1.0/", "http://ns.adobe.com/exif/1.0/", "http://ns.adobe.com/camera-raw-settings/1.0/", "http://www.w3.org/",
    "http://www.aiim.org/pdfa/ns/", "http://ns.adobe.com/xmp/1.0/DynamicMedia/",
)  # fmt: skip


def judge(tagged: Tagged, findings: Findings) -> None:
    """Look for breaches of the rules above."""
    file, root = tagged.file, tagged.root
    if not _HEADER.match(file.start):
        findings.add("A2-6.1.2-1", f"the file begins with ‘{file.start[:8].decode('latin-1')}’")
    if not _BINARY.match(file.start):
        findings.add("A2-6.1.2-2", "no line of bytes above 127 follows the first")
    if file.pdf.is_encrypted:
        findings.add("A2-6.1.3-2", "the file is encrypted")
    parts = file.pdf.trailer.get("/ID")
    if not isinstance(parts, Array) or not all(isinstance(part, String) and bytes(part) for part in parts):  # type: ignore[attr-defined]
        findings.add("A2-6.1.3-1", "the file has no ID")
    _catalog(root, findings)
    _tags(tagged, findings)
    _pages(tagged, findings)
    for found in file.inventory.streams:
        _stream(found, findings)
    for found in (*file.inventory.dictionaries, *_trigger_actions(root)):
        _dictionary(found, findings)
    _metadata(tagged, findings)


def _catalog(root: Object, findings: Findings) -> None:
    if "/AA" in root:
        findings.add("A2-6.5.2-1", "an action waits for an event of the document (AA)")
    if inner(inner(root, "/Names"), "/AlternatePresentations") is not None:
        findings.add("A2-6.10-1", "there is another way to show the document")
    if "/Requirements" in root:
        findings.add("A2-6.11-1", "the file asks something of its reader (Requirements)")
    if root.get("/NeedsRendering") is True:
        findings.add("A2-6.4.2-2", "the file has to be made up before it is shown")
    form = inner(root, "/AcroForm")
    if form is not None and form.get("/NeedAppearances") is True:
        findings.add("A2-6.4.1-3", "fields of the form have no looks of their own")
    if form is not None and "/XFA" in form:
        findings.add("A2-6.4.2-1", "the file has a form of another kind (XFA)")
    for setting in layer_settings(root):
        if setting is not None and not (isinstance(setting.get("/Name"), String) and str(setting.Name)):
            findings.add("A2-6.9-1", "a setting of layers has no name")
        if setting is not None and "/AS" in setting:
            findings.add("A2-6.9-4", "layers switch by themselves (AS)")


def _tags(tagged: Tagged, findings: Findings) -> None:
    root = tagged.root
    if (inner(root, "/MarkInfo") or {}).get("/Marked") is not True:
        findings.add("A2-6.7.2.2-1", "the catalog does not say that the file is tagged (MarkInfo)")
    if inner(root, "/StructTreeRoot") is None:
        findings.add("A2-6.7.3.3-1", "the file has no structure tree")
    named = root.get("/Lang")
    if isinstance(named, String) and str(named) and not TAG.fullmatch(str(named)):
        findings.add("A2-6.7.4-1", f"the language of the document is named ‘{str(named)[:40]}’")
    for element in tagged.elements:
        own = element.text("/Lang")
        if own and not TAG.fullmatch(own):
            tagged.tell(findings, "A2-6.7.4-1", f"the language of an element is named ‘{own[:40]}’", element)


def _pages(tagged: Tagged, findings: Findings) -> None:
    for page in tagged.file.pages:
        if "/AA" in page.object:
            findings.add("A2-6.5.2-2", "an action waits for an event of the page (AA)", page.number)
        if "/PresSteps" in page.object:
            findings.add("A2-6.10-2", "the page has steps of a show", page.number)
        for key in ("/MediaBox", "/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
            held = box(page.object.get(key))
            if held is not None and not all(3 <= side <= 14_400 for side in (held[2] - held[0], held[3] - held[1])):
                findings.add("A2-6.1.13-11", f"the {key[1:]} is {held[2] - held[0]:g} × {held[3] - held[1]:g} points", page.number)


def _stream(found: Found, findings: Findings) -> None:
    held = found.object
    if any(key in held for key in ("/F", "/FFilter", "/FDecodeParms")):
        findings.add("A2-6.1.7.1-3", "the data of a stream are in another file", found.page, object=called(found))
    filters = held.get("/Filter")
    for name in (list(filters) if isinstance(filters, Array) else [filters] if filters is not None else []):  # type: ignore[call-overload]
        if str(name) not in FILTERS:
            findings.add("A2-6.1.7.2-1", f"a stream is packed by {str(name)[1:]}", found.page, object=called(found))


def _trigger_actions(root: Object) -> Iterator[Found]:
    opening = root.get("/OpenAction")
    if isinstance(opening, Dictionary) and not opening.is_indirect:
        yield Found(opening, "OpenAction", 0)


def _dictionary(found: Found, findings: Findings) -> None:
    held = found.object
    if found.name in ("A", "OpenAction", "Next") and "/S" in held and held.get("/Type", "/Action") == "/Action":
        kind = held.get("/S")
        if kind not in ACTIONS:
            findings.add("A2-6.5.1-1", f"an action does something ({str(kind)[1:]})", found.page, object=called(found))
        elif kind == "/Named" and held.get("/N") not in TURNS:
            findings.add("A2-6.5.1-2", f"a named action is ‘{str(held.get('/N', ''))[1:]}’", found.page, object=called(found))
    if held.get("/Subtype") == "/Widget" and ("/A" in held or "/AA" in held):
        findings.add("A2-6.4.1-1", "a field of a form does something", found.page, object=called(found))
    if "/EF" in held and not ("/F" in held and "/UF" in held):
        findings.add("A2-6.8-2", "an attached file lacks its name, or one form of it", found.page, object=called(found))


def _metadata(tagged: Tagged, findings: Findings) -> None:
    stream, xmp = tagged.root.get("/Metadata"), tagged.file.xmp
    if not isinstance(stream, Stream) or stream.get("/Type") != "/Metadata" or stream.get("/Subtype") != "/XML" or not xmp.whole:
        findings.add("A2-6.6.2.1-1", "the file has no metadata packet that can be read")
        return
    head = _PACKET.search(decoded(stream))
    for number, name in ((2, b"bytes"), (3, b"encoding")):
        if head and re.search(rb"\b" + name + rb"\s*=", head[0]):
            findings.add(f"A2-6.6.2.1-{number}", f"the head of the packet has ‘{name.decode()}’")
    part, level = xmp.value(PDFA, "part"), xmp.value(PDFA, "conformance")
    if part is None and level is None:
        findings.add("A2-6.6.4-1", "the metadata do not claim PDF/A")
    else:
        if part != "2":
            findings.add("A2-6.6.4-2", f"the metadata claim part ‘{part or ''}’")
        if level != "A":
            findings.add("A2-6.6.4-3", f"the metadata claim level ‘{level or ''}’")
    for space, name in undescribed(xmp):
        findings.add("A2-6.6.2.3.1-1", f"the property ‘{name}’ of {space} is not described")


def undescribed(xmp: Xmp) -> list[tuple[str, str]]:
    """Properties of spaces that neither the standard knows nor the packet describes."""
    described = set(xmp.described())
    return [(space, name) for space, name in xmp.properties() if not space.startswith(KNOWN_SPACES) and (space, name) not in described]

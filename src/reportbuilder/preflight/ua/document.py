"""The document as a whole: what it claims and says of itself, that it has a structure, and what would shut readers out."""

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Object, Stream, String

from reportbuilder.preflight.content import decoded
from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.inventory import called
from reportbuilder.preflight.rule import ua
from reportbuilder.preflight.space import inner
from reportbuilder.preflight.ua.evidence import Tagged
from reportbuilder.preflight.xmp import DC

AGAIN = "export it again as PDF/UA-1"
SCREEN_TITLE = "give the document a title, and let readers show it in their window"
PDFUA = "http://www.aiim.org/pdfua/ns/id/"
RULES = (
    ua("00-0", "the file is a PDF that can be read from end to end", "export it again from its source"),
    ua("5-1", "the metadata say that the file is PDF/UA", AGAIN),
    ua("5-2", "the metadata name part 1 of the standard", AGAIN),
    ua("5-3", "the claim has the prefix pdfuaid (part)", AGAIN),
    ua("5-4", "the claim has the prefix pdfuaid (amd)", AGAIN),
    ua("5-5", "the claim has the prefix pdfuaid (corr)", AGAIN),
    ua("6.1-1", "the file begins as PDF 1.0 to 1.7", "save it as PDF 1.7"),
    ua("6.2-1", "the catalog says that the file is tagged", "export it with tags"),
    ua("7.1-4", "no tags are marked as suspect", "look the tags over, then take the mark (Suspects) away"),
    ua("7.1-8", "the catalog has a metadata packet (XMP) that can be read", AGAIN),
    ua("7.1-9", "the metadata have a title", SCREEN_TITLE),
    ua("7.1-10", "readers show the title instead of the name of the file", SCREEN_TITLE),
    ua("7.1-11", "the catalog names a structure tree", "export it with tags"),
    ua("7.10-1", "layers have names", "name the layers, or export without them"),
    ua("7.10-2", "layers do not switch by themselves", "export without layers"),
    ua("7.11-1", "an attached file has its name in both forms", "attach it again"),
    ua("7.15-1", "no form is made up only while it is read (dynamic XFA)", "make it a plain form"),
    ua("7.16-1", "a locked file lets programs read it aloud", "save it without a password, or allow access for accessibility"),
    ua("7.18.6.2-1", "a film or sound says what kind of data it is", "add the type of its contents"),
    ua("7.18.6.2-2", "a film or sound has a description", "describe it"),
    ua("7.20-1", "no content is fetched from another file", "embed the content itself"),
)
_HEADER = re.compile(rb"%PDF-1\.[0-7][\r\n \t]")
_DYNAMIC = re.compile(rb"<dynamicRender>\s*required\s*<")


def judge(tagged: Tagged, findings: Findings) -> None:
    """Look for breaches of the rules above."""
    root, file = tagged.root, tagged.file
    if not _HEADER.match(file.start[:9]):
        findings.add("UA-6.1-1", f"the file begins with ‘{file.start[:8].decode('latin-1')}’")
    if file.pdf.is_encrypted and not file.pdf.encryption.P & 512:
        findings.add("UA-7.16-1", "the file is locked against programs that read aloud")
    marking = inner(root, "/MarkInfo")
    if marking is None or marking.get("/Marked") is not True:
        findings.add("UA-6.2-1", "the catalog does not say that the file is tagged (MarkInfo)")
    if marking is not None and marking.get("/Suspects") is True:
        findings.add("UA-7.1-4", "the file says that its tags are suspect")
    if inner(root, "/StructTreeRoot") is None:
        findings.add("UA-7.1-11", "the file has no structure tree")
    if (inner(root, "/ViewerPreferences") or {}).get("/DisplayDocTitle") is not True:
        findings.add("UA-7.1-10", "readers are not told to show the title (DisplayDocTitle)")
    _metadata(tagged, findings)
    _layers(root, findings)
    if not tagged.deep:
        return
    for content in tagged.contents:
        if content.undecoded:
            findings.add("UA-00-0", "content of the page can’t be unpacked", content.number)
    _objects(tagged, findings)


def _metadata(tagged: Tagged, findings: Findings) -> None:
    stream, xmp = tagged.root.get("/Metadata"), tagged.file.xmp
    if not isinstance(stream, Stream) or stream.get("/Type") != "/Metadata" or stream.get("/Subtype") != "/XML":
        findings.add("UA-7.1-8", "the file has no metadata packet" if not isinstance(stream, Stream) else "the metadata packet is not marked as one")
        return
    if not xmp.whole:
        findings.add("UA-7.1-8", "the metadata packet is no well-formed XML in UTF-8")
        return
    if xmp.value(DC, "title") is None:
        findings.add("UA-7.1-9", "the metadata have no title")
    part = xmp.value(PDFUA, "part")
    if all(xmp.value(PDFUA, name) is None for name in ("part", "amd", "corr")):
        findings.add("UA-5-1", "the metadata do not claim PDF/UA")
    elif part != "1":
        findings.add("UA-5-2", f"the metadata claim part ‘{part or ''}’ of PDF/UA")
    packet = decoded(stream).decode("utf-8", "replace")
    for prefix in set(re.findall(rf"xmlns:([\w.-]+)\s*=\s*[\"']{re.escape(PDFUA)}[\"']", packet)) - {"pdfuaid"}:
        for number, name in ((3, "part"), (4, "amd"), (5, "corr")):
            if re.search(rf"[<\s]{re.escape(prefix)}:{name}[\s=>]", packet):
                findings.add(f"UA-5-{number}", f"‘{name}’ has the prefix ‘{prefix}’")


def layer_settings(root: Object) -> Iterator[Object | None]:
    """The default setting of the layers, and all others."""
    layers = inner(root, "/OCProperties")
    if layers is not None:
        others = layers.get("/Configs")
        for each in (layers.get("/D"), *(list(others) if isinstance(others, Array) else ())):
            yield each if isinstance(each, Dictionary) else None


def _layers(root: Object, findings: Findings) -> None:
    for setting in layer_settings(root):
        if setting is None:
            continue
        if not isinstance(setting.get("/Name"), String) or not str(setting.Name):
            findings.add("UA-7.10-1", "a setting of layers has no name")
        if "/AS" in setting:
            findings.add("UA-7.10-2", "layers switch by themselves (AS)")


def _objects(tagged: Tagged, findings: Findings) -> None:
    inventory = tagged.file.inventory
    for found in inventory.dictionaries:
        held = found.object
        if "/EF" in held and not all(isinstance(held.get(key), String) and str(held[key]) for key in ("/F", "/UF")):
            findings.add("UA-7.11-1", "an attached file lacks its name, or one form of it", found.page, object=called(found))
        if held.get("/S") == "/MCD":
            if "/CT" not in held:
                findings.add("UA-7.18.6.2-1", "a film or sound does not say what it is", found.page, object=called(found))
            words = held.get("/Alt")
            if not isinstance(words, Array) or not len(words) or len(words) % 2:
                findings.add("UA-7.18.6.2-2", "a film or sound has no description", found.page, object=called(found))
    for found in inventory.streams:
        if found.object.get("/Subtype") == "/Form" and "/Ref" in found.object:
            findings.add("UA-7.20-1", "content is fetched from another file", found.page, object=called(found))
    form = (inner(tagged.root, "/AcroForm") or {}).get("/XFA")
    parts = list(form) if isinstance(form, Array) else [form]
    if any(isinstance(part, Stream) and _DYNAMIC.search(decoded(part)) for part in parts):
        findings.add("UA-7.15-1", "a form is made up only while it is read")

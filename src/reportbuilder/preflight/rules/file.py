"""The file as such: its version, what is locked, run, attached or kept elsewhere."""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Object, String

from reportbuilder.preflight.evidence import Evidence
from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.inventory import called
from reportbuilder.preflight.rule import x4
from reportbuilder.preflight.space import inner

X = "ISO 15930-7"
RULES = (
    x4("00", "ISO 32000-1, 7.5", "the file is a PDF that can be read from end to end", "export it again from its source"),
    x4("01", f"{X}, 6.1", "the file is written as PDF 1.6", "export as PDF/X-4 again; other versions are refused at the door"),
    x4("02", f"{X}, 6.1", "nothing in the file is encrypted", "save it without a password"),
    x4("03", f"{X}, 6.1", "the file has an identity (ID) of two parts", "save it again with a program that writes PDF/X"),
    x4("10", f"{X}, 6.18", "nothing in the file acts by itself: no actions, no scripts", "remove buttons, scripts and opening actions"),
    x4("12", "own rule", "nothing is attached to the file", "send attachments apart"),
    x4("13", f"{X}, 6.2", "all data are in the file, and none are packed by LZW", "embed what is linked; save it again with Flate compression"),
)


def judge(evidence: Evidence, findings: Findings) -> None:
    """Look for breaches of the rules above."""
    _version(evidence, findings)
    trailer = evidence.pdf.trailer
    if evidence.pdf.is_encrypted:
        findings.add("X4-02", "the file is encrypted")
    parts = trailer.get("/ID")
    if not isinstance(parts, Array) or len(parts) != 2 or not all(isinstance(part, String) and bytes(part) for part in parts):  # type: ignore[attr-defined]
        findings.add("X4-03", "the file has no ID of two strings")
    for content in evidence.contents:
        if content.undecoded:
            findings.add("X4-00", "content of the page can’t be unpacked", content.number)
    _actions(evidence, findings)
    _attachments(evidence, findings)
    for found in evidence.inventory.streams:
        if any(key in found.object for key in ("/F", "/FFilter", "/FDecodeParms")):
            findings.add("X4-13", "the data of a stream are in another file", found.page, object=called(found))
        filters = found.object.get("/Filter")
        if "/LZWDecode" in (list(filters) if isinstance(filters, Array) else [filters]):  # type: ignore[call-overload]
            findings.add("X4-13", "a stream is packed by LZW", found.page, object=called(found))


def _version(evidence: Evidence, findings: Findings) -> None:
    header = evidence.start[:8].decode("latin-1")
    if header != "%PDF-1.6":
        findings.add("X4-01", f"the file begins with ‘{header}’ instead of ‘%PDF-1.6’")
    named = str(evidence.pdf.Root.get("/Version", "/1.6"))[1:]
    if named > "1.6":
        findings.add("X4-01", f"the catalog says that the file is PDF {named}")


def _actions(evidence: Evidence, findings: Findings) -> None:
    root = evidence.pdf.Root
    if isinstance(root.get("/OpenAction"), Dictionary):
        findings.add("X4-10", "something happens when the file is opened (OpenAction)")
    if inner(inner(root, "/Names"), "/JavaScript") is not None:
        findings.add("X4-10", "the file has scripts by name")
    for item in _outline(root):
        if "/A" in item:
            findings.add("X4-10", "a bookmark has an action")
    for found in evidence.inventory.dictionaries:
        if "/AA" in found.object:
            findings.add("X4-10", "an action waits for an event (AA)", found.page, object=called(found))
        if found.object.get("/S") == "/JavaScript":
            findings.add("X4-10", "the file has a script", found.page, object=called(found))


def _outline(root: Object) -> Iterator[Object]:
    waiting, seen = [inner(root, "/Outlines")], set()
    while waiting:
        item = waiting.pop()
        if item is None or item.objgen in seen:
            continue
        seen.add(item.objgen)
        yield item
        waiting += [inner(item, "/First"), inner(item, "/Next")]


def _attachments(evidence: Evidence, findings: Findings) -> None:
    root = evidence.pdf.Root
    if inner(inner(root, "/Names"), "/EmbeddedFiles") is not None:
        findings.add("X4-12", "files are attached")
    for found in evidence.inventory.dictionaries:
        if "/AF" in found.object or ("/EF" in found.object and found.object.get("/Type") in ("/Filespec", "/F", None)):
            findings.add("X4-12", "a file is attached to a part of this one", found.page, object=called(found))

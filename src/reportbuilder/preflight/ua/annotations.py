"""What lies over the pages: links and other annotations have words, and a place in the structure."""

from pikepdf import Object, String

from reportbuilder.preflight.evidence import PageFacts, box
from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.interpret import inherited
from reportbuilder.preflight.matrix import touch
from reportbuilder.preflight.rule import ua
from reportbuilder.preflight.space import inner, whole
from reportbuilder.preflight.ua.evidence import Tagged
from reportbuilder.preflight.ua.language import annotations

TAG = "tag it as {} with a reference to it (OBJR)"
RULES = (
    ua("7.18.1-1", "annotations stand in elements of the type Annot", TAG.format("Annot")),
    ua("7.18.1-2", "annotations have words that stand for them", "say what it is in Contents"),
    ua("7.18.1-3", "form fields have a name that is read aloud", "add one (TU)"),
    ua("7.18.2-1", "there are no annotations for trapping", "take them out"),
    ua("7.18.3-1", "on pages with annotations the tab key follows the structure", "set the order of tabs to that of the structure (Tabs S)"),
    ua("7.18.4-1", "form fields stand in elements of the type Form", TAG.format("Form")),
    ua("7.18.5-1", "links stand in elements of the type Link", TAG.format("Link")),
    ua("7.18.5-2", "links say where they lead", "say it in their Contents"),
    ua("7.18.8-1", "printer’s marks have no place in the structure", "take them out of it"),
)


def judge(tagged: Tagged, findings: Findings) -> None:
    """Look for breaches of the rules above."""
    for page in tagged.file.pages:
        found = annotations(page.object)
        if found and page.object.get("/Tabs") != "/S":
            findings.add("UA-7.18.3-1", "the tab key does not follow the structure on a page with annotations", page.number)
        for note in found:
            if not _is_away(note, page):
                _annotation(tagged, note, page.number, findings)


def _is_away(note: Object, page: PageFacts) -> bool:
    """Whether nobody sees it: hidden, or outside of the page."""
    place = box(note.get("/Rect"))
    return bool(max(whole(note.get("/F"), 0), 0) & 2) or (place is not None and not touch(place, page.crop or page.media))


def _annotation(tagged: Tagged, note: Object, number: int, findings: Findings) -> None:
    kind, place = str(note.get("/Subtype", ""))[1:], box(note.get("/Rect"))
    held = tagged.parents.of_object(note)
    above = _standard(tagged, held)

    def tell(rule: str, message: str) -> None:
        findings.add(f"UA-7.18.{rule}", message, number, place, object=_shown(note))

    if kind not in ("Widget", "PrinterMark", "Link") and above != "Annot":
        tell("1-1", f"an annotation ({kind}) stands in {above or 'no element'}")
    words = _has(note, "/Contents")
    if kind != "Widget" and not words and not (held is not None and _has(held, "/Alt")):
        tell("1-2", f"an annotation ({kind}) has no words that stand for it")
    match kind:
        case "Widget":
            _field(note, held, above, tell)
        case "Link":
            if above != "Link":
                tell("5-1", f"a link stands in {above or 'no element'}")
            if not words:
                tell("5-2", "a link does not say where it leads (Contents)")
        case "TrapNet":
            tell("2-1", "an annotation for trapping lies on the page")
        case "PrinterMark" if held is not None:
            tell("8-1", "a printer’s mark has a place in the structure")
        case _:
            pass


def _field(note: Object, held: Object | None, above: str, tell: object) -> None:
    if above != "Form":
        tell("4-1", f"a form field stands in {above or 'no element'}")  # type: ignore[operator]
    named = inherited(note, "/TU")
    if not (isinstance(named, String) and str(named)) and not (held is not None and _has(held, "/Alt")):
        tell("1-3", "a form field has no name that is read aloud")  # type: ignore[operator]


def _standard(tagged: Tagged, held: Object | None) -> str:
    """The standard type of an element; empty for none."""
    if held is None or tagged.tree is None:
        return ""
    return tagged.tree.roles.standard(str(held.get("/S", ""))[1:])


def _has(held: Object, key: str) -> bool:
    found = held.get(key)
    return isinstance(found, String) and bool(str(found))


def _shown(note: Object) -> str:
    """Where a link leads, or which object it is."""
    target = (inner(note, "/A") or {}).get("/URI")
    return str(target)[:120] if isinstance(target, String) else f"object {note.objgen[0]}" if note.is_indirect else ""

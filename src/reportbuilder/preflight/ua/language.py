"""Language: every text that may be read aloud says, or inherits, in which language it is."""

import re

from pikepdf import Array, Dictionary, Object, String

from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.rule import ua
from reportbuilder.preflight.space import inner
from reportbuilder.preflight.ua.evidence import Tagged
from reportbuilder.preflight.ua.tree import Element

NAME = "name the language of the document (Lang in the catalog)"
RULES = (
    ua("7.2-2", "the language of bookmarks is known", NAME),
    ua("7.2-21", "the language of words that replace content is known", NAME),
    ua("7.2-22", "the language of descriptions is known", NAME),
    ua("7.2-23", "the language of abbreviations in full is known", NAME),
    ua("7.2-24", "the language of what annotations say is known", NAME),
    ua("7.2-25", "the language of the names of form fields is known", NAME),
    ua("7.2-29", "languages are named by tags such as nl-BE", "write the tag of the language"),
    ua("7.2-30", "the language of words that replace marked content is known", NAME),
    ua("7.2-31", "the language of descriptions of marked content is known", NAME),
    ua("7.2-32", "the language of abbreviations in full in marked content is known", NAME),
    ua("7.2-33", "the language of the metadata is known", NAME),
    ua("7.2-34", "the language of the text on pages is known", NAME),
)
TAG = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
ELEMENT_TEXTS = (("/ActualText", 21, "words that replace content"), ("/Alt", 22, "a description"), ("/E", 23, "an abbreviation in full"))
MARK_TEXTS = {"ActualText": (30, "words that replace marked content"), "Alt": (31, "a description"), "E": (32, "an abbreviation in full")}


def judge(tagged: Tagged, findings: Findings) -> None:
    """Look for breaches of the rules above."""
    _tags(tagged, findings)
    if tagged.language:
        return
    if inner(inner(tagged.root, "/Outlines"), "/First") is not None:
        findings.add("UA-7.2-2", "the language of the bookmarks is not known")
    if tagged.file.xmp.any_default:
        findings.add("UA-7.2-33", "the language of the metadata is not known")
    spoken = _spoken(tagged)
    for element in tagged.elements:
        for key, number, name in ELEMENT_TEXTS:
            if element.text(key) is not None and element not in spoken:
                tagged.tell(findings, f"UA-7.2-{number}", f"the language of {name} is not known", element)
    _annotations(tagged, findings)
    if tagged.deep:
        _pages(tagged, {element.object.objgen for element in spoken if element.object.is_indirect}, findings)


def _tags(tagged: Tagged, findings: Findings) -> None:
    named = tagged.root.get("/Lang")
    if isinstance(named, String) and not TAG.fullmatch(str(named)):
        findings.add("UA-7.2-29", f"the language of the document is named ‘{str(named)[:40]}’")
    for element in tagged.elements:
        own = element.text("/Lang")
        if own is not None and not TAG.fullmatch(own):
            tagged.tell(findings, "UA-7.2-29", f"the language of an element is named ‘{own[:40]}’", element)
    for content in tagged.contents if tagged.deep else ():
        for opened in content.opened:
            if opened.language is not None and not TAG.fullmatch(opened.language):
                box = tagged.boxes.get(opened.own) if opened.own else None
                findings.add("UA-7.2-29", f"the language of marked content is named ‘{opened.language[:40]}’", content.number, box)


def _spoken(tagged: Tagged) -> set[Element]:
    """The elements that say, or inherit, their language."""
    found: set[Element] = set()
    for element in tagged.elements:  # parents come before their kids
        if element.text("/Lang") is not None or (element.parent in found):
            found.add(element)
    return found


def _annotations(tagged: Tagged, findings: Findings) -> None:
    for page in tagged.file.pages:
        for note in annotations(page.object):
            held = tagged.parents.of_object(note)
            if held is not None and "/Lang" in held:
                continue
            if isinstance(note.get("/Contents"), String):
                findings.add("UA-7.2-24", "the language of what an annotation says is not known", page.number)
            if isinstance(note.get("/TU"), String):
                findings.add("UA-7.2-25", "the language of the name of a field is not known", page.number)


def annotations(page: Object) -> list[Object]:
    """The annotations of a page."""
    found = page.get("/Annots")
    return [note for note in found if isinstance(note, Dictionary)] if isinstance(found, Array) else []  # type: ignore[attr-defined]


def _pages(tagged: Tagged, spoken: set[tuple[int, int]], findings: Findings) -> None:
    def inherits(place: object) -> bool:
        held = tagged.element_of(place) if place is not None else None  # type: ignore[arg-type]
        return held is not None and held.objgen in spoken

    for content in tagged.contents:
        for place in content.speechless:
            if not inherits(place):
                findings.add("UA-7.2-34", "the language of text is not known", content.number, tagged.boxes.get(place) if place else None)
        for opened in content.opened:
            around = opened.around
            if opened.tag != "Span" or opened.language is not None or (around is not None and around.spoken):
                continue
            place = opened.own or (around.place if around else None)
            for name in opened.texts:
                if not inherits(place):
                    number, said = MARK_TEXTS[name]
                    findings.add(f"UA-7.2-{number}", f"the language of {said} in the content is not known", content.number, tagged.boxes.get(place) if place else None)

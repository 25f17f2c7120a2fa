"""Elements of the structure: types that readers know, in their right places, with the texts that stand for what can't be read."""

import re

from msgspec import Struct

from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.rule import ua
from reportbuilder.preflight.ua.evidence import Tagged
from reportbuilder.preflight.ua.tree import Element, Reference, shown_kids, stands_in

RULES = (
    ua("7.1-5", "a type of the maker’s own stands for one of the standard", "add it to the role map"),
    ua("7.1-6", "the role map leads in no circle", "put the role map right"),
    ua("7.1-7", "types of the standard keep their meaning", "take them out of the role map"),
    ua("7.1-12", "every element names what it stands in", "export the file again: its tree is damaged"),
    ua("7.2-17", "items stand in lists", "put a list (L) around items (LI)"),
    ua("7.2-18", "the body of an item stands in an item", "put an item (LI) around it"),
    ua("7.2-19", "lists hold items, lists and a caption", "put what else is in the list into an item, or out of it"),
    ua("7.2-20", "items hold a label and a body", "put the content into the body (LBody)"),
    ua("7.2-40", "the caption of a list is its first part", "move it to the front"),
    ua("7.2-26", "entries stand in contents", "put a table of contents (TOC) around entries (TOCI)"),
    ua("7.2-27", "contents hold entries, contents and a caption", "put what else is there into an entry, or out of it"),
    ua("7.2-28", "the caption of contents is their first part", "move it to the front"),
    ua("7.3-1", "a figure has words that stand for it", "describe the picture (Alt), or make it an artifact if it says nothing"),
    ua("7.4.2-1", "headings begin with level 1 and leave none out", "put the levels of the headings right"),
    ua("7.4.4-1", "no element holds two headings H", "use numbered headings (H1, H2 …)"),
    ua("7.4.4-2", "headings are numbered or not, never both (H)", "use numbered headings only"),
    ua("7.4.4-3", "headings are numbered or not, never both (H1 …)", "use numbered headings only"),
    ua("7.7-1", "a formula has words that stand for it", "add them (Alt)"),
    ua("7.9-1", "a note has a name (ID)", "give it one"),
    ua("7.9-2", "no two notes have the same name (ID)", "give each its own"),
    ua("7.18.4-2", "a form element without a role holds one field alone", "give each field an element of its own"),
)


class Holding(Struct, frozen=True):
    """What elements of a type may hold."""

    type: str
    rule: str
    kids: frozenset[str]


HOLDINGS = (
    Holding("L", "UA-7.2-19", frozenset(("L", "LI", "Caption"))),
    Holding("LI", "UA-7.2-20", frozenset(("Lbl", "LBody"))),
    Holding("TOC", "UA-7.2-27", frozenset(("TOC", "TOCI", "Caption"))),
)
STANDS_IN = {"LI": ("UA-7.2-17", "L"), "LBody": ("UA-7.2-18", "LI"), "TOCI": ("UA-7.2-26", "TOC")}
CAPTIONED = {"L": "UA-7.2-40", "TOC": "UA-7.2-28"}
_NUMBERED = re.compile(r"H([1-6])")


def judge(tagged: Tagged, findings: Findings) -> None:
    """Look for breaches of the rules above."""
    tree = tagged.tree
    if tree is None:
        return
    for element in tagged.elements:
        _type(tagged, element, findings)
        _places(tagged, element, findings)
        _words(tagged, element, findings)
        if "/P" not in element.object:
            tagged.tell(findings, "UA-7.1-12", "an element does not name what it stands in (P)", element)
    _headings(tagged, findings)
    _notes(tagged, findings)


def _type(tagged: Tagged, element: Element, findings: Findings) -> None:
    roles = tagged.tree.roles if tagged.tree else None
    if roles is None:
        return
    if roles.is_circular(element.type):
        tagged.tell(findings, "UA-7.1-6", f"the role map leads from ‘{element.type}’ in a circle", element)
    elif not element.standard:
        tagged.tell(findings, "UA-7.1-5", f"the type ‘{element.type}’ stands for none of the standard", element)
    if element.type in roles.remapped:
        tagged.tell(findings, "UA-7.1-7", f"the type ‘{element.type}’ of the standard is given another meaning", element)


def _places(tagged: Tagged, element: Element, findings: Findings) -> None:
    kind = element.standard
    kids = [kid.standard for kid in shown_kids(element) if kid.standard]
    for holding in HOLDINGS:
        if holding.type == kind:
            for wrong in dict.fromkeys(kid for kid in kids if kid not in holding.kids):
                tagged.tell(findings, holding.rule, f"{kind} holds {wrong}", element)
    if kind in STANDS_IN:
        rule, above = STANDS_IN[kind]
        found = stands_in(element)
        if found != above:
            tagged.tell(findings, rule, f"{kind} stands in {found or 'nothing'}", element)
    if kind in CAPTIONED and "Caption" in kids[1:]:
        tagged.tell(findings, CAPTIONED[kind], f"the caption of {kind} does not come first", element)
    if kids.count("H") > 1:
        tagged.tell(findings, "UA-7.4.4-1", f"an element holds {kids.count('H')} headings H", element)


def _words(tagged: Tagged, element: Element, findings: Findings) -> None:
    kind = element.standard
    if kind in ("Figure", "Formula") and not element.text("/Alt") and element.text("/ActualText") is None:
        rule = "UA-7.3-1" if kind == "Figure" else "UA-7.7-1"
        tagged.tell(findings, rule, f"a {kind.lower()} has no words that stand for it", element)
    if kind == "Form" and element.attribute("/PrintField", "/Role") is None:
        fields = [kid for kid in element.kids if isinstance(kid, Reference) and kid.object.get("/Subtype") == "/Widget"]
        if len(fields) != 1 or len(element.kids) != 1:
            tagged.tell(findings, "UA-7.18.4-2", "a form element holds something else than one field", element)


def _headings(tagged: Tagged, findings: Findings) -> None:
    before, plain, numbered = 0, [], []
    for element in tagged.elements:
        if element.standard == "H":
            plain.append(element)
        elif found := _NUMBERED.fullmatch(element.standard):
            numbered.append(element)
            level = int(found[1])
            if level > before + 1:
                message = f"a heading of level {level} comes after one of level {before}" if before else f"the first heading is of level {level}"
                tagged.tell(findings, "UA-7.4.2-1", message, element)
            before = level
    if plain and numbered:
        tagged.tell(findings, "UA-7.4.4-2", "headings H stand beside numbered ones", plain[0])
        tagged.tell(findings, "UA-7.4.4-3", "numbered headings stand beside headings H", numbered[0])


def _notes(tagged: Tagged, findings: Findings) -> None:
    known: set[str] = set()
    for element in tagged.elements:
        if element.standard != "Note":
            continue
        name = element.text("/ID")
        if not name:
            tagged.tell(findings, "UA-7.9-1", "a note has no name (ID)", element)
        elif name in known:
            tagged.tell(findings, "UA-7.9-2", f"two notes have the name ‘{name}’", element)
        known.add(name or "")



"""Content: everything painted is either part of the structure or an artifact, and never both."""

from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.rule import ua
from reportbuilder.preflight.ua.evidence import Tagged
from reportbuilder.preflight.ua.marked import Opened
from reportbuilder.preflight.ua.tree import Element

RULES = (
    ua("7.1-1", "no artifact stands inside content of the structure", "end the tagged content before the artifact begins"),
    ua("7.1-2", "no content of the structure is an artifact too", "end one before the other begins"),
    ua("7.1-3", "all that is painted has a place in the structure, or is an artifact", "tag it, or mark it as an artifact"),
    ua("7.1-T", "the structure tree and the parent tree lead to the same elements", "export the file again: its tree is damaged"),
    ua("7.20-2", "a form with content of the structure is shown once", "show its content itself, or take it out of the structure"),
)


def judge(tagged: Tagged, findings: Findings) -> None:
    """Look for breaches of the rules above."""
    for content in tagged.contents:
        for kind, box in content.bare:
            findings.add("UA-7.1-3", f"{kind} is neither part of the structure nor an artifact", content.number, box)
        for opened in content.opened:
            _nested(tagged, opened, content.number, findings)
        artifacts = {each.own for each in content.opened if each.tag == "Artifact" or (each.around is not None and each.around.artifact)}
        for place, box in content.places.items():
            if tagged.element_of(place) is None and place not in artifacts:
                findings.add("UA-7.1-3", "content has a number that no element of the structure has", content.number, box)
    shown: dict[tuple[int, int], int] = {}
    for content in tagged.contents:
        for form, times in content.forms.items():
            shown[form] = shown.get(form, 0) + times
    for form, times in shown.items():
        if times > 1:
            findings.add("UA-7.20-2", f"a form with content of the structure is shown {times} times", object=f"object {form[0]}")
    _trees(tagged, findings)


def _nested(tagged: Tagged, opened: Opened, page: int, findings: Findings) -> None:
    around = opened.around
    if around is None:
        return
    box = tagged.boxes.get(opened.own) if opened.own else None
    in_content = around.place is not None and tagged.element_of(around.place) is not None
    in_structure = in_content or (opened.own is not None and tagged.element_of(opened.own) is not None)
    if opened.tag == "Artifact" and in_content:
        findings.add("UA-7.1-1", "an artifact stands inside content of the structure", page, box)
    if in_structure and (opened.tag == "Artifact" or around.artifact):
        findings.add("UA-7.1-2", "content of the structure is an artifact too", page, box)


def _trees(tagged: Tagged, findings: Findings) -> None:
    """What one tree says of content and annotations, the other must say too."""
    tree = tagged.tree
    if tree is None:
        return
    for place, element in tree.of_content.items():
        other = tagged.element_of(place)
        if other is not None and not same(other, element):
            findings.add("UA-7.1-T", "content belongs to one element by the tree, to another by the parent tree", element.page, tagged.boxes.get(place))
        elif other is None:
            page, box = tagged.place(element)
            findings.add("UA-7.1-T", "an element has content that the parent tree does not know", page, box, object=element.type)
        elif place not in tagged.boxes:
            findings.add("UA-7.1-T", "an element names content that is not on its page", element.page, object=element.type)


def same(held: object, element: Element) -> bool:
    """Whether an object of the file is this element."""
    return element.object.is_indirect and getattr(held, "objgen", None) == element.object.objgen

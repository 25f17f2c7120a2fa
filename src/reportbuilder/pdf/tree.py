"""The structure tree as PDF objects, with the parent tree that leads back from marked content and annotations to their elements."""

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct, field

from reportbuilder.model.direction import runs_from_right
from reportbuilder.pdf.elements import Elem, Kid, Spot
from reportbuilder.pdf.links import Links
from reportbuilder.pdf.objects import Objects, ref
from reportbuilder.pdf.paint import Mark
from reportbuilder.pdf.syntax import name, nums, text_string
from reportbuilder.pdf.vocabulary import SPACE_1, SPACE_2, list_numbering, spelled


class Written(Struct, frozen=True):
    """Object numbers: of the structure tree's root, of the annotations of each page (index) that has any, and of the elements that are a node, by
    node; those only with namespaces.
    """

    root: int
    annotations: dict[int, list[int]]
    elements: dict[int, int]


def write_tree(tree: Elem, language: str, objects: Objects, links: Links, namespaced: bool) -> Written:
    """Write the elements and their annotations; ``namespaced``: with the tags of PDF 2.0 and with references between elements."""
    writer = _TreeWriter(objects, links, language)
    return writer.write_namespaced(tree) if namespaced else writer.write(tree)


class _TreeWriter(Struct):
    """``numbers`` has the object numbers of elements that are a node, ``citing`` the nodes whose elements refer to a node, ``spaces`` the objects
    of namespaces; all are empty without namespaces.
    """

    objects: Objects
    links: Links
    language: str
    content: dict[int, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    annotations: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    annotated: list[int] = []
    idents: dict[str, int] = {}
    roles: dict[str, str] = {}
    numbers: dict[int, int] = {}
    citing: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    spaces: dict[str, int] = {}

    def write_namespaced(self, tree: Elem) -> Written:
        """All elements that are a node get their numbers first, since elements refer to each other forth and back."""
        for space in (SPACE_1, SPACE_2):
            self.spaces[space] = self.objects.add(f"<</Type/Namespace/NS{text_string(space)}>>")
        for elem in _elements(tree):
            if elem.node:
                self.numbers[elem.node] = self.objects.reserve()
                for node in elem.refs:
                    self.citing[node].append(elem.node)
        return self.write(tree)

    def write(self, tree: Elem) -> Written:
        root = self.objects.reserve()
        writing = "/A<</O/Layout/WritingMode/RlTb>>" if runs_from_right(self.language) else ""  # inherited by all (ISO 32000-1, table 343)
        document = self._element(tree, root, f"/Lang{text_string(self.language)}{writing}")
        entries = {
            "Type": "/StructTreeRoot",
            "K": ref(document),
            "ParentTree": ref(self._parent_tree()),
            "ParentTreeNextKey": str(len(self.objects.pages) + len(self.annotated)),
            "RoleMap": "<<" + "".join(f"{name(tag)}{name(role)}" for tag, role in sorted(self.roles.items())) + ">>",
        }
        if self.spaces:
            entries["Namespaces"] = f"[{' '.join(map(ref, self.spaces.values()))}]"
        if self.idents:
            names = "".join(f"{text_string(ident)}{ref(number)}" for ident, number in sorted(self.idents.items()))
            first, last = min(self.idents), max(self.idents)
            entries["IDTree"] = f"<</Kids[<</Limits[{text_string(first)}{text_string(last)}]/Names[{names}]>>]>>"
        self.objects.put(root, "<<" + "".join(f"/{key} {value}" for key, value in entries.items()) + ">>")
        return Written(root, self.annotations, self.numbers)

    def _element(self, elem: Elem, parent: int, more: str = "") -> int:
        number = self.numbers.get(elem.node) or self.objects.reserve()
        page = next((kid.page for kid in elem.kids if isinstance(kid, Mark)), None)
        kids = [self._kid(kid, number, page) for kid in elem.kids]
        shown = "" if not kids else f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]"
        on_page = "" if page is None else f"/Pg {ref(self.objects.pages[page])}"
        self.objects.put(number, f"<<{self._tag(elem.tag)}/P {ref(parent)}{on_page}{shown}{self._attributes(elem, number)}{more}>>")
        return number

    def _tag(self, tag: str) -> str:
        spelling = spelled(tag, bool(self.spaces))
        if spelling.role:
            self.roles[spelling.name] = spelling.role
        return f"/S{name(spelling.name)}" + (f"/NS {ref(self.spaces[spelling.space])}" if spelling.space else "")

    def _kid(self, kid: Kid, parent: int, page: int | None) -> str:
        match kid:
            case Elem():
                return ref(self._element(kid, parent))
            case Mark():
                self.content[kid.page][kid.mcid] = parent
                return str(kid.mcid) if kid.page == page else f"<</Type/MCR/Pg {ref(self.objects.pages[kid.page])}/MCID {kid.mcid}>>"
            case Spot():
                annotation = self.objects.add(self.links.annotation(kid, len(self.objects.pages) + len(self.annotated)))
                self.annotated.append(parent)
                self.annotations[kid.page].append(annotation)
                return f"<</Type/OBJR/Pg {ref(self.objects.pages[kid.page])}/Obj {ref(annotation)}>>"

    def _attributes(self, elem: Elem, number: int) -> str:
        text = f"/Alt{text_string(elem.alt)}" if elem.alt else ""
        text += f"/ActualText{text_string(elem.actual)}" if elem.actual else ""
        if elem.language:
            text += f"/Lang{text_string(elem.language)}"
        if elem.expansion:
            text += f"/E{text_string(elem.expansion)}"
        if elem.ident:
            self.idents[elem.ident] = number
            text += f"/ID{text_string(elem.ident)}"
        if elem.numbering:
            text += f"/A<</O/List/ListNumbering{name(list_numbering(elem.numbering, bool(self.spaces)))}>>"
        if elem.scope:
            text += f"/A<</O/Table/Scope{name(elem.scope)}>>"
        if elem.box:
            text += f"/A<</O/Layout/BBox[{nums(*elem.box)}]/Placement/Block>>"
        return text + (self._references(elem) if self.spaces else "")

    def _references(self, elem: Elem) -> str:
        """What an element refers to; a note refers to all that refer to it (ISO 14289-2, 8.2.5.14)."""
        nodes = self.citing[elem.node] if elem.tag == "Note" else elem.refs
        kind = "/A<</O/FENote/NoteType/Footnote>>" if elem.tag == "Note" else ""
        numbers = " ".join(ref(self.numbers[node]) for node in nodes if node in self.numbers)
        return f"{kind}/Ref[{numbers}]" if numbers else kind

    def _parent_tree(self) -> int:
        """Keys are the indices of pages, then one for each annotation."""
        entries = []
        for page in sorted(self.content):
            parents = self.content[page]
            entries.append(f"{page} {ref(self.objects.add('[' + ' '.join(ref(parents[mcid]) for mcid in sorted(parents)) + ']'))}")
        entries += (f"{key} {ref(parent)}" for key, parent in enumerate(self.annotated, len(self.objects.pages)))
        return self.objects.add(f"<</Nums[{' '.join(entries)}]>>")


def _elements(elem: Elem) -> Iterator[Elem]:
    """An element and all below it, in order."""
    yield elem
    for kid in elem.kids:
        if isinstance(kid, Elem):
            yield from _elements(kid)

"""A DOCX as rules look at it: its parts as trees, its paragraphs with their places, its styles resolved."""

import posixpath
from collections.abc import Iterator
from functools import cached_property

from lxml import etree
from msgspec import Struct

from reportbuilder.archive import Archive, Refused
from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.rule import Level
from reportbuilder.preflight.word.styles import Styles
from reportbuilder.preflight.word.xml import R, W, found, value, words

OFFICE = "/officeDocument"
MOST_PARAGRAPHS = 200_000
SHOWN = 40


class Relation(Struct, frozen=True):
    """What a part names by an id; ``target`` is the name of a part, or an address outside of the file."""

    kind: str
    target: str
    outside: bool


class Paragraph(Struct, frozen=True, eq=False):
    """A paragraph of a part, numbered from 1 there. ``style`` is the id of its style, ``text`` all its words."""

    part: str
    number: int
    element: etree._Element
    style: str
    text: str

    @property
    def place(self) -> str:
        """Where it is, in words."""
        return f"{self.part.rpartition('/')[2]}, paragraph {self.number}"

    @property
    def shown(self) -> str:
        """How it begins, in quotation marks."""
        text = " ".join(self.text.split())
        return f"‘{text if len(text) <= SHOWN else text[:SHOWN].rstrip() + '…'}’"


class Word:
    """A DOCX. Raises `Refused` where it can’t be read."""

    def __init__(self, data: bytes) -> None:
        self.archive = Archive(data)
        self._trees: dict[str, etree._Element | None] = {}
        if "[Content_Types].xml" not in self.archive.names:
            raise Refused("damaged-file", "the archive holds no DOCX")
        main = next((each.target for each in self.relations("").values() if each.kind.endswith(OFFICE)), "")
        if main not in self.archive.names:
            raise Refused("damaged-file", "the archive holds no DOCX")
        self.main = main
        self.body = self.archive.xml(main)

    def tree(self, name: str) -> etree._Element | None:
        """A part; None where it is not there."""
        if name == self.main:
            return self.body
        if name not in self._trees:
            self._trees[name] = self.archive.xml(name) if name in self.archive.names else None
        return self._trees[name]

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part names, by id; of the archive itself for the empty name."""
        folder, own = posixpath.split(name)
        tree = self.tree_of_relations(posixpath.join(folder, "_rels", f"{own}.rels"))
        made: dict[str, Relation] = {}
        for each in tree if tree is not None else ():
            target, outside = each.get("Target", ""), each.get("TargetMode") == "External"
            inside = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") if not outside else target
            made[each.get("Id", "")] = Relation(each.get("Type", ""), inside, outside)
        return made

    def tree_of_relations(self, name: str) -> etree._Element | None:
        """A part of relations, read once."""
        if name not in self._trees:
            self._trees[name] = self.archive.xml(name) if name in self.archive.names else None
        return self._trees[name]

    def related(self, kind: str) -> list[str]:
        """The parts that the main part names, of a kind such as ``footnotes``."""
        return [each.target for each in self.relations(self.main).values() if each.kind.endswith("/" + kind) and not each.outside]

    @cached_property
    def styles(self) -> Styles:
        names = self.related("styles")
        return Styles(self.tree(names[0]) if names else None)

    @cached_property
    def settings(self) -> etree._Element | None:
        names = self.related("settings")
        return self.tree(names[0]) if names else None

    @cached_property
    def parts(self) -> list[tuple[str, etree._Element]]:
        """The parts with text that is read: the main one and its notes."""
        names = [self.main, *self.related("footnotes"), *self.related("endnotes")]
        return [(name, tree) for name in names if (tree := self.tree(name)) is not None]

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """Those of all these parts, in order."""
        made: list[Paragraph] = []
        for name, tree in self.parts:
            for number, element in enumerate(tree.iter(f"{W}p"), 1):
                if len(made) >= MOST_PARAGRAPHS:
                    raise Refused("too-large", f"the file has more than {MOST_PARAGRAPHS} paragraphs", limit=True)
                made.append(Paragraph(name, number, element, value(element, "w:pPr/w:pStyle"), words(element)))
        return made

    @cached_property
    def _by_element(self) -> dict[etree._Element, Paragraph]:
        return {each.element: each for each in self.paragraphs}

    def around(self, element: etree._Element) -> Paragraph | None:
        """The paragraph that something stands in, or the first one in it."""
        if element.tag == f"{W}p":
            return self._by_element.get(element)
        above = next(element.iterancestors(f"{W}p"), None)
        chosen = above if above is not None else next(element.iter(f"{W}p"), None)
        return self._by_element.get(chosen) if chosen is not None else None

    def tell(self, findings: Findings, rule: str, message: str, element: "etree._Element | Paragraph | None" = None, level: Level | None = None) -> None:
        """A finding at the place of an element."""
        held = element if isinstance(element, Paragraph) else self.around(element) if element is not None else None
        findings.add(f"D-{rule}", message, object=held.place if held else "", level=level)

    def look(self, path: str) -> Iterator[etree._Element]:
        """What an XPath finds in the parts that are read, in order."""
        for _, tree in self.parts:
            yield from found(tree, path)

    def target(self, part: str, element: etree._Element, key: str = "id") -> Relation | None:
        """What an element names by the id of a relation."""
        return self.relations(part).get(element.get(f"{R}{key}", ""))

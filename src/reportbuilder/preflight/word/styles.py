"""Styles of a DOCX, with what they inherit (ISO/IEC 29500-1, 17.7)."""

import re

from lxml import etree

from reportbuilder.preflight.word.xml import W, first, found, value

DEEPEST = 30
"""Styles that build on each other."""
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)


class Styles:
    """All styles by id."""

    def __init__(self, tree: etree._Element | None) -> None:
        self.tree = tree
        self._by_id = {each.get(f"{W}styleId", ""): each for each in (found(tree, "w:style") if tree is not None else ())}
        self.usual = next((key for key, each in self._by_id.items() if each.get(f"{W}type") == "paragraph" and each.get(f"{W}default") in ("1", "true")), "")

    def chain(self, style: str) -> list[etree._Element]:
        """A style and those it builds on, nearest first."""
        made: list[etree._Element] = []
        while style in self._by_id and len(made) < DEEPEST:
            element = self._by_id[style]
            made.append(element)
            style = value(element, "w:basedOn")
        return made

    def name(self, style: str) -> str:
        """The name that people see."""
        element = self._by_id.get(style)
        return value(element, "w:name") if element is not None else ""

    def names(self, style: str) -> list[str]:
        """Its name and those of the styles that it builds on, in small letters."""
        return [value(each, "w:name").lower() for each in self.chain(style)]

    def level(self, style: str) -> int:
        """The level of a heading, by Word’s own styles; 0 for none."""
        found_ = next((match for name in self.names(style) if (match := _HEADING.fullmatch(name))), None)
        return int(found_[1]) if found_ else 0

    def outline(self, style: str) -> str:
        """The outline level that a style gives; empty for none."""
        return next((level for each in self.chain(style) if (level := value(each, "w:pPr/w:outlineLvl"))), "")

    def has(self, style: str, path: str) -> bool:
        """Whether a style or one it builds on has something."""
        return any(first(each, path) is not None for each in self.chain(style))

    def property(self, style: str, path: str) -> etree._Element | None:
        """A property of a style, or of the nearest one it builds on."""
        return next((held for each in self.chain(style) if (held := first(each, path)) is not None), None)

    def default(self, path: str) -> etree._Element | None:
        """A property that all text has where nothing else is said."""
        return first(self.tree, f"w:docDefaults/w:rPrDefault/w:rPr/{path}")

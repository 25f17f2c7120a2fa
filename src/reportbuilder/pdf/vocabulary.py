"""How the tags of our structure tree are written: in PDF 1.7 with roles for those it does not know, in PDF 2.0 each in its namespace.

PDF 2.0 has its own tags for titles, notes and sidebars, and no longer those for contents, references and quotes, which stay in the namespace of
PDF 1.7 (ISO 32000-2, 14.8.6).
"""

from typing import Literal, NamedTuple

Space = Literal["", "http://iso.org/pdf/ssn", "http://iso.org/pdf2/ssn"]

SPACE_1: Space = "http://iso.org/pdf/ssn"
SPACE_2: Space = "http://iso.org/pdf2/ssn"

WRITTEN_1 = {"Captioned": "Div"}
"""Our tags that PDF 1.7 has by another name."""
ROLES_1 = {"Title": "P", "Subtitle": "P", "Sidebar": "Sect", "Em": "Span", "Strong": "Span"}
"""Our tags that PDF 1.7 does not have, and those that they stand for."""
WRITTEN_2 = {"Captioned": "Sect", "Subtitle": "P", "Sidebar": "Aside", "Note": "FENote", "NonStruct": "Artifact"}
"""Our tags that PDF 2.0 has by another name. A Div, as a Part, would hand a caption on to what is around it."""
ROLES_2 = {"Title": "P", "Aside": "Sect", "FENote": "Note", "Em": "Span", "Strong": "Span", "Artifact": "NonStruct"}
"""What the tags of PDF 2.0 stand for to readers that know PDF 1.7 only."""
ONLY_1 = frozenset({"TOC", "TOCI", "Reference", "BlockQuote"})
"""Tags that are in the namespace of PDF 1.7 only."""
NUMBERINGS_1 = {"Unordered": "Disc"}
"""Ways to number a list that PDF 1.7 does not have."""


class Spelling(NamedTuple):
    """A tag as written: its name, the standard tag that the role map leads to (or none), and its namespace (or none)."""

    name: str
    role: str
    space: Space


def spelled(tag: str, namespaced: bool) -> Spelling:
    """One of our tags as it is written."""
    if not namespaced:
        return Spelling(WRITTEN_1.get(tag, tag), ROLES_1.get(tag, ""), "")
    written = WRITTEN_2.get(tag, tag)
    return Spelling(written, ROLES_2.get(written, ""), SPACE_1 if written in ONLY_1 else SPACE_2)


def list_numbering(kind: str, namespaced: bool) -> str:
    """The ListNumbering of a list."""
    return kind if namespaced else NUMBERINGS_1.get(kind, kind)

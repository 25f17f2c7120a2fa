"""The font table: the names under which Word knows the sheet's families, and what helps it to choose another where one is lacking."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from reportbuilder.assets.faces import Faces
from reportbuilder.docx.xml import escape, root
from reportbuilder.style.sheet import FaceKey

TYPOGRAPHIC_FAMILY, FAMILY = 16, 1
PANOSE_AT = 32


class Family(Struct, frozen=True):
    """A family as an installed font: its name, and the ten PANOSE bytes of its regular face."""

    name: str
    panose: bytes = bytes(10)

    @property
    def kind(self) -> str:
        """Word's word for serif or sans serif (PANOSE for Latin text: serif styles from 11 on are without)."""
        if self.panose[0] != 2 or self.panose[1] < 2:
            return "auto"
        return "swiss" if self.panose[1] >= 11 else "roman"


STAND_INS = {"swiss": "Calibri", "roman": "Cambria"}
"""What most machines with Word have instead."""


def families(faces: Faces, keys: Iterable[FaceKey]) -> dict[str, Family]:
    """The families that ``keys`` name, as their font files call themselves. Raises `FontFault` like `Faces.face`."""
    return {name: _family(faces, name) for name in sorted({key.family for key in keys})}


def _family(faces: Faces, name: str) -> Family:
    hb_face = faces.face(FaceKey(name)).hb_face
    own_name = hb_face.get_name(TYPOGRAPHIC_FAMILY) or hb_face.get_name(FAMILY) or name
    return Family(own_name, hb_face.reference_table("OS/2").data[PANOSE_AT : PANOSE_AT + 10].ljust(10, b"\0"))


def font_table(known: Mapping[str, Family]) -> str:
    """The part ``fontTable.xml``."""
    return root("w:fonts", "".join(_font(family) for family in known.values()))


def _font(family: Family) -> str:
    stand_in = STAND_INS.get(family.kind)
    return (
        f'<w:font w:name="{escape(family.name)}">'
        + (f'<w:altName w:val="{stand_in}"/>' if stand_in else "")
        + f'<w:panose1 w:val="{family.panose.hex().upper()}"/><w:charset w:val="00"/>'
        f'<w:family w:val="{family.kind}"/><w:pitch w:val="variable"/></w:font>'
    )

"""The font table: the names under which Word knows the sheet's families, and what helps it to choose another where one is lacking."""

from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct

from reportbuilder.assets.faces import Faces
from reportbuilder.docx.embedded_fonts import embeddable, font_key, hidden_font
from reportbuilder.docx.xml import escape, root
from reportbuilder.style.sheet import FaceKey

TYPOGRAPHIC_FAMILY, FAMILY = 16, 1
PANOSE_AT = 32


class Family(Struct, frozen=True):
    """A family as an installed font: its name, the ten PANOSE bytes of its regular face, and the font files that go into the package, by their slot."""

    name: str
    panose: bytes = bytes(10)
    embedded: tuple[tuple[str, bytes], ...] = ()

    @property
    def kind(self) -> str:
        """Word's word for serif or sans serif (PANOSE for Latin text: serif styles from 11 on are without)."""
        if self.panose[0] != 2 or self.panose[1] < 2:
            return "auto"
        return "swiss" if self.panose[1] >= 11 else "roman"


STAND_INS = {"swiss": "Calibri", "roman": "Cambria"}
"""What most machines with Word have instead."""


def families(faces: Faces, keys: Iterable[FaceKey], embed: Collection[str] = ()) -> dict[str, Family]:
    """The families that ``keys`` name, as their font files call themselves; of those in ``embed`` the files too. Raises `FontFault` like `Faces.face`."""
    known = frozenset(keys)
    return {name: _family(faces, name, known if name in embed else frozenset()) for name in sorted({key.family for key in known})}


def _family(faces: Faces, name: str, keys: frozenset[FaceKey]) -> Family:
    hb_face = faces.face(FaceKey(name)).hb_face
    own_name = hb_face.get_name(TYPOGRAPHIC_FAMILY) or hb_face.get_name(FAMILY) or name
    panose = hb_face.reference_table("OS/2").data[PANOSE_AT : PANOSE_AT + 10].ljust(10, b"\0")
    return Family(own_name, panose, embeddable(faces, name, own_name, keys))


def font_table(known: Mapping[str, Family]) -> tuple[str, dict[str, bytes]]:
    """The part ``fontTable.xml``, and the fonts that it refers to by the ids of their relations."""
    fonts: dict[str, bytes] = {}
    named = {family.name: family for family in known.values()}
    return root("w:fonts", "".join(_font(family, fonts) for family in named.values())), fonts


def _font(family: Family, fonts: dict[str, bytes]) -> str:
    files = ""
    for slot, data in family.embedded:
        number = f"rId{len(fonts) + 1}"
        fonts[number] = hidden_font(data)
        files += f'<w:{slot} r:id="{number}" w:fontKey="{font_key(data)}"/>'
    stand_in = STAND_INS.get(family.kind)
    return (
        f'<w:font w:name="{escape(family.name)}">'
        + (f'<w:altName w:val="{stand_in}"/>' if stand_in else "")
        + f'<w:panose1 w:val="{family.panose.hex().upper()}"/><w:charset w:val="00"/>'
        f'<w:family w:val="{family.kind}"/><w:pitch w:val="variable"/>{files}</w:font>'
    )

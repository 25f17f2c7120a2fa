"""Who made the fonts of a sheet, as the fonts themselves say: for the colofon."""

from reportbuilder.assets.faces import Face, Faces
from reportbuilder.style.sheet import Sheet

FAMILY, TYPOGRAPHIC_FAMILY, DESIGNER, LICENCE = 1, 16, 9, 13
"""Name ids of OpenType (table ``name``)."""
OPEN = "SIL Open Font License"


def font_credits(sheet: Sheet, faces: Faces) -> tuple[str, ...]:
    """“Source Serif 4 (Frank Grießhammer), SIL Open Font License”, once for each family that a text style is set in; fallback fonts are not named."""
    used = {style.face.family: style.face for style in reversed(sheet.styles.values())}
    return tuple(dict.fromkeys(_credit(faces.face(used[family])) for family in dict.fromkeys(key.family for key in sheet.fonts) if family in used))


def _credit(face: Face) -> str:
    family = face.hb_face.get_name(TYPOGRAPHIC_FAMILY) or face.hb_face.get_name(FAMILY) or face.name
    maker, licence = (face.hb_face.get_name(number) or "" for number in (DESIGNER, LICENCE))
    return f"{family}{f' ({maker})' if maker else ''}{f', {OPEN}' if OPEN in licence else ''}"

"""Fonts inside the file, so that it looks the same where they are not installed: whole, for who works in the file types other letters than are in it."""

from hashlib import blake2b
from struct import unpack_from

from reportbuilder.assets.faces import Face, Faces
from reportbuilder.style.sheet import FaceKey, Sheet

FAMILY = 1
SLOTS = {"embedRegular": ("regular", False), "embedBold": ("bold", False), "embedItalic": ("regular", True), "embedBoldItalic": ("bold", True)}
"""The four faces that Word knows of a family, in the order of the schema."""
HIDDEN = 32
"""So many bytes at the beginning are changed (ECMA-376 part 4, 2.8.1)."""
PERMITTED = (0x0, 0x8)
"""Bits 1 to 3 of fsType (OpenType specification, OS/2): installable, editable. Of others Word would open the file only to be read."""


def shown_families(sheet: Sheet) -> frozenset[str]:
    """The families that the styles of a DOCX name; those for other scripts only in a report that is written in one."""
    named = {style.face.family for style in sheet.styles.values()}
    others = {sheet.companions[family][0] for family in named if sheet.companions.get(family)} if sheet.page.from_right else set()
    return frozenset(named | others)


def embeddable(faces: Faces, family: str, name: str, keys: frozenset[FaceKey]) -> tuple[tuple[str, bytes], ...]:
    """The slots and font files of a family that Word calls ``name``, as far as there are files for exactly these faces and their makers permit it."""
    wanted = ((slot, FaceKey(family, weight, italic)) for slot, (weight, italic) in SLOTS.items())
    found = ((slot, faces.face(key)) for slot, key in wanted if key in keys)
    return tuple((slot, face.data) for slot, face in found if _fits(face, name))


def _fits(face: Face, name: str) -> bool:
    (permission,) = unpack_from(">H", face.hb_face.reference_table("OS/2").data, 8)
    return not face.variations and permission & 0xE in PERMITTED and face.hb_face.get_name(FAMILY) == name


def font_key(data: bytes) -> str:
    """The identifier by which a font is hidden, always the same for the same font."""
    digits = blake2b(data, digest_size=16).hexdigest().upper()
    return f"{{{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}}}"


def hidden_font(data: bytes) -> bytes:
    """The font as it stands in the package: its first 32 bytes are mixed with the identifier, from its last digits to its first."""
    mask = bytes.fromhex(font_key(data).strip("{}").replace("-", ""))[::-1] * 2
    return bytes(one ^ other for one, other in zip(data[:HIDDEN], mask)) + data[HIDDEN:]

"""Native lists: a bulleted and a numbered scheme for the text and for boxes, and an instance for each list that is not as its scheme says."""

from collections.abc import Iterable

from msgspec import Struct

from reportbuilder.docx.xml import escape, root, twips
from reportbuilder.model.numbering import BULLETS

LEVELS = 9
STYLED_LEVELS = 3
BULLET, NUMBER, BOX_BULLET, BOX_NUMBER = 1, 2, 3, 4
"""The schemes, and the instances of them that stand in styles."""
STYLES = {BULLET: "ListBullet", NUMBER: "ListNumber", BOX_BULLET: "BoxBullet", BOX_NUMBER: "BoxNumber"}
ORDERED = (NUMBER, BOX_NUMBER)


class Instance(Struct, frozen=True):
    """One list: its scheme, how deep it stands among all lists and among those of its kind, and the first number of a numbered one."""

    scheme: int
    level: int
    depth: int
    start: int


def instance_id(place: int) -> int:
    """The number of the instance at ``place``, from 0, among the document's own."""
    return len(STYLES) + 1 + place


def numbering(indent: float, box_inset: float, instances: Iterable[Instance]) -> str:
    """The part ``numbering.xml``; each level stands ``indent`` points in from the one before, in boxes all ``box_inset`` more."""
    insets = {scheme: box_inset if style.startswith("Box") else 0.0 for scheme, style in STYLES.items()}
    schemes = "".join(_scheme(scheme, insets[scheme], indent) for scheme in STYLES)
    shared = "".join(_instance(scheme, scheme) for scheme in STYLES)
    own = "".join(
        _instance(instance_id(place), one.scheme, _override(one, insets[one.scheme], indent)) for place, one in enumerate(instances)
    )
    return root("w:numbering", schemes + shared + own)


def _instance(number: int, scheme: int, override: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{scheme}"/>{override}</w:num>'


def _override(one: Instance, inset: float, indent: float) -> str:
    """Word begins anew only where it is told; marks follow the depth among lists of a kind, which levels of a scheme do not know."""
    start = f'<w:startOverride w:val="{one.start}"/>' if one.scheme in ORDERED else ""
    level = _level(one.scheme, one.level, one.depth, inset, indent, one.start) if one.depth != one.level else ""
    return f'<w:lvlOverride w:ilvl="{one.level}">{start}{level}</w:lvlOverride>'


def _scheme(scheme: int, inset: float, indent: float) -> str:
    levels = "".join(_level(scheme, level, level, inset, indent, styled=True) for level in range(LEVELS))
    return (
        f'<w:abstractNum w:abstractNumId="{scheme}"><w:nsid w:val="{scheme:08X}"/>'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
    )


def _level(scheme: int, level: int, depth: int, inset: float, indent: float, start: int = 1, styled: bool = False) -> str:
    ordered = scheme in ORDERED
    kind = ("lowerLetter" if depth % 2 else "decimal") if ordered else "bullet"
    mark = f"%{level + 1}." if ordered else BULLETS[min(depth, len(BULLETS) - 1)]
    style = f'<w:pStyle w:val="{list_style(STYLES[scheme], level)}"/>' if styled and level < style_levels(STYLES[scheme]) else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{style}'
        f'<w:lvlText w:val="{escape(mark)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{twips(inset + indent * (level + 1))}" w:hanging="{twips(indent)}"/></w:pPr></w:lvl>'
    )


def style_levels(style: str) -> int:
    """How many styles a kind of list has: three in the text, one in boxes."""
    return STYLED_LEVELS if style.startswith("List") else 1


def list_style(style: str, level: int) -> str:
    """The id of the style for a level: ``ListBullet``, ``ListBullet2``, ``ListBullet3``, and the last for all that are deeper."""
    rank = min(level + 1, style_levels(style))
    return style if rank == 1 else f"{style}{rank}"


def numbered(instance: int, level: int) -> str:
    """The element that makes a paragraph an item of a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>'

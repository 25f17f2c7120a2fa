"""Looks: a text style of the sheet as paragraph and run properties, their elements in the order that the schema wants."""

from collections.abc import Mapping

from msgspec import Struct

from reportbuilder.docx.fonts import Family
from reportbuilder.docx.xml import escape, half_points, twips
from reportbuilder.style.contrast import contrast
from reportbuilder.style.sheet import Alignment, Ink, Sheet, TextStyle

LIGHT_WEIGHTS = ("light", "regular")
JUSTIFIED: dict[Alignment, str] = {"justify": "both", "left": "left", "right": "right", "center": "center"}
CONTRAST = 4.5
WHITE = (255, 255, 255)


class Layer(Struct, frozen=True):
    """What a style adds to its look: how it keeps together, its list, its ground, its tabs and its level in the outline.

    Spaces and indents in points come on top of the look's; a negative ``right`` reaches into the margin. ``natural`` lines grow with a picture.
    """

    keep_next: bool = False
    keep_lines: bool = False
    numbering: str = ""
    borders: str = ""
    shade: str = ""
    tabs: str = ""
    before: float = 0.0
    after: float = 0.0
    left: float = 0.0
    right: float = 0.0
    hanging: float = 0.0
    outline: int | None = None
    natural: bool = False


PLAIN = Layer()


class Looks(Struct, frozen=True):
    """The sheet seen by the writer of styles: what the document's defaults already say is left out."""

    sheet: Sheet
    families: Mapping[str, Family]

    @property
    def default(self) -> TextStyle:
        return self.sheet.style("body")

    def family(self, name: str) -> str:
        """The name of a family as Word knows it."""
        found = self.families.get(name)
        return found.name if found else name

    def paragraph(self, look: TextStyle, layer: Layer = PLAIN) -> str:
        """The children of ``w:pPr``."""
        return (
            ("<w:keepNext/>" if layer.keep_next or look.keep_next else "")
            + ("<w:keepLines/>" if layer.keep_lines or look.keep_next else "")
            + layer.numbering
            + (f"<w:pBdr>{layer.borders}</w:pBdr>" if layer.borders else "")
            + (f'<w:shd w:val="clear" w:color="auto" w:fill="{self.hex(layer.shade)}"/>' if layer.shade else "")
            + (f"<w:tabs>{layer.tabs}</w:tabs>" if layer.tabs else "")
            + ("" if look.hyphenate else "<w:suppressAutoHyphens/>")
            + ("<w:bidi/>" if self.sheet.page.from_right else "")
            + _spacing(look, layer)
            + _indent(look, layer)
            + (f'<w:jc w:val="{JUSTIFIED[look.align]}"/>' if look.align != "left" else "")
            + (f'<w:outlineLvl w:val="{layer.outline}"/>' if layer.outline is not None else "")
        )

    def run(self, look: TextStyle) -> str:
        """The children of ``w:rPr``, as far as they differ from the document's defaults."""
        face, default = look.face, self.default
        bold, size = face.weight not in LIGHT_WEIGHTS, half_points(look.size)
        return (
            (self.fonts(look) if face.family != default.face.family else "")
            + ("<w:b/><w:bCs/>" if bold else "")
            + (italics(self.sheet.page.from_right) if face.italic else "")
            + ("<w:smallCaps/>" if "smcp" in look.features else "")
            + (self.colour(look.ink) if look.ink != default.ink else "")
            + (f'<w:spacing w:val="{twips(look.tracking * look.size / 1000)}"/>' if look.tracking else "")
            + (f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if look.size != default.size else "")
        )

    def fonts(self, look: TextStyle) -> str:
        """The font of Latin text, and that of its companion; other scripts keep Word's own, which has them."""
        name = escape(self.family(look.face.family))
        companion = next(iter(self.sheet.companions.get(look.face.family, ())), "")
        complex_script = f' w:cs="{escape(self.family(companion))}"' if companion else ""
        return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"{complex_script}/>'

    def colour(self, ink: str) -> str:
        return f'<w:color w:val="{self.legible(ink).hex}"/>'

    def hex(self, ink: str) -> str:
        return self.sheet.inks[ink].hex

    def legible(self, ink: str) -> Ink:
        """The ink, or the nearest of ours that can be read on white (what the PDFs set on pictures stands on white paper here)."""
        wanted = (self.sheet.inks[name] for name in (ink, "accent2", "text"))
        return next((chosen for chosen in wanted if contrast(chosen.rgb, WHITE) >= CONTRAST), self.sheet.inks["text"])


def _spacing(look: TextStyle, layer: Layer) -> str:
    before, after = twips(look.before + layer.before), twips(look.after + layer.after)
    line = 'w:line="240" w:lineRule="auto"' if layer.natural else f'w:line="{twips(look.leading)}" w:lineRule="exact"'
    return f'<w:spacing w:before="{before}" w:after="{after}" {line}/>'


def _indent(look: TextStyle, layer: Layer) -> str:
    first = look.first_indent - layer.hanging
    sides = {"left": look.indent + layer.left, "right": layer.right, "hanging": max(0.0, -first), "firstLine": max(0.0, first)}
    given = "".join(f' w:{side}="{twips(points)}"' for side, points in sides.items() if points)
    return f"<w:ind{given}/>" if given else ""


def italics(from_right: bool) -> str:
    """The properties of italics. Arabic letters have none; programs would slant them, and to the wrong side."""
    return "<w:i/>" if from_right else "<w:i/><w:iCs/>"


def edge(side: str, ink: str, points: float, space: int) -> str:
    """One border of a paragraph or table: ``ink`` as RRGGBB, its thickness in points, its distance from the text in points."""
    return f'<w:{side} w:val="single" w:sz="{round(points * 8)}" w:space="{space}" w:color="{ink}"/>'

"""What is said of letters that come from another font than the style names."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from unicodedata import category, name

from reportbuilder.assets.faces import Face
from reportbuilder.assets.graphemes import IGNORABLE
from reportbuilder.diag.span import NOWHERE
from reportbuilder.layout.config import Config
from reportbuilder.layout.looks import Stretch

if TYPE_CHECKING:
    from reportbuilder.layout.pieces import Part

MOST_NAMED = 5
MOST_SHOWN = 40
HINT = "look whether it suits; use another sign, or a font that has it; a family that is meant for it can stand in ‘scripts’ of the sheet"


def report_fallbacks(parts: "Sequence[Part]", stretch: Stretch, config: Config) -> None:
    """Warn where letters of a stretch are set in a fallback font: once for each sign and font, and once for all letters of a script."""
    face = config.faces.face(stretch.look.face)
    meant = (*config.sheet.scripts, *config.sheet.companions.get(stretch.look.face.family, ()))
    for part in parts:
        if part.face is not face and not part.shaped.missing and part.face.key.family not in meant:
            signs = [sign for sign in dict.fromkeys(part.shaped.text) if sign not in IGNORABLE and not face.has(sign)]
            if new := [sign for sign in signs if (face.name, _kind(sign)) not in config.told]:
                config.told.update((face.name, _kind(sign)) for sign in new)
                _warn(new, part.shaped.text, face, part.face, stretch, config)


def _kind(sign: str) -> str:
    """The script of a letter or its mark, by its name in Unicode; of others the sign itself."""
    return name(sign, sign).partition(" ")[0] if category(sign)[0] in "LM" else sign


def _warn(signs: list[str], word: str, face: Face, other: Face, stretch: Stretch, config: Config) -> None:
    inside = f" in ‘{shown(word)}’" if len(word) > len(signs) == 1 else ""
    message = f"{face.name} lacks {named(signs)}{inside}; {other.name} stands in"
    config.log.warn("glyph-fallback", message, config.spans.get(stretch.node, NOWHERE), HINT)


def named(characters: list[str]) -> str:
    """The characters with their numbers, the first few of many."""
    listed = ", ".join(f"‘{character}’ (U+{ord(character):04X})" for character in characters[:MOST_NAMED])
    more = len(characters) - MOST_NAMED
    return f"the character{'s' if len(characters) > 1 else ''} {listed}{f' and {more} more' if more > 0 else ''}"


def shown(text: str) -> str:
    """The text, or its beginning if it is long, for a message."""
    return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 1] + "…"

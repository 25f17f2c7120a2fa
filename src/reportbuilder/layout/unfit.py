"""What can't be set as it is: signs that no font has, and words that are wider than their line."""

from math import inf

from msgspec.structs import replace

from reportbuilder.assets.shaped import Shaped
from reportbuilder.diag.span import NOWHERE
from reportbuilder.layout.config import Config
from reportbuilder.layout.fallbacks import named, shown
from reportbuilder.layout.looks import Look, Stretch
from reportbuilder.layout.pieces import ADDRESS_PENALTY, TOKENS, Part, part_of


def mended(parts: list[Part], stretch: Stretch, config: Config, width: float) -> list[Part]:
    """What can't be set is reported with its place, and so is a word wider than its line, which is cut so that nothing passes the margin."""
    if any(part.demand == inf for part in parts):
        _report_unfit("".join(part.shaped.text for part in parts), stretch, config)
    made: list[Part] = []
    for part in parts:
        if part.width <= width or part.demand <= width:
            made.append(part)
        else:
            made += _cut(part, stretch, config, width)
    return made


def _report_unfit(text: str, stretch: Stretch, config: Config) -> None:
    """Say what in the text no font has."""
    span, tokens = config.spans.get(stretch.node, NOWHERE), TOKENS.findall(text)
    if lacking := _lacking(text, stretch.look, config):
        word = next(token for token in tokens if lacking[0] in token)
        message = f"no font has {named(lacking)}{f' in ‘{shown(word)}’' if len(word) > len(lacking) == 1 else ''}"
        hint = f"use another sign, or add to ‘fallback’ in styles/tokens.yaml a font that has it ({config.faces.face(stretch.look.face).name} has not)"
        config.log.error("glyph-missing", message, span, hint)


def _lacking(text: str, look: Look, config: Config) -> list[str]:
    """Each character that no font has, but those that stand in for what was reported when it was read."""
    reported = any(fault.code == "bad-character" for fault in config.log.errors)
    characters = (c for c in dict.fromkeys(text) if not (reported and c == "\ufffd"))
    return [character for character in characters if any(shaped.missing for _, shaped in config.faces.shape(look.face, character))]


def report_too_wide(text: str, needed: float, width: float, node: int, config: Config) -> None:
    """Say that text which nothing divides needs more points than its line has."""
    message = f"‘{shown(text)}’ is wider than its line ({needed:.0f} pt in {width:.0f} pt)"
    hint = "use a shorter word, a wider place, or soft hyphens (U+00AD) where it may break"
    config.log.error("word-too-wide", message, config.spans.get(node, NOWHERE), hint)


def _cut(part: Part, stretch: Stretch, config: Config, width: float) -> list[Part]:
    report_too_wide(part.shaped.text, part.width, width, stretch.node, config)
    look, scale = stretch.look, part.scale
    shaped = (part.face.shape(cut, look.features, part.shaped.reversed) for cut in _cuts(part.shaped, look, width / scale))
    cuts = [part_of(cut, part.face, look, after=ADDRESS_PENALTY, scale=scale) for cut in shaped]
    return [*cuts[:-1], replace(cuts[-1], after=part.after)]


def _cuts(shaped: Shaped, look: Look, width: float) -> list[str]:
    cuts: list[str] = []
    start = offset = 0
    taken = 0.0
    glyphs = zip(shaped.clusters, shaped.advances)
    for cluster, advance in reversed(list(glyphs)) if shaped.reversed else glyphs:
        step = (advance + look.tracking) * look.size / 1000
        if cluster and taken + step > width and offset > start:
            cuts.append(shaped.text[start:offset])
            start, taken = offset, 0.0
        offset += len(cluster)
        taken += step
    return [*cuts, shaped.text[start:]]

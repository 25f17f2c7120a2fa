"""Text cut into pieces that lines are made of: shaped words, spaces, and the places where a line may end."""

import re
from dataclasses import dataclass, replace

from reportbuilder.assets.faces import Face, Shaped
from reportbuilder.assets.hyphenation import hyphen_positions
from reportbuilder.diag.span import NOWHERE
from reportbuilder.layout.config import Config
from reportbuilder.layout.looks import Look, Stretch

TOKENS = re.compile(r" +|[^ ]+")
ADDRESS = re.compile(r"(?:https?://|www\.|[\w-]+(?:\.[\w-]+)+/)|[\w.-]+@[\w-]+\.\w")
ADDRESS_BREAKS = re.compile(r"(?<=[/.\-_?=&@])(?=[^/.\-_?=&@])")
COMPOUND_BREAKS = re.compile(r"(?<=[^\W\d_][-–—/])(?=[^\W_])|(?<=—)(?=\w)")
COMPOUND_SIGNS = re.compile(r"[-–—/]")
SOFT_HYPHEN = "\u00ad"
COMPOUND_PENALTY = 30.0
ADDRESS_PENALTY = 120.0


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a word without a break but at its hyphens; kept for every time the word comes again in the same look.

    ``width`` in points; ``hyphens``: (offset, width before it, the same with a hyphen) in points; ``after``: penalty of a break behind it.
    """

    shaped: Shaped
    face: Face
    width: float
    is_space: bool = False
    hyphens: tuple[tuple[int, float, float], ...] = ()
    after: float | None = None


@dataclass(slots=True)
class Piece:
    """A part where it stands in a paragraph; ``forced``: the line ends behind it; ``note``: (note, mark) first called by it."""

    part: Part
    look: Look
    node: int
    note: tuple[int, int] | None = None
    forced: bool = False


def shaped_width(shaped: Shaped, look: Look) -> float:
    """Points that the shaped text takes in that look."""
    return (shaped.width + look.tracking * len(shaped.glyphs)) * look.size / 1000


def pieces_of(stretches: list[Stretch], config: Config, hyphenate: bool, width: float) -> list[Piece]:
    """All pieces of a paragraph; a piece wider than ``width`` is cut and reported (`word-too-wide`)."""
    pieces: list[Piece] = []
    for stretch in stretches:
        look, node = stretch.look, stretch.node
        known = config.words.setdefault((look.face, look.size, look.features, look.tracking, hyphenate), {})
        if stretch.forced:
            _force(pieces, look, node, config)
            continue
        for token in TOKENS.findall(stretch.text):
            parts = known.get(token)
            if parts is None:
                parts = known[token] = _parts(token, look, config, hyphenate)
            for part in parts:
                if (part.width > width and _widest(part) > width) or part.shaped.missing:
                    _trouble(pieces, part, look, node, config, width)
                else:
                    pieces.append(Piece(part, look, node))
        if stretch.note is not None and pieces:
            pieces[-1].note = stretch.note
    return pieces


def _force(pieces: list[Piece], look: Look, node: int, config: Config) -> None:
    if pieces and not pieces[-1].forced:
        pieces[-1].forced = True
    else:
        face = config.faces.face(look.face)
        pieces.append(Piece(Part(face.shape(""), face, 0.0), look, node, forced=True))


def _parts(token: str, look: Look, config: Config, hyphenate: bool) -> tuple[Part, ...]:
    face = config.faces.face(look.face)
    if token[0] == " ":
        space = face.shape(" ", look.features)
        return (Part(space, face, shaped_width(space, look), is_space=True),)
    if ADDRESS.match(token):
        texts, penalty = ADDRESS_BREAKS.split(token), ADDRESS_PENALTY
        hyphenate = False
    elif COMPOUND_SIGNS.search(token):
        texts, penalty = COMPOUND_BREAKS.split(token), COMPOUND_PENALTY
    else:
        texts, penalty = [token], 0.0
    parts: list[Part] = []
    for text in texts[:-1]:
        parts += _shaped_parts(text, look, config, hyphenate, penalty)
    return (*parts, *_shaped_parts(texts[-1], look, config, hyphenate, None))


def _shaped_parts(text: str, look: Look, config: Config, hyphenate: bool, after: float | None) -> list[Part]:
    """One part, or one for each face that the text needs."""
    offsets: tuple[int, ...] = ()
    if SOFT_HYPHEN in text:
        text, offsets = _soft_hyphens(text)
    elif hyphenate:
        offsets = hyphen_positions(text, config.language)
    pairs = config.faces.shape(look.face, text, look.features)
    if len(pairs) == 1:
        ((face, shaped),) = pairs
        return [Part(shaped, face, shaped_width(shaped, look), False, _hyphens(shaped, face, look, offsets), after)]
    parts = [Part(shaped, face, shaped_width(shaped, look)) for face, shaped in pairs]
    return [*parts[:-1], Part(parts[-1].shaped, parts[-1].face, parts[-1].width, after=after)]


def _soft_hyphens(text: str) -> tuple[str, tuple[int, ...]]:
    whole = text.replace(SOFT_HYPHEN, "")
    offsets, total = [], 0
    for part in text.split(SOFT_HYPHEN)[:-1]:
        total += len(part)
        offsets.append(total)
    return whole, tuple(o for o in offsets if 0 < o < len(whole))


def _hyphens(shaped: Shaped, face: Face, look: Look, offsets: tuple[int, ...]) -> tuple[tuple[int, float, float], ...]:
    hyphen = shaped_width(face.hyphen(look.features), look)
    return tuple((o, before, before + hyphen) for o in offsets for before in (_prefix_width(shaped, face, look, o),))


def _prefix_width(shaped: Shaped, face: Face, look: Look, offset: int) -> float:
    if len(shaped.glyphs) == len(shaped.text):
        return (sum(shaped.advances[:offset]) + look.tracking * offset) * look.size / 1000
    return shaped_width(face.shape(shaped.text[:offset], look.features), look)


def _widest(part: Part) -> float:
    """The widest stretch of a part that cannot be broken, with its hyphen."""
    edges = (0.0, *(before for _, before, _ in part.hyphens))
    ends = (*(end for _, _, end in part.hyphens), part.width)
    return max(end - start for start, end in zip(edges, ends))


def _trouble(pieces: list[Piece], part: Part, look: Look, node: int, config: Config, width: float) -> None:
    """What no face has, or what is wider than its line, is reported with its place; a wide word is cut so that nothing passes the margin."""
    span = config.spans.get(node, NOWHERE)
    for character in part.shaped.missing:
        config.log.error(
            "glyph-missing",
            f"no font has the character ‘{character}’ (U+{ord(character):04X}); {config.faces.face(look.face).name} was asked for it",
            span,
            "use another character, or add a font that has it to ‘fallback’ in styles/tokens.yaml",
        )
    if _widest(part) <= width:
        pieces.append(Piece(part, look, node))
        return
    text = part.shaped.text
    config.log.error(
        "word-too-wide",
        f"‘{text if len(text) <= 40 else text[:39] + '…'}’ is wider than its line ({part.width:.0f} pt in {width:.0f} pt)",
        span,
        "use a shorter word, a wider place, or soft hyphens (U+00AD) where it may break",
    )
    for cut in _cuts(part.shaped, look, width):
        shaped = part.face.shape(cut, look.features)
        pieces.append(Piece(Part(shaped, part.face, shaped_width(shaped, look), after=ADDRESS_PENALTY), look, node))
    pieces[-1].part = replace(pieces[-1].part, after=part.after)


def _cuts(shaped: Shaped, look: Look, width: float) -> list[str]:
    cuts: list[str] = []
    start = offset = 0
    taken = 0.0
    for cluster, advance in zip(shaped.clusters, shaped.advances):
        step = (advance + look.tracking) * look.size / 1000
        if cluster and taken + step > width and offset > start:
            cuts.append(shaped.text[start:offset])
            start, taken = offset, 0.0
        offset += len(cluster)
        taken += step
    return [*cuts, shaped.text[start:]]

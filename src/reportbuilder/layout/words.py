"""Text cut into pieces that lines are made of: shaped words, spaces, and the places where a line may end."""

import re
from dataclasses import dataclass, replace
from operator import attrgetter

from reportbuilder.assets.faces import Face, Shaped
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

    ``width`` in points; ``hyphens``: (offset, width before it, the same with a hyphen) in points; ``after``: penalty of a break behind it;
    ``demand``: the room that its widest unbreakable stretch needs, infinite when a glyph is missing.
    """

    shaped: Shaped
    face: Face
    width: float
    is_space: bool = False
    hyphens: tuple[tuple[int, float, float], ...] = ()
    after: float | None = None
    demand: float = 0.0


@dataclass(slots=True)
class Pieces:
    """A paragraph in parts: ``owners[i]`` is the stretch that ``parts[i]`` is of; a line ends behind the parts in ``forced``;
    ``notes`` has (index of the last part of its mark, (note, mark)) for each note first called here;
    ``mixed``: some part may be in another face than its stretch asks for.
    """

    parts: list[Part]
    owners: list[Stretch]
    forced: set[int]
    notes: list[tuple[int, tuple[int, int]]]
    mixed: bool = False


class _Known(dict[str, tuple[Part, ...]]):
    """The parts of every token met in one look."""

    def __init__(self, look: Look, config: Config, hyphenate: bool) -> None:
        self._look, self._config, self._hyphenate = look, config, hyphenate
        self._face = config.faces.face(look.face)
        self.mixed = False

    def __missing__(self, token: str) -> tuple[Part, ...]:
        found = self[token] = _parts(token, self._look, self._config, self._hyphenate)
        self.mixed = self.mixed or len({id(part.face) for part in found}) > 1 or found[0].face is not self._face
        return found


_demand = attrgetter("demand")


def shaped_width(shaped: Shaped, look: Look) -> float:
    """Points that the shaped text takes in that look."""
    return (shaped.width + look.tracking * len(shaped.glyphs)) * look.size / 1000


def pieces_of(stretches: list[Stretch], config: Config, hyphenate: bool, width: float) -> Pieces:
    """All of a paragraph; a part wider than ``width`` is cut and reported (`word-too-wide`)."""
    pieces = Pieces([], [], set(), [])
    parts, owners = pieces.parts, pieces.owners
    for stretch in stretches:
        if stretch.forced:
            _force(pieces, stretch, config)
            continue
        look = stretch.look
        key = (look.face, look.size, look.features, look.tracking, hyphenate)
        known = config.words.get(key)
        if known is None:
            known = config.words[key] = _Known(look, config, hyphenate)
        start = len(parts)
        for token in TOKENS.findall(stretch.text):
            parts += known[token]
        if len(parts) > start and max(map(_demand, parts[start:])) > width:
            parts[start:] = _mended(parts[start:], stretch, config, width)
        owners += [stretch] * (len(parts) - start)
        pieces.mixed = pieces.mixed or known.mixed
        if stretch.note is not None:
            pieces.notes.append((len(parts) - 1, stretch.note))
    return pieces


def _force(pieces: Pieces, stretch: Stretch, config: Config) -> None:
    last = len(pieces.parts) - 1
    if last < 0 or last in pieces.forced:
        face = config.faces.face(stretch.look.face)
        pieces.parts.append(Part(face.shape(""), face, 0.0))
        pieces.owners.append(stretch)
        last += 1
    pieces.forced.add(last)


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
        offsets = config.hyphens.positions(text)
    pairs = config.faces.shape(look.face, text, look.features)
    if len(pairs) == 1:
        ((face, shaped),) = pairs
        return [_part(shaped, face, look, _hyphens(shaped, face, look, offsets), after)]
    parts = [_part(shaped, face, look) for face, shaped in pairs]
    return [*parts[:-1], replace(parts[-1], after=after)]


def _part(
    shaped: Shaped, face: Face, look: Look, hyphens: tuple[tuple[int, float, float], ...] = (), after: float | None = None
) -> Part:
    width = shaped_width(shaped, look)
    edges = (0.0, *(before for _, before, _ in hyphens))
    ends = (*(end for _, _, end in hyphens), width)
    demand = float("inf") if shaped.missing else max(end - start for start, end in zip(edges, ends))
    return Part(shaped, face, width, False, hyphens, after, demand)


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


def _mended(parts: list[Part], stretch: Stretch, config: Config, width: float) -> list[Part]:
    """What no face has, or what is wider than its line, is reported with its place; a wide word is cut so that nothing passes the margin."""
    mended: list[Part] = []
    for part in parts:
        if part.shaped.missing:
            _report_missing(part, stretch, config)
        if part.width <= width or part.demand <= width:
            mended.append(part)
        else:
            mended += _cut(part, stretch, config, width)
    return mended


def _report_missing(part: Part, stretch: Stretch, config: Config) -> None:
    for character in part.shaped.missing:
        config.log.error(
            "glyph-missing",
            f"no font has the character ‘{character}’ (U+{ord(character):04X}); {config.faces.face(stretch.look.face).name} was asked for it",
            config.spans.get(stretch.node, NOWHERE),
            "use another character, or add a font that has it to ‘fallback’ in styles/tokens.yaml",
        )


def _cut(part: Part, stretch: Stretch, config: Config, width: float) -> list[Part]:
    text = part.shaped.text
    config.log.error(
        "word-too-wide",
        f"‘{text if len(text) <= 40 else text[:39] + '…'}’ is wider than its line ({part.width:.0f} pt in {width:.0f} pt)",
        config.spans.get(stretch.node, NOWHERE),
        "use a shorter word, a wider place, or soft hyphens (U+00AD) where it may break",
    )
    look = stretch.look
    cuts = [_part(part.face.shape(cut, look.features), part.face, look, after=ADDRESS_PENALTY) for cut in _cuts(part.shaped, look, width)]
    return [*cuts[:-1], replace(cuts[-1], after=part.after)]


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

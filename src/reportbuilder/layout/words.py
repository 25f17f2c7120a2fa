"""Text cut into pieces that lines are made of: shaped words, spaces, and the places where a line may end."""

import re
from bisect import bisect_right
from itertools import accumulate
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.assets.faces import Face
from reportbuilder.assets.shaped import Shaped
from reportbuilder.style.spelling import Hyphen
from reportbuilder.layout.config import Config
from reportbuilder.layout.directions import directed, is_directed
from reportbuilder.layout.fallbacks import report_fallbacks
from reportbuilder.layout.looks import SUPERIOR, Look, Stretch
from reportbuilder.layout.margins import Hanging, hanging
from reportbuilder.layout.pieces import ADDRESS_PENALTY, TOKENS, Part, Pieces, kerned, part_of, shaped_width
from reportbuilder.layout.unfit import mended

ADDRESS = re.compile(r"[“‘(]*(?:https?://|www\.|[\w-]+(?:\.[\w-]+)+/|[\w.+-]+@[\w-]+\.\w|(?:[\w-]{2,}\.)+[a-z]{2,12}[?!.,;:)”’]*$)")
"""What begins with ``https://`` or ``www.``, has a dot and a slash, is a mail address, or ends like the name of a site."""
ADDRESS_BREAKS = re.compile(r"(?<=[/.\-_?=&@])(?=[^/.\-_?=&@])")
COMPOUND_BREAKS = re.compile(r"(?<=[^\W\d_][-–—/])(?=[^\W_])|(?<=—)(?=\w)|(?<=[\u200b\u1361])(?=.)")
COMPOUND_SIGNS = re.compile(r"[-–—/\u200b\u1361]")
"""U+1361 stands between words in Ethiopic."""
SOFT_HYPHEN = "\u00ad"
HYPHENS = ("-", "–", "—", "\u2010")
SENTENCE_MARK = "\x00"
"""Stands before a word that begins a sentence while it is cut, for there a capital does not make it a name."""
SENTENCE_START = re.compile(r"([.!?][”’)]? )(?=[“‘(]?[^\W\d_])")
MARKED = f"\\1{SENTENCE_MARK}"
COMPOUND_PENALTY = 60.0
CLITIC = re.compile(r"[“‘(]*[’'][stn]")
"""Stands before the word that it leans on: ’s morgens, ’t Zand."""
CLITIC_PENALTY = 1_000.0
COUNT = re.compile(r"[1-9][0-9]?")
"""A small number that is read with what it counts: 5 keer, 20 juni."""
COUNT_PENALTY = 300.0
LEAST_KERN = 0.5
"""Thousandths of an em; what is less is rounding."""
SCALED_SIZE, SCALED_RISE = 0.62, 0.33
"""Of a superior figure that the font has no form of its own for: parts of the size of the text."""


class Manner(Struct, frozen=True):
    """How words are cut: whether hyphens may come in, what hangs out at the margins, and whether they run from right to left."""

    hyphenate: bool
    hanging: Hanging | None = None
    turned: bool = False


class _Known(dict[str, tuple[Part, ...]]):
    """The parts of every token met in one look."""

    def __init__(self, look: Look, config: Config, manner: Manner) -> None:
        self._look, self._config, self._manner = look, config, manner
        self._face = config.faces.face(look.face)
        self.mixed = False

    def __missing__(self, token: str) -> tuple[Part, ...]:
        found = self[token] = _parts(token, self._look, self._config, self._manner)
        self.mixed = self.mixed or len({id(part.face) for part in found}) > 1 or found[0].face is not self._face
        return found


_demand = attrgetter("demand")


def pieces_of(stretches: list[Stretch], config: Config, hyphenate: bool, width: float, protrude: bool = False) -> Pieces:
    """All of a paragraph; a part wider than ``width`` is cut and reported (`word-too-wide`)."""
    pieces = Pieces([], [], set(), [])
    parts, owners = pieces.parts, pieces.owners
    if config.sheet.page.from_right or is_directed(stretches):
        pieces.base, stretches = directed(stretches, config)
        protrude, hyphenate = False, hyphenate and not pieces.base
    for stretch in stretches:
        if stretch.forced:
            _force(pieces, stretch, config)
            continue
        look = stretch.look
        if look.tracking and stretch.level % 2:  # joined letters would come apart
            stretch = replace(stretch, look=replace(look, tracking=0.0))
            look = stretch.look
        if SUPERIOR in look.features and not config.faces.face(look.face).superiors:
            stretch = _scaled(stretch)
            look = stretch.look
        turned = stretch.level % 2 == 1
        key = (look.face, look.size, look.features, look.tracking, hyphenate, protrude, turned, look.language)
        known = config.words.get(key)
        if known is None:
            manner = Manner(hyphenate and not turned, hanging(look.face.family, config) if protrude else None, turned)
            known = config.words[key] = _Known(look, config, manner)
        start = len(parts)
        text = stretch.text
        if hyphenate:
            text = _sentences_marked(text, parts)
        for token in TOKENS.findall(text):
            parts += known[token]
        if len(parts) > start and max(map(_demand, parts[start:])) > width:
            parts[start:] = mended(parts[start:], stretch, config, width)
        owners += [stretch] * (len(parts) - start)
        if known.mixed:
            pieces.mixed = True
            report_fallbacks(parts[start:], stretch, config)
        if stretch.note is not None:
            pieces.notes.append((len(parts) - 1, stretch.note))
    return pieces


def _scaled(stretch: Stretch) -> Stretch:
    """Plain figures made small and raised, for a face that has no superior ones."""
    look, features = stretch.look, tuple("lnum" if feature == SUPERIOR else feature for feature in stretch.look.features)
    return replace(stretch, look=replace(look, size=look.size * SCALED_SIZE, rise=look.size * SCALED_RISE, features=features))


def _sentences_marked(text: str, before: list[Part]) -> str:
    text = SENTENCE_START.sub(MARKED, text)
    begins = not before or (before[-1].is_space and len(before) > 1 and before[-2].shaped.text[-1:] in (".", "!", "?"))
    return SENTENCE_MARK + text if begins and text[:1] not in ("", " ") else text


def _force(pieces: Pieces, stretch: Stretch, config: Config) -> None:
    last = len(pieces.parts) - 1
    if last < 0 or last in pieces.forced:
        face = config.faces.face(stretch.look.face)
        pieces.parts.append(Part(face.shape(""), face, 0.0))
        pieces.owners.append(stretch)
        last += 1
    pieces.forced.add(last)


def _parts(token: str, look: Look, config: Config, manner: Manner) -> tuple[Part, ...]:
    face = config.faces.face(look.face)
    if token[0] == " ":
        space = face.shape(" ", look.features)
        return (Part(space, face, shaped_width(space, look), is_space=True),)
    begins = token[0] == SENTENCE_MARK
    token = token[begins:]
    if ADDRESS.match(token):
        texts, penalty = ADDRESS_BREAKS.split(token), ADDRESS_PENALTY
        manner = replace(manner, hyphenate=False)
    elif COMPOUND_SIGNS.search(token):
        texts, penalty = COMPOUND_BREAKS.split(token), COMPOUND_PENALTY
    else:
        texts, penalty = [token], 0.0
    parts: list[Part] = []
    last: list[int] = []
    for text in texts[:-1]:
        parts += _shaped_parts(text, look, config, manner, penalty, begins)
        begins = False
        last.append(len(parts) - 1)
    parts += _shaped_parts(texts[-1], look, config, manner, None, begins)
    for number in last if not manner.turned else ():
        parts[number] = _kerned_with(parts[number], parts[number + 1], look)
    if CLITIC.fullmatch(token):
        parts[-1] = replace(parts[-1], tied=CLITIC_PENALTY)
    elif COUNT.fullmatch(token) and not look.rise and SUPERIOR not in look.features:
        parts[-1] = replace(parts[-1], tied=COUNT_PENALTY)
    return tuple(parts)


def _shaped_parts(text: str, look: Look, config: Config, manner: Manner, after: float | None, begins: bool) -> list[Part]:
    """One part, or one for each face that the text needs. ``begins``: the text begins a sentence."""
    breaks: tuple[Hyphen, ...] = ()
    if SOFT_HYPHEN in text:
        text, breaks = _soft_hyphens(text)
    elif manner.hyphenate:
        breaks = config.hyphens.of(look.language).breaks(text, begins)
    pairs = config.faces.shape(look.face, text, look.features, manner.turned, look.language)
    main = config.faces.face(look.face)
    if len(pairs) == 1:
        ((face, shaped),) = pairs
        hyphens = _hyphens(shaped, face, look, breaks if face is main and not manner.turned else (), manner.hanging)
        parts = [part_of(shaped, face, look, hyphens, after, face.scale_beside(main), breaks)]
    else:
        parts = [part_of(shaped, face, look, scale=face.scale_beside(main)) for face, shaped in pairs]
        parts[-1] = replace(parts[-1], after=after)
    return _hung(parts, look, manner.hanging) if manner.hanging else parts


def _kerned_with(part: Part, after: Part, look: Look) -> Part:
    """A part as it stands before the next one of its word, which the font may want nearer: West-Vlaanderen."""
    if part.face is not after.face or not (part.shaped.glyphs and after.shaped.glyphs):
        return part
    one, other = part.shaped.text[-1], after.shaped.text[0]
    both, *single = (part.face.shape(text, look.features) for text in (one + other, one, other))
    kern = both.width - sum(shaped.width for shaped in single) if len(both.glyphs) == 2 else 0.0
    if abs(kern) < LEAST_KERN:
        return part
    kern *= look.size * part.scale / 1000
    return replace(part, shaped=kerned(part.shaped, kern, look.size * part.scale), width=part.width + kern, kern=kern)


def _hung(parts: list[Part], look: Look, hanging: Hanging) -> list[Part]:
    """The parts of a word with what hangs out of its first and last sign, in points."""
    first, last = parts[0].shaped, parts[-1].shaped
    left, right = hanging.get(first.text[:1]), hanging.get(last.text[-1:])
    if left and left[0] and first.advances:
        parts[0] = replace(parts[0], left=left[0] * first.advances[0] * look.size * parts[0].scale / 1000)
    if right and right[1] and last.advances:
        parts[-1] = replace(parts[-1], right=right[1] * last.advances[-1] * look.size * parts[-1].scale / 1000)
    return parts


def _soft_hyphens(text: str) -> tuple[str, tuple[Hyphen, ...]]:
    whole = text.replace(SOFT_HYPHEN, "")
    offsets, total = [], 0
    for part in text.split(SOFT_HYPHEN)[:-1]:
        total += len(part)
        offsets.append(total)
    return whole, tuple(Hyphen(o, o) for o in offsets if 0 < o < len(whole))


def _hyphens(
    shaped: Shaped, face: Face, look: Look, breaks: tuple[Hyphen, ...], hanging: Hanging | None
) -> tuple[tuple[float, float, float, float], ...]:
    """What `Part.hyphens` tells of each break."""
    if not breaks:
        return ()
    hyphen = shaped_width(face.hyphen(look.features), look)
    hang = hyphen * hanging["-"][1] if hanging and "-" in hanging else 0.0
    hyphen -= hang
    ends = list(accumulate(map(len, shaped.clusters)))
    widths = list(accumulate(shaped.advances, initial=0.0))
    found = []
    for start, stop, left, right, penalty in breaks:
        if left or right or start != stop:
            before, begin = (
                shaped_width(face.shape(text, look.features), look) for text in (shaped.text[:start] + left, right + shaped.text[stop:])
            )
            found.append((before + hyphen, shaped_width(shaped, look) - begin, penalty, hang))
            continue
        glyphs = bisect_right(ends, start)
        before = (widths[glyphs] + look.tracking * glyphs) * look.size / 1000
        rest = start - (ends[glyphs - 1] if glyphs else 0)
        if rest:  # inside a ligature
            before += shaped_width(face.shape(shaped.clusters[glyphs][:rest], look.features), look)
        found.append((before + hyphen, before, penalty, hang))
    return tuple(found)

"""Faces: font files checked and opened once, and words shaped with HarfBuzz.

Advances and widths are in thousandths of an em throughout, as PDF wants them.
"""

import struct
from collections.abc import Mapping
from functools import cached_property
from itertools import islice
from pathlib import Path

import uharfbuzz as hb
from msgspec import Struct

from reportbuilder.assets.font_check import FontFault, checked_font
from reportbuilder.assets.graphemes import IGNORABLE, graphemes
from reportbuilder.assets.kept_words import KeptWords, Words
from reportbuilder.assets.shaped import Shaped, clusters_of
from reportbuilder.style.sheet import FaceKey

BESIDE = (b"BASE", b"GDEF", b"GPOS", b"GSUB", b"OS/2", b"STAT", b"cmap", b"name", b"post")
"""Tables that no outline needs."""


WEIGHTS = {"light": 300, "regular": 400, "semibold": 600, "bold": 700, "black": 900}
"""As OpenType counts weights (OS/2, usWeightClass)."""
FIGURES = "0123456789"
ACCENTED_J = "j\u0301"
"""Typed with its accent, as the second half of a stressed ij: fonts with forms for Dutch, which give such a j the accent of the i before it, would set two."""
MOST_SCALED = 0.25
"""By how much the letters of a fallback font may be made smaller or larger, as a part of their size."""


class Face(Struct, eq=False, dict=True):
    """One font file. ``name`` is its PostScript name; metrics are in thousandths of an em; ``language`` (BCP 47) chooses among forms of
    letters; ``variations`` has the place on each axis of a variable font.
    """

    key: FaceKey
    path: Path
    name: str
    data: bytes
    upem: int
    hb_face: hb.Face
    hb_font: hb.Font
    ascent: float
    descent: float
    cap_height: float
    x_height: float
    language: str = "und"
    variations: dict[str, float] = {}
    words: Words = {}
    nominal: dict[int, float] = {}

    def shape(self, text: str, features: tuple[str, ...] = (), reversed: bool = False, language: str = "") -> Shaped:
        """The text, without line breaks, as glyphs; what the face lacks becomes glyph 0 and stands in ``missing``.

        ``features`` are OpenType tags to switch on (``smcp``); a leading ``-`` switches one off. ``reversed``: from right to left. ``language``:
        another one than the face's (BCP 47).
        """
        found = self.words.get((text, features, reversed, language))
        if found is None:
            found = self.words[text, features, reversed, language] = _shape(self, text, features, reversed, language or self.language)
        return found

    def hyphen(self, features: tuple[str, ...] = ()) -> Shaped:
        """A drawn hyphen that is read as a soft one (U+00AD), so that a broken word is read whole."""
        found = self.words.get(("\u00ad", features, False, ""))
        if found is None:
            plain = self.shape("-", features)
            found = Shaped("-", plain.glyphs, plain.advances, plain.clusters, plain.shifts, "\u00ad")
            self.words["\u00ad", features, False, ""] = found
        return found

    def nominal_advance(self, glyph: int) -> float:
        """The advance of a glyph by itself, from the font's own table."""
        advance = self.nominal.get(glyph)
        if advance is None:
            advance = self.nominal[glyph] = self.hb_font.get_glyph_h_advance(glyph) * 1000 / self.upem
        return advance

    def depth(self, glyphs: tuple[int, ...]) -> float:
        """How far the deepest of the glyphs reaches below the baseline, in thousandths of an em."""
        found = (self.hb_font.get_glyph_extents(glyph) for glyph in glyphs)
        return max((-(extents.y_bearing + extents.height) for extents in found if extents), default=0) * 1000 / self.upem

    def ascent_of(self, letter: str) -> float:
        """How far a letter reaches above the baseline, in thousandths of an em."""
        glyph = self.hb_font.get_nominal_glyph(ord(letter))
        extents = self.hb_font.get_glyph_extents(glyph) if glyph else None
        return extents.y_bearing * 1000 / self.upem if extents else self.cap_height

    def has(self, text: str) -> bool:
        """Whether the face has a glyph for each character that needs one."""
        return all(self.hb_font.get_nominal_glyph(ord(character)) is not None for character in text if character not in IGNORABLE)

    @cached_property
    def features(self) -> frozenset[str]:
        """The tags of its OpenType features (tables GSUB and GPOS)."""
        return frozenset(tag for table in ("GSUB", "GPOS") for tag in _feature_tags(self.hb_face.reference_table(table).data))

    @cached_property
    def superiors(self) -> bool:
        """Whether it has superior forms of all figures (feature ``sups``)."""
        if "sups" not in self.features:
            return False
        plain, raised = self.shape(FIGURES), self.shape(FIGURES, ("sups",))
        return len(plain.glyphs) == len(raised.glyphs) and not set(plain.glyphs) & set(raised.glyphs)

    def scale_beside(self, other: "Face") -> float:
        """The factor that makes its small letters as high as those of the other face, within bounds; 1 where one of the two has none."""
        if self is other or not self.x_height or not other.x_height:
            return 1.0
        return min(1 + MOST_SCALED, max(1 - MOST_SCALED, other.x_height / self.x_height))


def _feature_tags(table: bytes) -> set[str]:
    """The tags in the FeatureList of GSUB or GPOS (OpenType specification, common table formats); none if the table is missing or cut off."""
    try:
        (start,) = struct.unpack_from(">H", table, 6)
        (count,) = struct.unpack_from(">H", table, start)
        return {struct.unpack_from(">4s", table, start + 2 + 6 * i)[0].decode("latin-1") for i in range(count)}
    except struct.error:
        return set()


def _shape(face: Face, text: str, features: tuple[str, ...], reversed: bool, language: str) -> Shaped:
    if not text:
        return Shaped("", (), (), ())
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.language = "und" if ACCENTED_J in text else language
    buffer.direction = "rtl" if reversed else "ltr"
    buffer.guess_segment_properties()
    hb.shape(face.hb_font, buffer, {tag.lstrip("-"): not tag.startswith("-") for tag in features})
    scale = 1000 / face.upem
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    glyphs = tuple(info.codepoint for info in infos)
    advances = tuple(p.x_advance * scale for p in positions)
    shifts = None
    if any(p.x_offset or p.y_offset for p in positions):
        shifts = tuple((p.x_offset * scale, p.y_offset * scale) for p in positions)
    return Shaped(text, glyphs, advances, clusters_of(text, [info.cluster for info in infos]), shifts, None, reversed)


def open_face(key: FaceKey, path: Path, language: str = "und") -> Face:
    """Open and check one font file; words are shaped as the language (a BCP 47 tag) wants.

    Raises `FontFault` (code, message, hint) when the file is missing, broken, of a kind we cannot embed, or may not be embedded.
    """
    data = checked_font(path)
    hb_face = hb.Face(hb.Blob(data))
    hb_font = hb.Font(hb_face)
    variations = _variations(hb_face, key)
    hb_font.set_variations(variations)
    _require_outlines(hb_face, hb_font, path)
    upem = hb_face.upem
    scale = 1000 / upem
    extents = hb_font.get_font_extents("ltr")

    def metric(tag: hb.OTMetricsTag) -> float:
        return hb_font.get_metric_position_with_fallback(tag) * scale

    name = hb_face.get_name(6) or path.stem
    return Face(
        key,
        path,
        f"{name}-{key.weight.title()}{'Italic' if key.italic else ''}" if variations else name,
        data,
        upem,
        hb_face,
        hb_font,
        extents.ascender * scale,
        extents.descender * scale,
        metric(hb.OTMetricsTag.CAP_HEIGHT),
        metric(hb.OTMetricsTag.X_HEIGHT),
        language,
        variations,
    )


def _variations(hb_face: hb.Face, key: FaceKey) -> dict[str, float]:
    """Where a face of that weight and slant stands on each axis of a variable font, as near as its axes go; nothing for other fonts."""
    wanted = {"wght": float(WEIGHTS[key.weight]), "ital": float(key.italic), "slnt": -90.0 if key.italic else 0.0}
    axes = hb_face.axis_infos if hb_face.has_var_data else ()
    return {axis.tag: min(axis.max_value, max(axis.min_value, wanted.get(axis.tag, axis.default_value))) for axis in axes}


def _require_outlines(hb_face: hb.Face, hb_font: hb.Font, path: Path) -> None:
    """A font whose tables contradict each other is told by trying what will be done with it: to draw a letter, to take one out."""
    letters = (hb_font.get_nominal_glyph(ord(letter)) for letter in "nHa0")
    glyph = next((letter for letter in letters if letter), 0)
    extents = hb_font.get_glyph_extents(glyph)
    wanted = hb.SubsetInput()
    wanted.glyph_set.add(glyph)
    wanted.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in BESIDE)
    drawn = not glyph or (extents is not None and 0 not in (extents.width, extents.height, hb_font.get_glyph_h_advance(glyph)))
    try:
        hb.subset(hb_face, wanted)
    except RuntimeError:
        drawn = False
    if not drawn:
        raise FontFault("font-broken", f"the letters of the font {path.name} can't be drawn", "export or download it again")


class Faces:
    """All faces of a sheet, opened when first asked for; shaping falls back over families letter by letter: over the ``companions`` of a family, then over
    all of ``fallback``. Words that were shaped in an earlier build are recalled from the file ``kept``.
    """

    def __init__(
        self,
        fonts: dict[FaceKey, Path],
        fallback: tuple[str, ...] = (),
        language: str = "und",
        kept: Path | None = None,
        companions: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self._paths = fonts
        self._fallback = fallback
        self._companions = companions or {}
        self._language = language
        self._open: dict[FaceKey, Face] = {}
        self._stand_ins: dict[tuple[FaceKey, str], Face | None] = {}
        self._kept = KeptWords(kept) if kept else None

    def face(self, key: FaceKey) -> Face:
        """The face of a key, or of the nearest weight of the family that the sheet has. Raises `FontFault`."""
        found = self._open.get(key)
        if found is None:
            nearest = self.resolve(key)
            found = self._open.get(nearest) or self._opened(nearest)
            self._open[nearest] = self._open[key] = found
        return found

    def _opened(self, key: FaceKey) -> Face:
        face = open_face(key, self._paths[key], self._language)
        if self._kept:
            face.words = self._kept.of(face.data, face.language, face.variations)
        return face

    def keep(self) -> None:
        """Keep the shaped words for the next build, if a place for them was given."""
        if self._kept:
            self._kept.keep()

    def known(self) -> dict[FaceKey, int]:
        """How many words each face has shaped, for `learned`."""
        return {face.key: len(face.words) for face in self._open.values()}

    def learned(self, before: Mapping[FaceKey, int]) -> dict[FaceKey, Words]:
        """The words that faces have shaped since then."""
        return {face.key: dict(islice(face.words.items(), before.get(face.key, 0), None)) for face in self._open.values()}

    def learn(self, words: Mapping[FaceKey, Words]) -> None:
        """Take over what another has shaped with the same fonts."""
        for key, shaped in words.items():
            mine = self.face(key).words
            for name, word in shaped.items():
                mine.setdefault(name, word)

    def resolve(self, key: FaceKey) -> FaceKey:
        """The key that the sheet has for this one: same family, then same slant, then nearest weight. Raises `FontFault`."""
        if key in self._paths:
            return key
        family = [k for k in self._paths if k.family == key.family]
        if not family:
            raise FontFault("font-missing", f"the sheet has no font of the family ‘{key.family}’")
        order = ("light", "regular", "semibold", "bold", "black")
        wanted = order.index(key.weight)
        nearer = -1 if wanted > 1 else 1  # of two as near, the heavier for what is to stand out (as CSS Fonts 4, 5.2, has it)
        return min(family, key=lambda k: (k.italic != key.italic, abs(order.index(k.weight) - wanted), nearer * order.index(k.weight)))

    def shape(
        self, key: FaceKey, text: str, features: tuple[str, ...] = (), reversed: bool = False, language: str = ""
    ) -> tuple[tuple[Face, Shaped], ...]:
        """The text in the face of ``key``, in pieces in its order; letters it lacks come from the fallback families. What no face has stays
        ``missing``.
        """
        face = self.face(key)
        shaped = face.shape(text, features, reversed, language)
        if not shaped.missing:
            return ((face, shaped),)
        pieces: list[tuple[Face, str]] = []
        for letter in graphemes(text):
            own = face if face.has(letter) else self._stand_in(letter, key) or face
            if pieces and pieces[-1][0] is own:
                pieces[-1] = (own, pieces[-1][1] + letter)
            else:
                pieces.append((own, letter))
        return tuple((own, own.shape(part, features, reversed, language)) for own, part in pieces)

    def _stand_in(self, letter: str, key: FaceKey) -> Face | None:
        """The face for a letter that the face of ``key`` lacks: of its companions and the fallback families in their order, upright where the slanted one lacks it."""
        if (key, letter) not in self._stand_ins:
            families = (key.family, *self._companions.get(key.family, ()), *self._fallback)
            candidates = (self.face(FaceKey(family, key.weight, italic)) for family in families for italic in (key.italic, False))
            self._stand_ins[key, letter] = next((candidate for candidate in candidates if candidate.has(letter)), None)
        return self._stand_ins[key, letter]

    def check(self) -> list[tuple[FaceKey, FontFault]]:
        """Open every font of the sheet; the faults found."""
        faults = []
        for key in self._paths:
            try:
                self.face(key)
            except FontFault as fault:
                faults.append((key, fault))
        return faults

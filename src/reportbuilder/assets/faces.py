"""Faces: font files checked and opened once, and words shaped with HarfBuzz.

Advances and widths are in thousandths of an em throughout, as PDF wants them.
"""

from dataclasses import dataclass, field
from pathlib import Path

import uharfbuzz as hb

from reportbuilder.assets.font_check import FontFault, checked_font
from reportbuilder.style.sheet import FaceKey

BESIDE = (b"BASE", b"GDEF", b"GPOS", b"GSUB", b"OS/2", b"STAT", b"cmap", b"name", b"post")
"""Tables that no outline needs."""


class Shaped:
    """A word or a space as glyphs of one face; shared by every line that shows it, so never changed.

    ``clusters`` has the text of each glyph (empty for the second and later glyphs of a cluster); ``actual`` is what is to be read instead
    of ``text`` where they differ (a soft hyphen for a drawn one), else None. ``shifts`` are (x, y) displacements, or None if all are 0.
    ``missing`` has the clusters in which the face lacks a glyph.
    """

    __slots__ = ("text", "glyphs", "advances", "clusters", "width", "is_space", "shifts", "actual", "missing")

    def __init__(
        self,
        text: str,
        glyphs: tuple[int, ...],
        advances: tuple[float, ...],
        clusters: tuple[str, ...],
        shifts: tuple[tuple[float, float], ...] | None = None,
        actual: str | None = None,
    ) -> None:
        self.text = text
        self.glyphs = glyphs
        self.advances = advances
        self.clusters = clusters
        self.width = sum(advances)
        self.is_space = text == " "
        self.shifts = shifts
        self.actual = actual
        self.missing = _missing(glyphs, clusters) if 0 in glyphs else ""

    def __repr__(self) -> str:
        return f"Shaped({self.text!r})"


def _missing(glyphs: tuple[int, ...], clusters: tuple[str, ...]) -> str:
    found: dict[str, None] = {}
    cluster = ""
    for glyph, text in zip(glyphs, clusters):
        cluster = text or cluster
        if glyph == 0:
            found[cluster] = None
    return "".join(found)


@dataclass(eq=False, slots=True)
class Face:
    """One font file. ``name`` is its PostScript name; metrics are in thousandths of an em."""

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
    words: dict[tuple[str, tuple[str, ...]], Shaped] = field(default_factory=dict)
    nominal: dict[int, float] = field(default_factory=dict)

    def shape(self, text: str, features: tuple[str, ...] = ()) -> Shaped:
        """The text, without line breaks, as glyphs; what the face lacks becomes glyph 0 and stands in ``missing``.

        ``features`` are OpenType tags to switch on (``smcp``); a leading ``-`` switches one off.
        """
        found = self.words.get((text, features))
        if found is None:
            found = self.words[text, features] = _shape(self, text, features)
        return found

    def hyphen(self, features: tuple[str, ...] = ()) -> Shaped:
        """A drawn hyphen that is read as a soft one (U+00AD), so that a broken word is read whole."""
        found = self.words.get(("\u00ad", features))
        if found is None:
            plain = self.shape("-", features)
            found = self.words["\u00ad", features] = Shaped("-", plain.glyphs, plain.advances, plain.clusters, plain.shifts, "\u00ad")
        return found

    def nominal_advance(self, glyph: int) -> float:
        """The advance of a glyph by itself, from the font's own table."""
        advance = self.nominal.get(glyph)
        if advance is None:
            advance = self.nominal[glyph] = self.hb_font.get_glyph_h_advance(glyph) * 1000 / self.upem
        return advance

    def has(self, character: str) -> bool:
        """Whether the face has a glyph for the character."""
        return self.hb_font.get_nominal_glyph(ord(character)) is not None


def _shape(face: Face, text: str, features: tuple[str, ...]) -> Shaped:
    if not text:
        return Shaped("", (), (), ())
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(face.hb_font, buffer, {tag.lstrip("-"): not tag.startswith("-") for tag in features})
    scale = 1000 / face.upem
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    glyphs = tuple(info.codepoint for info in infos)
    advances = tuple(p.x_advance * scale for p in positions)
    shifts = None
    if any(p.x_offset or p.y_offset for p in positions):
        shifts = tuple((p.x_offset * scale, p.y_offset * scale) for p in positions)
    return Shaped(text, glyphs, advances, _clusters(text, [info.cluster for info in infos]), shifts)


def _clusters(text: str, starts: list[int]) -> tuple[str, ...]:
    """The text of each glyph, from the cluster starts HarfBuzz gives (ascending for left-to-right, descending for right-to-left text)."""
    if len(starts) == len(text) and starts == list(range(len(text))):
        return tuple(text)
    edges = sorted(set(starts)) + [len(text)]
    following = dict(zip(edges, edges[1:]))
    seen: set[int] = set()
    clusters = []
    for start in starts:
        clusters.append("" if start in seen else text[start : following[start]])
        seen.add(start)
    return tuple(clusters)


def open_face(key: FaceKey, path: Path) -> Face:
    """Open and check one font file.

    Raises `FontFault` (code, message, hint) when the file is missing, broken, of a kind we cannot embed, or may not be embedded.
    """
    data = checked_font(path)
    hb_face = hb.Face(hb.Blob(data))
    hb_font = hb.Font(hb_face)
    _require_outlines(hb_face, hb_font, path)
    upem = hb_face.upem
    scale = 1000 / upem
    extents = hb_font.get_font_extents("ltr")

    def metric(tag: hb.OTMetricsTag) -> float:
        return hb_font.get_metric_position_with_fallback(tag) * scale

    return Face(
        key,
        path,
        hb_face.get_name(6) or path.stem,
        data,
        upem,
        hb_face,
        hb_font,
        extents.ascender * scale,
        extents.descender * scale,
        metric(hb.OTMetricsTag.CAP_HEIGHT),
        metric(hb.OTMetricsTag.X_HEIGHT),
    )


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
    """All faces of a sheet, opened when first asked for; shaping falls back over families glyph by glyph."""

    def __init__(self, fonts: dict[FaceKey, Path], fallback: tuple[str, ...] = ()) -> None:
        self._paths = fonts
        self._fallback = fallback
        self._open: dict[FaceKey, Face] = {}

    def face(self, key: FaceKey) -> Face:
        """The face of a key, or of the nearest weight of the family that the sheet has. Raises `FontFault`."""
        found = self._open.get(key)
        if found is None:
            nearest = self.resolve(key)
            found = self._open.get(nearest) or open_face(nearest, self._paths[nearest])
            self._open[nearest] = self._open[key] = found
        return found

    def resolve(self, key: FaceKey) -> FaceKey:
        """The key that the sheet has for this one: same family, then same slant, then nearest weight. Raises `FontFault`."""
        if key in self._paths:
            return key
        family = [k for k in self._paths if k.family == key.family]
        if not family:
            raise FontFault("font-missing", f"the sheet has no font of the family ‘{key.family}’")
        order = ("light", "regular", "semibold", "bold", "black")
        return min(family, key=lambda k: (k.italic != key.italic, abs(order.index(k.weight) - order.index(key.weight))))

    def shape(self, key: FaceKey, text: str, features: tuple[str, ...] = ()) -> tuple[tuple[Face, Shaped], ...]:
        """The text in the face of ``key``; characters it lacks come from the fallback families. What no face has stays ``missing``."""
        face = self.face(key)
        shaped = face.shape(text, features)
        if not shaped.missing:
            return ((face, shaped),)
        pieces: list[tuple[Face, str]] = []
        for character in text:
            own = face if face.has(character) else self._with(character, key) or face
            if pieces and pieces[-1][0] is own:
                pieces[-1] = (own, pieces[-1][1] + character)
            else:
                pieces.append((own, character))
        return tuple((own, own.shape(part, features)) for own, part in pieces)

    def _with(self, character: str, key: FaceKey) -> Face | None:
        for family in self._fallback:
            candidate = self.face(FaceKey(family, key.weight, key.italic))
            if candidate.has(character):
                return candidate
        return None

    def check(self) -> list[tuple[FaceKey, FontFault]]:
        """Open every font of the sheet; the faults found."""
        faults = []
        for key in self._paths:
            try:
                self.face(key)
            except FontFault as fault:
                faults.append((key, fault))
        return faults

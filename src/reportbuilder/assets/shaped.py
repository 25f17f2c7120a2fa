"""A word as glyphs: what shaping gives, and what each glyph is to be read as.

Advances and widths are in thousandths of an em, as PDF wants them.
"""

from msgspec import UNSET, Struct, UnsetType
from msgspec.structs import force_setattr


class Shaped(Struct, frozen=True, eq=False, array_like=True):
    """A word or a space as glyphs of one face, from left to right; shared by every line that shows it, so never changed.

    ``clusters`` has the text of each glyph (empty for the second and later glyphs of a cluster); ``actual`` is what is to be read instead
    of ``text`` where they differ (a soft hyphen for a drawn one), else None. ``shifts`` are (x, y) displacements, or None if all are 0.
    ``missing`` has the clusters in which the face lacks a glyph. ``reversed``: the text is read from right to left, so its first letter is
    the last glyph.
    """

    text: str
    glyphs: tuple[int, ...]
    advances: tuple[float, ...]
    clusters: tuple[str, ...]
    shifts: tuple[tuple[float, float], ...] | None = None
    actual: str | None = None
    reversed: bool = False
    width: float | UnsetType = UNSET
    is_space: bool = False
    missing: str = ""

    def __post_init__(self) -> None:
        if self.width is UNSET:
            force_setattr(self, "width", sum(self.advances))
            force_setattr(self, "is_space", self.text == " ")
            force_setattr(self, "missing", _missing(self.glyphs, self.clusters) if 0 in self.glyphs else "")

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


def clusters_of(text: str, starts: list[int]) -> tuple[str, ...]:
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

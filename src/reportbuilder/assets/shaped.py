"""A word as glyphs: what shaping gives, and what each glyph is to be read as.

Advances and widths are in thousandths of an em, as PDF wants them.
"""


class Shaped:
    """A word or a space as glyphs of one face, from left to right; shared by every line that shows it, so never changed.

    ``clusters`` has the text of each glyph (empty for the second and later glyphs of a cluster); ``actual`` is what is to be read instead
    of ``text`` where they differ (a soft hyphen for a drawn one), else None. ``shifts`` are (x, y) displacements, or None if all are 0.
    ``missing`` has the clusters in which the face lacks a glyph. ``reversed``: the text is read from right to left, so its first letter is
    the last glyph.
    """

    __slots__ = ("text", "glyphs", "advances", "clusters", "width", "is_space", "shifts", "actual", "missing", "reversed")

    def __init__(
        self,
        text: str,
        glyphs: tuple[int, ...],
        advances: tuple[float, ...],
        clusters: tuple[str, ...],
        shifts: tuple[tuple[float, float], ...] | None = None,
        actual: str | None = None,
        reversed: bool = False,
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
        self.reversed = reversed

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

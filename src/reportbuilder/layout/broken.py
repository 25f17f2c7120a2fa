"""A word in two: the glyphs of each side of a break, which are read as the word is written whole even where its spelling changes there."""

from reportbuilder.assets.shaped import Shaped
from reportbuilder.style.spelling import Hyphen
from reportbuilder.layout.pieces import Part
from reportbuilder.layout.words import SOFT_HYPHEN


def broken(part: Part, features: tuple[str, ...], begin: Hyphen | None, end: Hyphen | None) -> Shaped:
    """The letters of a word from behind ``begin`` to before ``end``; None is its own edge."""
    text = part.shaped.text
    from_, to = begin.stop if begin else 0, end.start if end else len(text)
    right, left = begin.right if begin else "", end.left if end else ""
    shaped = part.face.shape(right + text[from_:to] + left, features)
    if not right and not left:
        return shaped
    clusters = list(shaped.clusters)
    if begin and right:
        clusters[0] = text[begin.start : begin.stop] + clusters[0][len(right) :]
    if end and left:
        last = max(number for number, cluster in enumerate(clusters) if cluster)
        clusters[last] = clusters[last][: -len(left)] + text[end.start : end.stop]
    return Shaped(shaped.text, shaped.glyphs, shaped.advances, tuple(clusters), shaped.shifts, "".join(clusters))


def drawn_hyphen(part: Part, features: tuple[str, ...], at: Hyphen) -> Shaped:
    """The hyphen of a break. It is read as a soft one, behind the letters that are written neither before nor after it."""
    hyphen = part.face.hyphen(features)
    if at.start == at.stop or at.left or at.right:
        return hyphen
    dropped = part.shaped.text[at.start : at.stop]
    return Shaped(hyphen.text, hyphen.glyphs, hyphen.advances, hyphen.clusters, hyphen.shifts, dropped + SOFT_HYPHEN)

"""What lines are made of: words in parts, and paragraphs in such parts."""

import re
from math import inf

from msgspec import UNSET, Struct
from msgspec.structs import replace

from reportbuilder.assets.faces import Face
from reportbuilder.assets.shaped import Shaped
from reportbuilder.layout.looks import Look, Stretch
from reportbuilder.style.spelling import Hyphen


TOKENS = re.compile(r" +|[^ ]+")
"""Words and what is between them."""
ADDRESS_PENALTY = 350.0
"""Of a break without a hyphen: in an address, and where a word is cut because it is wider than its line."""


class Part(Struct, frozen=True):
    """A stretch of a word without a break but at its hyphens; kept for every time the word comes again in the same look.

    ``width`` in points, with the letters ``scale`` times as large as the look says; ``hyphens``: for each of ``breaks`` (width before it with
    as much of the hyphen as does not hang out, width at which its next line begins, penalty, width of what hangs out); ``after``: penalty of a
    break behind it; ``demand``: the room that its widest unbreakable stretch needs, infinite when it can't be set at all; ``left`` and
    ``right``: points by which it hangs out at the margins; ``tied``: penalty of a break at the space behind it; ``kern``: points of its width
    that bring the next part nearer (mostly negative), and are not there at the end of a line.
    """

    shaped: Shaped
    face: Face
    width: float
    is_space: bool = False
    hyphens: tuple[tuple[float, float, float, float], ...] = ()
    after: float | None = None
    demand: float = 0.0
    scale: float = 1.0
    left: float = 0.0
    right: float = 0.0
    breaks: tuple[Hyphen, ...] = ()
    tied: float = 0.0
    kern: float = 0.0


class Pieces(Struct):
    """A paragraph in parts: ``owners[i]`` is the stretch that ``parts[i]`` is of; a line ends behind the parts in ``forced``;
    ``notes`` has (index of the last part of its mark, (note, mark)) for each note first called here;
    ``mixed``: some part may be in another face than its stretch asks for; ``base``: the level of the paragraph in `bidi`, None where
    everything runs from left to right.
    """

    parts: list[Part]
    owners: list[Stretch]
    forced: set[int]
    notes: list[tuple[int, tuple[int, int]]]
    mixed: bool = False
    base: int | None = None


def shaped_width(shaped: Shaped, look: Look) -> float:
    """Points that the shaped text takes in that look."""
    return (shaped.width + look.tracking * len(shaped.glyphs)) * look.size / 1000


def part_of(
    shaped: Shaped,
    face: Face,
    look: Look,
    hyphens: tuple[tuple[float, float, float, float], ...] = (),
    after: float | None = None,
    scale: float = 1.0,
    breaks: tuple[Hyphen, ...] = (),
) -> Part:
    """The shaped text as a part, with its widths."""
    width = shaped_width(shaped, look) * scale
    edges = (0.0, *(start for _, start, _, _ in hyphens))
    ends = (*(end for end, _, _, _ in hyphens), width)
    demand = inf if shaped.missing else max(end - start for start, end in zip(edges, ends))
    return Part(shaped, face, width, False, hyphens, after, demand, scale, breaks=breaks)


def kerned(shaped: Shaped, kern: float, size: float) -> Shaped:
    """Glyphs with what follows them ``kern`` points nearer (if it is negative); ``size`` in points."""
    *advances, last = shaped.advances
    return replace(shaped, advances=(*advances, last + kern * 1000 / size), width=UNSET)

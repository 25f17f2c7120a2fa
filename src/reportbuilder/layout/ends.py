"""Where the lines of a paragraph end: all places where they may, and the best of them."""

from operator import attrgetter

from msgspec.structs import replace

from reportbuilder.layout.breaks import INFINITE, Candidate, Measure, best_breaks, lack, ragged, steepness
from reportbuilder.layout.config import Config
from reportbuilder.layout.pieces import Part, Pieces
from reportbuilder.layout.unfit import report_too_wide
from reportbuilder.layout.words import HYPHENS
from reportbuilder.style.sheet import TextStyle

NONE, CHEAP, ALL = 0.0, 445.0, INFINITE
"""The dearest hyphens that come in: names and endings of two letters are dear."""
JUSTIFIED_TRIES = ((ALL, 3.0), (ALL, INFINITE))
"""(hyphens, tolerance in stretch ratios): hyphens may come in at once, where their demerits are less than those of wide spaces."""
WIDE_TRY = (ALL, 1.5)
"""What goes before them in a wide column, where looser lines are so dear that they hardly ever win: looking at fewer lines is quicker."""
WIDE = 2.0
"""From this steepness on."""
LOOSE_TOLERANCE = 2.5
"""What is asked of a paragraph that must take other than its best number of lines."""
RAGGED_TRIES = ((NONE, 1.5), (CHEAP, 3.0), (ALL, INFINITE))
LEAST_LAST = 2.2
"""Ems that the last line has at least, or as many as the indent of paragraphs if that is more."""
MOST_BALANCED = 6
"""Lines; longer text is no title and no caption."""
HANGING = ("justify", "left")
"""Alignments with a straight edge at the left, where signs may hang out of it."""
SPACE, HYPHEN, BEHIND = range(3)
"""Kinds of line ends: before the space ``piece``; in ``piece`` at ``offset``, with a hyphen; behind ``piece``."""

_width = attrgetter("width")


def best_ends(pieces: Pieces, style: TextStyle, width: float, first_indent: float, config: Config) -> list[Candidate]:
    """The ends of the lines of a paragraph, those of titles and captions balanced."""
    begin = first_indent or -hang_at_left(pieces.parts, 0, style)
    chosen = _chosen(pieces, begin, style, _measure(style, width), config)
    if style.balance and 1 < len(chosen) <= MOST_BALANCED:
        chosen = _balanced(pieces, begin, style, width, chosen)
    return chosen


def candidates_of(pieces: Pieces, style: TextStyle, width: float, first_indent: float) -> tuple[list[Candidate], Measure]:
    """All places where lines of a paragraph may end, and what they must fill."""
    return _candidates(pieces, first_indent or -hang_at_left(pieces.parts, 0, style), ALL, style), _measure(style, width)


def _measure(style: TextStyle, width: float) -> Measure:
    if style.align != "justify":
        return ragged(width, style.size, style.looseness)
    short = min(max(LEAST_LAST * style.size, style.first_indent), width / 3)
    steep = steepness(width, style.size)
    return Measure(width, style.size, style.space_stretch, style.space_shrink, style.expansion, short=short, looseness=style.looseness, steep=steep)


def _chosen(pieces: Pieces, begin: float, style: TextStyle, measure: Measure, config: Config) -> list[Candidate]:
    """The best breaks of the first try that succeeds; ``begin`` is where the first line begins."""
    if not pieces.forced and not measure.looseness:
        total = begin + sum(map(_width, pieces.parts))
        if total <= measure.width:
            return [(total, total, 0.0, 0.0, -INFINITE, False, len(pieces.parts) - 1, 0, BEHIND)]
    tried: list[Candidate] = []
    with_hyphens = None
    tries = JUSTIFIED_TRIES if style.align == "justify" else RAGGED_TRIES
    for hyphens, tolerance in (WIDE_TRY, *tries) if measure.steep >= WIDE else tries:
        if measure.looseness and tolerance < LOOSE_TOLERANCE:
            continue
        if measure.looseness and tolerance >= INFINITE:
            return _chosen(pieces, begin, style, replace(measure, looseness=0), config)  # or single words would stand on lines of their own
        if hyphens != with_hyphens:
            tried, with_hyphens = _candidates(pieces, begin, hyphens, style), hyphens
        found = best_breaks(tried, measure, tolerance)
        if found is not None:
            chosen = [tried[position] for position in found]
            if tolerance >= INFINITE:
                _report_overfull(pieces, chosen, measure, config)
            return chosen
    raise AssertionError("the last try takes any line")


def _balanced(pieces: Pieces, begin: float, style: TextStyle, width: float, chosen: list[Candidate]) -> list[Candidate]:
    """Breaks for as many lines in the narrowest measure that they fit without hyphens; those ``chosen`` if there are none."""
    tried = _candidates(pieces, begin, NONE, style)
    narrow, wide, best = width / len(chosen), width, chosen
    while wide - narrow > 0.1 * style.size:
        middle = (narrow + wide) / 2
        found = best_breaks(tried, replace(ragged(middle, style.size), short=0.0), RAGGED_TRIES[-2][1])
        if found is not None and len(found) <= len(chosen):
            best, wide = [tried[position] for position in found], middle
        else:
            narrow = middle
    return best


def _report_overfull(pieces: Pieces, chosen: list[Candidate], measure: Measure, config: Config) -> None:
    """Run each narrow enough may hang together (by emphasis, by marks of notes) and be too wide."""
    first, start, spaces = 0, 0.0, 0.0
    for end, next_start, spaces_end, next_spaces, _, _, last, _, _ in chosen:
        length = end - start
        if lack(length, spaces_end - spaces, measure) > 0.01:
            text = "".join(part.shaped.text for part in pieces.parts[first : last + 1])
            report_too_wide(text.strip(), length, measure.width, pieces.owners[first].node, config)
        first, start, spaces = last + 1, next_start, next_spaces


def _candidates(pieces: Pieces, begin: float, dearest: float, style: TextStyle) -> list[Candidate]:
    candidates: list[Candidate] = []
    add = candidates.append
    parts, hangs_right = pieces.parts, style.align == "justify"
    protrude = style.protrude and style.align in HANGING
    last = len(parts) - 1
    forced = pieces.forced | {last}
    total, spaces = begin, 0.0
    after_space = True
    for number, part in enumerate(parts):
        width = part.width
        if part.is_space and number not in forced:
            if not after_space:
                end, start = total, total + width
                if protrude:
                    start += parts[number + 1].left
                    end -= parts[number - 1].right if hangs_right else 0.0
                add((end, start, spaces, spaces + width, parts[number - 1].tied, False, number, 0, SPACE))
            after_space = True
            total += width
            spaces += width
            continue
        if dearest and part.hyphens:
            for offset, (end, start, penalty, hang) in enumerate(part.hyphens, 1):
                if penalty <= dearest:
                    if not hangs_right:
                        end += hang
                    add((total + end, total + start, spaces, spaces, penalty, True, number, offset, HYPHEN))
        total += width
        after_space = number in forced
        if after_space or part.after is not None:
            end, start = total, total
            if protrude:
                start += parts[number + 1].left if number < last else 0.0
                end -= part.right if hangs_right else 0.0
            if after_space:
                add((end, start, spaces, spaces, -INFINITE, False, number, 0, BEHIND))
            else:
                end -= part.kern
                add((end, start, spaces, spaces, part.after, part.shaped.text[-1:] in HYPHENS, number, 0, BEHIND))
    return candidates


def hang_at_left(parts: list[Part], first: int, style: TextStyle) -> float:
    """Points by which a line that begins with that part hangs out at the left."""
    return parts[first].left if style.protrude and style.align in HANGING else 0.0

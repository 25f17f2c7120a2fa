"""Paragraphs to lines: the words of each line in place, between the ends that `ends` chose."""

from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from msgspec.structs import replace

from reportbuilder.layout.breaks import INFINITE, Candidate
from reportbuilder.layout.config import Config
from reportbuilder.layout.ends import BEHIND, HYPHEN, SPACE, best_ends, hang_at_left
from reportbuilder.layout.looks import Stretch, stretches
from reportbuilder.layout.mirror import mirrored_line
from reportbuilder.layout.page import Area, Run
from reportbuilder.layout.rows import Line
from reportbuilder.layout.broken import broken, drawn_hyphen
from reportbuilder.layout.visual import visual_runs
from reportbuilder.layout.pieces import Part, Pieces, kerned, shaped_width
from reportbuilder.layout.words import pieces_of
from reportbuilder.model.nodes import Inlines
from reportbuilder.style.sheet import TextStyle

SHIFTS = {"right": 1.0, "center": 0.5}
"""The part of the room left that stands before a line."""


class _Set(NamedTuple):
    """Parts of one stretch and one face, their width, and how many spaces of what width are among them."""

    parts: list[Part]
    owner: Stretch
    width: float
    spaces: int
    space: float


_width, _shaped, _is_space = attrgetter("width"), attrgetter("shaped"), attrgetter("is_space")


def set_lines(content: Inlines, style: TextStyle, width: float, config: Config, first_indent: float = 0.0) -> list[Line]:
    """The lines of a paragraph ``width`` points wide. ``first_indent`` moves the first line in (or, negative, out)."""
    return break_lines(stretches(content, style, config.pages), style, width, config, first_indent)


def break_lines(text: list[Stretch], style: TextStyle, width: float, config: Config, first_indent: float = 0.0) -> list[Line]:
    """The same from stretches."""
    pieces = pieces_of(text, config, style.hyphenate, width, style.protrude)
    parts = pieces.parts
    while parts and parts[-1].is_space:
        parts.pop()
    if not parts:
        return []
    if pieces.base is not None:
        style = replace(style, expansion=0.0, protrude=False)
    chosen = best_ends(pieces, style, width, first_indent, config)
    return lines_between(pieces, chosen, style, width, first_indent, config)


def lines_between(pieces: Pieces, chosen: list[Candidate], style: TextStyle, width: float, first_indent: float, config: Config) -> list[Line]:
    """The lines that end at the chosen places."""
    lines: list[Line] = []
    start = (0, 0)
    from_right = config.sheet.page.from_right
    for number, candidate in enumerate(chosen):
        piece, offset, kind = candidate[6:]
        align = "last" if style.align == "justify" and candidate[4] <= -INFINITE else style.align
        lines.append(_line(pieces, start, candidate, 0.0 if number else first_indent, width, align, style, from_right))
        start = (piece, offset) if kind == HYPHEN else (piece + 1, 0)
    return [mirrored_line(line, width) for line in lines] if from_right else lines


def _line(
    pieces: Pieces, start: tuple[int, int], end: Candidate, indent: float, width: float, align: str, style: TextStyle, from_right: bool
) -> Line:
    """The words up to ``end`` in place; ``align`` is “last” for a line of a justified paragraph whose spaces may be narrowed but not widened."""
    parts, owners = _items(pieces, start, end)
    if pieces.base is not None:
        return _turned_line(pieces, start, end, (parts, owners), indent, width, align, from_right)
    hang = 0.0 if indent or start[1] or not parts else hang_at_left(parts, 0, style)
    hang_right = parts[-1].right if parts and align in ("justify", "last") else 0.0
    runs = list(_runs(parts, owners, pieces.mixed))
    natural = indent + sum([run.width for run in runs])
    room = width + hang + hang_right
    scale, gap = 1.0, 0.0
    if align == "justify" or (align == "last" and natural > room):
        scale, gap = _filled(room - natural, runs, style.expansion)
    x = begin = indent - hang + (width - natural) * SHIFTS.get(align, 0.0)
    words: list[Run] = []
    spots: list[Area] = []
    follows = pieces.owners[end[6]] if end[8] == SPACE or (end[8] == BEHIND and end[6] in pieces.forced) else None
    for run in runs:
        spaced = follows is not None and run is runs[-1] and run.owner.node == follows.node
        x = _close(words, spots, run, x, scale, gap, spaced)
        if spaced:
            follows = None
    if words and follows is not None:
        _add_space(words, follows, x)
    return _ended(pieces, start, end, words, spots, indent + x - begin - hang - hang_right)


def _turned_line(
    pieces: Pieces,
    start: tuple[int, int],
    end: Candidate,
    items: tuple[list[Part], list[Stretch]],
    indent: float,
    width: float,
    align: str,
    from_right: bool,
) -> Line:
    """The same of a line in which something runs from right to left; in a paragraph that does, the indent is at the right, where lines begin."""
    parts, owners = items
    assert pieces.base is not None
    natural = indent + sum(map(_width, parts))
    count = sum(map(_is_space, parts))
    gap = (width - natural) / count if count and (align == "justify" or (align == "last" and natural > width)) else 0.0
    shift = _shift(align, bool(pieces.base), from_right)
    left = (0.0 if pieces.base or shift == 1.0 else indent) + max(0.0, width - natural - gap * count) * shift
    words, spots, x = visual_runs(parts, owners, left, gap, pieces.base)
    if words and (end[8] == SPACE or (end[8] == BEHIND and end[6] in pieces.forced)):
        _add_space(words, pieces.owners[end[6]], x, bool(pieces.base))
    return _ended(pieces, start, end, words, spots, natural + gap * count)


def _shift(align: str, reversed: bool, from_right: bool) -> float:
    """The part of the room left that stands before a line. In a report from right to left “left” is where lines begin: at the right."""
    if align in ("justify", "last"):
        return float(reversed)
    if from_right:
        return 1.0 - SHIFTS.get(align, 0.0)
    return 1.0 if reversed and align == "left" else SHIFTS.get(align, 0.0)


def _ended(pieces: Pieces, start: tuple[int, int], end: Candidate, words: list[Run], spots: list[Area], extent: float) -> Line:
    within_word = end[8] == HYPHEN or (end[8] == BEHIND and end[4] > -INFINITE)
    called = _called(pieces, start, end) if pieces.notes else None
    if not called:
        return Line(tuple(words), tuple(spots), extent, hyphenated=within_word)
    return Line(tuple(words), tuple(spots), extent, tuple(n for n, _ in called), tuple(m for _, m in called), within_word)


def _filled(slack: float, runs: list[_Set], expansion: float) -> tuple[float, float]:
    """(scale of the letters, points added to each space) so that a line is wider by ``slack``."""
    scale, spaces = 1.0, sum([run.spaces for run in runs])
    if expansion:
        letters = sum([run.width - run.spaces * run.space for run in runs])
        if letters > 0:
            scale = round(1 + max(-expansion, min(expansion, slack / letters)), 4)
            slack -= letters * (scale - 1)
    return scale, slack / spaces if spaces else 0.0


def _called(pieces: Pieces, start: tuple[int, int], end: Candidate) -> list[tuple[int, int]]:
    """(note, mark) of the marks that end on this line; a mark that is broken over two lines counts once, at its end."""
    stop = end[6] + 1 if end[8] == BEHIND else end[6]
    return [note for last, note in pieces.notes if start[0] <= last < stop]


def _items(pieces: Pieces, start: tuple[int, int], end: Candidate) -> tuple[list[Part], list[Stretch]]:
    """All that stands on the line, in order, and the stretches it is of."""
    stop, cut, kind = end[6:]
    first, offset = start
    if not offset:
        while pieces.parts[first].is_space and first < stop:
            first += 1
    after = stop + 1 if kind == BEHIND else stop
    parts, owners = pieces.parts[first:after], pieces.owners[first:after]
    if offset and not (kind == HYPHEN and stop == first):
        parts[0] = _slice(parts[0], owners[0], offset, 0)
    if kind == BEHIND and parts[-1].kern:
        parts[-1] = replace(parts[-1], width=parts[-1].width - parts[-1].kern)
    if kind == HYPHEN:
        part, owner = pieces.parts[stop], pieces.owners[stop]
        parts += (_slice(part, owner, offset if first == stop else 0, cut), _hyphen(part, owner, cut))
        owners += (owner, owner)
    return parts, owners


def _slice(part: Part, owner: Stretch, begin: int, end: int) -> Part:
    """A word from one of its breaks to another, by their numbers from 1; 0 is its own edge."""
    shaped = broken(part, owner.look.features, part.breaks[begin - 1] if begin else None, part.breaks[end - 1] if end else None)
    if part.kern and not end:
        shaped = kerned(shaped, part.kern, owner.look.size * part.scale)
    return replace(part, shaped=shaped, width=shaped_width(shaped, owner.look) * part.scale, right=0.0 if end else part.right)


def _hyphen(part: Part, owner: Stretch, cut: int) -> Part:
    hyphen = drawn_hyphen(part, owner.look.features, part.breaks[cut - 1])
    return Part(hyphen, part.face, shaped_width(hyphen, owner.look), right=part.hyphens[cut - 1][3])


def _runs(parts: list[Part], owners: list[Stretch], mixed: bool) -> Iterator[_Set]:
    """The parts that one stretch and one face set together."""
    first, count = 0, len(parts)
    while first < count:
        after = count
        if mixed or owners[first] is not owners[-1]:
            after = first + 1
            while after < count and owners[after] is owners[first] and parts[after].face is parts[first].face:
                after += 1
        run = parts[first:after]
        spaces = sum(map(_is_space, run))
        space = next(filter(_is_space, run)).width if spaces else 0.0
        yield _Set(run, owners[first], sum(map(_width, run)), spaces, space)
        first = after


def _close(words: list[Run], spots: list[Area], run: _Set, begin: float, scale: float, gap: float, spaced: bool) -> float:
    """Set a run, ``spaced`` with the space at the break; its right edge. Spaces are not scaled: what the scale would do to them is taken from
    their gap.
    """
    parts, owner, width, spaces, space = run
    x = begin + width + gap * spaces
    if scale != 1.0:
        x += (scale - 1) * (width - space * spaces)
        gap -= (scale - 1) * space
    look, face = owner.look, parts[0].face
    pieces = (*map(_shaped, parts), face.shape(" ")) if spaced else tuple(map(_shaped, parts))
    words.append(Run(begin, -look.rise, face, look.size * parts[0].scale, look.ink, pieces, gap, owner.node, look.tracking, scale))
    if look.area is not None:
        node, target = look.area
        top, height = -look.rise - 0.8 * look.size, 1.1 * look.size
        if spots and spots[-1].node == node:
            first = spots[-1]
            spots[-1] = Area(first.x, min(first.y, top), x - first.x, max(first.height, height), target, node)
        else:
            spots.append(Area(begin, top, x - begin, height, target, node))
    return x


def with_space(line: Line) -> Line:
    """The line with a space behind it, for text that goes on elsewhere (a title and its page number)."""
    if not line.words:
        return line
    last = line.words[-1]
    if last.reversed:  # a run of its own, as in `_add_space`
        space = Run(last.x, last.y, last.face, last.size, last.ink, (last.face.shape(" "),), 0.0, last.node)
        return replace(line, words=(*line.words, space))
    return replace(line, words=(*line.words[:-1], _spaced(last)))


def _add_space(words: list[Run], owner: Stretch, x: float, leftward: bool = False) -> None:
    """The space at a break stays on its line, unseen, for the reader's ear: where the line ends, which is at x, or ``leftward`` of it."""
    last, look = words[-1], owner.look
    if last.node == owner.node and not leftward and not last.pieces[-1].reversed:
        words[-1] = _spaced(last)
    else:
        space = last.face.shape(" ")
        words.append(Run(x - shaped_width(space, look) if leftward else x, -look.rise, last.face, look.size, look.ink, (space,), 0.0, owner.node))


def _spaced(words: Run) -> Run:
    pieces = (*words.pieces, words.face.shape(" "))
    return Run(words.x, words.y, words.face, words.size, words.ink, pieces, words.gap, words.node, words.tracking, words.scale)

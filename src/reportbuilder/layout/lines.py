"""Paragraphs to lines: candidates for the breaks, the best of them, and the words of each line in place."""

from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter

from reportbuilder.layout.breaks import INFINITE, SHRINK, Candidate, best_breaks
from reportbuilder.layout.config import Config
from reportbuilder.layout.looks import Stretch, stretches
from reportbuilder.layout.page import Area, Run
from reportbuilder.layout.rows import Line
from reportbuilder.layout.words import Part, Pieces, pieces_of, report_too_wide, shaped_width
from reportbuilder.model.nodes import Inlines
from reportbuilder.style.sheet import TextStyle

JUSTIFIED_TRIES = ((False, 1.0), (True, 1.6), (True, 3.0), (True, INFINITE))
RAGGED_TRIES = ((False, 1.5), (True, 3.0), (True, INFINITE))
HYPHEN_PENALTY = 60.0
SPACE, HYPHEN, BEHIND = range(3)
"""Kinds of line ends: before the space ``piece``; in ``piece`` at ``offset``, with a hyphen; behind ``piece``."""

_width, _shaped, _is_space = attrgetter("width"), attrgetter("shaped"), attrgetter("is_space")


def set_lines(content: Inlines, style: TextStyle, width: float, config: Config, first_indent: float = 0.0) -> list[Line]:
    """The lines of a paragraph ``width`` points wide. ``first_indent`` moves the first line in (or, negative, out)."""
    return break_lines(stretches(content, style, config.pages), style, width, config, first_indent)


def break_lines(text: list[Stretch], style: TextStyle, width: float, config: Config, first_indent: float = 0.0) -> list[Line]:
    """The same from stretches."""
    pieces = pieces_of(text, config, style.hyphenate, width)
    parts = pieces.parts
    while parts and parts[-1].is_space:
        parts.pop()
    if not parts:
        return []
    lines: list[Line] = []
    start = (0, 0)
    for number, candidate in enumerate(_chosen(pieces, first_indent, style, width, config)):
        piece, offset, kind = candidate[6:]
        align = "last" if style.align == "justify" and candidate[4] <= -INFINITE else style.align
        lines.append(_line(pieces, start, candidate, 0.0 if number else first_indent, width, align))
        start = (piece, offset) if kind == HYPHEN else (piece + 1, 0)
    return lines


def _chosen(pieces: Pieces, first_indent: float, style: TextStyle, width: float, config: Config) -> list[Candidate]:
    """The best breaks of the first try that succeeds; hyphens come in only when a paragraph cannot do without."""
    ragged = style.align != "justify"
    tried: list[Candidate] = []
    with_hyphens = None
    for hyphenated, tolerance in RAGGED_TRIES if ragged else JUSTIFIED_TRIES:
        if hyphenated is not with_hyphens:
            tried, with_hyphens = _candidates(pieces, first_indent, hyphenated), hyphenated
        found = best_breaks(tried, width, tolerance, style.size, ragged)
        if found is not None:
            chosen = [tried[position] for position in found]
            if tolerance >= INFINITE:
                _report_overfull(pieces, chosen, 0.0 if ragged else SHRINK, width, config)
            return chosen
    raise AssertionError("the last try takes any line")


def _report_overfull(pieces: Pieces, chosen: list[Candidate], shrink: float, width: float, config: Config) -> None:
    """Run each narrow enough may hang together (by emphasis, by marks of notes) and be too wide."""
    first, start, spaces = 0, 0.0, 0.0
    for end, next_start, spaces_end, next_spaces, _, _, last, _, _ in chosen:
        needed = end - start - (spaces_end - spaces) * shrink
        if needed > width + 0.01:
            text = "".join(part.shaped.text for part in pieces.parts[first : last + 1])
            report_too_wide(text.strip(), needed, width, pieces.owners[first].node, config)
        first, start, spaces = last + 1, next_start, next_spaces


def _candidates(pieces: Pieces, first_indent: float, hyphenated: bool) -> list[Candidate]:
    candidates: list[Candidate] = []
    add = candidates.append
    forced = pieces.forced | {len(pieces.parts) - 1}
    total, spaces = first_indent, 0.0
    after_space = True
    for number, part in enumerate(pieces.parts):
        width = part.width
        if part.is_space and number not in forced:
            if not after_space:
                add((total, total + width, spaces, spaces + width, 0.0, False, number, 0, SPACE))
            after_space = True
            total += width
            spaces += width
            continue
        if hyphenated:
            for offset, before, with_hyphen in part.hyphens:
                add((total + with_hyphen, total + before, spaces, spaces, HYPHEN_PENALTY, True, number, offset, HYPHEN))
        total += width
        after_space = number in forced
        if after_space:
            add((total, total, spaces, spaces, -INFINITE, False, number, 0, BEHIND))
        elif part.after is not None:
            add((total, total, spaces, spaces, part.after, True, number, 0, BEHIND))
    return candidates


def _line(pieces: Pieces, start: tuple[int, int], end: Candidate, indent: float, width: float, align: str) -> Line:
    """The words up to ``end`` in place; ``align`` is “last” for a line of a justified paragraph whose spaces may be narrowed but not widened."""
    parts, owners = _items(pieces, start, end)
    natural = indent + sum(map(_width, parts))
    count = sum(map(_is_space, parts))
    gap = (width - natural) / count if count and (align == "justify" or (align == "last" and natural > width)) else 0.0
    x = indent
    if align == "right":
        x += width - natural
    elif align == "center":
        x += (width - natural) / 2
    words: list[Run] = []
    spots: list[Area] = []
    for first, after, right in _runs(parts, owners, x, gap, pieces.mixed):
        _close(words, spots, parts[first:after], owners[first], x, right, gap)
        x = right
    if words and (end[8] == SPACE or (end[8] == BEHIND and end[6] in pieces.forced)):
        _add_space(words, pieces.owners[end[6]], x)
    called = _called(pieces, start, end) if pieces.notes else []
    return Line(tuple(words), tuple(spots), natural + gap * count, tuple(n for n, _ in called), tuple(m for _, m in called), end[5])


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
        parts[0] = _slice(parts[0], owners[0], offset, None)
    if kind == HYPHEN:
        part, owner = pieces.parts[stop], pieces.owners[stop]
        hyphen = part.face.hyphen(owner.look.features)
        parts += (_slice(part, owner, offset if first == stop else 0, cut), Part(hyphen, part.face, shaped_width(hyphen, owner.look)))
        owners += (owner, owner)
    return parts, owners


def _slice(part: Part, owner: Stretch, begin: int, end: int | None) -> Part:
    shaped = part.face.shape(part.shaped.text[begin:end], owner.look.features)
    return Part(shaped, part.face, shaped_width(shaped, owner.look))


def _runs(parts: list[Part], owners: list[Stretch], x: float, gap: float, mixed: bool) -> Iterator[tuple[int, int, float]]:
    """(first, after, right edge) of the parts that one stretch and one face set together."""
    first, count = 0, len(parts)
    while first < count:
        after = count
        if mixed or owners[first] is not owners[-1]:
            after = first + 1
            while after < count and owners[after] is owners[first] and parts[after].face is parts[first].face:
                after += 1
        run = parts[first:after]
        x += sum(map(_width, run)) + gap * sum(map(_is_space, run))
        yield first, after, x
        first = after


def _close(words: list[Run], spots: list[Area], run: list[Part], owner: Stretch, begin: float, x: float, gap: float) -> None:
    look = owner.look
    words.append(Run(begin, -look.rise, run[0].face, look.size * run[0].scale, look.ink, tuple(map(_shaped, run)), gap, owner.node, look.tracking))
    if look.area is not None:
        node, target = look.area
        top, height = -look.rise - 0.8 * look.size, 1.1 * look.size
        if spots and spots[-1].node == node:
            first = spots[-1]
            spots[-1] = Area(first.x, min(first.y, top), x - first.x, max(first.height, height), target, node)
        else:
            spots.append(Area(begin, top, x - begin, height, target, node))


def with_space(line: Line) -> Line:
    """The line with a space behind it, for text that goes on elsewhere (a title and its page number)."""
    return replace(line, words=(*line.words[:-1], _spaced(line.words[-1]))) if line.words else line


def _add_space(words: list[Run], owner: Stretch, x: float) -> None:
    """The space at a break stays on its line, unseen, for the reader's ear."""
    last = words[-1]
    if last.node == owner.node:
        words[-1] = _spaced(last)
    else:
        look = owner.look
        words.append(Run(x, -look.rise, last.face, look.size, look.ink, (last.face.shape(" "),), 0.0, owner.node))


def _spaced(words: Run) -> Run:
    return Run(words.x, words.y, words.face, words.size, words.ink, (*words.pieces, words.face.shape(" ")), words.gap, words.node, words.tracking)

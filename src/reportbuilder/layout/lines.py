"""Paragraphs to lines: candidates for the breaks, the best of them, and the words of each line in place."""

from reportbuilder.assets.faces import Face, Shaped
from reportbuilder.layout.breaks import INFINITE, Candidate, best_breaks
from reportbuilder.layout.config import Config
from reportbuilder.layout.looks import Look, Stretch, stretches
from reportbuilder.layout.rows import Line, Spot, Words
from reportbuilder.layout.words import Piece, pieces_of, shaped_width
from reportbuilder.model.nodes import Inlines
from reportbuilder.style.sheet import TextStyle

JUSTIFIED_TRIES = ((False, 1.0), (True, 1.6), (True, 3.0), (True, INFINITE))
RAGGED_TRIES = ((False, 1.5), (True, 3.0), (True, INFINITE))
HYPHEN_PENALTY = 60.0
SPACE, HYPHEN, BEHIND = range(3)
"""Kinds of line ends: before the space ``piece``; in ``piece`` at ``offset``, with a hyphen; behind ``piece``."""

Item = tuple[Shaped, Face, Piece, float]
"""(shaped, face, piece it is of, width in points)."""


def set_lines(content: Inlines, style: TextStyle, width: float, config: Config, first_indent: float = 0.0) -> list[Line]:
    """The lines of a paragraph ``width`` points wide. ``first_indent`` moves the first line in (or, negative, out)."""
    return break_lines(stretches(content, style, config.pages), style, width, config, first_indent)


def break_lines(text: list[Stretch], style: TextStyle, width: float, config: Config, first_indent: float = 0.0) -> list[Line]:
    """The same from stretches."""
    pieces = pieces_of(text, config, style.hyphenate, width)
    while pieces and pieces[-1].part.is_space:
        pieces.pop()
    if not pieces:
        return []
    candidates = _candidates(pieces, first_indent)
    chosen = _chosen(candidates, style, width)
    lines: list[Line] = []
    start = (0, 0)
    for number, candidate in enumerate(chosen):
        piece, offset, kind = candidate[6:]
        ends_paragraph = kind == BEHIND and (piece == len(pieces) - 1 or pieces[piece].forced)
        align = "left" if style.align == "justify" and ends_paragraph else style.align
        lines.append(_line(pieces, start, candidate, 0.0 if number else first_indent, width, align))
        start = (piece, offset) if kind == HYPHEN else (piece + 1, 0)
    return lines


def _chosen(candidates: list[Candidate], style: TextStyle, width: float) -> list[Candidate]:
    ragged = style.align != "justify"
    for hyphenated, tolerance in RAGGED_TRIES if ragged else JUSTIFIED_TRIES:
        tried = candidates if hyphenated else [c for c in candidates if c[8] != HYPHEN]
        found = best_breaks(tried, width, tolerance, style.size, ragged)
        if found is not None:
            return [tried[position] for position in found]
    raise AssertionError("the last try takes any line")


def _candidates(pieces: list[Piece], first_indent: float) -> list[Candidate]:
    candidates: list[Candidate] = []
    add = candidates.append
    total, spaces = first_indent, 0.0
    last = len(pieces) - 1
    after_space = True
    for number, piece in enumerate(pieces):
        part = piece.part
        width = part.width
        if part.is_space and not piece.forced:
            if not after_space:
                add((total, total + width, spaces, spaces + width, 0.0, False, number, 0, SPACE))
            after_space = True
            total += width
            spaces += width
            continue
        after_space = False
        for offset, before, with_hyphen in part.hyphens:
            add((total + with_hyphen, total + before, spaces, spaces, HYPHEN_PENALTY, True, number, offset, HYPHEN))
        total += width
        if piece.forced or number == last:
            add((total, total, spaces, spaces, -INFINITE, False, number, 0, BEHIND))
        elif part.after is not None:
            add((total, total, spaces, spaces, part.after, True, number, 0, BEHIND))
    return candidates


def _line(pieces: list[Piece], start: tuple[int, int], end: Candidate, indent: float, width: float, align: str) -> Line:
    items = _items(pieces, start, end)
    natural = indent
    count = 0
    for item in items:
        natural += item[3]
        count += item[0].is_space
    gap = (width - natural) / count if align == "justify" and count else 0.0
    x = indent
    if align == "right":
        x += width - natural
    elif align == "center":
        x += (width - natural) / 2
    words, spots = _words(items, x, gap)
    if end[8] == SPACE and words:
        words[-1] = _with_space(words[-1])
    called = [piece.note for piece in pieces[start[0] : end[6] + 1] if piece.note is not None]
    return Line(tuple(words), tuple(spots), natural + gap * count, tuple(n for n, _ in called), tuple(m for _, m in called))


def _items(pieces: list[Piece], start: tuple[int, int], end: Candidate) -> list[Item]:
    """All that stands on the line, in order."""
    stop, cut, kind = end[6:]
    items: list[Item] = []
    for piece in pieces[start[0] : stop if kind != BEHIND else stop + 1]:
        part = piece.part
        if items or not part.is_space:
            items.append((part.shaped, part.face, piece, part.width))
    offset = start[1]
    if kind == HYPHEN:
        piece = pieces[stop]
        begin = offset if start[0] == stop else 0
        items.append(_slice(piece, begin, cut))
        hyphen = piece.part.face.hyphen(piece.look.features)
        items.append((hyphen, piece.part.face, piece, shaped_width(hyphen, piece.look)))
    if offset and (kind != HYPHEN or stop != start[0]):
        items[0] = _slice(pieces[start[0]], offset, None)
    return items


def _slice(piece: Piece, begin: int, end: int | None) -> Item:
    face = piece.part.face
    shaped = face.shape(piece.part.shaped.text[begin:end], piece.look.features)
    return shaped, face, piece, shaped_width(shaped, piece.look)


def _words(items: list[Item], x: float, gap: float) -> tuple[list[Words], list[Spot]]:
    words: list[Words] = []
    spots: list[Spot] = []
    run: list[Shaped] = []
    begin, before, face_before = x, None, None
    for shaped, face, piece, width in items:
        if before is not piece and before is not None and (piece.node != before.node or face is not face_before or piece.look is not before.look):
            _close(words, spots, run, begin, x, before, face_before, gap)
            run, begin = [], x
        run.append(shaped)
        before, face_before = piece, face
        x += width + gap if shaped.is_space else width
    if before is not None:
        _close(words, spots, run, begin, x, before, face_before, gap)
    return words, spots


def _close(words: list[Words], spots: list[Spot], run: list[Shaped], begin: float, x: float, piece: Piece, face: Face, gap: float) -> None:
    look: Look = piece.look
    words.append(Words(begin, -look.rise, face, look.size, look.ink, tuple(run), gap, piece.node, look.tracking))
    if look.area is not None:
        node, target = look.area
        top, height = -look.rise - 0.8 * look.size, 1.1 * look.size
        if spots and spots[-1].node == node:
            first = spots[-1]
            spots[-1] = Spot(first.x, min(first.y, top), x - first.x, max(first.height, height), target, node)
        else:
            spots.append(Spot(begin, top, x - begin, height, target, node))


def _with_space(words: Words) -> Words:
    """The space at a break stays on its line, unseen, for the reader's ear."""
    return Words(words.x, words.y, words.face, words.size, words.ink, (*words.pieces, words.face.shape(" ")), words.gap, words.node, words.tracking)

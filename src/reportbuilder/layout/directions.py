"""A paragraph in which something runs from right to left: stretches cut where the direction changes, and its signs of direction checked."""

from collections.abc import Iterator
from itertools import groupby

from msgspec.structs import replace

from reportbuilder.diag.span import NOWHERE
from reportbuilder.layout.bidi import levels_of
from reportbuilder.layout.config import Config
from reportbuilder.layout.looks import SUPERIOR, Stretch
from reportbuilder.model.direction import DIRECTED, TELEPHONE, is_reversed, runs_from_right

LINE, MARK = "\u2028", "\ufffc"
"""What stands for a forced line end, and for the mark of a note, which goes the way of the paragraph whatever it follows."""
OPENING = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
ISOLATE, END = "\u2066", "\u2069"
OVERRIDES = "\u202d\u202e"


def is_directed(stretches: list[Stretch]) -> bool:
    """Whether the paragraph needs the algorithm of `bidi`; most do not."""
    return any(not stretch.text.isascii() and DIRECTED.search(stretch.text) for stretch in stretches)


def directed(stretches: list[Stretch], config: Config) -> tuple[int, list[Stretch]]:
    """The level of the paragraph, and its stretches, each of one level."""
    for stretch in stretches:
        _check_signs(stretch, config)
    shown = [LINE if stretch.forced else MARK if SUPERIOR in stretch.look.features else stretch.text for stretch in stretches]
    text = "".join(shown)
    base = int(is_reversed(text, config.sheet.page.from_right) and not _is_foreign(stretches, config))
    levels = _levels(text, base)
    made: list[Stretch] = []
    start = 0
    for stretch, part in zip(stretches, shown):
        made += _cut(stretch, levels[start : start + len(part)])
        start += len(part)
    return base, made


def _is_foreign(stretches: list[Stretch], config: Config) -> bool:
    """Whether all of a paragraph in a report from right to left is in a language that runs the other way (not translated yet), whatever labels it has."""
    languages = [stretch.look.language for stretch in stretches if stretch.text.strip()]
    return config.sheet.page.from_right and all(language and not runs_from_right(language) for language in languages)


def _levels(text: str, base: int) -> list[int]:
    """The levels of all signs. The groups of a telephone number follow each other from left to right, whatever stands around them, as if it were in
    an isolate (HL5 lets us); the rules alone would turn their order round in a paragraph from right to left.
    """
    edges = [edge for found in TELEPHONE.finditer(text) for edge in found.span()]
    if not edges:
        return levels_of(text, base)
    pieces = [text[start:end] for start, end in zip((0, *edges), (*edges, len(text)))]
    isolated = "".join(piece + (ISOLATE if number % 2 == 0 else END) for number, piece in enumerate(pieces[:-1])) + pieces[-1]
    added = {edge + number for number, edge in enumerate(edges)}
    return [level for place, level in enumerate(levels_of(isolated, base)) if place not in added]


def _cut(stretch: Stretch, levels: list[int]) -> Iterator[Stretch]:
    if len(levels) != len(stretch.text):
        level = levels[0]
        yield replace(stretch, level=level + level % 2)
        return
    start = 0
    for level, group in groupby(levels):
        end = start + len(list(group))
        note = stretch.note if end == len(levels) else None
        yield replace(stretch, text=stretch.text[start:end], level=level, note=note)
        start = end


def _check_signs(stretch: Stretch, config: Config) -> None:
    """Signs that turn text around could show readers something else than is written (Unicode Technical Report 36)."""
    span = config.spans.get(stretch.node, NOWHERE)
    opened: list[str] = []
    for sign in DIRECTED.findall(stretch.text):
        if sign in OVERRIDES:
            hint = "take it out: letters of each script run the right way by themselves"
            config.log.warn("direction-override", f"the sign U+{ord(sign):04X} turns letters round", span, hint)
        if sign in OPENING:
            opened.append(sign)
        elif opened and sign == OPENING[opened[-1]]:
            opened.pop()
    if opened:
        message = f"the direction that U+{ord(opened[-1]):04X} begins is not ended"
        config.log.error("direction-unclosed", message, span, f"end it with U+{ord(OPENING[opened[-1]]):04X}, or take it out")

"""A paragraph set with a line more or one fewer than is best, or so that a certain line ends with a word."""

from typing import NamedTuple

from msgspec.structs import replace

from reportbuilder.layout.breaks import INFINITE, LOOSE, TIGHT, VERY_LOOSE, Candidate, Measure, best_breaks, breaks_by_count, fitness_of, ragged, ratios
from reportbuilder.layout.config import Config
from reportbuilder.layout.ends import candidates_of
from reportbuilder.layout.lines import lines_between
from reportbuilder.layout.looks import stretches
from reportbuilder.layout.rows import Line
from reportbuilder.layout.pieces import Pieces
from reportbuilder.layout.words import pieces_of
from reportbuilder.model.nodes import Inlines
from reportbuilder.style.sheet import TextStyle

TOLERANCES = (1.6, 2.0, 2.5, 3.5, 5.0)
"""Stretch ratios; the least that the paragraph needs as it is best is the most that another setting may have."""


class Other(NamedTuple):
    """A setting: its breaks, its demerits beyond those of the best; how many more of its lines are loose, very loose, tight, and end in a hyphen; and the numbers (from 1) of these last."""

    breaks: list[int]
    demerits: float
    loose: int
    very_loose: int
    tight: int
    hyphens: int
    hyphenated: tuple[int, ...]


class _Found(NamedTuple):
    """A paragraph's pieces and breaks, what its lines must fill, and with what tolerance which demerits and breaks each number of lines has."""

    pieces: Pieces
    tried: list[Candidate]
    measure: Measure
    tolerance: float
    by_count: dict[int, tuple[float, list[int]]]


class Resetting:
    """A justified paragraph of ``count`` lines that may be set otherwise. It knows its pieces only once it was asked."""

    __slots__ = ("_content", "_style", "_width", "_config", "_indent", "_count", "_found")

    def __init__(self, content: Inlines, style: TextStyle, width: float, config: Config, first_indent: float, count: int) -> None:
        self._content, self._style, self._width, self._config, self._indent, self._count = content, style, width, config, first_indent, count
        self._found: _Found | None = None

    def settings(self, whole: int = 0) -> dict[int, Other]:
        """The paragraph with one line more or one fewer, or so that the line numbered ``whole`` does not end in a hyphen, also with as many, by the difference (0
        if it is none). Lines are hardly looser than the worst where nothing is asked.
        """
        if self._found is None:
            self._found = self._begun()
        _, tried, measure, tolerance, found = self._found
        if self._count not in found:
            return {}
        best = found[self._count]
        if whole:
            found = breaks_by_count(tried, replace(measure, whole=whole), tolerance)
        wanted = (-1, 0, 1) if whole else (-1, 1)
        return {more: self._other(best, found[self._count + more]) for more in wanted if self._count + more in found}

    def _other(self, best: tuple[float, list[int]], found: tuple[float, list[int]]) -> Other:
        assert self._found is not None
        _, tried, measure, _, _ = self._found
        before, after = (list(map(fitness_of, ratios(tried, breaks, measure))) for _, breaks in (best, found))
        more = (sum(map(kind.__contains__, after)) - sum(map(kind.__contains__, before)) for kind in ((LOOSE, VERY_LOOSE), (VERY_LOOSE,), (TIGHT,)))
        hyphenated = [tuple(number for number, position in enumerate(breaks, 1) if tried[position][5]) for _, breaks in (best, found)]
        return Other(found[1], max(0.0, found[0] - best[0]), *more, len(hyphenated[1]) - len(hyphenated[0]), hyphenated[1])

    def lines(self, breaks: list[int]) -> list[Line]:
        """The lines between these breaks."""
        assert self._found is not None
        chosen = [self._found.tried[position] for position in breaks]
        return lines_between(self._found.pieces, chosen, self._style, self._width, self._indent, self._config)

    def _begun(self) -> _Found:
        style = self._style
        pieces = pieces_of(stretches(self._content, style, self._config.pages), self._config, style.hyphenate, self._width, style.protrude)
        while pieces.parts[-1].is_space:
            pieces.parts.pop()
        if pieces.base is not None:
            return _Found(pieces, [], ragged(0.0, 0.0), 0.0, {})
        tried, measure = candidates_of(pieces, style, self._width, self._indent)
        for tolerance in TOLERANCES:
            found = breaks_by_count(tried, measure, tolerance)
            if self._count in found:
                return _Found(pieces, tried, measure, tolerance, found)
        worst = max(ratios(tried, best_breaks(tried, measure, INFINITE) or [], measure), default=INFINITE) + 1e-6
        return _Found(pieces, tried, measure, worst, breaks_by_count(tried, measure, worst) if worst < INFINITE else {})

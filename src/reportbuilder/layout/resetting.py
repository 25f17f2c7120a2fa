"""A paragraph set with a line more or one fewer than is best, or so that a certain line ends with a word."""

from typing import NamedTuple

from msgspec.structs import replace

from reportbuilder.layout.breaks import INFINITE, Candidate, Measure, breaks_by_count, ragged
from reportbuilder.layout.config import Config
from reportbuilder.layout.lines import candidates_of, lines_between
from reportbuilder.layout.looks import stretches
from reportbuilder.layout.rows import Line
from reportbuilder.layout.words import Pieces, pieces_of
from reportbuilder.model.nodes import Inlines
from reportbuilder.style.sheet import TextStyle

TOLERANCES = (1.2, 1.47, 2.0, 2.5, 3.5, 5.0)
"""Stretch ratios; the least that the paragraph needs as it is best is the most that another setting may have."""


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

    def settings(self, whole: int = 0) -> dict[int, tuple[float, list[int]]]:
        """The paragraph with one line more or one fewer, or with as many of which the one numbered ``whole`` does not end in a hyphen: by the difference (0
        if it is none), its demerits beyond those of the best, and its breaks. Lines are no looser than the worst where nothing is asked.
        """
        if self._found is None:
            self._found = self._begun()
        _, tried, measure, tolerance, found = self._found
        if self._count not in found:
            return {}
        best = found[self._count][0]
        if whole:
            found = breaks_by_count(tried, replace(measure, whole=whole), tolerance)
        wanted = (0,) if whole else (-1, 1)
        return {more: (found[self._count + more][0] - best, found[self._count + more][1]) for more in wanted if self._count + more in found}

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
        return _Found(pieces, tried, measure, INFINITE, {})

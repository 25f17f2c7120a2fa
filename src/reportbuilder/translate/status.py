"""How far a language is: texts and words by part and state, for people and for programs."""

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct

from reportbuilder.translate.markup import CALL
from reportbuilder.translate.translated import Segment, State

STATES: tuple[State, ...] = ("done", "changed", "unsure", "missing")
COLUMNS = ("translated", "changed", "to look at", "missing", "words", "words left")


class PartStatus(Struct, frozen=True):
    """The texts of one part by state, in the order of `STATES`, the words of all, and ``left`` those of texts that are not done."""

    part: str
    counts: tuple[int, int, int, int]
    words: int
    left: int


class LanguageStatus(Struct, frozen=True):
    language: str
    parts: tuple[PartStatus, ...]

    @property
    def total(self) -> PartStatus:
        """All parts together."""
        sums = [sum(part.counts[place] for part in self.parts) for place in range(len(STATES))]
        return PartStatus("together", (sums[0], sums[1], sums[2], sums[3]), sum(part.words for part in self.parts), sum(part.left for part in self.parts))


def status(language: str, found: Sequence[Segment]) -> LanguageStatus:
    """The status of a language; a text that several places share (a credit) counts once."""
    by_part: dict[str, list[Segment]] = {}
    seen: set[str] = set()
    for segment in found:
        optional = segment.unit.kind == "slug" and segment.state == "missing"
        if segment.state != "wordless" and not optional and segment.id not in seen:
            seen.add(segment.id)
            by_part.setdefault(segment.unit.part, []).append(segment)
    return LanguageStatus(language, tuple(_part(part, members) for part, members in by_part.items()))


def _part(part: str, members: Sequence[Segment]) -> PartStatus:
    done, changed, unsure, missing = (sum(member.state == state for member in members) for state in STATES)
    counts = [(words(member.text), member.state == "done") for member in members]
    return PartStatus(part, (done, changed, unsure, missing), sum(many for many, _ in counts), sum(many for many, ready in counts if not ready))


def words(text: str) -> int:
    """How many words a translator has before them."""
    return sum(1 for word in CALL.sub("0", text).split() if any(map(str.isalnum, word)))


def as_table(languages: Iterable[LanguageStatus]) -> str:
    """A table for each language."""
    return "\n\n".join(_table(language) for language in languages)


def _table(language: LanguageStatus) -> str:
    rows: list[tuple[str, ...]] = [(language.language, *COLUMNS)]
    rows += [(part.part, *map(str, part.counts), str(part.words), str(part.left)) for part in (*language.parts, language.total)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) if not place else cell.rjust(width) for place, (cell, width) in enumerate(zip(row, widths))) for row in rows]
    return "\n".join(line.rstrip() for line in lines)


def as_json(languages: Iterable[LanguageStatus]) -> list[dict[str, Any]]:
    """The same for programs."""
    return [
        {"language": language.language, "parts": [_data(part) for part in language.parts], "total": _data(language.total)} for language in languages
    ]


def _data(part: PartStatus) -> dict[str, Any]:
    return {"part": part.part, **dict(zip(STATES, part.counts)), "words": part.words, "words_left": part.left}

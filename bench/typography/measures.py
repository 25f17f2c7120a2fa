"""What is measured of the lines of a text; the definitions are those of README.md."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from itertools import groupby, pairwise
from statistics import fmean

from face import SPACE, drops_sign, natural
from page import INDENT, LEADING, MARGIN, Work
from reading import Line
from rivers import rivers

STRETCH, SHRINK = 1 / 2, 1 / 3
"""TeX's glue between words, in parts of the space: what a ratio of 1 or -1 adds or takes."""
SHORT_WORD = 5
"""A last line that is one word of fewer letters is a short one."""
OVERFULL = 0.5
"""Points beyond the measure, beside what may hang."""
SIGNS = ".,:;-–—’”'\"!?)…"
"""Signs that may hang in the margin as a whole."""
LETTER = 1.0
"""Points that any other sign may hang."""

DIAERESIS = "äëïöü"

Permitted = Callable[[str], set[int]]


@dataclass(frozen=True, slots=True)
class Measured:
    """One text in one measure by one system. Deviations of spaces are per cent of the font's space; only whole (not last) lines with spaces count for them.

    Everything else counts all lines of the running text, without the title.
    """

    lines: int
    pages: int
    mean_deviation: float
    mean_stretch: float
    stretch_95: float
    stretch_worst: float
    shrink_95: float
    shrink_worst: float
    tight: float
    """Lines of a ratio below -0.5, per 100 whole lines."""
    loose: float
    """Above 0.5."""
    very_loose: float
    """Above 1."""
    undecent: float
    """Either tight or loose."""
    overfull: int
    widened_mean: float
    """How far glyphs are widened or narrowed, per cent, mean over the lines."""
    widened_worst: float
    hyphens: float
    """Lines that end in a hyphen that was put there, per 100 lines."""
    ladders_2: float
    """Runs of two or more lines that end in any hyphen, per 1000 lines."""
    ladders_3: float
    turned: int
    """Pages that end within a word."""
    wrong: int
    """Breaks at places that are not permitted."""
    off_seam: int
    """Breaks of compounds in the list elsewhere than at a seam."""
    rivers: float
    """Per 1000 lines."""
    river_longest: int
    short_last: float
    """Last lines shorter than the indent or of one short word, per 100 paragraphs of two lines or more."""
    widows: int
    orphans: int
    uneven: int
    """Pairs of facing pages, the last page left out, whose last lines are at different heights."""
    unfilled: float
    """Lines by which pages are shorter than the longest, per 100 pages, the last left out."""


COLUMNS = tuple(field.name for field in fields(Measured))


def measure(lines: list[Line], work: Work, permitted: Permitted, seams: Permitted) -> Measured:
    """All measures of the lines of a text. ``permitted`` gives the places at which a word may be broken, ``seams`` those of a compound (or nothing)."""
    body = [line for line in lines if line.paragraph > 0]
    whole = [line for line in body if not line.last and _gaps(line)]
    gaps = [gap / SPACE - 1 for line in whole for gap in _gaps(line)]
    wide, narrow = [gap for gap in gaps if gap > 0], [-gap for gap in gaps if gap < 0]
    ratios = [ratio(line) for line in whole]
    widened = [abs(_widened(line)) for line in whole]
    ladders = _ladders(body)
    flow = rivers(body)
    longer = [line for line in body if line.last and not line.first]
    broken = [line.broken for line in body if line.broken and line.hyphen]
    return Measured(
        len(body), lines[-1].page + 1, *(100 * value for value in (fmean(map(abs, gaps)), fmean(wide or [0]))),
        *(100 * value for value in (_part(wide), max(wide, default=0), _part(narrow), max(narrow, default=0))),
        *(_per(sum(test), whole) for test in ((r < -0.5 for r in ratios), (r > 0.5 for r in ratios), (r > 1 for r in ratios), (abs(r) > 0.5 for r in ratios))),
        sum(is_overfull(line, work) for line in body), 100 * fmean(widened), 100 * max(widened),
        _per(sum(line.hyphen for line in body), body), *(10 * _per(sum(run >= least for run in ladders), body) for least in (2, 3)),
        sum(a.page != b.page and a.broken is not None for a, b in pairwise(body)),
        sum(a.hyphen and is_wrong(a, b, permitted) for a, b in pairwise(body)), sum(bool(seams(word)) and at not in seams(word) for word, at in broken),
        10 * _per(len(flow), body), max(flow, default=0), _per(sum(map(is_short, longer)), longer),
        sum(a.page != b.page and b.last and not b.first for a, b in pairwise(body)),
        sum(a.page != b.page and a.first and not a.last for a, b in pairwise(body)), *_feet(lines),
    )  # fmt: skip


def ratio(line: Line) -> float:
    """TeX's glue set ratio: the mean space of the line, reckoned in full stretch or full shrink of the font's space."""
    more = fmean(_gaps(line)) / SPACE - 1
    return more / STRETCH if more > 0 else more / SHRINK


def is_wrong(line: Line, after: Line, permitted: Permitted) -> bool:
    """Whether a word is broken where it may not be, or keeps a diaeresis that the break makes needless (re-eel, not re-ëel)."""
    if line.broken is None:
        return False
    word, at = line.broken
    return at not in permitted(word) or (word[at] in DIAERESIS and after.words[0].text[0] == word[at] and not drops_sign(word[at], after.ink))


def is_overfull(line: Line, work: Work) -> bool:
    """Whether it stands out of the column by more than a sign may hang."""
    sign = "-" if line.ends_in_hyphen else line.last_sign
    hang = natural(sign)[0] if sign in SIGNS else LETTER
    return line.right - MARGIN - work.width > OVERFULL + hang


def is_short(line: Line) -> bool:
    """Whether a last line is shorter than the indent, or one short word or part of a word."""
    words = line.words
    return line.right - line.left < INDENT or (len(words) == 1 and sum(c.isalnum() for c in words[0].text) < SHORT_WORD)


def _gaps(line: Line) -> list[float]:
    return [right - left for left, right, fixed in line.spaces if not fixed]


def _widened(line: Line) -> float:
    return line.scale - 1


def _part(values: list[float], part: float = 0.95) -> float:
    """The value that ``part`` of them do not pass."""
    return sorted(values)[min(len(values) - 1, int(part * len(values)))] if values else 0.0


def _per(count: int, of: list[Line]) -> float:
    return 100 * count / len(of) if of else 0.0


def _ladders(lines: list[Line]) -> list[int]:
    """Lengths of the runs of lines that end in a hyphen, within paragraphs."""
    return [len(list(run)) for (_, hyphen), run in groupby(lines, key=lambda line: (line.paragraph, line.ends_in_hyphen and not line.last)) if hyphen]


def _feet(lines: list[Line]) -> tuple[int, float]:
    """How many facing pages end at different heights; by how many lines pages are short, per 100 pages."""
    feet: dict[int, float] = {}
    for line in lines:
        feet[line.page] = min(line.baseline, feet.get(line.page, 1e9))
    last, lowest = max(feet), min(feet.values())
    uneven = sum(abs(feet[page] - feet[page + 1]) > 1 for page in range(1, last - 1, 2) if page in feet and page + 1 in feet)
    short = sum(round((foot - lowest) / LEADING) for page, foot in feet.items() if page != last)
    return uneven, 100 * short / max(last, 1)


def as_row(measured: Measured) -> dict[str, float]:
    return {name: round(value, 3) for name, value in asdict(measured).items()}

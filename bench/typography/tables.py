"""The results as tables: one a text and measure, and one of all together."""

from collections.abc import Mapping, Sequence
from statistics import fmean

Row = Mapping[str, float]
Results = Mapping[str, Mapping[str, Row]]
"""Work (text and measure) → system → what was measured."""

SPACES = {
    "mean_deviation": "mean dev. %", "mean_stretch": "mean stretch %", "stretch_95": "stretch 95 %", "stretch_worst": "worst stretch %", "shrink_95": "shrink 95 %",
    "shrink_worst": "worst shrink %", "tight": "tight /100", "loose": "loose /100", "very_loose": "very loose /100", "undecent": "not decent /100", "overfull": "overfull", "widened_mean": "glyphs mean %",
    "widened_worst": "glyphs worst %", "rivers": "rivers /1000", "river_longest": "longest river",
}  # fmt: skip
BREAKS = {
    "hyphens": "hyphens /100", "ladders_2": "ladders ≥ 2 /1000", "ladders_3": "ladders ≥ 3 /1000", "wrong": "wrong breaks", "off_seam": "off the seam", "turned": "page in a word",
    "short_last": "short last lines %", "widows": "widows", "orphans": "orphans", "uneven": "uneven feet", "unfilled": "unfilled lines /100 p.", "lines": "lines", "pages": "pages",
}  # fmt: skip
UNJUDGED = {"lines", "pages"}
WORST = {"stretch_worst", "shrink_worst", "widened_worst", "river_longest"}
COUNTS = {"overfull", "wrong", "off_seam", "turned", "widows", "orphans", "uneven", "lines", "pages"}


def together(results: Results) -> dict[str, dict[str, float]]:
    """Over all works: counts are added, of the worst the worst is taken, of the rest the mean (every work weighs the same). Only systems that set every work."""
    systems = list(dict.fromkeys(system for work in results.values() for system in work))
    made: dict[str, dict[str, float]] = {}
    for system in systems:
        rows = [work[system] for work in results.values() if system in work]
        if len(rows) < len(results):
            continue
        made[system] = {name: _together(name, [row[name] for row in rows]) for name in rows[0]}
    return made


def _together(name: str, values: list[float]) -> float:
    return sum(values) if name in COUNTS else max(values) if name in WORST else fmean(values)


def table(rows: Mapping[str, Row], columns: Mapping[str, str], names: Mapping[str, str]) -> list[str]:
    """A table in Markdown: a row a system, the best in each column bold (also when several are)."""
    lines = ["| system | " + " | ".join(columns.values()) + " |", "|---" * (len(columns) + 1) + "|"]
    best = {name: min(_shown(name, row) for row in rows.values()) for name in columns if name not in UNJUDGED}
    for system, row in rows.items():
        cells = []
        for name in columns:
            shown = f"{_shown(name, row):g}"
            cells.append(f"**{shown}**" if name in best and _shown(name, row) == best[name] and len(rows) > 1 else shown)
        lines.append(f"| {names.get(system, system)} | " + " | ".join(cells) + " |")
    return lines


def _shown(name: str, row: Row) -> float:
    return round(row[name], 1)


def page(results: Results, names: Mapping[str, str], versions: Mapping[str, str], skipped: Sequence[str], method: str) -> str:
    """All of results.md."""
    lines = ["# Typography, last run", "", "Made by `make bench-typography`; lower is better in every column, the best is bold.", ""]
    lines.append("; ".join(f"{names[system]} {version}" for system, version in versions.items()) + ".")
    lines += [f"Skipped: {reason}." for reason in skipped]
    lines += ["", "## All texts and measures together", "", *table(together(results), SPACES, names), "", *table(together(results), BREAKS, names), "", method.strip()]
    for work, rows in results.items():
        lines += ["", f"## {work}", "", *table(rows, SPACES, names), "", *table(rows, BREAKS, names)]
    return "\n".join(lines) + "\n"

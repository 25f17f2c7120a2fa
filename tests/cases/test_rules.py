"""What shows that the cases show something: each rule is broken in turn, and its case must come out otherwise. A case that no longer does shows nothing any more:
find another text for it, rather than take what comes out.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from case import CASES, case
from dumps import dumped

from reportbuilder.layout import demerits

pytestmark = pytest.mark.slow
PATHS = {path.stem: path for path in CASES}

BROKEN: tuple[tuple[str, dict[str, Any]], ...] = (
    ("lines-fitness", {"layout.breaks.FITNESS_DEMERITS": 0.0}),
    ("lines-hyphens-two", {"layout.breaks.LADDER_DEMERITS": 0.0}),
    ("lines-hyphens-three", {"layout.breaks.LADDER": 99}),
    ("lines-last-word", {"layout.breaks.LAST_HYPHEN_DEMERITS": 0.0}),
    ("lines-last-short", {"layout.breaks.SHORT_DEMERITS": 0.0}),
    ("lines-looser", {"layout.ends.LOOSE_TOLERANCE": 1e9}),
    ("lines-balanced", {"layout.ends.MOST_BALANCED": 0}),
    ("lines-margins", {"layout.words._hung": lambda parts, look, hanging: parts}),
    ("lines-letters", {"layout.lines._filled": lambda slack, runs, expansion: (1.0, slack / max(1, sum(run.spaces for run in runs)))}),
    ("lines-dutch", {"assets.hyphenation.Hyphens.breaks": lambda hyphens, word, begins=False: ()}),
    ("lines-own-words", {"assets.hyphenation.Hyphens._breaks": lambda hyphens, word: ()}),
    ("lines-names", {"assets.hyphenation.NAME": 0.0}),
    ("lines-clitics", {"layout.words.CLITIC_PENALTY": 0.0}),
    ("lines-counts", {"layout.words.COUNT_PENALTY": 0.0}),
    ("advice", {"load.care.rules_for": lambda text, language: ()}),
    ("fonts-forms", {"layout.looks.SUPERIOR": "kern"}),
    ("fonts-fallback", {"layout.words.report_fallbacks": lambda parts, stretch, config: None}),
    ("pages-turn", {"layout.filling.HYPHEN_TURN": 0}),
    ("pages-elastic", {"layout.search.ELASTIC_RANGE": -(10**9)}),
    ("pages-feet", {"layout.demerits._UNEVEN": (0, 0, 0)}),
    ("pages-last", {"layout.demerits.THIN_LAST": 0, "layout.demerits.LOW_LAST": 0}),
    ("pages-grid", {"layout.trial.top_in_grid": lambda row, y, baseline: y, "layout.filling.ceil": lambda value: value}),
    ("headings-lines", {"layout.neighbours.FEW_LINES": 0}),
    ("lists-introduced", {"layout.neighbours.INTRODUCED": 0}),
    ("lists-lone-item", {"layout.blocks.LONE_ITEM": 0}),
    ("boxes-whole", {"layout.blocks.WHOLE_BOX": 0.0, "layout.blocks.IN_WHOLE": 0}),
    ("columns", {"layout.filling.balanced": lambda rows, count, most, baseline: most}),
    ("blocks-long", {"layout.filling.MOST_REPEATED": 0.0}),
    ("table", {"layout.filling.MOST_REPEATED": 0.0}),
    ("margins-room", {"layout.beside._fits": lambda y, height, taken, page: True}),
    ("notes", {"layout.compose._in_order": lambda noted, divided: noted[::-1]}),
    ("notes-divided", {"layout.filling._company": lambda trial, row, index, line: []}),
    ("charts", {"docx.charts.plain_table": lambda *parts: ""}),
)
"""Cases, and what is put in the place of what makes their rule."""


@pytest.fixture(autouse=True)
def _reckoned_anew() -> Iterator[None]:
    """What is kept of the costs of pages is forgotten, before and after."""
    for step in (True, False):
        for kept in (demerits.feet, demerits.facing):
            kept.cache_clear()
        if step:
            yield


@pytest.mark.parametrize(("name", "instead"), BROKEN, ids=[name for name, _ in BROKEN])
def test_a_case_comes_out_otherwise_without_its_rule(name: str, instead: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    for place, value in instead.items():
        monkeypatch.setattr(f"reportbuilder.{place}", value)
    assert dumped(case(PATHS[name])) != PATHS[name].with_suffix(".txt").read_text(encoding="utf-8")

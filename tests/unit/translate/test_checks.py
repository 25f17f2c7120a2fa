"""`translate.checks`: what may be wrong with a translation, each doubt with its weight."""

from pathlib import Path

import pytest

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import NOWHERE
from reportbuilder.load.report import RawReport
from reportbuilder.model.nodes import Draft, Meta
from reportbuilder.translate.checks import Term, checked, glossary
from reportbuilder.translate.segments import Kind, Unit

from ..written import known

RAW = RawReport(Draft(Meta("", "", "", "", "", "nl-BE", "", ()), ()), known(n="4158"))
TERMS = (Term("mensen op de vlucht", "people on the run"), Term("asiel", "asylum"))


def doubts(source: str, target: str, kind: Kind = "text", language: str = "en") -> list[tuple[str, str]]:
    found = checked(Unit(kind, "deel", source, NOWHERE, 1, "content"), source, target, RAW, language, TERMS)
    return [(fault.code, fault.weight) for fault in found]


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Dag[^n] allen", "Hello[^n] all", []),
        ("Dag[^n] allen", "Hello all", [("note-marks", "unsure")]),
        ("Dag[^n] allen", "Hello[^n] all[^n]", [("note-marks", "unsure")]),
        ("{{ x.n | getal }} keer", "{{ x.n | getal }} times", []),
        ("{{ x.n | getal }} keer", "4,518 times", [("number-changed", "unsure")]),
        ("{{ x.n | getal }} keer", "many times", [("number-changed", "warn")]),
        ("3 keer", "4 times", [("number-changed", "warn")]),
        ("Drie keer", "Three times {{ y.z }}", [("figure-unknown", "unsure")]),
        ("In 2025 was het [hier](https://x.be/2024)", "In 2025 it was [here](https://x.be/2024)", []),
        ("[hier](https://x.be)", "here", [("link-lost", "warn")]),
        ("hier", "[here](https://x.be)", [("link-added", "warn")]),
        ("**sterk** woord", "strong word", [("emphasis", "note")]),
        ("Straat 1\\\nBrussel", "Street 1 Brussels", [("line-break", "warn")]),
        ("Bel UNHCR of NaaldXPraat", "Call them", [("name", "note"), ("name", "note")]),
        ("Mail info@x.be", "Mail us", [("name", "note")]),
        ("Voor mensen op de vlucht", "For refugees", [("glossary", "warn")]),
        ("Voor mensen op de vlucht", "For People on the run", []),
        ("Asielbeleid", "Policy", []),
        ("“Zo”", '"So"', [("quotes", "warn")]),
        ("“Zo”", "«So»", [("quotes", "warn")]),
    ],
)
def test_each_doubt_has_its_weight(source: str, target: str, found: list[tuple[str, str]]) -> None:
    assert doubts(source, target) == found


def test_a_fixed_place_holds_so_much() -> None:
    assert doubts("Kort", "x" * 61, "running") == [("too-long", "warn")]
    assert doubts("Kort", "x" * 60, "running") == []
    assert doubts("x" * 60, "x" * 90, "running") == []  # who is long already may grow by half
    assert doubts("Kort", "x" * 600) == []


def test_quotes_are_those_of_the_language() -> None:
    assert doubts("“Zo”", "«Ainsi»", language="fr-BE") == []
    assert doubts("“Zo”", "„So“", language="de") == []


def test_a_glossary_is_a_table_with_languages_above(tmp_path: Path) -> None:
    folder = tmp_path / "sections/locale"
    folder.mkdir(parents=True)
    log = Log()
    assert glossary(tmp_path, "nl-BE", "en", log) == ()
    (folder / "glossary.csv").write_text('nl,fr,en\nasiel,asile,asylum\n"op de vlucht, nu",en fuite,on the run\nleeg,,\n', encoding="utf-8")
    assert glossary(tmp_path, "nl-BE", "en-GB", log) == (Term("asiel", "asylum"), Term("op de vlucht, nu", "on the run"))
    assert not log.diagnostics
    assert glossary(tmp_path, "nl-BE", "uk", log) == ()
    assert [(message.code, message.span.file) for message in log.diagnostics] == [("glossary-column", "sections/locale/glossary.csv")]

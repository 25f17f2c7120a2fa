"""`load.formats`: figures as they are written in the language of the build (THREATS J9, Y10)."""

import subprocess
import sys

import pytest

from reportbuilder.load.formats import FILTERS, FigureFault, formatted

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("figure", "name", "expected"),
    [
        ("4158", "getal", "4.158"),
        ("15", "getal", "15"),
        ("0", "getal", "0"),
        ("-1234567", "getal", "−1.234.567"),
        ("1.10", "getal", "1,10"),
        ("0.12345", "getal", "0,12345"),
        ("999999999999999999", "getal", "999.999.999.999.999.999"),
        ("812318", "euro", f"€{NBSP}812.318"),
        ("812318.50", "euro", f"€{NBSP}812.318,50"),
        ("12.5", "euro", f"€{NBSP}12,50"),
        ("11", "procent", "11\u202f%"),
        ("11.5", "procent", "11,5\u202f%"),
        ("2025-06-20", "datum", "20\u00a0juni 2025"),
        ("2024-02-29", "datum", "29\u00a0februari 2024"),
    ],
)
def test_figures_in_dutch(figure: str, name: str, expected: str) -> None:
    assert formatted(figure, name, "nl-BE") == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-GB", ["4,158", "€812,318", "11.5%", "20 June 2025"]),
        ("fr-BE", ["4\u202f158", f"812\u202f318{NBSP}€", f"11,5{NBSP}%", "20 juin 2025"]),
        ("de", ["4.158", f"812.318{NBSP}€", f"11,5{NBSP}%", "20. Juni 2025"]),
        ("nl-ZZ", ["4.158", f"€{NBSP}812.318", "11,5\u202f%", "20\u00a0juni 2025"]),
        ("en", ["4,158", "€812,318", "11.5%", "20 June 2025"]),
        ("en-US", ["4,158", "€812,318", "11.5%", "June 20, 2025"]),
        ("uk", [f"4{NBSP}158", f"812{NBSP}318{NBSP}€", "11,5%", "20 червня 2025\u202fр."]),
        ("ar", ["4,158", f"\u200f812,318{NBSP}€", "11.5\u200e%\u200e", "20 يونيو 2025"]),
        ("xx", ["4,158", "€812,318", "11.5%", "June 20, 2025"]),
    ],
)
def test_figures_in_other_languages(language: str, expected: list[str]) -> None:
    figures = ["4158", "812318", "11.5", "2025-06-20"]
    assert [formatted(figure, name, language) for figure, name in zip(figures, FILTERS)] == expected


def test_the_first_of_a_month_is_an_ordinal_in_french() -> None:
    assert formatted("2025-04-01", "datum", "fr-BE") == "1er avril 2025" and formatted("2025-04-11", "datum", "fr") == "11 avril 2025"


def test_ordinals() -> None:
    written = {language: [formatted(figure, "rang", language) for figure in ("1", "2", "3", "11", "22", "103", "1112")] for language in ("nl-BE", "en", "fr", "de", "uk")}
    assert written["nl-BE"] == ["1e", "2e", "3e", "11e", "22e", "103e", "1.112e"]
    assert written["en"] == ["1st", "2nd", "3rd", "11th", "22nd", "103rd", "1,112th"]
    assert written["fr"][:3] == ["1er", "2e", "3e"] and written["de"][0] == "1." and written["uk"][0] == "1"
    for figure in ("0", "-1", "1.5"):
        with pytest.raises(FigureFault, match="no place in a row"):
            formatted(figure, "rang", "nl-BE")


@pytest.mark.parametrize(
    "figure", ["veel", "4.158.000", "3,5", "010", "1e3", "1_000", "0x1F", "+5", "", "~", " 1", "1 ", "9" * 5000, "NaN", "Infinity", "٣", "4158\n"]
)
def test_what_is_no_number_is_a_fault(figure: str) -> None:
    for name in ("getal", "euro", "procent"):
        with pytest.raises(FigureFault):
            formatted(figure, name, "nl-BE")


@pytest.mark.parametrize("figure", ["2024-02-30", "2025-13-01", "20250620", "20-06-2025", "2025-6-20", "11", "2025-06-20T10:00"])
def test_what_is_no_date_is_a_fault(figure: str) -> None:
    with pytest.raises(FigureFault):
        formatted(figure, "datum", "nl-BE")


def test_parts_of_a_cent_are_a_fault() -> None:
    with pytest.raises(FigureFault):
        formatted("1.005", "euro", "nl-BE")


def test_babel_and_jinja_are_not_loaded_before_a_figure_asks_for_them() -> None:
    code = "import sys, reportbuilder.load.variables, reportbuilder.load.sheet; print([m for m in ('babel', 'jinja2') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": ":".join(sys.path)})
    assert run.stdout == "[]\n"

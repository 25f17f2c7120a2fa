"""`translate.figures`: numbers in what came back are variables again."""

import pytest

from reportbuilder.translate.figures import filled, numbers, restored

from ..written import known

FIGURES = known(n="4158", geld="812318", deel="11", dag="2025-06-20", klein="3", naam="Caritas", komma="3.5")
N, GELD, DEEL, DAG, KLEIN = "{{ x.n | getal }}", "{{ x.geld | euro }}", "{{ x.deel | procent }}", "{{ x.dag | datum }}", "{{ x.klein | getal }}"


def back(source: str, *texts: str) -> tuple[list[str], list[str]]:
    made = restored(texts, source, FIGURES, ("en", "nl-BE"))
    return list(made.texts), list(made.lost)


@pytest.mark.parametrize("shown", ["4.158", "4,158", "4 158", "4\u00a0158", "4158", "4’158", "4\u202f158"])
def test_a_number_comes_back_however_it_is_written(shown: str) -> None:
    assert back(f"Er kwamen {N} mensen.", f"There came {shown} people.") == ([f"There came {N} people."], [])


@pytest.mark.parametrize(
    ("shown", "kept"),
    [("€812,318", GELD), ("€ 812.318", GELD), ("EUR 812 318", GELD), ("812,318 euros", "{{ x.geld | getal }} euros"), ("812.318 €", GELD)],
)
def test_an_amount_keeps_its_sign_or_becomes_a_number(shown: str, kept: str) -> None:
    assert back(f"goed voor {GELD}.", f"worth {shown}.") == ([f"worth {kept}."], [])


@pytest.mark.parametrize(("shown", "kept"), [("11%", DEEL), ("11 %", DEEL), ("11 per cent", "{{ x.deel | getal }} per cent")])
def test_a_percentage(shown: str, kept: str) -> None:
    assert back(f"{DEEL} meer", f"{shown} more") == ([f"{kept} more"], [])


@pytest.mark.parametrize("shown", ["20 juni 2025", "June 20, 2025", "20 June 2025"])
def test_a_date_in_either_language(shown: str) -> None:
    assert back(f"op {DAG}", f"on {shown}") == ([f"on {DAG}"], [])


@pytest.mark.parametrize(("language", "geld", "deel", "dag"), [
    ("fr", "812 318 €", "11 %", "20 juin 2025"), ("uk", "812 318 €", "11%", "20 червня 2025 р."), ("ar", "812,318 €", "11%", "20 يونيو 2025"),
])  # fmt: skip
def test_money_percentages_and_dates_of_other_languages(language: str, geld: str, deel: str, dag: str) -> None:
    made = restored((f"{geld}, {deel}, {dag}",), f"{GELD}, {DEEL}, {DAG}", FIGURES, (language, "nl-BE"))
    assert made.texts == (f"{GELD}, {DEEL}, {DAG}",) and not made.lost


@pytest.mark.parametrize("shown", ["٤٬١٥٨", "۴۱۵۸", "4,158", "٤١٥٨"])
def test_digits_of_arabic_and_persian_are_numbers(shown: str) -> None:
    assert restored((f"جاء {shown} شخصًا",), f"{N} mensen", FIGURES, ("ar", "nl-BE")).texts == (f"جاء {N} شخصًا",)
    assert numbers("٢٠٢٥, ١٫٥") == ["2025", "15"]


@pytest.mark.parametrize("shown", ["11\u200e%\u200e", "11%", "١١٪"])
def test_marks_beside_signs_go_with_their_figure(shown: str) -> None:
    assert restored((f"أي {shown} منها",), f"{DEEL} ervan", FIGURES, ("ar", "nl-BE")).texts == (f"أي {DEEL} منها",)


def test_another_number_is_lost() -> None:
    assert back(f"{N} mensen", "4,518 people") == (["4,518 people"], [N])
    assert back(f"{N} mensen", "14,158 people") == (["14,158 people"], [N])
    assert back(f"{N} mensen", "4,158.5 people")[1] == [N]


def test_one_of_several_is_the_one_in_the_same_place() -> None:
    assert back(f"In 3 steden waren er {KLEIN}", "In 3 cities there were 3") == ([f"In 3 cities there were {KLEIN}"], [])
    assert back(f"{KLEIN} keer in de 3 steden die er zijn", "3 times in 3 cities") == ([f"{KLEIN} times in 3 cities"], [])


def test_an_ordinal_and_a_name() -> None:
    assert back("De {{ x.deel }}e keer", "The 11th time") == (["The {{ x.deel }}th time"], [])
    assert back("Met {{ x.naam }} erbij", "With ", "Caritas", " too") == (["With ", "{{ x.naam }}", " too"], [])
    assert back("{{ x.komma | getal }} keer", "3,5 times or 3.5 times")[1] == []


@pytest.mark.parametrize(
    ("shown", "kept"),
    [("the 11th", "the {{ x.deel | rang }}"), ("de 11e", "de {{ x.deel | rang }}"), ("la 11ème", "la {{ x.deel }}ème"), ("XI. of 11", "XI. of {{ x.deel }}")],
)
def test_an_ordinal_that_the_program_writes(shown: str, kept: str) -> None:
    assert back("De {{ x.deel | rang }} keer", f"{shown} time") == ([f"{kept} time"], [])


def test_braces_of_a_translator_are_text() -> None:
    assert filled(back("tekst", "text {{ x.n }}")[0][0], FIGURES, "en") == "text {{ x.n }}"
    assert back("tekst", "a {% b %} c")[0] == ["a {{ '{%' }} b {{ '%}' }} c"]


def test_numbers_are_told_without_their_separators() -> None:
    assert numbers("In 2025 4.158, 12,5 en 3") == ["2025", "4158", "125", "3"]

"""Advice for those who hear or can hardly see the report, with its place."""

from pathlib import Path

import pytest
from unit.docx.made import chapter, note, p, resolved, sheet, t

from reportbuilder.diag.diagnostic import Log, Severity
from reportbuilder.diag.span import Span
from reportbuilder.load.foreign import LANGUAGES, strong_words
from reportbuilder.load.hearing import advise_for_hearing, advise_on_contrast
from reportbuilder.model import nodes as n
from reportbuilder.style.contrast import contrast
from reportbuilder.style.sheet import FaceKey, TextStyle

HERE = Span("sections/10-een.yaml", 4, 7)


def told(*parts: n.Part) -> list[str]:
    log = Log()
    advise_for_hearing(resolved(*parts), log)
    assert all(one.severity is Severity.ADVICE and one.span == HERE for one in log.diagnostics)
    return [one.code for one in log.diagnostics]


def pictured(alt: str, caption: str = "") -> list[str]:
    return told(chapter(n.Figure(n.Picture("foto.jpg", alt, "", HERE), "column", t(caption) if caption else (), HERE)))


def linked(*links: tuple[str, str]) -> list[str]:
    return told(chapter(*(p("Zie ", n.Link(url, t(words), HERE), ".") for words, url in links)))


@pytest.mark.parametrize(
    ("alt", "code"),
    [
        ("IMG_2034", "alt-file"), ("betoging-2025.jpg", "alt-file"), ("Foto van een betoging in Brussel", "alt-opening"),
        ("Een afbeelding met drie mensen", "alt-opening"), ("Mensen", "alt-short"), ("Mensen en nog meer mensen. " * 10, "alt-long"),
    ],
)  # fmt: skip
def test_a_description_says_what_can_be_seen(alt: str, code: str) -> None:
    assert pictured(alt) == [code]


@pytest.mark.parametrize("alt", ["", "Drie vrouwen naaien een vlag aan een lange tafel", "Fotografen staan voor het station te wachten"])
def test_a_good_description_or_none_needs_no_advice(alt: str) -> None:
    assert pictured(alt) == []


def test_a_name_does_for_a_logo() -> None:
    assert told(chapter(n.Logos((n.Picture("foto.jpg", "Fedasil", "", HERE),), HERE))) == []


def test_a_description_is_not_its_caption() -> None:
    assert pictured("Betoging in Brussel", "Betoging in Brussel.") == ["alt-repeats"]


@pytest.mark.parametrize("words", ["hier", "Klik hier", "Lees meer…", "link"])
def test_a_link_says_where_it_leads(words: str) -> None:
    assert linked((words, "https://voorbeeld.be")) == ["link-words"]


def test_long_addresses_are_for_notes() -> None:
    address = "https://voorbeeld.be/een/heel/lange/weg/naar-een-bladzijde"
    assert linked((address, address)) == ["link-address"]
    noted = chapter(p("x", n.NoteCall("a", HERE)), notes=(note("a", n.Link(address, t(address), HERE)),))
    assert told(noted) == []


def test_the_same_words_lead_to_one_place() -> None:
    assert linked(("Infolijn", "https://a.be"), ("Infolijn", "https://a.be"), ("infolijn", "https://b.be")) == ["link-twofold"]


def test_inks_of_text_can_be_read() -> None:
    log = Log()
    advise_on_contrast(sheet(header=TextStyle("header", FaceKey("sans"), 8, 10, "rule"), cover_title=TextStyle("cover-title", FaceKey("sans"), 8, 10, "white")), log)
    assert [(one.code, "‘header’" in one.message, "1.9" in one.message or "2.0" in one.message) for one in log.diagnostics] == [("low-contrast", True, True)]
    log = Log()
    advise_on_contrast(sheet(quote=TextStyle("quote", FaceKey("sans"), 20, 24, "accent")), log)
    assert log.diagnostics == []


def test_contrast_is_that_of_the_rule() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == contrast((255, 255, 255), (0, 0, 0)) == pytest.approx(21)
    assert contrast((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Het boek Living with hope verkocht goed.", "en"), ("De film “In My Name” trok veel volk.", "en"), ("Het rapport Les droits des enfants et leurs familles dans nos villes.", "fr"),
        ("De tentoonstelling Menschen auf der Flucht und ihre Wege mit uns.", "de"), ("Samen wandelen is voor iedereen, met de trein of met de fiets.", ""),
        ("De Rue du Midi, het Festival de Cannes, La Louvière et al. en sans-papiers zijn namen.", ""), ("We lazen er les over de mais en de pas.", ""), ("The Guardian", ""),
    ],
)  # fmt: skip
def test_words_of_another_language_are_stated(words: str, language: str) -> None:
    log = Log()
    advise_for_hearing(resolved(chapter(p(words))), log)
    assert [(one.code, f"language: {language}," in one.hint) for one in log.diagnostics] == ([("foreign-words", True)] if language else [])


def test_words_that_are_stated_need_no_advice() -> None:
    assert told(chapter(p("De film ", n.Foreign("en", t("In My Name and theirs"), HERE), " trok veel volk."))) == []


def test_every_language_can_be_told_from_the_others() -> None:
    for language in LANGUAGES:
        assert all(len(words) >= 5 for words in strong_words(language).values())


CHART = n.Chart("bar", "column", t("Titel"), (), (n.Point(t("a"), t("1"), 1.0, False, HERE),), (), "Wat er te zien is in het kort.", HERE)


@pytest.mark.parametrize(
    ("words", "advised"),
    [
        ("De rode balken tonen de vrijwilligers.", True), ("Wie steun kreeg, staat in het groen.", True), ("Groen betekent dat het lukte.", True),
        ("De rode draad is solidariteit, met groen licht voor wie wandelt in het groen.", False), ("De bovenste, rode balk toont het.", False),
        ("De rode balk (Online) is de langste.", False), ("Het Rode Kruis hielp.", False),
    ],
)  # fmt: skip
def test_nothing_is_named_by_its_colour_alone_beside_a_figure(words: str, advised: bool) -> None:
    said = n.Paragraph((n.Text(words, HERE),), HERE)
    assert told(chapter(said, CHART)) == ["colour-only"] * advised
    assert told(chapter(said, p("een"), p("twee"), p("drie"), CHART)) == []


def test_words_are_told_where_they_stand(tmp_path: Path) -> None:
    (tmp_path / "sections").mkdir()
    (tmp_path / HERE.file).write_text("een\ntwee\ndrie\n      Een avond\n      over Living with hope.\n", encoding="utf-8")
    log = Log()
    advise_for_hearing(resolved(chapter(n.Paragraph((n.Text("Een avond over Living with hope.", HERE),), HERE))), log, tmp_path)
    assert [str(one.span) for one in log.diagnostics] == [f"{HERE.file}:5:12"]

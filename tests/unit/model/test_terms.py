"""`model.terms`: words stated once for the whole report are marked where they stand as a whole."""

import pytest

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import NOWHERE
from reportbuilder.model.nodes import Abbreviation, Chapter, Draft, Emphasis, Foreign, Heading, Inline, Link, Meta, Paragraph, Terms, Text
from reportbuilder.model.resolve import resolve
from reportbuilder.model.text import plain_text

TERMS = Terms("nl-BE", (("OCMW", "openbaar centrum"),), (("en", ("Refugee Walk", "Walk", "Legal Helpdesk")), ("nl", ("huis",))))


def marked(*content: Inline, language: str = "nl-BE") -> tuple[Inline, ...]:
    """The content of a paragraph as it stands in the document."""
    paragraph = Paragraph(content, NOWHERE)
    chapter = Chapter(Heading(1, (Text("Kop", NOWHERE),), "kop", "", NOWHERE), None, None, (paragraph,), (), NOWHERE)
    document = resolve(Draft(Meta("T", "", "", "2025", "t", language, "", (), NOWHERE, TERMS), (chapter,)), Log())
    (found,) = document.parts[0].blocks
    return found.content


def shown(content: tuple[Inline, ...]) -> str:
    """``{en:…}`` for foreign words, ``{…=long}`` for abbreviations."""
    told = ""
    for inline in content:
        match inline:
            case Text():
                told += inline.text
            case Foreign():
                told += f"{{{inline.language}:{shown(inline.content)}}}"
            case Abbreviation():
                told += f"{{{shown(inline.content)}={inline.expansion}}}"
            case _:
                told += f"<{shown(inline.content)}>"
    return told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De Refugee Walk is er.", "De {en:Refugee Walk} is er."),
        ("Refugee\u00a0Walk", "{en:Refugee\u00a0Walk}"),
        ("Walk, Refugee Walks, Walker", "{en:Walk}, Refugee Walks, Walker"),
        ("het OCMW, OCMW’s, OCMW-raad", "het {OCMW=openbaar centrum}, {OCMW=openbaar centrum}’s, {OCMW=openbaar centrum}-raad"),
        ("op ocmw.be/OCMW of info@OCMW.be", "op ocmw.be/OCMW of info@OCMW.be"),
        ("een huis", "een huis"),
    ],
)
def test_terms_are_marked_where_they_stand_whole(text: str, expected: str) -> None:
    content = marked(Text(text, NOWHERE))
    assert shown(content) == expected
    assert plain_text(content) == text


def test_terms_are_found_in_marks_and_links_and_marked_words_are_left_alone() -> None:
    content = marked(
        Emphasis((Text("Refugee Walk", NOWHERE),), NOWHERE),
        Link("https://x.be", (Text("de Walk", NOWHERE),), NOWHERE),
        Foreign("fr", (Text("le Walk", NOWHERE),), NOWHERE),
    )
    assert shown(content) == "<{en:Refugee Walk}><de {en:Walk}>{fr:le Walk}"


def test_in_another_language_its_own_words_and_the_abbreviations_are_plain() -> None:
    assert shown(marked(Text("Refugee Walk, OCMW, huis", NOWHERE), language="en")) == "Refugee Walk, OCMW, {nl:huis}"


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("ar", "شارع Belliard، قرب Refugee Walk", "شارع {nl-BE:Belliard}، قرب {en:Refugee Walk}"),
    ("uk", "Kruidtuinstraat 75, info@huis.be, huis", "{nl-BE:Kruidtuinstraat} 75, info@huis.be, {nl:huis}"),
    ("fr", "rue Belliard", "rue Belliard"),
])  # fmt: skip
def test_latin_words_among_other_letters_are_in_the_language_of_the_report(language: str, text: str, expected: str) -> None:
    assert shown(marked(Text(text, NOWHERE), language=language)) == expected


def test_every_piece_has_an_id_of_its_own() -> None:
    content = marked(Text("De Refugee Walk en het OCMW.", NOWHERE))
    ids = [inline.id for inline in content] + [inline.content[0].id for inline in content if not isinstance(inline, Text)]
    assert len(set(ids)) == len(ids) and all(ids)

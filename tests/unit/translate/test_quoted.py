"""`translate.quoted`: the marks of a translator's keyboard, or of another language, become those of the translation's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportbuilder.translate.markup import markup, parsed
from reportbuilder.translate.quoted import quoted


def made(text: str, language: str) -> str:
    content, changed = quoted(parsed(text), language)
    assert not isinstance(content, str) and changed == (markup(content)[0] != markup(parsed(text))[0])
    return markup(content)[0]


@pytest.mark.parametrize(
    ("language", "typed", "shown"),
    [
        ("en", 'The "strictest policy" ever', "The “strictest policy” ever"),
        ("en", "The 'strictest policy' ever", "The ‘strictest policy’ ever"),
        ("en-GB", "citizens' initiatives, one's own, the '90s", "citizens’ initiatives, one’s own, the '90s"),
        ("en", "the «strictest» policy and the „safe country“", "the “strictest” policy and the “safe country”"),
        ("en", "‘Mine’ and “yours” stay", "‘Mine’ and “yours” stay"),
        ("en", 'He said "the \'KB Cumul\' is strict".', "He said “the ‘KB Cumul’ is strict”."),
        ("fr", 'La "politique" l\'a dit', "La «\u00a0politique\u00a0» l’a dit"),
        ("fr-BE", "La « politique » et “l’autre”", "La «\u00a0politique\u00a0» et «\u00a0l’autre\u00a0»"),
        ("fr", "Il dit « que “rien” ne va »", "Il dit «\u00a0que “rien” ne va\u00a0»"),
        ("fr", '"Il dit que "rien" ne va"', "«\u00a0Il dit que “rien” ne va\u00a0»"),
        ("fr", "la ‘nuit’ des *autres*", "la «\u00a0nuit\u00a0» des *autres*"),
        ("uk", 'закон "про захист" та п\'ять', "закон «про захист» та п’ять"),
        ("uk", "“Закон „про захист“ діє”", "«Закон „про захист“ діє»"),
        ("ar", 'قال "نعم" ثم', "قال «نعم» ثم"),
        ("ar", "قال “نعم” ثم", "قال “نعم” ثم"),
        ("de", 'Das "Wort" und «jenes»', "Das „Wort“ und «jenes»"),
        ("fr", 'voir "*le titre* [ici](https://x.be)".[^n]', "voir «\u00a0*le titre* [ici](https://x.be)\u00a0».[^n]"),
        ("fr", "{{ x.n | getal }} \"cas\" de {{ '\"' }}", "{{ x.n | getal }} «\u00a0cas\u00a0» de {{ '\"' }}"),
    ],
)  # fmt: skip
def test_pairs_become_those_of_the_language(language: str, typed: str, shown: str) -> None:
    assert made(typed, language) == shown
    assert made(shown, language) == shown


@pytest.mark.parametrize("text", ['a "quotation that never ends', 'two" strange "ones', "5'10\" tall", 'a "b “c" d”'])
def test_what_is_not_sure_stays_as_it_was(text: str) -> None:
    assert made(text, "fr").replace("’", "'") == text


def test_a_hostile_number_of_marks_is_left_alone() -> None:
    text = '"a" ' * 100_000
    assert quoted(text, "fr") == (text, False)


def test_text_without_marks_is_the_same() -> None:
    assert quoted('The "one"', "en") == ("The “one”", True)
    assert quoted("none", "en") == ("none", False)


@given(st.text("ab \"'“”„«»‘’.", max_size=30), st.sampled_from(["en", "fr", "uk", "de", "ar"]))
def test_only_marks_and_spaces_change_and_twice_is_once(text: str, language: str) -> None:
    once, _ = quoted(text, language)
    assert isinstance(once, str) and quoted(once, language)[0] == once

    def letters(of: str) -> str:
        return "".join(sign for sign in of if sign in "ab.")

    assert letters(once) == letters(text)

"""Where Dutch words may be broken, and what is kept between builds."""

from pathlib import Path

import pytest

from reportbuilder.assets.hyphenation import Hyphens


def broken(word: str, language: str = "nl-BE") -> str:
    parts, start = [], 0
    for position in Hyphens(language).positions(word):
        parts.append(word[start:position])
        start = position
    return "-".join([*parts, word[start:]])


@pytest.mark.parametrize(
    "shown",
    ["sa-men-le-ving", "vluch-te-lin-gen", "vrij-wil-li-gers,", "OCMW’s", "https://vluchtelingenwerk.be", "15.254", "info@voorbeeld.be", "kort"],
)
def test_words_break_at_their_syllables_and_some_never(shown: str) -> None:
    assert broken(shown.replace("-", "")) == shown


def test_dutch_words_do_not_break_where_they_would_lose_a_trema() -> None:
    assert [broken(word) for word in ("geïnteresseerd", "coöperatie", "officiële")] == ["geïn-te-res-seerd", "coö-pe-ra-tie", "of-fi-ciële"]


def test_a_language_without_patterns_has_no_hyphens() -> None:
    assert broken("vluchtelingen", "xx") == "vluchtelingen"


def test_what_was_found_is_kept_and_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    cache = tmp_path / "hyphens.json"
    first = Hyphens("nl-BE", cache)
    found = first.positions("samenleving")
    first.keep()
    again = Hyphens("nl-BE", cache)
    assert again.positions("samenleving") == found and again._patterns is None, "no patterns were read"
    cache.write_text('{"stamp": 3', encoding="utf-8")
    assert Hyphens("nl-BE", cache).positions("samenleving") == found


def test_another_language_does_not_take_what_was_kept(tmp_path: Path) -> None:
    cache = tmp_path / "hyphens.json"
    dutch = Hyphens("nl-BE", cache)
    dutch.positions("samenleving")
    dutch.keep()
    assert Hyphens("en-GB", cache)._found == {}

"""Where words may be broken, how they are spelled there, and what is kept between builds."""

from pathlib import Path

import pytest

from reportbuilder.assets.hyphenation import NAME, Hyphens
from reportbuilder.style.spelling import SEAM, SHORT, SYLLABLE, Hyphen

DUTCH = Hyphens("nl-BE")


def plain(word: str, hyphens: Hyphens = DUTCH) -> str:
    """The word with all breaks that change nothing."""
    parts, start = [], 0
    for hyphen in hyphens.breaks(word, begins=True):
        if (hyphen.start, hyphen.left, hyphen.right) == (hyphen.stop, "", ""):
            parts.append(word[start : hyphen.start])
            start = hyphen.start
    return "-".join([*parts, word[start:]])


def changed(word: str) -> list[str]:
    """The word broken at each place that changes its spelling."""
    found = DUTCH.breaks(word, begins=True)
    return [f"{word[: h.start]}{h.left}-/{h.right}{word[h.stop :]}" for h in found if h.start != h.stop or h.left or h.right]


def seams(word: str) -> str:
    """The word cut where breaks cost least."""
    parts, start = [], 0
    for hyphen in DUTCH.breaks(word):
        if hyphen.penalty == SEAM:
            parts.append(word[start : hyphen.start])
            start = hyphen.start
    return "|".join([*parts, word[start:]])


@pytest.mark.parametrize(
    "shown",
    ["sa-men-le-ving", "vluch-te-lin-gen", "vrij-wil-li-gers,", "OCMW’s", "https://vluchtelingenwerk.be", "15.254", "info@voorbeeld.be", "kort"],
)
def test_words_break_at_their_syllables_and_some_never(shown: str) -> None:
    assert plain(shown.replace("-", "")) == shown


@pytest.mark.parametrize("shown", ["ali-nea", "re-gio", "ver-eni-ging", "muil-ezel", "her-eni-ging", "ezel", "so-cio-cul-tu-re-le"])
def test_no_vowel_is_left_alone(shown: str) -> None:
    assert plain(shown.replace("-", "")) == shown


@pytest.mark.parametrize(
    ("word", "breaks"),
    [
        ("reëel", ["re-/eel"]),
        ("skiën", ["ski-/en"]),
        ("beëindigen", ["be-/eindigen"]),
        ("coöperatie", ["co-/operatie"]),
        ("officiële", ["offici-/ele"]),
        ("Israëlische", ["Isra-/elische"]),
        ("cafeetje", ["café-/tje"]),
        ("internetcafeetjes", ["internetcafé-/tjes"]),
        ("omaatje", ["oma-/tje"]),
        ("paraplu’tje", ["paraplu-/tje"]),
        ("foto’tje", ["foto-/tje"]),
        ("baby'tjes", ["baby-/tjes"]),
        ("zeetje", []),
        ("straatje", []),
        ("granaatje", []),
        ("Italië", []),
        ("café", []),
        ("cd’tje", []),
        ("über", []),
    ],
)
def test_spelling_at_a_break_is_that_of_the_parts(word: str, breaks: list[str]) -> None:
    assert changed(word) == breaks


@pytest.mark.parametrize(
    "shown",
    [
        "gezins|hereniging", "opvang|plaatsen", "vluchtelingen|werk", "begeleidings|traject", "massage|bedden", "bom|melding", "asiel|procedure",
        "ervarings|deskundigen", "beeldvormings|initiatieven", "project|oproep", "verstand", "bestedingen", "kinderen", "begrijpen", "verslag",
    ],
)  # fmt: skip
def test_compounds_break_best_between_their_words(shown: str) -> None:
    if shown == "beeldvormings|initiatieven":
        assert seams(shown.replace("|", "")).endswith("vormings|initiatieven")
    else:
        assert seams(shown.replace("|", "")) == shown


def test_no_break_stands_beside_a_seam() -> None:
    assert "dingst" not in plain("begeleidingstraject") and plain("gezinshereniging") == "ge-zins-her-eni-ging"


def test_names_break_dearly_but_not_where_their_capital_begins_a_sentence() -> None:
    first, second = (DUTCH.breaks("Vlaanderen", begins)[0].penalty for begins in (True, False))
    assert (first, second) == (SYLLABLE, SYLLABLE + NAME)


def test_two_letters_at_the_end_are_hardly_worth_a_break() -> None:
    assert [hyphen.penalty for hyphen in DUTCH.breaks("artikel")] == [SYLLABLE, SYLLABLE]
    assert [hyphen.penalty for hyphen in DUTCH.breaks("skiën")] == [SHORT]


def test_an_editors_own_words_go_first_whatever_their_case() -> None:
    own = Hyphens("nl", exceptions={"vlaanderen": (Hyphen(6, 6, penalty=SEAM),), "samenleving": ()})
    assert plain("samenleving", own) == "samenleving" and plain("‘Vlaanderen’,", own) == "‘Vlaand-eren’,"
    assert own.breaks("Vlaanderen")[0].penalty < SYLLABLE + NAME


def test_a_language_without_rules_of_ours_has_its_patterns_and_one_without_patterns_no_hyphens() -> None:
    assert plain("hyphenation", Hyphens("en-GB")) == "hy-phen-a-tion"
    assert plain("vluchtelingen", Hyphens("xx")) == "vluchtelingen"


def test_what_was_found_is_kept_and_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    cache = tmp_path / "hyphens"
    first = Hyphens("nl-BE", cache)
    words = ("samenleving", "reëel", "Gent")
    found = [first.breaks(word) for word in words]
    first.keep()
    again = Hyphens("nl-BE", cache)
    assert [again.breaks(word) for word in words] == found and again._patterns is None, "no patterns were read"
    cache.write_bytes(cache.read_bytes()[:-1])
    assert [Hyphens("nl-BE", cache).breaks(word) for word in words] == found


def test_another_language_or_other_words_of_an_editor_do_not_take_what_was_kept(tmp_path: Path) -> None:
    cache = tmp_path / "hyphens"
    dutch = Hyphens("nl-BE", cache)
    dutch.breaks("samenleving")
    dutch.keep()
    assert Hyphens("en-GB", cache)._found == {} == Hyphens("nl-BE", cache, {"samenleving": ()})._found

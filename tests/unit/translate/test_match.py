"""`translate.match`: an id follows its text."""

import random

from reportbuilder.translate.match import Known, ids, pairs
from reportbuilder.diag.span import NOWHERE
from reportbuilder.translate.segments import Unit


def known(*texts: str) -> list[Known]:
    return [Known(f"id{place}", "text", text) for place, text in enumerate(texts)]


def matched(old: list[str], new: list[str]) -> list[int]:
    return pairs(["text"] * len(new), new, known(*old))


A, B, C, D = (f"alinea {letter} over {word} en nog wat meer" for letter, word in zip("abcd", ("vrede", "brood", "water", "licht")))


def test_what_is_as_it_was_is_found_wherever_it_stands() -> None:
    assert matched([A, B, C], [C, A, B]) == [2, 0, 1]


def test_what_changed_in_its_place_is_the_old_one() -> None:
    assert matched([A, B, C], [A, B.replace("brood", "rijst"), C]) == [0, 1, 2]


def test_one_alone_between_two_is_the_old_one_however_it_changed() -> None:
    assert matched([A, "Iets", C], [A, "Volledig andere woorden", C]) == [0, 1, 2]


def test_what_is_new_is_new() -> None:
    assert matched([A, B], [A, "Nieuw is dit hier", B]) == [0, -1, 1]


def test_what_moved_and_changed_is_found_by_its_words() -> None:
    assert matched([A, B, C, D], [D.replace("licht", "zon"), A, B, C]) == [3, 0, 1, 2]


def test_equal_texts_keep_to_their_neighbours() -> None:
    assert matched([A, "Aantal", B, "Aantal"], [B, "Aantal", A, "Aantal"])[1] in (1, 3)
    assert matched([A, "Aantal", B, "Aantal", C], ["Aantal", B, "Aantal", C]) == [1, 2, 3, 4]


def test_no_old_text_is_given_twice() -> None:
    random.seed(4)
    words = ["vrede", "brood", "water", "licht", "huis", "weg"]
    for _ in range(30):
        old = [" ".join(random.choices(words, k=3)) for _ in range(20)]
        new = [" ".join(random.choices(words, k=3)) for _ in range(20)]
        found = [place for place in matched(old, new) if place >= 0]
        assert len(found) == len(set(found))


def _units(*texts: str) -> list[Unit]:
    return [Unit("text", "deel", text, NOWHERE, place, "content") for place, text in enumerate(texts, 1)]


def test_new_ids_are_the_same_in_all_languages_and_fit_a_bookmark() -> None:
    texts = [A, B, A]
    one, other = ids(_units(*texts), texts, []), ids(_units(*texts), texts, [])
    assert one == other and len(set(one)) == 3
    assert all(len(id) <= 29 and id.replace("_", "").isalnum() for id in one)


def test_another_language_lends_its_ids() -> None:
    texts = [A, B]
    assert ids(_units(*texts), texts, [known(A), [Known("elders", "text", B)]]) == ["id0", "elders"]


def test_credits_of_one_text_are_one() -> None:
    credits = [Unit("credit", part, "Beeld: wij", NOWHERE, place, "credit") for place, part in enumerate(("een", "twee"), 1)]
    assert len(set(ids(credits, ["Beeld: wij"] * 2, []))) == 1

"""Words as the strings of a TJ array, with a face whose glyphs are all 500 wide."""

from typing import Any

from reportbuilder.assets.shaped import Shaped
from reportbuilder.pdf.glyphs import Glyphs


class HbFace:
    glyph_count = 0x400


class Face:
    hb_face = HbFace()

    def nominal_advance(self, glyph: int) -> float:
        return 500.0


def read_as(made: Glyphs) -> dict[int, str]:
    return {number: code.text for number, code in made.codes().items()}


def glyphs() -> Glyphs:
    face: Any = Face()
    return Glyphs(face)


def word(text: str, *numbers: int, clusters: tuple[str, ...] | None = None, **more: Any) -> Shaped:
    return Shaped(text, numbers, more.pop("advances", (500.0,) * len(numbers)), clusters or tuple(text), **more)


SPACE = word(" ", 3)


def span(text: str, codes: str) -> str:
    return f"/Span<</ActualText<FEFF{text}>>>BDC[{codes}]TJ EMC"


def test_a_word_is_the_numbers_of_its_glyphs() -> None:
    assert glyphs().line((word("ab", 1, 0x20A),), 0, 10) == "[<0001020A>]TJ"


def test_kerning_stands_behind_the_glyph() -> None:
    assert glyphs().line((word("AV", 1, 2, advances=(450.0, 500.0)),), 0, 10) == "[<0001>50<0002>]TJ"


def test_justification_widens_each_space_by_its_share_of_the_size() -> None:
    line = (word("a", 1), SPACE, word("b", 2), SPACE)
    assert glyphs().line(line, 2.0, 10) == "[<00010003>-200<00020003>-200 ]TJ"
    assert glyphs().line(line, 0, 10) == "[<0001000300020003>]TJ"
    assert glyphs().line(line, -0.25, 20) == "[<00010003>12.5<00020003>12.5 ]TJ"


def test_a_run_without_glyphs_shows_nothing() -> None:
    assert glyphs().line((Shaped("", (), (), ()),), 0, 10) == ""


def test_a_ligature_reads_as_its_letters() -> None:
    made = glyphs()
    assert made.line((word("ffi", 7, clusters=("ffi",)),), 0, 10) == "[<0007>]TJ"
    assert read_as(made) == {7: "ffi"}


def test_a_drawn_hyphen_reads_as_a_soft_one_by_a_code_of_its_own() -> None:
    made = glyphs()
    hyphen, soft = word("-", 9), word("-", 9, actual="\u00ad")
    assert made.line((word("1", 1), hyphen, word("2", 2), soft), 0, 10) == "[<0001000900020400>]TJ"
    assert made.codes() == {1: (1, "1"), 2: (2, "2"), 9: (9, "-"), 0x400: (9, "\u00ad")}


def test_several_glyphs_for_one_cluster_say_together_what_they_are() -> None:
    made = glyphs()
    accented = word("ẹ́x", 5, 6, 4, clusters=("ẹ́", "", "x"))
    assert made.line((accented,), 0, 10) == span("1EB90301", "<00050006>") + "[<0004>]TJ"
    assert read_as(made) == {4: "x", 5: "ẹ́", 6: "\ufffd"}


def test_a_glyph_among_others_does_not_take_its_meaning_from_them() -> None:
    made = glyphs()
    made.line((word("é", 5, 6, clusters=("é", "")),), 0, 10)
    assert made.line((word("e", 5),), 0, 10) == "[<0005>]TJ"
    assert read_as(made) == {5: "e", 6: "\ufffd"}


def test_each_further_reading_of_a_glyph_has_a_code_beyond_the_font() -> None:
    made = glyphs()
    omega, ohm, other, more = word("\u03a9", 8), word("\u2126", 8), word("b", 4), word("\u0411", 4)
    assert made.line((omega, ohm, other, more, omega, ohm), 0, 10) == "[<000804000004040100080400>]TJ"
    assert read_as(made) == {4: "b", 8: "\u03a9", 0x400: "\u2126", 0x401: "\u0411"}


def test_a_no_break_space_reads_as_the_space_whose_glyph_it_shares() -> None:
    made = glyphs()
    assert made.line((SPACE, word("\u00a0", 3)), 0, 10) == "[<00030003>]TJ"
    assert read_as(made) == {3: " "}


def test_a_mark_is_moved_over_its_letter_and_the_pen_goes_back() -> None:
    shifted = word("ab", 1, 2, shifts=((0.0, 0.0), (-30.0, 0.0)))
    assert glyphs().line((shifted,), 0, 10) == "[<0001>30<0002>-30 ]TJ"


def test_two_displacements_in_a_row_stay_two_numbers() -> None:
    marks = word("abc", 1, 2, 4, shifts=((0.0, 0.0), (-30.0, 0.0), (-40.0, 0.0)))
    assert glyphs().line((marks,), 0, 10) == "[<0001>30<0002>-30 40<0004>-40 ]TJ"
    tight = word(" ", 3, advances=(495.0,))
    assert glyphs().line((tight,), 1.0, 10) == "[<0003>5 -100 ]TJ"


def test_a_raised_mark_rises_with_the_size() -> None:
    raised = word("ab", 1, 2, shifts=((0.0, 0.0), (0.0, 120.0)))
    assert glyphs().line((raised,), 0, 20) == "[<0001>]TJ 2.4 Ts[<0002>]TJ 0 Ts"


def test_the_sign_for_a_missing_glyph_is_never_shown() -> None:
    made = glyphs()
    assert made.line((word("a☃b", 1, 0, 2),), 0, 10) == "[<0001>-500<0002>]TJ"
    assert set(read_as(made)) == {1, 2}


def test_text_that_unicode_maps_may_not_have_is_left_out() -> None:
    made = glyphs()
    assert made.line((word("\ufeffa", 1, clusters=("\ufeffa",)), word("\ufeff", 2)), 0, 10) == "[<00010002>]TJ"
    assert read_as(made) == {1: "a", 2: "\ufffd"}


def test_an_accent_that_is_a_glyph_of_its_own_stands_behind_the_word_and_its_letter_is_read_with_it() -> None:
    made = glyphs()
    accented = word("aj\u0301b", 1, 2, 3, 4, clusters=("a", "j\u0301", "", "b"), advances=(500.0, 500.0, 0.0, 500.0), shifts=((0.0, 0.0), (0.0, 0.0), (-100.0, 0.0), (0.0, 0.0)))
    assert made.line((accented,), 0, 10) == f"[<000100020004>]TJ{span('', ' 1500 -900<0003>-100 ')}"
    assert read_as(made) == {1: "a", 2: "j\u0301", 3: " ", 4: "b"}


def test_the_accents_of_a_broken_word_stand_behind_its_hyphen() -> None:
    broken = word("j\u0301", 1, 2, clusters=("j\u0301", ""), advances=(500.0, 0.0), shifts=((0.0, 0.0), (-100.0, 0.0)))
    made, hyphen = glyphs(), word("-", 9, actual="\u00ad")
    assert made.line((broken, hyphen), 0, 10) == f"[<00010009>]TJ{span('', ' 1000 -400<0002>-100 ')}"
    assert read_as(made)[9] == "\u00ad"

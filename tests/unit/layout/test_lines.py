"""Paragraphs to lines, with letters of ten points."""

import pytest

from reportbuilder.layout.lines import set_lines
from reportbuilder.layout.resetting import Resetting
from reportbuilder.layout.rows import Line
from reportbuilder.model.nodes import Emphasis, LineBreak, Link, NoteMark, Text

from square import HERE, config, read, style, text


def test_a_ragged_paragraph_fills_its_lines_and_keeps_the_space_at_each_break() -> None:
    assert read(set_lines(text("een twee drie vier"), style(), 100, config())) == ["een twee␣", "drie vier"]


def test_a_justified_line_reaches_the_margin_and_the_last_line_does_not() -> None:
    first, last = set_lines(text("aa bbb cccc dd"), style(align="justify"), 110, config())
    assert read([first, last]) == ["aa bbb cccc␣", "dd"]
    assert first.width == 110 and last.width == 20
    assert last.words[0].gap == 0


def test_the_spaces_of_a_last_line_are_narrowed_when_it_is_a_little_too_long() -> None:
    (line,) = set_lines(text("aaaa bb ccc"), style(align="justify"), 105, config())
    assert line.width == 105 and line.words[0].gap == -2.5


def test_breaks_are_chosen_over_the_whole_paragraph() -> None:
    """Greedy lines would be “aaa bb cc” and “ddddd”; a shorter first line saves the second."""
    lines = read(set_lines(text("aaa bb cc ddddd eeeeeeee"), style(), 100, config()))
    assert lines == ["aaa bb␣", "cc ddddd␣", "eeeeeeee"]


def test_a_hyphen_is_drawn_at_a_break_and_read_as_a_soft_one() -> None:
    lines = set_lines(text("de samenleving"), style(align="justify", hyphenate=True), 90, config())
    assert read(lines)[0].endswith("-")
    assert lines[0].words[-1].pieces[-1].actual == "\u00ad"
    assert "".join(read(lines)).replace("-", "") == "de samenleving"


def test_a_line_that_ends_within_a_word_says_so() -> None:
    assert [line.hyphenated for line in set_lines(text("aaa\u00adbbb"), style(), 50, config())] == [True, False]


def test_a_compound_breaks_behind_its_own_hyphen_without_a_second_one() -> None:
    assert read(set_lines(text("socio-juridisch"), style(), 100, config())) == ["socio-", "juridisch"]


def test_an_address_breaks_behind_its_slashes_and_dots_without_a_hyphen() -> None:
    lines = read(set_lines(text("https://een.be/twee/drie"), style(), 120, config()))
    assert "".join(lines) == "https://een.be/twee/drie"
    assert all(line[-1] in "/." for line in lines[:-1])


def test_a_no_break_space_holds() -> None:
    assert read(set_lines(text("aaaa 11\u00a0%"), style(), 70, config())) == ["aaaa␣", "11\u00a0%"]


def test_a_count_goes_with_what_it_counts() -> None:
    lines = read(set_lines(text("aaa aaaa aaa 5 keer en aaa aaaa aaa aaaa aaa aa"), style(align="justify"), 140, config()))
    assert lines[:2] == ["aaa aaaa aaa␣", "5 keer en aaa␣"]


def test_a_clitic_stays_with_the_word_that_it_leans_on() -> None:
    assert read(set_lines(text("aaaa ’s morgens"), style(), 100, config())) == ["aaaa␣", "’s morgens"]
    assert read(set_lines(text("aaaa (’t zand)"), style(), 90, config())) == ["aaaa␣", "(’t zand)"]


def test_a_soft_hyphen_shows_only_where_the_line_breaks() -> None:
    assert read(set_lines(text("aaa\u00adbbb"), style(), 100, config())) == ["aaabbb"]
    assert read(set_lines(text("aaa\u00adbbb"), style(), 50, config())) == ["aaa-", "bbb"]


def test_a_word_wider_than_its_line_is_cut_and_reported_with_its_place() -> None:
    setting = config()
    setting.spans = {1: HERE}
    lines = read(set_lines(text("abcdefghijklmno"), style(), 50, setting))
    assert lines == ["abcde", "fghij", "klmno"]
    (fault,) = setting.log.errors
    assert (fault.code, fault.span) == ("word-too-wide", HERE)


def test_ten_thousand_letters_without_a_space_stay_inside_the_margin() -> None:
    lines = set_lines(text("x" * 10_000), style(), 100, config())
    assert len(lines) == 1000 and max(line.width for line in lines) <= 100


def test_a_character_that_no_font_has_is_an_error_with_its_code_point() -> None:
    setting = config()
    set_lines(text("a☃b"), style(), 100, setting)
    (fault,) = setting.log.errors
    assert fault.code == "glyph-missing" and "U+2603" in fault.message


def test_emphasis_links_and_marks_are_changes_on_the_style_around_them() -> None:
    content = (Text("a ", HERE, 1), Link("https://x.be", (Text("b", HERE, 3),), HERE, 2), NoteMark(1, 9, True, HERE, 4), Emphasis((Text(" c", HERE, 6),), HERE, 5))
    (line,) = set_lines(content, style(link_ink="accent"), 100, config())
    assert [(w.node, w.ink) for w in line.words] == [(1, "text"), (3, "accent"), (4, "accent"), (6, "text")]
    assert line.words[2].size < 10 and line.words[2].y < 0
    assert line.notes == (9,) and line.begins == (4,)
    assert [(s.node, s.target) for s in line.spots] == [(2, "https://x.be"), (4, 9)]


def test_a_forced_break_ends_its_line() -> None:
    content = (Text("a", HERE, 1), LineBreak(HERE, 2), Text("b", HERE, 3))
    assert read(set_lines(content, style(align="justify"), 100, config())) == ["a␣", "b"]


def test_nothing_is_lost_and_nothing_comes_twice_at_any_measure() -> None:
    sentence = "Sinds 2015 helpen vrijwilligers — in Brussel, Gent en Puurs — mensen op weg: socio-juridisch (gratis) via https://vluchtelingenwerk.be/infolijn."
    for width in range(40, 400, 7):
        lines = set_lines(text(sentence), style(align="justify", hyphenate=True), width, config())
        drawn = "".join(p.actual or p.text for line in lines for w in line.words for p in w.pieces)
        assert drawn.replace("\u00ad", "") == sentence, width


# ---------------------------------------------------------------- margins, letters, balance


def test_signs_hang_into_the_margins_of_justified_text() -> None:
    """A comma of ten points hangs out by seven, a quote at the left by seven; both edges look straight."""
    first, second, _ = set_lines(text("‘aa bb, ‘aa bb, cc"), style(align="justify", protrude=True), 63, config())
    assert read([first, second]) == ["‘aa bb,␣", "‘aa bb,␣"]
    assert [(line.words[0].x, line.words[0].gap, line.width) for line in (first, second)] == [(-7.0, 7.0, 63.0)] * 2


def test_at_the_right_of_ragged_text_nothing_hangs_out() -> None:
    first, _ = set_lines(text("‘aa bb, cc"), style(protrude=True), 63, config())
    assert (first.words[0].x, read([first])) == (-7.0, ["‘aa bb,␣"])
    (centred,) = set_lines(text("‘aa’"), style(align="center", protrude=True), 100, config())
    assert centred.words[0].x == 30.0


@pytest.mark.parametrize("align", ["left", "right", "center"])
def test_ragged_lines_stay_within_their_measure_with_hyphens_and_quotes(align: str) -> None:
    for width in range(90, 240, 7):
        made = style(align=align, protrude=True, hyphenate=True)
        lines = set_lines(text("‘Samenleving’ en ‘vluchtelingenwerk’, “opvangplaatsen” – en dan."), made, width, config())
        assert max(line.width for line in lines) <= width + 0.01


def test_a_first_line_that_is_indented_keeps_its_indent() -> None:
    (line,) = set_lines(text("‘aa"), style(align="justify", protrude=True), 100, config(), 20.0)
    assert line.words[0].x == 20.0


def test_a_hyphen_hangs_out_by_sixty_of_a_hundred() -> None:
    first, _ = set_lines(text("aa bb\u00adcc dd"), style(align="justify", protrude=True), 54, config())
    assert read([first]) == ["aa bb-"] and abs(first.words[0].gap) < 1e-6 and first.width == 54.0


def test_letters_give_way_before_spaces_and_spaces_are_not_scaled() -> None:
    """98 points for ten signs: eight letters are two points of a hundred wider each, the spaces share the rest."""
    first, _ = set_lines(text("aaa bbb cc ddddd"), style(align="justify", expansion=0.02), 103, config())
    (run,) = first.words
    assert run.scale == 1.02 and first.width == 103.0
    drawn = 8 * 10 * run.scale + 2 * (10 * run.scale + run.gap)
    assert abs(drawn - 103.0) < 1e-6 and abs(10 * run.scale + run.gap - 10.7) < 1e-6


def test_the_last_line_is_as_the_font_has_it() -> None:
    last = set_lines(text("aaa bbb cc ddddd ee"), style(align="justify", expansion=0.02), 103, config())[-1]
    assert (last.words[0].scale, last.words[0].gap) == (1.0, 0.0)


def test_a_title_has_lines_of_about_one_length() -> None:
    title = text("aaaa bbb cccc dd eeeee ff")
    assert read(set_lines(title, style(), 180, config())) == ["aaaa bbb cccc dd␣", "eeeee ff"]
    assert read(set_lines(title, style(balance=True), 180, config())) == ["aaaa bbb cccc␣", "dd eeeee ff"]


def test_looseness_takes_a_line_more_where_a_paragraph_can() -> None:
    paragraph = text(" ".join(["aa"] * 24))
    counts = [len(set_lines(paragraph, style(align="justify", looseness=by), 180, config())) for by in (-1, 0, 1)]
    assert counts == [4, 4, 5]


def test_a_paragraph_that_has_no_good_setting_of_so_many_lines_stays_as_it_is() -> None:
    paragraph = text("aaaaaaaaa bbbbbbbbb cccccccccc dddddddd")
    once, asked = (set_lines(paragraph, style(align="justify", looseness=by), 240, config()) for by in (0, 1))
    assert read(asked) == read(once) and len(once) == 2


# ---------------------------------------------------------------- spelling


@pytest.mark.parametrize(
    ("word", "drawn", "width"),
    [("reëel", "aaa re- eel", 70), ("cafeetje", "aaa café- tje", 90), ("foto’tje", "aaa foto- tje", 90), ("foto'tje", "aaa foto- tje", 90)],
)
def test_a_word_that_is_spelled_otherwise_at_its_break_is_read_whole(word: str, drawn: str, width: float) -> None:
    lines = set_lines(text(f"aaa {word}"), style(align="justify", hyphenate=True), width, config())
    assert " ".join(read(lines)) == drawn
    pieces = [piece for line in lines for run in line.words for piece in run.pieces]
    assert "".join(piece.actual or piece.text for piece in pieces).replace("\u00ad", "") == f"aaa {word}"


def test_a_name_is_divided_only_when_a_line_would_be_very_loose() -> None:
    def ends(content: str) -> bool:
        return any(line.hyphenated for line in set_lines(text(content), style(align="justify", hyphenate=True), 260, config()))

    assert ends("a b a b a b a b samenleving ee") and not ends("a b a b a b a b Samenleving ee")
    assert ends("a b a b a b a . Samenleving ee")


@pytest.mark.parametrize("address", ["vluchtelingenwerk.be", "(vluchtelingenwerk.be).", "vluchtelingenwerk@voorbeeld.be", "www.vluchtelingenwerk.be"])
def test_an_address_gets_no_hyphen(address: str) -> None:
    for width in range(110, 330, 10):
        lines = set_lines(text(f"aaa {address}"), style(align="justify", hyphenate=True), width, config())
        assert "".join(piece.text for line in lines for run in line.words for piece in run.pieces) == f"aaa {address}"


def resetting(words: str, width: float) -> tuple[list[Line], Resetting]:
    made = style(align="justify", hyphenate=True)
    lines = set_lines(text(words), made, width, config())
    return lines, Resetting(text(words), made, width, config(), 0.0, len(lines))


def test_a_paragraph_can_be_set_longer_or_shorter() -> None:
    words = " ".join(["aa", "b"] * 24)
    seen = set()
    for width in range(200, 260, 10):
        lines, asked = resetting(words, width)
        for more, other in asked.settings().items():
            others = asked.lines(other.breaks)
            assert len(others) == len(lines) + more and other.demerits >= 0 and "".join(read(others)).replace("␣", " ") == words
            seen.add(more)
    assert seen == {-1, 1}


def test_where_a_line_must_be_loose_another_setting_may_have_one_as_loose() -> None:
    lines, asked = resetting("aa bb zzzzzzzzzzzzzzzzzzz " + " ".join(["aa", "b"] * 20), 190)
    others = asked.lines(asked.settings()[1].breaks)
    assert read(lines)[0] == read(others)[0] == "aa bb␣" and len(others) == len(lines) + 1


def test_a_line_can_end_with_a_word_where_it_ended_within_one() -> None:
    lines, asked = resetting("a b a b a b a b samenleving a b a b a b a b a b a b a b a b", 245)
    assert read(lines)[0] == "a b a b a b a b samenle-"
    other = asked.settings(1)[0]
    assert read(asked.lines(other.breaks)) == ["a b a b a b a b samenleving␣", "a b a b a b a b a b a b a␣", "b a b"]
    assert other.demerits > 0 and other.hyphens == -1 and other.hyphenated == ()

"""Syntax, inks, page labels, bookmarks and what links say."""

import pytest
from unit.pdf.by_hand import INKS, sheet, text

from reportbuilder.assets.artwork import Flat
from reportbuilder.diag.span import NOWHERE as S
from reportbuilder.layout.page import Layout, Page, Place
from reportbuilder.model import nodes as n
from reportbuilder.pdf.cover import around
from reportbuilder.pdf.inks import Inks, separated
from reportbuilder.pdf.labels import page_labels
from reportbuilder.pdf.objects import Objects
from reportbuilder.pdf.outline import outline
from reportbuilder.pdf.profile import PRINT, WEB
from reportbuilder.pdf.spoken import plain, spoken_in
from reportbuilder.pdf.syntax import hundredths, name, num, nums, text_string


@pytest.mark.parametrize(
    ("value", "written"),
    [(1, "1"), (1.5, "1.5"), (-0.0001, "0"), (100, "100"), (0.125, "0.125"), (2 / 3, "0.667"), (595.2756, "595.276"), (-20, "-20")],
)
def test_numbers_are_as_short_as_they_can_be(value: float, written: str) -> None:
    assert num(value) == written


def test_lengths_are_written_to_the_hundredth() -> None:
    assert [hundredths(count) for count in (0, -1450, 1, 100000)] == ["0", "-14.5", "0.01", "1000"]
    assert nums(1, 0.12345, places=4) == "1 0.1235"


def test_strings_are_literal_where_ascii_says_it_all() -> None:
    assert text_string("a (b) \\") == "(a \\(b\\) \\\\)"
    assert text_string("ë") == "<FEFF00EB>"
    assert text_string("a\nb") == "<FEFF0061000A0062>"


def test_names_escape_what_is_not_regular() -> None:
    assert name("Source Sans#3/é") == "/Source#20Sans#233#2F#C3#A9"


def test_grey_in_a_colour_goes_to_black_ink() -> None:
    assert separated((0, 0, 0)) == (0, 0, 0, 1)
    assert separated((255, 255, 255)) == (0, 0, 0, 0)
    assert separated((128, 128, 128))[:3] == (0, 0, 0)
    assert separated((255, 0, 0)) == (0, 1, 1, 0)


def test_a_colour_in_a_picture_is_an_ink_before_it_is_a_separation() -> None:
    inks = Inks(sheet(), PRINT)
    assert inks.flat(Flat(INKS["accent"].rgb, (1, 1, 1, 1))) == "0 0.8 0.9 0 k"
    assert inks.flat(Flat((1, 2, 3), (0.1, 0.2, 0.3, 0.4))) == "0.1 0.2 0.3 0.4 k"
    assert Inks(sheet(), WEB).flat(Flat((255, 0, 51))) == "1 0 0.2 rg"


@pytest.mark.parametrize(
    ("labels", "written"),
    [
        (["1", "2", "3"], "0<</S/D/St 1>>"),
        (["i", "ii", "1", "2"], "0<</P(i)>> 1<</P(ii)>> 2<</S/D/St 1>>"),
        (["9", "10", "12"], "0<</S/D/St 9>> 2<</S/D/St 12>>"),
        (["", "01", "2"], "0<</P()>> 1<</P(01)>> 2<</S/D/St 2>>"),
    ],
)
def test_page_labels_share_an_entry_while_they_count_up(labels: list[str], written: str) -> None:
    assert page_labels(labels) == f"<</Nums[{written}]>>"


def test_bookmarks_leave_out_marks_of_notes_and_headings_that_stand_nowhere() -> None:
    heading = n.Heading(2, (n.Text("Een kop", S), n.NoteMark(1, 9, True, S, id=8)), S, id=2)
    lost = n.Heading(2, text("Weg"), S, id=3)
    brief = n.Letter(n.Heading(1, text("Brief"), S, id=1), (heading, lost), None, (), S)
    report = n.Document(n.Meta("t", "", "", "2025", "t", "nl", "", ()), (brief,))
    (letter,) = outline(report, Layout((), {1: Place(0, 0), 2: Place(0, 0)}))
    assert (letter.title, [entry.title for entry in letter.below]) == ("Brief", ["Een kop"])


def test_what_is_said_of_links_is_in_the_language_of_the_report() -> None:
    assert spoken_in("nl-BE").note.format(3) == "Noot 3"
    assert spoken_in("fr").page.format("8") == "page 8"
    assert spoken_in("sv") == spoken_in("en-GB") != spoken_in("uk")


def test_plain_words_have_no_soft_hyphens_and_stand_on_one_line() -> None:
    assert plain((n.Text("voor\u00adop ", S), n.LineBreak(S), n.Strong(text("gesteld"), S), n.NoteMark(1, 2, True, S))) == "voorop gesteld"


def test_a_file_without_additions_stays_as_it_is() -> None:
    from unit.pdf.by_hand import painted

    data = painted(WEB).data
    assert Objects(data).appended() == data


def test_the_front_of_a_book_bound_on_the_right_lies_at_the_left_of_its_cover() -> None:
    pages = tuple(Page(index, str(index), "text", (), (), (), ()) for index in range(6))
    for from_right, expected in ((False, [5, 0, 1, 4]), (True, [0, 5, 4, 1])):
        assert [page.index for page in around(Layout(pages, {}), from_right).pages] == expected

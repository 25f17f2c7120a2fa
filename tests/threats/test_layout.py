"""THREATS L: pages that are hard to make come out whole and in place, or are refused with their place; nothing hangs."""

import random
from pathlib import Path

import pytest
from counting import growth
from laid import check_all, lay_out_yaml, small_sheet, told
from sample import make_sample
from square import HERE, sheet, style

from reportbuilder.assets.pictures import PictureInfo
from reportbuilder.diag.diagnostic import Log
from reportbuilder.layout.frames import contained, jobs, warn_of_shapes
from reportbuilder.layout.page import Rule, Run
from reportbuilder.load.sheet import read_sheet
from reportbuilder.model import nodes
from reportbuilder.model.resolve import resolve
from reportbuilder.model.walk import walk
from reportbuilder.style.plates import PlateLogo

WORDS = "de het een huis boom mens jaar raad plek werk dag".split()


def words(count: int) -> str:
    """The same words each time."""
    choice = random.Random(count)
    return " ".join(choice.choice(WORDS) for _ in range(count))


def chapter(body: str, notes: dict[str, str] | None = None, title: str = "Kop", lead: str = "") -> str:
    """The file of a chapter with the items of a body, each on lines of their own."""
    lines = [f'chapter: "{title}"', "id: c", *([f'lead: "{lead}"'] if lead else []), "body:", body]
    return "\n".join([*lines, *(["notes:"] if notes else []), *(f'  {key}: "{text}"' for key, text in (notes or {}).items())]) + "\n"


def table(titles: list[str], rows: list[list[str]], caption: str = "Tabel") -> str:
    columns = ", ".join(f'{{title: "{title}"}}' for title in titles)
    lines = [f'      - [{", ".join(f"{chr(34)}{cell}{chr(34)}" for cell in row)}]' for row in rows]
    return f'  - table:\n      caption: "{caption}"\n      columns: [{columns}]\n      rows:\n' + "\n".join("  " + line for line in lines)


def figure(width: str, caption: str) -> str:
    return f'  - figure: {{picture: p.png, width: {width}, alt: Een vlak, caption: "{caption}"}}'


# ---------------------------------------------------------------- notes

LONG = words(700)
CALLS = {
    "paragraph": f'  - text: "{words(40)}[^n] {words(30)}"',
    "section": '  - section: "Kop[^n]"\n  - text: x',
    "lead": '  - lead: "Regel[^n]"\n  - text: x',
    "list": '  - text: |\n      - een\n        - twee[^n]\n      - drie',
    "quote": '  - quote: {text: "Woorden", by: "Wie[^n]"}',
    "fact": '  - facts: [{value: "12[^n]", label: dingen}]',
    "box title": '  - box: {title: "Kader[^n]", body: [{text: x}]}',
    "box": f'  - box: {{body: [{{text: "{words(40)}[^n]"}}]}}',
    "table caption": table(["een"], [["x"]], caption="Tabel[^n]"),
    "table head": table(["een[^n]", "twee"], [["x", "y"]]),
    "table cell": table(["een", "twee"], [["x", "y"], ["x", "y[^n]"]]),
    **{f"{width} figure": figure(width, "Bij[^n]") for width in ("column", "wide", "bleed", "spread")},
}


@pytest.mark.parametrize("name", CALLS)
def test_a_note_longer_than_a_page_goes_on_over_pages_wherever_it_is_called(name: str) -> None:
    body = f'  - section: Begin\n  - text: "{words(60)}"\n{CALLS[name]}\n  - text: "{words(100)}"'
    document, layout, log = lay_out_yaml(chapter(body, {"n": LONG}))
    assert not log.errors, log.errors
    check_all(document, layout)


def test_the_rule_above_a_note_that_goes_on_runs_over_the_whole_column() -> None:
    _, layout, _ = lay_out_yaml(chapter(f'  - text: "{words(60)}[^n] {words(100)}"', {"n": LONG}))
    rules = [[item.x2 - item.x for item in page.background if isinstance(item, Rule)] for page in layout.pages]
    assert rules == [[], [60.0], *[[240.0]] * (len(rules) - 2)] and len(rules) > 3


def test_long_notes_of_a_chapter_title_and_its_lead_go_on_behind_the_opening_page() -> None:
    document, layout, log = lay_out_yaml(chapter(f'  - text: "{words(30)}"', {"a": words(20), "b": LONG}, "Kop[^a]", "Regel[^b]"))
    assert not log.errors
    check_all(document, layout)
    assert layout.places[document.parts[0].notes[1].id].page == 0


def test_hundreds_of_notes_keep_their_numbers_and_their_pages() -> None:
    count = 400
    text = " ".join(f"woord[^n{number}]" for number in range(count))
    document, layout, log = lay_out_yaml(chapter(f'  - text: "{text}"', {f"n{number}": "Kort." for number in range(count)}))
    assert not log.errors
    notes = document.parts[0].notes
    assert [note.number for note in notes] == list(range(1, count + 1))
    check_all(document, layout)


def test_notes_of_cells_beside_each_other_stand_by_their_numbers() -> None:
    document, layout, _ = lay_out_yaml(chapter(table(["een", "twee"], [[f"{words(40)}[^a]", "kort[^b]"]]), {"a": "Een.", "b": "Twee."}))
    first, second = (layout.places[note.id] for note in document.parts[0].notes)
    assert first.page == second.page and first.y < second.y


@pytest.mark.parametrize("count", range(150, 650, 50))
def test_a_figure_that_waits_and_the_rest_of_a_long_note_never_lie_over_each_other(count: int) -> None:
    body = f'  - section: Begin\n  - text: "{words(118)}[^n]"\n{figure("column", "Bij")}\n{figure("wide", "Bij")}\n  - text: "{words(60)}"'
    document, layout, log = lay_out_yaml(chapter(body, {"n": words(count)}))
    assert not log.errors
    check_all(document, layout)


def test_marks_without_a_space_that_pass_the_margin_are_refused_with_their_place() -> None:
    text = "woord" + "".join(f"[^n{number}]" for number in range(40))
    _, _, log = lay_out_yaml(chapter(f"  - text: {text}", {f"n{number}": "Kort." for number in range(40)}))
    assert told(log) == ["4:11 word-too-wide"]


# ---------------------------------------------------------------- tables


def test_a_row_taller_than_pages_is_divided_and_the_head_comes_again() -> None:
    document, layout, log = lay_out_yaml(chapter(table(["een", "twee"], [["x", words(1500)], ["y", words(600)]])))
    assert not log.errors
    check_all(document, layout)
    repeated = [page for page in layout.pages for item in page.items if isinstance(item, Run) and not item.node and item.pieces[0].text == "een"]
    assert len(repeated) >= 5


@pytest.mark.parametrize("count", [300, 700, 740, 780, 820, 1500])
def test_a_head_as_tall_as_a_page_does_not_come_again_for_ever(count: int) -> None:
    document, layout, log = lay_out_yaml(chapter(table(["een", words(count)], [["x", "y"]] * 40)))
    assert not log.errors and len(layout.pages) < 40
    check_all(document, layout)


def test_a_table_of_sixty_columns_is_one_error_at_the_table() -> None:
    _, _, log = lay_out_yaml(chapter(table([f"kolom{number}" for number in range(60)], [[f"{number}" for number in range(60)]] * 3)))
    assert told(log) == ["5:17 table-too-wide"]


def test_many_columns_too_narrow_for_their_words_are_one_error_and_not_one_a_word() -> None:
    titles = [f"een lange titel{number}" for number in range(8)]
    _, _, log = lay_out_yaml(chapter(table(titles, [["onthaalmedewerkers"] * 8] * 5)))
    assert told(log) == ["5:17 table-too-wide"]


def test_a_long_word_in_a_narrow_cell_is_one_error_and_leaves_the_other_columns_their_room() -> None:
    _, _, log = lay_out_yaml(chapter(table(["een", "twee"], [["kort", "w" * 80], [words(20), words(20)]])))
    assert told(log) == ["8:21 word-too-wide"]


def test_a_table_takes_work_in_proportion_to_its_rows() -> None:
    def lay_out_rows(count: int) -> None:
        lay_out_yaml(chapter(table(["een", "twee"], [["rij", "x"]] * count)))

    assert growth(lay_out_rows, 12) < 12


# ---------------------------------------------------------------- what fits no page

TALL = words(900)


@pytest.mark.parametrize(
    ("part", "place"),
    [
        (chapter("  - text: x", title=TALL), "1:11"),
        (chapter("  - text: x", lead=TALL), "3:8"),
        (chapter(f'  - section: "{TALL}"'), "4:15"),
        (chapter(f'  - quote: {{text: "{TALL}"}}'), "4:20"),
        (chapter(f'  - facts: [{{value: "1", label: "{TALL} {TALL}"}}]'), "4:5"),
        (chapter(table(["een"], [["x"]], caption=TALL)), "5:17"),
        (chapter(figure("column", TALL)), "4:14"),
        (chapter(figure("bleed", TALL)), "4:14"),
        (f"colofon: Colofon\nid: c\nentries:\n  - label: Contact\n    text: {TALL}\n", "4:12"),
        (f"back-cover:\n  text: {TALL}\nid: c\n", "2:3"),
        (f"pictures:\n  - {{picture: p.png, alt: Een vlak, credit: Wij, caption: {TALL} {TALL}}}\nid: c\n", "2:6"),
    ],
)
def test_what_is_taller_than_its_page_is_an_error_at_its_place(part: str, place: str) -> None:
    _, _, log = lay_out_yaml(part)
    assert f"{place} block-too-tall" in told(log)


def test_a_figure_puts_itself_off_and_a_note_of_its_own_goes_along() -> None:
    body = f'  - section: Begin\n  - text: "{words(130)}"\n{figure("column", "Bij[^n]")}\n  - text: "{words(60)}"'
    document, layout, _ = lay_out_yaml(chapter(body, {"n": "Een noot."}))
    note = document.parts[0].notes[0]
    assert layout.places[note.mark].page == layout.places[note.id].page == 2


@pytest.mark.parametrize(("width", "height", "expected"), [(60, 3600, True), (3600, 60, True), (1200, 800, False)])
@pytest.mark.parametrize("place", ["column", "wide", "bleed"])
def test_a_picture_of_which_hardly_anything_is_to_be_seen_gives_a_warning(place: nodes.Width, width: int, height: int, expected: bool) -> None:
    picture = nodes.Picture("x.png", "Een vlak", "", HERE)
    chapter = nodes.Chapter(nodes.Heading(1, (), HERE), None, None, (nodes.Figure(picture, place, (), HERE),), (), HERE)
    log = Log()
    document = resolve(nodes.Draft(nodes.Meta("", "", "", "", "", "nl", "", ()), (chapter,)), log)
    a4 = sheet(595.0, 842.0)
    warn_of_shapes(document, jobs(document, a4, {"x.png": PictureInfo("pictures/x.png", width, height, False)}), log)
    assert [(d.code, d.span) for d in log.diagnostics] == [("picture-shape", HERE)] * expected


def test_a_key_figure_is_made_smaller_to_half_its_size_and_no_further() -> None:
    document, layout, log = lay_out_yaml(chapter(f'  - facts: [{{value: "{words(60)}", label: woorden}}]'))
    assert not log.errors
    check_all(document, layout)
    value = next(node for node in walk(*document.parts) if isinstance(node, nodes.Fact)).value[0]
    assert {item.size for page in layout.pages for item in page.items if isinstance(item, Run) and item.node == value.id} == {5.0}


def test_a_very_wide_logo_stays_between_the_margins() -> None:
    plate = sheet(280.0, 400.0).plate("back-cover")
    (box,) = (item.box for item in plate.items() if isinstance(item, PlateLogo))
    logo = contained(PictureInfo("logos/x.svg", 6000, 100, True), box)
    assert (logo.width, logo.height) == (240.0, 4.0)


# ---------------------------------------------------------------- headings, lists, contents


def test_a_report_of_headings_alone_comes_out_with_a_contents_of_many_pages() -> None:
    body = "\n".join(f"  - section: Sectie {number}\n  - subsection: Deel {number}" for number in range(120))
    document, layout, log = lay_out_yaml("contents: Inhoud\nid: i\n", chapter(body))
    assert not log.errors
    check_all(document, layout)
    entries = document.parts[0].entries
    assert len(entries) == 121 and layout.places[entries[-1].id].page >= 4


def test_a_heading_of_hundreds_of_letters_with_a_note_comes_out_whole() -> None:
    document, layout, log = lay_out_yaml(chapter(f'  - section: "{words(90)}[^n]"\n  - text: x', {"n": words(30)}))
    assert not log.errors
    check_all(document, layout)


def test_a_large_number_of_a_list_leaves_its_text_free() -> None:
    document, layout, _ = lay_out_yaml(chapter("  - text: |\n      123456789. een\n      2. twee"))
    check_all(document, layout)


def test_page_numbers_in_large_type_shrink_to_their_place() -> None:
    large = sheet(280.0, 400.0, contents1=style("contents1", size=40.0, leading=40.0), contents2=style("contents2", size=60.0, leading=60.0))
    document, layout, log = lay_out_yaml("contents: Inhoud\nid: i\n", chapter("\n".join(f"  - section: a{n}" for n in range(30))), made=large)
    assert not log.errors
    check_all(document, layout, large.page)


def test_a_title_too_long_for_the_head_of_a_page_is_a_warning_at_the_title() -> None:
    _, _, log = lay_out_yaml(chapter(f'  - text: "{words(300)}"', title=words(30)))
    assert told(log) == ["1:11 running-too-long"]


# ---------------------------------------------------------------- absurd looks


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sample(tmp_path_factory.mktemp("looks") / "project", rows=1, pictures=False)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("inner: 24 mm", "inner: 240 mm", "text column and gutter are wider than what the margins leave"),
        ("text_width: 120 mm", "text_width: 25 mm", "the text column is too narrow"),
        ("leading: 14 pt, ink: text, align", "leading: 0 pt, ink: text, align", "‘0 pt’ is not between 3.2 pt and 800 pt"),
        ("size: 8 pt, leading: 11 pt", "size: 8 pt, leading: 399 pt", "a line of the style ‘note’ takes"),
        ("size: 8 pt, leading: 11 pt", "size: 190 pt, leading: 190 pt", "the size of the style ‘note’ leaves no"),
        ("quote: {font: serif, italic: yes,", "quote: {font: serif, after: 400 pt, italic: yes,", "a line of the style ‘quote’ takes"),
        ("size: 9 pt, leading: 11 pt, ink: accent, features: [lnum, tnum]", "size: 9 pt, leading: 370 pt, ink: accent, features: [lnum, tnum]", "the line of the style ‘folio’ reaches"),
        ("leading: 10 pt, ink: muted}", "leading: 60 pt, ink: muted}", "the line of the style ‘header’ reaches"),
        ("letter: {like: body, size: 10.5 pt}", "letter: {like: body, size: 10.5 pt, first_indent: -30 pt}", "the first line of the style ‘letter’ begins outside"),
    ],
)
def test_looks_that_no_page_can_have_are_refused_before_the_layout(project: Path, old: str, new: str, expected: str) -> None:
    tokens = project / "styles/tokens.yaml"
    text = tokens.read_text(encoding="utf-8")
    assert old in text
    log = Log()
    try:
        tokens.write_text(text.replace(old, new), encoding="utf-8")
        assert read_sheet(project, log) is None
    finally:
        tokens.write_text(text, encoding="utf-8")
    assert any(fault.message.startswith(expected) and fault.span.line for fault in log.errors), log.errors


def test_a_small_page_can_be_set_too() -> None:
    a6 = small_sheet()
    document, layout, log = lay_out_yaml(chapter(f'  - section: Kop\n  - text: "{words(300)}"'), made=a6)
    assert not log.errors
    check_all(document, layout)


# ---------------------------------------------------------------- much of everything


@pytest.mark.slow
@pytest.mark.parametrize(
    ("parts", "pages"),
    [
        ([chapter(f'  - text: "{" ".join(f"woord[^n{n}]" for n in range(2000))}"', {f"n{n}": "Kort." for n in range(2000)})], 150),
        ([chapter("\n".join(f'  - text: "{words(9)}[^n{n}]"' for n in range(2000)), {f"n{n}": words(12) for n in range(2000)})], 700),
        (["contents: Inhoud\nid: i\n", chapter("\n".join(f"  - section: Sectie {n}\n  - text: x" for n in range(2000)))], 400),
        ([chapter(table(["een", "twee"], [["rij", "x"]] * 20_000))], 1500),
    ],
    ids=["notes in a row", "notes on many pages", "entries", "rows"],
)
def test_thousands_of_notes_entries_and_rows_come_out_whole(parts: list[str], pages: int) -> None:
    document, layout, log = lay_out_yaml(*parts)
    assert not log.errors
    check_all(document, layout)
    assert len(layout.pages) < pages

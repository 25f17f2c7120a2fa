"""`load.check` and `load.tables`: what a file may hold, and what is said when it holds something else (THREATS Y13, Y14)."""

import pytest
from counting import growth

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.nearest import nearest
from reportbuilder.load.block_table import BLOCK, BOX_BLOCK
from reportbuilder.load.check import check, measure
from reportbuilder.load.compose import compose
from reportbuilder.load.schema import Kind, Shape, shape_of
from reportbuilder.load.sheet_table import FAMILY, INK, PAGE, PRINT, STYLE, WEB
from reportbuilder.load.tables import FIGURES, PART, REPORT
from reportbuilder.load.values import Mapping

BLOCKS = "begin it with one of: " + ", ".join(shape.key for shape in BLOCK.shapes)
IN_BOX = "begin it with one of: " + ", ".join(shape.key for shape in BOX_BLOCK.shapes)
PARTS = "begin it with one of: " + ", ".join(shape.key for shape in PART.shapes)
CHAPTER = "chapter: T\nid: t\nbody:\n"


def faults(text: str, kind: Kind) -> list[str]:
    log = Log()
    value = compose(text, "a", log)
    assert value is not None and not log.diagnostics
    fits = check(value, kind, log)
    assert fits == (not log.errors)
    return [f"{d.span.line}:{d.span.column} {d.code}: {d.message} | {d.hint}" for d in log.in_order()]


@pytest.mark.parametrize("shape", [*PART.shapes, *BLOCK.shapes, REPORT, INK, FAMILY, PAGE, PRINT, WEB, STYLE], ids=lambda shape: shape.name)
def test_the_example_of_each_shape_fits_it(shape: Shape) -> None:
    assert faults(shape.example, shape) == []


@pytest.mark.parametrize("union", [PART, BLOCK], ids=lambda union: union.name)
def test_a_part_and_a_block_are_known_by_their_key(union: Kind) -> None:
    for shape in union.shapes:
        value = compose(shape.example, "a", Log())
        assert isinstance(value, Mapping) and shape_of(value, union) is shape
        assert faults(shape.example, union) == []


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("- figure: {picture: p.jpg, captoin: C, alt: A}", "4:30 unknown-key: ‘captoin’ is no key of ‘figure’ | did you mean ‘caption’?"),
        ("- quote: {tekst: T}", "4:13 unknown-key: ‘tekst’ is no key of ‘quote’ | did you mean ‘text’?"),
        ("- figure: {alt: A}", "4:13 missing-key: ‘figure’ needs ‘picture’ | ‘picture’: File under assets/pictures: a photograph, an SVG, or a page of a PDF (kaart.pdf#2 is the second)."),
        ("- figure: {picture: p.jpg, alt: A, width: wied}", "4:45 bad-choice: ‘wied’ is not known here | did you mean ‘wide’?"),
        ("- facts: veel", "4:12 wrong-type: text stands where a list is due | begin each item with ‘- ’, or write [one, another]"),
        ("- facts: []", "4:12 empty-list: the list has no items | write one, or leave the key out if it may be left out"),
        ("- facts:", "4:11 wrong-type: nothing stands where a list is due | begin each item with ‘- ’, or write [one, another]"),
        (
            "- text: [x]",
            "4:11 wrong-type: a list stands where paragraphs and lists are due | put text that begins with ‘[’ or ‘{’, or has ‘: ’ in it, in quotes",
        ),
        ("- figure: p.jpg", "4:13 wrong-type: text stands where keys with values are due | known here: picture, alt, width, caption, credit, id"),
        ("- text: ''", "4:12 empty-text: paragraphs and lists are due here | write it, or leave the key out if it may be left out"),
        ("- section: S\n    id: Mijn Deel", "5:9 bad-id: ‘Mijn Deel’ is no id | write it like ‘publiek-debat’"),
        ("- tekst: T", "4:5 no-kind: nothing here says what block this is | did you mean ‘text’?"),
        (
            "- zzz: T",
            f"4:5 no-kind: nothing here says what block this is | {BLOCKS}",
        ),
        ("- section: S\n    text: T", "5:5 two-kinds: ‘section’ and ‘text’ stand in one block | begin each with ‘- ’"),
        (
            "- box: {body: [{section: S}]}",
            f"4:18 no-kind: nothing here says what block in a box this is | {IN_BOX}",
        ),
        (
            "- zomaar tekst",
            f"4:5 wrong-type: text stands where a block is due | {BLOCKS}",
        ),
    ],
)
def test_a_fault_in_a_block_has_its_place_and_a_hint(block: str, expected: str) -> None:
    assert faults(f"{CHAPTER}  {block}\n", PART) == [expected]


@pytest.mark.parametrize("alt", ["", ", alt: ''", ", alt: ' '"])
def test_a_picture_without_alternative_text_has_a_code_of_its_own(alt: str) -> None:
    (message,) = faults(f"{CHAPTER}  - figure: {{picture: p.jpg{alt}}}\n", PART)
    assert "missing-alt: ‘figure’ needs ‘alt’ | say in 60–200 characters what is to be seen and why it matters" in message


def test_a_logo_needs_its_alternative_text_but_no_logo_needs_none() -> None:
    assert faults("back-cover: {text: T}\nid: b\n", PART) == []
    assert [m.split(":")[1] for m in faults("back-cover: {text: T, logo: l.svg}\nid: b\n", PART)] == ["13 missing-alt"]


def test_an_empty_cell_is_allowed_and_an_empty_column_title_is_not() -> None:
    assert faults(f"{CHAPTER}  - table: {{columns: [{{title: A}}], rows: [['']]}}\n", PART) == []
    assert len(faults(f"{CHAPTER}  - table: {{columns: [{{title: ''}}], rows: [[x]]}}\n", PART)) == 1


def test_a_colofon_entry_has_text_or_credits() -> None:
    entries = "colofon: C\nid: c\nentries:\n"
    assert faults(entries + "  - {label: L, text: T}\n  - {label: L, credits: pictures}\n", PART) == []
    assert [m.split(" | ")[0] for m in faults(entries + "  - {label: L}\n  - {text: T, label: L, credits: pictures}\n", PART)] == [
        "4:5 no-kind: nothing here says what colofon entry this is",
        "5:25 two-kinds: ‘text’ and ‘credits’ stand in one colofon entry",
    ]


def test_all_faults_of_a_file_are_said_in_one_run() -> None:
    text = "chapter: T\nid: T T\nrunnin: R\nbody:\n  - figure: {picture: p}\n  - quote: {by: B}\nnotes:\n  Een Noot: ''\n"
    assert [m.split(" ")[1] for m in faults(text, PART)] == ["bad-id:", "unknown-key:", "missing-alt:", "missing-key:", "bad-id:", "empty-text:"]


def test_the_report_and_the_figures_have_their_own_tables() -> None:
    assert faults("walk:\n  deelnemers: 4158\n  datum: 2025-06-20\n", FIGURES) == []
    assert [m.split(" | ")[0] for m in faults("walk: 3\nmijn-groep: {a b: 1, c: [1]}\n", FIGURES)] == [
        "1:7 wrong-type: text stands where keys with values are due",
        "2:1 bad-id: ‘mijn-groep’ is no name of a figure",
        "2:14 bad-id: ‘a b’ is no name of a figure",
        "2:25 wrong-type: a list stands where text is due",
    ]
    assert faults(REPORT.example.replace("nl-BE", "dutch!"), REPORT) == ["5:11 bad-language: ‘dutch!’ is no language tag | write it like ‘nl-BE’"]


def test_a_file_that_is_no_mapping_is_said_to_be_no_part() -> None:
    assert faults("- a\n", PART) == [
        f"1:1 wrong-type: a list stands where a part is due | {PARTS}"
    ]


def test_an_empty_key_is_unknown_and_nothing_more() -> None:
    assert [m.split(" ")[1] for m in faults("'': x\nback-cover: {text: T}\nid: b\n", PART)] == ["unknown-key:"]


@pytest.mark.parametrize(("typed", "points"), [("300", 300.0), ("9.5 pt", 9.5), ("-14pt", -14.0), ("25.4 mm", 72.0)])
def test_lengths_are_points_and_numbers_stay(typed: str, points: float) -> None:
    assert measure(typed) == pytest.approx(points)


def checked(keys: list[str]) -> Log:
    """What is said of a chapter with these keys beside its own."""
    log = Log()
    value = compose("id: a\nchapter: b\n" + "".join(f"? {key}\n: x\n" for key in keys), "a", log)
    assert value is not None and not check(value, PART, log)
    return log


def test_of_many_unknown_keys_only_the_first_are_held_against_the_known_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[str] = []
    monkeypatch.setattr("reportbuilder.load.check.nearest", lambda name, known: held.append(name) or nearest(name, known))
    monkeypatch.setattr("reportbuilder.load.check.did_you_mean", lambda name, known: held.append(name) or "")
    keys = [f"key{n}" for n in range(500)]
    assert len(checked(keys).errors) == 501
    assert set(held) == set(keys[:20])


def test_a_long_key_is_not_shown_whole_and_ten_times_as_long_a_one_is_ten_times_as_much_work() -> None:
    assert max(len(d.message) for d in checked(["k" * 100_000]).errors) < 120
    assert growth(lambda length: checked(["k" * length]), 500) < 11

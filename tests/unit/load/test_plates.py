"""`load.plates` and `load.layers`: pages composed by hand, as a designer writes them, and sheets that build on others."""

from pathlib import Path

import pytest
from unit.load.test_sheet import FILES, read, tokens

from reportbuilder.diag.diagnostic import Log
from reportbuilder.load.sheet import read_sheet
from reportbuilder.style.plates import Box, PlateDrawing, PlateFill, PlateLogo, PlatePicture, PlateText
from reportbuilder.style.units import mm


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("project")
    for name in ("styles/tokens.yaml", *FILES):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()
    return root


def with_plates(*lines: str) -> str:
    return "\n".join((tokens(), *lines, ""))


def test_a_plate_is_read_in_points_and_what_is_left_out_reaches_the_edges(project: Path) -> None:
    sheet, messages = read(project, with_plates(
        "plates:",
        "  opener:",
        "    begin: left",
        "    pages:",
        "      - - picture: {}",
        "      - - fill: {inks: [accent, tint], y: 100 mm}",
        "        - drawing: {files: [pictures/a.svg], x: 10 mm, y: 20 mm, width: 30 mm, height: 40 mm}",
        "        - text: {slots: [number, title, lead], x: 24 pt, y: 90 pt, width: 300 pt, gap: 6 pt, hang: bottom, inks: [paper]}",
    ))
    assert sheet is not None, messages
    opener = sheet.plate("opener")
    assert opener.begin == "left" and not opener.mirrored
    assert opener.pages == (
        (PlatePicture(Box(0, 0, mm(210), mm(297))),),
        (
            PlateFill(("accent", "tint"), Box(0, mm(100), mm(210), mm(297) - mm(100))),
            PlateDrawing(("pictures/a.svg",), Box(mm(10), mm(20), mm(30), mm(40))),
            PlateText(("number", "title", "lead"), 24, 90, 300, 6, "bottom", ("paper",)),
        ),
    )
    assert sheet.drawings == ("pictures/a.svg",)
    assert any(isinstance(item, PlateLogo) for item in sheet.plate("cover").items())  # a plain plate stands in for what is left out


def test_sides_on_the_edge_go_on_into_the_bleed() -> None:
    from square import sheet

    page = sheet(100.0, 200.0).page  # 5 pt of bleed
    assert Box(0, 0, 100, 200).bled(page) == Box(-5, -5, 110, 210)
    assert Box(10, 20, 30, 40).bled(page) == Box(10, 20, 30, 40)
    assert Box(10, 20, 90, 40).bled(page) == Box(10, 20, 95, 40)
    assert Box(10, 20, 30, 40).mirrored(page) == Box(60, 20, 30, 40)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("  cover: {pages: [[fill: {inks: [acent]}]]}",), "unknown-ink: there is no ink ‘acent’ | did you mean ‘accent’?"),
        (("  cover: {pages: [[text: {slots: [titel], x: 1 mm, y: 1 mm, width: 9 mm}]]}",), "unknown-slot: there is no slot ‘titel’ | did you mean ‘title’?"),
        (("  cover: {pages: [[picture: {}, picture: {}]]}",), "bad-plate: the picture stands twice on ‘cover’"),
        (("  cover: {pages: [[picture: {}], [picture: {}]]}",), "bad-plate: ‘cover’ has one page"),
        (("  opener: {pages: [[picture: {}], [{picture: {}, fill: {inks: [text]}}]]}",), "two-kinds"),
        (("  opener: {pages: [[logo: {}], [text: {slots: [title], x: 0 mm, y: 9 mm, width: 9 mm}]]}",), "bad-plate: ‘opener’ has no logo"),
        (("  opener: {pages: [[picture: {}]]}",), "bad-plate: ‘opener’ does not show the title"),
        (("  back-cover: {pages: [[text: {slots: [text], x: 200 mm, y: 9 mm, width: 90 mm}]]}",), "bad-measure: this text stands beside the page"),
        (("  cover: {pages: [[fill: {inks: [text], x: 220 mm, width: 9 mm}]]}",), "bad-measure"),
        (("  cover: {pages: [[{}]]}",), "no-kind"),
        (("  spine: {pages: [[fill: {inks: [text]}]]}",), "bad-plate: ‘spine’ has no fill"),
        (("  spine: {pages: [[text: {slots: [title], x: 250 mm, y: 0 mm, width: 50 mm}]]}",), "bad-measure: this text stands beside the spine"),
        (("  spine: {pages: [[text: {slots: [subtitle], x: 20 mm, y: 0 mm, width: 50 mm}]]}",), "unknown-slot"),
    ],
)
def test_a_fault_in_a_plate_is_said_at_its_place(project: Path, lines: tuple[str, ...], expected: str) -> None:
    sheet, messages = read(project, with_plates("plates:", *lines))
    assert sheet is None
    assert any(expected in told for told in messages), messages
    assert all(told.startswith("styles/tokens.yaml:") for told in messages)


def test_details_and_grounds_name_inks_that_exist(project: Path) -> None:
    sheet, _ = read(project, with_plates("details: {quote_bar: 0 pt, box_ground: paper}", "grounds: {letter: paper}"))
    assert sheet is not None
    assert (sheet.details.quote_bar, sheet.details.box_ground, sheet.grounds) == (0.0, "paper", {"letter": "paper"})
    _, messages = read(project, with_plates("details: {box_ground: papier}"))
    assert "unknown-ink" in messages[0]


def layer(project: Path, text: str, name: str = "krant") -> tuple[object, list[str]]:
    (project / "styles/tokens.yaml").write_text(tokens())
    (project / "styles/krant.yaml").write_text(text)
    log = Log()
    return read_sheet(project, log, name), [f"{d.span} {d.code}" for d in log.in_order()]


def test_a_sheet_over_another_changes_key_by_key(project: Path) -> None:
    sheet, messages = layer(project, "base: tokens\npage: {inner: 25 mm}\nstyles:\n  body: {size: 9 pt}\n")
    assert sheet is not None, messages
    assert (sheet.page.inner, sheet.page.outer) == (mm(25), mm(20))
    assert (sheet.style("body").size, sheet.style("body").leading, sheet.style("list").size) == (9, 14, 10)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("base: krant\n", "krant", "styles/krant.yaml:1:7 style-cycle"),
        ("base: weg\n", "krant", "styles/krant.yaml:1:7 unknown-style-sheet"),
        ("base: ../tokens\n", "krant", "styles/krant.yaml:1:7 unknown-style-sheet"),
        ("base: [a]\n", "krant", "styles/krant.yaml:1:7 unknown-style-sheet"),
        ("base: tokens\npage: {iner: 25 mm}\n", "krant", "styles/krant.yaml:2:8 unknown-key"),
        ("", "kranten", "styles/kranten.yaml:0:0 unknown-style-sheet"),
    ],
)
def test_a_fault_in_the_layers_has_its_place(project: Path, text: str, name: str, expected: str) -> None:
    sheet, messages = layer(project, text, name)
    assert sheet is None and messages == [expected]



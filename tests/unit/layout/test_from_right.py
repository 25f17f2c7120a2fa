"""A report from right to left: the mirror of one from left to right, but for what is read."""

from pathlib import Path

import case
import pytest
from laid import lay_out_yaml, small_sheet
from msgspec.structs import replace
from square import HERE, style, text
from unit.layout.test_directions import seen, world

from reportbuilder.layout.config import Config
from reportbuilder.layout.dump import page_text
from reportbuilder.layout.lines import set_lines
from reportbuilder.layout.page import Area, Fill, Image, Item, Layout, Page, Rule, Run, Shape
from reportbuilder.layout.strips import mark
from reportbuilder.model.nodes import Foreign, NoteMark, Text
from reportbuilder.style.sheet import Sheet

CASES = [path for path in case.CASES if case.divided(path)[0].plain]
RISE = 3.5
"""Points by which marks of notes are raised at most."""


def turned(sheet: Sheet) -> Sheet:
    return replace(sheet, page=replace(sheet.page, from_right=True))


def world_from_right() -> Config:
    made = world()
    made.sheet = turned(made.sheet)
    return made


def box(item: Item) -> tuple[float, float, float, float]:
    match item:
        case Run():
            return item.x, item.y, item.x + item.extent, item.y
        case Rule():
            return item.x, item.y, item.x2, item.y2
        case Shape():
            return item.box
        case Fill() | Image() | Area():
            return item.x, item.y, item.x + item.width, item.y + item.height


def places(page: Page, mirrored: bool, width: float) -> list[tuple[object, ...]]:
    """What stands where: each drawn thing by itself, words by their line."""
    found: list[tuple[object, ...]] = []
    lines: list[tuple[float, float, float]] = []
    for item in (*page.background, *page.items, *page.header, *page.footer):
        left, top, right, bottom = box(item)
        if mirrored:
            left, right = width - right, width - left
        if isinstance(item, Run):
            lines.append((item.y, left, right))
        elif not isinstance(item, Area):
            found.append((type(item).__name__, *(round(edge, 2) for edge in (left, top, right, bottom))))
    return sorted(found, key=repr) + [("line", *line) for line in extents(lines)]


def extents(runs: list[tuple[float, float, float]]) -> list[tuple[float, float]]:
    """Where each line begins and ends, raised marks and all."""
    found: list[list[float]] = []
    for y, left, right in sorted(runs):
        if not found or y - found[-1][0] > RISE:
            found.append([y, left, right])
        else:
            found[-1][1:] = [min(left, found[-1][1]), max(right, found[-1][2])]
    return [(round(left, 2), round(right, 2)) for _, left, right in found]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_its_pages_are_the_mirrors_of_those_from_left_to_right(path: Path) -> None:
    sheet = small_sheet()  # its letters run from left to right, and so would the last line of a justified paragraph of them
    sheet = replace(sheet, styles={name: replace(style, align="left") if style.align == "justify" else style for name, style in sheet.styles.items()})
    made: list[Layout] = [lay_out_yaml(*case.divided(path)[1], made=one)[1] for one in (sheet, turned(sheet))]
    assert len(made[0].pages) == len(made[1].pages) and made[0].places == made[1].places
    for plain, other in zip(made[0].pages, made[1].pages):
        assert page_text(plain) == page_text(other)
        if path.stem != "table":  # units of its numbers stand at the right in both
            assert places(plain, False, sheet.page.width) == places(other, True, sheet.page.width)


def test_units_of_numbers_stand_at_the_right_in_both() -> None:
    table = """\
chapter: A
id: a
body:
  - table:
      columns: [{title: N}, {title: M, align: right}]
      rows: [[a, "1"], [b, "1000"]]
"""
    for sheet in (small_sheet(), turned(small_sheet())):
        _, layout, _ = lay_out_yaml(table, made=sheet)
        runs = {run.text.strip(): run for page in layout.pages for run in page.items if isinstance(run, Run)}
        assert runs["1"].x + runs["1"].extent == pytest.approx(runs["1000"].x + runs["1000"].extent)
        assert (runs["1"].x < runs["a"].x) is sheet.page.from_right


def physical(content: str, width: float = 400.0) -> list[str]:
    """The runs of a line from left to right as a reader sees them: a line counts from the right here."""
    (line,) = set_lines(text(content), style(), width, world_from_right())
    return [run.strip() for run in reversed(seen(line))]


def test_a_line_begins_at_the_right_whatever_it_begins_with() -> None:
    assert physical("aa مرحبا bb") == ["bb", "مرحبا", "aa"]
    assert physical("aa bb.") == ["aa bb."], "without a letter from right to left it goes its own way"
    (line,) = set_lines(text("aa bb."), style(), 400.0, world_from_right())
    assert line.words[0].x == pytest.approx(0.0), "but stands where lines begin"


def test_what_is_not_translated_goes_its_own_way_whatever_labels_it_has() -> None:
    content = (Foreign("nl", (Text("zie ", HERE, 1), Text("الجدول 1", HERE, 2), Text(" hier.", HERE, 3)), HERE),)
    (line,) = set_lines(content, style(), 400.0, world_from_right())
    assert [run.strip() for run in reversed(seen(line))] == ["zie", "1", "الجدول", "hier."]


def test_groups_of_a_telephone_number_keep_their_order() -> None:
    assert physical("مرحبا +32 (0) 2 225 44 00.") == [".", "+32 (0) 2 225 44 00", "مرحبا"]
    assert physical("مرحبا 02 225 44 00") == ["02 225 44 00", "مرحبا"]
    assert physical("مرحبا 10 20") == ["20", "10", "مرحبا"]


def test_the_mark_of_a_note_stands_at_the_left_of_what_calls_it() -> None:
    content = (Text("مرحبا", HERE, 1), NoteMark(3, 9, True, HERE, 2), Text(" بكم", HERE, 4))
    (line,) = set_lines(content, style(), 400.0, world_from_right())
    assert [run.strip() for run in reversed(seen(line))] == ["بكم", "3", "مرحبا"]


def test_the_mark_of_a_list_has_its_point_towards_the_text() -> None:
    made = mark("1.", style(), "text", 0.0, 0.0, 5, world_from_right())
    assert [run.text.strip() for run in sorted(made, key=lambda run: -run.x) if run.text.strip()] == [".", "1"]



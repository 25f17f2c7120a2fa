"""`load.sheet`: ``styles/tokens.yaml`` becomes a sheet in which all that layout asks for is there and sane (THREATS L12)."""

from pathlib import Path

import pytest

from reportbuilder.diag.diagnostic import Log
from reportbuilder.load.sheet import read_sheet
from reportbuilder.style.sheet import INK_NAMES, STYLE_NAMES, FaceKey, Ink, Sheet, TextStyle

TOKENS = """\
inks:
INKS
fonts:
  serif: {regular: S.ttf, italic: S-It.ttf}
  sans: {regular: Sans.ttf, bold-italic: Sans-BoIt.ttf}
fallback: [sans]
page: {width: 210 mm, height: 297 mm, bleed: 3 mm, top: 72 pt, bottom: 72 pt, inner: 20 mm, outer: 20 mm, PAGE}
print: {profile: F.icc, condition: FOGRA39, info: Offset, ink_limit: 300, ppi: 300, marks: no}
web: {ppi: 160, quality: 80}
styles:
  plain: {font: serif, size: 10 pt, leading: 14 pt, ink: text}
STYLES
"""
PAGE = "text_width: 120 mm, gutter: 5 mm, baseline: 14 pt, header: 36 pt, footer: 36pt"
FILES = ("assets/fonts/S.ttf", "assets/fonts/S-It.ttf", "assets/fonts/Sans.ttf", "assets/fonts/Sans-BoIt.ttf", "assets/icc/F.icc")


def tokens(**changed: str) -> str:
    """Sound tokens; the rest of the line of each key that is named is replaced."""
    inks = "\n".join(f'  {name}: {{cmyk: [0, 0, 0, 100], rgb: "#000000"}}' for name in INK_NAMES)
    styles = "\n".join(f"  {name}: {{like: plain}}" for name in STYLE_NAMES)
    lines = TOKENS.replace("PAGE", PAGE).replace("INKS", inks).replace("STYLES", styles).split("\n")
    for name, rest in changed.items():
        index = next(i for i, line in enumerate(lines) if line.strip().startswith(f"{name.replace('_', '-')}:"))
        lines[index] = f"{lines[index].split(':')[0]}: {rest}" if rest else ""
    return "\n".join(lines)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Stand-ins for the fonts and the profile; every test writes its own tokens beside them."""
    root = tmp_path_factory.mktemp("project")
    for name in ("styles/tokens.yaml", *FILES):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()
    return root


def read(project: Path, text: str) -> tuple[Sheet | None, list[str]]:
    (project / "styles/tokens.yaml").write_text(text)
    log = Log()
    return read_sheet(project, log), [f"{d.span} {d.code}: {d.message} | {d.hint}" for d in log.in_order()]


def message(project: Path, **changed: str) -> str:
    """The one message that the changed tokens give, without the name of the file."""
    sheet, messages = read(project, tokens(**changed))
    assert sheet is None and len(messages) == 1, messages
    return messages[0].removeprefix("styles/tokens.yaml:")


def test_a_sound_file_gives_a_sheet_in_points_and_parts_of_one(project: Path) -> None:
    body = "{font: sans, weight: bold, italic: yes, size: 9.6 pt, leading: 5 mm, ink: accent, align: justify, before: 1 pt, "
    body += "after: 2 pt, indent: 3 pt, first_indent: -3 pt, hyphenate: yes, keep_next: yes, "
    body += "tracking: 20, features: [onum, -liga], strong: black, link_ink: accent2}"
    sheet, messages = read(project, tokens(body=body, accent='{cmyk: [0, 70, 75, 2.5], rgb: "#E4572E"}'))
    assert sheet is not None and messages == []
    assert sheet.inks["accent"] == Ink("accent", (0, 0.7, 0.75, 0.025), (0xE4, 0x57, 0x2E))
    assert sheet.fonts[FaceKey("sans", "bold", True)] == "Sans-BoIt.ttf" and sheet.fallback == ("sans",)
    assert sheet.style("body") == TextStyle(
        "body", FaceKey("sans", "bold", True), 9.6, pytest.approx(14.173, abs=0.001), "accent", "justify", 1, 2, 3, -3, True, True, 20,
        ("onum", "-liga"), "black", "accent2",
    )
    assert sheet.style("note") == TextStyle("note", FaceKey("serif"), 10, 14, "text")
    assert (sheet.page.bleed, sheet.page.footer) == (pytest.approx(8.504, abs=0.001), 36)
    assert (sheet.print.ink_limit, sheet.print.marks, sheet.web.quality) == (300, False, 80)


def test_what_lines_may_do_is_said_in_per_cent(project: Path) -> None:
    body = "{like: plain, space_stretch: 40, space_shrink: 20, expansion: 1.5, protrude: yes, looseness: -1, balance: yes}"
    hanging = '[sans]\nprotrusion: {serif: [{signs: ".,", right: 60}, {signs: "“", left: 40, right: 10}]}'
    sheet, messages = read(project, tokens(body=body, fallback=hanging))
    assert sheet is not None and messages == []
    style = sheet.style("body")
    assert (style.space_stretch, style.space_shrink, style.expansion) == (0.4, 0.2, 0.015)
    assert (style.protrude, style.looseness, style.balance) == (True, -1, True)
    assert sheet.protrusion == {"serif": {".": (0, 0.6), ",": (0, 0.6), "“": (0.4, 0.1)}}


def test_a_style_takes_over_what_it_does_not_say_from_the_style_it_is_like(project: Path) -> None:
    sheet, _ = read(project, tokens(body="{like: plain, size: 12 pt, italic: yes}", list="{like: body, italic: no, leading: 15 pt}"))
    assert sheet is not None
    assert sheet.style("list") == TextStyle("list", FaceKey("serif"), 12, 15, "text")


@pytest.mark.parametrize("name", sorted(path.stem for path in (Path(__file__).parents[3] / "styles").glob("*.yaml")))
def test_the_sheets_of_this_project_are_sound(name: str) -> None:
    log = Log()
    sheet = read_sheet(Path(__file__).parents[3], log, name)
    assert sheet is not None and not log.diagnostics


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"body": ""}, "17:3 missing-style: there is no style ‘body’ | add it under ‘styles’"),
        ({"accent2": ""}, "2:3 missing-ink: there is no ink ‘accent2’ | add it under ‘inks’"),
        ({"body": "{like: plane}"}, "18:16 unknown-style: there is no style ‘plane’ | did you mean ‘plain’?"),
        ({"body": "{like: plain, ink: acent}"}, "18:28 unknown-ink: there is no ink ‘acent’ | did you mean ‘accent’?"),
        ({"body": "{like: plain, link_ink: rul}"}, "18:33 unknown-ink: there is no ink ‘rul’ | did you mean ‘rule’?"),
        ({"body": "{like: plain, font: sens}"}, "18:29 unknown-font: there is no font ‘sens’ | did you mean ‘sans’?"),
        ({"fallback": "[serf]"}, "12:12 unknown-font: there is no font ‘serf’ | did you mean ‘serif’?"),
        ({"body": "{like: plain, weight: bold}"}, "18:3 missing-font: the style ‘body’ wants ‘bold’ of the font ‘serif’ | it has regular, italic"),
        ({"fallback": "[sans]\nscripts: [serif]"}, "13:11 unknown-fallback: there is no fallback ‘serif’ | known here: sans"),
        ({"fallback": "[sans]\nprotrusion: {sens: [{signs: x}]}"}, "13:14 unknown-font: there is no font ‘sens’ | did you mean ‘sans’?"),
        ({"body": "{like: plain, expansion: 3}"}, "18:34 bad-number: ‘3’ is not between 0 and 2 | choose a value between these"),
        ({"serif": "{regular: s.ttf, italic: S-It.ttf}"}, "10:20 missing-file: there is no file ‘s.ttf’ in assets/fonts | did you mean ‘S.ttf’?"),
        (
            {"serif": "{regular: ../S.ttf, italic: S-It.ttf}"},
            "10:20 missing-file: there is no file ‘../S.ttf’ in assets/fonts | did you mean ‘S.ttf’?",
        ),
        (
            {"body": "{font: serif, size: 9 pt, ink: text}"},
            "18:3 missing-key: the style ‘body’ needs ‘leading’ | write it, or ‘like’ with a style that has it",
        ),
        ({"body": "{like: body}"}, "18:3 style-cycle: the style ‘body’ is like itself | take one ‘like’ out"),
        ({"body": "{like: plain, size: 0 pt}"}, "18:29 bad-measure: ‘0 pt’ is not between 4 pt and 800 pt | choose a value between these"),
        ({"body": "{like: plain, size: 1000 pt}"}, "18:29 bad-measure: ‘1000 pt’ is not between 4 pt and 800 pt | choose a value between these"),
        ({"body": "{like: plain, size: -9 pt}"}, "18:29 bad-measure: ‘-9 pt’ is not between 4 pt and 800 pt | choose a value between these"),
        ({"body": "{like: plain, size: 9 em}"}, "18:29 bad-measure: ‘9 em’ is no length | write it like ‘9.5 pt’"),
        ({"body": "{like: plain, size: 20 pt}"}, "18:3 bad-measure: the leading of the style ‘body’ is too small | for 20 pt it is 16 pt or more"),
        (
            {"body": "{like: plain, indent: 200 pt}"},
            "18:3 bad-measure: the indent of the style ‘body’ leaves less than half the text column | make it smaller",
        ),
        ({"body": "{like: plain, colour: text}"}, "18:23 unknown-key: ‘colour’ is no key of ‘style’ | see docs/sections.md for its keys"),
        ({"body": "{like: plain, features: [onum, -lgia]}"}, "18:40 unknown-feature: there is no feature ‘lgia’ | did you mean ‘liga’?"),
        ({"accent2": "{cmyk: [0, 70, 175, 0], rgb: '#000000'}"}, "5:27 bad-number: ‘175’ is not between 0 and 100 | choose a value between these"),
        ({"accent2": "{cmyk: [0, 70, 0], rgb: '#000000'}"}, "5:19 wrong-count: the list has 3 items where 4 are due | "),
        ({"accent2": "{cmyk: [0, 0, 0, 0], rgb: red}"}, "5:38 bad-colour: ‘red’ is no colour | write it like ‘#E4572E’"),
        ({"web": "{ppi: 160, quality: 200}"}, "15:26 bad-number: ‘200’ is not between 1 and 100 | choose a value between these"),
    ],
)
def test_a_fault_has_its_place_and_a_hint(project: Path, changed: dict[str, str], expected: str) -> None:
    assert message(project, **changed) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("width: 210 mm", "width: 10 mm", "‘10 mm’ is not between 50 mm and 1200 mm"),
        ("height: 297 mm", "height: 2 mm", "‘2 mm’ is not between 50 mm and 1200 mm"),
        ("inner: 20 mm", "inner: 200 mm", "text column and gutter are wider than what the margins leave"),
        ("text_width: 120 mm", "text_width: 180 mm", "text column and gutter are wider than what the margins leave"),
        ("top: 72 pt", "top: 280 mm", "top and bottom margin leave no text column"),
        ("header: 36 pt", "header: 80 pt", "the running head stands in the text"),
        ("footer: 36pt", "footer: 80pt", "the page number stands in the text"),
        ("baseline: 14 pt", "baseline: 0 pt", "‘0 pt’ is not between 4 pt and 100 pt"),
    ],
)
def test_a_page_that_cannot_be_set_is_refused(project: Path, old: str, new: str, expected: str) -> None:
    text = tokens()
    assert old in text
    sheet, messages = read(project, text.replace(old, new))
    assert sheet is None
    assert [m.split(": ", 1)[1].split(" | ")[0] for m in messages] == [expected]
    assert f" bad-measure: {expected}" in messages[0]


def test_a_misspelt_style_is_named_where_the_right_one_is_missing(project: Path) -> None:
    _, messages = read(project, tokens().replace("  box-title:", "  box-titel:"))
    assert [m.split(" ", 1)[1] for m in messages] == ["missing-style: there is no style ‘box-title’ | is ‘box-titel’ meant for it?"]


def test_styles_that_are_like_each_other_are_a_cycle_each(project: Path) -> None:
    sheet, messages = read(project, tokens(body="{like: list}", list="{like: body}"))
    assert sheet is None
    assert [m.split(" ")[1] for m in messages] == ["style-cycle:", "style-cycle:"]


def test_a_missing_file_and_a_list_give_no_sheet_and_one_message(project: Path, tmp_path: Path) -> None:
    log = Log()
    assert read_sheet(tmp_path, log) is None
    assert [d.code for d in log.errors] == ["missing-file"]
    assert [m.split(" ")[1] for m in read(project, "- a\n")[1]] == ["wrong-type:"]

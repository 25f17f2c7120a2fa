"""What a printer wants, from ``styles/printers`` to the finished file."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from pikepdf import Pdf
from pypdfium2 import PdfDocument

from reportbuilder.build import Options, build
from reportbuilder.cli import main
from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.render import as_text
from reportbuilder.layout.page import Fill, Layout, Rule
from reportbuilder.outputs import Output
from reportbuilder.pdf.cover import cover_boxes
from reportbuilder.pdf.inks import Inks, in_one_ink, is_rich_black
from reportbuilder.pdf.marks import printers_marks
from reportbuilder.pdf.paint import paint
from reportbuilder.pdf.profile import PRINT, WEB
from reportbuilder.preflight.judge import judged
from reportbuilder.preflight.limits import MM, Limits
from reportbuilder.progress import Progress
from reportbuilder.style.sheet import Ink
from unit.pdf.by_hand import INKS, operators, page, painted, renditions, sheet, words

from .test_build import change, copied

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def project(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample; its printers may be written over."""
    root = copied(built, tmp_path_factory.mktemp("printing") / "project")
    (root / "styles" / "printers").mkdir(exist_ok=True)
    return root


def printed(project: Path, printer: str) -> tuple[tuple[Output, ...], list[str]]:
    (project / "styles" / "printers" / "proef.yaml").write_text(printer, encoding="utf-8")
    log = Log()
    outputs = build(Options(project, formats=("print",), printer="proef"), log, quiet())
    return outputs, [as_text(diagnostic) for diagnostic in log.in_order()]


def quiet() -> Progress:
    return Progress()


def test_a_printer_stands_over_the_style_sheet(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (output,), messages = printed(project, "name: De Proef\nbleed: 3 mm\nbinding: saddle\nmarks: yes\nregistration: yes\nbar: yes\n")
    assert messages == []
    with Pdf.open(output.path) as pdf:
        assert len(pdf.pages) % 4 == 0
        box = [float(edge) for edge in pdf.pages[0].TrimBox]
        assert box[0] == pytest.approx(11 * MM, abs=0.01) and float(pdf.pages[0].BleedBox[0]) == pytest.approx(8 * MM, abs=0.01)
    assert main(["preflight", "--quick", "--strict", str(output.path)]) == 0, capsys.readouterr().out


@pytest.mark.slow
def test_blank_pages_fill_up_before_the_back_cover_and_are_known_to_be_meant(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (output,), messages = printed(project, "binding: saddle\n")
    assert messages == [] and output.pages is not None
    assert main(["preflight", "--notes", str(output.path)]) == 0
    told = capsys.readouterr().out
    assert "note[R0005]: the page is empty on purpose on page" in told and "warning[R0005]" not in told


@pytest.mark.slow
def test_the_binding_says_what_the_number_of_pages_is_a_multiple_of(built: Path, tmp_path: Path) -> None:
    root = copied(built, tmp_path / "project")
    change(root / "sections" / "report.yaml", "04-beeld, 10-een", "10-een")
    counts = {}
    (root / "styles" / "printers").mkdir(exist_ok=True)
    for binding in ("none", "perfect", "saddle"):
        ((output,), _) = printed(root, f"binding: {binding}\n")
        counts[binding] = output.pages
    assert counts["saddle"] == counts["perfect"] + 2 == counts["none"] + 2 and counts["saddle"] % 4 == 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("bleed: 30 mm\n", "styles/printers/proef.yaml:1:8: error[too-large]"),
        ("blead: 3 mm\n", "styles/printers/proef.yaml:1:1: error[unknown-key]"),
        ("profile: geen.icc\n", "styles/printers/proef.yaml:1:10: error[missing-file]"),
        ("binding: ring\n", "styles/printers/proef.yaml:1:10: error["),
        ("spine: goud\n", "styles/printers/proef.yaml:1:8: error[unknown-ink]"),
        ("- a\n", "styles/printers/proef.yaml:1:1: error[wrong-type]"),
    ],
)
def test_what_is_wrong_in_a_printer_is_told_at_its_place(project: Path, text: str, message: str) -> None:
    outputs, messages = printed(project, text)
    assert outputs == () and len(messages) == 1 and message.split("[")[0] in messages[0], messages


def test_a_printer_that_is_not_there_is_told(project: Path) -> None:
    log = Log()
    assert build(Options(project, formats=("print",), printer="elders"), log, quiet()) == ()
    assert log.errors[0].message == "there is no printer ‘elders’ in styles/printers"


def test_limits_of_a_printer_judge_any_file(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (output,), _ = printed(project, "bleed: 3 mm\n")
    (project / "styles" / "printers" / "streng.yaml").write_text("name: Streng\ncondition: FOGRA51\nbleed: 5 mm\nbinding: perfect\n")
    monkeypatch.chdir(project)
    assert main(["preflight", "--quick", "--printer", "streng", str(output.path.relative_to(project))]) == 1
    told = capsys.readouterr().out
    assert "error[P-11]: the file is made for ‘FOGRA39’, the printer takes FOGRA51" in told
    assert "warning[P-01]: the bleed is 3.0 mm wide instead of 5.0 mm" in told


def test_a_file_that_does_not_keep_the_standard_does_not_say_that_it_does(built: Path, tmp_path: Path) -> None:
    root = copied(built, tmp_path / "project")
    profile = root / "assets" / "icc" / "FOGRA39L_TAC300.icc"
    data = profile.read_bytes()
    profile.unlink()
    profile.write_bytes(data[:12] + b"scnr" + data[16:])
    log = Log()
    (output,) = build(Options(root, formats=("print",)), log, quiet())
    assert [(d.code, d.message.split(": ")[1]) for d in log.errors] == [
        ("print-r0001", "an error against PDF/X-4"),
        ("print-x4-09", "the profile of the intent is not one of a printing device"),
    ]
    assert b"PDF/X-4" not in output.path.read_bytes()


def test_a_ground_with_more_ink_than_the_printer_takes_is_told_by_the_build(project: Path) -> None:
    _, messages = printed(project, "ink_limit: 200\n")
    assert len(messages) == 1 and "warning[print-p-09]" in messages[0] and "ink lie on one spot; the paper takes 200 %" in messages[0], messages


def test_under_strict_a_warning_about_a_file_keeps_the_old_one(built: Path, tmp_path: Path) -> None:
    root = copied(built, tmp_path / "project")
    (root / "styles" / "printers").mkdir(exist_ok=True)
    (root / "styles" / "printers" / "fijn.yaml").write_text("ppi: 300\nppi_warning: 280\n")
    log = Log()
    assert build(Options(root, formats=("print",), strict=True, printer="fijn"), log, quiet()) == ()
    assert {d.code for d in log.diagnostics} == {"print-r0031"} and not list((root / "out").glob("*.pdf"))


# ---------------------------------------------------------------- inks


def test_small_text_is_of_one_ink_in_print_only() -> None:
    inks = Inks(sheet(), PRINT)
    assert inks.text_fill("accent", 8.0) == "0 0.8 0.9 0 k"
    assert re.fullmatch(r"0 0 0 0\.\d+ k", inks.text_fill("accent", 7.9))
    assert inks.text_fill("text", 6) == "0 0 0 1 k" and inks.text_fill("paper", 6) == "0 0 0 0 k"
    assert Inks(sheet(), WEB).text_fill("accent", 6) == Inks(sheet(), WEB).fills["accent"]
    assert in_one_ink((1, 0, 0, 0), (0, 150, 200)) == (1, 0, 0, 0), "one ink stays what it is"


def test_rich_black_is_for_solids_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(INKS, "text", Ink("text", (0.4, 0.3, 0.2, 1), (27, 27, 27)))
    items = (Fill(0, 0, 50, 50, "text"), Fill(0, 60, 50, 1, "text"), Rule(0, 70, 90, 70, 1, "text"), words("a", ink="text", size=40), words("a", ink="text", size=11))
    code = [line for line in operators(paint(Layout((page(*items),), {}), sheet(), PRINT, renditions()).data) if line.endswith((" k", " gs")) or " K " in line]
    assert [line.split(" K ")[0] for line in code] == [
        "/Knockout gs", "0.4 0.3 0.2 1 k", "/Overprint gs", "0 0 0 1 k", "0 0 0 1", "/Knockout gs", "/Overprint gs"
    ]  # fmt: skip
    assert not is_rich_black((0, 0, 0, 1)) and not is_rich_black((0.9, 0.5, 0.5, 0.5)) and is_rich_black((0.1, 0, 0, 0.95))


def test_a_designer_chooses_the_ink_of_small_text_and_black_overprints() -> None:
    made = sheet()
    made.inks["accent"], before = Ink("accent", (0, 0.8, 0.9, 0), (226, 80, 40), (0, 0, 0, 1)), made.inks["accent"]
    try:
        inks = Inks(made, PRINT)
        assert inks.text_fill("accent", 7) == "0 0 0 1 k" and inks.text_overprints("accent", 7)
        assert not inks.text_overprints("accent", 9) and inks.text_fill("accent", 9) == "0 0.8 0.9 0 k"
    finally:
        made.inks["accent"] = before


def test_an_ink_of_its_own_is_a_plate_of_its_own_when_it_is_ordered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(INKS, "accent", Ink("accent", (0, 0.8, 0.9, 0), (226, 80, 40), None, "PANTONE 7417 C"))
    plain = sheet()
    ordered = replace(plain, print=replace(plain.print, spots=True))
    items = (Fill(0, 0, 50, 50, "accent"), words("a", ink="accent", size=7), Rule(0, 0, 90, 0, 1, "accent"))
    pages = Layout((page(*items),), {})
    data = paint(pages, ordered, PRINT, renditions()).data
    code = "\n".join(operators(data))
    assert "/Spot1 cs 1 scn" in code and "/Spot1 CS 1 SCN" in code and "0.8 0.9" not in code
    with Pdf.open(BytesIO(data)) as pdf:
        space = pdf.pages[0].Resources.ColorSpace.Spot1
        assert str(space[0]) == "/Separation" and str(space[1]) == "/PANTONE 7417 C" and [float(part) for part in space[3].C1] == [0, 0.8, 0.9, 0]
    verdict = judged(data, Limits(spot=True))
    assert {finding.message for finding in verdict.findings if finding.rule == "R0020"} == {
        "the spot colour ‘PANTONE 7417 C’ is used for line art", "the spot colour ‘PANTONE 7417 C’ is used for text"
    }
    assert "Spot" not in "\n".join(operators(paint(pages, plain, PRINT, renditions()).data))
    assert "Spot" not in "\n".join(operators(paint(pages, ordered, WEB, renditions()).data))


# ---------------------------------------------------------------- marks


def test_marks_stay_outside_the_bleed_in_the_four_inks() -> None:
    plain = sheet()
    marked = replace(plain, print=replace(plain.print, marks=True, registration=True, bar=True))
    data = paint(Layout((page(words("a")),), {}), marked, PRINT, renditions()).data
    verdict = judged(data, Limits())
    assert not {f.rule for f in verdict.findings} & {"R0019", "R0024", "P-02", "X4-21"}
    with Pdf.open(BytesIO(data)) as pdf:
        bleed = [float(edge) for edge in pdf.pages[0].BleedBox]
        media = [float(edge) for edge in pdf.pages[0].MediaBox]
    code = operators(data)
    around = code[code.index("1 1 1 1 K 0.25 w"):]
    assert sum(line.endswith(" c S") for line in around) == 4 and sum(line.endswith("re f") for line in around) == 12
    for line in around:
        numbers = [float(number) for number in re.findall(r"-?\d+\.?\d*", line)]
        if line.endswith(" l S"):
            for x, y in (numbers[:2], numbers[2:]):
                assert not (bleed[0] < x < bleed[2] and bleed[1] < y < bleed[3]) and media[0] <= x <= media[2] and media[1] <= y <= media[3]
        if line.endswith("re f"):
            x, y, width, height = numbers[-4:]
            assert y + height < bleed[1] and y > 0 and x + width < bleed[2]


def test_marks_of_register_stand_apart_from_those_of_folds() -> None:
    plain = sheet()
    marked = replace(plain, print=replace(plain.print, marks=True, registration=True))
    boxes = cover_boxes(marked, 8.0)
    edge = boxes.trim[0] + marked.page.width
    circles = [float(line.split()[0]) for line in printers_marks(boxes, marked.print, (edge, edge + 8.0)) if line.endswith(" c S")]
    assert len(circles) == 4 and all(abs(x - edge) > 20 for x in circles) and max(circles) < boxes.media[2]


def test_no_room_no_marks() -> None:
    assert not any(line.endswith(" S") for line in operators(painted(PRINT, words("a")).data))


# ---------------------------------------------------------------- a cover apart


def test_a_cover_apart_is_back_spine_and_front_with_what_is_behind_them(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printer = "binding: perfect\ncover: separate\nleaf: 0.1 mm\ncover_leaf: 0.3 mm\nspine: accent2\nmarks: yes\nbleed: 3 mm\n"
    (inner, cover), messages = printed(project, printer)
    assert messages == [] and cover.path.name == "proef-nl-print-cover.pdf" and cover.pages == 2
    assert inner.pages is not None and inner.pages % 2 == 0
    spine = (inner.pages / 2 * 0.1 + 0.6) * MM
    with Pdf.open(cover.path) as pdf:
        left, bottom, right, top = (float(edge) for edge in pdf.pages[0].TrimBox)
        assert right - left == pytest.approx(2 * 210 * MM + spine, abs=0.01) and top - bottom == pytest.approx(297 * MM, abs=0.01)
    with PdfDocument(cover.path) as shown:
        middle = left + 210 * MM + spine / 2
        words_at = shown[0].get_textpage()
        assert "Proefverslag 2025" in " ".join(words_at.get_text_bounded(left=middle).split()), "the front is on the right"
        assert "Proefverslag 2025" not in words_at.get_text_bounded(right=middle)
        assert "Colofon" in shown[1].get_textpage().get_text_bounded(right=middle), "the second page is behind the front"
        assert shown[1].get_textpage().get_text_bounded(left=middle).strip() == "", "behind the back nothing stands"
    assert main(["preflight", "--quick", "--strict", str(inner.path), str(cover.path)]) == 0, capsys.readouterr().out


def test_title_and_organisation_run_down_a_spine_that_is_wide_enough(project: Path) -> None:
    printer = "binding: perfect\ncover: separate\nleaf: {} mm\nspine: accent2\nbleed: 3 mm\n"
    for leaf, wide in (("0.6", True), ("0.3", False)):
        (inner, cover), messages = printed(project, printer.format(leaf))
        assert messages == []
        spine = (inner.pages or 0) / 2 * float(leaf) * MM
        with PdfDocument(cover.path) as shown:
            page = shown[0].get_textpage()
            left = (3 + 210) * MM
            assert ("Proefverslag 2025" in page.get_text_bounded(left=left, right=left + spine)) == wide
            places = [page.get_charbox(index) for index in range(page.count_chars()) if left < page.get_charbox(index)[0] < left + spine]
        # From head to foot, in the middle of the spine.
        assert not wide or (places[0][1] > places[10][3] and abs((min(b[0] for b in places) + max(b[2] for b in places)) / 2 - left - spine / 2) < 2)


def test_a_cover_of_an_earlier_build_is_not_left_beside_pages_that_have_one(project: Path) -> None:
    for change, told in ((b"", False), (b"%", True)):
        (_, cover), _ = printed(project, "cover: separate\nbinding: perfect\n")
        cover.path.write_bytes(cover.path.read_bytes().replace(b"/ID [", change + b"/ID [") if change else cover.path.read_bytes())
        _, messages = printed(project, "binding: perfect\n")
        assert cover.path.exists() == told and any("[cover-left-over]" in message for message in messages) == told, messages
        cover.path.unlink(missing_ok=True)


@pytest.mark.slow
def test_two_builds_give_the_same_cover(project: Path) -> None:
    printer = "cover: separate\nbinding: perfect\n"
    first = [output.path.read_bytes() for output in printed(project, printer)[0]]
    assert [output.path.read_bytes() for output in printed(project, printer)[0]] == first and len(first) == 2


def test_a_report_too_thin_for_a_cover_apart_is_told(built: Path, tmp_path: Path) -> None:
    root = copied(built, tmp_path / "project")
    change(root / "sections" / "report.yaml", "01-colofon, 02-inhoud, 03-brief, 05-cijfers, 04-beeld, 10-een, 20-twee, ", "")
    (root / "styles" / "printers").mkdir(exist_ok=True)
    outputs, messages = printed(root, "cover: separate\n")
    assert [output.path.name for output in outputs] == ["proef-nl-print.pdf"]
    assert any("[cover-too-thin]" in message for message in messages)

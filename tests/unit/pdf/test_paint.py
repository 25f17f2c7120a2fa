"""What stands in the content of a painted page, by profile."""

import re
from io import BytesIO

import pytest
from pikepdf import Name, Pdf, Stream, parse_content_stream
from pypdfium2 import PdfDocument
from unit.pdf.by_hand import BLEED, HEIGHT, LOGO, PHOTO, WIDTH, face, operators, page, painted, profiles, renditions, sheet, whole, words

from reportbuilder.layout.page import Area, Fill, Image, Layout, Rule, Run
from reportbuilder.pdf.boxes import SLUG, page_boxes
from reportbuilder.pdf.paint import Mark, paint
from reportbuilder.pdf.profile import PRINT, WEB, Profile
from reportbuilder.style.units import mm

BOTH = pytest.mark.parametrize("profile", [PRINT, WEB], ids=["print", "web"])


def close(box: object, *edges: float) -> bool:
    return [float(edge) for edge in box] == pytest.approx(edges, abs=0.001)


# ---------------------------------------------------------------- boxes and marks


def test_a_print_page_has_bleed_around_the_trim() -> None:
    with Pdf.open(BytesIO(painted(PRINT).data)) as pdf:
        first = pdf.pages[0]
        assert close(first.MediaBox, 0, 0, WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED)
        assert close(first.BleedBox, *first.MediaBox)
        assert close(first.TrimBox, BLEED, BLEED, WIDTH + BLEED, HEIGHT + BLEED)
        assert not {"/CropBox", "/Rotate", "/UserUnit", "/Annots"} & first.keys()


def test_a_web_page_is_the_trim() -> None:
    with Pdf.open(BytesIO(painted(WEB).data)) as pdf:
        assert close(pdf.pages[0].MediaBox, 0, 0, WIDTH, HEIGHT)


def test_crop_marks_stand_outside_the_bleed_and_point_at_the_trim() -> None:
    made = painted(PRINT, Fill(-BLEED, -BLEED, 50, 50, "accent"), marks=True)
    boxes = page_boxes(sheet(marks=True), PRINT)
    assert boxes.media[2] == pytest.approx(WIDTH + 2 * BLEED + 2 * mm(8)) and boxes.bleed[0] == SLUG
    lines = [line for line in operators(made.data) if line.endswith(" S")]
    assert "1 1 1 1 K 0.25 w" in operators(made.data)
    assert len(lines) == 8
    left, bottom, right, top = boxes.bleed
    for line in lines:
        x1, y1, x2, y2 = (float(number) for number in re.findall(r"[-\d.]+", line))
        assert not (left <= x1 <= right and bottom <= y1 <= top) and not (left <= x2 <= right and bottom <= y2 <= top)
        edges = (x1, boxes.trim[0], boxes.trim[2]) if x1 == x2 else (y1, boxes.trim[1], boxes.trim[3])
        assert min(abs(edges[0] - edge) for edge in edges[1:]) < 0.001


def test_content_stays_out_of_the_slug() -> None:
    made = operators(painted(PRINT, words("a"), marks=True).data)
    assert made[1] == "q 22.677 22.677 417 617 re W n"
    assert made.index("Q") < made.index("1 1 1 1 K 0.25 w")


def test_a_web_page_has_no_crop_marks() -> None:
    assert not any(line.endswith(" S") for line in operators(painted(WEB, words("a"), marks=True).data))


# ---------------------------------------------------------------- text


@BOTH
def test_text_reads_as_it_was_written(profile: Profile) -> None:
    made = painted(profile, words("efficiënt afgewerkt — ’t Ĳ", x=50, y=100))
    with PdfDocument(made.data) as pdf:
        assert pdf[0].get_textpage().get_text_range() == "efficiënt afgewerkt — ’t Ĳ".replace("Ĳ", "")


def test_text_stands_where_the_layout_put_it() -> None:
    for profile, moved in ((WEB, 0.0), (PRINT, BLEED)):
        with PdfDocument(painted(profile, words("H", x=50, y=100, size=20)).data) as pdf:
            left, bottom, right, top = pdf[0].get_textpage().get_charbox(0)
        assert bottom == pytest.approx(HEIGHT - 100 + moved, abs=0.6)
        assert top - bottom == pytest.approx(face().cap_height * 20 / 1000, abs=0.6)
        assert left == pytest.approx(50 + moved, abs=1.5)


def test_a_justified_line_ends_where_it_should() -> None:
    run = words("een twee drie", x=50, gap=7.0, tracking=40)
    width = sum((piece.width + 40 * len(piece.glyphs)) * run.size / 1000 for piece in run.pieces) + 2 * 7.0
    with PdfDocument(painted(WEB, run).data) as pdf:
        right = pdf[0].get_textpage().get_charbox(len("een twee drie") - 1)[2]
    assert right == pytest.approx(50 + width - 40 * run.size / 1000, abs=0.5)


def test_lines_of_one_look_set_it_once_and_move_from_line_to_line() -> None:
    made = operators(painted(PRINT, words("a", y=100), words("b", y=116), words("c", x=60.5, y=132)).data)
    assert [line.split("[")[0] for line in made[1:-2]] == [
        "BT",
        "/Overprint gs",
        "0 0 0 1 k",
        "/F1 10 Tf",
        "48.5 508.5 Td",
        "0 -16 Td",
        "20.5 -16 Td",
        "ET",
    ]


def test_an_empty_run_leaves_no_trace() -> None:
    made = painted(WEB, Run(0, 0, face(), 10, "text", (), 0, 5))
    assert made.marks == () and operators(made.data) == ["", " ", ""]


# ---------------------------------------------------------------- colour


def test_small_black_text_and_thin_black_lines_overprint_and_nothing_else_does() -> None:
    items = {
        words("a", size=11.9): "Overprint",
        words("a", size=12): "Knockout",
        words("a", ink="accent"): "Knockout",
        words("a", ink="paper"): "Knockout",
        Rule(0, 0, 9, 0, 0.5, "text"): "Overprint",
        Rule(0, 0, 9, 0, 2, "text"): "Knockout",
        Rule(0, 0, 9, 0, 0.5, "accent"): "Knockout",
        Fill(0, 0, 90, 1.5, "text"): "Overprint",
        Fill(0, 0, 90, 90, "text"): "Knockout",
        Image(0, 0, 9, 9, PHOTO, 0): "Knockout",
    }
    for item, state in items.items():
        assert re.findall(r"/(\w+) gs", "\n".join(operators(painted(PRINT, item).data))) == [state], item


def test_the_states_are_those_that_gwg_names() -> None:
    with Pdf.open(BytesIO(painted(PRINT, words("a")).data)) as pdf:
        states = pdf.pages[0].Resources.ExtGState
        assert (states.Overprint.OP, states.Overprint.op, states.Overprint.OPM) == (True, True, 1)
        assert (states.Knockout.OP, states.Knockout.op, states.Knockout.OPM) == (False, False, 0)
    assert " gs" not in "\n".join(operators(painted(WEB, words("a")).data))


def colours(stream: object) -> set[str]:
    wanted = {"g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "sh"}
    return {str(instruction.operator) for instruction in parse_content_stream(stream)} & wanted


@pytest.mark.parametrize(
    ("profile", "setting", "space"), [(PRINT, {"k", "K"}, "/DeviceCMYK"), (WEB, {"rg", "RG"}, "/DeviceRGB")], ids=["print", "web"]
)
def test_all_colour_is_in_the_space_of_the_profile(profile: Profile, setting: set[str], space: str) -> None:
    used: set[str] = set()
    found: set[str] = set()
    with Pdf.open(BytesIO(whole(profile))) as pdf:
        for one in pdf.pages:
            used |= colours(one)
        for item in pdf.objects:
            if isinstance(item, Stream) and item.get("/Subtype") == Name.Form:
                used |= colours(item)
            if isinstance(item, Stream) and item.get("/Subtype") == Name.Image:
                found.add(str(item.ColorSpace))
    assert used == setting and found == {space}


def test_a_path_takes_the_ink_that_looks_the_same_or_its_own_separation() -> None:
    made = painted(PRINT, Image(0, 0, 80, 40, LOGO, 0))
    with Pdf.open(BytesIO(made.data)) as pdf:
        code = pdf.pages[0].Resources.XObject.X1.read_bytes().decode()
    assert code.splitlines()[0] == "0 0.8 0.9 0 k"
    assert "1 0 1 0.498 k" in code and code.endswith("f*")


# ---------------------------------------------------------------- pictures


def pixel(data: bytes, x: float, y: float) -> tuple[int, ...]:
    with PdfDocument(data) as pdf:
        return pdf[0].render(scale=1).to_pil().convert("RGB").getpixel((round(x), round(y)))


@BOTH
def test_pictures_come_out_in_their_colours_and_upright(profile: Profile) -> None:
    made = painted(profile, Image(50, 100, 100, 50, PHOTO, 0), Image(200, 100, 80, 40, LOGO, 0))
    at = BLEED if profile.bleed else 0.0
    red, green, blue = pixel(made.data, 100 + at, 125 + at)
    assert red > 200 and green < 60 and blue < 60
    assert pixel(made.data, 100 + at, 95 + at) == (255, 255, 255)
    accent = pixel(made.data, 270 + at, 105 + at)
    assert accent[0] > 200 and 60 < accent[1] < 110
    inside = pixel(made.data, 235 + at, 115 + at)
    assert inside[1] > 80 and inside[0] < 40
    assert pixel(made.data, 205 + at, 135 + at) == accent, "the curve stands in the upper part"


def test_a_picture_shown_often_is_in_the_file_once() -> None:
    pages = tuple(page(Image(0, 0, 9, 9, PHOTO, 0), Image(0, 50, 90, 9, PHOTO, 0), index=index) for index in range(3))
    made = paint(Layout(pages, {}), sheet(), PRINT, renditions())
    assert made.data.count(b"/DCTDecode") == 1
    with Pdf.open(BytesIO(made.data)) as pdf:
        images = [one.Resources.XObject.X1 for one in pdf.pages]
        assert len({image.objgen for image in images}) == 1
        assert images[0].Decode == [1, 0, 1, 0, 1, 0, 1, 0]


# ---------------------------------------------------------------- marked content


def test_neighbours_that_show_one_node_share_their_mark() -> None:
    items = (words("a", node=5), words("b", node=5), Rule(0, 0, 9, 0, 1, "text"), words("c", node=5), words("d", node=6), Image(0, 0, 9, 9, PHOTO, 7))
    made = painted(WEB, *items)
    assert made.marks == (Mark(0, 0, 5, True), Mark(0, 1, 5, True), Mark(0, 2, 6, True), Mark(0, 3, 7, False))
    tags = [line for line in operators(made.data) if line.endswith("BDC")]
    assert tags == [f"/Span<</MCID {n}>>BDC" if n >= 0 else "/Artifact<</Type/Layout>>BDC" for n in (0, -1, 1, 2, 3)]


def test_what_stands_on_every_page_is_an_artifact_of_its_kind() -> None:
    shown = page(words("a", node=5), background=(Fill(0, 0, 9, 9, "tint"),), header=(words("Kop"), Rule(0, 0, 9, 0, 1, "text")))
    made = paint(Layout((shown,), {}), sheet(), WEB, {})
    assert [line for line in operators(made.data) if line.endswith("BDC")] == [
        "/Artifact<</Type/Background/BBox[0 0 400 600]>>BDC",
        "/Span<</MCID 0>>BDC",
        "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC",
    ]


def test_a_print_page_has_no_marks() -> None:
    made = painted(PRINT, words("a", node=5), Image(0, 0, 9, 9, PHOTO, 7))
    assert made.marks == () and not any("BDC" in line for line in operators(made.data))


def test_areas_are_told_and_not_painted() -> None:
    area = Area(1, 2, 3, 4, "https://example.org", 9)
    made = painted(WEB, area)
    assert made.areas == ((0, area),) and operators(made.data) == ["", " ", ""]


def test_two_paintings_are_the_same_to_the_byte() -> None:
    assert painted(WEB, words("efficiënt"), Image(0, 0, 9, 9, LOGO, 1)).data == painted(WEB, words("efficiënt"), Image(0, 0, 9, 9, LOGO, 1)).data


def test_the_profiles_of_the_project_are_what_the_outputs_need() -> None:
    kinds = {name: (data[12:16], data[16:20]) for name, data in profiles().items()}
    assert kinds["sRGB.icc"] == (b"mntr", b"RGB ") and kinds["FOGRA39L_TAC300.icc"] == (b"prtr", b"CMYK")

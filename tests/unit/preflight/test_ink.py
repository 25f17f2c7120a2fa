"""What comes out on paper: amounts of ink, empty pages, and bleed, each with a page that is wrong and one that is right."""

import json
from collections.abc import Callable
from io import BytesIO

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf
from PIL import Image
from unit.preflight.mutants import base, draw, image, icc, spot, spots, states

from reportbuilder.preflight.evidence import Evidence
from reportbuilder.preflight.judgement import as_data, from_data
from reportbuilder.preflight.limits import Limits
from reportbuilder.preflight.judge import ALL_RULES
from reportbuilder.preflight.look import look
from reportbuilder.preflight.plates import SCALE, plates
from reportbuilder.preflight.rules import ink_table
from unit.pdf.by_hand import ROOT

pytestmark = pytest.mark.slow

SRGB = (ROOT / "assets" / "icc" / "sRGB.icc").read_bytes()


def one_page(change: Callable[[Pdf], None] = lambda pdf: None, empty: bool = True) -> bytes:
    """The first page of the correct file, without its content if so wanted, changed."""
    with Pdf.open(BytesIO(base())) as pdf:
        del pdf.pages[1:]
        if empty:
            pdf.pages[0].Contents = pdf.make_stream(b"")
        change(pdf)
        file = BytesIO()
        pdf.save(file, static_id=True, fix_metadata_version=False, force_version="1.6")
    return file.getvalue()


def drawn(code: str, **resources: dict[str, Object]) -> bytes:
    return one_page(lambda pdf: draw(pdf, code, **resources))


def broken(data: bytes, limits: Limits = Limits()) -> dict[str, str]:
    return {finding.rule: finding.message for finding in look(data, limits, render=True, views=False).verdict.findings}


def inked(data: bytes, x: float, y: float) -> tuple[int, ...]:
    """The inks in per cent at a place of the page, from its lower left corner."""
    with Pdf.open(BytesIO(data)) as pdf:
        (page,) = plates(Evidence(data[:1024], pdf, Limits()))
        image: Image.Image = page.image
        return tuple(round(level / 2.55) for level in image.getpixel((round(x * SCALE), round(image.height - y * SCALE))))


def test_every_rule_about_ink_is_tested_here() -> None:
    assert {rule.id for rule in ink_table.RULES} == {"R0005", "R0026", "P-09"}
    assert len({rule.id for rule in ALL_RULES}) == len(ALL_RULES)


def test_a_page_that_is_right_breaks_no_rule() -> None:
    assert broken(one_page(empty=False)) == {}


@pytest.mark.parametrize("code", ["", "0 0 0 0 k 50 50 100 100 re f", "q 1 g 0 0 417 617 re f Q"])
def test_an_empty_page_is_found(code: str) -> None:
    assert broken(drawn(code)) == {"R0005": "the page is empty"}


def test_a_page_in_a_spot_colour_alone_is_not_empty() -> None:
    assert "R0005" not in broken(one_page(lambda pdf: spots(pdf, spot(pdf, "Rood"))), Limits(spot=True))


def test_too_much_ink_on_15_mm_is_found_and_less_is_not() -> None:
    heavy = broken(drawn("1 .9 .9 .6 k 100 100 60 60 re f"))
    assert heavy["R0026"] == "15 mm square have 340 % ink on average" and "P-09" in heavy
    assert "R0026" not in broken(drawn("1 .9 .9 .6 k 100 100 60 30 re f")), "half as high"
    assert broken(drawn("1 .9 .6 .5 k 100 100 60 60 re f")) == {}, "300 % is allowed"


def test_a_heavy_spot_is_found_at_its_place() -> None:
    (finding,) = look(drawn("1 1 1 .2 k 100 400 20 20 re f"), Limits(), True, False).verdict.findings
    assert finding.rule == "P-09" and finding.message == "up to 320 % ink lie on one spot; the paper takes 300 %"
    assert all(box[0] < 121 and box[2] > 99 and box[1] < 421 and box[3] > 399 for box in finding.boxes)


def test_limits_are_those_of_the_printer() -> None:
    assert set(broken(drawn("1 .9 .6 0 k 100 100 60 60 re f"), Limits(ink_most=240, ink_average=245))) == {"P-09", "R0026"}


def test_ink_that_ends_at_the_trim_is_found_where_no_box_tells_it() -> None:
    """A triangle: its box reaches the bleed, its edge does not."""
    assert broken(drawn("0 0 0 .5 k 8.5 100 m 8.5 300 l 200 300 l 0 90 l h f"))["P-02"] == "ink ends at the left trim, without bleed"
    assert broken(drawn("0 0 0 .5 k 0 100 m 0 300 l 200 300 l h f")) == {}


# ---------------------------------------------------------------- plates


def test_plain_colours_are_amounts_of_ink() -> None:
    assert inked(drawn(".9 .6 .1 .2 k 100 100 50 50 re f"), 120, 120) == (90, 60, 10, 20)
    assert inked(drawn(".25 g 100 100 50 50 re f"), 120, 120) == (0, 0, 0, 75)


def test_black_overprints_and_knocks_out_as_its_state_says() -> None:
    ground = "1 .5 0 0 k 100 100 50 50 re f /Gs9 gs 0 0 0 1 k 110 110 20 20 re f"
    assert inked(drawn(ground, ExtGState=states(OP=True, op=True, OPM=1)), 120, 120) == (100, 50, 0, 100)
    assert inked(drawn(ground, ExtGState=states(OP=False, op=False, OPM=0)), 120, 120) == (0, 0, 0, 100)


def test_opacity_mixes_inks() -> None:
    assert inked(drawn("/Gs9 gs 1 0 0 .5 k 100 100 50 50 re f", ExtGState=states(ca=0.5)), 120, 120) == (50, 0, 0, 25)


def test_a_page_in_spot_colours_is_shown_with_them() -> None:
    """They are on none of the four plates."""
    made = look(one_page(lambda pdf: spots(pdf, spot(pdf, "Rood"))), Limits(spot=True), True, True)
    with Image.open(BytesIO(made.views[0].picture)) as picture:
        red, green, blue = picture.convert("RGB").getpixel((round(110 * SCALE), round(picture.height - 310 * SCALE)))  # type: ignore[misc]
        assert green < 120 < red and made.views[0].most == 0


def test_named_inks_go_to_their_plates_and_spots_to_none() -> None:
    def change(pdf: Pdf) -> None:
        look_ = pdf.make_stream(b"{0 0 3 1 roll exch}", FunctionType=4, Domain=[0, 1, 0, 1], Range=[0, 1] * 4)
        both = Array([Name.DeviceN, Array([Name.Magenta, Name.Rood]), Name.DeviceCMYK, look_])
        draw(pdf, "/Cs9 cs .4 .9 scn 100 100 50 50 re f", ColorSpace={"Cs9": both})

    assert inked(one_page(change), 120, 120) == (0, 40, 0, 0)


def test_rgb_becomes_ink_by_the_output_profile() -> None:
    c, m, y, k = inked(drawn("1 0 0 rg 100 100 50 50 re f"), 120, 120)
    assert c < 10 and m > 85 and y > 85 and k < 10


@pytest.mark.parametrize("filters", ["jpeg", "flate"])
def test_pictures_are_amounts_of_ink(filters: str) -> None:
    def change(pdf: Pdf) -> None:
        picture = image(pdf, 40, 40)
        if filters == "jpeg":
            file = BytesIO()
            Image.new("CMYK", (40, 40), (204, 51, 0, 102)).save(file, "JPEG", quality=100)
            picture.write(file.getvalue(), filter=Name.DCTDecode)
            picture.Decode = [1, 0] * 4
        else:
            picture.write(bytes((204, 51, 0, 102)) * 1600)
        draw(pdf, "50 0 0 50 100 100 cm /Im9 Do", XObject={"Im9": picture})

    assert all(abs(a - b) <= 1 for a, b in zip(inked(one_page(change), 120, 120), (80, 20, 0, 40)))


def test_grey_and_rgb_pictures_are_amounts_of_ink() -> None:
    def grey(pdf: Pdf) -> None:
        picture = image(pdf, 40, 40, Name.DeviceGray)
        picture.write(bytes((51,)) * 1600)
        draw(pdf, "50 0 0 50 100 100 cm /Im9 Do", XObject={"Im9": picture})

    def blue(pdf: Pdf) -> None:
        picture = image(pdf, 40, 40, icc(pdf, SRGB, 3))
        picture.write(bytes((0, 0, 255)) * 1600)
        draw(pdf, "50 0 0 50 100 100 cm /Im9 Do", XObject={"Im9": picture})

    assert inked(one_page(grey), 120, 120) == (0, 0, 0, 80)
    c, m, y, _ = inked(one_page(blue), 120, 120)
    assert c > 70 and m > 60 and y < 20


def test_shadings_are_amounts_of_ink() -> None:
    ramp = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 0.5, 0, 0.5], N=1)
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[100, 0, 200, 0], Function=ramp, Extend=[True, True])
    c, m, y, k = inked(drawn("100 100 100 50 re W n /Sh9 sh", Shading={"Sh9": shading}), 150, 120)
    assert abs(c - 50) <= 2 and abs(m - 25) <= 2 and y == 0 and abs(k - 25) <= 2


def test_a_soft_mask_is_no_ink_and_thins_what_it_covers() -> None:
    def masked(pdf: Pdf) -> None:
        function = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0.5]), C1=Array([0.5]), N=1)
        shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceGray, Coords=Array([0, 0, 0, 100]), Function=function, Extend=Array([True, True]))
        pattern = pdf.make_indirect(Dictionary(Type=Name.Pattern, PatternType=2, Shading=shading))
        group = pdf.make_stream(b"/Pattern cs /P scn 0 0 999 999 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 999, 999]))
        group.Group, group.Resources = Dictionary(S=Name.Transparency, CS=Name.DeviceGray), Dictionary(Pattern=Dictionary(P=pattern))
        state = Dictionary(Type=Name.ExtGState, SMask=Dictionary(S=Name.Luminosity, G=group))
        draw(pdf, "/M gs 0 1 0 0 k 0 0 300 300 re f", ExtGState={"M": state})

    cyan, magenta, yellow, black = inked(one_page(masked), 100, 100)
    assert (cyan, yellow, black) == (0, 0, 0) and abs(magenta - 50) <= 1


def test_a_judgement_survives_the_way_between_processes() -> None:
    made = look(one_page(empty=False), Limits(), True, True)
    assert len(made.views) == 1 and made.views[0].picture.startswith(b"\xff\xd8") and made.survey.fonts and made.identity
    assert from_data(json.loads(json.dumps(as_data(made)))) == made


def test_pictures_are_listed_with_their_ink() -> None:
    def change(pdf: Pdf) -> None:
        picture = image(pdf, 300, 300)
        picture.write(bytes((204, 51, 0, 102)) * 90_000)
        draw(pdf, "50 0 0 50 100 100 cm /Im9 Do", XObject={"Im9": picture})

    (row,) = look(one_page(change), Limits(), True, False).survey.pictures
    assert row.ink is not None and all(abs(amount - 140) <= 3 for amount in row.ink) and (row.ppi, row.space) == (432, "DeviceCMYK")


def test_small_pictures_in_the_content_are_on_one_plate_only() -> None:
    grey = "q 50 0 0 50 100 100 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x33 EI Q"
    assert inked(drawn(grey), 120, 120) == (0, 0, 0, 80)
    cyan = "q 50 0 0 50 100 100 cm BI /W 1 /H 1 /CS /RGB /BPC 8 ID \x33\x7f\x7e EI Q"
    assert inked(drawn(cyan), 120, 120)[3] == 0
